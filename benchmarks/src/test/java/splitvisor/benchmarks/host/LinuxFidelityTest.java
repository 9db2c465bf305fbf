package splitvisor.benchmarks.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import splitvisor.benchmarks.GeneratedPage;
import splitvisor.benchmarks.compare.GuestSource;
import splitvisor.cpu.cost.Counts;
import splitvisor.cpu.cost.Event;
import splitvisor.highvisor.hyp.HypPath;
import splitvisor.highvisor.user.VmmPath;

/// Our switches against what a real Linux 6.1 executed: the same registers, in the same order, by the same
/// names. Every difference has a row in [#REASONS].
class LinuxFidelityTest {

    private static final int ITERATION = 4;
    private static final int ITERATIONS = 6;

    /// Instructions of the Spectre-BHB loop in Linux's EL2 vectors, and of the guest's own loop around the
    /// operation, neither of which is in our iteration.
    private static final int BHB = 85;
    private static final int GUEST_LOOP = 5;

    /// What the VMM does after QEMU's model in an iteration of `mmio`; the reference's VMM does nothing of the kind.
    private static final int VMM =
            VmmPath.RUN_LOOP.instructions(false) + VmmPath.DEVICE.instructions(false);

    private static final Map<String, Operation> OPERATIONS = new LinkedHashMap<>();

    static {
        OPERATIONS.put("hvc", Operation.HYP_CALL);
        OPERATIONS.put("idreg", Operation.ID_REGISTER);
        OPERATIONS.put("gicd", Operation.MMIO_READ_VGIC);
        OPERATIONS.put("mmio", Operation.MMIO_READ_USER);
        OPERATIONS.put("sgiirq", Operation.VIRTUAL_IRQ);
        OPERATIONS.put("s2f", Operation.STAGE2_FAULT);
    }

    /// Why Linux and we differ.
    private static final Map<Difference, String> REASONS =
            Map.of(
                    new Difference('-', "dsb nsh", "esb"),
                    "end of the Spectre-BHB loop in the vectors (`__bp_harden_hyp_vecs`): errata are out of scope",
                    new Difference('-', "isb", "dsb nsh"),
                    "the same");

    static Stream<Arguments> operationsAndHosts() {
        return OPERATIONS.keySet().stream()
                .flatMap(name -> Host.names().stream().map(host -> Arguments.of(name, host)));
    }

    @ParameterizedTest
    @MethodSource("operationsAndHosts")
    void theSwitchExecutesWhatLinuxExecutesButForTheReasonsGiven(String name, String host) throws Exception {
        List<Difference> differences = differences(name, host);
        List<Difference> unexplained = differences.stream().filter(d -> !REASONS.containsKey(d)).toList();
        assertEquals(List.of(), unexplained);
        assertEquals(REASONS.size(), differences.size(), "an explained difference has gone: remove its reason");
    }

    @ParameterizedTest
    @MethodSource("operationsAndHosts")
    void entriesToEl2AndReturnsFromItAreLinuxs(String name, String host) throws Exception {
        LinuxRun linux = LinuxRun.of(name, host);
        Counts ours = counts(name, host);
        int entries = linux.exceptions("EL1->EL2") + linux.exceptions("EL0->EL2");
        assertEquals(entries, ours.of(Event.EXCEPTION_TO_EL2));
        int toEl1 = linux.exceptions("EL0->EL1") + linux.exceptions("EL1->EL1");
        assertEquals(toEl1, ours.of(Event.EXCEPTION_TO_EL1));
        assertEquals(linux.returnsFromEl2() + toEl1, ours.of(Event.ERET));
    }

    /// The reference has no order of operations for an SGI that is pending already, but it has its instructions: these
    /// hold the rows of the vGIC to account beside those of `sgiirq`. Linux's include the guest's own loop.
    @ParameterizedTest
    @CsvSource({"split, 0", "vhe, 2"})
    void anSgiThatIsPendingAlreadyTakesLinuxsInstructions(String host, int missing) throws Exception {
        String unmask = "        msr     daifclr, #2\nvirtual_irq_begin";
        String masked = GuestSource.builtIn().text().replace(unmask, "virtual_irq_begin");
        Run run = Runs.of(Operation.VIRTUAL_IRQ, host, new GuestSource("masked.s", masked));
        SpanMeter meter = Runs.spans(run);
        run.execute(ITERATIONS, meter);
        long ours = meter.spans().get(ITERATION - 1).of(Event.INSTRUCTION);
        assertEquals(LinuxRun.of("sgi", host).totalInstructions() - BHB - GUEST_LOOP - missing, ours);
    }

    @Test
    void splitModeSavesAndRestoresWhatLinuxDoesInItsOrder() throws Exception {
        SwitchRecorder ours = record("hvc", "split");
        LinuxRun linux = LinuxRun.of("hvc", "split");
        List<List<String>> saves = linux.function("__sysreg_save_state_nvhe");
        List<List<String>> restores = linux.function("__sysreg_restore_state_nvhe");
        assertEquals(List.of(saves.get(0)), ours.path(HypPath.SAVE_GUEST_STATE_NVHE));
        assertEquals(List.of(saves.get(1)), ours.path(HypPath.SAVE_HOST_STATE_NVHE));
        assertEquals(List.of(restores.get(0)), ours.path(HypPath.RESTORE_HOST_STATE_NVHE));
        assertEquals(List.of(restores.get(1)), ours.path(HypPath.RESTORE_GUEST_STATE_NVHE));
    }

    @Test
    void vheSavesAndRestoresWhatLinuxDoesInItsOrder() throws Exception {
        SwitchRecorder ours = record("hvc", "vhe");
        LinuxRun linux = LinuxRun.of("hvc", "vhe");
        assertEquals(linux.function("sysreg_save_guest_state_vhe"), ours.path(HypPath.SAVE_GUEST_STATE_VHE));
        assertEquals(linux.function("sysreg_restore_host_state_vhe"), ours.path(HypPath.RESTORE_HOST_STATE_VHE));
        assertEquals(linux.function("sysreg_save_host_state_vhe"), ours.path(HypPath.SAVE_HOST_STATE_VHE));
        assertEquals(linux.function("sysreg_restore_guest_state_vhe"), ours.path(HypPath.RESTORE_GUEST_STATE_VHE));
    }

    @Test
    void theReportIsFresh() throws Exception {
        StringBuilder page = new StringBuilder("""
                # How close the switches are to Linux 6.1

                Generated by `LinuxFidelityTest`, which holds the values. Linux: 6.1.176 (Debian) under QEMU 7.2,
                Neoverse N1, counted; ours: counted by the machine, one steady iteration.

                "Operations" are the system-register accesses, barriers, HVCs and ERETs of the code that makes up the
                switch (in split mode everything at EL2), in order. The edit distance is the number of operations to
                insert or delete to get from Linux's sequence to ours. Instructions are those of the whole iteration;
                Linux's include %d of the Spectre-BHB loop and %d of the guest's own loop, which ours do not. Ours of
                `mmio` are without the %d that our VMM has from QEMU: the VMM of the reference only runs the vCPU again.

                | operation | host | operations, Linux | ours | edit distance | instructions, Linux | ours |
                |---|---|---:|---:|---:|---:|---:|
                """.formatted(BHB, GUEST_LOOP, VMM));
        for (String name : OPERATIONS.keySet()) {
            for (String host : Host.names()) {
                LinuxRun linux = LinuxRun.of(name, host);
                page.append("| %s (%s) | %s | %d | %d | %d | %d | %d |\n".formatted(
                        name,
                        OPERATIONS.get(name).label(),
                        host,
                        linux.switchOperations().size(),
                        record(name, host).operations().size(),
                        differences(name, host).size(),
                        linux.totalInstructions(),
                        counts(name, host).of(Event.INSTRUCTION) - (name.equals("mmio") ? VMM : 0)));
            }
        }
        page.append("\n## The differences\n\n| sign | operation | after | reason |\n|---|---|---|---|\n");
        REASONS.entrySet().stream()
                .sorted((a, b) -> a.getKey().operation().compareTo(b.getKey().operation()))
                .forEach(entry -> page.append("| %s | `%s` | `%s` | %s |\n".formatted(
                        entry.getKey().sign() == '-' ? "Linux only" : "ours only",
                        entry.getKey().operation(),
                        entry.getKey().after(),
                        entry.getValue())));
        GeneratedPage.check("tables/linux-6.1-fidelity.md", page.toString());
    }

    private static List<Difference> differences(String name, String host) throws Exception {
        return Difference.between(LinuxRun.of(name, host).switchOperations(), record(name, host).operations());
    }

    private static SwitchRecorder record(String name, String host) throws Exception {
        Run run = Runs.of(OPERATIONS.get(name), host);
        OperationsGuest guest = run.guest();
        SwitchRecorder recorder =
                new SwitchRecorder(guest.begin(run.operation()), guest.end(run.operation()), ITERATION);
        run.execute(ITERATIONS, recorder);
        return recorder;
    }

    private static Counts counts(String name, String host) throws Exception {
        Run run = Runs.of(OPERATIONS.get(name), host);
        SpanMeter meter = Runs.spans(run);
        run.execute(ITERATIONS, meter);
        return meter.spans().get(ITERATION - 1);
    }
}
