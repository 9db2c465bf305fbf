package splitvisor.benchmarks.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
/// @param fitted the figures that the profile was fitted to
public record Report(
        CostProfile profile,
        String generation,
        int gic,
        List<String> hosts,
        List<Operation> operations,
        List<Breakdown> breakdowns,
        List<Switch> switches,
        List<Fitted> fitted) {

    /// A figure of the report that is not predicted: the profile was made so that it comes out.
    ///
    /// @param registers the class of registers, or null for the whole operation's cycles
    /// @param save whether it is what is saved of that class, not restored
    /// @param cell the name of the published number
    public record Fitted(String operation, String host, String registers, boolean save, String cell) {

        boolean is(String itsOperation, String itsHost, String label, boolean saved) {
            return operation.equals(itsOperation)
                    && host.equals(itsHost)
                    && Objects.equals(registers, label)
                    && save == saved;
        }
    }

    /// The same report, with the figures that its profile was fitted to.
    public Report with(List<Fitted> its) {
        return new Report(profile, generation, gic, hosts, operations, breakdowns, switches, its);
    }

    /// What an operation's cycles in a host may claim.
    Mark mark(String operation, String host) {
        return mark(operation, host, null, false);
    }

    /// The same of what is saved or restored of a class of registers.
    Mark mark(String operation, String host, String registers, boolean save) {
        boolean found = fitted.stream().anyMatch(f -> f.is(operation, host, registers, save));
        return found ? Mark.CALIBRATED : Mark.PREDICTED;
    }

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
