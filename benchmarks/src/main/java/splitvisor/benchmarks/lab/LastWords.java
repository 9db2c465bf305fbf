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
    private static final int EC_SHIFT = 26;
    private static final int REASON = 27;

    private final List<byte[]> images = new ArrayList<>();
    private String text = "";

    /// The guest's image may hold the string.
    void mayBeIn(Vmm.Options options) {
        options.memory().values().forEach(images::add);
    }

    /// The first guest's reason; empty when none gave one.
    String text() {
        return text;
    }

    @Override
    public void exceptionTaken(Cpu cpu, ExceptionRecord taken) {
        boolean call = taken.toEl() == 2 && taken.esr() >>> EC_SHIFT == Ec.HVC64;
        if (call && (int) cpu.x[0] == SYSTEM_RESET && text.isEmpty()) {
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
