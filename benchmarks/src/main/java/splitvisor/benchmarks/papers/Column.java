package splitvisor.benchmarks.papers;

/// A column of a published table, and the machine that stands for it.
///
/// @param hardware what was measured
/// @param host the host configuration, or null when the column is not about KVM on Arm
/// @param generation the KVM generation
/// @param gic the version of the GIC
/// @param without the steps of the switch that this configuration leaves out, as a regular expression; null: none
/// @param direction `save` or `restore`, where columns are directions; else null
/// @param why why there is no host
public record Column(
        String name,
        String hardware,
        String host,
        String generation,
        Integer gic,
        String without,
        String direction,
        String why) {}
