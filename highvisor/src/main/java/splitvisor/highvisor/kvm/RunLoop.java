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
        handlers = new ExitHandlers(cpu, kernel.scheduler(), vm, vcpu);
    }

    /// Returns 0, and why it returned is in `kvm_run`; or −EINTR when the thread is to end.
    long run() {
        if (vcpu.run().get(KvmRun.EXIT_REASON, 2) == KvmRun.EXIT_MMIO) {
            handlers.mmio().complete(); // user space has answered: now the load gets its value
        }
        Task task = kernel.scheduler().current();
        schedule.load();
        task.setNotifier(schedule);
        Resume resume = Resume.GUEST;
        while (resume == Resume.GUEST) {
            resume = work(task);
            if (resume == Resume.GUEST && prepare(task)) {
                ExitCode exit = kernel.hyp().vcpuRun(vcpu.area().base());
                finish();
                resume = handlers.handle(exit);
            }
        }
        cpu.path(KernelPath.RUN_TO_USER);
        task.setNotifier(null);
        schedule.put();
        return resume == Resume.INTERRUPTED ? Errno.EINTR.result() : 0;
    }

    /// What may take its time: other tasks, and what was asked of this vCPU meanwhile. KVM:
    /// xfer_to_guest_mode_handle_work(), check_vcpu_requests().
    private Resume work(Task task) {
        cpu.path(KernelPath.RUN_WORK);
        if (kernel.scheduler().needResched()) {
            kernel.scheduler().schedule();
        }
        if (vcpu.hasRequests()) {
            vcpu.serveRequests(schedule);
        }
        if (task.isKilled()) {
            vcpu.run().exit(KvmRun.EXIT_INTR);
            return Resume.INTERRUPTED;
        }
        return Resume.GUEST;
    }

    /// The last steps before the guest, with interrupts masked; false, and all undone, when something has come up.
    private boolean prepare(Task task) {
        cpu.path(KernelPath.VMID_UPDATE);
        cpu.path(KernelPath.RUN_IRQS_OFF);
        cpu.msr(PstateField.DAIF_SET, IRQ_AND_FIQ);
        vcpu.timers().watchSwitched();
        if (vm.vgic() != null) {
            vm.vgic().flush(vcpu);
        } else {
            cpu.path(KernelPath.VGIC_FLUSH);
        }
        cpu.path(KernelPath.RUN_CHECKS);
        vcpu.enterGuestMode();
        if (kernel.scheduler().needResched() || task.isKilled() || vcpu.hasRequests()) {
            leave();
            return false;
        }
        vcpu.setupDebug();
        cpu.path(KernelPath.CTXFLUSH_FP);
        cpu.path(KernelPath.ENTER);
        return true;
    }

    /// Interrupts go on again: one that ended the guest's turn is taken here, by the kernel's ordinary
    /// vector.
    private void finish() {
        cpu.path(KernelPath.RUN_EXIT_SYNC);
        leave();
    }

    private void leave() {
        vcpu.leaveGuestMode();
        if (vm.vgic() != null) {
            vm.vgic().sync(vcpu);
        }
        vcpu.timers().watchSwitched();
        cpu.mrs(SysReg.DAIF);
        cpu.path(KernelPath.RUN_IRQS_ON);
        cpu.msr(PstateField.DAIF_CLR, IRQ_AND_FIQ);
    }
}
