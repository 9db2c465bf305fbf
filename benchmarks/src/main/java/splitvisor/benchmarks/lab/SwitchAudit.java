package splitvisor.benchmarks.lab;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.hosted.CodePath;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.HypPath;
import splitvisor.highvisor.kernel.KernelPath;

/// An audit of a world switch on one PE, in either host: knows where between host and guest the PE is.
abstract class SwitchAudit extends Audit {

    /// Where the PE is.
    enum Phase {
        /// In the host kernel, no guest wanted.
        HOST,
        /// The host kernel has asked for the guest: on the way in.
        ENTERING,
        GUEST,
        /// The guest was left: on the way out, or back in if the exit was fixed up.
        EXITED
    }

    /// Whether a vCPU is loaded.
    enum Schedule {
        /// None is.
        OUT,
        LOADING,
        LOADED,
        PUTTING
    }

    private static final int VMID_SHIFT = 48;

    private Phase phase = Phase.HOST;
    private Schedule schedule = Schedule.OUT;
    private boolean atDoor;

    protected final Phase phase() {
        return phase;
    }

    protected final Schedule schedule() {
        return schedule;
    }

    /// A vCPU is about to be loaded.
    protected void loadBegins(Cpu cpu) {}

    /// A vCPU has been loaded.
    protected void vcpuLoaded(Cpu cpu) {}

    /// A vCPU has been put, but for its timers and its virtual CPU interface.
    protected void vcpuPut(Cpu cpu) {}

    /// The host kernel is about to ask for the guest.
    protected void hostCalls(Cpu cpu) {}

    /// The guest is entered; its first instruction comes next.
    ///
    /// @param again whether it is entered again at once, without the host
    protected void guestEntered(Cpu cpu, boolean again, long pc) {}

    /// The guest was left for EL2; nothing has been executed there yet.
    protected void guestLeft(Cpu cpu, ExceptionRecord taken) {}

    /// The host kernel has control again.
    protected void hostContinues(Cpu cpu) {}

    @Override
    public void path(Cpu cpu, CodePath path) {
        if (path == KernelPath.ENTER) {
            phase = Phase.ENTERING;
            hostCalls(cpu);
        } else if (path == KernelPath.RUN_EXIT_SYNC) {
            leave(cpu);
        }
        atDoor = path == HypPath.GUEST_ENTER;
        if (path instanceof KernelPath kernelPath) {
            follow(cpu, kernelPath);
        }
    }

    private void follow(Cpu cpu, KernelPath path) {
        switch (path) {
            case VCPU_LOAD -> {
                schedule = Schedule.LOADING;
                loadBegins(cpu);
            }
            case LOAD_DONE -> {
                schedule = Schedule.LOADED;
                vcpuLoaded(cpu);
            }
            case VCPU_PUT -> schedule = Schedule.PUTTING;
            case TIMER_PUT -> {
                schedule = Schedule.OUT;
                vcpuPut(cpu);
            }
            default -> {}
        }
    }

    /// Whether the next ERET of EL2's is the one into the guest.
    protected final boolean atDoor() {
        return atDoor;
    }

    @Override
    public void exceptionReturn(Cpu cpu, int fromEl, int toEl, long pc) {
        if (atDoor && fromEl == 2 && toEl < 2) {
            boolean again = phase == Phase.EXITED;
            phase = Phase.GUEST;
            guestEntered(cpu, again, pc);
        } else if (fromEl == 2 && toEl == 1 && phase == Phase.EXITED) {
            leave(cpu); // a split host's kernel has its own state from its first instruction on, or crashes
        }
    }

    private void leave(Cpu cpu) {
        if (phase != Phase.HOST) {
            phase = Phase.HOST;
            hostContinues(cpu);
        }
    }

    @Override
    public void exceptionTaken(Cpu cpu, ExceptionRecord taken) {
        if (phase == Phase.GUEST && taken.toEl() == 2) {
            phase = Phase.EXITED;
            guestLeft(cpu, taken);
        }
    }

    /// The VMID of the guest that is loaded; 0 is the host's.
    protected static long vmid(Cpu cpu) {
        return vmid(value(cpu, SysReg.VTTBR_EL2));
    }

    /// The VMID in a value of VTTBR_EL2.
    protected static long vmid(long vttbr) {
        return vttbr >>> VMID_SHIFT;
    }

    /// The value that the PE stores for a register, whatever trap or redirection a read would meet.
    protected static long value(Cpu cpu, SysReg reg) {
        return cpu.sys[reg.ordinal()];
    }
}
