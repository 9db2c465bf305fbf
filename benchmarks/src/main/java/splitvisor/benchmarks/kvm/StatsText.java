package splitvisor.benchmarks.kvm;

import java.util.List;
import java.util.Locale;
import splitvisor.benchmarks.kvm.KvmStats.Counter;
import splitvisor.benchmarks.kvm.KvmStats.Row;
import splitvisor.benchmarks.kvm.KvmStats.Vcpu;

/// [KvmStats] as text: KVM's counters, then two tables in the shape of `perf kvm stat report`
/// (tools/perf/builtin-kvm.c), each with the time it is about.
public final class StatsText {

    private static final String COLUMNS =
            "%20s %10s %9s %9s %11s %11s %16s".formatted(
                    "VM-EXIT", "Samples", "Samples%", "Time%", "Min Time", "Max Time", "Avg time");

    private final KvmStats stats;
    private final StringBuilder text = new StringBuilder();

    private StatsText(KvmStats stats) {
        this.stats = stats;
    }

    /// The whole text.
    public static String of(KvmStats stats) {
        StatsText text = new StatsText(stats);
        text.counters();
        text.answered();
        text.times("from kvm_entry to kvm_exit: guest run time before the exit, as perf shows it on arm64",
                stats.guestTimes());
        text.times("from kvm_exit to kvm_entry: handling of the exit, waiting included, as perf shows it on x86",
                stats.handlingTimes());
        return text.text.toString();
    }

    private void counters() {
        line("KVM's counters:");
        StringBuilder heading = new StringBuilder("%-10s".formatted("vCPU"));
        for (Counter counter : Counter.values()) {
            heading.append(" %16s".formatted(counter.label()));
        }
        line(heading.toString());
        for (Vcpu vcpu : stats.vcpus()) {
            StringBuilder row = new StringBuilder("%-10s".formatted("vm%d/vcpu%d".formatted(vcpu.vm(), vcpu.vcpu())));
            for (Counter counter : Counter.values()) {
                row.append(" %16d".formatted(vcpu.get(counter)));
            }
            line(row.toString());
        }
    }

    private void answered() {
        line("");
        line("Exits answered at EL2, which KVM does not count:");
        stats.answered().forEach((exit, count) -> line("%20s %10d".formatted(exit, count)));
        if (stats.answered().isEmpty()) {
            line("%20s".formatted("none"));
        }
    }

    private void times(String which, List<Row> rows) {
        long count = rows.stream().mapToLong(row -> row.samples().count()).sum();
        long sum = rows.stream().mapToLong(row -> row.samples().sum()).sum();
        line("");
        line("Analyze events for all VMs, all VCPUs:");
        line("Time is %s.".formatted(which));
        line("");
        line(COLUMNS);
        line("");
        for (Row row : rows) {
            Samples samples = row.samples();
            line(String.format(
                    Locale.ROOT,
                    "%20s %10d %8.2f%% %8.2f%% %9.2fus %9.2fus %9.2fus ( +-%7.2f%% )",
                    row.exit(),
                    samples.count(),
                    100.0 * samples.count() / count,
                    100.0 * samples.sum() / sum,
                    stats.microseconds(samples.least()),
                    stats.microseconds(samples.most()),
                    stats.microseconds(samples.mean()),
                    samples.relativeDeviation()));
        }
        line("");
        line(String.format(
                Locale.ROOT, "Total Samples:%d, Total events handled time:%.2fus.", count, stats.microseconds(sum)));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
