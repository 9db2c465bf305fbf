package splitvisor.cpu.gic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static splitvisor.cpu.gic.Rig.GICD;
import static splitvisor.cpu.gic.Rig.REDISTRIBUTOR;
import static splitvisor.cpu.gic.Rig.SGI_BASE;
import static splitvisor.cpu.sysreg.SysReg.ICC_AP1R0_EL1;
import static splitvisor.cpu.sysreg.SysReg.ICC_ASGI1R_EL1;
import static splitvisor.cpu.sysreg.SysReg.ICC_BPR0_EL1;
import static splitvisor.cpu.sysreg.SysReg.ICC_BPR1_EL1;
import static splitvisor.cpu.sysreg.SysReg.ICC_CTLR_EL1;
import static splitvisor.cpu.sysreg.SysReg.ICC_DIR_EL1;
import static splitvisor.cpu.sysreg.SysReg.ICC_EOIR0_EL1;
import static splitvisor.cpu.sysreg.SysReg.ICC_EOIR1_EL1;
import static splitvisor.cpu.sysreg.SysReg.ICC_HPPIR0_EL1;
import static splitvisor.cpu.sysreg.SysReg.ICC_HPPIR1_EL1;
import static splitvisor.cpu.sysreg.SysReg.ICC_IAR0_EL1;
import static splitvisor.cpu.sysreg.SysReg.ICC_IAR1_EL1;
import static splitvisor.cpu.sysreg.SysReg.ICC_IGRPEN1_EL1;
import static splitvisor.cpu.sysreg.SysReg.ICC_PMR_EL1;
import static splitvisor.cpu.sysreg.SysReg.ICC_RPR_EL1;
import static splitvisor.cpu.sysreg.SysReg.ICC_SGI0R_EL1;
import static splitvisor.cpu.sysreg.SysReg.ICC_SGI1R_EL1;

import org.junit.jupiter.api.Test;

/// The physical side of GICv3, expectations from the GIC architecture specification (IHI 0069).
class Gicv3Test {

    private final Rig rig = new Rig(3).open();

    @Test
    void identificationSaysWhatIsImplemented() {
        assertEquals(0x0378_0008, rig.read(GICD + 4)); // No1N, A3V, 16 INTID bits, 288 INTIDs
        assertEquals(0x43b, rig.read(GICD + 8));
        assertEquals(0x3b, rig.read(GICD + 0xffe8)); // PIDR2: GICv3
        assertEquals(0x53, rig.read(GICD)); // DS, ARE, both groups
        long first = SGI_BASE - 0x1_0000;
        assertEquals(0, rig.read(first + 8, 3));
        assertEquals(0x1_0000_0110L, rig.read(first + REDISTRIBUTOR + 8, 3)); // Aff0 1, number 1, last
        assertEquals(1, rig.read(first + REDISTRIBUTOR + 12));
        assertEquals(0x8c00, rig.icc(ICC_CTLR_EL1)); // A3V, 24 INTID bits, five priority bits
    }

    @Test
    void registersAreWordsWithoutASign() {
        for (long register : new long[] {0x84, 0x104, 0x204, 0x304}) { // of interrupts 32 to 63
            rig.write(GICD + register, -1);
            assertEquals(0xffff_ffffL, rig.read(GICD + register));
        }
        rig.write(GICD + 0xc08, -1);
        assertEquals(0xaaaa_aaaaL, rig.read(GICD + 0xc08));
    }

    @Test
    void wakerFollowsProcessorSleep() {
        long waker = SGI_BASE - 0x1_0000 + 0x14;
        assertEquals(6, rig.read(waker));
        rig.write(waker, 0);
        assertEquals(0, rig.read(waker));
    }

    @Test
    void interruptGoesFromPendingThroughActiveToInactive() {
        rig.configure(40, 1, 0xa0);
        rig.pend(40);
        assertEquals("irq", rig.lines());
        assertEquals(40, rig.icc(ICC_HPPIR1_EL1));
        assertEquals(1023, rig.icc(ICC_HPPIR0_EL1));
        assertEquals(1023, rig.icc(ICC_IAR0_EL1));
        assertEquals(0xff, rig.icc(ICC_RPR_EL1));

        assertEquals(40, rig.icc(ICC_IAR1_EL1));
        assertEquals("", rig.lines());
        assertTrue(rig.active(40));
        assertFalse(rig.pending(40));
        assertEquals(0xa0, rig.icc(ICC_RPR_EL1));
        assertEquals(1L << 20, rig.icc(ICC_AP1R0_EL1)); // 0xa0 / 8
        assertEquals(1023, rig.icc(ICC_IAR1_EL1));

        rig.icc(ICC_EOIR1_EL1, 40);
        assertFalse(rig.active(40));
        assertEquals(0xff, rig.icc(ICC_RPR_EL1));
    }

    @Test
    void groupZeroIsAnFiqWithItsOwnAcknowledge() {
        rig.configure(40, 0, 0xa0);
        rig.pend(40);
        assertEquals("fiq", rig.lines());
        assertEquals(1023, rig.icc(ICC_IAR1_EL1));
        assertEquals(40, rig.icc(ICC_IAR0_EL1));
        rig.icc(ICC_EOIR1_EL1, 40); // not the group that is active
        assertTrue(rig.active(40));
        rig.icc(ICC_EOIR0_EL1, 40);
        assertFalse(rig.active(40));
    }

    @Test
    void onlyPrioritiesHigherThanTheMaskAreSignalled() {
        rig.configure(40, 1, 0xa0);
        rig.pend(40);
        rig.icc(ICC_PMR_EL1, 0xa0);
        assertEquals("", rig.lines());
        assertEquals(1023, rig.icc(ICC_IAR1_EL1));
        assertEquals(40, rig.icc(ICC_HPPIR1_EL1));
        rig.icc(ICC_PMR_EL1, 0xaf); // five bits: 0xa8
        assertEquals(0xa8, rig.icc(ICC_PMR_EL1));
        assertEquals("irq", rig.lines());
    }

    @Test
    void highestPriorityIsOfferedFirstAndThenTheLowestIntid() {
        rig.configure(60, 1, 0x80);
        rig.configure(50, 1, 0x80);
        rig.configure(45, 1, 0x90);
        rig.configure(70, 0, 0x78);
        for (int intid : new int[] {45, 50, 60, 70}) {
            rig.pend(intid);
        }
        assertEquals(70, rig.icc(ICC_IAR0_EL1));
        rig.icc(ICC_EOIR0_EL1, 70);
        for (int intid : new int[] {50, 60, 45}) {
            assertEquals(intid, rig.icc(ICC_IAR1_EL1));
            rig.icc(ICC_EOIR1_EL1, intid);
        }
    }

    @Test
    void groupPriorityDecidesAboutPreemption() {
        // BPR1, priority of the second interrupt, whether it preempts one of priority 0xa0.
        int[][] cases = {
            {3, 0x98, 1}, {3, 0xa0, 0}, {3, 0xa8, 0},
            {4, 0x98, 1}, {4, 0x90, 1},
            {6, 0x98, 0}, {6, 0x80, 0}, {6, 0x78, 1}, // BPR1 = 6: bits [7:6] preempt
            {7, 0x80, 0}, {7, 0x78, 1},
        };
        for (int[] test : cases) {
            Rig fresh = new Rig(3).open();
            fresh.icc(ICC_BPR1_EL1, test[0]);
            fresh.configure(40, 1, 0xa0);
            fresh.configure(41, 1, test[1]);
            fresh.pend(40);
            assertEquals(40, fresh.icc(ICC_IAR1_EL1));
            fresh.pend(41);
            assertEquals(test[2] == 1 ? "irq" : "", fresh.lines(), test[0] + " " + Integer.toHexString(test[1]));
            assertEquals(test[2] == 1 ? 41 : 1023, fresh.icc(ICC_IAR1_EL1));
        }
    }

    @Test
    void nestedInterruptsEndInReverseOrder() {
        rig.configure(40, 1, 0xa0);
        rig.configure(41, 1, 0x40);
        rig.pend(40);
        rig.icc(ICC_IAR1_EL1);
        rig.pend(41);
        rig.icc(ICC_IAR1_EL1);
        assertEquals(0x40, rig.icc(ICC_RPR_EL1));
        assertEquals(1L << 20 | 1L << 8, rig.icc(ICC_AP1R0_EL1));
        rig.icc(ICC_EOIR1_EL1, 41);
        assertEquals(0xa0, rig.icc(ICC_RPR_EL1));
        rig.icc(ICC_EOIR1_EL1, 40);
        assertEquals(0xff, rig.icc(ICC_RPR_EL1));
    }

    @Test
    void binaryPointsHaveMinimaAndCanBeShared() {
        rig.icc(ICC_BPR0_EL1, 0);
        rig.icc(ICC_BPR1_EL1, 0);
        assertEquals(2, rig.icc(ICC_BPR0_EL1));
        assertEquals(3, rig.icc(ICC_BPR1_EL1));
        rig.icc(ICC_BPR0_EL1, 5);
        rig.icc(ICC_CTLR_EL1, 1); // CBPR
        assertEquals(6, rig.icc(ICC_BPR1_EL1));
        rig.icc(ICC_BPR1_EL1, 4); // ignored
        rig.icc(ICC_CTLR_EL1, 0);
        assertEquals(3, rig.icc(ICC_BPR1_EL1));
    }

    @Test
    void withEoiModeTheInterruptStaysActiveUntilDir() {
        rig.icc(ICC_CTLR_EL1, 2);
        rig.configure(40, 1, 0xa0);
        rig.pend(40);
        rig.icc(ICC_IAR1_EL1);
        rig.icc(ICC_EOIR1_EL1, 40);
        assertEquals(0xff, rig.icc(ICC_RPR_EL1));
        assertTrue(rig.active(40));
        rig.pend(40);
        assertEquals("", rig.lines()); // active and pending is not signalled again
        rig.icc(ICC_DIR_EL1, 40);
        assertFalse(rig.active(40));
        assertEquals("irq", rig.lines());
    }

    @Test
    void levelKeepsAnInterruptPendingAndAnEdgeIsRemembered() {
        rig.configure(32, 1, 0xa0);
        rig.configure(33, 1, 0xa0);
        rig.write(GICD + 0xc08, 2 << 2); // INTID 33 edge-triggered
        InterruptLine level = rig.machine.gic.spi(0);
        InterruptLine edge = rig.machine.gic.spi(1);
        level.set(true);
        assertEquals(32, rig.icc(ICC_IAR1_EL1));
        assertTrue(rig.pending(32));
        rig.icc(ICC_EOIR1_EL1, 32);
        assertEquals("irq", rig.lines());
        level.set(false);
        assertEquals("", rig.lines());
        edge.set(true);
        edge.set(false);
        assertEquals(33, rig.icc(ICC_IAR1_EL1));
        assertFalse(rig.pending(33));
        rig.icc(ICC_EOIR1_EL1, 33);
        edge.set(true);
        rig.write(GICD + 0x284, 2); // ICPENDR takes back an edge, not a level
        assertEquals("", rig.lines());
    }

    @Test
    void disabledGroupIsNotOffered() {
        rig.configure(40, 1, 0xa0);
        rig.pend(40);
        rig.icc(ICC_IGRPEN1_EL1, 0);
        assertEquals("", rig.lines());
        assertEquals(1023, rig.icc(ICC_HPPIR1_EL1));
        rig.icc(ICC_IGRPEN1_EL1, 1);
        rig.write(GICD, 1);
        assertEquals("", rig.lines());
        rig.write(GICD, 2);
        assertEquals("irq", rig.lines());
    }

    @Test
    void sharedInterruptGoesToThePeItIsRoutedTo() {
        rig.configure(40, 1, 0xa0);
        rig.pend(40);
        rig.write(GICD + 0x6000 + 8 * 40, 3, 0xff_80ff_ff01L);
        assertEquals(0xff_00ff_ff01L, rig.read(GICD + 0x6000 + 8 * 40, 3));
        assertEquals("", rig.lines());
        rig.write(GICD + 0x6000 + 8 * 40 + 4, 0);
        rig.write(GICD + 0x6000 + 8 * 40, 1);
        assertEquals("", Rig.lines(rig.machine.cpus.get(1))); // its interface is closed
        rig.write(GICD + 0x6000 + 8 * 40, 3, 0);
        assertEquals("irq", rig.lines());
    }

    @Test
    void sgiReachesListedPesOrAllOthersInItsGroup() {
        // Register, value, group configured, bit mask of PEs that get it.
        Object[][] cases = {
            {ICC_SGI1R_EL1, 0x0500_0001L, 1, 1},
            {ICC_SGI1R_EL1, 0x0500_0003L, 1, 3},
            {ICC_SGI1R_EL1, 0x0500_0003L, 0, 0},
            {ICC_SGI0R_EL1, 0x0500_0002L, 0, 2},
            {ICC_SGI0R_EL1, 0x0500_0002L, 1, 0},
            {ICC_ASGI1R_EL1, 0x0500_0002L, 0, 2},
            {ICC_ASGI1R_EL1, 0x0500_0002L, 1, 0},
            {ICC_SGI1R_EL1, 0x100_0500_0000L, 1, 2}, // IRM
            {ICC_SGI1R_EL1, 0x0501_0003L, 1, 0}, // Aff1 = 1
            {ICC_SGI1R_EL1, 0x1000_0500_0003L, 1, 0}, // RS = 1: PEs 16 and up
        };
        for (Object[] test : cases) {
            Rig fresh = new Rig(3);
            for (int pe = 0; pe < 2; pe++) {
                fresh.write(SGI_BASE + (long) pe * REDISTRIBUTOR + 0x80, (int) test[2] == 1 ? -1 : 0);
            }
            fresh.icc((splitvisor.cpu.sysreg.SysReg) test[0], (long) test[1]);
            long reached = 0;
            for (int pe = 0; pe < 2; pe++) {
                reached |= (fresh.read(SGI_BASE + (long) pe * REDISTRIBUTOR + 0x200) >>> 5 & 1) << pe;
            }
            assertEquals((int) test[3], reached, java.util.Arrays.toString(test));
        }
    }

    @Test
    void distributorLeavesPrivateInterruptsToTheRedistributors() {
        rig.write(GICD + 0x100, 0xffff_ffffL);
        rig.write(GICD + 0x400, 0x8080_8080L);
        assertEquals(0, rig.read(GICD + 0x100));
        assertEquals(0, rig.read(GICD + 0x400));
        rig.write(SGI_BASE + 0x100, 0xffff_0000L);
        rig.write(SGI_BASE + 0x180, 0x0001_0000L);
        assertEquals(0xfffe_0000L, rig.read(SGI_BASE + 0x100) & 0xffff_ffffL);
        rig.write(SGI_BASE + 0x41c, 3, -1); // runs over the end of the bank
        assertEquals(0xffff_ffffL, rig.read(SGI_BASE + 0x41c));
        assertEquals(0xaaaa_aaaaL, rig.read(SGI_BASE + 0xc00) & 0xffff_ffffL); // SGIs are edges
    }
}
