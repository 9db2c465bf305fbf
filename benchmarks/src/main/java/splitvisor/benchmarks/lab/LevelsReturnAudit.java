package splitvisor.benchmarks.lab;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.sysreg.SysReg;

/// Holds that after each exception the level below goes on at the right instruction, in the state in which it was.
final class LevelsReturnAudit extends LevelsAudit {

    LevelsReturnAudit() {
        super(true);
    }

    @Override
    protected void returned(Cpu cpu, long pc) {
        if (isCall(Ec.HVC64, LevelsHostAudit.RUN_USER)) {
            return; // goes on at EL0
        }
        long elr = trap().elr();
        boolean call = ec() == Ec.HVC64 || ec() == Ec.SVC64;
        if (pc != (call ? elr : elr + 4)) {
            tell(cpu, "after %s, with ELR_EL2 %s, the level below goes on at %s".formatted(
                    Ec.name(ec()), program().name(elr), program().name(pc)), rule());
        }
        long spsr = before(SysReg.SPSR_EL2);
        if (cpu.pstate() != spsr) {
            tell(cpu, "after %s, with SPSR_EL2 %#x, PSTATE is %#x".formatted(Ec.name(ec()), spsr, cpu.pstate()),
                    "ERET takes PSTATE from SPSR_EL2, and the exception has put it there. Arm ARM D1.3, D1.4.");
        }
    }

    private String rule() {
        return switch (ec()) {
            case Ec.HVC64, Ec.SVC64 -> "A call's preferred return address is the next instruction: nothing is to be "
                    + "skipped. Arm ARM AArch64.CallHypervisor, AArch64.CallSupervisor.";
            case Ec.SMC64 -> "HCR_EL2.TSC traps SMC before it is a call: its address is in ELR_EL2, and executed "
                    + "again it traps again. Arm ARM AArch64.CheckForSMCUndefOrTrap.";
            case Ec.UNKNOWN -> "An UNDEFINED instruction's address is in ELR_EL2: executed again it is UNDEFINED "
                    + "again. Arm ARM D1.3.2.";
            default -> "A trapped instruction was not executed, and its address is in ELR_EL2: who answers for it "
                    + "steps over it. Arm ARM D1.3.2.";
        };
    }
}
