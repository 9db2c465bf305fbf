package splitvisor.cpu.sysreg;

import java.util.ArrayList;
import java.util.List;
import splitvisor.cpu.cost.CostGroup;

/// The facts about one system register or system instruction, in the order its row gives them. Each fact is
/// stated at most once; what can be derived (minimum EL, aliases) is not a fact.
final class Spec {

    final int encoding;
    boolean readable = true;
    boolean writable = true;
    int writeFrom;
    Feature feature;
    long reset;
    boolean resetKnown;
    long mask = -1;
    long res1;
    SysReg e2h;
    SysReg el1Reads;
    long virtualBits;
    SysReg virtualRegister;
    boolean behindIcc;
    final List<Trap> traps = new ArrayList<>();
    final List<Enable> enables = new ArrayList<>();
    boolean fp;
    boolean needsSpSel;
    int vncr = -1;
    SaveClass saveClass;
    CostGroup costGroup;
    Unit unit;
    Effect effect = Effect.NONE;
    String writeName;

    private Spec(int encoding) {
        this.encoding = encoding;
    }

    /// The encoding, as in `S<op0>_<op1>_C<CRn>_C<CRm>_<op2>`.
    static Spec at(int op0, int op1, int crn, int crm, int op2) {
        return new Spec(encode(op0, op1, crn, crm, op2));
    }

    static int encode(int op0, int op1, int crn, int crm, int op2) {
        return op0 << 14 | op1 << 11 | crn << 7 | crm << 3 | op2;
    }

    /// MSR is UNDEFINED.
    Spec readOnly() {
        once(writable);
        writable = false;
        return this;
    }

    /// MRS is UNDEFINED.
    Spec writeOnly() {
        once(readable);
        readable = false;
        return this;
    }

    /// MSR needs this EL, although MRS does with less.
    Spec writeFrom(int el) {
        once(writeFrom == 0);
        writeFrom = el;
        return this;
    }

    /// The register exists only with this feature.
    Spec feature(Feature value) {
        once(feature == null);
        feature = value;
        return this;
    }

    /// The value after reset; absent: UNKNOWN.
    Spec reset(long value) {
        once(!resetKnown);
        reset = value;
        resetKnown = true;
        return this;
    }

    /// The bits that exist; the others are RES0.
    Spec mask(long bits) {
        once(mask == -1);
        mask = bits;
        return this;
    }

    /// The bits that are RES1.
    Spec res1(long bits) {
        once(res1 == 0);
        res1 = bits;
        return this;
    }

    /// At EL2 with HCR_EL2.E2H this name reaches the given register, and op1 = 5 reaches this one.
    Spec e2h(SysReg el2) {
        once(e2h == null);
        e2h = el2;
        return this;
    }

    /// At EL1, MRS returns the given register instead.
    Spec el1Reads(SysReg substitute) {
        once(el1Reads == null);
        el1Reads = substitute;
        return this;
    }

    /// At EL1, when any of these bits of HCR_EL2 is 1, the name reaches the given register.
    Spec virtual(long hcr, SysReg target) {
        once(virtualBits == 0);
        virtualBits = hcr;
        virtualRegister = target;
        return this;
    }

    /// An ICV_ register: it has no name of its own, the ICC_ name with its encoding reaches it.
    Spec behindIcc() {
        once(!behindIcc);
        behindIcc = true;
        return this;
    }

    /// Any of the bits of the control register being 1 traps MRS and MSR to EL2.
    Spec trap(SysReg control, long bits) {
        return trap(new Trap(control, bits, bits, false, true, true));
    }

    /// As [#trap(SysReg, long)], MRS only.
    Spec trapRead(SysReg control, long bits) {
        return trap(new Trap(control, bits, bits, false, true, false));
    }

    /// As [#trap(SysReg, long)], MSR only.
    Spec trapWrite(SysReg control, long bits) {
        return trap(new Trap(control, bits, bits, false, false, true));
    }

    /// The bit of the control register being 0 traps to EL2.
    Spec trapUnless(SysReg control, long bit) {
        return trapUnless(control, bit, bit);
    }

    /// As [#trapUnless(SysReg, long)], for a control whose place depends on HCR_EL2.E2H.
    Spec trapUnless(SysReg control, long bit, long bitE2h) {
        return trap(new Trap(control, bit, bitE2h, true, true, true));
    }

    /// EL0 needs one of these bits, see [Enable].
    Spec el0Needs(SysReg control, long bits) {
        return enable(new Enable(control, bits, false, true, true));
    }

    /// EL0 needs one of these bits to read, see [Enable].
    Spec el0NeedsToRead(SysReg control, long bits) {
        return enable(new Enable(control, bits, false, true, false));
    }

    /// EL0 needs one of these bits to write, see [Enable].
    Spec el0NeedsToWrite(SysReg control, long bits) {
        return enable(new Enable(control, bits, false, false, true));
    }

    /// EL0 needs all of these bits to be 0; otherwise as [Enable].
    Spec el0NeedsClear(SysReg control, long bits) {
        return enable(new Enable(control, bits, true, true, true));
    }

    /// Needs access to the FP and SIMD registers (exception class 0x07).
    Spec fp() {
        once(!fp);
        fp = true;
        return this;
    }

    /// UNDEFINED while PSTATE.SP is 0.
    Spec needsSpSel() {
        once(!needsSpSel);
        needsSpSel = true;
        return this;
    }

    /// Offset in the page at VNCR_EL2 to which FEAT_NV2 turns accesses.
    Spec vncr(int offset) {
        once(vncr < 0);
        vncr = offset;
        return this;
    }

    /// The part of a world switch that moves it.
    Spec save(SaveClass value) {
        once(saveClass == null);
        saveClass = value;
        return this;
    }

    /// Where a breakdown counts it; absent: OTHER.
    Spec cost(CostGroup value) {
        once(costGroup == null);
        costGroup = value;
        return this;
    }

    /// The register belongs to a unit that reads and writes it.
    Spec unit(Unit value) {
        once(unit == null);
        unit = value;
        return this;
    }

    /// What a write does besides storing.
    Spec then(Effect value) {
        once(effect == Effect.NONE);
        effect = value;
        return this;
    }

    /// The name under which MSR knows the encoding, where it is not MRS's.
    Spec writtenAs(String name) {
        once(writeName == null);
        writeName = name;
        return this;
    }

    /// The lowest EL at which MRS or MSR is not UNDEFINED, from op1 (Arm ARM D17.1.3); 3 means never here.
    int minimumEl() {
        return switch (encoding >>> 11 & 7) {
            case 3 -> 0;
            case 0, 1, 2 -> 1;
            case 4, 5 -> 2;
            default -> 3;
        };
    }

    /// Refuses a row that contradicts itself.
    Spec checkedFor(String name) {
        boolean fine =
                (readable || writable)
                        && (res1 & ~mask) == 0
                        && (reset & ~mask) == 0
                        && (reset & res1) == (resetKnown ? res1 : 0)
                        && (unit == null || effect == Effect.NONE)
                        && (e2h == null || minimumEl() < 2)
                        && (enables.isEmpty() || minimumEl() == 0)
                        && (vncr & 7) == (vncr < 0 ? 7 : 0);
        if (!fine) {
            throw new IllegalArgumentException("the facts about " + name + " contradict each other");
        }
        return this;
    }

    private Spec trap(Trap trap) {
        for (Trap other : traps) {
            once(other.control() != trap.control()
                    || !(other.reads() && trap.reads() || other.writes() && trap.writes()));
        }
        traps.add(trap);
        return this;
    }

    private Spec enable(Enable enable) {
        for (Enable other : enables) {
            once(!(other.reads() && enable.reads() || other.writes() && enable.writes()));
        }
        enables.add(enable);
        return this;
    }

    private static void once(boolean first) {
        if (!first) {
            throw new IllegalArgumentException("a fact is stated twice");
        }
    }
}
