package splitvisor.benchmarks.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.sysreg.SysReg;

/// Holds that the host kernel finds after the guest's turn every register as it left it, and EL2 as it was.
final class HostStateAudit extends SwitchAudit {

    private static final int TRACE_LINES = 14;

    /// What EL2 has for the host while it runs, in a split host.
    static final List<SysReg> SPLIT_EL2 = List.of(
            SysReg.HCR_EL2, SysReg.VTTBR_EL2, SysReg.CPTR_EL2, SysReg.VBAR_EL2, SysReg.MDCR_EL2, SysReg.HSTR_EL2,
            SysReg.CNTHCTL_EL2, SysReg.ICC_SRE_EL2, SysReg.ICH_HCR_EL2);

    /// What a split host cannot do without: no guest's traps, stage 2 or vectors, and its timer.
    static final List<SysReg> NEEDED_EL2 = List.of(
            SysReg.HCR_EL2, SysReg.VTTBR_EL2, SysReg.CPTR_EL2, SysReg.VBAR_EL2, SysReg.MDCR_EL2, SysReg.CNTHCTL_EL2);

    private final List<SysReg> own;
    private final List<SysReg> controls;
    private final long[] system = new long[SysReg.values().length];
    private long mark;

    /// @param own the registers of the host's that the switch must bring back
    /// @param controls the controls of EL2 that it must set back
    HostStateAudit(List<SysReg> own, List<SysReg> controls) {
        this.own = own;
        this.controls = controls;
    }

    @Override
    protected void hostCalls(Cpu cpu) {
        mark = transcript().mark();
        all().forEach(reg -> system[reg.ordinal()] = value(cpu, reg));
    }

    @Override
    protected void hostContinues(Cpu cpu) {
        for (SysReg reg : all()) {
            if (value(cpu, reg) != system[reg.ordinal()]) {
                String name = reg.assemblyName().toUpperCase(Locale.ROOT);
                List<String> trace = transcript().accesses(mark, name, TRACE_LINES);
                inspection().found(cpu, trace,
                        "%s: the host had %#x before the guest's turn and has %#x after it".formatted(
                                reg.assemblyName(), system[reg.ordinal()], value(cpu, reg)),
                        controls.contains(reg) ? controlRule(reg) : GuestStateAudit.rule(reg));
            }
        }
    }

    private List<SysReg> all() {
        List<SysReg> all = new ArrayList<>(own);
        all.addAll(controls);
        return all;
    }

    private static String controlRule(SysReg reg) {
        return switch (reg) {
            case VTTBR_EL2 -> "The host runs without stage 2, and VMID 0 is its own. KVM: __load_host_stage2().";
            case CNTHCTL_EL2 -> "The physical timer is the host's own. KVM: __timer_disable_traps().";
            case ICC_SRE_EL2, ICH_HCR_EL2 -> "The virtual CPU interface is off while the host runs, and what the guest "
                    + "did with its list registers is in memory. KVM: __hyp_vgic_save_state().";
            default -> "What traps while the guest runs is not what traps while the host does. "
                    + "KVM: __deactivate_traps().";
        };
    }
}
