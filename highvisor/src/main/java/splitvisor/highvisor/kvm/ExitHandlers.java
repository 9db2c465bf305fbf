package splitvisor.highvisor.kvm;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.hyp.ExitCode;
import splitvisor.highvisor.hyp.VcpuArea;
import splitvisor.highvisor.hyp.VcpuArea.Field;
import splitvisor.highvisor.kernel.KernelPath;
import splitvisor.highvisor.kernel.Scheduler;

/// What each reason for leaving the guest means to the host, exhaustively: a new kind of [Syndrome]
/// does not compile until its fate is decided here. KVM: handle_exit(), arm_exit_handlers[],
/// handle_exit.c.
final class ExitHandlers {

    private static final long SMCCC_NOT_SUPPORTED = -1;

    private final HostedCpu cpu;
    private final Scheduler scheduler;
    private final Vm vm;
    private final Vcpu vcpu;
    private final Mmio mmio;
    private final Psci psci;
    private final SysRegEmulation sysRegs;

    ExitHandlers(HostedCpu cpu, Scheduler scheduler, Vm vm, Vcpu vcpu) {
        this.cpu = cpu;
        this.scheduler = scheduler;
        this.vm = vm;
        this.vcpu = vcpu;
        mmio = new Mmio(cpu, vm.bus(), vcpu);
        psci = new Psci(cpu, vm, vcpu);
        sysRegs = new SysRegEmulation(cpu, vm, vcpu);
    }

    Mmio mmio() {
        return mmio;
    }

    Resume handle(ExitCode exit) {
        cpu.path(KernelPath.HANDLE_EXIT);
        return switch (exit) {
            case IRQ -> Resume.GUEST; // the kernel's vector has taken it already
            case TRAP -> handle(syndrome());
            case EL1_SERROR, IL -> unsupported(exit + " exit");
        };
    }

    private Resume handle(Syndrome why) {
        return switch (why) {
            case Syndrome.Hvc _ -> psci.call();
            case Syndrome.Wfi _ -> {
                cpu.path(KernelPath.HANDLE_WFX);
                vcpu.incrementPc();
                vcpu.halt();
                yield Resume.GUEST;
            }
            case Syndrome.Wfe _ -> {
                cpu.path(KernelPath.HANDLE_WFX);
                vcpu.incrementPc();
                scheduler.yieldCpu(); // KVM: kvm_vcpu_on_spin(), which favours vCPUs of the same VM
                yield Resume.GUEST;
            }
            case Syndrome.SysRegTrap trap -> sysRegs.emulate(trap);
            case Syndrome.Stage2Fault fault -> guestAbort(fault);
            case Syndrome.Smc _ -> {
                vcpu.setX(0, SMCCC_NOT_SUPPORTED);
                vcpu.incrementPc(); // trapped by HCR_EL2.TSC, so no call was made: unlike HVC's, its ELR is its own
                yield Resume.GUEST;
            }
            case Syndrome.FpAccess _, Syndrome.Unknown _ -> {
                vcpu.injectUndefined();
                yield Resume.GUEST;
            }
        };
    }

    /// KVM: kvm_handle_guest_abort(), mmu.c.
    private Resume guestAbort(Syndrome.Stage2Fault fault) {
        cpu.path(KernelPath.GUEST_ABORT);
        Resume resume = Resume.GUEST;
        if (!vm.addresses(fault.ipa())) {
            vcpu.injectAbort(fault.fetch(), fault.ipa()); // Linux gives the IPA, whatever the virtual address
        } else if (vm.backs(fault.ipa())) {
            vm.mapPage(fault.ipa());
        } else if (fault.fetch() || fault.walk()) {
            // Its code or its tables are where there is nothing: its own mistake.
            vcpu.injectAbort(fault.fetch(), vcpu.area().get(Field.FAULT_FAR));
        } else if (fault.maintenance()) {
            vcpu.incrementPc(); // no cache holds anything of what is not there
        } else if (fault.access() == null) {
            return unsupported("access to %#x without instruction syndrome".formatted(fault.ipa()));
        } else {
            resume = mmio.emulate(fault);
        }
        cpu.path(KernelPath.GUEST_ABORT_RETURN);
        return resume;
    }

    /// User space gets to know that this host cannot go on. KVM: KVM_EXIT_INTERNAL_ERROR.
    private Resume unsupported(String what) {
        vcpu.reportUnsupported(what);
        return Resume.USER_SPACE;
    }

    private Syndrome syndrome() {
        VcpuArea area = vcpu.area();
        return Syndrome.of(area.get(Field.FAULT_ESR), area.get(Field.FAULT_FAR), area.get(Field.FAULT_HPFAR));
    }
}
