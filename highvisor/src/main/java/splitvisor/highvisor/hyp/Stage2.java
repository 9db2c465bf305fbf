package splitvisor.highvisor.hyp;

import splitvisor.cpu.hosted.Domain;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.sysreg.SysOp;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.VcpuArea.Field;

/// Stage 2 as EL2 switches and maintains it. What differs between the hosts is how a VM's VMID becomes the current one
/// for a TLBI. KVM: __load_stage2(), hyp/nvhe/tlb.c and hyp/vhe/tlb.c.
public abstract class Stage2 {

    private static final int IPA_PAGE_SHIFT = 12;

    protected final HostedCpu cpu;

    protected Stage2(HostedCpu cpu) {
        this.cpu = cpu;
    }

    /// The guest's tables and VMID.
    public final void load(VcpuArea vcpu) {
        cpu.path(HypPath.LOAD_STAGE2);
        cpu.msr(SysReg.VTCR_EL2, vcpu.get(Field.VTCR_EL2));
        cpu.msr(SysReg.VTTBR_EL2, vcpu.get(Field.VTTBR_EL2));
    }

    /// Forgets one page of the VM's stage 2: the IPA's entries first, then the combined ones that
    /// stage 1 made of them. KVM: __kvm_tlb_flush_vmid_ipa().
    public final void flushIpa(long vttbr, long ipa) {
        cpu.path(HypPath.TLB_FLUSH_VMID_IPA);
        long host = enter(vttbr);
        cpu.sys(SysOp.TLBI_IPAS2E1IS, ipa >>> IPA_PAGE_SHIFT);
        cpu.dsb(Domain.ISH);
        cpu.sys(SysOp.TLBI_VMALLE1IS, 0);
        leave(host);
    }

    /// Forgets all of the VM's translations. KVM: __kvm_tlb_flush_vmid().
    public final void flushVm(long vttbr) {
        cpu.path(HypPath.TLB_FLUSH_VMID);
        long host = enter(vttbr);
        cpu.sys(SysOp.TLBI_VMALLS12E1IS, 0);
        leave(host);
    }

    /// Forgets what this PE has cached for the VM. KVM: __kvm_flush_cpu_context().
    public final void flushCpuContext(long vttbr) {
        cpu.path(HypPath.FLUSH_CPU_CONTEXT);
        long host = enter(vttbr);
        cpu.sys(SysOp.TLBI_VMALLE1, 0);
        cpu.sys(SysOp.IC_IALLU, 0);
        cpu.dsb(Domain.NSH);
        cpu.isb();
        leave(host);
    }

    /// TLBI acts on the current VMID: makes the VM's the current one and returns the host's VTTBR_EL2.
    protected abstract long enterVmid(long vttbr);

    /// Gives the host its VMID back.
    protected abstract void leaveVmid(long vttbr);

    private long enter(long vttbr) {
        cpu.dsb(Domain.ISHST); // the walkers must see the table update before
        long host = enterVmid(vttbr);
        cpu.isb();
        return host;
    }

    private void leave(long host) {
        cpu.dsb(Domain.ISH);
        cpu.isb();
        leaveVmid(host);
        cpu.isb();
    }
}
