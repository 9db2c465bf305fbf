package splitvisor.benchmarks.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import splitvisor.benchmarks.compare.GuestSource;
import splitvisor.benchmarks.compare.Setup;
import splitvisor.benchmarks.report.Figure;
import splitvisor.benchmarks.report.Figures;
import splitvisor.benchmarks.report.JsonReport;
import splitvisor.benchmarks.report.Report;
import splitvisor.cpu.cost.Counts;
import splitvisor.highvisor.hyp.Generation;

class HostsTest {

    static Stream<Arguments> operationsGenerationsAndGics() {
        return Stream.of(Operation.values())
                .flatMap(operation -> Stream.of(Generation.values())
                        .flatMap(generation -> Stream.of(2, 3).map(gic -> Arguments.of(operation, generation, gic))));
    }

    @ParameterizedTest(name = "{0}, {1}, GICv{2}")
    @MethodSource("operationsGenerationsAndGics")
    void aGuestSeesTheSameInBothHosts(Operation operation, Generation generation, int gic) throws Exception {
        String split = Runs.of(operation, "split", generation, gic).execute(8, null);
        assertEquals(split, Runs.of(operation, "vhe", generation, gic).execute(8, null));
        assertEquals(17 * operation.vms(), split.length(), split); // sixteen digits and a newline each
    }

    @ParameterizedTest(name = "{0}, {1}, GICv{2}")
    @MethodSource("operationsGenerationsAndGics")
    void everyIterationCostsTheSame(Operation operation, Generation generation, int gic) throws Exception {
        for (String host : Host.names()) {
            Run run = Runs.of(operation, host, generation, gic);
            SpanMeter meter = Runs.spans(run);
            run.execute(12, meter);
            List<Counts> spans = meter.spans();
            Counts last = spans.getLast();
            for (Counts span : spans.subList(spans.size() - 8, spans.size())) {
                assertEquals(last, span, host);
            }
        }
    }

    /// As many as a JMH benchmark does in one run: the host's memory grows with what its guest touches.
    @Test
    void aGuestMayTouchMorePagesThanASmallHostHas() throws Exception {
        OperationsGuest guest = new OperationsGuest(GuestSource.builtIn());
        Run run = new Run(guest, Operation.STAGE2_FAULT, "vhe", Runs.PROFILE, 10 * Runs.LIMIT);
        SpanMeter meter = Runs.spans(run);
        run.execute(5_000, meter);
        assertEquals(5_000, meter.spans().size());
    }

    @Test
    void aSystemCallInsideTheGuestDoesNotEnterEl2() throws Exception {
        Report report = report(List.of("el0_syscall"));
        for (String host : Host.names()) {
            Figures figures = report.operations().getFirst().hosts().get(host);
            assertEquals(0, figures.rounded(Figure.EL2_ENTRIES));
            assertEquals(1, figures.rounded(Figure.EL1_ENTRIES));
            assertEquals(1, figures.rounded(Figure.ERETS));
        }
        assertEquals(
                report.operations().getFirst().hosts().get("split"),
                report.operations().getFirst().hosts().get("vhe"));
    }

    @Test
    void aHypercallEntersEl2TwiceInSplitModeAndOnceUnderVhe() throws Exception {
        Report report = report(List.of("hyp_call"));
        Figures split = report.operations().getFirst().hosts().get("split");
        Figures vhe = report.operations().getFirst().hosts().get("vhe");
        assertEquals(2, split.rounded(Figure.EL2_ENTRIES));
        assertEquals(2, split.rounded(Figure.ERETS));
        assertEquals(1, vhe.rounded(Figure.EL2_ENTRIES));
        assertEquals(1, vhe.rounded(Figure.ERETS));
    }

    @Test
    void theStepsOfASwitchAddUpToItsCycles() throws Exception {
        Report report = report(List.of("hyp_call"));
        for (String host : Host.names()) {
            double steps = report.switches().getFirst().hosts().get(host).stream()
                    .mapToDouble(step -> step.figures().get(Figure.CYCLES).doubleValue())
                    .sum();
            Figures whole = report.operations().getFirst().hosts().get(host);
            assertEquals(whole.get(Figure.CYCLES).doubleValue(), steps, 0.001);
        }
    }

    /// Also along a path of causes that crosses PEs, and to the end of an operation that user space has a part in.
    @ParameterizedTest
    @EnumSource(names = {"VIRTUAL_IPI", "VIRTUAL_IPI_USER_GIC", "MMIO_READ_USER", "IO_LATENCY_IN_IDLE"})
    void theStepsOfAnOperationAddUpToIt(Operation operation) throws Exception {
        for (String host : Host.names()) {
            Setup setup = new Setup(
                    List.of(host), List.of(operation.label()), Runs.PROFILE, "linux-4.0", 2, GuestSource.builtIn(),
                    Runs.LIMIT);
            Counts steps = HostComparison.countSteps(operation, host, setup).stream()
                    .map(StepMeter.Counted::counts)
                    .reduce(Counts::plus)
                    .orElseThrow();
            Counts counts = HostComparison.sum(operation, host, setup).counts();
            long whole = counts.centicycles() / HostComparison.COUNTED;
            assertEquals(whole, steps.centicycles(), host);
        }
    }

    @Test
    void theSameInputsGiveTheSameBytes() throws Exception {
        String first = JsonReport.of(report(Operation.labels()), "test");
        assertEquals(first, JsonReport.of(report(Operation.labels()), "test"));
        assertTrue(first.contains("vm_switch"));
    }

    private static Report report(List<String> operations) throws Exception {
        return new HostComparison()
                .measure(new Setup(
                        Host.names(), operations, Runs.PROFILE, "linux-6.1", 3, GuestSource.builtIn(), Runs.LIMIT));
    }
}
