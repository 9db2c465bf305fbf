package splitvisor.benchmarks.lab;

import java.util.List;
import java.util.Locale;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.sysreg.SysReg;

/// Holds that a thread of a VHE host's that runs a vCPU has its own registers back when the vCPU has been put.
final class VheThreadAudit extends SwitchAudit {

    private static final int TRACE_LINES = 14;
    private static final List<SysReg> THREAD = List.of(SysReg.TPIDR_EL0, SysReg.TPIDRRO_EL0);
    private static final List<SysReg> CONTROLS = List.of(SysReg.HSTR_EL2, SysReg.MDCR_EL2, SysReg.PMUSERENR_EL0);

    private final long[] system = new long[SysReg.values().length];
    private long mark;

    @Override
    protected void loadBegins(Cpu cpu) {
        mark = transcript().mark();
        THREAD.forEach(reg -> system[reg.ordinal()] = value(cpu, reg));
        CONTROLS.forEach(reg -> system[reg.ordinal()] = value(cpu, reg));
    }

    @Override
    protected void vcpuPut(Cpu cpu) {
        THREAD.forEach(reg -> compare(cpu, reg, "The thread pointers exist once, for the guest's EL0 and for the "
                + "host's: they are exchanged at load and put. KVM: kvm_vcpu_load_sysregs_vhe(), "
                + "kvm_vcpu_put_sysregs_vhe()."));
        CONTROLS.forEach(reg -> compare(cpu, reg, "What was set for the guest at load is the host's again at put. "
                + "KVM: deactivate_traps_vhe_put()."));
    }

    private void compare(Cpu cpu, SysReg reg, String rule) {
        if (value(cpu, reg) != system[reg.ordinal()]) {
            String name = reg.assemblyName().toUpperCase(Locale.ROOT) + " ";
            List<String> trace = transcript().since(mark, line -> line.contains(name), TRACE_LINES);
            inspection().found(cpu, trace, "%s: the host had %#x before load and has %#x after put".formatted(
                    reg.assemblyName(), system[reg.ordinal()], value(cpu, reg)), rule);
        }
    }
}
