package splitvisor.highvisor.hyp;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.sysreg.SysOp;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.VcpuArea.Field;

/// The intermediate physical address of a guest's abort. KVM: __get_fault_info(), __translate_far_to_hpfar(),
/// hyp/fault.h.
public final class FaultAddress {

    private static final long FSC_TYPE = 0x3c;
    private static final long FSC_PERMISSION = 0x0c;
    private static final long S1PTW = 1 << 7;
    private static final long PAR_F = 1;
    private static final long PAR_PA = 0x000f_ffff_ffff_f000L;

    private final HostedCpu cpu;

    public FaultAddress(HostedCpu cpu) {
        this.cpu = cpu;
    }

    /// Records it in the vCPU's FAULT_HPFAR. False when the fault has vanished: the guest then repeats the access.
    public boolean record(VcpuArea vcpu, long esr, long far) {
        // HPFAR_EL2 is UNKNOWN for a permission fault outside a stage-1 walk (Arm ARM D19.2.60).
        boolean hpfarValid = (esr & S1PTW) != 0 || (esr & FSC_TYPE) != FSC_PERMISSION;
        if (hpfarValid) {
            vcpu.set(Field.FAULT_HPFAR, cpu.mrs(SysReg.HPFAR_EL2));
            return true;
        }
        return translate(vcpu, far);
    }

    /// Asks the MMU instead. PAR_EL1 is the guest's, so it is put back.
    private boolean translate(VcpuArea vcpu, long far) {
        long guestPar = cpu.mrs(SysReg.PAR_EL1);
        cpu.sys(SysOp.AT_S1E1R, far);
        cpu.isb();
        long par = cpu.mrs(SysReg.PAR_EL1);
        cpu.msr(SysReg.PAR_EL1, guestPar);
        vcpu.set(Field.FAULT_HPFAR, (par & PAR_PA) >>> 8);
        return (par & PAR_F) == 0;
    }
}
