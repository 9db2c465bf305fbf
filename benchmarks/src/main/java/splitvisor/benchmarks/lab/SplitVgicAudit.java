package splitvisor.benchmarks.lab;

import java.util.List;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.cpu.sysreg.Unit;
import splitvisor.highvisor.hyp.ListRegister;
import splitvisor.highvisor.hyp.VcpuArea.Field;

/// Holds that a split host's guest is entered with the list registers that the host kernel has filled in memory.
final class SplitVgicAudit extends SplitSwitchAudit {

    private static final int TRACE_LINES = 14;
    private static final List<SysReg> LIST_REGISTERS =
            List.of(SysReg.ICH_LR0_EL2, SysReg.ICH_LR1_EL2, SysReg.ICH_LR2_EL2, SysReg.ICH_LR3_EL2);

    private long mark;

    @Override
    protected void hostCalls(Cpu cpu) {
        mark = transcript().mark();
    }

    @Override
    protected void guestEntered(Cpu cpu, boolean again, long pc) {
        if (again) {
            return; // from its first entry on they are the guest's to change
        }
        for (int n = 0; n < inArea(cpu, Field.VGIC_USED_LRS); n++) {
            long filled = inArea(cpu, Field.listRegister(n));
            long held = cpu.units[Unit.GIC.ordinal()].read(LIST_REGISTERS.get(n));
            if (held != filled) {
                List<String> trace = transcript().since(
                        mark, line -> line.contains("ICH_") || line.contains("-->") || line.contains("<--"),
                        TRACE_LINES);
                inspection().found(cpu, trace,
                        "%s: the host has filled it with %#x, INTID %d, and the guest is entered with %#x".formatted(
                                LIST_REGISTERS.get(n).assemblyName(), filled, ListRegister.intid(filled), held),
                        "What is to interrupt the guest is in memory: the switch brings it into the list registers. "
                                + "KVM: __hyp_vgic_restore_state().");
                return;
            }
        }
    }
}
