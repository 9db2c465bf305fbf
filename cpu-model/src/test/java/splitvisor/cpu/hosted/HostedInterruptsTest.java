package splitvisor.cpu.hosted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import splitvisor.cpu.Profiles;
import splitvisor.cpu.board.Machine;
import splitvisor.cpu.isa.Assembler;
import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.cpu.timer.Exit;

/// Hosted software on a machine's time line: interrupts, waiting, stacks and several PEs. It runs at EL2 and takes
/// its interrupts there.
class HostedInterruptsTest {

    private static final long RAM = 0x4000_0000L;
    private static final long TEXT = RAM + 0x1000;
    private static final long GUEST = RAM + 0x8000;
    private static final long EL1H = 0x5;
    private static final int ALL = 0xf;
    private static final long CNTHP_PPI = 1 << 26;
    private static final long GICR_SGI_FRAME = 0x080b_0000L;

    private final Machine machine =
            new Machine(
                    Profiles.flat(1_000_000_000, 10_000_000),
                    1 << 16,
                    new Machine.Options(2, 3, 2, OutputStream.nullOutputStream(), null));
    private final HostedCpu cpu = new HostedCpu(machine.cpu());
    private final List<String> log = new ArrayList<>();

    private Exit run(Runnable program) {
        machine.hosted.register(TEXT, (HostedVector.Handler) this::interrupt);
        cpu.cpu().pc = TEXT + HostedTexts.ENTRY;
        cpu.startsWith(0, cpu.stack("main", program));
        Exit[] exit = new Exit[1];
        Coroutine.runMain(() -> {
            exit[0] = machine.run();
            cpu.close();
        });
        return exit[0];
    }

    private void powerOff() {
        cpu.mov(0, 0x8400_0008L);
        cpu.smc(0);
    }

    private void interrupt(int offset) {
        long intid = cpu.mrs(SysReg.ICC_IAR1_EL1);
        log.add("vector %x, INTID %d".formatted(offset, intid));
        cpu.msr(SysReg.CNTHP_CTL_EL2, 0);
        cpu.msr(SysReg.ICC_EOIR1_EL1, intid);
        cpu.eret();
    }

    /// The EL2 timer interrupts in `ticks`, at 100 cycles each.
    private void armTimer(long ticks) {
        cpu.msr(SysReg.VBAR_EL2, TEXT);
        cpu.msr(SysReg.HCR_EL2, Hcr.RW | Hcr.IMO);
        cpu.str(1 << 1, 0x0800_0000L, 2);
        cpu.str(CNTHP_PPI, GICR_SGI_FRAME + 0x80, 2);
        cpu.str(CNTHP_PPI, GICR_SGI_FRAME + 0x100, 2);
        cpu.msr(SysReg.ICC_SRE_EL2, 0xf);
        cpu.msr(SysReg.ICC_PMR_EL1, 0xf0);
        cpu.msr(SysReg.ICC_IGRPEN1_EL1, 1);
        cpu.msr(SysReg.CNTHP_CVAL_EL2, cpu.mrs(SysReg.CNTPCT_EL0) + ticks);
        cpu.msr(SysReg.CNTHP_CTL_EL2, 1);
    }

    @Test
    void anInterruptIsTakenAtTheFirstContextSynchronizationAfterItCame() {
        run(() -> {
            armTimer(20);
            cpu.msr(PstateField.DAIF_CLR, ALL);
            for (int i = 0; i < 5_000; i++) {
                cpu.mov(3, i);
            }
            log.add("computed");
            cpu.isb();
            log.add("synchronized");
            powerOff();
        });
        assertEquals(List.of("computed", "vector 280, INTID 26", "synchronized"), log);
    }

    @Test
    void aMaskedInterruptWaitsUntilItIsUnmasked() {
        run(() -> {
            armTimer(1);
            for (int i = 0; i < 1_000; i++) {
                cpu.isb();
            }
            log.add("still masked");
            cpu.msr(PstateField.DAIF_CLR, ALL);
            log.add("unmasked");
            powerOff();
        });
        assertEquals(List.of("still masked", "vector 280, INTID 26", "unmasked"), log);
    }

    @Test
    void wfiSkipsTheTimeUntilTheInterruptAndReturnsThoughItIsMasked() {
        run(() -> {
            armTimer(1_000_000);
            long before = cpu.mrs(SysReg.CNTPCT_EL0);
            long executed = cpu.cpu().instructions;
            cpu.wfi();
            log.add("waited for %d ticks".formatted((cpu.mrs(SysReg.CNTPCT_EL0) - before) / 1000 * 1000));
            assertTrue(cpu.cpu().instructions - executed < 10);
            powerOff();
        });
        assertEquals(List.of("waited for 1000000 ticks"), log);
    }

    @Test
    void wfiWithNothingToComeEndsTheRun() {
        assertEquals(Exit.STUCK, run(cpu::wfi));
    }

    @Test
    void interruptsAreTakenAmidTheMachineCodeThatRunsBelow() {
        machine.memory.load(GUEST, Assembler.assemble("b .", GUEST).bytes());
        run(() -> {
            armTimer(50);
            cpu.msr(SysReg.SPSR_EL2, EL1H);
            cpu.msr(SysReg.ELR_EL2, GUEST);
            machine.hosted.register(TEXT + 0x1000, new HostedVector.Landing() {});
            cpu.msr(SysReg.VBAR_EL2, TEXT + 0x1000);
            cpu.eret();
            log.add("landed at %x".formatted(cpu.resume()));
            powerOff();
        });
        assertEquals(List.of("landed at 480"), log);
    }

    @Test
    void machineCodeBelowThatNeverComesBackMeetsTheLimit() {
        machine.memory.load(GUEST, Assembler.assemble("b .", GUEST).bytes());
        machine.timeLine.limit(100_000);
        Exit exit = run(() -> {
            cpu.msr(SysReg.SPSR_EL2, EL1H);
            cpu.msr(SysReg.ELR_EL2, GUEST);
            cpu.eret();
            cpu.resume();
        });
        assertEquals(Exit.LIMIT, exit);
        assertEquals(100_000, machine.cpu().instructions);
    }

    @Test
    void aStackThatWasSwitchedAwayGoesOnWhereItIsSwitchedTo() {
        Coroutine[] stacks = new Coroutine[2];
        stacks[1] = cpu.stack("second", () -> {
            log.add("second");
            cpu.switchTo(stacks[0]);
        });
        run(() -> {
            stacks[0] = machineStack();
            log.add("first");
            cpu.switchTo(stacks[1]);
            log.add("first again");
            powerOff();
        });
        assertEquals(List.of("first", "second", "first again"), log);
    }

    /// The stack that is running: the one the machine was started with.
    private Coroutine machineStack() {
        return machine.timeLine.program(cpu.cpu());
    }

    @Test
    void pesRunSideBySideAndASecondOneBeginsWithItsOwnStack() {
        run(() -> {
            cpu.startsWith(1, cpu.stack("second", () -> {
                log.add("PE %d starts".formatted(cpu.index()));
                cpu.msr(SysReg.TPIDR_EL2, 22);
                while (true) {
                    cpu.isb();
                }
            }));
            cpu.msr(SysReg.TPIDR_EL2, 11);
            cpu.mov(0, 0xc400_0003L);
            cpu.mov(1, 1);
            cpu.mov(2, TEXT + HostedTexts.ENTRY);
            cpu.smc(0);
            for (int i = 0; i < 50_000; i++) {
                cpu.isb();
            }
            log.add("PE %d has %d".formatted(cpu.index(), cpu.mrs(SysReg.TPIDR_EL2)));
            powerOff();
        });
        assertEquals(List.of("PE 1 starts", "PE 0 has 11"), log);
        assertTrue(machine.cpus.get(1).instructions > 40_000);
    }
}
