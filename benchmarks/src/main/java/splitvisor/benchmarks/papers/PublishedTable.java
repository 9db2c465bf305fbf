package splitvisor.benchmarks.papers;

import java.util.List;
import java.util.Optional;

/// A table of a paper, as published.
///
/// @param unit what its numbers are
/// @param note what a reader must know, or null
public record PublishedTable(
        String id, String title, String unit, String note, List<Column> columns, List<Row> rows, List<Cell> cells) {

    /// The number at a row and a column, if there is one.
    public Optional<Cell> at(String row, String column) {
        return cells.stream().filter(c -> c.row().equals(row) && c.column().equals(column)).findFirst();
    }

    /// The column with the given name.
    public Column column(String name) {
        return columns.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
    }

    /// The row with the given name.
    public Row row(String name) {
        return rows.stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
    }

    /// The cells that are about KVM on Arm and have an operation: those that calibration may take a third of.
    public List<Cell> own() {
        return cells.stream()
                .filter(c -> column(c.column()).host() != null && row(c.row()).operation() != null && c.why() == null)
                .toList();
    }
}
