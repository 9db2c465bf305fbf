package splitvisor.benchmarks.reproduce;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import splitvisor.benchmarks.PrettyJson;
import splitvisor.benchmarks.papers.Paper;
import splitvisor.benchmarks.papers.PublishedTable;
import splitvisor.benchmarks.papers.Reproduction;
import splitvisor.benchmarks.papers.Result;
import splitvisor.cpu.cost.CostProfile;

/// A reproduction as data: CSV per table and figure, and everything as one JSON file.
record DataFiles(Reproduction reproduction, Baselines baselines, Corners corners) {

    private static final String[] HEAD = {
        "row", "column", "unit", "published", "confidence", "mark", "ours", "error", "estimated", "how", "source"
    };
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// A table's cells, one line each.
    String csv(PublishedTable table) {
        Stream<String> lines = reproduction.results().stream()
                .filter(result -> result.table().equals(table))
                .map(r -> line(
                        r.cell().row(),
                        r.cell().column(),
                        table.unit(),
                        r.cell().value().toPlainString(),
                        r.cell().confidence().name().toLowerCase(Locale.ROOT),
                        r.mark().label(),
                        r.ours() == null ? "" : r.ours().toPlainString(),
                        r.error() == null ? "" : r.error().toPlainString(),
                        r.estimated() == null ? "" : r.estimated().toPlainString(),
                        r.how(),
                        r.cell().source()));
        return Stream.concat(Stream.of(line(HEAD)), lines).collect(Collectors.joining());
    }

    /// The register classes of each hypercall.
    String breakdownCsv() {
        StringBuilder csv = new StringBuilder(line("hypercall", "registers", "save", "restore"));
        for (Hypercall hypercall : corners.all()) {
            hypercall.moved().forEach(m -> csv.append(
                    line(hypercall.label(), m.registers(), Numbers.plain(m.save()), Numbers.plain(m.restore()))));
        }
        return csv.toString();
    }

    /// The rungs from the first of the four hypercalls to the last.
    String ladderCsv() {
        StringBuilder csv = new StringBuilder(line("by", "rung", "left", "taken"));
        Hypercall from = corners.all().getFirst();
        csv.append(line("", from.label(), Numbers.plain(Optimisations.total(from)), ""));
        Optimisations.of(corners).forEach(r -> csv.append(
                line(r.stage().label(), r.name(), Numbers.plain(r.left()), Numbers.plain(r.taken()))));
        return csv.toString();
    }

    /// Each ratio for every cost at every scale.
    String whatIfCsv() {
        StringBuilder csv = new StringBuilder(line("of", "cost", "factor", "ratio"));
        for (WhatIf whatIf : corners.ratios()) {
            for (int cost : whatIf.costs()) {
                for (double scale : WhatIf.scales()) {
                    String ratio = Numbers.plain(whatIf.ratio(cost, scale));
                    csv.append(line(whatIf.sides(), CostProfile.keys().get(cost), Numbers.plain(scale), ratio));
                }
            }
        }
        return csv.toString();
    }

    /// Everything.
    String json() {
        Paper paper = reproduction.paper();
        ObjectNode root = JSON.createObjectNode();
        root.put("paper", paper.id()).put("title", paper.title()).put("name", paper.name());
        ObjectNode profile = root.putObject("profile");
        profile.put("name", reproduction.profile().name()).put("description", reproduction.profile().description());
        reproduction.profile().provenance().forEach(profile.putObject("provenance")::put);
        reproduction.profile().calibratedOn().forEach(profile.putArray("calibratedOn")::add);
        paper.caveats().forEach(root.putArray("caveats")::add);
        root.put("meanAbsoluteError", reproduction.meanAbsoluteError().orElse(null));
        root.put("predictedCells", reproduction.predicted().size());
        root.put("predictedExperiments", Reproduction.experiments(reproduction.predicted()).size());
        baselines(root);
        ArrayNode cells = root.putArray("cells");
        reproduction.results().forEach(result -> fill(cells.addObject(), result));
        ArrayNode list = root.putArray("hypercalls");
        for (Hypercall hypercall : corners.all()) {
            ObjectNode node = list.addObject().put("name", hypercall.label());
            node.put("cycles", decimal(hypercall.cycles()));
            ArrayNode moved = node.putArray("registers");
            hypercall.moved().forEach(m -> moved.addObject()
                    .put("class", m.registers())
                    .put("save", decimal(m.save()))
                    .put("restore", decimal(m.restore())));
        }
        ArrayNode ladder = root.putArray("ladder");
        Optimisations.of(corners).forEach(r -> ladder.addObject()
                .put("by", r.stage().label())
                .put("rung", r.name())
                .put("left", decimal(r.left()))
                .put("taken", decimal(r.taken())));
        return PrettyJson.of(root);
    }

    private void baselines(ObjectNode root) {
        ArrayNode list = root.putArray("baselines");
        for (Baselines.Other other : baselines.others()) {
            ObjectNode node = list.addObject().put("profile", other.profile());
            other.fittedTo().forEach(node.putArray("fittedTo")::add);
            node.put("meanAbsoluteError", decimal(other.error()));
            node.put("noWorse", baselines.noWorse().contains(other));
        }
        root.put("verdict", baselines.verdict().replace('\n', ' '));
        Caution.of(reproduction).forEach(root.putArray("cautions")::add);
    }

    private static void fill(ObjectNode node, Result result) {
        node.put("table", result.table().id()).put("row", result.cell().row()).put("column", result.cell().column());
        node.put("unit", result.table().unit()).put("published", result.cell().value());
        node.put("confidence", result.cell().confidence().name().toLowerCase(Locale.ROOT));
        node.put("source", result.cell().source()).put("mark", result.mark().label());
        node.put("ours", result.ours()).put("error", result.error()).put("estimated", result.estimated());
        node.put("how", result.how());
    }

    private static BigDecimal decimal(double value) {
        return new BigDecimal(Numbers.plain(value));
    }

    static String line(String... fields) {
        return Stream.of(fields).map(DataFiles::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(String field) {
        return field.matches("[^\",\n]*") ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
