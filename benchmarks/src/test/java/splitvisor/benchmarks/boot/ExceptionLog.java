package splitvisor.benchmarks.boot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A `-d int` log without what need not agree: where in the program an interrupt was taken, and where QEMU 7.2 logs
/// what is not so.
final class ExceptionLog {

    private static final Pattern INTERRUPT = Pattern.compile("Taking exception \\d+ \\[(Virtual )?(IRQ|FIQ)] on.*");
    private static final Pattern HEX = Pattern.compile("0x([0-9a-f]+)$");
    private static final String ELR = "...with ELR 0x";
    private static final String ESR_OF_DATA_ABORT = "...with ESR 0x25/";

    private final List<String> lines = new ArrayList<>();
    private final Set<String> interrupted = new HashSet<>();
    private boolean asynchronous;

    private ExceptionLog() {}

    /// The lines that can be compared.
    static List<String> comparable(String log) {
        ExceptionLog comparable = new ExceptionLog();
        log.lines().forEach(comparable::add);
        return comparable.lines;
    }

    private void add(String line) {
        if (line.startsWith("Taking exception")) {
            asynchronous = INTERRUPT.matcher(line).matches();
        }
        if (asynchronous && line.startsWith(ELR)) {
            interrupted.add(line.substring(ELR.length()));
        } else if (line.startsWith("Exception return")) {
            String pc = line.substring(line.lastIndexOf('x') + 1);
            lines.add(interrupted.contains(pc) ? line.replace("0x" + pc, "of the interrupted") : line);
        } else if (line.contains("PSTATE")) {
            lines.add(masked(line, ~0xf000_0000L)); // QEMU logs the flags as 0, but keeps them
        } else if (line.startsWith(ESR_OF_DATA_ABORT)) {
            lines.add(masked(line, ~0x1ff_c000L)); // ISV is for stage 2 faults; the Arm ARM, D17.2.37
        } else if (!asynchronous || !line.startsWith("...with ESR")) {
            lines.add(line); // an interrupt has no syndrome; QEMU logs an old one
        }
    }

    private static String masked(String line, long mask) {
        Matcher value = HEX.matcher(line);
        return value.replaceAll(hex -> "0x%x".formatted(Long.parseUnsignedLong(hex.group(1), 16) & mask));
    }
}
