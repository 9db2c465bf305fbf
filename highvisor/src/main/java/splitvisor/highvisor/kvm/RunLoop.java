package splitvisor.highvisor.kvm;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.hosted.PstateField;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.ExitCode;
import splitvisor.highvisor.kernel.HostKernel;
import splitvisor.highvisor.kernel.KernelPath;
import splitvisor.highvisor.kernel.Task;

/// KVM_RUN: enters the guest again and again until user space is needed. KVM:
/// kvm_arch_vcpu_ioctl_run(), arm.c.
final class RunLoop {

    private static final int IRQ_AND_FIQ = 3;

    private final HostedCpu cpu;
    private final HostKernel kernel;
    private final Vm vm;
    private final Vcpu vcpu;
    private final VcpuSchedule schedule;
    private final ExitHandlers handlers;

    RunLoop(HostedCpu cpu, HostKernel kernel, Vm vm, Vcpu vcpu) {
        this.cpu = cpu;
        this.kernel = kernel;
        this.vm = vm;
        this.vcpu = vcpu;
        schedule = new VcpuSchedule(cpu, kernel.hyp(), vm, vcpu);
        handlers = new ExitHandlers(cpu, vm, vcpu);
    }

    /// Returns 0; why it returned is in `kvm_run`.
    long run() {
        if (vcpu.run().get(KvmRun.EXIT_REASON, 2) == KvmRun.EXIT_MMIO) {
            handlers.mmio().complete(); // user space has answered: now the load gets its value
        }
        Task task = kernel.scheduler().current();
        schedule.load();
        task.setNotifier(schedule);
        Resume resume;
        do {
            prepare();
            ExitCode exit = kernel.hyp().vcpuRun(vcpu.area().base());
            finish();
            resume = handlers.handle(exit);
        } while (resume == Resume.GUEST);
        cpu.path(KernelPath.RUN_TO_USER);
        task.setNotifier(null);
        schedule.put();
        return 0;
    }

    /// Everything that must be decided before interrupts are masked, and then the rest.
    private void prepare() {
        cpu.path(KernelPath.RUN_WORK);
        cpu.path(KernelPath.VMID_UPDATE);
        cpu.path(KernelPath.RUN_IRQS_OFF);
        cpu.msr(PstateField.DAIF_SET, IRQ_AND_FIQ);
        if (vm.vgic() != null) {
            vm.vgic().flush(vcpu);
        } else {
            cpu.path(KernelPath.VGIC_FLUSH);
        }
        cpu.path(KernelPath.RUN_CHECKS);
        cpu.path(KernelPath.SETUP_DEBUG);
        cpu.path(KernelPath.CTXFLUSH_FP);
        cpu.path(KernelPath.ENTER);
    }

    /// Interrupts go on again: one that ended the guest's turn is taken here, by the kernel's ordinary
    /// vector.
    private void finish() {
        cpu.path(KernelPath.RUN_EXIT_SYNC);
        if (vm.vgic() != null) {
            vm.vgic().sync(vcpu);
        }
        cpu.mrs(SysReg.DAIF);
        cpu.path(KernelPath.RUN_IRQS_ON);
        cpu.msr(PstateField.DAIF_CLR, IRQ_AND_FIQ);
    }
}
