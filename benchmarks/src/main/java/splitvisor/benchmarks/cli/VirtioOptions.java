package splitvisor.benchmarks.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.Failure;

/// The virtio devices of a machine, bare or virtual.
final class VirtioOptions {

    @Option(
            names = {"--disk", "--drive"},
            paramLabel = "F",
            description = "Raw image of a virtio block device; writes go to it.")
    private List<Path> drives = new ArrayList<>();

    @Option(
            names = "--virtio-console",
            description = "A virtio console beside the UART, on stdout as well; it receives nothing.")
    private boolean console;

    boolean console() {
        return console;
    }

    /// The files of the block devices, in order.
    List<FileChannel> open() throws Failure {
        List<FileChannel> files = new ArrayList<>();
        for (Path drive : drives) {
            try {
                files.add(FileChannel.open(drive, StandardOpenOption.READ, StandardOpenOption.WRITE));
            } catch (IOException e) {
                throw new Failure(
                        ExitCode.UNREADABLE, "--disk: cannot read and write %s: %s".formatted(drive, Reason.of(e)));
            }
        }
        return files;
    }
}
