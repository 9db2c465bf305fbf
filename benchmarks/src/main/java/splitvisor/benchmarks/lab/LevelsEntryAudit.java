package splitvisor.benchmarks.lab;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.sysreg.Sctlr;
import splitvisor.cpu.sysreg.SysReg;

/// Holds that EL1 begins where it is to begin, in a state that is known, with EL2 ready to take what comes back.
final class LevelsEntryAudit extends LevelsAudit {

    private static final long VECTORS_SIZE = 0x800;
    private static final int ALL_MASKED = 0xf;

    private boolean sctlrWritten;

    LevelsEntryAudit() {
        super(false);
    }

    @Override
    public void sysRegWrite(Cpu cpu, int encoding, SysReg reached, long before, long after) {
        super.sysRegWrite(cpu, encoding, reached, before, after);
        sctlrWritten |= reached == SysReg.SCTLR_EL1;
    }

    @Override
    protected void entered(Cpu cpu, long pc) {
        long vectors = program().address("vectors");
        long vbar = cpu.sys[SysReg.VBAR_EL2.ordinal()];
        if ((vectors & VECTORS_SIZE - 1) != 0) {
            tell(cpu, vectors, "vectors is at %#x, and VBAR_EL2 can only hold %#x of that".formatted(
                    vectors, vectors & -VECTORS_SIZE),
                    "A vector table is aligned to its size of 2 KiB: VBAR_EL2[10:0] are RES0. Arm ARM D19.2.148.");
        } else if (vbar != vectors) {
            tell(cpu, "VBAR_EL2 is %#x, and vectors is at %#x".formatted(vbar, vectors),
                    "EL2's vectors are in place before anything can be taken to it. Arm ARM D1.3.1.");
        }
        if (cpu.il) {
            long spsr = cpu.sys[SysReg.SPSR_EL2.ordinal()];
            tell(cpu, "the exception return is illegal: SPSR_EL2 is %#x".formatted(spsr),
                    "SPSR_EL2.M names a level below EL2 that exists: 0b0101 is EL1h. Arm ARM D1.4.4.");
            return;
        }
        if (cpu.el != 1 || !cpu.spSel) {
            tell(cpu, "ERET leads to EL%d%s".formatted(cpu.el, cpu.spSel ? "h" : "t"),
                    "The guest begins at EL1 with its own stack pointer: SPSR_EL2.M is 0b0101, EL1h. Arm ARM C5.2.20.");
        }
        if (cpu.daif != ALL_MASKED) {
            tell(cpu, "PSTATE.{D,A,I,F} is %#x as EL1 begins".formatted(cpu.daif),
                    "Whoever begins has no vectors yet: D, A, I and F are masked, as at reset. Arm ARM D1.3.6.");
        }
        if (pc != program().address("guest")) {
            tell(cpu, "EL1 begins at %s".formatted(program().name(pc)),
                    "ERET goes on at ELR_EL2: the guest begins at guest. Arm ARM D1.4.");
        }
        long sctlr = cpu.sys[SysReg.SCTLR_EL1.ordinal()];
        if (!sctlrWritten || (sctlr & (Sctlr.M | Sctlr.C | Sctlr.NTWI)) != 0) {
            tell(cpu, sctlrWritten ? "SCTLR_EL1 is %#x as EL1 begins".formatted(sctlr)
                            : "nothing has been written to SCTLR_EL1 as EL1 begins",
                    "SCTLR_EL1 is UNKNOWN at reset where there is an EL2: EL2 turns EL1's MMU and caches off, and here "
                            + "lets EL0's WFI trap. Arm ARM D19.2.118.");
        }
    }
}
