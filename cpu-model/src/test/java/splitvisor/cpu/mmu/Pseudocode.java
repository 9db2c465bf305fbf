package splitvisor.cpu.mmu;

import splitvisor.cpu.mmu.ReferenceTranslation.AccessDescriptor;

/// The functions of the Arm ARM's translation pseudocode that need no state: descriptor fields, sizes,
/// stage 2 permissions, combination of attributes.
final class Pseudocode {

    private Pseudocode() {}

    static long bits(long value, int high, int low) {
        return value << 63 - high >>> 63 - high + low;
    }

    static boolean bit(long value, int n) {
        return (value >>> n & 1) == 1;
    }

    /// AArch64.PAMax.
    static int paMax() {
        return 48;
    }

    static int outputSize(int ps) {
        int[] sizes = {32, 36, 40, 42, 44, 48, 48, 48};
        return Math.min(sizes[ps], paMax());
    }

    static int decodeTg0(int tg0) {
        return tg0 == 1 ? 16 : tg0 == 2 ? 14 : 12;
    }

    static String descriptorType(long d, int level, int tgx) {
        if (!bit(d, 0)) {
            return "invalid";
        }
        if (bit(d, 1)) {
            return level == 3 ? "leaf" : "table";
        }
        boolean block = level == 2 || level == 1 && tgx == 12;
        return block ? "leaf" : "invalid";
    }

    /// AArch64.TTBaseAddress: aligned to the size of the table.
    static long tableBase(long ttb, int startBits) {
        return bits(ttb, 47, startBits + 3) << startBits + 3;
    }

    static boolean oaOutOfRange(long address, int ps) {
        return bits(address, 63, outputSize(ps)) != 0;
    }

    static boolean isDevice(int attr) {
        return attr >>> 4 == 0;
    }

    /// Normal memory is Non-cacheable while the cache is disabled.
    static int cached(int attr, boolean enabled) {
        return enabled || isDevice(attr) ? attr : 0x44;
    }

    static boolean alignmentFault(int attr, AccessDescriptor acc) {
        return isDevice(attr) && !acc.ifetch() && (acc.zva() || !acc.aligned());
    }

    static int effectiveShareability(int attr, int sh) {
        return isDevice(attr) || attr == 0x44 ? 2 : sh;
    }

    static int combineShareability(int s1, int s2) {
        return s1 == 2 || s2 == 2 ? 2 : s1 | s2;
    }

    /// S2CombineS1MemAttrs: the stricter of the two, with stage 1's allocation hints.
    static int s2CombineS1MemAttrs(int s1, int s2) {
        boolean s2Device = (s2 & 0xc) == 0;
        if (isDevice(s1) || s2Device) {
            int d1 = isDevice(s1) ? s1 : 0xff;
            int d2 = s2Device ? (s2 & 3) << 2 : 0xff;
            return Math.min(d1, d2);
        }
        return s2CombineHalf(s1 >>> 4, s2 >>> 2 & 3) << 4 | s2CombineHalf(s1 & 0xf, s2 & 3);
    }

    static int s2CombineHalf(int s1, int s2) {
        boolean nonCacheable = s1 == 4 || s2 == 1 || s2 == 0;
        boolean writeThrough = !bit(s1, 2) || s2 == 2;
        return nonCacheable ? 4 : writeThrough ? 8 | s1 & 3 : 12 | s1 & 3;
    }

    static boolean s2HasPermissionsFault(long d, AccessDescriptor acc) {
        if (acc.ifetch()) {
            boolean px = switch ((int) bits(d, 54, 53)) {
                case 0, 3 -> true;
                default -> false;
            };
            boolean ux = switch ((int) bits(d, 54, 53)) {
                case 0, 1 -> true;
                default -> false;
            };
            return acc.el() == 0 ? !ux : !px;
        }
        return acc.write() ? !bit(d, 7) : !bit(d, 6);
    }
}
