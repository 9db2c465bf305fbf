package splitvisor.highvisor.hyp;

import splitvisor.cpu.sysreg.Hcr;

/// The values KVM gives to the trap controls. KVM: kvm_arm.h.
public final class TrapValues {

    /// HCR_EL2 while a guest runs, before what depends on features and on the vCPU. KVM:
    /// HCR_GUEST_FLAGS.
    public static final long HCR_GUEST_FLAGS =
            Hcr.TSC | Hcr.TSW | Hcr.TWE | Hcr.TWI | Hcr.VM | Hcr.BSU_IS | Hcr.FB | Hcr.TACR | Hcr.AMO
                    | Hcr.SWIO | Hcr.TIDCP | Hcr.RW | Hcr.TLOR | Hcr.FMO | Hcr.IMO | Hcr.PTW | Hcr.TID3;

    /// With the RAS extension external aborts and error records are EL2's. KVM: vcpu_reset_hcr().
    public static final long HCR_GUEST_RAS = Hcr.TEA | Hcr.TERR;

    /// HCR_EL2 while the split host runs. KVM: HCR_HOST_NVHE_FLAGS.
    public static final long HCR_HOST_NVHE_FLAGS = Hcr.RW | Hcr.API | Hcr.APK;

    /// HCR_EL2 while the VHE host runs. KVM: HCR_HOST_VHE_FLAGS.
    public static final long HCR_HOST_VHE_FLAGS = Hcr.RW | Hcr.TGE | Hcr.E2H;

    /// How many bits an intermediate physical address has. KVM: KVM_PHYS_SHIFT.
    public static final int IPA_BITS = 40;

    /// VTCR_EL2: 40-bit IPA from level 1 (two concatenated tables), write-back walks, inner shareable, 4 KiB
    /// granule, 48-bit output, 16-bit VMID. KVM: kvm_get_vtcr().
    public static final long VTCR = 1L << 31 | 1 << 19 | 5 << 16 | 3 << 12 | 1 << 10 | 1 << 8 | 1 << 6 | 64 - IPA_BITS;

    /// HSTR_EL2: AArch32's CP15 c15 traps. KVM: `write_sysreg(1 << 15, hstr_el2)`.
    public static final long HSTR_GUEST = 1L << 15;

    /// PMUSERENR_EL0: EL0 may read the counters, writes trap. KVM: ARMV8_PMU_USERENR_MASK.
    public static final long PMUSERENR_GUEST = 0xf;

    /// MDCR_EL2 for a guest without debug registers of its own: TPM, TPMCR, TDOSA, TDRA, TDA, TTRF.
    /// KVM: kvm_arm_setup_mdcr_el2().
    public static final long MDCR_GUEST =
            1L << 6 | 1L << 5 | 1L << 10 | 1L << 11 | 1L << 9 | 1L << 19;

    /// MDCR_EL2.TDA: accesses to the debug registers trap. KVM: MDCR_EL2_TDA.
    public static final long MDCR_TDA = 1L << 9;

    /// MDCR_EL2.HPMN: how many counters EL1 has. KVM: MDCR_EL2_HPMN_MASK.
    public static final long MDCR_HPMN = 0x1f;

    /// CPTR_EL2 with E2H clear: the RES1 bits. KVM: CPTR_NVHE_EL2_RES1.
    public static final long CPTR_NVHE_RES1 = 0x32ff;

    /// CPTR_EL2 with E2H clear: trap FP and SIMD. KVM: CPTR_EL2_TFP.
    public static final long CPTR_TFP = 1L << 10;

    /// CPTR_EL2 with E2H clear: trap trace registers. KVM: CPTR_EL2_TTA.
    public static final long CPTR_TTA = 1L << 20;

    /// CPACR_EL1's layout, which CPTR_EL2 has with E2H set: let FP and SIMD through. KVM: CPACR_EL1_FPEN.
    public static final long CPACR_FPEN = 3L << 20;

    /// The same layout: let SVE through (no effect without SVE). KVM: CPACR_EL1_ZEN.
    public static final long CPACR_ZEN = 3L << 16;

    /// The same layout: trap trace registers. KVM: CPACR_EL1_TTA.
    public static final long CPACR_TTA = 1L << 28;

    /// CNTHCTL_EL2 with E2H clear: EL1 may read the physical counter.
    public static final long CNTHCTL_EL1PCTEN = 1;

    /// CNTHCTL_EL2 with E2H clear: EL1 may use the physical timer.
    public static final long CNTHCTL_EL1PCEN = 2;

    /// ICC_SRE_EL2.Enable: EL1 may use ICC_SRE_EL1.
    public static final long ICC_SRE_ENABLE = 8;

    private TrapValues() {}
}
