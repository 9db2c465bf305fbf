package splitvisor.cpu.hosted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static splitvisor.cpu.sysreg.SysReg.ELR_EL1;
import static splitvisor.cpu.sysreg.SysReg.ELR_EL2;
import static splitvisor.cpu.sysreg.SysReg.ESR_EL1;
import static splitvisor.cpu.sysreg.SysReg.ESR_EL2;
import static splitvisor.cpu.sysreg.SysReg.HCR_EL2;
import static splitvisor.cpu.sysreg.SysReg.SPSR_EL1;
import static splitvisor.cpu.sysreg.SysReg.SPSR_EL2;
import static splitvisor.cpu.sysreg.SysReg.TTBR0_EL1;
import static splitvisor.cpu.sysreg.SysReg.TTBR0_EL2;
import static splitvisor.cpu.sysreg.SysReg.VBAR_EL1;
import static splitvisor.cpu.sysreg.SysReg.VBAR_EL2;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.Profiles;
import splitvisor.cpu.cost.Event;
import splitvisor.cpu.isa.Assembler;
import splitvisor.cpu.memory.PhysicalMemory;
import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.SysReg;

class HostedCpuTest {

    private static final long RAM = 0x4000_0000L;
    private static final long KERNEL = RAM + 0x1000;
    private static final long HYP = RAM + 0x2000;
    private static final long GUEST_EXIT = RAM + 0x3000;
    private static final long GUEST = RAM + 0x8000;
    private static final long EL1H = 0x3c5;

    private record Plain(String symbol, int length) implements CodePath {
        @Override
        public int instructions(boolean e2h) {
            return length;
        }
    }

    private final HostedTexts texts = new HostedTexts();
    private final PhysicalMemory memory = new PhysicalMemory(RAM, 0x1_0000);
    private final Cpu pe = new Cpu(0, memory, texts, Profiles.flat(1_000_000_000, 1_000_000));
    private final HostedCpu cpu = new HostedCpu(pe);
    private final List<String> handled = new ArrayList<>();

    @BeforeEach
    void vectorsAtBothLevels() {
        texts.register(KERNEL, (HostedVector.Handler) offset -> skip(offset, ESR_EL1, ELR_EL1));
        texts.register(HYP, (HostedVector.Handler) offset -> skip(offset, ESR_EL2, ELR_EL2));
        texts.register(GUEST_EXIT, new HostedVector.Landing() {});
        pe.pc = KERNEL + HostedTexts.ENTRY;
        cpu.msr(HCR_EL2, Hcr.RW);
        cpu.msr(VBAR_EL2, HYP);
        cpu.msr(VBAR_EL1, KERNEL);
    }

    /// Writes down what arrived, and goes back past what caused it.
    private void skip(int offset, SysReg esr, SysReg elr) {
        long syndrome = pe.sys[esr.ordinal()];
        int ec = Ec.of(syndrome);
        handled.add("EL%d+%x %s".formatted(pe.el, offset, Ec.name(ec)));
        if (ec != Ec.HVC64 && ec != Ec.SVC64) {
            cpu.msr(elr, cpu.mrs(elr) + 4);
        }
        cpu.eret();
    }

    private void dropToEl1() {
        cpu.msr(SPSR_EL2, EL1H);
        cpu.msr(ELR_EL2, KERNEL + HostedTexts.ENTRY);
        cpu.eret();
    }

    @Test
    void aHostAtEl1ThatTouchesAnEl2RegisterTakesAnUndefinedInstructionException() {
        dropToEl1();
        cpu.mrs(TTBR0_EL2);
        cpu.msr(HCR_EL2, 0);
        assertEquals(List.of("EL1+200 UNKNOWN", "EL1+200 UNKNOWN"), handled);
        assertEquals(Hcr.RW, pe.sys[HCR_EL2.ordinal()]);
        assertEquals(1, pe.el);
    }

    @Test
    void writeToTtbr0El1AtEl2WithE2hLandsInTtbr0El2() {
        cpu.msr(HCR_EL2, Hcr.RW | Hcr.E2H);
        cpu.msr(TTBR0_EL1, 0x1000);
        assertEquals(0x1000, pe.sys[TTBR0_EL2.ordinal()]);
        assertEquals(0x1000, cpu.mrs(TTBR0_EL1));
    }

    @Test
    void el12NamesReachEl1sRegistersWithE2h() {
        cpu.msr(HCR_EL2, Hcr.RW | Hcr.E2H);
        cpu.msr(TTBR0_EL1.el12(), 0x2000);
        assertEquals(0x2000, pe.sys[TTBR0_EL1.ordinal()]);
    }

    @Test
    void el12NamesAreUndefinedWithoutE2h() {
        cpu.mrs(TTBR0_EL1.el12());
        assertEquals(List.of("EL2+200 UNKNOWN"), handled);
    }

    @Test
    void anHvcRunsEl2sHandlerAndComesBack() {
        dropToEl1();
        cpu.hvc(7);
        assertEquals(List.of("EL2+400 HVC64"), handled);
        assertEquals(1, pe.el);
        assertEquals(KERNEL + HostedTexts.ENTRY, pe.pc);
    }

    @Test
    void machineCodeRunsUntilAnExceptionArrivesAtALanding() {
        memory.load(GUEST, Assembler.assemble("mov x0, #5\n hvc #1", GUEST).bytes());
        cpu.msr(VBAR_EL2, GUEST_EXIT);
        cpu.msr(SPSR_EL2, EL1H);
        cpu.msr(ELR_EL2, GUEST);
        cpu.eret();
        assertEquals(0x400, cpu.resume());
        assertEquals(5, cpu.x(0));
        assertEquals(GUEST + 8, cpu.mrs(ELR_EL2));
    }

    @Test
    void hostedTextIsCodeOnlyWhereTheTranslationReachesIt() {
        cpu.msr(VBAR_EL2, RAM + 0x5000); // ordinary memory
        HostedProgramException e = assertThrows(HostedProgramException.class, () -> cpu.hvc(0));
        assertTrue(e.getMessage().contains("0x40005200"), e.getMessage());
    }

    @Test
    void aPathCostsItsInstructionsWhateverIsExecutedInIt() {
        long before = pe.instructions;
        cpu.path(new Plain("f", 20));
        cpu.isb();
        cpu.mrs(ESR_EL2);
        cpu.path(new Plain("g", 5));
        assertEquals(20, pe.instructions - before);
        cpu.hvc(0); // leaves g: its last instruction
        long handler = 1; // the ERET of the handler
        assertEquals(25 + handler, pe.instructions - before);
    }

    @Test
    void aHandlersInstructionsAreNotThePathsThatWasInterrupted() {
        cpu.path(new Plain("f", 20));
        long before = pe.instructions;
        cpu.mrs(TTBR0_EL1.el12()); // undefined: the handler executes three instructions
        cpu.path(new Plain("g", 1));
        assertEquals(20 + 3, pe.instructions - before);
    }

    @Test
    void registerPairsAreCountedAndMoveTheirValues() {
        cpu.mov(3, 33);
        cpu.mov(4, 44);
        cpu.stp(3, 4, RAM + 0x100);
        cpu.ldp(5, 6, RAM + 0x100);
        assertEquals(33, cpu.x(5));
        assertEquals(44, cpu.x(6));
        assertEquals(1, pe.ledger.snapshot().of(Event.STORE_PAIR_GP));
        assertEquals(1, pe.ledger.snapshot().of(Event.LOAD_PAIR_GP));
    }

    @Test
    void spsrOfAnExceptionFromHostedCodeIsItsPstate() {
        dropToEl1();
        cpu.hvc(0);
        assertEquals(EL1H, pe.sys[SPSR_EL2.ordinal()]);
        cpu.mrs(TTBR0_EL2);
        assertEquals(EL1H, pe.sys[SPSR_EL1.ordinal()]);
    }
}
