package splitvisor.cpu.pmu;

/// The events that the counters can count (Arm ARM D13.11).
final class PmuEvent {
    static final int SW_INCR = 0x00;
    static final int INST_RETIRED = 0x08;
    static final int EXC_TAKEN = 0x09;
    static final int EXC_RETURN = 0x0a;
    static final int CPU_CYCLES = 0x11;
    static final int CHAIN = 0x1e;

    /// PMCEID0_EL0: which of the first 32 events there are.
    static final long COMMON =
            1L << SW_INCR | 1L << INST_RETIRED | 1L << EXC_TAKEN | 1L << EXC_RETURN | 1L << CPU_CYCLES | 1L << CHAIN;

    private PmuEvent() {}

    /// Whether it happens to executed instructions, at most once each.
    static boolean isOfInstructions(int event) {
        return event == INST_RETIRED || event == EXC_TAKEN || event == EXC_RETURN;
    }
}
