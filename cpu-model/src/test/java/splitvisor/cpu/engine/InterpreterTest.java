package splitvisor.cpu.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.Profiles;
import splitvisor.cpu.hosted.HostedTexts;
import splitvisor.cpu.hosted.HostedVector;
import splitvisor.cpu.memory.PhysicalMemory;
import splitvisor.cpu.observe.Observer;
import splitvisor.cpu.sysreg.SysReg;

class InterpreterTest {

    private static final long BASE = 0x4000_0000L;
    private static final long VECTORS = BASE + 0x8000;
    private static final int B_SELF = 0x14000000;
    private static final int NOP = 0xd503201f;
    private static final int MOVZ_X0_1 = 0xd2800020;
    private static final int MOVZ_X0_2 = 0xd2800040;
    private static final int ADD_X1_X1_1 = 0x91000421;
    private static final int SUBS_X2_X2_1 = 0xf1000442;
    private static final int B_NE_MINUS_8 = 0x54ffffc1;
    private static final int MSR_SCTLR_EL2_X1 = 0xd51c1001;
    private static final int TLBI_ALLE2 = 0xd50c871f;
    private static final int RET = 0xd65f03c0;
    private static final int SVE_PTRUE = 0x2518e000;

    private final PhysicalMemory memory = new PhysicalMemory(BASE, 1 << 20);
    private final HostedTexts hosted = new HostedTexts();
    private final Cpu cpu = new Cpu(0, memory, hosted, Profiles.flat(1_000_000_000, 1_000_000_000));

    InterpreterTest() {
        cpu.pc = BASE;
        cpu.sys[SysReg.VBAR_EL2.ordinal()] = VECTORS;
        write(VECTORS + 0x200, B_SELF);
    }

    private void write(long pa, int... words) {
        for (int i = 0; i < words.length; i++) {
            memory.writeRam(pa + 4L * i, 2, words[i]);
        }
    }

    private long esr() {
        return cpu.sys[SysReg.ESR_EL2.ordinal()];
    }

    @Test
    void loopRunsAsOftenAsItsCounterSays() {
        write(BASE, ADD_X1_X1_1, SUBS_X2_X2_1, B_NE_MINUS_8, B_SELF);
        cpu.x[2] = 1000;
        assertEquals(3000, cpu.interpreter.run(3000));
        assertEquals(1000, cpu.x[1]);
        assertEquals(BASE + 12, cpu.pc);
        assertEquals(3000, cpu.instructions);
    }

    @Test
    void cuttingTheRunIntoBudgetsChangesNothing() {
        write(BASE, ADD_X1_X1_1, SUBS_X2_X2_1, B_NE_MINUS_8, 0);
        cpu.x[2] = 100;
        long executed = 0;
        for (int budget = 1; executed < 302; budget = budget % 7 + 1) {
            executed += cpu.interpreter.run(Math.min(budget, 302 - executed));
        }
        assertEquals(302, executed);
        assertEquals(100, cpu.x[1]);
        assertEquals(VECTORS + 0x200, cpu.pc);
    }

    @Test
    void unallocatedWordIsUndefinedAndCountsAsAnInstruction() {
        write(BASE, NOP, 0x0000_0001);
        assertEquals(2, cpu.interpreter.run(2));
        assertEquals(VECTORS + 0x200, cpu.pc);
        assertEquals(BASE + 4, cpu.sys[SysReg.ELR_EL2.ordinal()]);
        assertEquals(1L << 25, esr());
    }

    @Test
    void misalignedPcFaultsWhenItIsFetchedFrom() {
        write(BASE, RET);
        cpu.x[30] = BASE + 0x102;
        cpu.interpreter.run(2);
        assertEquals(0x22L << 26 | 1 << 25, esr());
        assertEquals(BASE + 0x102, cpu.sys[SysReg.FAR_EL2.ordinal()]);
        assertEquals(BASE + 0x102, cpu.sys[SysReg.ELR_EL2.ordinal()]);
    }

    @Test
    void illegalExecutionStateFaultsBeforeTheInstruction() {
        write(BASE, MOVZ_X0_1);
        cpu.il = true;
        cpu.interpreter.run(1);
        assertEquals(0x0eL << 26 | 1 << 25, esr());
        assertEquals(0, cpu.x[0]);
    }

    @Test
    void refusedRowStopsWithOneLineOrIsUndefined() {
        write(BASE, SVE_PTRUE);
        String message =
                assertThrows(NotModelledException.class, () -> cpu.interpreter.run(1)).getMessage();
        assertTrue(message.startsWith("instruction 2518e000 is not modelled: row SVE"), message);
        assertTrue(message.endsWith("PC 0x40000000, EL2, E2H 0, TGE 0"), message);
        assertEquals(BASE, cpu.pc);

        cpu.interpreter.stopAtRefused(false);
        cpu.interpreter.run(1);
        assertEquals(1L << 25, esr());
    }

    @Test
    void runReturnsInFrontOfHostedText() {
        hosted.register(BASE + 0x1000, new HostedVector.Landing() {});
        write(BASE + 0xffc, NOP);
        cpu.pc = BASE + 0xffc;
        assertEquals(1, cpu.interpreter.run(100));
        assertTrue(cpu.interpreter.atHostedText());
        assertEquals(BASE + 0x1000, cpu.pc);
        cpu.pc = BASE + 0xffc;
        cpu.interpreter.run(1);
        assertFalse(cpu.interpreter.atHostedText());
    }

    @Test
    void stopRequestEndsTheRunBeforeTheNextInstruction() {
        write(BASE, NOP, NOP);
        cpu.requestStop();
        assertEquals(0, cpu.interpreter.run(2));
        assertEquals(2, cpu.interpreter.run(2));
    }

    @Test
    void changedCodeIsSeenAfterInvalidation() {
        write(BASE, MOVZ_X0_1);
        cpu.interpreter.run(1);
        write(BASE, MOVZ_X0_2);
        cpu.pc = BASE;
        cpu.interpreter.run(1);
        assertEquals(1, cpu.x[0]);
        memory.codeCache().invalidate(BASE);
        cpu.pc = BASE;
        cpu.interpreter.run(1);
        assertEquals(2, cpu.x[0]);
    }

    @Test
    void loaderInvalidatesDecodedCode() {
        write(BASE, MOVZ_X0_1);
        cpu.interpreter.run(1);
        memory.load(BASE, new byte[] {0x40, 0x00, (byte) 0x80, (byte) 0xd2});
        cpu.pc = BASE;
        cpu.interpreter.run(1);
        assertEquals(2, cpu.x[0]);
    }

    /// A page that VA says is at BASE + 0x1000, and the tables at BASE + 0x2000.
    private void translate(long code) {
        long tables = BASE + 0x2000;
        memory.writeRam(tables + 8, 3, tables + 0x1000 | 3);
        memory.writeRam(tables + 0x1000, 3, tables + 0x2000 | 3);
        memory.writeRam(tables + 0x2000 + 8, 3, code | 0x703);
        cpu.sys[SysReg.MAIR_EL2.ordinal()] = 0xff;
        cpu.sys[SysReg.TTBR0_EL2.ordinal()] = tables;
        cpu.sys[SysReg.TCR_EL2.ordinal()] = 1L << 31 | 1 << 23 | 2 << 16 | 25; // 40 bits PA, 39 bits VA
        cpu.sys[SysReg.SCTLR_EL2.ordinal()] = 0x30c5_0831L;
        cpu.regimeChanged();
        cpu.pc = BASE + 0x1000;
    }

    @Test
    void theInstructionAfterAnMsrIsFetchedThroughTheNewTranslation() {
        write(BASE + 0x8000, MSR_SCTLR_EL2_X1, MOVZ_X0_1);
        write(BASE + 0x1000, NOP, MOVZ_X0_2);
        translate(BASE + 0x8000);
        cpu.x[1] = 0x30c5_0830L;
        assertEquals(2, cpu.interpreter.run(2));
        assertEquals(2, cpu.x[0]);
    }

    @Test
    void theInstructionAfterATlbiIsFetchedThroughTheTable() {
        write(BASE + 0x8000, NOP, TLBI_ALLE2, MOVZ_X0_1);
        write(BASE + 0x9000, NOP, NOP, MOVZ_X0_2);
        translate(BASE + 0x8000);
        cpu.interpreter.run(1);
        memory.writeRam(BASE + 0x4008, 3, BASE + 0x9000 | 0x703);
        cpu.interpreter.run(2);
        assertEquals(2, cpu.x[0]);
    }

    @Test
    void observerSeesEveryInstructionBeforeItExecutes() {
        write(BASE, MOVZ_X0_1, MOVZ_X0_2, B_SELF);
        List<String> seen = new ArrayList<>();
        cpu.observer = new Observer() {
            @Override
            public boolean wantsInstructions() {
                return true;
            }

            @Override
            public void instruction(Cpu at, long pc, int word) {
                seen.add("%x %08x x0=%d".formatted(pc - BASE, word, at.x[0]));
            }
        };
        cpu.interpreter.run(3);
        assertEquals(List.of("0 d2800020 x0=0", "4 d2800040 x0=1", "8 14000000 x0=2"), seen);
    }
}
