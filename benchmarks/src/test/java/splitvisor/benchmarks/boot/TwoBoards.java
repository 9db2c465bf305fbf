package splitvisor.benchmarks.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import splitvisor.benchmarks.cli.BootCommand;
import splitvisor.benchmarks.cli.RunCommand;
import splitvisor.benchmarks.cli.Shell;

/// The same image on QEMU's `virt`, on our board, and as a KVM guest of our hosts. QEMU counts instructions as time, so
/// that its runs are repeatable, but for several PEs, whose turns would be too long.
///
/// @param directory for what the runs write
/// @param el where they start
/// @param pes how many
/// @param gic version of the interrupt controller
/// @param input what is typed; on QEMU after the guest's first line, or it would race with the set-up of the UART
record TwoBoards(Path directory, int el, int pes, int gic, String input) {

    /// Tells a guest that hangs; decides nothing else.
    private static final int MINUTES = 3;

    /// What a run wrote.
    record Outcome(String console, String log) {}

    /// The image on QEMU; `disk` is behind the first virtio transport.
    Outcome onQemu(Path image, Path disk) throws IOException, InterruptedException {
        Path console = directory.resolve("console");
        Path log = directory.resolve("log");
        String machine = "virt,gic-version=%d,virtualization=%s".formatted(gic, el == 2 ? "on" : "off");
        List<String> command = new ArrayList<>(List.of(
                "qemu-system-aarch64", "-M", machine, "-cpu", "neoverse-n1", "-smp", "" + pes, "-m", "64M", "-display",
                "none", "-monitor", "none", "-net", "none", "-serial", "stdio", "-d", "int", "-D", log.toString(),
                "-drive", "if=none,format=raw,id=disk,file=" + disk, "-device", "virtio-blk-device,drive=disk",
                "-kernel", image.toString()));
        List<String> onePe = List.of("-icount", "shift=0,sleep=off");
        command.addAll(pes == 1 ? onePe : List.of("-accel", "tcg,thread=single"));
        Process qemu = new ProcessBuilder(command)
                .redirectOutput(console.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (!input.isEmpty()) {
            awaitLine(qemu, console);
            qemu.getOutputStream().write(input.getBytes(StandardCharsets.US_ASCII));
        }
        qemu.getOutputStream().close();
        if (!qemu.waitFor(MINUTES, TimeUnit.MINUTES)) {
            qemu.destroyForcibly().waitFor();
            throw new AssertionError("does not end on QEMU; so far: " + Files.readString(console));
        }
        return new Outcome(Files.readString(console), Files.readString(log));
    }

    private static void awaitLine(Process qemu, Path console) throws IOException, InterruptedException {
        int looks = MINUTES * 60 * 100;
        while (looks-- > 0 && !Files.readString(console).contains("\n")) {
            if (qemu.waitFor(10, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    /// The image on our board; the guest must power it off.
    Outcome onOurs(Path image, Path disk) {
        return splitvisor("boot", image, "--el", "" + el, "--disk", disk.toString(), "-d", "int");
    }

    /// The image as a guest of a host with as many PEs as the guest has vCPUs.
    Outcome onKvm(Path image, String host, String generation) {
        return splitvisor("run", image, "--host", host, "--generation", generation, "--host-cpus", "" + pes);
    }

    private Outcome splitvisor(String command, Path image, String... options) {
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        StringWriter log = new StringWriter();
        InputStream typed = new ByteArrayInputStream(input.getBytes(StandardCharsets.US_ASCII));
        Shell shell = new Shell(
                new PrintWriter(new StringWriter()),
                new PrintWriter(log),
                false,
                new BootCommand(typed, console),
                new RunCommand(typed, console));
        List<String> line = new ArrayList<>(List.of(
                command, "--cpus", "" + pes, "--gic", "" + gic, "--memory", "64M", "--max-instructions", "2000000000"));
        line.addAll(List.of(options));
        line.add(image.toString());
        assertEquals(0, shell.run(line.toArray(String[]::new)), log::toString);
        return new Outcome(console.toString(StandardCharsets.US_ASCII), log.toString());
    }
}
