package splitvisor.benchmarks.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ThrownTest {

    @Test
    void whatDiffersFromRunToRunIsNotTold() {
        Object number = 1;
        assertEquals(
                "it ends in ClassCastException: class java.lang.Integer cannot be cast to class java.lang.String",
                Thrown.of(assertThrows(ClassCastException.class, () -> ((String) number).length())));
        assertEquals(
                "it ends in IllegalAccessError: class a.B tried to access method 'int a.C.d(int)'",
                Thrown.of(new IllegalAccessError("class a.B tried to access method 'int a.C.d(int)' "
                        + "(a.B and a.C are in unnamed module of loader splitvisor.Universe @4581209f)")));
    }
}
