package splitvisor.cpu;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import splitvisor.cpu.cost.CostGroup;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.cost.Event;

/// Cost profiles for tests.
public final class Profiles {

    private static final int COUNTERS = Event.values().length + 2 * CostGroup.values().length;

    private Profiles() {}

    /// One cycle for everything that is counted: of an MRS, one for the instruction and one for the access.
    public static CostProfile flat(long coreHz, long counterHz) {
        return new CostProfile(
                "flat",
                "for tests",
                coreHz,
                counterHz,
                3,
                Collections.nCopies(COUNTERS, 100L),
                Map.of("assumed", COUNTERS),
                List.of());
    }
}
