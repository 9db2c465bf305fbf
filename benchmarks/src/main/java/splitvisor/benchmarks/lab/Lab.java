package splitvisor.benchmarks.lab;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The labs, one row each. A lab of Java replaces classes of the hosts: its files stand for the classes of the same
/// names in the package given, and no other class can be replaced.
public enum Lab {
    WORLD_SWITCH(3, "world-switch", "the lowvisor's world switch", "splitvisor.lowvisor",
            List.of("NvheWorldSwitch.java"), WorldSwitchLab::new),
    VHE(4, "vhe", "VHE: the same host at EL2, load and put", "splitvisor.vhe",
            List.of("VheLoadPut.java", "VheTraps.java", "VheWorldSwitch.java"), VheSwitchLab::new),
    LIST_REGISTERS(6, "list-registers", "list registers: EOI without an exit, overflow and the maintenance interrupt",
            "splitvisor.highvisor.kvm.vgic", List.of("ListRegisters.java"), ListRegistersLab::new);

    private final int number;
    private final String slug;
    private final String title;
    private final String packageName;
    private final List<String> files;
    private final Supplier<Exercise> exercise;

    /// @param packageName the package of its Java files; empty when it has none
    /// @param files what a submission consists of
    Lab(int number, String slug, String title, String packageName, List<String> files, Supplier<Exercise> exercise) {
        this.number = number;
        this.slug = slug;
        this.title = title;
        this.packageName = packageName;
        this.files = files;
        this.exercise = exercise;
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

    /// The package of its Java files; empty when it has none.
    public String packageName() {
        return packageName;
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
                .map(file -> packageName + "." + file.substring(0, file.length() - ".java".length()))
                .toList();
    }

    /// The lab with that number, if there is one.
    public static Optional<Lab> of(int number) {
        return Arrays.stream(values()).filter(lab -> lab.number == number).findFirst();
    }
}
