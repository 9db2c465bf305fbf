package splitvisor.benchmarks.book;

/// What a marker of the book names is not there, or not as the marker says.
final class Unquotable extends Exception {

    private static final long serialVersionUID = 1;

    Unquotable(String what) {
        super(what);
    }
}
