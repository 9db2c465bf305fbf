package splitvisor.benchmarks.lab;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.SysReg;

/// Holds that EL2 runs EL0 by itself when the guest asks for it, as a host at EL2 runs its processes.
final class LevelsHostAudit extends LevelsAudit {

    /// The HVC that asks for it.
    static final int RUN_USER = 2;

    private boolean running;

    LevelsHostAudit() {
        super(true);
    }

    @Override
    protected void returned(Cpu cpu, long pc) {
        if (running && isCall(Ec.SVC64, 0)) {
            tell(cpu, "EL0 goes on at %s after SVC #0".formatted(program().name(pc)),
                    "SVC #0 is the end: EL2 powers the machine off. PSCI SYSTEM_OFF.");
        }
        if (!isCall(Ec.HVC64, RUN_USER)) {
            return;
        }
        running = true;
        long hcr = cpu.sys[SysReg.HCR_EL2.ordinal()];
        if ((hcr & Hcr.TGE) == 0) {
            tell(cpu, "HCR_EL2 is %#x after HVC #2: TGE is clear, and EL1 would take EL0's exceptions"
                    .formatted(hcr), "With HCR_EL2.TGE there is no EL1: what EL0 does goes to EL2. Arm ARM D19.2.48.");
        } else if (cpu.il) {
            tell(cpu, "the exception return after HVC #2 is illegal: SPSR_EL2 is %#x".formatted(
                    cpu.sys[SysReg.SPSR_EL2.ordinal()]),
                    "With HCR_EL2.TGE there is no EL1 to return to, and there is no EL0h: SPSR_EL2.M is 0b0000. "
                            + "Arm ARM D1.4.4.");
        } else if (cpu.el != 0 || pc != program().address("user")) {
            tell(cpu, "after HVC #2 EL%d goes on at %s".formatted(cpu.el, program().name(pc)),
                    "HVC #2 asks for EL0 at user: SPSR_EL2 and ELR_EL2 are no longer the guest's. Arm ARM D1.4.");
        }
    }

    /// An exception that EL1 takes from the process would be the guest's: it has no business here.
    @Override
    public void exceptionTaken(Cpu cpu, ExceptionRecord taken) {
        super.exceptionTaken(cpu, taken);
        if (running && taken.toEl() == 1) {
            tell(cpu, taken.elr(), "EL1 takes %s of a process of EL2's".formatted(
                    Ec.name(Ec.of(taken.esr()))),
                    "While EL0 is EL2's, HCR_EL2.TGE stays set. Arm ARM D19.2.48.");
        }
    }
}
