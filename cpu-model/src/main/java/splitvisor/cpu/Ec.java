package splitvisor.cpu;

/// Exception classes, ESR_ELx[31:26] (Arm ARM D17.2.37). Names as in Linux's `asm/esr.h`, which are
/// the ones `kvm_exit` prints.
public final class Ec {
    public static final int UNKNOWN = 0x00;
    public static final int WFX = 0x01;
    public static final int FP_ASIMD = 0x07;
    public static final int ILL = 0x0e;
    public static final int SVC64 = 0x15;
    public static final int HVC64 = 0x16;
    public static final int SMC64 = 0x17;
    public static final int SYS64 = 0x18;
    public static final int SVE = 0x19;
    public static final int IABT_LOW = 0x20;
    public static final int IABT_CUR = 0x21;
    public static final int PC_ALIGN = 0x22;
    public static final int DABT_LOW = 0x24;
    public static final int DABT_CUR = 0x25;
    public static final int SP_ALIGN = 0x26;
    public static final int FP_EXC64 = 0x2c;
    public static final int SERROR = 0x2f;
    public static final int BREAKPT_LOW = 0x30;
    public static final int SOFTSTP_LOW = 0x32;
    public static final int WATCHPT_LOW = 0x34;
    public static final int BRK64 = 0x3c;

    private static final int SHIFT = 26;
    private static final long IL = 1L << 25;
    private static final long ISS = IL - 1;
    private static final String[] NAMES = new String[64];

    static {
        NAMES[UNKNOWN] = "UNKNOWN";
        NAMES[WFX] = "WFx";
        NAMES[FP_ASIMD] = "FP_ASIMD";
        NAMES[ILL] = "ILL";
        NAMES[SVC64] = "SVC64";
        NAMES[HVC64] = "HVC64";
        NAMES[SMC64] = "SMC64";
        NAMES[SYS64] = "SYS64";
        NAMES[SVE] = "SVE";
        NAMES[IABT_LOW] = "IABT_LOW";
        NAMES[IABT_CUR] = "IABT_CUR";
        NAMES[PC_ALIGN] = "PC_ALIGN";
        NAMES[DABT_LOW] = "DABT_LOW";
        NAMES[DABT_CUR] = "DABT_CUR";
        NAMES[SP_ALIGN] = "SP_ALIGN";
        NAMES[FP_EXC64] = "FP_EXC64";
        NAMES[SERROR] = "SERROR";
        NAMES[BREAKPT_LOW] = "BREAKPT_LOW";
        NAMES[BREAKPT_LOW + 1] = "BREAKPT_CUR";
        NAMES[SOFTSTP_LOW] = "SOFTSTP_LOW";
        NAMES[SOFTSTP_LOW + 1] = "SOFTSTP_CUR";
        NAMES[WATCHPT_LOW] = "WATCHPT_LOW";
        NAMES[WATCHPT_LOW + 1] = "WATCHPT_CUR";
        NAMES[BRK64] = "BRK64";
    }

    private Ec() {}

    /// The exception class of a syndrome, the value of an ESR_ELx.
    public static int of(long esr) {
        return (int) (esr >>> SHIFT) & 0x3f;
    }

    /// A syndrome, the value of an ESR_ELx.
    ///
    /// @param il whether the instruction has 32 bits, or the class demands a 1 there
    /// @param iss of which the low 25 bits count
    public static long syndrome(int ec, boolean il, long iss) {
        return (long) ec << SHIFT | (il ? IL : 0) | iss & ISS;
    }

    /// The name of an exception class, or its number in hex when it has none here.
    public static String name(int ec) {
        String name = NAMES[ec & 63];
        return name != null ? name : "0x%02x".formatted(ec);
    }
}
