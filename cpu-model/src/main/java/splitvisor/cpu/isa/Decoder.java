package splitvisor.cpu.isa;

/// From instruction word to row. Generated from [A64] by DecoderGenerator; do not edit.
public final class Decoder {

    // The rows' ordinals.
    public static final int UNALLOCATED = 0;
    public static final int ADR = 1;
    public static final int ADRP = 2;
    public static final int ADD_IMM = 3;
    public static final int ADDS_IMM = 4;
    public static final int SUB_IMM = 5;
    public static final int SUBS_IMM = 6;
    public static final int MOVZ = 7;
    public static final int MOVN = 8;
    public static final int MOVK = 9;
    public static final int AND_IMM = 10;
    public static final int ORR_IMM = 11;
    public static final int EOR_IMM = 12;
    public static final int ANDS_IMM = 13;
    public static final int SBFM = 14;
    public static final int BFM = 15;
    public static final int UBFM = 16;
    public static final int EXTR = 17;
    public static final int AND_SHIFT = 18;
    public static final int BIC_SHIFT = 19;
    public static final int ORR_SHIFT = 20;
    public static final int ORN_SHIFT = 21;
    public static final int EOR_SHIFT = 22;
    public static final int EON_SHIFT = 23;
    public static final int ANDS_SHIFT = 24;
    public static final int BICS_SHIFT = 25;
    public static final int ADD_SHIFT = 26;
    public static final int ADDS_SHIFT = 27;
    public static final int SUB_SHIFT = 28;
    public static final int SUBS_SHIFT = 29;
    public static final int ADD_EXT = 30;
    public static final int ADDS_EXT = 31;
    public static final int SUB_EXT = 32;
    public static final int SUBS_EXT = 33;
    public static final int ADC = 34;
    public static final int ADCS = 35;
    public static final int SBC = 36;
    public static final int SBCS = 37;
    public static final int CCMN_REG = 38;
    public static final int CCMN_IMM = 39;
    public static final int CCMP_REG = 40;
    public static final int CCMP_IMM = 41;
    public static final int CSEL = 42;
    public static final int CSINC = 43;
    public static final int CSINV = 44;
    public static final int CSNEG = 45;
    public static final int UDIV = 46;
    public static final int SDIV = 47;
    public static final int LSLV = 48;
    public static final int LSRV = 49;
    public static final int ASRV = 50;
    public static final int RORV = 51;
    public static final int CRC32 = 52;
    public static final int CRC32C = 53;
    public static final int RBIT = 54;
    public static final int REV16 = 55;
    public static final int REV32 = 56;
    public static final int REV = 57;
    public static final int CLZ = 58;
    public static final int CLS = 59;
    public static final int MADD = 60;
    public static final int MSUB = 61;
    public static final int SMADDL = 62;
    public static final int SMSUBL = 63;
    public static final int SMULH = 64;
    public static final int UMADDL = 65;
    public static final int UMSUBL = 66;
    public static final int UMULH = 67;
    public static final int B = 68;
    public static final int BL = 69;
    public static final int B_COND = 70;
    public static final int CBZ = 71;
    public static final int CBNZ = 72;
    public static final int TBZ = 73;
    public static final int TBNZ = 74;
    public static final int BR = 75;
    public static final int BLR = 76;
    public static final int RET = 77;
    public static final int UDF = 78;
    public static final int SVC = 79;
    public static final int HVC = 80;
    public static final int SMC = 81;
    public static final int BRK = 82;
    public static final int HLT = 83;
    public static final int ERET = 84;
    public static final int MSR_IMM = 85;
    public static final int HINT = 86;
    public static final int CLREX = 87;
    public static final int DSB = 88;
    public static final int DMB = 89;
    public static final int ISB = 90;
    public static final int SYS = 91;
    public static final int SYSL = 92;
    public static final int MSR = 93;
    public static final int MRS = 94;
    public static final int LDR_LIT = 95;
    public static final int LDRSW_LIT = 96;
    public static final int PRFM_LIT = 97;
    public static final int STNP = 98;
    public static final int LDNP = 99;
    public static final int STP_POST = 100;
    public static final int STP_PRE = 101;
    public static final int STP = 102;
    public static final int LDP_POST = 103;
    public static final int LDP_PRE = 104;
    public static final int LDP = 105;
    public static final int LDPSW_POST = 106;
    public static final int LDPSW_PRE = 107;
    public static final int LDPSW = 108;
    public static final int STR_IMM_POST = 109;
    public static final int STR_IMM_PRE = 110;
    public static final int STR_IMM = 111;
    public static final int STR_REG = 112;
    public static final int STUR = 113;
    public static final int STTR = 114;
    public static final int LDR_IMM_POST = 115;
    public static final int LDR_IMM_PRE = 116;
    public static final int LDR_IMM = 117;
    public static final int LDR_REG = 118;
    public static final int LDUR = 119;
    public static final int LDTR = 120;
    public static final int STRB_IMM_POST = 121;
    public static final int STRB_IMM_PRE = 122;
    public static final int STRB_IMM = 123;
    public static final int STRB_REG = 124;
    public static final int STURB = 125;
    public static final int STTRB = 126;
    public static final int LDRB_IMM_POST = 127;
    public static final int LDRB_IMM_PRE = 128;
    public static final int LDRB_IMM = 129;
    public static final int LDRB_REG = 130;
    public static final int LDURB = 131;
    public static final int LDTRB = 132;
    public static final int LDRSB_IMM_POST = 133;
    public static final int LDRSB_IMM_PRE = 134;
    public static final int LDRSB_IMM = 135;
    public static final int LDRSB_REG = 136;
    public static final int LDURSB = 137;
    public static final int LDTRSB = 138;
    public static final int STRH_IMM_POST = 139;
    public static final int STRH_IMM_PRE = 140;
    public static final int STRH_IMM = 141;
    public static final int STRH_REG = 142;
    public static final int STURH = 143;
    public static final int STTRH = 144;
    public static final int LDRH_IMM_POST = 145;
    public static final int LDRH_IMM_PRE = 146;
    public static final int LDRH_IMM = 147;
    public static final int LDRH_REG = 148;
    public static final int LDURH = 149;
    public static final int LDTRH = 150;
    public static final int LDRSH_IMM_POST = 151;
    public static final int LDRSH_IMM_PRE = 152;
    public static final int LDRSH_IMM = 153;
    public static final int LDRSH_REG = 154;
    public static final int LDURSH = 155;
    public static final int LDTRSH = 156;
    public static final int LDRSW_IMM_POST = 157;
    public static final int LDRSW_IMM_PRE = 158;
    public static final int LDRSW_IMM = 159;
    public static final int LDRSW_REG = 160;
    public static final int LDURSW = 161;
    public static final int LDTRSW = 162;
    public static final int PRFM_IMM = 163;
    public static final int PRFM_REG = 164;
    public static final int PRFUM = 165;
    public static final int STXR = 166;
    public static final int STLXR = 167;
    public static final int LDXR = 168;
    public static final int LDAXR = 169;
    public static final int STXP = 170;
    public static final int STLXP = 171;
    public static final int LDXP = 172;
    public static final int LDAXP = 173;
    public static final int STLLR = 174;
    public static final int STLR = 175;
    public static final int LDLAR = 176;
    public static final int LDAR = 177;
    public static final int LDAPR = 178;
    public static final int CAS = 179;
    public static final int CASP = 180;
    public static final int LDADD = 181;
    public static final int LDCLR = 182;
    public static final int LDEOR = 183;
    public static final int LDSET = 184;
    public static final int LDSMAX = 185;
    public static final int LDSMIN = 186;
    public static final int LDUMAX = 187;
    public static final int LDUMIN = 188;
    public static final int SWP = 189;
    public static final int DCPS = 190;
    public static final int DRPS = 191;
    public static final int SB = 192;
    public static final int PAUTH_REG = 193;
    public static final int PACGA = 194;
    public static final int BRAA = 195;
    public static final int RETAA = 196;
    public static final int ERETAA = 197;
    public static final int LDRAA = 198;
    public static final int RMIF = 199;
    public static final int SETF = 200;
    public static final int LDAPUR = 201;
    public static final int MTE_TAG = 202;
    public static final int SVE = 203;

    private Decoder() {}

    /// The ordinal of the row that `insn` belongs to, [#UNALLOCATED] if there is none.
    public static int decode(int insn) {
        return d316(insn);
    }

    private static int d0(int insn) {
        return (insn & 0xffff0000) == 0x00000000 ? UDF : UNALLOCATED;
    }

    private static int d1(int insn) {
        return switch (insn >>> 15 & 0x1) {
            case 0x1 -> STLXR;
            default -> STXR;
        };
    }

    private static int d2(int insn) {
        return (insn & 0x7fc00000) == 0x28000000 ? STNP : UNALLOCATED;
    }

    private static int d3(int insn) {
        return switch (insn >>> 29 & 0x1) {
            case 0x1 -> d2(insn);
            default -> d1(insn);
        };
    }

    private static int d4(int insn) {
        return (insn & 0xbfa07c00) == 0x08207c00
                && (insn & 0x00010000) != 0x00010000
                && (insn & 0x00000001) != 0x00000001 ? CASP : UNALLOCATED;
    }

    private static int d5(int insn) {
        return switch (insn >>> 15 & 0x1) {
            case 0x1 -> STLXP;
            default -> STXP;
        };
    }

    private static int d6(int insn) {
        return switch (insn >>> 29 & 0x7) {
            case 0x0, 0x2 -> d4(insn);
            case 0x1, 0x5 -> STNP;
            case 0x4, 0x6 -> d5(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d7(int insn) {
        return switch (insn >>> 15 & 0x1) {
            case 0x1 -> LDAXR;
            default -> LDXR;
        };
    }

    private static int d8(int insn) {
        return (insn & 0x7fc00000) == 0x28400000 ? LDNP : UNALLOCATED;
    }

    private static int d9(int insn) {
        return switch (insn >>> 29 & 0x1) {
            case 0x1 -> d8(insn);
            default -> d7(insn);
        };
    }

    private static int d10(int insn) {
        return switch (insn >>> 15 & 0x1) {
            case 0x1 -> LDAXP;
            default -> LDXP;
        };
    }

    private static int d11(int insn) {
        return switch (insn >>> 29 & 0x7) {
            case 0x0, 0x2 -> d4(insn);
            case 0x1, 0x5 -> LDNP;
            case 0x4, 0x6 -> d10(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d12(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x1 -> d6(insn);
            case 0x2 -> d9(insn);
            case 0x3 -> d11(insn);
            default -> d3(insn);
        };
    }

    private static int d13(int insn) {
        return switch (insn >>> 15 & 0x1) {
            case 0x1 -> STLR;
            default -> STLLR;
        };
    }

    private static int d14(int insn) {
        return (insn & 0x7fc00000) == 0x28800000 ? STP_POST : UNALLOCATED;
    }

    private static int d15(int insn) {
        return switch (insn >>> 29 & 0x1) {
            case 0x1 -> d14(insn);
            default -> d13(insn);
        };
    }

    private static int d16(int insn) {
        return (insn & 0x3fa07c00) == 0x08a07c00 ? CAS : UNALLOCATED;
    }

    private static int d17(int insn) {
        return switch (insn >>> 29 & 0x3) {
            case 0x0, 0x2 -> d16(insn);
            case 0x1 -> STP_POST;
            default -> UNALLOCATED;
        };
    }

    private static int d18(int insn) {
        return switch (insn >>> 15 & 0x1) {
            case 0x1 -> LDAR;
            default -> LDLAR;
        };
    }

    private static int d19(int insn) {
        return (insn & 0xffc00000) == 0x68c00000 ? LDPSW_POST : UNALLOCATED;
    }

    private static int d20(int insn) {
        return switch (insn >>> 29 & 0x3) {
            case 0x1 -> LDP_POST;
            case 0x3 -> d19(insn);
            default -> d18(insn);
        };
    }

    private static int d21(int insn) {
        return switch (insn >>> 29 & 0x7) {
            case 0x0, 0x2, 0x4, 0x6 -> d16(insn);
            case 0x1, 0x5 -> LDP_POST;
            case 0x3 -> LDPSW_POST;
            default -> UNALLOCATED;
        };
    }

    private static int d22(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x1 -> d17(insn);
            case 0x2 -> d20(insn);
            case 0x3 -> d21(insn);
            default -> d15(insn);
        };
    }

    private static int d23(int insn) {
        return switch (insn >>> 22 & 0x1) {
            case 0x1 -> LDP;
            default -> STP;
        };
    }

    private static int d24(int insn) {
        return (insn & 0xffc00000) == 0x69400000 ? LDPSW : UNALLOCATED;
    }

    private static int d25(int insn) {
        return switch (insn >>> 29 & 0x3) {
            case 0x1 -> d23(insn);
            case 0x3 -> d24(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d26(int insn) {
        return switch (insn >>> 22 & 0x1) {
            case 0x1 -> LDP_PRE;
            default -> STP_PRE;
        };
    }

    private static int d27(int insn) {
        return (insn & 0xffc00000) == 0x69c00000 ? LDPSW_PRE : UNALLOCATED;
    }

    private static int d28(int insn) {
        return switch (insn >>> 29 & 0x3) {
            case 0x1 -> d26(insn);
            case 0x3 -> d27(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d29(int insn) {
        return (insn & 0x7f200000) == 0x0a000000
                && (insn & 0x80008000) != 0x00008000 ? AND_SHIFT : UNALLOCATED;
    }

    private static int d30(int insn) {
        return (insn & 0x7f200000) == 0x0a200000
                && (insn & 0x80008000) != 0x00008000 ? BIC_SHIFT : UNALLOCATED;
    }

    private static int d31(int insn) {
        return switch (insn >>> 21 & 0x1) {
            case 0x1 -> d30(insn);
            default -> d29(insn);
        };
    }

    private static int d32(int insn) {
        return (insn & 0x7f200000) == 0x2a000000
                && (insn & 0x80008000) != 0x00008000 ? ORR_SHIFT : UNALLOCATED;
    }

    private static int d33(int insn) {
        return (insn & 0x7f200000) == 0x2a200000
                && (insn & 0x80008000) != 0x00008000 ? ORN_SHIFT : UNALLOCATED;
    }

    private static int d34(int insn) {
        return switch (insn >>> 21 & 0x1) {
            case 0x1 -> d33(insn);
            default -> d32(insn);
        };
    }

    private static int d35(int insn) {
        return (insn & 0x7f200000) == 0x4a000000
                && (insn & 0x80008000) != 0x00008000 ? EOR_SHIFT : UNALLOCATED;
    }

    private static int d36(int insn) {
        return (insn & 0x7f200000) == 0x4a200000
                && (insn & 0x80008000) != 0x00008000 ? EON_SHIFT : UNALLOCATED;
    }

    private static int d37(int insn) {
        return switch (insn >>> 21 & 0x1) {
            case 0x1 -> d36(insn);
            default -> d35(insn);
        };
    }

    private static int d38(int insn) {
        return (insn & 0x7f200000) == 0x6a000000
                && (insn & 0x80008000) != 0x00008000 ? ANDS_SHIFT : UNALLOCATED;
    }

    private static int d39(int insn) {
        return (insn & 0x7f200000) == 0x6a200000
                && (insn & 0x80008000) != 0x00008000 ? BICS_SHIFT : UNALLOCATED;
    }

    private static int d40(int insn) {
        return switch (insn >>> 21 & 0x1) {
            case 0x1 -> d39(insn);
            default -> d38(insn);
        };
    }

    private static int d41(int insn) {
        return switch (insn >>> 29 & 0x3) {
            case 0x1 -> d34(insn);
            case 0x2 -> d37(insn);
            case 0x3 -> d40(insn);
            default -> d31(insn);
        };
    }

    private static int d42(int insn) {
        return (insn & 0x7f200000) == 0x0b000000
                && (insn & 0x00c00000) != 0x00c00000
                && (insn & 0x80008000) != 0x00008000 ? ADD_SHIFT : UNALLOCATED;
    }

    private static int d43(int insn) {
        return (insn & 0x7fe00000) == 0x0b200000
                && (insn & 0x00001800) != 0x00001800
                && (insn & 0x00001c00) != 0x00001400 ? ADD_EXT : UNALLOCATED;
    }

    private static int d44(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0, 0x2 -> d42(insn);
            case 0x1 -> d43(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d45(int insn) {
        return (insn & 0x7f200000) == 0x2b000000
                && (insn & 0x00c00000) != 0x00c00000
                && (insn & 0x80008000) != 0x00008000 ? ADDS_SHIFT : UNALLOCATED;
    }

    private static int d46(int insn) {
        return (insn & 0x7fe00000) == 0x2b200000
                && (insn & 0x00001800) != 0x00001800
                && (insn & 0x00001c00) != 0x00001400 ? ADDS_EXT : UNALLOCATED;
    }

    private static int d47(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0, 0x2 -> d45(insn);
            case 0x1 -> d46(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d48(int insn) {
        return (insn & 0x7f200000) == 0x4b000000
                && (insn & 0x00c00000) != 0x00c00000
                && (insn & 0x80008000) != 0x00008000 ? SUB_SHIFT : UNALLOCATED;
    }

    private static int d49(int insn) {
        return (insn & 0x7fe00000) == 0x4b200000
                && (insn & 0x00001800) != 0x00001800
                && (insn & 0x00001c00) != 0x00001400 ? SUB_EXT : UNALLOCATED;
    }

    private static int d50(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0, 0x2 -> d48(insn);
            case 0x1 -> d49(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d51(int insn) {
        return (insn & 0x7f200000) == 0x6b000000
                && (insn & 0x00c00000) != 0x00c00000
                && (insn & 0x80008000) != 0x00008000 ? SUBS_SHIFT : UNALLOCATED;
    }

    private static int d52(int insn) {
        return (insn & 0x7fe00000) == 0x6b200000
                && (insn & 0x00001800) != 0x00001800
                && (insn & 0x00001c00) != 0x00001400 ? SUBS_EXT : UNALLOCATED;
    }

    private static int d53(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0, 0x2 -> d51(insn);
            case 0x1 -> d52(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d54(int insn) {
        return switch (insn >>> 29 & 0x3) {
            case 0x1 -> d47(insn);
            case 0x2 -> d50(insn);
            case 0x3 -> d53(insn);
            default -> d44(insn);
        };
    }

    private static int d55(int insn) {
        return switch (insn >>> 29 & 0x3) {
            case 0x1 -> d45(insn);
            case 0x2 -> d48(insn);
            case 0x3 -> d51(insn);
            default -> d42(insn);
        };
    }

    private static int d56(int insn) {
        return switch (insn >>> 31 & 0x1) {
            case 0x1 -> ADRP;
            default -> ADR;
        };
    }

    private static int d57(int insn) {
        return switch (insn >>> 29 & 0x3) {
            case 0x1 -> ADDS_IMM;
            case 0x2 -> SUB_IMM;
            case 0x3 -> SUBS_IMM;
            default -> ADD_IMM;
        };
    }

    private static int d58(int insn) {
        return (insn & 0x7f800000) == 0x12000000
                && (insn & 0x80400000) != 0x00400000
                && (insn & 0x0040fc00) != 0x0040fc00
                && (insn & 0x0040fc00) != 0x00007c00
                && (insn & 0x0040fc00) != 0x0000bc00
                && (insn & 0x0040fc00) != 0x0000dc00
                && (insn & 0x0040fc00) != 0x0000ec00
                && (insn & 0x0040fc00) != 0x0000f400
                && (insn & 0x0040f800) != 0x0000f800 ? AND_IMM : UNALLOCATED;
    }

    private static int d59(int insn) {
        return (insn & 0x7f800000) == 0x32000000
                && (insn & 0x80400000) != 0x00400000
                && (insn & 0x0040fc00) != 0x0040fc00
                && (insn & 0x0040fc00) != 0x00007c00
                && (insn & 0x0040fc00) != 0x0000bc00
                && (insn & 0x0040fc00) != 0x0000dc00
                && (insn & 0x0040fc00) != 0x0000ec00
                && (insn & 0x0040fc00) != 0x0000f400
                && (insn & 0x0040f800) != 0x0000f800 ? ORR_IMM : UNALLOCATED;
    }

    private static int d60(int insn) {
        return (insn & 0x7f800000) == 0x52000000
                && (insn & 0x80400000) != 0x00400000
                && (insn & 0x0040fc00) != 0x0040fc00
                && (insn & 0x0040fc00) != 0x00007c00
                && (insn & 0x0040fc00) != 0x0000bc00
                && (insn & 0x0040fc00) != 0x0000dc00
                && (insn & 0x0040fc00) != 0x0000ec00
                && (insn & 0x0040fc00) != 0x0000f400
                && (insn & 0x0040f800) != 0x0000f800 ? EOR_IMM : UNALLOCATED;
    }

    private static int d61(int insn) {
        return (insn & 0x7f800000) == 0x72000000
                && (insn & 0x80400000) != 0x00400000
                && (insn & 0x0040fc00) != 0x0040fc00
                && (insn & 0x0040fc00) != 0x00007c00
                && (insn & 0x0040fc00) != 0x0000bc00
                && (insn & 0x0040fc00) != 0x0000dc00
                && (insn & 0x0040fc00) != 0x0000ec00
                && (insn & 0x0040fc00) != 0x0000f400
                && (insn & 0x0040f800) != 0x0000f800 ? ANDS_IMM : UNALLOCATED;
    }

    private static int d62(int insn) {
        return switch (insn >>> 29 & 0x3) {
            case 0x1 -> d59(insn);
            case 0x2 -> d60(insn);
            case 0x3 -> d61(insn);
            default -> d58(insn);
        };
    }

    private static int d63(int insn) {
        return (insn & 0x7f800000) == 0x12800000
                && (insn & 0x80400000) != 0x00400000 ? MOVN : UNALLOCATED;
    }

    private static int d64(int insn) {
        return (insn & 0x7f800000) == 0x52800000
                && (insn & 0x80400000) != 0x00400000 ? MOVZ : UNALLOCATED;
    }

    private static int d65(int insn) {
        return (insn & 0x7f800000) == 0x72800000
                && (insn & 0x80400000) != 0x00400000 ? MOVK : UNALLOCATED;
    }

    private static int d66(int insn) {
        return switch (insn >>> 29 & 0x3) {
            case 0x0 -> d63(insn);
            case 0x2 -> d64(insn);
            case 0x3 -> d65(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d67(int insn) {
        return (insn & 0x7f800000) == 0x13000000
                && (insn & 0x80400000) != 0x00400000
                && (insn & 0x80400000) != 0x80000000
                && (insn & 0x80200000) != 0x00200000
                && (insn & 0x80008000) != 0x00008000 ? SBFM : UNALLOCATED;
    }

    private static int d68(int insn) {
        return (insn & 0x7f800000) == 0x33000000
                && (insn & 0x80400000) != 0x00400000
                && (insn & 0x80400000) != 0x80000000
                && (insn & 0x80200000) != 0x00200000
                && (insn & 0x80008000) != 0x00008000 ? BFM : UNALLOCATED;
    }

    private static int d69(int insn) {
        return (insn & 0x7f800000) == 0x53000000
                && (insn & 0x80400000) != 0x00400000
                && (insn & 0x80400000) != 0x80000000
                && (insn & 0x80200000) != 0x00200000
                && (insn & 0x80008000) != 0x00008000 ? UBFM : UNALLOCATED;
    }

    private static int d70(int insn) {
        return switch (insn >>> 29 & 0x3) {
            case 0x0 -> d67(insn);
            case 0x1 -> d68(insn);
            case 0x2 -> d69(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d71(int insn) {
        return (insn & 0x7fa00000) == 0x13800000
                && (insn & 0x80400000) != 0x00400000
                && (insn & 0x80400000) != 0x80000000
                && (insn & 0x80008000) != 0x00008000 ? EXTR : UNALLOCATED;
    }

    private static int d72(int insn) {
        return (insn & 0xff000010) == 0x54000000 ? B_COND : UNALLOCATED;
    }

    private static int d73(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x1 -> BRK;
            case 0x2 -> HLT;
            default -> UNALLOCATED;
        };
    }

    private static int d74(int insn) {
        return (insn & 0xffe0001f) == 0xd4000001 ? SVC : UNALLOCATED;
    }

    private static int d75(int insn) {
        return (insn & 0xffe0001f) == 0xd4000002 ? HVC : UNALLOCATED;
    }

    private static int d76(int insn) {
        return (insn & 0xffe0001f) == 0xd4000003 ? SMC : UNALLOCATED;
    }

    private static int d77(int insn) {
        return switch (insn >>> 0 & 0x1f) {
            case 0x0 -> d73(insn);
            case 0x1 -> d74(insn);
            case 0x2 -> d75(insn);
            case 0x3 -> d76(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d78(int insn) {
        return switch (insn >>> 29 & 0x7) {
            case 0x0 -> B;
            case 0x1, 0x5 -> CBZ;
            case 0x2 -> d72(insn);
            case 0x4 -> BL;
            case 0x6 -> d77(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d79(int insn) {
        return (insn & 0xffe0001c) == 0xd4a00000
                && (insn & 0x00000003) != 0x00000000 ? DCPS : UNALLOCATED;
    }

    private static int d80(int insn) {
        return switch (insn >>> 29 & 0x7) {
            case 0x0 -> B;
            case 0x1, 0x5 -> CBZ;
            case 0x2 -> d72(insn);
            case 0x4 -> BL;
            case 0x6 -> d79(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d81(int insn) {
        return (insn & 0xfff8f01f) == 0xd500401f ? MSR_IMM : UNALLOCATED;
    }

    private static int d82(int insn) {
        return switch (insn >>> 6 & 0x3) {
            case 0x1 -> CLREX;
            case 0x2 -> DSB;
            case 0x3 -> ISB;
            default -> UNALLOCATED;
        };
    }

    private static int d83(int insn) {
        return switch (insn >>> 12 & 0x1f) {
            case 0x4, 0x14 -> MSR_IMM;
            case 0x12 -> HINT;
            case 0x13 -> d82(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d84(int insn) {
        return switch (insn >>> 6 & 0x3) {
            case 0x2 -> DMB;
            case 0x3 -> SB;
            default -> UNALLOCATED;
        };
    }

    private static int d85(int insn) {
        return switch (insn >>> 12 & 0x1f) {
            case 0x4, 0x14 -> MSR_IMM;
            case 0x12 -> HINT;
            case 0x13 -> d84(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d86(int insn) {
        return switch (insn >>> 0 & 0x3f) {
            case 0x1f -> d83(insn);
            case 0x3f -> d85(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d87(int insn) {
        return switch (insn >>> 17 & 0x3f) {
            case 0x0, 0x2, 0x3 -> d81(insn);
            case 0x1 -> d86(insn);
            case 0x4, 0x5, 0x6, 0x7 -> SYS;
            case 0x8, 0x9, 0xa, 0xb, 0xc, 0xd, 0xe, 0xf -> MSR;
            case 0x14, 0x15, 0x16, 0x17 -> SYSL;
            case 0x18, 0x19, 0x1a, 0x1b, 0x1c, 0x1d, 0x1e, 0x1f -> MRS;
            default -> UNALLOCATED;
        };
    }

    private static int d88(int insn) {
        return switch (insn >>> 29 & 0x7) {
            case 0x0 -> B;
            case 0x1, 0x5 -> CBNZ;
            case 0x4 -> BL;
            case 0x6 -> d87(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d89(int insn) {
        return switch (insn >>> 29 & 0x7) {
            case 0x0 -> B;
            case 0x1, 0x5 -> CBNZ;
            case 0x4 -> BL;
            default -> UNALLOCATED;
        };
    }

    private static int d90(int insn) {
        return (insn & 0xfffffc1f) == 0xd61f0000 ? BR : UNALLOCATED;
    }

    private static int d91(int insn) {
        return switch (insn >>> 11 & 0x3f) {
            case 0x20 -> d90(insn);
            case 0x21 -> BRAA;
            default -> UNALLOCATED;
        };
    }

    private static int d92(int insn) {
        return (insn & 0xfffffc1f) == 0xd63f0000 ? BLR : UNALLOCATED;
    }

    private static int d93(int insn) {
        return switch (insn >>> 11 & 0x3f) {
            case 0x20 -> d92(insn);
            case 0x21 -> BRAA;
            default -> UNALLOCATED;
        };
    }

    private static int d94(int insn) {
        return (insn & 0xfffffc1f) == 0xd65f0000 ? RET : UNALLOCATED;
    }

    private static int d95(int insn) {
        return (insn & 0xfffffbff) == 0xd65f0bff ? RETAA : UNALLOCATED;
    }

    private static int d96(int insn) {
        return switch (insn >>> 11 & 0x3f) {
            case 0x20 -> d94(insn);
            case 0x21 -> d95(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d97(int insn) {
        return switch (insn >>> 17 & 0x3f) {
            case 0xf -> d91(insn);
            case 0x1f -> d93(insn);
            case 0x2f -> d96(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d98(int insn) {
        return switch (insn >>> 29 & 0x7) {
            case 0x0 -> B;
            case 0x1, 0x5 -> TBZ;
            case 0x4 -> BL;
            case 0x6 -> d97(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d99(int insn) {
        return (insn & 0xffffffff) == 0xd69f03e0 ? ERET : UNALLOCATED;
    }

    private static int d100(int insn) {
        return (insn & 0xffffffff) == 0xd6bf03e0 ? DRPS : UNALLOCATED;
    }

    private static int d101(int insn) {
        return switch (insn >>> 16 & 0x3f) {
            case 0x1f -> d99(insn);
            case 0x3f -> d100(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d102(int insn) {
        return (insn & 0xfffffbff) == 0xd69f0bff ? ERETAA : UNALLOCATED;
    }

    private static int d103(int insn) {
        return switch (insn >>> 0 & 0x3f) {
            case 0x20 -> d101(insn);
            case 0x3f -> d102(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d104(int insn) {
        return switch (insn >>> 29 & 0x7) {
            case 0x0 -> B;
            case 0x1, 0x5 -> TBZ;
            case 0x4 -> BL;
            case 0x6 -> d103(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d105(int insn) {
        return (insn & 0xfedff800) == 0xd61f0800 ? BRAA : UNALLOCATED;
    }

    private static int d106(int insn) {
        return switch (insn >>> 29 & 0x7) {
            case 0x0 -> B;
            case 0x1, 0x5 -> TBNZ;
            case 0x4 -> BL;
            case 0x6 -> d105(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d107(int insn) {
        return switch (insn >>> 29 & 0x7) {
            case 0x0 -> B;
            case 0x1, 0x5 -> TBNZ;
            case 0x4 -> BL;
            default -> UNALLOCATED;
        };
    }

    private static int d108(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> STURB;
            case 0x2 -> LDURB;
            default -> LDADD;
        };
    }

    private static int d109(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> STURB;
            case 0x2 -> LDURB;
            default -> LDEOR;
        };
    }

    private static int d110(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> STURB;
            case 0x2 -> LDURB;
            default -> LDSMAX;
        };
    }

    private static int d111(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> STURB;
            case 0x2 -> LDURB;
            default -> LDUMAX;
        };
    }

    private static int d112(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> STURB;
            case 0x2 -> LDURB;
            default -> SWP;
        };
    }

    private static int d113(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> STURB;
            case 0x2 -> LDURB;
            default -> UNALLOCATED;
        };
    }

    private static int d114(int insn) {
        return switch (insn >>> 13 & 0x7) {
            case 0x0 -> d108(insn);
            case 0x1 -> d109(insn);
            case 0x2 -> d110(insn);
            case 0x3 -> d111(insn);
            case 0x4 -> d112(insn);
            default -> d113(insn);
        };
    }

    private static int d115(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> STURH;
            case 0x2 -> LDURH;
            default -> LDADD;
        };
    }

    private static int d116(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> STURH;
            case 0x2 -> LDURH;
            default -> LDEOR;
        };
    }

    private static int d117(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> STURH;
            case 0x2 -> LDURH;
            default -> LDSMAX;
        };
    }

    private static int d118(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> STURH;
            case 0x2 -> LDURH;
            default -> LDUMAX;
        };
    }

    private static int d119(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> STURH;
            case 0x2 -> LDURH;
            default -> SWP;
        };
    }

    private static int d120(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> STURH;
            case 0x2 -> LDURH;
            default -> UNALLOCATED;
        };
    }

    private static int d121(int insn) {
        return switch (insn >>> 13 & 0x7) {
            case 0x0 -> d115(insn);
            case 0x1 -> d116(insn);
            case 0x2 -> d117(insn);
            case 0x3 -> d118(insn);
            case 0x4 -> d119(insn);
            default -> d120(insn);
        };
    }

    private static int d122(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> STUR;
            case 0x2 -> LDUR;
            default -> LDADD;
        };
    }

    private static int d123(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> STUR;
            case 0x2 -> LDUR;
            default -> LDEOR;
        };
    }

    private static int d124(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> STUR;
            case 0x2 -> LDUR;
            default -> LDSMAX;
        };
    }

    private static int d125(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> STUR;
            case 0x2 -> LDUR;
            default -> LDUMAX;
        };
    }

    private static int d126(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> STUR;
            case 0x2 -> LDUR;
            default -> SWP;
        };
    }

    private static int d127(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> STUR;
            case 0x2 -> LDUR;
            default -> UNALLOCATED;
        };
    }

    private static int d128(int insn) {
        return switch (insn >>> 13 & 0x7) {
            case 0x0 -> d122(insn);
            case 0x1 -> d123(insn);
            case 0x2 -> d124(insn);
            case 0x3 -> d125(insn);
            case 0x4 -> d126(insn);
            default -> d127(insn);
        };
    }

    private static int d129(int insn) {
        return switch (insn >>> 29 & 0x7) {
            case 0x1 -> d114(insn);
            case 0x3 -> d121(insn);
            case 0x4 -> LDRSW_LIT;
            case 0x5, 0x7 -> d128(insn);
            case 0x6 -> PRFM_LIT;
            default -> LDR_LIT;
        };
    }

    private static int d130(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> STRB_IMM_POST;
            case 0x2 -> LDRB_IMM_POST;
            default -> UNALLOCATED;
        };
    }

    private static int d131(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> STRH_IMM_POST;
            case 0x2 -> LDRH_IMM_POST;
            default -> UNALLOCATED;
        };
    }

    private static int d132(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> STR_IMM_POST;
            case 0x2 -> LDR_IMM_POST;
            default -> UNALLOCATED;
        };
    }

    private static int d133(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> STR_IMM_POST;
            case 0x2 -> LDR_IMM_POST;
            default -> LDRAA;
        };
    }

    private static int d134(int insn) {
        return switch (insn >>> 29 & 0x7) {
            case 0x1 -> d130(insn);
            case 0x3 -> d131(insn);
            case 0x4 -> LDRSW_LIT;
            case 0x5 -> d132(insn);
            case 0x6 -> PRFM_LIT;
            case 0x7 -> d133(insn);
            default -> LDR_LIT;
        };
    }

    private static int d135(int insn) {
        return (insn & 0xffe00c00) == 0x38200800
                && (insn & 0x00004000) != 0x00000000 ? STRB_REG : UNALLOCATED;
    }

    private static int d136(int insn) {
        return (insn & 0xffe00c00) == 0x38600800
                && (insn & 0x00004000) != 0x00000000 ? LDRB_REG : UNALLOCATED;
    }

    private static int d137(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x1 -> d135(insn);
            case 0x2 -> LDTRB;
            case 0x3 -> d136(insn);
            default -> STTRB;
        };
    }

    private static int d138(int insn) {
        return (insn & 0xffe00c00) == 0x78200800
                && (insn & 0x00004000) != 0x00000000 ? STRH_REG : UNALLOCATED;
    }

    private static int d139(int insn) {
        return (insn & 0xffe00c00) == 0x78600800
                && (insn & 0x00004000) != 0x00000000 ? LDRH_REG : UNALLOCATED;
    }

    private static int d140(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x1 -> d138(insn);
            case 0x2 -> LDTRH;
            case 0x3 -> d139(insn);
            default -> STTRH;
        };
    }

    private static int d141(int insn) {
        return (insn & 0xbfe00c00) == 0xb8200800
                && (insn & 0x00004000) != 0x00000000 ? STR_REG : UNALLOCATED;
    }

    private static int d142(int insn) {
        return (insn & 0xbfe00c00) == 0xb8600800
                && (insn & 0x00004000) != 0x00000000 ? LDR_REG : UNALLOCATED;
    }

    private static int d143(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x1 -> d141(insn);
            case 0x2 -> LDTR;
            case 0x3 -> d142(insn);
            default -> STTR;
        };
    }

    private static int d144(int insn) {
        return switch (insn >>> 29 & 0x7) {
            case 0x1 -> d137(insn);
            case 0x3 -> d140(insn);
            case 0x4 -> LDRSW_LIT;
            case 0x5, 0x7 -> d143(insn);
            case 0x6 -> PRFM_LIT;
            default -> LDR_LIT;
        };
    }

    private static int d145(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> STRB_IMM_PRE;
            case 0x2 -> LDRB_IMM_PRE;
            default -> UNALLOCATED;
        };
    }

    private static int d146(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> STRH_IMM_PRE;
            case 0x2 -> LDRH_IMM_PRE;
            default -> UNALLOCATED;
        };
    }

    private static int d147(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> STR_IMM_PRE;
            case 0x2 -> LDR_IMM_PRE;
            default -> UNALLOCATED;
        };
    }

    private static int d148(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> STR_IMM_PRE;
            case 0x2 -> LDR_IMM_PRE;
            default -> LDRAA;
        };
    }

    private static int d149(int insn) {
        return switch (insn >>> 29 & 0x7) {
            case 0x1 -> d145(insn);
            case 0x3 -> d146(insn);
            case 0x4 -> LDRSW_LIT;
            case 0x5 -> d147(insn);
            case 0x6 -> PRFM_LIT;
            case 0x7 -> d148(insn);
            default -> LDR_LIT;
        };
    }

    private static int d150(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> STURB;
            case 0x2 -> LDURB;
            default -> LDCLR;
        };
    }

    private static int d151(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> STURB;
            case 0x2 -> LDURB;
            default -> LDSET;
        };
    }

    private static int d152(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> STURB;
            case 0x2 -> LDURB;
            default -> LDSMIN;
        };
    }

    private static int d153(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> STURB;
            case 0x2 -> LDURB;
            default -> LDUMIN;
        };
    }

    private static int d154(int insn) {
        return switch (insn >>> 13 & 0x7) {
            case 0x0 -> d150(insn);
            case 0x1 -> d151(insn);
            case 0x2 -> d152(insn);
            case 0x3 -> d153(insn);
            default -> d113(insn);
        };
    }

    private static int d155(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> STURH;
            case 0x2 -> LDURH;
            default -> LDCLR;
        };
    }

    private static int d156(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> STURH;
            case 0x2 -> LDURH;
            default -> LDSET;
        };
    }

    private static int d157(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> STURH;
            case 0x2 -> LDURH;
            default -> LDSMIN;
        };
    }

    private static int d158(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> STURH;
            case 0x2 -> LDURH;
            default -> LDUMIN;
        };
    }

    private static int d159(int insn) {
        return switch (insn >>> 13 & 0x7) {
            case 0x0 -> d155(insn);
            case 0x1 -> d156(insn);
            case 0x2 -> d157(insn);
            case 0x3 -> d158(insn);
            default -> d120(insn);
        };
    }

    private static int d160(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> STUR;
            case 0x2 -> LDUR;
            default -> LDCLR;
        };
    }

    private static int d161(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> STUR;
            case 0x2 -> LDUR;
            default -> LDSET;
        };
    }

    private static int d162(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> STUR;
            case 0x2 -> LDUR;
            default -> LDSMIN;
        };
    }

    private static int d163(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> STUR;
            case 0x2 -> LDUR;
            default -> LDUMIN;
        };
    }

    private static int d164(int insn) {
        return switch (insn >>> 13 & 0x7) {
            case 0x0 -> d160(insn);
            case 0x1 -> d161(insn);
            case 0x2 -> d162(insn);
            case 0x3 -> d163(insn);
            default -> d127(insn);
        };
    }

    private static int d165(int insn) {
        return switch (insn >>> 29 & 0x7) {
            case 0x1 -> d154(insn);
            case 0x3 -> d159(insn);
            case 0x4 -> LDRSW_LIT;
            case 0x5, 0x7 -> d164(insn);
            case 0x6 -> PRFM_LIT;
            default -> LDR_LIT;
        };
    }

    private static int d166(int insn) {
        return switch (insn >>> 10 & 0x7) {
            case 0x0 -> d129(insn);
            case 0x2, 0x6 -> d144(insn);
            case 0x3, 0x7 -> d149(insn);
            case 0x4 -> d165(insn);
            default -> d134(insn);
        };
    }

    private static int d167(int insn) {
        return switch (insn >>> 21 & 0x1) {
            case 0x1 -> LDADD;
            default -> LDURSB;
        };
    }

    private static int d168(int insn) {
        return switch (insn >>> 21 & 0x1) {
            case 0x1 -> LDSMAX;
            default -> LDURSB;
        };
    }

    private static int d169(int insn) {
        return switch (insn >>> 21 & 0x1) {
            case 0x1 -> SWP;
            default -> LDURSB;
        };
    }

    private static int d170(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0, 0x2 -> LDURSB;
            case 0x1 -> LDAPR;
            default -> UNALLOCATED;
        };
    }

    private static int d171(int insn) {
        return switch (insn >>> 14 & 0x3) {
            case 0x1 -> d168(insn);
            case 0x2 -> d169(insn);
            case 0x3 -> d170(insn);
            default -> d167(insn);
        };
    }

    private static int d172(int insn) {
        return switch (insn >>> 21 & 0x1) {
            case 0x1 -> LDADD;
            default -> LDURSH;
        };
    }

    private static int d173(int insn) {
        return switch (insn >>> 21 & 0x1) {
            case 0x1 -> LDSMAX;
            default -> LDURSH;
        };
    }

    private static int d174(int insn) {
        return switch (insn >>> 21 & 0x1) {
            case 0x1 -> SWP;
            default -> LDURSH;
        };
    }

    private static int d175(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0, 0x2 -> LDURSH;
            case 0x1 -> LDAPR;
            default -> UNALLOCATED;
        };
    }

    private static int d176(int insn) {
        return switch (insn >>> 14 & 0x3) {
            case 0x1 -> d173(insn);
            case 0x2 -> d174(insn);
            case 0x3 -> d175(insn);
            default -> d172(insn);
        };
    }

    private static int d177(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> LDURSW;
            case 0x1, 0x3 -> LDADD;
            default -> UNALLOCATED;
        };
    }

    private static int d178(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> LDURSW;
            case 0x1, 0x3 -> LDSMAX;
            default -> UNALLOCATED;
        };
    }

    private static int d179(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> LDURSW;
            case 0x1, 0x3 -> SWP;
            default -> UNALLOCATED;
        };
    }

    private static int d180(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> LDURSW;
            case 0x1 -> LDAPR;
            default -> UNALLOCATED;
        };
    }

    private static int d181(int insn) {
        return switch (insn >>> 14 & 0x3) {
            case 0x1 -> d178(insn);
            case 0x2 -> d179(insn);
            case 0x3 -> d180(insn);
            default -> d177(insn);
        };
    }

    private static int d182(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> PRFUM;
            case 0x1, 0x3 -> LDADD;
            default -> UNALLOCATED;
        };
    }

    private static int d183(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> PRFUM;
            case 0x1, 0x3 -> LDSMAX;
            default -> UNALLOCATED;
        };
    }

    private static int d184(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> PRFUM;
            case 0x1, 0x3 -> SWP;
            default -> UNALLOCATED;
        };
    }

    private static int d185(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> PRFUM;
            case 0x1 -> LDAPR;
            default -> UNALLOCATED;
        };
    }

    private static int d186(int insn) {
        return switch (insn >>> 14 & 0x3) {
            case 0x1 -> d183(insn);
            case 0x2 -> d184(insn);
            case 0x3 -> d185(insn);
            default -> d182(insn);
        };
    }

    private static int d187(int insn) {
        return switch (insn >>> 29 & 0x7) {
            case 0x1 -> d171(insn);
            case 0x3 -> d176(insn);
            case 0x4 -> LDRSW_LIT;
            case 0x5 -> d181(insn);
            case 0x6 -> PRFM_LIT;
            case 0x7 -> d186(insn);
            default -> LDR_LIT;
        };
    }

    private static int d188(int insn) {
        return (insn & 0xffa00c00) == 0x38800400 ? LDRSB_IMM_POST : UNALLOCATED;
    }

    private static int d189(int insn) {
        return (insn & 0xffa00c00) == 0x78800400 ? LDRSH_IMM_POST : UNALLOCATED;
    }

    private static int d190(int insn) {
        return (insn & 0xffe00c00) == 0xb8800400 ? LDRSW_IMM_POST : UNALLOCATED;
    }

    private static int d191(int insn) {
        return (insn & 0xff200400) == 0xf8200400 ? LDRAA : UNALLOCATED;
    }

    private static int d192(int insn) {
        return switch (insn >>> 29 & 0x7) {
            case 0x1 -> d188(insn);
            case 0x3 -> d189(insn);
            case 0x4 -> LDRSW_LIT;
            case 0x5 -> d190(insn);
            case 0x6 -> PRFM_LIT;
            case 0x7 -> d191(insn);
            default -> LDR_LIT;
        };
    }

    private static int d193(int insn) {
        return (insn & 0xffa00c00) == 0x38a00800
                && (insn & 0x00004000) != 0x00000000 ? LDRSB_REG : UNALLOCATED;
    }

    private static int d194(int insn) {
        return switch (insn >>> 21 & 0x1) {
            case 0x1 -> d193(insn);
            default -> LDTRSB;
        };
    }

    private static int d195(int insn) {
        return (insn & 0xffa00c00) == 0x78a00800
                && (insn & 0x00004000) != 0x00000000 ? LDRSH_REG : UNALLOCATED;
    }

    private static int d196(int insn) {
        return switch (insn >>> 21 & 0x1) {
            case 0x1 -> d195(insn);
            default -> LDTRSH;
        };
    }

    private static int d197(int insn) {
        return (insn & 0xffe00c00) == 0xb8a00800
                && (insn & 0x00004000) != 0x00000000 ? LDRSW_REG : UNALLOCATED;
    }

    private static int d198(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> LDTRSW;
            case 0x1 -> d197(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d199(int insn) {
        return (insn & 0xffe00c00) == 0xf8a00800
                && (insn & 0x00004000) != 0x00000000 ? PRFM_REG : UNALLOCATED;
    }

    private static int d200(int insn) {
        return switch (insn >>> 29 & 0x7) {
            case 0x1 -> d194(insn);
            case 0x3 -> d196(insn);
            case 0x4 -> LDRSW_LIT;
            case 0x5 -> d198(insn);
            case 0x6 -> PRFM_LIT;
            case 0x7 -> d199(insn);
            default -> LDR_LIT;
        };
    }

    private static int d201(int insn) {
        return (insn & 0xffa00c00) == 0x38800c00 ? LDRSB_IMM_PRE : UNALLOCATED;
    }

    private static int d202(int insn) {
        return (insn & 0xffa00c00) == 0x78800c00 ? LDRSH_IMM_PRE : UNALLOCATED;
    }

    private static int d203(int insn) {
        return (insn & 0xffe00c00) == 0xb8800c00 ? LDRSW_IMM_PRE : UNALLOCATED;
    }

    private static int d204(int insn) {
        return switch (insn >>> 29 & 0x7) {
            case 0x1 -> d201(insn);
            case 0x3 -> d202(insn);
            case 0x4 -> LDRSW_LIT;
            case 0x5 -> d203(insn);
            case 0x6 -> PRFM_LIT;
            case 0x7 -> d191(insn);
            default -> LDR_LIT;
        };
    }

    private static int d205(int insn) {
        return switch (insn >>> 14 & 0x3) {
            case 0x0 -> LDCLR;
            case 0x1 -> LDSMIN;
            default -> UNALLOCATED;
        };
    }

    private static int d206(int insn) {
        return switch (insn >>> 21 & 0x1) {
            case 0x1 -> d205(insn);
            default -> LDURSB;
        };
    }

    private static int d207(int insn) {
        return switch (insn >>> 21 & 0x1) {
            case 0x1 -> d205(insn);
            default -> LDURSH;
        };
    }

    private static int d208(int insn) {
        return (insn & 0xffe00c00) == 0xb8800000 ? LDURSW : UNALLOCATED;
    }

    private static int d209(int insn) {
        return switch (insn >>> 21 & 0x1) {
            case 0x1 -> d205(insn);
            default -> d208(insn);
        };
    }

    private static int d210(int insn) {
        return (insn & 0xffe00c00) == 0xf8800000 ? PRFUM : UNALLOCATED;
    }

    private static int d211(int insn) {
        return switch (insn >>> 21 & 0x1) {
            case 0x1 -> d205(insn);
            default -> d210(insn);
        };
    }

    private static int d212(int insn) {
        return switch (insn >>> 29 & 0x7) {
            case 0x1 -> d206(insn);
            case 0x3 -> d207(insn);
            case 0x4 -> LDRSW_LIT;
            case 0x5 -> d209(insn);
            case 0x6 -> PRFM_LIT;
            case 0x7 -> d211(insn);
            default -> LDR_LIT;
        };
    }

    private static int d213(int insn) {
        return switch (insn >>> 14 & 0x3) {
            case 0x0 -> LDEOR;
            case 0x1 -> LDUMAX;
            default -> UNALLOCATED;
        };
    }

    private static int d214(int insn) {
        return switch (insn >>> 21 & 0x1) {
            case 0x1 -> d213(insn);
            default -> LDURSB;
        };
    }

    private static int d215(int insn) {
        return switch (insn >>> 21 & 0x1) {
            case 0x1 -> d213(insn);
            default -> LDURSH;
        };
    }

    private static int d216(int insn) {
        return switch (insn >>> 21 & 0x1) {
            case 0x1 -> d213(insn);
            default -> d208(insn);
        };
    }

    private static int d217(int insn) {
        return switch (insn >>> 21 & 0x1) {
            case 0x1 -> d213(insn);
            default -> d210(insn);
        };
    }

    private static int d218(int insn) {
        return switch (insn >>> 29 & 0x7) {
            case 0x1 -> d214(insn);
            case 0x3 -> d215(insn);
            case 0x4 -> LDRSW_LIT;
            case 0x5 -> d216(insn);
            case 0x6 -> PRFM_LIT;
            case 0x7 -> d217(insn);
            default -> LDR_LIT;
        };
    }

    private static int d219(int insn) {
        return switch (insn >>> 14 & 0x3) {
            case 0x0 -> LDSET;
            case 0x1 -> LDUMIN;
            default -> UNALLOCATED;
        };
    }

    private static int d220(int insn) {
        return switch (insn >>> 21 & 0x1) {
            case 0x1 -> d219(insn);
            default -> LDURSB;
        };
    }

    private static int d221(int insn) {
        return switch (insn >>> 21 & 0x1) {
            case 0x1 -> d219(insn);
            default -> LDURSH;
        };
    }

    private static int d222(int insn) {
        return switch (insn >>> 21 & 0x1) {
            case 0x1 -> d219(insn);
            default -> d208(insn);
        };
    }

    private static int d223(int insn) {
        return switch (insn >>> 21 & 0x1) {
            case 0x1 -> d219(insn);
            default -> d210(insn);
        };
    }

    private static int d224(int insn) {
        return switch (insn >>> 29 & 0x7) {
            case 0x1 -> d220(insn);
            case 0x3 -> d221(insn);
            case 0x4 -> LDRSW_LIT;
            case 0x5 -> d222(insn);
            case 0x6 -> PRFM_LIT;
            case 0x7 -> d223(insn);
            default -> LDR_LIT;
        };
    }

    private static int d225(int insn) {
        return switch (insn >>> 10 & 0xf) {
            case 0x0 -> d187(insn);
            case 0x2, 0x6, 0xa, 0xe -> d200(insn);
            case 0x3, 0x7, 0xb, 0xf -> d204(insn);
            case 0x4 -> d212(insn);
            case 0x8 -> d218(insn);
            case 0xc -> d224(insn);
            default -> d192(insn);
        };
    }

    private static int d226(int insn) {
        return (insn & 0x3f200c00) == 0x19000000
                && (insn & 0xc0800000) != 0xc0800000
                && (insn & 0xc0c00000) != 0x80c00000 ? LDAPUR : UNALLOCATED;
    }

    private static int d227(int insn) {
        return switch (insn >>> 22 & 0x1) {
            case 0x1 -> LDRB_IMM;
            default -> STRB_IMM;
        };
    }

    private static int d228(int insn) {
        return switch (insn >>> 22 & 0x1) {
            case 0x1 -> LDRH_IMM;
            default -> STRH_IMM;
        };
    }

    private static int d229(int insn) {
        return switch (insn >>> 22 & 0x1) {
            case 0x1 -> LDR_IMM;
            default -> STR_IMM;
        };
    }

    private static int d230(int insn) {
        return switch (insn >>> 21 & 0x1) {
            case 0x1 -> MTE_TAG;
            default -> d226(insn);
        };
    }

    private static int d231(int insn) {
        return switch (insn >>> 29 & 0x7) {
            case 0x1 -> d227(insn);
            case 0x3 -> d228(insn);
            case 0x5, 0x7 -> d229(insn);
            case 0x6 -> d230(insn);
            default -> d226(insn);
        };
    }

    private static int d232(int insn) {
        return (insn & 0xffc00000) == 0xb9800000 ? LDRSW_IMM : UNALLOCATED;
    }

    private static int d233(int insn) {
        return (insn & 0xffc00000) == 0xf9800000 ? PRFM_IMM : UNALLOCATED;
    }

    private static int d234(int insn) {
        return switch (insn >>> 29 & 0x7) {
            case 0x1 -> LDRSB_IMM;
            case 0x3 -> LDRSH_IMM;
            case 0x5 -> d232(insn);
            case 0x6 -> d230(insn);
            case 0x7 -> d233(insn);
            default -> d226(insn);
        };
    }

    private static int d235(int insn) {
        return (insn & 0x7fe0fc00) == 0x1a000000 ? ADC : UNALLOCATED;
    }

    private static int d236(int insn) {
        return (insn & 0x7fe00c10) == 0x3a400000 ? CCMN_REG : UNALLOCATED;
    }

    private static int d237(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> ADCS;
            case 0x2 -> d236(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d238(int insn) {
        return (insn & 0x7fe0fc00) == 0x5a000000 ? SBC : UNALLOCATED;
    }

    private static int d239(int insn) {
        return (insn & 0x7fe00c10) == 0x7a400000 ? CCMP_REG : UNALLOCATED;
    }

    private static int d240(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> SBCS;
            case 0x2 -> d239(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d241(int insn) {
        return switch (insn >>> 29 & 0x3) {
            case 0x1 -> d237(insn);
            case 0x2 -> d238(insn);
            case 0x3 -> d240(insn);
            default -> d235(insn);
        };
    }

    private static int d242(int insn) {
        return (insn & 0xffe07c10) == 0xba000400 ? RMIF : UNALLOCATED;
    }

    private static int d243(int insn) {
        return (insn & 0xffffbc1f) == 0x3a00080d ? SETF : UNALLOCATED;
    }

    private static int d244(int insn) {
        return (insn & 0x7fe00c10) == 0x3a400800 ? CCMN_IMM : UNALLOCATED;
    }

    private static int d245(int insn) {
        return switch (insn >>> 18 & 0x1f) {
            case 0x0 -> d243(insn);
            case 0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17 -> d244(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d246(int insn) {
        return (insn & 0x7fe00c10) == 0x7a400800 ? CCMP_IMM : UNALLOCATED;
    }

    private static int d247(int insn) {
        return switch (insn >>> 29 & 0x7) {
            case 0x1 -> d245(insn);
            case 0x3, 0x7 -> d246(insn);
            case 0x5 -> d244(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d248(int insn) {
        return switch (insn >>> 29 & 0x3) {
            case 0x1 -> d236(insn);
            case 0x3 -> d239(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d249(int insn) {
        return switch (insn >>> 29 & 0x3) {
            case 0x1 -> d244(insn);
            case 0x3 -> d246(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d250(int insn) {
        return switch (insn >>> 10 & 0x3f) {
            case 0x0 -> d241(insn);
            case 0x1, 0x21 -> d242(insn);
            case 0x2, 0x12 -> d247(insn);
            case 0x4, 0x8, 0xc, 0x10, 0x14, 0x18, 0x1c, 0x20, 0x24, 0x28, 0x2c, 0x30, 0x34, 0x38,
                    0x3c -> d248(insn);
            case 0x6, 0xa, 0xe, 0x16, 0x1a, 0x1e, 0x22, 0x26, 0x2a, 0x2e, 0x32, 0x36, 0x3a, 0x3e -> d249(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d251(int insn) {
        return switch (insn >>> 29 & 0x3) {
            case 0x0 -> CSEL;
            case 0x2 -> CSINV;
            default -> UNALLOCATED;
        };
    }

    private static int d252(int insn) {
        return (insn & 0x7ffffc00) == 0x5ac00000 ? RBIT : UNALLOCATED;
    }

    private static int d253(int insn) {
        return (insn & 0xffff0000) == 0xdac10000
                && (insn & 0x00008000) != 0x00008000 ? PAUTH_REG : UNALLOCATED;
    }

    private static int d254(int insn) {
        return switch (insn >>> 16 & 0x3) {
            case 0x0 -> d252(insn);
            case 0x1 -> d253(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d255(int insn) {
        return switch (insn >>> 18 & 0x1f) {
            case 0x0, 0x1, 0x2, 0x3, 0x4, 0x5, 0x6, 0x7 -> d251(insn);
            case 0x10 -> d254(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d256(int insn) {
        return switch (insn >>> 29 & 0x3) {
            case 0x0 -> CSINC;
            case 0x2 -> CSNEG;
            default -> UNALLOCATED;
        };
    }

    private static int d257(int insn) {
        return (insn & 0x7ffffc00) == 0x5ac00400 ? REV16 : UNALLOCATED;
    }

    private static int d258(int insn) {
        return switch (insn >>> 16 & 0x3) {
            case 0x0 -> d257(insn);
            case 0x1 -> d253(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d259(int insn) {
        return switch (insn >>> 18 & 0x1f) {
            case 0x0, 0x1, 0x2, 0x3, 0x4, 0x5, 0x6, 0x7 -> d256(insn);
            case 0x10 -> d258(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d260(int insn) {
        return (insn & 0x7ffff800) == 0x5ac00800
                && (insn & 0x80000400) != 0x00000400
                && (insn & 0x80000400) != 0x80000000 ? REV : UNALLOCATED;
    }

    private static int d261(int insn) {
        if ((insn & 0xfffffc00) == 0xdac00800) {
            return REV32;
        }
        if ((insn & 0x7ffff800) == 0x5ac00800
                && (insn & 0x80000400) != 0x00000400
                && (insn & 0x80000400) != 0x80000000) {
            return REV;
        }
        return UNALLOCATED;
    }

    private static int d262(int insn) {
        return switch (insn >>> 16 & 0x1) {
            case 0x1 -> d253(insn);
            default -> d261(insn);
        };
    }

    private static int d263(int insn) {
        return switch (insn >>> 29 & 0x7) {
            case 0x0, 0x4 -> UDIV;
            case 0x2 -> d260(insn);
            case 0x6 -> d262(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d264(int insn) {
        return (insn & 0x7fe0fc00) == 0x1ac00800 ? UDIV : UNALLOCATED;
    }

    private static int d265(int insn) {
        return switch (insn >>> 17 & 0x3f) {
            case 0x20 -> d263(insn);
            case 0x21, 0x22, 0x23, 0x24, 0x25, 0x26, 0x27, 0x28, 0x29, 0x2a, 0x2b, 0x2c, 0x2d, 0x2e,
                    0x2f -> d264(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d266(int insn) {
        return switch (insn >>> 16 & 0x1) {
            case 0x1 -> d253(insn);
            default -> d260(insn);
        };
    }

    private static int d267(int insn) {
        return switch (insn >>> 29 & 0x7) {
            case 0x0, 0x4 -> SDIV;
            case 0x2 -> d260(insn);
            case 0x6 -> d266(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d268(int insn) {
        return (insn & 0x7fe0fc00) == 0x1ac00c00 ? SDIV : UNALLOCATED;
    }

    private static int d269(int insn) {
        return switch (insn >>> 17 & 0x3f) {
            case 0x20 -> d267(insn);
            case 0x21, 0x22, 0x23, 0x24, 0x25, 0x26, 0x27, 0x28, 0x29, 0x2a, 0x2b, 0x2c, 0x2d, 0x2e,
                    0x2f -> d268(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d270(int insn) {
        return (insn & 0x7ffffc00) == 0x5ac01000 ? CLZ : UNALLOCATED;
    }

    private static int d271(int insn) {
        return switch (insn >>> 16 & 0x3) {
            case 0x0 -> d270(insn);
            case 0x1 -> d253(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d272(int insn) {
        return switch (insn >>> 18 & 0x1f) {
            case 0x0, 0x1, 0x2, 0x3, 0x4, 0x5, 0x6, 0x7 -> d251(insn);
            case 0x10 -> d271(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d273(int insn) {
        return (insn & 0x7ffffc00) == 0x5ac01400 ? CLS : UNALLOCATED;
    }

    private static int d274(int insn) {
        return switch (insn >>> 16 & 0x3) {
            case 0x0 -> d273(insn);
            case 0x1 -> d253(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d275(int insn) {
        return switch (insn >>> 18 & 0x1f) {
            case 0x0, 0x1, 0x2, 0x3, 0x4, 0x5, 0x6, 0x7 -> d256(insn);
            case 0x10 -> d274(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d276(int insn) {
        return switch (insn >>> 29 & 0x7) {
            case 0x0, 0x4 -> LSLV;
            case 0x6 -> d253(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d277(int insn) {
        return (insn & 0x7fe0fc00) == 0x1ac02000 ? LSLV : UNALLOCATED;
    }

    private static int d278(int insn) {
        return switch (insn >>> 19 & 0xf) {
            case 0x0, 0x1, 0x2, 0x3 -> d251(insn);
            case 0x8 -> d276(insn);
            case 0x9, 0xa, 0xb -> d277(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d279(int insn) {
        return switch (insn >>> 29 & 0x7) {
            case 0x0, 0x4 -> LSRV;
            case 0x6 -> d253(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d280(int insn) {
        return (insn & 0x7fe0fc00) == 0x1ac02400 ? LSRV : UNALLOCATED;
    }

    private static int d281(int insn) {
        return switch (insn >>> 19 & 0xf) {
            case 0x0, 0x1, 0x2, 0x3 -> d256(insn);
            case 0x8 -> d279(insn);
            case 0x9, 0xa, 0xb -> d280(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d282(int insn) {
        return (insn & 0x7fe0fc00) == 0x1ac02800 ? ASRV : UNALLOCATED;
    }

    private static int d283(int insn) {
        return switch (insn >>> 29 & 0x7) {
            case 0x0, 0x4 -> d282(insn);
            case 0x6 -> d253(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d284(int insn) {
        return (insn & 0x7fe0fc00) == 0x1ac02c00 ? RORV : UNALLOCATED;
    }

    private static int d285(int insn) {
        return switch (insn >>> 29 & 0x7) {
            case 0x0, 0x4 -> d284(insn);
            case 0x6 -> d253(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d286(int insn) {
        return (insn & 0x7fe00c00) == 0x1a800000 ? CSEL : UNALLOCATED;
    }

    private static int d287(int insn) {
        return (insn & 0x7fe00c00) == 0x5a800000 ? CSINV : UNALLOCATED;
    }

    private static int d288(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> CSEL;
            case 0x2 -> PACGA;
            default -> UNALLOCATED;
        };
    }

    private static int d289(int insn) {
        return switch (insn >>> 18 & 0x1f) {
            case 0x0, 0x1, 0x2, 0x3, 0x4, 0x5, 0x6, 0x7 -> CSINV;
            case 0x10 -> d253(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d290(int insn) {
        return switch (insn >>> 29 & 0x7) {
            case 0x0 -> d286(insn);
            case 0x2 -> d287(insn);
            case 0x4 -> d288(insn);
            case 0x6 -> d289(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d291(int insn) {
        return (insn & 0x7fe00c00) == 0x1a800400 ? CSINC : UNALLOCATED;
    }

    private static int d292(int insn) {
        return (insn & 0x7fe00c00) == 0x5a800400 ? CSNEG : UNALLOCATED;
    }

    private static int d293(int insn) {
        return switch (insn >>> 18 & 0x1f) {
            case 0x0, 0x1, 0x2, 0x3, 0x4, 0x5, 0x6, 0x7 -> CSNEG;
            case 0x10 -> d253(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d294(int insn) {
        return switch (insn >>> 29 & 0x7) {
            case 0x0, 0x4 -> d291(insn);
            case 0x2 -> d292(insn);
            case 0x6 -> d293(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d295(int insn) {
        return (insn & 0x7fe0f000) == 0x1ac04000
                && (insn & 0x80000c00) != 0x00000c00
                && (insn & 0x80000800) != 0x80000000
                && (insn & 0x80000c00) != 0x80000800 ? CRC32 : UNALLOCATED;
    }

    private static int d296(int insn) {
        return switch (insn >>> 29 & 0x7) {
            case 0x0, 0x4 -> d295(insn);
            case 0x6 -> d253(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d297(int insn) {
        return switch (insn >>> 19 & 0xf) {
            case 0x0, 0x1, 0x2, 0x3 -> d251(insn);
            case 0x8 -> d296(insn);
            case 0x9, 0xa, 0xb -> d295(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d298(int insn) {
        return switch (insn >>> 19 & 0xf) {
            case 0x0, 0x1, 0x2, 0x3 -> d256(insn);
            case 0x8 -> d296(insn);
            case 0x9, 0xa, 0xb -> d295(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d299(int insn) {
        return (insn & 0x7fe0f000) == 0x1ac05000
                && (insn & 0x80000c00) != 0x00000c00
                && (insn & 0x80000800) != 0x80000000
                && (insn & 0x80000c00) != 0x80000800 ? CRC32C : UNALLOCATED;
    }

    private static int d300(int insn) {
        return switch (insn >>> 29 & 0x7) {
            case 0x0, 0x4 -> d299(insn);
            case 0x6 -> d253(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d301(int insn) {
        return switch (insn >>> 19 & 0xf) {
            case 0x0, 0x1, 0x2, 0x3 -> d251(insn);
            case 0x8 -> d300(insn);
            case 0x9, 0xa, 0xb -> d299(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d302(int insn) {
        return switch (insn >>> 19 & 0xf) {
            case 0x0, 0x1, 0x2, 0x3 -> d256(insn);
            case 0x8 -> d300(insn);
            case 0x9, 0xa, 0xb -> d299(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d303(int insn) {
        return switch (insn >>> 29 & 0x7) {
            case 0x0, 0x4 -> d286(insn);
            case 0x2 -> d287(insn);
            case 0x6 -> d289(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d304(int insn) {
        return switch (insn >>> 10 & 0x3f) {
            case 0x0 -> d255(insn);
            case 0x1 -> d259(insn);
            case 0x2 -> d265(insn);
            case 0x3 -> d269(insn);
            case 0x4 -> d272(insn);
            case 0x5 -> d275(insn);
            case 0x8 -> d278(insn);
            case 0x9 -> d281(insn);
            case 0xa -> d283(insn);
            case 0xb -> d285(insn);
            case 0xc -> d290(insn);
            case 0xd, 0x19, 0x1d, 0x21, 0x25, 0x29, 0x2d, 0x31, 0x35, 0x39, 0x3d -> d294(insn);
            case 0x10 -> d297(insn);
            case 0x11 -> d298(insn);
            case 0x12, 0x13 -> d296(insn);
            case 0x14 -> d301(insn);
            case 0x15 -> d302(insn);
            case 0x16, 0x17 -> d300(insn);
            case 0x18, 0x1c, 0x20, 0x24, 0x28, 0x2c, 0x30, 0x34, 0x38, 0x3c -> d303(insn);
            default -> d253(insn);
        };
    }

    private static int d305(int insn) {
        return (insn & 0x7fe08000) == 0x1b000000 ? MADD : UNALLOCATED;
    }

    private static int d306(int insn) {
        return (insn & 0x7fe08000) == 0x1b008000 ? MSUB : UNALLOCATED;
    }

    private static int d307(int insn) {
        return switch (insn >>> 15 & 0x1) {
            case 0x1 -> d306(insn);
            default -> d305(insn);
        };
    }

    private static int d308(int insn) {
        return switch (insn >>> 15 & 0x1) {
            case 0x1 -> SMSUBL;
            default -> SMADDL;
        };
    }

    private static int d309(int insn) {
        return switch (insn >>> 29 & 0x7) {
            case 0x4 -> d308(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d310(int insn) {
        return (insn & 0xffe08000) == 0x9b400000 ? SMULH : UNALLOCATED;
    }

    private static int d311(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x0 -> d307(insn);
            case 0x1 -> d309(insn);
            case 0x2 -> d310(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d312(int insn) {
        return switch (insn >>> 15 & 0x1) {
            case 0x1 -> UMSUBL;
            default -> UMADDL;
        };
    }

    private static int d313(int insn) {
        return switch (insn >>> 29 & 0x7) {
            case 0x4 -> d312(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d314(int insn) {
        return (insn & 0xffe08000) == 0x9bc00000 ? UMULH : UNALLOCATED;
    }

    private static int d315(int insn) {
        return switch (insn >>> 21 & 0x3) {
            case 0x1 -> d313(insn);
            case 0x2 -> d314(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d316(int insn) {
        return switch (insn >>> 23 & 0x3f) {
            case 0x0 -> d0(insn);
            case 0x8, 0x9, 0xa, 0xb -> SVE;
            case 0x10 -> d12(insn);
            case 0x11 -> d22(insn);
            case 0x12 -> d25(insn);
            case 0x13 -> d28(insn);
            case 0x14, 0x15 -> d41(insn);
            case 0x16 -> d54(insn);
            case 0x17 -> d55(insn);
            case 0x20, 0x21 -> d56(insn);
            case 0x22 -> d57(insn);
            case 0x24 -> d62(insn);
            case 0x25 -> d66(insn);
            case 0x26 -> d70(insn);
            case 0x27 -> d71(insn);
            case 0x28 -> d78(insn);
            case 0x29 -> d80(insn);
            case 0x2a -> d88(insn);
            case 0x2b -> d89(insn);
            case 0x2c -> d98(insn);
            case 0x2d -> d104(insn);
            case 0x2e -> d106(insn);
            case 0x2f -> d107(insn);
            case 0x30 -> d166(insn);
            case 0x31 -> d225(insn);
            case 0x32 -> d231(insn);
            case 0x33 -> d234(insn);
            case 0x34 -> d250(insn);
            case 0x35 -> d304(insn);
            case 0x36 -> d311(insn);
            case 0x37 -> d315(insn);
            default -> UNALLOCATED;
        };
    }
}
