package splitvisor.benchmarks.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import splitvisor.cpu.Cpu;

/// The examination of one task: what is looked at, and what was found.
final class Inspection {

    /// More than a few findings of one task are one mistake seen often.
    private static final int MOST_FINDINGS = 3;

    private static final int TRACE_LINES = 12;

    private final Map<String, String> files;
    private final Set<String> classes;
    private final Map<String, Long> reference;
    private final List<Finding> findings = new ArrayList<>();
    private Long score;

    /// @param files the submission's files by name
    /// @param classes the names of the classes that were compiled from them
    /// @param reference see [Exercise#reference]
    Inspection(Map<String, String> files, Set<String> classes, Map<String, Long> reference) {
        this.files = files;
        this.classes = classes;
        this.reference = reference;
    }

    /// The text of one of the submission's files.
    String file(String name) {
        return files.get(name);
    }

    /// An inspection of the same submission, whose findings can be taken over or dropped.
    Inspection another() {
        return new Inspection(files, classes, reference);
    }

    /// Takes over what another one found.
    void take(Inspection other) {
        other.findings.forEach(this::add);
    }

    /// What the hosts' own classes achieve, see [Exercise#reference].
    Map<String, Long> reference() {
        return reference;
    }

    /// The names of the classes that were compiled from the submission.
    Set<String> classes() {
        return classes;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    boolean foundNothing() {
        return findings.isEmpty();
    }

    Long score() {
        return score;
    }

    /// What a ranking compares, in cycles.
    void score(long cycles) {
        score = cycles;
    }

    /// Reports something that needs no trace.
    void found(String what, String rule) {
        add(Finding.of(what, rule));
    }

    /// Reports what was seen of code that no machine ran, with what it did.
    void found(String what, String rule, String where, List<String> trace) {
        add(new Finding(what, rule, where, "", trace));
    }

    /// Reports what is seen at this moment of a run, with the last lines of its trace.
    void found(Cpu cpu, Transcript transcript, String what, String rule) {
        found(cpu, transcript.tail(TRACE_LINES), what, rule);
    }

    /// The same with a chosen piece of the trace.
    void found(Cpu cpu, List<String> trace, String what, String rule) {
        found(cpu, trace, theirLine(), what, rule);
    }

    /// The same of something that another place of the submission has done.
    void found(Cpu cpu, List<String> trace, String where, String what, String rule) {
        add(new Finding(what, rule, where, state(cpu), trace));
    }

    /// Reports what came out of a run instead of an end: an exception of the host's code or the machine's.
    ///
    /// @param before the last line of the submission before, which is to blame if it was not executing any more
    void threw(Cpu cpu, Transcript transcript, Throwable thrown, String before) {
        Throwable cause = Thrown.cause(thrown);
        String line = theirLine(cause.getStackTrace());
        add(new Finding(Thrown.of(thrown), Thrown.rule(thrown), line.isEmpty() ? before : line, state(cpu),
                transcript.tail(TRACE_LINES)));
    }

    /// The same without a run.
    void threw(Throwable thrown) {
        String line = theirLine(Thrown.cause(thrown).getStackTrace());
        add(new Finding(Thrown.of(thrown), Thrown.rule(thrown), line, "", List.of()));
    }

    private void add(Finding finding) {
        boolean known = findings.stream().anyMatch(other -> other.what().equals(finding.what()));
        if (!known && findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        }
    }

    /// Who runs: `EL2, E2H 0, TGE 0`.
    static String state(Cpu cpu) {
        return "EL%d, E2H %d, TGE %d".formatted(cpu.el, cpu.e2h ? 1 : 0, cpu.tge ? 1 : 0);
    }

    /// The innermost line of the submission that is being executed, or empty.
    String theirLine() {
        Optional<StackWalker.StackFrame> frame = StackWalker.getInstance().walk(
                frames -> frames.filter(candidate -> isTheirs(candidate.getClassName())).findFirst());
        return frame.map(found -> found.getFileName() + ":" + found.getLineNumber()).orElse("");
    }

    private String theirLine(StackTraceElement[] trace) {
        for (StackTraceElement element : trace) {
            if (isTheirs(element.getClassName())) {
                return element.getFileName() + ":" + element.getLineNumber();
            }
        }
        return "";
    }

    private boolean isTheirs(String className) {
        return classes.contains(className);
    }
}
