package splitvisor.benchmarks.kvm;

import java.io.PrintWriter;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.observe.Observer;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.kernel.KernelPath;

/// KVM's tracepoints as ftrace prints them: task-pid, [CPU], flags, seconds of simulated time, event. The text behind
/// the event's name is Linux's, arch/arm64/kvm/trace_arm.h and trace_handle_exit.h, include/trace/events/kvm.h.
///
/// The task is called after its vCPU, as kvmtool calls it, or `vmm`; pids count from 1. The preemption depth in the
/// flags is 1 for the two tracepoints that lie in the run loop's section without preemption and 0 for the others.
///
/// Left out are tracepoints whose arguments the machine does not show when their code begins: those of the timers
/// (`kvm_timer_update_irq` …) and of the VGIC (`vgic_update_irq_pending`), and of what the model does not have.
public final class KvmTrace implements KvmListener {

    private static final String[] LINE_TYPES = {"CPU", "VGIC SPI", "VGIC PPI"};

    /// How long a line waits for lines of other PEs that are behind in time, in seconds ÷ this.
    private static final long WINDOWS_PER_SECOND = 1000;

    /// A line, and its place in the file. Lines of one PE come in order; those of several are merged by time.
    private static final class Line implements Comparable<Line> {
        private final long time;
        private final long number;
        private final String head;
        private String text;

        /// The value that it shows is not known yet.
        private boolean open;

        private Line(long time, long number, String head, String text) {
            this.time = time;
            this.number = number;
            this.head = head;
            this.text = text;
        }

        @Override
        public int compareTo(Line other) {
            return time != other.time ? Long.compare(time, other.time) : Long.compare(number, other.number);
        }
    }

    private final PrintWriter out;
    private final PriorityQueue<Line> waiting = new PriorityQueue<>();
    private final long centicyclesPerSecond;
    private final Predicate<Cpu> wanted;
    private final Map<VcpuThread, Line> loads = new HashMap<>();
    private long lines;

    private KvmTrace(PrintWriter out, long coreHz, Predicate<Cpu> wanted) {
        this.out = out;
        this.wanted = wanted;
        this.centicyclesPerSecond = coreHz * 100;
    }

    /// Writes to `out`, on a machine whose PEs run at `coreHz`. [#close] writes what is left.
    public static KvmTrace to(PrintWriter out, long coreHz) {
        return to(out, coreHz, _ -> true);
    }

    /// The same; writes what happens on a PE while it is `wanted`.
    public static KvmTrace to(PrintWriter out, long coreHz, Predicate<Cpu> wanted) {
        return new KvmTrace(out, coreHz, wanted);
    }

    /// What shall watch the machine.
    public Observer observer() {
        return new KvmEvents(this);
    }

    /// Writes the last lines.
    public void close() {
        while (!waiting.isEmpty()) {
            write(waiting.remove());
        }
        out.flush();
    }

    @Override
    public void entry(Moment moment, long pc) {
        line(moment, 1, "kvm_entry", "PC: 0x%016x".formatted(pc));
    }

    @Override
    public void exit(Moment moment) {
        GuestExit exit = moment.thread().exit();
        line(moment, 1, "kvm_exit", "%s: HSR_EC: 0x%04x (%s), PC: 0x%016x"
                .formatted(exit.label(), exit.ec(), Ec.name(exit.ec()), exit.pc()));
    }

    @Override
    public void handling(Moment moment, KernelPath path) {
        GuestExit exit = moment.thread().exit();
        switch (path) {
            case HANDLE_HVC, HANDLE_HVC_UNKNOWN -> line(moment, 0, "kvm_hvc_arm64",
                    "HVC at 0x%016x (r0: 0x%016x, imm: 0x%x)".formatted(exit.pc(), exit.x(0), exit.hvcImmediate()));
            case HANDLE_WFX -> line(moment, 0, "kvm_wfx_arm64",
                    "guest executed wf%c at: 0x%016x".formatted(exit.isWfe() ? 'e' : 'i', exit.pc()));
            case HANDLE_SYS_REG -> sysReg(moment, exit);
            case GUEST_ABORT -> line(moment, 0, "kvm_guest_fault",
                    "ipa %s, hsr %s, hxfar %s, pc %s".formatted(
                            hex(exit.ipaPage(), 0), hex(exit.esr(), 8), hex(exit.far(), 8), hex(exit.pc(), 16)));
            case IO_BUS -> mmio(moment, exit, exit.isWrite() ? "write" : "unsatisfied-read",
                    exit.isWrite() ? exit.narrowed(exit.x(exit.rt())) : 0);
            case MMIO_RETURN -> {
                if (!exit.isWrite()) {
                    mmio(moment, exit, "read", 0);
                }
            }
            default -> {}
        }
    }

    @Override
    public void irqLine(Moment moment, long line) {
        int type = (int) (line >>> 24) & 0xf;
        String kind = type < LINE_TYPES.length ? LINE_TYPES[type] : "UNKNOWN";
        long vcpu = (line >>> 16 & 0xff) + 256 * (line >>> 28 & 0xf);
        line(moment, 0, "kvm_irq_line", "Inject %s interrupt (%d), vcpu->idx: %d, num: %d, level: %d"
                .formatted(kind, type, vcpu, line & 0xffff, line >>> 32));
    }

    /// A load's value is in its register when the guest goes on.
    @Override
    public void running(Cpu cpu, VcpuThread thread) {
        Line load = loads.remove(thread);
        if (load != null) {
            GuestExit exit = thread.exit();
            load.text = mmioText(exit, "read", exit.narrowed(cpu.x[exit.rt()]));
            load.open = false;
        }
    }

    private void sysReg(Moment moment, GuestExit exit) {
        line(moment, 0, "kvm_handle_sys_reg", "HSR %s".formatted(hex(exit.esr(), 8)));
        int encoding = exit.encoding();
        line(moment, 0, "kvm_sys_access", "PC: %x SYS_%s (%d,%d,%d,%d,%d) %s".formatted(
                exit.pc(),
                SysReg.nameOf(encoding),
                encoding >>> 14,
                encoding >>> 11 & 7,
                encoding >>> 7 & 15,
                encoding >>> 3 & 15,
                encoding & 7,
                exit.isRead() ? "read" : "write"));
    }

    private void mmio(Moment moment, GuestExit exit, String type, long value) {
        Line line = line(moment, 0, "kvm_mmio", mmioText(exit, type, value));
        if (type.equals("read")) {
            line.open = true;
            loads.put(moment.thread(), line);
        }
    }

    private static String mmioText(GuestExit exit, String type, long value) {
        return "mmio %s len %d gpa 0x%x val 0x%x".formatted(type, exit.length(), exit.ipa(), value);
    }

    private Line line(Moment moment, int preemptDepth, String event, String text) {
        String head = "%16s-%-7d [%03d] %c..%s. %s: %s: ".formatted(
                moment.thread().vcpu() < 0 ? "vmm" : "kvm-vcpu-" + moment.thread().vcpu(),
                moment.thread().pid(),
                moment.cpu().index,
                moment.masked() ? 'd' : '.',
                preemptDepth == 0 ? "." : Integer.toString(preemptDepth),
                seconds(moment.time()),
                event);
        Line line = new Line(moment.time(), lines++, head, text);
        if (wanted.test(moment.cpu())) {
            waiting.add(line);
        }
        long due = moment.time() - centicyclesPerSecond / WINDOWS_PER_SECOND;
        while (!waiting.isEmpty() && waiting.peek().time < due && !waiting.peek().open) {
            write(waiting.remove());
        }
        return line;
    }

    private void write(Line line) {
        out.print(line.head + line.text + "\n");
    }

    /// Seconds and microseconds, rounded down.
    private String seconds(long centicycles) {
        long rest = BigInteger.valueOf(centicycles % centicyclesPerSecond)
                .multiply(BigInteger.valueOf(1_000_000))
                .divide(BigInteger.valueOf(centicyclesPerSecond))
                .longValue();
        return "%5d.%06d".formatted(centicycles / centicyclesPerSecond, rest);
    }

    /// Linux's `%#0<width>llx`.
    private static String hex(long value, int width) {
        String digits = Long.toHexString(value);
        return "0x" + "0".repeat(Math.max(0, width - 2 - digits.length())) + digits;
    }
}
