package splitvisor.cpu.timer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static splitvisor.cpu.sysreg.SysReg.CNTHP_CTL_EL2;
import static splitvisor.cpu.sysreg.SysReg.CNTHP_CVAL_EL2;
import static splitvisor.cpu.sysreg.SysReg.CNTHV_CTL_EL2;
import static splitvisor.cpu.sysreg.SysReg.CNTHV_CVAL_EL2;
import static splitvisor.cpu.sysreg.SysReg.CNTKCTL_EL1;
import static splitvisor.cpu.sysreg.SysReg.CNTPCT_EL0;
import static splitvisor.cpu.sysreg.SysReg.CNTP_CTL_EL0;
import static splitvisor.cpu.sysreg.SysReg.CNTP_CVAL_EL0;
import static splitvisor.cpu.sysreg.SysReg.CNTP_TVAL_EL0;
import static splitvisor.cpu.sysreg.SysReg.CNTVCT_EL0;
import static splitvisor.cpu.sysreg.SysReg.CNTVOFF_EL2;
import static splitvisor.cpu.sysreg.SysReg.CNTV_CTL_EL0;
import static splitvisor.cpu.sysreg.SysReg.CNTV_CVAL_EL0;
import static splitvisor.cpu.sysreg.SysReg.CNTV_TVAL_EL0;

import java.io.OutputStream;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.Profiles;
import splitvisor.cpu.board.Machine;
import splitvisor.cpu.sysreg.SysReg;

/// A tick is 100 cycles here, and an instruction takes one.
class GenericTimersTest {

    private final Machine machine =
            new Machine(
                    Profiles.flat(1_000_000_000, 10_000_000),
                    1 << 16,
                    Machine.Options.onePe(OutputStream.nullOutputStream()));
    private final Cpu cpu = machine.cpu();
    private final TreeSet<Integer> asserted = new TreeSet<>();
    private final GenericTimers timers =
            new GenericTimers(
                    cpu,
                    new SystemCounter(machine.profile),
                    intid -> level -> {
                        if (level) {
                            asserted.add(intid);
                        } else {
                            asserted.remove(intid);
                        }
                    });

    @Test
    void eachTimerRaisesItsOwnPpiWhenItsCompareValueIsReached() {
        SysReg[] controls = {CNTHP_CTL_EL2, CNTV_CTL_EL0, CNTHV_CTL_EL2, CNTP_CTL_EL0};
        SysReg[] compares = {CNTHP_CVAL_EL2, CNTV_CVAL_EL0, CNTHV_CVAL_EL2, CNTP_CVAL_EL0};
        int[] ppis = {26, 27, 28, 30};
        for (int i = 0; i < 4; i++) {
            long count = timers.read(CNTPCT_EL0);
            bank(compares[i], count + 5);
            timers.write(controls[i], 1);
            assertEquals(1, timers.read(controls[i]));
            assertEquals((count + 5) * 100_00, timers.due());
            at(count + 5);
            assertEquals(5, timers.read(controls[i])); // ENABLE and ISTATUS
            timers.happen(timers.due());
            assertEquals("[" + ppis[i] + "]", asserted.toString());
            timers.write(controls[i], 3);
            assertEquals("[]", asserted.toString());
            assertEquals(7, timers.read(controls[i])); // masked, and still expired
            timers.write(controls[i], 0);
            assertEquals(0, timers.read(controls[i]));
            assertEquals(Long.MAX_VALUE, timers.due());
        }
    }

    @Test
    void timerValueIsASigned32BitViewOfTheCompareValue() {
        at(1000);
        timers.write(CNTP_TVAL_EL0, 0xffff_ffffL);
        assertEquals(999, cpu.sys[CNTP_CVAL_EL0.ordinal()]);
        assertEquals(0xffff_ffffL, timers.read(CNTP_TVAL_EL0));
        timers.write(CNTP_TVAL_EL0, 0x7fff_ffffL);
        at(1001);
        assertEquals(0x7fff_fffeL, timers.read(CNTP_TVAL_EL0));
    }

    @Test
    void offsetAppliesToTheVirtualTimerAndToEl1AndEl0Reads() {
        at(1000);
        bank(CNTVOFF_EL2, 400);
        assertEquals(600, timers.read(CNTVCT_EL0)); // EL2, E2H = 0
        assertEquals(1000, timers.read(CNTPCT_EL0));
        timers.write(CNTV_TVAL_EL0, 10);
        assertEquals(610, cpu.sys[CNTV_CVAL_EL0.ordinal()]);
        timers.write(CNTV_CTL_EL0, 1);
        assertEquals(1010 * 100_00, timers.due());
        cpu.e2h = true;
        assertEquals(1000, timers.read(CNTVCT_EL0)); // EL2, E2H = 1
        cpu.el = 1;
        assertEquals(600, timers.read(CNTVCT_EL0));
        cpu.el = 0;
        assertEquals(600, timers.read(CNTVCT_EL0));
        cpu.tge = true;
        assertEquals(1000, timers.read(CNTVCT_EL0)); // EL0 of a VHE host
    }

    @Test
    void offsetBeyondTheCountMakesALargeUnsignedViewUntilItWraps() {
        at(1000);
        bank(CNTVOFF_EL2, 1500);
        bank(CNTV_CVAL_EL0, 100);
        timers.write(CNTV_CTL_EL0, 1);
        assertEquals("[27]", asserted.toString());
        assertEquals(1500 * 100_00, timers.due());
        at(1500);
        timers.happen(timers.due());
        assertEquals("[]", asserted.toString());
        assertEquals(1600 * 100_00, timers.due());
    }

    @Test
    void compareValueBeyondTheEndOfTimeIsNeverDue() {
        bank(CNTP_CVAL_EL0, -1);
        timers.write(CNTP_CTL_EL0, 1);
        assertEquals(Long.MAX_VALUE, timers.due());
    }

    @Test
    void eventStreamSetsTheEventRegisterAtTransitionsOfItsBit() {
        at(100);
        bank(CNTKCTL_EL1, 4 << 4 | 1 << 2); // EVNTI = 4, EVNTEN, 0 to 1
        timers.changed();
        assertEquals(112 * 100_00, timers.due()); // 112 = 7 × 16
        at(112);
        assertFalse(cpu.event);
        timers.happen(timers.due());
        assertTrue(cpu.event);
        assertEquals(144 * 100_00, timers.due());
        bank(CNTKCTL_EL1, 4 << 4 | 1 << 3 | 1 << 2); // 1 to 0
        timers.changed();
        assertEquals(128 * 100_00, timers.due());
    }

    @Test
    void eventStreamDoesNotKeepAMachineGoingThatWaitsForAnInterrupt() {
        cpu.sys[CNTKCTL_EL1.ordinal()] = 1 << 2;
        cpu.timers.changed();
        cpu.waiting = true;
        assertEquals(Exit.STUCK, machine.timeLine.run());
    }

    private void at(long count) {
        cpu.instructions = count * 100;
    }

    private void bank(SysReg register, long value) {
        cpu.sys[register.ordinal()] = value;
    }
}
