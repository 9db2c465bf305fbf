package splitvisor.benchmarks.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The labs' files in the repository.
final class LabSources {

    private static final List<String> MODULES = List.of("highvisor", "lowvisor", "vhe-host");

    private LabSources() {}

    /// The lab's folder under `docs/labs`.
    static Path folder(Lab lab) {
        return Path.of("..", "docs", "labs", lab.folder());
    }

    static Map<String, String> starter(Lab lab) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String file : lab.files()) {
            files.put(file, Files.readString(folder(lab).resolve("starter").resolve(file)));
        }
        return files;
    }

    /// The reference solution: a file under `solution`, or else the host's own source, which the lab replaces.
    static Map<String, String> solution(Lab lab) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String file : lab.files()) {
            Path own = folder(lab).resolve("solution").resolve(file);
            files.put(file, Files.readString(Files.exists(own) ? own : ofTheHost(lab, file)));
        }
        return files;
    }

    private static Path ofTheHost(Lab lab, String file) {
        return MODULES.stream()
                .map(module -> Path.of("..", module, "src", "main", "java")
                        .resolve(lab.packageOf(file).replace('.', '/'))
                        .resolve(file))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(lab + ": no solution for " + file));
    }
}
