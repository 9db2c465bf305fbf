package splitvisor.benchmarks.lab;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.SaveLists;

/// Holds that who loads, puts or switches a guest at EL2 reaches the guest's registers, and not by a plain name
/// those of the host, which with HCR_EL2.E2H set are EL2's.
final class VheNamesAudit extends SwitchAudit {

    /// Registers of EL2 behind the names of registers that belong to the guest.
    private static final Map<SysReg, SysReg> BEHIND = behind();

    /// What the switch itself sets for the guest by names of EL1's.
    private static final Set<SysReg> SWITCHED = EnumSet.of(SysReg.CPTR_EL2, SysReg.VBAR_EL2);

    /// What exceptions to EL2 use up.
    private static final Set<SysReg> RETURNS = EnumSet.of(SysReg.ELR_EL2, SysReg.SPSR_EL2);

    private static Map<SysReg, SysReg> behind() {
        Map<SysReg, SysReg> behind = new EnumMap<>(SysReg.class);
        SaveLists.EL1.stream().filter(reg -> reg.e2h() != null).forEach(reg -> behind.put(reg.e2h(), reg));
        return behind;
    }

    @Override
    public void sysRegWrite(Cpu cpu, int encoding, SysReg reached, long before, long after) {
        boolean switching = phase() == Phase.ENTERING || phase() == Phase.EXITED;
        boolean scheduling = schedule() == Schedule.LOADING || schedule() == Schedule.PUTTING;
        SysReg guests = BEHIND.get(reached);
        if (guests == null || RETURNS.contains(reached) || !switching && !scheduling) {
            return;
        }
        if (scheduling || !SWITCHED.contains(reached)) {
            found(cpu, "%s was written by the name %s: it is the host's own, and now holds %#x".formatted(
                            reached.assemblyName(), SysReg.nameOf(encoding), after), rule(guests));
        }
    }

    private static String rule(SysReg guests) {
        String name = guests.assemblyName();
        return "At EL2 with E2H set the name %s reaches %s; the guest's register has the name %s. ".formatted(
                        name, guests.e2h().assemblyName(), guests.el12().assemblyName())
                + "Arm ARM: HCR_EL2.E2H; KVM: read_sysreg_el1(), SYS_%s2.".formatted(name);
    }
}
