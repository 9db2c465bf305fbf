package splitvisor.benchmarks.lab;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.hosted.CodePath;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.HypPath;

/// Holds that a guest of a VHE host can use the FP registers when they hold its values, and only then.
final class VheFpAudit extends SwitchAudit {

    private static final long FPEN = 3 << 20;

    private boolean guests;

    @Override
    public void path(Cpu cpu, CodePath path) {
        super.path(cpu, path);
        guests |= path == HypPath.HANDLE_FPSIMD;
    }

    @Override
    protected void vcpuPut(Cpu cpu) {
        guests = false;
    }

    @Override
    protected void guestEntered(Cpu cpu, boolean again, long pc) {
        boolean open = (value(cpu, SysReg.CPTR_EL2) & FPEN) == FPEN;
        if (open && !guests) {
            found(cpu, "CPTR_EL2.FPEN lets the guest at the FP registers, which hold the host's values",
                    "The first FP instruction since load traps, so that the registers can be exchanged. "
                            + "KVM: __activate_traps(), CPACR_EL1_FPEN.");
        } else if (!open && guests) {
            found(cpu, "CPTR_EL2.FPEN is closed although the FP registers hold the guest's values",
                    "What is loaded need not trap; a second trap would save the guest's values as the host's. "
                            + "KVM: __activate_traps(), guest_owns_fp_regs().");
        }
    }
}
