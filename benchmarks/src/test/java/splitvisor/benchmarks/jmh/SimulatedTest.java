package splitvisor.benchmarks.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import splitvisor.benchmarks.report.Figure;

class SimulatedTest {

    /// What the columns of a report leave out of where the cycles go.
    private static final List<Figure> BESIDES =
            List.of(Figure.INSTRUCTIONS, Figure.DEVICE_READS, Figure.DEVICE_WRITES);

    @Test
    void secondaryResultsAreTheFiguresOfTheReport() {
        List<String> counters = Arrays.stream(Simulated.class.getDeclaredFields())
                .filter(field -> Modifier.isPublic(field.getModifiers()))
                .map(Field::getName)
                .toList();
        List<String> columns = Arrays.stream(Figure.values())
                .filter(figure -> figure.heading() != null || BESIDES.contains(figure))
                .map(Figure::key)
                .toList();
        assertEquals(columns, counters);
    }
}
