package splitvisor.benchmarks.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.Failure;
import splitvisor.benchmarks.host.Host;
import splitvisor.cpu.board.BootException;
import splitvisor.cpu.board.Machine;
import splitvisor.cpu.board.Placement;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.highvisor.hyp.Generation;
import splitvisor.highvisor.user.Vmm;

/// `splitvisor run`: an image as a KVM guest.
@Command(
        name = "run",
        description = {
            "Runs an image (ELF, arm64 Image, raw or assembly) as a KVM guest under a host.",
            "The guest's console is stdout, and what it receives is stdin."
        },
        sortOptions = false)
public final class RunCommand implements Callable<Integer> {

    @Parameters(paramLabel = "IMAGE", description = {
        "ELF: entered at its entry point; else loaded at RAM + 0x80000.",
        "GNU assembly, if the name ends in .s, is assembled for that address."
    })
    private Path image;

    @Option(names = "--host", paramLabel = "HOST", required = true, description = "The host: split or vhe.")
    private String host;

    @Option(names = "--cpus", paramLabel = "N", description = "Number of vCPUs, 1 to 8 (default: 1).")
    private int cpus = 1;

    @Option(names = "--host-cpus", paramLabel = "N", description = "Number of PEs, 1 to 8 (default: one per vCPU).")
    private Integer hostCpus;

    @Option(names = "--generation", paramLabel = "G", description = "KVM generation (default: linux-6.1).")
    private String generation = Generation.LINUX_6_1.label();

    @Mixin
    private BoardOptions board;

    @Mixin
    private VirtioOptions virtio;

    @Mixin
    private Observation observation;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    @Spec
    private CommandSpec spec;

    private final InputStream input;
    private final OutputStream console;

    /// The command that connects the guest's UART to the given streams.
    public RunCommand(InputStream input, OutputStream console) {
        this.input = input;
        this.console = console;
    }

    @Override
    public Integer call() throws Failure, IOException {
        Choice.check("--host", host, Host.names());
        Choice.check("--generation", generation, Generation.labels());
        int pes = hostCpus == null ? cpus : hostCpus;
        if (hostCpus != null && (pes < 1 || pes > Machine.Options.MAX_PES)) {
            throw new Failure(
                    ExitCode.USAGE,
                    "--host-cpus: %d PEs; a machine has 1 to %d".formatted(pes, Machine.Options.MAX_PES));
        }
        observation.check();
        board.check();
        List<FileChannel> disks = virtio.open();
        Vmm vmm = new Vmm(options(disks.size()));
        CostProfile costs = board.costs();
        Output.remark(spec, board.caveat());
        try (OutputStream out = Console.on(console);
                Observation.Session session = observation.open(host, costs)) {
            Host.Shape shape = new Host.Shape(pes, board.gic(), board.memory(), input, Generation.of(generation));
            Host booted = Host.of(host, costs, shape, session.observer());
            booted.machine().cpus.forEach(pe -> pe.interpreter.stopAtRefused(false)); // as the ID registers say
            booted.kernel().connectConsole(c -> write(out, c));
            for (int i = 0; i < disks.size(); i++) {
                booted.kernel().addFile(path(i), disks.get(i));
            }
            booted.spawn(vmm);
            booted.machine().timeLine.quantum(board.quantum());
            booted.run(board.maxInstructions());
            return exit(vmm, booted).code();
        }
    }

    private Vmm.Options options(int disks) throws Failure {
        try {
            OutputStream nowhere = OutputStream.nullOutputStream();
            Machine.Options described = new Machine.Options(cpus, board.gic(), 1, nowhere, null);
            Placement placement =
                    Placement.of(described, board.memory(), image, board.initrd(), board.append());
            Map<Long, byte[]> pieces = placement.pieces().stream()
                    .filter(piece -> piece.bytes().length > 0)
                    .collect(Collectors.toMap(Placement.Piece::pa, Placement.Piece::bytes));
            Vmm.Options options =
                    Vmm.Options.of("vmm", pieces, placement.entry(), board.memory(), placement.deviceTree());
            options = options.withDrives(IntStream.range(0, disks).mapToObj(RunCommand::path).toList());
            options = options.withVcpus(cpus).withGic(board.gic()).withInput();
            return virtio.console() ? options.withVirtioConsole() : options;
        } catch (IllegalArgumentException e) {
            throw new Failure(ExitCode.USAGE, e.getMessage());
        } catch (BootException e) {
            throw new Failure(ExitCode.UNREADABLE, Reason.of(e));
        }
    }

    /// The name of a disk image in the host's file system.
    private static String path(int disk) {
        return "/disk" + disk;
    }

    private static void write(OutputStream out, int c) {
        try {
            out.write(c);
            if (c == '\n') {
                out.flush(); // as the board's UART: somebody may wait for it
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ExitCode exit(Vmm vmm, Host host) throws Failure {
        return switch (vmm.outcome()) {
            case POWERED_OFF -> ExitCode.OK;
            case RESET -> throw new Failure(ExitCode.RESET, "the guest asked for a reset");
            default -> throw new Failure(ExitCode.NOT_MODELLED, String.join("; ", host.kernel().log()));
        };
    }
}
