package splitvisor.highvisor.kvm;

/// Gives each VM the VMID that tells its translations from those of others in the TLB. VMs are not destroyed here, so
/// none comes back. KVM: vmid.c, which recycles them.
final class Vmids {

    /// VTTBR_EL2.VMID has 16 bits with VTCR_EL2.VS set.
    private static final int COUNT = 1 << 16;

    private int next = 1; // 0 is the host's own

    /// A VMID that no other VM has, or -1 when there is none left.
    int allocate() {
        return next < COUNT ? next++ : -1;
    }
}
