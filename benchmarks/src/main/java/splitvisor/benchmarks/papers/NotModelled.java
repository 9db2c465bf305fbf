package splitvisor.benchmarks.papers;

/// The machine cannot do an experiment yet; the message says what is missing.
public final class NotModelled extends Exception {

    NotModelled(String message) {
        super(message, null, false, false);
    }
}
