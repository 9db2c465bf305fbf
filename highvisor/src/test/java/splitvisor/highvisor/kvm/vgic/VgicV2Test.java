package splitvisor.highvisor.kvm.vgic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static splitvisor.highvisor.hyp.ListRegister.ACTIVE;
import static splitvisor.highvisor.hyp.ListRegister.EOI;
import static splitvisor.highvisor.hyp.ListRegister.PENDING;
import static splitvisor.highvisor.hyp.ListRegister.STATE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import splitvisor.highvisor.hyp.ListRegister;

/// What a guest's GICv2 has of its own: SGIs that know their sender, banked registers, targets by CPU number.
class VgicV2Test {

    private static final int WORD = 2;
    private static final int GICD_SGIR = 0xf00;
    private static final int SGI = 5;

    private final Bench bench = new Bench(Vgic.Model.V2, 3);

    private long gicd(int vcpu, int offset, int log2) {
        return bench.gicd.read(bench.vcpus.get(vcpu), offset, log2);
    }

    private void gicd(int vcpu, int offset, int log2, long value) {
        bench.gicd.write(bench.vcpus.get(vcpu), offset, log2, value);
    }

    /// vCPU `from` sends SGI 5 to vCPU 0.
    private void sendFrom(int from) {
        gicd(from, GICD_SGIR, WORD, 1 << 16 | SGI);
    }

    @Test
    void anSgiNamesItsSender() {
        sendFrom(2);
        bench.enter();
        assertEquals(SGI, ListRegister.intid(bench.lr(0)));
        assertEquals(2, ListRegister.source(bench.lr(0)));
        assertEquals(PENDING, bench.lr(0) & (STATE | EOI));
    }

    @Test
    void sgisOfSeveralSendersComeOneAfterTheOther() {
        sendFrom(1);
        sendFrom(2);
        bench.enter();
        assertEquals(List.of(SGI), bench.listed());
        assertEquals(1, ListRegister.source(bench.lr(0)));
        assertEquals(PENDING | EOI, bench.lr(0) & (STATE | EOI), "the end of the first must be seen");
        bench.acknowledge(0);
        bench.exit();
        bench.enter();
        assertEquals(ACTIVE, bench.lr(0) & STATE, "while one is active the next waits");
        assertEquals(1, ListRegister.source(bench.lr(0)));
        bench.end(0);
        bench.exit();
        bench.enter();
        assertEquals(2, ListRegister.source(bench.lr(0)));
        assertEquals(PENDING, bench.lr(0) & (STATE | EOI));
    }

    @Test
    void anSgiNotSeenKeepsItsSenders() {
        sendFrom(1);
        sendFrom(2);
        bench.enter();
        bench.exit();
        assertEquals(0b110, gicd(0, 0xf20 + SGI, 0), "GICD_SPENDSGIR");
    }

    @Test
    void nothingLessUrgentPassesAnSgiThatHasMoreSenders() {
        for (int intid = 40; intid < 42; intid++) {
            bench.irq(intid).enabled = true;
            bench.irq(intid).priority = 0x80;
            bench.inject(intid, true);
        }
        sendFrom(1);
        sendFrom(2);
        bench.enter();
        assertEquals(List.of(SGI), bench.listed());
    }

    /// GICD_SGIR written by vCPU 0: filter, target list; and who gets SGI 5.
    @ParameterizedTest
    @CsvSource({
        "0x00060005, '[1, 2]'",
        "0x01000005, '[1, 2]'", // all but oneself
        "0x02000005, '[0]'",    // oneself
        "0x03070005, '[]'",     // reserved
        "0x00f00005, '[]'",     // there are three
    })
    void sgisGoToWhomTheyName(String value, String targets) {
        gicd(0, GICD_SGIR, WORD, Long.decode(value));
        List<Integer> pending = List.of(0, 1, 2).stream()
                .filter(i -> bench.vgic.irq(bench.vgic.cpu(bench.vcpus.get(i)), SGI).isPending())
                .toList();
        assertEquals(targets, pending.toString());
    }

    @Test
    void pendingSgisAreSetAndClearedBySender() {
        gicd(0, 0xf20 + 4, WORD, 0x0000_0600); // GICD_SPENDSGIR1: SGI 5 from 1 and 2
        assertEquals(0x600, gicd(0, 0xf10 + 4, WORD));
        gicd(0, 0xf10 + SGI, 0, 0b010);
        assertTrue(bench.irq(SGI).isPending());
        assertEquals(0b100, gicd(0, 0xf10 + SGI, 0));
        gicd(0, 0xf10 + SGI, 0, 0b100);
        assertFalse(bench.irq(SGI).isPending());
        gicd(0, 0x200, WORD, 1 << SGI); // GICD_ISPENDR0 is not for SGIs
        assertFalse(bench.irq(SGI).isPending());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void privateRegistersAreBanked(int vcpu) {
        gicd(vcpu, 0x100, WORD, 1 << 27);
        for (int other = 0; other < 3; other++) {
            assertEquals(other == vcpu ? 0x800_ffffL : 0xffff, gicd(other, 0x100, WORD));
            assertEquals(1 << other, gicd(other, 0x800, 0), "GICD_ITARGETSR0 is the reader's own number");
        }
    }

    @Test
    void sharedInterruptsGoToTheLowestTarget() {
        bench.irq(40).enabled = true;
        gicd(0, 0x800 + 40, 0, 0b110);
        assertEquals(0b110, gicd(2, 0x800 + 40, 0));
        bench.inject(40, true);
        assertTrue(bench.vgic.hasPending(bench.vcpus.get(1)));
        assertFalse(bench.vgic.hasPending(bench.vcpus.get(2)));
        assertFalse(bench.vgic.hasPending(bench.vcpu()));
    }

    @Test
    void identification() {
        assertEquals(7 | 2 << 5, gicd(0, 4, WORD), "256 interrupts, three CPUs");
        assertEquals(0x4b00_343bL, gicd(0, 8, WORD));
        assertEquals(1, gicd(0, 0, WORD));
        gicd(0, 0, WORD, 0);
        assertEquals(0, gicd(0, 0, WORD));
    }
}
