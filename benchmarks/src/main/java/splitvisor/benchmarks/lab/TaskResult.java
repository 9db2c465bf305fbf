package splitvisor.benchmarks.lab;

import java.util.List;

/// The outcome of one task.
///
/// @param task its name
/// @param points the points given: all of them or none
/// @param of the points it is worth
/// @param findings why there are none; empty otherwise
/// @param score what a ranking compares, in simulated cycles; the fewer the better; null where nothing is ranked
public record TaskResult(String task, int points, int of, List<Finding> findings, Long score) {}
