package splitvisor.cpu.isa;

import static splitvisor.cpu.isa.Addressing.base;
import static splitvisor.cpu.isa.Addressing.imm7;
import static splitvisor.cpu.isa.Addressing.imm9;
import static splitvisor.cpu.isa.Addressing.literal;
import static splitvisor.cpu.isa.Addressing.register;
import static splitvisor.cpu.isa.Addressing.scaled;
import static splitvisor.cpu.isa.Addressing.unscaled;
import static splitvisor.cpu.isa.Arithmetic.extended;
import static splitvisor.cpu.isa.Fields.ra;
import static splitvisor.cpu.isa.Fields.rd;
import static splitvisor.cpu.isa.Fields.rn;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.cost.Event;

/// Loads and stores of general-purpose registers (Arm ARM C4.1.94): the meaning of the rows of
/// [Chapter#LOADS_AND_STORES].
///
/// The memory access comes before any register changes, so that an instruction that faults can be
/// executed again. Where the Arm ARM leaves the case of a base register that is also loaded to the
/// implementation, the write-back wins, as it does in QEMU.
public final class LoadsAndStores {

    private LoadsAndStores() {}

    // ---- Literals

    public static void LDR_LIT(Cpu cpu, int insn) {
        cpu.ledger.count(Event.LOAD);
        cpu.set(rd(insn), cpu.mmu.load(literal(cpu, insn), 2 + (insn >>> 30 & 1)));
    }

    public static void LDRSW_LIT(Cpu cpu, int insn) {
        cpu.ledger.count(Event.LOAD);
        cpu.set(rd(insn), (int) cpu.mmu.load(literal(cpu, insn), 2));
    }

    /// A prefetch hint: it never faults, and there is no cache to fill.
    public static void PRFM_LIT(Cpu cpu, int insn) {}

    public static void PRFM_IMM(Cpu cpu, int insn) {}

    public static void PRFM_REG(Cpu cpu, int insn) {}

    public static void PRFUM(Cpu cpu, int insn) {}

    // ---- Pairs

    public static void STNP(Cpu cpu, int insn) {
        storePair(cpu, insn, base(cpu, insn) + imm7(insn, pairLog2(insn)));
    }

    public static void LDNP(Cpu cpu, int insn) {
        loadPair(cpu, insn, base(cpu, insn) + imm7(insn, pairLog2(insn)));
    }

    public static void STP(Cpu cpu, int insn) {
        storePair(cpu, insn, base(cpu, insn) + imm7(insn, pairLog2(insn)));
    }

    public static void LDP(Cpu cpu, int insn) {
        loadPair(cpu, insn, base(cpu, insn) + imm7(insn, pairLog2(insn)));
    }

    public static void STP_POST(Cpu cpu, int insn) {
        long va = base(cpu, insn);
        storePair(cpu, insn, va);
        cpu.setXsp(rn(insn), va + imm7(insn, pairLog2(insn)));
    }

    public static void STP_PRE(Cpu cpu, int insn) {
        long va = base(cpu, insn) + imm7(insn, pairLog2(insn));
        storePair(cpu, insn, va);
        cpu.setXsp(rn(insn), va);
    }

    public static void LDP_POST(Cpu cpu, int insn) {
        long va = base(cpu, insn);
        loadPair(cpu, insn, va);
        cpu.setXsp(rn(insn), va + imm7(insn, pairLog2(insn)));
    }

    public static void LDP_PRE(Cpu cpu, int insn) {
        long va = base(cpu, insn) + imm7(insn, pairLog2(insn));
        loadPair(cpu, insn, va);
        cpu.setXsp(rn(insn), va);
    }

    public static void LDPSW_POST(Cpu cpu, int insn) {
        long va = base(cpu, insn);
        loadPairSigned(cpu, insn, va);
        cpu.setXsp(rn(insn), va + imm7(insn, 2));
    }

    public static void LDPSW_PRE(Cpu cpu, int insn) {
        long va = base(cpu, insn) + imm7(insn, 2);
        loadPairSigned(cpu, insn, va);
        cpu.setXsp(rn(insn), va);
    }

    public static void LDPSW(Cpu cpu, int insn) {
        loadPairSigned(cpu, insn, base(cpu, insn) + imm7(insn, 2));
    }

    /// A W or an X register, by bit 31.
    private static int pairLog2(int insn) {
        return 2 + (insn >>> 31);
    }

    private static void storePair(Cpu cpu, int insn, long va) {
        cpu.ledger.count(Event.STORE_PAIR_GP);
        cpu.mmu.storePair(va, pairLog2(insn), cpu.x[rd(insn)], cpu.x[ra(insn)]);
    }

    private static void loadPair(Cpu cpu, int insn, long va) {
        cpu.ledger.count(Event.LOAD_PAIR_GP);
        cpu.mmu.loadPair(va, pairLog2(insn), rd(insn), ra(insn));
    }

    private static void loadPairSigned(Cpu cpu, int insn, long va) {
        cpu.ledger.count(Event.LOAD_PAIR_GP);
        int first = (int) cpu.mmu.load(va, 2);
        int second = (int) cpu.mmu.load(va + 4, 2);
        cpu.x[rd(insn)] = first;
        cpu.set(ra(insn), second);
    }

    // ---- Stores: bits [31:30] are the size, 1 << size bytes

    public static void STR_IMM_POST(Cpu cpu, int insn) {
        storePost(cpu, insn, insn >>> 30);
    }

    public static void STR_IMM_PRE(Cpu cpu, int insn) {
        storePre(cpu, insn, insn >>> 30);
    }

    public static void STR_IMM(Cpu cpu, int insn) {
        store(cpu, insn, scaled(cpu, insn, insn >>> 30), insn >>> 30);
    }

    public static void STR_REG(Cpu cpu, int insn) {
        store(cpu, insn, register(cpu, insn, insn >>> 30), insn >>> 30);
    }

    public static void STUR(Cpu cpu, int insn) {
        store(cpu, insn, unscaled(cpu, insn), insn >>> 30);
    }

    public static void STTR(Cpu cpu, int insn) {
        storeUnprivileged(cpu, insn, unscaled(cpu, insn), insn >>> 30);
    }

    public static void STRB_IMM_POST(Cpu cpu, int insn) {
        storePost(cpu, insn, 0);
    }

    public static void STRB_IMM_PRE(Cpu cpu, int insn) {
        storePre(cpu, insn, 0);
    }

    public static void STRB_IMM(Cpu cpu, int insn) {
        store(cpu, insn, scaled(cpu, insn, 0), 0);
    }

    public static void STRB_REG(Cpu cpu, int insn) {
        store(cpu, insn, register(cpu, insn, 0), 0);
    }

    public static void STURB(Cpu cpu, int insn) {
        store(cpu, insn, unscaled(cpu, insn), 0);
    }

    public static void STTRB(Cpu cpu, int insn) {
        storeUnprivileged(cpu, insn, unscaled(cpu, insn), 0);
    }

    public static void STRH_IMM_POST(Cpu cpu, int insn) {
        storePost(cpu, insn, 1);
    }

    public static void STRH_IMM_PRE(Cpu cpu, int insn) {
        storePre(cpu, insn, 1);
    }

    public static void STRH_IMM(Cpu cpu, int insn) {
        store(cpu, insn, scaled(cpu, insn, 1), 1);
    }

    public static void STRH_REG(Cpu cpu, int insn) {
        store(cpu, insn, register(cpu, insn, 1), 1);
    }

    public static void STURH(Cpu cpu, int insn) {
        store(cpu, insn, unscaled(cpu, insn), 1);
    }

    public static void STTRH(Cpu cpu, int insn) {
        storeUnprivileged(cpu, insn, unscaled(cpu, insn), 1);
    }

    private static void store(Cpu cpu, int insn, long va, int log2) {
        cpu.ledger.count(Event.STORE);
        cpu.mmu.store(va, log2, cpu.x[rd(insn)]);
    }

    private static void storeUnprivileged(Cpu cpu, int insn, long va, int log2) {
        cpu.ledger.count(Event.STORE);
        cpu.mmu.storeUnprivileged(va, log2, cpu.x[rd(insn)]);
    }

    private static void storePost(Cpu cpu, int insn, int log2) {
        long va = base(cpu, insn);
        store(cpu, insn, va, log2);
        cpu.setXsp(rn(insn), va + imm9(insn));
    }

    private static void storePre(Cpu cpu, int insn, int log2) {
        long va = unscaled(cpu, insn);
        store(cpu, insn, va, log2);
        cpu.setXsp(rn(insn), va);
    }

    // ---- Loads: bits [31:30] are the size, bits [23:22] the extension (see Arithmetic)

    public static void LDR_IMM_POST(Cpu cpu, int insn) {
        loadPost(cpu, insn, insn >>> 30);
    }

    public static void LDR_IMM_PRE(Cpu cpu, int insn) {
        loadPre(cpu, insn, insn >>> 30);
    }

    public static void LDR_IMM(Cpu cpu, int insn) {
        load(cpu, insn, scaled(cpu, insn, insn >>> 30), insn >>> 30);
    }

    public static void LDR_REG(Cpu cpu, int insn) {
        load(cpu, insn, register(cpu, insn, insn >>> 30), insn >>> 30);
    }

    public static void LDUR(Cpu cpu, int insn) {
        load(cpu, insn, unscaled(cpu, insn), insn >>> 30);
    }

    public static void LDTR(Cpu cpu, int insn) {
        loadUnprivileged(cpu, insn, unscaled(cpu, insn), insn >>> 30);
    }

    public static void LDRB_IMM_POST(Cpu cpu, int insn) {
        loadPost(cpu, insn, 0);
    }

    public static void LDRB_IMM_PRE(Cpu cpu, int insn) {
        loadPre(cpu, insn, 0);
    }

    public static void LDRB_IMM(Cpu cpu, int insn) {
        load(cpu, insn, scaled(cpu, insn, 0), 0);
    }

    public static void LDRB_REG(Cpu cpu, int insn) {
        load(cpu, insn, register(cpu, insn, 0), 0);
    }

    public static void LDURB(Cpu cpu, int insn) {
        load(cpu, insn, unscaled(cpu, insn), 0);
    }

    public static void LDTRB(Cpu cpu, int insn) {
        loadUnprivileged(cpu, insn, unscaled(cpu, insn), 0);
    }

    public static void LDRH_IMM_POST(Cpu cpu, int insn) {
        loadPost(cpu, insn, 1);
    }

    public static void LDRH_IMM_PRE(Cpu cpu, int insn) {
        loadPre(cpu, insn, 1);
    }

    public static void LDRH_IMM(Cpu cpu, int insn) {
        load(cpu, insn, scaled(cpu, insn, 1), 1);
    }

    public static void LDRH_REG(Cpu cpu, int insn) {
        load(cpu, insn, register(cpu, insn, 1), 1);
    }

    public static void LDURH(Cpu cpu, int insn) {
        load(cpu, insn, unscaled(cpu, insn), 1);
    }

    public static void LDTRH(Cpu cpu, int insn) {
        loadUnprivileged(cpu, insn, unscaled(cpu, insn), 1);
    }

    public static void LDRSB_IMM_POST(Cpu cpu, int insn) {
        loadPost(cpu, insn, 0);
    }

    public static void LDRSB_IMM_PRE(Cpu cpu, int insn) {
        loadPre(cpu, insn, 0);
    }

    public static void LDRSB_IMM(Cpu cpu, int insn) {
        load(cpu, insn, scaled(cpu, insn, 0), 0);
    }

    public static void LDRSB_REG(Cpu cpu, int insn) {
        load(cpu, insn, register(cpu, insn, 0), 0);
    }

    public static void LDURSB(Cpu cpu, int insn) {
        load(cpu, insn, unscaled(cpu, insn), 0);
    }

    public static void LDTRSB(Cpu cpu, int insn) {
        loadUnprivileged(cpu, insn, unscaled(cpu, insn), 0);
    }

    public static void LDRSH_IMM_POST(Cpu cpu, int insn) {
        loadPost(cpu, insn, 1);
    }

    public static void LDRSH_IMM_PRE(Cpu cpu, int insn) {
        loadPre(cpu, insn, 1);
    }

    public static void LDRSH_IMM(Cpu cpu, int insn) {
        load(cpu, insn, scaled(cpu, insn, 1), 1);
    }

    public static void LDRSH_REG(Cpu cpu, int insn) {
        load(cpu, insn, register(cpu, insn, 1), 1);
    }

    public static void LDURSH(Cpu cpu, int insn) {
        load(cpu, insn, unscaled(cpu, insn), 1);
    }

    public static void LDTRSH(Cpu cpu, int insn) {
        loadUnprivileged(cpu, insn, unscaled(cpu, insn), 1);
    }

    public static void LDRSW_IMM_POST(Cpu cpu, int insn) {
        loadPost(cpu, insn, 2);
    }

    public static void LDRSW_IMM_PRE(Cpu cpu, int insn) {
        loadPre(cpu, insn, 2);
    }

    public static void LDRSW_IMM(Cpu cpu, int insn) {
        load(cpu, insn, scaled(cpu, insn, 2), 2);
    }

    public static void LDRSW_REG(Cpu cpu, int insn) {
        load(cpu, insn, register(cpu, insn, 2), 2);
    }

    public static void LDURSW(Cpu cpu, int insn) {
        load(cpu, insn, unscaled(cpu, insn), 2);
    }

    public static void LDTRSW(Cpu cpu, int insn) {
        loadUnprivileged(cpu, insn, unscaled(cpu, insn), 2);
    }

    private static void load(Cpu cpu, int insn, long va, int log2) {
        cpu.ledger.count(Event.LOAD);
        cpu.set(rd(insn), extended(insn, cpu.mmu.load(va, log2), log2));
    }

    private static void loadUnprivileged(Cpu cpu, int insn, long va, int log2) {
        cpu.ledger.count(Event.LOAD);
        cpu.set(rd(insn), extended(insn, cpu.mmu.loadUnprivileged(va, log2), log2));
    }

    private static void loadPost(Cpu cpu, int insn, int log2) {
        long va = base(cpu, insn);
        load(cpu, insn, va, log2);
        cpu.setXsp(rn(insn), va + imm9(insn));
    }

    private static void loadPre(Cpu cpu, int insn, int log2) {
        long va = unscaled(cpu, insn);
        load(cpu, insn, va, log2);
        cpu.setXsp(rn(insn), va);
    }
}
