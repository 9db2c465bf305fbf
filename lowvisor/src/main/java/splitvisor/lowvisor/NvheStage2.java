package splitvisor.lowvisor;

import splitvisor.cpu.hosted.Domain;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.sysreg.SysOp;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.HypPath;
import splitvisor.highvisor.hyp.VcpuArea;
import splitvisor.highvisor.hyp.VcpuArea.Field;

/// Stage 2 as the lowvisor switches and maintains it. KVM: __load_stage2(), hyp/nvhe/tlb.c.
final class NvheStage2 {

    private static final int IPA_PAGE_SHIFT = 12;

    private final HostedCpu cpu;

    NvheStage2(HostedCpu cpu) {
        this.cpu = cpu;
    }

    /// The guest's tables and VMID.
    void load(VcpuArea vcpu) {
        cpu.path(HypPath.LOAD_STAGE2);
        cpu.msr(SysReg.VTCR_EL2, vcpu.get(Field.VTCR_EL2));
        cpu.msr(SysReg.VTTBR_EL2, vcpu.get(Field.VTTBR_EL2));
    }

    /// The host runs without stage 2; VMID 0 is its own.
    void loadHost() {
        cpu.path(HypPath.LOAD_HOST_STAGE2);
        cpu.msr(SysReg.VTTBR_EL2, 0);
    }

    /// Forgets one page of the VM's stage 2: the IPA's entries first, then the combined ones that
    /// stage 1 made of them. KVM: __kvm_tlb_flush_vmid_ipa().
    void flushIpa(long vttbr, long ipa) {
        cpu.path(HypPath.TLB_FLUSH_VMID_IPA);
        enterVmid(vttbr);
        cpu.sys(SysOp.TLBI_IPAS2E1IS, ipa >>> IPA_PAGE_SHIFT);
        cpu.dsb(Domain.ISH);
        cpu.sys(SysOp.TLBI_VMALLE1IS, 0);
        leaveVmid();
    }

    /// Forgets all of the VM's translations. KVM: __kvm_tlb_flush_vmid().
    void flushVm(long vttbr) {
        cpu.path(HypPath.TLB_FLUSH_VMID);
        enterVmid(vttbr);
        cpu.sys(SysOp.TLBI_VMALLS12E1IS, 0);
        leaveVmid();
    }

    /// Forgets what this PE has cached for the VM. KVM: __kvm_flush_cpu_context().
    void flushCpuContext(long vttbr) {
        cpu.path(HypPath.FLUSH_CPU_CONTEXT);
        enterVmid(vttbr);
        cpu.sys(SysOp.TLBI_VMALLE1, 0);
        cpu.sys(SysOp.IC_IALLU, 0);
        cpu.dsb(Domain.NSH);
        cpu.isb();
        leaveVmid();
    }

    /// TLBI acts on the current VMID, so the guest's must be the current one meanwhile.
    private void enterVmid(long vttbr) {
        cpu.dsb(Domain.ISHST); // the walkers must see the table update before
        cpu.msr(SysReg.VTTBR_EL2, vttbr);
        cpu.isb();
    }

    private void leaveVmid() {
        cpu.dsb(Domain.ISH);
        cpu.isb();
        cpu.msr(SysReg.VTTBR_EL2, 0);
        cpu.isb();
    }
}
