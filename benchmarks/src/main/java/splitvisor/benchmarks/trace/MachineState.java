package splitvisor.benchmarks.trace;

import java.util.Arrays;
import java.util.List;
import splitvisor.benchmarks.trace.Step.Change;
import splitvisor.cpu.board.Machine;

/// The registers of all PEs at a place in a recording. It goes forward by doing a step's changes and back by
/// undoing them; the page does the same.
final class MachineState {

    private final List<Step> steps;
    private final long[][] values = new long[Machine.Options.MAX_PES][];
    private int position;

    /// Before the first step.
    MachineState(Recording recording) {
        steps = recording.steps();
        for (int pe = 0; pe < values.length; pe++) {
            values[pe] = recording.initial(pe);
        }
    }

    /// How many steps are done.
    int position() {
        return position;
    }

    void forward() {
        Step step = steps.get(position++);
        for (Change change : step.changes()) {
            values[step.pe()][change.register()] = change.after();
        }
    }

    void back() {
        Step step = steps.get(--position);
        for (Change change : step.changes().reversed()) {
            values[step.pe()][change.register()] = change.before();
        }
    }

    long get(int pe, int register) {
        return values[pe][register];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MachineState state
                && state.position == position
                && Arrays.deepEquals(state.values, values);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(values);
    }
}
