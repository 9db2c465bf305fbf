package splitvisor.cpu.mmu;

import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.SysReg;

/// A translation regime with the values of all registers that control it, ASID and VMID included,
/// under a small number. Two accesses with the same context and address have the same translation as
/// long as the tables stay as they are, so TLB entries are tagged with the number, and a world
/// switch only changes which context is current.
final class Context {

    /// Privilege variants of a context's TLB entries: EL0, privileged, privileged under PAN.
    static final int USER = 0;
    static final int PRIVILEGED = 1;
    static final int PAN = 2;

    /// SCTLR_ELx.
    private static final long M = 1;
    private static final long A = 1 << 1;
    private static final long C = 1 << 2;
    private static final long I = 1 << 12;
    private static final long WXN = 1 << 19;

    /// HCR_EL2's bits that take part in the EL1&0 regime.
    private static final long HCR_BITS = Hcr.VM | Hcr.PTW | Hcr.DC | Hcr.TGE | Hcr.CD | Hcr.ID;

    final int number;

    Regime regime;
    long sctlr;
    long tcr;
    long ttbr0;
    long ttbr1;
    long mair;
    long hcr;
    long vtcr;
    long vttbr;

    /// Which stages translate.
    boolean stage1;
    boolean stage2;

    /// Size of a physical address.
    int paBits;

    boolean writeImpliesExecuteNever;

    /// SCTLR_ELx.A: every data access must be aligned.
    boolean alignmentChecked;

    /// What data accesses and fetches get while stage 1 is off.
    int flatData;
    int flatFetch;

    /// Normal memory is Non-cacheable to data accesses (SCTLR_ELx.C) and to fetches (SCTLR_ELx.I), and stage
    /// 2 makes it so (HCR_EL2.{CD,ID}).
    boolean dataUncached;
    boolean fetchUncached;
    boolean stage2DataUncached;
    boolean stage2FetchUncached;

    /// A stage 1 walk must not touch Device memory (HCR_EL2.PTW).
    boolean protectsWalks;

    final AddressRange lower = new AddressRange();
    final AddressRange upper = new AddressRange();
    final AddressRange guest = new AddressRange();

    Context(int number) {
        this.number = number;
    }

    /// The tag part of TLB entries of this context: 9 bits from bit 3 on.
    long key(int privilege) {
        return (long) (number << 2 | privilege) << 3;
    }

    /// Whether every data access must be aligned, whatever it reaches.
    boolean strictlyAligned() {
        return alignmentChecked || !stage1 && Attributes.isDevice(flatData);
    }

    /// Whether the ASID is the current one, as far as TCR_ELx.{A1,AS} let it be told.
    boolean hasAsid(int asid) {
        long ttbr = (tcr & 1L << 22) != 0 ? ttbr1 : ttbr0;
        int width = (tcr & 1L << 36) != 0 ? 0xffff : 0xff;
        return (((int) (ttbr >>> 48) ^ asid) & width) == 0;
    }

    int vmid() {
        return vmid(vtcr, vttbr);
    }

    /// The VMID in VTTBR_EL2; VTCR_EL2.VS says how wide it is.
    static int vmid(long vtcr, long vttbr) {
        return (int) (vttbr >>> 48) & ((vtcr & 1L << 19) != 0 ? 0xffff : 0xff);
    }

    /// Whether the registers still hold what this context was made from.
    boolean matches(long[] sys, Regime r, long effectiveHcr) {
        return regime == r
                && sctlr == sys[r.sctlr]
                && tcr == sys[r.tcr]
                && ttbr0 == sys[r.ttbr0]
                && ttbr1 == sys[r.ttbr1]
                && mair == sys[r.mair]
                && hcr == effectiveHcr
                && (r != Regime.EL10
                        || vtcr == sys[SysReg.VTCR_EL2.ordinal()]
                                && vttbr == sys[SysReg.VTTBR_EL2.ordinal()]);
    }

    /// HCR_EL2 as far as the regime depends on it (Arm ARM D19.2.48: what {E2H,TGE} = {1,1} makes 0).
    static long effectiveHcr(Regime regime, long hcr) {
        boolean host = (hcr & (Hcr.E2H | Hcr.TGE)) == (Hcr.E2H | Hcr.TGE);
        return regime != Regime.EL10 || host ? 0 : hcr & HCR_BITS;
    }

    /// Takes over the registers' values.
    void capture(long[] sys, Regime r, long effectiveHcr) {
        regime = r;
        sctlr = sys[r.sctlr];
        tcr = sys[r.tcr];
        ttbr0 = sys[r.ttbr0];
        ttbr1 = sys[r.ttbr1];
        mair = sys[r.mair];
        hcr = effectiveHcr;
        boolean virtual = r == Regime.EL10;
        vtcr = virtual ? sys[SysReg.VTCR_EL2.ordinal()] : 0;
        vttbr = virtual ? sys[SysReg.VTTBR_EL2.ordinal()] : 0;
        paBits = AddressRange.addressBits((int) sys[SysReg.ID_AA64MMFR0_EL1.ordinal()] & 0xf);
        derive();
    }

    private void derive() {
        // HCR_EL2.DC and TGE turn stage 1 off; DC turns stage 2 on.
        stage1 = (sctlr & M) != 0 && (hcr & (Hcr.DC | Hcr.TGE)) == 0;
        stage2 = (hcr & (Hcr.VM | Hcr.DC)) != 0;
        boolean defaultCacheable = (hcr & Hcr.DC) != 0;
        writeImpliesExecuteNever = (sctlr & WXN) != 0;
        alignmentChecked = (sctlr & A) != 0;
        flatData = defaultCacheable ? Attributes.WRITE_BACK : Attributes.DEVICE_NGNRNE;
        flatFetch =
                defaultCacheable
                        ? Attributes.WRITE_BACK
                        : (sctlr & I) != 0 ? Attributes.WRITE_THROUGH : Attributes.NON_CACHEABLE;
        dataUncached = (sctlr & C) == 0;
        fetchUncached = (sctlr & I) == 0;
        stage2DataUncached = (hcr & Hcr.CD) != 0;
        stage2FetchUncached = (hcr & Hcr.ID) != 0;
        protectsWalks = (hcr & Hcr.PTW) != 0;
        if (regime.hasEl0()) {
            deriveTwoRanges();
        } else {
            deriveOneRange();
        }
        if (stage2) {
            guest.stage2(vtcr, vttbr, paBits);
        }
    }

    /// TCR_EL1, and TCR_EL2 while E2H is 1.
    private void deriveTwoRanges() {
        int outputBits = Math.min(AddressRange.addressBits((int) (tcr >>> 32)), paBits);
        lower.stage1(Granule.ofTg0((int) (tcr >>> 14) & 3), (int) tcr & 0x3f, ttbr0, outputBits);
        lower.topByteIgnored = (tcr & 1L << 37) != 0;
        lower.flatPermissions = (tcr & 1L << 41) != 0;
        lower.faults |= (tcr & 1L << 7) != 0; // EPD0
        upper.stage1(Granule.ofTg1((int) (tcr >>> 30) & 3), (int) (tcr >>> 16) & 0x3f, ttbr1, outputBits);
        upper.topByteIgnored = (tcr & 1L << 38) != 0;
        upper.flatPermissions = (tcr & 1L << 42) != 0;
        upper.faults |= (tcr & 1L << 23) != 0; // EPD1
    }

    /// TCR_EL2 while E2H is 0.
    private void deriveOneRange() {
        int outputBits = Math.min(AddressRange.addressBits((int) (tcr >>> 16)), paBits);
        lower.stage1(Granule.ofTg0((int) (tcr >>> 14) & 3), (int) tcr & 0x3f, ttbr0, outputBits);
        lower.topByteIgnored = (tcr & 1L << 20) != 0;
        lower.flatPermissions = (tcr & 1L << 24) != 0;
    }
}
