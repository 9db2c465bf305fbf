package splitvisor.cpu.mmu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import splitvisor.cpu.memory.Device;
import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.SysReg;

class TranslationTest {

    private static final long L0 = Rig.RAM + 0x1000;
    private static final long L1 = Rig.RAM + 0x2000;
    private static final long L2 = Rig.RAM + 0x3000;
    private static final long L3 = Rig.RAM + 0x4000;
    private static final long S2 = Rig.RAM + 0x5000; // its level 1: T0SZ 25
    private static final long S2_L2 = Rig.RAM + 0x6000;
    private static final long S2_L3 = Rig.RAM + 0x7000;
    private static final long DATA = Rig.RAM + 0x8000;
    private static final long VA = 0x80_0000_1000L;

    private static final long VTCR_40_BITS_FROM_LEVEL_1 = 2L << 16 | 1 << 6 | 24;
    private static final long LEAF = Rig.AF | Rig.PAGE;

    private final Rig rig = new Rig(0x10_0000);

    private void mapAtEl1(long leaf) {
        long index0 = VA >>> 39 & 511;
        rig.memory.writeRam(L0 + 8 * index0, 3, L1 | Rig.TABLE);
        rig.memory.writeRam(L1, 3, L2 | Rig.TABLE);
        rig.memory.writeRam(L2, 3, L3 | Rig.TABLE);
        rig.memory.writeRam(L3 + 8, 3, leaf);
        rig.set(SysReg.TTBR0_EL1, L0);
        rig.set(SysReg.TCR_EL1, 5L << 32 | 16 << 16 | 16);
        rig.set(SysReg.SCTLR_EL1, 1);
        rig.at(1, false, false);
    }

    private void stage2Identity() {
        for (int i = 0; i < 512; i++) {
            rig.memory.writeRam(S2_L3 + 8 * i, 3, Rig.RAM + 0x1000 * i | Rig.S2_RW | Rig.S2_NORMAL | LEAF);
        }
        rig.memory.writeRam(S2 + 8, 3, S2_L2 | Rig.TABLE);
        rig.memory.writeRam(S2_L2, 3, S2_L3 | Rig.TABLE);
        rig.set(SysReg.VTTBR_EL2, S2);
        rig.set(SysReg.VTCR_EL2, VTCR_40_BITS_FROM_LEVEL_1 + 1);
        rig.set(SysReg.HCR_EL2, Hcr.VM);
        rig.cpu.regimeChanged();
    }

    @Test
    void withStage1OffAnAddressIsItsOwnTranslationAndDataIsDevice() {
        rig.word(DATA, 0x1234);
        assertEquals("ok 1234", rig.load(DATA));
        assertEquals("EC=24 ISS=21 FAR=" + Long.toHexString(DATA + 1), rig.load(DATA + 1));
    }

    @Test
    void withStage1OffAnAddressBeyondThePhysicalOnesIsAnAddressSizeFault() {
        assertEquals("EC=24 ISS=0 FAR=1000000000000", rig.load(1L << 48));
        assertEquals("EC=20 ISS=0 FAR=1000000000000", rig.fetch(1L << 48));
    }

    @Test
    void anAddressThatNothingAnswersIsASynchronousExternalAbort() {
        assertEquals("EC=24 ISS=10 FAR=1000", rig.load(0x1000));
        assertEquals("EC=24 ISS=50 FAR=1000", rig.store(0x1000, 0));
        assertEquals("EC=20 ISS=10 FAR=1000", rig.fetch(0x1000));
        rig.at(1, false, false);
        rig.set(SysReg.HCR_EL2, Hcr.TEA);
        assertEquals("EC=24 ISS=10 FAR=1000 to EL2", rig.load(0x1000));
    }

    @Test
    void aLoadHasNoMoreBytesOfADevicesAnswerThanItAskedFor() {
        rig.memory.map(0x1000, 0x1000, new Device() {
            @Override
            public long read(long offset, int log2) {
                return -0x0102_0304_0506_0709L;
            }

            @Override
            public void write(long offset, int log2, long value) {}
        });
        for (int log2 = 0; log2 < 4; log2++) {
            int size = log2;
            assertEquals("ok " + "fefdfcfbfaf9f8f7".substring(16 - (2 << size)),
                    rig.outcome(() -> rig.cpu.mmu.load(0x1000, size)));
        }
    }

    @Test
    void fourLevelsOfTablesLeadToAPage() {
        mapAtEl1(DATA | LEAF);
        rig.word(DATA + 4, 0x5a);
        assertEquals("ok 5a", rig.load(VA + 4));
        assertEquals(4, rig.walkSteps());
        assertEquals("ok", rig.store(VA + 8, 7));
        assertEquals("ok 7", rig.load(VA + 8));
        assertEquals("ok " + Long.toHexString(DATA + 8), rig.fetch(VA + 8));
    }

    @Test
    void level0BlockWithThe4KGranuleIsATranslationFault() {
        mapAtEl1(DATA | LEAF);
        rig.memory.writeRam(L0 + 8 * (VA >>> 39 & 511), 3, Rig.RAM | Rig.AF | 1);
        assertEquals("EC=24 ISS=4 FAR=8000001000", rig.load(VA));
    }

    @Test
    void abortOfStage1AtEl2HasNoInstructionSyndrome() {
        rig.word(DATA, 0xb940_0027); // ldr w7, [x1]
        rig.cpu.pc = DATA;
        rig.set(SysReg.TTBR0_EL2, L0);
        rig.set(SysReg.TCR_EL2, 5L << 16 | 16);
        rig.set(SysReg.SCTLR_EL2, 1);
        rig.at(2, false, false);
        assertEquals("EC=24 ISS=4 FAR=8000001000", rig.load(VA)); // taken as 25, from the same EL
    }

    @Test
    void anAccessThatLeavesItsPageFaultsWhereTheNextPageStarts() {
        mapAtEl1(DATA | LEAF);
        rig.memory.writeRam(L3 + 16, 3, 0);
        rig.word(DATA + 0xffc, 0xaabbccdd);
        assertEquals("ok aabbccdd", rig.load(VA + 0xffc));
        assertEquals("EC=24 ISS=7 FAR=8000002000", rig.load(VA + 0xffe));
        assertEquals("EC=24 ISS=47 FAR=8000002000", rig.store(VA + 0xffe, 0));
        assertEquals("ok aabbccdd", rig.load(VA + 0xffc));
    }

    @Test
    void anAccessAcrossTwoPagesReachesBoth() {
        mapAtEl1(DATA | LEAF);
        rig.memory.writeRam(L3 + 16, 3, DATA + 0x4000 | LEAF);
        assertEquals("ok", rig.store(VA + 0xffe, 0x11223344));
        assertEquals("ok 11223344", rig.load(VA + 0xffe));
        assertEquals(0x3344, rig.memory.readRam(DATA + 0xffe, 1));
        assertEquals(0x1122, rig.memory.readRam(DATA + 0x4000, 1));
    }

    @Test
    void deviceMemoryRefusesUnalignedAccesses() {
        mapAtEl1(DATA | LEAF | Rig.DEVICE);
        assertEquals("ok 0", rig.load(VA + 4));
        assertEquals("EC=24 ISS=21 FAR=8000001001", rig.load(VA + 1));
        mapAtEl1(DATA | LEAF);
        rig.set(SysReg.SCTLR_EL1, 3);
        assertEquals("EC=24 ISS=61 FAR=8000001001", rig.store(VA + 1, 0));
    }

    @Test
    void deviceMemoryIsWalkedToOnceForLoadsAndOnceForStores() {
        mapAtEl1(DATA | LEAF | Rig.DEVICE);
        for (int i = 0; i < 8; i++) {
            assertEquals("ok 0", rig.load(VA + 8L * i));
            assertEquals("ok", rig.store(VA + 8L * i + 4, 1));
        }
        assertEquals(2 * 4, rig.walkSteps());
    }

    @Test
    void stage2TranslatesTheTablesOfStage1Too() {
        mapAtEl1(DATA | LEAF);
        stage2Identity();
        rig.word(DATA, 0x77);
        assertEquals("ok 77", rig.load(VA));
        assertEquals(4 * (3 + 1) + 3, rig.walkSteps());
    }

    @Test
    void stage2FaultsNameTheIpaAndGoToEl2() {
        mapAtEl1(DATA | LEAF);
        stage2Identity();
        rig.word(DATA + 0x100, 0xb940_0027); // ldr w7, [x1]
        rig.cpu.pc = VA + 0x100;
        rig.memory.writeRam(L3 + 16, 3, 0x9_0000_0000L | LEAF);
        assertEquals("EC=24 ISS=1870005 FAR=8000002010 IPA=900000010 to EL2", rig.load(VA + 0x1010));
        rig.memory.writeRam(S2_L3 + 8 * 3, 3, 0); // where stage 1's level 2 is
        assertEquals("EC=24 ISS=87 FAR=8000003000 IPA=40003000 to EL2", rig.load(VA + 0x2000));
    }
}
