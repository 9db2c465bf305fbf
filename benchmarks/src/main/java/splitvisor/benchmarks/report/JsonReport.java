package splitvisor.benchmarks.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import splitvisor.benchmarks.PrettyJson;
import splitvisor.benchmarks.report.Report.Breakdown;
import splitvisor.benchmarks.report.Report.Breakdown.Moves;
import splitvisor.benchmarks.report.Report.Operation;
import splitvisor.benchmarks.report.Report.Switch;
import splitvisor.benchmarks.report.Report.Switch.Step;

/// A [Report] as JSON: what [TextReport] shows and every other [Figure], as exact decimals.
public final class JsonReport {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Report report;
    private final ObjectNode root = JSON.createObjectNode();

    private JsonReport(Report report) {
        this.report = report;
    }

    /// The whole report, ending in a line feed. `version` is Splitvisor's.
    public static String of(Report report, String version) {
        JsonReport json = new JsonReport(report);
        json.run(version);
        json.figures();
        json.operations();
        json.breakdowns();
        json.switches();
        return PrettyJson.of(json.root);
    }

    private void run(String version) {
        root.put("splitvisor", version);
        ObjectNode profile = root.putObject("profile");
        profile.put("name", report.profile().name());
        profile.put("description", report.profile().description());
        profile.put("coreHz", report.profile().coreHz());
        profile.put("counterHz", report.profile().counterHz());
        profile.put("gic", report.profile().gic());
        ObjectNode provenance = profile.putObject("provenance");
        report.profile().provenance().forEach(provenance::put);
        report.profile().calibratedOn().forEach(profile.putArray("calibratedOn")::add);
        root.put("generation", report.generation());
        root.put("gic", report.gic());
        report.hosts().forEach(root.putArray("hosts")::add);
    }

    private void figures() {
        ObjectNode figures = root.putObject("figures");
        for (Figure figure : Figure.values()) {
            figures.put(figure.key(), figure.mark().label());
        }
        if (!report.fitted().isEmpty()) {
            figures.put(Figure.CYCLES.key(), Mark.CALIBRATED.label() + " or " + Mark.PREDICTED.label());
        }
    }

    private void operations() {
        ArrayNode operations = root.putArray("operations");
        for (Operation operation : report.operations()) {
            ObjectNode node = operations.addObject();
            node.put("name", operation.name());
            node.put("title", operation.title());
            node.put("iterations", operation.iterations());
            ObjectNode hosts = node.putObject("hosts");
            for (String host : report.hosts()) {
                ObjectNode its = hosts.putObject(host);
                its.put("mark", report.mark(operation.name(), host).label());
                fill(its, operation.hosts().get(host));
            }
        }
    }

    private void breakdowns() {
        ArrayNode breakdowns = root.putArray("breakdowns");
        for (Breakdown breakdown : report.breakdowns()) {
            ObjectNode node = breakdowns.addObject();
            node.put("operation", breakdown.operation());
            ObjectNode hosts = node.putObject("hosts");
            for (String host : report.hosts()) {
                ArrayNode rows = hosts.putArray(host);
                for (Breakdown.Row row : breakdown.hosts().get(host)) {
                    ObjectNode of = rows.addObject().put("registers", row.registers());
                    for (boolean save : new boolean[] {true, false}) {
                        Mark mark = report.mark(breakdown.operation(), host, row.registers(), save);
                        fill(of.putObject(save ? "save" : "restore"), mark, save ? row.save() : row.restore());
                    }
                }
            }
        }
    }

    private void switches() {
        ArrayNode switches = root.putArray("switches");
        for (Switch steps : report.switches()) {
            ObjectNode node = switches.addObject();
            node.put("operation", steps.operation());
            ObjectNode hosts = node.putObject("hosts");
            for (String host : report.hosts()) {
                ArrayNode list = hosts.putArray(host);
                for (Step step : steps.hosts().get(host)) {
                    fill(list.addObject().put("step", step.name()).put("el", step.el()), step.figures());
                }
            }
        }
    }

    private static void fill(ObjectNode node, Figures figures) {
        for (Figure figure : Figure.values()) {
            node.put(figure.key(), figures.get(figure));
        }
    }

    private static void fill(ObjectNode node, Mark mark, Moves moves) {
        node.put("mark", mark.label()).put("cycles", moves.cycles()).put("moves", moves.count());
    }
}
