package splitvisor.benchmarks.kvm;

/// A series of times, in hundredths of a cycle: number, sum, extremes, spread.
final class Samples {

    private long count;
    private long sum;
    private long least = Long.MAX_VALUE;
    private long most;
    private double mean;
    private double squares;

    void add(long time) {
        count++;
        sum += time;
        least = Math.min(least, time);
        most = Math.max(most, time);
        double before = time - mean;
        mean += before / count;
        squares += before * (time - mean); // Welford's sum of squared deviations
    }

    long count() {
        return count;
    }

    long sum() {
        return sum;
    }

    long least() {
        return least;
    }

    long most() {
        return most;
    }

    double mean() {
        return mean;
    }

    /// The standard error of the mean in percent of it: perf's `+-`.
    double relativeDeviation() {
        return count < 2 || mean == 0 ? 0 : 100 * Math.sqrt(squares / (count - 1) / count) / mean;
    }
}
