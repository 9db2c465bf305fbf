package splitvisor.highvisor.kvm;

/// Where a handled exit goes on.
enum Resume {
    GUEST,
    USER_SPACE,

    /// To user space as well: the thread has a signal to take.
    INTERRUPTED
}
