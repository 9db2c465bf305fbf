package splitvisor.highvisor.kernel;

import splitvisor.cpu.hosted.HostedCpu;

/// The PE as a user-space program sees it: memory at EL0, and system calls.
public final class UserCpu {

    private static final int SYSCALL_NUMBER = 8; // X8, in Linux's calling convention

    private final HostedCpu cpu;

    UserCpu(HostedCpu cpu) {
        this.cpu = cpu;
    }

    /// Reads 1 << `log2` bytes.
    public long load(long va, int log2) {
        return cpu.ldr(va, log2);
    }

    /// Writes 1 << `log2` bytes.
    public void store(long va, int log2, long value) {
        cpu.str(value, va, log2);
    }

    /// SVC with Linux's convention: number in X8, arguments from X0, result in X0 (negative: −errno).
    public long syscall(Syscall syscall, long... arguments) {
        cpu.path(KernelPath.USER);
        for (int i = 0; i < arguments.length; i++) {
            cpu.mov(i, arguments[i]);
        }
        cpu.mov(SYSCALL_NUMBER, syscall.number());
        cpu.svc(0);
        return cpu.x(0);
    }

    /// ioctl(fd, request, argument).
    public long ioctl(long fd, long request, long argument) {
        return syscall(Syscall.IOCTL, fd, request, argument);
    }

    void exit() {
        syscall(Syscall.EXIT, 0);
    }
}
