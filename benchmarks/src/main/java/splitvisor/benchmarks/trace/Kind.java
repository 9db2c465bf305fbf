package splitvisor.benchmarks.trace;

import splitvisor.cpu.cost.CostGroup;

/// What a step is, and the class it is added up under, unless that is the one of the register it moves.
enum Kind {
    FUNCTION("Functions"),
    INSTRUCTION("Instructions"),
    MRS(null),
    MSR(null),
    PSTATE(CostGroup.PSTATE.label()),
    LOAD_PAIR("Register pairs, LDP and STP"),
    STORE_PAIR("Register pairs, LDP and STP"),
    LOAD_DEVICE(null),
    STORE_DEVICE(null),
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

    /// The class; null where the register decides: a system register's [CostGroup], or [#ofDevice].
    String heading() {
        return heading;
    }

    /// The class of a device's register: a GICv2 has in memory what a GICv3 has as system registers.
    static String ofDevice(String register) {
        return switch (register.substring(0, Math.min(4, register.length()))) {
            case "GICH" -> CostGroup.VGIC.label();
            case "GICC", "GICV" -> CostGroup.GIC_CPU.label();
            case "GICD", "GICR" -> "GIC distributor";
            default -> "Devices";
        };
    }
}
