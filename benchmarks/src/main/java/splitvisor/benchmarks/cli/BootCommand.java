package splitvisor.benchmarks.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.Failure;
import splitvisor.benchmarks.trace.Recording;
import splitvisor.cpu.board.Boot;
import splitvisor.cpu.board.BootException;
import splitvisor.cpu.board.Machine;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.engine.NotModelledException;
import splitvisor.cpu.observe.Observer;
import splitvisor.cpu.timer.Exit;
import splitvisor.cpu.virtio.VirtioBlock;
import splitvisor.cpu.virtio.VirtioConsole;

/// `splitvisor boot`: an image on the bare board.
@Command(
        name = "boot",
        description = {
            "Boots an image (ELF, arm64 Image, raw or assembly) on the bare machine.",
            "The guest's console is stdout."
        },
        sortOptions = false)
public final class BootCommand implements Callable<Integer> {

    @Parameters(paramLabel = "IMAGE", description = {
        "ELF: entered at its entry point; else loaded at RAM + 0x80000.",
        "GNU assembly, if the name ends in .s, is assembled for that address."
    })
    private Path image;

    @Option(names = "--el", paramLabel = "1|2", description = "Exception level to start at (default: 1).")
    private int el = 1;

    @Option(names = "--cpus", paramLabel = "N", description = "Number of PEs, 1 to 8 (default: 1).")
    private int cpus = 1;

    @Mixin
    private BoardOptions board;

    @Mixin
    private VirtioOptions virtio;

    @Mixin
    private MachineLogs logs;

    @Mixin
    private StepOptions steps;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    @Spec
    private CommandSpec spec;

    private final InputStream input;
    private final OutputStream console;

    /// The command that connects the guest's UART to the given streams.
    public BootCommand(InputStream input, OutputStream console) {
        this.input = input;
        this.console = console;
    }

    @Override
    public Integer call() throws Failure, IOException {
        logs.check();
        steps.check();
        board.check();
        CostProfile costs = board.costs();
        Output.remark(spec, board.caveat());
        try (OutputStream out = Console.on(console)) {
            Boot boot = prepare(costs, out);
            try (MachineLogs.Session logged = logs.open(spec.commandLine().getErr());
                    StepOptions.Session recorded = steps.open(Recording.BARE, costs)) {
                Observer observer = Observer.both(logged.observer(), recorded.observer());
                boot.machine().cpus.forEach(cpu -> cpu.observer = observer);
                boot.machine().timeLine.limit(board.maxInstructions());
                boot.machine().timeLine.quantum(board.quantum());
                return exit(run(boot)).code();
            }
        }
    }

    private Boot prepare(CostProfile costs, OutputStream out) throws Failure, IOException {
        try {
            List<FileChannel> disks = virtio.open();
            Machine.Options options = new Machine.Options(cpus, board.gic(), el, out, input);
            Boot boot = Boot.prepare(new Boot.Request(
                    costs, board.memory(), options, image, board.initrd(), board.append()));
            for (FileChannel disk : disks) {
                boot.machine().attach(new VirtioBlock(disk, false));
            }
            if (virtio.console()) {
                boot.machine().attach(new VirtioConsole(out));
            }
            return boot;
        } catch (IllegalArgumentException e) {
            throw new Failure(ExitCode.USAGE, e.getMessage());
        } catch (BootException e) {
            throw new Failure(ExitCode.UNREADABLE, Reason.of(e));
        }
    }

    private static Exit run(Boot boot) throws Failure {
        try {
            return boot.run();
        } catch (NotModelledException e) {
            throw new Failure(ExitCode.NOT_MODELLED, e.getMessage());
        }
    }

    private static ExitCode exit(Exit exit) throws Failure {
        return switch (exit) {
            case POWERED_OFF -> ExitCode.OK;
            case RESET -> throw new Failure(ExitCode.RESET, exit.toString());
            case LIMIT -> throw new Failure(ExitCode.LIMIT, exit.toString());
            case STUCK -> throw new Failure(ExitCode.STUCK, exit.toString());
        };
    }
}
