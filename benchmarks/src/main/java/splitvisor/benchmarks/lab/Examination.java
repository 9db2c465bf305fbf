package splitvisor.benchmarks.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import splitvisor.benchmarks.Failure;

/// Examines a submission in this JVM: compiles it, vets it, and runs the lab's tasks in a [Universe] of their own.
/// What happens is told as lines of JSON, each as soon as it is known, since a submission may end the examination
/// at any time: `{"begin":"task"}`, `{"task":…}`, `{"obstacle":…}`, and at last `{"end":true}`.
public final class Examination {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<Lab, Map<String, Long>> REFERENCES = new ConcurrentHashMap<>();

    private Examination() {}

    /// Examines a submission, with `work` as a place for its class files.
    static void examine(Submission submission, Path work, Consumer<String> report) {
        Lab lab = submission.lab();
        String classPath = System.getProperty("java.class.path");
        List<Finding> obstacles = new ArrayList<>(Vetting.foreign(lab, submission.files().keySet()));
        if (obstacles.isEmpty()) {
            obstacles.addAll(Compilation.compile(lab, submission.files(), classPath, work));
            obstacles.addAll(Compilation.assemble(submission.files()));
        }
        if (obstacles.isEmpty()) {
            obstacles.addAll(Vetting.vet(lab, work));
        }
        obstacles.forEach(obstacle -> report.accept(line(Map.of("obstacle", obstacle))));
        if (obstacles.isEmpty()) {
            runInUniverse(submission, work, classPath, report);
        }
        report.accept(line(Map.of("end", true)));
    }

    private static void runInUniverse(
            Submission submission, Path work, String classPath, Consumer<String> report) {
        Map<String, Long> reference = REFERENCES.computeIfAbsent(submission.lab(), Examination::reference);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (Universe universe = new Universe(work, classPath)) {
            thread.setContextClassLoader(universe); // hosts are found by it
            universe.loadClass(Examination.class.getName())
                    .getMethod("runTasks", int.class, Map.class, Set.class, Map.class, Consumer.class)
                    .invoke(null, submission.lab().number(), submission.files(), Vetting.names(work),
                            reference, report);
        } catch (ReflectiveOperationException | IOException e) {
            Throwable cause = e instanceof InvocationTargetException target ? target.getCause() : e;
            throw new IllegalStateException("the examination itself failed: " + cause, cause);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /// The part that runs beside the submission's classes. Public for [#examine], which calls it across loaders.
    public static void runTasks(
            int number, Map<String, String> files, Set<String> classes, Map<String, Long> reference,
            Consumer<String> report) {
        for (Task task : Lab.of(number).orElseThrow().exercise().tasks()) {
            report.accept(line(Map.of("begin", task.name())));
            Inspection inspection = new Inspection(files, classes, reference);
            try {
                task.check().run(inspection);
            } catch (Failure e) {
                inspection.found(e.getMessage(), "The guests and hosts of a lab are to be found and to run.");
            } catch (RuntimeException | StackOverflowError | LinkageError e) {
                inspection.threw(e);
            }
            boolean good = inspection.foundNothing();
            TaskResult result = new TaskResult(
                    task.name(), good ? task.points() : 0, task.points(), inspection.findings(),
                    good ? inspection.score() : null);
            report.accept(line(Map.of("task", result)));
        }
    }

    /// Here the hosts are whole: a submission's classes are in the other loader only.
    private static Map<String, Long> reference(Lab lab) {
        try {
            return lab.exercise().reference();
        } catch (Failure e) {
            throw new IllegalStateException("the hosts' own classes fail in a lab: " + e.getMessage(), e);
        }
    }

    private static String line(Map<String, ?> what) {
        try {
            return JSON.writeValueAsString(what);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
