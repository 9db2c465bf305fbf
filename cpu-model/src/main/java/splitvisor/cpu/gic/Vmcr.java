package splitvisor.cpu.gic;

/// ICH_VMCR_EL2: the guest's CPU interface controls in one word, for a hypervisor to save and restore.
/// GICH_VMCR of GICv2 is the same but for two bits of its own (VAckCtl and VFIQEn).
final class Vmcr {

    static final int VACKCTL = 1 << 2;
    static final int VFIQEN = 1 << 3;

    private static final int VENG0 = 1;
    private static final int VENG1 = 1 << 1;
    private static final int VCBPR = 1 << 4;
    private static final int VEOIM = 1 << 9;
    private static final int VBPR1_SHIFT = 18;
    private static final int VBPR0_SHIFT = 21;
    private static final int VPMR_SHIFT = 24;

    private Vmcr() {}

    static long pack(PriorityControl control) {
        return (control.enabled(0) ? VENG0 : 0)
                | (control.enabled(1) ? VENG1 : 0)
                | (control.commonBinaryPoint ? VCBPR : 0)
                | (control.eoiMode ? VEOIM : 0)
                | control.storedBinaryPoint(1) << VBPR1_SHIFT
                | control.storedBinaryPoint(0) << VBPR0_SHIFT
                | (long) control.mask << VPMR_SHIFT;
    }

    static void unpack(long value, PriorityControl control) {
        control.enable(0, (value & VENG0) != 0);
        control.enable(1, (value & VENG1) != 0);
        control.commonBinaryPoint = (value & VCBPR) != 0;
        control.eoiMode = (value & VEOIM) != 0;
        control.storeBinaryPoint(1, value >>> VBPR1_SHIFT);
        control.storeBinaryPoint(0, value >>> VBPR0_SHIFT);
        control.setMask(value >>> VPMR_SHIFT);
    }
}
