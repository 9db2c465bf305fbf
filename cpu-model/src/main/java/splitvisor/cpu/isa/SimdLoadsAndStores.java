package splitvisor.cpu.isa;

import static splitvisor.cpu.isa.Addressing.base;
import static splitvisor.cpu.isa.Addressing.imm7;
import static splitvisor.cpu.isa.Addressing.imm9;
import static splitvisor.cpu.isa.Addressing.literal;
import static splitvisor.cpu.isa.Addressing.register;
import static splitvisor.cpu.isa.Addressing.scaled;
import static splitvisor.cpu.isa.Addressing.unscaled;
import static splitvisor.cpu.isa.Fields.ra;
import static splitvisor.cpu.isa.Fields.rd;
import static splitvisor.cpu.isa.Fields.rn;
import static splitvisor.cpu.isa.Lanes.checkAccess;
import static splitvisor.cpu.isa.Lanes.write;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.cost.Event;

/// Loads and stores of SIMD&FP registers, one or two (Arm ARM C4.1.94): the meaning of the rows of
/// [Chapter#SIMD_LOADS_AND_STORES]. A register of 128 bits is accessed as two doublewords, the low one first.
public final class SimdLoadsAndStores {

    private SimdLoadsAndStores() {}

    // ---- One register: bits 23 and [31:30] are log2 of its bytes

    public static void STR_SIMD_POST(Cpu cpu, int insn) {
        checkAccess(cpu);
        long va = base(cpu, insn);
        store(cpu, insn, va);
        cpu.setXsp(rn(insn), va + imm9(insn));
    }

    public static void STR_SIMD_PRE(Cpu cpu, int insn) {
        checkAccess(cpu);
        long va = unscaled(cpu, insn);
        store(cpu, insn, va);
        cpu.setXsp(rn(insn), va);
    }

    public static void STR_SIMD(Cpu cpu, int insn) {
        checkAccess(cpu);
        store(cpu, insn, scaled(cpu, insn, log2(insn)));
    }

    public static void STR_SIMD_REG(Cpu cpu, int insn) {
        checkAccess(cpu);
        store(cpu, insn, register(cpu, insn, log2(insn)));
    }

    public static void STUR_SIMD(Cpu cpu, int insn) {
        checkAccess(cpu);
        store(cpu, insn, unscaled(cpu, insn));
    }

    public static void LDR_SIMD_POST(Cpu cpu, int insn) {
        checkAccess(cpu);
        long va = base(cpu, insn);
        load(cpu, insn, va);
        cpu.setXsp(rn(insn), va + imm9(insn));
    }

    public static void LDR_SIMD_PRE(Cpu cpu, int insn) {
        checkAccess(cpu);
        long va = unscaled(cpu, insn);
        load(cpu, insn, va);
        cpu.setXsp(rn(insn), va);
    }

    public static void LDR_SIMD(Cpu cpu, int insn) {
        checkAccess(cpu);
        load(cpu, insn, scaled(cpu, insn, log2(insn)));
    }

    public static void LDR_SIMD_REG(Cpu cpu, int insn) {
        checkAccess(cpu);
        load(cpu, insn, register(cpu, insn, log2(insn)));
    }

    public static void LDUR_SIMD(Cpu cpu, int insn) {
        checkAccess(cpu);
        load(cpu, insn, unscaled(cpu, insn));
    }

    public static void LDR_SIMD_LIT(Cpu cpu, int insn) {
        checkAccess(cpu);
        cpu.ledger.count(Event.LOAD);
        load(cpu, rd(insn), literal(cpu, insn), pairLog2(insn));
    }

    private static int log2(int insn) {
        return insn >>> 21 & 4 | insn >>> 30;
    }

    private static void store(Cpu cpu, int insn, long va) {
        cpu.ledger.count(Event.STORE);
        store(cpu, rd(insn), va, log2(insn));
    }

    private static void load(Cpu cpu, int insn, long va) {
        cpu.ledger.count(Event.LOAD);
        load(cpu, rd(insn), va, log2(insn));
    }

    private static void store(Cpu cpu, int rt, long va, int log2) {
        if (log2 == 4) {
            cpu.mmu.checkAligned(va, 4, true);
            cpu.mmu.storePair(va, 3, cpu.v[2 * rt], cpu.v[2 * rt + 1]);
        } else {
            cpu.mmu.store(va, log2, cpu.v[2 * rt]);
        }
    }

    private static void load(Cpu cpu, int rt, long va, int log2) {
        if (log2 == 4) {
            cpu.mmu.checkAligned(va, 4, false);
            long low = cpu.mmu.load(va, 3);
            write(cpu, rt, low, cpu.mmu.load(va + 8, 3));
        } else {
            write(cpu, rt, cpu.mmu.load(va, log2), 0);
        }
    }

    // ---- Pairs: bits [31:30] are log2 of a register's words

    public static void STNP_SIMD(Cpu cpu, int insn) {
        STP_SIMD(cpu, insn);
    }

    public static void LDNP_SIMD(Cpu cpu, int insn) {
        LDP_SIMD(cpu, insn);
    }

    public static void STP_SIMD(Cpu cpu, int insn) {
        checkAccess(cpu);
        storePair(cpu, insn, base(cpu, insn) + imm7(insn, pairLog2(insn)));
    }

    public static void STP_SIMD_POST(Cpu cpu, int insn) {
        checkAccess(cpu);
        long va = base(cpu, insn);
        storePair(cpu, insn, va);
        cpu.setXsp(rn(insn), va + imm7(insn, pairLog2(insn)));
    }

    public static void STP_SIMD_PRE(Cpu cpu, int insn) {
        checkAccess(cpu);
        long va = base(cpu, insn) + imm7(insn, pairLog2(insn));
        storePair(cpu, insn, va);
        cpu.setXsp(rn(insn), va);
    }

    public static void LDP_SIMD(Cpu cpu, int insn) {
        checkAccess(cpu);
        loadPair(cpu, insn, base(cpu, insn) + imm7(insn, pairLog2(insn)));
    }

    public static void LDP_SIMD_POST(Cpu cpu, int insn) {
        checkAccess(cpu);
        long va = base(cpu, insn);
        loadPair(cpu, insn, va);
        cpu.setXsp(rn(insn), va + imm7(insn, pairLog2(insn)));
    }

    public static void LDP_SIMD_PRE(Cpu cpu, int insn) {
        checkAccess(cpu);
        long va = base(cpu, insn) + imm7(insn, pairLog2(insn));
        loadPair(cpu, insn, va);
        cpu.setXsp(rn(insn), va);
    }

    private static int pairLog2(int insn) {
        return 2 + (insn >>> 30);
    }

    private static void storePair(Cpu cpu, int insn, long va) {
        int log2 = pairLog2(insn);
        cpu.ledger.count(Event.STORE_PAIR_FP);
        store(cpu, rd(insn), va, log2);
        store(cpu, ra(insn), va + (1L << log2), log2);
    }

    /// A load that faults may leave the first register written: the Arm ARM makes it UNKNOWN, and the address does
    /// not depend on it.
    private static void loadPair(Cpu cpu, int insn, long va) {
        int log2 = pairLog2(insn);
        cpu.ledger.count(Event.LOAD_PAIR_FP);
        load(cpu, rd(insn), va, log2);
        load(cpu, ra(insn), va + (1L << log2), log2);
    }
}
