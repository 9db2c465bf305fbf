package splitvisor.benchmarks.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import splitvisor.benchmarks.PrettyJson;

class ResultReaderTest {

    private static final Finding CUT = Finding.of("it was killed", "It ends.");

    @Test
    void aReportCutOffAtAnyByteHasWhatWasToldBefore() {
        Task first = Lab.WORLD_SWITCH.exercise().tasks().getFirst();
        TaskResult told = new TaskResult(first.name(), 0, first.points(), List.of(Finding.of("X0 → X1", "±0")), null);
        String line = "{\"task\": " + PrettyJson.of(told).replace("\n", "") + "}\n";
        byte[] twice = (line + line).getBytes(StandardCharsets.UTF_8);
        for (int end = twice.length / 2; end < twice.length - 2; end++) {
            ResultReader reader = new ResultReader(Lab.WORLD_SWITCH);
            reader.takeAll(Arrays.copyOf(twice, end));
            Result result = reader.result(reader.hasEnded() ? null : CUT);
            assertEquals(told, result.tasks().getFirst());
            assertEquals(List.of(CUT), result.tasks().get(1).findings());
            assertTrue(result.tasks().stream().skip(2).allMatch(task -> task.findings().isEmpty()));
        }
    }
}
