package splitvisor.benchmarks.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Makes a [Result] of what an [Examination] told, which may have been cut short.
final class ResultReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Lab lab;
    private final List<Finding> obstacles = new ArrayList<>();
    private final List<TaskResult> done = new ArrayList<>();
    private boolean ended;

    ResultReader(Lab lab) {
        this.lab = lab;
    }

    /// Takes a report in UTF-8, which may end anywhere, even within a character.
    void takeAll(byte[] report) {
        new String(report, StandardCharsets.UTF_8).lines().forEach(this::take);
    }

    /// Takes one line; half a line, which a killed process leaves, is none.
    void take(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            if (node.has("obstacle")) {
                obstacles.add(JSON.treeToValue(node.get("obstacle"), Finding.class));
            } else if (node.has("task")) {
                done.add(JSON.treeToValue(node.get("task"), TaskResult.class));
            } else {
                ended |= node.has("end");
            }
        } catch (JsonProcessingException e) {
            ended = false;
        }
    }

    boolean hasEnded() {
        return ended;
    }

    /// The whole result. The first task that has no outcome gets `cut` as its finding, if there is one.
    Result result(Finding cut) {
        List<TaskResult> tasks = new ArrayList<>(done);
        Finding why = cut;
        List<Task> all = lab.exercise().tasks();
        for (Task task : all.subList(done.size(), all.size())) {
            tasks.add(new TaskResult(
                    task.name(), 0, task.points(), why == null ? List.of() : List.of(why), null));
            why = null;
        }
        return new Result(lab, List.copyOf(obstacles), List.copyOf(tasks), null);
    }
}
