package splitvisor.benchmarks.papers;

import java.math.BigDecimal;
import splitvisor.benchmarks.report.Mark;

/// A published number beside the machine's.
///
/// @param id the cell's name, [Paper#cellId]
/// @param mark what our number may claim; [Mark#QUOTED] when there is none
/// @param ours the machine's number, or null
/// @param error ours relative to the published one, less 1; null when there is no number of ours
/// @param how what the machine did, or why it did nothing
public record Result(
        String id, PublishedTable table, Cell cell, Mark mark, BigDecimal ours, BigDecimal error, String how) {}
