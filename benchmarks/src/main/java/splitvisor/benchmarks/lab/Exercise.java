package splitvisor.benchmarks.lab;

import java.util.List;
import java.util.Map;
import splitvisor.benchmarks.Failure;

/// What a lab asks for, task by task. Runs beside the submission's classes, in their class loader.
interface Exercise {

    /// The tasks in the order in which a student should take them; their points add up to 100.
    List<Task> tasks();

    /// What the hosts' own classes achieve, if tasks compare with that: measured once, where no submission is.
    default Map<String, Long> reference() throws Failure {
        return Map.of();
    }
}
