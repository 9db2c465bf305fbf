package splitvisor.cpu.gic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static splitvisor.cpu.gic.Rig.GICD;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.hosted.Coroutine;
import splitvisor.cpu.sysreg.Unit;
import splitvisor.cpu.timer.Exit;

/// GICv2, expectations from its architecture specification (IHI 0048).
class Gicv2Test {

    private static final long GICC = 0x0801_0000L;
    private static final long GICH = 0x0803_0000L;
    private static final long GICV = 0x0804_0000L;
    private static final int CTLR = 0;
    private static final int PMR = 4;
    private static final int BPR = 8;
    private static final int IAR = 0xc;
    private static final int EOIR = 0x10;
    private static final int RPR = 0x14;
    private static final int HPPIR = 0x18;
    private static final int ABPR = 0x1c;
    private static final int AIAR = 0x20;
    private static final int AEOIR = 0x24;
    private static final int DIR = 0x1000;

    private final Rig rig = new Rig(2);
    private final Cpu second = rig.machine.cpus.get(1);

    @BeforeEach
    void open() {
        rig.write(GICD, 3);
        rig.write(GICC + PMR, 0xff);
        rig.write(GICC + CTLR, 3);
    }

    @Test
    void identificationSaysWhatIsImplemented() {
        assertEquals(0x28, rig.read(GICD + 4)); // two PEs, 288 INTIDs
        assertEquals(0x2b, rig.read(GICD + 0xfe8));
        assertEquals(0x0202_143b, rig.read(GICC + 0xfc));
        assertEquals(0x9000_0003L, rig.read(GICH + 4));
        assertEquals(0xf8, rig.read(GICC + PMR));
        assertNull(rig.cpu.units[Unit.GIC.ordinal()]); // no system registers
    }

    @Test
    void sharedInterruptGoesToItsTargetsAndTheFirstTakesIt() {
        configure(40, 0, 0xa0);
        rig.pend(40);
        assertEquals("", rig.lines());
        rig.write(GICD + 0x800 + 40, 0, 0xff);
        assertEquals(3, rig.read(GICD + 0x800 + 40, 0)); // two PEs are there
        assertEquals("irq", rig.lines()); // FIQEn is 0
        assertEquals(40, rig.read(GICC + HPPIR));
        assertEquals(40, rig.read(GICC + IAR));
        assertEquals(0xa0, rig.read(GICC + RPR));
        assertEquals(1023, rig.read(GICC + IAR));
        rig.write(GICC + EOIR, 40);
        assertFalse(rig.active(40));
    }

    @Test
    void groupZeroIsAnFiqWhenFiqEnSaysSo() {
        configure(40, 0, 0xa0);
        rig.write(GICD + 0x800 + 40, 0, 1);
        rig.write(GICC + CTLR, 0xb);
        rig.pend(40);
        assertEquals("fiq", rig.lines());
        assertEquals(0xb, rig.read(GICC + CTLR));
    }

    @Test
    void groupOneIsAcknowledgedByTheAliasOrWithAckCtl() {
        configure(40, 1, 0xa0);
        rig.write(GICD + 0x800 + 40, 0, 1);
        rig.pend(40);
        assertEquals(1022, rig.read(GICC + HPPIR));
        assertEquals(1022, rig.read(GICC + IAR));
        assertEquals(40, rig.read(GICC + AIAR));
        rig.write(GICC + AEOIR, 40);
        rig.pend(40);
        rig.write(GICC + CTLR, 7);
        assertEquals(40, rig.read(GICC + IAR));
        rig.write(GICC + EOIR, 40);
        assertFalse(rig.active(40));
        assertEquals(1023, rig.read(GICC + AIAR));
    }

    @Test
    void sgiCarriesItsSourceAndIsPendingOncePerSource() {
        rig.write(GICD + 0xf00, 0x0200_0003); // to itself, SGI 3
        assertEquals("irq", rig.lines());
        rig.write(GICD + 0xf20, 2 << 24); // as if PE 1 had sent SGI 3
        assertEquals(0x0300_0000, rig.read(GICD + 0xf20));
        assertEquals(3, rig.read(GICC + IAR));
        assertEquals(0x0200_0000, rig.read(GICD + 0xf10));
        rig.write(GICC + EOIR, 3);
        assertEquals(1 << 10 | 3, rig.read(GICC + IAR));
        rig.write(GICC + EOIR, 1 << 10 | 3);
        assertEquals("", rig.lines());
        rig.write(GICD + 0xf20, 1 << 24);
        rig.write(GICD + 0xf10, 1 << 24);
        assertEquals("", rig.lines());
    }

    @Test
    void registersOfPrivateInterruptsAreBankedByPe() {
        second.off = false;
        rig.write(GICD + 0x400, 0x1111_1110);
        host(
                0,
                () -> {
                    rig.write(GICD + 0x400, 0x80);
                    rig.cpu.waiting = true;
                    rig.machine.timeLine.look(rig.cpu);
                });
        host(
                1,
                () -> {
                    assertEquals(0, rig.read(GICD + 0x400));
                    assertEquals(0x0202_0202, rig.read(GICD + 0x800));
                    assertEquals(0, rig.read(GICC + CTLR));
                    rig.write(GICD + 0xf00, 0x0100_0005); // SGI 5 to all others
                    rig.machine.timeLine.stop(Exit.POWERED_OFF);
                });
        assertEquals(Exit.POWERED_OFF, rig.machine.run());
        assertEquals(0x80, rig.read(GICD + 0x400));
        assertEquals(1 << 10 | 5, rig.read(GICC + IAR));
    }

    @Test
    void sgisAreAlwaysEnabledAndNotPendedByTheCommonRegisters() {
        rig.write(GICD + 0x180, -1);
        assertEquals(0xffff, rig.read(GICD + 0x100));
        rig.write(GICD + 0x200, -1);
        assertEquals(0xffff_0000, (int) rig.read(GICD + 0x200));
    }

    @Test
    void eoiModeSplitsPriorityDropAndDeactivation() {
        rig.write(GICC + CTLR, 0x203);
        configure(40, 0, 0xa0);
        rig.write(GICD + 0x800 + 40, 0, 1);
        rig.pend(40);
        rig.read(GICC + IAR);
        rig.write(GICC + EOIR, 40);
        assertEquals(0xff, rig.read(GICC + RPR));
        assertTrue(rig.active(40));
        rig.write(GICC + DIR, 40);
        assertFalse(rig.active(40));
    }

    @Test
    void guestWorksOnListRegistersThroughGicv() {
        rig.write(GICH, 1);
        rig.write(GICV + PMR, 0xff);
        rig.write(GICV + CTLR, 1);
        rig.write(GICV + ABPR, 5);
        assertEquals(0xf854_0001L, rig.read(GICH + 8)); // VMPriMask, VMBP 2, VMABP 5, VMGrp0En
        rig.write(GICH + 0x104, 0x1a00_1405L); // SGI 5 from PE 5, priority 0xa0, pending
        assertEquals("virq", rig.lines());
        assertEquals(5 << 10 | 5, rig.read(GICV + IAR));
        assertEquals(0x2a00_1405L, rig.read(GICH + 0x104)); // active
        assertEquals(1 << 20, rig.read(GICH + 0xf0));
        assertEquals(0b1101, rig.read(GICH + 0x30));
        rig.write(GICV + EOIR, 5); // the same SGI of PE 0 is another interrupt
        assertEquals(1L << 27 | 1, rig.read(GICH));
        rig.write(GICH, 1);
        rig.write(GICH + 0xf0, 1 << 20);
        rig.write(GICV + EOIR, 5 << 10 | 5);
        assertEquals(0x0a00_1405L, rig.read(GICH + 0x104));
        assertEquals(1, rig.read(GICH));
    }

    @Test
    void endedListRegisterAsksForMaintenance() {
        rig.write(GICH, 1);
        rig.write(GICV + PMR, 0xff);
        rig.write(GICV + CTLR, 7);
        rig.write(GICH + 0x100, 0x5a08_0028L); // Group 1, pending, priority 0xa0, EOI wanted, ID 40
        assertEquals(40, rig.read(GICV + IAR)); // AckCtl
        rig.write(GICV + EOIR, 40);
        assertEquals(1, rig.read(GICH + 0x20));
        assertEquals(1, rig.read(GICH + 0x10));
        assertEquals(1 << 25, rig.read(GICD + 0x200));
    }

    @Test
    void hardwareListRegisterDeactivatesThePhysicalInterrupt() {
        configure(48, 0, 0xa0);
        rig.write(GICD + 0x800 + 48, 0, 1);
        rig.write(GICC + CTLR, 0x203);
        rig.pend(48);
        rig.read(GICC + IAR);
        rig.write(GICC + EOIR, 48);
        rig.write(GICH, 1);
        rig.write(GICV + PMR, 0xff);
        rig.write(GICV + CTLR, 1);
        rig.write(GICH + 0x10c, 0x9a00_c022L); // HW, pending, priority 0xa0, physical 48, virtual 34
        assertEquals(34, rig.read(GICV + IAR));
        assertTrue(rig.active(48));
        rig.write(GICV + EOIR, 34);
        assertFalse(rig.active(48));
    }

    @Test
    void binaryPointsOfBothGroups() {
        rig.write(GICC + BPR, 0);
        rig.write(GICC + ABPR, 0);
        assertEquals(2, rig.read(GICC + BPR));
        assertEquals(3, rig.read(GICC + ABPR));
    }

    private void configure(int intid, int group, int priority) {
        rig.configure(intid, group, priority);
    }

    private void host(int pe, Runnable body) {
        rig.machine.timeLine.host(rig.machine.cpus.get(pe), new Coroutine("PE " + pe, body));
    }
}
