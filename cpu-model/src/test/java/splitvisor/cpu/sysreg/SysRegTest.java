package splitvisor.cpu.sysreg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SysRegTest {

    /// Arm ARM D17.1.4, "registers accessed by the _EL12 and _EL02 names", without those of absent features.
    private static final List<String> EL12_BY_HAND =
            List.of(
                    "S3_5_C1_C0_0 SCTLR_EL12",
                    "S3_5_C1_C0_2 CPACR_EL12",
                    "S3_5_C2_C0_0 TTBR0_EL12",
                    "S3_5_C2_C0_1 TTBR1_EL12",
                    "S3_5_C2_C0_2 TCR_EL12",
                    "S3_5_C4_C0_0 SPSR_EL12",
                    "S3_5_C4_C0_1 ELR_EL12",
                    "S3_5_C5_C1_0 AFSR0_EL12",
                    "S3_5_C5_C1_1 AFSR1_EL12",
                    "S3_5_C5_C2_0 ESR_EL12",
                    "S3_5_C6_C0_0 FAR_EL12",
                    "S3_5_C10_C2_0 MAIR_EL12",
                    "S3_5_C10_C3_0 AMAIR_EL12",
                    "S3_5_C12_C0_0 VBAR_EL12",
                    "S3_5_C13_C0_1 CONTEXTIDR_EL12",
                    "S3_5_C14_C1_0 CNTKCTL_EL12",
                    "S3_5_C14_C2_0 CNTP_TVAL_EL02",
                    "S3_5_C14_C2_1 CNTP_CTL_EL02",
                    "S3_5_C14_C2_2 CNTP_CVAL_EL02",
                    "S3_5_C14_C3_0 CNTV_TVAL_EL02",
                    "S3_5_C14_C3_1 CNTV_CTL_EL02",
                    "S3_5_C14_C3_2 CNTV_CVAL_EL02");

    @Test
    void redirectedRegistersAreTheOnesTheArmArmLists() {
        List<String> derived =
                Stream.of(SysReg.values())
                        .filter(r -> r.e2h() != null)
                        .map(SysReg::el12)
                        .sorted((a, b) -> Integer.compare(a.encoding(), b.encoding()))
                        .map(a -> generic(a.encoding()) + " " + a.assemblyName())
                        .toList();
        assertEquals(EL12_BY_HAND, derived);
    }

    @Test
    void everyNameFindsItsRow() {
        for (SysReg row : SysReg.values()) {
            boolean own = !row.name().startsWith("ICV_"); // the others have the name of their ICC_ register
            assertSame(own ? row : null, SysReg.named(row.name()));
            assertEquals(own ? row.name() : row.name().replace("ICV_", "ICC_"), SysReg.nameOf(row.encoding()));
        }
        assertEquals(SysReg.SCTLR_EL1.el12(), SysReg.named("sctlr_el12"));
        assertEquals("CNTV_CTL_EL02", SysReg.nameOf(SysReg.CNTV_CTL_EL0.el12().encoding()));
        assertEquals("S3_0_C15_C1_2", SysReg.nameOf(Spec.encode(3, 0, 15, 1, 2)));
        assertThrows(IllegalArgumentException.class, SysReg.TPIDR_EL0::el12);
    }

    @Test
    void noTwoNamesShareAnEncoding() {
        Set<Integer> seen = new HashSet<>();
        for (SysReg row : SysReg.values()) {
            if (!row.name().startsWith("ICV_")) {
                assertTrue(seen.add(row.encoding()), row.name());
            }
            assertTrue(row.e2h() == null || seen.add(row.el12().encoding()), row.name());
        }
    }

    @Test
    void el1SaveClassIsInLinux61sOrder() {
        assertEquals(
                "[CSSELR_EL1, SCTLR_EL1, CPACR_EL1, TTBR0_EL1, TTBR1_EL1, TCR_EL1, ESR_EL1, AFSR0_EL1, AFSR1_EL1, "
                        + "FAR_EL1, MAIR_EL1, VBAR_EL1, CONTEXTIDR_EL1, AMAIR_EL1, CNTKCTL_EL1, PAR_EL1, TPIDR_EL1, "
                        + "SP_EL1, ELR_EL1, SPSR_EL1]",
                SysReg.of(SaveClass.EL1).toString());
        assertEquals("[MDSCR_EL1]", SysReg.of(SaveClass.COMMON).toString());
        assertEquals("[TPIDR_EL0, TPIDRRO_EL0]", SysReg.of(SaveClass.USER).toString());
        assertEquals("[ELR_EL2, SPSR_EL2, VDISR_EL2]", SysReg.of(SaveClass.EL2_RETURN).toString());
    }

    @Test
    void everyVncrOffsetIsAlignedInsideThePageAndUnique() {
        Set<Integer> seen = new HashSet<>();
        for (SysReg row : SysReg.values()) {
            int offset = row.vncrOffset();
            if (offset >= 0) {
                assertEquals(0, offset % 8, row.name());
                assertTrue(offset < 0x1000, row.name());
                assertTrue(seen.add(offset), row.name());
            }
        }
        assertTrue(seen.size() > 30);
    }

    @Test
    void aRowThatSaysAFactTwiceIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Spec.at(3, 0, 1, 0, 0).reset(0).reset(1));
        assertThrows(
                IllegalArgumentException.class,
                () -> Spec.at(3, 0, 1, 0, 0).mask(1).reset(2).checkedFor("contradiction"));
    }

    @Test
    void namesEndInTheLevelTheirEncodingImplies() {
        for (SysReg row : SysReg.values()) {
            String name = row.name();
            int level = row.spec.minimumEl();
            if (name.matches(".*_EL[012]") && row != SysReg.SP_EL0 && row != SysReg.SP_EL1 && row != SysReg.SP_EL2) {
                assertEquals(name.charAt(name.length() - 1) - '0', level, name);
            }
            assertNotNull(row.costGroup());
        }
    }

    private static String generic(int encoding) {
        return "S%d_%d_C%d_C%d_%d"
                .formatted(encoding >> 14, encoding >> 11 & 7, encoding >> 7 & 15, encoding >> 3 & 15, encoding & 7);
    }
}
