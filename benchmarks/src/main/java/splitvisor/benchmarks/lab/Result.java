package splitvisor.benchmarks.lab;

import java.util.List;
import java.util.Objects;
import splitvisor.benchmarks.ExitCode;

/// What a submission achieved.
///
/// @param lab which lab it answers
/// @param obstacles what kept it from being examined at all, such as what the compiler says; mostly empty
/// @param tasks the lab's tasks, in order
/// @param processExitCode what the process that examined it exited with, 137 when it was killed; null when there was
///     none
public record Result(Lab lab, List<Finding> obstacles, List<TaskResult> tasks, Integer processExitCode) {

    /// The same, found out in a process that ended so.
    Result in(int exitCode) {
        return new Result(lab, obstacles, tasks, exitCode);
    }

    public int points() {
        return tasks.stream().mapToInt(TaskResult::points).sum();
    }

    /// The most that can be had.
    public int of() {
        return tasks.stream().mapToInt(TaskResult::of).sum();
    }

    public boolean isComplete() {
        return points() == of();
    }

    /// What `lab check` exits with.
    public ExitCode exitCode() {
        return isComplete() ? ExitCode.OK : ExitCode.INCOMPLETE;
    }

    /// The score of a submission that has all its points, or null.
    public Long score() {
        return isComplete()
                ? tasks.stream().map(TaskResult::score).filter(Objects::nonNull).findFirst().orElse(null)
                : null;
    }

    /// The first thing to be put right, or null.
    public Finding first() {
        return obstacles.isEmpty()
                ? tasks.stream().flatMap(task -> task.findings().stream()).findFirst().orElse(null)
                : obstacles.getFirst();
    }
}
