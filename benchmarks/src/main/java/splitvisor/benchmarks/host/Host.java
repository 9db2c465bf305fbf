package splitvisor.benchmarks.host;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;
import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.Failure;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.board.Machine;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.engine.NotModelledException;
import splitvisor.cpu.hosted.Coroutine;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.observe.Observer;
import splitvisor.cpu.timer.Exit;
import splitvisor.highvisor.hyp.Generation;
import splitvisor.highvisor.hyp.HostConfiguration;
import splitvisor.highvisor.kernel.HostKernel;
import splitvisor.highvisor.kernel.UserProgram;

/// A host on a machine of its own: it boots when [#run] starts the machine.
public final class Host {

    /// RAM for the host itself and for small guests, in bytes.
    private static final long RAM = 16 << 20;

    private final Machine machine;
    private final HostedCpu hostedCpu;
    private final HostKernel kernel;

    private Host(Machine machine, HostConfiguration configuration, Generation generation) {
        this.machine = machine;
        hostedCpu = new HostedCpu(machine.cpu());
        Machine.Options board = machine.options;
        kernel = new HostKernel(hostedCpu, configuration, generation, board.pes(), board.gic());
    }

    /// The names of the host configurations on the path, `split` first, then by name.
    public static List<String> names() {
        return loader().stream()
                .map(Provider::get)
                .map(HostConfiguration::name)
                .sorted((a, b) -> a.equals("split") ? -1 : b.equals("split") ? 1 : a.compareTo(b))
                .toList();
    }

    /// A host by its name, on one PE with a GICv3. `observer`, if any, sees the machine from reset on.
    public static Host of(String name, CostProfile profile, Observer observer) {
        return of(name, profile, new Shape(1, 3, 0), observer);
    }

    /// What the machine of a host is made of.
    ///
    /// @param pes how many PEs
    /// @param gic version of the interrupt controller, 2 or 3
    /// @param guestMemory RAM for guests, in bytes, beyond what small ones need
    /// @param input what the host's console receives, or null
    /// @param generation whose world switches KVM has
    public record Shape(int pes, int gic, long guestMemory, InputStream input, Generation generation) {

        /// A machine whose console receives nothing, with the KVM of today.
        public Shape(int pes, int gic, long guestMemory) {
            this(pes, gic, guestMemory, null, Generation.LINUX_6_1);
        }

        /// The same with another number of PEs, and memory for guests of `size` bytes besides.
        Shape with(int count, long size) {
            return new Shape(count, gic, guestMemory + size, input, generation);
        }
    }

    /// The same on a machine of another shape.
    public static Host of(String name, CostProfile profile, Shape shape, Observer observer) {
        HostConfiguration configuration =
                loader().stream()
                        .map(Provider::get)
                        .filter(candidate -> candidate.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no host '%s'".formatted(name)));
        Machine.Options board =
                new Machine.Options(shape.pes, shape.gic, 2, OutputStream.nullOutputStream(), shape.input);
        Machine machine = new Machine(profile, RAM + shape.guestMemory, board);
        machine.cpus.forEach(cpu -> cpu.observer = observer);
        return new Host(machine, configuration, shape.generation);
    }

    /// Adds a process that is started at the end of the boot.
    public void spawn(UserProgram program) {
        kernel.spawn(program);
    }

    /// Runs the host from reset until all its processes have ended, or until something else stops the machine.
    ///
    /// @param maxInstructions how many instructions its PEs may execute together
    ///
    /// @throws Failure when the limit was reached or every PE waits for ever
    public void run(long maxInstructions) throws Failure {
        machine.timeLine.limit(maxInstructions);
        Exit exit = run();
        if (exit == Exit.LIMIT) {
            Cpu cpu = machine.cpu();
            throw new Failure(
                    ExitCode.LIMIT,
                    "the limit of %d instructions was reached at PC %#x, EL%d"
                            .formatted(maxInstructions, cpu.pc, cpu.el));
        } else if (exit == Exit.STUCK) {
            throw new Failure(ExitCode.STUCK, exit.toString());
        }
    }

    private Exit run() throws Failure {
        Exit[] exit = new Exit[1];
        try {
            Coroutine.runMain(() -> {
                try {
                    exit[0] = machine.run();
                } finally {
                    hostedCpu.close();
                }
            });
        } catch (NotModelledException e) {
            throw new Failure(ExitCode.NOT_MODELLED, e.getMessage());
        }
        return exit[0];
    }

    public Machine machine() {
        return machine;
    }

    public HostKernel kernel() {
        return kernel;
    }

    private static ServiceLoader<HostConfiguration> loader() {
        return ServiceLoader.load(HostConfiguration.class);
    }
}
