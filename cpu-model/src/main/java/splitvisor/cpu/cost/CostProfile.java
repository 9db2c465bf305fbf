package splitvisor.cpu.cost;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What each kind of operation costs on one machine, in cycles, and how fast its clocks run. Read
/// from JSON; every cost says where it comes from (`provenance`).
///
/// @param name the profile's name
/// @param description one line about the machine it stands for
/// @param coreHz the core clock, in Hz
/// @param counterHz the generic counter's frequency (CNTFRQ_EL0), in Hz
public record CostProfile(
        String name, String description, long coreHz, long counterHz, List<Long> centicycles) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> PROVENANCE =
            Set.of("assumed", "measured", "calibrated", "quoted");
    private static final Set<String> FIELDS =
            Set.of("name", "description", "coreHz", "counterHz", "events", "sysregRead", "sysregWrite");

    /// A profile that is not usable: one line that says what is wrong and where.
    public static final class InvalidProfileException extends Exception {
        InvalidProfileException(String message) {
            super(message);
        }
    }

    /// Reads a profile. Fields: `name`, `description`, `coreHz`, `counterHz`, and the three tables
    /// `events` (keys of [Event]), `sysregRead` and `sysregWrite` (names of [CostGroup]); each entry is
    /// `{"cycles": n, "provenance": "assumed|measured|calibrated|quoted", "source": "…"}`. All entries
    /// are required, unknown ones are refused, cycles are 0 to 1,000,000 with at most two decimals.
    public static CostProfile parse(String json) throws InvalidProfileException {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new InvalidProfileException(
                    "not valid JSON at line %d, column %d: %s"
                            .formatted(
                                    e.getLocation().getLineNr(),
                                    e.getLocation().getColumnNr(),
                                    e.getOriginalMessage().lines().findFirst().orElse("")));
        }
        if (!root.isObject()) {
            throw new InvalidProfileException("the profile is not a JSON object");
        }
        onlyKnown(root, "", FIELDS);
        List<Long> costs = new ArrayList<>();
        List<String> events = new ArrayList<>();
        for (Event event : Event.values()) {
            events.add(event.key());
        }
        List<String> groups = new ArrayList<>();
        for (CostGroup group : CostGroup.values()) {
            groups.add(group.name());
        }
        readTable(root, "events", events, costs);
        readTable(root, "sysregRead", groups, costs);
        readTable(root, "sysregWrite", groups, costs);
        return new CostProfile(
                text(root, "name"),
                text(root, "description"),
                hertz(root, "coreHz"),
                hertz(root, "counterHz"),
                List.copyOf(costs));
    }

    long[] centicyclesPerCounter() {
        return centicycles.stream().mapToLong(Long::longValue).toArray();
    }

    private static void readTable(JsonNode root, String table, List<String> keys, List<Long> costs)
            throws InvalidProfileException {
        JsonNode node = root.get(table);
        if (node == null || !node.isObject()) {
            throw new InvalidProfileException("'%s' is missing or not an object".formatted(table));
        }
        onlyKnown(node, table + ".", Set.copyOf(keys));
        for (String key : keys) {
            costs.add(cost(node.get(key), table + "." + key));
        }
    }

    private static long cost(JsonNode entry, String where) throws InvalidProfileException {
        if (entry == null || !entry.isObject()) {
            throw new InvalidProfileException("'%s' is missing or not an object".formatted(where));
        }
        onlyKnown(entry, where + ".", Set.of("cycles", "provenance", "source"));
        JsonNode cycles = entry.get("cycles");
        if (cycles == null || !cycles.isNumber()) {
            throw new InvalidProfileException("'%s.cycles' is missing or not a number".formatted(where));
        }
        BigDecimal value = cycles.decimalValue();
        if (value.signum() < 0 || value.compareTo(BigDecimal.valueOf(1_000_000)) > 0) {
            throw new InvalidProfileException(
                    "'%s.cycles' is %s; it must be from 0 to 1000000".formatted(where, cycles));
        }
        if (value.stripTrailingZeros().scale() > 2) {
            throw new InvalidProfileException(
                    "'%s.cycles' is %s; at most two decimals are kept".formatted(where, cycles));
        }
        String provenance = text(entry, "provenance", where + ".");
        if (!PROVENANCE.contains(provenance)) {
            throw new InvalidProfileException(
                    "'%s.provenance' is '%s'; use one of %s"
                            .formatted(where, provenance, PROVENANCE.stream().sorted().toList()));
        }
        text(entry, "source", where + ".");
        return value.movePointRight(2).longValueExact();
    }

    private static void onlyKnown(JsonNode node, String where, Set<String> known)
            throws InvalidProfileException {
        for (String field : (Iterable<String>) node::fieldNames) {
            if (!known.contains(field)) {
                throw new InvalidProfileException("unknown field '%s%s'".formatted(where, field));
            }
        }
    }

    private static long hertz(JsonNode root, String field) throws InvalidProfileException {
        JsonNode node = root.get(field);
        if (node == null || !node.isIntegralNumber() || node.longValue() <= 0) {
            throw new InvalidProfileException(
                    "'%s' is missing or not a positive whole number".formatted(field));
        }
        return node.longValue();
    }

    private static String text(JsonNode root, String field) throws InvalidProfileException {
        return text(root, field, "");
    }

    private static String text(JsonNode root, String field, String where)
            throws InvalidProfileException {
        JsonNode node = root.get(field);
        if (node == null || !node.isTextual() || node.textValue().isBlank()) {
            throw new InvalidProfileException(
                    "'%s%s' is missing or not a text".formatted(where, field));
        }
        return node.textValue();
    }
}
