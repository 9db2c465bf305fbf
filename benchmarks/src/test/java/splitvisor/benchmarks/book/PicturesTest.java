package splitvisor.benchmarks.book;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;
import splitvisor.benchmarks.GeneratedPage;

/// The pictures of the book are what our code draws, and nothing else lies beside them.
class PicturesTest {

    private static final Map<String, Callable<String>> ALL = new TreeMap<>();

    static {
        ALL.put("exception-levels", HostPictures::exceptionLevels);
        ALL.put("crossings", HostPictures::crossings);
        ALL.put("redirection", HostPictures::redirection);
        ALL.put("ownership", HostPictures::ownership);
        ALL.put("hypercall-split", () -> MeasuredPictures.hypercall("split"));
        ALL.put("hypercall", () -> MeasuredPictures.hypercall("split", "vhe"));
        ALL.put("wfi-timer", MeasuredPictures::wfiTimer);
        ALL.put("sensitive", InstructionPictures::sensitive);
        ALL.put("preferred-return", InstructionPictures::preferredReturn);
        ALL.put("regimes", InstructionPictures::regimes);
        ALL.put("stages", InstructionPictures::stages);
        ALL.put("list-register", DevicePictures::listRegister);
        ALL.put("gic-versions", DevicePictures::gicVersions);
        ALL.put("timers", DevicePictures::timers);
        ALL.put("virtual-ipi", DevicePictures::virtualIpi);
        ALL.put("hypervisor-types", DevicePictures::hypervisorTypes);
        Map<String, String> isca16 = MeasuredPictures.ofPaper("isca16");
        ALL.put("isca16-breakdown", () -> isca16.get("isca16-breakdown.svg"));
        ALL.put("isca16-ladder", () -> isca16.get("isca16-ladder.svg"));

    }

    static Stream<String> names() {
        return ALL.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aPictureIsWellFormedAndFresh(String name) throws Exception {
        String svg = ALL.get(name).call();
        InputSource source = new InputSource(new StringReader(svg));
        var root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(source).getDocumentElement();
        assertEquals("svg", root.getTagName());
        GeneratedPage.check("book/pictures/" + name + ".svg", svg);
    }

    @Test
    void noPictureIsLeftOver() throws IOException {
        try (Stream<Path> files = Files.list(Book.FOLDER.resolve("pictures"))) {
            List<String> found = files.map(file -> file.getFileName().toString().replace(".svg", "")).sorted().toList();
            assertEquals(names().toList(), found);
        }
    }
}
