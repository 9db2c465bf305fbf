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
import splitvisor.cpu.sysreg.Cptr;
import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.Ich;
import splitvisor.cpu.sysreg.Mdcr;
import splitvisor.cpu.sysreg.SysReg;

/// What the trap controls cost code that they do not trap: the interpreter's kernels with all controls open, and
/// with every control armed that touches none of their registers. Both must run at the same speed.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 2, jvmArgs = {"-XX:+UseSerialGC", "--sun-misc-unsafe-memory-access=allow"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TrapCheckBenchmark {

    private static final int BATCH = 1_000_000;

    /// KVM's bits for guests, and more that none of the kernels meets.
    private static final long HCR = Hcr.TSC | Hcr.TSW | Hcr.TWE | Hcr.TWI | Hcr.FB | Hcr.BSU_IS | Hcr.TACR | Hcr.AMO
            | Hcr.IMO | Hcr.FMO | Hcr.TIDCP | Hcr.TID1 | Hcr.TID2 | Hcr.TID3 | Hcr.TVM | Hcr.TRVM | Hcr.TPCP | Hcr.TPU
            | Hcr.TTLB | Hcr.TDZ | Hcr.TLOR | Hcr.TERR;
    private static final long MDCR = Mdcr.TDA | Mdcr.TDOSA | Mdcr.TDRA | Mdcr.TPM | Mdcr.TPMCR;
    private static final long ICH = Ich.TC | Ich.TALL0 | Ich.TALL1 | Ich.TDIR;

    @Param({"INTEGER", "COPY", "CALL", "SYSREG"})
    private Kernel kernel;

    @Param({"open", "armed"})
    private String traps;

    private Cpu cpu;

    @Setup
    public void start() {
        cpu = kernel.start(true);
        if (traps.equals("armed")) {
            arm(cpu);
        }
    }

    /// Arms the controls of a PE that runs below EL2.
    static void arm(Cpu cpu) {
        cpu.sys[SysReg.HCR_EL2.ordinal()] |= HCR;
        cpu.sys[SysReg.MDCR_EL2.ordinal()] |= MDCR;
        cpu.sys[SysReg.ICH_HCR_EL2.ordinal()] |= ICH;
        cpu.sys[SysReg.CPTR_EL2.ordinal()] |= Cptr.TFP | Cptr.TCPAC;
        cpu.sys[SysReg.CNTHCTL_EL2.ordinal()] = 0;
        cpu.regimeChanged();
    }

    /// A million instructions.
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public long instructions() {
        return cpu.interpreter.run(BATCH);
    }
}
