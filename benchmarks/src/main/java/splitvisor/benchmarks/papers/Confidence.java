package splitvisor.benchmarks.papers;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How sure a published value is.
public enum Confidence {
    @JsonProperty("primary")
    PRIMARY("the authors' own text or artifact"),
    @JsonProperty("secondary")
    SECONDARY("a text that quotes the paper"),
    @JsonProperty("unverified")
    UNVERIFIED("not yet checked against the paper's text");

    private final String meaning;

    Confidence(String meaning) {
        this.meaning = meaning;
    }

    /// What it means, for legends.
    public String meaning() {
        return meaning;
    }
}
