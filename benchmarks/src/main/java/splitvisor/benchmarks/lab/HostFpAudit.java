package splitvisor.benchmarks.lab;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.hosted.CodePath;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.cpu.observe.ExceptionRecord.Kind;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.kernel.KernelPath;

/// Holds that the host has its FP registers again when a vCPU has been put, as they were when the guest's first FP
/// instruction trapped; and that nothing interrupts the kernel while it moves them.
final class HostFpAudit extends SwitchAudit {

    /// The host's, while the guest has the registers; else null.
    private long[] vector;

    private long control;
    private long status;
    private boolean put;
    private boolean lost;

    @Override
    protected void guestLeft(Cpu cpu, ExceptionRecord taken) {
        if (taken.kind() == Kind.SYNC && Ec.of(taken.esr()) == Ec.FP_ASIMD && vector == null) {
            vector = cpu.v.clone();
            control = value(cpu, SysReg.FPCR);
            status = value(cpu, SysReg.FPSR);
        }
    }

    @Override
    public void pair(Cpu cpu, boolean load, boolean fp, int rt, int rt2, long va) {
        if (fp && phase() == Phase.HOST && !masksInterrupts(cpu)) {
            found(cpu, "put moves FP registers with interrupts unmasked: PSTATE.I is 0",
                    "Who interrupts here finds registers that are half the guest's and half the host's: mask, move, "
                            + "unmask. KVM: kvm_arch_vcpu_put_fp(), local_irq_save().");
        }
    }

    @Override
    public void path(Cpu cpu, CodePath path) {
        super.path(cpu, path);
        if (path == KernelPath.VCPU_PUT) {
            put = true;
        } else if (put && isOthers(path)) {
            put = false;
            check(cpu);
            vector = null;
        }
    }

    /// Where something else than the vCPU's put goes on.
    private static boolean isOthers(CodePath path) {
        return path == KernelPath.SWITCH_TO || path == KernelPath.VCPU_LOAD || path == KernelPath.IOCTL_RETURN;
    }

    private void check(Cpu cpu) {
        if (vector == null || lost) {
            return; // what was lost once is lost for good
        }
        for (int half = 0; half < vector.length; half++) {
            if (cpu.v[half] != vector[half]) {
                lost(cpu, "V" + half / 2, cpu.v[half], vector[half]);
                return;
            }
        }
        if (value(cpu, SysReg.FPCR) != control) {
            lost(cpu, "FPCR", value(cpu, SysReg.FPCR), control);
        } else if (value(cpu, SysReg.FPSR) != status) {
            lost(cpu, "FPSR", value(cpu, SysReg.FPSR), status);
        }
    }

    private void lost(Cpu cpu, String register, long now, long before) {
        lost = true;
        found(cpu, "%s holds %#x when the vCPU has been put; the host had %#x there when the guest took it".formatted(
                        register, now, before),
                "The host's FP registers are in memory from the guest's first FP instruction on, and come back when "
                        + "the guest's go home: else the host's next user reads the guest's. "
                        + "KVM: kvm_arch_vcpu_put_fp(), host_fpsimd_state.");
    }
}
