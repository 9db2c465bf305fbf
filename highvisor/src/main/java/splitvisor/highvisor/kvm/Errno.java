package splitvisor.highvisor.kvm;

/// Linux's error numbers, as a system call returns them: negated.
public enum Errno {
    ENOENT(2),
    EINTR(4),
    EIO(5),
    ENXIO(6),
    EBADF(9),
    EAGAIN(11),
    EFAULT(14),
    EBUSY(16),
    EEXIST(17),
    ENODEV(19),
    EINVAL(22),
    ENOSPC(28),
    ENOSYS(38);

    private final int number;

    Errno(int number) {
        this.number = number;
    }

    /// The value in X0.
    public long result() {
        return -number;
    }
}
