package splitvisor.cpu.timer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import splitvisor.cpu.Profiles;

class SystemCounterTest {

    @Test
    void countIsTimeScaledByTheTwoClocksRoundedDown() {
        SystemCounter counter = new SystemCounter(Profiles.flat(2_400_000_000L, 25_000_000));
        // 96 cycles a tick.
        assertEquals(0, counter.count(95_99));
        assertEquals(1, counter.count(96_00));
        assertEquals(25_000_000, counter.count(2_400_000_000_00L));
    }

    @Test
    void countEqualsExactArithmeticOnRandomClocks() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            long core = random.nextLong(1, 1L << 34);
            long hz = random.nextLong(1, 1L << 34);
            long time = random.nextLong() >>> 1 + random.nextInt(60);
            BigInteger exact =
                    BigInteger.valueOf(time)
                            .multiply(BigInteger.valueOf(hz))
                            .divide(BigInteger.valueOf(core * 100));
            long expected = exact.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
            assertEquals(expected, new SystemCounter(Profiles.flat(core, hz)).count(time));
        }
    }

    @Test
    void timeOfIsTheFirstMomentWithThatCount() {
        Random random = new Random(2);
        for (int i = 0; i < 10_000; i++) {
            SystemCounter counter =
                    new SystemCounter(
                            Profiles.flat(random.nextLong(1, 1L << 34), random.nextLong(1, 1L << 34)));
            long count = random.nextLong() >>> 1 + random.nextInt(60);
            long time = counter.timeOf(count);
            if (time != Long.MAX_VALUE) {
                assertEquals(true, counter.count(time) >= count);
                assertEquals(true, time == 0 || counter.count(time - 1) < count);
            }
        }
    }

    @Test
    void unreachableCountIsAtTheEndOfTime() {
        SystemCounter counter = new SystemCounter(Profiles.flat(1_000_000_000, 1_000_000));
        assertEquals(Long.MAX_VALUE, counter.timeOf(-1));
        assertEquals(Long.MAX_VALUE, counter.timeOf(Long.MAX_VALUE));
    }

    @Test
    void clockBeyondSixteenGigahertzIsRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> new SystemCounter(Profiles.flat(1L << 35, 1)));
    }
}
