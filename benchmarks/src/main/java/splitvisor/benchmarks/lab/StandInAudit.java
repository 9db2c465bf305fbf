package splitvisor.benchmarks.lab;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.hosted.CodePath;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.kernel.KernelPath;

/// Holds that timers of the host's stand in for a guest's where they must, and nowhere else: the background timer for
/// a vCPU that waits, `soft` for an emulated timer of one that is loaded. Who is put or loaded is known by the task.
final class StandInAudit extends SwitchAudit {

    private static final int TRACE_LINES = 14;

    private final Set<Long> halting = new HashSet<>();
    private final Set<Long> background = new HashSet<>();
    private KernelPath stage = KernelPath.LOAD_DONE;
    private boolean inInterrupt;
    private boolean cancelled;
    private boolean timerWakes;
    private long mark;

    @Override
    public void path(Cpu cpu, CodePath path) {
        super.path(cpu, path);
        if (path instanceof KernelPath where) {
            follow(cpu, where, value(cpu, SysReg.SP_EL0));
        }
    }

    private void follow(Cpu cpu, KernelPath path, long task) {
        switch (path) {
            case VCPU_HALT -> halting.add(task);
            case RUN_WORK -> halting.remove(task);
            case IRQ_ENTRY -> inInterrupt = true;
            case IRQ_EXIT -> inInterrupt = false;
            case HRTIMER_INTERRUPT -> timerWakes = true;
            case IRQFD_INJECT -> timerWakes = false;
            case HRTIMER_START -> started(cpu, task);
            case HRTIMER_CANCEL -> cancelled = true;
            case TIMER_UPDATE_IRQ -> moved(cpu);
            case VCPU_LOAD, VCPU_PUT -> {
                stage = path;
                inInterrupt = false;
                cancelled = false;
                mark = transcript().mark();
            }
            case PUT_DONE -> stage = path;
            case LOAD_DONE -> {
                stage = path;
                loaded(cpu, task);
            }
            default -> {}
        }
    }

    private void started(Cpu cpu, long task) {
        if (stage != KernelPath.VCPU_PUT || inInterrupt) {
            return;
        }
        background.add(task);
        if (!halting.contains(task)) {
            report(cpu, "put starts a timer of the host's, and the vCPU does not wait",
                    "Whoever can run is loaded when its turn comes, and its timers are looked at then: only a vCPU "
                            + "that waits needs to be woken. KVM: kvm_timer_vcpu_put(), kvm_vcpu_is_blocking().");
        }
    }

    private void moved(Cpu cpu) {
        if (stage == KernelPath.PUT_DONE) {
            report(cpu, "a timer's line is moved while its vCPU is not loaded",
                    "put cancels the host's timer `soft` of each emulated timer: its line is looked at when the vCPU "
                            + "is loaded, and if it waits for that, the background timer has it in view. "
                            + "KVM: kvm_timer_vcpu_put(), soft_timer_cancel().");
        }
    }

    private void loaded(Cpu cpu, long task) {
        if (background.remove(task) && !timerWakes && !cancelled) {
            report(cpu, "another interrupt than its timer's has woken the vCPU, and the background timer goes on",
                    "A vCPU that runs needs no waking: load cancels the background timer, which would interrupt the "
                            + "guest for nothing. KVM: kvm_timer_unblocking().");
        }
    }

    private void report(Cpu cpu, String what, String rule) {
        List<String> trace = transcript().since(mark, StandInAudit::shows, TRACE_LINES);
        inspection().found(cpu, trace, what, rule);
    }

    private static boolean shows(String line) {
        return Transcript.leavesHost(line) || Stream.of(" CNTP_", " CNTV_", " CNTVOFF").anyMatch(line::contains);
    }
}
