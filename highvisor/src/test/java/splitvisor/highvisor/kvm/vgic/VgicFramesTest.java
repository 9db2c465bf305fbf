package splitvisor.highvisor.kvm.vgic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The guest's view of its GICv3: which accesses reach which registers, and what they do.
class VgicFramesTest {

    private static final int BYTE = 0;
    private static final int HALFWORD = 1;
    private static final int WORD = 2;
    private static final int DOUBLEWORD = 3;
    private static final int GICD_CTLR = 0;
    private static final int SGI_FRAME = 0x1_0000;

    private final Bench bench = new Bench(Vgic.Model.V3, 3);
    private final VgicFrame gicr = bench.vgic.redistributors();

    private long gicd(int offset, int log2) {
        return bench.gicd.read(bench.vcpu(), offset, log2);
    }

    private void gicd(int offset, int log2, long value) {
        bench.gicd.write(bench.vcpu(), offset, log2, value);
    }

    private long gicr(int vcpu, int offset, int log2) {
        return gicr.read(bench.vcpu(), vcpu * 2 * SGI_FRAME + offset, log2);
    }

    private void gicr(int vcpu, int offset, int log2, long value) {
        gicr.write(bench.vcpu(), vcpu * 2 * SGI_FRAME + offset, log2, value);
    }

    /// Registers of SPIs: a write and what a read of the same size then gives. KVM implements five bits of
    /// priority, and takes a byte only where registers are bytes.
    @ParameterizedTest
    @CsvSource({
        "0x0084, 2, 0x5a5a5a5a, 0x5a5a5a5a", // GICD_IGROUPR1
        "0x0104, 2, 0x0000f00f, 0x0000f00f", // GICD_ISENABLER1
        "0x0104, 0, 0x0f,       0",
        "0x0104, 3, 0x0f,       0",
        "0x0204, 2, 0x00000011, 0x00000011", // GICD_ISPENDR1
        "0x0304, 2, 0x00000101, 0x00000101", // GICD_ISACTIVER1
        "0x0420, 2, 0xffa18740, 0xf8a08040", // GICD_IPRIORITYR8
        "0x0423, 0, 0xff,       0xf8",
        "0x0422, 1, 0xffff,     0",
        "0x0820, 2, 0x01010101, 0",          // GICD_ITARGETSR8: not with affinity routing
        "0x0c08, 2, 0xa8000002, 0xa8000002", // GICD_ICFGR2
        "0x0c08, 2, 0x00000001, 0",          // only the upper bit of each field
        "0x6100, 3, 0x2,        0x2",        // GICD_IROUTER32
        "0x6100, 2, 0x1,        0x1",
        "0x6104, 2, 0xff,       0",          // Aff3 is not implemented
        "0x0080, 2, -1,         0",          // private ones are in GICR
        "0x0100, 2, -1,         0",
        "0x0400, 2, -1,         0",
        "0x011c, 2, -1,         0xffffffff",
        "0x0120, 2, -1,         0",          // INTIDs from 256 are not implemented
        "0x0d04, 2, -1,         0",          // GICD_IGRPMODR1
    })
    void spiRegistersOfTheDistributor(String offset, int log2, String value, String read) {
        gicd(Integer.decode(offset), log2, Long.decode(value));
        assertEquals(Long.decode(read), gicd(Integer.decode(offset), log2));
    }

    @ParameterizedTest
    @CsvSource({
        "0x0080, 2, 0x0f0f0f0f, 0x0f0f0f0f", // GICR_IGROUPR0
        "0x0100, 2, 0x08000000, 0x0800ffff", // GICR_ISENABLER0: SGIs are enabled at reset
        "0x0180, 2, 0x0000fffe, 0x00000001", // GICR_ICENABLER0
        "0x0200, 2, 0x08000001, 0x08000001", // GICR_ISPENDR0
        "0x0300, 2, 0x08000001, 0x08000001", // GICR_ISACTIVER0
        "0x0418, 2, 0x08101820, 0x08101820", // GICR_IPRIORITYR6
        "0x041b, 0, 0xa8,       0xa8",
        "0x0c00, 2, 0,          0xaaaaaaaa", // GICR_ICFGR0: SGIs are edges for good
        "0x0c04, 2, -1,         0",          // GICR_ICFGR1: PPIs are levels for good
        "0x0104, 2, -1,         0",
    })
    void privateRegistersOfARedistributor(String offset, int log2, String value, String read) {
        gicr(1, SGI_FRAME + Integer.decode(offset), log2, Long.decode(value) & 0xffff_ffffL);
        assertEquals(Long.decode(read), gicr(1, SGI_FRAME + Integer.decode(offset), log2));
    }

    @Test
    void eachVcpuHasItsOwnPrivateInterrupts() {
        gicr(1, SGI_FRAME + 0x180, WORD, -1);
        assertEquals(0xffff, gicr(0, SGI_FRAME + 0x100, WORD));
        assertEquals(0, gicr(1, SGI_FRAME + 0x100, WORD));
        assertEquals(0xffff, gicr(2, SGI_FRAME + 0x100, WORD));
    }

    /// What another vCPU's list register may hold is looked at, and changed, with all of them out of the guest.
    @ParameterizedTest
    @CsvSource({"0x304, 1", "0x384, 1", "0x204, 0", "0x104, 0"})
    void activeStateIsAccessedWithTheGuestHalted(String offset, int halts) {
        gicd(Integer.decode(offset), WORD);
        gicd(Integer.decode(offset), WORD, 1);
        gicr(1, SGI_FRAME + Integer.decode(offset) - 4, WORD);
        assertEquals(List.of(2 * halts, halts, 0), bench.vcpus.stream().map(vcpu -> vcpu.halts).toList());
        assertTrue(bench.vcpus.stream().noneMatch(vcpu -> vcpu.halted));
    }

    @Test
    void identification() {
        assertEquals(0x50, gicd(GICD_CTLR, WORD) & 0x52 & ~2, "ARE_NS and DS");
        assertEquals(7 | 9 << 19, gicd(4, WORD), "256 interrupts, ten bits of INTID");
        assertEquals(0x4b00_343bL, gicd(8, WORD));
        assertEquals(0x3b, gicd(0xffe8, WORD));
        assertEquals(0x3b, gicr(2, 0xffe8, WORD));
        assertEquals(0, gicd(8, BYTE));
        assertEquals(0, gicd(8, HALFWORD));
        assertEquals(0, gicr(0, 0x14, WORD), "GICR_WAKER: awake");
    }

    @Test
    void userSpaceSaysHowManyInterruptsThereAre() {
        assertEquals(List.of(64, 288, 992), Stream.of(32, 64, 65, 288, 992, 1024).filter(Vgic::canHave).toList());
        assertFalse(bench.vgic.isSized());
        bench.vgic.setIrqs(288);
        assertTrue(bench.vgic.isSized());
        assertEquals(8 | 9 << 19, gicd(4, WORD));
        gicd(0x120, WORD, -1);
        gicd(0x124, WORD, -1);
        assertEquals(0xffff_ffffL, gicd(0x120, WORD));
        assertEquals(0, gicd(0x124, WORD));
    }

    @Test
    void theLastRedistributorSaysSo() {
        assertEquals(List.of(0L, 0x1_0000_0100L, 0x2_0000_0210L),
                IntStream.range(0, 3).mapToObj(i -> gicr(i, 8, DOUBLEWORD)).toList());
        assertEquals(0x210, gicr(2, 8, WORD));
        assertEquals(2, gicr(2, 12, WORD));
        assertEquals(0, gicr(3, 8, DOUBLEWORD), "there is no fourth");
    }

    @Test
    void switchingTheDistributorOnWakesWhoHasSomethingPending() {
        bench.irq(40).enabled = true;
        bench.inject(40, true);
        int kicks = bench.vcpu().kicks;
        gicd(GICD_CTLR, WORD, 0);
        gicd(GICD_CTLR, WORD, 2);
        assertEquals(kicks + 1, bench.vcpu().kicks);
        assertEquals(0, bench.vcpus.get(1).kicks);
    }

    @Test
    void enablingAPendingInterruptDeliversIt() {
        bench.inject(40, true);
        gicd(0x104, WORD, 1 << 8);
        assertEquals(List.of(40), bench.serveAll());
    }

    @Test
    void clearingThePendingStateTakesAnEdgeBackAndLeavesALevel() {
        gicd(0x104, WORD, 0x300);
        gicd(0xc08, WORD, 2 << 16); // 40 by edge, 41 by level
        bench.inject(40, true);
        bench.inject(41, true);
        gicd(0x284, WORD, 0x300);
        assertEquals(0x200, gicd(0x204, WORD));
        assertEquals(List.of(41), bench.serveAll());
    }

    @Test
    void activeStateCanBeWritten() {
        gicd(0x304, WORD, 1 << 8);
        bench.enter();
        assertEquals(List.of(40), bench.listed());
        bench.exit();
        gicd(0x384, WORD, 1 << 8);
        bench.enter();
        assertEquals(0, bench.used());
    }

    @Test
    void anSpiRoutedToNobodyWaits() {
        bench.irq(40).enabled = true;
        gicd(0x6000 + 8 * 40, DOUBLEWORD, 7);
        bench.inject(40, true);
        assertFalse(bench.vgic.hasPending(bench.vcpu()));
        assertTrue(bench.irq(40).isPending());
    }

    /// ICC_SGI1R_EL1: target list, Aff1, routing mode; and who gets SGI 5.
    @ParameterizedTest
    @CsvSource({
        "0x05000001,       '[0]'",
        "0x05000006,       '[1, 2]'",
        "0x05000008,       '[]'",      // there is no vCPU 3
        "0x05010001,       '[]'",      // nor Aff1 = 1
        "0x0000010005000000, '[1, 2]'", // all but oneself
    })
    void sgisGoToWhomTheyName(String value, String targets) {
        bench.vgic.dispatchSgi(bench.vcpu(), Long.decode(value), true);
        List<Integer> pending = IntStream.range(0, 3)
                .filter(i -> bench.vgic.irq(bench.vgic.cpu(bench.vcpus.get(i)), 5).isPending())
                .boxed()
                .toList();
        assertEquals(targets, pending.toString());
    }

    @Test
    void groupOneSgisAreNotForTheRegistersOfGroupZero() {
        bench.vgic.dispatchSgi(bench.vcpu(), 0x0500_0001, false);
        assertFalse(bench.irq(5).isPending());
        bench.irq(5).group1 = false;
        bench.vgic.dispatchSgi(bench.vcpu(), 0x0500_0001, false);
        assertTrue(bench.irq(5).isPending());
    }
}
