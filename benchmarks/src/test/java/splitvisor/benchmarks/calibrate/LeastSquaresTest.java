package splitvisor.benchmarks.calibrate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LeastSquaresTest {

    private static final double EXACT = 1e-9;

    @Test
    void asManyEquationsAsUnknownsAreSolved() {
        double[][] a = {{2, 1}, {1, 3}};
        assertArrayEquals(new double[] {1, 2}, LeastSquares.nonNegative(a, new double[] {4, 7}).orElseThrow(), EXACT);
    }

    @Test
    void moreEquationsAreMetAsCloselyAsPossible() {
        double[][] a = {{1}, {1}, {1}};
        assertArrayEquals(new double[] {2}, LeastSquares.nonNegative(a, new double[] {1, 2, 3}).orElseThrow(), EXACT);
    }

    @Test
    void unknownThatWouldBeNegativeIsZeroAndTheOthersMakeUpForIt() {
        double[][] a = {{1, 1}, {1, 2}};
        assertArrayEquals(new double[] {1.5, 0}, LeastSquares.nonNegative(a, new double[] {2, 1}).orElseThrow(), EXACT);
    }

    @Test
    void unknownsThatCannotBeToldApartAreRefused() {
        assertEquals(Optional.empty(), LeastSquares.nonNegative(new double[][] {{1, 2}, {2, 4}}, new double[] {1, 2}));
    }

    /// The Kuhn-Tucker conditions: no unknown can be moved, within its bound, to a smaller residual.
    @Test
    void noNeighbourOfTheSolutionIsBetter() {
        Random random = new Random(6);
        for (int round = 0; round < 200; round++) {
            double[][] a = new double[6][4];
            double[] b = random.doubles(6, -3, 10).toArray();
            for (double[] row : a) {
                System.arraycopy(random.doubles(4, 0, 5).toArray(), 0, row, 0, 4);
            }
            double[] x = LeastSquares.nonNegative(a, b).orElseThrow();
            for (int i = 0; i < x.length; i++) {
                for (double step : new double[] {-1e-4, 1e-4}) {
                    double[] moved = x.clone();
                    moved[i] += step;
                    assertTrue(moved[i] < 0 || residual(a, b, moved) >= residual(a, b, x), "round " + round);
                }
            }
        }
    }

    private static double residual(double[][] a, double[] b, double[] x) {
        double sum = 0;
        for (int row = 0; row < b.length; row++) {
            double r = -b[row];
            for (int i = 0; i < x.length; i++) {
                r += a[row][i] * x[i];
            }
            sum += r * r;
        }
        return sum;
    }
}
