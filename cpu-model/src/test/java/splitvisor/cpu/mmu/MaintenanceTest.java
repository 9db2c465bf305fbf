package splitvisor.cpu.mmu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.Profiles;
import splitvisor.cpu.hosted.HostedTexts;
import splitvisor.cpu.memory.CodeCache;
import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.SysOp;
import splitvisor.cpu.sysreg.SysReg;

/// DC, IC, AT and TLBI: what they do, what they raise, what PAR_EL1 says.
class MaintenanceTest {

    private static final long VA = 0x1000;
    private static final long LEAF = Rig.PAGE | Rig.AF;
    private static final long DATA = Rig.RAM + 0x8_0000;

    private final Rig rig = new Rig(0x10_0000);
    private final Tables tables = Tables.stage1(rig.memory, Rig.RAM + 0x1000, Granule.KB4, 25).inputBits(39);
    private final Tables stage2 = new Tables(rig.memory, Rig.RAM + 0x2_0000, Granule.KB4, 1, 1).inputBits(39);

    @BeforeEach
    void stage1At25() {
        rig.set(SysReg.TTBR0_EL1, tables.root());
        rig.set(SysReg.TCR_EL1, 5L << 32 | 25 << 16 | 25);
        rig.set(SysReg.SCTLR_EL1, 1 | 1 << 2 | 1 << 12);
        rig.at(1, false, false);
        tables.set(VA, 3, DATA | LEAF);
    }

    private void stage2On() {
        for (long pa = Rig.RAM; pa < Rig.RAM + 0x10_0000; pa += 0x1000) {
            stage2.set(pa, 3, pa | LEAF | Rig.S2_RW | Rig.S2_NORMAL);
        }
        rig.set(SysReg.VTTBR_EL2, stage2.root() | 1L << 48);
        rig.set(SysReg.VTCR_EL2, 5L << 16 | 1 << 6 | 25);
        rig.set(SysReg.HCR_EL2, Hcr.VM);
        rig.cpu.regimeChanged();
    }

    private String cache(SysOp op, long va) {
        return rig.outcome(() -> {
            rig.cpu.mmu.cache(op, va);
            return null;
        });
    }

    private String at(SysOp op, long va) {
        return rig.outcome(() -> {
            rig.cpu.mmu.at(op, va);
            return rig.get(SysReg.PAR_EL1);
        });
    }

    @Test
    void dcZvaZeroesTheBlockThatHoldsTheAddress() {
        for (int i = 0; i < 0x100; i += 8) {
            rig.memory.writeRam(DATA + i, 3, -1);
        }
        assertEquals("ok", cache(SysOp.DC_ZVA, VA + 0x7f));
        for (int i = 0; i < 0x100; i += 8) {
            assertEquals(i >= 0x40 && i < 0x80 ? 0 : -1, rig.memory.readRam(DATA + i, 3));
        }
    }

    @Test
    void dcZvaFaultsAsAStoreThatIsNotMaintenance() {
        tables.set(VA, 3, DATA | LEAF | Rig.AP_RO);
        assertEquals("EC=24 ISS=4f FAR=107f", cache(SysOp.DC_ZVA, VA + 0x7f));
        tables.set(VA, 3, DATA | LEAF | Rig.AP_EL0);
        rig.cpu.pan = true;
        rig.cpu.mmu.contextChanged();
        assertEquals("EC=24 ISS=4f FAR=1000", cache(SysOp.DC_ZVA, VA));
    }

    @Test
    void dcZvaOnDeviceMemoryIsAnAlignmentFaultEvenWhenAligned() {
        tables.set(VA, 3, DATA | LEAF | Rig.DEVICE);
        assertEquals("EC=24 ISS=61 FAR=1000", cache(SysOp.DC_ZVA, VA));
        rig.set(SysReg.SCTLR_EL1, 0);
        assertEquals("EC=24 ISS=61 FAR=40080000", cache(SysOp.DC_ZVA, DATA));
    }

    @Test
    void cleaningByAddressAtEl1NeedsATranslationOnly() {
        tables.set(VA, 3, DATA | LEAF | Rig.AP_RO);
        assertEquals("ok", cache(SysOp.DC_CVAC, VA));
        assertEquals("ok", cache(SysOp.DC_CIVAC, VA));
        assertEquals("EC=24 ISS=147 FAR=2000", cache(SysOp.DC_CVAU, VA + 0x1000));
        assertEquals("EC=24 ISS=147 FAR=2000", cache(SysOp.IC_IVAU, VA + 0x1000));
    }

    @Test
    void invalidatingByAddressNeedsWritePermission() {
        assertEquals("ok", cache(SysOp.DC_IVAC, VA));
        tables.set(VA, 3, DATA | LEAF | Rig.AP_RO);
        rig.cpu.mmu.tlbi(SysOp.TLBI_VMALLE1, 0);
        assertEquals("EC=24 ISS=14f FAR=1000", cache(SysOp.DC_IVAC, VA));
    }

    @ParameterizedTest
    @EnumSource(value = SysOp.class, names = {"DC_CVAC", "DC_CVAU", "DC_CVAP", "DC_CIVAC", "IC_IVAU"})
    void maintenanceByAddressAtEl0NeedsReadPermission(SysOp op) {
        rig.at(0, false, false);
        assertEquals("EC=24 ISS=14f FAR=1000", cache(op, VA));
        tables.set(VA, 3, DATA | LEAF | Rig.AP_EL0 | Rig.AP_RO);
        assertEquals("ok", cache(op, VA));
    }

    @Test
    void stage2FaultsOfMaintenanceHaveCmAndNoInstructionSyndrome() {
        stage2On();
        stage2.set(DATA, 3, 0);
        assertEquals("EC=24 ISS=147 FAR=1040 IPA=40080040 to EL2", cache(SysOp.DC_CVAC, VA + 0x40));
    }

    @Test
    void icIvauForgetsTheLineAtThePhysicalAddressAndIcIalluForgetsAll() {
        List<String> calls = new ArrayList<>();
        rig.memory.setCodeCache(new CodeCache() {
            @Override
            public void invalidate(long pa) {
                calls.add(Long.toHexString(pa));
            }

            @Override
            public void invalidateAll() {
                calls.add("all");
            }
        });
        cache(SysOp.IC_IVAU, VA + 0x44);
        cache(SysOp.IC_IALLU, 0);
        cache(SysOp.IC_IALLUIS, 0);
        cache(SysOp.DC_ISW, 0x123);
        assertEquals(List.of("40080044", "all", "all"), calls);
    }

    @Test
    void parHoldsAddressAttributesAndShareability() {
        tables.set(VA, 3, DATA | LEAF | 3 << 8);
        assertEquals("ok ff00000040080b80", at(SysOp.AT_S1E1R, VA));
        tables.set(VA, 3, DATA | LEAF | Rig.DEVICE | 3 << 8);
        assertEquals("ok 400000040080b00", at(SysOp.AT_S1E1R, VA)); // Device is Outer Shareable whatever SH says
    }

    @Test
    void parOfBothStagesHasTheStricterAttributes() {
        stage2On();
        tables.set(VA, 3, DATA | LEAF | 3 << 8);
        rig.cpu.el = 2;
        rig.cpu.regimeChanged();
        assertEquals("ok ff00000040080b80", at(SysOp.AT_S12E1R, VA));
        stage2.set(DATA, 3, DATA + 0x1000 | LEAF | Rig.S2_RW | 5 << 2); // Normal Non-cacheable
        assertEquals("ok 4400000040081b00", at(SysOp.AT_S12E1R, VA));
        stage2.set(DATA, 3, DATA | LEAF | Rig.S2_RW | 1 << 2); // Device-nGnRE
        assertEquals("ok 400000040080b00", at(SysOp.AT_S12E1R, VA));
    }

    @ParameterizedTest
    @EnumSource(names = {"AT_S12E1R", "AT_S12E1W", "AT_S12E0R", "AT_S12E0W", "AT_S1E1R", "AT_S1E0W"})
    void aHostAsksAboutItsOwnRegime(SysOp op) {
        stage2On();
        Tables host = Tables.stage1(rig.memory, Rig.RAM + 0x4_0000, Granule.KB4, 25).inputBits(39);
        host.set(VA, 3, DATA + 0x1000 | LEAF | Rig.AP_EL0 | 3 << 8);
        rig.set(SysReg.TTBR0_EL2, host.root());
        rig.set(SysReg.TCR_EL2, rig.get(SysReg.TCR_EL1));
        rig.set(SysReg.SCTLR_EL2, rig.get(SysReg.SCTLR_EL1));
        rig.set(SysReg.MAIR_EL2, rig.get(SysReg.MAIR_EL1));
        rig.at(2, true, true);
        assertEquals("ok ff00000040081b80", at(op, VA));
    }

    @Test
    void panMattersToTheOperationsThatAskForItOnly() {
        tables.set(VA, 3, DATA | LEAF | Rig.AP_EL0);
        rig.cpu.pan = true;
        rig.cpu.mmu.contextChanged();
        assertEquals("ok ff00000040080a00", at(SysOp.AT_S1E1R, VA));
        assertEquals("ok 81f", at(SysOp.AT_S1E1RP, VA));
        assertEquals("ok 81f", at(SysOp.AT_S1E1WP, VA));
    }

    @Test
    void aStage2FaultOnTheWalkOfAnAtIsTakenFromEl1AndReportedAtEl2() {
        stage2On();
        long level3 = tables.get(VA, 2) & 0xffff_f000L;
        stage2.set(level3, 3, 0);
        rig.set(SysReg.PAR_EL1, 0x55);
        assertEquals("EC=24 ISS=1c7 FAR=1000 IPA=%x to EL2".formatted(level3 + 8), at(SysOp.AT_S1E1R, VA));
        assertEquals(0x55, rig.get(SysReg.PAR_EL1));
        rig.cpu.el = 2;
        rig.cpu.regimeChanged();
        assertEquals("ok b0f", at(SysOp.AT_S1E1R, VA)); // S, PTW, FST 7
    }

    @Test
    void anExternalAbortOnTheWalkOfAnAtIsTaken() {
        tables.set(VA, 2, 0x9000_0000L | Rig.TABLE);
        assertEquals("EC=24 ISS=157 FAR=1000", at(SysOp.AT_S1E1R, VA));
    }

    @Test
    void hcrFbBroadcastsTheTlbiOfEl1() {
        Cpu peer = new Cpu(1, rig.memory, new HostedTexts(), Profiles.flat(1, 1));
        rig.cpu.peers = new Cpu[] {rig.cpu, peer};
        System.arraycopy(rig.cpu.sys, 0, peer.sys, 0, peer.sys.length);
        peer.el = 1;
        peer.regimeChanged();
        assertEquals(0, peer.mmu.load(VA, 2));
        tables.set(VA, 3, DATA + 0x1000 | LEAF);
        rig.memory.writeRam(DATA + 0x1000, 2, 9);
        rig.cpu.mmu.tlbi(SysOp.TLBI_VMALLE1, 0);
        assertEquals(0, peer.mmu.load(VA, 2), "not for other PEs");
        rig.set(SysReg.HCR_EL2, Hcr.FB);
        rig.cpu.mmu.tlbi(SysOp.TLBI_VMALLE1, 0);
        assertEquals(9, peer.mmu.load(VA, 2));
    }
}
