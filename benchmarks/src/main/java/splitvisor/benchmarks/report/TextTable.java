package splitvisor.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/// A table in plain ASCII: columns under headings, adjacent columns of one group under a heading of their own. Widths
/// follow from the cells, so the bytes depend on nothing else.
public final class TextTable {

    private static final String WITHIN_GROUP = " ";
    private static final String BETWEEN_GROUPS = " | ";

    private record Column(String group, String heading, boolean right) {}

    private final List<Column> columns = new ArrayList<>();
    private final List<String[]> rows = new ArrayList<>();

    /// Adds a column of text, flush left.
    public TextTable text(String group, String heading) {
        columns.add(new Column(group, heading, false));
        return this;
    }

    /// Adds a column of numbers, flush right.
    public TextTable number(String group, String heading) {
        columns.add(new Column(group, heading, true));
        return this;
    }

    /// Adds a row, one cell per column.
    public void row(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException("%d cells for %d columns".formatted(cells.size(), columns.size()));
        }
        rows.add(cells.toArray(String[]::new));
    }

    /// Adds a line across the table.
    public void rule() {
        rows.add(null);
    }

    /// The lines of the table, without white space at their ends.
    public List<String> lines() {
        int[] widths = widths();
        List<String> lines = new ArrayList<>();
        if (columns.stream().anyMatch(column -> !column.group.isEmpty())) {
            lines.add(groups(widths));
        }
        lines.add(line(columns.stream().map(Column::heading).toArray(String[]::new), widths));
        String rule = rule(widths);
        lines.add(rule);
        for (String[] row : rows) {
            lines.add(row == null ? rule : line(row, widths));
        }
        return lines;
    }

    private int[] widths() {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = columns.get(i).heading.length();
            for (String[] row : rows) {
                widths[i] = row == null ? widths[i] : Math.max(widths[i], row[i].length());
            }
        }
        for (int from = 0, to; from < widths.length; from = to) {
            to = groupEnd(from);
            int missing = columns.get(from).group.length() - span(widths, from, to);
            widths[to - 1] += Math.max(0, missing);
        }
        return widths;
    }

    /// The headings of the groups, each in the middle of its columns.
    private String groups(int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int from = 0, to; from < widths.length; from = to) {
            to = groupEnd(from);
            String group = columns.get(from).group;
            int room = span(widths, from, to) - group.length();
            line.append(gap(from)).append(" ".repeat((room + 1) / 2)).append(group).append(" ".repeat(room / 2));
        }
        return line.toString().stripTrailing();
    }

    private String rule(int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(gap(i).replace(' ', '-').replace('|', '+')).append("-".repeat(widths[i]));
        }
        return line.toString();
    }

    private String line(String[] cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            String padding = " ".repeat(widths[i] - cells[i].length());
            line.append(gap(i)).append(columns.get(i).right ? padding + cells[i] : cells[i] + padding);
        }
        return line.toString().stripTrailing();
    }

    /// The width of some columns with the gaps between them.
    private int span(int[] widths, int from, int to) {
        int span = widths[from];
        for (int i = from + 1; i < to; i++) {
            span += gap(i).length() + widths[i];
        }
        return span;
    }

    /// What stands before column `i`.
    private String gap(int i) {
        if (i == 0) {
            return "";
        }
        return i == groupEnd(i - 1) ? BETWEEN_GROUPS : WITHIN_GROUP;
    }

    /// The index after the last column of the group that column `i` belongs to; no group is a group of one.
    private int groupEnd(int i) {
        String group = columns.get(i).group;
        int end = i + 1;
        while (!group.isEmpty() && end < columns.size() && columns.get(end).group.equals(group)) {
            end++;
        }
        return end;
    }
}
