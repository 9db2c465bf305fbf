package splitvisor.highvisor.hyp.early;

import splitvisor.cpu.Ec;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.sysreg.SysOp;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.ExitCode;
import splitvisor.highvisor.hyp.HypPath;
import splitvisor.highvisor.hyp.RegisterNames;
import splitvisor.highvisor.hyp.VcpuArea;
import splitvisor.highvisor.hyp.VcpuArea.Field;

/// What EL2 records of a trap. KVM: el1_trap, hyp.S of Linux 4.0; __populate_fault_info(), hyp/switch.c of 4.5.
public final class EarlyFault {

    private static final int EC_SHIFT = 26;
    private static final long FSC_TYPE = 0x3c;
    private static final long FSC_PERMISSION = 0x0c;
    private static final long S1PTW = 1 << 7;
    private static final long PAR_F = 1;
    private static final long PAR_PA = 0x000f_ffff_ffff_f000L;

    private final HostedCpu cpu;
    private final RegisterNames names;

    public EarlyFault(HostedCpu cpu, RegisterNames names) {
        this.cpu = cpu;
        this.names = names;
    }

    /// Whether the first FP or SIMD instruction since the entry is what trapped.
    public boolean isFp(ExitCode code) {
        return code == ExitCode.TRAP && cpu.mrs(names.esr()) >>> EC_SHIFT == Ec.FP_ASIMD;
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
        int ec = (int) (esr >>> EC_SHIFT);
        boolean abort = ec == Ec.DABT_LOW || ec == Ec.IABT_LOW;
        if (abort && (esr & S1PTW) == 0 && (esr & FSC_TYPE) == FSC_PERMISSION) {
            return translated(vcpu, far); // HPFAR_EL2 is not valid then (Arm ARM D19.2.60)
        }
        vcpu.set(Field.FAULT_HPFAR, cpu.mrs(SysReg.HPFAR_EL2));
        return true;
    }

    private boolean translated(VcpuArea vcpu, long far) {
        long guestPar = cpu.mrs(SysReg.PAR_EL1);
        cpu.sys(SysOp.AT_S1E1R, far);
        cpu.isb();
        long par = cpu.mrs(SysReg.PAR_EL1);
        cpu.msr(SysReg.PAR_EL1, guestPar);
        vcpu.set(Field.FAULT_HPFAR, (par & PAR_PA) >>> 8);
        return (par & PAR_F) == 0;
    }
}
