package splitvisor.highvisor.hyp;

import java.util.List;
import splitvisor.cpu.sysreg.RegisterName;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.cpu.timer.GenericTimers;
import splitvisor.highvisor.hyp.VcpuArea.Field;

/// What the host kernel asks of EL2: all that differs for it between the two hosts. In split mode most
/// of these are an HVC, under VHE a plain call and an ISB. Addresses are the kernel's own virtual
/// addresses. KVM: kvm_call_hyp(), kvm_host.h, and the functions behind it.
public interface HypCalls {

    /// Makes EL2 ready for guests on this CPU. KVM: cpu_init_hyp_mode(), cpu_hyp_init_features().
    ///
    /// @param perCpu address of this CPU's [PerCpu] area
    void init(long perCpu);

    /// Runs the guest until something needs the kernel. KVM: __kvm_vcpu_run().
    ExitCode vcpuRun(long vcpu);

    /// The vCPU is scheduled in. KVM: kvm_vcpu_load_sysregs_vhe(); nothing in split mode.
    void vcpuLoad(long vcpu);

    /// The vCPU is scheduled out. KVM: kvm_vcpu_put_sysregs_vhe(); nothing in split mode.
    void vcpuPut(long vcpu);

    /// Sets the virtual counter's offset. KVM: __kvm_timer_set_cntvoff().
    void setCntvoff(long offset);

    /// The virtual CPU interface's control register. KVM: __vgic_v3_read_vmcr().
    long readVmcr();

    /// KVM: __vgic_v3_write_vmcr().
    void writeVmcr(long vmcr);

    /// Saves the virtual active priorities into the vCPU's area. KVM: __vgic_v3_save_aprs().
    void saveAprs(long vcpu);

    /// KVM: __vgic_v3_restore_aprs().
    void restoreAprs(long vcpu);

    /// What the virtual CPU interface has: ICH_VTR_EL2. KVM: __vgic_v3_get_gic_config().
    long readVtr();

    /// The kernel has filled the vCPU's list registers in memory: moves them to the hardware if they are the
    /// kernel's to move. Nothing in split mode. KVM: vgic_restore_state().
    void restoreVgic(long vcpu);

    /// The same after the guest has run, the other way. KVM: vgic_save_state().
    void saveVgic(long vcpu);

    /// Forgets one page of a VM's stage 2. KVM: __kvm_tlb_flush_vmid_ipa().
    void flushIpa(long vttbr, long ipa);

    /// Forgets what this PE has cached for a VM: another of its vCPUs comes. KVM: __kvm_flush_cpu_context().
    void flushCpuContext(long vttbr);

    /// Forgets all of a VM's translations. KVM: __kvm_tlb_flush_vmid().
    void flushVm(long vttbr);

    /// The debug traps of the vCPU that is loaded have changed. KVM: kvm_arm_setup_debug(), which writes MDCR_EL2
    /// only under VHE; in split mode the next entry does.
    void mdcrChanged(long mdcr);

    /// The name under which the kernel, as it runs, reaches a register of the guest whose state is on
    /// the CPU. KVM: SYS_*_EL12, SYS_*_EL02 under VHE.
    RegisterName guestRegister(SysReg reg);

    /// The register that holds the kernel's per-CPU base where it runs. KVM: this_cpu_ptr().
    RegisterName perCpuRegister();

    /// The interrupt of the timer that is the kernel's own where it runs. Linux: arch_timer_select_ppi().
    int hostTimerInterrupt();

    /// The timers that the guest may use directly while it is loaded.
    /// KVM: get_timer_map().
    List<GuestTimer> directTimers();

    /// Timers that the world switch moves on every exit: while the guest does not run, the kernel watches them.
    List<GuestTimer> switchedTimers();

    /// Which KVM the world switches follow.
    Generation generation();

    /// HCR_EL2 of a new guest. KVM: vcpu_reset_hcr().
    long guestHcr();

    /// A timer of a guest: its registers, and where they wait in the vCPU's area.
    enum GuestTimer {
        VIRTUAL(GenericTimers.EL1_VIRTUAL_PPI,
                SysReg.CNTV_CTL_EL0, SysReg.CNTV_CVAL_EL0, Field.CNTV_CTL, Field.CNTV_CVAL),
        PHYSICAL(GenericTimers.EL1_PHYSICAL_PPI,
                SysReg.CNTP_CTL_EL0, SysReg.CNTP_CVAL_EL0, Field.CNTP_CTL, Field.CNTP_CVAL);

        private final int intid;
        private final SysReg control;
        private final SysReg compare;
        private final Field savedControl;
        private final Field savedCompare;

        GuestTimer(int intid, SysReg control, SysReg compare, Field savedControl, Field savedCompare) {
            this.intid = intid;
            this.control = control;
            this.compare = compare;
            this.savedControl = savedControl;
            this.savedCompare = savedCompare;
        }

        /// Its interrupt, in the guest and in the host.
        public int intid() {
            return intid;
        }

        public SysReg control() {
            return control;
        }

        public SysReg compare() {
            return compare;
        }

        public Field savedControl() {
            return savedControl;
        }

        public Field savedCompare() {
            return savedCompare;
        }
    }
}
