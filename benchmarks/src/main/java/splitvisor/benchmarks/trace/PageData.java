package splitvisor.benchmarks.trace;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import splitvisor.benchmarks.trace.Recording.Function;
import splitvisor.benchmarks.trace.Step.Change;
import splitvisor.cpu.board.Machine;
import splitvisor.cpu.cost.CostGroup;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.cost.World;
import splitvisor.cpu.sysreg.ControlBits;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.HypPath;

/// Recordings as the JSON that the page reads. A step is a row of numbers; text, values of 64 bits and names of
/// registers stand in tables and are referred to by their index. Times are hundredths of a cycle since the beginning
/// of the recording.
final class PageData {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<SysReg> WITH_NAMED_BITS = List.of(SysReg.HCR_EL2, SysReg.MDCR_EL2);

    /// The columns of a step; changes follow as register, before, after.
    private static final List<String> COLUMNS = List.of(
            "start", "duration", "kind", "pe", "el", "world", "path", "text", "reached",
            "value", "heading", "rule", "reason", "fromEl", "toEl");

    /// Strings in the order of their first use.
    private static final class Table {
        private final Map<String, Integer> numbers = new LinkedHashMap<>();

        int of(String text) {
            return text == null ? -1 : numbers.computeIfAbsent(text, _ -> numbers.size());
        }

        void write(JsonGenerator json, String field) throws IOException {
            json.writeArrayFieldStart(field);
            for (String text : numbers.keySet()) {
                json.writeString(text);
            }
            json.writeEndArray();
        }
    }

    private final JsonGenerator json;
    private final Table texts = new Table();
    private final Table values = new Table();
    private final Table headings = new Table();
    private final Map<Integer, Integer> registers = new LinkedHashMap<>();

    private PageData(JsonGenerator json) {
        this.json = json;
    }

    /// Writes the whole document. It can stand in a `script` element: there is no `<` in it.
    static void write(String title, List<Recording> recordings, Writer out) throws IOException {
        try (JsonGenerator json = JSON.getFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setCharacterEscapes(new NoMarkup());
            json.configure(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature(), true);
            new PageData(json).document(title, recordings);
        }
    }

    private void document(String title, List<Recording> recordings) throws IOException {
        CostProfile profile = recordings.getFirst().profile();
        register(SysReg.HCR_EL2.ordinal()); // says who runs, whatever the steps mention
        for (CostGroup group : CostGroup.values()) {
            headings.of(group.label());
        }
        json.writeStartObject();
        json.writeStringField("title", title);
        json.writeStringField("profile", profile.name());
        json.writeNumberField("coreHz", profile.coreHz());
        strings("columns", COLUMNS);
        strings("kinds", names(Kind.values()));
        strings("worlds", Stream.of(World.values()).map(recordings.getFirst()::who).toList());
        json.writeArrayFieldStart("rules");
        for (ArmRule rule : ArmRule.values()) {
            strings(List.of(rule.reference(), rule.sentence()));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("hosts");
        for (Recording recording : recordings) {
            host(recording);
        }
        json.writeEndArray();
        bits();
        json.writeArrayFieldStart("registers");
        for (int register : registers.keySet()) {
            json.writeString(Registers.name(register));
        }
        json.writeEndArray();
        texts.write(json, "texts");
        values.write(json, "values");
        headings.write(json, "headings");
        json.writeEndObject();
    }

    private void host(Recording recording) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", recording.title());
        json.writeNumberField("end", recording.end() - recording.start());
        json.writeArrayFieldStart("functions");
        for (Function function : recording.functions()) {
            numbers(List.of(
                    function.pe(),
                    function.el(),
                    function.world().ordinal(),
                    texts.of(recording.label(function)),
                    texts.of(switchStep(function.path())),
                    function.start() - recording.start(),
                    function.end() - recording.start()));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("steps");
        for (Step step : recording.steps()) {
            step(step, recording.start());
        }
        json.writeEndArray();
        initial(recording);
        json.writeEndObject();
    }

    private void step(Step step, long epoch) throws IOException {
        List<Number> row = new ArrayList<>(List.of(
                step.start() - epoch,
                step.duration(),
                step.kind().ordinal(),
                step.pe(),
                step.el(),
                step.world().ordinal(),
                step.path() == null ? -1 : texts.of(step.path().symbol()),
                texts.of(step.text()),
                step.reached() == null ? -1 : register(step.reached().ordinal()),
                value(step.value()),
                headings.of(step.heading()),
                step.rule() == null ? -1 : step.rule().ordinal(),
                texts.of(step.reason()),
                step.fromEl(),
                step.toEl()));
        for (Change change : step.changes()) {
            row.add(register(change.register()));
            row.add(value(change.before()));
            row.add(value(change.after()));
        }
        numbers(row);
    }

    /// Registers that no step mentions are not shown, and not written.
    private void initial(Recording recording) throws IOException {
        json.writeArrayFieldStart("initial");
        for (int pe = 0; pe < Machine.Options.MAX_PES; pe++) {
            long[] stood = recording.initial(pe);
            if (stood != null) {
                for (int register : List.copyOf(registers.keySet())) {
                    numbers(List.of(pe, registers.get(register), value(stood[register])));
                }
            }
        }
        json.writeEndArray();
    }

    private void bits() throws IOException {
        json.writeObjectFieldStart("bits");
        for (SysReg control : WITH_NAMED_BITS) {
            json.writeObjectFieldStart(control.name());
            for (Map.Entry<String, Long> bit : ControlBits.all(control).entrySet()) {
                json.writeNumberField(bit.getKey(), Long.numberOfTrailingZeros(bit.getValue()));
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private int register(int number) {
        return registers.computeIfAbsent(number, _ -> registers.size());
    }

    private int value(long value) {
        return values.of(Long.toHexString(value));
    }

    private static String switchStep(Object path) {
        return path instanceof HypPath hyp ? hyp.step() : null;
    }

    private static List<String> names(Enum<?>[] values) {
        return IntStream.range(0, values.length).mapToObj(i -> values[i].name()).toList();
    }

    private void strings(String field, List<String> all) throws IOException {
        json.writeFieldName(field);
        strings(all);
    }

    private void strings(List<String> all) throws IOException {
        json.writeStartArray();
        for (String text : all) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private void numbers(List<? extends Number> all) throws IOException {
        json.writeStartArray();
        for (Number number : all) {
            json.writeNumber(number.longValue());
        }
        json.writeEndArray();
    }
}
