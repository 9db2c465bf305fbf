package splitvisor.highvisor.kvm;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.kernel.HostKernel;
import splitvisor.highvisor.kernel.HrTimers;
import splitvisor.highvisor.kernel.KernelPath;
import splitvisor.highvisor.kernel.Task;

/// The other half of a virtual device, a thread of the kernel's: it waits for the guest's signal, takes its time,
/// and answers with an interrupt. Linux: a vhost worker between an ioeventfd and an irqfd.
final class Backend {

    /// What the device takes, a fraction of a second.
    private static final int ANSWERS_PER_SECOND = 50_000;

    private final HostedCpu cpu;
    private final HostKernel kernel;
    private final Vm vm;
    private final Task worker;
    private final HrTimers.Timer work = new HrTimers.Timer(this::wake);
    private boolean signalled;
    private boolean done;

    Backend(HostedCpu cpu, HostKernel kernel, Vm vm) {
        this.cpu = cpu;
        this.kernel = kernel;
        this.vm = vm;
        worker = kernel.startKernelThread("vhost", this::run);
    }

    /// The guest has something for the device. Linux: eventfd_signal(), vhost_poll_wakeup().
    void signal() {
        cpu.path(KernelPath.EVENTFD_SIGNAL);
        signalled = true;
        kernel.scheduler().wake(worker);
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
            vm.injectSignal();
        }
    }

    private void wake() {
        done = true;
        kernel.scheduler().wake(worker);
    }
}
