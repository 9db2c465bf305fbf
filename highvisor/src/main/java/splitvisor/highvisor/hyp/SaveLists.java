package splitvisor.highvisor.hyp;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import splitvisor.cpu.sysreg.SaveClass;
import splitvisor.cpu.sysreg.SysReg;

/// Which system registers each save class holds, in the order they are saved, taken from the register
/// table.
public final class SaveLists {

    /// KVM: __sysreg_save_el1_state().
    public static final List<SysReg> EL1 = SysReg.of(SaveClass.EL1);

    /// The restore order of the same: SCTLR_EL1 and TCR_EL1 come first, because CPUs that walk tables
    /// speculatively need both in place before TTBRn_EL1. KVM: __sysreg_restore_el1_state().
    public static final List<SysReg> EL1_RESTORE = tcrAfterSctlr();

    /// KVM: __sysreg_save_common_state().
    public static final List<SysReg> COMMON = SysReg.of(SaveClass.COMMON);

    /// KVM: __sysreg_save_user_state().
    public static final List<SysReg> USER = SysReg.of(SaveClass.USER);

    /// KVM: __sysreg_save_el2_return_state().
    public static final List<SysReg> EL2_RETURN = SysReg.of(SaveClass.EL2_RETURN);

    /// Breakpoints and watchpoints, in the order they are moved: control registers before the addresses,
    /// from the highest number down. KVM: __debug_save_state().
    public static final List<SysReg> DEBUG = debug();

    private SaveLists() {}

    private static List<SysReg> debug() {
        List<SysReg> order = new ArrayList<>();
        for (String kind : List.of("DBGBCR", "DBGBVR", "DBGWCR", "DBGWVR")) {
            Stream<SysReg> ascending = Stream.of(SysReg.values()).filter(reg -> reg.name().startsWith(kind));
            order.addAll(ascending.toList().reversed());
        }
        order.add(SysReg.MDCCINT_EL1);
        return List.copyOf(order);
    }

    private static List<SysReg> tcrAfterSctlr() {
        List<SysReg> order = new ArrayList<>(EL1);
        order.remove(SysReg.TCR_EL1);
        order.add(order.indexOf(SysReg.SCTLR_EL1) + 1, SysReg.TCR_EL1);
        return List.copyOf(order);
    }
}
