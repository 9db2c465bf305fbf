package splitvisor.highvisor.hyp;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.sysreg.SysReg;

/// EL2's per-CPU area: the host's context and what the switch keeps between entry and exit. Its base is
/// in TPIDR_EL2, and each method that names a variable reads that register, as `this_cpu_ptr` does.
/// KVM: struct kvm_host_data, kvm_hyp_ctxt, kvm_hyp_vector.
public final class PerCpu {

    /// Size of the area, in bytes.
    public static final int SIZE = 2 * 0x800;

    private static final int HYP_CONTEXT = 0x800;
    private static final int LOADED_VCPU = 0x700;
    private static final int GUEST_VECTORS = 0x708;
    private static final int HOST_PMUSERENR = 0x710;
    private static final int HOST_VECTORS = 0x718;

    private final HostedCpu cpu;

    public PerCpu(HostedCpu cpu) {
        this.cpu = cpu;
    }

    /// The host's context: what `kvm_host_data.host_ctxt` holds.
    public Context hostContext() {
        return new Context(cpu, base());
    }

    /// Where EL2's own callee-saved registers wait while the guest runs.
    public Context hypContext() {
        return new Context(cpu, base() + HYP_CONTEXT);
    }

    /// The vectors to be used while a guest runs.
    public long guestVectors() {
        return cpu.ldr(base() + GUEST_VECTORS);
    }

    public void setGuestVectors(long address) {
        cpu.str(address, base() + GUEST_VECTORS);
    }

    /// The vectors to be used while the host runs.
    public long hostVectors() {
        return cpu.ldr(base() + HOST_VECTORS);
    }

    public void setHostVectors(long address) {
        cpu.str(address, base() + HOST_VECTORS);
    }

    /// The address of the vCPU that runs, or 0.
    public long loadedVcpu() {
        return cpu.ldr(base() + LOADED_VCPU);
    }

    public void setLoadedVcpu(long vcpu) {
        cpu.str(vcpu, base() + LOADED_VCPU);
    }

    /// Exchanges PMUSERENR_EL0 for the value a guest runs under, keeping the host's.
    public void enterPmu(long guestValue) {
        long base = base();
        cpu.str(cpu.mrs(SysReg.PMUSERENR_EL0), base + HOST_PMUSERENR);
        cpu.msr(SysReg.PMUSERENR_EL0, guestValue);
    }

    /// Gives the host's PMUSERENR_EL0 back.
    public void leavePmu() {
        cpu.msr(SysReg.PMUSERENR_EL0, cpu.ldr(base() + HOST_PMUSERENR));
    }

    private long base() {
        return cpu.mrs(SysReg.TPIDR_EL2);
    }
}
