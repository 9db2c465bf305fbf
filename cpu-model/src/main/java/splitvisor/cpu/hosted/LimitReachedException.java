package splitvisor.cpu.hosted;

import splitvisor.cpu.Cpu;

/// The machine has executed as many instructions as it was allowed to.
public final class LimitReachedException extends RuntimeException {
    LimitReachedException(Cpu cpu, long limit) {
        super(
                "the limit of %d instructions was reached at PC %#x, EL%d".formatted(limit, cpu.pc, cpu.el),
                null,
                false,
                false);
    }
}
