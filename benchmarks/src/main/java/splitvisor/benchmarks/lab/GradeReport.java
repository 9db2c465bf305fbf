package splitvisor.benchmarks.lab;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import splitvisor.benchmarks.Failure;
import splitvisor.benchmarks.PrettyJson;

/// The results of many submissions as data.
///
/// @param submissions in the order in which they were named
public record GradeReport(List<Grade> submissions) {

    /// One submission's row.
    ///
    /// @param folder as it was named
    /// @param lab the lab's number, 0 when it could not be read
    /// @param points the points given
    /// @param of the most that can be had
    /// @param exitCode what `lab check` of this folder alone exits with
    /// @param processExitCode what the process exited with that compiled it and ran it: 0 unless the submission ended
    ///     it, 3 when it was out of memory, 137 when it was killed for its use of time; null when there was none
    /// @param error why it could not be examined, or null
    /// @param obstacles what kept it from running, such as what the compiler says
    /// @param tasks the tasks' outcomes
    /// @param score cycles of the lab that is ranked by them, or null
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Grade(
            String folder, int lab, int points, int of, int exitCode, Integer processExitCode, String error,
            List<Finding> obstacles, List<TaskResult> tasks, Long score) {

        public static Grade of(String folder, Result result) {
            return new Grade(folder, result.lab().number(), result.points(), result.of(), result.exitCode().code(),
                    result.processExitCode(), null, result.obstacles(), result.tasks(), result.score());
        }

        public static Grade unreadable(String folder, Failure why) {
            return new Grade(
                    folder, 0, 0, 0, why.code().code(), null, why.getMessage(), List.of(), List.of(), null);
        }

        /// The first thing to be put right, in one line; empty when there is none.
        public String message() {
            return error != null ? error
                    : obstacles.stream().findFirst()
                            .or(() -> tasks.stream().flatMap(task -> task.findings().stream()).findFirst())
                            .map(finding -> finding.where().isEmpty() ? finding.what()
                                    : finding.where() + ": " + finding.what())
                            .orElse("");
        }
    }

    /// The report in JSON, with a line feed at its end.
    public String json() {
        return PrettyJson.of(this);
    }
}
