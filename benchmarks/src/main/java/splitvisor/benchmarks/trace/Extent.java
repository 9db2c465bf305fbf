package splitvisor.benchmarks.trace;

import splitvisor.benchmarks.host.Window;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.hosted.CodePath;
import splitvisor.cpu.observe.ExceptionRecord;

/// Which part of a run is recorded.
sealed interface Extent {

    /// To be asked about every instruction, before it executes.
    default void pass(Cpu cpu, long pc) {}

    /// To be asked about every path.
    default void pass(Cpu cpu, CodePath path) {}

    /// To be asked about every exception.
    default void pass(Cpu cpu, ExceptionRecord taken) {}

    /// Whether what the PE does now is recorded, when so many steps have been.
    boolean covers(Cpu cpu, int recorded);

    /// Whether instructions must be reported, when so many steps have been recorded.
    boolean wantsInstructions(int recorded);

    /// One iteration of an operation.
    record Iteration(Window window, int number) implements Extent {

        @Override
        public void pass(Cpu cpu, long pc) {
            window.at(cpu, pc);
        }

        @Override
        public void pass(Cpu cpu, CodePath path) {
            window.at(cpu, path);
        }

        @Override
        public void pass(Cpu cpu, ExceptionRecord taken) {
            window.at(cpu, taken);
        }

        @Override
        public boolean covers(Cpu cpu, int recorded) {
            return window.iteration() == number && window.follows(cpu);
        }

        @Override
        public boolean wantsInstructions(int recorded) {
            return window.iteration() <= number;
        }
    }

    /// What follows when the PEs have executed `from` instructions together, `length` steps of it.
    final class Stretch implements Extent {

        private final long from;
        private final int length;
        private final boolean instructions;
        private boolean begun;

        /// With `instructions`, those of machine code are steps too.
        Stretch(long from, int length, boolean instructions) {
            this.from = from;
            this.length = length;
            this.instructions = instructions;
            begun = from == 0;
        }

        @Override
        public void pass(Cpu cpu, long pc) {
            begun = begun || executed(cpu) >= from;
        }

        @Override
        public void pass(Cpu cpu, CodePath path) {
            begun = begun || executed(cpu) >= from;
        }

        /// In the middle of an instruction that is counted.
        @Override
        public boolean covers(Cpu cpu, int recorded) {
            begun = begun || executed(cpu) > from;
            return begun && recorded < length;
        }

        @Override
        public boolean wantsInstructions(int recorded) {
            return instructions && recorded < length;
        }

        private static long executed(Cpu cpu) {
            long sum = 0;
            for (Cpu pe : cpu.peers) {
                sum += pe.instructions;
            }
            return sum;
        }
    }
}
