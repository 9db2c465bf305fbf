package splitvisor.benchmarks.host;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import splitvisor.benchmarks.GeneratedPage;
import splitvisor.highvisor.hyp.Generation;

/// The traces in `docs/traces` are what the machine does: one steady iteration of each operation in
/// each host.
class GoldenTraceTest {

    private static final int ITERATION = 4;
    private static final int ITERATIONS = 6;

    static Stream<Arguments> operationsAndHosts() {
        return Stream.of(Operation.values())
                .flatMap(operation -> Host.names().stream().map(host -> Arguments.of(operation, host)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"split", "vhe"})
    void theTraceOfAnEarlyGeneration(String host) throws Exception {
        Generation generation = Generation.LINUX_4_0;
        Operation operation = Operation.HYP_CALL;
        OperationsGuest guest = Runs.of(operation, host).guest();
        Host.Shape shape = new Host.Shape(1, 3, 0, null, generation);
        TextTrace trace = new TextTrace(guest.begin(operation), guest.end(operation), ITERATION);
        new Run(guest, operation, host, Runs.PROFILE, Runs.LIMIT, shape).execute(ITERATIONS, trace);
        GeneratedPage.check(
                "traces/%s.%s.%s.txt".formatted(operation.label(), host, generation.label()), trace.text());
    }

    @ParameterizedTest
    @MethodSource("operationsAndHosts")
    void theTraceIsWhatTheMachineDoes(Operation operation, String host) throws Exception {
        Run run = Runs.of(operation, host);
        TextTrace trace = new TextTrace(run.guest().begin(operation), run.guest().end(operation), ITERATION);
        run.execute(ITERATIONS, trace);
        GeneratedPage.check("traces/%s.%s.txt".formatted(operation.label(), host), trace.text());
    }
}
