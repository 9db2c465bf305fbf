package splitvisor.cpu.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.Firmware;
import splitvisor.cpu.Profiles;
import splitvisor.cpu.cost.Counts;
import splitvisor.cpu.cost.Event;
import splitvisor.cpu.hosted.HostedTexts;
import splitvisor.cpu.memory.PhysicalMemory;
import splitvisor.cpu.observe.Observer;
import splitvisor.cpu.sysreg.SysReg;

class SystemInstructionsTest {

    private static final long RAM = 0x4000_0000L;
    private static final long VECTORS_EL1 = RAM + 0x8000;
    private static final long VECTORS_EL2 = RAM + 0x9000;
    private static final String RW = "80000000";

    private final PhysicalMemory memory = new PhysicalMemory(RAM, 0x10000);
    private final Cpu cpu = new Cpu(0, memory, new HostedTexts(), Profiles.flat(1, 1));

    private void start(int el, String hcr, String assembly) {
        memory.load(RAM, Assembler.assemble(assembly, RAM).bytes());
        cpu.sys[SysReg.VBAR_EL1.ordinal()] = VECTORS_EL1;
        cpu.sys[SysReg.VBAR_EL2.ordinal()] = VECTORS_EL2;
        cpu.sys[SysReg.SCTLR_EL1.ordinal()] = 0;
        cpu.sys[SysReg.SCTLR_EL2.ordinal()] = 0;
        cpu.sys[SysReg.HCR_EL2.ordinal()] = Long.parseUnsignedLong(hcr, 16);
        cpu.el = el;
        cpu.pc = RAM;
        cpu.regimeChanged();
    }

    /// "EL2 EC ISS +return", or the PC reached without an exception.
    private String outcome() {
        cpu.interpreter.run(1);
        boolean toEl1 = (cpu.pc & -0x800) == VECTORS_EL1;
        if (!toEl1 && (cpu.pc & -0x800) != VECTORS_EL2) {
            return "+%d".formatted(cpu.pc - RAM);
        }
        long esr = cpu.sys[(toEl1 ? SysReg.ESR_EL1 : SysReg.ESR_EL2).ordinal()];
        long elr = cpu.sys[(toEl1 ? SysReg.ELR_EL1 : SysReg.ELR_EL2).ordinal()];
        return "EL%d %x %x +%d".formatted(toEl1 ? 1 : 2, Ec.of(esr), esr & 0x1ffffff, elr - RAM);
    }

    /// HCR_EL2: RW is bit 31, HCD 29, TGE 27, TSC 19, TWE 14, TWI 13, E2H 34.
    @ParameterizedTest
    @CsvSource({
        "0, 80000000, svc #0x1234, EL1 15 1234 +4",
        "0, 88000000, svc #1, EL2 15 1 +4",
        "1, 80000000, svc #1, EL1 15 1 +4",
        "2, 80000000, svc #1, EL2 15 1 +4",
        "0, 80000000, hvc #1, EL1 0 0 +0",
        "1, 80000000, hvc #0xffff, EL2 16 ffff +4",
        "2, 80000000, hvc #1, EL2 16 1 +4",
        "1, a0000000, hvc #1, EL1 0 0 +0",
        "2, a0000000, hvc #1, EL2 0 0 +0",
        "1, 80000000, smc #1, EL1 0 0 +0",
        "1, 80080000, smc #7, EL2 17 7 +0",
        "0, 80080000, smc #7, EL1 0 0 +0",
        "2, 80080000, smc #7, EL2 0 0 +0",
        "1, 80000000, brk #0xf000, EL1 3c f000 +0",
        "0, 88000000, brk #1, EL2 3c 1 +0",
        "2, 80000000, brk #1, EL2 3c 1 +0",
        "1, 80000000, hlt #1, EL1 0 0 +0",
        "1, 80000000, udf #1, EL1 0 0 +0",
        "0, 80000000, eret, EL1 0 0 +0",
        "1, 80002000, wfi, EL2 1 1e00000 +0",
        "1, 80004000, wfe, EL2 1 1e00001 +0",
        "0, 80006000, wfi, EL1 1 1e00000 +0",
        "0, 80000000, wfe, EL1 1 1e00001 +0",
        "0, 488006000, wfi, EL2 1 1e00000 +0",
        "2, 80006000, wfi, +4",
        "1, 80000000, nop, +4",
        "1, 80000000, yield, +4",
        "1, 80000000, hint #127, +4",
        "1, 80000000, dsb nsh, +4",
        "0, 80000000, isb, +4",
    })
    void exceptionsGoWhereTheyShould(int el, String hcr, String assembly, String expected) {
        start(el, hcr, assembly);
        assertEquals(expected, outcome());
    }

    @Test
    void breakpointInstructionGoesToEl2WhenThatDebugsTheGuest() {
        start(1, RW, "brk #2");
        cpu.sys[SysReg.MDCR_EL2.ordinal()] = 1 << 8;
        assertEquals("EL2 3c 2 +0", outcome());
    }

    @Test
    void waitingAtEl0NeedsPermissionOfTheControlInCharge() {
        start(0, RW, "wfi");
        cpu.sys[SysReg.SCTLR_EL1.ordinal()] = 1 << 16;
        assertEquals("+4", outcome());
        assertTrue(cpu.waiting);
        cpu.waiting = false;
        start(0, "480002000", "wfi"); // E2H without TGE: EL1's SCTLR allows, HCR_EL2.TWI does not
        cpu.sys[SysReg.SCTLR_EL1.ordinal()] = 1 << 16;
        assertEquals("EL2 1 1e00000 +0", outcome());
    }

    @Test
    void waitEndsTheRunUntilTheInterruptComes() {
        start(2, RW, "wfi\nnop\nnop");
        assertEquals(1, cpu.interpreter.run(3));
        assertEquals(0, cpu.interpreter.run(3));
        cpu.waiting = false;
        cpu.requestStop();
        assertEquals(0, cpu.interpreter.run(3));
        assertEquals(2, cpu.interpreter.run(2));
    }

    @Test
    void waitFallsThroughWhenAnInterruptIsPendingEvenIfTrapped() {
        start(1, "80002000", "wfi");
        cpu.interruptLines(true, false, false, false);
        assertEquals("+4", outcome());
        assertFalse(cpu.waiting);
    }

    @Test
    void eventRegisterMakesWfeFallThroughOnce() {
        start(1, "80004000", "sevl\nwfe\nwfe");
        assertEquals("+4", outcome());
        assertEquals("+8", outcome());
        assertEquals("EL2 1 1e00001 +8", outcome());
    }

    @Test
    void sevReachesEveryPe() {
        Cpu other = new Cpu(1, memory, new HostedTexts(), Profiles.flat(1, 1));
        cpu.peers = new Cpu[] {cpu, other};
        start(1, RW, "sev");
        outcome();
        assertTrue(cpu.event && other.event);
    }

    @Test
    void lossOfTheExclusivesMonitorEndsWfe() {
        start(2, RW, "ldxr x0, [x1]\nwfe");
        cpu.x[1] = RAM + 0x1000;
        cpu.event = false;
        cpu.interpreter.run(2);
        assertTrue(cpu.waiting);
        assertFalse(cpu.wakes());
        memory.writeRam(RAM + 0x1000, 3, 1); // as another PE does
        assertTrue(cpu.wakes());
        assertFalse(cpu.monitor.isMarked());
    }

    @Test
    void wfeAfterTheLossFallsThrough() {
        start(2, RW, "ldxr x0, [x1]\nwfe");
        cpu.x[1] = RAM + 0x1000;
        cpu.event = false;
        cpu.interpreter.run(1);
        memory.writeRam(RAM + 0x1000, 3, 1);
        cpu.interpreter.run(1);
        assertFalse(cpu.waiting);
    }

    @Test
    void smcAsksTheFirmwareWithoutEl3() {
        List<Integer> calls = new ArrayList<>();
        cpu.firmware = new Firmware() {
            @Override
            public boolean smc(Cpu caller, int imm) {
                calls.add(imm);
                return imm == 0;
            }

            @Override
            public boolean hvc(Cpu caller, int imm) {
                return false;
            }
        };
        start(2, RW, "smc #0");
        assertEquals("+4", outcome());
        start(2, RW, "smc #1");
        assertEquals("EL2 0 0 +0", outcome());
        start(0, RW, "smc #0");
        assertEquals("EL1 0 0 +0", outcome());
        assertEquals(List.of(0, 1), calls);
    }

    @Test
    void barriersAreCountedAndTold() {
        List<String> told = new ArrayList<>();
        cpu.observer = new Observer() {
            @Override
            public void operation(Cpu at, String assembly) {
                told.add(assembly);
            }
        };
        start(1, RW, "isb\ndsb sy\ndsb nshst\ndmb ishld\nhvc #3");
        cpu.interpreter.run(5);
        Counts counts = cpu.ledger.snapshot();
        assertEquals(1, counts.of(Event.ISB));
        assertEquals(2, counts.of(Event.DSB));
        assertEquals(1, counts.of(Event.DMB));
        assertEquals(List.of("isb", "dsb sy", "dsb nshst", "dmb ishld", "hvc #0x3"), told);
    }

    @Test
    void eretClearsTheExclusivesMonitor() {
        start(2, RW, "ldxr x0, [x1]\neret");
        cpu.x[1] = RAM + 0x1000;
        cpu.sys[SysReg.SPSR_EL2.ordinal()] = 0x3c9;
        cpu.sys[SysReg.ELR_EL2.ordinal()] = RAM + 0x100;
        cpu.interpreter.run(1);
        assertTrue(cpu.monitor.isMarked());
        cpu.interpreter.run(1);
        assertFalse(cpu.monitor.isMarked());
        assertEquals(RAM + 0x100, cpu.pc);
    }

    @Test
    void mrsAndMsrReachTheRegister() {
        start(2, RW, "msr tpidr_el2, x0\nmrs x1, tpidr_el2\nmrs xzr, tpidr_el2");
        cpu.x[0] = 0x1234;
        cpu.interpreter.run(3);
        assertEquals(0x1234, cpu.x[1]);
        assertEquals(0, cpu.x[31]);
    }
}
