package splitvisor.benchmarks.papers;

/// A row of a published table, and what the machine does for it.
///
/// @param operation the name of the operation, or null
/// @param part the [Part] of the operation that the row is about; null: all of it
/// @param perIteration how many of what the row counts are in one iteration of the operation; null: one
/// @param why why there is no operation
public record Row(String name, String operation, String part, Integer perIteration, String why) {}
