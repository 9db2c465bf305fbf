package splitvisor.cpu.engine;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.isa.Atomics;
import splitvisor.cpu.isa.Branches;
import splitvisor.cpu.isa.DataProcessingImmediate;
import splitvisor.cpu.isa.DataProcessingRegister;
import splitvisor.cpu.isa.Decoder;
import splitvisor.cpu.isa.LoadsAndStores;
import splitvisor.cpu.isa.SystemInstructions;

/// The interpreter's loop. Generated from [splitvisor.cpu.isa.A64] by DispatchGenerator; do not edit.
final class Dispatch {

    private static final int KEY = DecodedCode.KEY;

    private Dispatch() {}

    /// Executes instructions until [Interpreter#limit] instructions were started since reset,
    /// [Cpu#attention] is set, hosted text is reached, or an instruction may have changed how the next
    /// one is fetched.
    ///
    /// The shape follows from what C2 makes of it. PC is the only local that lives across iterations:
    /// every further one is saved and restored around each instruction whose method is not inlined.
    /// One test finds both that PC left the page and that it is misaligned. Branches are the only rows
    /// of the loop that set [Cpu#next]; rows that can change more than that ([#system]) end it. Each
    /// case undoes the key that [DecodedCode] put on the word: without it, C2 sees that all cases take
    /// the same fields from the same word, and computes every field before the `switch`.
    static void execute(Cpu cpu, Interpreter engine) {
        long pc = cpu.pc;
        if (!engine.fetches(pc)) {
            return;
        }
        while (cpu.instructions < engine.limit && !cpu.attention) {
            if (((pc ^ engine.pageVa) & ~0xffcL) != 0 && !engine.fetches(pc)) {
                return;
            }
            long entry = engine.entries[DecodedCode.index(pc)];
            int row = DecodedCode.row(entry);
            int word = (int) entry;
            cpu.pc = pc;
            cpu.instructions++;
            pc += 4;
            switch (row) {
                case Decoder.ADR -> DataProcessingImmediate.ADR(cpu, word ^ Decoder.ADR * KEY);
                case Decoder.ADRP -> DataProcessingImmediate.ADRP(cpu, word ^ Decoder.ADRP * KEY);
                case Decoder.ADD_IMM -> DataProcessingImmediate.ADD_IMM(cpu, word ^ Decoder.ADD_IMM * KEY);
                case Decoder.ADDS_IMM -> DataProcessingImmediate.ADDS_IMM(cpu, word ^ Decoder.ADDS_IMM * KEY);
                case Decoder.SUB_IMM -> DataProcessingImmediate.SUB_IMM(cpu, word ^ Decoder.SUB_IMM * KEY);
                case Decoder.SUBS_IMM -> DataProcessingImmediate.SUBS_IMM(cpu, word ^ Decoder.SUBS_IMM * KEY);
                case Decoder.MOVZ -> DataProcessingImmediate.MOVZ(cpu, word ^ Decoder.MOVZ * KEY);
                case Decoder.MOVN -> DataProcessingImmediate.MOVN(cpu, word ^ Decoder.MOVN * KEY);
                case Decoder.MOVK -> DataProcessingImmediate.MOVK(cpu, word ^ Decoder.MOVK * KEY);
                case Decoder.AND_IMM -> DataProcessingImmediate.AND_IMM(cpu, word ^ Decoder.AND_IMM * KEY);
                case Decoder.ORR_IMM -> DataProcessingImmediate.ORR_IMM(cpu, word ^ Decoder.ORR_IMM * KEY);
                case Decoder.EOR_IMM -> DataProcessingImmediate.EOR_IMM(cpu, word ^ Decoder.EOR_IMM * KEY);
                case Decoder.ANDS_IMM -> DataProcessingImmediate.ANDS_IMM(cpu, word ^ Decoder.ANDS_IMM * KEY);
                case Decoder.SBFM -> DataProcessingImmediate.SBFM(cpu, word ^ Decoder.SBFM * KEY);
                case Decoder.BFM -> DataProcessingImmediate.BFM(cpu, word ^ Decoder.BFM * KEY);
                case Decoder.UBFM -> DataProcessingImmediate.UBFM(cpu, word ^ Decoder.UBFM * KEY);
                case Decoder.EXTR -> DataProcessingImmediate.EXTR(cpu, word ^ Decoder.EXTR * KEY);
                case Decoder.AND_SHIFT -> DataProcessingRegister.AND_SHIFT(cpu, word ^ Decoder.AND_SHIFT * KEY);
                case Decoder.BIC_SHIFT -> DataProcessingRegister.BIC_SHIFT(cpu, word ^ Decoder.BIC_SHIFT * KEY);
                case Decoder.ORR_SHIFT -> DataProcessingRegister.ORR_SHIFT(cpu, word ^ Decoder.ORR_SHIFT * KEY);
                case Decoder.EOR_SHIFT -> DataProcessingRegister.EOR_SHIFT(cpu, word ^ Decoder.EOR_SHIFT * KEY);
                case Decoder.ANDS_SHIFT -> DataProcessingRegister.ANDS_SHIFT(cpu, word ^ Decoder.ANDS_SHIFT * KEY);
                case Decoder.ADD_SHIFT -> DataProcessingRegister.ADD_SHIFT(cpu, word ^ Decoder.ADD_SHIFT * KEY);
                case Decoder.ADDS_SHIFT -> DataProcessingRegister.ADDS_SHIFT(cpu, word ^ Decoder.ADDS_SHIFT * KEY);
                case Decoder.SUB_SHIFT -> DataProcessingRegister.SUB_SHIFT(cpu, word ^ Decoder.SUB_SHIFT * KEY);
                case Decoder.SUBS_SHIFT -> DataProcessingRegister.SUBS_SHIFT(cpu, word ^ Decoder.SUBS_SHIFT * KEY);
                case Decoder.ADD_EXT -> DataProcessingRegister.ADD_EXT(cpu, word ^ Decoder.ADD_EXT * KEY);
                case Decoder.SUBS_EXT -> DataProcessingRegister.SUBS_EXT(cpu, word ^ Decoder.SUBS_EXT * KEY);
                case Decoder.CCMP_REG -> DataProcessingRegister.CCMP_REG(cpu, word ^ Decoder.CCMP_REG * KEY);
                case Decoder.CCMP_IMM -> DataProcessingRegister.CCMP_IMM(cpu, word ^ Decoder.CCMP_IMM * KEY);
                case Decoder.CSEL -> DataProcessingRegister.CSEL(cpu, word ^ Decoder.CSEL * KEY);
                case Decoder.CSINC -> DataProcessingRegister.CSINC(cpu, word ^ Decoder.CSINC * KEY);
                case Decoder.CSINV -> DataProcessingRegister.CSINV(cpu, word ^ Decoder.CSINV * KEY);
                case Decoder.CSNEG -> DataProcessingRegister.CSNEG(cpu, word ^ Decoder.CSNEG * KEY);
                case Decoder.UDIV -> DataProcessingRegister.UDIV(cpu, word ^ Decoder.UDIV * KEY);
                case Decoder.LSLV -> DataProcessingRegister.LSLV(cpu, word ^ Decoder.LSLV * KEY);
                case Decoder.LSRV -> DataProcessingRegister.LSRV(cpu, word ^ Decoder.LSRV * KEY);
                case Decoder.ASRV -> DataProcessingRegister.ASRV(cpu, word ^ Decoder.ASRV * KEY);
                case Decoder.MADD -> DataProcessingRegister.MADD(cpu, word ^ Decoder.MADD * KEY);
                case Decoder.MSUB -> DataProcessingRegister.MSUB(cpu, word ^ Decoder.MSUB * KEY);
                case Decoder.STP_POST -> LoadsAndStores.STP_POST(cpu, word ^ Decoder.STP_POST * KEY);
                case Decoder.STP_PRE -> LoadsAndStores.STP_PRE(cpu, word ^ Decoder.STP_PRE * KEY);
                case Decoder.STP -> LoadsAndStores.STP(cpu, word ^ Decoder.STP * KEY);
                case Decoder.LDP_POST -> LoadsAndStores.LDP_POST(cpu, word ^ Decoder.LDP_POST * KEY);
                case Decoder.LDP -> LoadsAndStores.LDP(cpu, word ^ Decoder.LDP * KEY);
                case Decoder.STR_IMM_POST -> LoadsAndStores.STR_IMM_POST(cpu, word ^ Decoder.STR_IMM_POST * KEY);
                case Decoder.STR_IMM -> LoadsAndStores.STR_IMM(cpu, word ^ Decoder.STR_IMM * KEY);
                case Decoder.STR_REG -> LoadsAndStores.STR_REG(cpu, word ^ Decoder.STR_REG * KEY);
                case Decoder.STUR -> LoadsAndStores.STUR(cpu, word ^ Decoder.STUR * KEY);
                case Decoder.LDR_IMM_POST -> LoadsAndStores.LDR_IMM_POST(cpu, word ^ Decoder.LDR_IMM_POST * KEY);
                case Decoder.LDR_IMM -> LoadsAndStores.LDR_IMM(cpu, word ^ Decoder.LDR_IMM * KEY);
                case Decoder.LDR_REG -> LoadsAndStores.LDR_REG(cpu, word ^ Decoder.LDR_REG * KEY);
                case Decoder.LDUR -> LoadsAndStores.LDUR(cpu, word ^ Decoder.LDUR * KEY);
                case Decoder.STRB_IMM_POST -> LoadsAndStores.STRB_IMM_POST(cpu, word ^ Decoder.STRB_IMM_POST * KEY);
                case Decoder.STRB_IMM -> LoadsAndStores.STRB_IMM(cpu, word ^ Decoder.STRB_IMM * KEY);
                case Decoder.LDRB_IMM_POST -> LoadsAndStores.LDRB_IMM_POST(cpu, word ^ Decoder.LDRB_IMM_POST * KEY);
                case Decoder.LDRB_IMM -> LoadsAndStores.LDRB_IMM(cpu, word ^ Decoder.LDRB_IMM * KEY);
                case Decoder.LDRB_REG -> LoadsAndStores.LDRB_REG(cpu, word ^ Decoder.LDRB_REG * KEY);
                case Decoder.LDRH_IMM -> LoadsAndStores.LDRH_IMM(cpu, word ^ Decoder.LDRH_IMM * KEY);
                case Decoder.LDRSW_IMM -> LoadsAndStores.LDRSW_IMM(cpu, word ^ Decoder.LDRSW_IMM * KEY);
                case Decoder.B -> {
                    cpu.next = pc;
                    Branches.B(cpu, word ^ Decoder.B * KEY);
                    pc = cpu.next;
                }
                case Decoder.BL -> {
                    cpu.next = pc;
                    Branches.BL(cpu, word ^ Decoder.BL * KEY);
                    pc = cpu.next;
                }
                case Decoder.B_COND -> {
                    cpu.next = pc;
                    Branches.B_COND(cpu, word ^ Decoder.B_COND * KEY);
                    pc = cpu.next;
                }
                case Decoder.CBZ -> {
                    cpu.next = pc;
                    Branches.CBZ(cpu, word ^ Decoder.CBZ * KEY);
                    pc = cpu.next;
                }
                case Decoder.CBNZ -> {
                    cpu.next = pc;
                    Branches.CBNZ(cpu, word ^ Decoder.CBNZ * KEY);
                    pc = cpu.next;
                }
                case Decoder.TBZ -> {
                    cpu.next = pc;
                    Branches.TBZ(cpu, word ^ Decoder.TBZ * KEY);
                    pc = cpu.next;
                }
                case Decoder.TBNZ -> {
                    cpu.next = pc;
                    Branches.TBNZ(cpu, word ^ Decoder.TBNZ * KEY);
                    pc = cpu.next;
                }
                case Decoder.BR -> {
                    cpu.next = pc;
                    Branches.BR(cpu, word ^ Decoder.BR * KEY);
                    pc = cpu.next;
                }
                case Decoder.BLR -> {
                    cpu.next = pc;
                    Branches.BLR(cpu, word ^ Decoder.BLR * KEY);
                    pc = cpu.next;
                }
                case Decoder.RET -> {
                    cpu.next = pc;
                    Branches.RET(cpu, word ^ Decoder.RET * KEY);
                    pc = cpu.next;
                }
                case DecodedCode.UNDECODED -> {
                    engine.decode();
                    pc -= 4;
                }
                default -> {
                    if (!other(cpu, row, word ^ row * KEY)) {
                        cpu.next = pc;
                        system(cpu, engine, row, word ^ row * KEY);
                        engine.contextChanged();
                        cpu.pc = cpu.next;
                        return;
                    }
                }
            }
        }
        cpu.pc = pc;
    }

    /// Rows too rare for the loop. Returns false for a row of [#system].
    private static boolean other(Cpu cpu, int row, int insn) {
        switch (row) {
            case Decoder.ORN_SHIFT -> DataProcessingRegister.ORN_SHIFT(cpu, insn);
            case Decoder.EON_SHIFT -> DataProcessingRegister.EON_SHIFT(cpu, insn);
            case Decoder.BICS_SHIFT -> DataProcessingRegister.BICS_SHIFT(cpu, insn);
            case Decoder.ADDS_EXT -> DataProcessingRegister.ADDS_EXT(cpu, insn);
            case Decoder.SUB_EXT -> DataProcessingRegister.SUB_EXT(cpu, insn);
            case Decoder.ADC -> DataProcessingRegister.ADC(cpu, insn);
            case Decoder.ADCS -> DataProcessingRegister.ADCS(cpu, insn);
            case Decoder.SBC -> DataProcessingRegister.SBC(cpu, insn);
            case Decoder.SBCS -> DataProcessingRegister.SBCS(cpu, insn);
            case Decoder.CCMN_REG -> DataProcessingRegister.CCMN_REG(cpu, insn);
            case Decoder.CCMN_IMM -> DataProcessingRegister.CCMN_IMM(cpu, insn);
            case Decoder.SDIV -> DataProcessingRegister.SDIV(cpu, insn);
            case Decoder.RORV -> DataProcessingRegister.RORV(cpu, insn);
            case Decoder.CRC32 -> DataProcessingRegister.CRC32(cpu, insn);
            case Decoder.CRC32C -> DataProcessingRegister.CRC32C(cpu, insn);
            case Decoder.RBIT -> DataProcessingRegister.RBIT(cpu, insn);
            case Decoder.REV16 -> DataProcessingRegister.REV16(cpu, insn);
            case Decoder.REV32 -> DataProcessingRegister.REV32(cpu, insn);
            case Decoder.REV -> DataProcessingRegister.REV(cpu, insn);
            case Decoder.CLZ -> DataProcessingRegister.CLZ(cpu, insn);
            case Decoder.CLS -> DataProcessingRegister.CLS(cpu, insn);
            case Decoder.SMADDL -> DataProcessingRegister.SMADDL(cpu, insn);
            case Decoder.SMSUBL -> DataProcessingRegister.SMSUBL(cpu, insn);
            case Decoder.SMULH -> DataProcessingRegister.SMULH(cpu, insn);
            case Decoder.UMADDL -> DataProcessingRegister.UMADDL(cpu, insn);
            case Decoder.UMSUBL -> DataProcessingRegister.UMSUBL(cpu, insn);
            case Decoder.UMULH -> DataProcessingRegister.UMULH(cpu, insn);
            case Decoder.HINT -> SystemInstructions.HINT(cpu, insn);
            case Decoder.CLREX -> SystemInstructions.CLREX(cpu, insn);
            case Decoder.DSB -> SystemInstructions.DSB(cpu, insn);
            case Decoder.DMB -> SystemInstructions.DMB(cpu, insn);
            case Decoder.SYSL -> SystemInstructions.SYSL(cpu, insn);
            case Decoder.MRS -> SystemInstructions.MRS(cpu, insn);
            case Decoder.LDR_LIT -> LoadsAndStores.LDR_LIT(cpu, insn);
            case Decoder.LDRSW_LIT -> LoadsAndStores.LDRSW_LIT(cpu, insn);
            case Decoder.PRFM_LIT -> LoadsAndStores.PRFM_LIT(cpu, insn);
            case Decoder.STNP -> LoadsAndStores.STNP(cpu, insn);
            case Decoder.LDNP -> LoadsAndStores.LDNP(cpu, insn);
            case Decoder.LDP_PRE -> LoadsAndStores.LDP_PRE(cpu, insn);
            case Decoder.LDPSW_POST -> LoadsAndStores.LDPSW_POST(cpu, insn);
            case Decoder.LDPSW_PRE -> LoadsAndStores.LDPSW_PRE(cpu, insn);
            case Decoder.LDPSW -> LoadsAndStores.LDPSW(cpu, insn);
            case Decoder.STR_IMM_PRE -> LoadsAndStores.STR_IMM_PRE(cpu, insn);
            case Decoder.STTR -> LoadsAndStores.STTR(cpu, insn);
            case Decoder.LDR_IMM_PRE -> LoadsAndStores.LDR_IMM_PRE(cpu, insn);
            case Decoder.LDTR -> LoadsAndStores.LDTR(cpu, insn);
            case Decoder.STRB_IMM_PRE -> LoadsAndStores.STRB_IMM_PRE(cpu, insn);
            case Decoder.STRB_REG -> LoadsAndStores.STRB_REG(cpu, insn);
            case Decoder.STURB -> LoadsAndStores.STURB(cpu, insn);
            case Decoder.STTRB -> LoadsAndStores.STTRB(cpu, insn);
            case Decoder.LDRB_IMM_PRE -> LoadsAndStores.LDRB_IMM_PRE(cpu, insn);
            case Decoder.LDURB -> LoadsAndStores.LDURB(cpu, insn);
            case Decoder.LDTRB -> LoadsAndStores.LDTRB(cpu, insn);
            case Decoder.LDRSB_IMM_POST -> LoadsAndStores.LDRSB_IMM_POST(cpu, insn);
            case Decoder.LDRSB_IMM_PRE -> LoadsAndStores.LDRSB_IMM_PRE(cpu, insn);
            case Decoder.LDRSB_IMM -> LoadsAndStores.LDRSB_IMM(cpu, insn);
            case Decoder.LDRSB_REG -> LoadsAndStores.LDRSB_REG(cpu, insn);
            case Decoder.LDURSB -> LoadsAndStores.LDURSB(cpu, insn);
            case Decoder.LDTRSB -> LoadsAndStores.LDTRSB(cpu, insn);
            case Decoder.STRH_IMM_POST -> LoadsAndStores.STRH_IMM_POST(cpu, insn);
            case Decoder.STRH_IMM_PRE -> LoadsAndStores.STRH_IMM_PRE(cpu, insn);
            case Decoder.STRH_IMM -> LoadsAndStores.STRH_IMM(cpu, insn);
            case Decoder.STRH_REG -> LoadsAndStores.STRH_REG(cpu, insn);
            case Decoder.STURH -> LoadsAndStores.STURH(cpu, insn);
            case Decoder.STTRH -> LoadsAndStores.STTRH(cpu, insn);
            case Decoder.LDRH_IMM_POST -> LoadsAndStores.LDRH_IMM_POST(cpu, insn);
            case Decoder.LDRH_IMM_PRE -> LoadsAndStores.LDRH_IMM_PRE(cpu, insn);
            case Decoder.LDRH_REG -> LoadsAndStores.LDRH_REG(cpu, insn);
            case Decoder.LDURH -> LoadsAndStores.LDURH(cpu, insn);
            case Decoder.LDTRH -> LoadsAndStores.LDTRH(cpu, insn);
            case Decoder.LDRSH_IMM_POST -> LoadsAndStores.LDRSH_IMM_POST(cpu, insn);
            case Decoder.LDRSH_IMM_PRE -> LoadsAndStores.LDRSH_IMM_PRE(cpu, insn);
            case Decoder.LDRSH_IMM -> LoadsAndStores.LDRSH_IMM(cpu, insn);
            case Decoder.LDRSH_REG -> LoadsAndStores.LDRSH_REG(cpu, insn);
            case Decoder.LDURSH -> LoadsAndStores.LDURSH(cpu, insn);
            case Decoder.LDTRSH -> LoadsAndStores.LDTRSH(cpu, insn);
            case Decoder.LDRSW_IMM_POST -> LoadsAndStores.LDRSW_IMM_POST(cpu, insn);
            case Decoder.LDRSW_IMM_PRE -> LoadsAndStores.LDRSW_IMM_PRE(cpu, insn);
            case Decoder.LDRSW_REG -> LoadsAndStores.LDRSW_REG(cpu, insn);
            case Decoder.LDURSW -> LoadsAndStores.LDURSW(cpu, insn);
            case Decoder.LDTRSW -> LoadsAndStores.LDTRSW(cpu, insn);
            case Decoder.PRFM_IMM -> LoadsAndStores.PRFM_IMM(cpu, insn);
            case Decoder.PRFM_REG -> LoadsAndStores.PRFM_REG(cpu, insn);
            case Decoder.PRFUM -> LoadsAndStores.PRFUM(cpu, insn);
            case Decoder.STXR -> Atomics.STXR(cpu, insn);
            case Decoder.STLXR -> Atomics.STLXR(cpu, insn);
            case Decoder.LDXR -> Atomics.LDXR(cpu, insn);
            case Decoder.LDAXR -> Atomics.LDAXR(cpu, insn);
            case Decoder.STXP -> Atomics.STXP(cpu, insn);
            case Decoder.STLXP -> Atomics.STLXP(cpu, insn);
            case Decoder.LDXP -> Atomics.LDXP(cpu, insn);
            case Decoder.LDAXP -> Atomics.LDAXP(cpu, insn);
            case Decoder.STLLR -> Atomics.STLLR(cpu, insn);
            case Decoder.STLR -> Atomics.STLR(cpu, insn);
            case Decoder.LDLAR -> Atomics.LDLAR(cpu, insn);
            case Decoder.LDAR -> Atomics.LDAR(cpu, insn);
            case Decoder.LDAPR -> Atomics.LDAPR(cpu, insn);
            case Decoder.CAS -> Atomics.CAS(cpu, insn);
            case Decoder.CASP -> Atomics.CASP(cpu, insn);
            case Decoder.LDADD -> Atomics.LDADD(cpu, insn);
            case Decoder.LDCLR -> Atomics.LDCLR(cpu, insn);
            case Decoder.LDEOR -> Atomics.LDEOR(cpu, insn);
            case Decoder.LDSET -> Atomics.LDSET(cpu, insn);
            case Decoder.LDSMAX -> Atomics.LDSMAX(cpu, insn);
            case Decoder.LDSMIN -> Atomics.LDSMIN(cpu, insn);
            case Decoder.LDUMAX -> Atomics.LDUMAX(cpu, insn);
            case Decoder.LDUMIN -> Atomics.LDUMIN(cpu, insn);
            case Decoder.SWP -> Atomics.SWP(cpu, insn);
            default -> {
                return false;
            }
        }
        return true;
    }

    /// Rows after which the next fetch must be translated anew.
    private static void system(Cpu cpu, Interpreter engine, int row, int insn) {
        switch (row) {
            case Decoder.UDF -> SystemInstructions.UDF(cpu, insn);
            case Decoder.SVC -> SystemInstructions.SVC(cpu, insn);
            case Decoder.HVC -> SystemInstructions.HVC(cpu, insn);
            case Decoder.SMC -> SystemInstructions.SMC(cpu, insn);
            case Decoder.BRK -> SystemInstructions.BRK(cpu, insn);
            case Decoder.HLT -> SystemInstructions.HLT(cpu, insn);
            case Decoder.ERET -> SystemInstructions.ERET(cpu, insn);
            case Decoder.MSR_IMM -> SystemInstructions.MSR_IMM(cpu, insn);
            case Decoder.ISB -> SystemInstructions.ISB(cpu, insn);
            case Decoder.SYS -> SystemInstructions.SYS(cpu, insn);
            case Decoder.MSR -> SystemInstructions.MSR(cpu, insn);
            default -> engine.notModelled(row, insn);
        }
    }
}
