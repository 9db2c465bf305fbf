package splitvisor.benchmarks.book;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import splitvisor.benchmarks.papers.Cell;
import splitvisor.benchmarks.papers.Confidence;
import splitvisor.benchmarks.papers.Paper;
import splitvisor.benchmarks.papers.PublishedTable;
import splitvisor.benchmarks.papers.Row;

/// The papers' numbers as the program knows them, also about hypervisors that are not ours.
final class PublishedNumbers {

    private PublishedNumbers() {}

    /// Some columns of a table, each number with the sign of its source.
    static String table(String paper, String table, List<String> columns) throws Unquotable {
        PublishedTable published = published(paper, table);
        StringBuilder page = new StringBuilder("| %s | %s |\n|---|%s\n".formatted(
                published.unit(), String.join(" | ", columns), "---:|".repeat(columns.size())));
        for (Row row : published.rows()) {
            page.append("| ").append(row.name());
            for (String column : columns) {
                page.append(" | ").append(published.at(row.name(), column).map(PublishedNumbers::signed).orElse(""));
            }
            page.append(" |\n");
        }
        return page.toString();
    }

    /// One number.
    static String value(String paper, String table, String row, String column) throws Unquotable {
        Optional<Cell> cell = published(paper, table).at(row, column);
        return cell.map(PublishedNumbers::plain)
                .orElseThrow(() -> new Unquotable("%s has no number at %s, %s".formatted(table, row, column)));
    }

    private static PublishedTable published(String paper, String table) throws Unquotable {
        if (!Paper.ALL.contains(paper)) {
            throw new Unquotable("there is no paper " + paper);
        }
        return Paper.of(paper).table(table);
    }

    private static String plain(Cell cell) {
        return String.format(Locale.ROOT, "%,d", cell.value().longValueExact());
    }

    private static String signed(Cell cell) {
        return plain(cell) + (cell.confidence() == Confidence.PRIMARY
                ? ""
                : cell.confidence() == Confidence.SECONDARY ? "†" : "‡");
    }
}
