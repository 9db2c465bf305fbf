package splitvisor.benchmarks.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import splitvisor.benchmarks.compare.GuestSource;
import splitvisor.benchmarks.host.Host;
import splitvisor.benchmarks.host.Operation;
import splitvisor.benchmarks.host.OperationsGuest;
import splitvisor.benchmarks.host.Run;
import splitvisor.benchmarks.host.SpanMeter;
import splitvisor.cpu.cost.CostGroup;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.cost.Counts;
import splitvisor.cpu.cost.Event;
import splitvisor.cpu.cost.World;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.Generation;

class RecordingTest {

    private static final CostProfile PROFILE = CostProfile.builtIn("gicv3-server");

    static Recording record(Operation operation, String host) throws Exception {
        return OperationTrace.of(operation, host, PROFILE, new Host.Shape(1, 3, 0)).recording();
    }

    /// `count` steps of hypercalls, from instruction `from` on.
    static Recording stretch(String host, long from, int count) throws Exception {
        Recorder recorder = Recorder.ofStretch(host, PROFILE, from, count, true);
        OperationsGuest guest = new OperationsGuest(GuestSource.builtIn());
        new Run(guest, Operation.HYP_CALL, host, PROFILE, 100_000_000).execute(500, recorder);
        return recorder.recording();
    }

    static Stream<Arguments> operationsAndHosts() {
        return Stream.of(Operation.values())
                .flatMap(operation -> Host.names().stream().map(host -> Arguments.of(operation, host)));
    }

    @ParameterizedTest
    @MethodSource("operationsAndHosts")
    void theStepsAreTheLinesOfTheGoldenTrace(Operation operation, String host) throws Exception {
        List<String> golden = Files.readAllLines(Path.of("../docs/traces", operation.label() + "." + host + ".txt"));
        List<Step> steps = record(operation, host).steps();
        Map<Integer, List<String>> expected = new TreeMap<>();
        int pe = steps.getFirst().pe(); // the trace says only where it goes on
        for (String line : golden) {
            pe = line.startsWith("PE ") ? Integer.parseInt(line.substring(3)) : pe;
            String meaning = ofLine(line);
            boolean back = line.startsWith("PE ") && expected.containsKey(pe); // the recording has arrivals only
            if (!meaning.isEmpty() && !back) {
                expected.computeIfAbsent(pe, _ -> new ArrayList<>()).add(meaning);
            }
        }
        Map<Integer, List<String>> recorded = new TreeMap<>();
        int last = -1;
        for (Step step : steps) {
            boolean inGuest = step.world() == World.GUEST_EL1 || step.world() == World.GUEST_EL0;
            boolean saidByItsInstruction = inGuest && step.el() < 2
                    && (step.kind() == Kind.BARRIER || step.kind() == Kind.MAINTENANCE || step.kind() == Kind.PSTATE);
            boolean elsewhereBefore = step.kind() != Kind.ARRIVAL || step.pe() != last;
            last = step.pe();
            if (!saidByItsInstruction && elsewhereBefore && step.kind() != Kind.IDLE) {
                recorded.computeIfAbsent(step.pe(), _ -> new ArrayList<>()).add(ofStep(step));
            }
        }
        assertEquals(expected.keySet(), recorded.keySet());
        expected.forEach((number, lines) ->
                assertEquals(String.join("\n", lines), String.join("\n", recorded.get(number))));
    }

    private static String ofLine(String line) {
        String text = line.strip();
        if (!line.startsWith("    ")) {
            String symbol = line.startsWith("PE ") ? line : line.split(" +")[1];
            return symbol.equals("guest") ? "" : symbol;
        }
        if (text.startsWith("-->")) {
            return "exception " + text.replaceAll("--> EL(.) to EL(.).*", "$1 $2");
        }
        if (text.startsWith("<--")) {
            return "return " + text.replaceAll(".*PC ", "");
        }
        if (text.matches("(ldr|str)  [A-Z].*")) {
            return text.replaceAll(" +", " ");
        }
        if (text.matches("m[rs][rs]  .*")) {
            String[] words = text.split(" +");
            boolean elsewhere = words[2].equals("->");
            return "%s %s %s %s".formatted(
                    words[0], words[1], elsewhere ? words[3] : words[1], words[elsewhere ? 4 : 2]);
        }
        return text.replace("  ", " ");
    }

    private static String ofStep(Step step) {
        return switch (step.kind()) {
            case MRS, MSR -> "%s %s %s %#x".formatted(
                    step.kind() == Kind.MRS ? "mrs" : "msr", step.text(), step.reached().assemblyName(), step.value());
            case LOAD_DEVICE -> "ldr %s %#x".formatted(step.text(), step.value());
            case STORE_DEVICE -> "str %s %#x".formatted(step.text(), step.value());
            case EXCEPTION -> "exception %d %d".formatted(step.fromEl(), step.toEl());
            case ERET -> "return %#x".formatted(step.value());
            default -> step.text();
        };
    }

    /// What is not waiting is what `compare` counts of such an iteration.
    @ParameterizedTest
    @MethodSource("operationsAndHosts")
    void everyCycleIsAccountedForAsTheLedgerHasIt(Operation operation, String host) throws Exception {
        OperationsGuest guest = new OperationsGuest(GuestSource.builtIn());
        SpanMeter meter = new SpanMeter(guest.begin(operation), guest.end(operation));
        new Run(guest, operation, host, PROFILE, 10_000_000).execute(6, meter);
        int vms = operation.vms();
        Counts counts = meter.spans().subList(3 * vms, 4 * vms).stream().reduce(Counts::plus).orElseThrow();
        Recording recording = record(operation, host);
        long functions = recording.functions().stream().mapToLong(f -> f.end() - f.start()).sum();
        long waits = recording.steps().stream().filter(s -> s.kind() == Kind.IDLE).mapToLong(Step::duration).sum();
        assertEquals(counts.centicycles(), functions - waits);
        long instruction = PROFILE.centicycles().get(Event.INSTRUCTION.ordinal());
        for (CostGroup group : CostGroup.values()) {
            long reads = 0;
            long writes = 0;
            long cost = 0;
            for (World world : World.values()) {
                reads += counts.reads(world, group);
                writes += counts.writes(world, group);
                boolean machineCode = world == World.GUEST_EL1 || world == World.GUEST_EL0;
                cost += counts.readCenticycles(world, group) + counts.writeCenticycles(world, group)
                        + (machineCode ? 0 : (counts.reads(world, group) + counts.writes(world, group)) * instruction);
            }
            List<Step> moves = recording.steps().stream()
                    .filter(step -> group.label().equals(step.heading()) && !isOfDevice(step))
                    .toList();
            assertEquals(reads, moves.stream().filter(step -> step.kind() == Kind.MRS).count(), group.label());
            assertEquals(writes, moves.stream().filter(step -> step.kind() != Kind.MRS).count(), group.label());
            assertEquals(cost, moves.stream().mapToLong(Step::duration).sum(), group.label());
        }
    }

    private static boolean isOfDevice(Step step) {
        return step.kind() == Kind.LOAD_DEVICE || step.kind() == Kind.STORE_DEVICE;
    }

    /// With a GICv2, whose registers are in memory: every access is a step under its name, with its cycles.
    @ParameterizedTest
    @CsvSource({
        "HYP_CALL, split, LINUX_4_0", "HYP_CALL, vhe, LINUX_4_0", "VIRTUAL_IRQ, split, LINUX_6_1",
        "VIRTUAL_IRQ, vhe, LINUX_6_1", "ACK_EOI, split, LINUX_4_0", "VIRTUAL_IPI, split, LINUX_6_1"
    })
    void everyAccessToADeviceIsAStepWithItsCycles(Operation operation, String host, Generation generation)
            throws Exception {
        Host.Shape shape = new Host.Shape(1, 2, 0, null, generation);
        OperationsGuest guest = new OperationsGuest(GuestSource.builtIn(), 2);
        SpanMeter meter = new SpanMeter(guest.begin(operation), guest.end(operation));
        new Run(guest, operation, host, PROFILE, 10_000_000, shape).execute(6, meter);
        Counts counts = meter.spans().get(3);
        Recording recording = OperationTrace.of(operation, host, PROFILE, shape).recording();
        long cycles = 0;
        long hosted = 0;
        List<Step> accesses = recording.steps().stream().filter(RecordingTest::isOfDevice).toList();
        for (Step access : accesses) {
            assertTrue(access.text().matches("GIC[CDHV]_[A-Z]+[0-9]*"), access.text());
            boolean machineCode = access.world() == World.GUEST_EL1 || access.world() == World.GUEST_EL0;
            hosted += machineCode ? 0 : PROFILE.centicycles().get(Event.INSTRUCTION.ordinal());
            hosted += PROFILE.centicycles().get(
                    (access.kind() == Kind.LOAD_DEVICE ? Event.LOAD : Event.STORE).ordinal());
            cycles += access.duration();
        }
        assertTrue(accesses.size() > 1);
        assertEquals(counts.of(Event.DEVICE_READ) + counts.of(Event.DEVICE_WRITE), accesses.size());
        assertEquals(counts.of(Event.DEVICE_READ),
                accesses.stream().filter(step -> step.kind() == Kind.LOAD_DEVICE).count());
        long charged = 0;
        for (World world : World.values()) {
            charged += counts.centicycles(world, Event.DEVICE_READ) + counts.centicycles(world, Event.DEVICE_WRITE);
        }
        assertEquals(charged + hosted, cycles);
        long all = recording.functions().stream().mapToLong(f -> f.end() - f.start()).sum();
        long waits = recording.steps().stream().filter(s -> s.kind() == Kind.IDLE).mapToLong(Step::duration).sum();
        assertEquals(counts.centicycles(), all - waits);
    }

    @ParameterizedTest
    @MethodSource("operationsAndHosts")
    void stepsOfAPeFollowOneAnotherAndLieInItsFunctions(Operation operation, String host) throws Exception {
        Recording recording = record(operation, host);
        long[] clock = new long[8];
        for (Step step : recording.steps()) {
            assertTrue(step.start() >= clock[step.pe()], step::toString);
            clock[step.pe()] = step.end();
            assertTrue(step.duration() == 0 || recording.functions().stream().anyMatch(function ->
                    function.pe() == step.pe() && function.el() == step.el()
                            && function.start() <= step.start() && step.end() <= function.end()), step::toString);
        }
    }

    @ParameterizedTest
    @CsvSource({"split", "vhe"})
    void stepBackIsExactForRandomSteps(String host) throws Exception {
        Recording recording = record(Operation.VIRTUAL_IPI, host);
        int length = recording.steps().size();
        Random random = new Random(7);
        MachineState state = new MachineState(recording);
        for (int round = 0; round < 300; round++) {
            int from = random.nextInt(length + 1);
            move(state, from);
            int n = random.nextInt(length - from + 1);
            for (int i = 0; i < n; i++) {
                state.forward();
            }
            for (int i = 0; i < n; i++) {
                state.back();
            }
            MachineState fresh = new MachineState(recording);
            move(fresh, from);
            assertEquals(fresh, state, "from %d, %d steps".formatted(from, n));
        }
    }

    @ParameterizedTest
    @MethodSource("operationsAndHosts")
    void theStateAfterAMoveHasTheValueMoved(Operation operation, String host) throws Exception {
        Recording recording = record(operation, host);
        MachineState state = new MachineState(recording);
        for (Step step : recording.steps()) {
            state.forward();
            if (step.reached() != null) {
                assertEquals(step.value(), state.get(step.pe(), step.reached().ordinal()), step::toString);
            } else if (step.kind() == Kind.EXCEPTION && step.value() != 0) {
                SysReg syndrome = step.toEl() == 2 ? SysReg.ESR_EL2 : SysReg.ESR_EL1;
                assertEquals(step.value(), state.get(step.pe(), syndrome.ordinal()), step::toString);
            }
        }
    }

    @Test
    void whatIsUndoneAgainstTheMachineItselfIsItsState() throws Exception {
        Recording early = stretch("split", 40_000, 1);
        Recording all = stretch("split", 30_000, 20_000);
        MachineState state = new MachineState(all);
        move(state, all.steps().size());
        Step first = early.steps().getFirst();
        while (state.position() > 0 && all.steps().get(state.position() - 1).start() >= first.start()) {
            state.back();
        }
        for (SysReg register : List.of(SysReg.HCR_EL2, SysReg.SCTLR_EL1, SysReg.TTBR1_EL1, SysReg.VBAR_EL2,
                SysReg.SP_EL0, SysReg.ELR_EL2, SysReg.SPSR_EL2, SysReg.VTTBR_EL2, SysReg.TPIDR_EL1)) {
            assertEquals(early.initial(0)[register.ordinal()], state.get(0, register.ordinal()), register.name());
        }
    }

    @Test
    void theTrapOfAnIdRegisterIsTid3() throws Exception {
        assertEquals("HCR_EL2.TID3", reasonOfTheFirst(Operation.ID_REGISTER));
        assertEquals("HCR_EL2.VM", reasonOfTheFirst(Operation.STAGE2_FAULT));
        assertEquals("HCR_EL2.TWI", reasonOfTheFirst(Operation.VM_SWITCH));
        assertEquals(null, reasonOfTheFirst(Operation.HYP_CALL));
    }

    private static String reasonOfTheFirst(Operation operation) throws Exception {
        return record(operation, "vhe").steps().stream()
                .filter(step -> step.kind() == Kind.EXCEPTION)
                .findFirst()
                .orElseThrow()
                .reason();
    }

    @Test
    void aStretchIsAsLongAsAskedAndBeginsWhereAsked() throws Exception {
        Recording recording = stretch("vhe", 50_000, 1_000);
        assertEquals(1_000, recording.steps().size());
        assertTrue(recording.start() >= 50_000 * PROFILE.centicycles().get(Event.INSTRUCTION.ordinal()));
    }

    private static void move(MachineState state, int position) {
        while (state.position() < position) {
            state.forward();
        }
        while (state.position() > position) {
            state.back();
        }
    }
}
