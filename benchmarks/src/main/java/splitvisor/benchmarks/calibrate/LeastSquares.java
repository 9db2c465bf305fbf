package splitvisor.benchmarks.calibrate;

import java.util.Optional;

/// Least squares with non-negative solutions, for a handful of unknowns: every set of unknowns that may be positive
/// is tried, and the best solution wins. Exact where iterations would approximate, and the same on every machine.
final class LeastSquares {

    private static final int MANY = 12;

    /// A pivot this small, relative to the diagonal, means that two unknowns cannot be told apart.
    private static final double SINGULAR = 1e-9;

    private LeastSquares() {}

    /// The x ≥ 0 that minimises |a·x − b|; empty when the columns of `a` depend on each other.
    static Optional<double[]> nonNegative(double[][] a, double[] b) {
        int unknowns = a[0].length;
        if (unknowns > MANY) {
            throw new IllegalArgumentException(unknowns + " unknowns");
        }
        int all = (1 << unknowns) - 1;
        if (solve(a, b, all).isEmpty()) {
            return Optional.empty();
        }
        double[] best = new double[unknowns];
        double least = residual(a, b, best);
        for (int free = all; free > 0; free--) {
            double[] x = solve(a, b, free).orElse(null);
            if (x != null && isNonNegative(x) && residual(a, b, x) < least) {
                best = x;
                least = residual(a, b, x);
            }
        }
        return Optional.of(best);
    }

    private static boolean isNonNegative(double[] x) {
        for (double value : x) {
            if (value < 0) {
                return false;
            }
        }
        return true;
    }

    private static double residual(double[][] a, double[] b, double[] x) {
        double sum = 0;
        for (int row = 0; row < b.length; row++) {
            double difference = -b[row];
            for (int i = 0; i < x.length; i++) {
                difference += a[row][i] * x[i];
            }
            sum += difference * difference;
        }
        return sum;
    }

    /// Solves the normal equations for the unknowns in `free`; the others are 0.
    private static Optional<double[]> solve(double[][] a, double[] b, int free) {
        int unknowns = a[0].length;
        double[][] m = new double[unknowns][unknowns + 1];
        for (int i = 0; i < unknowns; i++) {
            if ((free >> i & 1) == 0) {
                m[i][i] = 1;
                continue;
            }
            for (int row = 0; row < b.length; row++) {
                for (int j = 0; j < unknowns; j++) {
                    m[i][j] += (free >> j & 1) == 0 ? 0 : a[row][i] * a[row][j];
                }
                m[i][unknowns] += a[row][i] * b[row];
            }
        }
        return eliminate(m);
    }

    private static Optional<double[]> eliminate(double[][] m) {
        int n = m.length;
        double[] scale = new double[n];
        for (int i = 0; i < n; i++) {
            scale[i] = m[i][i];
        }
        for (int i = 0; i < n; i++) {
            if (m[i][i] <= SINGULAR * scale[i]) {
                return Optional.empty(); // symmetric and positive definite otherwise: no pivoting needed
            }
            for (int row = i + 1; row < n; row++) {
                double factor = m[row][i] / m[i][i];
                for (int j = i; j <= n; j++) {
                    m[row][j] -= factor * m[i][j];
                }
            }
        }
        double[] x = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double sum = m[i][n];
            for (int j = i + 1; j < n; j++) {
                sum -= m[i][j] * x[j];
            }
            x[i] = sum / m[i][i];
        }
        return Optional.of(x);
    }
}
