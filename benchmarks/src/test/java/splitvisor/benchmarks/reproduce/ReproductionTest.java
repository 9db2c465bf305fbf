package splitvisor.benchmarks.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;
import splitvisor.benchmarks.GeneratedPage;
import splitvisor.benchmarks.compare.GuestSource;
import splitvisor.benchmarks.compare.Setup;
import splitvisor.benchmarks.host.HostComparison;
import splitvisor.benchmarks.papers.Cell;
import splitvisor.benchmarks.papers.Laboratory;
import splitvisor.benchmarks.papers.NotModelled;
import splitvisor.benchmarks.papers.Paper;
import splitvisor.benchmarks.papers.PublishedTable;
import splitvisor.benchmarks.papers.Reproduction;
import splitvisor.benchmarks.papers.Result;
import splitvisor.benchmarks.report.Mark;
import splitvisor.cpu.cost.CostProfile;

/// The papers' tables, reproduced: nothing is left out, nothing claims more than it may, nothing gets worse.
class ReproductionTest {

    private static final Map<String, PaperFiles> ALL = all();

    private static Map<String, PaperFiles> all() {
        Map<String, PaperFiles> all = new LinkedHashMap<>();
        for (String id : Paper.ALL) {
            Paper paper = Paper.of(id);
            try {
                all.put(id, PaperFiles.of(paper, CostProfile.builtIn(paper.profile()), _ -> {}));
            } catch (NotModelled e) {
                throw new AssertionError(e);
            }
        }
        return all;
    }

    static Stream<Reproduction> reproductions() {
        return ALL.values().stream().map(PaperFiles::reproduction);
    }

    /// The tables that must be complete, with the number of their cells about KVM on Arm.
    @ParameterizedTest
    @CsvSource({
        "asplos14, table3, ARM, 6",
        "asplos14, table3, ARM no VGIC/vtimers, 6",
        "isca16, table2, KVM ARM, 7",
        "isca16, table3, Save, 7",
        "isca16, table3, Restore, 7",
        "atc17, table2, KVM ARM split-mode, 4",
        "atc17, table2, el2Linux (stands in for VHE), 4",
    })
    void everyPublishedCellAboutKvmOnArmIsShownWithItsMark(String id, String tableId, String column, int cells)
            throws Exception {
        PaperFiles files = ALL.get(id);
        PublishedTable table = files.reproduction().paper().table(tableId);
        List<Cell> published = table.cells().stream().filter(c -> c.column().equals(column)).toList();
        assertEquals(cells, published.size());
        JsonNode json = new ObjectMapper().readTree(files.files().get(id + ".json")).get("cells");
        String csv = files.files().get("%s-%s.csv".formatted(id, tableId));
        for (Cell cell : published) {
            Result result = files.reproduction().of(table, cell);
            assertNotNull(result.how());
            assertEquals(result.ours() == null, result.mark() == Mark.QUOTED, result.id());
            String value = cell.value().toPlainString();
            String start = DataFiles.line(cell.row(), cell.column(), table.unit(), value).strip();
            assertTrue(csv.lines().anyMatch(l -> l.startsWith(start) && l.contains("," + result.mark().label() + ",")));
            assertTrue(Stream.iterate(0, i -> i < json.size(), i -> i + 1).map(json::get).anyMatch(node ->
                    node.get("row").asText().equals(cell.row())
                            && node.get("column").asText().equals(column)
                            && node.get("mark").asText().equals(result.mark().label())), result.id());
            assertTrue(files.files().get(id + ".html").contains(Numbers.cycles(cell.value())), result.id());
        }
    }

    @ParameterizedTest
    @MethodSource("reproductions")
    void aCellIsCalibratedExactlyWhenTheProfileWasFittedToIt(Reproduction reproduction) {
        List<String> calibrated = reproduction.results().stream()
                .filter(r -> r.mark() == Mark.CALIBRATED && !r.table().id().equals(Applications.TABLE))
                .map(Result::id)
                .sorted()
                .toList();
        assertEquals(reproduction.profile().calibratedOn().stream().sorted().toList(), calibrated);
    }

    /// Recounted by our numbers: what one run answers has one number, or one that is a multiple of it.
    @Test
    void anExperimentCountsOnceInTheMeanErrorHoweverManyNumbersItAnswers() {
        Reproduction asplos = ALL.get("asplos14").reproduction();
        Map<String, List<Double>> errors = new TreeMap<>();
        for (Result result : asplos.predicted()) {
            boolean half = result.cell().row().equals("EOI (user-space GIC)");
            BigDecimal run = half ? result.ours().multiply(BigDecimal.TWO) : result.ours();
            String number = run.setScale(1, RoundingMode.HALF_UP).toPlainString();
            errors.computeIfAbsent(number, _ -> new ArrayList<>()).add(result.error().abs().doubleValue());
        }
        assertEquals(13, asplos.predicted().size());
        assertEquals(9, errors.size(), errors.toString());
        double mean = errors.values().stream()
                .mapToDouble(of -> of.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
                .average()
                .orElseThrow();
        assertEquals(mean, asplos.meanAbsoluteError().orElseThrow().doubleValue(), 1e-5);
        String cautions = Caution.of(asplos).toString();
        assertTrue(cautions.contains("IPI, ARM = IPI, first variant of the test, ARM"), cautions);
    }

    /// The page, its data and the page of errors carry the verdict and every caution.
    @ParameterizedTest
    @MethodSource("reproductions")
    void whatToKeepInMindIsOnThePageAndInTheData(Reproduction reproduction) throws Exception {
        PaperFiles files = ALL.get(reproduction.paper().id());
        String html = files.files().get(reproduction.paper().id() + ".html");
        JsonNode json = new ObjectMapper().readTree(files.files().get(reproduction.paper().id() + ".json"));
        assertFalse(Caution.of(reproduction).isEmpty());
        Caution.of(reproduction).forEach(caution -> assertTrue(html.contains(Page.escape(caution)), caution));
        assertEquals(Caution.of(reproduction).size(), json.get("cautions").size());
        assertTrue(html.contains(Page.escape(files.baselines().verdict())));
        assertEquals(files.baselines().verdict().replace('\n', ' '), json.get("verdict").textValue());
        assertEquals(files.baselines().others().size(), json.get("baselines").size());
        assertTrue(IndexPage.of(List.of(files)).contains(Page.escape(files.baselines().verdict())));
    }

    /// What was fitted comes out as published, up to the rounding of the costs and what least squares leave.
    @ParameterizedTest
    @MethodSource("reproductions")
    void calibratedCellsComeOutAsPublished(Reproduction reproduction) {
        reproduction.results().stream()
                .filter(r -> r.mark() == Mark.CALIBRATED)
                .forEach(r -> assertEquals(0, r.error().doubleValue(), 0.02, r.id()));
    }

    @ParameterizedTest
    @CsvSource({"split mode, 2", "VHE, 1"})
    void trapsAndReturnsPerHypercallAreTheAuthorsOwnCounts(String column, int events) {
        Reproduction reproduction = ALL.get("atc17").reproduction();
        PublishedTable slides = reproduction.paper().table("slides");
        for (String row : List.of("traps into EL2", "exception returns from EL2")) {
            Result result = reproduction.of(slides, slides.at(row, column).orElseThrow());
            assertEquals(Mark.COUNTED, result.mark());
            assertEquals(BigDecimal.valueOf(events), result.ours());
            assertEquals(result.cell().value(), result.ours());
        }
    }

    /// What the authors' kernel moves, the early split host moves: counted by name, and as many.
    @Test
    void theEarlySplitHostMovesWhatTheAuthorsKernelMoves() {
        Reproduction reproduction = ALL.get("isca16").reproduction();
        PublishedTable counts = reproduction.paper().table("counts");
        List<Result> counted =
                reproduction.results().stream()
                        .filter(r -> r.table().equals(counts) && r.mark() == Mark.COUNTED)
                        .toList();
        assertEquals(counts.cells().size() - 1, counted.size()); // X30 is stored alone, which nobody reports
        counted.forEach(r -> assertEquals(r.cell().value().intValueExact(), r.ours().intValueExact(), r.id()));
    }

    /// What `reproduce` says is saved and restored is what `compare` says.
    @Test
    void theBreakdownIsComparesInOtherClasses() throws Exception {
        CostProfile profile = CostProfile.builtIn("hp-m400");
        Corners corners = Corners.of(new Laboratory(profile, _ -> {}), profile, profile.gic());
        for (Corners.Pair pair : List.of(corners.then(), corners.now())) {
            Setup setup = new Setup(List.of("split", "vhe"), List.of("hyp_call"), profile, pair.generation(),
                    profile.gic(), GuestSource.builtIn(), 20_000_000);
            var rows = new HostComparison().measure(setup).breakdowns().getFirst().hosts();
            for (var host : Map.of("split", pair.split(), "vhe", pair.vhe()).entrySet()) {
                double all = rows.get(host.getKey()).stream()
                        .mapToDouble(r -> r.save().cycles().add(r.restore().cycles()).doubleValue())
                        .sum();
                assertEquals(all, host.getValue().movedCycles(), 0.01, host.getValue().label());
            }
        }
    }

    @Test
    void theSameBytesEveryTime() throws NotModelled {
        Paper paper = Paper.of("atc17");
        PaperFiles again = PaperFiles.of(paper, CostProfile.builtIn(paper.profile()), _ -> {});
        assertEquals(ALL.get("atc17").files(), again.files());
    }

    @Test
    void everyPictureIsWellFormed() throws Exception {
        for (PaperFiles files : ALL.values()) {
            for (Map.Entry<String, String> file : files.files().entrySet()) {
                if (file.getKey().endsWith(".svg")) {
                    InputSource source = new InputSource(new StringReader(file.getValue()));
                    var root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(source);
                    assertEquals("svg", root.getDocumentElement().getTagName(), file.getKey());
                    assertFalse(file.getValue().contains("NaN"), file.getKey());
                }
            }
        }
    }

    @Test
    void thePageOfErrorsIsFresh() throws Exception {
        GeneratedPage.check("tables/reproduction.md", ErrorsPage.of(List.copyOf(ALL.values())));
    }

    @ParameterizedTest
    @MethodSource("reproductions")
    void theRungsOfTheLadderAddUp(Reproduction reproduction) throws Exception {
        JsonNode json = new ObjectMapper().readTree(
                ALL.get(reproduction.paper().id()).files().get(reproduction.paper().id() + ".json"));
        double from = json.at("/hypercalls/0/cycles").doubleValue();
        JsonNode calls = json.get("hypercalls");
        assertEquals("split, linux-4.0", calls.get(0).get("name").textValue());
        assertEquals("split, linux-6.1", calls.get(2).get("name").textValue());
        assertEquals("VHE, linux-6.1", calls.get(3).get("name").textValue());
        Map<String, Double> taken = new LinkedHashMap<>();
        for (JsonNode rung : json.get("ladder")) {
            taken.merge(rung.get("by").textValue(), rung.get("taken").doubleValue(), Double::sum);
        }
        double middle = calls.get(2).get("cycles").doubleValue();
        assertEquals(from - middle, taken.get("the newer kernel"), from / 1000);
        assertEquals(middle - calls.get(3).get("cycles").doubleValue(), taken.get("VHE"), from / 1000);
    }
}
