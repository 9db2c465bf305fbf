package splitvisor.benchmarks.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.Failure;

/// Makes the folder in which a student works: the handout, the starter's files, and which lab it is.
public final class LabFolder {

    private static final String RESOURCES = "/splitvisor/benchmarks/lab/";
    private static final String HANDOUT = "README.md";

    private LabFolder() {}

    /// Writes a lab's starter into `folder`, which must not exist or be empty: nothing is ever overwritten.
    public static void start(Lab lab, Path folder) throws Failure, IOException {
        if (Files.exists(folder) && !isEmptyFolder(folder)) {
            throw new Failure(ExitCode.UNWRITABLE, "%s: it is there already; name a new folder".formatted(folder));
        }
        Files.createDirectories(folder);
        for (String file : lab.files()) {
            Files.write(folder.resolve(file), resource(lab, "starter/" + file));
        }
        Files.write(folder.resolve(HANDOUT), resource(lab, HANDOUT));
        Files.writeString(folder.resolve(Submission.MARKER), "{\"lab\": %d}\n".formatted(lab.number()));
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static byte[] resource(Lab lab, String name) {
        try (InputStream in = LabFolder.class.getResourceAsStream(RESOURCES + lab.folder() + "/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
