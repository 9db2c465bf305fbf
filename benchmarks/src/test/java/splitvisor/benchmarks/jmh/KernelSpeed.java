package splitvisor.benchmarks.jmh;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import splitvisor.cpu.Cpu;

/// The kernels in instructions per second of *processor* time: what [InterpreterBenchmark] measures, for a
/// machine whose cores do other work besides. Run its `main` with names of kernels, one process each; it is no test.
final class KernelSpeed {

    private static final long SAMPLE_NANOS = 300_000_000L;
    private static final int SAMPLES = 30;
    private static final int BATCH = 1_000_000;

    private KernelSpeed() {}

    public static void main(String[] names) {
        for (String name : names) {
            Cpu cpu = Kernel.valueOf(name).start(true);
            double best = 0;
            for (int i = 0; i < SAMPLES; i++) {
                best = Math.max(best, sample(cpu));
            }
            System.out.printf("%-8s %4.0f million instructions/s%n", name, best);
        }
    }

    private static double sample(Cpu cpu) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        long instructions = 0;
        long nanos = 0;
        while (nanos < SAMPLE_NANOS) {
            instructions += cpu.interpreter.run(BATCH);
            nanos = threads.getCurrentThreadCpuTime() - start;
        }
        return instructions * 1e3 / nanos;
    }
}
