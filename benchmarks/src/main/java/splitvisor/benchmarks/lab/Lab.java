package splitvisor.benchmarks.lab;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The labs, one row each. A lab of Java replaces classes of the hosts: its files stand for the classes of the same
/// names in the package given, and no other class can be replaced.
public enum Lab {
    EXCEPTION_LEVELS(1, "exception-levels", "exception levels: who traps where", "",
            List.of(LevelsProgram.FILE), LevelsLab::new),
    TRAP_AND_EMULATE(2, "trap-and-emulate", "trap and emulate", "splitvisor.highvisor.kvm",
            List.of("ExitHandlers.java", "SysRegEmulation.java"), TrapAndEmulateLab::new),
    WORLD_SWITCH(3, "world-switch", "the lowvisor's world switch", "splitvisor.lowvisor",
            List.of("NvheWorldSwitch.java"), WorldSwitchLab::new),
    STAGE_2(5, "stage-2", "stage 2: tables on demand, and MMIO with its syndrome", "splitvisor.highvisor.kvm",
            List.of("PageTables.java", "Syndrome.java", "Mmio.java"), Stage2Lab::new,
            Map.of("PageTables.java", "splitvisor.highvisor.kernel"));

    private final int number;
    private final String slug;
    private final String title;
    private final String packageName;
    private final List<String> files;
    private final Supplier<Exercise> exercise;
    private final Map<String, String> elsewhere;

    /// @param packageName the package of its Java files; empty when it has none
    /// @param files what a submission consists of
    Lab(int number, String slug, String title, String packageName, List<String> files, Supplier<Exercise> exercise) {
        this(number, slug, title, packageName, files, exercise, Map.of());
    }

    /// @param elsewhere the packages of those of its files that are of another one
    Lab(int number, String slug, String title, String packageName, List<String> files, Supplier<Exercise> exercise,
            Map<String, String> elsewhere) {
        this.number = number;
        this.slug = slug;
        this.title = title;
        this.packageName = packageName;
        this.files = files;
        this.exercise = exercise;
        this.elsewhere = elsewhere;
    }

    public int number() {
        return number;
    }

    public String title() {
        return title;
    }

    /// The folder under `docs/labs`: `03-world-switch`.
    public String folder() {
        return "%02d-%s".formatted(number, slug);
    }

    /// The package of its Java files, but for those that are elsewhere; empty when it has none.
    public String packageName() {
        return packageName;
    }

    /// The package of one of its files.
    public String packageOf(String file) {
        return elsewhere.getOrDefault(file, packageName);
    }

    /// What a submission consists of.
    public List<String> files() {
        return files;
    }

    Exercise exercise() {
        return exercise.get();
    }

    /// The names of the classes that a submission replaces.
    List<String> replaced() {
        return files.stream()
                .filter(file -> file.endsWith(".java"))
                .map(file -> packageOf(file) + "." + file.substring(0, file.length() - ".java".length()))
                .toList();
    }

    /// The lab with that number, if there is one.
    public static Optional<Lab> of(int number) {
        return Arrays.stream(values()).filter(lab -> lab.number == number).findFirst();
    }
}
