package splitvisor.highvisor.kvm;

/// Where a handled exit goes on.
enum Resume {
    GUEST,
    USER_SPACE
}
