package splitvisor.highvisor.kernel;

/// The system calls of this kernel, with Linux's numbers for arm64.
public enum Syscall {
    IOCTL(29),
    OPENAT(56),
    LSEEK(62),
    READ(63),
    WRITE(64),
    PREAD64(67),
    PWRITE64(68),
    FDATASYNC(83),
    EXIT(93),
    EXIT_GROUP(94),
    FUTEX(98),
    NANOSLEEP(101),
    CLOCK_GETTIME(113),
    SCHED_YIELD(124),
    CLONE(220),
    MMAP(222);

    private final int number;

    Syscall(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static Syscall of(long number) {
        for (Syscall syscall : values()) {
            if (syscall.number == number) {
                return syscall;
            }
        }
        return null;
    }
}
