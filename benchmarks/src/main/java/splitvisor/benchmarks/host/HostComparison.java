package splitvisor.benchmarks.host;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.Failure;
import splitvisor.benchmarks.compare.Comparison;
import splitvisor.benchmarks.compare.Setup;
import splitvisor.benchmarks.report.Figures;
import splitvisor.benchmarks.report.Report;
import splitvisor.benchmarks.report.Report.Breakdown;
import splitvisor.benchmarks.report.Report.Breakdown.Moves;
import splitvisor.benchmarks.report.Report.Breakdown.Row;
import splitvisor.benchmarks.report.Report.Switch;
import splitvisor.benchmarks.report.Report.Switch.Step;
import splitvisor.cpu.cost.CostGroup;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.cost.Counts;
import splitvisor.cpu.cost.Event;
import splitvisor.cpu.cost.World;
import splitvisor.highvisor.hyp.Generation;

/// Measures the operations on booted hosts. Every run starts from reset, does the operation a few times
/// without counting, and then counts exactly.
public final class HostComparison implements Comparison {

    /// Iterations that fill TLBs and touch what is touched first.
    private static final int WARM_UP = 4;

    /// Iterations counted.
    public static final int COUNTED = 16;

    /// The rows of ISCA 2016, Table III that are moves of system registers, and what else the switch moves.
    static final List<CostGroup> REGISTERS =
            List.of(
                    CostGroup.FP_CONTROL,
                    CostGroup.EL1_SYSTEM,
                    CostGroup.VGIC,
                    CostGroup.TIMER,
                    CostGroup.EL2_CONFIG,
                    CostGroup.EL2_VIRTUAL_MEMORY,
                    CostGroup.THREAD,
                    CostGroup.DEBUG,
                    CostGroup.SYNDROME,
                    CostGroup.GIC_CPU);

    @Override
    public List<String> hosts() {
        return Host.names();
    }

    @Override
    public List<String> operations() {
        return Operation.labels();
    }

    @Override
    public List<String> generations() {
        return Generation.labels();
    }

    @Override
    public List<Integer> gicVersions() {
        return List.of(3, 2);
    }

    @Override
    public Report measure(Setup setup) throws Failure {
        List<Report.Operation> operations = new ArrayList<>();
        List<Breakdown> breakdowns = new ArrayList<>();
        List<Switch> switches = new ArrayList<>();
        for (String label : setup.operations()) {
            Operation operation = Operation.of(label);
            Map<String, Figures> figures = new LinkedHashMap<>();
            Map<String, List<Row>> rows = new LinkedHashMap<>();
            for (String host : setup.hosts()) {
                Counts total = sum(operation, host, setup).counts;
                figures.put(host, Figures.of(total, COUNTED));
                rows.put(host, breakdown(total, setup.profile()));
            }
            operations.add(new Report.Operation(label, operation.title(), COUNTED, figures));
            if (operation == Operation.HYP_CALL) {
                breakdowns.add(new Breakdown(label, rows));
                switches.add(new Switch(label, steps(operation, setup)));
            }
        }
        return new Report(
                setup.profile(),
                setup.generation(),
                setup.gic(),
                setup.hosts(),
                operations,
                breakdowns,
                switches,
                List.of());
    }

    /// The sum of the [#COUNTED] iterations.
    ///
    /// @param estimated how many of the instructions belong to paths whose length is a guess
    public record Sum(Counts counts, long estimated) {}

    /// Counts [#COUNTED] iterations.
    public static Sum sum(Operation operation, String host, Setup setup) throws Failure {
        Run run = run(operation, host, setup);
        SpanMeter meter = new SpanMeter(run.guest().begin(operation), run.guest().end(operation));
        run.execute(WARM_UP + COUNTED, meter);
        List<Counts> spans = meter.spans();
        int from = spans.size() - COUNTED * operation.vms();
        if (from < 0) {
            throw new Failure(
                    ExitCode.UNREADABLE,
                    "%s: the guest passed %s_begin and _end %d times instead of x1 times"
                            .formatted(setup.guest().name(), operation.label(), spans.size()));
        }
        return new Sum(
                spans.subList(from, spans.size()).stream().reduce(Counts::plus).orElseThrow(),
                meter.estimates().subList(from, spans.size()).stream().mapToLong(Long::longValue).sum());
    }

    /// A run of the operation on the machine that `setup` describes.
    public static Run run(Operation operation, String host, Setup setup) throws Failure {
        Host.Shape shape = new Host.Shape(1, setup.gic(), 0, null, Generation.of(setup.generation()));
        OperationsGuest guest = new OperationsGuest(setup.guest(), setup.gic());
        return new Run(guest, operation, host, setup.profile(), setup.maxInstructions(), shape);
    }

    private static Map<String, List<Step>> steps(Operation operation, Setup setup) throws Failure {
        Map<String, List<Step>> steps = new LinkedHashMap<>();
        for (String host : setup.hosts()) {
            steps.put(host, meterSteps(operation, host, setup).steps());
        }
        return steps;
    }

    /// One iteration of an operation, cut into the steps of the switch.
    public static List<StepMeter.Counted> countSteps(Operation operation, String host, Setup setup) throws Failure {
        return meterSteps(operation, host, setup).counted();
    }

    /// What each step of one iteration of an operation moves, by name: [MoveMeter].
    public static Map<String, Set<String>> moves(Operation operation, String host, Setup setup) throws Failure {
        Run run = run(operation, host, setup);
        MoveMeter meter = new MoveMeter(run.guest().begin(operation), run.guest().end(operation));
        run.execute(WARM_UP, meter);
        return meter.moves();
    }

    private static StepMeter meterSteps(Operation operation, String host, Setup setup) throws Failure {
        Run run = run(operation, host, setup);
        StepMeter meter = new StepMeter(run.guest().begin(operation), run.guest().end(operation));
        run.execute(WARM_UP, meter);
        return meter;
    }

    /// What code at EL2 reads is saved, what it writes is restored: per iteration. A move costs its
    /// instruction and what the profile adds for it; the memory side of a system register's move is not
    /// in it.
    private static List<Row> breakdown(Counts total, CostProfile profile) {
        long instruction = profile.centicycles().get(Event.INSTRUCTION.ordinal());
        List<Row> rows = new ArrayList<>();
        rows.add(pairs("GP Regs", total, instruction, Event.STORE_PAIR_GP, Event.LOAD_PAIR_GP));
        rows.add(pairs("FP Regs", total, instruction, Event.STORE_PAIR_FP, Event.LOAD_PAIR_FP));
        for (CostGroup group : REGISTERS) {
            long saves = 0;
            long restores = 0;
            long saveCost = 0;
            long restoreCost = 0;
            for (World world : List.of(World.HYP_EL2, World.HOST_EL2)) {
                saves += total.reads(world, group);
                restores += total.writes(world, group);
                saveCost += total.readCenticycles(world, group);
                restoreCost += total.writeCenticycles(world, group);
                if (group == CostGroup.VGIC) { // a GICv2's are memory-mapped, and the only device EL2 touches here
                    saves += total.of(world, Event.DEVICE_READ);
                    restores += total.of(world, Event.DEVICE_WRITE);
                    saveCost += total.centicycles(world, Event.DEVICE_READ);
                    restoreCost += total.centicycles(world, Event.DEVICE_WRITE);
                }
            }
            saveCost += saves * instruction;
            restoreCost += restores * instruction;
            rows.add(new Row(group.label(), moves(saveCost, saves), moves(restoreCost, restores)));
        }
        return rows;
    }

    private static Row pairs(String label, Counts total, long instruction, Event save, Event restore) {
        return new Row(label, pairs(total, instruction, save), pairs(total, instruction, restore));
    }

    private static Moves pairs(Counts total, long instruction, Event event) {
        long count = 0;
        long cost = 0;
        for (World world : List.of(World.HYP_EL2, World.HOST_EL2)) {
            count += total.of(world, event);
            cost += total.centicycles(world, event);
        }
        return moves(cost + count * instruction, count);
    }

    private static Moves moves(long centicycles, long count) {
        BigDecimal cycles = BigDecimal.valueOf(centicycles, 2).divide(BigDecimal.valueOf(COUNTED));
        return new Moves(cycles.stripTrailingZeros(), count / COUNTED);
    }
}
