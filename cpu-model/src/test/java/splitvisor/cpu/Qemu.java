package splitvisor.cpu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Runs the programs that tests tagged `qemu` compare with: QEMU, and GNU's tools.
public final class Qemu {

    /// Long enough for a busy machine: it tells a program that hangs, and decides nothing else.
    private static final int MINUTES = 5;

    private Qemu() {}

    /// What the command prints; it must succeed.
    public static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        CompletableFuture<String> printed = CompletableFuture.supplyAsync(() -> printed(process));
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException(command + " does not end: " + printed.join());
        }
        if (process.exitValue() != 0) {
            throw new IOException(command + " fails: " + printed.join());
        }
        return printed.join();
    }

    private static String printed(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
