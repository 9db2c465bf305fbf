package splitvisor.benchmarks.jmh;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import splitvisor.cpu.Cpu;

/// The interpreter's own speed: guest instructions per second of wall time. An operation is one guest instruction, so
/// `-prof gc` shows bytes allocated per instruction.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgs = {"-XX:+UseSerialGC", "--sun-misc-unsafe-memory-access=allow"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class InterpreterBenchmark {

    private static final int BATCH = 1_000_000;

    @Param
    private Kernel kernel;

    @Param({"off", "on"})
    private String mmu;

    private Cpu cpu;

    @Setup
    public void start() {
        cpu = kernel.start(mmu.equals("on"));
    }

    /// A million instructions.
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public long instructions() {
        return cpu.interpreter.run(BATCH);
    }
}
