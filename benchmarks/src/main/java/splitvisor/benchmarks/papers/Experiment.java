package splitvisor.benchmarks.papers;

/// What the machine has to do for a published number.
///
/// @param gic the version of the GIC that was measured
/// @param without steps of the switch to leave out, as a regular expression; empty: none
/// @param times how often the part happens for one of what was measured
/// @param perIteration how many of what was measured are in one iteration
public record Experiment(
        String operation,
        String host,
        String generation,
        int gic,
        Part part,
        String without,
        int times,
        int perIteration) {

    /// One iteration of an operation, or a part of it.
    public static Experiment of(String operation, String host, String generation, int gic, Part part) {
        return new Experiment(operation, host, generation, gic, part, "", 1, 1);
    }

    /// The same experiment about another part.
    public Experiment of(Part other) {
        return new Experiment(operation, host, generation, gic, other, without, times, perIteration);
    }

    /// The experiment for a cell. A cell that has none says why in [#whyNot].
    public static Experiment of(PublishedTable table, Cell cell) {
        Column column = table.column(cell.column());
        Row row = table.row(cell.row());
        return new Experiment(
                cell.operation() != null ? cell.operation() : row.operation(),
                column.host(),
                column.generation(),
                column.gic(),
                Part.of(row.part(), column.direction()),
                column.without() == null ? "" : column.without(),
                cell.times() == null ? 1 : cell.times(),
                row.perIteration() == null ? 1 : row.perIteration());
    }

    /// Why a cell has no experiment; null if it has one.
    public static String whyNot(PublishedTable table, Cell cell) {
        if (cell.why() != null) {
            return cell.why();
        }
        Column column = table.column(cell.column());
        return column.why() != null ? column.why() : table.row(cell.row()).why();
    }

    /// The same, however many of it a published number counts: equal for two numbers when one measurement gives both.
    public Experiment once() {
        return new Experiment(operation, host, generation, gic, part, without, 1, 1);
    }
}
