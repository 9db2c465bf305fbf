package splitvisor.lowvisor;

import splitvisor.cpu.Ec;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.hosted.HostedProgramException;
import splitvisor.cpu.hosted.HostedVector;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.Context;
import splitvisor.highvisor.hyp.HypPath;
import splitvisor.highvisor.hyp.PerCpu;
import splitvisor.highvisor.hyp.VcpuArea;
import splitvisor.highvisor.hyp.VgicRegisters;
import splitvisor.highvisor.hyp.WorldSwitch;

/// EL2 while the host runs: takes the host kernel's HVCs, keeps its registers meanwhile, and dispatches
/// them by function. KVM: __kvm_hyp_host_vector, host.S; handle_trap(), handle_host_hcall(), hyp-main.c.
class Lowvisor implements HostedVector.Handler {

    private static final int SYNC_FROM_LOWER_EL = 0x400;

    private final HostedCpu cpu;
    private final PerCpu perCpu;
    private final NvheStage2 stage2;
    private final VgicRegisters vgic;
    private final WorldSwitch worldSwitch;

    Lowvisor(HostedCpu cpu, PerCpu perCpu, NvheStage2 stage2, WorldSwitch worldSwitch) {
        this.cpu = cpu;
        this.perCpu = perCpu;
        this.stage2 = stage2;
        this.worldSwitch = worldSwitch;
        vgic = new VgicRegisters(cpu);
    }

    @Override
    public void handle(int offset) {
        requireSync(offset);
        cpu.path(HypPath.HOST_VECTOR);
        cpu.mrs(SysReg.ESR_EL2);
        cpu.path(HypPath.HOST_EXIT);
        Context host = perCpu.hostContext();
        host.storeX(0, 30);
        cpu.path(HypPath.HANDLE_TRAP);
        requireHvc();
        host.setX(1, call(HypFunction.of(host.x(0)), host.x(1), host.x(2)));
        host.setX(0, HypFunction.SUCCESS);
        cpu.path(HypPath.HOST_ENTER);
        host.loadX(0, 30);
        cpu.eret();
    }

    static void requireSync(int offset) {
        if (offset != SYNC_FROM_LOWER_EL) {
            throw new HostedProgramException("EL2 took an exception it has no use for, vector %#x".formatted(offset));
        }
    }

    void requireHvc() {
        long esr = cpu.mrs(SysReg.ESR_EL2);
        if (Ec.of(esr) != Ec.HVC64) {
            throw new HostedProgramException(
                    "the host trapped to EL2: %s".formatted(Ec.name(Ec.of(esr))));
        }
    }

    /// Results go to the host in X1. KVM: host_hcall[], hyp-main.c.
    long call(HypFunction function, long first, long second) {
        return switch (function) {
            case VCPU_RUN -> {
                cpu.path(HypPath.HANDLE_VCPU_RUN);
                long exit = worldSwitch.run(new VcpuArea(cpu, first)).ordinal();
                cpu.path(HypPath.HANDLE_VCPU_RUN_RETURN);
                yield exit;
            }
            case VGIC_READ_VMCR -> vgic.readVmcr();
            case VGIC_GET_GIC_CONFIG -> vgic.readVtr();
            default -> {
                perform(function, first, second);
                yield 0;
            }
        };
    }

    /// The functions without a result.
    private void perform(HypFunction function, long first, long second) {
        switch (function) {
            case TIMER_SET_CNTVOFF -> {
                cpu.path(HypPath.SET_CNTVOFF);
                cpu.msr(SysReg.CNTVOFF_EL2, first);
            }
            case VGIC_WRITE_VMCR -> vgic.writeVmcr(first);
            case VGIC_SAVE_APRS -> vgic.saveAprs(new VcpuArea(cpu, first));
            case VGIC_RESTORE_APRS -> vgic.restoreAprs(new VcpuArea(cpu, first));
            case TLB_FLUSH_VMID_IPA -> stage2.flushIpa(first, second);
            case TLB_FLUSH_VMID -> stage2.flushVm(first);
            case FLUSH_CPU_CONTEXT -> stage2.flushCpuContext(first);
            default -> throw new HostedProgramException(function + " has a result");
        }
    }
}
