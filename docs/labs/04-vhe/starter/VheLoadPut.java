package splitvisor.vhe;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.hyp.Context;
import splitvisor.highvisor.hyp.PerCpu;
import splitvisor.highvisor.hyp.RegisterNames;
import splitvisor.highvisor.hyp.SysRegState;
import splitvisor.highvisor.hyp.VcpuArea;

/// What VHE moves once per schedule instead of once per exit, yours to write: the guest's EL1 state, through `_EL12`
/// names, while the host's lies safe in EL2's registers. KVM: hyp/vhe/sysreg-sr.c.
final class VheLoadPut {

    private final HostedCpu cpu;
    private final PerCpu perCpu;
    private final SysRegState sysRegs; //        saves and restores by class: EL1, common, user
    private final VheTraps traps; //             load(vcpu), put(vcpu)

    VheLoadPut(HostedCpu cpu, PerCpu perCpu) {
        this.cpu = cpu;
        this.perCpu = perCpu;
        sysRegs = new SysRegState(cpu, RegisterNames.VHE);
        traps = new VheTraps(cpu, perCpu);
    }

    /// The vCPU comes to this PE: until it is put its registers are the guest's. KVM: kvm_vcpu_load_sysregs_vhe().
    void load(VcpuArea vcpu) {
        Context host = perCpu.hostContext();
        Context guest = vcpu.context();
        throw new UnsupportedOperationException("first of all, load the vCPU: bring its EL1 registers to the PE");
    }

    /// The vCPU leaves this PE. KVM: kvm_vcpu_put_sysregs_vhe().
    void put(VcpuArea vcpu) {
        Context host = perCpu.hostContext();
        Context guest = vcpu.context();
        throw new UnsupportedOperationException("put the vCPU: take its EL1 registers to memory");
    }
}
