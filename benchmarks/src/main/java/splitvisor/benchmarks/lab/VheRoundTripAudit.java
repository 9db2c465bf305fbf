package splitvisor.benchmarks.lab;

import java.util.EnumSet;
import java.util.Set;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.hosted.CodePath;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.HypPath;

/// Holds that a VHE host's switch leaves out nothing on its way whose absence a guest would notice only later: where
/// the guest goes on, and the debug registers.
final class VheRoundTripAudit extends SwitchAudit {

    private static final String DEBUG =
            "A guest that uses breakpoints or watchpoints has them on the PE while it runs, and the host has its own "
                    + "otherwise. KVM: __debug_switch_to_guest(), __debug_switch_to_host().";

    private final Set<SysReg> written = EnumSet.noneOf(SysReg.class);
    private final Set<SysReg> read = EnumSet.noneOf(SysReg.class);
    private final Set<HypPath> steps = EnumSet.noneOf(HypPath.class);
    private boolean left;

    @Override
    public void path(Cpu cpu, CodePath path) {
        if (path instanceof HypPath step) {
            steps.add(step);
        }
        super.path(cpu, path);
    }

    @Override
    protected void hostCalls(Cpu cpu) {
        written.clear();
        steps.clear();
        left = false;
    }

    @Override
    public void sysRegWrite(Cpu cpu, int encoding, SysReg reached, long before, long after) {
        written.add(reached);
    }

    @Override
    public void sysRegRead(Cpu cpu, int encoding, SysReg reached, long value) {
        read.add(reached);
    }

    @Override
    public void operation(Cpu cpu, String assembly) {
        if (!assembly.equals("eret") || cpu.el != 2 || !atDoor() || phase() != Phase.ENTERING) {
            return;
        }
        for (SysReg reg : new SysReg[] {SysReg.ELR_EL2, SysReg.SPSR_EL2}) {
            if (!written.contains(reg)) {
                found(cpu, "%s is not written before the ERET into the guest".formatted(reg.assemblyName()),
                        "ERET goes where ELR_EL2 says, with the PSTATE that SPSR_EL2 says: the guest's. "
                                + "KVM: __sysreg_restore_el2_return_state().");
            }
        }
        if (!steps.contains(HypPath.DEBUG_SWITCH_TO_GUEST)) {
            found(cpu, "the debug registers have not been switched to the guest", DEBUG);
        }
    }

    @Override
    protected void guestLeft(Cpu cpu, ExceptionRecord taken) {
        left = true;
        read.clear();
    }

    @Override
    protected void hostContinues(Cpu cpu) {
        if (!left) {
            return; // an interrupt came before the guest was entered
        }
        if (!read.contains(SysReg.ELR_EL2)) {
            found(cpu, "ELR_EL2 is not read after the exit",
                    "Where the guest goes on is in ELR_EL2, and the next exception to EL2 overwrites it. "
                            + "KVM: __sysreg_save_el2_return_state().");
        }
        if (!steps.contains(HypPath.DEBUG_SWITCH_TO_HOST)) {
            found(cpu, "the debug registers have not been switched to the host", DEBUG);
        }
    }
}
