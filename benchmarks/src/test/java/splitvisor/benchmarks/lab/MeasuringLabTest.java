package splitvisor.benchmarks.lab;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import splitvisor.benchmarks.Failure;
import splitvisor.benchmarks.GeneratedPage;
import splitvisor.benchmarks.PrettyJson;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.cost.CostProfile.InvalidProfileException;
import splitvisor.highvisor.hyp.Generation;

/// The files of lab 9 that hold figures are the machine's: written by `-Dregenerate`, else compared.
class MeasuringLabTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FOLDER = "labs/" + Lab.MEASURING.folder() + "/";

    /// Operations per second of wall time of some machine on some day, by host: no test depends on them.
    private static final Map<String, Double> SCORES = Map.of("split", 171_000.0, "vhe", 252_000.0);

    @Test
    void starterBeginsWithTheProfileThatIsToBeChanged() throws IOException {
        GeneratedPage.check(FOLDER + "starter/profile.json", profile());
    }

    @Test
    void solutionIsWhatTheMachineSays() throws IOException, Failure, InvalidProfileException {
        CostProfile before = CostProfile.builtIn(MeasuredHypercall.PROFILE);
        String changed = changedProfile(before);
        GeneratedPage.check(FOLDER + "solution/profile.json", changed);
        GeneratedPage.check(FOLDER + "solution/jmh.json", jmh());
        MeasuredHypercall whole =
                MeasuredHypercall.of(before, MeasuredHypercall.GENERATION, MeasuredHypercall.GIC);
        MeasuredHypercall cheaper = MeasuredHypercall.of(
                CostProfile.parse(changed), MeasuredHypercall.GENERATION, MeasuredHypercall.GIC);
        GeneratedPage.check(FOLDER + "solution/answers.json", answers(whole, cheaper, before));
    }

    private static String answers(MeasuredHypercall whole, MeasuredHypercall cheaper, CostProfile profile)
            throws IOException {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode hypercall = root.putObject("hypercall");
        whole.cycles().forEach((host, cycles) -> hypercall.put(host, Math.round(cycles)));
        ObjectNode split = root.putObject("split");
        whole.moves().forEach((registers, moves) -> split.putObject(registers)
                .put("save", Math.round(moves[0]))
                .put("restore", Math.round(moves[1])));
        root.put("rest", Math.round(whole.rest()));
        root.put("largest", whole.largest());
        root.put("gone", whole.gone());
        double instruction = cost(profile, "events.instruction");
        double old = cost(profile, MeasuringLab.LOWERED.getFirst()) + instruction;
        double reads = Math.round(whole.moves().get("VGIC Regs")[0] / old);
        long predicted = Math.round(
                whole.cycles().get("split") - reads * (old - cost(profile, MeasuringLab.TARGET) - instruction));
        long measured = Math.round(cheaper.cycles().get("split"));
        root.putObject("prediction")
                .put("predicted", predicted)
                .put("measured", measured)
                .put("errorPercent", Math.round(1000.0 * (predicted - measured) / measured) / 10.0);
        return PrettyJson.of(root);
    }

    /// What JMH writes, as far as it is read.
    private static String jmh() throws IOException, Failure {
        CostProfile profile = CostProfile.builtIn(CostProfile.BUILT_IN.getFirst());
        MeasuredHypercall today = MeasuredHypercall.of(profile, Generation.labels().getFirst(), 3);
        ArrayNode results = JSON.createArrayNode();
        for (String host : MeasuredHypercall.HOSTS) {
            ObjectNode result = results.addObject();
            result.put("benchmark", "splitvisor.benchmarks.jmh.OperationBenchmark.hyp_call");
            result.putObject("params")
                    .put("generation", Generation.labels().getFirst())
                    .put("gic", "3")
                    .put("host", host)
                    .put("profile", profile.name());
            result.putObject("primaryMetric")
                    .put("score", SCORES.get(host))
                    .put("scoreError", 1000.0)
                    .put("scoreUnit", "ops/s");
            result.putObject("secondaryMetrics").putObject("cycles").put("score", today.cycles().get(host));
        }
        return PrettyJson.of(results);
    }

    private static double cost(CostProfile profile, String key) {
        return profile.centicycles().get(CostProfile.keys().indexOf(key)) / 100.0;
    }

    private static String changedProfile(CostProfile profile) throws IOException {
        String text = profile();
        for (String key : MeasuringLab.LOWERED) {
            String[] parts = key.split("\\.");
            int table = text.indexOf("\"" + parts[0] + "\"");
            int entry = text.indexOf("\"" + parts[1] + "\"", table);
            int end = text.indexOf('}', entry);
            text = text.substring(0, entry)
                    + "\"%s\": { \"cycles\": %s, \"provenance\": \"assumed\",\n      \"source\": \"as cheap as %s\" "
                            .formatted(parts[1], cost(profile, MeasuringLab.TARGET), MeasuringLab.TARGET)
                    + text.substring(end);
        }
        return text;
    }

    private static String profile() throws IOException {
        String name = "profiles/" + MeasuredHypercall.PROFILE + ".json";
        try (InputStream in = CostProfile.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
