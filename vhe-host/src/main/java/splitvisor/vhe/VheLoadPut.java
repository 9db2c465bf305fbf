package splitvisor.vhe;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.hyp.Context;
import splitvisor.highvisor.hyp.HypPath;
import splitvisor.highvisor.hyp.PerCpu;
import splitvisor.highvisor.hyp.RegisterNames;
import splitvisor.highvisor.hyp.SysRegState;
import splitvisor.highvisor.hyp.VcpuArea;

/// What VHE moves once per schedule instead of once per exit: the guest's EL1 state, through `_EL12`
/// names, while the host's lies safe in EL2's registers. KVM: hyp/vhe/sysreg-sr.c.
final class VheLoadPut {

    private final HostedCpu cpu;
    private final PerCpu perCpu;
    private final SysRegState sysRegs;
    private final VheTraps traps;

    VheLoadPut(HostedCpu cpu, PerCpu perCpu) {
        this.cpu = cpu;
        this.perCpu = perCpu;
        sysRegs = new SysRegState(cpu, RegisterNames.VHE);
        traps = new VheTraps(cpu, perCpu);
    }

    /// KVM: kvm_vcpu_load_sysregs_vhe().
    void load(VcpuArea vcpu) {
        cpu.path(HypPath.LOAD_SYSREGS_VHE);
        Context host = perCpu.hostContext();
        Context guest = vcpu.context();
        sysRegs.saveUser(host);
        sysRegs.restoreUser(guest);
        sysRegs.restoreEl1(guest);
        vcpu.setFlag(VcpuArea.SYSREGS_ON_CPU);
        traps.load(vcpu);
    }

    /// KVM: kvm_vcpu_put_sysregs_vhe().
    void put(VcpuArea vcpu) {
        cpu.path(HypPath.PUT_SYSREGS_VHE);
        Context host = perCpu.hostContext();
        Context guest = vcpu.context();
        traps.put(vcpu);
        cpu.path(HypPath.PUT_SYSREGS_VHE_SAVE);
        sysRegs.saveEl1(guest);
        sysRegs.saveUser(guest);
        sysRegs.restoreUser(host);
        vcpu.clearFlag(VcpuArea.SYSREGS_ON_CPU);
    }
}
