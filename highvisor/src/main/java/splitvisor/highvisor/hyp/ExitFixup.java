package splitvisor.highvisor.hyp;

import splitvisor.cpu.Ec;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.hyp.VcpuArea.Field;

/// What EL2 learns from an exit at once, and the exits it answers itself: those never reach the host
/// kernel. KVM: fixup_guest_exit(), hyp/switch.h.
public final class ExitFixup {


    private final HostedCpu cpu;
    private final RegisterNames names;
    private final Runnable openFp;
    private final FaultAddress faultAddress;

    /// @param openFp lifts the trap on FP and SIMD instructions; the register for that has two layouts
    public ExitFixup(HostedCpu cpu, RegisterNames names, Runnable openFp) {
        this.cpu = cpu;
        this.names = names;
        this.openFp = openFp;
        faultAddress = new FaultAddress(cpu);
    }

    /// Records the syndrome of an exit. True when the guest can simply go on.
    public boolean handled(VcpuArea vcpu, ExitCode code) {
        cpu.path(HypPath.FIXUP_GUEST_EXIT);
        // PSTATE first: all that follows may ask which mode the guest was in.
        vcpu.context().setPstate(cpu.mrs(names.spsr()));
        if (code != ExitCode.TRAP) {
            return false;
        }
        long esr = cpu.mrs(names.esr());
        vcpu.set(Field.FAULT_ESR, esr);
        return switch (Ec.of(esr)) {
            case Ec.FP_ASIMD -> switchFp(vcpu);
            case Ec.IABT_LOW, Ec.DABT_LOW -> !recordFault(vcpu, esr);
            case Ec.SYS64 -> {
                cpu.path(HypPath.FIXUP_SYSREG); // errata and features that answer some accesses right here
                yield false;
            }
            default -> false;
        };
    }

    /// The first FP or SIMD instruction since the vCPU was loaded: now is the time to move the
    /// registers. KVM: kvm_hyp_handle_fpsimd().
    private boolean switchFp(VcpuArea vcpu) {
        cpu.path(HypPath.HANDLE_FPSIMD);
        openFp.run();
        cpu.isb();
        vcpu.hostFp().store();
        vcpu.context().fp().load();
        vcpu.setFlag(VcpuArea.FP_GUEST_OWNED);
        return true;
    }

    /// Fetches the faulting addresses. False when the fault has vanished: the guest then repeats the
    /// access. KVM: __get_fault_info().
    private boolean recordFault(VcpuArea vcpu, long esr) {
        cpu.path(HypPath.GET_FAULT_INFO);
        long far = cpu.mrs(names.far());
        vcpu.set(Field.FAULT_FAR, far);
        return faultAddress.record(vcpu, esr, far);
    }
}
