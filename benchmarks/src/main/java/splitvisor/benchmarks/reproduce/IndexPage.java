package splitvisor.benchmarks.reproduce;

import java.util.List;
import java.util.stream.Collectors;
import splitvisor.benchmarks.calibrate.Validation;
import splitvisor.benchmarks.papers.Paper;
import splitvisor.benchmarks.papers.Reproduction;
import splitvisor.benchmarks.report.Mark;
import splitvisor.benchmarks.svg.Spread;

/// The page that leads to the papers' pages: how far off the machine is, in one table, and how much of that may be owed
/// to the choice of what the costs were fitted to.
public final class IndexPage {

    /// Its file.
    public static final String FILE = "index.html";

    private IndexPage() {}

    /// The page about what was written.
    public static String of(List<PaperFiles> papers) {
        StringBuilder body = new StringBuilder("""
                <h1>The papers' numbers, reproduced</h1>
                <p>One emulated AArch64 machine, two hosts, real guest code. The machine counts; a profile of costs
                makes cycles of the counts. A few published numbers set the costs of a paper's machine, the others are
                <em>predicted</em>, and by how much they are missed is the result.</p>
                <table class="wide">
                <thead><tr><th>paper</th><th>machine</th><th>fitted</th><th>predicted</th><th>mean error</th>
                <th>fitted to nothing</th><th>fitted to other papers</th><th>median of choices</th>
                <th>left out alone</th><th>data</th></tr></thead>
                <tbody>
                """);
        papers.forEach(files -> body.append(row(files)));
        body.append("</tbody>\n</table>\n");
        body.append(verdicts(papers));
        body.append(choices(papers));
        body.append("<h2>At a glance</h2>\n<div class=\"cards\">\n");
        papers.forEach(files -> body.append(card(files.reproduction().paper())));
        body.append("</div>\n");
        return Page.document("The papers' numbers, reproduced", body.toString());
    }

    private static String row(PaperFiles files) {
        Reproduction reproduction = files.reproduction();
        Paper paper = reproduction.paper();
        Validation validation = files.validation();
        return """
                <tr><td><a href="%s.html">%s</a></td><td><code>%s</code></td><td>%d</td><td>%s</td>\
                <td class="ours">%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td>\
                <td><a href="%s.json">JSON</a></td></tr>
                """.formatted(
                paper.id(),
                Page.escape(paper.name()),
                Page.escape(reproduction.profile().name()),
                cycles(reproduction, Mark.CALIBRATED),
                reproduction.predictedInWords(),
                reproduction.meanAbsoluteError().map(e -> Numbers.percent(e).substring(1)).orElse("\u2013"),
                errors(files.baselines(), true),
                errors(files.baselines(), false),
                validation == null ? "\u2013" : Choices.percent(Choices.median(validation)),
                validation == null ? "\u2013" : Choices.percent(validation.leaveOneOut()),
                paper.id());
    }

    /// The errors of other costs on the same cells: of those fitted to nothing, or of the others.
    private static String errors(Baselines baselines, boolean nothing) {
        String errors = baselines.others().stream()
                .filter(other -> other.fittedTo().isEmpty() == nothing)
                .map(other -> "%s <code>%s</code>".formatted(Choices.percent(other.error()), other.profile()))
                .collect(Collectors.joining("<br>"));
        return errors.isEmpty() ? "\u2013" : errors;
    }

    private static String verdicts(List<PaperFiles> papers) {
        StringBuilder html = new StringBuilder("""
                <p>Is the fit worth anything? The same cells by costs that know nothing of the paper's machine:</p>
                <ul>
                """);
        papers.stream()
                .filter(files -> !files.baselines().others().isEmpty())
                .map(files -> "<li>%s: %s</li>\n".formatted(
                        Page.escape(files.reproduction().paper().name()), Page.escape(files.baselines().verdict())))
                .forEach(html::append);
        return html.append("</ul>\n").toString();
    }

    private static long cycles(Reproduction reproduction, Mark mark) {
        return reproduction.results().stream()
                .filter(r -> r.mark() == mark && r.table().unit().equals("cycles"))
                .count();
    }

    private static String choices(List<PaperFiles> papers) {
        List<Spread.Row> rows = papers.stream()
                .filter(files -> files.validation() != null)
                .map(files -> new Spread.Row(
                        files.reproduction().paper().name(),
                        files.validation().quantile(Choices.LOW),
                        Choices.median(files.validation()),
                        files.validation().quantile(Choices.HIGH),
                        files.validation().own()))
                .toList();
        if (rows.isEmpty()) {
            return "";
        }
        Spread spread = new Spread(
                "Mean error of the predicted cells, by what was fitted",
                "nine in ten of all choices of cells",
                "their median",
                "the recipe",
                rows);
        return """
                <h2>How much is the choice?</h2>
                <p>The fitted cells were chosen with the errors in view. So each recipe was also followed with every
                other choice of as many cells that the rules allow: a third of a table at most, and cells that tell the
                parameters apart. Choices that make no profile or set a cost to zero are dropped. A recipe that errs
                more than the median of the others fails the build. <em>Left out alone</em>: each experiment predicted
                by a fit to all the others, which no choice can flatter.</p>
                %s
                <figure>
                %s</figure>
                """.formatted(dropped(papers), spread.svg());
    }

    private static String dropped(List<PaperFiles> papers) {
        return papers.stream()
                .filter(files -> files.validation() != null)
                .map(files -> "<li>%s: %s.</li>\n".formatted(
                        Page.escape(files.reproduction().paper().name()),
                        Page.escape(Choices.dropped(files.validation()))))
                .collect(Collectors.joining("", "<ul>\n", "</ul>"));
    }

    private static String card(Paper paper) {
        return """
                <a class="card" href="%s.html"><img src="%s-%s.svg" alt="" width="460">
                <strong>%s</strong><br>%s</a>
                """.formatted(
                paper.id(),
                paper.id(),
                paper.tables().getFirst().id(),
                Page.escape(paper.name()),
                Page.escape(paper.title()));
    }
}
