package splitvisor.cpu.timer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.Profiles;
import splitvisor.cpu.board.Machine;
import splitvisor.cpu.cost.Event;
import splitvisor.cpu.gic.InterruptInputs;
import splitvisor.cpu.hosted.Coroutine;

/// The PEs here are driven by small hosted programs, one cycle an instruction.
class TimeLineTest {

    private final Machine machine =
            new Machine(
                    Profiles.flat(1_000_000_000, 10_000_000),
                    1 << 16,
                    new Machine.Options(2, 3, 2, OutputStream.nullOutputStream(), null));
    private final TimeLine timeLine = machine.timeLine;
    private final List<String> log = new ArrayList<>();

    /// An event at the given cycle.
    private final class At implements EventSource {
        private final long time;
        private final Runnable action;
        private boolean happened;

        At(long cycle, Runnable action) {
            time = cycle * 100;
            this.action = action;
        }

        @Override
        public long due() {
            return happened ? Long.MAX_VALUE : time;
        }

        @Override
        public void happen(long now) {
            happened = true;
            log.add("event at %d, PE 0 at %d".formatted(now / 100, machine.cpu().centicycles() / 100));
            action.run();
        }
    }

    @Test
    void eventHappensBeforeTheFirstInstructionAtOrAfterItsTime() {
        timeLine.add(new At(12_345, () -> {}));
        timeLine.limit(20_000);
        host(0, cpu -> execute(cpu, 100_000));
        assertEquals(Exit.LIMIT, timeLine.run());
        assertEquals(List.of("event at 12345, PE 0 at 12345"), log);
        assertEquals(20_000, machine.cpu().instructions);
    }

    @Test
    void chargesOtherThanInstructionsDoNotPassAnEventUnseen() {
        timeLine.add(new At(1_000_000, () -> {}));
        host(
                0,
                cpu -> {
                    for (int i = 0; exit() == null; i++) {
                        execute(cpu, 1);
                        for (int n = 0; n < i % 300; n++) {
                            cpu.ledger.count(Event.DSB);
                        }
                    }
                });
        timeLine.add(new At(2_000_000, () -> timeLine.stop(Exit.POWERED_OFF)));
        assertEquals(Exit.POWERED_OFF, timeLine.run());
        long cycle = Long.parseLong(log.getFirst().replaceAll(".* ", ""));
        assertTrue(cycle >= 1_000_000 && cycle <= 1_000_300, log.toString());
    }

    @Test
    void timeJumpsToTheNextEventWhenAllPesWait() {
        timeLine.add(new At(3_000_000_000L, () -> machine.cpu().interruptLines(true, false, false, false)));
        host(
                0,
                cpu -> {
                    execute(cpu, 10);
                    cpu.waiting = true;
                    timeLine.look(cpu);
                    log.add("awake at %d".formatted(cpu.centicycles() / 100));
                    timeLine.stop(Exit.POWERED_OFF);
                });
        timeLine.run();
        assertEquals(List.of("event at 3000000000, PE 0 at 10", "awake at 3000000000"), log);
        assertEquals(10_00, machine.cpu().centicycles() - machine.cpu().idle);
    }

    @Test
    void machineWithoutAnythingToWaitForIsStuck() {
        host(
                0,
                cpu -> {
                    cpu.waiting = true;
                    timeLine.look(cpu);
                });
        assertEquals(Exit.STUCK, timeLine.run());
    }

    @ParameterizedTest
    @ValueSource(ints = {5_000, 100})
    void peFurthestBehindRunsAndNoneGetsMoreThanAQuantumAhead(int quantum) {
        if (quantum != TimeLine.QUANTUM) {
            timeLine.quantum(quantum);
        }
        long[] most = new long[1];
        machine.cpus.get(1).off = false;
        for (int i = 0; i < 2; i++) {
            int other = 1 - i;
            host(
                    i,
                    cpu -> {
                        while (exit() == null) {
                            execute(cpu, 1);
                            long ahead = cpu.centicycles() - machine.cpus.get(other).centicycles();
                            most[0] = Math.max(most[0], ahead);
                        }
                    });
        }
        timeLine.limit(200_000);
        assertEquals(Exit.LIMIT, timeLine.run());
        assertEquals(200_000, machine.cpus.get(0).instructions + machine.cpus.get(1).instructions);
        assertTrue(Math.abs(machine.cpus.get(0).instructions - 100_000) <= quantum);
        assertEquals(quantum * 100L, most[0]);
    }

    /// Without YIELD the one that polls first sees the store up to a quantum early.
    @Test
    void peThatYieldsSeesWhatAnotherStoresAtItsTime() {
        long[] stored = new long[1];
        long[] seen = new long[1];
        machine.cpus.get(1).off = false;
        host(
                0,
                cpu -> {
                    while (stored[0] == 0) {
                        execute(cpu, 7);
                        cpu.timeLine.yielded();
                        execute(cpu, 1);
                    }
                    seen[0] = cpu.centicycles();
                    timeLine.stop(Exit.POWERED_OFF);
                });
        host(
                1,
                cpu -> {
                    execute(cpu, 123_456);
                    stored[0] = cpu.centicycles();
                    execute(cpu, 1_000_000);
                });
        assertEquals(Exit.POWERED_OFF, timeLine.run());
        assertEquals(123_456_00, stored[0]);
        long late = seen[0] - stored[0];
        assertTrue(Math.abs(late) <= (TimeLine.SMALLEST_QUANTUM + 8) * 100, late + " centicycles late");
    }

    @Test
    void peThatIsBehindIsSignalledAnInterruptWhenItComesToItsTime() {
        Cpu second = machine.cpus.get(1);
        InterruptInputs inputs = InterruptInputs.of(second);
        second.off = false;
        host(
                0,
                cpu -> {
                    execute(cpu, 3_000);
                    log.add("PE 1 is at %d".formatted(second.centicycles() / 100));
                    inputs.drive(true, false, false, false);
                    log.add("signalled: " + second.irqLine);
                    execute(cpu, 100_000);
                });
        host(
                1,
                cpu -> {
                    while (!cpu.irqLine) {
                        execute(cpu, 1);
                    }
                    log.add("PE 1 sees it at %d".formatted(cpu.centicycles() / 100));
                    timeLine.stop(Exit.POWERED_OFF);
                });
        timeLine.run();
        assertEquals(List.of("PE 1 is at 0", "signalled: false", "PE 1 sees it at 3001"), log);
    }

    @Test
    void peWokenByAnotherStartsAtTheOthersTime() {
        Cpu second = machine.cpus.get(1);
        second.off = false;
        host(
                0,
                cpu -> {
                    execute(cpu, 70_000);
                    second.signalEvent();
                    execute(cpu, 1_000_000);
                });
        host(
                1,
                cpu -> {
                    cpu.waiting = true;
                    cpu.waitingForEvent = true;
                    timeLine.look(cpu);
                    log.add("awake at %d".formatted(cpu.centicycles() / 100));
                    timeLine.stop(Exit.POWERED_OFF);
                });
        assertEquals(Exit.POWERED_OFF, timeLine.run());
        assertEquals(List.of("awake at 70000"), log);
    }

    private interface Program {
        void run(Cpu cpu);
    }

    private void host(int pe, Program program) {
        Cpu cpu = machine.cpus.get(pe);
        timeLine.host(
                cpu,
                new Coroutine(
                        "PE " + pe,
                        () -> {
                            program.run(cpu);
                            while (true) {
                                timeLine.look(cpu);
                            }
                        }));
    }

    private void execute(Cpu cpu, int instructions) {
        for (int i = 0; i < instructions; i++) {
            if (cpu.instructions >= cpu.deadline) {
                timeLine.look(cpu);
            }
            cpu.instructions++;
        }
    }

    private Exit exit() {
        return timeLine.exit();
    }
}
