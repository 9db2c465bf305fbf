package splitvisor.benchmarks.jmh;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;
import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.Failure;
import splitvisor.benchmarks.compare.Comparison;
import splitvisor.benchmarks.compare.GuestSource;
import splitvisor.benchmarks.host.HostComparison;
import splitvisor.benchmarks.host.Operation;
import splitvisor.benchmarks.host.Run;
import splitvisor.benchmarks.report.Figures;
import splitvisor.cpu.cost.CostProfile;

/// The operations of `splitvisor compare`, one method each under its name there: how many of them the simulator does
/// in a second of wall time, and beside that what one of them is in simulated figures.
///
/// One invocation is a run of the host from reset to power-off, so the score includes [#BATCH]-th parts of a boot.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgs = {"-XX:+UseSerialGC", "--sun-misc-unsafe-memory-access=allow"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class OperationBenchmark {

    /// The value of the parameter `gic` for the profile's.
    public static final String OWN_GIC = "own";

    private static final int BATCH = 5_000;

    @Param({"split", "vhe"})
    private String host;

    @Param({"linux-6.1", "linux-4.0"})
    private String generation;

    /// A built-in one; the papers' machines are others, with a GICv2.
    @Param("gicv3-server")
    private String profile;

    /// `own`: the one that the profile's machine has.
    @Param(OWN_GIC)
    private String gic;

    private Run run;
    private Figures figures;

    /// Measures the simulated figures once, as `compare` does.
    @Setup(Level.Trial)
    public void measure(BenchmarkParams params) throws Failure {
        String method = params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1);
        Operation operation = Operation.of(method);
        Comparison comparison = new HostComparison();
        check("host", host, comparison.hosts());
        check("generation", generation, comparison.generations());
        check("profile", profile, CostProfile.BUILT_IN);
        check("gic", gic, gics());
        CostProfile costs = CostProfile.builtIn(profile);
        int version = gic.equals(OWN_GIC) ? costs.gic() : Integer.parseInt(gic);
        costs.caveat(version).ifPresent(line -> System.out.println("# " + line));
        splitvisor.benchmarks.compare.Setup setup = new splitvisor.benchmarks.compare.Setup(
                List.of(host),
                List.of(method),
                costs,
                generation,
                version,
                GuestSource.builtIn(),
                Long.MAX_VALUE);
        run = HostComparison.run(operation, host, setup);
        figures = comparison.measure(setup).operations().getFirst().hosts().get(host);
    }

    /// Adds the simulated figures to the iteration's results.
    @TearDown(Level.Iteration)
    public void report(Simulated simulated) {
        simulated.report(figures);
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public String hyp_call() throws Failure {
        return run();
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public String id_register() throws Failure {
        return run();
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public String mmio_read_vgic() throws Failure {
        return run();
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public String mmio_read_user() throws Failure {
        return run();
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public String virtual_irq() throws Failure {
        return run();
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public String eoi() throws Failure {
        return run();
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public String virtual_ipi() throws Failure {
        return run();
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public String io_latency_out() throws Failure {
        return run();
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public String io_latency_in() throws Failure {
        return run();
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public String io_latency_in_idle() throws Failure {
        return run();
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public String virtual_ipi_user_gic() throws Failure {
        return run();
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public String ack_eoi_user_gic() throws Failure {
        return run();
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public String wfi_timer() throws Failure {
        return run();
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public String ack_eoi() throws Failure {
        return run();
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public String stage2_fault() throws Failure {
        return run();
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public String vm_switch() throws Failure {
        return run();
    }

    @Benchmark
    @OperationsPerInvocation(BATCH)
    public String el0_syscall() throws Failure {
        return run();
    }

    /// What the parameter `gic` may be.
    public static List<String> gics() {
        return Stream.concat(Stream.of(OWN_GIC), new HostComparison().gicVersions().stream().map(String::valueOf))
                .toList();
    }

    private static void check(String parameter, String value, List<String> known) throws Failure {
        if (!known.contains(value)) {
            throw new Failure(
                    ExitCode.USAGE, "-p %s: no '%s'; use one of %s".formatted(parameter, value, known));
        }
    }

    private String run() throws Failure {
        return run.execute(BATCH, null);
    }
}
