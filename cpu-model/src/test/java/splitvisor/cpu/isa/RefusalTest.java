package splitvisor.cpu.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.Profiles;
import splitvisor.cpu.hosted.HostedTexts;
import splitvisor.cpu.memory.PhysicalMemory;
import splitvisor.cpu.sysreg.SysReg;

/// The ID registers and the table of instructions tell the same story.
class RefusalTest {

    private static final Pattern CLAIM = Pattern.compile("(ID_AA64[A-Z0-9]+_EL1)\\.([A-Za-z0-9, ]+) (?:is|are) (\\d+)");

    /// The low bit of each four-bit field.
    private static final Map<String, Integer> FIELDS = Map.ofEntries(
            Map.entry("ISAR0.AES", 4), Map.entry("ISAR0.SHA1", 8), Map.entry("ISAR0.CRC32", 16),
            Map.entry("ISAR0.Atomic", 20), Map.entry("ISAR0.RDM", 28), Map.entry("ISAR0.SHA3", 32),
            Map.entry("ISAR0.SM3", 36), Map.entry("ISAR0.SM4", 40), Map.entry("ISAR0.DP", 44),
            Map.entry("ISAR0.FHM", 48), Map.entry("ISAR0.TS", 52),
            Map.entry("ISAR1.APA", 4), Map.entry("ISAR1.API", 8), Map.entry("ISAR1.JSCVT", 12),
            Map.entry("ISAR1.FCMA", 16), Map.entry("ISAR1.LRCPC", 20), Map.entry("ISAR1.FRINTTS", 32),
            Map.entry("ISAR1.SB", 36), Map.entry("PFR0.SVE", 32), Map.entry("PFR1.MTE", 8));

    private final Cpu cpu =
            new Cpu(0, new PhysicalMemory(0x4000_0000L, 0x1000), new HostedTexts(), Profiles.flat(1, 1));

    private long field(String register, String name) {
        SysReg row = SysReg.valueOf(register);
        String key = register.substring("ID_AA64".length(), register.length() - "_EL1".length()) + "." + name;
        return cpu.registers.read(row.encoding(), 0) >>> FIELDS.get(key) & 0xf;
    }

    @Test
    void whatARefusalSaysAboutIdRegistersIsTrue() {
        List<String> refusals = new ArrayList<>();
        for (A64 row : A64.values()) {
            if (row.refusal() != null) {
                Matcher claim = CLAIM.matcher(row.refusal());
                while (claim.find()) {
                    for (String name : claim.group(2).split(", | and ")) {
                        refusals.add(row.name());
                        assertEquals(Long.parseLong(claim.group(3)), field(claim.group(1), name), row + " " + name);
                    }
                }
            }
        }
        assertEquals(true, refusals.size() > 20, refusals.toString());
    }

    @Test
    void optionalInstructionsAreClaimedWhenTheyAreExecuted() {
        assertClaimed(A64.CRC32, "ISAR0", "CRC32", 1);
        assertClaimed(A64.CAS, "ISAR0", "Atomic", 2);
        assertClaimed(A64.LDAPR, "ISAR1", "LRCPC", 1);
        assertClaimed(A64.SDOT_VEC, "ISAR0", "DP", 1);
        assertClaimed(A64.SQRDMLAH_VEC, "ISAR0", "RDM", 1);
    }

    private void assertClaimed(A64 row, String register, String field, int value) {
        int expected = InstructionsPage.isExecuted(row) ? value : 0;
        assertEquals(expected, field("ID_AA64" + register + "_EL1", field), row.name());
    }
}
