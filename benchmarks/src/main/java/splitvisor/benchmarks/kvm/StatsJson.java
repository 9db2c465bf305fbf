package splitvisor.benchmarks.kvm;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import splitvisor.benchmarks.PrettyJson;
import splitvisor.benchmarks.kvm.KvmStats.Counter;
import splitvisor.benchmarks.kvm.KvmStats.Row;
import splitvisor.benchmarks.kvm.KvmStats.Vcpu;

/// [KvmStats] as JSON, with KVM's names for its counters. Times are in cycles of the core.
public final class StatsJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StatsJson() {}

    /// The whole document, ending in a line feed.
    public static String of(KvmStats stats) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode vcpus = root.putArray("vcpus");
        for (Vcpu vcpu : stats.vcpus()) {
            ObjectNode node = vcpus.addObject().put("vm", vcpu.vm()).put("vcpu", vcpu.vcpu());
            for (Counter counter : Counter.values()) {
                node.put(counter.label(), vcpu.get(counter));
            }
        }
        ObjectNode answered = root.putObject("answered_at_el2");
        stats.answered().forEach(answered::put);
        times(root.putArray("guest_time_before_exit"), stats.guestTimes());
        times(root.putArray("handling_time"), stats.handlingTimes());
        return PrettyJson.of(root);
    }

    private static void times(ArrayNode array, List<Row> rows) {
        for (Row row : rows) {
            array.addObject()
                    .put("exit", row.exit())
                    .put("samples", row.samples().count())
                    .put("cycles", row.samples().sum() / 100.0)
                    .put("min", row.samples().least() / 100.0)
                    .put("max", row.samples().most() / 100.0);
        }
    }
}
