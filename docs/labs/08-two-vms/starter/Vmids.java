package splitvisor.highvisor.kvm;

/// Gives each VM the VMID that tells its translations from those of others in the TLB: yours to write. VMs are not
/// destroyed here, so none comes back. KVM: vmid.c, which recycles them.
final class Vmids {

    /// VTTBR_EL2.VMID has 16 bits with VTCR_EL2.VS set.
    private static final int COUNT = 1 << 16;

    /// A VMID that no other VM has, or -1 when there is none left.
    int allocate() {
        throw new UnsupportedOperationException("then: which VMIDs may a VM have, and which may none?");
    }
}
