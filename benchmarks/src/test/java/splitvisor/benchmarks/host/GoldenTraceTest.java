package splitvisor.benchmarks.host;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import splitvisor.benchmarks.GeneratedPage;
import splitvisor.benchmarks.compare.GuestSource;
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

    /// What the switch makes of an early generation, and of a GICv2.
    @ParameterizedTest
    @CsvSource({
        "HYP_CALL, split, LINUX_4_0, 3, linux-4.0",
        "HYP_CALL, vhe, LINUX_4_0, 3, linux-4.0",
        "HYP_CALL, split, LINUX_4_0, 2, linux-4.0-gicv2",
        "VIRTUAL_IRQ, split, LINUX_6_1, 2, gicv2",
        "VIRTUAL_IRQ, vhe, LINUX_6_1, 2, gicv2"
    })
    void theTraceOfAnotherShape(Operation operation, String host, Generation generation, int gic, String suffix)
            throws Exception {
        OperationsGuest guest = new OperationsGuest(GuestSource.builtIn(), gic);
        Host.Shape shape = new Host.Shape(1, gic, 0, null, generation);
        TextTrace trace = new TextTrace(guest.window(operation), ITERATION);
        new Run(guest, operation, host, Runs.PROFILE, Runs.LIMIT, shape).execute(ITERATIONS, trace);
        GeneratedPage.check("traces/%s.%s.%s.txt".formatted(operation.label(), host, suffix), trace.text());
    }

    @ParameterizedTest
    @MethodSource("operationsAndHosts")
    void theTraceIsWhatTheMachineDoes(Operation operation, String host) throws Exception {
        Run run = Runs.of(operation, host);
        TextTrace trace = new TextTrace(run.guest().window(operation), ITERATION);
        run.execute(ITERATIONS, trace);
        GeneratedPage.check("traces/%s.%s.txt".formatted(operation.label(), host), trace.text());
    }
}
