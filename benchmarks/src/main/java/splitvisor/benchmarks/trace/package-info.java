/// A stretch of what the machine did, step by step, to be looked at: recorded by one observer, undone as exactly as
/// done, written as a page, as Chrome trace events and as text.
package splitvisor.benchmarks.trace;
