package splitvisor.cpu.gic;

import java.util.Arrays;
import java.util.function.IntConsumer;

/// The virtual CPU interface of a PE: list registers that a hypervisor fills with virtual interrupts, and
/// what a guest does with them (GIC specification, chapter 5). GICv3 reaches it through ICH_* and ICV_*,
/// GICv2 through GICH and GICV; list registers are kept in GICv3's layout.
///
/// Callers update the GIC after every change.
final class VirtualInterface {

    static final int LIST_REGISTERS = 4;

    // ICH_LR<n>_EL2.
    static final long PENDING = 1L << 62;
    static final long ACTIVE = 1L << 63;
    static final long STATE = PENDING | ACTIVE;
    static final long HW = 1L << 61;
    static final long GROUP = 1L << 60;
    static final int PRIORITY_SHIFT = 48;
    static final int PINTID_SHIFT = 32;
    static final long EOI = 1L << 41;
    static final long LR_BITS =
            STATE | HW | GROUP | 0x1fffL << PINTID_SHIFT | 0xffff_ffffL
                    | (long) PriorityControl.IMPLEMENTED << PRIORITY_SHIFT;

    // ICH_HCR_EL2.
    static final int EN = 1;
    static final int UIE = 1 << 1;
    static final int LRENPIE = 1 << 2;
    static final int NPIE = 1 << 3;
    static final int VGRP0EIE = 1 << 4;
    static final int VGRP0DIE = 1 << 5;
    static final int VGRP1EIE = 1 << 6;
    static final int VGRP1DIE = 1 << 7;
    private static final int EOICOUNT_SHIFT = 27;

    // ICH_MISR_EL2, whose upper four bits stand where ICH_HCR_EL2 has their enables.
    private static final int MISR_EOI = 1;
    private static final int MISR_U = 1 << 1;
    private static final int MISR_LRENP = 1 << 2;
    private static final int MISR_NP = 1 << 3;

    private static final int FIRST_LPI = 8192;

    final PriorityControl control = new PriorityControl();
    final long[] lr = new long[LIST_REGISTERS];
    int hcr;

    /// GICv2: the source PE is part of an SGI's identity.
    boolean gicv2;

    private final IntConsumer deactivatePhysical;

    /// An interface that deactivates the physical interrupt behind a list register with HW set by calling
    /// `deactivatePhysical` with its INTID.
    VirtualInterface(IntConsumer deactivatePhysical) {
        this.deactivatePhysical = deactivatePhysical;
    }

    void reset() {
        control.reset();
        Arrays.fill(lr, 0);
        hcr = 0;
    }

    /// The list register whose interrupt is pending (and not also active), in an enabled group and of the
    /// highest priority; -1 if there is none (HighestPriorityVirtualInterrupt).
    int highestPending() {
        int found = -1;
        int foundPriority = PriorityControl.IDLE;
        for (int i = 0; i < LIST_REGISTERS; i++) {
            boolean candidate = (lr[i] & STATE) == PENDING && control.enabled(group(lr[i]));
            if (candidate && priority(lr[i]) < foundPriority) {
                found = i;
                foundPriority = priority(lr[i]);
            }
        }
        return found;
    }

    /// The group of [#highestPending], or -1.
    int pendingGroup() {
        int i = highestPending();
        return i < 0 ? -1 : group(lr[i]);
    }

    /// The group of the virtual interrupt that is signalled to the PE, or -1.
    int signalled() {
        if ((hcr & EN) == 0) {
            return -1;
        }
        int i = highestPending();
        return i >= 0 && control.signals(priority(lr[i]), group(lr[i])) ? group(lr[i]) : -1;
    }

    /// Acknowledges the highest pending virtual interrupt if it is of the group and can be signalled now:
    /// returns its ID, or [Gic#SPURIOUS].
    int acknowledge(int group) {
        int i = highestPending();
        if (i < 0 || signalled() != group) {
            return Gic.SPURIOUS;
        }
        int id = id(lr[i]);
        lr[i] &= ~PENDING;
        if (!isSpecial(id)) { // a special ID only becomes invalid
            lr[i] |= ACTIVE;
            control.activate(priority(lr[i]), group);
        }
        return id;
    }

    /// The ID of the highest pending interrupt if it is of the group, whatever the running priority.
    int pendingOf(int group) {
        int i = highestPending();
        return i >= 0 && group(lr[i]) == group ? id(lr[i]) : Gic.SPURIOUS;
    }

    /// A write to ICV_EOIR<group>_EL1 or GICV_EOIR: drops the priority; without EOImode also deactivates the
    /// interrupt of the list register that holds it, or counts that none does. What the specifications leave
    /// open, an end that does not match what is active, is as on QEMU: GICv3 ignores it, GICv2 takes the ID for
    /// what counts.
    void end(int group, int id) {
        if (isSpecial(id)) {
            return;
        }
        int dropped = control.drop();
        boolean idle = dropped == PriorityControl.IDLE;
        if (idle && !gicv2 || control.eoiMode && id < FIRST_LPI) {
            return; // an LPI has no active state to keep until a later deactivation
        }
        int i = findActive(id);
        if (i >= 0 && (gicv2 || group(lr[i]) == group && groupPriority(lr[i]) == dropped)) {
            deactivateListed(i);
        } else if (i < 0 && !idle) {
            countUnlisted(id);
        }
    }

    /// A write to ICV_DIR_EL1: with EOImode, deactivates what [#end] left active.
    void deactivate(int id) {
        if (isSpecial(id) || id >= FIRST_LPI || !control.eoiMode) {
            return;
        }
        int i = findActive(id);
        if (i < 0) {
            countUnlisted(id);
        } else {
            deactivateListed(i);
        }
    }

    /// ICH_EISR_EL2: list registers whose interrupt ended and asked for a maintenance interrupt.
    int eisr() {
        int bits = 0;
        for (int i = 0; i < LIST_REGISTERS; i++) {
            bits |= (lr[i] & (STATE | HW | EOI)) == EOI ? 1 << i : 0;
        }
        return bits;
    }

    /// ICH_ELRSR_EL2: list registers that are free, nothing about them being left to report.
    int elrsr() {
        int bits = 0;
        for (int i = 0; i < LIST_REGISTERS; i++) {
            bits |= (lr[i] & STATE) == 0 ? 1 << i : 0;
        }
        return bits & ~eisr();
    }

    /// ICH_MISR_EL2: the conditions for a maintenance interrupt that hold.
    int misr() {
        int valid = 0;
        boolean pending = false;
        for (long entry : lr) {
            valid += (entry & STATE) != 0 ? 1 : 0;
            pending |= (entry & STATE) == PENDING;
        }
        int misr = eisr() != 0 ? MISR_EOI : 0;
        misr |= (hcr & UIE) != 0 && valid < 2 ? MISR_U : 0;
        misr |= (hcr & LRENPIE) != 0 && hcr >>> EOICOUNT_SHIFT != 0 ? MISR_LRENP : 0;
        misr |= (hcr & NPIE) != 0 && !pending ? MISR_NP : 0;
        misr |= hcr & (control.enabled(0) ? VGRP0EIE : VGRP0DIE);
        misr |= hcr & (control.enabled(1) ? VGRP1EIE : VGRP1DIE);
        return misr;
    }

    /// The level of the maintenance interrupt.
    boolean maintenance() {
        return (hcr & EN) != 0 && misr() != 0;
    }

    private static boolean isSpecial(int id) {
        return id >= Gic.SPECIAL && id <= Gic.SPURIOUS;
    }

    private static int group(long entry) {
        return (entry & GROUP) != 0 ? 1 : 0;
    }

    private static int priority(long entry) {
        return (int) (entry >>> PRIORITY_SHIFT) & 0xff;
    }

    private int groupPriority(long entry) {
        return control.groupPriority(priority(entry), group(entry));
    }

    /// What an acknowledge returns for the entry: vINTID, for an SGI of GICv2 with the source PE above it.
    private int id(long entry) {
        int vintid = (int) entry;
        boolean withSource = gicv2 && vintid < 16 && (entry & HW) == 0;
        return withSource ? vintid | (int) (entry >>> PINTID_SHIFT & 7) << 10 : vintid;
    }

    private int findActive(int id) {
        for (int i = 0; i < LIST_REGISTERS; i++) {
            if ((lr[i] & ACTIVE) != 0 && id(lr[i]) == id) {
                return i;
            }
        }
        return -1;
    }

    private void deactivateListed(int i) {
        lr[i] &= ~ACTIVE;
        int pintid = (int) (lr[i] >>> PINTID_SHIFT) & 0x1fff;
        if ((lr[i] & HW) != 0 && pintid < Gic.SPECIAL) {
            deactivatePhysical.accept(pintid);
        }
    }

    /// ICH_HCR_EL2.EOICount: five bits that wrap.
    private void countUnlisted(int id) {
        if (id < FIRST_LPI) {
            hcr += 1 << EOICOUNT_SHIFT;
        }
    }
}
