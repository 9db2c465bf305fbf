package splitvisor.cpu.mmu;

import static splitvisor.cpu.mmu.OracleRig.BLOCK;
import static splitvisor.cpu.mmu.OracleRig.LEAF;
import static splitvisor.cpu.mmu.OracleRig.VA;
import static splitvisor.cpu.mmu.OracleRig.page;

import splitvisor.cpu.sysreg.SysReg;

/// The probes of stage 1: permissions, levels, hierarchical attributes, address spaces, EL2.
final class Stage1Oracle {

    private static final long BEYOND_40_BITS = 1L << 40;

    private final OracleRig scene;
    private final Rig rig;

    Stage1Oracle(OracleRig scene) {
        this.scene = scene;
        this.rig = scene.rig;
    }

    /// `s1perm.AP<n><U|-><P|->`.
    String permission(String kind, String op) {
        Tables tables = scene.stage1();
        tables.set(VA, 3, page(1) | LEAF | permissions(kind));
        return scene.run(op, VA);
    }

    static long permissions(String kind) {
        long ap = kind.charAt(2) - '0';
        return ap << 6 | (kind.charAt(3) == 'U' ? Rig.UXN : 0) | (kind.charAt(4) == 'P' ? Rig.PXN : 0);
    }

    /// `s1pan<n>.AP<n>`.
    String pan(String pan, String kind, String op) {
        Tables tables = scene.stage1();
        tables.set(VA, 3, page(1) | LEAF | permissions(kind + "--"));
        rig.cpu.pan = pan.equals("s1pan1");
        return scene.run(op, VA);
    }

    /// `s1lvl.<kind>`: a descriptor of that kind on the way to the page; a digit in the kind is its level.
    String level(String kind, String op) {
        Tables tables = scene.stage1();
        long access = scene.accessible(op);
        long va = kind.equals("block1G") || kind.equals("af1") ? VA + 0x800_0000 : VA;
        String digits = kind.replaceAll("^[a-z]+1?[a-z]*(\\d).*", "$1");
        int level = digits.length() == 1 ? digits.charAt(0) - '0' : 3;
        tables.set(va, 3, page(1) | LEAF | access);
        String family = kind.startsWith("bit1only") ? "bit1only" : kind.replaceAll("\\d.*", "");
        switch (family) {
            case "page" -> { }
            case "block" -> tables.set(va, kind.equals("block2M") ? 2 : 1, block(va) | access);
            case "ap_ro_block" -> tables.set(va, 2, block(va) | access | Rig.AP_RO);
            case "inv" -> tables.set(va, level, 0);
            case "bit1only" -> tables.set(va, level, tables.get(va, level) & ~1);
            case "rsv" -> tables.set(va, level, tables.get(va, level) & ~2);
            case "af" -> tables.set(va, level, (level == 3 ? page(1) | 3 : block(va) & ~Rig.AF) | access);
            case "osz" -> {
                if (!kind.endsWith("tbl") && level < 3) {
                    tables.set(va, level, block(va) | access);
                }
                tables.or(va, level, BEYOND_40_BITS);
            }
            default -> throw new IllegalArgumentException(kind);
        }
        return scene.run(op, va);
    }

    /// The block that holds the test pages: of 2 MiB, or for the other address of 1 GiB.
    private static long block(long va) {
        return (va == VA ? 0x4800_0000L : 0x4000_0000L) | BLOCK;
    }

    /// `s1hier.L<level>.<what the table descriptor takes away>`.
    String hierarchy(int level, String what, String op) {
        Tables tables = scene.stage1();
        tables.set(VA, 3, page(1) | LEAF | scene.accessible(op));
        long bits =
                switch (what) {
                    case "none" -> 0;
                    case "noEL0" -> 1L << 61;
                    case "RO" -> 2L << 61;
                    case "noEL0RO" -> 3L << 61;
                    case "PXN" -> 1L << 59;
                    case "UXN" -> 1L << 60;
                    case "PXNUXN" -> 3L << 59;
                    case "all" -> 0xfL << 59;
                    default -> throw new IllegalArgumentException(what);
                };
        tables.or(VA, level, bits);
        return scene.run(op, VA);
    }

    /// `b2.<kind>`: EL2's single range.
    String el2(String kind, String op) {
        Tables tables = scene.stage1();
        tables.set(VA, 3, page(1) | LEAF);
        long tcr = rig.get(SysReg.TCR_EL2);
        long tagged = VA | 0x5aL << 56;
        return switch (kind) {
            case "tag_TBI" -> {
                rig.set(SysReg.TCR_EL2, tcr | 1 << 20);
                yield scene.run(op, tagged);
            }
            case "tag_noTBI" -> scene.run(op, tagged);
            case "T0SZ25.out" -> {
                rig.set(SysReg.TCR_EL2, tcr & ~0x3f | 25);
                yield scene.run(op, VA);
            }
            case "high" -> scene.run(op, 0xffff_0000_0000_1000L);
            default -> throw new IllegalArgumentException(kind);
        };
    }
}
