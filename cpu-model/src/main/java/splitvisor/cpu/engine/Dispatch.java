package splitvisor.cpu.engine;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.isa.Atomics;
import splitvisor.cpu.isa.Branches;
import splitvisor.cpu.isa.DataProcessingImmediate;
import splitvisor.cpu.isa.DataProcessingRegister;
import splitvisor.cpu.isa.Decoder;
import splitvisor.cpu.isa.FloatingPoint;
import splitvisor.cpu.isa.LoadsAndStores;
import splitvisor.cpu.isa.SimdConversions;
import splitvisor.cpu.isa.SimdFloatUnary;
import splitvisor.cpu.isa.SimdFloats;
import splitvisor.cpu.isa.SimdInteger;
import splitvisor.cpu.isa.SimdLoadsAndStores;
import splitvisor.cpu.isa.SimdMoves;
import splitvisor.cpu.isa.SimdMultiply;
import splitvisor.cpu.isa.SimdShifts;
import splitvisor.cpu.isa.SimdStructures;
import splitvisor.cpu.isa.SimdUnary;
import splitvisor.cpu.isa.SimdWidening;
import splitvisor.cpu.isa.SystemInstructions;

/// The interpreter's loop. Generated from [splitvisor.cpu.isa.A64] by DispatchGenerator; do not edit.
final class Dispatch {

    private static final int KEY = DecodedCode.KEY;

    private Dispatch() {}

    /// Executes instructions until [Interpreter#limit] instructions were started since reset,
    /// [Cpu#attention] is set, hosted text is reached, or a row of [#system] was executed.
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
            case Decoder.MSR_IMM -> SystemInstructions.MSR_IMM(cpu, insn);
            case Decoder.HINT -> SystemInstructions.HINT(cpu, insn);
            case Decoder.CLREX -> SystemInstructions.CLREX(cpu, insn);
            case Decoder.DSB -> SystemInstructions.DSB(cpu, insn);
            case Decoder.DMB -> SystemInstructions.DMB(cpu, insn);
            case Decoder.ISB -> SystemInstructions.ISB(cpu, insn);
            case Decoder.SYS -> SystemInstructions.SYS(cpu, insn);
            case Decoder.SYSL -> SystemInstructions.SYSL(cpu, insn);
            case Decoder.MSR -> SystemInstructions.MSR(cpu, insn);
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
            case Decoder.STR_SIMD_POST -> SimdLoadsAndStores.STR_SIMD_POST(cpu, insn);
            case Decoder.STR_SIMD_PRE -> SimdLoadsAndStores.STR_SIMD_PRE(cpu, insn);
            case Decoder.STR_SIMD -> SimdLoadsAndStores.STR_SIMD(cpu, insn);
            case Decoder.STR_SIMD_REG -> SimdLoadsAndStores.STR_SIMD_REG(cpu, insn);
            case Decoder.STUR_SIMD -> SimdLoadsAndStores.STUR_SIMD(cpu, insn);
            case Decoder.LDR_SIMD_POST -> SimdLoadsAndStores.LDR_SIMD_POST(cpu, insn);
            case Decoder.LDR_SIMD_PRE -> SimdLoadsAndStores.LDR_SIMD_PRE(cpu, insn);
            case Decoder.LDR_SIMD -> SimdLoadsAndStores.LDR_SIMD(cpu, insn);
            case Decoder.LDR_SIMD_REG -> SimdLoadsAndStores.LDR_SIMD_REG(cpu, insn);
            case Decoder.LDUR_SIMD -> SimdLoadsAndStores.LDUR_SIMD(cpu, insn);
            case Decoder.LDR_SIMD_LIT -> SimdLoadsAndStores.LDR_SIMD_LIT(cpu, insn);
            case Decoder.STNP_SIMD -> SimdLoadsAndStores.STNP_SIMD(cpu, insn);
            case Decoder.STP_SIMD_POST -> SimdLoadsAndStores.STP_SIMD_POST(cpu, insn);
            case Decoder.STP_SIMD_PRE -> SimdLoadsAndStores.STP_SIMD_PRE(cpu, insn);
            case Decoder.STP_SIMD -> SimdLoadsAndStores.STP_SIMD(cpu, insn);
            case Decoder.LDNP_SIMD -> SimdLoadsAndStores.LDNP_SIMD(cpu, insn);
            case Decoder.LDP_SIMD_POST -> SimdLoadsAndStores.LDP_SIMD_POST(cpu, insn);
            case Decoder.LDP_SIMD_PRE -> SimdLoadsAndStores.LDP_SIMD_PRE(cpu, insn);
            case Decoder.LDP_SIMD -> SimdLoadsAndStores.LDP_SIMD(cpu, insn);
            case Decoder.ST1_MULTIPLE -> SimdStructures.ST1_MULTIPLE(cpu, insn);
            case Decoder.ST1_MULTIPLE_POST -> SimdStructures.ST1_MULTIPLE_POST(cpu, insn);
            case Decoder.ST2_MULTIPLE -> SimdStructures.ST2_MULTIPLE(cpu, insn);
            case Decoder.ST2_MULTIPLE_POST -> SimdStructures.ST2_MULTIPLE_POST(cpu, insn);
            case Decoder.ST3_MULTIPLE -> SimdStructures.ST3_MULTIPLE(cpu, insn);
            case Decoder.ST3_MULTIPLE_POST -> SimdStructures.ST3_MULTIPLE_POST(cpu, insn);
            case Decoder.ST4_MULTIPLE -> SimdStructures.ST4_MULTIPLE(cpu, insn);
            case Decoder.ST4_MULTIPLE_POST -> SimdStructures.ST4_MULTIPLE_POST(cpu, insn);
            case Decoder.ST1_SINGLE -> SimdStructures.ST1_SINGLE(cpu, insn);
            case Decoder.ST1_SINGLE_POST -> SimdStructures.ST1_SINGLE_POST(cpu, insn);
            case Decoder.ST2_SINGLE -> SimdStructures.ST2_SINGLE(cpu, insn);
            case Decoder.ST2_SINGLE_POST -> SimdStructures.ST2_SINGLE_POST(cpu, insn);
            case Decoder.ST3_SINGLE -> SimdStructures.ST3_SINGLE(cpu, insn);
            case Decoder.ST3_SINGLE_POST -> SimdStructures.ST3_SINGLE_POST(cpu, insn);
            case Decoder.ST4_SINGLE -> SimdStructures.ST4_SINGLE(cpu, insn);
            case Decoder.ST4_SINGLE_POST -> SimdStructures.ST4_SINGLE_POST(cpu, insn);
            case Decoder.LD1_MULTIPLE -> SimdStructures.LD1_MULTIPLE(cpu, insn);
            case Decoder.LD1_MULTIPLE_POST -> SimdStructures.LD1_MULTIPLE_POST(cpu, insn);
            case Decoder.LD2_MULTIPLE -> SimdStructures.LD2_MULTIPLE(cpu, insn);
            case Decoder.LD2_MULTIPLE_POST -> SimdStructures.LD2_MULTIPLE_POST(cpu, insn);
            case Decoder.LD3_MULTIPLE -> SimdStructures.LD3_MULTIPLE(cpu, insn);
            case Decoder.LD3_MULTIPLE_POST -> SimdStructures.LD3_MULTIPLE_POST(cpu, insn);
            case Decoder.LD4_MULTIPLE -> SimdStructures.LD4_MULTIPLE(cpu, insn);
            case Decoder.LD4_MULTIPLE_POST -> SimdStructures.LD4_MULTIPLE_POST(cpu, insn);
            case Decoder.LD1_SINGLE -> SimdStructures.LD1_SINGLE(cpu, insn);
            case Decoder.LD1_SINGLE_POST -> SimdStructures.LD1_SINGLE_POST(cpu, insn);
            case Decoder.LD2_SINGLE -> SimdStructures.LD2_SINGLE(cpu, insn);
            case Decoder.LD2_SINGLE_POST -> SimdStructures.LD2_SINGLE_POST(cpu, insn);
            case Decoder.LD3_SINGLE -> SimdStructures.LD3_SINGLE(cpu, insn);
            case Decoder.LD3_SINGLE_POST -> SimdStructures.LD3_SINGLE_POST(cpu, insn);
            case Decoder.LD4_SINGLE -> SimdStructures.LD4_SINGLE(cpu, insn);
            case Decoder.LD4_SINGLE_POST -> SimdStructures.LD4_SINGLE_POST(cpu, insn);
            case Decoder.LD1R -> SimdStructures.LD1R(cpu, insn);
            case Decoder.LD1R_POST -> SimdStructures.LD1R_POST(cpu, insn);
            case Decoder.LD2R -> SimdStructures.LD2R(cpu, insn);
            case Decoder.LD2R_POST -> SimdStructures.LD2R_POST(cpu, insn);
            case Decoder.LD3R -> SimdStructures.LD3R(cpu, insn);
            case Decoder.LD3R_POST -> SimdStructures.LD3R_POST(cpu, insn);
            case Decoder.LD4R -> SimdStructures.LD4R(cpu, insn);
            case Decoder.LD4R_POST -> SimdStructures.LD4R_POST(cpu, insn);
            case Decoder.FMOV_TO_GENERAL -> SimdMoves.FMOV_TO_GENERAL(cpu, insn);
            case Decoder.FMOV_FROM_GENERAL -> SimdMoves.FMOV_FROM_GENERAL(cpu, insn);
            case Decoder.FMOV_TOP_TO_GENERAL -> SimdMoves.FMOV_TOP_TO_GENERAL(cpu, insn);
            case Decoder.FMOV_TOP_FROM_GENERAL -> SimdMoves.FMOV_TOP_FROM_GENERAL(cpu, insn);
            case Decoder.SHADD -> SimdInteger.SHADD(cpu, insn);
            case Decoder.SQADD -> SimdInteger.SQADD(cpu, insn);
            case Decoder.SRHADD -> SimdInteger.SRHADD(cpu, insn);
            case Decoder.SHSUB -> SimdInteger.SHSUB(cpu, insn);
            case Decoder.SQSUB -> SimdInteger.SQSUB(cpu, insn);
            case Decoder.CMGT_REG -> SimdInteger.CMGT_REG(cpu, insn);
            case Decoder.CMGE_REG -> SimdInteger.CMGE_REG(cpu, insn);
            case Decoder.SSHL -> SimdShifts.SSHL(cpu, insn);
            case Decoder.SQSHL_REG -> SimdShifts.SQSHL_REG(cpu, insn);
            case Decoder.SRSHL -> SimdShifts.SRSHL(cpu, insn);
            case Decoder.SQRSHL -> SimdShifts.SQRSHL(cpu, insn);
            case Decoder.SMAX -> SimdInteger.SMAX(cpu, insn);
            case Decoder.SMIN -> SimdInteger.SMIN(cpu, insn);
            case Decoder.SABD -> SimdInteger.SABD(cpu, insn);
            case Decoder.SABA -> SimdInteger.SABA(cpu, insn);
            case Decoder.SMAXP -> SimdInteger.SMAXP(cpu, insn);
            case Decoder.SMINP -> SimdInteger.SMINP(cpu, insn);
            case Decoder.UHADD -> SimdInteger.UHADD(cpu, insn);
            case Decoder.UQADD -> SimdInteger.UQADD(cpu, insn);
            case Decoder.URHADD -> SimdInteger.URHADD(cpu, insn);
            case Decoder.UHSUB -> SimdInteger.UHSUB(cpu, insn);
            case Decoder.UQSUB -> SimdInteger.UQSUB(cpu, insn);
            case Decoder.CMHI -> SimdInteger.CMHI(cpu, insn);
            case Decoder.CMHS -> SimdInteger.CMHS(cpu, insn);
            case Decoder.USHL -> SimdShifts.USHL(cpu, insn);
            case Decoder.UQSHL_REG -> SimdShifts.UQSHL_REG(cpu, insn);
            case Decoder.URSHL -> SimdShifts.URSHL(cpu, insn);
            case Decoder.UQRSHL -> SimdShifts.UQRSHL(cpu, insn);
            case Decoder.UMAX -> SimdInteger.UMAX(cpu, insn);
            case Decoder.UMIN -> SimdInteger.UMIN(cpu, insn);
            case Decoder.UABD -> SimdInteger.UABD(cpu, insn);
            case Decoder.UABA -> SimdInteger.UABA(cpu, insn);
            case Decoder.UMAXP -> SimdInteger.UMAXP(cpu, insn);
            case Decoder.UMINP -> SimdInteger.UMINP(cpu, insn);
            case Decoder.ADD_VEC -> SimdInteger.ADD_VEC(cpu, insn);
            case Decoder.SUB_VEC -> SimdInteger.SUB_VEC(cpu, insn);
            case Decoder.CMTST -> SimdInteger.CMTST(cpu, insn);
            case Decoder.CMEQ_REG -> SimdInteger.CMEQ_REG(cpu, insn);
            case Decoder.MLA_VEC -> SimdMultiply.MLA_VEC(cpu, insn);
            case Decoder.MLS_VEC -> SimdMultiply.MLS_VEC(cpu, insn);
            case Decoder.MUL_VEC -> SimdMultiply.MUL_VEC(cpu, insn);
            case Decoder.PMUL -> SimdMultiply.PMUL(cpu, insn);
            case Decoder.SQDMULH_VEC -> SimdMultiply.SQDMULH_VEC(cpu, insn);
            case Decoder.SQRDMULH_VEC -> SimdMultiply.SQRDMULH_VEC(cpu, insn);
            case Decoder.ADDP_VEC -> SimdInteger.ADDP_VEC(cpu, insn);
            case Decoder.AND_VEC -> SimdMoves.AND_VEC(cpu, insn);
            case Decoder.BIC_VEC -> SimdMoves.BIC_VEC(cpu, insn);
            case Decoder.ORR_VEC -> SimdMoves.ORR_VEC(cpu, insn);
            case Decoder.ORN_VEC -> SimdMoves.ORN_VEC(cpu, insn);
            case Decoder.EOR_VEC -> SimdMoves.EOR_VEC(cpu, insn);
            case Decoder.BSL -> SimdMoves.BSL(cpu, insn);
            case Decoder.BIT -> SimdMoves.BIT(cpu, insn);
            case Decoder.BIF -> SimdMoves.BIF(cpu, insn);
            case Decoder.SQRDMLAH_VEC -> SimdMultiply.SQRDMLAH_VEC(cpu, insn);
            case Decoder.SQRDMLSH_VEC -> SimdMultiply.SQRDMLSH_VEC(cpu, insn);
            case Decoder.SDOT_VEC -> SimdMultiply.SDOT_VEC(cpu, insn);
            case Decoder.UDOT_VEC -> SimdMultiply.UDOT_VEC(cpu, insn);
            case Decoder.REV64 -> SimdUnary.REV64(cpu, insn);
            case Decoder.REV16_VEC -> SimdUnary.REV16_VEC(cpu, insn);
            case Decoder.REV32_VEC -> SimdUnary.REV32_VEC(cpu, insn);
            case Decoder.SADDLP -> SimdWidening.SADDLP(cpu, insn);
            case Decoder.SADALP -> SimdWidening.SADALP(cpu, insn);
            case Decoder.UADDLP -> SimdWidening.UADDLP(cpu, insn);
            case Decoder.UADALP -> SimdWidening.UADALP(cpu, insn);
            case Decoder.SUQADD -> SimdInteger.SUQADD(cpu, insn);
            case Decoder.USQADD -> SimdInteger.USQADD(cpu, insn);
            case Decoder.CLS_VEC -> SimdUnary.CLS_VEC(cpu, insn);
            case Decoder.CLZ_VEC -> SimdUnary.CLZ_VEC(cpu, insn);
            case Decoder.CNT -> SimdUnary.CNT(cpu, insn);
            case Decoder.NOT -> SimdUnary.NOT(cpu, insn);
            case Decoder.RBIT_VEC -> SimdUnary.RBIT_VEC(cpu, insn);
            case Decoder.SQABS -> SimdUnary.SQABS(cpu, insn);
            case Decoder.SQNEG -> SimdUnary.SQNEG(cpu, insn);
            case Decoder.CMGT_ZERO -> SimdUnary.CMGT_ZERO(cpu, insn);
            case Decoder.CMEQ_ZERO -> SimdUnary.CMEQ_ZERO(cpu, insn);
            case Decoder.CMLT_ZERO -> SimdUnary.CMLT_ZERO(cpu, insn);
            case Decoder.CMGE_ZERO -> SimdUnary.CMGE_ZERO(cpu, insn);
            case Decoder.CMLE_ZERO -> SimdUnary.CMLE_ZERO(cpu, insn);
            case Decoder.ABS -> SimdUnary.ABS(cpu, insn);
            case Decoder.NEG_VEC -> SimdUnary.NEG_VEC(cpu, insn);
            case Decoder.XTN -> SimdWidening.XTN(cpu, insn);
            case Decoder.SQXTN -> SimdWidening.SQXTN(cpu, insn);
            case Decoder.SQXTUN -> SimdWidening.SQXTUN(cpu, insn);
            case Decoder.UQXTN -> SimdWidening.UQXTN(cpu, insn);
            case Decoder.SHLL -> SimdWidening.SHLL(cpu, insn);
            case Decoder.URECPE -> SimdUnary.URECPE(cpu, insn);
            case Decoder.URSQRTE -> SimdUnary.URSQRTE(cpu, insn);
            case Decoder.SADDLV -> SimdInteger.SADDLV(cpu, insn);
            case Decoder.SMAXV -> SimdInteger.SMAXV(cpu, insn);
            case Decoder.SMINV -> SimdInteger.SMINV(cpu, insn);
            case Decoder.ADDV -> SimdInteger.ADDV(cpu, insn);
            case Decoder.UADDLV -> SimdInteger.UADDLV(cpu, insn);
            case Decoder.UMAXV -> SimdInteger.UMAXV(cpu, insn);
            case Decoder.UMINV -> SimdInteger.UMINV(cpu, insn);
            case Decoder.ADDP_SCALAR -> SimdInteger.ADDP_SCALAR(cpu, insn);
            case Decoder.SADDL -> SimdWidening.SADDL(cpu, insn);
            case Decoder.SADDW -> SimdWidening.SADDW(cpu, insn);
            case Decoder.SSUBL -> SimdWidening.SSUBL(cpu, insn);
            case Decoder.SSUBW -> SimdWidening.SSUBW(cpu, insn);
            case Decoder.SABAL -> SimdWidening.SABAL(cpu, insn);
            case Decoder.SABDL -> SimdWidening.SABDL(cpu, insn);
            case Decoder.SMLAL_VEC -> SimdMultiply.SMLAL_VEC(cpu, insn);
            case Decoder.SMLSL_VEC -> SimdMultiply.SMLSL_VEC(cpu, insn);
            case Decoder.SMULL_VEC -> SimdMultiply.SMULL_VEC(cpu, insn);
            case Decoder.ADDHN -> SimdWidening.ADDHN(cpu, insn);
            case Decoder.SUBHN -> SimdWidening.SUBHN(cpu, insn);
            case Decoder.UADDL -> SimdWidening.UADDL(cpu, insn);
            case Decoder.UADDW -> SimdWidening.UADDW(cpu, insn);
            case Decoder.USUBL -> SimdWidening.USUBL(cpu, insn);
            case Decoder.USUBW -> SimdWidening.USUBW(cpu, insn);
            case Decoder.UABAL -> SimdWidening.UABAL(cpu, insn);
            case Decoder.UABDL -> SimdWidening.UABDL(cpu, insn);
            case Decoder.UMLAL_VEC -> SimdMultiply.UMLAL_VEC(cpu, insn);
            case Decoder.UMLSL_VEC -> SimdMultiply.UMLSL_VEC(cpu, insn);
            case Decoder.UMULL_VEC -> SimdMultiply.UMULL_VEC(cpu, insn);
            case Decoder.RADDHN -> SimdWidening.RADDHN(cpu, insn);
            case Decoder.RSUBHN -> SimdWidening.RSUBHN(cpu, insn);
            case Decoder.SQDMLAL_VEC -> SimdMultiply.SQDMLAL_VEC(cpu, insn);
            case Decoder.SQDMLSL_VEC -> SimdMultiply.SQDMLSL_VEC(cpu, insn);
            case Decoder.SQDMULL_VEC -> SimdMultiply.SQDMULL_VEC(cpu, insn);
            case Decoder.PMULL -> SimdMultiply.PMULL(cpu, insn);
            case Decoder.MUL_ELEM -> SimdMultiply.MUL_ELEM(cpu, insn);
            case Decoder.MLA_ELEM -> SimdMultiply.MLA_ELEM(cpu, insn);
            case Decoder.MLS_ELEM -> SimdMultiply.MLS_ELEM(cpu, insn);
            case Decoder.SMLAL_ELEM -> SimdMultiply.SMLAL_ELEM(cpu, insn);
            case Decoder.SMLSL_ELEM -> SimdMultiply.SMLSL_ELEM(cpu, insn);
            case Decoder.SMULL_ELEM -> SimdMultiply.SMULL_ELEM(cpu, insn);
            case Decoder.UMLAL_ELEM -> SimdMultiply.UMLAL_ELEM(cpu, insn);
            case Decoder.UMLSL_ELEM -> SimdMultiply.UMLSL_ELEM(cpu, insn);
            case Decoder.UMULL_ELEM -> SimdMultiply.UMULL_ELEM(cpu, insn);
            case Decoder.SQDMLAL_ELEM -> SimdMultiply.SQDMLAL_ELEM(cpu, insn);
            case Decoder.SQDMLSL_ELEM -> SimdMultiply.SQDMLSL_ELEM(cpu, insn);
            case Decoder.SQDMULL_ELEM -> SimdMultiply.SQDMULL_ELEM(cpu, insn);
            case Decoder.SQDMULH_ELEM -> SimdMultiply.SQDMULH_ELEM(cpu, insn);
            case Decoder.SQRDMULH_ELEM -> SimdMultiply.SQRDMULH_ELEM(cpu, insn);
            case Decoder.SQRDMLAH_ELEM -> SimdMultiply.SQRDMLAH_ELEM(cpu, insn);
            case Decoder.SQRDMLSH_ELEM -> SimdMultiply.SQRDMLSH_ELEM(cpu, insn);
            case Decoder.SDOT_ELEM -> SimdMultiply.SDOT_ELEM(cpu, insn);
            case Decoder.UDOT_ELEM -> SimdMultiply.UDOT_ELEM(cpu, insn);
            case Decoder.SSHR -> SimdShifts.SSHR(cpu, insn);
            case Decoder.SSRA -> SimdShifts.SSRA(cpu, insn);
            case Decoder.SRSHR -> SimdShifts.SRSHR(cpu, insn);
            case Decoder.SRSRA -> SimdShifts.SRSRA(cpu, insn);
            case Decoder.SQSHL_IMM -> SimdShifts.SQSHL_IMM(cpu, insn);
            case Decoder.SSHLL -> SimdShifts.SSHLL(cpu, insn);
            case Decoder.USHR -> SimdShifts.USHR(cpu, insn);
            case Decoder.USRA -> SimdShifts.USRA(cpu, insn);
            case Decoder.URSHR -> SimdShifts.URSHR(cpu, insn);
            case Decoder.URSRA -> SimdShifts.URSRA(cpu, insn);
            case Decoder.UQSHL_IMM -> SimdShifts.UQSHL_IMM(cpu, insn);
            case Decoder.USHLL -> SimdShifts.USHLL(cpu, insn);
            case Decoder.SHL -> SimdShifts.SHL(cpu, insn);
            case Decoder.SRI -> SimdShifts.SRI(cpu, insn);
            case Decoder.SLI -> SimdShifts.SLI(cpu, insn);
            case Decoder.SQSHLU -> SimdShifts.SQSHLU(cpu, insn);
            case Decoder.SHRN -> SimdShifts.SHRN(cpu, insn);
            case Decoder.RSHRN -> SimdShifts.RSHRN(cpu, insn);
            case Decoder.SQSHRN -> SimdShifts.SQSHRN(cpu, insn);
            case Decoder.SQRSHRN -> SimdShifts.SQRSHRN(cpu, insn);
            case Decoder.SQSHRUN -> SimdShifts.SQSHRUN(cpu, insn);
            case Decoder.SQRSHRUN -> SimdShifts.SQRSHRUN(cpu, insn);
            case Decoder.UQSHRN -> SimdShifts.UQSHRN(cpu, insn);
            case Decoder.UQRSHRN -> SimdShifts.UQRSHRN(cpu, insn);
            case Decoder.MOVI -> SimdMoves.MOVI(cpu, insn);
            case Decoder.MVNI -> SimdMoves.MVNI(cpu, insn);
            case Decoder.ORR_VEC_IMM -> SimdMoves.ORR_VEC_IMM(cpu, insn);
            case Decoder.BIC_VEC_IMM -> SimdMoves.BIC_VEC_IMM(cpu, insn);
            case Decoder.DUP_ELEM -> SimdMoves.DUP_ELEM(cpu, insn);
            case Decoder.DUP_GENERAL -> SimdMoves.DUP_GENERAL(cpu, insn);
            case Decoder.SMOV -> SimdMoves.SMOV(cpu, insn);
            case Decoder.UMOV -> SimdMoves.UMOV(cpu, insn);
            case Decoder.INS_GENERAL -> SimdMoves.INS_GENERAL(cpu, insn);
            case Decoder.INS_ELEM -> SimdMoves.INS_ELEM(cpu, insn);
            case Decoder.UZP1 -> SimdMoves.UZP1(cpu, insn);
            case Decoder.TRN1 -> SimdMoves.TRN1(cpu, insn);
            case Decoder.ZIP1 -> SimdMoves.ZIP1(cpu, insn);
            case Decoder.UZP2 -> SimdMoves.UZP2(cpu, insn);
            case Decoder.TRN2 -> SimdMoves.TRN2(cpu, insn);
            case Decoder.ZIP2 -> SimdMoves.ZIP2(cpu, insn);
            case Decoder.EXT -> SimdMoves.EXT(cpu, insn);
            case Decoder.TBL -> SimdMoves.TBL(cpu, insn);
            case Decoder.TBX -> SimdMoves.TBX(cpu, insn);
            default -> {
                return floatingPoint(cpu, row, insn);
            }
        }
        return true;
    }

    /// Rows of floating-point arithmetic. Returns false for any other row.
    private static boolean floatingPoint(Cpu cpu, int row, int insn) {
        switch (row) {
            case Decoder.FMOV_REG -> FloatingPoint.FMOV_REG(cpu, permitted(cpu, insn));
            case Decoder.FABS -> FloatingPoint.FABS(cpu, permitted(cpu, insn));
            case Decoder.FNEG -> FloatingPoint.FNEG(cpu, permitted(cpu, insn));
            case Decoder.FSQRT -> FloatingPoint.FSQRT(cpu, permitted(cpu, insn));
            case Decoder.FRINTN -> FloatingPoint.FRINTN(cpu, permitted(cpu, insn));
            case Decoder.FRINTP -> FloatingPoint.FRINTP(cpu, permitted(cpu, insn));
            case Decoder.FRINTM -> FloatingPoint.FRINTM(cpu, permitted(cpu, insn));
            case Decoder.FRINTZ -> FloatingPoint.FRINTZ(cpu, permitted(cpu, insn));
            case Decoder.FRINTA -> FloatingPoint.FRINTA(cpu, permitted(cpu, insn));
            case Decoder.FRINTX -> FloatingPoint.FRINTX(cpu, permitted(cpu, insn));
            case Decoder.FRINTI -> FloatingPoint.FRINTI(cpu, permitted(cpu, insn));
            case Decoder.FCVT -> FloatingPoint.FCVT(cpu, permitted(cpu, insn));
            case Decoder.FMUL -> FloatingPoint.FMUL(cpu, permitted(cpu, insn));
            case Decoder.FDIV -> FloatingPoint.FDIV(cpu, permitted(cpu, insn));
            case Decoder.FADD -> FloatingPoint.FADD(cpu, permitted(cpu, insn));
            case Decoder.FSUB -> FloatingPoint.FSUB(cpu, permitted(cpu, insn));
            case Decoder.FMAX -> FloatingPoint.FMAX(cpu, permitted(cpu, insn));
            case Decoder.FMIN -> FloatingPoint.FMIN(cpu, permitted(cpu, insn));
            case Decoder.FMAXNM -> FloatingPoint.FMAXNM(cpu, permitted(cpu, insn));
            case Decoder.FMINNM -> FloatingPoint.FMINNM(cpu, permitted(cpu, insn));
            case Decoder.FNMUL -> FloatingPoint.FNMUL(cpu, permitted(cpu, insn));
            case Decoder.FMADD -> FloatingPoint.FMADD(cpu, permitted(cpu, insn));
            case Decoder.FMSUB -> FloatingPoint.FMSUB(cpu, permitted(cpu, insn));
            case Decoder.FNMADD -> FloatingPoint.FNMADD(cpu, permitted(cpu, insn));
            case Decoder.FNMSUB -> FloatingPoint.FNMSUB(cpu, permitted(cpu, insn));
            case Decoder.FCMP -> FloatingPoint.FCMP(cpu, permitted(cpu, insn));
            case Decoder.FCMP_ZERO -> FloatingPoint.FCMP_ZERO(cpu, permitted(cpu, insn));
            case Decoder.FCMPE -> FloatingPoint.FCMPE(cpu, permitted(cpu, insn));
            case Decoder.FCMPE_ZERO -> FloatingPoint.FCMPE_ZERO(cpu, permitted(cpu, insn));
            case Decoder.FCCMP -> FloatingPoint.FCCMP(cpu, permitted(cpu, insn));
            case Decoder.FCCMPE -> FloatingPoint.FCCMPE(cpu, permitted(cpu, insn));
            case Decoder.FCSEL -> FloatingPoint.FCSEL(cpu, permitted(cpu, insn));
            case Decoder.FMOV_IMM -> FloatingPoint.FMOV_IMM(cpu, permitted(cpu, insn));
            case Decoder.FCVTNS_GENERAL -> FloatingPoint.FCVTNS_GENERAL(cpu, permitted(cpu, insn));
            case Decoder.FCVTNU_GENERAL -> FloatingPoint.FCVTNU_GENERAL(cpu, permitted(cpu, insn));
            case Decoder.FCVTAS_GENERAL -> FloatingPoint.FCVTAS_GENERAL(cpu, permitted(cpu, insn));
            case Decoder.FCVTAU_GENERAL -> FloatingPoint.FCVTAU_GENERAL(cpu, permitted(cpu, insn));
            case Decoder.FCVTPS_GENERAL -> FloatingPoint.FCVTPS_GENERAL(cpu, permitted(cpu, insn));
            case Decoder.FCVTPU_GENERAL -> FloatingPoint.FCVTPU_GENERAL(cpu, permitted(cpu, insn));
            case Decoder.FCVTMS_GENERAL -> FloatingPoint.FCVTMS_GENERAL(cpu, permitted(cpu, insn));
            case Decoder.FCVTMU_GENERAL -> FloatingPoint.FCVTMU_GENERAL(cpu, permitted(cpu, insn));
            case Decoder.FCVTZS_GENERAL -> FloatingPoint.FCVTZS_GENERAL(cpu, permitted(cpu, insn));
            case Decoder.FCVTZU_GENERAL -> FloatingPoint.FCVTZU_GENERAL(cpu, permitted(cpu, insn));
            case Decoder.SCVTF_GENERAL -> FloatingPoint.SCVTF_GENERAL(cpu, permitted(cpu, insn));
            case Decoder.UCVTF_GENERAL -> FloatingPoint.UCVTF_GENERAL(cpu, permitted(cpu, insn));
            case Decoder.FCVTZS_FIXED -> FloatingPoint.FCVTZS_FIXED(cpu, permitted(cpu, insn));
            case Decoder.FCVTZU_FIXED -> FloatingPoint.FCVTZU_FIXED(cpu, permitted(cpu, insn));
            case Decoder.SCVTF_FIXED -> FloatingPoint.SCVTF_FIXED(cpu, permitted(cpu, insn));
            case Decoder.UCVTF_FIXED -> FloatingPoint.UCVTF_FIXED(cpu, permitted(cpu, insn));
            case Decoder.FMAXNM_VEC -> SimdFloats.FMAXNM_VEC(cpu, permitted(cpu, insn));
            case Decoder.FMAXNM_VEC_HALF -> SimdFloats.FMAXNM_VEC_HALF(cpu, permitted(cpu, insn));
            case Decoder.FMINNM_VEC -> SimdFloats.FMINNM_VEC(cpu, permitted(cpu, insn));
            case Decoder.FMINNM_VEC_HALF -> SimdFloats.FMINNM_VEC_HALF(cpu, permitted(cpu, insn));
            case Decoder.FMLA_VEC -> SimdFloats.FMLA_VEC(cpu, permitted(cpu, insn));
            case Decoder.FMLA_VEC_HALF -> SimdFloats.FMLA_VEC_HALF(cpu, permitted(cpu, insn));
            case Decoder.FMLS_VEC -> SimdFloats.FMLS_VEC(cpu, permitted(cpu, insn));
            case Decoder.FMLS_VEC_HALF -> SimdFloats.FMLS_VEC_HALF(cpu, permitted(cpu, insn));
            case Decoder.FADD_VEC -> SimdFloats.FADD_VEC(cpu, permitted(cpu, insn));
            case Decoder.FADD_VEC_HALF -> SimdFloats.FADD_VEC_HALF(cpu, permitted(cpu, insn));
            case Decoder.FSUB_VEC -> SimdFloats.FSUB_VEC(cpu, permitted(cpu, insn));
            case Decoder.FSUB_VEC_HALF -> SimdFloats.FSUB_VEC_HALF(cpu, permitted(cpu, insn));
            case Decoder.FMULX_VEC -> SimdFloats.FMULX_VEC(cpu, permitted(cpu, insn));
            case Decoder.FMULX_VEC_HALF -> SimdFloats.FMULX_VEC_HALF(cpu, permitted(cpu, insn));
            case Decoder.FCMEQ_REG -> SimdFloats.FCMEQ_REG(cpu, permitted(cpu, insn));
            case Decoder.FCMEQ_REG_HALF -> SimdFloats.FCMEQ_REG_HALF(cpu, permitted(cpu, insn));
            case Decoder.FMAX_VEC -> SimdFloats.FMAX_VEC(cpu, permitted(cpu, insn));
            case Decoder.FMAX_VEC_HALF -> SimdFloats.FMAX_VEC_HALF(cpu, permitted(cpu, insn));
            case Decoder.FMIN_VEC -> SimdFloats.FMIN_VEC(cpu, permitted(cpu, insn));
            case Decoder.FMIN_VEC_HALF -> SimdFloats.FMIN_VEC_HALF(cpu, permitted(cpu, insn));
            case Decoder.FRECPS -> SimdFloats.FRECPS(cpu, permitted(cpu, insn));
            case Decoder.FRECPS_HALF -> SimdFloats.FRECPS_HALF(cpu, permitted(cpu, insn));
            case Decoder.FRSQRTS -> SimdFloats.FRSQRTS(cpu, permitted(cpu, insn));
            case Decoder.FRSQRTS_HALF -> SimdFloats.FRSQRTS_HALF(cpu, permitted(cpu, insn));
            case Decoder.FMAXNMP_VEC -> SimdFloats.FMAXNMP_VEC(cpu, permitted(cpu, insn));
            case Decoder.FMAXNMP_VEC_HALF -> SimdFloats.FMAXNMP_VEC_HALF(cpu, permitted(cpu, insn));
            case Decoder.FMINNMP_VEC -> SimdFloats.FMINNMP_VEC(cpu, permitted(cpu, insn));
            case Decoder.FMINNMP_VEC_HALF -> SimdFloats.FMINNMP_VEC_HALF(cpu, permitted(cpu, insn));
            case Decoder.FADDP_VEC -> SimdFloats.FADDP_VEC(cpu, permitted(cpu, insn));
            case Decoder.FADDP_VEC_HALF -> SimdFloats.FADDP_VEC_HALF(cpu, permitted(cpu, insn));
            case Decoder.FABD -> SimdFloats.FABD(cpu, permitted(cpu, insn));
            case Decoder.FABD_HALF -> SimdFloats.FABD_HALF(cpu, permitted(cpu, insn));
            case Decoder.FMUL_VEC -> SimdFloats.FMUL_VEC(cpu, permitted(cpu, insn));
            case Decoder.FMUL_VEC_HALF -> SimdFloats.FMUL_VEC_HALF(cpu, permitted(cpu, insn));
            case Decoder.FCMGE_REG -> SimdFloats.FCMGE_REG(cpu, permitted(cpu, insn));
            case Decoder.FCMGE_REG_HALF -> SimdFloats.FCMGE_REG_HALF(cpu, permitted(cpu, insn));
            case Decoder.FCMGT_REG -> SimdFloats.FCMGT_REG(cpu, permitted(cpu, insn));
            case Decoder.FCMGT_REG_HALF -> SimdFloats.FCMGT_REG_HALF(cpu, permitted(cpu, insn));
            case Decoder.FACGE -> SimdFloats.FACGE(cpu, permitted(cpu, insn));
            case Decoder.FACGE_HALF -> SimdFloats.FACGE_HALF(cpu, permitted(cpu, insn));
            case Decoder.FACGT -> SimdFloats.FACGT(cpu, permitted(cpu, insn));
            case Decoder.FACGT_HALF -> SimdFloats.FACGT_HALF(cpu, permitted(cpu, insn));
            case Decoder.FMAXP_VEC -> SimdFloats.FMAXP_VEC(cpu, permitted(cpu, insn));
            case Decoder.FMAXP_VEC_HALF -> SimdFloats.FMAXP_VEC_HALF(cpu, permitted(cpu, insn));
            case Decoder.FMINP_VEC -> SimdFloats.FMINP_VEC(cpu, permitted(cpu, insn));
            case Decoder.FMINP_VEC_HALF -> SimdFloats.FMINP_VEC_HALF(cpu, permitted(cpu, insn));
            case Decoder.FDIV_VEC -> SimdFloats.FDIV_VEC(cpu, permitted(cpu, insn));
            case Decoder.FDIV_VEC_HALF -> SimdFloats.FDIV_VEC_HALF(cpu, permitted(cpu, insn));
            case Decoder.FCVTN -> SimdConversions.FCVTN(cpu, permitted(cpu, insn));
            case Decoder.FCVTL -> SimdConversions.FCVTL(cpu, permitted(cpu, insn));
            case Decoder.FCVTXN -> SimdConversions.FCVTXN(cpu, permitted(cpu, insn));
            case Decoder.FRINTN_VEC -> SimdFloatUnary.FRINTN_VEC(cpu, permitted(cpu, insn));
            case Decoder.FRINTN_VEC_HALF -> SimdFloatUnary.FRINTN_VEC_HALF(cpu, permitted(cpu, insn));
            case Decoder.FRINTM_VEC -> SimdFloatUnary.FRINTM_VEC(cpu, permitted(cpu, insn));
            case Decoder.FRINTM_VEC_HALF -> SimdFloatUnary.FRINTM_VEC_HALF(cpu, permitted(cpu, insn));
            case Decoder.FRINTP_VEC -> SimdFloatUnary.FRINTP_VEC(cpu, permitted(cpu, insn));
            case Decoder.FRINTP_VEC_HALF -> SimdFloatUnary.FRINTP_VEC_HALF(cpu, permitted(cpu, insn));
            case Decoder.FRINTZ_VEC -> SimdFloatUnary.FRINTZ_VEC(cpu, permitted(cpu, insn));
            case Decoder.FRINTZ_VEC_HALF -> SimdFloatUnary.FRINTZ_VEC_HALF(cpu, permitted(cpu, insn));
            case Decoder.FRINTA_VEC -> SimdFloatUnary.FRINTA_VEC(cpu, permitted(cpu, insn));
            case Decoder.FRINTA_VEC_HALF -> SimdFloatUnary.FRINTA_VEC_HALF(cpu, permitted(cpu, insn));
            case Decoder.FRINTX_VEC -> SimdFloatUnary.FRINTX_VEC(cpu, permitted(cpu, insn));
            case Decoder.FRINTX_VEC_HALF -> SimdFloatUnary.FRINTX_VEC_HALF(cpu, permitted(cpu, insn));
            case Decoder.FRINTI_VEC -> SimdFloatUnary.FRINTI_VEC(cpu, permitted(cpu, insn));
            case Decoder.FRINTI_VEC_HALF -> SimdFloatUnary.FRINTI_VEC_HALF(cpu, permitted(cpu, insn));
            case Decoder.FCVTNS_VEC -> SimdConversions.FCVTNS_VEC(cpu, permitted(cpu, insn));
            case Decoder.FCVTNS_VEC_HALF -> SimdConversions.FCVTNS_VEC_HALF(cpu, permitted(cpu, insn));
            case Decoder.FCVTMS_VEC -> SimdConversions.FCVTMS_VEC(cpu, permitted(cpu, insn));
            case Decoder.FCVTMS_VEC_HALF -> SimdConversions.FCVTMS_VEC_HALF(cpu, permitted(cpu, insn));
            case Decoder.FCVTAS_VEC -> SimdConversions.FCVTAS_VEC(cpu, permitted(cpu, insn));
            case Decoder.FCVTAS_VEC_HALF -> SimdConversions.FCVTAS_VEC_HALF(cpu, permitted(cpu, insn));
            case Decoder.SCVTF_VEC -> SimdConversions.SCVTF_VEC(cpu, permitted(cpu, insn));
            case Decoder.SCVTF_VEC_HALF -> SimdConversions.SCVTF_VEC_HALF(cpu, permitted(cpu, insn));
            case Decoder.FCVTPS_VEC -> SimdConversions.FCVTPS_VEC(cpu, permitted(cpu, insn));
            case Decoder.FCVTPS_VEC_HALF -> SimdConversions.FCVTPS_VEC_HALF(cpu, permitted(cpu, insn));
            case Decoder.FCVTZS_VEC -> SimdConversions.FCVTZS_VEC(cpu, permitted(cpu, insn));
            case Decoder.FCVTZS_VEC_HALF -> SimdConversions.FCVTZS_VEC_HALF(cpu, permitted(cpu, insn));
            case Decoder.FRECPE -> SimdFloatUnary.FRECPE(cpu, permitted(cpu, insn));
            case Decoder.FRECPE_HALF -> SimdFloatUnary.FRECPE_HALF(cpu, permitted(cpu, insn));
            case Decoder.FRECPX -> SimdFloatUnary.FRECPX(cpu, permitted(cpu, insn));
            case Decoder.FRECPX_HALF -> SimdFloatUnary.FRECPX_HALF(cpu, permitted(cpu, insn));
            case Decoder.FCVTNU_VEC -> SimdConversions.FCVTNU_VEC(cpu, permitted(cpu, insn));
            case Decoder.FCVTNU_VEC_HALF -> SimdConversions.FCVTNU_VEC_HALF(cpu, permitted(cpu, insn));
            case Decoder.FCVTMU_VEC -> SimdConversions.FCVTMU_VEC(cpu, permitted(cpu, insn));
            case Decoder.FCVTMU_VEC_HALF -> SimdConversions.FCVTMU_VEC_HALF(cpu, permitted(cpu, insn));
            case Decoder.FCVTAU_VEC -> SimdConversions.FCVTAU_VEC(cpu, permitted(cpu, insn));
            case Decoder.FCVTAU_VEC_HALF -> SimdConversions.FCVTAU_VEC_HALF(cpu, permitted(cpu, insn));
            case Decoder.UCVTF_VEC -> SimdConversions.UCVTF_VEC(cpu, permitted(cpu, insn));
            case Decoder.UCVTF_VEC_HALF -> SimdConversions.UCVTF_VEC_HALF(cpu, permitted(cpu, insn));
            case Decoder.FCVTPU_VEC -> SimdConversions.FCVTPU_VEC(cpu, permitted(cpu, insn));
            case Decoder.FCVTPU_VEC_HALF -> SimdConversions.FCVTPU_VEC_HALF(cpu, permitted(cpu, insn));
            case Decoder.FCVTZU_VEC -> SimdConversions.FCVTZU_VEC(cpu, permitted(cpu, insn));
            case Decoder.FCVTZU_VEC_HALF -> SimdConversions.FCVTZU_VEC_HALF(cpu, permitted(cpu, insn));
            case Decoder.FRSQRTE -> SimdFloatUnary.FRSQRTE(cpu, permitted(cpu, insn));
            case Decoder.FRSQRTE_HALF -> SimdFloatUnary.FRSQRTE_HALF(cpu, permitted(cpu, insn));
            case Decoder.FSQRT_VEC -> SimdFloatUnary.FSQRT_VEC(cpu, permitted(cpu, insn));
            case Decoder.FSQRT_VEC_HALF -> SimdFloatUnary.FSQRT_VEC_HALF(cpu, permitted(cpu, insn));
            case Decoder.FABS_VEC -> SimdFloatUnary.FABS_VEC(cpu, permitted(cpu, insn));
            case Decoder.FABS_VEC_HALF -> SimdFloatUnary.FABS_VEC_HALF(cpu, permitted(cpu, insn));
            case Decoder.FNEG_VEC -> SimdFloatUnary.FNEG_VEC(cpu, permitted(cpu, insn));
            case Decoder.FNEG_VEC_HALF -> SimdFloatUnary.FNEG_VEC_HALF(cpu, permitted(cpu, insn));
            case Decoder.FCMGT_ZERO -> SimdFloatUnary.FCMGT_ZERO(cpu, permitted(cpu, insn));
            case Decoder.FCMGT_ZERO_HALF -> SimdFloatUnary.FCMGT_ZERO_HALF(cpu, permitted(cpu, insn));
            case Decoder.FCMEQ_ZERO -> SimdFloatUnary.FCMEQ_ZERO(cpu, permitted(cpu, insn));
            case Decoder.FCMEQ_ZERO_HALF -> SimdFloatUnary.FCMEQ_ZERO_HALF(cpu, permitted(cpu, insn));
            case Decoder.FCMLT_ZERO -> SimdFloatUnary.FCMLT_ZERO(cpu, permitted(cpu, insn));
            case Decoder.FCMLT_ZERO_HALF -> SimdFloatUnary.FCMLT_ZERO_HALF(cpu, permitted(cpu, insn));
            case Decoder.FCMGE_ZERO -> SimdFloatUnary.FCMGE_ZERO(cpu, permitted(cpu, insn));
            case Decoder.FCMGE_ZERO_HALF -> SimdFloatUnary.FCMGE_ZERO_HALF(cpu, permitted(cpu, insn));
            case Decoder.FCMLE_ZERO -> SimdFloatUnary.FCMLE_ZERO(cpu, permitted(cpu, insn));
            case Decoder.FCMLE_ZERO_HALF -> SimdFloatUnary.FCMLE_ZERO_HALF(cpu, permitted(cpu, insn));
            case Decoder.FMAXNMV -> SimdFloats.FMAXNMV(cpu, permitted(cpu, insn));
            case Decoder.FMAXNMV_HALF -> SimdFloats.FMAXNMV_HALF(cpu, permitted(cpu, insn));
            case Decoder.FMINNMV -> SimdFloats.FMINNMV(cpu, permitted(cpu, insn));
            case Decoder.FMINNMV_HALF -> SimdFloats.FMINNMV_HALF(cpu, permitted(cpu, insn));
            case Decoder.FMAXV -> SimdFloats.FMAXV(cpu, permitted(cpu, insn));
            case Decoder.FMAXV_HALF -> SimdFloats.FMAXV_HALF(cpu, permitted(cpu, insn));
            case Decoder.FMINV -> SimdFloats.FMINV(cpu, permitted(cpu, insn));
            case Decoder.FMINV_HALF -> SimdFloats.FMINV_HALF(cpu, permitted(cpu, insn));
            case Decoder.FMAXNMP_SCALAR -> SimdFloats.FMAXNMP_SCALAR(cpu, permitted(cpu, insn));
            case Decoder.FMAXNMP_SCALAR_HALF -> SimdFloats.FMAXNMP_SCALAR_HALF(cpu, permitted(cpu, insn));
            case Decoder.FADDP_SCALAR -> SimdFloats.FADDP_SCALAR(cpu, permitted(cpu, insn));
            case Decoder.FADDP_SCALAR_HALF -> SimdFloats.FADDP_SCALAR_HALF(cpu, permitted(cpu, insn));
            case Decoder.FMAXP_SCALAR -> SimdFloats.FMAXP_SCALAR(cpu, permitted(cpu, insn));
            case Decoder.FMAXP_SCALAR_HALF -> SimdFloats.FMAXP_SCALAR_HALF(cpu, permitted(cpu, insn));
            case Decoder.FMINNMP_SCALAR -> SimdFloats.FMINNMP_SCALAR(cpu, permitted(cpu, insn));
            case Decoder.FMINNMP_SCALAR_HALF -> SimdFloats.FMINNMP_SCALAR_HALF(cpu, permitted(cpu, insn));
            case Decoder.FMINP_SCALAR -> SimdFloats.FMINP_SCALAR(cpu, permitted(cpu, insn));
            case Decoder.FMINP_SCALAR_HALF -> SimdFloats.FMINP_SCALAR_HALF(cpu, permitted(cpu, insn));
            case Decoder.FMLA_ELEM -> SimdFloats.FMLA_ELEM(cpu, permitted(cpu, insn));
            case Decoder.FMLA_ELEM_HALF -> SimdFloats.FMLA_ELEM_HALF(cpu, permitted(cpu, insn));
            case Decoder.FMLS_ELEM -> SimdFloats.FMLS_ELEM(cpu, permitted(cpu, insn));
            case Decoder.FMLS_ELEM_HALF -> SimdFloats.FMLS_ELEM_HALF(cpu, permitted(cpu, insn));
            case Decoder.FMUL_ELEM -> SimdFloats.FMUL_ELEM(cpu, permitted(cpu, insn));
            case Decoder.FMUL_ELEM_HALF -> SimdFloats.FMUL_ELEM_HALF(cpu, permitted(cpu, insn));
            case Decoder.FMULX_ELEM -> SimdFloats.FMULX_ELEM(cpu, permitted(cpu, insn));
            case Decoder.FMULX_ELEM_HALF -> SimdFloats.FMULX_ELEM_HALF(cpu, permitted(cpu, insn));
            case Decoder.SCVTF_VEC_FIXED -> SimdConversions.SCVTF_VEC_FIXED(cpu, permitted(cpu, insn));
            case Decoder.FCVTZS_VEC_FIXED -> SimdConversions.FCVTZS_VEC_FIXED(cpu, permitted(cpu, insn));
            case Decoder.UCVTF_VEC_FIXED -> SimdConversions.UCVTF_VEC_FIXED(cpu, permitted(cpu, insn));
            case Decoder.FCVTZU_VEC_FIXED -> SimdConversions.FCVTZU_VEC_FIXED(cpu, permitted(cpu, insn));
            case Decoder.FMOV_VEC_IMM -> SimdFloatUnary.FMOV_VEC_IMM(cpu, permitted(cpu, insn));
            case Decoder.FMOV_VEC_IMM_HALF -> SimdFloatUnary.FMOV_VEC_IMM_HALF(cpu, permitted(cpu, insn));
            default -> {
                return false;
            }
        }
        return true;
    }

    /// The instruction, if it may use the FP and SIMD registers.
    private static int permitted(Cpu cpu, int insn) {
        if (cpu.fpTrapped) {
            throw cpu.registers.fpTrap();
        }
        return insn;
    }

    /// Rows after which execution goes on elsewhere: exceptions and their return.
    private static void system(Cpu cpu, Interpreter engine, int row, int insn) {
        switch (row) {
            case Decoder.UDF -> SystemInstructions.UDF(cpu, insn);
            case Decoder.SVC -> SystemInstructions.SVC(cpu, insn);
            case Decoder.HVC -> SystemInstructions.HVC(cpu, insn);
            case Decoder.SMC -> SystemInstructions.SMC(cpu, insn);
            case Decoder.BRK -> SystemInstructions.BRK(cpu, insn);
            case Decoder.HLT -> SystemInstructions.HLT(cpu, insn);
            case Decoder.ERET -> SystemInstructions.ERET(cpu, insn);
            default -> engine.notModelled(row, insn);
        }
    }
}
