package splitvisor.benchmarks.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import splitvisor.cpu.cost.CostProfile;

/// What a comparison measured. Hosts are named by the order of `hosts`; every map has one entry per host.
///
/// @param profile what the machine's operations cost
/// @param generation the KVM generation that both hosts follow
/// @param gic the GIC's architecture version
/// @param hosts names of the hosts compared, the first beside the others
/// @param operations one row per operation
/// @param breakdowns what a round trip saves and restores, for the operations that have one
/// @param switches the steps of both switches, for the operations that have them
public record Report(
        CostProfile profile,
        String generation,
        int gic,
        List<String> hosts,
        List<Operation> operations,
        List<Breakdown> breakdowns,
        List<Switch> switches) {

    /// One operation in every host.
    ///
    /// @param name its name on the command line and in JSON, `hyp_call`
    /// @param title what it does, in a few words
    /// @param iterations how often the guest did it while it was measured
    public record Operation(String name, String title, long iterations, Map<String, Figures> hosts) {}

    /// Save and restore by class of registers, the rows of ISCA 2016, Table III.
    ///
    /// @param operation the name of the operation
    /// @param hosts rows with the same classes in the same order in every host
    public record Breakdown(String operation, Map<String, List<Row>> hosts) {

        /// One class of registers.
        public record Row(String registers, Moves save, Moves restore) {}

        /// Moves between registers and memory, and what they cost.
        public record Moves(BigDecimal cycles, long count) {}
    }

    /// The ordered steps of one round trip. Hosts share step names, so that pages can be laid side by side.
    ///
    /// @param operation the name of the operation
    public record Switch(String operation, Map<String, List<Step>> hosts) {

        /// One step: its name, the exception level it ran at, and what it did.
        public record Step(String name, int el, Figures figures) {}
    }
}
