package splitvisor.cpu.mmu;

import static splitvisor.cpu.mmu.Pseudocode.alignmentFault;
import static splitvisor.cpu.mmu.Pseudocode.bit;
import static splitvisor.cpu.mmu.Pseudocode.bits;
import static splitvisor.cpu.mmu.Pseudocode.cached;
import static splitvisor.cpu.mmu.Pseudocode.combineShareability;
import static splitvisor.cpu.mmu.Pseudocode.decodeTg0;
import static splitvisor.cpu.mmu.Pseudocode.descriptorType;
import static splitvisor.cpu.mmu.Pseudocode.effectiveShareability;
import static splitvisor.cpu.mmu.Pseudocode.oaOutOfRange;
import static splitvisor.cpu.mmu.Pseudocode.paMax;
import static splitvisor.cpu.mmu.Pseudocode.s2CombineS1MemAttrs;
import static splitvisor.cpu.mmu.Pseudocode.s2HasPermissionsFault;
import static splitvisor.cpu.mmu.Pseudocode.tableBase;

import splitvisor.cpu.memory.PhysicalMemory;
import splitvisor.cpu.sysreg.SysReg;

/// Address translation as the Arm ARM's pseudocode says it (J1.1.5, aarch64/translation), function by
/// function and bit by bit, without regard to speed and without any code of the machine's own walker.
/// Armv8.2 without LPA, LVA, TTST, HAFDBS; hierarchical permission disables included.
final class ReferenceTranslation {

    /// The requested access: AccessDescriptor as far as it matters here.
    ///
    /// @param ifetch an instruction fetch; else data
    /// @param el privilege that is checked: 0, or above
    /// @param pan PSTATE.PAN applies
    record AccessDescriptor(boolean ifetch, boolean write, int el, boolean pan, boolean aligned, boolean zva) {}

    /// The outcome: `status` is null for success.
    record AddressDescriptor(String status, int level, boolean secondStage, boolean s2fs1walk, long ipa, long pa,
            int memAttr, int sh) {

        boolean isFault() {
            return status != null;
        }
    }

    /// S1TTWParams and S2TTWParams.
    private record WalkParams(int tgx, int txsz, int ps, boolean tbi, boolean epd, boolean hpd, long ttb) {}

    private static final String TRANSLATION = "Translation";
    private static final String ADDRESS_SIZE = "AddressSize";
    private static final String ACCESS_FLAG = "AccessFlag";
    private static final String PERMISSION = "Permission";
    private static final String ALIGNMENT = "Alignment";
    private static final String EXTERNAL_ON_WALK = "SyncExternalOnWalk";

    private final PhysicalMemory memory;
    private final long[] sys;
    private final Regime regime;

    ReferenceTranslation(PhysicalMemory memory, long[] sys, Regime regime) {
        this.memory = memory;
        this.sys = sys;
        this.regime = regime;
    }

    /// AArch64.FullTranslate.
    AddressDescriptor fullTranslate(long va, AccessDescriptor acc) {
        AddressDescriptor ipa = s1Translate(va, acc);
        if (ipa.isFault() || regime != Regime.EL10 || !s2Enabled()) {
            return ipa;
        }
        return s2Translate(ipa, acc, false);
    }

    // ---- Registers

    private long reg(SysReg register) {
        return sys[register.ordinal()];
    }

    private long hcr() {
        long hcr = reg(SysReg.HCR_EL2);
        return bit(hcr, 34) && bit(hcr, 27) ? 0 : hcr; // {E2H,TGE} = {1,1}: VM, DC, PTW behave as 0
    }

    private boolean s2Enabled() {
        return bit(hcr(), 0) || bit(hcr(), 12);
    }

    private long sctlr() {
        return reg(regime == Regime.EL10 ? SysReg.SCTLR_EL1 : SysReg.SCTLR_EL2);
    }

    /// AArch64.S1Enabled: for EL1&0, HCR_EL2.<DC,TGE> == '00' && SCTLR_EL1.M == '1'.
    private boolean s1Enabled() {
        boolean m = bit(sctlr(), 0);
        return regime == Regime.EL10 ? m && !bit(hcr(), 12) && !bit(hcr(), 27) : m;
    }

    // ---- Stage 1

    private WalkParams s1Params(boolean upper) {
        long tcr = reg(regime == Regime.EL10 ? SysReg.TCR_EL1 : SysReg.TCR_EL2);
        if (regime == Regime.EL2) {
            return new WalkParams(decodeTg0((int) bits(tcr, 15, 14)), (int) bits(tcr, 5, 0), (int) bits(tcr, 18, 16),
                    bit(tcr, 20), false, bit(tcr, 24), reg(SysReg.TTBR0_EL2));
        }
        int ps = (int) bits(tcr, 34, 32);
        boolean el1 = regime == Regime.EL10;
        if (upper) {
            int tg1 = (int) bits(tcr, 31, 30);
            int tg = tg1 == 1 ? 14 : tg1 == 3 ? 16 : 12;
            return new WalkParams(tg, (int) bits(tcr, 21, 16), ps, bit(tcr, 38), bit(tcr, 23), bit(tcr, 42),
                    reg(el1 ? SysReg.TTBR1_EL1 : SysReg.TTBR1_EL2));
        }
        return new WalkParams(decodeTg0((int) bits(tcr, 15, 14)), (int) bits(tcr, 5, 0), ps, bit(tcr, 37), bit(tcr, 7),
                bit(tcr, 41), reg(el1 ? SysReg.TTBR0_EL1 : SysReg.TTBR0_EL2));
    }

    private static AddressDescriptor fault(String status, int level, boolean secondStage, boolean walk, long ipa) {
        return new AddressDescriptor(status, level, secondStage, walk, ipa, 0, 0, 0);
    }

    private static AddressDescriptor s1Fault(String status, int level) {
        return fault(status, level, false, false, 0);
    }

    /// AArch64.S1Translate.
    private AddressDescriptor s1Translate(long va, AccessDescriptor acc) {
        boolean upper = regime != Regime.EL2 && bit(va, 55);
        WalkParams params = s1Params(upper);
        if (!s1Enabled()) {
            return s1DisabledOutput(va, params, acc);
        }
        if (params.txsz < 16 || params.txsz > 39 || params.epd || vaIsOutOfRange(va, upper, params)) {
            return s1Fault(TRANSLATION, 0);
        }
        return s1Walk(va, params, acc);
    }

    /// AArch64.S1Walk.
    private AddressDescriptor s1Walk(long va, WalkParams params, AccessDescriptor acc) {
        int iasize = 64 - params.txsz;
        int stride = params.tgx - 3;
        int level = 4 - (iasize - params.tgx + stride - 1) / stride;
        long base = tableBase(params.ttb, iasize - (params.tgx + (3 - level) * stride));
        if (oaOutOfRange(base, params.ps)) {
            return s1Fault(ADDRESS_SIZE, 0);
        }
        long tables = 0;
        int indexMsb = iasize - 1;
        while (true) {
            int indexLsb = params.tgx + (3 - level) * stride;
            AddressDescriptor walk = s1WalkAddress(base + bits(va, indexMsb, indexLsb) * 8);
            if (walk.isFault()) {
                return walk;
            }
            if (!memory.isRam(walk.pa, 8)) {
                return s1Fault(EXTERNAL_ON_WALK, level);
            }
            long d = memory.readRam(walk.pa, 3);
            String type = descriptorType(d, level, params.tgx);
            if (type.equals("invalid")) {
                return s1Fault(TRANSLATION, level);
            }
            if (type.equals("leaf")) {
                return s1Leaf(va, d, level, indexLsb, params, acc, params.hpd ? 0 : tables);
            }
            tables |= d;
            base = bits(d, 47, params.tgx) << params.tgx;
            if (oaOutOfRange(base, params.ps)) {
                return s1Fault(ADDRESS_SIZE, level);
            }
            indexMsb = indexLsb - 1;
            level++;
        }
    }

    /// Where a stage 1 descriptor is: stage 2 has its say.
    private AddressDescriptor s1WalkAddress(long ipa) {
        AddressDescriptor in = new AddressDescriptor(null, 0, false, false, ipa, ipa, 0xff, 0);
        AccessDescriptor read = new AccessDescriptor(false, false, 1, false, true, false);
        return regime == Regime.EL10 && s2Enabled() ? s2Translate(in, read, true) : in;
    }

    private AddressDescriptor s1Leaf(long va, long d, int level, int lsb, WalkParams params, AccessDescriptor acc,
            long tables) {
        long oa = bits(d, 47, lsb) << lsb;
        if (oaOutOfRange(oa, params.ps)) {
            return s1Fault(ADDRESS_SIZE, level);
        }
        if (!bit(d, 10)) {
            return s1Fault(ACCESS_FLAG, level);
        }
        long mair = reg(regime == Regime.EL10 ? SysReg.MAIR_EL1 : SysReg.MAIR_EL2);
        int index = (int) bits(d, 4, 2);
        int attr = cached((int) bits(mair, 8 * index + 7, 8 * index), bit(sctlr(), acc.ifetch ? 12 : 2));
        int sh = effectiveShareability(attr, (int) bits(d, 9, 8));
        if (alignmentFault(attr, acc)) {
            return s1Fault(ALIGNMENT, level);
        }
        if (s1HasPermissionsFault(d, tables, acc)) {
            return s1Fault(PERMISSION, level);
        }
        long pa = oa | bits(va, lsb - 1, 0);
        return new AddressDescriptor(null, level, false, false, pa, pa, attr, sh);
    }

    /// AArch64.S1DirectBasePermissions, S1AmendPermissions for tables, S1HasPermissionsFault.
    private boolean s1HasPermissionsFault(long d, long tables, AccessDescriptor acc) {
        boolean ap2 = bit(d, 7) || bit(tables, 62);
        boolean ap1 = bit(d, 6) && !bit(tables, 61);
        boolean xn = bit(d, 54) || bit(tables, 60);
        boolean wxn = bit(sctlr(), 19);
        if (regime == Regime.EL2) {
            boolean w = !ap2;
            boolean x = !xn && !(wxn && w);
            return acc.ifetch ? !x : acc.write && !w;
        }
        boolean pr = true;
        boolean pw = !ap2;
        boolean ur = ap1;
        boolean uw = ap1 && !ap2;
        boolean ux = !xn && !(wxn && uw);
        boolean px = !(bit(d, 53) || bit(tables, 59)) && !uw && !(wxn && pw);
        if (acc.pan && !acc.ifetch && ur) {
            pr = false;
            pw = false;
        }
        if (acc.ifetch) {
            return acc.el == 0 ? !ux : !px;
        }
        return acc.write ? !(acc.el == 0 ? uw : pw) : !(acc.el == 0 ? ur : pr);
    }

    /// AArch64.VAIsOutOfRange.
    private boolean vaIsOutOfRange(long va, boolean upper, WalkParams params) {
        int addrTop = params.tbi ? 55 : 63;
        int iasize = 64 - params.txsz;
        for (int i = iasize; i <= addrTop; i++) {
            if (bit(va, i) != upper) {
                return true;
            }
        }
        return false;
    }

    /// AArch64.S1DisabledOutput.
    private AddressDescriptor s1DisabledOutput(long va, WalkParams params, AccessDescriptor acc) {
        int addrTop = params.tbi ? 55 : 63;
        if (bits(va, addrTop, paMax()) != 0) {
            return s1Fault(ADDRESS_SIZE, 0);
        }
        int attr;
        if (regime == Regime.EL10 && bit(hcr(), 12)) {
            attr = 0xff;
        } else if (acc.ifetch) {
            attr = bit(sctlr(), 12) ? 0xaa : 0x44;
        } else {
            attr = 0;
        }
        if (alignmentFault(attr, acc)) {
            return s1Fault(ALIGNMENT, 0);
        }
        long pa = bits(va, paMax() - 1, 0);
        return new AddressDescriptor(null, 0, false, false, pa, pa, attr, effectiveShareability(attr, 0));
    }

    // ---- Stage 2

    /// AArch64.S2Translate, with S2Walk.
    private AddressDescriptor s2Translate(AddressDescriptor in, AccessDescriptor acc, boolean s2fs1walk) {
        long ipa = in.pa;
        long vtcr = reg(SysReg.VTCR_EL2);
        int tgx = decodeTg0((int) bits(vtcr, 15, 14));
        int txsz = (int) bits(vtcr, 5, 0);
        int sl0 = (int) bits(vtcr, 7, 6);
        int ps = (int) bits(vtcr, 18, 16);
        int iasize = 64 - txsz;
        int stride = tgx - 3;
        boolean invalidSl = sl0 == 3 || sl0 == 2 && paMax() < (tgx == 14 ? 42 : 44);
        int level = tgx == 12 ? 2 - sl0 : 3 - sl0;
        int startSizeCheck = iasize - ((3 - level) * stride + tgx);
        boolean inconsistentSl = startSizeCheck < 1 || startSizeCheck > stride + 4;
        boolean outOfRange = iasize < 64 && bits(ipa, 55, iasize) != 0;
        if (txsz < 16 || txsz > 39 || invalidSl || inconsistentSl || outOfRange) {
            return fault(TRANSLATION, 0, true, s2fs1walk, ipa);
        }
        long base = tableBase(reg(SysReg.VTTBR_EL2), startSizeCheck);
        if (oaOutOfRange(base, ps)) {
            return fault(ADDRESS_SIZE, 0, true, s2fs1walk, ipa);
        }
        return s2Walk(in, base, level, iasize - 1, acc, s2fs1walk);
    }

    /// AArch64.S2Walk.
    private AddressDescriptor s2Walk(AddressDescriptor in, long start, int startLevel, int msb, AccessDescriptor acc,
            boolean s2fs1walk) {
        long ipa = in.pa;
        long vtcr = reg(SysReg.VTCR_EL2);
        int tgx = decodeTg0((int) bits(vtcr, 15, 14));
        int ps = (int) bits(vtcr, 18, 16);
        long base = start;
        int level = startLevel;
        int indexMsb = msb;
        while (true) {
            int indexLsb = tgx + (3 - level) * (tgx - 3);
            long at = base + bits(ipa, indexMsb, indexLsb) * 8;
            if (!memory.isRam(at, 8)) {
                return fault(EXTERNAL_ON_WALK, level, true, s2fs1walk, ipa);
            }
            long d = memory.readRam(at, 3);
            String type = descriptorType(d, level, tgx);
            if (type.equals("invalid")) {
                return fault(TRANSLATION, level, true, s2fs1walk, ipa);
            }
            if (type.equals("leaf")) {
                return s2Leaf(in, d, level, indexLsb, ps, acc, s2fs1walk);
            }
            base = bits(d, 47, tgx) << tgx;
            if (oaOutOfRange(base, ps)) {
                return fault(ADDRESS_SIZE, level, true, s2fs1walk, ipa);
            }
            indexMsb = indexLsb - 1;
            level++;
        }
    }

    private AddressDescriptor s2Leaf(AddressDescriptor in, long d, int level, int lsb, int ps, AccessDescriptor acc,
            boolean s2fs1walk) {
        long ipa = in.pa;
        long oa = bits(d, 47, lsb) << lsb;
        if (oaOutOfRange(oa, ps)) {
            return fault(ADDRESS_SIZE, level, true, s2fs1walk, ipa);
        }
        if (!bit(d, 10)) {
            return fault(ACCESS_FLAG, level, true, s2fs1walk, ipa);
        }
        int memAttr = (int) bits(d, 5, 2);
        boolean device = (memAttr & 0xc) == 0;
        if (!s2fs1walk && device && (acc.zva || !acc.aligned && !acc.ifetch)) {
            return fault(ALIGNMENT, level, true, false, ipa);
        }
        boolean walkOnDevice = s2fs1walk && bit(hcr(), 2) && device;
        if (walkOnDevice || s2HasPermissionsFault(d, acc)) {
            return fault(PERMISSION, level, true, s2fs1walk, ipa);
        }
        boolean s2Disabled = bit(hcr(), acc.ifetch ? 33 : 32);
        int attr = s2CombineS1MemAttrs(in.memAttr, s2Disabled && !device ? 0b0101 : memAttr);
        int sh = effectiveShareability(attr, combineShareability(in.sh, (int) bits(d, 9, 8)));
        return new AddressDescriptor(null, level, false, false, ipa, oa | bits(ipa, lsb - 1, 0), attr, sh);
    }
}
