package splitvisor.cpu.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import splitvisor.cpu.timer.Exit;

/// Bare-metal guests on the whole board: each has its source and the console it shall produce in
/// `src/test/resources/guests`.
class GuestTest {

    private static final List<Guest> GUESTS =
            List.of(
                    Guest.of("timers-el2"),
                    Guest.of("timers-vhe"),
                    Guest.of("timers-el1").startingAt(1),
                    Guest.of("priorities"),
                    Guest.of("virtual"),
                    Guest.of("echo").receiving("hello, world 123\nend."),
                    Guest.of("smp").withPes(4),
                    Guest.of("gicv2").withPes(2).withGic(2));

    @TestFactory
    Stream<DynamicTest> consoleAndEndAreAsExpected() {
        return GUESTS.stream()
                .map(
                        guest ->
                                DynamicTest.dynamicTest(
                                        guest.name(),
                                        () -> {
                                            Guest.Run run = guest.run();
                                            assertEquals(guest.expected(), run.console());
                                            assertEquals(Exit.POWERED_OFF, run.exit());
                                        }));
    }

    @Test
    void severalPesTakeTheSameTurnsInEveryRun() {
        Guest guest = Guest.of("smp").withPes(4);
        List<Long> once = instructions(guest.run());
        assertEquals(once, instructions(guest.run()));
    }

    private static List<Long> instructions(Guest.Run run) {
        return run.machine().cpus.stream().map(cpu -> cpu.instructions).toList();
    }
}
