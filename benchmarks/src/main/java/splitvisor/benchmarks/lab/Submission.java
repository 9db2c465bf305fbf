package splitvisor.benchmarks.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.Failure;

/// What a student hands in: a folder with `lab.json`, which says to which lab it belongs, and the lab's files.
///
/// @param lab the lab
/// @param files its texts by name: the lab's files; if those are Java, every other `.java` file of the folder too
public record Submission(Lab lab, Map<String, String> files) {

    /// The file that says which lab it is.
    public static final String MARKER = "lab.json";

    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final long LARGEST = 1 << 20;

    /// Reads a folder. One that is none, or lacks a file, is a user's mistake.
    public static Submission read(Path folder) throws Failure {
        if (!Files.isDirectory(folder)) {
            throw new Failure(ExitCode.UNREADABLE,
                    "%s: %s".formatted(folder, Files.exists(folder) ? "not a folder" : "no such folder"));
        }
        Lab lab = lab(folder);
        Map<String, String> files = new TreeMap<>();
        for (String name : lab.files()) {
            files.put(name, text(folder, name));
        }
        if (lab.isJava()) {
            for (String name : moreJava(folder)) {
                files.putIfAbsent(name, text(folder, name));
            }
        }
        return new Submission(lab, files);
    }

    private static Lab lab(Path folder) throws Failure {
        Path marker = folder.resolve(MARKER);
        String advice = "; a folder of a lab begins with 'splitvisor lab start'";
        if (!Files.exists(marker)) {
            throw new Failure(ExitCode.UNREADABLE, "%s: it has no %s%s".formatted(folder, MARKER, advice));
        }
        try {
            JsonNode number = new ObjectMapper().readTree(text(folder, MARKER)).path("lab");
            return Lab.of(number.asInt()).orElseThrow(() -> new Failure(
                    ExitCode.UNREADABLE, "%s: there is no lab %s%s".formatted(marker, number, advice)));
        } catch (JsonProcessingException e) {
            throw new Failure(ExitCode.UNREADABLE, "%s: not JSON%s".formatted(marker, advice));
        }
    }

    private static List<String> moreJava(Path folder) throws Failure {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Failure(ExitCode.UNREADABLE, "%s: it cannot be read".formatted(folder));
        }
    }

    /// Links are not followed: what is handed in is in the folder. Some editors begin UTF-8 with a byte order mark.
    private static String text(Path folder, String name) throws Failure {
        Path file = folder.resolve(name);
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new Failure(ExitCode.UNREADABLE, "%s: missing, or not a file".formatted(file));
            }
            if (Files.size(file) > LARGEST) {
                throw new Failure(ExitCode.UNREADABLE, "%s: larger than 1 MiB".formatted(file));
            }
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (IOException e) {
            throw new Failure(ExitCode.UNREADABLE, "%s: it is not UTF-8 text, or cannot be read".formatted(file));
        }
    }
}
