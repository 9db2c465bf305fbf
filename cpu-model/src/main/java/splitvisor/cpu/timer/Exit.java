package splitvisor.cpu.timer;

/// Why a machine stopped.
public enum Exit {
    /// The software switched it off (PSCI SYSTEM_OFF).
    POWERED_OFF("the machine was powered off"),
    /// The software asked for a reset (PSCI SYSTEM_RESET).
    RESET("the machine was reset"),
    /// The limit of instructions was reached.
    LIMIT("the limit of instructions was reached"),
    /// Every PE waits or is off, and nothing can end that.
    STUCK("every PE waits for an interrupt or event that cannot come");

    private final String sentence;

    Exit(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String toString() {
        return sentence;
    }
}
