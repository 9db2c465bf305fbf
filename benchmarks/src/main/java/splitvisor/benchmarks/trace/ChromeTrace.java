package splitvisor.benchmarks.trace;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import splitvisor.benchmarks.trace.Recording.Function;

/// Recordings in Chrome's trace-event format, which Perfetto reads: a process per host, a thread per PE and exception
/// level, functions as slices, and steps as slices inside them.
///
/// A microsecond on that scale is one cycle: real steps are shorter than the nanosecond that viewers resolve.
public final class ChromeTrace {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LEVELS = 4;

    private final JsonGenerator json;

    private ChromeTrace(JsonGenerator json) {
        this.json = json;
    }

    /// Writes the whole document.
    public static void write(String title, List<Recording> recordings, Writer out) throws IOException {
        try (JsonGenerator json = JSON.getFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            new ChromeTrace(json).document(title, recordings);
        }
        out.write("\n");
    }

    private void document(String title, List<Recording> recordings) throws IOException {
        json.writeStartObject();
        json.writeStringField("displayTimeUnit", "ns");
        json.writeObjectFieldStart("otherData");
        json.writeStringField("title", title);
        json.writeStringField("time", "1 us is 1 cycle");
        json.writeStringField("profile", recordings.getFirst().profile().name());
        json.writeEndObject();
        json.writeArrayFieldStart("traceEvents");
        for (int pid = 0; pid < recordings.size(); pid++) {
            host(pid, recordings.get(pid));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void host(int pid, Recording recording) throws IOException {
        name("process_name", pid, 0, recording.title());
        TreeSet<Integer> threads = new TreeSet<>();
        recording.functions().forEach(function -> threads.add(thread(function.pe(), function.el())));
        for (int tid : threads) {
            name("thread_name", pid, tid, "PE %d EL%d".formatted(tid / LEVELS, tid % LEVELS));
        }
        // Of two slices that begin together the one around the other comes first.
        List<Function> functions = new ArrayList<>(recording.functions());
        functions.sort(Comparator.comparingLong(Function::start));
        for (Function function : functions) {
            begin(recording.label(function), "function", pid, thread(function.pe(), function.el()));
            time(function.start() - recording.start(), function.end() - function.start());
            json.writeObjectFieldStart("args");
            json.writeStringField("world", recording.who(function.world()));
            json.writeEndObject();
            json.writeEndObject();
        }
        for (Step step : recording.steps()) {
            if (step.kind() != Kind.FUNCTION && step.kind() != Kind.ARRIVAL) {
                step(pid, step, recording.start());
            }
        }
    }

    private void step(int pid, Step step, long epoch) throws IOException {
        boolean access = step.reached() != null;
        boolean device = step.kind() == Kind.LOAD_DEVICE || step.kind() == Kind.STORE_DEVICE;
        String text = access ? step.kind().name().toLowerCase(Locale.ROOT) + " " + step.text()
                : device ? (step.kind() == Kind.LOAD_DEVICE ? "ldr " : "str ") + step.text() : step.text();
        begin(text, step.kind().name(), pid, thread(step.pe(), step.el()));
        time(step.start() - epoch, step.duration());
        json.writeObjectFieldStart("args");
        if (access) {
            json.writeStringField("reached", step.reached().assemblyName());
        }
        if (access || device) {
            json.writeStringField("value", "0x" + Long.toHexString(step.value()));
        }
        if (step.kind() == Kind.EXCEPTION) {
            json.writeStringField("esr", "0x" + Long.toHexString(step.value()));
        }
        if (step.reason() != null) {
            json.writeStringField("control", step.reason());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void begin(String name, String category, int pid, int tid) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeStringField("cat", category);
        json.writeStringField("ph", "X");
        json.writeNumberField("pid", pid);
        json.writeNumberField("tid", tid);
    }

    private void time(long start, long duration) throws IOException {
        json.writeNumberField("ts", BigDecimal.valueOf(start, 2));
        json.writeNumberField("dur", BigDecimal.valueOf(duration, 2));
    }

    private void name(String what, int pid, int tid, String name) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", what);
        json.writeStringField("ph", "M");
        json.writeNumberField("pid", pid);
        json.writeNumberField("tid", tid);
        json.writeObjectFieldStart("args");
        json.writeStringField("name", name);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static int thread(int pe, int el) {
        return pe * LEVELS + el;
    }
}
