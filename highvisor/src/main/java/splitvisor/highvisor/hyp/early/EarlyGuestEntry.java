package splitvisor.highvisor.hyp.early;

import splitvisor.cpu.Ec;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.hosted.HostedVector;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.Context;
import splitvisor.highvisor.hyp.ExitCode;
import splitvisor.highvisor.hyp.HypPath;
import splitvisor.highvisor.hyp.PerCpu;
import splitvisor.highvisor.hyp.RegisterNames;
import splitvisor.highvisor.hyp.VcpuArea;

/// The door between EL2 and the guest: no look at pending interrupts before it, no barriers, no PAN. SP_EL0 is
/// among the common registers. KVM: restore_guest_regs, save_guest_regs, el1_sync, hyp.S of Linux 4.0.
public final class EarlyGuestEntry implements HostedVector.Landing {

    private static final int VECTOR_KIND = 0x180;
    private static final int IRQ_VECTOR = 0x080;
    private static final int SERROR_VECTOR = 0x180;

    private final HostedCpu cpu;
    private final PerCpu perCpu;
    private final RegisterNames names;

    public EarlyGuestEntry(HostedCpu cpu, PerCpu perCpu, RegisterNames names) {
        this.cpu = cpu;
        this.perCpu = perCpu;
        this.names = names;
    }

    /// Enters the guest and returns when an exception comes back to EL2.
    public ExitCode enter(VcpuArea vcpu) {
        cpu.path(HypPath.EARLY_GUEST_ENTER);
        perCpu.hypContext().storeX(19, 30);
        vcpu.context().loadX(0, 30);
        cpu.eret();
        int vector = cpu.resume();
        cpu.path(HypPath.EARLY_GUEST_VECTOR);
        ExitCode code =
                switch (vector & VECTOR_KIND) {
                    case IRQ_VECTOR -> ExitCode.IRQ;
                    case SERROR_VECTOR -> ExitCode.EL1_SERROR;
                    default -> ExitCode.TRAP;
                };
        if (code == ExitCode.TRAP && Ec.of(cpu.mrs(names.esr())) == Ec.HVC64) {
            cpu.mrs(SysReg.VTTBR_EL2); // the same vector takes the host's calls, which have no stage 2
        }
        cpu.path(HypPath.EARLY_GUEST_EXIT);
        Context guest = vcpu.context();
        guest.storeX(0, 30);
        perCpu.hypContext().loadX(19, 30);
        return code;
    }
}
