package splitvisor.benchmarks.trace;

import splitvisor.cpu.cost.CostGroup;

/// What a step is, and the class it is added up under, unless that is the [CostGroup] of the register it moves.
enum Kind {
    FUNCTION("Functions"),
    INSTRUCTION("Instructions"),
    MRS(null),
    MSR(null),
    PSTATE(CostGroup.PSTATE.label()),
    LOAD_PAIR("Register pairs, LDP and STP"),
    STORE_PAIR("Register pairs, LDP and STP"),
    BARRIER("Barriers"),
    MAINTENANCE("TLB, cache, AT"),
    CALL("Instructions"),
    EXCEPTION("Exception entries"),
    ERET("Exception returns"),
    IDLE("Waiting"),
    ARRIVAL("Functions");

    private final String heading;

    Kind(String heading) {
        this.heading = heading;
    }

    /// The class; null for moves of system registers.
    String heading() {
        return heading;
    }
}
