package splitvisor.benchmarks.host;

import java.util.function.Supplier;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.hosted.CodePath;
import splitvisor.cpu.observe.ExceptionRecord;

/// The trace of one iteration as text to be read.
public final class TextTrace extends StepText {

    private final Window window;
    private final int iteration;
    private final StringBuilder text = new StringBuilder();
    private boolean complete;
    private int pe;

    /// Traces iteration number `iteration`, from 1, of what lies in `window`.
    public TextTrace(Window window, int iteration) {
        this.window = window;
        this.iteration = iteration;
    }

    /// The trace, once the iteration is over.
    public String text() {
        if (!complete) {
            throw new IllegalStateException("iteration %d was not reached".formatted(iteration));
        }
        return text.toString();
    }

    @Override
    public void instruction(Cpu cpu, long pc, int word) {
        edge(cpu, window.at(cpu, pc), "guest");
        super.instruction(cpu, pc, word);
    }

    @Override
    public void path(Cpu cpu, CodePath path) {
        edge(cpu, window.at(cpu, path), null);
        super.path(cpu, path);
    }

    @Override
    public void exceptionTaken(Cpu cpu, ExceptionRecord taken) {
        edge(cpu, window.at(cpu, taken), null);
        super.exceptionTaken(cpu, taken);
    }

    private void edge(Cpu cpu, Window.Edge edge, String heading) {
        switch (edge) {
            case OPENS -> {
                if (heading != null) {
                    heading(cpu, heading);
                }
            }
            case CLOSES, LEAVES -> complete |= window.iteration() == iteration && window.isComplete();
            case ARRIVES, NONE -> {}
        }
    }

    @Override
    protected boolean wants(Cpu cpu) {
        return window.iteration() == iteration && window.follows(cpu);
    }

    @Override
    protected void keep(Cpu cpu, Supplier<String> line) {
        turn(cpu);
        text.append(line.get()).append('\n');
    }

    /// Says where it goes on, when that is another PE than before.
    private void turn(Cpu cpu) {
        if (cpu.index != pe && text.length() > 0) {
            text.append("PE %d\n".formatted(cpu.index));
        }
        pe = cpu.index;
    }
}
