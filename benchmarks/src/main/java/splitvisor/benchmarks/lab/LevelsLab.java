package splitvisor.benchmarks.lab;

import java.util.List;
import java.util.function.Supplier;

/// Lab 1: the student writes `levels.s`, which is EL2 on the bare machine, and says who traps where.
final class LevelsLab implements Exercise {

    @Override
    public List<Task> tasks() {
        return List.of(
                task("EL2 is set up, and EL1 begins", 15, LevelsEntryAudit::new),
                task("what was asked for traps, and nothing else", 15, LevelsControlAudit::new),
                task("a trapped instruction is stepped over, a call is not", 15, LevelsReturnAudit::new),
                task("the guest finds its registers", 10, () -> new LevelsRegistersAudit(false)),
                task("a trapped MRS reads as zero", 10, () -> new LevelsRegistersAudit(true)),
                task("each exception is in the log", 10, LevelsLogAudit::new),
                task("EL0 runs without EL1", 10, LevelsHostAudit::new),
                task("it was foretold who traps where", 15, LevelsPredictionAudit::new));
    }

    private static Task task(String name, int points, Supplier<LevelsAudit> audit) {
        return new Task(name, points, inspection -> new BareTrial(inspection).run(audit.get()));
    }
}
