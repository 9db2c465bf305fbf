package splitvisor.benchmarks.compare;

import java.util.List;
import splitvisor.cpu.cost.CostProfile;

/// What to compare, and on what. The names are among those that a [Comparison] knows; lists have no duplicates.
///
/// @param guest the guest program that does the operations
/// @param maxInstructions how many instructions a run may execute, from reset
public record Setup(
        List<String> hosts,
        List<String> operations,
        CostProfile profile,
        String generation,
        int gic,
        GuestSource guest,
        long maxInstructions) {}
