package splitvisor.cpu.mmu;

/// The outcome of one walk: an address with its attributes, or a fault. Reused, never allocated per
/// access.
final class Translation {

    /// The output address; after stage 1 alone, an intermediate physical address.
    long pa;

    /// Memory attributes in MAIR_ELx's encoding, both stages combined.
    int attributes;

    /// Shareability, as in descriptors and PAR_EL1.SH.
    int shareability;

    /// log2 of what the stage 1 leaf descriptor spans: what a TLBI by address inside it must reach.
    int spanShift;

    /// Level of the descriptor that the walk ended at.
    int level;

    /// Descriptors read, both stages.
    int steps;

    /// The fault status code, or [Fsc#NONE].
    int fsc;

    /// Stage 2 raised the fault.
    boolean stage2;

    /// Stage 2 raised the fault on a descriptor that stage 1's walk wanted to read.
    boolean onWalk;

    /// The intermediate physical address that stage 2 was asked for last.
    long ipa;

    void reset() {
        fsc = Fsc.NONE;
        stage2 = false;
        onWalk = false;
        steps = 0;
        level = 0;
    }

    /// Whether the memory is of any Device type.
    boolean isDevice() {
        return Attributes.isDevice(attributes);
    }

    /// Records a fault with a code that has no level, or has it already; returns false.
    boolean fault(int code) {
        fsc = code;
        return false;
    }

    /// Records a fault at a level; returns false.
    boolean fault(int code, int atLevel) {
        fsc = code + atLevel;
        level = atLevel;
        return false;
    }
}
