package splitvisor.benchmarks.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import splitvisor.cpu.isa.Assembler;

class TraceCommandTest {

    private static final Path TRACES = Path.of("../docs/traces");

    /// A raw image: reads a register and switches the machine off.
    private static final String PROGRAM = """
            mrs x1, midr_el1
            mrs x1, id_aa64pfr0_el1
            ldr w0, =0x84000008
            hvc #0
            """;

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int splitvisor(String... args) {
        InputStream input = new ByteArrayInputStream(new byte[0]);
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        return new Shell(new PrintWriter(out), new PrintWriter(err), false, new TraceCommand(),
                new BootCommand(input, console), new RunCommand(input, console)).run(args);
    }

    @Test
    void asTextItIsTheGoldenTrace() throws IOException {
        assertEquals(0, splitvisor("trace", "--op", "id_register", "--host", "vhe"), err::toString);
        assertEquals(Files.readString(TRACES.resolve("id_register.vhe.txt")), out.toString());
    }

    @Test
    void itCanBeOfAnotherGenerationAndGic() throws IOException {
        assertEquals(0, splitvisor("trace", "--op", "hyp_call", "--host", "split", "--generation", "linux-4.0", "--gic",
                "2"), err::toString);
        assertEquals(Files.readString(TRACES.resolve("hyp_call.split.linux-4.0-gicv2.txt")), out.toString());
        assertEquals("splitvisor trace: the machine of gicv3-server has a GICv3; what a GICv2's accesses cost there is"
                + " assumed\n", err.toString());
    }

    @Test
    void theGicIsTheProfiles() {
        assertEquals(0, splitvisor("trace", "--op", "eoi", "--profile", "arndale", "--gic", "2"));
        String itsOwn = out.toString();
        out.getBuffer().setLength(0);
        assertEquals(0, splitvisor("trace", "--op", "eoi", "--profile", "arndale"));
        assertEquals(itsOwn, out.toString());
        assertEquals("", err.toString());
        out.getBuffer().setLength(0);
        assertEquals(0, splitvisor("trace", "--op", "eoi", "--profile", "arndale", "--generation", "linux-4.0", "--gic",
                "3", "--html", "-"));
        assertTrue(err.toString().startsWith("splitvisor trace: the machine of arndale has a GICv2; "), err::toString);
        assertTrue(out.toString().contains("eoi: split and vhe, linux-4.0, GICv3 at assumed costs"));
    }

    @Test
    void everyFormCanBeWrittenAtOnce() throws IOException {
        Path html = directory.resolve("page.html");
        Path chrome = directory.resolve("chrome.json");
        Path text = directory.resolve("text");
        assertEquals(0, splitvisor("trace", "--op", "hyp_call", "--host", "split,vhe", "--html", html.toString(),
                "--chrome", chrome.toString(), "--text", text.toString(), "--kvm", "-"), err::toString);
        assertTrue(Files.readString(html).contains("\"title\":\"hyp_call: split and vhe\""));
        assertEquals(2, JsonMapper.builder().build().readTree(chrome.toFile()).get("traceEvents").findValues("name")
                .stream().filter(name -> name.asText().equals("process_name")).count());
        String golden = "# host split\n" + Files.readString(TRACES.resolve("hyp_call.split.txt"))
                + "# host vhe\n" + Files.readString(TRACES.resolve("hyp_call.vhe.txt"));
        assertEquals(golden, Files.readString(text));
        String[] lines = out.toString().split("\n");
        assertEquals(8, lines.length, out::toString);
        assertTrue(lines[1].contains(" kvm_exit: TRAP: HSR_EC: 0x0016 (HVC64), PC: 0x"), lines[1]);
        assertTrue(lines[3].contains(" kvm_entry: PC: 0x"), lines[3]);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --host vhe              | 2 | missing required option: '--op=NAME'; see 'splitvisor trace --help'
            --op nap                | 2 | --op: unknown value 'nap'; use one of: hyp_call,
            --op eoi --host xen     | 2 | --host: unknown value 'xen'; use one of: split, vhe
            --op eoi --gic 4        | 2 | --gic: unknown value '4'; use one of: 3, 2
            --op eoi --generation x | 2 | --generation: unknown value 'x'; use one of: linux-6.1
            --op eoi --profile none | 3 | --profile: cannot read none: no such file or directory
            --op eoi --html /no/f   | 6 | --html: cannot write /no/f: no such file or directory
            --op eoi --chrome /no/f | 6 | --chrome: cannot write /no/f: no such file or directory
            --op eoi --kvm - --text - | 2 | only one of --html, --chrome, --kvm and --text can go to stdout
            """)
    void badInputIsOneLine(String options, int code, String line) {
        assertEquals(code, splitvisor(("trace " + options).split(" ")));
        assertTrue(err.toString().startsWith("splitvisor trace: " + line), err.toString());
        assertEquals(1, err.toString().lines().count());
    }

    @ParameterizedTest
    @CsvSource({"boot, bare, 5", "run --host vhe, vhe, 40", "run --host split, split, 40"})
    void anyImageCanBeRecorded(String command, String host, int length) throws IOException {
        Path html = directory.resolve("page.html");
        Path chrome = directory.resolve("chrome.json");
        String options = " --trace-instructions --trace-length %d --html %s --chrome %s %s"
                .formatted(length, html, chrome, image());
        assertEquals(0, splitvisor((command + options).split(" ")), err::toString);
        JsonNode data = data(html);
        assertEquals(host, data.get("hosts").get(0).get("name").textValue());
        assertEquals(length, data.get("hosts").get(0).get("steps").size());
        assertTrue(JsonMapper.builder().build().readTree(chrome.toFile()).get("traceEvents").size() > 4);
    }

    @Test
    void theStretchBeginsWhereAsked() throws IOException {
        Path html = directory.resolve("page.html");
        String options = "boot --trace-instructions --trace-from 1 --html %s %s".formatted(html, image());
        assertEquals(0, splitvisor(options.split(" ")), err::toString);
        JsonNode first = data(html).get("hosts").get(0).get("steps").get(0);
        assertEquals("mrs x1, id_aa64pfr0_el1", data(html).get("texts").get(first.get(7).intValue()).textValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --trace-length 0                  | 2 | --trace-length: 0 steps; use 1 to 1,000,000
            --trace-from -1                   | 2 | --trace-from: -1 is negative
            --html /no/f                      | 6 | --html: cannot write /no/f: no such file or directory
            """)
    void badOptionsOfAStretchAreOneLine(String options, int code, String line) throws IOException {
        for (String command : new String[] {"boot", "run --host split"}) {
            err.getBuffer().setLength(0);
            assertEquals(code, splitvisor("%s %s %s".formatted(command, options, image()).split(" ")));
            String name = command.split(" ")[0];
            assertEquals("splitvisor %s: %s\n".formatted(name, line), err.toString());
        }
    }

    private Path image() throws IOException {
        Path image = directory.resolve("image.bin");
        Files.write(image, Assembler.assemble(PROGRAM, 0x4008_0000L).bytes());
        return image;
    }

    private static JsonNode data(Path html) throws IOException {
        String page = Files.readString(html);
        String open = "id=\"data\">";
        int from = page.indexOf(open) + open.length();
        return JsonMapper.builder().build().readTree(page.substring(from, page.indexOf("</script>", from)));
    }
}
