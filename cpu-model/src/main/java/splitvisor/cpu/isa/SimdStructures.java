package splitvisor.cpu.isa;

import static splitvisor.cpu.isa.Addressing.base;
import static splitvisor.cpu.isa.Fields.field;
import static splitvisor.cpu.isa.Fields.rd;
import static splitvisor.cpu.isa.Fields.rm;
import static splitvisor.cpu.isa.Fields.rn;
import static splitvisor.cpu.isa.Lanes.checkAccess;
import static splitvisor.cpu.isa.Lanes.get;
import static splitvisor.cpu.isa.Lanes.isQ;
import static splitvisor.cpu.isa.Lanes.replicate;
import static splitvisor.cpu.isa.Lanes.set;
import static splitvisor.cpu.isa.Lanes.write;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.cost.Event;

/// Loads and stores of structures of one to four elements, each in a register of its own (Arm ARM C4.1.94, "Advanced
/// SIMD load/store"): the meaning of the rows of [Chapter#SIMD_STRUCTURES].
///
/// One instruction counts as one load or store. As with pairs, a load that faults may leave some registers written.
public final class SimdStructures {

    private SimdStructures() {}

    // ---- Multiple structures

    public static void ST1_MULTIPLE(Cpu cpu, int insn) {
        storeRegisters(cpu, insn);
    }

    public static void ST1_MULTIPLE_POST(Cpu cpu, int insn) {
        storeRegisters(cpu, insn);
    }

    public static void ST2_MULTIPLE(Cpu cpu, int insn) {
        storeMultiple(cpu, insn, 2);
    }

    public static void ST2_MULTIPLE_POST(Cpu cpu, int insn) {
        storeMultiple(cpu, insn, 2);
    }

    public static void ST3_MULTIPLE(Cpu cpu, int insn) {
        storeMultiple(cpu, insn, 3);
    }

    public static void ST3_MULTIPLE_POST(Cpu cpu, int insn) {
        storeMultiple(cpu, insn, 3);
    }

    public static void ST4_MULTIPLE(Cpu cpu, int insn) {
        storeMultiple(cpu, insn, 4);
    }

    public static void ST4_MULTIPLE_POST(Cpu cpu, int insn) {
        storeMultiple(cpu, insn, 4);
    }

    public static void LD1_MULTIPLE(Cpu cpu, int insn) {
        loadRegisters(cpu, insn);
    }

    public static void LD1_MULTIPLE_POST(Cpu cpu, int insn) {
        loadRegisters(cpu, insn);
    }

    public static void LD2_MULTIPLE(Cpu cpu, int insn) {
        loadMultiple(cpu, insn, 2);
    }

    public static void LD2_MULTIPLE_POST(Cpu cpu, int insn) {
        loadMultiple(cpu, insn, 2);
    }

    public static void LD3_MULTIPLE(Cpu cpu, int insn) {
        loadMultiple(cpu, insn, 3);
    }

    public static void LD3_MULTIPLE_POST(Cpu cpu, int insn) {
        loadMultiple(cpu, insn, 3);
    }

    public static void LD4_MULTIPLE(Cpu cpu, int insn) {
        loadMultiple(cpu, insn, 4);
    }

    public static void LD4_MULTIPLE_POST(Cpu cpu, int insn) {
        loadMultiple(cpu, insn, 4);
    }

    /// Consecutive registers, one after the other.
    private static void storeRegisters(Cpu cpu, int insn) {
        checkAccess(cpu);
        long va = base(cpu, insn);
        int doublewords = isQ(insn) ? 2 : 1;
        int count = registers(insn);
        cpu.ledger.count(Event.STORE);
        for (int r = 0; r < count; r++) {
            int i = 2 * (rd(insn) + r & 31);
            for (int half = 0; half < doublewords; half++) {
                storeDoubleword(cpu, va + 8L * (r * doublewords + half), elementLog2(insn), cpu.v[i + half]);
            }
        }
        writeBack(cpu, insn, va, 8 * doublewords * count);
    }

    private static void loadRegisters(Cpu cpu, int insn) {
        checkAccess(cpu);
        long va = base(cpu, insn);
        int doublewords = isQ(insn) ? 2 : 1;
        int count = registers(insn);
        cpu.ledger.count(Event.LOAD);
        for (int r = 0; r < count; r++) {
            long at = va + 8L * r * doublewords;
            long low = loadDoubleword(cpu, at, elementLog2(insn));
            long high = isQ(insn) ? loadDoubleword(cpu, at + 8, elementLog2(insn)) : 0;
            write(cpu, rd(insn) + r & 31, low, high);
        }
        writeBack(cpu, insn, va, 8 * doublewords * count);
    }

    /// The elements in a doubleword: each only needs its own alignment.
    private static void storeDoubleword(Cpu cpu, long va, int log2, long value) {
        if ((va & 7) == 0) {
            cpu.mmu.store(va, 3, value);
            return;
        }
        for (int at = 0; at < 8; at += 1 << log2) {
            cpu.mmu.store(va + at, log2, value >>> 8 * at);
        }
    }

    private static long loadDoubleword(Cpu cpu, long va, int log2) {
        if ((va & 7) == 0) {
            return cpu.mmu.load(va, 3);
        }
        long value = 0;
        for (int at = 0; at < 8; at += 1 << log2) {
            value |= cpu.mmu.load(va + at, log2) << 8 * at;
        }
        return value;
    }

    /// Structures of `count` elements, one in each of as many registers.
    private static void storeMultiple(Cpu cpu, int insn, int count) {
        checkAccess(cpu);
        long va = base(cpu, insn);
        int log2 = elementLog2(insn);
        int bytes = (isQ(insn) ? 16 : 8) * count;
        cpu.ledger.count(Event.STORE);
        for (int i = 0; i << log2 < bytes; i++) {
            cpu.mmu.store(va + ((long) i << log2), log2, get(cpu, rd(insn) + i % count & 31, log2, i / count));
        }
        writeBack(cpu, insn, va, bytes);
    }

    private static void loadMultiple(Cpu cpu, int insn, int count) {
        checkAccess(cpu);
        long va = base(cpu, insn);
        int log2 = elementLog2(insn);
        int bytes = (isQ(insn) ? 16 : 8) * count;
        cpu.ledger.count(Event.LOAD);
        for (int i = 0; i << log2 < bytes; i++) {
            long element = cpu.mmu.load(va + ((long) i << log2), log2);
            set(cpu, rd(insn) + i % count & 31, log2, i / count, element);
        }
        for (int r = 0; r < count && !isQ(insn); r++) {
            cpu.v[2 * (rd(insn) + r & 31) + 1] = 0;
        }
        writeBack(cpu, insn, va, bytes);
    }

    /// Bits [11:10].
    private static int elementLog2(int insn) {
        return field(insn, 10, 2);
    }

    /// LD1 and ST1: the number of registers by opcode.
    private static int registers(int insn) {
        return switch (field(insn, 12, 4)) {
            case 2 -> 4;
            case 6 -> 3;
            case 10 -> 2;
            default -> 1;
        };
    }

    // ---- Single structures

    public static void ST1_SINGLE(Cpu cpu, int insn) {
        storeSingle(cpu, insn, 1);
    }

    public static void ST1_SINGLE_POST(Cpu cpu, int insn) {
        storeSingle(cpu, insn, 1);
    }

    public static void ST2_SINGLE(Cpu cpu, int insn) {
        storeSingle(cpu, insn, 2);
    }

    public static void ST2_SINGLE_POST(Cpu cpu, int insn) {
        storeSingle(cpu, insn, 2);
    }

    public static void ST3_SINGLE(Cpu cpu, int insn) {
        storeSingle(cpu, insn, 3);
    }

    public static void ST3_SINGLE_POST(Cpu cpu, int insn) {
        storeSingle(cpu, insn, 3);
    }

    public static void ST4_SINGLE(Cpu cpu, int insn) {
        storeSingle(cpu, insn, 4);
    }

    public static void ST4_SINGLE_POST(Cpu cpu, int insn) {
        storeSingle(cpu, insn, 4);
    }

    public static void LD1_SINGLE(Cpu cpu, int insn) {
        loadSingle(cpu, insn, 1);
    }

    public static void LD1_SINGLE_POST(Cpu cpu, int insn) {
        loadSingle(cpu, insn, 1);
    }

    public static void LD2_SINGLE(Cpu cpu, int insn) {
        loadSingle(cpu, insn, 2);
    }

    public static void LD2_SINGLE_POST(Cpu cpu, int insn) {
        loadSingle(cpu, insn, 2);
    }

    public static void LD3_SINGLE(Cpu cpu, int insn) {
        loadSingle(cpu, insn, 3);
    }

    public static void LD3_SINGLE_POST(Cpu cpu, int insn) {
        loadSingle(cpu, insn, 3);
    }

    public static void LD4_SINGLE(Cpu cpu, int insn) {
        loadSingle(cpu, insn, 4);
    }

    public static void LD4_SINGLE_POST(Cpu cpu, int insn) {
        loadSingle(cpu, insn, 4);
    }

    private static void storeSingle(Cpu cpu, int insn, int count) {
        checkAccess(cpu);
        long va = base(cpu, insn);
        int log2 = singleLog2(insn);
        int index = index(insn, log2);
        cpu.ledger.count(Event.STORE);
        for (int r = 0; r < count; r++) {
            cpu.mmu.store(va + ((long) r << log2), log2, get(cpu, rd(insn) + r & 31, log2, index));
        }
        writeBack(cpu, insn, va, count << log2);
    }

    private static void loadSingle(Cpu cpu, int insn, int count) {
        checkAccess(cpu);
        long va = base(cpu, insn);
        int log2 = singleLog2(insn);
        int index = index(insn, log2);
        cpu.ledger.count(Event.LOAD);
        for (int r = 0; r < count; r++) {
            set(cpu, rd(insn) + r & 31, log2, index, cpu.mmu.load(va + ((long) r << log2), log2));
        }
        writeBack(cpu, insn, va, count << log2);
    }

    /// Bits [15:14], with doublewords encoded as words of size 1.
    private static int singleLog2(int insn) {
        int width = field(insn, 14, 2);
        return width == 2 ? width + (insn >>> 10 & 1) : width;
    }

    /// Q:S:size, without the bits that an element of this size does not need.
    private static int index(int insn, int log2) {
        return (insn >>> 27 & 8 | insn >>> 10 & 7) >>> log2;
    }

    // ---- Single structures to all lanes

    public static void LD1R(Cpu cpu, int insn) {
        loadReplicated(cpu, insn, 1);
    }

    public static void LD1R_POST(Cpu cpu, int insn) {
        loadReplicated(cpu, insn, 1);
    }

    public static void LD2R(Cpu cpu, int insn) {
        loadReplicated(cpu, insn, 2);
    }

    public static void LD2R_POST(Cpu cpu, int insn) {
        loadReplicated(cpu, insn, 2);
    }

    public static void LD3R(Cpu cpu, int insn) {
        loadReplicated(cpu, insn, 3);
    }

    public static void LD3R_POST(Cpu cpu, int insn) {
        loadReplicated(cpu, insn, 3);
    }

    public static void LD4R(Cpu cpu, int insn) {
        loadReplicated(cpu, insn, 4);
    }

    public static void LD4R_POST(Cpu cpu, int insn) {
        loadReplicated(cpu, insn, 4);
    }

    private static void loadReplicated(Cpu cpu, int insn, int count) {
        checkAccess(cpu);
        long va = base(cpu, insn);
        int log2 = elementLog2(insn);
        cpu.ledger.count(Event.LOAD);
        for (int r = 0; r < count; r++) {
            long lanes = replicate(cpu.mmu.load(va + ((long) r << log2), log2), log2);
            write(cpu, rd(insn) + r & 31, lanes, isQ(insn) ? lanes : 0);
        }
        writeBack(cpu, insn, va, count << log2);
    }

    /// Post-index (bit 23): by Xm, or by the number of bytes accessed where that is register 31.
    private static void writeBack(Cpu cpu, int insn, long va, int bytes) {
        if ((insn & 1 << 23) != 0) {
            cpu.setXsp(rn(insn), va + (rm(insn) == 31 ? bytes : cpu.x[rm(insn)]));
        }
    }
}
