/// The host kernel model and KVM's host half. Runs at EL1 or at EL2 and does not know which.
module splitvisor.highvisor {
    requires transitive splitvisor.cpu;

    exports splitvisor.highvisor.hyp;
    exports splitvisor.highvisor.hyp.early;
    exports splitvisor.highvisor.kernel;
    exports splitvisor.highvisor.kernel.irq;
    exports splitvisor.highvisor.kvm;
    exports splitvisor.highvisor.user;

    uses splitvisor.highvisor.hyp.HostConfiguration;
}
