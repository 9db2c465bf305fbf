package splitvisor.benchmarks.lab;

import java.util.List;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.hosted.CodePath;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.kernel.KernelPath;

/// Holds that the interrupt of a guest's timer, which the host takes, finds the vCPU that is loaded there.
final class RunningVcpuAudit extends SwitchAudit {

    private static final int TRACE_LINES = 8;

    private boolean untold;
    private long mark;

    @Override
    protected void guestLeft(Cpu cpu, ExceptionRecord taken) {
        mark = transcript().mark() - 1;
    }

    @Override
    public void sysRegRead(Cpu cpu, int encoding, SysReg reached, long value) {
        if (phase() != Phase.GUEST && reached == SysReg.ICC_IAR1_EL1 && value == GicModel.TIMER) {
            untold = true;
        }
    }

    @Override
    public void path(Cpu cpu, CodePath path) {
        super.path(cpu, path);
        if (path == KernelPath.ARCH_TIMER_HANDLER || path == KernelPath.VCPU_LOAD) {
            untold = false;
        }
    }

    @Override
    protected void guestEntered(Cpu cpu, boolean again, long pc) {
        if (untold) {
            untold = false;
            List<String> trace = transcript().since(mark, RunningVcpuAudit::shows, TRACE_LINES);
            inspection().found(cpu, trace,
                    "INTID %d has interrupted the host while a vCPU is loaded, and its timers were not told".formatted(
                            GicModel.TIMER),
                    "The handler of a guest's timer asks which vCPU is loaded on this PE: who loads one says so. "
                            + "KVM: kvm_arch_timer_handler(), kvm_get_running_vcpu().");
        }
    }

    private static boolean shows(String line) {
        return line.contains(" ICC_IAR1_EL1 ") || Transcript.leavesHost(line);
    }
}
