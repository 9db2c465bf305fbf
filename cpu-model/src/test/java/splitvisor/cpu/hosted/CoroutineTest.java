package splitvisor.cpu.hosted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoroutineTest {

    private final List<String> order = new ArrayList<>();

    private Coroutine talker(String name) {
        return new Coroutine(name, () -> {
            order.add(name + "1");
            Coroutine.yield();
            order.add(name + "2");
        });
    }

    @Test
    void stacksAlternateExactlyAsTheyAreResumed() {
        Coroutine.runMain(() -> {
            Coroutine a = talker("a");
            Coroutine b = talker("b");
            a.resume();
            b.resume();
            order.add("main");
            b.resume();
            a.resume();
            assertTrue(a.isDone());
        });
        assertEquals(List.of("a1", "b1", "main", "b2", "a2"), order);
    }

    @Test
    void aCoroutineThatYieldedIsNotDone() {
        Coroutine coroutine = talker("a");
        coroutine.resume();
        assertFalse(coroutine.isDone());
        coroutine.resume();
        assertTrue(coroutine.isDone());
    }

    @Test
    void whatAStackThrowsArrivesWhereItWasResumed() {
        Coroutine failing = new Coroutine("failing", () -> {
            throw new IllegalArgumentException("here");
        });
        assertEquals("here", assertThrows(IllegalArgumentException.class, failing::resume).getMessage());
    }

    @Test
    void anEndedStackCannotBeResumed() {
        Coroutine coroutine = new Coroutine("short", () -> {});
        coroutine.resume();
        IllegalStateException e = assertThrows(IllegalStateException.class, coroutine::resume);
        assertEquals("coroutine 'short' has ended", e.getMessage());
    }
}
