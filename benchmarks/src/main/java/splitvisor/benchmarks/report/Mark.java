package splitvisor.benchmarks.report;

import java.util.Locale;

/// What a number may claim, by where it comes from.
public enum Mark {
    COUNTED("the machine executed and counted it"),
    CALIBRATED("set from the value it reproduces: agreement proves nothing"),
    PREDICTED("computed from parameters set elsewhere"),
    QUOTED("the paper's own number");

    private final String meaning;

    Mark(String meaning) {
        this.meaning = meaning;
    }

    /// What the mark means, for legends.
    public String meaning() {
        return meaning;
    }

    /// The mark as tables and JSON show it, `counted`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
