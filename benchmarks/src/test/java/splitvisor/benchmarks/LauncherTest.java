package splitvisor.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/// The launcher up to the point where it would build: `--find-jdk` prints the JDK and ends.
class LauncherTest {

    private static final Path LAUNCHER = Path.of("..", "splitvisor").toAbsolutePath().normalize();

    /// The JDK of the tests, which the build chose.
    private static final Path RUNNING = Path.of(System.getProperty("java.home"));

    @TempDir(factory = UnderTarget.class)
    private Path elsewhere;

    /// Nothing in `/tmp` may be executable.
    private static final class UnderTarget implements TempDirFactory {

        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test) throws IOException {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "launcher");
        }
    }

    private String findJdk(Path launcher, Path javaHome) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", launcher.toString(), "--find-jdk");
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().put("PATH", RUNNING.resolve("bin") + ":" + System.getenv("PATH"));
        builder.directory(elsewhere.toFile()).redirectErrorStream(true);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said.strip();
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = elsewhere.resolve(name);
        Path javac = Files.createDirectories(home.resolve("bin")).resolve("javac");
        Files.writeString(javac, "#!/bin/sh\n");
        assertTrue(javac.toFile().setExecutable(true));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        return home;
    }

    @Test
    void javaHomeComesFirstWhenItIsNewEnough() throws Exception {
        for (String version : new String[] {"25", "25.0.3", "26-ea", "30.0.1"}) {
            Path home = jdk("jdk " + version, version);
            assertEquals(home.toString(), findJdk(LAUNCHER, home));
        }
    }

    @Test
    void anOlderJdkIsPassedOver() throws Exception {
        for (String version : new String[] {"1.8.0_402", "17.0.15", "24.0.2", "x"}) {
            Path old = jdk("old " + version, version);
            assertEquals(RUNNING.toRealPath().toString(), findJdk(LAUNCHER, old), version);
        }
    }

    @Test
    void aSymbolicLinkAndAnotherDirectoryDoNotMatter() throws Exception {
        Path home = jdk("jdk", "25");
        Path link = Files.createSymbolicLink(elsewhere.resolve("link"), LAUNCHER);
        Path linkToLink = Files.createSymbolicLink(elsewhere.resolve("link2"), Path.of("link"));
        assertEquals(home.toString(), findJdk(link, home));
        assertEquals(home.toString(), findJdk(linkToLink, home));
        Files.delete(linkToLink);
        Files.delete(link);
    }
}
