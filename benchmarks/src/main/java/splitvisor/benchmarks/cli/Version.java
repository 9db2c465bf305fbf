package splitvisor.benchmarks.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/// What `--version` prints: the version, the commit that the launcher found, and the JDK.
public final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String commit = System.getProperty("splitvisor.commit", "unknown (not started by ./splitvisor in a git clone)");
        return new String[] {
            "splitvisor " + number(),
            "commit     " + commit,
            "JDK        %s (%s)".formatted(Runtime.version(), System.getProperty("java.vendor")),
        };
    }

    /// The version in the pom.
    public static String number() {
        try (InputStream in = Main.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
