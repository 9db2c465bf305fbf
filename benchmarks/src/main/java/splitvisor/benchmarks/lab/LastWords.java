package splitvisor.benchmarks.lab;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.cpu.observe.Observer;
import splitvisor.highvisor.user.Vmm;

/// Why a guest gave up: the string that X27 points to when it asks for a reset; see [LabGuest].
final class LastWords implements Observer {

    private static final int SYSTEM_RESET = 0x8400_0009;
    private static final int REASON = 27;
    private static final int TRACE_LINES = 12;

    private final Transcript transcript;
    private final List<byte[]> images = new ArrayList<>();
    private String text = "";
    private List<String> trace = List.of();

    LastWords(Transcript transcript) {
        this.transcript = transcript;
    }

    /// The guest's image may hold the string.
    void mayBeIn(Vmm.Options options) {
        options.memory().values().forEach(images::add);
    }

    /// The first guest's reason; empty when none gave one.
    String text() {
        return text;
    }

    /// The trace up to its asking; empty when none asked.
    List<String> trace() {
        return trace;
    }

    @Override
    public void exceptionTaken(Cpu cpu, ExceptionRecord taken) {
        boolean call = taken.toEl() == 2 && Ec.of(taken.esr()) == Ec.HVC64;
        if (call && (int) cpu.x[0] == SYSTEM_RESET && trace.isEmpty()) {
            trace = transcript.tail(TRACE_LINES);
            for (byte[] image : images) {
                text = text.isEmpty() ? stringAt(image, cpu.x[REASON] - Vmm.IMAGE) : text;
            }
        }
    }

    private static String stringAt(byte[] image, long offset) {
        if (offset < 0 || offset >= image.length) {
            return "";
        }
        int end = (int) offset;
        while (end < image.length && image[end] >= ' ') {
            end++;
        }
        return new String(image, (int) offset, end - (int) offset, StandardCharsets.US_ASCII);
    }
}
