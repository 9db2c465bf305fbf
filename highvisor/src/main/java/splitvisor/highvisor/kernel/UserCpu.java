package splitvisor.highvisor.kernel;

import java.util.List;
import splitvisor.cpu.hosted.CodePath;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.sysreg.SysReg;

/// The PE as a user-space program sees it: memory at EL0, and system calls.
public final class UserCpu {

    private static final int SYSCALL_NUMBER = 8; // X8, in Linux's calling convention

    private final HostedCpu cpu;
    private final List<UserProgram> text;

    /// @param text what of the address space's text is code, by the number that stands for its address
    UserCpu(HostedCpu cpu, List<UserProgram> text) {
        this.cpu = cpu;
        this.text = text;
    }

    /// Starts a thread in this address space. Linux: clone() with CLONE_VM and CLONE_THREAD.
    public void startThread(UserProgram program) {
        text.add(program);
        syscall(Syscall.CLONE, text.size() - 1);
    }

    /// Ends every thread of the process, this one included.
    public void exitGroup() {
        syscall(Syscall.EXIT_GROUP);
    }

    /// Reads 1 << `log2` bytes.
    public long load(long va, int log2) {
        return cpu.ldr(va, log2);
    }

    /// Writes 1 << `log2` bytes.
    public void store(long va, int log2, long value) {
        cpu.str(value, va, log2);
    }

    /// MSR TPIDR_EL0: the thread pointer, as a C library sets it when a thread begins.
    public void threadPointer(long value) {
        cpu.msr(SysReg.TPIDR_EL0, value);
    }

    /// MRS TPIDR_EL0.
    public long threadPointer() {
        return cpu.mrs(SysReg.TPIDR_EL0);
    }

    /// Executes code of the program's own that the model stands for.
    public void path(CodePath path) {
        cpu.path(path);
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
