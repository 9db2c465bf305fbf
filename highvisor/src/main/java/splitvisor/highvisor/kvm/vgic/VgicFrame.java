package splitvisor.highvisor.kvm.vgic;

/// A register frame of the guest's interrupt controller, as its accesses arrive from the VM's I/O bus.
/// KVM: struct vgic_io_device.
public interface VgicFrame {

    /// What `vcpu` reads: 1 << `log2` bytes at `offset`. What no register is behind reads as zero.
    long read(VgicVcpu vcpu, int offset, int log2);

    /// A write by `vcpu`; ignored where no register is.
    void write(VgicVcpu vcpu, int offset, int log2, long value);
}
