package splitvisor.cpu.mmu;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.sysreg.SysOp;
import splitvisor.cpu.sysreg.SysReg;

/// AT: translates on behalf of another EL and says in PAR_EL1 what came of it (Arm ARM C5.4, D19.2.101).
final class AddressTranslation {

    /// PAR_EL1.
    private static final long F = 1;
    private static final int FST_SHIFT = 1;
    private static final int SH_SHIFT = 7;
    private static final long PTW = 1 << 8;
    private static final long S = 1 << 9;
    private static final long NS = 1 << 9;
    private static final long RES1 = 1 << 11;
    private static final long PA = 0xffff_ffff_f000L;
    private static final int ATTR_SHIFT = 56;

    private final Cpu cpu;
    private final Mmu mmu;
    private final Translation result = new Translation();

    AddressTranslation(Cpu cpu, Mmu mmu) {
        this.cpu = cpu;
        this.mmu = mmu;
    }

    /// Executes the operation for `va`. Raises an abort where PAR_EL1 cannot tell: for an external
    /// abort on the walk, and at EL1 for a stage 2 fault on stage 1's walk, which is EL2's to know.
    void execute(SysOp op, long va) {
        int access = access(op);
        Context c = mmu.contexts.current(regime(op));
        mmu.contextChanged(); // looking up a context may have renumbered the current one
        boolean done =
                bothStages(op)
                        ? mmu.walker.translate(c, va, access, result)
                        : mmu.walker.translateStage1(c, va, access, result);
        mmu.slow.charge(result);
        if (!done && (Fsc.isExternal(result.fsc) || result.onWalk && cpu.el == 1)) {
            throw mmu.aborts.data(result, va, access | Access.MAINTENANCE);
        }
        cpu.sys[SysReg.PAR_EL1.ordinal()] = done ? success() : failure();
    }

    private long success() {
        return result.pa & PA
                | (long) result.attributes << ATTR_SHIFT
                | (long) result.shareability << SH_SHIFT
                | NS
                | RES1;
    }

    private long failure() {
        return F | (long) result.fsc << FST_SHIFT | (result.onWalk ? PTW : 0) | (result.stage2 ? S : 0) | RES1;
    }

    private int access(SysOp op) {
        return switch (op) {
            case AT_S1E1R, AT_S1E2R, AT_S12E1R -> Access.READ;
            case AT_S1E1W, AT_S1E2W, AT_S12E1W -> Access.WRITE;
            case AT_S1E1RP -> Access.READ | (cpu.pan ? Access.PAN : 0);
            case AT_S1E1WP -> Access.WRITE | (cpu.pan ? Access.PAN : 0);
            case AT_S1E0R, AT_S12E0R -> Access.READ | Access.USER;
            case AT_S1E0W, AT_S12E0W -> Access.WRITE | Access.USER;
            default -> throw new IllegalArgumentException(op + " is not an AT");
        };
    }

    /// For a host, {E2H,TGE} = {1,1}, the operations of EL1 and EL0 are about its own EL2&0 regime. That has no
    /// stage 2, so AT S12E1R and its kin do then what AT S1E1R and its kin do (their accessors, Arm ARM C5.4).
    private Regime regime(SysOp op) {
        if (op == SysOp.AT_S1E2R || op == SysOp.AT_S1E2W) {
            return Regime.of(cpu, 2);
        }
        return cpu.el == 2 && cpu.e2h && cpu.tge ? Regime.EL20 : Regime.EL10;
    }

    private static boolean bothStages(SysOp op) {
        return switch (op) {
            case AT_S12E1R, AT_S12E1W, AT_S12E0R, AT_S12E0W -> true;
            default -> false;
        };
    }
}
