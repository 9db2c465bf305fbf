package splitvisor.benchmarks.reproduce;

import java.util.List;
import java.util.regex.Pattern;
import splitvisor.cpu.cost.CostProfile;

/// What a hypercall's cycles are spent on, coarsely; the first kind whose keys match has the cost.
enum CostKind {
    VGIC("VGIC", ".*\\.(VGIC|GIC_CPU|deviceRead|deviceWrite)"),
    SYSTEM_REGISTERS("system registers", "sysreg.*"),
    PAIRS("GP and FP registers", "events\\.(load|store)Pair.*"),
    TRAPS("traps and returns", "events\\.(exception.*|eret)"),
    BARRIERS("barriers", "events\\.(isb|dsb|dmb)"),
    CODE("code", "events\\.(instruction|load|store)"),
    TRANSLATION("walks and TLBI", "events\\.(tlbi|walkStep|addressTranslation)"),
    OTHER("other", ".*");

    private final String label;
    private final Pattern keys;

    CostKind(String label, String keys) {
        this.label = label;
        this.keys = Pattern.compile(keys);
    }

    String label() {
        return label;
    }

    private static CostKind of(String key) {
        for (CostKind kind : values()) {
            if (kind.keys.matcher(key).matches()) {
                return kind;
            }
        }
        throw new IllegalArgumentException(key);
    }

    /// The cycles of this kind in a hypercall.
    double cycles(Hypercall hypercall) {
        List<String> keys = CostProfile.keys();
        double sum = 0;
        for (int cost = 0; cost < keys.size(); cost++) {
            sum += of(keys.get(cost)) == this ? hypercall.cyclesFor(cost) : 0;
        }
        return sum;
    }
}
