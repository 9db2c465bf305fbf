package splitvisor.highvisor.kvm;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.kernel.HostKernel;
import splitvisor.highvisor.kernel.HrTimers;
import splitvisor.highvisor.kernel.KernelPath;
import splitvisor.highvisor.kernel.Task;

/// The other half of a virtual device, a thread of the kernel's: it waits for the guest's signal, takes its time,
/// and answers with an interrupt. Linux: a vhost worker between an ioeventfd and an irqfd. In Linux 4.0 an irqfd
/// injected nothing but MSIs itself and gave a wired interrupt to a worker of the workqueue (irqfd_wakeup(),
/// eventfd.c); later kernels do both at once (kvm_arch_set_irq_inatomic()).
final class Backend {

    /// What the device takes, a fraction of a second.
    private static final int ANSWERS_PER_SECOND = 50_000;

    private final HostedCpu cpu;
    private final HostKernel kernel;
    private final Vm vm;
    private final Task vhost;
    private final Task kworker;
    private final HrTimers.Timer work = new HrTimers.Timer(this::wake);
    private boolean signalled;
    private boolean done;
    private boolean queued;

    Backend(HostedCpu cpu, HostKernel kernel, Vm vm) {
        this.cpu = cpu;
        this.kernel = kernel;
        this.vm = vm;
        vhost = kernel.startKernelThread("vhost", this::run);
        kworker = kernel.hyp().generation().isEarly() ? kernel.startKernelThread("kworker", this::work) : null;
    }

    /// The guest has something for the device. Linux: eventfd_signal(), vhost_poll_wakeup().
    void signal() {
        cpu.path(KernelPath.EVENTFD_SIGNAL);
        signalled = true;
        kernel.scheduler().wake(vhost);
    }

    private void run() {
        while (true) {
            while (!signalled) {
                kernel.scheduler().block();
            }
            signalled = false;
            done = false;
            HrTimers timers = kernel.timers();
            timers.start(work, timers.now() + timers.frequency() / ANSWERS_PER_SECOND);
            while (!done) {
                kernel.scheduler().block();
            }
            cpu.path(KernelPath.IRQFD_INJECT);
            if (kworker == null) {
                vm.injectSignal();
            } else {
                cpu.path(KernelPath.QUEUE_WORK);
                queued = true;
                kernel.scheduler().wakeWorker(kworker);
            }
        }
    }

    /// What the workqueue's thread does. Linux: worker_thread(), irqfd_inject().
    private void work() {
        while (true) {
            while (!queued) {
                kernel.scheduler().block();
            }
            queued = false;
            cpu.path(KernelPath.PROCESS_WORK);
            vm.injectSignal();
        }
    }

    private void wake() {
        done = true;
        kernel.scheduler().wake(vhost);
    }
}
