package splitvisor.benchmarks.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import splitvisor.cpu.isa.Assembler;
import splitvisor.cpu.isa.MachineCode;

/// Lab 1's `levels.s` as machine code, with what the check needs to know of it.
///
/// @param code the whole of it
record LevelsProgram(MachineCode code) {

    static final String FILE = "levels.s";

    /// Where a raw image lies on the board.
    static final long IMAGE = 0x4008_0000L;

    private static final List<String> LABELS =
            List.of("vectors", "log", "predictions", "guest_vectors", "guest", "user", "guest_end");

    private static final String STARTER = "/splitvisor/benchmarks/lab/01-exception-levels/starter/" + FILE;

    /// A submission's. That it assembles was seen before ([Compilation]).
    static LevelsProgram of(Inspection inspection) {
        return new LevelsProgram(Assembler.assemble(inspection.file(FILE), IMAGE));
    }

    /// The label that is missing, of those that the check goes by; or null.
    String missing() {
        Stream<String> probes = Arrays.stream(Probe.values()).map(Probe::label);
        return Stream.concat(LABELS.stream(), probes)
                .filter(label -> !code.symbols().containsKey(label))
                .findFirst()
                .orElse(null);
    }

    long address(String label) {
        return code.symbol(label);
    }

    /// Whether the guest is the one that the lab gives: its code does not depend on where it lies.
    boolean hasItsGuest() {
        return Arrays.equals(guest(), new LevelsProgram(Assembler.assemble(starter(), IMAGE)).guest());
    }

    private byte[] guest() {
        int from = (int) (address("guest_vectors") - code.address());
        int to = (int) (address("guest_end") - code.address());
        return from < 0 || to < from ? null : Arrays.copyOfRange(code.bytes(), from, to);
    }

    private static String starter() {
        try (InputStream in = LevelsProgram.class.getResourceAsStream(STARTER)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The line at an address, `levels.s:12`; outside of the image, where no line is to blame, empty.
    String where(long address) {
        int line = code.line(address);
        return line == 0 ? "" : FILE + ":" + line;
    }

    /// An address as a reader of the source knows it: the label before it, and the distance.
    String name(long address) {
        String label = null;
        long best = Long.MIN_VALUE;
        for (Map.Entry<String, Long> symbol : code.symbols().entrySet()) {
            long at = symbol.getValue();
            boolean nearer = at > best || at == best && symbol.getKey().compareTo(label) < 0;
            if (at >= code.address() && at <= address && nearer && code.line(address) != 0) {
                label = symbol.getKey();
                best = at;
            }
        }
        long offset = address - best;
        return label == null ? "%#x".formatted(address) : offset == 0 ? label : "%s + %#x".formatted(label, offset);
    }
}
