package splitvisor.cpu.mmu;

import static splitvisor.cpu.mmu.OracleRig.LEAF;
import static splitvisor.cpu.mmu.OracleRig.STAGE2_LEAF;
import static splitvisor.cpu.mmu.OracleRig.VA;
import static splitvisor.cpu.mmu.OracleRig.page;

import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.SysReg;

/// The probes of stage 2: permissions, faults by level, walks of stage 1 under it, configurations.
final class Stage2Oracle {

    private static final long XN = 1L << 54;
    private static final long BEYOND_40_BITS = 1L << 40;
    private static final long GIB = 1L << 30;

    private final OracleRig scene;
    private final Rig rig;

    Stage2Oracle(OracleRig scene) {
        this.scene = scene;
        this.rig = scene.rig;
    }

    /// `s2perm.S2AP<n>[.XN].AP<n>[.UXPX]`.
    String permission(String kind, String op) {
        long s2ap = kind.charAt(4) - '0';
        long xn = kind.contains(".XN") ? XN : 0;
        long ap = kind.charAt(kind.indexOf(".AP") + 3) - '0';
        long never = kind.endsWith(".UXPX") ? Rig.UXN | Rig.PXN : 0;
        scene.stage1().set(VA, 3, page(1) | LEAF | ap << 6 | never);
        scene.stage2().set(page(1), 3, page(1) | LEAF | Rig.S2_NORMAL | s2ap << 6 | xn);
        return scene.run(op, VA);
    }

    /// `s2.<kind>`: what stage 2 has for the page, or for a table of stage 1 (`s1ptw`).
    String fault(String kind, String op) {
        if (kind.startsWith("S1off.")) {
            return flat(kind.substring(6), op);
        }
        long ipa = kind.endsWith("1") || kind.equals("blk1G") ? 0x8000_1000L : page(1);
        ipa = kind.startsWith("s1ptw") ? page(1) : ipa;
        Tables stage1 = scene.stage1();
        stage1.set(VA, 3, ipa | LEAF | scene.accessible(op));
        Tables stage2 = scene.stage2();
        if (kind.startsWith("s1ptw.")) {
            int level = kind.charAt(kind.length() - 1) - '0';
            long table = level == 0 ? stage1.root() : stage1.get(VA, level - 1) & 0xffff_ffff_f000L;
            stage2.set(table, 3, kind.contains(".perm.") ? table | LEAF | Rig.S2_NORMAL
                    : kind.contains(".af.") ? table | STAGE2_LEAF & ~Rig.AF : 0);
            return scene.run(op, VA, 0x18, 0x20);
        }
        describe(kind, stage1, stage2, ipa);
        return scene.run(op, VA, 0x18, 0x20);
    }

    private void describe(String kind, Tables stage1, Tables stage2, long ipa) {
        long block2M = 0x4800_0000L | STAGE2_LEAF & ~2;
        switch (kind) {
            case "page" -> { }
            case "blk2M" -> stage2.set(ipa, 2, block2M);
            case "blk1G" -> stage2.set(ipa, 1, GIB | STAGE2_LEAF & ~2);
            case "inv1", "inv2", "inv3" -> stage2.set(ipa, kind.charAt(3) - '0', 0);
            case "rsv3" -> stage2.set(ipa, 3, ipa | STAGE2_LEAF & ~2);
            case "af1" -> stage2.set(ipa, 1, GIB | STAGE2_LEAF & ~2 & ~Rig.AF);
            case "af2" -> stage2.set(ipa, 2, block2M & ~Rig.AF);
            case "af3" -> stage2.set(ipa, 3, ipa | STAGE2_LEAF & ~Rig.AF);
            case "perm2" -> stage2.set(ipa, 2, block2M & ~Rig.S2_RW | XN);
            case "perm3" -> stage2.set(ipa, 3, ipa | STAGE2_LEAF & ~Rig.S2_RW | XN);
            case "osz2" -> stage2.set(ipa, 2, block2M | BEYOND_40_BITS);
            case "osz3" -> stage2.set(ipa, 3, ipa | STAGE2_LEAF | BEYOND_40_BITS);
            case "s1first" -> {
                stage1.set(VA, 3, 0);
                stage2.set(ipa, 3, 0);
            }
            case "remap" -> stage2.set(ipa, 3, page(9) | STAGE2_LEAF);
            default -> throw new IllegalArgumentException(kind);
        }
    }

    /// `s2.S1off.<kind>`: addresses are intermediate physical ones.
    private String flat(String kind, String op) {
        Tables stage2 = scene.stage2();
        long ipa = page(1);
        rig.cpu.pc = OracleRig.CODE;
        switch (kind) {
            case "ok" -> { }
            case "remap" -> stage2.set(ipa, 3, page(9) | STAGE2_LEAF);
            case "ro" -> stage2.set(ipa, 3, ipa | STAGE2_LEAF & ~(1 << 7));
            case "ipa_inv2" -> ipa = 0x4100_0000L;
            default -> throw new IllegalArgumentException(kind);
        }
        return scene.run(op, ipa);
    }

    /// `s2cfg.<kind>`: granules, start levels with concatenated tables, DC, VM clear, a guest of an E2H host.
    String configuration(String kind, String op) {
        return switch (kind.replaceAll("\\..*", "")) {
            case "SL0", "SL1", "SL2" -> startLevel(kind, op);
            case "64K" -> granule64(kind, op);
            case "DC", "DC_VM0" -> defaultCacheable(kind, op);
            case "E2Hguest" -> guestOfE2hHost(kind, op);
            case "VM1_no_stage2" -> {
                scene.stage2();
                scene.stage1().set(VA, 3, page(1) | LEAF | scene.accessible(op));
                scene.stage2().set(page(1), 3, 0);
                yield scene.run(op, VA);
            }
            case "VM0" -> {
                scene.stage1().set(VA, 3, page(1) | LEAF | scene.accessible(op));
                scene.stage2().set(page(1), 3, 0);
                rig.set(SysReg.HCR_EL2, 0);
                yield scene.run(op, VA);
            }
            case "contig" -> {
                scene.stage1().set(VA, 3, page(1) | LEAF | scene.accessible(op));
                Tables stage2 = scene.stage2();
                for (int i = 0; i < 16; i++) {
                    stage2.or(page(i), 3, 1L << 52);
                }
                yield scene.run(op, VA);
            }
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private String startLevel(String kind, String op) {
        int size = Integer.parseInt(kind.substring(5, 7));
        int level = 2 - (kind.charAt(2) - '0');
        long ipa = kind.contains("concat_hi") ? 0x80_4800_1000L : kind.endsWith("inv0") ? 0x80_0000_0000L : page(1);
        scene.stage1().set(VA, 3, ipa | LEAF | scene.accessible(op));
        int tables = level == 0 ? 1 : 1 << 64 - size - Granule.KB4.shift(level) - 9;
        Tables stage2 = scene.stage2(Granule.KB4, size, level, tables);
        if (kind.endsWith("concat_hi")) {
            stage2.set(ipa, 3, page(1) | STAGE2_LEAF);
        }
        if (kind.equals("SL2.T16")) {
            stage2.set(ipa, 3, page(3) | STAGE2_LEAF);
        }
        return scene.run(op, VA);
    }

    private String granule64(String kind, String op) {
        scene.stage1().set(VA, 3, page(1) | LEAF | scene.accessible(op));
        Tables stage2 = scene.stage2(Granule.KB64, 25, 2, 1);
        switch (kind) {
            case "64K.page" -> stage2.set(page(1), 3, page(16) | STAGE2_LEAF);
            case "64K.blk" -> stage2.set(page(1), 2, 0x4000_0000L | STAGE2_LEAF & ~2);
            case "64K.inv3" -> stage2.set(page(1), 3, 0);
            default -> throw new IllegalArgumentException(kind);
        }
        return scene.run(op, VA);
    }

    private String defaultCacheable(String kind, String op) {
        Tables stage2 = scene.stage2();
        if (kind.endsWith(".inv")) {
            stage2.set(page(1), 3, 0);
        }
        rig.cpu.pc = OracleRig.CODE;
        rig.set(scene.sctlr(), 1); // has no effect: DC turns stage 1 off
        rig.set(SysReg.HCR_EL2, kind.startsWith("DC_VM0") ? Hcr.DC : Hcr.DC | Hcr.VM);
        return scene.run(op, page(1));
    }

    private String guestOfE2hHost(String kind, String op) {
        scene.stage1().set(VA, 3, page(1) | LEAF | scene.accessible(op));
        Tables stage2 = scene.stage2();
        switch (kind) {
            case "E2Hguest.ok" -> stage2.set(page(1), 3, page(8) | STAGE2_LEAF);
            case "E2Hguest.inv" -> stage2.set(page(1), 3, 0);
            case "E2Hguest.ro_xn" -> stage2.set(page(1), 3, page(8) | STAGE2_LEAF & ~(1 << 7) | XN);
            default -> throw new IllegalArgumentException(kind);
        }
        scene.hypervisor(Hcr.E2H);
        return scene.run(op, VA);
    }
}
