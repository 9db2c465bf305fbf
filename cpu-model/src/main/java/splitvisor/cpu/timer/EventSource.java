package splitvisor.cpu.timer;

/// Something that happens at a moment of simulated time: a timer's expiry, a character's arrival. All
/// times are in hundredths of a cycle since reset.
public interface EventSource {

    /// When something happens next; Long.MAX_VALUE for never.
    long due();

    /// It is now the time that [#due] said. Afterwards [#due] is later.
    void happen(long now);

    /// Called when no PE can run and nothing else is due: waits, in real time, for the world outside.
    /// False when nothing will ever come from there.
    default boolean await() {
        return false;
    }

    /// Whether [#due] only means a look at the world outside, which cannot by itself keep a machine going.
    default boolean outside() {
        return false;
    }
}
