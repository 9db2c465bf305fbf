package splitvisor.highvisor.kernel;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.hyp.HostLayout;
import splitvisor.highvisor.kvm.Errno;
import splitvisor.highvisor.kvm.Kvm;

/// What the kernel does for its processes: memory, console output, and KVM's ioctls.
final class Syscalls {

    private static final long ANONYMOUS = -1;
    private static final long STDOUT = 1;

    private final HostedCpu cpu;
    private final HostKernel kernel;
    private final Kvm kvm;

    Syscalls(HostedCpu cpu, HostKernel kernel, Kvm kvm) {
        this.cpu = cpu;
        this.kernel = kernel;
        this.kvm = kvm;
    }

    /// Executes a system call; the result or −errno.
    long call(long number, long[] arguments) {
        Syscall syscall = Syscall.of(number);
        if (syscall != Syscall.IOCTL) {
            cpu.path(KernelPath.OTHER_SYSCALL);
        }
        return switch (syscall) {
            case null -> Errno.ENOSYS.result();
            case IOCTL -> kvm.ioctl(arguments[0], arguments[1], arguments[2]);
            case WRITE -> write(arguments[0], arguments[1], arguments[2]);
            case MMAP -> mmap(arguments[1], arguments[4]);
            case CLONE -> kernel.cloneThread((int) arguments[0]);
            case EXIT -> throw TaskExit.INSTANCE;
            case EXIT_GROUP -> exitGroup();
        };
    }

    private long exitGroup() {
        Scheduler scheduler = kernel.scheduler();
        scheduler.threads(scheduler.current().mm()).forEach(scheduler::kill);
        throw TaskExit.INSTANCE;
    }

    /// write(fd, buffer, count): the console takes bytes.
    private long write(long fd, long buffer, long count) {
        if (fd != STDOUT) {
            return Errno.EBADF.result();
        }
        cpu.path(KernelPath.COPY_USER);
        for (long i = 0; i < count; i++) {
            kernel.writeConsole((char) cpu.ldtr(buffer + i, 0));
        }
        return count;
    }

    /// mmap(0, length, …, fd, 0): anonymous memory, populated, or a vCPU's `kvm_run` page.
    private long mmap(long length, long fd) {
        AddressSpace mm = kernel.scheduler().current().mm();
        if (fd != ANONYMOUS) {
            long page = kvm.runPage(fd);
            return page < 0 ? Errno.EBADF.result() : mm.map(page, 1);
        }
        long pages = (length + HostLayout.PAGE - 1) / HostLayout.PAGE;
        return mm.map(kernel.memory().allocate(pages), pages);
    }

    /// The process has ended: unwinds its kernel stack.
    static final class TaskExit extends RuntimeException {
        static final TaskExit INSTANCE = new TaskExit();

        private TaskExit() {
            super(null, null, false, false);
        }
    }
}
