package splitvisor.highvisor.kvm.vgic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static splitvisor.highvisor.hyp.ListRegister.ACTIVE;
import static splitvisor.highvisor.hyp.ListRegister.EOI;
import static splitvisor.highvisor.hyp.ListRegister.GROUP1;
import static splitvisor.highvisor.hyp.ListRegister.HW;
import static splitvisor.highvisor.hyp.ListRegister.PENDING;
import static splitvisor.highvisor.hyp.ListRegister.STATE;

import java.util.List;
import org.junit.jupiter.api.Test;
import splitvisor.highvisor.hyp.VcpuArea.Field;

/// Which interrupts reach list registers, in which state, and what comes back.
class VgicTest {

    private static final int PPI = 27;
    private static final int SPI = 40;

    private static final class Line implements PhysicalIrq {
        boolean level;
        boolean active;
        int deactivations;

        @Override
        public boolean level() {
            return level;
        }

        @Override
        public void setActive(boolean value) {
            active = value;
            deactivations += value ? 0 : 1;
        }
    }

    @Test
    void anEdgeIsConsumedByItsListRegister() {
        Bench bench = Bench.v3(SPI);
        bench.inject(SPI, true);
        bench.enter();
        assertEquals(List.of(SPI), bench.listed());
        assertEquals(PENDING | GROUP1 | SPI, bench.lr(0));
        assertFalse(bench.irq(SPI).isPending());
    }

    @Test
    void anEdgeTheGuestHasNotSeenIsPendingAgainAfterTheExit() {
        Bench bench = Bench.v3(SPI);
        bench.inject(SPI, true);
        bench.enter();
        bench.exit();
        assertTrue(bench.irq(SPI).isPending());
        assertEquals(List.of(SPI), bench.serveAll());
        assertEquals(List.of(), bench.serveAll());
    }

    @Test
    void anEdgeThatComesWhileTheFirstIsActiveIsDeliveredAfterIt() {
        Bench bench = Bench.v3(SPI);
        bench.inject(SPI, true);
        bench.enter();
        bench.acknowledge(0);
        bench.exit();
        bench.inject(SPI, true);
        bench.enter();
        assertEquals(STATE, bench.lr(0) & STATE);
        bench.end(0);
        bench.exit();
        assertEquals(List.of(SPI), bench.serveAll());
    }

    @Test
    void theFallingEdgeIsNothing() {
        Bench bench = Bench.v3(SPI);
        bench.inject(SPI, false);
        assertEquals(List.of(), bench.serveAll());
        assertEquals(0, bench.vcpu().kicks);
    }

    @Test
    void aLevelIsDeliveredAsLongAsItIsHigh() {
        Bench bench = Bench.v3(PPI);
        bench.inject(PPI, true);
        assertEquals(List.of(PPI), bench.serveAll());
        assertEquals(List.of(PPI), bench.serveAll());
        bench.inject(PPI, false);
        assertEquals(List.of(), bench.serveAll());
    }

    @Test
    void theEndOfALevelInterruptIsReported() {
        Bench bench = Bench.v3(PPI);
        bench.inject(PPI, true);
        bench.enter();
        assertEquals(PENDING | EOI | GROUP1 | PPI, bench.lr(0));
    }

    @Test
    void aLevelInterruptIsNeverPendingAndActiveAtOnce() {
        Bench bench = Bench.v3(PPI);
        bench.inject(PPI, true);
        bench.enter();
        bench.acknowledge(0);
        bench.exit();
        bench.enter();
        assertEquals(ACTIVE, bench.lr(0) & STATE);
    }

    @Test
    void softwaresPendingStateOfALevelInterruptEndsWithItsAcknowledgement() {
        Bench bench = Bench.v3(PPI);
        bench.irq(PPI).pendingLatch = true;
        bench.vgic.queue(bench.irq(PPI));
        assertEquals(List.of(PPI), bench.serveAll());
        assertEquals(List.of(), bench.serveAll());
    }

    @Test
    void disabledInterruptsWaitUntilTheyAreEnabled() {
        Bench bench = Bench.v3();
        bench.inject(SPI, true);
        assertEquals(List.of(), bench.serveAll());
        bench.irq(SPI).enabled = true;
        bench.vgic.queue(bench.irq(SPI));
        assertEquals(List.of(SPI), bench.serveAll());
    }

    @Test
    void disablingWhileListedKeepsThePendingStateButDropsItFromTheList() {
        Bench bench = Bench.v3(SPI);
        bench.inject(SPI, true);
        bench.enter();
        bench.irq(SPI).enabled = false; // by another vCPU
        bench.exit();
        assertTrue(bench.irq(SPI).isPending());
        bench.enter();
        assertEquals(0, bench.used());
    }

    @Test
    void anActiveInterruptStaysListedThoughDisabled() {
        Bench bench = Bench.v3(SPI);
        bench.inject(SPI, true);
        bench.enter();
        bench.acknowledge(0);
        bench.exit();
        bench.irq(SPI).enabled = false;
        bench.enter();
        assertEquals(ACTIVE, bench.lr(0) & STATE);
        bench.end(0);
        bench.exit();
        bench.enter();
        assertEquals(0, bench.used());
    }

    @Test
    void withoutTheDistributorNothingIsDelivered() {
        Bench bench = Bench.v3(SPI);
        bench.vgic.enabled = false;
        bench.inject(SPI, true);
        assertEquals(List.of(), bench.serveAll());
        assertFalse(bench.vgic.hasPending(bench.vcpu()));
    }

    @Test
    void withMoreThanListRegistersTheMostUrgentAreListedAndUnderflowIsAskedFor() {
        Bench bench = Bench.v3(40, 41, 42, 43, 44, 45);
        int[] priorities = {0xa0, 0x20, 0x80, 0x40, 0x10, 0x60};
        for (int i = 0; i < priorities.length; i++) {
            bench.irq(40 + i).priority = priorities[i];
            bench.inject(40 + i, true);
        }
        assertEquals(List.of(44, 41, 43, 45), bench.serveAll());
        assertFalse(bench.underflowWanted(), "an exit ends it");
        assertEquals(List.of(42, 40), bench.serveAll());
    }

    @Test
    void underflowIsWantedOnlyWhenSomethingIsLeft() {
        Bench bench = Bench.v3(40, 41, 42, 43, 44);
        for (int intid = 40; intid < 44; intid++) {
            bench.inject(intid, true);
        }
        bench.enter();
        assertFalse(bench.underflowWanted());
        bench.exit();
        bench.inject(44, true);
        bench.enter();
        assertTrue(bench.underflowWanted());
    }

    @Test
    void activeInterruptsKeepTheirListRegistersWhateverComes() {
        Bench bench = Bench.v3(40, 41, 42, 43, 44);
        bench.irq(40).priority = 0xf0;
        bench.inject(40, true);
        bench.enter();
        bench.acknowledge(0);
        bench.exit();
        for (int intid = 41; intid <= 44; intid++) {
            bench.inject(intid, true);
        }
        bench.enter();
        assertEquals(List.of(40, 41, 42, 43), bench.listed());
    }

    @Test
    void aMappedInterruptEndsWithThePhysicalOne() {
        Bench bench = Bench.v3(PPI);
        Line line = new Line();
        bench.vgic.mapPhysIrq(bench.vcpu(), PPI, 26, line);
        line.level = true;
        bench.inject(PPI, true);
        bench.enter();
        assertEquals(HW | PENDING | GROUP1 | 26L << 32 | PPI, bench.lr(0));
        assertFalse(bench.irq(PPI).line, "lowered, so that the next rising edge is seen");
        bench.acknowledge(0);
        bench.exit();
        assertTrue(bench.vgic.isActive(bench.vcpu(), PPI));
        assertEquals(0, line.deactivations, "the hardware does that at the guest's end of it");
    }

    @Test
    void aMappedLineThatFellBeforeTheGuestSawItIsTakenBack() {
        Bench bench = Bench.v3(PPI);
        Line line = new Line();
        bench.vgic.mapPhysIrq(bench.vcpu(), PPI, PPI, line);
        line.level = true;
        line.active = true;
        bench.inject(PPI, true);
        bench.enter();
        line.level = false; // the guest has reprogrammed its timer with interrupts masked
        bench.exit();
        assertFalse(bench.irq(PPI).isPending());
        assertFalse(line.active);
        bench.enter();
        assertEquals(0, bench.used());
    }

    @Test
    void aMappedLineStillHighStaysPending() {
        Bench bench = Bench.v3(PPI);
        Line line = new Line();
        bench.vgic.mapPhysIrq(bench.vcpu(), PPI, PPI, line);
        line.level = true;
        bench.inject(PPI, true);
        bench.enter();
        bench.exit();
        assertTrue(bench.irq(PPI).isPending());
        assertEquals(0, line.deactivations);
    }

    @Test
    void pendingMeansEnabledUnmaskedAndNotActive() {
        Bench bench = Bench.v3(SPI);
        bench.irq(SPI).priority = 0x80;
        bench.inject(SPI, true);
        assertTrue(bench.vgic.hasPending(bench.vcpu()));
        bench.vcpu().area().set(Field.VGIC_VMCR, 0x80L << 24); // not more urgent than the mask
        assertFalse(bench.vgic.hasPending(bench.vcpu()));
        bench.vcpu().area().set(Field.VGIC_VMCR, 0xf0L << 24);
        bench.irq(SPI).active = true;
        assertFalse(bench.vgic.hasPending(bench.vcpu()));
    }

    @Test
    void aVcpuIsKickedForEachNewInterruptAlsoWhenItIsListedAlready() {
        Bench bench = Bench.v3(SPI);
        bench.inject(SPI, true);
        assertEquals(1, bench.vcpu().kicks);
        bench.enter();
        bench.inject(SPI, true);
        assertEquals(2, bench.vcpu().kicks);
    }

    @Test
    void anInterruptRoutedElsewhereMovesWhenItIsNotActive() {
        Bench bench = new Bench(Vgic.Model.V3, 2);
        bench.irq(SPI).enabled = true;
        bench.inject(SPI, true);
        bench.enter();
        bench.gicd.write(bench.vcpu(), 0x6000 + 8 * SPI, 3, 1); // GICD_IROUTER
        bench.acknowledge(0);
        bench.exit();
        bench.enter();
        assertEquals(List.of(SPI), bench.listed(), "active: stays");
        bench.end(0);
        bench.exit();
        bench.inject(SPI, true);
        bench.enter();
        assertEquals(0, bench.used());
        bench.vgic.flush(bench.vcpus.get(1));
        assertEquals(1, bench.vcpus.get(1).area().get(Field.VGIC_USED_LRS));
        assertEquals(1, bench.vcpus.get(1).kicks);
    }

    @Test
    void aPendingInterruptRoutedElsewhereIsHandedOverAtTheExit() {
        Bench bench = new Bench(Vgic.Model.V3, 2);
        bench.irq(SPI).enabled = true;
        bench.inject(SPI, true);
        bench.enter();
        bench.gicd.write(bench.vcpu(), 0x6000 + 8 * SPI, 3, 1);
        bench.exit();
        assertTrue(bench.vgic.hasPending(bench.vcpus.get(1)));
        assertFalse(bench.vgic.hasPending(bench.vcpu()));
        assertEquals(1, bench.vcpus.get(1).kicks);
    }
}
