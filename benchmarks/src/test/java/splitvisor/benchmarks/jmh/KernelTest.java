package splitvisor.benchmarks.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.cost.Event;

class KernelTest {

    private static final int MANY = 3_000_000;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HVC")
    void aKernelRunsAtEl1ForEverWithoutExceptions(Kernel kernel) {
        for (boolean translate : new boolean[] {false, true}) {
            Cpu cpu = kernel.start(translate);
            assertEquals(1, cpu.el);
            assertEquals(MANY, cpu.interpreter.run(MANY));
            assertEquals(0, cpu.ledger.snapshot().of(Event.EXCEPTION_TO_EL1));
            assertEquals(0, cpu.ledger.snapshot().of(Event.EXCEPTION_TO_EL2));
            assertEquals(translate, cpu.ledger.snapshot().of(Event.WALK_STEP) > 0);
        }
    }

    @Test
    void everyFourthInstructionOfHvcGoesToEl2AndEveryFourthComesBack() {
        Cpu cpu = Kernel.HVC.start(true);
        cpu.interpreter.run(400);
        long before = cpu.ledger.snapshot().of(Event.EXCEPTION_TO_EL2);
        long erets = cpu.ledger.snapshot().of(Event.ERET);
        cpu.interpreter.run(4000);
        assertEquals(1000, cpu.ledger.snapshot().of(Event.EXCEPTION_TO_EL2) - before);
        assertEquals(1000, cpu.ledger.snapshot().of(Event.ERET) - erets);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HVC")
    void armedControlsTrapNothingOfAKernel(Kernel kernel) {
        Cpu cpu = kernel.start(true);
        TrapCheckBenchmark.arm(cpu);
        assertEquals(MANY, cpu.interpreter.run(MANY));
        assertEquals(0, cpu.ledger.snapshot().of(Event.EXCEPTION_TO_EL2));
    }

    @Test
    void copyCopies() {
        Cpu cpu = Kernel.COPY.start(true);
        long from = cpu.memory.ramBase();
        long size = cpu.memory.ramSize();
        long source = 0;
        for (long pa = from; pa < from + size && source == 0; pa += 4096) {
            cpu.interpreter.run(8);
            source = cpu.x[1] & -4096;
        }
        cpu.memory.writeRam(source + 4096, 3, 0x0123_4567_89ab_cdefL);
        cpu.interpreter.run(100_000);
        assertEquals(0x0123_4567_89ab_cdefL, cpu.memory.readRam(source + 65536 + 4096, 3));
    }

    @ParameterizedTest
    @CsvSource({
        "LOOP, false", "INTEGER, false", "COPY, false", "COPY, true", "CALL, false", "CALL, true", "SYSREG, true",
        "HVC, true"
    })
    void noInstructionAllocates(Kernel kernel, boolean translate) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Cpu cpu = kernel.start(translate);
        cpu.interpreter.run(MANY); // every page decoded, every TLB entry filled
        long before = threads.getCurrentThreadAllocatedBytes();
        cpu.interpreter.run(MANY);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < MANY / 1000, "%d bytes in %d instructions".formatted(allocated, MANY));
    }
}
