package splitvisor.benchmarks.host;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import splitvisor.benchmarks.GeneratedPage;

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
    @MethodSource("operationsAndHosts")
    void theTraceIsWhatTheMachineDoes(Operation operation, String host) throws Exception {
        Run run = Runs.of(operation, host);
        TextTrace trace = new TextTrace(run.guest().begin(operation), run.guest().end(operation), ITERATION);
        run.execute(ITERATIONS, trace);
        GeneratedPage.check("traces/%s.%s.txt".formatted(operation.label(), host), trace.text());
    }
}
