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
    public static final int STR_SIMD_POST = 190;
    public static final int STR_SIMD_PRE = 191;
    public static final int STR_SIMD = 192;
    public static final int STR_SIMD_REG = 193;
    public static final int STUR_SIMD = 194;
    public static final int LDR_SIMD_POST = 195;
    public static final int LDR_SIMD_PRE = 196;
    public static final int LDR_SIMD = 197;
    public static final int LDR_SIMD_REG = 198;
    public static final int LDUR_SIMD = 199;
    public static final int LDR_SIMD_LIT = 200;
    public static final int STNP_SIMD = 201;
    public static final int STP_SIMD_POST = 202;
    public static final int STP_SIMD_PRE = 203;
    public static final int STP_SIMD = 204;
    public static final int LDNP_SIMD = 205;
    public static final int LDP_SIMD_POST = 206;
    public static final int LDP_SIMD_PRE = 207;
    public static final int LDP_SIMD = 208;
    public static final int ST1_MULTIPLE = 209;
    public static final int ST1_MULTIPLE_POST = 210;
    public static final int ST2_MULTIPLE = 211;
    public static final int ST2_MULTIPLE_POST = 212;
    public static final int ST3_MULTIPLE = 213;
    public static final int ST3_MULTIPLE_POST = 214;
    public static final int ST4_MULTIPLE = 215;
    public static final int ST4_MULTIPLE_POST = 216;
    public static final int ST1_SINGLE = 217;
    public static final int ST1_SINGLE_POST = 218;
    public static final int ST2_SINGLE = 219;
    public static final int ST2_SINGLE_POST = 220;
    public static final int ST3_SINGLE = 221;
    public static final int ST3_SINGLE_POST = 222;
    public static final int ST4_SINGLE = 223;
    public static final int ST4_SINGLE_POST = 224;
    public static final int LD1_MULTIPLE = 225;
    public static final int LD1_MULTIPLE_POST = 226;
    public static final int LD2_MULTIPLE = 227;
    public static final int LD2_MULTIPLE_POST = 228;
    public static final int LD3_MULTIPLE = 229;
    public static final int LD3_MULTIPLE_POST = 230;
    public static final int LD4_MULTIPLE = 231;
    public static final int LD4_MULTIPLE_POST = 232;
    public static final int LD1_SINGLE = 233;
    public static final int LD1_SINGLE_POST = 234;
    public static final int LD2_SINGLE = 235;
    public static final int LD2_SINGLE_POST = 236;
    public static final int LD3_SINGLE = 237;
    public static final int LD3_SINGLE_POST = 238;
    public static final int LD4_SINGLE = 239;
    public static final int LD4_SINGLE_POST = 240;
    public static final int LD1R = 241;
    public static final int LD1R_POST = 242;
    public static final int LD2R = 243;
    public static final int LD2R_POST = 244;
    public static final int LD3R = 245;
    public static final int LD3R_POST = 246;
    public static final int LD4R = 247;
    public static final int LD4R_POST = 248;
    public static final int FMOV_REG = 249;
    public static final int FABS = 250;
    public static final int FNEG = 251;
    public static final int FSQRT = 252;
    public static final int FRINTN = 253;
    public static final int FRINTP = 254;
    public static final int FRINTM = 255;
    public static final int FRINTZ = 256;
    public static final int FRINTA = 257;
    public static final int FRINTX = 258;
    public static final int FRINTI = 259;
    public static final int FCVT = 260;
    public static final int FMUL = 261;
    public static final int FDIV = 262;
    public static final int FADD = 263;
    public static final int FSUB = 264;
    public static final int FMAX = 265;
    public static final int FMIN = 266;
    public static final int FMAXNM = 267;
    public static final int FMINNM = 268;
    public static final int FNMUL = 269;
    public static final int FMADD = 270;
    public static final int FMSUB = 271;
    public static final int FNMADD = 272;
    public static final int FNMSUB = 273;
    public static final int FCMP = 274;
    public static final int FCMP_ZERO = 275;
    public static final int FCMPE = 276;
    public static final int FCMPE_ZERO = 277;
    public static final int FCCMP = 278;
    public static final int FCCMPE = 279;
    public static final int FCSEL = 280;
    public static final int FMOV_IMM = 281;
    public static final int FCVTNS_GENERAL = 282;
    public static final int FCVTNU_GENERAL = 283;
    public static final int FCVTAS_GENERAL = 284;
    public static final int FCVTAU_GENERAL = 285;
    public static final int FCVTPS_GENERAL = 286;
    public static final int FCVTPU_GENERAL = 287;
    public static final int FCVTMS_GENERAL = 288;
    public static final int FCVTMU_GENERAL = 289;
    public static final int FCVTZS_GENERAL = 290;
    public static final int FCVTZU_GENERAL = 291;
    public static final int SCVTF_GENERAL = 292;
    public static final int UCVTF_GENERAL = 293;
    public static final int FMOV_TO_GENERAL = 294;
    public static final int FMOV_FROM_GENERAL = 295;
    public static final int FMOV_TOP_TO_GENERAL = 296;
    public static final int FMOV_TOP_FROM_GENERAL = 297;
    public static final int FCVTZS_FIXED = 298;
    public static final int FCVTZU_FIXED = 299;
    public static final int SCVTF_FIXED = 300;
    public static final int UCVTF_FIXED = 301;
    public static final int SHADD = 302;
    public static final int SQADD = 303;
    public static final int SRHADD = 304;
    public static final int SHSUB = 305;
    public static final int SQSUB = 306;
    public static final int CMGT_REG = 307;
    public static final int CMGE_REG = 308;
    public static final int SSHL = 309;
    public static final int SQSHL_REG = 310;
    public static final int SRSHL = 311;
    public static final int SQRSHL = 312;
    public static final int SMAX = 313;
    public static final int SMIN = 314;
    public static final int SABD = 315;
    public static final int SABA = 316;
    public static final int SMAXP = 317;
    public static final int SMINP = 318;
    public static final int UHADD = 319;
    public static final int UQADD = 320;
    public static final int URHADD = 321;
    public static final int UHSUB = 322;
    public static final int UQSUB = 323;
    public static final int CMHI = 324;
    public static final int CMHS = 325;
    public static final int USHL = 326;
    public static final int UQSHL_REG = 327;
    public static final int URSHL = 328;
    public static final int UQRSHL = 329;
    public static final int UMAX = 330;
    public static final int UMIN = 331;
    public static final int UABD = 332;
    public static final int UABA = 333;
    public static final int UMAXP = 334;
    public static final int UMINP = 335;
    public static final int ADD_VEC = 336;
    public static final int SUB_VEC = 337;
    public static final int CMTST = 338;
    public static final int CMEQ_REG = 339;
    public static final int MLA_VEC = 340;
    public static final int MLS_VEC = 341;
    public static final int MUL_VEC = 342;
    public static final int PMUL = 343;
    public static final int SQDMULH_VEC = 344;
    public static final int SQRDMULH_VEC = 345;
    public static final int ADDP_VEC = 346;
    public static final int AND_VEC = 347;
    public static final int BIC_VEC = 348;
    public static final int ORR_VEC = 349;
    public static final int ORN_VEC = 350;
    public static final int EOR_VEC = 351;
    public static final int BSL = 352;
    public static final int BIT = 353;
    public static final int BIF = 354;
    public static final int FMAXNM_VEC = 355;
    public static final int FMAXNM_VEC_HALF = 356;
    public static final int FMINNM_VEC = 357;
    public static final int FMINNM_VEC_HALF = 358;
    public static final int FMLA_VEC = 359;
    public static final int FMLA_VEC_HALF = 360;
    public static final int FMLS_VEC = 361;
    public static final int FMLS_VEC_HALF = 362;
    public static final int FADD_VEC = 363;
    public static final int FADD_VEC_HALF = 364;
    public static final int FSUB_VEC = 365;
    public static final int FSUB_VEC_HALF = 366;
    public static final int FMULX_VEC = 367;
    public static final int FMULX_VEC_HALF = 368;
    public static final int FCMEQ_REG = 369;
    public static final int FCMEQ_REG_HALF = 370;
    public static final int FMAX_VEC = 371;
    public static final int FMAX_VEC_HALF = 372;
    public static final int FMIN_VEC = 373;
    public static final int FMIN_VEC_HALF = 374;
    public static final int FRECPS = 375;
    public static final int FRECPS_HALF = 376;
    public static final int FRSQRTS = 377;
    public static final int FRSQRTS_HALF = 378;
    public static final int FMAXNMP_VEC = 379;
    public static final int FMAXNMP_VEC_HALF = 380;
    public static final int FMINNMP_VEC = 381;
    public static final int FMINNMP_VEC_HALF = 382;
    public static final int FADDP_VEC = 383;
    public static final int FADDP_VEC_HALF = 384;
    public static final int FABD = 385;
    public static final int FABD_HALF = 386;
    public static final int FMUL_VEC = 387;
    public static final int FMUL_VEC_HALF = 388;
    public static final int FCMGE_REG = 389;
    public static final int FCMGE_REG_HALF = 390;
    public static final int FCMGT_REG = 391;
    public static final int FCMGT_REG_HALF = 392;
    public static final int FACGE = 393;
    public static final int FACGE_HALF = 394;
    public static final int FACGT = 395;
    public static final int FACGT_HALF = 396;
    public static final int FMAXP_VEC = 397;
    public static final int FMAXP_VEC_HALF = 398;
    public static final int FMINP_VEC = 399;
    public static final int FMINP_VEC_HALF = 400;
    public static final int FDIV_VEC = 401;
    public static final int FDIV_VEC_HALF = 402;
    public static final int SQRDMLAH_VEC = 403;
    public static final int SQRDMLSH_VEC = 404;
    public static final int SDOT_VEC = 405;
    public static final int UDOT_VEC = 406;
    public static final int REV64 = 407;
    public static final int REV16_VEC = 408;
    public static final int REV32_VEC = 409;
    public static final int SADDLP = 410;
    public static final int SADALP = 411;
    public static final int UADDLP = 412;
    public static final int UADALP = 413;
    public static final int SUQADD = 414;
    public static final int USQADD = 415;
    public static final int CLS_VEC = 416;
    public static final int CLZ_VEC = 417;
    public static final int CNT = 418;
    public static final int NOT = 419;
    public static final int RBIT_VEC = 420;
    public static final int SQABS = 421;
    public static final int SQNEG = 422;
    public static final int CMGT_ZERO = 423;
    public static final int CMEQ_ZERO = 424;
    public static final int CMLT_ZERO = 425;
    public static final int CMGE_ZERO = 426;
    public static final int CMLE_ZERO = 427;
    public static final int ABS = 428;
    public static final int NEG_VEC = 429;
    public static final int XTN = 430;
    public static final int SQXTN = 431;
    public static final int SQXTUN = 432;
    public static final int UQXTN = 433;
    public static final int SHLL = 434;
    public static final int FCVTN = 435;
    public static final int FCVTL = 436;
    public static final int FCVTXN = 437;
    public static final int URECPE = 438;
    public static final int URSQRTE = 439;
    public static final int FRINTN_VEC = 440;
    public static final int FRINTN_VEC_HALF = 441;
    public static final int FRINTM_VEC = 442;
    public static final int FRINTM_VEC_HALF = 443;
    public static final int FRINTP_VEC = 444;
    public static final int FRINTP_VEC_HALF = 445;
    public static final int FRINTZ_VEC = 446;
    public static final int FRINTZ_VEC_HALF = 447;
    public static final int FRINTA_VEC = 448;
    public static final int FRINTA_VEC_HALF = 449;
    public static final int FRINTX_VEC = 450;
    public static final int FRINTX_VEC_HALF = 451;
    public static final int FRINTI_VEC = 452;
    public static final int FRINTI_VEC_HALF = 453;
    public static final int FCVTNS_VEC = 454;
    public static final int FCVTNS_VEC_HALF = 455;
    public static final int FCVTMS_VEC = 456;
    public static final int FCVTMS_VEC_HALF = 457;
    public static final int FCVTAS_VEC = 458;
    public static final int FCVTAS_VEC_HALF = 459;
    public static final int SCVTF_VEC = 460;
    public static final int SCVTF_VEC_HALF = 461;
    public static final int FCVTPS_VEC = 462;
    public static final int FCVTPS_VEC_HALF = 463;
    public static final int FCVTZS_VEC = 464;
    public static final int FCVTZS_VEC_HALF = 465;
    public static final int FRECPE = 466;
    public static final int FRECPE_HALF = 467;
    public static final int FRECPX = 468;
    public static final int FRECPX_HALF = 469;
    public static final int FCVTNU_VEC = 470;
    public static final int FCVTNU_VEC_HALF = 471;
    public static final int FCVTMU_VEC = 472;
    public static final int FCVTMU_VEC_HALF = 473;
    public static final int FCVTAU_VEC = 474;
    public static final int FCVTAU_VEC_HALF = 475;
    public static final int UCVTF_VEC = 476;
    public static final int UCVTF_VEC_HALF = 477;
    public static final int FCVTPU_VEC = 478;
    public static final int FCVTPU_VEC_HALF = 479;
    public static final int FCVTZU_VEC = 480;
    public static final int FCVTZU_VEC_HALF = 481;
    public static final int FRSQRTE = 482;
    public static final int FRSQRTE_HALF = 483;
    public static final int FSQRT_VEC = 484;
    public static final int FSQRT_VEC_HALF = 485;
    public static final int FABS_VEC = 486;
    public static final int FABS_VEC_HALF = 487;
    public static final int FNEG_VEC = 488;
    public static final int FNEG_VEC_HALF = 489;
    public static final int FCMGT_ZERO = 490;
    public static final int FCMGT_ZERO_HALF = 491;
    public static final int FCMEQ_ZERO = 492;
    public static final int FCMEQ_ZERO_HALF = 493;
    public static final int FCMLT_ZERO = 494;
    public static final int FCMLT_ZERO_HALF = 495;
    public static final int FCMGE_ZERO = 496;
    public static final int FCMGE_ZERO_HALF = 497;
    public static final int FCMLE_ZERO = 498;
    public static final int FCMLE_ZERO_HALF = 499;
    public static final int SADDLV = 500;
    public static final int SMAXV = 501;
    public static final int SMINV = 502;
    public static final int ADDV = 503;
    public static final int UADDLV = 504;
    public static final int UMAXV = 505;
    public static final int UMINV = 506;
    public static final int FMAXNMV = 507;
    public static final int FMAXNMV_HALF = 508;
    public static final int FMINNMV = 509;
    public static final int FMINNMV_HALF = 510;
    public static final int FMAXV = 511;
    public static final int FMAXV_HALF = 512;
    public static final int FMINV = 513;
    public static final int FMINV_HALF = 514;
    public static final int ADDP_SCALAR = 515;
    public static final int FMAXNMP_SCALAR = 516;
    public static final int FMAXNMP_SCALAR_HALF = 517;
    public static final int FADDP_SCALAR = 518;
    public static final int FADDP_SCALAR_HALF = 519;
    public static final int FMAXP_SCALAR = 520;
    public static final int FMAXP_SCALAR_HALF = 521;
    public static final int FMINNMP_SCALAR = 522;
    public static final int FMINNMP_SCALAR_HALF = 523;
    public static final int FMINP_SCALAR = 524;
    public static final int FMINP_SCALAR_HALF = 525;
    public static final int SADDL = 526;
    public static final int SADDW = 527;
    public static final int SSUBL = 528;
    public static final int SSUBW = 529;
    public static final int SABAL = 530;
    public static final int SABDL = 531;
    public static final int SMLAL_VEC = 532;
    public static final int SMLSL_VEC = 533;
    public static final int SMULL_VEC = 534;
    public static final int ADDHN = 535;
    public static final int SUBHN = 536;
    public static final int UADDL = 537;
    public static final int UADDW = 538;
    public static final int USUBL = 539;
    public static final int USUBW = 540;
    public static final int UABAL = 541;
    public static final int UABDL = 542;
    public static final int UMLAL_VEC = 543;
    public static final int UMLSL_VEC = 544;
    public static final int UMULL_VEC = 545;
    public static final int RADDHN = 546;
    public static final int RSUBHN = 547;
    public static final int SQDMLAL_VEC = 548;
    public static final int SQDMLSL_VEC = 549;
    public static final int SQDMULL_VEC = 550;
    public static final int PMULL = 551;
    public static final int MUL_ELEM = 552;
    public static final int MLA_ELEM = 553;
    public static final int MLS_ELEM = 554;
    public static final int SMLAL_ELEM = 555;
    public static final int SMLSL_ELEM = 556;
    public static final int SMULL_ELEM = 557;
    public static final int UMLAL_ELEM = 558;
    public static final int UMLSL_ELEM = 559;
    public static final int UMULL_ELEM = 560;
    public static final int SQDMLAL_ELEM = 561;
    public static final int SQDMLSL_ELEM = 562;
    public static final int SQDMULL_ELEM = 563;
    public static final int SQDMULH_ELEM = 564;
    public static final int SQRDMULH_ELEM = 565;
    public static final int SQRDMLAH_ELEM = 566;
    public static final int SQRDMLSH_ELEM = 567;
    public static final int SDOT_ELEM = 568;
    public static final int UDOT_ELEM = 569;
    public static final int FMLA_ELEM = 570;
    public static final int FMLA_ELEM_HALF = 571;
    public static final int FMLS_ELEM = 572;
    public static final int FMLS_ELEM_HALF = 573;
    public static final int FMUL_ELEM = 574;
    public static final int FMUL_ELEM_HALF = 575;
    public static final int FMULX_ELEM = 576;
    public static final int FMULX_ELEM_HALF = 577;
    public static final int SSHR = 578;
    public static final int SSRA = 579;
    public static final int SRSHR = 580;
    public static final int SRSRA = 581;
    public static final int SQSHL_IMM = 582;
    public static final int SSHLL = 583;
    public static final int SCVTF_VEC_FIXED = 584;
    public static final int FCVTZS_VEC_FIXED = 585;
    public static final int USHR = 586;
    public static final int USRA = 587;
    public static final int URSHR = 588;
    public static final int URSRA = 589;
    public static final int UQSHL_IMM = 590;
    public static final int USHLL = 591;
    public static final int UCVTF_VEC_FIXED = 592;
    public static final int FCVTZU_VEC_FIXED = 593;
    public static final int SHL = 594;
    public static final int SRI = 595;
    public static final int SLI = 596;
    public static final int SQSHLU = 597;
    public static final int SHRN = 598;
    public static final int RSHRN = 599;
    public static final int SQSHRN = 600;
    public static final int SQRSHRN = 601;
    public static final int SQSHRUN = 602;
    public static final int SQRSHRUN = 603;
    public static final int UQSHRN = 604;
    public static final int UQRSHRN = 605;
    public static final int MOVI = 606;
    public static final int MVNI = 607;
    public static final int ORR_VEC_IMM = 608;
    public static final int BIC_VEC_IMM = 609;
    public static final int FMOV_VEC_IMM = 610;
    public static final int FMOV_VEC_IMM_HALF = 611;
    public static final int DUP_ELEM = 612;
    public static final int DUP_GENERAL = 613;
    public static final int SMOV = 614;
    public static final int UMOV = 615;
    public static final int INS_GENERAL = 616;
    public static final int INS_ELEM = 617;
    public static final int UZP1 = 618;
    public static final int TRN1 = 619;
    public static final int ZIP1 = 620;
    public static final int UZP2 = 621;
    public static final int TRN2 = 622;
    public static final int ZIP2 = 623;
    public static final int EXT = 624;
    public static final int TBL = 625;
    public static final int TBX = 626;
    public static final int DCPS = 627;
    public static final int DRPS = 628;
    public static final int SB = 629;
    public static final int PAUTH_REG = 630;
    public static final int PACGA = 631;
    public static final int BRAA = 632;
    public static final int RETAA = 633;
    public static final int ERETAA = 634;
    public static final int LDRAA = 635;
    public static final int RMIF = 636;
    public static final int SETF = 637;
    public static final int LDAPUR = 638;
    public static final int MTE_TAG = 639;
    public static final int SVE = 640;
    public static final int AES = 641;
    public static final int PMULL_1Q = 642;
    public static final int SHA_3REG = 643;
    public static final int SHA_2REG = 644;
    public static final int SHA512_SHA3_SM = 645;
    public static final int FMLAL_VEC = 646;
    public static final int FMLAL2_VEC = 647;
    public static final int FMLAL_ELEM = 648;
    public static final int FCMLA_VEC = 649;
    public static final int FCADD = 650;
    public static final int FCMLA_ELEM = 651;
    public static final int FJCVTZS = 652;
    public static final int FRINT32 = 653;
    public static final int FRINT32_VEC = 654;

    private Decoder() {}

    /// The ordinal of the row that `insn` belongs to, [#UNALLOCATED] if there is none.
    public static int decode(int insn) {
        return d783(insn);
    }

    private static int d0(int insn) {
        return (insn & 0xffff0000) == 0x00000000 ? UDF
                : UNALLOCATED;
    }

    private static int d1(int insn) {
        return (insn & 0x3fe08000) == 0x08000000 ? STXR
                : (insn & 0x3fe08000) == 0x08008000 ? STLXR
                : UNALLOCATED;
    }

    private static boolean isCASP(int insn) {
        return (insn & 0xbfa07c00) == 0x08207c00 && (insn & 0x10000) != 0x10000 && (insn & 0x1) != 0x1;
    }

    private static int d3(int insn) {
        return (insn & 0xbfe08000) == 0x88200000 ? STXP
                : (insn & 0xbfe08000) == 0x88208000 ? STLXP
                : isCASP(insn) ? CASP
                : UNALLOCATED;
    }

    private static int d4(int insn) {
        return (insn & 0x3fe08000) == 0x08400000 ? LDXR
                : (insn & 0x3fe08000) == 0x08408000 ? LDAXR
                : UNALLOCATED;
    }

    private static int d5(int insn) {
        return (insn & 0xbfe08000) == 0x88600000 ? LDXP
                : (insn & 0xbfe08000) == 0x88608000 ? LDAXP
                : isCASP(insn) ? CASP
                : UNALLOCATED;
    }

    private static int d6(int insn) {
        return (insn & 0x3fe08000) == 0x08800000 ? STLLR
                : (insn & 0x3fe08000) == 0x08808000 ? STLR
                : UNALLOCATED;
    }

    private static int d7(int insn) {
        return (insn & 0x3fa07c00) == 0x08a07c00 ? CAS
                : UNALLOCATED;
    }

    private static int d8(int insn) {
        return (insn & 0x3fe08000) == 0x08c00000 ? LDLAR
                : (insn & 0x3fe08000) == 0x08c08000 ? LDAR
                : UNALLOCATED;
    }

    private static int d9(int insn) {
        return switch (insn >>> 21 & 0x7) {
            case 0x0 -> d1(insn);
            case 0x1 -> d3(insn);
            case 0x2 -> d4(insn);
            case 0x3 -> d5(insn);
            case 0x4 -> d6(insn);
            case 0x6 -> d8(insn);
            default -> d7(insn);
        };
    }

    private static boolean isAND_SHIFT(int insn) {
        return (insn & 0x7f200000) == 0x0a000000 && (insn & 0x80008000) != 0x8000;
    }

    private static boolean isBIC_SHIFT(int insn) {
        return (insn & 0x7f200000) == 0x0a200000 && (insn & 0x80008000) != 0x8000;
    }

    private static boolean isEOR_SHIFT(int insn) {
        return (insn & 0x7f200000) == 0x4a000000 && (insn & 0x80008000) != 0x8000;
    }

    private static boolean isEON_SHIFT(int insn) {
        return (insn & 0x7f200000) == 0x4a200000 && (insn & 0x80008000) != 0x8000;
    }

    private static int d14(int insn) {
        return isAND_SHIFT(insn) ? AND_SHIFT
                : isBIC_SHIFT(insn) ? BIC_SHIFT
                : isEOR_SHIFT(insn) ? EOR_SHIFT
                : isEON_SHIFT(insn) ? EON_SHIFT
                : UNALLOCATED;
    }

    private static boolean isADD_SHIFT(int insn) {
        return (insn & 0x7f200000) == 0x0b000000 && (insn & 0xc00000) != 0xc00000 && (insn & 0x80008000) != 0x8000;
    }

    private static boolean isSUB_SHIFT(int insn) {
        return (insn & 0x7f200000) == 0x4b000000 && (insn & 0xc00000) != 0xc00000 && (insn & 0x80008000) != 0x8000;
    }

    private static boolean isADD_EXT(int insn) {
        return (insn & 0x7fe00000) == 0x0b200000 && (insn & 0x1800) != 0x1800 && (insn & 0x1c00) != 0x1400;
    }

    private static boolean isSUB_EXT(int insn) {
        return (insn & 0x7fe00000) == 0x4b200000 && (insn & 0x1800) != 0x1800 && (insn & 0x1c00) != 0x1400;
    }

    private static int d19(int insn) {
        return isADD_SHIFT(insn) ? ADD_SHIFT
                : isSUB_SHIFT(insn) ? SUB_SHIFT
                : isADD_EXT(insn) ? ADD_EXT
                : isSUB_EXT(insn) ? SUB_EXT
                : UNALLOCATED;
    }

    private static boolean isST1_MULTIPLE(int insn) {
        return (insn & 0xbfff0000) == 0x0c000000 && (insn & 0xe000) != 0x0 && (insn & 0xf000) != 0x3000
                && (insn & 0xe000) != 0x4000 && (insn & 0xe000) != 0x8000 && (insn & 0xf000) != 0xb000
                && (insn & 0xc000) != 0xc000;
    }

    private static boolean isST2_MULTIPLE(int insn) {
        return (insn & 0xbffff000) == 0x0c008000 && (insn & 0x40000c00) != 0xc00;
    }

    private static boolean isST3_MULTIPLE(int insn) {
        return (insn & 0xbffff000) == 0x0c004000 && (insn & 0x40000c00) != 0xc00;
    }

    private static boolean isST4_MULTIPLE(int insn) {
        return (insn & 0xbffff000) == 0x0c000000 && (insn & 0x40000c00) != 0xc00;
    }

    private static int d24(int insn) {
        return isST1_MULTIPLE(insn) ? ST1_MULTIPLE
                : isST2_MULTIPLE(insn) ? ST2_MULTIPLE
                : isST3_MULTIPLE(insn) ? ST3_MULTIPLE
                : isST4_MULTIPLE(insn) ? ST4_MULTIPLE
                : UNALLOCATED;
    }

    private static boolean isLD1_MULTIPLE(int insn) {
        return (insn & 0xbfff0000) == 0x0c400000 && (insn & 0xe000) != 0x0 && (insn & 0xf000) != 0x3000
                && (insn & 0xe000) != 0x4000 && (insn & 0xe000) != 0x8000 && (insn & 0xf000) != 0xb000
                && (insn & 0xc000) != 0xc000;
    }

    private static boolean isLD2_MULTIPLE(int insn) {
        return (insn & 0xbffff000) == 0x0c408000 && (insn & 0x40000c00) != 0xc00;
    }

    private static boolean isLD3_MULTIPLE(int insn) {
        return (insn & 0xbffff000) == 0x0c404000 && (insn & 0x40000c00) != 0xc00;
    }

    private static boolean isLD4_MULTIPLE(int insn) {
        return (insn & 0xbffff000) == 0x0c400000 && (insn & 0x40000c00) != 0xc00;
    }

    private static int d29(int insn) {
        return isLD1_MULTIPLE(insn) ? LD1_MULTIPLE
                : isLD2_MULTIPLE(insn) ? LD2_MULTIPLE
                : isLD3_MULTIPLE(insn) ? LD3_MULTIPLE
                : isLD4_MULTIPLE(insn) ? LD4_MULTIPLE
                : UNALLOCATED;
    }

    private static boolean isST1_MULTIPLE_POST(int insn) {
        return (insn & 0xbfe00000) == 0x0c800000 && (insn & 0xe000) != 0x0 && (insn & 0xf000) != 0x3000
                && (insn & 0xe000) != 0x4000 && (insn & 0xe000) != 0x8000 && (insn & 0xf000) != 0xb000
                && (insn & 0xc000) != 0xc000;
    }

    private static boolean isST2_MULTIPLE_POST(int insn) {
        return (insn & 0xbfe0f000) == 0x0c808000 && (insn & 0x40000c00) != 0xc00;
    }

    private static boolean isST3_MULTIPLE_POST(int insn) {
        return (insn & 0xbfe0f000) == 0x0c804000 && (insn & 0x40000c00) != 0xc00;
    }

    private static boolean isST4_MULTIPLE_POST(int insn) {
        return (insn & 0xbfe0f000) == 0x0c800000 && (insn & 0x40000c00) != 0xc00;
    }

    private static int d34(int insn) {
        return isST1_MULTIPLE_POST(insn) ? ST1_MULTIPLE_POST
                : isST2_MULTIPLE_POST(insn) ? ST2_MULTIPLE_POST
                : isST3_MULTIPLE_POST(insn) ? ST3_MULTIPLE_POST
                : isST4_MULTIPLE_POST(insn) ? ST4_MULTIPLE_POST
                : UNALLOCATED;
    }

    private static boolean isLD1_MULTIPLE_POST(int insn) {
        return (insn & 0xbfe00000) == 0x0cc00000 && (insn & 0xe000) != 0x0 && (insn & 0xf000) != 0x3000
                && (insn & 0xe000) != 0x4000 && (insn & 0xe000) != 0x8000 && (insn & 0xf000) != 0xb000
                && (insn & 0xc000) != 0xc000;
    }

    private static boolean isLD2_MULTIPLE_POST(int insn) {
        return (insn & 0xbfe0f000) == 0x0cc08000 && (insn & 0x40000c00) != 0xc00;
    }

    private static boolean isLD3_MULTIPLE_POST(int insn) {
        return (insn & 0xbfe0f000) == 0x0cc04000 && (insn & 0x40000c00) != 0xc00;
    }

    private static boolean isLD4_MULTIPLE_POST(int insn) {
        return (insn & 0xbfe0f000) == 0x0cc00000 && (insn & 0x40000c00) != 0xc00;
    }

    private static int d39(int insn) {
        return isLD1_MULTIPLE_POST(insn) ? LD1_MULTIPLE_POST
                : isLD2_MULTIPLE_POST(insn) ? LD2_MULTIPLE_POST
                : isLD3_MULTIPLE_POST(insn) ? LD3_MULTIPLE_POST
                : isLD4_MULTIPLE_POST(insn) ? LD4_MULTIPLE_POST
                : UNALLOCATED;
    }

    private static int d40(int insn) {
        return switch (insn >>> 21 & 0x7) {
            case 0x0 -> d24(insn);
            case 0x2 -> d29(insn);
            case 0x4 -> d34(insn);
            case 0x6 -> d39(insn);
            default -> UNALLOCATED;
        };
    }

    private static boolean isST1_SINGLE(int insn) {
        return (insn & 0xbfff2000) == 0x0d000000 && (insn & 0xc000) != 0xc000 && (insn & 0xc400) != 0x4400
                && (insn & 0xc800) != 0x8800 && (insn & 0xdc00) != 0x9400;
    }

    private static boolean isST3_SINGLE(int insn) {
        return (insn & 0xbfff2000) == 0x0d002000 && (insn & 0xc000) != 0xc000 && (insn & 0xc400) != 0x4400
                && (insn & 0xc800) != 0x8800 && (insn & 0xdc00) != 0x9400;
    }

    private static int d43(int insn) {
        return isST1_SINGLE(insn) ? ST1_SINGLE
                : isST3_SINGLE(insn) ? ST3_SINGLE
                : UNALLOCATED;
    }

    private static boolean isST2_SINGLE(int insn) {
        return (insn & 0xbfff2000) == 0x0d200000 && (insn & 0xc000) != 0xc000 && (insn & 0xc400) != 0x4400
                && (insn & 0xc800) != 0x8800 && (insn & 0xdc00) != 0x9400;
    }

    private static boolean isST4_SINGLE(int insn) {
        return (insn & 0xbfff2000) == 0x0d202000 && (insn & 0xc000) != 0xc000 && (insn & 0xc400) != 0x4400
                && (insn & 0xc800) != 0x8800 && (insn & 0xdc00) != 0x9400;
    }

    private static int d46(int insn) {
        return isST2_SINGLE(insn) ? ST2_SINGLE
                : isST4_SINGLE(insn) ? ST4_SINGLE
                : UNALLOCATED;
    }

    private static boolean isLD1_SINGLE(int insn) {
        return (insn & 0xbfff2000) == 0x0d400000 && (insn & 0xc000) != 0xc000 && (insn & 0xc400) != 0x4400
                && (insn & 0xc800) != 0x8800 && (insn & 0xdc00) != 0x9400;
    }

    private static boolean isLD3_SINGLE(int insn) {
        return (insn & 0xbfff2000) == 0x0d402000 && (insn & 0xc000) != 0xc000 && (insn & 0xc400) != 0x4400
                && (insn & 0xc800) != 0x8800 && (insn & 0xdc00) != 0x9400;
    }

    private static int d49(int insn) {
        return isLD1_SINGLE(insn) ? LD1_SINGLE
                : isLD3_SINGLE(insn) ? LD3_SINGLE
                : (insn & 0xbffff000) == 0x0d40c000 ? LD1R
                : (insn & 0xbffff000) == 0x0d40e000 ? LD3R
                : UNALLOCATED;
    }

    private static boolean isLD2_SINGLE(int insn) {
        return (insn & 0xbfff2000) == 0x0d600000 && (insn & 0xc000) != 0xc000 && (insn & 0xc400) != 0x4400
                && (insn & 0xc800) != 0x8800 && (insn & 0xdc00) != 0x9400;
    }

    private static boolean isLD4_SINGLE(int insn) {
        return (insn & 0xbfff2000) == 0x0d602000 && (insn & 0xc000) != 0xc000 && (insn & 0xc400) != 0x4400
                && (insn & 0xc800) != 0x8800 && (insn & 0xdc00) != 0x9400;
    }

    private static int d52(int insn) {
        return isLD2_SINGLE(insn) ? LD2_SINGLE
                : isLD4_SINGLE(insn) ? LD4_SINGLE
                : (insn & 0xbffff000) == 0x0d60c000 ? LD2R
                : (insn & 0xbffff000) == 0x0d60e000 ? LD4R
                : UNALLOCATED;
    }

    private static boolean isST1_SINGLE_POST(int insn) {
        return (insn & 0xbfe02000) == 0x0d800000 && (insn & 0xc000) != 0xc000 && (insn & 0xc400) != 0x4400
                && (insn & 0xc800) != 0x8800 && (insn & 0xdc00) != 0x9400;
    }

    private static boolean isST3_SINGLE_POST(int insn) {
        return (insn & 0xbfe02000) == 0x0d802000 && (insn & 0xc000) != 0xc000 && (insn & 0xc400) != 0x4400
                && (insn & 0xc800) != 0x8800 && (insn & 0xdc00) != 0x9400;
    }

    private static int d55(int insn) {
        return isST1_SINGLE_POST(insn) ? ST1_SINGLE_POST
                : isST3_SINGLE_POST(insn) ? ST3_SINGLE_POST
                : UNALLOCATED;
    }

    private static boolean isST2_SINGLE_POST(int insn) {
        return (insn & 0xbfe02000) == 0x0da00000 && (insn & 0xc000) != 0xc000 && (insn & 0xc400) != 0x4400
                && (insn & 0xc800) != 0x8800 && (insn & 0xdc00) != 0x9400;
    }

    private static boolean isST4_SINGLE_POST(int insn) {
        return (insn & 0xbfe02000) == 0x0da02000 && (insn & 0xc000) != 0xc000 && (insn & 0xc400) != 0x4400
                && (insn & 0xc800) != 0x8800 && (insn & 0xdc00) != 0x9400;
    }

    private static int d58(int insn) {
        return isST2_SINGLE_POST(insn) ? ST2_SINGLE_POST
                : isST4_SINGLE_POST(insn) ? ST4_SINGLE_POST
                : UNALLOCATED;
    }

    private static boolean isLD1_SINGLE_POST(int insn) {
        return (insn & 0xbfe02000) == 0x0dc00000 && (insn & 0xc000) != 0xc000 && (insn & 0xc400) != 0x4400
                && (insn & 0xc800) != 0x8800 && (insn & 0xdc00) != 0x9400;
    }

    private static boolean isLD3_SINGLE_POST(int insn) {
        return (insn & 0xbfe02000) == 0x0dc02000 && (insn & 0xc000) != 0xc000 && (insn & 0xc400) != 0x4400
                && (insn & 0xc800) != 0x8800 && (insn & 0xdc00) != 0x9400;
    }

    private static int d61(int insn) {
        return isLD1_SINGLE_POST(insn) ? LD1_SINGLE_POST
                : isLD3_SINGLE_POST(insn) ? LD3_SINGLE_POST
                : (insn & 0xbfe0f000) == 0x0dc0c000 ? LD1R_POST
                : (insn & 0xbfe0f000) == 0x0dc0e000 ? LD3R_POST
                : UNALLOCATED;
    }

    private static boolean isLD2_SINGLE_POST(int insn) {
        return (insn & 0xbfe02000) == 0x0de00000 && (insn & 0xc000) != 0xc000 && (insn & 0xc400) != 0x4400
                && (insn & 0xc800) != 0x8800 && (insn & 0xdc00) != 0x9400;
    }

    private static boolean isLD4_SINGLE_POST(int insn) {
        return (insn & 0xbfe02000) == 0x0de02000 && (insn & 0xc000) != 0xc000 && (insn & 0xc400) != 0x4400
                && (insn & 0xc800) != 0x8800 && (insn & 0xdc00) != 0x9400;
    }

    private static int d64(int insn) {
        return isLD2_SINGLE_POST(insn) ? LD2_SINGLE_POST
                : isLD4_SINGLE_POST(insn) ? LD4_SINGLE_POST
                : (insn & 0xbfe0f000) == 0x0de0c000 ? LD2R_POST
                : (insn & 0xbfe0f000) == 0x0de0e000 ? LD4R_POST
                : UNALLOCATED;
    }

    private static int d65(int insn) {
        return switch (insn >>> 21 & 0x7) {
            case 0x1 -> d46(insn);
            case 0x2 -> d49(insn);
            case 0x3 -> d52(insn);
            case 0x4 -> d55(insn);
            case 0x5 -> d58(insn);
            case 0x6 -> d61(insn);
            case 0x7 -> d64(insn);
            default -> d43(insn);
        };
    }

    private static boolean isSADDL(int insn) {
        return (insn & 0xbf20fc00) == 0x0e200000 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d67(int insn) {
        return isSADDL(insn) ? SADDL
                : (insn & 0xbfe09c00) == 0x0e000000 ? TBL
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isSHADD(int insn) {
        return (insn & 0xbf20fc00) == 0x0e200400 && (insn & 0xc00000) != 0xc00000;
    }

    private static boolean isDUP_ELEM(int insn) {
        return (insn & 0xafe0fc00) == 0x0e000400 && (insn & 0xf0000) != 0x0 && (insn & 0x400f0000) != 0x80000
                && (insn & 0x50000000) != 0x10000000;
    }

    private static int d70(int insn) {
        return isSHADD(insn) ? SHADD
                : (insn & 0xbfe0fc00) == 0x0e400400 ? FMAXNM_VEC_HALF
                : (insn & 0xbfe0fc00) == 0x0ec00400 ? FMINNM_VEC_HALF
                : isDUP_ELEM(insn) ? DUP_ELEM
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isREV64(int insn) {
        return (insn & 0xbf3ffc00) == 0x0e200800 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d72(int insn) {
        return isREV64(insn) ? REV64
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isSQADD(int insn) {
        return (insn & 0xaf20fc00) == 0x0e200c00 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x40c00000) != 0xc00000;
    }

    private static boolean isDUP_GENERAL(int insn) {
        return (insn & 0xbfe0fc00) == 0x0e000c00 && (insn & 0xf0000) != 0x0 && (insn & 0x400f0000) != 0x80000;
    }

    private static int d75(int insn) {
        return isSQADD(insn) ? SQADD
                : (insn & 0xbfe0fc00) == 0x0e400c00 ? FMLA_VEC_HALF
                : (insn & 0xbfe0fc00) == 0x0ec00c00 ? FMLS_VEC_HALF
                : isDUP_GENERAL(insn) ? DUP_GENERAL
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isSADDW(int insn) {
        return (insn & 0xbf20fc00) == 0x0e201000 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d77(int insn) {
        return isSADDW(insn) ? SADDW
                : (insn & 0xbfe09c00) == 0x0e001000 ? TBX
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isSRHADD(int insn) {
        return (insn & 0xbf20fc00) == 0x0e201400 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d79(int insn) {
        return isSRHADD(insn) ? SRHADD
                : (insn & 0xbfe0fc00) == 0x0e401400 ? FADD_VEC_HALF
                : (insn & 0xbfe0fc00) == 0x0ec01400 ? FSUB_VEC_HALF
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isUZP1(int insn) {
        return (insn & 0xbf20fc00) == 0x0e001800 && (insn & 0x40c00000) != 0xc00000;
    }

    private static int d81(int insn) {
        return (insn & 0xbffffc00) == 0x0e201800 ? REV16_VEC
                : isUZP1(insn) ? UZP1
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isFMULX_VEC_HALF(int insn) {
        return (insn & 0xafe0fc00) == 0x0e401c00 && (insn & 0x50000000) != 0x10000000;
    }

    private static boolean isINS_GENERAL(int insn) {
        return (insn & 0xffe0fc00) == 0x4e001c00 && (insn & 0xf0000) != 0x0;
    }

    private static int d84(int insn) {
        return (insn & 0xbfe0fc00) == 0x0e201c00 ? AND_VEC
                : (insn & 0xbfe0fc00) == 0x0e601c00 ? BIC_VEC
                : (insn & 0xbfe0fc00) == 0x0ea01c00 ? ORR_VEC
                : (insn & 0xbfe0fc00) == 0x0ee01c00 ? ORN_VEC
                : isFMULX_VEC_HALF(insn) ? FMULX_VEC_HALF
                : isINS_GENERAL(insn) ? INS_GENERAL
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isSSUBL(int insn) {
        return (insn & 0xbf20fc00) == 0x0e202000 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d86(int insn) {
        return isSSUBL(insn) ? SSUBL
                : (insn & 0xbfe09c00) == 0x0e000000 ? TBL
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isSHSUB(int insn) {
        return (insn & 0xbf20fc00) == 0x0e202400 && (insn & 0xc00000) != 0xc00000;
    }

    private static boolean isFCMEQ_REG_HALF(int insn) {
        return (insn & 0xafe0fc00) == 0x0e402400 && (insn & 0x50000000) != 0x10000000;
    }

    private static int d89(int insn) {
        return isSHSUB(insn) ? SHSUB
                : isFCMEQ_REG_HALF(insn) ? FCMEQ_REG_HALF
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isSADDLP(int insn) {
        return (insn & 0xbf3ffc00) == 0x0e202800 && (insn & 0xc00000) != 0xc00000;
    }

    private static boolean isXTN(int insn) {
        return (insn & 0xbf3ffc00) == 0x0e212800 && (insn & 0xc00000) != 0xc00000;
    }

    private static boolean isTRN1(int insn) {
        return (insn & 0xbf20fc00) == 0x0e002800 && (insn & 0x40c00000) != 0xc00000;
    }

    private static int d93(int insn) {
        return isSADDLP(insn) ? SADDLP
                : isXTN(insn) ? XTN
                : isTRN1(insn) ? TRN1
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isSQSUB(int insn) {
        return (insn & 0xaf20fc00) == 0x0e202c00 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x40c00000) != 0xc00000;
    }

    private static boolean isSMOV(int insn) {
        return (insn & 0xbfe0fc00) == 0x0e002c00 && (insn & 0x70000) != 0x0 && (insn & 0x40070000) != 0x40000;
    }

    private static int d96(int insn) {
        return isSQSUB(insn) ? SQSUB
                : isSMOV(insn) ? SMOV
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isSSUBW(int insn) {
        return (insn & 0xbf20fc00) == 0x0e203000 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d98(int insn) {
        return isSSUBW(insn) ? SSUBW
                : (insn & 0xbfe09c00) == 0x0e001000 ? TBX
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isCMGT_REG(int insn) {
        return (insn & 0xaf20fc00) == 0x0e203400 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x40c00000) != 0xc00000 && (insn & 0x10800000) != 0x10000000
                && (insn & 0x10c00000) != 0x10800000;
    }

    private static int d100(int insn) {
        return isCMGT_REG(insn) ? CMGT_REG
                : (insn & 0xbfe0fc00) == 0x0e403400 ? FMAX_VEC_HALF
                : (insn & 0xbfe0fc00) == 0x0ec03400 ? FMIN_VEC_HALF
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isSUQADD(int insn) {
        return (insn & 0xaf3ffc00) == 0x0e203800 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x40c00000) != 0xc00000;
    }

    private static boolean isSADDLV(int insn) {
        return (insn & 0xbf3ffc00) == 0x0e303800 && (insn & 0xc00000) != 0xc00000 && (insn & 0x40c00000) != 0x800000;
    }

    private static boolean isZIP1(int insn) {
        return (insn & 0xbf20fc00) == 0x0e003800 && (insn & 0x40c00000) != 0xc00000;
    }

    private static int d104(int insn) {
        return isSUQADD(insn) ? SUQADD
                : isSADDLV(insn) ? SADDLV
                : isZIP1(insn) ? ZIP1
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isCMGE_REG(int insn) {
        return (insn & 0xaf20fc00) == 0x0e203c00 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x40c00000) != 0xc00000 && (insn & 0x10800000) != 0x10000000
                && (insn & 0x10c00000) != 0x10800000;
    }

    private static boolean isFRECPS_HALF(int insn) {
        return (insn & 0xafe0fc00) == 0x0e403c00 && (insn & 0x50000000) != 0x10000000;
    }

    private static boolean isFRSQRTS_HALF(int insn) {
        return (insn & 0xafe0fc00) == 0x0ec03c00 && (insn & 0x50000000) != 0x10000000;
    }

    private static boolean isUMOV(int insn) {
        return (insn & 0xbfe0fc00) == 0x0e003c00 && (insn & 0xf0000) != 0x0 && (insn & 0x400f0000) != 0x80000
                && (insn & 0x40010000) != 0x40010000 && (insn & 0x40030000) != 0x40020000
                && (insn & 0x40070000) != 0x40040000;
    }

    private static int d109(int insn) {
        return isCMGE_REG(insn) ? CMGE_REG
                : isFRECPS_HALF(insn) ? FRECPS_HALF
                : isFRSQRTS_HALF(insn) ? FRSQRTS_HALF
                : isUMOV(insn) ? UMOV
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isADDHN(int insn) {
        return (insn & 0xbf20fc00) == 0x0e204000 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d111(int insn) {
        return isADDHN(insn) ? ADDHN
                : (insn & 0xbfe09c00) == 0x0e000000 ? TBL
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isSSHL(int insn) {
        return (insn & 0xaf20fc00) == 0x0e204400 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x40c00000) != 0xc00000 && (insn & 0x10800000) != 0x10000000
                && (insn & 0x10c00000) != 0x10800000;
    }

    private static int d113(int insn) {
        return isSSHL(insn) ? SSHL
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isCLS_VEC(int insn) {
        return (insn & 0xbf3ffc00) == 0x0e204800 && (insn & 0xc00000) != 0xc00000;
    }

    private static boolean isSQXTN(int insn) {
        return (insn & 0xaf3ffc00) == 0x0e214800 && (insn & 0x50000000) != 0x10000000
                && (insn & 0xc00000) != 0xc00000;
    }

    private static int d116(int insn) {
        return isCLS_VEC(insn) ? CLS_VEC
                : isSQXTN(insn) ? SQXTN
                : (insn & 0xffffcc00) == 0x4e284800 ? AES
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isSQSHL_REG(int insn) {
        return (insn & 0xaf20fc00) == 0x0e204c00 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x40c00000) != 0xc00000;
    }

    private static int d118(int insn) {
        return isSQSHL_REG(insn) ? SQSHL_REG
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isSABAL(int insn) {
        return (insn & 0xbf20fc00) == 0x0e205000 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d120(int insn) {
        return isSABAL(insn) ? SABAL
                : (insn & 0xbfe09c00) == 0x0e001000 ? TBX
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isSRSHL(int insn) {
        return (insn & 0xaf20fc00) == 0x0e205400 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x40c00000) != 0xc00000 && (insn & 0x10800000) != 0x10000000
                && (insn & 0x10c00000) != 0x10800000;
    }

    private static int d122(int insn) {
        return isSRSHL(insn) ? SRSHL
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isUZP2(int insn) {
        return (insn & 0xbf20fc00) == 0x0e005800 && (insn & 0x40c00000) != 0xc00000;
    }

    private static int d124(int insn) {
        return (insn & 0xbffffc00) == 0x0e205800 ? CNT
                : isUZP2(insn) ? UZP2
                : (insn & 0xffffcc00) == 0x4e284800 ? AES
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isSQRSHL(int insn) {
        return (insn & 0xaf20fc00) == 0x0e205c00 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x40c00000) != 0xc00000;
    }

    private static int d126(int insn) {
        return isSQRSHL(insn) ? SQRSHL
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isSUBHN(int insn) {
        return (insn & 0xbf20fc00) == 0x0e206000 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d128(int insn) {
        return isSUBHN(insn) ? SUBHN
                : (insn & 0xbfe09c00) == 0x0e000000 ? TBL
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isSMAX(int insn) {
        return (insn & 0xbf20fc00) == 0x0e206400 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d130(int insn) {
        return isSMAX(insn) ? SMAX
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isSADALP(int insn) {
        return (insn & 0xbf3ffc00) == 0x0e206800 && (insn & 0xc00000) != 0xc00000;
    }

    private static boolean isTRN2(int insn) {
        return (insn & 0xbf20fc00) == 0x0e006800 && (insn & 0x40c00000) != 0xc00000;
    }

    private static int d133(int insn) {
        return isSADALP(insn) ? SADALP
                : (insn & 0xbfbffc00) == 0x0e216800 ? FCVTN
                : isTRN2(insn) ? TRN2
                : (insn & 0xffffcc00) == 0x4e284800 ? AES
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isSMIN(int insn) {
        return (insn & 0xbf20fc00) == 0x0e206c00 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d135(int insn) {
        return isSMIN(insn) ? SMIN
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isSABDL(int insn) {
        return (insn & 0xbf20fc00) == 0x0e207000 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d137(int insn) {
        return isSABDL(insn) ? SABDL
                : (insn & 0xbfe09c00) == 0x0e001000 ? TBX
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isSABD(int insn) {
        return (insn & 0xbf20fc00) == 0x0e207400 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d139(int insn) {
        return isSABD(insn) ? SABD
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isSQABS(int insn) {
        return (insn & 0xaf3ffc00) == 0x0e207800 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x40c00000) != 0xc00000;
    }

    private static boolean isZIP2(int insn) {
        return (insn & 0xbf20fc00) == 0x0e007800 && (insn & 0x40c00000) != 0xc00000;
    }

    private static int d142(int insn) {
        return isSQABS(insn) ? SQABS
                : (insn & 0xbfbffc00) == 0x0e217800 ? FCVTL
                : isZIP2(insn) ? ZIP2
                : (insn & 0xffffcc00) == 0x4e284800 ? AES
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isSABA(int insn) {
        return (insn & 0xbf20fc00) == 0x0e207c00 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d144(int insn) {
        return isSABA(insn) ? SABA
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isSMLAL_VEC(int insn) {
        return (insn & 0xbf20fc00) == 0x0e208000 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d146(int insn) {
        return isSMLAL_VEC(insn) ? SMLAL_VEC
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isADD_VEC(int insn) {
        return (insn & 0xaf20fc00) == 0x0e208400 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x40c00000) != 0xc00000 && (insn & 0x10800000) != 0x10000000
                && (insn & 0x10c00000) != 0x10800000;
    }

    private static int d148(int insn) {
        return isADD_VEC(insn) ? ADD_VEC
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isCMGT_ZERO(int insn) {
        return (insn & 0xaf3ffc00) == 0x0e208800 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x40c00000) != 0xc00000 && (insn & 0x10800000) != 0x10000000
                && (insn & 0x10c00000) != 0x10800000;
    }

    private static boolean isFRINTN_VEC(int insn) {
        return (insn & 0xbfbffc00) == 0x0e218800 && (insn & 0x40400000) != 0x400000;
    }

    private static boolean isFRINTP_VEC(int insn) {
        return (insn & 0xbfbffc00) == 0x0ea18800 && (insn & 0x40400000) != 0x400000;
    }

    private static int d152(int insn) {
        return isCMGT_ZERO(insn) ? CMGT_ZERO
                : isFRINTN_VEC(insn) ? FRINTN_VEC
                : (insn & 0xbffffc00) == 0x0e798800 ? FRINTN_VEC_HALF
                : isFRINTP_VEC(insn) ? FRINTP_VEC
                : (insn & 0xbffffc00) == 0x0ef98800 ? FRINTP_VEC_HALF
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isCMTST(int insn) {
        return (insn & 0xaf20fc00) == 0x0e208c00 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x40c00000) != 0xc00000 && (insn & 0x10800000) != 0x10000000
                && (insn & 0x10c00000) != 0x10800000;
    }

    private static int d154(int insn) {
        return isCMTST(insn) ? CMTST
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isSQDMLAL_VEC(int insn) {
        return (insn & 0xaf20fc00) == 0x0e209000 && (insn & 0x50000000) != 0x10000000 && (insn & 0xc00000) != 0x0
                && (insn & 0xc00000) != 0xc00000;
    }

    private static int d156(int insn) {
        return isSQDMLAL_VEC(insn) ? SQDMLAL_VEC
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isMLA_VEC(int insn) {
        return (insn & 0xbf20fc00) == 0x0e209400 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d158(int insn) {
        return isMLA_VEC(insn) ? MLA_VEC
                : (insn & 0xbfe0fc00) == 0x0e809400 ? SDOT_VEC
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isCMEQ_ZERO(int insn) {
        return (insn & 0xaf3ffc00) == 0x0e209800 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x40c00000) != 0xc00000 && (insn & 0x10800000) != 0x10000000
                && (insn & 0x10c00000) != 0x10800000;
    }

    private static boolean isFRINTM_VEC(int insn) {
        return (insn & 0xbfbffc00) == 0x0e219800 && (insn & 0x40400000) != 0x400000;
    }

    private static boolean isFRINTZ_VEC(int insn) {
        return (insn & 0xbfbffc00) == 0x0ea19800 && (insn & 0x40400000) != 0x400000;
    }

    private static int d162(int insn) {
        return isCMEQ_ZERO(insn) ? CMEQ_ZERO
                : isFRINTM_VEC(insn) ? FRINTM_VEC
                : (insn & 0xbffffc00) == 0x0e799800 ? FRINTM_VEC_HALF
                : isFRINTZ_VEC(insn) ? FRINTZ_VEC
                : (insn & 0xbffffc00) == 0x0ef99800 ? FRINTZ_VEC_HALF
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isMUL_VEC(int insn) {
        return (insn & 0xbf20fc00) == 0x0e209c00 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d164(int insn) {
        return isMUL_VEC(insn) ? MUL_VEC
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isSMLSL_VEC(int insn) {
        return (insn & 0xbf20fc00) == 0x0e20a000 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d166(int insn) {
        return isSMLSL_VEC(insn) ? SMLSL_VEC
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isSMAXP(int insn) {
        return (insn & 0xbf20fc00) == 0x0e20a400 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d168(int insn) {
        return isSMAXP(insn) ? SMAXP
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isCMLT_ZERO(int insn) {
        return (insn & 0xaf3ffc00) == 0x0e20a800 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x40c00000) != 0xc00000 && (insn & 0x10800000) != 0x10000000
                && (insn & 0x10c00000) != 0x10800000;
    }

    private static boolean isFCVTNS_VEC(int insn) {
        return (insn & 0xafbffc00) == 0x0e21a800 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x50400000) != 0x400000;
    }

    private static boolean isFCVTNS_VEC_HALF(int insn) {
        return (insn & 0xaffffc00) == 0x0e79a800 && (insn & 0x50000000) != 0x10000000;
    }

    private static boolean isFCVTPS_VEC(int insn) {
        return (insn & 0xafbffc00) == 0x0ea1a800 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x50400000) != 0x400000;
    }

    private static boolean isFCVTPS_VEC_HALF(int insn) {
        return (insn & 0xaffffc00) == 0x0ef9a800 && (insn & 0x50000000) != 0x10000000;
    }

    private static boolean isSMAXV(int insn) {
        return (insn & 0xbf3ffc00) == 0x0e30a800 && (insn & 0xc00000) != 0xc00000 && (insn & 0x40c00000) != 0x800000;
    }

    private static boolean isSMINV(int insn) {
        return (insn & 0xbf3ffc00) == 0x0e31a800 && (insn & 0xc00000) != 0xc00000 && (insn & 0x40c00000) != 0x800000;
    }

    private static int d176(int insn) {
        return isCMLT_ZERO(insn) ? CMLT_ZERO
                : isFCVTNS_VEC(insn) ? FCVTNS_VEC
                : isFCVTNS_VEC_HALF(insn) ? FCVTNS_VEC_HALF
                : isFCVTPS_VEC(insn) ? FCVTPS_VEC
                : isFCVTPS_VEC_HALF(insn) ? FCVTPS_VEC_HALF
                : isSMAXV(insn) ? SMAXV
                : isSMINV(insn) ? SMINV
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isSMINP(int insn) {
        return (insn & 0xbf20fc00) == 0x0e20ac00 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d178(int insn) {
        return isSMINP(insn) ? SMINP
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isSQDMLSL_VEC(int insn) {
        return (insn & 0xaf20fc00) == 0x0e20b000 && (insn & 0x50000000) != 0x10000000 && (insn & 0xc00000) != 0x0
                && (insn & 0xc00000) != 0xc00000;
    }

    private static int d180(int insn) {
        return isSQDMLSL_VEC(insn) ? SQDMLSL_VEC
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isSQDMULH_VEC(int insn) {
        return (insn & 0xaf20fc00) == 0x0e20b400 && (insn & 0x50000000) != 0x10000000 && (insn & 0xc00000) != 0x0
                && (insn & 0xc00000) != 0xc00000;
    }

    private static int d182(int insn) {
        return isSQDMULH_VEC(insn) ? SQDMULH_VEC
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isABS(int insn) {
        return (insn & 0xaf3ffc00) == 0x0e20b800 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x40c00000) != 0xc00000 && (insn & 0x10800000) != 0x10000000
                && (insn & 0x10c00000) != 0x10800000;
    }

    private static boolean isFCVTMS_VEC(int insn) {
        return (insn & 0xafbffc00) == 0x0e21b800 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x50400000) != 0x400000;
    }

    private static boolean isFCVTMS_VEC_HALF(int insn) {
        return (insn & 0xaffffc00) == 0x0e79b800 && (insn & 0x50000000) != 0x10000000;
    }

    private static boolean isFCVTZS_VEC(int insn) {
        return (insn & 0xafbffc00) == 0x0ea1b800 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x50400000) != 0x400000;
    }

    private static boolean isFCVTZS_VEC_HALF(int insn) {
        return (insn & 0xaffffc00) == 0x0ef9b800 && (insn & 0x50000000) != 0x10000000;
    }

    private static boolean isADDV(int insn) {
        return (insn & 0xbf3ffc00) == 0x0e31b800 && (insn & 0xc00000) != 0xc00000 && (insn & 0x40c00000) != 0x800000;
    }

    private static int d189(int insn) {
        return isABS(insn) ? ABS
                : isFCVTMS_VEC(insn) ? FCVTMS_VEC
                : isFCVTMS_VEC_HALF(insn) ? FCVTMS_VEC_HALF
                : isFCVTZS_VEC(insn) ? FCVTZS_VEC
                : isFCVTZS_VEC_HALF(insn) ? FCVTZS_VEC_HALF
                : isADDV(insn) ? ADDV
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isADDP_VEC(int insn) {
        return (insn & 0xbf20fc00) == 0x0e20bc00 && (insn & 0x40c00000) != 0xc00000;
    }

    private static int d191(int insn) {
        return isADDP_VEC(insn) ? ADDP_VEC
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isSMULL_VEC(int insn) {
        return (insn & 0xbf20fc00) == 0x0e20c000 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d193(int insn) {
        return isSMULL_VEC(insn) ? SMULL_VEC
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isFMAXNM_VEC(int insn) {
        return (insn & 0xbfa0fc00) == 0x0e20c400 && (insn & 0x40400000) != 0x400000;
    }

    private static boolean isFMINNM_VEC(int insn) {
        return (insn & 0xbfa0fc00) == 0x0ea0c400 && (insn & 0x40400000) != 0x400000;
    }

    private static int d196(int insn) {
        return isFMAXNM_VEC(insn) ? FMAXNM_VEC
                : isFMINNM_VEC(insn) ? FMINNM_VEC
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isFCVTAS_VEC(int insn) {
        return (insn & 0xafbffc00) == 0x0e21c800 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x50400000) != 0x400000;
    }

    private static boolean isFCVTAS_VEC_HALF(int insn) {
        return (insn & 0xaffffc00) == 0x0e79c800 && (insn & 0x50000000) != 0x10000000;
    }

    private static boolean isFCMGT_ZERO(int insn) {
        return (insn & 0xafbffc00) == 0x0ea0c800 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x50400000) != 0x400000;
    }

    private static boolean isFCMGT_ZERO_HALF(int insn) {
        return (insn & 0xaffffc00) == 0x0ef8c800 && (insn & 0x50000000) != 0x10000000;
    }

    private static int d201(int insn) {
        return (insn & 0xbffffc00) == 0x0ea1c800 ? URECPE
                : isFCVTAS_VEC(insn) ? FCVTAS_VEC
                : isFCVTAS_VEC_HALF(insn) ? FCVTAS_VEC_HALF
                : isFCMGT_ZERO(insn) ? FCMGT_ZERO
                : isFCMGT_ZERO_HALF(insn) ? FCMGT_ZERO_HALF
                : (insn & 0xbffffc00) == 0x0e30c800 ? FMAXNMV_HALF
                : (insn & 0xbffffc00) == 0x0eb0c800 ? FMINNMV_HALF
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isFMLA_VEC(int insn) {
        return (insn & 0xbfa0fc00) == 0x0e20cc00 && (insn & 0x40400000) != 0x400000;
    }

    private static boolean isFMLS_VEC(int insn) {
        return (insn & 0xbfa0fc00) == 0x0ea0cc00 && (insn & 0x40400000) != 0x400000;
    }

    private static int d204(int insn) {
        return isFMLA_VEC(insn) ? FMLA_VEC
                : isFMLS_VEC(insn) ? FMLS_VEC
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isSQDMULL_VEC(int insn) {
        return (insn & 0xaf20fc00) == 0x0e20d000 && (insn & 0x50000000) != 0x10000000 && (insn & 0xc00000) != 0x0
                && (insn & 0xc00000) != 0xc00000;
    }

    private static int d206(int insn) {
        return isSQDMULL_VEC(insn) ? SQDMULL_VEC
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isFADD_VEC(int insn) {
        return (insn & 0xbfa0fc00) == 0x0e20d400 && (insn & 0x40400000) != 0x400000;
    }

    private static boolean isFSUB_VEC(int insn) {
        return (insn & 0xbfa0fc00) == 0x0ea0d400 && (insn & 0x40400000) != 0x400000;
    }

    private static int d209(int insn) {
        return isFADD_VEC(insn) ? FADD_VEC
                : isFSUB_VEC(insn) ? FSUB_VEC
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isSCVTF_VEC(int insn) {
        return (insn & 0xafbffc00) == 0x0e21d800 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x50400000) != 0x400000;
    }

    private static boolean isSCVTF_VEC_HALF(int insn) {
        return (insn & 0xaffffc00) == 0x0e79d800 && (insn & 0x50000000) != 0x10000000;
    }

    private static boolean isFRECPE(int insn) {
        return (insn & 0xafbffc00) == 0x0ea1d800 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x50400000) != 0x400000;
    }

    private static boolean isFRECPE_HALF(int insn) {
        return (insn & 0xaffffc00) == 0x0ef9d800 && (insn & 0x50000000) != 0x10000000;
    }

    private static boolean isFCMEQ_ZERO(int insn) {
        return (insn & 0xafbffc00) == 0x0ea0d800 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x50400000) != 0x400000;
    }

    private static boolean isFCMEQ_ZERO_HALF(int insn) {
        return (insn & 0xaffffc00) == 0x0ef8d800 && (insn & 0x50000000) != 0x10000000;
    }

    private static int d216(int insn) {
        return isSCVTF_VEC(insn) ? SCVTF_VEC
                : isSCVTF_VEC_HALF(insn) ? SCVTF_VEC_HALF
                : isFRECPE(insn) ? FRECPE
                : isFRECPE_HALF(insn) ? FRECPE_HALF
                : isFCMEQ_ZERO(insn) ? FCMEQ_ZERO
                : isFCMEQ_ZERO_HALF(insn) ? FCMEQ_ZERO_HALF
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isFMULX_VEC(int insn) {
        return (insn & 0xafa0fc00) == 0x0e20dc00 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x50400000) != 0x400000;
    }

    private static int d218(int insn) {
        return isFMULX_VEC(insn) ? FMULX_VEC
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static int d219(int insn) {
        return (insn & 0xbfe0fc00) == 0x0e20e000 ? PMULL
                : (insn & 0xbfe0fc00) == 0x0ee0e000 ? PMULL_1Q
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isFCMEQ_REG(int insn) {
        return (insn & 0xafa0fc00) == 0x0e20e400 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x50400000) != 0x400000;
    }

    private static int d221(int insn) {
        return isFCMEQ_REG(insn) ? FCMEQ_REG
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isFCMLT_ZERO(int insn) {
        return (insn & 0xafbffc00) == 0x0ea0e800 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x50400000) != 0x400000;
    }

    private static boolean isFCMLT_ZERO_HALF(int insn) {
        return (insn & 0xaffffc00) == 0x0ef8e800 && (insn & 0x50000000) != 0x10000000;
    }

    private static boolean isFRINT32_VEC(int insn) {
        return (insn & 0x9fbfec00) == 0x0e21e800 && (insn & 0x40400000) != 0x400000;
    }

    private static int d225(int insn) {
        return isFCMLT_ZERO(insn) ? FCMLT_ZERO
                : isFCMLT_ZERO_HALF(insn) ? FCMLT_ZERO_HALF
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : isFRINT32_VEC(insn) ? FRINT32_VEC
                : UNALLOCATED;
    }

    private static int d226(int insn) {
        return (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : (insn & 0xbf60fc00) == 0x0e20ec00 ? FMLAL_VEC
                : UNALLOCATED;
    }

    private static int d227(int insn) {
        return (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isFMAX_VEC(int insn) {
        return (insn & 0xbfa0fc00) == 0x0e20f400 && (insn & 0x40400000) != 0x400000;
    }

    private static boolean isFMIN_VEC(int insn) {
        return (insn & 0xbfa0fc00) == 0x0ea0f400 && (insn & 0x40400000) != 0x400000;
    }

    private static int d230(int insn) {
        return isFMAX_VEC(insn) ? FMAX_VEC
                : isFMIN_VEC(insn) ? FMIN_VEC
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static boolean isFABS_VEC(int insn) {
        return (insn & 0xbfbffc00) == 0x0ea0f800 && (insn & 0x40400000) != 0x400000;
    }

    private static int d232(int insn) {
        return isFABS_VEC(insn) ? FABS_VEC
                : (insn & 0xbffffc00) == 0x0ef8f800 ? FABS_VEC_HALF
                : (insn & 0xbffffc00) == 0x0e30f800 ? FMAXV_HALF
                : (insn & 0xbffffc00) == 0x0eb0f800 ? FMINV_HALF
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : isFRINT32_VEC(insn) ? FRINT32_VEC
                : UNALLOCATED;
    }

    private static boolean isFRECPS(int insn) {
        return (insn & 0xafa0fc00) == 0x0e20fc00 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x50400000) != 0x400000;
    }

    private static boolean isFRSQRTS(int insn) {
        return (insn & 0xafa0fc00) == 0x0ea0fc00 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x50400000) != 0x400000;
    }

    private static int d235(int insn) {
        return isFRECPS(insn) ? FRECPS
                : isFRSQRTS(insn) ? FRSQRTS
                : (insn & 0xff000000) == 0xce000000 ? SHA512_SHA3_SM
                : UNALLOCATED;
    }

    private static int d236(int insn) {
        return switch (insn >>> 10 & 0x3f) {
            case 0x1 -> d70(insn);
            case 0x2 -> d72(insn);
            case 0x3 -> d75(insn);
            case 0x4 -> d77(insn);
            case 0x5 -> d79(insn);
            case 0x6 -> d81(insn);
            case 0x7 -> d84(insn);
            case 0x8 -> d86(insn);
            case 0x9 -> d89(insn);
            case 0xa -> d93(insn);
            case 0xb -> d96(insn);
            case 0xc -> d98(insn);
            case 0xd -> d100(insn);
            case 0xe -> d104(insn);
            case 0xf -> d109(insn);
            case 0x10 -> d111(insn);
            case 0x11 -> d113(insn);
            case 0x12 -> d116(insn);
            case 0x13 -> d118(insn);
            case 0x14 -> d120(insn);
            case 0x15 -> d122(insn);
            case 0x16 -> d124(insn);
            case 0x17 -> d126(insn);
            case 0x18 -> d128(insn);
            case 0x19 -> d130(insn);
            case 0x1a -> d133(insn);
            case 0x1b -> d135(insn);
            case 0x1c -> d137(insn);
            case 0x1d -> d139(insn);
            case 0x1e -> d142(insn);
            case 0x1f -> d144(insn);
            case 0x20 -> d146(insn);
            case 0x21 -> d148(insn);
            case 0x22 -> d152(insn);
            case 0x23 -> d154(insn);
            case 0x24 -> d156(insn);
            case 0x25 -> d158(insn);
            case 0x26 -> d162(insn);
            case 0x27 -> d164(insn);
            case 0x28 -> d166(insn);
            case 0x29 -> d168(insn);
            case 0x2a -> d176(insn);
            case 0x2b -> d178(insn);
            case 0x2c -> d180(insn);
            case 0x2d -> d182(insn);
            case 0x2e -> d189(insn);
            case 0x2f -> d191(insn);
            case 0x30 -> d193(insn);
            case 0x31 -> d196(insn);
            case 0x32 -> d201(insn);
            case 0x33 -> d204(insn);
            case 0x34 -> d206(insn);
            case 0x35 -> d209(insn);
            case 0x36 -> d216(insn);
            case 0x37 -> d218(insn);
            case 0x38 -> d219(insn);
            case 0x39 -> d221(insn);
            case 0x3a -> d225(insn);
            case 0x3b -> d226(insn);
            case 0x3c -> d227(insn);
            case 0x3d -> d230(insn);
            case 0x3e -> d232(insn);
            case 0x3f -> d235(insn);
            default -> d67(insn);
        };
    }

    private static boolean isMUL_ELEM(int insn) {
        return (insn & 0xbf00f400) == 0x0f008000 && (insn & 0xc00000) != 0x0 && (insn & 0xc00000) != 0xc00000;
    }

    private static boolean isFMLAL_ELEM(int insn) {
        return (insn & 0x9fc03400) == 0x0f800000 && (insn & 0x20008000) != 0x8000
                && (insn & 0x20008000) != 0x20000000;
    }

    private static int d239(int insn) {
        return isMUL_ELEM(insn) ? MUL_ELEM
                : isFMLAL_ELEM(insn) ? FMLAL_ELEM
                : UNALLOCATED;
    }

    private static boolean isSSHR(int insn) {
        return (insn & 0xaf80fc00) == 0x0f000400 && (insn & 0x50000000) != 0x10000000 && (insn & 0x780000) != 0x0
                && (insn & 0x40400000) != 0x400000 && (insn & 0x10400000) != 0x10000000;
    }

    private static boolean isSHRN(int insn) {
        return (insn & 0xbf80fc00) == 0x0f008400 && (insn & 0x780000) != 0x0 && (insn & 0x400000) != 0x400000;
    }

    private static boolean isMOVI(int insn) {
        return (insn & 0x9ff80c00) == 0x0f000400 && (insn & 0x9000) != 0x1000 && (insn & 0xd000) != 0x9000
                && (insn & 0xf000) != 0xf000 && (insn & 0x20008000) != 0x20000000
                && (insn & 0x2000c000) != 0x20008000 && (insn & 0x2000e000) != 0x2000c000;
    }

    private static boolean isORR_VEC_IMM(int insn) {
        return (insn & 0xbff80c00) == 0x0f000400 && (insn & 0x1000) != 0x0 && (insn & 0xc000) != 0xc000;
    }

    private static int d244(int insn) {
        return isSSHR(insn) ? SSHR
                : isSHRN(insn) ? SHRN
                : isMOVI(insn) ? MOVI
                : isORR_VEC_IMM(insn) ? ORR_VEC_IMM
                : UNALLOCATED;
    }

    private static boolean isRSHRN(int insn) {
        return (insn & 0xbf80fc00) == 0x0f008c00 && (insn & 0x780000) != 0x0 && (insn & 0x400000) != 0x400000;
    }

    private static int d246(int insn) {
        return isRSHRN(insn) ? RSHRN
                : UNALLOCATED;
    }

    private static boolean isFMLA_ELEM(int insn) {
        return (insn & 0xaf80f400) == 0x0f801000 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x600000) != 0x600000 && (insn & 0x50400000) != 0x400000;
    }

    private static boolean isFMLA_ELEM_HALF(int insn) {
        return (insn & 0xafc0f400) == 0x0f001000 && (insn & 0x50000000) != 0x10000000;
    }

    private static boolean isFMUL_ELEM(int insn) {
        return (insn & 0xaf80f400) == 0x0f809000 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x600000) != 0x600000 && (insn & 0x50400000) != 0x400000;
    }

    private static boolean isFMUL_ELEM_HALF(int insn) {
        return (insn & 0xafc0f400) == 0x0f009000 && (insn & 0x50000000) != 0x10000000;
    }

    private static int d251(int insn) {
        return isFMLA_ELEM(insn) ? FMLA_ELEM
                : isFMLA_ELEM_HALF(insn) ? FMLA_ELEM_HALF
                : isFMUL_ELEM(insn) ? FMUL_ELEM
                : isFMUL_ELEM_HALF(insn) ? FMUL_ELEM_HALF
                : UNALLOCATED;
    }

    private static boolean isSSRA(int insn) {
        return (insn & 0xaf80fc00) == 0x0f001400 && (insn & 0x50000000) != 0x10000000 && (insn & 0x780000) != 0x0
                && (insn & 0x40400000) != 0x400000 && (insn & 0x10400000) != 0x10000000;
    }

    private static boolean isSQSHRN(int insn) {
        return (insn & 0xaf80fc00) == 0x0f009400 && (insn & 0x50000000) != 0x10000000 && (insn & 0x780000) != 0x0
                && (insn & 0x400000) != 0x400000;
    }

    private static int d254(int insn) {
        return isSSRA(insn) ? SSRA
                : isSQSHRN(insn) ? SQSHRN
                : isMOVI(insn) ? MOVI
                : isORR_VEC_IMM(insn) ? ORR_VEC_IMM
                : UNALLOCATED;
    }

    private static boolean isSQRSHRN(int insn) {
        return (insn & 0xaf80fc00) == 0x0f009c00 && (insn & 0x50000000) != 0x10000000 && (insn & 0x780000) != 0x0
                && (insn & 0x400000) != 0x400000;
    }

    private static int d256(int insn) {
        return isSQRSHRN(insn) ? SQRSHRN
                : UNALLOCATED;
    }

    private static boolean isSMLAL_ELEM(int insn) {
        return (insn & 0xbf00f400) == 0x0f002000 && (insn & 0xc00000) != 0x0 && (insn & 0xc00000) != 0xc00000;
    }

    private static boolean isSMULL_ELEM(int insn) {
        return (insn & 0xbf00f400) == 0x0f00a000 && (insn & 0xc00000) != 0x0 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d259(int insn) {
        return isSMLAL_ELEM(insn) ? SMLAL_ELEM
                : isSMULL_ELEM(insn) ? SMULL_ELEM
                : UNALLOCATED;
    }

    private static boolean isSRSHR(int insn) {
        return (insn & 0xaf80fc00) == 0x0f002400 && (insn & 0x50000000) != 0x10000000 && (insn & 0x780000) != 0x0
                && (insn & 0x40400000) != 0x400000 && (insn & 0x10400000) != 0x10000000;
    }

    private static boolean isSSHLL(int insn) {
        return (insn & 0xbf80fc00) == 0x0f00a400 && (insn & 0x780000) != 0x0 && (insn & 0x400000) != 0x400000;
    }

    private static int d262(int insn) {
        return isSRSHR(insn) ? SRSHR
                : isSSHLL(insn) ? SSHLL
                : isMOVI(insn) ? MOVI
                : isORR_VEC_IMM(insn) ? ORR_VEC_IMM
                : UNALLOCATED;
    }

    private static boolean isSQDMLAL_ELEM(int insn) {
        return (insn & 0xaf00f400) == 0x0f003000 && (insn & 0x50000000) != 0x10000000 && (insn & 0xc00000) != 0x0
                && (insn & 0xc00000) != 0xc00000;
    }

    private static boolean isSQDMULL_ELEM(int insn) {
        return (insn & 0xaf00f400) == 0x0f00b000 && (insn & 0x50000000) != 0x10000000 && (insn & 0xc00000) != 0x0
                && (insn & 0xc00000) != 0xc00000;
    }

    private static int d265(int insn) {
        return isSQDMLAL_ELEM(insn) ? SQDMLAL_ELEM
                : isSQDMULL_ELEM(insn) ? SQDMULL_ELEM
                : UNALLOCATED;
    }

    private static boolean isSRSRA(int insn) {
        return (insn & 0xaf80fc00) == 0x0f003400 && (insn & 0x50000000) != 0x10000000 && (insn & 0x780000) != 0x0
                && (insn & 0x40400000) != 0x400000 && (insn & 0x10400000) != 0x10000000;
    }

    private static int d267(int insn) {
        return isSRSRA(insn) ? SRSRA
                : isMOVI(insn) ? MOVI
                : isORR_VEC_IMM(insn) ? ORR_VEC_IMM
                : UNALLOCATED;
    }

    private static boolean isSQDMULH_ELEM(int insn) {
        return (insn & 0xaf00f400) == 0x0f00c000 && (insn & 0x50000000) != 0x10000000 && (insn & 0xc00000) != 0x0
                && (insn & 0xc00000) != 0xc00000;
    }

    private static int d269(int insn) {
        return isSQDMULH_ELEM(insn) ? SQDMULH_ELEM
                : isFMLAL_ELEM(insn) ? FMLAL_ELEM
                : UNALLOCATED;
    }

    private static int d270(int insn) {
        return isMOVI(insn) ? MOVI
                : isORR_VEC_IMM(insn) ? ORR_VEC_IMM
                : UNALLOCATED;
    }

    private static boolean isSQRDMULH_ELEM(int insn) {
        return (insn & 0xaf00f400) == 0x0f00d000 && (insn & 0x50000000) != 0x10000000 && (insn & 0xc00000) != 0x0
                && (insn & 0xc00000) != 0xc00000;
    }

    private static boolean isFMLS_ELEM(int insn) {
        return (insn & 0xaf80f400) == 0x0f805000 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x600000) != 0x600000 && (insn & 0x50400000) != 0x400000;
    }

    private static boolean isFMLS_ELEM_HALF(int insn) {
        return (insn & 0xafc0f400) == 0x0f005000 && (insn & 0x50000000) != 0x10000000;
    }

    private static int d274(int insn) {
        return isSQRDMULH_ELEM(insn) ? SQRDMULH_ELEM
                : isFMLS_ELEM(insn) ? FMLS_ELEM
                : isFMLS_ELEM_HALF(insn) ? FMLS_ELEM_HALF
                : UNALLOCATED;
    }

    private static boolean isSHL(int insn) {
        return (insn & 0xaf80fc00) == 0x0f005400 && (insn & 0x50000000) != 0x10000000 && (insn & 0x780000) != 0x0
                && (insn & 0x40400000) != 0x400000 && (insn & 0x10400000) != 0x10000000;
    }

    private static int d276(int insn) {
        return isSHL(insn) ? SHL
                : isMOVI(insn) ? MOVI
                : isORR_VEC_IMM(insn) ? ORR_VEC_IMM
                : UNALLOCATED;
    }

    private static boolean isSMLSL_ELEM(int insn) {
        return (insn & 0xbf00f400) == 0x0f006000 && (insn & 0xc00000) != 0x0 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d278(int insn) {
        return isSMLSL_ELEM(insn) ? SMLSL_ELEM
                : (insn & 0xbfc0f400) == 0x0f80e000 ? SDOT_ELEM
                : UNALLOCATED;
    }

    private static boolean isSCVTF_VEC_FIXED(int insn) {
        return (insn & 0xaf80fc00) == 0x0f00e400 && (insn & 0x50000000) != 0x10000000 && (insn & 0x700000) != 0x0
                && (insn & 0x50400000) != 0x400000;
    }

    private static int d280(int insn) {
        return isSCVTF_VEC_FIXED(insn) ? SCVTF_VEC_FIXED
                : isMOVI(insn) ? MOVI
                : isORR_VEC_IMM(insn) ? ORR_VEC_IMM
                : UNALLOCATED;
    }

    private static boolean isSQDMLSL_ELEM(int insn) {
        return (insn & 0xaf00f400) == 0x0f007000 && (insn & 0x50000000) != 0x10000000 && (insn & 0xc00000) != 0x0
                && (insn & 0xc00000) != 0xc00000;
    }

    private static int d282(int insn) {
        return isSQDMLSL_ELEM(insn) ? SQDMLSL_ELEM
                : UNALLOCATED;
    }

    private static boolean isSQSHL_IMM(int insn) {
        return (insn & 0xaf80fc00) == 0x0f007400 && (insn & 0x50000000) != 0x10000000 && (insn & 0x780000) != 0x0
                && (insn & 0x40400000) != 0x400000;
    }

    private static boolean isFMOV_VEC_IMM(int insn) {
        return (insn & 0x9ff8fc00) == 0x0f00f400 && (insn & 0x60000000) != 0x20000000;
    }

    private static int d285(int insn) {
        return isSQSHL_IMM(insn) ? SQSHL_IMM
                : isMOVI(insn) ? MOVI
                : isORR_VEC_IMM(insn) ? ORR_VEC_IMM
                : isFMOV_VEC_IMM(insn) ? FMOV_VEC_IMM
                : UNALLOCATED;
    }

    private static boolean isFCVTZS_VEC_FIXED(int insn) {
        return (insn & 0xaf80fc00) == 0x0f00fc00 && (insn & 0x50000000) != 0x10000000 && (insn & 0x700000) != 0x0
                && (insn & 0x50400000) != 0x400000;
    }

    private static int d287(int insn) {
        return isFCVTZS_VEC_FIXED(insn) ? FCVTZS_VEC_FIXED
                : (insn & 0xbff8fc00) == 0x0f00fc00 ? FMOV_VEC_IMM_HALF
                : UNALLOCATED;
    }

    private static int d288(int insn) {
        return switch (insn >>> 10 & 0x1f) {
            case 0x0, 0x2 -> d239(insn);
            case 0x1 -> d244(insn);
            case 0x3 -> d246(insn);
            case 0x4, 0x6 -> d251(insn);
            case 0x5 -> d254(insn);
            case 0x7 -> d256(insn);
            case 0x8, 0xa -> d259(insn);
            case 0x9 -> d262(insn);
            case 0xc, 0xe -> d265(insn);
            case 0xd -> d267(insn);
            case 0x10, 0x12 -> d269(insn);
            case 0x11 -> d270(insn);
            case 0x14, 0x16 -> d274(insn);
            case 0x15 -> d276(insn);
            case 0x18, 0x1a -> d278(insn);
            case 0x19 -> d280(insn);
            case 0x1c, 0x1e -> d282(insn);
            case 0x1d -> d285(insn);
            case 0x1f -> d287(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d289(int insn) {
        return switch (insn >>> 31 & 0x1) {
            case 0x0 -> d288(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d290(int insn) {
        return (insn & 0x9f000000) == 0x10000000 ? ADR
                : (insn & 0x9f000000) == 0x90000000 ? ADRP
                : UNALLOCATED;
    }

    private static int d291(int insn) {
        return (insn & 0x7f800000) == 0x11000000 ? ADD_IMM
                : (insn & 0x7f800000) == 0x51000000 ? SUB_IMM
                : UNALLOCATED;
    }

    private static boolean isMOVZ(int insn) {
        return (insn & 0x7f800000) == 0x52800000 && (insn & 0x80400000) != 0x400000;
    }

    private static boolean isMOVN(int insn) {
        return (insn & 0x7f800000) == 0x12800000 && (insn & 0x80400000) != 0x400000;
    }

    private static boolean isAND_IMM(int insn) {
        return (insn & 0x7f800000) == 0x12000000 && (insn & 0x80400000) != 0x400000 && (insn & 0x40fc00) != 0x40fc00
                && (insn & 0x40fc00) != 0x7c00 && (insn & 0x40fc00) != 0xbc00 && (insn & 0x40fc00) != 0xdc00
                && (insn & 0x40fc00) != 0xec00 && (insn & 0x40fc00) != 0xf400 && (insn & 0x40f800) != 0xf800;
    }

    private static boolean isEOR_IMM(int insn) {
        return (insn & 0x7f800000) == 0x52000000 && (insn & 0x80400000) != 0x400000 && (insn & 0x40fc00) != 0x40fc00
                && (insn & 0x40fc00) != 0x7c00 && (insn & 0x40fc00) != 0xbc00 && (insn & 0x40fc00) != 0xdc00
                && (insn & 0x40fc00) != 0xec00 && (insn & 0x40fc00) != 0xf400 && (insn & 0x40f800) != 0xf800;
    }

    private static int d296(int insn) {
        return isMOVZ(insn) ? MOVZ
                : isMOVN(insn) ? MOVN
                : isAND_IMM(insn) ? AND_IMM
                : isEOR_IMM(insn) ? EOR_IMM
                : UNALLOCATED;
    }

    private static boolean isSBFM(int insn) {
        return (insn & 0x7f800000) == 0x13000000 && (insn & 0x80400000) != 0x400000
                && (insn & 0x80400000) != 0x80000000 && (insn & 0x80200000) != 0x200000
                && (insn & 0x80008000) != 0x8000;
    }

    private static boolean isUBFM(int insn) {
        return (insn & 0x7f800000) == 0x53000000 && (insn & 0x80400000) != 0x400000
                && (insn & 0x80400000) != 0x80000000 && (insn & 0x80200000) != 0x200000
                && (insn & 0x80008000) != 0x8000;
    }

    private static boolean isEXTR(int insn) {
        return (insn & 0x7fa00000) == 0x13800000 && (insn & 0x80400000) != 0x400000
                && (insn & 0x80400000) != 0x80000000 && (insn & 0x80008000) != 0x8000;
    }

    private static int d300(int insn) {
        return isSBFM(insn) ? SBFM
                : isUBFM(insn) ? UBFM
                : isEXTR(insn) ? EXTR
                : UNALLOCATED;
    }

    private static int d301(int insn) {
        return (insn & 0xff000010) == 0x54000000 ? B_COND
                : UNALLOCATED;
    }

    private static boolean isDCPS(int insn) {
        return (insn & 0xffe0001c) == 0xd4a00000 && (insn & 0x3) != 0x0;
    }

    private static int d303(int insn) {
        return (insn & 0xffe0001f) == 0xd4000001 ? SVC
                : (insn & 0xffe0001f) == 0xd4000002 ? HVC
                : (insn & 0xffe0001f) == 0xd4000003 ? SMC
                : (insn & 0xffe0001f) == 0xd4200000 ? BRK
                : (insn & 0xffe0001f) == 0xd4400000 ? HLT
                : isDCPS(insn) ? DCPS
                : UNALLOCATED;
    }

    private static int d304(int insn) {
        return switch (insn >>> 30 & 0x3) {
            case 0x1 -> d301(insn);
            case 0x2 -> BL;
            case 0x3 -> d303(insn);
            default -> B;
        };
    }

    private static int d305(int insn) {
        return (insn & 0xfff8f01f) == 0xd500401f ? MSR_IMM
                : (insn & 0xfffff01f) == 0xd503201f ? HINT
                : (insn & 0xfffff0ff) == 0xd503305f ? CLREX
                : (insn & 0xfffff0ff) == 0xd503309f ? DSB
                : (insn & 0xfffff0ff) == 0xd50330bf ? DMB
                : (insn & 0xfffff0ff) == 0xd50330df ? ISB
                : (insn & 0xfff80000) == 0xd5080000 ? SYS
                : (insn & 0xfffff0ff) == 0xd50330ff ? SB
                : UNALLOCATED;
    }

    private static int d306(int insn) {
        return (insn & 0xfff80000) == 0xd5280000 ? SYSL
                : UNALLOCATED;
    }

    private static int d307(int insn) {
        return switch (insn >>> 20 & 0xf) {
            case 0x0 -> d305(insn);
            case 0x1 -> MSR;
            case 0x2 -> d306(insn);
            case 0x3 -> MRS;
            default -> UNALLOCATED;
        };
    }

    private static int d308(int insn) {
        return switch (insn >>> 30 & 0x3) {
            case 0x0 -> B;
            case 0x2 -> BL;
            case 0x3 -> d307(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d309(int insn) {
        return (insn & 0xfffffc1f) == 0xd61f0000 ? BR
                : (insn & 0xfffffc1f) == 0xd63f0000 ? BLR
                : (insn & 0xfffffc1f) == 0xd65f0000 ? RET
                : (insn & 0xffffffff) == 0xd69f03e0 ? ERET
                : (insn & 0xffffffff) == 0xd6bf03e0 ? DRPS
                : (insn & 0xfedff800) == 0xd61f0800 ? BRAA
                : (insn & 0xfffffbff) == 0xd65f0bff ? RETAA
                : (insn & 0xfffffbff) == 0xd69f0bff ? ERETAA
                : UNALLOCATED;
    }

    private static int d310(int insn) {
        return switch (insn >>> 30 & 0x3) {
            case 0x0 -> B;
            case 0x2 -> BL;
            case 0x3 -> d309(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d311(int insn) {
        return (insn & 0xfc000000) == 0x14000000 ? B
                : (insn & 0xfc000000) == 0x94000000 ? BL
                : (insn & 0xfedff800) == 0xd61f0800 ? BRAA
                : UNALLOCATED;
    }

    private static int d312(int insn) {
        return (insn & 0xbf000000) == 0x18000000 ? LDR_LIT
                : (insn & 0xff000000) == 0x98000000 ? LDRSW_LIT
                : (insn & 0xff000000) == 0xd8000000 ? PRFM_LIT
                : UNALLOCATED;
    }

    private static boolean isLDAPUR(int insn) {
        return (insn & 0x3f200c00) == 0x19000000 && (insn & 0xc0800000) != 0xc0800000
                && (insn & 0xc0c00000) != 0x80c00000;
    }

    private static int d314(int insn) {
        return isLDAPUR(insn) ? LDAPUR
                : (insn & 0xff200000) == 0xd9200000 ? MTE_TAG
                : UNALLOCATED;
    }

    private static int d315(int insn) {
        return (insn & 0x7fe0fc00) == 0x1a000000 ? ADC
                : (insn & 0x7fe0fc00) == 0x5a000000 ? SBC
                : UNALLOCATED;
    }

    private static int d316(int insn) {
        return (insn & 0x7fe00c00) == 0x1a800000 ? CSEL
                : (insn & 0x7fe00c00) == 0x1a800400 ? CSINC
                : (insn & 0x7fe00c00) == 0x5a800000 ? CSINV
                : (insn & 0x7fe00c00) == 0x5a800400 ? CSNEG
                : UNALLOCATED;
    }

    private static boolean isPAUTH_REG(int insn) {
        return (insn & 0xffff0000) == 0xdac10000 && (insn & 0x8000) != 0x8000;
    }

    private static int d318(int insn) {
        return (insn & 0x7ffffc00) == 0x5ac00000 ? RBIT
                : (insn & 0x7ffffc00) == 0x5ac00400 ? REV16
                : isPAUTH_REG(insn) ? PAUTH_REG
                : UNALLOCATED;
    }

    private static boolean isREV(int insn) {
        return (insn & 0x7ffff800) == 0x5ac00800 && (insn & 0x80000400) != 0x400
                && (insn & 0x80000400) != 0x80000000;
    }

    private static int d320(int insn) {
        return (insn & 0x7fe0fc00) == 0x1ac00800 ? UDIV
                : (insn & 0x7fe0fc00) == 0x1ac00c00 ? SDIV
                : (insn & 0xfffffc00) == 0xdac00800 ? REV32
                : isREV(insn) ? REV
                : isPAUTH_REG(insn) ? PAUTH_REG
                : UNALLOCATED;
    }

    private static int d321(int insn) {
        return (insn & 0x7ffffc00) == 0x5ac01000 ? CLZ
                : (insn & 0x7ffffc00) == 0x5ac01400 ? CLS
                : isPAUTH_REG(insn) ? PAUTH_REG
                : UNALLOCATED;
    }

    private static int d322(int insn) {
        return isPAUTH_REG(insn) ? PAUTH_REG
                : UNALLOCATED;
    }

    private static int d323(int insn) {
        return (insn & 0x7fe0fc00) == 0x1ac02000 ? LSLV
                : (insn & 0x7fe0fc00) == 0x1ac02400 ? LSRV
                : isPAUTH_REG(insn) ? PAUTH_REG
                : UNALLOCATED;
    }

    private static int d324(int insn) {
        return (insn & 0x7fe0fc00) == 0x1ac02800 ? ASRV
                : (insn & 0x7fe0fc00) == 0x1ac02c00 ? RORV
                : isPAUTH_REG(insn) ? PAUTH_REG
                : UNALLOCATED;
    }

    private static int d325(int insn) {
        return isPAUTH_REG(insn) ? PAUTH_REG
                : (insn & 0xffe0fc00) == 0x9ac03000 ? PACGA
                : UNALLOCATED;
    }

    private static int d326(int insn) {
        return switch (insn >>> 11 & 0x7) {
            case 0x0 -> d318(insn);
            case 0x1 -> d320(insn);
            case 0x2 -> d321(insn);
            case 0x4 -> d323(insn);
            case 0x5 -> d324(insn);
            case 0x6 -> d325(insn);
            default -> d322(insn);
        };
    }

    private static boolean isCRC32(int insn) {
        return (insn & 0x7fe0f000) == 0x1ac04000 && (insn & 0x80000c00) != 0xc00
                && (insn & 0x80000800) != 0x80000000 && (insn & 0x80000c00) != 0x80000800;
    }

    private static boolean isCRC32C(int insn) {
        return (insn & 0x7fe0f000) == 0x1ac05000 && (insn & 0x80000c00) != 0xc00
                && (insn & 0x80000800) != 0x80000000 && (insn & 0x80000c00) != 0x80000800;
    }

    private static int d329(int insn) {
        return isCRC32(insn) ? CRC32
                : isCRC32C(insn) ? CRC32C
                : isPAUTH_REG(insn) ? PAUTH_REG
                : UNALLOCATED;
    }

    private static int d330(int insn) {
        return switch (insn >>> 14 & 0x3) {
            case 0x0 -> d326(insn);
            case 0x1 -> d329(insn);
            default -> d322(insn);
        };
    }

    private static int d331(int insn) {
        return switch (insn >>> 21 & 0x7) {
            case 0x0 -> d315(insn);
            case 0x4 -> d316(insn);
            case 0x6 -> d330(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d332(int insn) {
        return (insn & 0x7fe08000) == 0x1b000000 ? MADD
                : (insn & 0x7fe08000) == 0x1b008000 ? MSUB
                : (insn & 0xffe08000) == 0x9b200000 ? SMADDL
                : (insn & 0xffe08000) == 0x9b208000 ? SMSUBL
                : (insn & 0xffe08000) == 0x9b400000 ? SMULH
                : (insn & 0xffe08000) == 0x9ba00000 ? UMADDL
                : (insn & 0xffe08000) == 0x9ba08000 ? UMSUBL
                : (insn & 0xffe08000) == 0x9bc00000 ? UMULH
                : UNALLOCATED;
    }

    private static boolean isLDR_SIMD_LIT(int insn) {
        return (insn & 0x3f000000) == 0x1c000000 && (insn & 0xc0000000) != 0xc0000000;
    }

    private static int d334(int insn) {
        return isLDR_SIMD_LIT(insn) ? LDR_SIMD_LIT
                : UNALLOCATED;
    }

    private static boolean isSCVTF_FIXED(int insn) {
        return (insn & 0x7f3f0000) == 0x1e020000 && (insn & 0xc00000) != 0x800000 && (insn & 0x80008000) != 0x0;
    }

    private static boolean isUCVTF_FIXED(int insn) {
        return (insn & 0x7f3f0000) == 0x1e030000 && (insn & 0xc00000) != 0x800000 && (insn & 0x80008000) != 0x0;
    }

    private static int d337(int insn) {
        return isSCVTF_FIXED(insn) ? SCVTF_FIXED
                : isUCVTF_FIXED(insn) ? UCVTF_FIXED
                : UNALLOCATED;
    }

    private static boolean isFCVTZS_FIXED(int insn) {
        return (insn & 0x7f3f0000) == 0x1e180000 && (insn & 0xc00000) != 0x800000 && (insn & 0x80008000) != 0x0;
    }

    private static boolean isFCVTZU_FIXED(int insn) {
        return (insn & 0x7f3f0000) == 0x1e190000 && (insn & 0xc00000) != 0x800000 && (insn & 0x80008000) != 0x0;
    }

    private static int d340(int insn) {
        return isFCVTZS_FIXED(insn) ? FCVTZS_FIXED
                : isFCVTZU_FIXED(insn) ? FCVTZU_FIXED
                : UNALLOCATED;
    }

    private static boolean isFCVTNS_GENERAL(int insn) {
        return (insn & 0x7f3ffc00) == 0x1e200000 && (insn & 0xc00000) != 0x800000;
    }

    private static boolean isFCVTNU_GENERAL(int insn) {
        return (insn & 0x7f3ffc00) == 0x1e210000 && (insn & 0xc00000) != 0x800000;
    }

    private static boolean isFCVTAS_GENERAL(int insn) {
        return (insn & 0x7f3ffc00) == 0x1e240000 && (insn & 0xc00000) != 0x800000;
    }

    private static boolean isFCVTAU_GENERAL(int insn) {
        return (insn & 0x7f3ffc00) == 0x1e250000 && (insn & 0xc00000) != 0x800000;
    }

    private static boolean isSCVTF_GENERAL(int insn) {
        return (insn & 0x7f3ffc00) == 0x1e220000 && (insn & 0xc00000) != 0x800000;
    }

    private static boolean isUCVTF_GENERAL(int insn) {
        return (insn & 0x7f3ffc00) == 0x1e230000 && (insn & 0xc00000) != 0x800000;
    }

    private static boolean isFMOV_TO_GENERAL(int insn) {
        return (insn & 0x7f3ffc00) == 0x1e260000 && (insn & 0xc00000) != 0x800000 && (insn & 0x80c00000) != 0x400000
                && (insn & 0x80c00000) != 0x80000000;
    }

    private static boolean isFMOV_FROM_GENERAL(int insn) {
        return (insn & 0x7f3ffc00) == 0x1e270000 && (insn & 0xc00000) != 0x800000 && (insn & 0x80c00000) != 0x400000
                && (insn & 0x80c00000) != 0x80000000;
    }

    private static int d349(int insn) {
        return isFCVTNS_GENERAL(insn) ? FCVTNS_GENERAL
                : isFCVTNU_GENERAL(insn) ? FCVTNU_GENERAL
                : isFCVTAS_GENERAL(insn) ? FCVTAS_GENERAL
                : isFCVTAU_GENERAL(insn) ? FCVTAU_GENERAL
                : isSCVTF_GENERAL(insn) ? SCVTF_GENERAL
                : isUCVTF_GENERAL(insn) ? UCVTF_GENERAL
                : isFMOV_TO_GENERAL(insn) ? FMOV_TO_GENERAL
                : isFMOV_FROM_GENERAL(insn) ? FMOV_FROM_GENERAL
                : UNALLOCATED;
    }

    private static boolean isFCMP(int insn) {
        return (insn & 0xff20fc1f) == 0x1e202000 && (insn & 0xc00000) != 0x800000;
    }

    private static boolean isFCMP_ZERO(int insn) {
        return (insn & 0xff20fc1f) == 0x1e202008 && (insn & 0xc00000) != 0x800000;
    }

    private static boolean isFCMPE(int insn) {
        return (insn & 0xff20fc1f) == 0x1e202010 && (insn & 0xc00000) != 0x800000;
    }

    private static boolean isFCMPE_ZERO(int insn) {
        return (insn & 0xff20fc1f) == 0x1e202018 && (insn & 0xc00000) != 0x800000;
    }

    private static int d354(int insn) {
        return isFCMP(insn) ? FCMP
                : isFCMP_ZERO(insn) ? FCMP_ZERO
                : isFCMPE(insn) ? FCMPE
                : isFCMPE_ZERO(insn) ? FCMPE_ZERO
                : UNALLOCATED;
    }

    private static boolean isFMOV_REG(int insn) {
        return (insn & 0xff3ffc00) == 0x1e204000 && (insn & 0xc00000) != 0x800000;
    }

    private static boolean isFNEG(int insn) {
        return (insn & 0xff3ffc00) == 0x1e214000 && (insn & 0xc00000) != 0x800000;
    }

    private static boolean isFRINTN(int insn) {
        return (insn & 0xff3ffc00) == 0x1e244000 && (insn & 0xc00000) != 0x800000;
    }

    private static boolean isFRINTM(int insn) {
        return (insn & 0xff3ffc00) == 0x1e254000 && (insn & 0xc00000) != 0x800000;
    }

    private static boolean isFRINTA(int insn) {
        return (insn & 0xff3ffc00) == 0x1e264000 && (insn & 0xc00000) != 0x800000;
    }

    private static boolean isFRINTX(int insn) {
        return (insn & 0xff3ffc00) == 0x1e274000 && (insn & 0xc00000) != 0x800000;
    }

    private static boolean isFCVT(int insn) {
        return (insn & 0xff3e7c00) == 0x1e224000 && (insn & 0xc00000) != 0x800000 && (insn & 0x18000) != 0x10000
                && (insn & 0xc18000) != 0x0 && (insn & 0xc18000) != 0x408000 && (insn & 0xc18000) != 0xc18000;
    }

    private static int d362(int insn) {
        return isFMOV_REG(insn) ? FMOV_REG
                : isFNEG(insn) ? FNEG
                : isFRINTN(insn) ? FRINTN
                : isFRINTM(insn) ? FRINTM
                : isFRINTA(insn) ? FRINTA
                : isFRINTX(insn) ? FRINTX
                : isFCVT(insn) ? FCVT
                : UNALLOCATED;
    }

    private static boolean isFABS(int insn) {
        return (insn & 0xff3ffc00) == 0x1e20c000 && (insn & 0xc00000) != 0x800000;
    }

    private static boolean isFSQRT(int insn) {
        return (insn & 0xff3ffc00) == 0x1e21c000 && (insn & 0xc00000) != 0x800000;
    }

    private static boolean isFRINTP(int insn) {
        return (insn & 0xff3ffc00) == 0x1e24c000 && (insn & 0xc00000) != 0x800000;
    }

    private static boolean isFRINTZ(int insn) {
        return (insn & 0xff3ffc00) == 0x1e25c000 && (insn & 0xc00000) != 0x800000;
    }

    private static boolean isFRINTI(int insn) {
        return (insn & 0xff3ffc00) == 0x1e27c000 && (insn & 0xc00000) != 0x800000;
    }

    private static int d368(int insn) {
        return isFABS(insn) ? FABS
                : isFSQRT(insn) ? FSQRT
                : isFRINTP(insn) ? FRINTP
                : isFRINTZ(insn) ? FRINTZ
                : isFRINTI(insn) ? FRINTI
                : isFCVT(insn) ? FCVT
                : UNALLOCATED;
    }

    private static int d369(int insn) {
        return switch (insn >>> 13 & 0x7) {
            case 0x0 -> d349(insn);
            case 0x1 -> d354(insn);
            case 0x2 -> d362(insn);
            case 0x6 -> d368(insn);
            default -> UNALLOCATED;
        };
    }

    private static boolean isFCVTPS_GENERAL(int insn) {
        return (insn & 0x7f3ffc00) == 0x1e280000 && (insn & 0xc00000) != 0x800000;
    }

    private static boolean isFCVTPU_GENERAL(int insn) {
        return (insn & 0x7f3ffc00) == 0x1e290000 && (insn & 0xc00000) != 0x800000;
    }

    private static int d372(int insn) {
        return isFCVTPS_GENERAL(insn) ? FCVTPS_GENERAL
                : isFCVTPU_GENERAL(insn) ? FCVTPU_GENERAL
                : (insn & 0xfffffc00) == 0x9eae0000 ? FMOV_TOP_TO_GENERAL
                : (insn & 0xfffffc00) == 0x9eaf0000 ? FMOV_TOP_FROM_GENERAL
                : UNALLOCATED;
    }

    private static int d373(int insn) {
        return (insn & 0xffbe7c00) == 0x1e284000 ? FRINT32
                : UNALLOCATED;
    }

    private static int d374(int insn) {
        return switch (insn >>> 13 & 0x7) {
            case 0x0 -> d372(insn);
            case 0x1 -> d354(insn);
            case 0x2, 0x6 -> d373(insn);
            default -> UNALLOCATED;
        };
    }

    private static boolean isFCVTMS_GENERAL(int insn) {
        return (insn & 0x7f3ffc00) == 0x1e300000 && (insn & 0xc00000) != 0x800000;
    }

    private static boolean isFCVTMU_GENERAL(int insn) {
        return (insn & 0x7f3ffc00) == 0x1e310000 && (insn & 0xc00000) != 0x800000;
    }

    private static int d377(int insn) {
        return isFCMP(insn) ? FCMP
                : isFCMP_ZERO(insn) ? FCMP_ZERO
                : isFCMPE(insn) ? FCMPE
                : isFCMPE_ZERO(insn) ? FCMPE_ZERO
                : isFCVTMS_GENERAL(insn) ? FCVTMS_GENERAL
                : isFCVTMU_GENERAL(insn) ? FCVTMU_GENERAL
                : UNALLOCATED;
    }

    private static boolean isFCVTZS_GENERAL(int insn) {
        return (insn & 0x7f3ffc00) == 0x1e380000 && (insn & 0xc00000) != 0x800000;
    }

    private static boolean isFCVTZU_GENERAL(int insn) {
        return (insn & 0x7f3ffc00) == 0x1e390000 && (insn & 0xc00000) != 0x800000;
    }

    private static int d380(int insn) {
        return isFCMP(insn) ? FCMP
                : isFCMP_ZERO(insn) ? FCMP_ZERO
                : isFCMPE(insn) ? FCMPE
                : isFCMPE_ZERO(insn) ? FCMPE_ZERO
                : isFCVTZS_GENERAL(insn) ? FCVTZS_GENERAL
                : isFCVTZU_GENERAL(insn) ? FCVTZU_GENERAL
                : (insn & 0xfffffc00) == 0x1e7e0000 ? FJCVTZS
                : UNALLOCATED;
    }

    private static int d381(int insn) {
        return switch (insn >>> 19 & 0x7) {
            case 0x0 -> d337(insn);
            case 0x3 -> d340(insn);
            case 0x4 -> d369(insn);
            case 0x5 -> d374(insn);
            case 0x6 -> d377(insn);
            case 0x7 -> d380(insn);
            default -> UNALLOCATED;
        };
    }

    private static boolean isSHA_3REG(int insn) {
        return (insn & 0xffe08c00) == 0x5e000000 && (insn & 0x7000) != 0x7000;
    }

    private static int d383(int insn) {
        return isSHA_3REG(insn) ? SHA_3REG
                : UNALLOCATED;
    }

    private static int d384(int insn) {
        return switch (insn >>> 30 & 0x1) {
            case 0x1 -> d383(insn);
            default -> d381(insn);
        };
    }

    private static int d385(int insn) {
        return isFCVTZS_FIXED(insn) ? FCVTZS_FIXED
                : isFCVTZU_FIXED(insn) ? FCVTZU_FIXED
                : isSCVTF_FIXED(insn) ? SCVTF_FIXED
                : isUCVTF_FIXED(insn) ? UCVTF_FIXED
                : isFCMEQ_REG_HALF(insn) ? FCMEQ_REG_HALF
                : isDUP_ELEM(insn) ? DUP_ELEM
                : UNALLOCATED;
    }

    private static boolean isFCCMP(int insn) {
        return (insn & 0xff200c10) == 0x1e200400 && (insn & 0xc00000) != 0x800000;
    }

    private static boolean isFCCMPE(int insn) {
        return (insn & 0xff200c10) == 0x1e200410 && (insn & 0xc00000) != 0x800000;
    }

    private static int d388(int insn) {
        return isFCCMP(insn) ? FCCMP
                : isFCCMPE(insn) ? FCCMPE
                : isSSHL(insn) ? SSHL
                : isADD_VEC(insn) ? ADD_VEC
                : isFCMEQ_REG(insn) ? FCMEQ_REG
                : UNALLOCATED;
    }

    private static int d389(int insn) {
        return switch (insn >>> 21 & 0x1) {
            case 0x1 -> d388(insn);
            default -> d385(insn);
        };
    }

    private static boolean isFMUL(int insn) {
        return (insn & 0xff20fc00) == 0x1e200800 && (insn & 0xc00000) != 0x800000;
    }

    private static boolean isSHA_2REG(int insn) {
        return (insn & 0xffffcc00) == 0x5e280800 && (insn & 0x3000) != 0x3000;
    }

    private static int d392(int insn) {
        return isFMUL(insn) ? FMUL
                : isSHA_2REG(insn) ? SHA_2REG
                : UNALLOCATED;
    }

    private static boolean isFADD(int insn) {
        return (insn & 0xff20fc00) == 0x1e202800 && (insn & 0xc00000) != 0x800000;
    }

    private static int d394(int insn) {
        return isFADD(insn) ? FADD
                : isSHA_2REG(insn) ? SHA_2REG
                : UNALLOCATED;
    }

    private static boolean isFMAX(int insn) {
        return (insn & 0xff20fc00) == 0x1e204800 && (insn & 0xc00000) != 0x800000;
    }

    private static int d396(int insn) {
        return isFMAX(insn) ? FMAX
                : isSQXTN(insn) ? SQXTN
                : UNALLOCATED;
    }

    private static boolean isFMAXNM(int insn) {
        return (insn & 0xff20fc00) == 0x1e206800 && (insn & 0xc00000) != 0x800000;
    }

    private static int d398(int insn) {
        return isFMAXNM(insn) ? FMAXNM
                : UNALLOCATED;
    }

    private static boolean isFNMUL(int insn) {
        return (insn & 0xff20fc00) == 0x1e208800 && (insn & 0xc00000) != 0x800000;
    }

    private static int d400(int insn) {
        return isFNMUL(insn) ? FNMUL
                : isCMGT_ZERO(insn) ? CMGT_ZERO
                : UNALLOCATED;
    }

    private static int d401(int insn) {
        return isCMLT_ZERO(insn) ? CMLT_ZERO
                : isFCVTNS_VEC(insn) ? FCVTNS_VEC
                : isFCVTPS_VEC(insn) ? FCVTPS_VEC
                : UNALLOCATED;
    }

    private static int d402(int insn) {
        return isFCVTAS_VEC(insn) ? FCVTAS_VEC
                : isFCMGT_ZERO(insn) ? FCMGT_ZERO
                : UNALLOCATED;
    }

    private static int d403(int insn) {
        return isFCMLT_ZERO(insn) ? FCMLT_ZERO
                : UNALLOCATED;
    }

    private static int d404(int insn) {
        return switch (insn >>> 13 & 0x7) {
            case 0x1 -> d394(insn);
            case 0x2 -> d396(insn);
            case 0x3 -> d398(insn);
            case 0x4 -> d400(insn);
            case 0x5 -> d401(insn);
            case 0x6 -> d402(insn);
            case 0x7 -> d403(insn);
            default -> d392(insn);
        };
    }

    private static int d405(int insn) {
        return isFMUL(insn) ? FMUL
                : UNALLOCATED;
    }

    private static int d406(int insn) {
        return isFADD(insn) ? FADD
                : UNALLOCATED;
    }

    private static int d407(int insn) {
        return isFMAX(insn) ? FMAX
                : UNALLOCATED;
    }

    private static int d408(int insn) {
        return isFNMUL(insn) ? FNMUL
                : UNALLOCATED;
    }

    private static int d409(int insn) {
        return isFCVTNS_VEC_HALF(insn) ? FCVTNS_VEC_HALF
                : isFCVTPS_VEC_HALF(insn) ? FCVTPS_VEC_HALF
                : UNALLOCATED;
    }

    private static int d410(int insn) {
        return isFCVTAS_VEC_HALF(insn) ? FCVTAS_VEC_HALF
                : isFCMGT_ZERO_HALF(insn) ? FCMGT_ZERO_HALF
                : (insn & 0xfffffc00) == 0x5e30c800 ? FMAXNMP_SCALAR_HALF
                : (insn & 0xfffffc00) == 0x5eb0c800 ? FMINNMP_SCALAR_HALF
                : UNALLOCATED;
    }

    private static int d411(int insn) {
        return isFCMLT_ZERO_HALF(insn) ? FCMLT_ZERO_HALF
                : UNALLOCATED;
    }

    private static int d412(int insn) {
        return switch (insn >>> 13 & 0x7) {
            case 0x1 -> d406(insn);
            case 0x2 -> d407(insn);
            case 0x3 -> d398(insn);
            case 0x4 -> d408(insn);
            case 0x5 -> d409(insn);
            case 0x6 -> d410(insn);
            case 0x7 -> d411(insn);
            default -> d405(insn);
        };
    }

    private static int d413(int insn) {
        return switch (insn >>> 20 & 0x3) {
            case 0x1 -> d340(insn);
            case 0x2 -> d404(insn);
            case 0x3 -> d412(insn);
            default -> d337(insn);
        };
    }

    private static boolean isFCSEL(int insn) {
        return (insn & 0xff200c00) == 0x1e200c00 && (insn & 0xc00000) != 0x800000;
    }

    private static int d415(int insn) {
        return isFCSEL(insn) ? FCSEL
                : isSQADD(insn) ? SQADD
                : isSQSUB(insn) ? SQSUB
                : isSQSHL_REG(insn) ? SQSHL_REG
                : isCMTST(insn) ? CMTST
                : UNALLOCATED;
    }

    private static int d416(int insn) {
        return switch (insn >>> 20 & 0x3) {
            case 0x0 -> d337(insn);
            case 0x1 -> d340(insn);
            default -> d415(insn);
        };
    }

    private static int d417(int insn) {
        return isFCVTZS_FIXED(insn) ? FCVTZS_FIXED
                : isFCVTZU_FIXED(insn) ? FCVTZU_FIXED
                : isSCVTF_FIXED(insn) ? SCVTF_FIXED
                : isUCVTF_FIXED(insn) ? UCVTF_FIXED
                : isSHA_3REG(insn) ? SHA_3REG
                : UNALLOCATED;
    }

    private static boolean isFMOV_IMM(int insn) {
        return (insn & 0xff201fe0) == 0x1e201000 && (insn & 0xc00000) != 0x800000;
    }

    private static int d419(int insn) {
        return isFMOV_IMM(insn) ? FMOV_IMM
                : isSQDMLAL_VEC(insn) ? SQDMLAL_VEC
                : isSQDMLSL_VEC(insn) ? SQDMLSL_VEC
                : isSQDMULL_VEC(insn) ? SQDMULL_VEC
                : UNALLOCATED;
    }

    private static int d420(int insn) {
        return switch (insn >>> 21 & 0x1) {
            case 0x1 -> d419(insn);
            default -> d417(insn);
        };
    }

    private static int d421(int insn) {
        return isFCCMP(insn) ? FCCMP
                : isFCCMPE(insn) ? FCCMPE
                : isCMGT_REG(insn) ? CMGT_REG
                : isSRSHL(insn) ? SRSHL
                : isSQDMULH_VEC(insn) ? SQDMULH_VEC
                : UNALLOCATED;
    }

    private static int d422(int insn) {
        return switch (insn >>> 20 & 0x3) {
            case 0x0 -> d337(insn);
            case 0x1 -> d340(insn);
            default -> d421(insn);
        };
    }

    private static boolean isFDIV(int insn) {
        return (insn & 0xff20fc00) == 0x1e201800 && (insn & 0xc00000) != 0x800000;
    }

    private static int d424(int insn) {
        return isFDIV(insn) ? FDIV
                : UNALLOCATED;
    }

    private static boolean isFSUB(int insn) {
        return (insn & 0xff20fc00) == 0x1e203800 && (insn & 0xc00000) != 0x800000;
    }

    private static int d426(int insn) {
        return isFSUB(insn) ? FSUB
                : isSUQADD(insn) ? SUQADD
                : UNALLOCATED;
    }

    private static boolean isFMIN(int insn) {
        return (insn & 0xff20fc00) == 0x1e205800 && (insn & 0xc00000) != 0x800000;
    }

    private static int d428(int insn) {
        return isFMIN(insn) ? FMIN
                : UNALLOCATED;
    }

    private static boolean isFMINNM(int insn) {
        return (insn & 0xff20fc00) == 0x1e207800 && (insn & 0xc00000) != 0x800000;
    }

    private static int d430(int insn) {
        return isFMINNM(insn) ? FMINNM
                : isSQABS(insn) ? SQABS
                : UNALLOCATED;
    }

    private static int d431(int insn) {
        return isCMEQ_ZERO(insn) ? CMEQ_ZERO
                : UNALLOCATED;
    }

    private static int d432(int insn) {
        return isABS(insn) ? ABS
                : isFCVTMS_VEC(insn) ? FCVTMS_VEC
                : isFCVTZS_VEC(insn) ? FCVTZS_VEC
                : UNALLOCATED;
    }

    private static int d433(int insn) {
        return isSCVTF_VEC(insn) ? SCVTF_VEC
                : isFRECPE(insn) ? FRECPE
                : isFCMEQ_ZERO(insn) ? FCMEQ_ZERO
                : UNALLOCATED;
    }

    private static int d434(int insn) {
        return (insn & 0xffbffc00) == 0x5ea1f800 ? FRECPX
                : UNALLOCATED;
    }

    private static int d435(int insn) {
        return switch (insn >>> 13 & 0x7) {
            case 0x1 -> d426(insn);
            case 0x2 -> d428(insn);
            case 0x3 -> d430(insn);
            case 0x4 -> d431(insn);
            case 0x5 -> d432(insn);
            case 0x6 -> d433(insn);
            case 0x7 -> d434(insn);
            default -> d424(insn);
        };
    }

    private static int d436(int insn) {
        return isFDIV(insn) ? FDIV
                : isFSUB(insn) ? FSUB
                : isFMIN(insn) ? FMIN
                : isFMINNM(insn) ? FMINNM
                : isSHA_2REG(insn) ? SHA_2REG
                : UNALLOCATED;
    }

    private static int d437(int insn) {
        return isFDIV(insn) ? FDIV
                : isFSUB(insn) ? FSUB
                : isFMIN(insn) ? FMIN
                : isFMINNM(insn) ? FMINNM
                : (insn & 0xfffffc00) == 0x5ef1b800 ? ADDP_SCALAR
                : (insn & 0xfffffc00) == 0x5e30d800 ? FADDP_SCALAR_HALF
                : (insn & 0xfffffc00) == 0x5e30f800 ? FMAXP_SCALAR_HALF
                : (insn & 0xfffffc00) == 0x5eb0f800 ? FMINP_SCALAR_HALF
                : UNALLOCATED;
    }

    private static int d438(int insn) {
        return isFSUB(insn) ? FSUB
                : UNALLOCATED;
    }

    private static int d439(int insn) {
        return isFMINNM(insn) ? FMINNM
                : UNALLOCATED;
    }

    private static int d440(int insn) {
        return isFCVTMS_VEC_HALF(insn) ? FCVTMS_VEC_HALF
                : isFCVTZS_VEC_HALF(insn) ? FCVTZS_VEC_HALF
                : UNALLOCATED;
    }

    private static int d441(int insn) {
        return isSCVTF_VEC_HALF(insn) ? SCVTF_VEC_HALF
                : isFRECPE_HALF(insn) ? FRECPE_HALF
                : isFCMEQ_ZERO_HALF(insn) ? FCMEQ_ZERO_HALF
                : UNALLOCATED;
    }

    private static int d442(int insn) {
        return (insn & 0xfffffc00) == 0x5ef9f800 ? FRECPX_HALF
                : UNALLOCATED;
    }

    private static int d443(int insn) {
        return switch (insn >>> 13 & 0x7) {
            case 0x0 -> d424(insn);
            case 0x1 -> d438(insn);
            case 0x2 -> d428(insn);
            case 0x3 -> d439(insn);
            case 0x5 -> d440(insn);
            case 0x6 -> d441(insn);
            case 0x7 -> d442(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d444(int insn) {
        return switch (insn >>> 19 & 0x7) {
            case 0x0 -> d337(insn);
            case 0x3 -> d340(insn);
            case 0x4 -> d435(insn);
            case 0x5 -> d436(insn);
            case 0x6 -> d437(insn);
            case 0x7 -> d443(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d445(int insn) {
        return isFCVTZS_FIXED(insn) ? FCVTZS_FIXED
                : isFCVTZU_FIXED(insn) ? FCVTZU_FIXED
                : isSCVTF_FIXED(insn) ? SCVTF_FIXED
                : isUCVTF_FIXED(insn) ? UCVTF_FIXED
                : isFMULX_VEC_HALF(insn) ? FMULX_VEC_HALF
                : isFRECPS_HALF(insn) ? FRECPS_HALF
                : isFRSQRTS_HALF(insn) ? FRSQRTS_HALF
                : UNALLOCATED;
    }

    private static int d446(int insn) {
        return isFCSEL(insn) ? FCSEL
                : isCMGE_REG(insn) ? CMGE_REG
                : isSQRSHL(insn) ? SQRSHL
                : isFMULX_VEC(insn) ? FMULX_VEC
                : isFRECPS(insn) ? FRECPS
                : isFRSQRTS(insn) ? FRSQRTS
                : UNALLOCATED;
    }

    private static int d447(int insn) {
        return switch (insn >>> 21 & 0x1) {
            case 0x1 -> d446(insn);
            default -> d445(insn);
        };
    }

    private static int d448(int insn) {
        return switch (insn >>> 10 & 0x7) {
            case 0x1 -> d389(insn);
            case 0x2 -> d413(insn);
            case 0x3 -> d416(insn);
            case 0x4 -> d420(insn);
            case 0x5 -> d422(insn);
            case 0x6 -> d444(insn);
            case 0x7 -> d447(insn);
            default -> d384(insn);
        };
    }

    private static boolean isFMADD(int insn) {
        return (insn & 0xff208000) == 0x1f000000 && (insn & 0xc00000) != 0x800000;
    }

    private static boolean isFNMADD(int insn) {
        return (insn & 0xff208000) == 0x1f200000 && (insn & 0xc00000) != 0x800000;
    }

    private static int d451(int insn) {
        return isFMADD(insn) ? FMADD
                : isFNMADD(insn) ? FNMADD
                : isFMLA_ELEM(insn) ? FMLA_ELEM
                : isFMLA_ELEM_HALF(insn) ? FMLA_ELEM_HALF
                : isSSHR(insn) ? SSHR
                : isSSRA(insn) ? SSRA
                : UNALLOCATED;
    }

    private static int d452(int insn) {
        return isFMADD(insn) ? FMADD
                : isFNMADD(insn) ? FNMADD
                : isSQDMLAL_ELEM(insn) ? SQDMLAL_ELEM
                : isSRSHR(insn) ? SRSHR
                : isSRSRA(insn) ? SRSRA
                : UNALLOCATED;
    }

    private static int d453(int insn) {
        return isFMADD(insn) ? FMADD
                : isFNMADD(insn) ? FNMADD
                : isFMLS_ELEM(insn) ? FMLS_ELEM
                : isFMLS_ELEM_HALF(insn) ? FMLS_ELEM_HALF
                : isSHL(insn) ? SHL
                : UNALLOCATED;
    }

    private static int d454(int insn) {
        return isFMADD(insn) ? FMADD
                : isFNMADD(insn) ? FNMADD
                : isSQDMLSL_ELEM(insn) ? SQDMLSL_ELEM
                : isSQSHL_IMM(insn) ? SQSHL_IMM
                : UNALLOCATED;
    }

    private static boolean isFMSUB(int insn) {
        return (insn & 0xff208000) == 0x1f008000 && (insn & 0xc00000) != 0x800000;
    }

    private static boolean isFNMSUB(int insn) {
        return (insn & 0xff208000) == 0x1f208000 && (insn & 0xc00000) != 0x800000;
    }

    private static int d457(int insn) {
        return isFMSUB(insn) ? FMSUB
                : isFNMSUB(insn) ? FNMSUB
                : isFMUL_ELEM(insn) ? FMUL_ELEM
                : isFMUL_ELEM_HALF(insn) ? FMUL_ELEM_HALF
                : isSQSHRN(insn) ? SQSHRN
                : isSQRSHRN(insn) ? SQRSHRN
                : UNALLOCATED;
    }

    private static int d458(int insn) {
        return isFMSUB(insn) ? FMSUB
                : isFNMSUB(insn) ? FNMSUB
                : isSQDMULL_ELEM(insn) ? SQDMULL_ELEM
                : UNALLOCATED;
    }

    private static int d459(int insn) {
        return isFMSUB(insn) ? FMSUB
                : isFNMSUB(insn) ? FNMSUB
                : isSQDMULH_ELEM(insn) ? SQDMULH_ELEM
                : isSQRDMULH_ELEM(insn) ? SQRDMULH_ELEM
                : UNALLOCATED;
    }

    private static int d460(int insn) {
        return isFMSUB(insn) ? FMSUB
                : isFNMSUB(insn) ? FNMSUB
                : isSCVTF_VEC_FIXED(insn) ? SCVTF_VEC_FIXED
                : isFCVTZS_VEC_FIXED(insn) ? FCVTZS_VEC_FIXED
                : UNALLOCATED;
    }

    private static int d461(int insn) {
        return switch (insn >>> 13 & 0x7) {
            case 0x1 -> d452(insn);
            case 0x2 -> d453(insn);
            case 0x3 -> d454(insn);
            case 0x4 -> d457(insn);
            case 0x5 -> d458(insn);
            case 0x6 -> d459(insn);
            case 0x7 -> d460(insn);
            default -> d451(insn);
        };
    }

    private static int d462(int insn) {
        return switch (insn >>> 31 & 0x1) {
            case 0x0 -> d461(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d463(int insn) {
        return (insn & 0x7fc00000) == 0x28000000 ? STNP
                : (insn & 0x7fc00000) == 0x28400000 ? LDNP
                : (insn & 0x7fc00000) == 0x28800000 ? STP_POST
                : (insn & 0x7fc00000) == 0x28c00000 ? LDP_POST
                : (insn & 0xffc00000) == 0x68c00000 ? LDPSW_POST
                : UNALLOCATED;
    }

    private static int d464(int insn) {
        return (insn & 0x7fc00000) == 0x29800000 ? STP_PRE
                : (insn & 0x7fc00000) == 0x29000000 ? STP
                : (insn & 0x7fc00000) == 0x29c00000 ? LDP_PRE
                : (insn & 0x7fc00000) == 0x29400000 ? LDP
                : (insn & 0xffc00000) == 0x69c00000 ? LDPSW_PRE
                : (insn & 0xffc00000) == 0x69400000 ? LDPSW
                : UNALLOCATED;
    }

    private static boolean isORR_SHIFT(int insn) {
        return (insn & 0x7f200000) == 0x2a000000 && (insn & 0x80008000) != 0x8000;
    }

    private static boolean isORN_SHIFT(int insn) {
        return (insn & 0x7f200000) == 0x2a200000 && (insn & 0x80008000) != 0x8000;
    }

    private static boolean isANDS_SHIFT(int insn) {
        return (insn & 0x7f200000) == 0x6a000000 && (insn & 0x80008000) != 0x8000;
    }

    private static boolean isBICS_SHIFT(int insn) {
        return (insn & 0x7f200000) == 0x6a200000 && (insn & 0x80008000) != 0x8000;
    }

    private static int d469(int insn) {
        return isORR_SHIFT(insn) ? ORR_SHIFT
                : isORN_SHIFT(insn) ? ORN_SHIFT
                : isANDS_SHIFT(insn) ? ANDS_SHIFT
                : isBICS_SHIFT(insn) ? BICS_SHIFT
                : UNALLOCATED;
    }

    private static boolean isADDS_SHIFT(int insn) {
        return (insn & 0x7f200000) == 0x2b000000 && (insn & 0xc00000) != 0xc00000 && (insn & 0x80008000) != 0x8000;
    }

    private static boolean isSUBS_SHIFT(int insn) {
        return (insn & 0x7f200000) == 0x6b000000 && (insn & 0xc00000) != 0xc00000 && (insn & 0x80008000) != 0x8000;
    }

    private static boolean isADDS_EXT(int insn) {
        return (insn & 0x7fe00000) == 0x2b200000 && (insn & 0x1800) != 0x1800 && (insn & 0x1c00) != 0x1400;
    }

    private static boolean isSUBS_EXT(int insn) {
        return (insn & 0x7fe00000) == 0x6b200000 && (insn & 0x1800) != 0x1800 && (insn & 0x1c00) != 0x1400;
    }

    private static int d474(int insn) {
        return isADDS_SHIFT(insn) ? ADDS_SHIFT
                : isSUBS_SHIFT(insn) ? SUBS_SHIFT
                : isADDS_EXT(insn) ? ADDS_EXT
                : isSUBS_EXT(insn) ? SUBS_EXT
                : UNALLOCATED;
    }

    private static boolean isSTNP_SIMD(int insn) {
        return (insn & 0x3fc00000) == 0x2c000000 && (insn & 0xc0000000) != 0xc0000000;
    }

    private static boolean isSTP_SIMD_POST(int insn) {
        return (insn & 0x3fc00000) == 0x2c800000 && (insn & 0xc0000000) != 0xc0000000;
    }

    private static boolean isLDNP_SIMD(int insn) {
        return (insn & 0x3fc00000) == 0x2c400000 && (insn & 0xc0000000) != 0xc0000000;
    }

    private static boolean isLDP_SIMD_POST(int insn) {
        return (insn & 0x3fc00000) == 0x2cc00000 && (insn & 0xc0000000) != 0xc0000000;
    }

    private static int d479(int insn) {
        return isSTNP_SIMD(insn) ? STNP_SIMD
                : isSTP_SIMD_POST(insn) ? STP_SIMD_POST
                : isLDNP_SIMD(insn) ? LDNP_SIMD
                : isLDP_SIMD_POST(insn) ? LDP_SIMD_POST
                : UNALLOCATED;
    }

    private static boolean isSTP_SIMD_PRE(int insn) {
        return (insn & 0x3fc00000) == 0x2d800000 && (insn & 0xc0000000) != 0xc0000000;
    }

    private static boolean isSTP_SIMD(int insn) {
        return (insn & 0x3fc00000) == 0x2d000000 && (insn & 0xc0000000) != 0xc0000000;
    }

    private static boolean isLDP_SIMD_PRE(int insn) {
        return (insn & 0x3fc00000) == 0x2dc00000 && (insn & 0xc0000000) != 0xc0000000;
    }

    private static boolean isLDP_SIMD(int insn) {
        return (insn & 0x3fc00000) == 0x2d400000 && (insn & 0xc0000000) != 0xc0000000;
    }

    private static int d484(int insn) {
        return isSTP_SIMD_PRE(insn) ? STP_SIMD_PRE
                : isSTP_SIMD(insn) ? STP_SIMD
                : isLDP_SIMD_PRE(insn) ? LDP_SIMD_PRE
                : isLDP_SIMD(insn) ? LDP_SIMD
                : UNALLOCATED;
    }

    private static boolean isUADDL(int insn) {
        return (insn & 0xbf20fc00) == 0x2e200000 && (insn & 0xc00000) != 0xc00000;
    }

    private static boolean isEXT(int insn) {
        return (insn & 0xbfe08400) == 0x2e000000 && (insn & 0x40004000) != 0x4000;
    }

    private static int d487(int insn) {
        return isUADDL(insn) ? UADDL
                : isEXT(insn) ? EXT
                : UNALLOCATED;
    }

    private static boolean isUHADD(int insn) {
        return (insn & 0xbf20fc00) == 0x2e200400 && (insn & 0xc00000) != 0xc00000;
    }

    private static boolean isINS_ELEM(int insn) {
        return (insn & 0xffe08400) == 0x6e000400 && (insn & 0xf0000) != 0x0;
    }

    private static int d490(int insn) {
        return isUHADD(insn) ? UHADD
                : (insn & 0xbfe0fc00) == 0x2e400400 ? FMAXNMP_VEC_HALF
                : (insn & 0xbfe0fc00) == 0x2ec00400 ? FMINNMP_VEC_HALF
                : isINS_ELEM(insn) ? INS_ELEM
                : UNALLOCATED;
    }

    private static int d491(int insn) {
        return (insn & 0xbfbffc00) == 0x2e200800 ? REV32_VEC
                : isEXT(insn) ? EXT
                : UNALLOCATED;
    }

    private static boolean isUQADD(int insn) {
        return (insn & 0xaf20fc00) == 0x2e200c00 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x40c00000) != 0xc00000;
    }

    private static int d493(int insn) {
        return isUQADD(insn) ? UQADD
                : isINS_ELEM(insn) ? INS_ELEM
                : UNALLOCATED;
    }

    private static boolean isUADDW(int insn) {
        return (insn & 0xbf20fc00) == 0x2e201000 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d495(int insn) {
        return isUADDW(insn) ? UADDW
                : isEXT(insn) ? EXT
                : UNALLOCATED;
    }

    private static boolean isURHADD(int insn) {
        return (insn & 0xbf20fc00) == 0x2e201400 && (insn & 0xc00000) != 0xc00000;
    }

    private static boolean isFABD_HALF(int insn) {
        return (insn & 0xafe0fc00) == 0x2ec01400 && (insn & 0x50000000) != 0x10000000;
    }

    private static int d498(int insn) {
        return isURHADD(insn) ? URHADD
                : (insn & 0xbfe0fc00) == 0x2e401400 ? FADDP_VEC_HALF
                : isFABD_HALF(insn) ? FABD_HALF
                : isINS_ELEM(insn) ? INS_ELEM
                : UNALLOCATED;
    }

    private static int d499(int insn) {
        return isEXT(insn) ? EXT
                : UNALLOCATED;
    }

    private static int d500(int insn) {
        return (insn & 0xbfe0fc00) == 0x2e201c00 ? EOR_VEC
                : (insn & 0xbfe0fc00) == 0x2e601c00 ? BSL
                : (insn & 0xbfe0fc00) == 0x2ea01c00 ? BIT
                : (insn & 0xbfe0fc00) == 0x2ee01c00 ? BIF
                : (insn & 0xbfe0fc00) == 0x2e401c00 ? FMUL_VEC_HALF
                : isINS_ELEM(insn) ? INS_ELEM
                : UNALLOCATED;
    }

    private static boolean isUSUBL(int insn) {
        return (insn & 0xbf20fc00) == 0x2e202000 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d502(int insn) {
        return isUSUBL(insn) ? USUBL
                : isEXT(insn) ? EXT
                : UNALLOCATED;
    }

    private static boolean isUHSUB(int insn) {
        return (insn & 0xbf20fc00) == 0x2e202400 && (insn & 0xc00000) != 0xc00000;
    }

    private static boolean isFCMGE_REG_HALF(int insn) {
        return (insn & 0xafe0fc00) == 0x2e402400 && (insn & 0x50000000) != 0x10000000;
    }

    private static boolean isFCMGT_REG_HALF(int insn) {
        return (insn & 0xafe0fc00) == 0x2ec02400 && (insn & 0x50000000) != 0x10000000;
    }

    private static int d506(int insn) {
        return isUHSUB(insn) ? UHSUB
                : isFCMGE_REG_HALF(insn) ? FCMGE_REG_HALF
                : isFCMGT_REG_HALF(insn) ? FCMGT_REG_HALF
                : isINS_ELEM(insn) ? INS_ELEM
                : UNALLOCATED;
    }

    private static boolean isUADDLP(int insn) {
        return (insn & 0xbf3ffc00) == 0x2e202800 && (insn & 0xc00000) != 0xc00000;
    }

    private static boolean isSQXTUN(int insn) {
        return (insn & 0xaf3ffc00) == 0x2e212800 && (insn & 0x50000000) != 0x10000000
                && (insn & 0xc00000) != 0xc00000;
    }

    private static int d509(int insn) {
        return isUADDLP(insn) ? UADDLP
                : isSQXTUN(insn) ? SQXTUN
                : isEXT(insn) ? EXT
                : UNALLOCATED;
    }

    private static boolean isUQSUB(int insn) {
        return (insn & 0xaf20fc00) == 0x2e202c00 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x40c00000) != 0xc00000;
    }

    private static boolean isFACGE_HALF(int insn) {
        return (insn & 0xafe0fc00) == 0x2e402c00 && (insn & 0x50000000) != 0x10000000;
    }

    private static boolean isFACGT_HALF(int insn) {
        return (insn & 0xafe0fc00) == 0x2ec02c00 && (insn & 0x50000000) != 0x10000000;
    }

    private static int d513(int insn) {
        return isUQSUB(insn) ? UQSUB
                : isFACGE_HALF(insn) ? FACGE_HALF
                : isFACGT_HALF(insn) ? FACGT_HALF
                : isINS_ELEM(insn) ? INS_ELEM
                : UNALLOCATED;
    }

    private static boolean isUSUBW(int insn) {
        return (insn & 0xbf20fc00) == 0x2e203000 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d515(int insn) {
        return isUSUBW(insn) ? USUBW
                : isEXT(insn) ? EXT
                : UNALLOCATED;
    }

    private static boolean isCMHI(int insn) {
        return (insn & 0xaf20fc00) == 0x2e203400 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x40c00000) != 0xc00000 && (insn & 0x10800000) != 0x10000000
                && (insn & 0x10c00000) != 0x10800000;
    }

    private static int d517(int insn) {
        return isCMHI(insn) ? CMHI
                : (insn & 0xbfe0fc00) == 0x2e403400 ? FMAXP_VEC_HALF
                : (insn & 0xbfe0fc00) == 0x2ec03400 ? FMINP_VEC_HALF
                : isINS_ELEM(insn) ? INS_ELEM
                : UNALLOCATED;
    }

    private static boolean isUSQADD(int insn) {
        return (insn & 0xaf3ffc00) == 0x2e203800 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x40c00000) != 0xc00000;
    }

    private static boolean isSHLL(int insn) {
        return (insn & 0xbf3ffc00) == 0x2e213800 && (insn & 0xc00000) != 0xc00000;
    }

    private static boolean isUADDLV(int insn) {
        return (insn & 0xbf3ffc00) == 0x2e303800 && (insn & 0xc00000) != 0xc00000 && (insn & 0x40c00000) != 0x800000;
    }

    private static int d521(int insn) {
        return isUSQADD(insn) ? USQADD
                : isSHLL(insn) ? SHLL
                : isUADDLV(insn) ? UADDLV
                : isEXT(insn) ? EXT
                : UNALLOCATED;
    }

    private static boolean isCMHS(int insn) {
        return (insn & 0xaf20fc00) == 0x2e203c00 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x40c00000) != 0xc00000 && (insn & 0x10800000) != 0x10000000
                && (insn & 0x10c00000) != 0x10800000;
    }

    private static int d523(int insn) {
        return isCMHS(insn) ? CMHS
                : (insn & 0xbfe0fc00) == 0x2e403c00 ? FDIV_VEC_HALF
                : isINS_ELEM(insn) ? INS_ELEM
                : UNALLOCATED;
    }

    private static boolean isRADDHN(int insn) {
        return (insn & 0xbf20fc00) == 0x2e204000 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d525(int insn) {
        return isRADDHN(insn) ? RADDHN
                : isEXT(insn) ? EXT
                : UNALLOCATED;
    }

    private static boolean isUSHL(int insn) {
        return (insn & 0xaf20fc00) == 0x2e204400 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x40c00000) != 0xc00000 && (insn & 0x10800000) != 0x10000000
                && (insn & 0x10c00000) != 0x10800000;
    }

    private static int d527(int insn) {
        return isUSHL(insn) ? USHL
                : isINS_ELEM(insn) ? INS_ELEM
                : UNALLOCATED;
    }

    private static boolean isCLZ_VEC(int insn) {
        return (insn & 0xbf3ffc00) == 0x2e204800 && (insn & 0xc00000) != 0xc00000;
    }

    private static boolean isUQXTN(int insn) {
        return (insn & 0xaf3ffc00) == 0x2e214800 && (insn & 0x50000000) != 0x10000000
                && (insn & 0xc00000) != 0xc00000;
    }

    private static int d530(int insn) {
        return isCLZ_VEC(insn) ? CLZ_VEC
                : isUQXTN(insn) ? UQXTN
                : isEXT(insn) ? EXT
                : UNALLOCATED;
    }

    private static boolean isUQSHL_REG(int insn) {
        return (insn & 0xaf20fc00) == 0x2e204c00 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x40c00000) != 0xc00000;
    }

    private static int d532(int insn) {
        return isUQSHL_REG(insn) ? UQSHL_REG
                : isINS_ELEM(insn) ? INS_ELEM
                : UNALLOCATED;
    }

    private static boolean isUABAL(int insn) {
        return (insn & 0xbf20fc00) == 0x2e205000 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d534(int insn) {
        return isUABAL(insn) ? UABAL
                : isEXT(insn) ? EXT
                : UNALLOCATED;
    }

    private static boolean isURSHL(int insn) {
        return (insn & 0xaf20fc00) == 0x2e205400 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x40c00000) != 0xc00000 && (insn & 0x10800000) != 0x10000000
                && (insn & 0x10c00000) != 0x10800000;
    }

    private static int d536(int insn) {
        return isURSHL(insn) ? URSHL
                : isINS_ELEM(insn) ? INS_ELEM
                : UNALLOCATED;
    }

    private static int d537(int insn) {
        return (insn & 0xbffffc00) == 0x2e205800 ? NOT
                : (insn & 0xbffffc00) == 0x2e605800 ? RBIT_VEC
                : isEXT(insn) ? EXT
                : UNALLOCATED;
    }

    private static boolean isUQRSHL(int insn) {
        return (insn & 0xaf20fc00) == 0x2e205c00 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x40c00000) != 0xc00000;
    }

    private static int d539(int insn) {
        return isUQRSHL(insn) ? UQRSHL
                : isINS_ELEM(insn) ? INS_ELEM
                : UNALLOCATED;
    }

    private static boolean isRSUBHN(int insn) {
        return (insn & 0xbf20fc00) == 0x2e206000 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d541(int insn) {
        return isRSUBHN(insn) ? RSUBHN
                : isEXT(insn) ? EXT
                : UNALLOCATED;
    }

    private static boolean isUMAX(int insn) {
        return (insn & 0xbf20fc00) == 0x2e206400 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d543(int insn) {
        return isUMAX(insn) ? UMAX
                : isINS_ELEM(insn) ? INS_ELEM
                : UNALLOCATED;
    }

    private static boolean isUADALP(int insn) {
        return (insn & 0xbf3ffc00) == 0x2e206800 && (insn & 0xc00000) != 0xc00000;
    }

    private static boolean isFCVTXN(int insn) {
        return (insn & 0xaffffc00) == 0x2e616800 && (insn & 0x50000000) != 0x10000000;
    }

    private static int d546(int insn) {
        return isUADALP(insn) ? UADALP
                : isFCVTXN(insn) ? FCVTXN
                : isEXT(insn) ? EXT
                : UNALLOCATED;
    }

    private static boolean isUMIN(int insn) {
        return (insn & 0xbf20fc00) == 0x2e206c00 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d548(int insn) {
        return isUMIN(insn) ? UMIN
                : isINS_ELEM(insn) ? INS_ELEM
                : UNALLOCATED;
    }

    private static boolean isUABDL(int insn) {
        return (insn & 0xbf20fc00) == 0x2e207000 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d550(int insn) {
        return isUABDL(insn) ? UABDL
                : isEXT(insn) ? EXT
                : UNALLOCATED;
    }

    private static boolean isUABD(int insn) {
        return (insn & 0xbf20fc00) == 0x2e207400 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d552(int insn) {
        return isUABD(insn) ? UABD
                : isINS_ELEM(insn) ? INS_ELEM
                : UNALLOCATED;
    }

    private static boolean isSQNEG(int insn) {
        return (insn & 0xaf3ffc00) == 0x2e207800 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x40c00000) != 0xc00000;
    }

    private static int d554(int insn) {
        return isSQNEG(insn) ? SQNEG
                : isEXT(insn) ? EXT
                : UNALLOCATED;
    }

    private static boolean isUABA(int insn) {
        return (insn & 0xbf20fc00) == 0x2e207c00 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d556(int insn) {
        return isUABA(insn) ? UABA
                : isINS_ELEM(insn) ? INS_ELEM
                : UNALLOCATED;
    }

    private static boolean isUMLAL_VEC(int insn) {
        return (insn & 0xbf20fc00) == 0x2e208000 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d558(int insn) {
        return isUMLAL_VEC(insn) ? UMLAL_VEC
                : UNALLOCATED;
    }

    private static boolean isSUB_VEC(int insn) {
        return (insn & 0xaf20fc00) == 0x2e208400 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x40c00000) != 0xc00000 && (insn & 0x10800000) != 0x10000000
                && (insn & 0x10c00000) != 0x10800000;
    }

    private static boolean isSQRDMLAH_VEC(int insn) {
        return (insn & 0xaf20fc00) == 0x2e008400 && (insn & 0x50000000) != 0x10000000 && (insn & 0xc00000) != 0x0
                && (insn & 0xc00000) != 0xc00000;
    }

    private static int d561(int insn) {
        return isSUB_VEC(insn) ? SUB_VEC
                : isSQRDMLAH_VEC(insn) ? SQRDMLAH_VEC
                : UNALLOCATED;
    }

    private static boolean isCMGE_ZERO(int insn) {
        return (insn & 0xaf3ffc00) == 0x2e208800 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x40c00000) != 0xc00000 && (insn & 0x10800000) != 0x10000000
                && (insn & 0x10c00000) != 0x10800000;
    }

    private static boolean isFRINTA_VEC(int insn) {
        return (insn & 0xbfbffc00) == 0x2e218800 && (insn & 0x40400000) != 0x400000;
    }

    private static int d564(int insn) {
        return isCMGE_ZERO(insn) ? CMGE_ZERO
                : isFRINTA_VEC(insn) ? FRINTA_VEC
                : (insn & 0xbffffc00) == 0x2e798800 ? FRINTA_VEC_HALF
                : UNALLOCATED;
    }

    private static boolean isCMEQ_REG(int insn) {
        return (insn & 0xaf20fc00) == 0x2e208c00 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x40c00000) != 0xc00000 && (insn & 0x10800000) != 0x10000000
                && (insn & 0x10c00000) != 0x10800000;
    }

    private static boolean isSQRDMLSH_VEC(int insn) {
        return (insn & 0xaf20fc00) == 0x2e008c00 && (insn & 0x50000000) != 0x10000000 && (insn & 0xc00000) != 0x0
                && (insn & 0xc00000) != 0xc00000;
    }

    private static int d567(int insn) {
        return isCMEQ_REG(insn) ? CMEQ_REG
                : isSQRDMLSH_VEC(insn) ? SQRDMLSH_VEC
                : UNALLOCATED;
    }

    private static boolean isMLS_VEC(int insn) {
        return (insn & 0xbf20fc00) == 0x2e209400 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d569(int insn) {
        return isMLS_VEC(insn) ? MLS_VEC
                : (insn & 0xbfe0fc00) == 0x2e809400 ? UDOT_VEC
                : UNALLOCATED;
    }

    private static boolean isCMLE_ZERO(int insn) {
        return (insn & 0xaf3ffc00) == 0x2e209800 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x40c00000) != 0xc00000 && (insn & 0x10800000) != 0x10000000
                && (insn & 0x10c00000) != 0x10800000;
    }

    private static boolean isFRINTX_VEC(int insn) {
        return (insn & 0xbfbffc00) == 0x2e219800 && (insn & 0x40400000) != 0x400000;
    }

    private static boolean isFRINTI_VEC(int insn) {
        return (insn & 0xbfbffc00) == 0x2ea19800 && (insn & 0x40400000) != 0x400000;
    }

    private static int d573(int insn) {
        return isCMLE_ZERO(insn) ? CMLE_ZERO
                : isFRINTX_VEC(insn) ? FRINTX_VEC
                : (insn & 0xbffffc00) == 0x2e799800 ? FRINTX_VEC_HALF
                : isFRINTI_VEC(insn) ? FRINTI_VEC
                : (insn & 0xbffffc00) == 0x2ef99800 ? FRINTI_VEC_HALF
                : UNALLOCATED;
    }

    private static int d574(int insn) {
        return (insn & 0xbfe0fc00) == 0x2e209c00 ? PMUL
                : UNALLOCATED;
    }

    private static boolean isUMLSL_VEC(int insn) {
        return (insn & 0xbf20fc00) == 0x2e20a000 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d576(int insn) {
        return isUMLSL_VEC(insn) ? UMLSL_VEC
                : UNALLOCATED;
    }

    private static boolean isUMAXP(int insn) {
        return (insn & 0xbf20fc00) == 0x2e20a400 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d578(int insn) {
        return isUMAXP(insn) ? UMAXP
                : UNALLOCATED;
    }

    private static boolean isFCVTNU_VEC(int insn) {
        return (insn & 0xafbffc00) == 0x2e21a800 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x50400000) != 0x400000;
    }

    private static boolean isFCVTNU_VEC_HALF(int insn) {
        return (insn & 0xaffffc00) == 0x2e79a800 && (insn & 0x50000000) != 0x10000000;
    }

    private static boolean isFCVTPU_VEC(int insn) {
        return (insn & 0xafbffc00) == 0x2ea1a800 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x50400000) != 0x400000;
    }

    private static boolean isFCVTPU_VEC_HALF(int insn) {
        return (insn & 0xaffffc00) == 0x2ef9a800 && (insn & 0x50000000) != 0x10000000;
    }

    private static boolean isUMAXV(int insn) {
        return (insn & 0xbf3ffc00) == 0x2e30a800 && (insn & 0xc00000) != 0xc00000 && (insn & 0x40c00000) != 0x800000;
    }

    private static boolean isUMINV(int insn) {
        return (insn & 0xbf3ffc00) == 0x2e31a800 && (insn & 0xc00000) != 0xc00000 && (insn & 0x40c00000) != 0x800000;
    }

    private static int d585(int insn) {
        return isFCVTNU_VEC(insn) ? FCVTNU_VEC
                : isFCVTNU_VEC_HALF(insn) ? FCVTNU_VEC_HALF
                : isFCVTPU_VEC(insn) ? FCVTPU_VEC
                : isFCVTPU_VEC_HALF(insn) ? FCVTPU_VEC_HALF
                : isUMAXV(insn) ? UMAXV
                : isUMINV(insn) ? UMINV
                : UNALLOCATED;
    }

    private static boolean isUMINP(int insn) {
        return (insn & 0xbf20fc00) == 0x2e20ac00 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d587(int insn) {
        return isUMINP(insn) ? UMINP
                : UNALLOCATED;
    }

    private static boolean isSQRDMULH_VEC(int insn) {
        return (insn & 0xaf20fc00) == 0x2e20b400 && (insn & 0x50000000) != 0x10000000 && (insn & 0xc00000) != 0x0
                && (insn & 0xc00000) != 0xc00000;
    }

    private static int d589(int insn) {
        return isSQRDMULH_VEC(insn) ? SQRDMULH_VEC
                : UNALLOCATED;
    }

    private static boolean isNEG_VEC(int insn) {
        return (insn & 0xaf3ffc00) == 0x2e20b800 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x40c00000) != 0xc00000 && (insn & 0x10800000) != 0x10000000
                && (insn & 0x10c00000) != 0x10800000;
    }

    private static boolean isFCVTMU_VEC(int insn) {
        return (insn & 0xafbffc00) == 0x2e21b800 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x50400000) != 0x400000;
    }

    private static boolean isFCVTMU_VEC_HALF(int insn) {
        return (insn & 0xaffffc00) == 0x2e79b800 && (insn & 0x50000000) != 0x10000000;
    }

    private static boolean isFCVTZU_VEC(int insn) {
        return (insn & 0xafbffc00) == 0x2ea1b800 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x50400000) != 0x400000;
    }

    private static boolean isFCVTZU_VEC_HALF(int insn) {
        return (insn & 0xaffffc00) == 0x2ef9b800 && (insn & 0x50000000) != 0x10000000;
    }

    private static int d595(int insn) {
        return isNEG_VEC(insn) ? NEG_VEC
                : isFCVTMU_VEC(insn) ? FCVTMU_VEC
                : isFCVTMU_VEC_HALF(insn) ? FCVTMU_VEC_HALF
                : isFCVTZU_VEC(insn) ? FCVTZU_VEC
                : isFCVTZU_VEC_HALF(insn) ? FCVTZU_VEC_HALF
                : UNALLOCATED;
    }

    private static boolean isUMULL_VEC(int insn) {
        return (insn & 0xbf20fc00) == 0x2e20c000 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d597(int insn) {
        return isUMULL_VEC(insn) ? UMULL_VEC
                : UNALLOCATED;
    }

    private static boolean isFMAXNMP_VEC(int insn) {
        return (insn & 0xbfa0fc00) == 0x2e20c400 && (insn & 0x40400000) != 0x400000;
    }

    private static boolean isFMINNMP_VEC(int insn) {
        return (insn & 0xbfa0fc00) == 0x2ea0c400 && (insn & 0x40400000) != 0x400000;
    }

    private static boolean isFCMLA_VEC(int insn) {
        return (insn & 0xbf20e400) == 0x2e00c400 && (insn & 0xc00000) != 0x0;
    }

    private static int d601(int insn) {
        return isFMAXNMP_VEC(insn) ? FMAXNMP_VEC
                : isFMINNMP_VEC(insn) ? FMINNMP_VEC
                : isFCMLA_VEC(insn) ? FCMLA_VEC
                : UNALLOCATED;
    }

    private static boolean isFCVTAU_VEC(int insn) {
        return (insn & 0xafbffc00) == 0x2e21c800 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x50400000) != 0x400000;
    }

    private static boolean isFCVTAU_VEC_HALF(int insn) {
        return (insn & 0xaffffc00) == 0x2e79c800 && (insn & 0x50000000) != 0x10000000;
    }

    private static boolean isFCMGE_ZERO(int insn) {
        return (insn & 0xafbffc00) == 0x2ea0c800 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x50400000) != 0x400000;
    }

    private static boolean isFCMGE_ZERO_HALF(int insn) {
        return (insn & 0xaffffc00) == 0x2ef8c800 && (insn & 0x50000000) != 0x10000000;
    }

    private static int d606(int insn) {
        return (insn & 0xbffffc00) == 0x2ea1c800 ? URSQRTE
                : isFCVTAU_VEC(insn) ? FCVTAU_VEC
                : isFCVTAU_VEC_HALF(insn) ? FCVTAU_VEC_HALF
                : isFCMGE_ZERO(insn) ? FCMGE_ZERO
                : isFCMGE_ZERO_HALF(insn) ? FCMGE_ZERO_HALF
                : (insn & 0xfffffc00) == 0x6e30c800 ? FMAXNMV
                : (insn & 0xfffffc00) == 0x6eb0c800 ? FMINNMV
                : UNALLOCATED;
    }

    private static int d607(int insn) {
        return (insn & 0xbf60fc00) == 0x2e20cc00 ? FMLAL2_VEC
                : isFCMLA_VEC(insn) ? FCMLA_VEC
                : UNALLOCATED;
    }

    private static boolean isFADDP_VEC(int insn) {
        return (insn & 0xbfa0fc00) == 0x2e20d400 && (insn & 0x40400000) != 0x400000;
    }

    private static boolean isFABD(int insn) {
        return (insn & 0xafa0fc00) == 0x2ea0d400 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x50400000) != 0x400000;
    }

    private static int d610(int insn) {
        return isFADDP_VEC(insn) ? FADDP_VEC
                : isFABD(insn) ? FABD
                : isFCMLA_VEC(insn) ? FCMLA_VEC
                : UNALLOCATED;
    }

    private static boolean isUCVTF_VEC(int insn) {
        return (insn & 0xafbffc00) == 0x2e21d800 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x50400000) != 0x400000;
    }

    private static boolean isUCVTF_VEC_HALF(int insn) {
        return (insn & 0xaffffc00) == 0x2e79d800 && (insn & 0x50000000) != 0x10000000;
    }

    private static boolean isFRSQRTE(int insn) {
        return (insn & 0xafbffc00) == 0x2ea1d800 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x50400000) != 0x400000;
    }

    private static boolean isFRSQRTE_HALF(int insn) {
        return (insn & 0xaffffc00) == 0x2ef9d800 && (insn & 0x50000000) != 0x10000000;
    }

    private static boolean isFCMLE_ZERO(int insn) {
        return (insn & 0xafbffc00) == 0x2ea0d800 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x50400000) != 0x400000;
    }

    private static boolean isFCMLE_ZERO_HALF(int insn) {
        return (insn & 0xaffffc00) == 0x2ef8d800 && (insn & 0x50000000) != 0x10000000;
    }

    private static int d617(int insn) {
        return isUCVTF_VEC(insn) ? UCVTF_VEC
                : isUCVTF_VEC_HALF(insn) ? UCVTF_VEC_HALF
                : isFRSQRTE(insn) ? FRSQRTE
                : isFRSQRTE_HALF(insn) ? FRSQRTE_HALF
                : isFCMLE_ZERO(insn) ? FCMLE_ZERO
                : isFCMLE_ZERO_HALF(insn) ? FCMLE_ZERO_HALF
                : UNALLOCATED;
    }

    private static boolean isFMUL_VEC(int insn) {
        return (insn & 0xbfa0fc00) == 0x2e20dc00 && (insn & 0x40400000) != 0x400000;
    }

    private static int d619(int insn) {
        return isFMUL_VEC(insn) ? FMUL_VEC
                : isFCMLA_VEC(insn) ? FCMLA_VEC
                : UNALLOCATED;
    }

    private static boolean isFCMGE_REG(int insn) {
        return (insn & 0xafa0fc00) == 0x2e20e400 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x50400000) != 0x400000;
    }

    private static boolean isFCMGT_REG(int insn) {
        return (insn & 0xafa0fc00) == 0x2ea0e400 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x50400000) != 0x400000;
    }

    private static boolean isFCADD(int insn) {
        return (insn & 0xbf20ec00) == 0x2e00e400 && (insn & 0xc00000) != 0x0;
    }

    private static int d623(int insn) {
        return isFCMGE_REG(insn) ? FCMGE_REG
                : isFCMGT_REG(insn) ? FCMGT_REG
                : isFCADD(insn) ? FCADD
                : UNALLOCATED;
    }

    private static int d624(int insn) {
        return isFRINT32_VEC(insn) ? FRINT32_VEC
                : UNALLOCATED;
    }

    private static boolean isFACGE(int insn) {
        return (insn & 0xafa0fc00) == 0x2e20ec00 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x50400000) != 0x400000;
    }

    private static boolean isFACGT(int insn) {
        return (insn & 0xafa0fc00) == 0x2ea0ec00 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x50400000) != 0x400000;
    }

    private static int d627(int insn) {
        return isFACGE(insn) ? FACGE
                : isFACGT(insn) ? FACGT
                : UNALLOCATED;
    }

    private static boolean isFMAXP_VEC(int insn) {
        return (insn & 0xbfa0fc00) == 0x2e20f400 && (insn & 0x40400000) != 0x400000;
    }

    private static boolean isFMINP_VEC(int insn) {
        return (insn & 0xbfa0fc00) == 0x2ea0f400 && (insn & 0x40400000) != 0x400000;
    }

    private static int d630(int insn) {
        return isFMAXP_VEC(insn) ? FMAXP_VEC
                : isFMINP_VEC(insn) ? FMINP_VEC
                : isFCADD(insn) ? FCADD
                : UNALLOCATED;
    }

    private static boolean isFSQRT_VEC(int insn) {
        return (insn & 0xbfbffc00) == 0x2ea1f800 && (insn & 0x40400000) != 0x400000;
    }

    private static boolean isFNEG_VEC(int insn) {
        return (insn & 0xbfbffc00) == 0x2ea0f800 && (insn & 0x40400000) != 0x400000;
    }

    private static int d633(int insn) {
        return isFSQRT_VEC(insn) ? FSQRT_VEC
                : (insn & 0xbffffc00) == 0x2ef9f800 ? FSQRT_VEC_HALF
                : isFNEG_VEC(insn) ? FNEG_VEC
                : (insn & 0xbffffc00) == 0x2ef8f800 ? FNEG_VEC_HALF
                : (insn & 0xfffffc00) == 0x6e30f800 ? FMAXV
                : (insn & 0xfffffc00) == 0x6eb0f800 ? FMINV
                : isFRINT32_VEC(insn) ? FRINT32_VEC
                : UNALLOCATED;
    }

    private static boolean isFDIV_VEC(int insn) {
        return (insn & 0xbfa0fc00) == 0x2e20fc00 && (insn & 0x40400000) != 0x400000;
    }

    private static int d635(int insn) {
        return isFDIV_VEC(insn) ? FDIV_VEC
                : UNALLOCATED;
    }

    private static int d636(int insn) {
        return switch (insn >>> 10 & 0x3f) {
            case 0x0 -> d487(insn);
            case 0x1 -> d490(insn);
            case 0x2 -> d491(insn);
            case 0x3 -> d493(insn);
            case 0x4 -> d495(insn);
            case 0x5 -> d498(insn);
            case 0x6 -> d499(insn);
            case 0x7 -> d500(insn);
            case 0x8 -> d502(insn);
            case 0x9 -> d506(insn);
            case 0xa -> d509(insn);
            case 0xb -> d513(insn);
            case 0xc -> d515(insn);
            case 0xd -> d517(insn);
            case 0xe -> d521(insn);
            case 0xf -> d523(insn);
            case 0x10 -> d525(insn);
            case 0x11 -> d527(insn);
            case 0x12 -> d530(insn);
            case 0x13 -> d532(insn);
            case 0x14 -> d534(insn);
            case 0x15 -> d536(insn);
            case 0x16 -> d537(insn);
            case 0x17 -> d539(insn);
            case 0x18 -> d541(insn);
            case 0x19 -> d543(insn);
            case 0x1a -> d546(insn);
            case 0x1b -> d548(insn);
            case 0x1c -> d550(insn);
            case 0x1d -> d552(insn);
            case 0x1e -> d554(insn);
            case 0x1f -> d556(insn);
            case 0x20 -> d558(insn);
            case 0x21 -> d561(insn);
            case 0x22 -> d564(insn);
            case 0x23 -> d567(insn);
            case 0x25 -> d569(insn);
            case 0x26 -> d573(insn);
            case 0x27 -> d574(insn);
            case 0x28 -> d576(insn);
            case 0x29 -> d578(insn);
            case 0x2a -> d585(insn);
            case 0x2b -> d587(insn);
            case 0x2d -> d589(insn);
            case 0x2e -> d595(insn);
            case 0x30 -> d597(insn);
            case 0x31 -> d601(insn);
            case 0x32 -> d606(insn);
            case 0x33 -> d607(insn);
            case 0x35 -> d610(insn);
            case 0x36 -> d617(insn);
            case 0x37 -> d619(insn);
            case 0x39 -> d623(insn);
            case 0x3a -> d624(insn);
            case 0x3b -> d627(insn);
            case 0x3d -> d630(insn);
            case 0x3e -> d633(insn);
            case 0x3f -> d635(insn);
            default -> UNALLOCATED;
        };
    }

    private static boolean isMLA_ELEM(int insn) {
        return (insn & 0xbf00f400) == 0x2f000000 && (insn & 0xc00000) != 0x0 && (insn & 0xc00000) != 0xc00000;
    }

    private static boolean isMLS_ELEM(int insn) {
        return (insn & 0xbf00f400) == 0x2f004000 && (insn & 0xc00000) != 0x0 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d639(int insn) {
        return isMLA_ELEM(insn) ? MLA_ELEM
                : isMLS_ELEM(insn) ? MLS_ELEM
                : isFMLAL_ELEM(insn) ? FMLAL_ELEM
                : UNALLOCATED;
    }

    private static boolean isUSHR(int insn) {
        return (insn & 0xaf80fc00) == 0x2f000400 && (insn & 0x50000000) != 0x10000000 && (insn & 0x780000) != 0x0
                && (insn & 0x40400000) != 0x400000 && (insn & 0x10400000) != 0x10000000;
    }

    private static boolean isSRI(int insn) {
        return (insn & 0xaf80fc00) == 0x2f004400 && (insn & 0x50000000) != 0x10000000 && (insn & 0x780000) != 0x0
                && (insn & 0x40400000) != 0x400000 && (insn & 0x10400000) != 0x10000000;
    }

    private static boolean isSQSHRUN(int insn) {
        return (insn & 0xaf80fc00) == 0x2f008400 && (insn & 0x50000000) != 0x10000000 && (insn & 0x780000) != 0x0
                && (insn & 0x400000) != 0x400000;
    }

    private static boolean isMVNI(int insn) {
        return (insn & 0xbff80c00) == 0x2f000400 && (insn & 0x9000) != 0x1000 && (insn & 0xd000) != 0x9000
                && (insn & 0xe000) != 0xe000;
    }

    private static boolean isBIC_VEC_IMM(int insn) {
        return (insn & 0xbff80c00) == 0x2f000400 && (insn & 0x1000) != 0x0 && (insn & 0xc000) != 0xc000;
    }

    private static int d645(int insn) {
        return isUSHR(insn) ? USHR
                : isSRI(insn) ? SRI
                : isSQSHRUN(insn) ? SQSHRUN
                : isMOVI(insn) ? MOVI
                : isMVNI(insn) ? MVNI
                : isBIC_VEC_IMM(insn) ? BIC_VEC_IMM
                : UNALLOCATED;
    }

    private static boolean isSQRSHRUN(int insn) {
        return (insn & 0xaf80fc00) == 0x2f008c00 && (insn & 0x50000000) != 0x10000000 && (insn & 0x780000) != 0x0
                && (insn & 0x400000) != 0x400000;
    }

    private static int d647(int insn) {
        return isSQRSHRUN(insn) ? SQRSHRUN
                : UNALLOCATED;
    }

    private static boolean isSQRDMLAH_ELEM(int insn) {
        return (insn & 0xaf00f400) == 0x2f00d000 && (insn & 0x50000000) != 0x10000000 && (insn & 0xc00000) != 0x0
                && (insn & 0xc00000) != 0xc00000;
    }

    private static boolean isFMULX_ELEM(int insn) {
        return (insn & 0xaf80f400) == 0x2f809000 && (insn & 0x50000000) != 0x10000000
                && (insn & 0x600000) != 0x600000 && (insn & 0x50400000) != 0x400000;
    }

    private static boolean isFMULX_ELEM_HALF(int insn) {
        return (insn & 0xafc0f400) == 0x2f009000 && (insn & 0x50000000) != 0x10000000;
    }

    private static boolean isFCMLA_ELEM(int insn) {
        return (insn & 0xbf009400) == 0x2f001000 && (insn & 0xc00000) != 0x0 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d652(int insn) {
        return isSQRDMLAH_ELEM(insn) ? SQRDMLAH_ELEM
                : isFMULX_ELEM(insn) ? FMULX_ELEM
                : isFMULX_ELEM_HALF(insn) ? FMULX_ELEM_HALF
                : isFCMLA_ELEM(insn) ? FCMLA_ELEM
                : UNALLOCATED;
    }

    private static boolean isUSRA(int insn) {
        return (insn & 0xaf80fc00) == 0x2f001400 && (insn & 0x50000000) != 0x10000000 && (insn & 0x780000) != 0x0
                && (insn & 0x40400000) != 0x400000 && (insn & 0x10400000) != 0x10000000;
    }

    private static boolean isSLI(int insn) {
        return (insn & 0xaf80fc00) == 0x2f005400 && (insn & 0x50000000) != 0x10000000 && (insn & 0x780000) != 0x0
                && (insn & 0x40400000) != 0x400000 && (insn & 0x10400000) != 0x10000000;
    }

    private static boolean isUQSHRN(int insn) {
        return (insn & 0xaf80fc00) == 0x2f009400 && (insn & 0x50000000) != 0x10000000 && (insn & 0x780000) != 0x0
                && (insn & 0x400000) != 0x400000;
    }

    private static int d656(int insn) {
        return isUSRA(insn) ? USRA
                : isSLI(insn) ? SLI
                : isUQSHRN(insn) ? UQSHRN
                : isMOVI(insn) ? MOVI
                : isMVNI(insn) ? MVNI
                : isBIC_VEC_IMM(insn) ? BIC_VEC_IMM
                : UNALLOCATED;
    }

    private static boolean isUQRSHRN(int insn) {
        return (insn & 0xaf80fc00) == 0x2f009c00 && (insn & 0x50000000) != 0x10000000 && (insn & 0x780000) != 0x0
                && (insn & 0x400000) != 0x400000;
    }

    private static int d658(int insn) {
        return isUQRSHRN(insn) ? UQRSHRN
                : UNALLOCATED;
    }

    private static boolean isUMLAL_ELEM(int insn) {
        return (insn & 0xbf00f400) == 0x2f002000 && (insn & 0xc00000) != 0x0 && (insn & 0xc00000) != 0xc00000;
    }

    private static boolean isUMLSL_ELEM(int insn) {
        return (insn & 0xbf00f400) == 0x2f006000 && (insn & 0xc00000) != 0x0 && (insn & 0xc00000) != 0xc00000;
    }

    private static boolean isUMULL_ELEM(int insn) {
        return (insn & 0xbf00f400) == 0x2f00a000 && (insn & 0xc00000) != 0x0 && (insn & 0xc00000) != 0xc00000;
    }

    private static int d662(int insn) {
        return isUMLAL_ELEM(insn) ? UMLAL_ELEM
                : isUMLSL_ELEM(insn) ? UMLSL_ELEM
                : isUMULL_ELEM(insn) ? UMULL_ELEM
                : (insn & 0xbfc0f400) == 0x2f80e000 ? UDOT_ELEM
                : UNALLOCATED;
    }

    private static boolean isURSHR(int insn) {
        return (insn & 0xaf80fc00) == 0x2f002400 && (insn & 0x50000000) != 0x10000000 && (insn & 0x780000) != 0x0
                && (insn & 0x40400000) != 0x400000 && (insn & 0x10400000) != 0x10000000;
    }

    private static boolean isUSHLL(int insn) {
        return (insn & 0xbf80fc00) == 0x2f00a400 && (insn & 0x780000) != 0x0 && (insn & 0x400000) != 0x400000;
    }

    private static boolean isUCVTF_VEC_FIXED(int insn) {
        return (insn & 0xaf80fc00) == 0x2f00e400 && (insn & 0x50000000) != 0x10000000 && (insn & 0x700000) != 0x0
                && (insn & 0x50400000) != 0x400000;
    }

    private static boolean isSQSHLU(int insn) {
        return (insn & 0xaf80fc00) == 0x2f006400 && (insn & 0x50000000) != 0x10000000 && (insn & 0x780000) != 0x0
                && (insn & 0x40400000) != 0x400000;
    }

    private static int d667(int insn) {
        return isURSHR(insn) ? URSHR
                : isUSHLL(insn) ? USHLL
                : isUCVTF_VEC_FIXED(insn) ? UCVTF_VEC_FIXED
                : isSQSHLU(insn) ? SQSHLU
                : isMOVI(insn) ? MOVI
                : isMVNI(insn) ? MVNI
                : isBIC_VEC_IMM(insn) ? BIC_VEC_IMM
                : UNALLOCATED;
    }

    private static boolean isSQRDMLSH_ELEM(int insn) {
        return (insn & 0xaf00f400) == 0x2f00f000 && (insn & 0x50000000) != 0x10000000 && (insn & 0xc00000) != 0x0
                && (insn & 0xc00000) != 0xc00000;
    }

    private static int d669(int insn) {
        return isSQRDMLSH_ELEM(insn) ? SQRDMLSH_ELEM
                : isFCMLA_ELEM(insn) ? FCMLA_ELEM
                : UNALLOCATED;
    }

    private static boolean isURSRA(int insn) {
        return (insn & 0xaf80fc00) == 0x2f003400 && (insn & 0x50000000) != 0x10000000 && (insn & 0x780000) != 0x0
                && (insn & 0x40400000) != 0x400000 && (insn & 0x10400000) != 0x10000000;
    }

    private static boolean isUQSHL_IMM(int insn) {
        return (insn & 0xaf80fc00) == 0x2f007400 && (insn & 0x50000000) != 0x10000000 && (insn & 0x780000) != 0x0
                && (insn & 0x40400000) != 0x400000;
    }

    private static int d672(int insn) {
        return isURSRA(insn) ? URSRA
                : isUQSHL_IMM(insn) ? UQSHL_IMM
                : isMOVI(insn) ? MOVI
                : isMVNI(insn) ? MVNI
                : isBIC_VEC_IMM(insn) ? BIC_VEC_IMM
                : isFMOV_VEC_IMM(insn) ? FMOV_VEC_IMM
                : UNALLOCATED;
    }

    private static boolean isFCVTZU_VEC_FIXED(int insn) {
        return (insn & 0xaf80fc00) == 0x2f00fc00 && (insn & 0x50000000) != 0x10000000 && (insn & 0x700000) != 0x0
                && (insn & 0x50400000) != 0x400000;
    }

    private static int d674(int insn) {
        return isFCVTZU_VEC_FIXED(insn) ? FCVTZU_VEC_FIXED
                : UNALLOCATED;
    }

    private static int d675(int insn) {
        return switch (insn >>> 10 & 0xf) {
            case 0x0, 0x2 -> d639(insn);
            case 0x1 -> d645(insn);
            case 0x3 -> d647(insn);
            case 0x4, 0x6 -> d652(insn);
            case 0x5 -> d656(insn);
            case 0x7 -> d658(insn);
            case 0x8, 0xa -> d662(insn);
            case 0x9 -> d667(insn);
            case 0xc, 0xe -> d669(insn);
            case 0xd -> d672(insn);
            case 0xf -> d674(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d676(int insn) {
        return switch (insn >>> 31 & 0x1) {
            case 0x0 -> d675(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d677(int insn) {
        return (insn & 0x7f800000) == 0x31000000 ? ADDS_IMM
                : (insn & 0x7f800000) == 0x71000000 ? SUBS_IMM
                : UNALLOCATED;
    }

    private static boolean isMOVK(int insn) {
        return (insn & 0x7f800000) == 0x72800000 && (insn & 0x80400000) != 0x400000;
    }

    private static boolean isORR_IMM(int insn) {
        return (insn & 0x7f800000) == 0x32000000 && (insn & 0x80400000) != 0x400000 && (insn & 0x40fc00) != 0x40fc00
                && (insn & 0x40fc00) != 0x7c00 && (insn & 0x40fc00) != 0xbc00 && (insn & 0x40fc00) != 0xdc00
                && (insn & 0x40fc00) != 0xec00 && (insn & 0x40fc00) != 0xf400 && (insn & 0x40f800) != 0xf800;
    }

    private static boolean isANDS_IMM(int insn) {
        return (insn & 0x7f800000) == 0x72000000 && (insn & 0x80400000) != 0x400000 && (insn & 0x40fc00) != 0x40fc00
                && (insn & 0x40fc00) != 0x7c00 && (insn & 0x40fc00) != 0xbc00 && (insn & 0x40fc00) != 0xdc00
                && (insn & 0x40fc00) != 0xec00 && (insn & 0x40fc00) != 0xf400 && (insn & 0x40f800) != 0xf800;
    }

    private static int d681(int insn) {
        return isMOVK(insn) ? MOVK
                : isORR_IMM(insn) ? ORR_IMM
                : isANDS_IMM(insn) ? ANDS_IMM
                : UNALLOCATED;
    }

    private static boolean isBFM(int insn) {
        return (insn & 0x7f800000) == 0x33000000 && (insn & 0x80400000) != 0x400000
                && (insn & 0x80400000) != 0x80000000 && (insn & 0x80200000) != 0x200000
                && (insn & 0x80008000) != 0x8000;
    }

    private static int d683(int insn) {
        return isBFM(insn) ? BFM
                : UNALLOCATED;
    }

    private static int d684(int insn) {
        return (insn & 0x7f000000) == 0x34000000 ? CBZ
                : UNALLOCATED;
    }

    private static int d685(int insn) {
        return (insn & 0x7f000000) == 0x35000000 ? CBNZ
                : UNALLOCATED;
    }

    private static int d686(int insn) {
        return (insn & 0x7f000000) == 0x36000000 ? TBZ
                : UNALLOCATED;
    }

    private static int d687(int insn) {
        return (insn & 0x7f000000) == 0x37000000 ? TBNZ
                : UNALLOCATED;
    }

    private static int d688(int insn) {
        return (insn & 0xbfe00c00) == 0xb8000000 ? STUR
                : (insn & 0xffe00c00) == 0x38000000 ? STURB
                : (insn & 0xffe00c00) == 0x78000000 ? STURH
                : UNALLOCATED;
    }

    private static int d689(int insn) {
        return (insn & 0xbfe00c00) == 0xb8400000 ? LDUR
                : (insn & 0xffe00c00) == 0x38400000 ? LDURB
                : (insn & 0xffe00c00) == 0x78400000 ? LDURH
                : UNALLOCATED;
    }

    private static int d690(int insn) {
        return (insn & 0xffa00c00) == 0x38800000 ? LDURSB
                : (insn & 0xffa00c00) == 0x78800000 ? LDURSH
                : (insn & 0xffe00c00) == 0xb8800000 ? LDURSW
                : (insn & 0xffe00c00) == 0xf8800000 ? PRFUM
                : UNALLOCATED;
    }

    private static int d691(int insn) {
        return (insn & 0xffa00c00) == 0x38800000 ? LDURSB
                : (insn & 0xffa00c00) == 0x78800000 ? LDURSH
                : UNALLOCATED;
    }

    private static int d692(int insn) {
        return switch (insn >>> 22 & 0x3) {
            case 0x1 -> d689(insn);
            case 0x2 -> d690(insn);
            case 0x3 -> d691(insn);
            default -> d688(insn);
        };
    }

    private static int d693(int insn) {
        return (insn & 0x3fe0fc00) == 0x38a0c000 ? LDAPR
                : UNALLOCATED;
    }

    private static int d694(int insn) {
        return switch (insn >>> 12 & 0xf) {
            case 0x0 -> LDADD;
            case 0x1 -> LDCLR;
            case 0x2 -> LDEOR;
            case 0x3 -> LDSET;
            case 0x4 -> LDSMAX;
            case 0x5 -> LDSMIN;
            case 0x6 -> LDUMAX;
            case 0x7 -> LDUMIN;
            case 0x8 -> SWP;
            case 0xc -> d693(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d695(int insn) {
        return switch (insn >>> 21 & 0x1) {
            case 0x1 -> d694(insn);
            default -> d692(insn);
        };
    }

    private static int d696(int insn) {
        return (insn & 0xbfe00c00) == 0xb8000400 ? STR_IMM_POST
                : (insn & 0xffe00c00) == 0x38000400 ? STRB_IMM_POST
                : (insn & 0xffe00c00) == 0x78000400 ? STRH_IMM_POST
                : UNALLOCATED;
    }

    private static int d697(int insn) {
        return (insn & 0xff200400) == 0xf8200400 ? LDRAA
                : UNALLOCATED;
    }

    private static int d698(int insn) {
        return (insn & 0xbfe00c00) == 0xb8400400 ? LDR_IMM_POST
                : (insn & 0xffe00c00) == 0x38400400 ? LDRB_IMM_POST
                : (insn & 0xffe00c00) == 0x78400400 ? LDRH_IMM_POST
                : UNALLOCATED;
    }

    private static int d699(int insn) {
        return (insn & 0xffa00c00) == 0x38800400 ? LDRSB_IMM_POST
                : (insn & 0xffa00c00) == 0x78800400 ? LDRSH_IMM_POST
                : (insn & 0xffe00c00) == 0xb8800400 ? LDRSW_IMM_POST
                : UNALLOCATED;
    }

    private static int d700(int insn) {
        return (insn & 0xffa00c00) == 0x38800400 ? LDRSB_IMM_POST
                : (insn & 0xffa00c00) == 0x78800400 ? LDRSH_IMM_POST
                : UNALLOCATED;
    }

    private static int d701(int insn) {
        return switch (insn >>> 21 & 0x7) {
            case 0x0 -> d696(insn);
            case 0x2 -> d698(insn);
            case 0x4 -> d699(insn);
            case 0x6 -> d700(insn);
            default -> d697(insn);
        };
    }

    private static int d702(int insn) {
        return (insn & 0xbfe00c00) == 0xb8000800 ? STTR
                : (insn & 0xffe00c00) == 0x38000800 ? STTRB
                : (insn & 0xffe00c00) == 0x78000800 ? STTRH
                : UNALLOCATED;
    }

    private static boolean isSTR_REG(int insn) {
        return (insn & 0xbfe00c00) == 0xb8200800 && (insn & 0x4000) != 0x0;
    }

    private static boolean isSTRB_REG(int insn) {
        return (insn & 0xffe00c00) == 0x38200800 && (insn & 0x4000) != 0x0;
    }

    private static boolean isSTRH_REG(int insn) {
        return (insn & 0xffe00c00) == 0x78200800 && (insn & 0x4000) != 0x0;
    }

    private static int d706(int insn) {
        return isSTR_REG(insn) ? STR_REG
                : isSTRB_REG(insn) ? STRB_REG
                : isSTRH_REG(insn) ? STRH_REG
                : UNALLOCATED;
    }

    private static int d707(int insn) {
        return (insn & 0xbfe00c00) == 0xb8400800 ? LDTR
                : (insn & 0xffe00c00) == 0x38400800 ? LDTRB
                : (insn & 0xffe00c00) == 0x78400800 ? LDTRH
                : UNALLOCATED;
    }

    private static boolean isLDR_REG(int insn) {
        return (insn & 0xbfe00c00) == 0xb8600800 && (insn & 0x4000) != 0x0;
    }

    private static boolean isLDRB_REG(int insn) {
        return (insn & 0xffe00c00) == 0x38600800 && (insn & 0x4000) != 0x0;
    }

    private static boolean isLDRH_REG(int insn) {
        return (insn & 0xffe00c00) == 0x78600800 && (insn & 0x4000) != 0x0;
    }

    private static int d711(int insn) {
        return isLDR_REG(insn) ? LDR_REG
                : isLDRB_REG(insn) ? LDRB_REG
                : isLDRH_REG(insn) ? LDRH_REG
                : UNALLOCATED;
    }

    private static int d712(int insn) {
        return (insn & 0xffa00c00) == 0x38800800 ? LDTRSB
                : (insn & 0xffa00c00) == 0x78800800 ? LDTRSH
                : (insn & 0xffe00c00) == 0xb8800800 ? LDTRSW
                : UNALLOCATED;
    }

    private static boolean isLDRSB_REG(int insn) {
        return (insn & 0xffa00c00) == 0x38a00800 && (insn & 0x4000) != 0x0;
    }

    private static boolean isLDRSH_REG(int insn) {
        return (insn & 0xffa00c00) == 0x78a00800 && (insn & 0x4000) != 0x0;
    }

    private static boolean isLDRSW_REG(int insn) {
        return (insn & 0xffe00c00) == 0xb8a00800 && (insn & 0x4000) != 0x0;
    }

    private static boolean isPRFM_REG(int insn) {
        return (insn & 0xffe00c00) == 0xf8a00800 && (insn & 0x4000) != 0x0;
    }

    private static int d717(int insn) {
        return isLDRSB_REG(insn) ? LDRSB_REG
                : isLDRSH_REG(insn) ? LDRSH_REG
                : isLDRSW_REG(insn) ? LDRSW_REG
                : isPRFM_REG(insn) ? PRFM_REG
                : UNALLOCATED;
    }

    private static int d718(int insn) {
        return (insn & 0xffa00c00) == 0x38800800 ? LDTRSB
                : (insn & 0xffa00c00) == 0x78800800 ? LDTRSH
                : UNALLOCATED;
    }

    private static int d719(int insn) {
        return isLDRSB_REG(insn) ? LDRSB_REG
                : isLDRSH_REG(insn) ? LDRSH_REG
                : UNALLOCATED;
    }

    private static int d720(int insn) {
        return switch (insn >>> 21 & 0x7) {
            case 0x1 -> d706(insn);
            case 0x2 -> d707(insn);
            case 0x3 -> d711(insn);
            case 0x4 -> d712(insn);
            case 0x5 -> d717(insn);
            case 0x6 -> d718(insn);
            case 0x7 -> d719(insn);
            default -> d702(insn);
        };
    }

    private static int d721(int insn) {
        return (insn & 0xbfe00c00) == 0xb8000c00 ? STR_IMM_PRE
                : (insn & 0xffe00c00) == 0x38000c00 ? STRB_IMM_PRE
                : (insn & 0xffe00c00) == 0x78000c00 ? STRH_IMM_PRE
                : UNALLOCATED;
    }

    private static int d722(int insn) {
        return (insn & 0xbfe00c00) == 0xb8400c00 ? LDR_IMM_PRE
                : (insn & 0xffe00c00) == 0x38400c00 ? LDRB_IMM_PRE
                : (insn & 0xffe00c00) == 0x78400c00 ? LDRH_IMM_PRE
                : UNALLOCATED;
    }

    private static int d723(int insn) {
        return (insn & 0xffa00c00) == 0x38800c00 ? LDRSB_IMM_PRE
                : (insn & 0xffa00c00) == 0x78800c00 ? LDRSH_IMM_PRE
                : (insn & 0xffe00c00) == 0xb8800c00 ? LDRSW_IMM_PRE
                : UNALLOCATED;
    }

    private static int d724(int insn) {
        return (insn & 0xffa00c00) == 0x38800c00 ? LDRSB_IMM_PRE
                : (insn & 0xffa00c00) == 0x78800c00 ? LDRSH_IMM_PRE
                : UNALLOCATED;
    }

    private static int d725(int insn) {
        return switch (insn >>> 21 & 0x7) {
            case 0x0 -> d721(insn);
            case 0x2 -> d722(insn);
            case 0x4 -> d723(insn);
            case 0x6 -> d724(insn);
            default -> d697(insn);
        };
    }

    private static int d726(int insn) {
        return switch (insn >>> 10 & 0x3) {
            case 0x1 -> d701(insn);
            case 0x2 -> d720(insn);
            case 0x3 -> d725(insn);
            default -> d695(insn);
        };
    }

    private static int d727(int insn) {
        return (insn & 0xbfc00000) == 0xb9000000 ? STR_IMM
                : (insn & 0xffc00000) == 0x39000000 ? STRB_IMM
                : (insn & 0xffc00000) == 0x79000000 ? STRH_IMM
                : UNALLOCATED;
    }

    private static int d728(int insn) {
        return (insn & 0xbfc00000) == 0xb9400000 ? LDR_IMM
                : (insn & 0xffc00000) == 0x39400000 ? LDRB_IMM
                : (insn & 0xffc00000) == 0x79400000 ? LDRH_IMM
                : UNALLOCATED;
    }

    private static int d729(int insn) {
        return (insn & 0xff800000) == 0x39800000 ? LDRSB_IMM
                : (insn & 0xff800000) == 0x79800000 ? LDRSH_IMM
                : (insn & 0xffc00000) == 0xb9800000 ? LDRSW_IMM
                : (insn & 0xffc00000) == 0xf9800000 ? PRFM_IMM
                : UNALLOCATED;
    }

    private static int d730(int insn) {
        return (insn & 0xff800000) == 0x39800000 ? LDRSB_IMM
                : (insn & 0xff800000) == 0x79800000 ? LDRSH_IMM
                : UNALLOCATED;
    }

    private static int d731(int insn) {
        return switch (insn >>> 22 & 0x3) {
            case 0x1 -> d728(insn);
            case 0x2 -> d729(insn);
            case 0x3 -> d730(insn);
            default -> d727(insn);
        };
    }

    private static int d732(int insn) {
        return (insn & 0x7fe0fc00) == 0x3a000000 ? ADCS
                : (insn & 0x7fe0fc00) == 0x7a000000 ? SBCS
                : (insn & 0x7fe00c10) == 0x3a400000 ? CCMN_REG
                : (insn & 0x7fe00c10) == 0x3a400800 ? CCMN_IMM
                : (insn & 0x7fe00c10) == 0x7a400000 ? CCMP_REG
                : (insn & 0x7fe00c10) == 0x7a400800 ? CCMP_IMM
                : (insn & 0xffe07c10) == 0xba000400 ? RMIF
                : (insn & 0xffffbc1f) == 0x3a00080d ? SETF
                : UNALLOCATED;
    }

    private static boolean isSTR_SIMD_POST(int insn) {
        return (insn & 0x3f600c00) == 0x3c000400 && (insn & 0x80800000) != 0x80800000
                && (insn & 0x40800000) != 0x40800000;
    }

    private static boolean isSTR_SIMD_PRE(int insn) {
        return (insn & 0x3f600c00) == 0x3c000c00 && (insn & 0x80800000) != 0x80800000
                && (insn & 0x40800000) != 0x40800000;
    }

    private static boolean isSTR_SIMD_REG(int insn) {
        return (insn & 0x3f600c00) == 0x3c200800 && (insn & 0x4000) != 0x0 && (insn & 0x80800000) != 0x80800000
                && (insn & 0x40800000) != 0x40800000;
    }

    private static boolean isSTUR_SIMD(int insn) {
        return (insn & 0x3f600c00) == 0x3c000000 && (insn & 0x80800000) != 0x80800000
                && (insn & 0x40800000) != 0x40800000;
    }

    private static boolean isLDR_SIMD_POST(int insn) {
        return (insn & 0x3f600c00) == 0x3c400400 && (insn & 0x80800000) != 0x80800000
                && (insn & 0x40800000) != 0x40800000;
    }

    private static boolean isLDR_SIMD_PRE(int insn) {
        return (insn & 0x3f600c00) == 0x3c400c00 && (insn & 0x80800000) != 0x80800000
                && (insn & 0x40800000) != 0x40800000;
    }

    private static boolean isLDR_SIMD_REG(int insn) {
        return (insn & 0x3f600c00) == 0x3c600800 && (insn & 0x4000) != 0x0 && (insn & 0x80800000) != 0x80800000
                && (insn & 0x40800000) != 0x40800000;
    }

    private static boolean isLDUR_SIMD(int insn) {
        return (insn & 0x3f600c00) == 0x3c400000 && (insn & 0x80800000) != 0x80800000
                && (insn & 0x40800000) != 0x40800000;
    }

    private static int d741(int insn) {
        return isSTR_SIMD_POST(insn) ? STR_SIMD_POST
                : isSTR_SIMD_PRE(insn) ? STR_SIMD_PRE
                : isSTR_SIMD_REG(insn) ? STR_SIMD_REG
                : isSTUR_SIMD(insn) ? STUR_SIMD
                : isLDR_SIMD_POST(insn) ? LDR_SIMD_POST
                : isLDR_SIMD_PRE(insn) ? LDR_SIMD_PRE
                : isLDR_SIMD_REG(insn) ? LDR_SIMD_REG
                : isLDUR_SIMD(insn) ? LDUR_SIMD
                : UNALLOCATED;
    }

    private static boolean isSTR_SIMD(int insn) {
        return (insn & 0x3f400000) == 0x3d000000 && (insn & 0x80800000) != 0x80800000
                && (insn & 0x40800000) != 0x40800000;
    }

    private static boolean isLDR_SIMD(int insn) {
        return (insn & 0x3f400000) == 0x3d400000 && (insn & 0x80800000) != 0x80800000
                && (insn & 0x40800000) != 0x40800000;
    }

    private static int d744(int insn) {
        return isSTR_SIMD(insn) ? STR_SIMD
                : isLDR_SIMD(insn) ? LDR_SIMD
                : UNALLOCATED;
    }

    private static int d745(int insn) {
        return isUQADD(insn) ? UQADD
                : UNALLOCATED;
    }

    private static int d746(int insn) {
        return isFABD_HALF(insn) ? FABD_HALF
                : UNALLOCATED;
    }

    private static int d747(int insn) {
        return isFCMGE_REG_HALF(insn) ? FCMGE_REG_HALF
                : isFCMGT_REG_HALF(insn) ? FCMGT_REG_HALF
                : UNALLOCATED;
    }

    private static int d748(int insn) {
        return isSQXTUN(insn) ? SQXTUN
                : UNALLOCATED;
    }

    private static int d749(int insn) {
        return isUQSUB(insn) ? UQSUB
                : isFACGE_HALF(insn) ? FACGE_HALF
                : isFACGT_HALF(insn) ? FACGT_HALF
                : UNALLOCATED;
    }

    private static int d750(int insn) {
        return isCMHI(insn) ? CMHI
                : UNALLOCATED;
    }

    private static int d751(int insn) {
        return isUSQADD(insn) ? USQADD
                : UNALLOCATED;
    }

    private static int d752(int insn) {
        return isCMHS(insn) ? CMHS
                : UNALLOCATED;
    }

    private static int d753(int insn) {
        return isUSHL(insn) ? USHL
                : UNALLOCATED;
    }

    private static int d754(int insn) {
        return isUQXTN(insn) ? UQXTN
                : UNALLOCATED;
    }

    private static int d755(int insn) {
        return isUQSHL_REG(insn) ? UQSHL_REG
                : UNALLOCATED;
    }

    private static int d756(int insn) {
        return isURSHL(insn) ? URSHL
                : UNALLOCATED;
    }

    private static int d757(int insn) {
        return isUQRSHL(insn) ? UQRSHL
                : UNALLOCATED;
    }

    private static int d758(int insn) {
        return isFCVTXN(insn) ? FCVTXN
                : UNALLOCATED;
    }

    private static int d759(int insn) {
        return isSQNEG(insn) ? SQNEG
                : UNALLOCATED;
    }

    private static int d760(int insn) {
        return isCMGE_ZERO(insn) ? CMGE_ZERO
                : UNALLOCATED;
    }

    private static int d761(int insn) {
        return isCMLE_ZERO(insn) ? CMLE_ZERO
                : UNALLOCATED;
    }

    private static int d762(int insn) {
        return isFCVTNU_VEC(insn) ? FCVTNU_VEC
                : isFCVTNU_VEC_HALF(insn) ? FCVTNU_VEC_HALF
                : isFCVTPU_VEC(insn) ? FCVTPU_VEC
                : isFCVTPU_VEC_HALF(insn) ? FCVTPU_VEC_HALF
                : UNALLOCATED;
    }

    private static int d763(int insn) {
        return isFCVTAU_VEC(insn) ? FCVTAU_VEC
                : isFCVTAU_VEC_HALF(insn) ? FCVTAU_VEC_HALF
                : isFCMGE_ZERO(insn) ? FCMGE_ZERO
                : isFCMGE_ZERO_HALF(insn) ? FCMGE_ZERO_HALF
                : (insn & 0xffbffc00) == 0x7e30c800 ? FMAXNMP_SCALAR
                : (insn & 0xffbffc00) == 0x7eb0c800 ? FMINNMP_SCALAR
                : UNALLOCATED;
    }

    private static int d764(int insn) {
        return isFABD(insn) ? FABD
                : UNALLOCATED;
    }

    private static int d765(int insn) {
        return isUCVTF_VEC(insn) ? UCVTF_VEC
                : isUCVTF_VEC_HALF(insn) ? UCVTF_VEC_HALF
                : isFRSQRTE(insn) ? FRSQRTE
                : isFRSQRTE_HALF(insn) ? FRSQRTE_HALF
                : isFCMLE_ZERO(insn) ? FCMLE_ZERO
                : isFCMLE_ZERO_HALF(insn) ? FCMLE_ZERO_HALF
                : (insn & 0xffbffc00) == 0x7e30d800 ? FADDP_SCALAR
                : UNALLOCATED;
    }

    private static int d766(int insn) {
        return isFCMGE_REG(insn) ? FCMGE_REG
                : isFCMGT_REG(insn) ? FCMGT_REG
                : UNALLOCATED;
    }

    private static int d767(int insn) {
        return (insn & 0xffbffc00) == 0x7e30f800 ? FMAXP_SCALAR
                : (insn & 0xffbffc00) == 0x7eb0f800 ? FMINP_SCALAR
                : UNALLOCATED;
    }

    private static int d768(int insn) {
        return switch (insn >>> 10 & 0x3f) {
            case 0x3 -> d745(insn);
            case 0x5 -> d746(insn);
            case 0x9 -> d747(insn);
            case 0xa -> d748(insn);
            case 0xb -> d749(insn);
            case 0xd -> d750(insn);
            case 0xe -> d751(insn);
            case 0xf -> d752(insn);
            case 0x11 -> d753(insn);
            case 0x12 -> d754(insn);
            case 0x13 -> d755(insn);
            case 0x15 -> d756(insn);
            case 0x17 -> d757(insn);
            case 0x1a -> d758(insn);
            case 0x1e -> d759(insn);
            case 0x21 -> d561(insn);
            case 0x22 -> d760(insn);
            case 0x23 -> d567(insn);
            case 0x26 -> d761(insn);
            case 0x2a -> d762(insn);
            case 0x2d -> d589(insn);
            case 0x2e -> d595(insn);
            case 0x32 -> d763(insn);
            case 0x35 -> d764(insn);
            case 0x36 -> d765(insn);
            case 0x39 -> d766(insn);
            case 0x3b -> d627(insn);
            case 0x3e -> d767(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d769(int insn) {
        return isUSHR(insn) ? USHR
                : UNALLOCATED;
    }

    private static int d770(int insn) {
        return isUSRA(insn) ? USRA
                : UNALLOCATED;
    }

    private static int d771(int insn) {
        return isURSHR(insn) ? URSHR
                : UNALLOCATED;
    }

    private static int d772(int insn) {
        return isURSRA(insn) ? URSRA
                : UNALLOCATED;
    }

    private static int d773(int insn) {
        return isSRI(insn) ? SRI
                : UNALLOCATED;
    }

    private static int d774(int insn) {
        return isSLI(insn) ? SLI
                : UNALLOCATED;
    }

    private static int d775(int insn) {
        return isSQSHLU(insn) ? SQSHLU
                : UNALLOCATED;
    }

    private static int d776(int insn) {
        return isUQSHL_IMM(insn) ? UQSHL_IMM
                : UNALLOCATED;
    }

    private static int d777(int insn) {
        return isSQSHRUN(insn) ? SQSHRUN
                : isSQRSHRUN(insn) ? SQRSHRUN
                : UNALLOCATED;
    }

    private static int d778(int insn) {
        return isFMULX_ELEM(insn) ? FMULX_ELEM
                : isFMULX_ELEM_HALF(insn) ? FMULX_ELEM_HALF
                : isUQSHRN(insn) ? UQSHRN
                : isUQRSHRN(insn) ? UQRSHRN
                : UNALLOCATED;
    }

    private static int d779(int insn) {
        return isSQRDMLAH_ELEM(insn) ? SQRDMLAH_ELEM
                : UNALLOCATED;
    }

    private static int d780(int insn) {
        return isUCVTF_VEC_FIXED(insn) ? UCVTF_VEC_FIXED
                : UNALLOCATED;
    }

    private static int d781(int insn) {
        return isSQRDMLSH_ELEM(insn) ? SQRDMLSH_ELEM
                : isFCVTZU_VEC_FIXED(insn) ? FCVTZU_VEC_FIXED
                : UNALLOCATED;
    }

    private static int d782(int insn) {
        return switch (insn >>> 12 & 0xf) {
            case 0x0 -> d769(insn);
            case 0x1 -> d770(insn);
            case 0x2 -> d771(insn);
            case 0x3 -> d772(insn);
            case 0x4 -> d773(insn);
            case 0x5 -> d774(insn);
            case 0x6 -> d775(insn);
            case 0x7 -> d776(insn);
            case 0x8 -> d777(insn);
            case 0x9 -> d778(insn);
            case 0xd -> d779(insn);
            case 0xe -> d780(insn);
            case 0xf -> d781(insn);
            default -> UNALLOCATED;
        };
    }

    private static int d783(int insn) {
        return switch (insn >>> 24 & 0x3f) {
            case 0x0 -> d0(insn);
            case 0x4, 0x5, 0x24, 0x25 -> SVE;
            case 0x8 -> d9(insn);
            case 0xa -> d14(insn);
            case 0xb -> d19(insn);
            case 0xc -> d40(insn);
            case 0xd -> d65(insn);
            case 0xe -> d236(insn);
            case 0xf -> d289(insn);
            case 0x10, 0x30 -> d290(insn);
            case 0x11 -> d291(insn);
            case 0x12 -> d296(insn);
            case 0x13 -> d300(insn);
            case 0x14 -> d304(insn);
            case 0x15 -> d308(insn);
            case 0x16 -> d310(insn);
            case 0x17 -> d311(insn);
            case 0x18 -> d312(insn);
            case 0x19 -> d314(insn);
            case 0x1a -> d331(insn);
            case 0x1b -> d332(insn);
            case 0x1c -> d334(insn);
            case 0x1e -> d448(insn);
            case 0x1f -> d462(insn);
            case 0x28 -> d463(insn);
            case 0x29 -> d464(insn);
            case 0x2a -> d469(insn);
            case 0x2b -> d474(insn);
            case 0x2c -> d479(insn);
            case 0x2d -> d484(insn);
            case 0x2e -> d636(insn);
            case 0x2f -> d676(insn);
            case 0x31 -> d677(insn);
            case 0x32 -> d681(insn);
            case 0x33 -> d683(insn);
            case 0x34 -> d684(insn);
            case 0x35 -> d685(insn);
            case 0x36 -> d686(insn);
            case 0x37 -> d687(insn);
            case 0x38 -> d726(insn);
            case 0x39 -> d731(insn);
            case 0x3a -> d732(insn);
            case 0x3c -> d741(insn);
            case 0x3d -> d744(insn);
            case 0x3e -> d768(insn);
            case 0x3f -> d782(insn);
            default -> UNALLOCATED;
        };
    }
}
