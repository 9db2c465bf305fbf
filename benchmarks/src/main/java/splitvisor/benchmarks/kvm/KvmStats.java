package splitvisor.benchmarks.kvm;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import splitvisor.cpu.observe.Observer;
import splitvisor.highvisor.kernel.KernelPath;

/// KVM's counters per vCPU, the exits that EL2 answered itself, and the times that `perf kvm stat` adds up.
public final class KvmStats implements KvmListener {

    /// A vCPU counter of KVM's statistics, by Linux's name (arch/arm64/kvm/guest.c).
    enum Counter {
        EXITS("exits"),
        HVC("hvc_exit_stat"),
        WFE("wfe_exit_stat"),
        WFI("wfi_exit_stat"),
        MMIO_USER("mmio_exit_user"),
        MMIO_KERNEL("mmio_exit_kernel"),
        SIGNAL("signal_exits");

        private final String label;

        Counter(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /// The counters of one vCPU.
    ///
    /// @param vm the VMID of its VM
    /// @param vcpu its number in the VM
    record Vcpu(int vm, int vcpu, Map<Counter, Long> counters) {

        long get(Counter counter) {
            return counters.getOrDefault(counter, 0L);
        }
    }

    /// One reason for exits and how long something took each time.
    record Row(String exit, Samples samples) {}

    private record Ends(long entry, long exit, String reason) {}

    private final long coreHz;
    private final Map<Long, Vcpu> vcpus = new TreeMap<>();
    private final Map<String, Long> answered = new TreeMap<>();
    private final Map<String, Samples> inGuest = new TreeMap<>();
    private final Map<String, Samples> inHost = new TreeMap<>();
    private final Map<Integer, Ends> ends = new TreeMap<>();

    /// Statistics of a machine whose PEs run at `coreHz`.
    public KvmStats(long coreHz) {
        this.coreHz = coreHz;
    }

    /// What shall watch the machine.
    public Observer observer() {
        return new KvmEvents(this);
    }

    @Override
    public void entry(Moment moment, long pc) {
        Ends last = ends.get(moment.thread().pid());
        if (last != null) {
            sample(inHost, last.reason, moment.time() - last.exit);
        }
        ends.put(moment.thread().pid(), new Ends(moment.time(), 0, ""));
    }

    @Override
    public void exit(Moment moment) {
        String reason = moment.thread().exit().name();
        Ends last = ends.get(moment.thread().pid());
        sample(inGuest, reason, moment.time() - last.entry);
        ends.put(moment.thread().pid(), new Ends(0, moment.time(), reason));
    }

    @Override
    public void answered(VcpuThread thread, GuestExit exit) {
        answered.merge(exit.name(), 1L, Long::sum);
    }

    @Override
    public void counted(VcpuThread thread) {
        count(thread, Counter.EXITS);
    }

    @Override
    public void handling(Moment moment, KernelPath path) {
        VcpuThread thread = moment.thread();
        switch (path) {
            case HANDLE_HVC, HANDLE_HVC_UNKNOWN -> count(thread, Counter.HVC);
            case HANDLE_WFX -> count(thread, thread.exit().isWfe() ? Counter.WFE : Counter.WFI);
            case IO_USER -> count(thread, Counter.MMIO_USER);
            case IO_DISPATCH -> count(thread, Counter.MMIO_KERNEL);
            default -> {}
        }
    }

    /// By VM and number.
    List<Vcpu> vcpus() {
        return List.copyOf(vcpus.values());
    }

    /// Exits that never reached the kernel, by exception class.
    Map<String, Long> answered() {
        return answered;
    }

    /// From `kvm_entry` to `kvm_exit`: the time before each exit. What perf shows on arm64.
    List<Row> guestTimes() {
        return rows(inGuest);
    }

    /// From `kvm_exit` to `kvm_entry`: the time that handling the exit took, waiting included. What perf shows on x86.
    List<Row> handlingTimes() {
        return rows(inHost);
    }

    /// Microseconds of simulated time.
    double microseconds(double centicycles) {
        return centicycles * 10_000 / coreHz;
    }

    /// Most frequent first, as perf sorts.
    private static List<Row> rows(Map<String, Samples> times) {
        List<Row> rows = new ArrayList<>();
        times.forEach((exit, samples) -> rows.add(new Row(exit, samples)));
        rows.sort((a, b) -> Long.compare(b.samples.count(), a.samples.count()));
        return rows;
    }

    private static void sample(Map<String, Samples> times, String reason, long time) {
        times.computeIfAbsent(reason, _ -> new Samples()).add(time);
    }

    private void count(VcpuThread thread, Counter counter) {
        long key = (long) thread.vm() << 32 | thread.vcpu();
        vcpus.computeIfAbsent(key, _ -> new Vcpu(thread.vm(), thread.vcpu(), new EnumMap<>(Counter.class)))
                .counters
                .merge(counter, 1L, Long::sum);
    }
}
