package splitvisor.benchmarks.kvm;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.sysreg.SysReg;

/// A thread of the host that runs a vCPU, as an observer can know it: by its `current`.
final class VcpuThread {

    private static final int VMID_SHIFT = 48;
    private static final int AFFINITY = 0xff;

    private final int pid;
    private int vm;
    private int vcpu = -1;
    private GuestExit exit;

    VcpuThread(int pid) {
        this.pid = pid;
    }

    /// Its number: threads count from 1 in the order in which they first enter a guest.
    int pid() {
        return pid;
    }

    /// The VMID of its VM.
    int vm() {
        return vm;
    }

    /// The number of its vCPU, or -1 before its first entry.
    int vcpu() {
        return vcpu;
    }

    /// The latest exit that the kernel has seen, or null.
    GuestExit exit() {
        return exit;
    }

    void left(GuestExit why) {
        exit = why;
    }

    /// Reads from the machine who is about to be entered.
    void identify(Cpu cpu) {
        vm = (int) (cpu.sys[SysReg.VTTBR_EL2.ordinal()] >>> VMID_SHIFT);
        vcpu = (int) cpu.sys[SysReg.VMPIDR_EL2.ordinal()] & AFFINITY;
    }
}
