package splitvisor.benchmarks.reproduce;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import splitvisor.benchmarks.calibrate.Validation;
import splitvisor.benchmarks.papers.Cell;
import splitvisor.benchmarks.papers.Column;
import splitvisor.benchmarks.papers.Confidence;
import splitvisor.benchmarks.papers.Paper;
import splitvisor.benchmarks.papers.PublishedTable;
import splitvisor.benchmarks.papers.Reproduction;
import splitvisor.benchmarks.papers.Result;
import splitvisor.benchmarks.papers.Row;
import splitvisor.benchmarks.report.Mark;
import splitvisor.cpu.cost.CostProfile;

/// A paper's page: its tables with the machine's numbers beside the published ones, and the figures. One file, which
/// needs no other and no network.
record Page(
        Reproduction reproduction,
        Applications applications,
        Validation validation,
        Baselines baselines,
        List<Picture> pictures,
        Corners corners) {

    /// The whole page.
    String html() {
        Paper paper = reproduction.paper();
        StringBuilder body = new StringBuilder();
        body.append("<nav><a href=\"index.html\">All papers</a></nav>\n");
        body.append("<h1>%s</h1>\n<p>%s. Published numbers beside simulated ones.</p>\n"
                .formatted(escape(paper.title()), escape(paper.name())));
        body.append(summary());
        for (PublishedTable table : paper.tables()) {
            body.append("<h2>%s</h2>\n".formatted(escape(table.title())));
            if (table.note() != null) {
                body.append("<p>%s</p>\n".formatted(escape(table.note())));
            }
            if (applications != null && table.equals(applications.table())) {
                body.append(aboutApplications());
            }
            figure(body, paper.id() + "-" + table.id());
            body.append(table(reproduction, table));
        }
        body.append("<h2>A hypercall, taken apart</h2>\n").append(corners.html());
        List.of("breakdown", "kinds", "ladder").forEach(name -> figure(body, paper.id() + "-" + name));
        body.append("<h2>What if?</h2>\n");
        List.of("what-if", "what-if-vhe").forEach(name -> figure(body, paper.id() + "-" + name));
        body.append(interactive());
        body.append(legend());
        return document(paper.name() + ", reproduced", body.toString());
    }

    /// A page around a body.
    static String document(String title, String body) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                %s</body>
                </html>
                """.formatted(escape(title), resource("page.css"), body);
    }

    private String summary() {
        CostProfile profile = reproduction.profile();
        StringBuilder text = new StringBuilder("<p>Cost profile <code>%s</code>: %s. Costs: %s.</p>\n".formatted(
                escape(profile.name()),
                escape(profile.description()),
                profile.provenance().entrySet().stream()
                        .map(e -> e.getValue() + " " + e.getKey())
                        .collect(Collectors.joining(", "))));
        profile.caveat(CostProfile.builtIn(reproduction.paper().profile()).gic())
                .ifPresent(line -> text.append("<p>The paper's GIC is taken: %s.</p>\n".formatted(escape(line))));
        text.append("<p>Mean absolute error of the predicted cycles: <strong>%s</strong>. %s</p>\n".formatted(
                reproduction.meanAbsoluteError()
                        .map(e -> Numbers.percent(e).substring(1) + " of " + reproduction.predictedInWords())
                        .orElse("none is predicted"),
                escape(baselines.verdict())));
        if (validation != null) {
            text.append("<p>%s</p>\n".formatted(escape(Choices.sentence(validation))));
        }
        text.append("<ul>\n");
        Stream.concat(reproduction.paper().caveats().stream(), Caution.of(reproduction).stream())
                .forEach(c -> text.append("<li>%s</li>\n".formatted(escape(c))));
        return text.append("</ul>\n").toString();
    }

    private String aboutApplications() {
        StringBuilder html = new StringBuilder("""
                <p>This is a model, not a run: an application is nothing but a rate of interrupts, set so that the \
                column %s comes out. Each costs the VM one exit, and an acknowledgement and an end, which leave \
                the VM only where there is no VGIC. How many processors there are it does not know. %s</p>
                <ul>
                """.formatted(Applications.RATES_FROM, escape(applications.verdict())));
        applications.verdicts().forEach(s -> html.append("<li>%s</li>\n".formatted(escape(s))));
        html.append("""
                </ul>
                <p>What another column would have made of it: the mean error in each column, without signs, by the \
                column that sets the rates.</p>
                <table>
                <thead><tr><th>rates from</th>""");
        List<String> columns = applications.columns();
        columns.forEach(column -> html.append("<th>%s</th>".formatted(escape(column))));
        html.append("</tr></thead>\n<tbody>\n");
        for (String from : columns) {
            row(html, from, columns.stream().map(column -> error(from, column)));
        }
        row(html, "1 in every cell", columns.stream().map(c -> Choices.percent(applications.errorOfGuess(c))));
        return html.append("</tbody>\n</table>\n").toString();
    }

    private String error(String from, String column) {
        String error = Choices.percent(applications.error(from, column));
        return from.equals(column) ? "fitted" : error + (applications.repeats(from, column) ? ", repeated" : "");
    }

    private static void row(StringBuilder html, String head, Stream<String> cells) {
        html.append("<tr><th>%s</th>".formatted(escape(head)));
        cells.forEach(cell -> html.append("<td>%s</td>".formatted(escape(cell))));
        html.append("</tr>\n");
    }

    private void figure(StringBuilder body, String name) {
        for (Picture picture : pictures) {
            if (picture.name().equals(name)) {
                body.append("<figure>\n%s<figcaption>%s <a href=\"%s.svg\">SVG</a></figcaption>\n</figure>\n"
                        .formatted(picture.svg(), escape(picture.caption()), picture.name()));
            }
        }
    }

    /// A table, each published number with ours below it.
    static String table(Reproduction reproduction, PublishedTable table) {
        StringBuilder html = new StringBuilder("<table>\n<thead><tr><th>%s</th>".formatted(escape(table.unit())));
        table.columns().forEach(c -> html.append("<th>%s</th>".formatted(escape(c.name()))));
        html.append("</tr></thead>\n<tbody>\n");
        for (Row row : table.rows()) {
            html.append("<tr><td>%s</td>".formatted(escape(row.name())));
            for (Column column : table.columns()) {
                html.append("<td>%s</td>".formatted(
                        table.at(row.name(), column.name())
                                .map(cell -> cell(reproduction.of(table, cell)))
                                .orElse("")));
            }
            html.append("</tr>\n");
        }
        return html.append("</tbody>\n</table>\n").toString();
    }

    private static String cell(Result result) {
        Cell cell = result.cell();
        String tip = cell.source() + (cell.note() == null ? "" : "; " + cell.note());
        String published = "<span class=\"quoted\" title=\"%s\">%s%s</span>".formatted(
                escape(tip), Numbers.cycles(cell.value()), dagger(cell.confidence()));
        if (result.ours() == null) {
            return "%s<br><span class=\"mark quoted\" title=\"%s\">quoted</span>%s".formatted(
                    published,
                    escape(result.how()),
                    result.table().column(cell.column()).host() == null
                            ? ""
                            : "<span class=\"why\">%s</span>".formatted(escape(result.how())));
        }
        String error = result.mark() == Mark.PREDICTED ? " " + Numbers.percent(result.error()) : "";
        return "%s<br><span class=\"ours\" title=\"%s\">%s</span> <span class=\"mark %s\">%s%s</span>".formatted(
                published,
                escape(result.how()),
                Numbers.cycles(result.ours()),
                result.mark().label(),
                result.mark().label(),
                error);
    }

    private static String dagger(Confidence confidence) {
        return switch (confidence) {
            case PRIMARY -> "";
            case SECONDARY -> "†";
            case UNVERIFIED -> "‡";
        };
    }

    private String interactive() {
        return """
                <p><label>Ratio <select id="what-if-ratio"></select></label>
                <label>cost <select id="what-if-cost"></select></label>
                <label>factor <input id="what-if-scale" type="range" min="0" max="4" step="0.05" value="1"></label></p>
                <p><output id="what-if-out"></output></p>
                <svg id="what-if" viewBox="0 0 760 300" width="760" role="img" aria-label="ratio by factor"></svg>
                <script type="application/json" id="what-if-data">[%s]</script>
                <script>
                %s</script>
                """.formatted(
                corners.ratios().stream().map(Page::data).collect(Collectors.joining(",\n")), resource("what-if.js"));
    }

    private static String data(WhatIf whatIf) {
        String costs = whatIf.costs().stream()
                .map(cost -> "{\"key\":\"%s\",\"label\":\"%s\",\"slow\":%s,\"fast\":%s}".formatted(
                        CostProfile.keys().get(cost),
                        WhatIf.label(cost),
                        Numbers.plain(whatIf.slow().cyclesFor(cost)),
                        Numbers.plain(whatIf.fast().cyclesFor(cost))))
                .collect(Collectors.joining(","));
        return "{\"what\":\"%s\",\"slow\":\"%s\",\"fast\":\"%s\",\"cycles\":[%s,%s],\"costs\":[%s]}".formatted(
                whatIf.what(),
                whatIf.slow().label(),
                whatIf.fast().label(),
                Numbers.plain(whatIf.slow().cycles()),
                Numbers.plain(whatIf.fast().cycles()),
                costs);
    }

    /// What the marks and signs mean.
    static String legend() {
        String marks = Arrays.stream(Mark.values())
                .map(m -> "<dt><span class=\"mark %s\">%s</span></dt><dd>%s</dd>\n"
                        .formatted(m.label(), m.label(), escape(m.meaning())))
                .collect(Collectors.joining());
        return """
                <h2>What the numbers are</h2>
                <dl>
                %s</dl>
                <p>In grey: the published number, without a sign: %s; †: %s; ‡: %s. The source is shown where the \
                mouse rests. An error is ours over the published number, less 1.</p>
                """.formatted(
                marks,
                Confidence.PRIMARY.meaning(),
                Confidence.SECONDARY.meaning(),
                Confidence.UNVERIFIED.meaning());
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream("/splitvisor/benchmarks/reproduce/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
