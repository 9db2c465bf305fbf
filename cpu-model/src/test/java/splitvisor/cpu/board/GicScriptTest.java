package splitvisor.cpu.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import splitvisor.cpu.Profiles;
import splitvisor.cpu.Qemu;
import splitvisor.cpu.timer.Exit;

/// Random accesses to the GIC, line by line against what QEMU's does. `main` records anew, with
/// `qemu-system-aarch64` installed, when run in the module's directory.
class GicScriptTest {

    private static final int ACCESSES = 400;
    private static final String QEMU =
            "qemu-system-aarch64 -M virt,virtualization=on -cpu neoverse-n1 -m 64M -net none -display none"
                    + " -serial stdio -monitor none";

    /// The scripts, with a file of expectations each.
    enum Script {
        PHYSICAL("gic-physical", 3, new GicScripts.Physical(11)),
        VIRTUAL("gic-virtual", 3, new GicScripts.Virtual(12)),
        V2("gic-v2", 2, new GicScripts.V2(13));

        private final String file;
        private final int version;
        private final byte[] image;

        Script(String file, int version, GicScript script) {
            this.file = file + ".expected";
            this.version = version;
            this.image = script.image(ACCESSES);
        }
    }

    @ParameterizedTest
    @EnumSource
    void gicDoesWhatQemusDoes(Script script) {
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        Machine machine =
                new Machine(
                        Profiles.flat(1_000_000_000, 62_500_000),
                        4 << 20,
                        new Machine.Options(1, script.version, 2, console, null));
        machine.memory.load(GicScript.LOAD, script.image);
        machine.cpu().reset(2, GicScript.LOAD);
        machine.timeLine.limit(20_000_000);
        assertEquals(Exit.POWERED_OFF, machine.run());
        List<String> expected = Guest.resource(script.file).lines().toList();
        List<String> lines = console.toString(StandardCharsets.US_ASCII).lines().toList();
        for (int i = 0; i < Math.min(expected.size(), lines.size()); i++) {
            assertEquals(expected.get(i), lines.get(i), "after access " + i);
        }
        assertEquals(ACCESSES, lines.size());
        assertEquals(ACCESSES, expected.size());
    }

    @Tag("qemu")
    @ParameterizedTest
    @EnumSource
    void theExpectationsAreWhatQemuAnswers(Script script) throws IOException, InterruptedException {
        assertEquals(Guest.resource(script.file), recorded(script));
    }

    static void main(String[] arguments) throws IOException, InterruptedException {
        for (Script script : Script.values()) {
            Files.writeString(Path.of("src/test/resources/guests", script.file), recorded(script));
        }
    }

    private static String recorded(Script script) throws IOException, InterruptedException {
        Path image = Files.write(Files.createTempFile("gic", ".bin"), script.image);
        try {
            return Qemu.run(
                    List.of((QEMU + " -kernel " + image + " -M gic-version=" + script.version).split(" ")));
        } finally {
            Files.delete(image);
        }
    }
}
