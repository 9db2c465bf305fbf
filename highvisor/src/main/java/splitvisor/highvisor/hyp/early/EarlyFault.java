package splitvisor.highvisor.hyp.early;

import splitvisor.cpu.Ec;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.ExitCode;
import splitvisor.highvisor.hyp.FaultAddress;
import splitvisor.highvisor.hyp.HypPath;
import splitvisor.highvisor.hyp.RegisterNames;
import splitvisor.highvisor.hyp.VcpuArea;
import splitvisor.highvisor.hyp.VcpuArea.Field;

/// What EL2 records of a trap. KVM: el1_trap, hyp.S of Linux 4.0; __populate_fault_info(), hyp/switch.c of 4.5.
public final class EarlyFault {


    private final HostedCpu cpu;
    private final RegisterNames names;
    private final FaultAddress faultAddress;

    public EarlyFault(HostedCpu cpu, RegisterNames names) {
        this.cpu = cpu;
        this.names = names;
        faultAddress = new FaultAddress(cpu);
    }

    /// Whether the first FP or SIMD instruction since the entry is what trapped.
    public boolean isFp(ExitCode code) {
        return code == ExitCode.TRAP && Ec.of(cpu.mrs(names.esr())) == Ec.FP_ASIMD;
    }

    /// Records syndrome and addresses. False when the fault has vanished: the guest then repeats the access.
    public boolean recorded(VcpuArea vcpu, ExitCode code) {
        if (code != ExitCode.TRAP) {
            return true;
        }
        cpu.path(HypPath.EARLY_TRAP);
        long esr = cpu.mrs(names.esr());
        vcpu.set(Field.FAULT_ESR, esr);
        long far = cpu.mrs(names.far());
        vcpu.set(Field.FAULT_FAR, far);
        int ec = Ec.of(esr);
        boolean abort = ec == Ec.DABT_LOW || ec == Ec.IABT_LOW;
        if (abort) {
            return faultAddress.record(vcpu, esr, far);
        }
        vcpu.set(Field.FAULT_HPFAR, cpu.mrs(SysReg.HPFAR_EL2));
        return true;
    }
}
