package splitvisor.benchmarks.lab;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The labs, one row each. A lab replaces classes of the hosts: a submission has a file for each, which stands for
/// the host's class of that name, and no other class can be replaced. A lab may ask for other files too.
public enum Lab {
    EXCEPTION_LEVELS(1, "exception-levels", "exception levels: who traps where",
            List.of(), List.of(LevelsProgram.FILE), LevelsLab::new),
    TRAP_AND_EMULATE(2, "trap-and-emulate", "trap and emulate",
            List.of("splitvisor.highvisor.kvm.ExitHandlers", "splitvisor.highvisor.kvm.SysRegEmulation"),
            List.of(), TrapAndEmulateLab::new),
    WORLD_SWITCH(3, "world-switch", "the lowvisor's world switch",
            List.of("splitvisor.lowvisor.NvheWorldSwitch"), List.of(), WorldSwitchLab::new),
    VHE(4, "vhe", "VHE: the same host at EL2, load and put",
            List.of("splitvisor.vhe.VheLoadPut", "splitvisor.vhe.VheTraps", "splitvisor.vhe.VheWorldSwitch"),
            List.of(), VheSwitchLab::new),
    STAGE_2(5, "stage-2", "stage 2: tables on demand, and MMIO with its syndrome",
            List.of("splitvisor.highvisor.kernel.PageTables", "splitvisor.highvisor.kvm.Syndrome",
                    "splitvisor.highvisor.kvm.Mmio"),
            List.of(), Stage2Lab::new),
    LIST_REGISTERS(6, "list-registers", "list registers: EOI without an exit, overflow and the maintenance interrupt",
            List.of("splitvisor.highvisor.kvm.vgic.ListRegisters"), List.of(), ListRegistersLab::new),
    TIMERS(7, "timer-and-wfi", "the virtual timer and WFI",
            List.of("splitvisor.highvisor.kvm.ArchTimers"), List.of(), TimersLab::new),
    TWO_VMS(8, "two-vms", "two VMs on one PE: scheduling, VMIDs, isolation",
            List.of("splitvisor.highvisor.kernel.Scheduler", "splitvisor.highvisor.kvm.VcpuSchedule",
                    "splitvisor.highvisor.kvm.Vmids"),
            List.of(), TwoVmsLab::new),
    MEASURING(9, "measuring", "measuring: JMH, a breakdown, one prediction and its error",
            List.of(), List.of("answers.json", "jmh.json", "profile.json"), MeasuringLab::new),
    CHEAPER_SWITCH(10, "cheaper-switch", "open: make the split switch cheaper without breaking a guest",
            List.of("splitvisor.lowvisor.NvheWorldSwitch", "splitvisor.lowvisor.NvheTraps",
                    "splitvisor.lowvisor.NvheTimer"),
            List.of(), CheaperSwitchLab::new);

    private final int number;
    private final String slug;
    private final String title;
    private final List<String> replaced;
    private final List<String> others;
    private final Supplier<Exercise> exercise;

    /// @param replaced the classes that the submission replaces
    /// @param others the names of what else it consists of
    Lab(int number, String slug, String title, List<String> replaced, List<String> others,
            Supplier<Exercise> exercise) {
        this.number = number;
        this.slug = slug;
        this.title = title;
        this.replaced = replaced;
        this.others = others;
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

    /// What a submission consists of: a file for each class, named as Java wants it, then the others.
    public List<String> files() {
        return Stream.concat(replaced.stream().map(Lab::file), others.stream()).toList();
    }

    /// Whether its submissions are Java, and may have more files of it.
    public boolean isJava() {
        return !replaced.isEmpty();
    }

    Exercise exercise() {
        return exercise.get();
    }

    /// The classes that a submission replaces.
    List<String> replaced() {
        return replaced;
    }

    /// Whether a submission may have classes of its own in a package: one that it replaces a class of.
    boolean isAtHomeIn(String packageName) {
        return replaced.stream().anyMatch(name -> packageOf(name).equals(packageName));
    }

    /// The package of a class.
    static String packageOf(String className) {
        return className.substring(0, Math.max(0, className.lastIndexOf('.')));
    }

    /// The file of a class, without its folder.
    static String file(String className) {
        return className.substring(className.lastIndexOf('.') + 1) + ".java";
    }

    /// The lab with that number, if there is one.
    public static Optional<Lab> of(int number) {
        return Arrays.stream(values()).filter(lab -> lab.number == number).findFirst();
    }
}
