package splitvisor.cpu.sysreg;

import java.util.Arrays;

/// The tables that make MRS one index: which slot of the bank a name reaches, per regime. E2H redirects
/// registers by picking another table.
///
/// A *name* is a small number: the ordinal of a register for its own name, that plus [#ROWS] for its
/// `_EL12` or `_EL02` alias, [#UNKNOWN] for encodings nobody has. A view maps names to slots of the bank.
/// An entry is negative when the access needs a look: it may be UNDEFINED, trapped or redirected by
/// a control, or the register is more than storage. [AccessCheck] has the prose.
final class Views {

    static final SysReg[] REGISTERS = SysReg.values();
    static final int ROWS = REGISTERS.length;
    static final int UNKNOWN = 2 * ROWS;
    static final int LOOK = -1;

    /// Name by encoding, 16 bits.
    static final short[] NAMES = names();

    /// The regimes that see different registers. A host is software at EL2 with HCR_EL2.E2H, or at EL0
    /// with E2H and TGE.
    enum Regime {
        EL0(0, false),
        EL0_OF_HOST(0, true),
        EL1(1, false),
        EL2(2, false),
        EL2_HOST(2, true);

        final short[] reads;
        final short[] writes;
        private final int el;
        private final boolean host;

        Regime(int el, boolean host) {
            this.el = el;
            this.host = host;
            reads = new short[UNKNOWN + 1];
            writes = new short[UNKNOWN + 1];
            Arrays.fill(reads, (short) LOOK);
            Arrays.fill(writes, (short) LOOK);
            for (SysReg row : REGISTERS) {
                enter(row);
            }
        }

        private void enter(SysReg row) {
            int name = row.ordinal();
            SysReg reached = redirect(row, el, host);
            if (el >= row.spec.minimumEl() && isStorage(row) && isStorage(reached)) {
                reads[name] = readsFreely(row) ? (short) reached.ordinal() : LOOK;
                writes[name] = writesFreely(row) && reached.spec.effect == Effect.NONE
                        ? (short) reached.ordinal() : LOOK;
            }
            if (this == EL2_HOST && row.e2h() != null && isStorage(row)) {
                reads[name + ROWS] = (short) name;
                writes[name + ROWS] = row.spec.effect == Effect.NONE ? (short) name : LOOK;
            }
        }

        private boolean readsFreely(SysReg row) {
            Spec spec = row.spec;
            return spec.readable
                    && (el == 2 || spec.traps.stream().noneMatch(Trap::reads))
                    && (el > 0 || spec.enables.stream().noneMatch(Enable::reads))
                    && (el != 1 || spec.el1Reads == null && spec.virtualBits == 0);
        }

        private boolean writesFreely(SysReg row) {
            Spec spec = row.spec;
            return spec.writable
                    && el >= spec.writeFrom
                    && (el == 2 || spec.traps.stream().noneMatch(Trap::writes))
                    && (el > 0 || spec.enables.stream().noneMatch(Enable::writes))
                    && (el != 1 || spec.virtualBits == 0);
        }

        private static boolean isStorage(SysReg row) {
            Spec spec = row.spec;
            boolean certain = spec.feature != Feature.GICV3 && spec.feature != Feature.ERROR_RECORDS;
            return spec.unit == null && certain && !spec.fp && !spec.needsSpSel;
        }
    }

    private Views() {}

    /// The view of a PE in the given state.
    static Regime regime(int el, boolean e2h, boolean tge) {
        return switch (el) {
            case 0 -> e2h && tge ? Regime.EL0_OF_HOST : Regime.EL0;
            case 1 -> Regime.EL1;
            default -> e2h ? Regime.EL2_HOST : Regime.EL2;
        };
    }

    /// The register that a register's own name reaches because of E2H: its EL2 counterpart for a host. A host's
    /// EL0 reaches the EL2 timers in the same way (Arm ARM D11.2.4.1); no other EL0 register is redirected.
    static SysReg redirect(SysReg row, int el, boolean host) {
        return host && row.e2h() != null && row.spec.minimumEl() <= el ? row.e2h() : row;
    }

    private static short[] names() {
        short[] names = new short[1 << 16];
        Arrays.fill(names, (short) UNKNOWN);
        for (SysReg row : REGISTERS) {
            if (!row.spec.behindIcc) {
                names[row.encoding()] = (short) row.ordinal();
            }
            if (row.e2h() != null) {
                names[row.el12().encoding()] = (short) (row.ordinal() + ROWS);
            }
        }
        return names;
    }
}
