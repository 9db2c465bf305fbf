package splitvisor.cpu.isa;

import static splitvisor.cpu.isa.A64.Unallocated.BITFIELD;
import static splitvisor.cpu.isa.A64.Unallocated.LOGICAL;
import static splitvisor.cpu.isa.Chapter.ATOMICS;
import static splitvisor.cpu.isa.Chapter.BRANCHES;
import static splitvisor.cpu.isa.Chapter.DATA_PROCESSING_IMMEDIATE;
import static splitvisor.cpu.isa.Chapter.DATA_PROCESSING_REGISTER;
import static splitvisor.cpu.isa.Chapter.LOADS_AND_STORES;
import static splitvisor.cpu.isa.Chapter.REFUSED;
import static splitvisor.cpu.isa.Chapter.SYSTEM;

/// The A64 instruction set, one row per instruction: where it is described (chapter and title in the
/// Arm ARM, C6 and C7) and what it looks like in memory ([Pattern]). A row of chapter C means the
/// static method of the row's name in the class [Chapter#className] names. Words that no row matches
/// are [#UNALLOCATED]; rows of [Chapter#REFUSED] say why this machine does not have them. Both are
/// UNDEFINED.
public enum A64 {
    UNALLOCATED,

    // ---- DATA_PROCESSING_IMMEDIATE
    ADR(DATA_PROCESSING_IMMEDIATE, "0 immlo:2 10000 immhi:19 rd:5", "ADR"),
    ADRP(DATA_PROCESSING_IMMEDIATE, "1 immlo:2 10000 immhi:19 rd:5", "ADRP"),
    ADD_IMM(DATA_PROCESSING_IMMEDIATE, "sf:1 0 0 100010 sh:1 imm12:12 rn:5 rd:5", "ADD (immediate)"),
    ADDS_IMM(DATA_PROCESSING_IMMEDIATE, "sf:1 0 1 100010 sh:1 imm12:12 rn:5 rd:5", "ADDS (immediate)"),
    SUB_IMM(DATA_PROCESSING_IMMEDIATE, "sf:1 1 0 100010 sh:1 imm12:12 rn:5 rd:5", "SUB (immediate)"),
    SUBS_IMM(DATA_PROCESSING_IMMEDIATE, "sf:1 1 1 100010 sh:1 imm12:12 rn:5 rd:5", "SUBS (immediate)"),
    AND_IMM(DATA_PROCESSING_IMMEDIATE, "sf:1 00 100100 n:1 immr:6 imms:6 rn:5 rd:5 " + LOGICAL, "AND (immediate)"),
    ORR_IMM(DATA_PROCESSING_IMMEDIATE, "sf:1 01 100100 n:1 immr:6 imms:6 rn:5 rd:5 " + LOGICAL, "ORR (immediate)"),
    EOR_IMM(DATA_PROCESSING_IMMEDIATE, "sf:1 10 100100 n:1 immr:6 imms:6 rn:5 rd:5 " + LOGICAL, "EOR (immediate)"),
    ANDS_IMM(DATA_PROCESSING_IMMEDIATE, "sf:1 11 100100 n:1 immr:6 imms:6 rn:5 rd:5 " + LOGICAL, "ANDS (immediate)"),
    MOVN(DATA_PROCESSING_IMMEDIATE, "sf:1 00 100101 hw:2 imm16:16 rd:5 !sf=0&hw=1x", "MOVN"),
    MOVZ(DATA_PROCESSING_IMMEDIATE, "sf:1 10 100101 hw:2 imm16:16 rd:5 !sf=0&hw=1x", "MOVZ"),
    MOVK(DATA_PROCESSING_IMMEDIATE, "sf:1 11 100101 hw:2 imm16:16 rd:5 !sf=0&hw=1x", "MOVK"),
    SBFM(DATA_PROCESSING_IMMEDIATE, "sf:1 00 100110 n:1 immr:6 imms:6 rn:5 rd:5 " + BITFIELD, "SBFM"),
    BFM(DATA_PROCESSING_IMMEDIATE, "sf:1 01 100110 n:1 immr:6 imms:6 rn:5 rd:5 " + BITFIELD, "BFM"),
    UBFM(DATA_PROCESSING_IMMEDIATE, "sf:1 10 100110 n:1 immr:6 imms:6 rn:5 rd:5 " + BITFIELD, "UBFM"),
    EXTR(DATA_PROCESSING_IMMEDIATE,
            "sf:1 00 100111 n:1 0 rm:5 imms:6 rn:5 rd:5 !sf=0&n=1 !sf=1&n=0 !sf=0&imms=1xxxxx",
            "EXTR"),

    // ---- DATA_PROCESSING_REGISTER
    AND_SHIFT(DATA_PROCESSING_REGISTER,
            "sf:1 00 01010 shift:2 0 rm:5 imm6:6 rn:5 rd:5 !sf=0&imm6=1xxxxx",
            "AND (shifted register)"),
    BIC_SHIFT(DATA_PROCESSING_REGISTER,
            "sf:1 00 01010 shift:2 1 rm:5 imm6:6 rn:5 rd:5 !sf=0&imm6=1xxxxx",
            "BIC (shifted register)"),
    ORR_SHIFT(DATA_PROCESSING_REGISTER,
            "sf:1 01 01010 shift:2 0 rm:5 imm6:6 rn:5 rd:5 !sf=0&imm6=1xxxxx",
            "ORR (shifted register)"),
    ORN_SHIFT(DATA_PROCESSING_REGISTER,
            "sf:1 01 01010 shift:2 1 rm:5 imm6:6 rn:5 rd:5 !sf=0&imm6=1xxxxx",
            "ORN (shifted register)"),
    EOR_SHIFT(DATA_PROCESSING_REGISTER,
            "sf:1 10 01010 shift:2 0 rm:5 imm6:6 rn:5 rd:5 !sf=0&imm6=1xxxxx",
            "EOR (shifted register)"),
    EON_SHIFT(DATA_PROCESSING_REGISTER,
            "sf:1 10 01010 shift:2 1 rm:5 imm6:6 rn:5 rd:5 !sf=0&imm6=1xxxxx",
            "EON (shifted register)"),
    ANDS_SHIFT(DATA_PROCESSING_REGISTER,
            "sf:1 11 01010 shift:2 0 rm:5 imm6:6 rn:5 rd:5 !sf=0&imm6=1xxxxx",
            "ANDS (shifted register)"),
    BICS_SHIFT(DATA_PROCESSING_REGISTER,
            "sf:1 11 01010 shift:2 1 rm:5 imm6:6 rn:5 rd:5 !sf=0&imm6=1xxxxx",
            "BICS (shifted register)"),
    ADD_SHIFT(DATA_PROCESSING_REGISTER,
            "sf:1 0 0 01011 shift:2 0 rm:5 imm6:6 rn:5 rd:5 !shift=11 !sf=0&imm6=1xxxxx",
            "ADD (shifted register)"),
    ADDS_SHIFT(DATA_PROCESSING_REGISTER,
            "sf:1 0 1 01011 shift:2 0 rm:5 imm6:6 rn:5 rd:5 !shift=11 !sf=0&imm6=1xxxxx",
            "ADDS (shifted register)"),
    SUB_SHIFT(DATA_PROCESSING_REGISTER,
            "sf:1 1 0 01011 shift:2 0 rm:5 imm6:6 rn:5 rd:5 !shift=11 !sf=0&imm6=1xxxxx",
            "SUB (shifted register)"),
    SUBS_SHIFT(DATA_PROCESSING_REGISTER,
            "sf:1 1 1 01011 shift:2 0 rm:5 imm6:6 rn:5 rd:5 !shift=11 !sf=0&imm6=1xxxxx",
            "SUBS (shifted register)"),
    ADD_EXT(DATA_PROCESSING_REGISTER,
            "sf:1 0 0 01011 00 1 rm:5 option:3 imm3:3 rn:5 rd:5 !imm3=11x !imm3=101",
            "ADD (extended register)"),
    ADDS_EXT(DATA_PROCESSING_REGISTER,
            "sf:1 0 1 01011 00 1 rm:5 option:3 imm3:3 rn:5 rd:5 !imm3=11x !imm3=101",
            "ADDS (extended register)"),
    SUB_EXT(DATA_PROCESSING_REGISTER,
            "sf:1 1 0 01011 00 1 rm:5 option:3 imm3:3 rn:5 rd:5 !imm3=11x !imm3=101",
            "SUB (extended register)"),
    SUBS_EXT(DATA_PROCESSING_REGISTER,
            "sf:1 1 1 01011 00 1 rm:5 option:3 imm3:3 rn:5 rd:5 !imm3=11x !imm3=101",
            "SUBS (extended register)"),
    ADC(DATA_PROCESSING_REGISTER, "sf:1 0 0 11010000 rm:5 000000 rn:5 rd:5", "ADC"),
    ADCS(DATA_PROCESSING_REGISTER, "sf:1 0 1 11010000 rm:5 000000 rn:5 rd:5", "ADCS"),
    SBC(DATA_PROCESSING_REGISTER, "sf:1 1 0 11010000 rm:5 000000 rn:5 rd:5", "SBC"),
    SBCS(DATA_PROCESSING_REGISTER, "sf:1 1 1 11010000 rm:5 000000 rn:5 rd:5", "SBCS"),
    CCMN_REG(DATA_PROCESSING_REGISTER, "sf:1 0 1 11010010 rm:5 cond:4 00 rn:5 0 nzcv:4", "CCMN (register)"),
    CCMN_IMM(DATA_PROCESSING_REGISTER, "sf:1 0 1 11010010 imm5:5 cond:4 10 rn:5 0 nzcv:4", "CCMN (immediate)"),
    CCMP_REG(DATA_PROCESSING_REGISTER, "sf:1 1 1 11010010 rm:5 cond:4 00 rn:5 0 nzcv:4", "CCMP (register)"),
    CCMP_IMM(DATA_PROCESSING_REGISTER, "sf:1 1 1 11010010 imm5:5 cond:4 10 rn:5 0 nzcv:4", "CCMP (immediate)"),
    CSEL(DATA_PROCESSING_REGISTER, "sf:1 0 0 11010100 rm:5 cond:4 00 rn:5 rd:5", "CSEL"),
    CSINC(DATA_PROCESSING_REGISTER, "sf:1 0 0 11010100 rm:5 cond:4 01 rn:5 rd:5", "CSINC"),
    CSINV(DATA_PROCESSING_REGISTER, "sf:1 1 0 11010100 rm:5 cond:4 00 rn:5 rd:5", "CSINV"),
    CSNEG(DATA_PROCESSING_REGISTER, "sf:1 1 0 11010100 rm:5 cond:4 01 rn:5 rd:5", "CSNEG"),
    UDIV(DATA_PROCESSING_REGISTER, "sf:1 0 0 11010110 rm:5 000010 rn:5 rd:5", "UDIV"),
    SDIV(DATA_PROCESSING_REGISTER, "sf:1 0 0 11010110 rm:5 000011 rn:5 rd:5", "SDIV"),
    LSLV(DATA_PROCESSING_REGISTER, "sf:1 0 0 11010110 rm:5 001000 rn:5 rd:5", "LSLV"),
    LSRV(DATA_PROCESSING_REGISTER, "sf:1 0 0 11010110 rm:5 001001 rn:5 rd:5", "LSRV"),
    ASRV(DATA_PROCESSING_REGISTER, "sf:1 0 0 11010110 rm:5 001010 rn:5 rd:5", "ASRV"),
    RORV(DATA_PROCESSING_REGISTER, "sf:1 0 0 11010110 rm:5 001011 rn:5 rd:5", "RORV"),
    CRC32(DATA_PROCESSING_REGISTER,
            "sf:1 0 0 11010110 rm:5 0100 sz:2 rn:5 rd:5 !sf=0&sz=11 !sf=1&sz=0x !sf=1&sz=10",
            "CRC32B, CRC32H, CRC32W, CRC32X"),
    CRC32C(DATA_PROCESSING_REGISTER,
            "sf:1 0 0 11010110 rm:5 0101 sz:2 rn:5 rd:5 !sf=0&sz=11 !sf=1&sz=0x !sf=1&sz=10",
            "CRC32CB, CRC32CH, CRC32CW, CRC32CX"),
    RBIT(DATA_PROCESSING_REGISTER, "sf:1 1 0 11010110 00000 000000 rn:5 rd:5", "RBIT"),
    REV16(DATA_PROCESSING_REGISTER, "sf:1 1 0 11010110 00000 000001 rn:5 rd:5", "REV16"),
    REV32(DATA_PROCESSING_REGISTER, "1 1 0 11010110 00000 000010 rn:5 rd:5", "REV32"),
    REV(DATA_PROCESSING_REGISTER, "sf:1 1 0 11010110 00000 00001 opc0:1 rn:5 rd:5 !sf=0&opc0=1 !sf=1&opc0=0", "REV"),
    CLZ(DATA_PROCESSING_REGISTER, "sf:1 1 0 11010110 00000 000100 rn:5 rd:5", "CLZ"),
    CLS(DATA_PROCESSING_REGISTER, "sf:1 1 0 11010110 00000 000101 rn:5 rd:5", "CLS"),
    MADD(DATA_PROCESSING_REGISTER, "sf:1 00 11011 000 rm:5 0 ra:5 rn:5 rd:5", "MADD"),
    MSUB(DATA_PROCESSING_REGISTER, "sf:1 00 11011 000 rm:5 1 ra:5 rn:5 rd:5", "MSUB"),
    SMADDL(DATA_PROCESSING_REGISTER, "1 00 11011 001 rm:5 0 ra:5 rn:5 rd:5", "SMADDL"),
    SMSUBL(DATA_PROCESSING_REGISTER, "1 00 11011 001 rm:5 1 ra:5 rn:5 rd:5", "SMSUBL"),
    SMULH(DATA_PROCESSING_REGISTER, "1 00 11011 010 rm:5 0 (11111) rn:5 rd:5", "SMULH"),
    UMADDL(DATA_PROCESSING_REGISTER, "1 00 11011 101 rm:5 0 ra:5 rn:5 rd:5", "UMADDL"),
    UMSUBL(DATA_PROCESSING_REGISTER, "1 00 11011 101 rm:5 1 ra:5 rn:5 rd:5", "UMSUBL"),
    UMULH(DATA_PROCESSING_REGISTER, "1 00 11011 110 rm:5 0 (11111) rn:5 rd:5", "UMULH"),

    // ---- BRANCHES
    B(BRANCHES, "0 00101 imm26:26", "B"),
    BL(BRANCHES, "1 00101 imm26:26", "BL"),
    B_COND(BRANCHES, "0101010 0 imm19:19 0 cond:4", "B.cond"),
    CBZ(BRANCHES, "sf:1 011010 0 imm19:19 rt:5", "CBZ"),
    CBNZ(BRANCHES, "sf:1 011010 1 imm19:19 rt:5", "CBNZ"),
    TBZ(BRANCHES, "b5:1 011011 0 b40:5 imm14:14 rt:5", "TBZ"),
    TBNZ(BRANCHES, "b5:1 011011 1 b40:5 imm14:14 rt:5", "TBNZ"),
    BR(BRANCHES, "1101011 0000 11111 000000 rn:5 00000", "BR"),
    BLR(BRANCHES, "1101011 0001 11111 000000 rn:5 00000", "BLR"),
    RET(BRANCHES, "1101011 0010 11111 000000 rn:5 00000", "RET"),

    // ---- SYSTEM
    UDF(SYSTEM, "0000000000000000 imm16:16", "UDF"),
    SVC(SYSTEM, "11010100 000 imm16:16 000 01", "SVC"),
    HVC(SYSTEM, "11010100 000 imm16:16 000 10", "HVC"),
    SMC(SYSTEM, "11010100 000 imm16:16 000 11", "SMC"),
    BRK(SYSTEM, "11010100 001 imm16:16 000 00", "BRK"),
    HLT(SYSTEM, "11010100 010 imm16:16 000 00", "HLT"),
    ERET(SYSTEM, "1101011 0100 11111 000000 11111 00000", "ERET"),
    MSR_IMM(SYSTEM, "1101010100 0 00 op1:3 0100 crm:4 op2:3 11111", "MSR (immediate)"),
    HINT(SYSTEM,
            "1101010100 0 00 011 0010 crm:4 op2:3 11111",
            "HINT: NOP, YIELD, WFE, WFI, SEV, SEVL, ESB, PSB CSYNC, CSDB"),
    CLREX(SYSTEM, "1101010100 0 00 011 0011 crm:4 010 11111", "CLREX"),
    DSB(SYSTEM, "1101010100 0 00 011 0011 crm:4 100 11111", "DSB"),
    DMB(SYSTEM, "1101010100 0 00 011 0011 crm:4 101 11111", "DMB"),
    ISB(SYSTEM, "1101010100 0 00 011 0011 crm:4 110 11111", "ISB"),
    SYS(SYSTEM, "1101010100 0 01 op1:3 crn:4 crm:4 op2:3 rt:5", "SYS: AT, DC, IC, TLBI"),
    SYSL(SYSTEM, "1101010100 1 01 op1:3 crn:4 crm:4 op2:3 rt:5", "SYSL"),
    MSR(SYSTEM, "1101010100 0 1 o0:1 op1:3 crn:4 crm:4 op2:3 rt:5", "MSR (register)"),
    MRS(SYSTEM, "1101010100 1 1 o0:1 op1:3 crn:4 crm:4 op2:3 rt:5", "MRS"),

    // ---- LOADS_AND_STORES
    LDR_LIT(LOADS_AND_STORES, "0 sz:1 011000 imm19:19 rt:5", "LDR (literal)"),
    LDRSW_LIT(LOADS_AND_STORES, "10 011000 imm19:19 rt:5", "LDRSW (literal)"),
    PRFM_LIT(LOADS_AND_STORES, "11 011000 imm19:19 rt:5", "PRFM (literal)"),
    STNP(LOADS_AND_STORES, "sf:1 0 101 0 000 0 imm7:7 rt2:5 rn:5 rt:5", "STNP"),
    LDNP(LOADS_AND_STORES, "sf:1 0 101 0 000 1 imm7:7 rt2:5 rn:5 rt:5", "LDNP"),
    STP_POST(LOADS_AND_STORES, "sf:1 0 101 0 001 0 imm7:7 rt2:5 rn:5 rt:5", "STP, post-index"),
    STP_PRE(LOADS_AND_STORES, "sf:1 0 101 0 011 0 imm7:7 rt2:5 rn:5 rt:5", "STP, pre-index"),
    STP(LOADS_AND_STORES, "sf:1 0 101 0 010 0 imm7:7 rt2:5 rn:5 rt:5", "STP, signed offset"),
    LDP_POST(LOADS_AND_STORES, "sf:1 0 101 0 001 1 imm7:7 rt2:5 rn:5 rt:5", "LDP, post-index"),
    LDP_PRE(LOADS_AND_STORES, "sf:1 0 101 0 011 1 imm7:7 rt2:5 rn:5 rt:5", "LDP, pre-index"),
    LDP(LOADS_AND_STORES, "sf:1 0 101 0 010 1 imm7:7 rt2:5 rn:5 rt:5", "LDP, signed offset"),
    LDPSW_POST(LOADS_AND_STORES, "01 101 0 001 1 imm7:7 rt2:5 rn:5 rt:5", "LDPSW, post-index"),
    LDPSW_PRE(LOADS_AND_STORES, "01 101 0 011 1 imm7:7 rt2:5 rn:5 rt:5", "LDPSW, pre-index"),
    LDPSW(LOADS_AND_STORES, "01 101 0 010 1 imm7:7 rt2:5 rn:5 rt:5", "LDPSW, signed offset"),
    STR_IMM_POST(LOADS_AND_STORES, "1 sz:1 111 0 00 00 0 imm9:9 01 rn:5 rt:5", "STR (immediate), post-index"),
    STR_IMM_PRE(LOADS_AND_STORES, "1 sz:1 111 0 00 00 0 imm9:9 11 rn:5 rt:5", "STR (immediate), pre-index"),
    STR_IMM(LOADS_AND_STORES, "1 sz:1 111 0 01 00 imm12:12 rn:5 rt:5", "STR (immediate), unsigned offset"),
    STR_REG(LOADS_AND_STORES, "1 sz:1 111 0 00 00 1 rm:5 option:3 s:1 10 rn:5 rt:5 !option=x0x", "STR (register)"),
    STUR(LOADS_AND_STORES, "1 sz:1 111 0 00 00 0 imm9:9 00 rn:5 rt:5", "STUR"),
    STTR(LOADS_AND_STORES, "1 sz:1 111 0 00 00 0 imm9:9 10 rn:5 rt:5", "STTR"),
    LDR_IMM_POST(LOADS_AND_STORES, "1 sz:1 111 0 00 01 0 imm9:9 01 rn:5 rt:5", "LDR (immediate), post-index"),
    LDR_IMM_PRE(LOADS_AND_STORES, "1 sz:1 111 0 00 01 0 imm9:9 11 rn:5 rt:5", "LDR (immediate), pre-index"),
    LDR_IMM(LOADS_AND_STORES, "1 sz:1 111 0 01 01 imm12:12 rn:5 rt:5", "LDR (immediate), unsigned offset"),
    LDR_REG(LOADS_AND_STORES, "1 sz:1 111 0 00 01 1 rm:5 option:3 s:1 10 rn:5 rt:5 !option=x0x", "LDR (register)"),
    LDUR(LOADS_AND_STORES, "1 sz:1 111 0 00 01 0 imm9:9 00 rn:5 rt:5", "LDUR"),
    LDTR(LOADS_AND_STORES, "1 sz:1 111 0 00 01 0 imm9:9 10 rn:5 rt:5", "LDTR"),
    STRB_IMM_POST(LOADS_AND_STORES, "00 111 0 00 00 0 imm9:9 01 rn:5 rt:5", "STRB (immediate), post-index"),
    STRB_IMM_PRE(LOADS_AND_STORES, "00 111 0 00 00 0 imm9:9 11 rn:5 rt:5", "STRB (immediate), pre-index"),
    STRB_IMM(LOADS_AND_STORES, "00 111 0 01 00 imm12:12 rn:5 rt:5", "STRB (immediate), unsigned offset"),
    STRB_REG(LOADS_AND_STORES, "00 111 0 00 00 1 rm:5 option:3 s:1 10 rn:5 rt:5 !option=x0x", "STRB (register)"),
    STURB(LOADS_AND_STORES, "00 111 0 00 00 0 imm9:9 00 rn:5 rt:5", "STURB"),
    STTRB(LOADS_AND_STORES, "00 111 0 00 00 0 imm9:9 10 rn:5 rt:5", "STTRB"),
    LDRB_IMM_POST(LOADS_AND_STORES, "00 111 0 00 01 0 imm9:9 01 rn:5 rt:5", "LDRB (immediate), post-index"),
    LDRB_IMM_PRE(LOADS_AND_STORES, "00 111 0 00 01 0 imm9:9 11 rn:5 rt:5", "LDRB (immediate), pre-index"),
    LDRB_IMM(LOADS_AND_STORES, "00 111 0 01 01 imm12:12 rn:5 rt:5", "LDRB (immediate), unsigned offset"),
    LDRB_REG(LOADS_AND_STORES, "00 111 0 00 01 1 rm:5 option:3 s:1 10 rn:5 rt:5 !option=x0x", "LDRB (register)"),
    LDURB(LOADS_AND_STORES, "00 111 0 00 01 0 imm9:9 00 rn:5 rt:5", "LDURB"),
    LDTRB(LOADS_AND_STORES, "00 111 0 00 01 0 imm9:9 10 rn:5 rt:5", "LDTRB"),
    LDRSB_IMM_POST(LOADS_AND_STORES, "00 111 0 00 1 w:1 0 imm9:9 01 rn:5 rt:5", "LDRSB (immediate), post-index"),
    LDRSB_IMM_PRE(LOADS_AND_STORES, "00 111 0 00 1 w:1 0 imm9:9 11 rn:5 rt:5", "LDRSB (immediate), pre-index"),
    LDRSB_IMM(LOADS_AND_STORES, "00 111 0 01 1 w:1 imm12:12 rn:5 rt:5", "LDRSB (immediate), unsigned offset"),
    LDRSB_REG(LOADS_AND_STORES, "00 111 0 00 1 w:1 1 rm:5 option:3 s:1 10 rn:5 rt:5 !option=x0x", "LDRSB (register)"),
    LDURSB(LOADS_AND_STORES, "00 111 0 00 1 w:1 0 imm9:9 00 rn:5 rt:5", "LDURSB"),
    LDTRSB(LOADS_AND_STORES, "00 111 0 00 1 w:1 0 imm9:9 10 rn:5 rt:5", "LDTRSB"),
    STRH_IMM_POST(LOADS_AND_STORES, "01 111 0 00 00 0 imm9:9 01 rn:5 rt:5", "STRH (immediate), post-index"),
    STRH_IMM_PRE(LOADS_AND_STORES, "01 111 0 00 00 0 imm9:9 11 rn:5 rt:5", "STRH (immediate), pre-index"),
    STRH_IMM(LOADS_AND_STORES, "01 111 0 01 00 imm12:12 rn:5 rt:5", "STRH (immediate), unsigned offset"),
    STRH_REG(LOADS_AND_STORES, "01 111 0 00 00 1 rm:5 option:3 s:1 10 rn:5 rt:5 !option=x0x", "STRH (register)"),
    STURH(LOADS_AND_STORES, "01 111 0 00 00 0 imm9:9 00 rn:5 rt:5", "STURH"),
    STTRH(LOADS_AND_STORES, "01 111 0 00 00 0 imm9:9 10 rn:5 rt:5", "STTRH"),
    LDRH_IMM_POST(LOADS_AND_STORES, "01 111 0 00 01 0 imm9:9 01 rn:5 rt:5", "LDRH (immediate), post-index"),
    LDRH_IMM_PRE(LOADS_AND_STORES, "01 111 0 00 01 0 imm9:9 11 rn:5 rt:5", "LDRH (immediate), pre-index"),
    LDRH_IMM(LOADS_AND_STORES, "01 111 0 01 01 imm12:12 rn:5 rt:5", "LDRH (immediate), unsigned offset"),
    LDRH_REG(LOADS_AND_STORES, "01 111 0 00 01 1 rm:5 option:3 s:1 10 rn:5 rt:5 !option=x0x", "LDRH (register)"),
    LDURH(LOADS_AND_STORES, "01 111 0 00 01 0 imm9:9 00 rn:5 rt:5", "LDURH"),
    LDTRH(LOADS_AND_STORES, "01 111 0 00 01 0 imm9:9 10 rn:5 rt:5", "LDTRH"),
    LDRSH_IMM_POST(LOADS_AND_STORES, "01 111 0 00 1 w:1 0 imm9:9 01 rn:5 rt:5", "LDRSH (immediate), post-index"),
    LDRSH_IMM_PRE(LOADS_AND_STORES, "01 111 0 00 1 w:1 0 imm9:9 11 rn:5 rt:5", "LDRSH (immediate), pre-index"),
    LDRSH_IMM(LOADS_AND_STORES, "01 111 0 01 1 w:1 imm12:12 rn:5 rt:5", "LDRSH (immediate), unsigned offset"),
    LDRSH_REG(LOADS_AND_STORES, "01 111 0 00 1 w:1 1 rm:5 option:3 s:1 10 rn:5 rt:5 !option=x0x", "LDRSH (register)"),
    LDURSH(LOADS_AND_STORES, "01 111 0 00 1 w:1 0 imm9:9 00 rn:5 rt:5", "LDURSH"),
    LDTRSH(LOADS_AND_STORES, "01 111 0 00 1 w:1 0 imm9:9 10 rn:5 rt:5", "LDTRSH"),
    LDRSW_IMM_POST(LOADS_AND_STORES, "10 111 0 00 10 0 imm9:9 01 rn:5 rt:5", "LDRSW (immediate), post-index"),
    LDRSW_IMM_PRE(LOADS_AND_STORES, "10 111 0 00 10 0 imm9:9 11 rn:5 rt:5", "LDRSW (immediate), pre-index"),
    LDRSW_IMM(LOADS_AND_STORES, "10 111 0 01 10 imm12:12 rn:5 rt:5", "LDRSW (immediate), unsigned offset"),
    LDRSW_REG(LOADS_AND_STORES, "10 111 0 00 10 1 rm:5 option:3 s:1 10 rn:5 rt:5 !option=x0x", "LDRSW (register)"),
    LDURSW(LOADS_AND_STORES, "10 111 0 00 10 0 imm9:9 00 rn:5 rt:5", "LDURSW"),
    LDTRSW(LOADS_AND_STORES, "10 111 0 00 10 0 imm9:9 10 rn:5 rt:5", "LDTRSW"),
    PRFM_IMM(LOADS_AND_STORES, "11 111 0 01 10 imm12:12 rn:5 rt:5", "PRFM (immediate)"),
    PRFM_REG(LOADS_AND_STORES, "11 111 0 00 10 1 rm:5 option:3 s:1 10 rn:5 rt:5 !option=x0x", "PRFM (register)"),
    PRFUM(LOADS_AND_STORES, "11 111 0 00 10 0 imm9:9 00 rn:5 rt:5", "PRFUM"),

    // ---- ATOMICS
    STXR(ATOMICS, "size:2 001000 000 rs:5 0 (11111) rn:5 rt:5", "STXR, STXRB, STXRH"),
    STLXR(ATOMICS, "size:2 001000 000 rs:5 1 (11111) rn:5 rt:5", "STLXR, STLXRB, STLXRH"),
    LDXR(ATOMICS, "size:2 001000 010 (11111) 0 (11111) rn:5 rt:5", "LDXR, LDXRB, LDXRH"),
    LDAXR(ATOMICS, "size:2 001000 010 (11111) 1 (11111) rn:5 rt:5", "LDAXR, LDAXRB, LDAXRH"),
    STXP(ATOMICS, "1 sz:1 001000 001 rs:5 0 rt2:5 rn:5 rt:5", "STXP"),
    STLXP(ATOMICS, "1 sz:1 001000 001 rs:5 1 rt2:5 rn:5 rt:5", "STLXP"),
    LDXP(ATOMICS, "1 sz:1 001000 011 (11111) 0 rt2:5 rn:5 rt:5", "LDXP"),
    LDAXP(ATOMICS, "1 sz:1 001000 011 (11111) 1 rt2:5 rn:5 rt:5", "LDAXP"),
    STLLR(ATOMICS, "size:2 001000 100 (11111) 0 (11111) rn:5 rt:5", "STLLR, STLLRB, STLLRH"),
    STLR(ATOMICS, "size:2 001000 100 (11111) 1 (11111) rn:5 rt:5", "STLR, STLRB, STLRH"),
    LDLAR(ATOMICS, "size:2 001000 110 (11111) 0 (11111) rn:5 rt:5", "LDLAR, LDLARB, LDLARH"),
    LDAR(ATOMICS, "size:2 001000 110 (11111) 1 (11111) rn:5 rt:5", "LDAR, LDARB, LDARH"),
    LDAPR(ATOMICS, "size:2 111 0 00 101 (11111) 1 100 00 rn:5 rt:5", "LDAPR, LDAPRB, LDAPRH"),
    CAS(ATOMICS, "size:2 001000 1 a:1 1 rs:5 r:1 11111 rn:5 rt:5", "CAS, CASB, CASH"),
    CASP(ATOMICS, "0 sz:1 001000 0 a:1 1 rs:5 r:1 11111 rn:5 rt:5 !rs=xxxx1 !rt=xxxx1", "CASP"),
    LDADD(ATOMICS, "size:2 111 0 00 a:1 r:1 1 rs:5 0 000 00 rn:5 rt:5", "LDADD, LDADDB, LDADDH"),
    LDCLR(ATOMICS, "size:2 111 0 00 a:1 r:1 1 rs:5 0 001 00 rn:5 rt:5", "LDCLR, LDCLRB, LDCLRH"),
    LDEOR(ATOMICS, "size:2 111 0 00 a:1 r:1 1 rs:5 0 010 00 rn:5 rt:5", "LDEOR, LDEORB, LDEORH"),
    LDSET(ATOMICS, "size:2 111 0 00 a:1 r:1 1 rs:5 0 011 00 rn:5 rt:5", "LDSET, LDSETB, LDSETH"),
    LDSMAX(ATOMICS, "size:2 111 0 00 a:1 r:1 1 rs:5 0 100 00 rn:5 rt:5", "LDSMAX, LDSMAXB, LDSMAXH"),
    LDSMIN(ATOMICS, "size:2 111 0 00 a:1 r:1 1 rs:5 0 101 00 rn:5 rt:5", "LDSMIN, LDSMINB, LDSMINH"),
    LDUMAX(ATOMICS, "size:2 111 0 00 a:1 r:1 1 rs:5 0 110 00 rn:5 rt:5", "LDUMAX, LDUMAXB, LDUMAXH"),
    LDUMIN(ATOMICS, "size:2 111 0 00 a:1 r:1 1 rs:5 0 111 00 rn:5 rt:5", "LDUMIN, LDUMINB, LDUMINH"),
    SWP(ATOMICS, "size:2 111 0 00 a:1 r:1 1 rs:5 1 000 00 rn:5 rt:5", "SWP, SWPB, SWPH"),

    // ---- REFUSED
    DCPS(REFUSED,
            "11010100 101 imm16:16 000 ll:2 !ll=00",
            "DCPS1, DCPS2, DCPS3",
            "UNDEFINED outside Debug state, and there is no Debug state here"),
    DRPS(REFUSED,
            "1101011 0101 11111 000000 11111 00000",
            "DRPS",
            "UNDEFINED outside Debug state, and there is no Debug state here"),
    SB(REFUSED, "1101010100 0 00 011 0011 (0000) 111 11111", "SB", "FEAT_SB is Armv8.5; ID_AA64ISAR1_EL1.SB is 0"),
    PAUTH_REG(REFUSED,
            "1 1 0 11010110 00001 opcode:6 rn:5 rd:5 !opcode=1xxxxx",
            "PACIA, AUTIA, XPACI and their kin",
            "FEAT_PAuth is Armv8.3; ID_AA64ISAR1_EL1.APA and API are 0"),
    PACGA(REFUSED,
            "1 0 0 11010110 rm:5 001100 rn:5 rd:5",
            "PACGA",
            "FEAT_PAuth is Armv8.3; ID_AA64ISAR1_EL1.APA and API are 0"),
    BRAA(REFUSED,
            "1101011 z:1 00 l:1 11111 00001 m:1 rn:5 rm:5",
            "BRAA, BRAB, BLRAA, BLRAB",
            "FEAT_PAuth is Armv8.3; ID_AA64ISAR1_EL1.APA and API are 0"),
    RETAA(REFUSED,
            "1101011 0010 11111 00001 m:1 11111 11111",
            "RETAA, RETAB",
            "FEAT_PAuth is Armv8.3; ID_AA64ISAR1_EL1.APA and API are 0"),
    ERETAA(REFUSED,
            "1101011 0100 11111 00001 m:1 11111 11111",
            "ERETAA, ERETAB",
            "FEAT_PAuth is Armv8.3; ID_AA64ISAR1_EL1.APA and API are 0"),
    LDRAA(REFUSED,
            "11 111 0 00 m:1 s:1 1 imm9:9 w:1 1 rn:5 rt:5",
            "LDRAA, LDRAB",
            "FEAT_PAuth is Armv8.3; ID_AA64ISAR1_EL1.APA and API are 0"),
    RMIF(REFUSED,
            "1 0 1 11010000 imm6:6 00001 rn:5 0 mask:4",
            "RMIF",
            "FEAT_FlagM is Armv8.4; ID_AA64ISAR0_EL1.TS is 0"),
    SETF(REFUSED,
            "0 0 1 11010000 000000 sz:1 0010 rn:5 0 1101",
            "SETF8, SETF16",
            "FEAT_FlagM is Armv8.4; ID_AA64ISAR0_EL1.TS is 0"),
    LDAPUR(REFUSED,
            "size:2 011001 opc:2 0 imm9:9 00 rn:5 rt:5 !size=11&opc=1x !size=10&opc=11",
            "LDAPUR, STLUR and their kin",
            "FEAT_LRCPC2 is Armv8.4; ID_AA64ISAR1_EL1.LRCPC is 1"),
    MTE_TAG(REFUSED,
            "11011001 opc:2 1 imm9:9 op2:2 rn:5 rt:5",
            "LDG, STG, STZG, ST2G, STZ2G, LDGM, STGM, STZGM",
            "FEAT_MTE is Armv8.5; ID_AA64PFR1_EL1.MTE is 0"),
    SVE(REFUSED, "op0:3 0010 op1:4 op2:21", "SVE", "FEAT_SVE is not in this machine; ID_AA64PFR0_EL1.SVE is 0"),
    ;

    /// Field values that several rows exclude.
    static final class Unallocated {

        /// DecodeBitMasks: element sizes that do not exist, and elements of ones only.
        static final String LOGICAL = "!sf=0&n=1 !n=1&imms=111111 !n=0&imms=011111 !n=0&imms=101111"
                + " !n=0&imms=110111 !n=0&imms=111011 !n=0&imms=111101 !n=0&imms=11111x";

        /// N must equal sf, and a W register has 32 bits.
        static final String BITFIELD = "!sf=0&n=1 !sf=1&n=0 !sf=0&immr=1xxxxx !sf=0&imms=1xxxxx";

        private Unallocated() {}
    }

    private static final A64[] ROWS = values();

    private final Chapter chapter;
    private final Pattern pattern;
    private final String title;
    private final String refusal;

    A64() {
        this(REFUSED, null, "", "no instruction has this encoding");
    }

    A64(Chapter chapter, String pattern, String title) {
        this(chapter, pattern, title, null);
    }

    A64(Chapter chapter, String pattern, String title, String refusal) {
        if ((chapter == REFUSED) != (refusal != null)) {
            throw new IllegalArgumentException(name());
        }
        this.chapter = chapter;
        this.pattern = pattern == null ? null : new Pattern(pattern);
        this.title = title;
        this.refusal = refusal;
    }

    /// The row of an instruction word.
    public static A64 of(int insn) {
        return ROWS[Decoder.decode(insn)];
    }

    /// Where the row's meaning is.
    public Chapter chapter() {
        return chapter;
    }

    /// The row's bits; null for [#UNALLOCATED].
    public Pattern pattern() {
        return pattern;
    }

    /// The title of its page in the Arm ARM.
    public String title() {
        return title;
    }

    /// Why this machine does not have it, or null.
    public String refusal() {
        return refusal;
    }
}
