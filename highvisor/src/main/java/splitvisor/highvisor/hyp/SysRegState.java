package splitvisor.highvisor.hyp;

import java.util.List;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.sysreg.RegisterName;
import splitvisor.cpu.sysreg.SysReg;

/// Saves and restores system registers by save class: loops over the register table. Both switches use
/// these; which classes they move, and when, is the difference between them. KVM: hyp/sysreg-sr.h.
public final class SysRegState {

    private final HostedCpu cpu;
    private final RegisterNames names;

    public SysRegState(HostedCpu cpu, RegisterNames names) {
        this.cpu = cpu;
        this.names = names;
    }

    public void saveEl1(Context to) {
        save(SaveLists.EL1, to);
    }

    public void saveCommon(Context to) {
        save(SaveLists.COMMON, to);
    }

    public void saveUser(Context to) {
        save(SaveLists.USER, to);
    }

    /// The guest's PC and its deferred SError syndrome. Its PSTATE is not among them: the exit path has
    /// saved it already, to know the mode the guest was in.
    public void saveGuestReturn(Context to) {
        to.put(SysReg.ELR_EL2, cpu.mrs(names.elr()));
        to.put(SysReg.VDISR_EL2, cpu.mrs(SysReg.VDISR_EL2));
    }

    /// The host's PC, PSTATE and deferred SError syndrome.
    public void saveHostReturn(Context to) {
        save(SaveLists.EL2_RETURN, to);
    }

    public void restoreEl1(Context from) {
        cpu.msr(SysReg.VMPIDR_EL2, from.get(SysReg.VMPIDR_EL2));
        restore(SaveLists.EL1_RESTORE, from);
    }

    public void restoreCommon(Context from) {
        restore(SaveLists.COMMON, from);
    }

    public void restoreUser(Context from) {
        restore(SaveLists.USER, from);
    }

    public void restoreReturn(Context from) {
        restore(SaveLists.EL2_RETURN, from);
    }

    public void saveDebug(Context to) {
        save(SaveLists.DEBUG, to);
    }

    public void restoreDebug(Context from) {
        restore(SaveLists.DEBUG, from);
    }

    /// Saves the registers of a list, each by the name it has where this runs.
    public void save(List<SysReg> list, Context to) {
        for (SysReg reg : list) {
            to.put(reg, cpu.mrs(name(reg)));
        }
    }

    /// Restores the registers of a list.
    public void restore(List<SysReg> list, Context from) {
        for (SysReg reg : list) {
            cpu.msr(name(reg), from.get(reg));
        }
    }

    private RegisterName name(SysReg reg) {
        return switch (reg) {
            case ELR_EL2 -> names.elr();
            case SPSR_EL2 -> names.spsr();
            default -> names.guest().apply(reg);
        };
    }
}
