package splitvisor.benchmarks.lab;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import splitvisor.benchmarks.host.StepText;
import splitvisor.cpu.Cpu;

/// The last lines of a run's trace, of which a finding quotes some.
final class Transcript extends StepText {

    private static final int CAPACITY = 4000;

    private final boolean instructions;
    private final Deque<Supplier<String>> lines = new ArrayDeque<>();
    private long kept;

    /// @param instructions whether each instruction of machine code is a line
    Transcript(boolean instructions) {
        this.instructions = instructions;
    }

    @Override
    public boolean wantsInstructions() {
        return instructions;
    }

    @Override
    protected boolean wants(Cpu cpu) {
        return true;
    }

    @Override
    protected void keep(Cpu cpu, Supplier<String> line) {
        if (lines.size() == CAPACITY) {
            lines.removeFirst();
        }
        lines.addLast(line);
        kept++;
    }

    /// Whether a line is an exception or a return that is not between a split host's kernel and EL2.
    static boolean leavesHost(String line) {
        return line.contains("--> ") && !line.contains("ELR 0xffff")
                || line.contains("<-- ") && !line.contains("PC 0xffff");
    }

    /// A place in the trace: how many lines there have been.
    long mark() {
        return kept;
    }

    /// The last `count` lines; moves of register pairs, which come by the dozen, are left out.
    List<String> tail(int count) {
        List<String> last = new ArrayList<>();
        for (var made = lines.descendingIterator(); made.hasNext() && last.size() < count; ) {
            String line = made.next().get();
            if (!line.startsWith("    ldp") && !line.startsWith("    stp")) {
                last.addFirst(line);
            }
        }
        return List.copyOf(last);
    }

    /// The accesses to a register since `mark`, and the exceptions and returns between them.
    List<String> accesses(long mark, String register, int count) {
        return since(
                mark, line -> line.contains(register + " ") || line.contains("-->") || line.contains("<--"), count);
    }

    /// Of the lines since `mark` those that `shows` holds for, each under the heading of who ran then; of many, the
    /// last `count`.
    List<String> since(long mark, Predicate<String> shows, int count) {
        List<String> piece = new ArrayList<>();
        String heading = null;
        long number = kept - lines.size();
        for (Supplier<String> made : lines) {
            String line = made.get();
            if (!line.startsWith(" ")) {
                heading = line;
            } else if (number >= mark && shows.test(line)) {
                if (heading != null) {
                    piece.add(heading);
                    heading = null;
                }
                piece.add(line);
            }
            number++;
        }
        return List.copyOf(piece.subList(Math.max(0, piece.size() - count), piece.size()));
    }
}
