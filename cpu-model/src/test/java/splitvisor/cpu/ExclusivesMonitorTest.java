package splitvisor.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import splitvisor.cpu.board.Machine;
import splitvisor.cpu.isa.Assembler;

/// Two PEs at one word.
class ExclusivesMonitorTest {

    private static final long CODE = 0x4000_0000L;
    private static final long WORD = CODE + 0x8000;

    private final Machine machine =
            new Machine(
                    Profiles.flat(1_000_000_000, 10_000_000),
                    1 << 16,
                    new Machine.Options(2, 3, 2, OutputStream.nullOutputStream(), null));

    /// Starts a PE at EL2 with the word's address in X1.
    private void start(int index, String source) {
        long at = CODE + 0x1000 * index;
        machine.memory.load(at, Assembler.assemble(source, at).bytes());
        Cpu cpu = machine.cpus.get(index);
        cpu.reset(2, at);
        cpu.off = false;
        cpu.set(1, WORD);
    }

    private long x(int register) {
        return machine.cpu().x[register];
    }

    @Test
    void aValueThatWentAndCameBackIsNoticed() {
        start(0, """
                    ldxr x0, [x1]
                    mov x5, #20000
                1:  subs x5, x5, #1
                    b.ne 1b
                    mov x2, #7
                    stxr w2, x5, [x1]
                    b .
                """);
        start(1, """
                    mov x2, #1
                    str x2, [x1]
                    str xzr, [x1]
                    b .
                """);
        machine.timeLine.limit(200_000);
        machine.run();
        assertEquals(1, x(2));
    }

    @Test
    void withoutAnotherPesTurnTheStoreSucceedsHoweverLate() {
        start(0, """
                    ldxr x0, [x1]
                    mov x5, #20000
                1:  subs x5, x5, #1
                    b.ne 1b
                    mov x2, #7
                    stxr w2, x5, [x1]
                    b .
                """);
        machine.timeLine.limit(100_000);
        machine.run();
        assertEquals(0, x(2));
    }

    @Test
    void loopsAroundExclusivesGetOnWithBothPes() {
        String count = """
                    mov x5, #4000
                1:  ldxr x0, [x1]
                    add x0, x0, #1
                    stxr w2, x0, [x1]
                    cbnz w2, 1b
                    subs x5, x5, #1
                    b.ne 1b
                    b .
                """;
        start(0, count);
        start(1, count);
        machine.timeLine.limit(200_000);
        machine.run();
        assertEquals(8000, machine.memory.readRam(WORD, 3));
    }
}
