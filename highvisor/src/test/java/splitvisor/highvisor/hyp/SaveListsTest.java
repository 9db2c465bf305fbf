package splitvisor.highvisor.hyp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import splitvisor.cpu.sysreg.Feature;
import splitvisor.cpu.sysreg.SysReg;

class SaveListsTest {

    /// Without what only some CPUs have: VDISR_EL2 comes with RAS, CSSELR_EL1 with caches that Linux does
    /// not trust to be described alike on all CPUs.
    private static long mandatory(List<SysReg> list) {
        return list.stream().filter(reg -> reg.feature() != Feature.RAS && reg != SysReg.CSSELR_EL1).count();
    }

    @Test
    void splitModeMoves98RegistersPerRoundTripWithoutOptionalFeatures() {
        long saved = mandatory(SaveLists.EL1) + mandatory(SaveLists.COMMON) + mandatory(SaveLists.USER)
                + mandatory(SaveLists.EL2_RETURN);
        long restored = saved + 1; // VMPIDR_EL2
        assertEquals(24, saved);
        assertEquals(98, saved + restored + saved + restored);
    }

    @Test
    void vheMovesEight() {
        long host = mandatory(SaveLists.COMMON);
        long guest = mandatory(SaveLists.COMMON) + mandatory(SaveLists.EL2_RETURN);
        assertEquals(8, host + guest + guest + host);
    }

    @Test
    void theRestoreOrderHoldsTheSameRegistersWithTcrBehindSctlr() {
        assertEquals(new HashSet<>(SaveLists.EL1), new HashSet<>(SaveLists.EL1_RESTORE));
        assertEquals(SaveLists.EL1.size(), SaveLists.EL1_RESTORE.size());
        int sctlr = SaveLists.EL1_RESTORE.indexOf(SysReg.SCTLR_EL1);
        assertEquals(SysReg.TCR_EL1, SaveLists.EL1_RESTORE.get(sctlr + 1));
        assertTrue(sctlr < SaveLists.EL1_RESTORE.indexOf(SysReg.TTBR0_EL1));
    }

    @Test
    void noRegisterIsInTwoClasses() {
        HashSet<SysReg> seen = new HashSet<>();
        for (List<SysReg> list : List.of(SaveLists.EL1, SaveLists.COMMON, SaveLists.USER, SaveLists.EL2_RETURN)) {
            for (SysReg reg : list) {
                assertTrue(seen.add(reg), reg.name());
            }
        }
    }

    @Test
    void vheReachesTheGuestsRegistersByTheirEl12NamesWhereTheyHaveOne() {
        assertEquals("SCTLR_EL12", RegisterNames.VHE.guest().apply(SysReg.SCTLR_EL1).assemblyName());
        assertEquals("CNTV_CTL_EL02", RegisterNames.VHE.guest().apply(SysReg.CNTV_CTL_EL0).assemblyName());
        assertEquals("TPIDR_EL1", RegisterNames.VHE.guest().apply(SysReg.TPIDR_EL1).assemblyName());
        assertEquals("SCTLR_EL1", RegisterNames.NVHE.guest().apply(SysReg.SCTLR_EL1).assemblyName());
    }
}
