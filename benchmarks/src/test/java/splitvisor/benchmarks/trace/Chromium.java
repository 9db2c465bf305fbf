package splitvisor.benchmarks.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A headless Chromium with one page.
final class Chromium implements AutoCloseable {

    /// Tells what hangs; decides nothing else.
    private static final int SECONDS = 180;

    private static final int LOOKS_PER_SECOND = 20;
    private static final String PREFIX = "chromium";
    private static final String LOG = "chromium.log";

    /// A container's `/dev/shm` may be too small for a renderer: it shall use files.
    private static final List<String> FLAGS = List.of(
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-dev-shm-usage", "--remote-debugging-port=0", "--window-size=1920,1080");

    private final Path directory;
    private final Process process;
    private DevTools tools;

    /// Starts it with a folder of its own under `target`, which stays: its processes may write there to their last
    /// moment, and the one that reports crashes is not even a child of ours, so nobody can tell when to delete it. The
    /// folders of days before are deleted.
    Chromium() throws Exception {
        Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
        deleteOld(target);
        directory = Files.createTempDirectory(target, PREFIX);
        List<String> command = new ArrayList<>(List.of("chromium", "--user-data-dir=" + directory));
        command.addAll(FLAGS);
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
        try {
            connect();
        } catch (Exception e) {
            close();
            throw new IOException("chromium does not start; see " + log(), e);
        }
    }

    private void connect() throws Exception {
        tools = new DevTools(address(), SECONDS);
        String target = call("Target.createTarget", Map.of("url", "about:blank")).get("targetId").textValue();
        tools.attach(call("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .get("sessionId").textValue());
        for (String domain : List.of("Inspector", "Page", "Runtime", "Log")) {
            call(domain + ".enable", Map.of());
        }
    }

    /// Chromium writes its port, and a path, when it is ready.
    private URI address() throws Exception {
        Path file = directory.resolve("DevToolsActivePort");
        for (int i = 0; i < SECONDS * LOOKS_PER_SECOND && process.isAlive(); i++) {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (lines.size() == 2) {
                return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
            }
            Thread.sleep(1000 / LOOKS_PER_SECOND);
        }
        throw new IOException(process.isAlive() ? "it names no port" : "it has ended");
    }

    private Path log() {
        return directory.resolve(LOG);
    }

    /// What cannot be deleted stays.
    private static void deleteOld(Path target) {
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        try (Stream<Path> entries = Files.list(target)) {
            for (Path entry : entries.filter(e -> e.getFileName().toString().startsWith(PREFIX)).toList()) {
                if (Files.getLastModifiedTime(entry).toInstant().isBefore(yesterday)) {
                    delete(entry);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            return; // somebody else deletes, too
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }

    /// Opens a page and returns when it is loaded. It is asked, not waited for: an event could be the empty page's.
    void open(Path page) throws Exception {
        String address = page.toUri().toString();
        JsonNode answer = call("Page.navigate", Map.of("url", address));
        if (answer.has("errorText")) {
            throw new IOException(address + ": " + answer.get("errorText").textValue());
        }
        for (int i = 0; i < SECONDS * LOOKS_PER_SECOND; i++) {
            if (state().equals("complete " + address)) {
                return;
            }
            Thread.sleep(1000 / LOOKS_PER_SECOND);
        }
        throw new IOException("%s is not loaded, but: %s".formatted(address, state()));
    }

    /// How far the page is and which it is; empty while one page gives way to another.
    private String state() throws Exception {
        String expression = "document.readyState + ' ' + location.href";
        return answer("Runtime.evaluate", Map.of("expression", expression)).at("/result/result/value").asText();
    }

    /// The value of a JavaScript expression.
    JsonNode evaluate(String expression) throws Exception {
        JsonNode answer = call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
        }
        return answer.get("result").path("value");
    }

    /// Presses and releases a key, with Shift held if `shift`.
    void press(String key, boolean shift) throws Exception {
        for (String type : List.of("keyDown", "keyUp")) {
            call("Input.dispatchKeyEvent", Map.of("type", type, "key", key, "modifiers", shift ? 8 : 0));
        }
    }

    /// Drags the mouse, from a place of the window to another one to its right.
    void drag(double x, double y, double distance) throws Exception {
        mouse("mousePressed", x, y);
        mouse("mouseMoved", x + distance / 2, y);
        mouse("mouseMoved", x + distance, y);
        mouse("mouseReleased", x + distance, y);
    }

    private void mouse(String type, double x, double y) throws Exception {
        call("Input.dispatchMouseEvent",
                Map.of("type", type, "x", x, "y", y, "button", "left", "buttons", 1, "clickCount", 1));
    }

    /// A picture of the window, as PNG.
    byte[] screenshot() throws Exception {
        return Base64.getDecoder().decode(call("Page.captureScreenshot", Map.of()).get("data").textValue());
    }

    /// Exceptions, errors and warnings of the page so far.
    List<String> complaints() {
        return tools.complaints();
    }

    /// The result of a method that must succeed.
    private JsonNode call(String method, Map<String, ?> parameters) throws IOException {
        JsonNode answer = answer(method, parameters);
        if (answer.has("error")) {
            throw new IOException(method + ": " + answer.get("error"));
        }
        return answer.get("result");
    }

    private JsonNode answer(String method, Map<String, ?> parameters) throws IOException {
        try {
            return tools.call(method, parameters);
        } catch (Exception e) {
            throw new IOException("%s is not answered; see %s".formatted(method, log()), e);
        }
    }

    @Override
    public void close() {
        if (tools != null) {
            tools.close();
        }
        List<ProcessHandle> renderers = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        renderers.forEach(ProcessHandle::destroyForcibly);
    }
}
