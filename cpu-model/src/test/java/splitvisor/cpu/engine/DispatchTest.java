package splitvisor.cpu.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import splitvisor.cpu.Generated;
import splitvisor.cpu.isa.A64;
import splitvisor.cpu.isa.Chapter;

class DispatchTest {

    @Test
    void loopIsWhatTheTableGenerates() throws Exception {
        Generated.check(DispatchGenerator.DISPATCH, DispatchGenerator.source());
    }

    @Test
    void everyRowThatIsNotRefusedHasItsMethod() {
        List<A64> missing = Arrays.stream(A64.values())
                .filter(row -> row.chapter() != Chapter.REFUSED)
                .filter(row -> !DispatchGenerator.isModelled(row))
                .toList();
        assertEquals(List.of(), missing);
    }
}
