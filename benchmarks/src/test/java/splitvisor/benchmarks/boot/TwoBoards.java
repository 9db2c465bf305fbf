package splitvisor.benchmarks.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
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
    private static final int MINUTES = 5;

    /// A guest may write any byte.
    private static final Charset BYTES = StandardCharsets.ISO_8859_1;

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
        try {
            if (!input.isEmpty()) {
                awaitLine(qemu, console);
            }
            type(qemu);
            boolean ended = qemu.waitFor(MINUTES, TimeUnit.MINUTES);
            assertTrue(ended, () -> "does not end on QEMU; so far: " + text(console));
            assertEquals(0, qemu.exitValue(), () -> "QEMU fails; so far: " + text(console));
        } finally {
            qemu.destroyForcibly().waitFor();
        }
        return new Outcome(text(console), text(log));
    }

    private void type(Process qemu) {
        try (OutputStream keyboard = qemu.getOutputStream()) {
            keyboard.write(input.getBytes(BYTES));
        } catch (IOException e) {
            return; // it has ended; its console says why
        }
    }

    /// Waits for a whole line, or for QEMU to end.
    private static void awaitLine(Process qemu, Path console) throws InterruptedException {
        int looks = MINUTES * 60 * 100;
        while (looks-- > 0 && !text(console).contains("\n")) {
            if (qemu.waitFor(10, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
        assertTrue(text(console).contains("\n"), () -> "does not say that it listens: " + text(console));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
        InputStream typed = new ByteArrayInputStream(input.getBytes(BYTES));
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
        return new Outcome(console.toString(BYTES), log.toString());
    }
}
