package splitvisor.highvisor.kernel;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.HostLayout;
import splitvisor.highvisor.kvm.Errno;
import splitvisor.highvisor.kvm.Kvm;

/// What the kernel does for its processes: memory, console output, and KVM's ioctls.
final class Syscalls {

    private static final long ANONYMOUS = -1;
    private static final long STDIN = 0;
    private static final long STDOUT = 1;

    private final HostedCpu cpu;
    private final HostKernel kernel;
    private final Kvm kvm;
    private final Files files;
    private final Tty tty;
    private final Sleepers sleepers;

    Syscalls(HostedCpu cpu, HostKernel kernel, Kvm kvm) {
        this.cpu = cpu;
        this.kernel = kernel;
        this.kvm = kvm;
        files = new Files(cpu);
        sleepers = new Sleepers(cpu, kernel.scheduler(), kernel.timers());
        tty = new Tty(cpu, kernel.interrupts(), kernel.scheduler());
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
            case OPENAT -> files.open(arguments[1]);
            case LSEEK -> files.size(arguments[0]);
            case PREAD64 -> files.read(arguments[0], arguments[1], arguments[2], arguments[3]);
            case PWRITE64 -> files.write(arguments[0], arguments[1], arguments[2], arguments[3]);
            case FDATASYNC -> files.sync(arguments[0]);
            case READ -> arguments[0] == STDIN ? tty.read(arguments[1], arguments[2]) : Errno.EBADF.result();
            case WRITE -> write(arguments[0], arguments[1], arguments[2]);
            case MMAP -> mmap(arguments[1], arguments[4]);
            case SCHED_YIELD -> {
                kernel.scheduler().yieldCpu();
                yield 0;
            }
            case CLONE -> kernel.cloneThread((int) arguments[0]);
            case FUTEX -> sleepers.futex(arguments[0], arguments[1], arguments[2]);
            case NANOSLEEP -> sleepers.nanosleep(arguments[0]);
            case CLOCK_GETTIME -> clockGettime(arguments[1]);
            case EXIT -> throw TaskExit.INSTANCE;
            case EXIT_GROUP -> exitGroup();
        };
    }

    private long exitGroup() {
        Scheduler scheduler = kernel.scheduler();
        scheduler.threads(scheduler.current().mm()).forEach(scheduler::kill);
        throw TaskExit.INSTANCE;
    }

    Files files() {
        return files;
    }

    /// clock_gettime(): seconds and nanoseconds of the system counter.
    private long clockGettime(long timespec) {
        long frequency = cpu.mrs(SysReg.CNTFRQ_EL0);
        long count = cpu.mrs(SysReg.CNTVCT_EL0);
        cpu.path(KernelPath.COPY_USER);
        cpu.sttr(count / frequency, timespec);
        cpu.sttr(count % frequency * 1_000_000_000 / frequency, timespec + 8);
        return 0;
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
