package splitvisor.highvisor.kvm;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.kernel.KernelPath;

/// Emulates a guest's load or store to an address with no memory behind it, by a device in the kernel or by user
/// space; yours to write. KVM: io_mem_abort(), kvm_handle_mmio_return(), mmio.c.
final class Mmio {

    private static final long SCTLR_EE = 1L << 25;

    private final HostedCpu cpu;
    private final IoBus bus; //             has(ipa), read(vcpu, ipa, log2), write(vcpu, ipa, log2, value): the kernel's
    private final Vcpu vcpu; //             x(n), setX(n, value), incrementPc(); run(): the page shared with user space
    private Syndrome.Access pending; //     what complete() has to know of the instruction

    Mmio(HostedCpu cpu, IoBus bus, Vcpu vcpu) {
        this.cpu = cpu;
        this.bus = bus;
        this.vcpu = vcpu;
    }

    /// Makes the access for the guest: at once if the device is the kernel's, and by user space else.
    Resume emulate(Syndrome.Stage2Fault fault) {
        throw new UnsupportedOperationException("an access to a device: describe it in kvm_run");
    }

    /// Gives a load its value and steps over the instruction. After an exit to user space this happens
    /// at the next KVM_RUN.
    void complete() {
        throw new UnsupportedOperationException("the device has answered: what has the guest to see of it?");
    }

    /// A big-endian guest sees the bytes the other way round. KVM: vcpu_data_host_to_guest(),
    /// vcpu_data_guest_to_host().
    private long inGuestOrder(long value) {
        boolean bigEndian = (vcpu.readSysReg(SysReg.SCTLR_EL1) & SCTLR_EE) != 0;
        return bigEndian ? Long.reverseBytes(value) >>> 64 - (8 << pending.log2()) : value;
    }
}
