package splitvisor.benchmarks.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import splitvisor.benchmarks.report.Mark;
import splitvisor.cpu.cost.CostProfile;

/// What a profile was fitted to is found wherever our number for it is shown.
class FittedTest {

    private static final CostProfile M400 = CostProfile.builtIn("hp-m400");

    @Test
    void everyNameOfABuiltInProfileIsThatOfACell() {
        for (String name : CostProfile.BUILT_IN) {
            CostProfile profile = CostProfile.builtIn(name);
            assertEquals(List.of(), Fitted.unknown(profile));
            assertEquals(profile.calibratedOn(), Fitted.of(profile).cells().stream().map(Fitted.Found::id).toList());
        }
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
