package splitvisor.cpu.mmu;

import static splitvisor.cpu.mmu.OracleRig.LEAF;
import static splitvisor.cpu.mmu.OracleRig.VA;
import static splitvisor.cpu.mmu.OracleRig.page;

/// The probes `s1space.<kind>`: the two ranges, their sizes, tags, EPD, granules, the contiguous bit.
final class SpaceOracle {

    private static final long HIGH = 0xffff_0000_0000_2000L;
    private static final long TOP = 0xffff_ffff_ffff_f000L;
    private static final long TAG = 0x5aL << 56;
    private static final long EPD0 = 1 << 7;
    private static final long EPD1 = 1 << 23;
    private static final long TBI0 = 1L << 37;
    private static final long TBI1 = 1L << 38;
    private static final long CONTIGUOUS = 1L << 52;

    private final OracleRig scene;
    private final Rig rig;

    SpaceOracle(OracleRig scene) {
        this.scene = scene;
        this.rig = scene.rig;
    }

    String probe(String kind, String op) {
        if (kind.startsWith("16K") || kind.startsWith("64K")) {
            return granule(kind, op);
        }
        if (kind.startsWith("T1SZ") || kind.startsWith("T0SZ")) {
            return size(kind, op);
        }
        Tables lower = scene.stage1();
        long access = scene.accessible(op);
        lower.set(VA, 3, page(1) | LEAF | access);
        Tables upper = Tables.stage1(rig.memory, lower.end() + 0x10_0000, Granule.KB4, 16);
        upper.set(HIGH, 3, page(2) | LEAF | access);
        upper.set(TOP, 3, page(3) | LEAF | access);
        rig.set(scene.ttbr1(), upper.root());
        if (kind.startsWith("contig")) {
            for (int i = 0; i < 16; i++) {
                lower.set(VA - 0x1000 + i * 0x1000, 3, page(16 + i) | LEAF | access | CONTIGUOUS);
            }
            return scene.run(op, VA - 0x1000 + Integer.parseInt(kind.substring(6)) * 0x1000);
        }
        rig.set(scene.tcr(), rig.get(scene.tcr()) | control(kind));
        return scene.run(op, address(kind));
    }

    private static long control(String kind) {
        return switch (kind.replaceAll("\\..*", "")) {
            case "EPD0" -> EPD0;
            case "EPD1" -> EPD1;
            case "tag_TBI0" -> TBI0;
            case "tag_TBI1" -> TBI1;
            case "tag_TBI01" -> TBI0 | TBI1;
            default -> 0;
        };
    }

    private static long address(String kind) {
        String where = kind.contains(".") ? kind.substring(kind.indexOf('.') + 1) : "";
        return switch (kind) {
            case "ttbr0", "EPD1.lo" -> VA;
            case "ttbr1", "EPD1", "EPD0.hi" -> HIGH;
            case "ttbr1top" -> TOP;
            case "hole1" -> 0xfffe_0000_0000_2000L;
            case "hole0b" -> VA | 1L << 55;
            case "tag_TBI01.miss" -> VA + 0x2000 | 0xa5L << 56;
            case "tag_TBI01.misshi" -> HIGH + 0x1000 & ~(0xffL << 56) | TAG;
            case "tag_noTBI" -> VA | TAG;
            default -> switch (where) {
                case "hi" -> HIGH & ~(0xffL << 56) | TAG;
                case "lo" -> VA | TAG;
                case "hole" -> 0x5a01_0000_0000_1000L;
                default -> throw new IllegalArgumentException(kind);
            };
        };
    }

    /// `T0SZ<n>` and `T1SZ<n>`, with `.inv<level>`, `.inv` (level 3) or `.out` of the range.
    private String size(String kind, String op) {
        boolean high = kind.charAt(1) == '1';
        int size = Integer.parseInt(kind.substring(4, 6));
        scene.stage1();
        Tables tables = Tables.stage1(rig.memory, OracleRig.STAGE1 + 0x10_0000, Granule.KB4, size).inputBits(64 - size);
        long base = high ? -1L << 64 - size : 0x2_0000_0000L;
        int number = high ? 2 : 1;
        long va = base + number * 0x1000L;
        tables.set(va, 3, page(number) | LEAF | scene.accessible(op));
        rig.set(high ? scene.ttbr1() : scene.ttbr0(), tables.root());
        long tcr = rig.get(scene.tcr());
        rig.set(scene.tcr(), high ? tcr & ~(0x3fL << 16) | (long) size << 16 : tcr & ~0x3fL | size);
        String where = kind.length() > 6 ? kind.substring(7) : "";
        return scene.run(op, switch (where) {
            case "" -> va;
            case "inv" -> va + 0x1000;
            case "inv1" -> (high ? base + 0x40_0000_0000L : 0x2_4000_0000L) + (high ? 0x3000 : 0);
            case "inv2" -> base + 0x20_0000;
            case "out" -> high ? base - 0x2000 : 1L << 64 - size;
            default -> throw new IllegalArgumentException(kind);
        });
    }

    /// `16K.<page|inv2|inv3>` and `64K.<page|blk512M|inv2|inv3>`, in the upper range.
    private String granule(String kind, String op) {
        boolean small = kind.startsWith("16K");
        Granule granule = small ? Granule.KB16 : Granule.KB64;
        int size = small ? 17 : 22;
        scene.stage1();
        long base = -1L << 64 - size;
        Tables tables =
                Tables.stage1(rig.memory, OracleRig.STAGE1 + 0x10_e000, granule, size).inputBits(64 - size);
        long access = scene.accessible(op);
        tables.set(base, 3, OracleRig.PAGES | LEAF | access);
        long blockVa = base + 0x2000_0000L;
        if (!small) {
            tables.set(blockVa, 2, 0x4000_0000L | 1 | Rig.AF | access);
        }
        rig.set(scene.ttbr1(), tables.root());
        long tg1 = small ? 1L << 30 : 3L << 30;
        rig.set(scene.tcr(), rig.get(scene.tcr()) & ~(3L << 30 | 0x3fL << 16) | tg1 | (long) size << 16);
        return scene.run(op, switch (kind.substring(4)) {
            case "page" -> base + 0x1000;
            case "blk512M" -> blockVa + 0x800_1000;
            case "inv2" -> base + (small ? 0x400_0000 : 0x4000_0000);
            case "inv3" -> base + (small ? 0x8000 : 0x3_0000);
            default -> throw new IllegalArgumentException(kind);
        });
    }
}
