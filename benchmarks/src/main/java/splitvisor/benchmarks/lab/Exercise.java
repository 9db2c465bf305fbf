package splitvisor.benchmarks.lab;

import java.util.List;

/// What a lab asks for, task by task. Runs beside the submission's classes, in their class loader.
@FunctionalInterface
interface Exercise {

    /// The tasks in the order in which a student should take them; their points add up to 100.
    List<Task> tasks();
}
