package splitvisor.benchmarks.lab;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A result as a student reads it.
public final class Feedback {

    private static final int WIDTH = 100;

    private final StringBuilder text = new StringBuilder();
    private final Set<String> told = new HashSet<>();

    private Feedback() {}

    /// Task by task, with what is wrong under each.
    public static String of(Result result) {
        Feedback feedback = new Feedback();
        Lab lab = result.lab();
        feedback.line("Lab %d, %s: %d of %d points".formatted(lab.number(), lab.title(), result.points(), result.of()));
        for (Finding obstacle : result.obstacles()) {
            feedback.text.append('\n');
            feedback.add(obstacle);
        }
        for (TaskResult task : result.obstacles().isEmpty() ? result.tasks() : List.<TaskResult>of()) {
            feedback.text.append('\n');
            String mark = task.points() == task.of() ? "ok" : task.findings().isEmpty() ? "-" : "no";
            String score = task.score() == null ? "" : String.format(Locale.ROOT, " (%,d cycles)", task.score());
            feedback.line("%-3s %3d/%-3d %s%s".formatted(mark, task.points(), task.of(), task.task(), score));
            task.findings().forEach(feedback::add);
        }
        return feedback.text.toString();
    }

    /// What keeps several tasks from being fulfilled is told once.
    private void add(Finding finding) {
        if (!told.add(finding.where() + " " + finding.what())) {
            wrap("    ", "as above: " + finding.what());
            return;
        }
        wrap("    ", finding.what());
        wrap("      rule:  ", finding.rule());
        if (!finding.where().isEmpty() || !finding.state().isEmpty()) {
            String at = finding.where().isEmpty() ? "" : finding.where();
            String state = finding.state().isEmpty() ? "" : (at.isEmpty() ? "at " : ", at ") + finding.state();
            line("      where: " + at + state);
        }
        if (!finding.trace().isEmpty()) {
            line("      trace:");
            finding.trace().forEach(shown -> line("        " + shown));
        }
    }

    /// Words on lines of some width, those after the first indented as far as the first one's text.
    private void wrap(String head, String words) {
        StringBuilder current = new StringBuilder(head);
        boolean empty = true;
        for (String word : words.split(" ")) {
            if (!empty && current.length() + 1 + word.length() > WIDTH) {
                line(current.toString());
                current = new StringBuilder(" ".repeat(head.length()));
                empty = true;
            }
            current.append(empty ? "" : " ").append(word);
            empty = false;
        }
        line(current.toString());
    }

    private void line(String what) {
        text.append(what.stripTrailing()).append('\n');
    }
}
