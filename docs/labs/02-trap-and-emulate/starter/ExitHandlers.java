package splitvisor.highvisor.kvm;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.hyp.ExitCode;
import splitvisor.highvisor.hyp.VcpuArea;
import splitvisor.highvisor.hyp.VcpuArea.Field;
import splitvisor.highvisor.kernel.KernelPath;
import splitvisor.highvisor.kernel.Scheduler;

/// What each reason for leaving the guest means to the host, yours to write. KVM: handle_exit(),
/// arm_exit_handlers[], handle_exit.c.
final class ExitHandlers {

    private final HostedCpu cpu;
    private final Scheduler scheduler; //     yieldCpu(): another thread may run now
    private final Vm vm; //                   backs(ipa), mapPage(ipa)
    private final Vcpu vcpu; //               incrementPc(), injectUndefined(), halt(): until an interrupt is pending
    private final Mmio mmio; //               emulate(fault)
    private final Psci psci; //               call(): answers what the guest's X0 asks for
    private final SysRegEmulation sysRegs; // emulate(trap), in the other file

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

    /// Called after each of the guest's turns. Resume.GUEST: it is to have another.
    Resume handle(ExitCode exit) {
        cpu.path(KernelPath.HANDLE_EXIT);
        throw new UnsupportedOperationException("first of all, see how the guest was left: only a TRAP has a syndrome");
    }

    /// An abort at stage 2: a page to be mapped, a device, or nothing at all. This one is done for you; lab 5 is
    /// about it. KVM: kvm_handle_guest_abort(), mmu.c.
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
