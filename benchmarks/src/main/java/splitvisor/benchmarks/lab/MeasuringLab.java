package splitvisor.benchmarks.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import splitvisor.benchmarks.Failure;
import splitvisor.benchmarks.reproduce.JmhResults;
import splitvisor.benchmarks.reproduce.JmhResults.InvalidResultsException;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.cost.CostProfile.InvalidProfileException;
import splitvisor.highvisor.hyp.Generation;

/// Lab 9: the student measures, takes the hypercall apart as ISCA 2016's Table III does, and predicts what a cheaper
/// VGIC would make of it. What was measured is measured again here.
final class MeasuringLab implements Exercise {

    static final String ANSWERS = "answers.json";
    static final String JMH = "jmh.json";
    static final String PROFILE = "profile.json";

    /// The costs that the student's profile lowers, and what to.
    static final List<String> LOWERED = List.of("events.deviceRead", "sysregRead.VGIC");

    static final String TARGET = "sysregRead.EL1_SYSTEM";

    private static final double TOLERANCE = 1; // cycles: tables round
    private static final double PERCENT_TOLERANCE = 0.1;
    private static final double LARGEST_ERROR = 10; // per cent
    private static final String TABLE =
            "compare --profile hp-m400 --generation linux-4.0 --gic 2 shows what ISCA 2016's Table III is of.";

    private MeasuredHypercall measured;

    @Override
    public List<Task> tasks() {
        return List.of(
                new Task("JMH has measured the hypercall in both hosts", 15, this::jmh),
                new Task("the hypercall is measured, and taken apart by class of registers", 25, this::breakdown),
                new Task("the moves and the rest add up", 10, this::rest),
                new Task("what dominates, and what VHE makes go away", 10, this::conclusions),
                new Task("a profile in which the VGIC is as cheap as other registers", 15, this::profile),
                new Task("a prediction, its measurement, and its error", 25, this::prediction));
    }

    private MeasuredHypercall measured() throws Failure {
        if (measured == null) {
            CostProfile profile = CostProfile.builtIn(MeasuredHypercall.PROFILE);
            measured = MeasuredHypercall.of(profile, MeasuredHypercall.GENERATION, MeasuredHypercall.GIC);
        }
        return measured;
    }

    private void jmh(Inspection inspection) throws Failure {
        List<JmhResults.Result> results;
        try {
            results = JmhResults.parse(inspection.file(JMH)).results();
        } catch (InvalidResultsException e) {
            inspection.found("first, run JMH: %s is %s".formatted(JMH, e.getMessage()),
                    "bench OperationBenchmark.hyp_call -rf json -rff jmh.json writes such a file.");
            return;
        }
        CostProfile profile = CostProfile.builtIn(CostProfile.BUILT_IN.getFirst());
        String generation = Generation.labels().getFirst();
        MeasuredHypercall today = MeasuredHypercall.of(profile, generation, profile.gic());
        for (String host : MeasuredHypercall.HOSTS) {
            List<JmhResults.Result> found = results.stream()
                    .filter(result -> result.operation().equals(MeasuredHypercall.OPERATION)
                            && result.host().equals(host) && result.generation().equals(generation))
                    .toList();
            if (found.isEmpty()) {
                inspection.found("%s has no hyp_call of %s, %s".formatted(JMH, host, generation),
                        "A comparison needs both hosts under the same conditions.");
            } else if (Math.abs(found.getFirst().cycles() - today.cycles().get(host)) > TOLERANCE) {
                inspection.found("%s: hyp_call of %s takes %s cycles, the machine says %s".formatted(
                                JMH, host, text(found.getFirst().cycles()), text(today.cycles().get(host))),
                        "Simulated figures are the same in every run, on every machine; only wall time varies.");
            } else if (!(found.getFirst().score() > 0)) {
                inspection.found("%s: hyp_call of %s has no score".formatted(JMH, host),
                        "JMH's score is operations per second of wall time.");
            }
        }
    }

    private void breakdown(Inspection inspection) throws Failure {
        JsonNode answers = answers(inspection);
        for (String host : MeasuredHypercall.HOSTS) {
            compare(inspection, answers, "/hypercall/" + host, measured().cycles().get(host), TABLE);
        }
        for (Map.Entry<String, double[]> row : measured().moves().entrySet()) {
            String path = "/split/" + row.getKey();
            compare(inspection, answers, path + "/save", row.getValue()[0], "What EL2 reads, it saves. " + TABLE);
            compare(inspection, answers, path + "/restore", row.getValue()[1],
                    "What EL2 writes, it restores. " + TABLE);
        }
        List<String> unknown = new ArrayList<>();
        answers.path("split").fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(measured().moves().keySet());
        unknown.forEach(name -> inspection.found(
                "%s: /split/%s moves in no split hypercall".formatted(ANSWERS, name), TABLE));
    }

    private void rest(Inspection inspection) throws Failure {
        compare(inspection, answers(inspection), "/rest", measured().rest(),
                "A breakdown accounts for all of the whole: what is no move is exceptions, barriers and instructions.",
                measured().moves().size() + 1);
    }

    private void conclusions(Inspection inspection) throws Failure {
        JsonNode answers = answers(inspection);
        require(inspection, answers, "/largest", measured().largest(),
                "The class whose save and restore together cost most in the split host.");
        require(inspection, answers, "/gone", measured().gone(),
                "The class for which split mode pays so much more than VHE as for no other.");
    }

    private void profile(Inspection inspection) {
        CostProfile theirs = parseProfile(inspection);
        if (theirs == null) {
            return;
        }
        CostProfile original = CostProfile.builtIn(MeasuredHypercall.PROFILE);
        List<String> keys = CostProfile.keys();
        long target = original.centicycles().get(keys.indexOf(TARGET));
        for (int i = 0; i < keys.size(); i++) {
            boolean lowered = LOWERED.contains(keys.get(i));
            long wanted = lowered ? target : original.centicycles().get(i);
            if (theirs.centicycles().get(i) != wanted) {
                inspection.found("%s: %s is %s cycles, not %s".formatted(
                                PROFILE, keys.get(i), text(theirs.centicycles().get(i) / 100.0), text(wanted / 100.0)),
                        lowered ? "A read of the VGIC, by MMIO or as a register, is to cost what %s costs."
                                        .formatted(TARGET)
                                : "One thing is changed at a time: else nobody knows what made the difference.");
            }
        }
    }

    private void prediction(Inspection inspection) throws Failure {
        JsonNode answers = answers(inspection);
        CostProfile theirs = parseProfile(inspection);
        Double predicted = number(inspection, answers, "/prediction/predicted");
        if (theirs == null || predicted == null) {
            return;
        }
        double result = MeasuredHypercall.of(theirs, MeasuredHypercall.GENERATION, MeasuredHypercall.GIC)
                .cycles().get("split");
        if (Math.abs(result - measured().cycles().get("split")) < TOLERANCE) {
            inspection.found("%s: the hypercall takes as long as before".formatted(PROFILE),
                    "A prediction is about something that changes.");
            return;
        }
        compare(inspection, answers, "/prediction/measured", result,
                "compare --bench hyp_call --profile profile.json --generation linux-4.0 --gic 2 shows it.");
        double error = 100 * (predicted - result) / result;
        compare(inspection, answers, "/prediction/errorPercent", error,
                "The error is predicted minus measured, in per cent of what was measured: too low is negative.",
                PERCENT_TOLERANCE);
        if (Math.abs(error) > LARGEST_ERROR) {
            inspection.found("the prediction misses by %s %%".formatted(text(error)),
                    "The breakdown says how many reads of the VGIC there are, and what each costs now.");
        }
    }

    private static CostProfile parseProfile(Inspection inspection) {
        try {
            return CostProfile.parse(inspection.file(PROFILE));
        } catch (InvalidProfileException e) {
            inspection.found("%s: %s".formatted(PROFILE, e.getMessage()), "A profile is checked when it is read.");
            return null;
        }
    }

    private static JsonNode answers(Inspection inspection) {
        try {
            return new ObjectMapper().readTree(inspection.file(ANSWERS));
        } catch (JsonProcessingException e) {
            inspection.found("%s is no JSON: line %d".formatted(ANSWERS, e.getLocation().getLineNr()),
                    "The answers are read by a program.");
            return new ObjectMapper().createObjectNode();
        }
    }

    private static void compare(Inspection inspection, JsonNode answers, String path, double wanted, String rule) {
        compare(inspection, answers, path, wanted, rule, TOLERANCE);
    }

    private static void compare(
            Inspection inspection, JsonNode answers, String path, double wanted, String rule, double tolerance) {
        Double given = number(inspection, answers, path);
        if (given != null && Math.abs(given - wanted) > tolerance) {
            inspection.found(
                    "%s: %s is %s; the machine says %s".formatted(ANSWERS, path, text(given), text(wanted)), rule);
        }
    }

    private static Double number(Inspection inspection, JsonNode answers, String path) {
        JsonNode node = answers.at(path);
        if (!node.isNumber()) {
            inspection.found("%s: %s is not answered yet".formatted(ANSWERS, path), "Every answer is a number.");
            return null;
        }
        return node.doubleValue();
    }

    private static void require(Inspection inspection, JsonNode answers, String path, String wanted, String rule) {
        JsonNode node = answers.at(path);
        if (!node.isTextual()) {
            inspection.found("%s: %s is not answered yet".formatted(ANSWERS, path), rule);
        } else if (!node.textValue().equals(wanted)) {
            inspection.found("%s: %s is not '%s'".formatted(ANSWERS, path, node.textValue()), rule);
        }
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%,.1f", value);
    }
}
