package splitvisor.cpu.board;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import splitvisor.cpu.Profiles;
import splitvisor.cpu.isa.Assembler;
import splitvisor.cpu.isa.MachineCode;
import splitvisor.cpu.timer.Exit;

/// A bare-metal guest of this project, assembled from `guests/<name>.s` behind the common prelude.
///
/// @param name of the source
/// @param pes how many PEs it gets
/// @param gic the version of its interrupt controller
/// @param startEl the EL it starts at
/// @param input what it receives
record Guest(String name, int pes, int gic, int startEl, String input) {

    private static final long LOAD = 0x4008_0000L;
    private static final int RAM = 4 << 20;
    private static final long LIMIT = 20_000_000;

    /// Every guest on every board of `boards.txt`.
    static List<Guest> all() {
        return resource("boards.txt").lines().filter(line -> !line.startsWith("#")).map(Guest::of).toList();
    }

    private static Guest of(String line) {
        String[] parts = line.split(" +", 6);
        String input = parts.length < 6 ? "" : parts[5].translateEscapes();
        return new Guest(
                parts[0],
                Integer.parseInt(parts[2]),
                Integer.parseInt(parts[3]),
                Integer.parseInt(parts[1]),
                input);
    }

    @Override
    public String toString() {
        return "%s at EL%d, GICv%d".formatted(name, startEl, gic);
    }

    /// What happened: the console and how the machine stopped.
    record Run(String console, Exit exit, Machine machine) {}

    /// Runs the guest on a machine that `prepare` has added to.
    Run run(Consumer<Machine> prepare) {
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        InputStream line = new ByteArrayInputStream(input.getBytes(StandardCharsets.US_ASCII));
        Machine machine =
                new Machine(
                        Profiles.flat(1_000_000_000, 50_000_000),
                        RAM,
                        new Machine.Options(pes, gic, startEl, console, line));
        MachineCode code = Assembler.assemble(source("prelude") + source(name), LOAD);
        prepare.accept(machine);
        machine.memory.load(LOAD, code.bytes());
        machine.cpu().reset(startEl, LOAD);
        machine.timeLine.limit(LIMIT);
        Exit exit = machine.run();
        return new Run(console.toString(StandardCharsets.US_ASCII), exit, machine);
    }

    /// The console that the guest shall produce.
    String expected() {
        return resource(name + ".expected");
    }

    static String source(String name) {
        return resource(name + ".s");
    }

    static String resource(String file) {
        try (InputStream stream = Guest.class.getResourceAsStream("/guests/" + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
