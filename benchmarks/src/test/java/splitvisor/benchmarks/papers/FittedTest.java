package splitvisor.benchmarks.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import splitvisor.benchmarks.compare.GuestSource;
import splitvisor.benchmarks.compare.Setup;
import splitvisor.benchmarks.host.HostComparison;
import splitvisor.benchmarks.report.JsonReport;
import splitvisor.benchmarks.report.Mark;
import splitvisor.benchmarks.report.Report;
import splitvisor.benchmarks.report.TextReport;
import splitvisor.cpu.cost.CostProfile;

/// What a profile was fitted to is found wherever our number for it is shown.
class FittedTest {

    private static final CostProfile M400 = CostProfile.builtIn("hp-m400");

    private static Report compare(CostProfile profile, int gic) throws Exception {
        return Fitted.mark(new HostComparison().measure(new Setup(
                List.of("split"),
                List.of("hyp_call", "eoi"),
                profile,
                "linux-4.0",
                gic,
                GuestSource.builtIn(),
                100_000_000)));
    }

    @Test
    void everyNameOfABuiltInProfileIsThatOfACell() {
        for (String name : CostProfile.BUILT_IN) {
            CostProfile profile = CostProfile.builtIn(name);
            assertEquals(List.of(), Fitted.unknown(profile));
            assertEquals(profile.calibratedOn(), Fitted.of(profile).cells().stream().map(Fitted.Found::id).toList());
        }
    }

    /// All that this profile was fitted to is a hypercall of Linux 4.0 in split mode with a GICv2, or a part of one.
    @Test
    void aComparisonMarksWhatItsProfileWasFittedTo() throws Exception {
        Report report = compare(M400, 2);
        assertEquals(M400.calibratedOn(), report.fitted().stream().map(Report.Fitted::cell).toList());
        String text = TextReport.of(report);
        TreeSet<String> marked = new TreeSet<>();
        text.lines().filter(l -> l.matches(".*[0-9]\\*.*")).forEach(l -> marked.add(l.replaceFirst(" *\\|.*", "")));
        assertEquals("[EL1 System Regs, FP Regs, VGIC Regs, hyp_call]", marked.toString());
        assertEquals(M400.calibratedOn().size(), text.chars().filter(c -> c == '*').count() - 1, "and the legend");
        assertTrue(M400.calibratedOn().stream().allMatch(text::contains), text);
        String json = JsonReport.of(report, "1");
        assertEquals(M400.calibratedOn().size(), count(json, "\"mark\" : \"calibrated\""));
        assertTrue(json.contains("\"cycles\" : \"calibrated or predicted\""), json);
    }

    @Test
    void onAnotherMachineNothingIsMarkedAndTheNumbersAreNamedAllTheSame() throws Exception {
        Report report = compare(M400, 3);
        assertEquals(List.of(), report.fitted());
        String text = TextReport.of(report);
        assertTrue(text.contains("None of the figures above is one of them.") && !text.contains("*"), text);
        assertTrue(M400.calibratedOn().stream().allMatch(text::contains), text);
        assertTrue(!TextReport.of(compare(CostProfile.builtIn("gicv3-server"), 2)).contains("fitted"));
    }

    private static long count(String text, String part) {
        return Stream.of(text.split(java.util.regex.Pattern.quote(part), -1)).count() - 1;
    }

    /// The distributor's read of the unit tests is the run that answers Table 3's I/O Kernel: fitted to one, the other
    /// is no prediction.
    @Test
    void anotherNumberForWhatWasFittedIsNoPrediction() {
        Paper paper = Paper.of("asplos14");
        PublishedTable raw = paper.table("raw");
        Cell read = raw.at("VGIC distributor read (kernel-emulated GICD access)", "ARM").orElseThrow();
        Fitted kernel = Fitted.of(List.of("asplos14 table3 | I/O Kernel | ARM"));
        assertEquals(Mark.CALIBRATED, kernel.mark(paper, raw, read));
        assertEquals("asplos14 table3 | I/O Kernel | ARM", kernel.decided(paper, raw, read).orElseThrow().id());
        Fitted user = Fitted.of(List.of("asplos14 table3 | I/O User | ARM"));
        assertEquals(Mark.PREDICTED, user.mark(paper, raw, read));
    }

    /// The same run on another paper's machine is another experiment.
    @Test
    void anotherPapersNumberStaysAPrediction() {
        Paper paper = Paper.of("atc17");
        PublishedTable table = paper.table("table2");
        Cell call = table.at("Hypercall", "KVM ARM split-mode").orElseThrow();
        assertEquals(Mark.PREDICTED, Fitted.of(M400).mark(paper, table, call));
    }
}
