package splitvisor.cpu.engine;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.isa.A64;

/// The program reached an instruction that the architecture defines and the machine does not model.
/// The message is one line that says where, in which state, what, and which row is missing.
public final class NotModelledException extends RuntimeException {

    NotModelledException(Cpu cpu, int insn, A64 row) {
        super(
                "instruction %08x is not modelled: row %s (%s), %s; PC %#x, EL%d, E2H %d, TGE %d"
                        .formatted(
                                insn,
                                row.name(),
                                row.title(),
                                row.refusal() == null ? "no semantic method" : row.refusal(),
                                cpu.pc,
                                cpu.el,
                                cpu.e2h ? 1 : 0,
                                cpu.tge ? 1 : 0),
                null,
                false,
                false);
    }
}
