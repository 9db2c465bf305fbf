package splitvisor.cpu.cost;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What each kind of operation costs on one machine, in cycles, and how fast its clocks run. Read
/// from JSON; every cost says where it comes from (`provenance`).
///
/// @param name the profile's name
/// @param description one line about the machine it stands for
/// @param coreHz the core clock, in Hz
/// @param counterHz the generic counter's frequency (CNTFRQ_EL0), in Hz
/// @param gic the version of the GIC that the machine has
/// @param centicycles the costs in hundredths of a cycle, in the order of a [Ledger]'s counters
/// @param provenance how many of the costs come from where
/// @param calibratedOn the published numbers that calibrated costs were fitted to, by name
public record CostProfile(
        String name,
        String description,
        long coreHz,
        long counterHz,
        int gic,
        List<Long> centicycles,
        Map<String, Integer> provenance,
        List<String> calibratedOn) {

    /// The profiles that come with the machine; the first is the default.
    public static final List<String> BUILT_IN = List.of("gicv3-server", "arndale", "hp-m400", "amd-seattle");

    /// The most cycles that a cost may have.
    public static final BigDecimal MAX_CYCLES = BigDecimal.valueOf(1_000_000);

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();
    private static final long MAX_CORE_HZ = 10_000_000_000L;
    private static final long MAX_COUNTER_HZ = 0xffff_ffffL; // CNTFRQ_EL0 has 32 bits
    private static final int MAX_NAME = 64;
    private static final Set<String> GICS = Set.of("2", "3");
    private static final Set<String> PROVENANCE =
            Set.of("assumed", "measured", "calibrated", "quoted");
    private static final Set<String> FIELDS =
            Set.of(
                    "name",
                    "description",
                    "coreHz",
                    "counterHz",
                    "gic",
                    "calibratedOn",
                    "events",
                    "sysregRead",
                    "sysregWrite");

    /// A profile that is not usable: one line that says what is wrong and where.
    public static final class InvalidProfileException extends Exception {
        InvalidProfileException(String message) {
            super(message);
        }
    }

    /// Reads a profile. Fields: `name`, `description`, `coreHz`, `counterHz`, `gic` (2 or 3), `calibratedOn` (a list of
    /// texts), and the three tables `events` (keys of [Event]), `sysregRead` and `sysregWrite` (names of [CostGroup]);
    /// each entry is `{"cycles": n, "provenance": "assumed|measured|calibrated|quoted", "source": "…"}`. All entries
    /// are required, unknown ones are refused, cycles are 0 to 1,000,000 with at most two decimals. The same as JSON
    /// Schema is `profiles/profile.schema.json`.
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
                                    reason(e)));
        }
        if (!root.isObject()) {
            throw new InvalidProfileException("the profile is not a JSON object");
        }
        onlyKnown(root, "", FIELDS);
        List<Long> costs = new ArrayList<>();
        Map<String, Integer> provenance = new TreeMap<>();
        readCosts(root, costs, provenance);
        return new CostProfile(
                name(root),
                text(root, "description"),
                hertz(root, "coreHz", MAX_CORE_HZ),
                hertz(root, "counterHz", MAX_COUNTER_HZ),
                gic(root),
                List.copyOf(costs),
                Collections.unmodifiableMap(provenance),
                calibratedOn(root, provenance.containsKey("calibrated")));
    }

    /// What Jackson says, without its advice to programmers.
    private static String reason(JsonProcessingException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("").replaceFirst(": enable `.*", "");
    }

    /// The same costs on a machine whose clocks run at the given frequencies, in Hz. With a slow core a time slice of
    /// the host is few instructions.
    public CostProfile withClocks(long core, long counter) {
        return new CostProfile(name, description, core, counter, gic, centicycles, provenance, calibratedOn);
    }

    /// One line about a run with a GIC of the given version, if the machine has another.
    public Optional<String> caveat(int version) {
        return version == gic ? Optional.empty() : Optional.of(
                "the machine of %s has a GICv%d; what a GICv%d's accesses cost there is assumed"
                        .formatted(name, gic, version));
    }

    private static List<String> calibratedOn(JsonNode root, boolean calibrated) throws InvalidProfileException {
        JsonNode node = root.get("calibratedOn");
        if (node == null || !node.isArray()) {
            throw new InvalidProfileException("'calibratedOn' is missing or not a list");
        }
        List<String> cells = new ArrayList<>();
        for (JsonNode cell : node) {
            if (!cell.isTextual()) {
                throw new InvalidProfileException("'calibratedOn' holds %s, which is not a text".formatted(cell));
            }
            cells.add(cell.textValue());
        }
        if (calibrated == cells.isEmpty()) {
            throw new InvalidProfileException(
                    calibrated ? "costs are calibrated, but 'calibratedOn' is empty" : "no cost is calibrated, but"
                            + " 'calibratedOn' is not empty");
        }
        return List.copyOf(cells);
    }

    /// The built-in profile of the given name, one of [#BUILT_IN].
    public static CostProfile builtIn(String name) {
        try (InputStream in = CostProfile.class.getResourceAsStream("profiles/" + name + ".json")) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException | InvalidProfileException e) {
            throw new IllegalStateException("built-in profile " + name, e);
        }
    }

    /// The names of all costs in the order of [#centicycles]: table and entry, `sysregRead.VGIC`.
    public static List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (Event event : Event.values()) {
            keys.add("events." + event.key());
        }
        for (String table : List.of("sysregRead.", "sysregWrite.")) {
            for (CostGroup group : CostGroup.values()) {
                keys.add(table + group.name());
            }
        }
        return keys;
    }

    long[] centicyclesPerCounter() {
        return centicycles.stream().mapToLong(Long::longValue).toArray();
    }

    private static void readCosts(JsonNode root, List<Long> costs, Map<String, Integer> provenance)
            throws InvalidProfileException {
        List<String> events = Arrays.stream(Event.values()).map(Event::key).toList();
        List<String> groups = Arrays.stream(CostGroup.values()).map(CostGroup::name).toList();
        readTable(root, "events", events, costs, provenance);
        if (costs.get(Event.INSTRUCTION.ordinal()) == 0) {
            throw new InvalidProfileException("'events.instruction.cycles' is 0; time would stand still");
        }
        readTable(root, "sysregRead", groups, costs, provenance);
        readTable(root, "sysregWrite", groups, costs, provenance);
    }

    private static void readTable(
            JsonNode root, String table, List<String> keys, List<Long> costs, Map<String, Integer> provenance)
            throws InvalidProfileException {
        JsonNode node = root.get(table);
        if (node == null || !node.isObject()) {
            throw new InvalidProfileException("'%s' is missing or not an object".formatted(table));
        }
        onlyKnown(node, table + ".", Set.copyOf(keys));
        for (String key : keys) {
            costs.add(cost(node.get(key), table + "." + key));
            provenance.merge(node.get(key).get("provenance").textValue(), 1, Integer::sum);
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
        if (value.signum() < 0 || value.compareTo(MAX_CYCLES) > 0) {
            throw new InvalidProfileException(
                    "'%s.cycles' is %s; it must be from 0 to %s".formatted(where, cycles, MAX_CYCLES));
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

    private static long hertz(JsonNode root, String field, long max) throws InvalidProfileException {
        JsonNode node = root.get(field);
        if (node == null || !node.isIntegralNumber()) {
            throw new InvalidProfileException("'%s' is missing or not a whole number".formatted(field));
        }
        if (!node.canConvertToLong() || node.longValue() < 1 || node.longValue() > max) {
            throw new InvalidProfileException("'%s' is %s; it must be from 1 to %d".formatted(field, node, max));
        }
        return node.longValue();
    }

    private static int gic(JsonNode root) throws InvalidProfileException {
        JsonNode node = root.get("gic");
        if (node == null || !node.isIntegralNumber() || !GICS.contains(node.asText())) {
            throw new InvalidProfileException(node == null ? "'gic' is missing; use 2 or 3"
                    : "'gic' is %s; use 2 or 3".formatted(node));
        }
        return node.intValue();
    }

    /// It stands in headings and on terminals.
    private static String name(JsonNode root) throws InvalidProfileException {
        String name = text(root, "name");
        if (name.length() > MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidProfileException("'name' must be at most %d characters, none of them a control character"
                    .formatted(MAX_NAME));
        }
        return name;
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
