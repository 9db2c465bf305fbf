package splitvisor.benchmarks.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import splitvisor.benchmarks.report.Figure;

class SimulatedTest {

    @Test
    void secondaryResultsAreTheFiguresOfTheReport() {
        List<String> counters = Arrays.stream(Simulated.class.getDeclaredFields())
                .filter(field -> Modifier.isPublic(field.getModifiers()))
                .map(Field::getName)
                .toList();
        List<String> columns = Arrays.stream(Figure.values())
                .filter(figure -> figure.heading() != null)
                .map(Figure::key)
                .toList();
        assertEquals(columns, counters);
    }
}
