package splitvisor.benchmarks.book;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The tables of one generated page in `docs/tables`, from which the book quotes rows and cells.
record DocTable(String name, List<String> page) {

    static DocTable of(String name) throws Unquotable {
        Path file = Path.of("..", "docs", "tables", name);
        if (!Files.exists(file)) {
            throw new Unquotable("there is no docs/tables/" + name);
        }
        try {
            return new DocTable(name, Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The head of a table and those of its rows that have one of the given cells; the table is the first that has any.
    String rows(List<String> wanted) throws Unquotable {
        List<String> quoted = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            boolean first = isRow(i) && !isRow(i - 1);
            if (first && quoted.size() > 2) {
                break;
            }
            if (first) {
                quoted = new ArrayList<>(page.subList(i, i + 2));
                i++;
            } else if (isRow(i)) {
                List<String> match = cells(page.get(i)).stream().filter(wanted::contains).toList();
                found.addAll(match);
                quoted.addAll(match.isEmpty() ? List.of() : List.of(page.get(i)));
            }
        }
        for (String cell : wanted) {
            if (!found.contains(cell)) {
                throw new Unquotable("docs/tables/%s has no row '%s' in that table".formatted(name, cell));
            }
        }
        return String.join("\n", quoted) + "\n";
    }

    /// All cells of a column of the first table that has one of this name.
    List<String> column(String column) throws Unquotable {
        List<String> head = List.of();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            if (isRow(i) && !isRow(i - 1)) {
                head = found.isEmpty() ? cells(page.get(i)) : List.of();
            } else if (isRow(i) && isRow(i - 2) && head.contains(column)) {
                found.add(cells(page.get(i)).get(head.indexOf(column)).replaceAll("[†‡]", ""));
            }
        }
        if (found.isEmpty()) {
            throw new Unquotable("docs/tables/%s has no column '%s'".formatted(name, column));
        }
        return found;
    }

    /// The cell in the column `column` of the first row that has all of the given cells.
    String cell(List<String> row, String column) throws Unquotable {
        List<String> head = List.of();
        for (int i = 0; i < page.size(); i++) {
            if (isRow(i) && !isRow(i - 1)) {
                head = cells(page.get(i));
            } else if (isRow(i) && cells(page.get(i)).containsAll(row) && head.contains(column)) {
                return cells(page.get(i)).get(head.indexOf(column)).replaceAll("[†‡]", "");
            }
        }
        throw new Unquotable("docs/tables/%s has no row %s with a column '%s'".formatted(name, row, column));
    }

    private boolean isRow(int line) {
        return line >= 0 && page.get(line).startsWith("|");
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|")).map(cell -> cell.strip().replace("`", "")).skip(1).toList();
    }
}
