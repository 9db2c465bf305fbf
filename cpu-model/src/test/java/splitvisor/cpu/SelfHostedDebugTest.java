package splitvisor.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import splitvisor.cpu.hosted.HostedTexts;
import splitvisor.cpu.isa.Assembler;
import splitvisor.cpu.memory.PhysicalMemory;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.cpu.observe.Observer;
import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.Mdcr;
import splitvisor.cpu.sysreg.Mdscr;
import splitvisor.cpu.sysreg.Spsr;
import splitvisor.cpu.sysreg.SysReg;

/// Software step, breakpoints and watchpoints, as Arm ARM D2.8 to D2.12 have them.
class SelfHostedDebugTest {

    private static final long RAM = 0x4000_0000L;
    private static final long DATA = RAM + 0x4000;
    private static final long STEPPED = 1 << 24;

    private final PhysicalMemory memory = new PhysicalMemory(RAM, 0x10000);
    private final Cpu cpu = new Cpu(0, memory, new HostedTexts(), Profiles.flat(1, 1));
    private final List<ExceptionRecord> taken = new ArrayList<>();

    @BeforeEach
    void unlockAndWatch() {
        set(SysReg.OSLSR_EL1, 8);
        set(SysReg.VBAR_EL1, RAM + 0x8000);
        set(SysReg.VBAR_EL2, RAM + 0x8800);
        cpu.observer =
                new Observer() {
                    @Override
                    public void exceptionTaken(Cpu at, ExceptionRecord record) {
                        taken.add(record);
                        at.requestStop();
                    }
                };
    }

    @Test
    void stepExecutesOneInstructionAndThenComesBack() {
        stepFromEl2("nop\nnop\nnop", 1);
        ExceptionRecord step = run();
        assertEquals(0x32L << 26 | 1 << 25 | STEPPED | 0x22, step.esr());
        assertEquals(2, step.toEl());
        assertEquals(RAM + 4, step.elr());
        assertEquals(0, get(SysReg.SPSR_EL2) & Spsr.SS);
    }

    @Test
    void stepOverAnExclusiveLoadSaysSo() {
        stepFromEl2("ldxr x0, [x1]\nnop", 1);
        assertEquals(STEPPED | 1 << 6 | 0x22, run().esr() & 0x1ff_ffff);
        stepFromEl2("ldr x0, [x1]\nnop", 1);
        assertEquals(STEPPED | 0x22, run().esr() & 0x1ff_ffff);
    }

    @Test
    void returnWithSsClearStepsNothing() {
        stepFromEl2("nop\nnop", 0);
        ExceptionRecord step = run();
        assertEquals(0x22, step.esr() & 0x1ff_ffff);
        assertEquals(RAM, step.elr());
    }

    @Test
    void steppedSupervisorCallIsStepOverTheCallAndAStopAtTheHandlersFirstInstruction() {
        stepFromEl2("svc #7\nnop", 1);
        ExceptionRecord call = run();
        assertEquals(0x15L << 26 | 1 << 25 | 7, call.esr());
        assertEquals(0, get(SysReg.SPSR_EL1) & Spsr.SS);
        ExceptionRecord step = run(); // EL2 debugs EL1 as well
        assertEquals(0x22, step.esr() & 0x1ff_ffff);
        assertEquals(RAM + 0x8000 + 0x200, step.elr());
    }

    @Test
    void instructionThatFaultsIsSteppedAgainAfterTheReturn() {
        stepFromEl2("udf #0\nnop", 1);
        assertEquals(0, Ec.of(run().esr()));
        assertEquals(Spsr.SS, get(SysReg.SPSR_EL1) & Spsr.SS);
    }

    @Test
    void lockedOsLockDisablesDebugExceptions() {
        stepFromEl2("nop\nnop\nsvc #1", 1);
        cpu.registers.write(SysReg.OSLAR_EL1.encoding(), 0, 1);
        cpu.interpreter.run(1); // ERET
        assertEquals(0x15, Ec.of(run().esr()));
    }

    @Test
    void el1StepsEl0ButItselfOnlyWithKde() {
        program("nop\nnop\nsvc #1");
        set(SysReg.MDSCR_EL1, Mdscr.SS);
        start(0, 0xf);
        cpu.ss = true;
        ExceptionRecord step = run();
        assertEquals(0x32, Ec.of(step.esr()));
        assertEquals(1, step.toEl());
        start(1, 0);
        assertEquals(0x15, Ec.of(run().esr()));
        set(SysReg.MDSCR_EL1, Mdscr.SS | Mdscr.KDE);
        start(1, 8);
        assertEquals(0x15, Ec.of(run().esr())); // PSTATE.D
        start(1, 0);
        assertEquals(0x33, Ec.of(run().esr()));
    }

    @Test
    void breakpointFiresBeforeItsInstruction() {
        program("nop\nadd x5, x5, #1\nsvc #1");
        set(SysReg.MDSCR_EL1, Mdscr.MDE | Mdscr.KDE);
        set(SysReg.DBGBVR3_EL1, RAM + 4);
        set(SysReg.DBGBCR3_EL1, 0x1e0 | 3 << 1 | 1);
        start(1, 0);
        ExceptionRecord hit = run();
        assertEquals(0x31L << 26 | 1 << 25 | 0x22, hit.esr());
        assertEquals(RAM + 4, hit.elr());
        assertEquals(0, cpu.x[5]);
        start(0, 0xf);
        assertEquals(0x30, Ec.of(run().esr()));
        set(SysReg.MDCR_EL2, Mdcr.TDE);
        start(1, 0xf);
        assertEquals(2, run().toEl());
    }

    @Test
    void breakpointOfTheOtherLevelDoesNotFire() {
        program("nop\nnop\nsvc #1");
        set(SysReg.MDSCR_EL1, Mdscr.MDE | Mdscr.KDE);
        set(SysReg.DBGBVR0_EL1, RAM + 4);
        set(SysReg.DBGBCR0_EL1, 0x1e0 | 2 << 1 | 1); // EL0 only
        start(1, 0);
        assertEquals(0x15, Ec.of(run().esr()));
    }

    @Test
    void misalignedPcComesBeforeItsBreakpoint() {
        program("br x3\nnop\nsvc #1");
        set(SysReg.MDSCR_EL1, Mdscr.MDE | Mdscr.KDE);
        set(SysReg.DBGBVR0_EL1, RAM + 4);
        set(SysReg.DBGBCR0_EL1, 0x1e0 | 3 << 1 | 1);
        start(1, 0);
        cpu.x[3] = RAM + 6;
        ExceptionRecord misaligned = run();
        assertEquals(Ec.PC_ALIGN, Ec.of(misaligned.esr()));
        assertEquals(RAM + 6, misaligned.elr());
    }

    @Test
    void breakpointLinkedToAContextFiresInThatContextOnly() {
        program("nop\nnop\nsvc #1");
        set(SysReg.MDSCR_EL1, Mdscr.MDE | Mdscr.KDE);
        set(SysReg.DBGBVR0_EL1, RAM + 4);
        set(SysReg.DBGBCR0_EL1, 0x1e0 | 1 << 20 | 5 << 16 | 3 << 1 | 1);
        cpu.registers.write(SysReg.DBGBVR5_EL1.encoding(), 0, 0x77);
        set(SysReg.DBGBCR5_EL1, 0x1e0 | 3 << 20 | 3 << 1 | 1);
        set(SysReg.CONTEXTIDR_EL1, 0x66);
        start(1, 0);
        assertEquals(0x15, Ec.of(run().esr()));
        set(SysReg.CONTEXTIDR_EL1, 0x77);
        start(1, 0);
        assertEquals(0x31, Ec.of(run().esr()));
    }

    @Test
    void watchpointReportsTheAccessAndLetsNothingThrough() {
        program("mov x2, #9\nstr x2, [x1, #8]\nsvc #1");
        watch(DATA + 8, 2, 0xff);
        start(1, 0);
        ExceptionRecord hit = run();
        assertEquals(0x35L << 26 | 1 << 25 | 1 << 6 | 0x22, hit.esr());
        assertEquals(DATA + 8, hit.far());
        assertEquals(RAM + 4, hit.elr());
        assertEquals(0, memory.readRam(DATA + 8, 3));
    }

    @Test
    void watchpointForStoresIgnoresLoadsAndOtherBytes() {
        program("ldr x2, [x1, #8]\nstrb w2, [x1, #8]\nldr x2, [x1, #8]\nstrb w2, [x1, #13]\nsvc #1");
        watch(DATA + 8, 2, 0x20);
        start(1, 0);
        ExceptionRecord hit = run();
        assertEquals(DATA + 13, hit.far());
        assertEquals(RAM + 12, hit.elr());
    }

    @Test
    void watchpointWithAMaskCoversItsRangeAfterTheTlbIsWarm() {
        program("ldr x2, [x1, #0x3f8]\nldr x2, [x1, #0x7f8]\nldr x2, [x1, #0x400]\nsvc #1");
        watch(DATA + 0x400, 1, 0xff);
        set(SysReg.DBGWCR0_EL1, get(SysReg.DBGWCR0_EL1) | 9 << 24); // 512 bytes
        start(1, 0);
        ExceptionRecord hit = run();
        assertEquals(RAM + 8, hit.elr());
        assertEquals(DATA + 0x400, hit.far());
    }

    @Test
    void watchpointIsNotMissedAfterExecutionEnteredAnotherPage() {
        program("ldr x2, [x1]\nb 1f\n.balign 4096\n1: ldr x2, [x1, #8]\nsvc #1");
        watch(DATA + 8, 1, 0xff);
        start(1, 0);
        assertEquals(DATA + 8, run().far());
    }

    @Test
    void dcZvaIsAStoreOfItsWholeBlock() {
        normalMemory(0); // which DC ZVA needs
        watch(DATA + 0x38, 2, 0xff);
        program("dc zva, x1\nsvc #1");
        start(1, 0);
        ExceptionRecord hit = run();
        assertEquals(0x35L << 26 | 1 << 25 | 1 << 6 | 0x22, hit.esr());
    }

    @Test
    void dcIvacIsAStoreOfItsWholeLineAndTheOthersAreNone() {
        watch(DATA + 0x38, 2, 0xff);
        program("dc cvac, x1\ndc civac, x1\ndc ivac, x1\nsvc #1");
        start(1, 0);
        cpu.x[1] = DATA + 4;
        ExceptionRecord hit = run();
        assertEquals(0x35L << 26 | 1 << 25 | 1 << 8 | 1 << 6 | 0x22, hit.esr());
        assertEquals(RAM + 8, hit.elr());
        assertEquals(DATA + 4, hit.far());
    }

    @Test
    void anAtomicThatMayNotWriteAbortsBeforeTheWatchpointOfItsRead() {
        for (String atomic : new String[] {"ldadd x2, x3, [x1]", "cas x2, x3, [x1]", "casp x2, x3, x4, x5, [x1]"}) {
            normalMemory(1 << 7); // read-only
            watch(DATA, 1, 0xff);
            program(atomic + "\nsvc #1");
            start(1, 0);
            assertEquals(0x25L << 26 | 1 << 25 | 1 << 6 | 0xd, run().esr());
        }
    }

    @Test
    void disarmedWatchpointLeavesTheFastPathAlone() {
        assertFalse(cpu.exceptions.watching());
        watch(DATA, 3, 0xff);
        assertTrue(cpu.exceptions.watching());
        set(SysReg.MDSCR_EL1, 0);
        assertFalse(cpu.exceptions.watching());
    }

    /// Stage 1 with all RAM as one block of Normal memory.
    private void normalMemory(long permissions) {
        memory.writeRam(RAM + 0x3008, 3, RAM | 0x401 | permissions);
        set(SysReg.TTBR0_EL1, RAM + 0x3000);
        set(SysReg.MAIR_EL1, 0xff);
        set(SysReg.TCR_EL1, 5L << 32 | 1 << 23 | 25);
        set(SysReg.SCTLR_EL1, get(SysReg.SCTLR_EL1) | 1);
    }

    private void watch(long va, int kind, int bytes) {
        set(SysReg.MDSCR_EL1, Mdscr.MDE | Mdscr.KDE);
        set(SysReg.DBGWVR0_EL1, va);
        set(SysReg.DBGWCR0_EL1, bytes << 5 | kind << 3 | 3 << 1 | 1);
    }

    /// Places a program at the start of RAM and an ERET to it behind; the debugger is at EL2.
    private void stepFromEl2(String source, int ss) {
        taken.clear();
        program(source);
        write(RAM + 0x100, "eret");
        set(SysReg.MDSCR_EL1, Mdscr.SS);
        set(SysReg.MDCR_EL2, Mdcr.TDE);
        set(SysReg.SPSR_EL2, (ss != 0 ? Spsr.SS : 0) | 0x3c5);
        set(SysReg.ELR_EL2, RAM);
        start(2, 0xf);
        cpu.pc = RAM + 0x100;
        cpu.next = cpu.pc;
    }

    private void program(String source) {
        write(RAM, source);
        cpu.registers.sys(splitvisor.cpu.sysreg.SysOp.IC_IALLU.encoding(), 31, 0);
    }

    private void write(long address, String source) {
        int[] words = Assembler.assemble(source, address).words();
        for (int i = 0; i < words.length; i++) {
            memory.writeRam(address + 4L * i, 2, words[i] & 0xffff_ffffL);
        }
    }

    private void start(int el, int daif) {
        taken.clear();
        set(SysReg.HCR_EL2, Hcr.RW);
        cpu.el = el;
        cpu.spSel = el > 0;
        cpu.daif = daif;
        cpu.ss = false;
        cpu.x[1] = DATA;
        cpu.x[5] = 0;
        cpu.pc = RAM;
        cpu.next = RAM;
        cpu.interpreter.contextChanged();
        cpu.regimeChanged();
    }

    /// Runs until the next exception.
    private ExceptionRecord run() {
        int before = taken.size();
        cpu.interpreter.run(100);
        cpu.interpreter.run(0);
        assertEquals(before + 1, taken.size());
        return taken.getLast();
    }

    private long get(SysReg register) {
        return cpu.sys[register.ordinal()];
    }

    private void set(SysReg register, long value) {
        cpu.sys[register.ordinal()] = value;
    }
}
