package splitvisor.highvisor.hyp;

import splitvisor.cpu.Ec;
import splitvisor.cpu.hosted.Domain;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.hosted.HostedVector;
import splitvisor.cpu.hosted.PstateField;
import splitvisor.cpu.sysreg.SysReg;

/// The door between EL2 and the guest: general-purpose registers, then ERET; and back. The same code
/// in both modes, as in Linux. KVM: __guest_enter, __guest_exit, entry.S; el1_sync, hyp-entry.S.
public final class GuestEntry implements HostedVector.Landing {

    private static final int VECTOR_KIND = 0x180;
    private static final int IRQ_VECTOR = 0x080;
    private static final int SERROR_VECTOR = 0x180;

    private final HostedCpu cpu;
    private final PerCpu perCpu;

    public GuestEntry(HostedCpu cpu, PerCpu perCpu) {
        this.cpu = cpu;
        this.perCpu = perCpu;
    }

    /// Enters the guest and returns when an exception comes back to EL2. An interrupt that is already
    /// pending is not worth the journey: it returns at once.
    public ExitCode enter(VcpuArea vcpu) {
        cpu.path(HypPath.GUEST_ENTER);
        Context hyp = perCpu.hypContext();
        hyp.storeX(18, 30);
        hyp.setSp(cpu.mrs(SysReg.SP_EL0));
        cpu.dsb(Domain.NSHST); // an SError of the host's must not surface in the guest:
        cpu.isb(); // with both barriers done, ISR_EL1 would show it
        if (cpu.mrs(SysReg.ISR_EL1) != 0) {
            return ExitCode.IRQ;
        }
        perCpu.setLoadedVcpu(vcpu.base());
        Context guest = vcpu.context();
        cpu.msr(SysReg.SP_EL0, guest.sp());
        guest.loadX(0, 30);
        cpu.eret();
        return exit(vcpu, cpu.resume());
    }

    private ExitCode exit(VcpuArea vcpu, int vector) {
        ExitCode code = code(vector);
        cpu.path(HypPath.GUEST_EXIT);
        Context guest = vcpu.context();
        guest.storeX(0, 30);
        cpu.msr(PstateField.PAN, 1);
        guest.setSp(cpu.mrs(SysReg.SP_EL0));
        Context hyp = perCpu.hypContext();
        cpu.msr(SysReg.SP_EL0, hyp.sp());
        hyp.loadX(18, 30);
        perCpu.setLoadedVcpu(0);
        vcpu.set(VcpuArea.Field.FAULT_DISR, cpu.mrs(SysReg.DISR_EL1)); // what the vector's ESB deferred
        return code;
    }

    private ExitCode code(int vector) {
        cpu.path(HypPath.GUEST_VECTOR);
        cpu.esb();
        ExitCode code =
                switch (vector & VECTOR_KIND) {
                    case IRQ_VECTOR -> ExitCode.IRQ;
                    case SERROR_VECTOR -> ExitCode.EL1_SERROR;
                    default -> ExitCode.TRAP;
                };
        if (code == ExitCode.TRAP) {
            cpu.path(HypPath.EL1_SYNC);
            if (Ec.of(cpu.mrs(SysReg.ESR_EL2)) == Ec.HVC64) {
                cpu.path(HypPath.EL1_SYNC_HVC); // some hypercalls are answered right here in Linux
            }
        }
        cpu.path(HypPath.EL1_TRAP);
        perCpu.loadedVcpu();
        return code;
    }
}
