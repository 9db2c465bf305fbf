package splitvisor.cpu.pmu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.Profiles;
import splitvisor.cpu.hosted.HostedTexts;
import splitvisor.cpu.isa.Assembler;
import splitvisor.cpu.memory.PhysicalMemory;
import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.Mdcr;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.cpu.timer.TimeLine;

class PmuTest {

    private static final long RAM = 0x4000_0000L;
    private static final int CYCLES = 31;
    private static final long LONG_CYCLES = 64;

    private final PhysicalMemory memory = new PhysicalMemory(RAM, 0x10000);
    private final Cpu cpu = new Cpu(0, memory, new HostedTexts(), Profiles.flat(1, 1));
    private boolean line;
    private long roseAt;

    @Test
    void instructionsRetiredAreCountedExactly() {
        at(1);
        counter(0, PmuEvent.INST_RETIRED.number);
        start(1);
        execute("nop\n".repeat(10));
        assertEquals(10, read(SysReg.PMEVCNTR0_EL0));
        write(SysReg.PMSELR_EL0, 0);
        assertEquals(10, read(SysReg.PMXEVCNTR_EL0)); // host-side accesses are no instructions
    }

    @Test
    void cyclesAreThoseOfTheCostProfile() {
        at(1);
        write(SysReg.PMCR_EL0, LONG_CYCLES);
        start(1L << CYCLES);
        long before = cpu.centicycles();
        execute("nop\n".repeat(7) + "mrs x0, tpidr_el1");
        assertEquals((cpu.centicycles() - before) / 100, read(SysReg.PMCCNTR_EL0) - 1, 1);
    }

    @Test
    void el2IsNotCountedUnlessAskedFor() {
        at(2);
        counter(0, PmuEvent.INST_RETIRED.number);
        counter(1, PmuEvent.INST_RETIRED.number | 1L << 27);
        start(3);
        execute("nop\n".repeat(5));
        assertEquals(0, read(SysReg.PMEVCNTR0_EL0));
        assertEquals(5, read(SysReg.PMEVCNTR1_EL0));
    }

    @Test
    void countsBelongToTheLevelThatMadeThem() {
        at(2);
        counter(0, PmuEvent.INST_RETIRED.number | 1L << 30); // not EL0
        counter(1, PmuEvent.INST_RETIRED.number | 1L << 31); // not EL1
        counter(2, PmuEvent.EXC_TAKEN.number);
        start(7);
        cpu.sys[SysReg.VBAR_EL1.ordinal()] = RAM + 0x8000;
        place(RAM + 0x8400, "nop\nnop\nnop");
        at(0);
        place(RAM, "nop\nnop\nsvc #0");
        cpu.pc = RAM;
        cpu.next = RAM;
        cpu.interpreter.run(6);
        at(2);
        assertEquals(3, read(SysReg.PMEVCNTR0_EL0));
        assertEquals(3, read(SysReg.PMEVCNTR1_EL0));
        assertEquals(1, read(SysReg.PMEVCNTR2_EL0));
    }

    @Test
    void loadsAndStoresAreMemoryAccesses() {
        at(1);
        counter(0, PmuEvent.LD_RETIRED.number);
        counter(1, PmuEvent.ST_RETIRED.number);
        counter(2, PmuEvent.MEM_ACCESS.number);
        start(7);
        cpu.x[1] = RAM + 0x1000;
        execute("ldr x0, [x1]\nstr x0, [x1]\nldrb w0, [x1, #8]\nadd x0, x0, #1");
        assertEquals(2, read(SysReg.PMEVCNTR0_EL0));
        assertEquals(1, read(SysReg.PMEVCNTR1_EL0));
        assertEquals(3, read(SysReg.PMEVCNTR2_EL0));
        assertEquals(1 << 0x13, read(SysReg.PMCEID0_EL0) & 1 << 0x13);
    }

    @Test
    void overflowSetsItsBitAndChainsIntoTheNextCounter() {
        at(1);
        counter(2, PmuEvent.INST_RETIRED.number);
        counter(3, PmuEvent.CHAIN.number);
        write(SysReg.PMEVCNTR2_EL0, 0xffff_fffdL);
        start(0xc);
        execute("nop\n".repeat(5));
        assertEquals(2, read(SysReg.PMEVCNTR2_EL0));
        assertEquals(1, read(SysReg.PMEVCNTR3_EL0));
        assertEquals(4, read(SysReg.PMOVSCLR_EL0));
        write(SysReg.PMOVSCLR_EL0, 4);
        assertEquals(0, read(SysReg.PMOVSSET_EL0));
    }

    @Test
    void softwareIncrementsCountByBit() {
        at(1);
        counter(0, PmuEvent.SW_INCR.number);
        counter(1, PmuEvent.SW_INCR.number);
        start(3);
        write(SysReg.PMSWINC_EL0, 1);
        write(SysReg.PMSWINC_EL0, 3);
        assertEquals(2, read(SysReg.PMEVCNTR0_EL0));
        assertEquals(1, read(SysReg.PMEVCNTR1_EL0));
    }

    @Test
    void overflowInterruptRisesWhenTheTimeLineGetsThere() {
        cpu.pmu.connect(asserted -> rise(asserted));
        TimeLine timeLine = new TimeLine(100);
        timeLine.add(cpu);
        timeLine.add(cpu.pmu);
        at(1);
        counter(0, PmuEvent.INST_RETIRED.number);
        write(SysReg.PMEVCNTR0_EL0, 0x1_0000_0000L - 100);
        write(SysReg.PMINTENSET_EL1, 1);
        place(RAM, "nop\n".repeat(400) + "b .");
        cpu.pc = RAM;
        cpu.next = RAM;
        start(1);
        timeLine.limit(500);
        timeLine.run();
        assertEquals(100, roseAt);
        assertTrue(line);
        write(SysReg.PMOVSCLR_EL0, 1);
        assertFalse(line);
    }

    @Test
    void el1SeesOnlyTheCountersBelowHpmn() {
        at(2);
        cpu.registers.write(SysReg.MDCR_EL2.encoding(), 0, 4 | Mdcr.HPME);
        counter(5, PmuEvent.INST_RETIRED.number | 1L << 27);
        write(SysReg.PMCNTENSET_EL0, 1 << 5);
        execute("nop\n".repeat(3));
        assertEquals(3, read(SysReg.PMEVCNTR5_EL0)); // runs by HPME, PMCR_EL0.E is 0
        assertEquals(6, read(SysReg.PMCR_EL0) >> 11 & 31);
        at(1);
        assertEquals(4, read(SysReg.PMCR_EL0) >> 11 & 31);
        assertEquals(0, read(SysReg.PMEVCNTR5_EL0));
        assertEquals(0, read(SysReg.PMCNTENSET_EL0));
    }

    @Test
    void overflowInterruptsOfEl2sCountersNeedHpme() {
        cpu.pmu.connect(asserted -> rise(asserted));
        at(2);
        cpu.registers.write(SysReg.MDCR_EL2.encoding(), 0, 4 | Mdcr.HPME);
        write(SysReg.PMINTENSET_EL1, 0x28);
        write(SysReg.PMOVSSET_EL0, 1 << 5);
        assertTrue(line); // PMCR_EL0.E is 0
        cpu.registers.write(SysReg.MDCR_EL2.encoding(), 0, 4);
        assertFalse(line);
        write(SysReg.PMCR_EL0, 1);
        assertFalse(line);
        write(SysReg.PMOVSSET_EL0, 1 << 3);
        assertTrue(line); // counter 3 is below HPMN
    }

    @Test
    void resetBitsClearTheCounters() {
        at(1);
        write(SysReg.PMEVCNTR0_EL0, 5);
        write(SysReg.PMCCNTR_EL0, 7);
        write(SysReg.PMCR_EL0, 2);
        assertEquals(0, read(SysReg.PMEVCNTR0_EL0));
        assertEquals(7, read(SysReg.PMCCNTR_EL0));
        write(SysReg.PMCR_EL0, 4);
        assertEquals(0, read(SysReg.PMCCNTR_EL0));
    }

    private void rise(boolean asserted) {
        if (asserted && !line) {
            roseAt = cpu.instructions;
        }
        line = asserted;
    }

    private void counter(int n, long type) {
        write(SysReg.PMSELR_EL0, n);
        write(SysReg.PMXEVTYPER_EL0, type);
        write(SysReg.PMXEVCNTR_EL0, 0);
    }

    /// Enables the given counters and the PMU, at EL1 as at EL2.
    private void start(long counters) {
        write(SysReg.PMCNTENSET_EL0, counters);
        write(SysReg.PMCR_EL0, read(SysReg.PMCR_EL0) | 1);
    }

    private void execute(String source) {
        int count = place(RAM, source);
        cpu.pc = RAM;
        cpu.next = RAM;
        cpu.interpreter.run(count);
    }

    private int place(long address, String source) {
        int[] words = Assembler.assemble(source, address).words();
        for (int i = 0; i < words.length; i++) {
            memory.writeRam(address + 4L * i, 2, words[i] & 0xffff_ffffL);
        }
        return words.length;
    }

    private void at(int el) {
        cpu.sys[SysReg.HCR_EL2.ordinal()] = Hcr.RW;
        cpu.el = el;
        cpu.spSel = el > 0;
        cpu.regimeChanged();
    }

    private long read(SysReg register) {
        return cpu.registers.read(register.encoding(), 0);
    }

    private void write(SysReg register, long value) {
        cpu.registers.write(register.encoding(), 0, value);
    }
}
