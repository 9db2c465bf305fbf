package splitvisor.benchmarks.papers;

import java.math.BigDecimal;

/// One published number. What the machine does for it follows from its row and column; the last four components
/// say otherwise for this cell alone, and are mostly null.
///
/// @param source where the number was read
/// @param note anything the source says about it
/// @param operation the operation to run instead of the row's
/// @param times how often that happens for one of the row's
/// @param because what is not quite the same about it, or why it is the same thing
/// @param why why it cannot be modelled
public record Cell(
        String row,
        String column,
        BigDecimal value,
        Confidence confidence,
        String source,
        String note,
        String operation,
        Integer times,
        String because,
        String why) {}
