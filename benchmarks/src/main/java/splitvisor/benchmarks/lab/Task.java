package splitvisor.benchmarks.lab;

import splitvisor.benchmarks.Failure;

/// One thing that a lab asks for and gives points for. What is worth points is something that was done: a task that
/// an untouched starter could fulfil would be none.
///
/// @param name what shall be so, as a sentence
/// @param points what it is worth
/// @param check finds out whether it is so
record Task(String name, int points, Check check) {

    /// Runs what has to be run and reports to the inspection what is wrong.
    @FunctionalInterface
    interface Check {
        void run(Inspection inspection) throws Failure;
    }
}
