package splitvisor.cpu.mmu;

import static splitvisor.cpu.mmu.OracleRig.LEAF;
import static splitvisor.cpu.mmu.OracleRig.STAGE2_LEAF;
import static splitvisor.cpu.mmu.OracleRig.VA;
import static splitvisor.cpu.mmu.OracleRig.page;

import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.SysOp;
import splitvisor.cpu.sysreg.SysReg;

/// The probes `at.<kind>.<operation>`: what PAR_EL1 says. Stage 2 maps the page elsewhere, so that the
/// two kinds of operation tell themselves apart.
final class AtOracle {

    private static final long HIGH = 0xffff_0000_0000_1000L;

    private final OracleRig scene;
    private final Rig rig;

    AtOracle(OracleRig scene) {
        this.scene = scene;
        this.rig = scene.rig;
    }

    String probe(String[] parts) {
        String operation = parts[parts.length - 1];
        String kind = String.join(".", java.util.Arrays.copyOfRange(parts, 1, parts.length - 1));
        if (parts[1].equals("el2")) {
            return el2(parts[2], operation);
        }
        scene.regime = "A1";
        Tables stage1 = scene.stage1();
        Tables stage2 = scene.stage2();
        stage1.set(VA, 3, page(1) | LEAF | Rig.AP_EL0);
        stage2.set(page(1), 3, page(9) | STAGE2_LEAF);
        long va = set(kind, stage1, stage2);
        scene.regime = parts[1].equals("el1") ? "A1" : "B2";
        long hcr = rig.get(SysReg.HCR_EL2);
        scene.enter();
        rig.set(SysReg.HCR_EL2, parts[1].equals("el1") ? hcr & ~Hcr.VM : hcr);
        return translate(operation, va);
    }

    private long set(String kind, Tables stage1, Tables stage2) {
        if (kind.startsWith("AP")) {
            stage1.set(VA, 3, page(1) | LEAF | (long) (kind.charAt(2) - '0') << 6);
            stage2.set(page(1), 3, page(9) | LEAF | Rig.S2_NORMAL | (long) (kind.charAt(8) - '0') << 6);
            return VA;
        }
        switch (kind) {
            case "s1inv0", "s1inv1", "s1inv2", "s1inv3" -> stage1.set(VA, kind.charAt(5) - '0', 0);
            case "s1af" -> stage1.set(VA, 3, page(1) | 3 | Rig.AP_EL0);
            case "s2inv2", "s2inv3" -> stage2.set(page(1), kind.charAt(5) - '0', 0);
            case "s2af" -> stage2.set(page(1), 3, page(9) | STAGE2_LEAF & ~Rig.AF);
            case "s1blk" -> stage1.set(VA, 2, 0x4800_0000L | OracleRig.BLOCK | Rig.AP_EL0);
            case "s2blk" -> stage2.set(page(1), 2, 0x4800_0000L | STAGE2_LEAF & ~2);
            case "s1off" -> rig.set(SysReg.SCTLR_EL1, 0);
            case "el1.AP0", "el1.AP1", "el1.AP2", "el1.AP3" ->
                    stage1.set(VA, 3, page(1) | LEAF | (long) (kind.charAt(6) - '0') << 6);
            case "ok" -> { }
            default -> {
                return epd(kind, stage1);
            }
        }
        return kind.equals("s1off") ? page(1) : VA;
    }

    /// `EPD<n>.<hi|lo>`, n being EPD1:EPD0.
    private long epd(String kind, Tables stage1) {
        long n = kind.charAt(3) - '0';
        Tables upper = Tables.stage1(rig.memory, stage1.end(), Granule.KB4, 16);
        upper.set(HIGH, 3, page(1) | LEAF | Rig.AP_EL0);
        rig.set(SysReg.TTBR1_EL1, upper.root());
        rig.set(SysReg.TCR_EL1, rig.get(SysReg.TCR_EL1) | (n & 1) << 7 | n >> 1 << 23);
        return kind.endsWith(".hi") ? HIGH : VA;
    }

    private String el2(String kind, String operation) {
        scene.regime = "B2";
        Tables tables = scene.stage1();
        tables.set(VA, 3, kind.equals("inv") ? 0 : page(1) | LEAF | (kind.equals("ro") ? Rig.AP_RO : 0));
        return translate(operation, VA);
    }

    private String translate(String operation, long va) {
        rig.cpu.mmu.at(SysOp.valueOf("AT_" + operation), va);
        long par = rig.get(SysReg.PAR_EL1);
        if ((par & 1) == 0) {
            return "F=0 PA=%x".formatted(par & 0xffff_ffff_f000L);
        }
        return "F=1 FST=%02x PTW=%d S=%d".formatted(par >>> 1 & 0x3f, par >>> 8 & 1, par >>> 9 & 1);
    }
}
