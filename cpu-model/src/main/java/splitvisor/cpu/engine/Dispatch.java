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

    private Dispatch() {}

    /// Executes instructions until `limit` instructions were started since reset, [Cpu#attention] is
    /// set, hosted text is reached, or an instruction may have changed how the next one is fetched.
    ///
    /// The shape: PC, the count and the page being executed are locals; one test finds both that PC
    /// left the page and that it is misaligned. The fields of [Cpu] are written before each instruction
    /// and not read back, so that no iteration waits for the one before it. Branches are the only
    /// rows of the loop that set [Cpu#next]; rows that can change more than that ([#system]) end it.
    static void execute(Cpu cpu, Interpreter engine, long limit) {
        long pc = cpu.pc;
        long count = cpu.instructions;
        DecodedCode.Page page = engine.page;
        long pageVa = page == null ? ~pc : engine.pageVa;
        while (count < limit && !cpu.attention) {
            if (((pc ^ pageVa) & ~0xffcL) != 0) {
                page = engine.enter(pc);
                if (page == null) {
                    return;
                }
                pageVa = engine.pageVa;
            }
            int i = (int) pc >>> 2 & DecodedCode.WORDS - 1;
            int row = page.rows[i];
            int insn = page.words[i];
            cpu.pc = pc;
            cpu.instructions = ++count;
            pc += 4;
            switch (row) {
                case Decoder.ADR -> DataProcessingImmediate.ADR(cpu, insn);
                case Decoder.ADRP -> DataProcessingImmediate.ADRP(cpu, insn);
                case Decoder.ADD_IMM -> DataProcessingImmediate.ADD_IMM(cpu, insn);
                case Decoder.ADDS_IMM -> DataProcessingImmediate.ADDS_IMM(cpu, insn);
                case Decoder.SUB_IMM -> DataProcessingImmediate.SUB_IMM(cpu, insn);
                case Decoder.SUBS_IMM -> DataProcessingImmediate.SUBS_IMM(cpu, insn);
                case Decoder.MOVZ -> DataProcessingImmediate.MOVZ(cpu, insn);
                case Decoder.MOVN -> DataProcessingImmediate.MOVN(cpu, insn);
                case Decoder.MOVK -> DataProcessingImmediate.MOVK(cpu, insn);
                case Decoder.AND_IMM -> DataProcessingImmediate.AND_IMM(cpu, insn);
                case Decoder.ORR_IMM -> DataProcessingImmediate.ORR_IMM(cpu, insn);
                case Decoder.EOR_IMM -> DataProcessingImmediate.EOR_IMM(cpu, insn);
                case Decoder.ANDS_IMM -> DataProcessingImmediate.ANDS_IMM(cpu, insn);
                case Decoder.SBFM -> DataProcessingImmediate.SBFM(cpu, insn);
                case Decoder.BFM -> DataProcessingImmediate.BFM(cpu, insn);
                case Decoder.UBFM -> DataProcessingImmediate.UBFM(cpu, insn);
                case Decoder.EXTR -> DataProcessingImmediate.EXTR(cpu, insn);
                case Decoder.AND_SHIFT -> DataProcessingRegister.AND_SHIFT(cpu, insn);
                case Decoder.BIC_SHIFT -> DataProcessingRegister.BIC_SHIFT(cpu, insn);
                case Decoder.ORR_SHIFT -> DataProcessingRegister.ORR_SHIFT(cpu, insn);
                case Decoder.EOR_SHIFT -> DataProcessingRegister.EOR_SHIFT(cpu, insn);
                case Decoder.ANDS_SHIFT -> DataProcessingRegister.ANDS_SHIFT(cpu, insn);
                case Decoder.ADD_SHIFT -> DataProcessingRegister.ADD_SHIFT(cpu, insn);
                case Decoder.ADDS_SHIFT -> DataProcessingRegister.ADDS_SHIFT(cpu, insn);
                case Decoder.SUB_SHIFT -> DataProcessingRegister.SUB_SHIFT(cpu, insn);
                case Decoder.SUBS_SHIFT -> DataProcessingRegister.SUBS_SHIFT(cpu, insn);
                case Decoder.ADD_EXT -> DataProcessingRegister.ADD_EXT(cpu, insn);
                case Decoder.SUBS_EXT -> DataProcessingRegister.SUBS_EXT(cpu, insn);
                case Decoder.CCMP_REG -> DataProcessingRegister.CCMP_REG(cpu, insn);
                case Decoder.CCMP_IMM -> DataProcessingRegister.CCMP_IMM(cpu, insn);
                case Decoder.CSEL -> DataProcessingRegister.CSEL(cpu, insn);
                case Decoder.CSINC -> DataProcessingRegister.CSINC(cpu, insn);
                case Decoder.CSINV -> DataProcessingRegister.CSINV(cpu, insn);
                case Decoder.CSNEG -> DataProcessingRegister.CSNEG(cpu, insn);
                case Decoder.UDIV -> DataProcessingRegister.UDIV(cpu, insn);
                case Decoder.LSLV -> DataProcessingRegister.LSLV(cpu, insn);
                case Decoder.LSRV -> DataProcessingRegister.LSRV(cpu, insn);
                case Decoder.ASRV -> DataProcessingRegister.ASRV(cpu, insn);
                case Decoder.MADD -> DataProcessingRegister.MADD(cpu, insn);
                case Decoder.MSUB -> DataProcessingRegister.MSUB(cpu, insn);
                case Decoder.STP_POST -> LoadsAndStores.STP_POST(cpu, insn);
                case Decoder.STP_PRE -> LoadsAndStores.STP_PRE(cpu, insn);
                case Decoder.STP -> LoadsAndStores.STP(cpu, insn);
                case Decoder.LDP_POST -> LoadsAndStores.LDP_POST(cpu, insn);
                case Decoder.LDP -> LoadsAndStores.LDP(cpu, insn);
                case Decoder.STR_IMM_POST -> LoadsAndStores.STR_IMM_POST(cpu, insn);
                case Decoder.STR_IMM -> LoadsAndStores.STR_IMM(cpu, insn);
                case Decoder.STR_REG -> LoadsAndStores.STR_REG(cpu, insn);
                case Decoder.STUR -> LoadsAndStores.STUR(cpu, insn);
                case Decoder.LDR_IMM_POST -> LoadsAndStores.LDR_IMM_POST(cpu, insn);
                case Decoder.LDR_IMM -> LoadsAndStores.LDR_IMM(cpu, insn);
                case Decoder.LDR_REG -> LoadsAndStores.LDR_REG(cpu, insn);
                case Decoder.LDUR -> LoadsAndStores.LDUR(cpu, insn);
                case Decoder.STRB_IMM_POST -> LoadsAndStores.STRB_IMM_POST(cpu, insn);
                case Decoder.STRB_IMM -> LoadsAndStores.STRB_IMM(cpu, insn);
                case Decoder.LDRB_IMM_POST -> LoadsAndStores.LDRB_IMM_POST(cpu, insn);
                case Decoder.LDRB_IMM -> LoadsAndStores.LDRB_IMM(cpu, insn);
                case Decoder.LDRB_REG -> LoadsAndStores.LDRB_REG(cpu, insn);
                case Decoder.LDRH_IMM -> LoadsAndStores.LDRH_IMM(cpu, insn);
                case Decoder.LDRSW_IMM -> LoadsAndStores.LDRSW_IMM(cpu, insn);
                case Decoder.B -> {
                    cpu.next = pc;
                    Branches.B(cpu, insn);
                    pc = cpu.next;
                }
                case Decoder.BL -> {
                    cpu.next = pc;
                    Branches.BL(cpu, insn);
                    pc = cpu.next;
                }
                case Decoder.B_COND -> {
                    cpu.next = pc;
                    Branches.B_COND(cpu, insn);
                    pc = cpu.next;
                }
                case Decoder.CBZ -> {
                    cpu.next = pc;
                    Branches.CBZ(cpu, insn);
                    pc = cpu.next;
                }
                case Decoder.CBNZ -> {
                    cpu.next = pc;
                    Branches.CBNZ(cpu, insn);
                    pc = cpu.next;
                }
                case Decoder.TBZ -> {
                    cpu.next = pc;
                    Branches.TBZ(cpu, insn);
                    pc = cpu.next;
                }
                case Decoder.TBNZ -> {
                    cpu.next = pc;
                    Branches.TBNZ(cpu, insn);
                    pc = cpu.next;
                }
                case Decoder.BR -> {
                    cpu.next = pc;
                    Branches.BR(cpu, insn);
                    pc = cpu.next;
                }
                case Decoder.BLR -> {
                    cpu.next = pc;
                    Branches.BLR(cpu, insn);
                    pc = cpu.next;
                }
                case Decoder.RET -> {
                    cpu.next = pc;
                    Branches.RET(cpu, insn);
                    pc = cpu.next;
                }
                case DecodedCode.UNDECODED -> {
                    engine.decode(page, i);
                    cpu.instructions = --count;
                    pc -= 4;
                }
                default -> {
                    if (!other(cpu, row, insn)) {
                        cpu.next = pc;
                        system(cpu, engine, row, insn);
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
