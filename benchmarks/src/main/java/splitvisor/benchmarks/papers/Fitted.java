package splitvisor.benchmarks.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import splitvisor.benchmarks.report.Mark;
import splitvisor.benchmarks.report.Report;
import splitvisor.cpu.cost.CostProfile;

/// The published numbers that a cost profile was fitted to, found again in the papers: what our number for a cell may
/// claim follows from them.
///
/// @param cells in the profile's order
public record Fitted(List<Found> cells) {

    /// What names look like, for messages.
    public static final String NAMES = "names look like 'isca16 table2 | Hypercall | KVM ARM'";

    /// A published number by its name.
    public record Found(String id, Paper paper, PublishedTable table, Cell cell) {

        /// Whether the machine does the same for another number of the same paper.
        boolean isMeasuredAs(Paper other, Experiment experiment) {
            return paper.id().equals(other.id())
                    && Experiment.whyNot(table, cell) == null
                    && Experiment.of(table, cell).once().equals(experiment.once());
        }
    }

    /// The numbers behind a profile. Names that no paper has are in [#unknown].
    public static Fitted of(CostProfile profile) {
        return of(profile.calibratedOn());
    }

    /// The numbers with the given names.
    public static Fitted of(List<String> ids) {
        return new Fitted(ids.stream().flatMap(id -> find(id).stream()).toList());
    }

    /// The names in a profile that no paper has: a profile with such would hide what it was fitted to.
    public static List<String> unknown(CostProfile profile) {
        return profile.calibratedOn().stream().filter(id -> find(id).isEmpty()).toList();
    }

    /// The number with a name, [Paper#cellId].
    public static Optional<Found> find(String id) {
        List<Found> found = new ArrayList<>();
        for (String name : Paper.ALL) {
            if (id.startsWith(name + " ")) {
                Paper paper = Paper.of(name);
                for (PublishedTable table : paper.tables()) {
                    table.cells().stream()
                            .filter(cell -> paper.cellId(table, cell).equals(id))
                            .forEach(cell -> found.add(new Found(id, paper, table, cell)));
                }
            }
        }
        return found.stream().findFirst();
    }

    /// The number that decided that of a cell with an experiment: its own, or another that one run answers too.
    public Optional<Found> decided(Paper paper, PublishedTable table, Cell cell) {
        String id = paper.cellId(table, cell);
        Experiment experiment = Experiment.of(table, cell);
        return cells.stream()
                .filter(found -> found.id.equals(id))
                .findFirst()
                .or(() -> cells.stream().filter(found -> found.isMeasuredAs(paper, experiment)).findFirst());
    }

    /// What cycles for a cell with an experiment may claim.
    public Mark mark(Paper paper, PublishedTable table, Cell cell) {
        return decided(paper, table, cell).isPresent() ? Mark.CALIBRATED : Mark.PREDICTED;
    }

    /// A report with the figures in it that its profile was fitted to.
    public static Report mark(Report report) {
        List<Report.Fitted> marked = new ArrayList<>();
        for (Found found : of(report.profile()).cells) {
            if (Experiment.whyNot(found.table, found.cell) != null) {
                continue;
            }
            Experiment experiment = Experiment.of(found.table, found.cell);
            boolean same = experiment.generation().equals(report.generation())
                    && experiment.gic() == report.gic()
                    && report.hosts().contains(experiment.host())
                    && report.operations().stream().anyMatch(o -> o.name().equals(experiment.operation()));
            boolean whole = experiment.part() instanceof Part.Whole;
            if (same && experiment.without().isEmpty() && (whole || experiment.part() instanceof Part.Moves)) {
                String registers = experiment.part() instanceof Part.Moves moves ? moves.label() : null;
                boolean save = experiment.part() instanceof Part.Moves moves && moves.save();
                marked.add(new Report.Fitted(experiment.operation(), experiment.host(), registers, save, found.id));
            }
        }
        return report.with(List.copyOf(marked));
    }
}
