package splitvisor.benchmarks.papers;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// A paper whose numbers are reproduced: its tables, each with the machine that stands for it.
///
/// @param profile the name of the built-in cost profile of the measured machine
/// @param caveats what differs between what was measured and the machine, one sentence each
public record Paper(
        String id,
        String title,
        String venue,
        int year,
        String profile,
        List<String> caveats,
        List<PublishedTable> tables) {

    /// The ids of all papers, in the order of publication.
    public static final List<String> ALL = List.of("asplos14", "isca16", "atc17");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /// Reads one of [#ALL].
    public static Paper of(String id) {
        try (InputStream in = Paper.class.getResourceAsStream("/splitvisor/benchmarks/papers/" + id + ".json")) {
            return JSON.readValue(in, Paper.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Short: `ISCA 2016`.
    public String name() {
        return venue + " " + year;
    }

    /// Shorter: `ATC 2017`, as people call it.
    public String shortName() {
        return venue.substring(venue.lastIndexOf(' ') + 1) + " " + year;
    }

    /// The table with the given id.
    public PublishedTable table(String name) {
        return tables.stream().filter(t -> t.id().equals(name)).findFirst().orElseThrow();
    }

    /// The name of a cell in recipes, profiles and JSON.
    public String cellId(PublishedTable table, Cell cell) {
        return "%s %s | %s | %s".formatted(id, table.id(), cell.row(), cell.column());
    }
}
