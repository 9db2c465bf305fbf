package splitvisor.cpu.pmu;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.cost.Event;

/// The events that the counters can count, one entry each (Arm ARM D13.11): its number, and what of the ledger
/// makes it up. Other event numbers count nothing, and PMCEID0_EL0 says so.
enum PmuEvent {
    SW_INCR(0x00),
    LD_RETIRED(0x06, Event.LOAD, Event.LOAD_PAIR_GP, Event.LOAD_PAIR_FP),
    ST_RETIRED(0x07, Event.STORE, Event.STORE_PAIR_GP, Event.STORE_PAIR_FP),
    INST_RETIRED(0x08),
    EXC_TAKEN(0x09, Event.EXCEPTION_TO_EL1, Event.EXCEPTION_TO_EL2),
    EXC_RETURN(0x0a, Event.ERET),
    CPU_CYCLES(0x11),
    MEM_ACCESS(
            0x13,
            Event.LOAD,
            Event.STORE,
            Event.LOAD_PAIR_GP,
            Event.STORE_PAIR_GP,
            Event.LOAD_PAIR_FP,
            Event.STORE_PAIR_FP),
    CHAIN(0x1e);

    private static final PmuEvent[] BY_NUMBER = new PmuEvent[32];

    final int number;
    private final Event[] parts;

    PmuEvent(int number, Event... parts) {
        this.number = number;
        this.parts = parts;
    }

    static {
        for (PmuEvent event : values()) {
            BY_NUMBER[event.number] = event;
        }
    }

    /// The event of that number, or null.
    static PmuEvent of(int number) {
        return number < BY_NUMBER.length ? BY_NUMBER[number] : null;
    }

    /// PMCEID0_EL0: which of the first 32 events there are.
    static long common() {
        long bits = 0;
        for (PmuEvent event : values()) {
            bits |= 1L << event.number;
        }
        return bits;
    }

    /// Whether it happens to executed instructions, at most once each.
    boolean isOfInstructions() {
        return this == INST_RETIRED || parts.length > 0;
    }

    /// How often it has happened since power-on; `centicycles` is the PE's time.
    long total(Cpu cpu, long centicycles) {
        if (this == INST_RETIRED) {
            return cpu.instructions;
        }
        if (this == CPU_CYCLES) {
            return centicycles / 100;
        }
        long sum = 0;
        for (Event part : parts) {
            sum += cpu.ledger.total(part);
        }
        return sum;
    }
}
