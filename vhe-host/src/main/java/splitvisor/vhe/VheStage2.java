package splitvisor.vhe;

import splitvisor.cpu.hosted.Domain;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.SysOp;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.HypPath;
import splitvisor.highvisor.hyp.TrapValues;
import splitvisor.highvisor.hyp.VcpuArea;
import splitvisor.highvisor.hyp.VcpuArea.Field;

/// Stage 2 as a VHE host switches and maintains it. The host itself is outside its reach: with E2H and
/// TGE set, stage 2 does not apply. KVM: __load_stage2(), hyp/vhe/tlb.c.
final class VheStage2 {

    private static final int IPA_PAGE_SHIFT = 12;

    private final HostedCpu cpu;

    VheStage2(HostedCpu cpu) {
        this.cpu = cpu;
    }

    /// The guest's tables and VMID.
    void load(VcpuArea vcpu) {
        cpu.path(HypPath.LOAD_STAGE2);
        cpu.msr(SysReg.VTCR_EL2, vcpu.get(Field.VTCR_EL2));
        cpu.msr(SysReg.VTTBR_EL2, vcpu.get(Field.VTTBR_EL2));
    }

    /// Forgets one page of the VM's stage 2: the IPA's entries first, then the combined ones that
    /// stage 1 made of them. KVM: __kvm_tlb_flush_vmid_ipa().
    void flushIpa(long vttbr, long ipa) {
        cpu.path(HypPath.TLB_FLUSH_VMID_IPA);
        long host = enterVmid(vttbr);
        cpu.sys(SysOp.TLBI_IPAS2E1IS, ipa >>> IPA_PAGE_SHIFT);
        cpu.dsb(Domain.ISH);
        cpu.sys(SysOp.TLBI_VMALLE1IS, 0);
        leaveVmid(host);
    }

    /// Forgets all of the VM's translations. KVM: __kvm_tlb_flush_vmid().
    void flushVm(long vttbr) {
        cpu.path(HypPath.TLB_FLUSH_VMID);
        long host = enterVmid(vttbr);
        cpu.sys(SysOp.TLBI_VMALLS12E1IS, 0);
        leaveVmid(host);
    }

    /// Forgets what this PE has cached for the VM. KVM: __kvm_flush_cpu_context().
    void flushCpuContext(long vttbr) {
        cpu.path(HypPath.FLUSH_CPU_CONTEXT);
        long host = enterVmid(vttbr);
        cpu.sys(SysOp.TLBI_VMALLE1, 0);
        cpu.sys(SysOp.IC_IALLU, 0);
        cpu.dsb(Domain.NSH);
        cpu.isb();
        leaveVmid(host);
    }

    /// TLBI of EL1's regime means the host's EL2&0 while TGE is set, so TGE goes meanwhile.
    private long enterVmid(long vttbr) {
        cpu.dsb(Domain.ISHST); // the walkers must see the table update before
        long current = cpu.mrs(SysReg.VTTBR_EL2);
        cpu.msr(SysReg.VTTBR_EL2, vttbr);
        cpu.msr(SysReg.HCR_EL2, TrapValues.HCR_HOST_VHE_FLAGS & ~Hcr.TGE);
        cpu.isb();
        return current;
    }

    private void leaveVmid(long vttbr) {
        cpu.dsb(Domain.ISH);
        cpu.isb();
        cpu.msr(SysReg.HCR_EL2, TrapValues.HCR_HOST_VHE_FLAGS);
        cpu.msr(SysReg.VTTBR_EL2, vttbr);
        cpu.isb();
    }
}
