package splitvisor.benchmarks.lab;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import splitvisor.benchmarks.Failure;
import splitvisor.benchmarks.compare.GuestSource;
import splitvisor.benchmarks.compare.Setup;
import splitvisor.benchmarks.host.HostComparison;
import splitvisor.benchmarks.host.Operation;
import splitvisor.benchmarks.host.OperationsGuest;
import splitvisor.benchmarks.host.Run;
import splitvisor.benchmarks.host.SpanMeter;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.cost.Counts;
import splitvisor.cpu.observe.Observer;
import splitvisor.highvisor.hyp.Generation;
import splitvisor.highvisor.hyp.SaveLists;

/// Lab 10, which is open: the student makes the split host's switch cheaper than Linux's without breaking a guest.
final class CheaperSwitchLab implements Exercise {

    private static final String HOST = "split";

    /// What the score adds up: one of each.
    private static final List<Operation> SCORED = List.of(
            Operation.HYP_CALL, Operation.MMIO_READ_VGIC, Operation.MMIO_READ_USER, Operation.VIRTUAL_IRQ,
            Operation.STAGE2_FAULT);

    private static final String CYCLES = "cycles";
    private static final int ITERATIONS = 6; // the last one is steady
    private static final long LIMIT = 20_000_000;

    private Map<String, Long> theirs;

    @Override
    public List<Task> tasks() {
        return List.of(
                new Task("the switch is cheaper, and guest and host find their registers", 40, this::cheaper),
                new Task("the switch is cheaper, and interrupts, FP and neighbours work", 30, this::everythingWorks),
                new Task("the operations take 1 % less than with Linux's switch", 15, in -> saves(in, 1)),
                new Task("the operations take 3 % less than with Linux's switch", 15, in -> saves(in, 3)));
    }

    @Override
    public Map<String, Long> reference() throws Failure {
        return measure();
    }

    private void cheaper(Inspection inspection) throws Failure {
        if (!saves(inspection, 0)) {
            return;
        }
        new Trial(inspection, HOST)
                .guest(LabGuest.registers())
                .watchedBy(new GuestStateAudit())
                .watchedBy(hostState())
                .watchedBy(new SplitOrderAudit())
                .run();
        new Trial(inspection, HOST)
                .guest(LabGuest.breakpoints())
                .watchedBy(new GuestStateAudit())
                .watchedBy(new HostStateAudit(SaveLists.DEBUG, List.of()))
                .run();
        inspection.score(theirs.get(CYCLES));
    }

    private static HostStateAudit hostState() {
        return new HostStateAudit(GuestStateAudit.REGISTERS, HostStateAudit.NEEDED_EL2);
    }

    private void everythingWorks(Inspection inspection) throws Failure {
        if (!saves(inspection, 0)) {
            return;
        }
        new Trial(inspection, HOST).guest(LabGuest.floatingPoint()).watchedBy(new GuestStateAudit()).run();
        new Trial(inspection, HOST)
                .slowly()
                .guest(NeighbourGuest.of(1, 8))
                .guest(NeighbourGuest.of(2, 8))
                .watchedBy(new GuestStateAudit())
                .watchedBy(hostState())
                .run();
        OperationsGuest guest = new OperationsGuest(GuestSource.builtIn());
        for (Operation operation : List.of(Operation.VIRTUAL_IRQ, Operation.WFI_TIMER)) {
            new Trial(inspection, HOST).guest(guest.vmm(operation, 0, 6)).run();
        }
    }

    /// Whether the operations take at least `percent` less than with the host's own switch, honestly.
    private boolean saves(Inspection inspection, int percent) throws Failure {
        ImmutableState.check(inspection, Lab.CHEAPER_SWITCH.replaced());
        if (!inspection.foundNothing()) {
            return false;
        }
        if (theirs == null) {
            theirs = measure();
        }
        Map<String, Long> ours = inspection.reference();
        for (var path : ours.entrySet()) {
            if (!path.getKey().equals(CYCLES) && theirs.getOrDefault(path.getKey(), 0L) < path.getValue()) {
                inspection.found("the path %s is taken less often than in Linux's switch".formatted(path.getKey()),
                        "A path stands for the instructions of a function's C code, which does not go away: what can "
                                + "be saved are accesses, barriers and moves.");
                return false;
            }
        }
        long before = ours.get(CYCLES);
        long now = theirs.get(CYCLES);
        if (now >= before || now * 100 > before * (100 - percent)) {
            inspection.found(
                    String.format(
                            Locale.ROOT,
                            "first, make it cheaper%s: one each of the five operations take %,d cycles, with Linux's"
                                    + " switch %,d",
                            percent == 0 ? "" : " by " + percent + " %", now, before),
                    "What a switch costs is what it moves: trace --op hyp_call --host split shows each move.");
            return false;
        }
        return true;
    }

    /// What one each of the scored operations takes: cycles, and how often each path of EL2's is entered in all runs.
    private static Map<String, Long> measure() throws Failure {
        Map<String, Long> measured = new TreeMap<>();
        for (Operation operation : SCORED) {
            Setup setup = new Setup(
                    List.of(HOST), List.of(operation.label()),
                    CostProfile.builtIn(CostProfile.BUILT_IN.getFirst()), Generation.labels().getFirst(), 3,
                    GuestSource.builtIn(), LIMIT);
            Run run = HostComparison.run(operation, HOST, setup);
            SpanMeter meter = new SpanMeter(run.guest().begin(operation), run.guest().end(operation));
            PathCount paths = new PathCount();
            run.execute(ITERATIONS, Observer.both(meter, paths));
            Counts last = meter.spans().getLast();
            measured.merge(CYCLES, last.centicycles() / 100, Long::sum);
            paths.counts().forEach((path, count) -> measured.merge(path, count, Long::sum));
        }
        return measured;
    }
}
