package splitvisor.benchmarks.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import splitvisor.benchmarks.papers.Laboratory;
import splitvisor.benchmarks.papers.Paper;
import splitvisor.benchmarks.papers.Reproduction;
import splitvisor.benchmarks.reproduce.Baselines.Other;
import splitvisor.cpu.cost.CostProfile;

/// What a fit is worth is said by numbers, whichever way they fall.
class BaselinesTest {

    private static Baselines with(double... errors) {
        return new Baselines(
                "own",
                0.2,
                List.of(new Other("plain", List.of(), errors[0]), new Other("other", List.of("ISCA 2016"), errors[1])));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "0.3 | 0.21 | own is better than all of them.",
        "0.1 | 0.21 | own is no better than plain: what was fitted explains",
        "0.3 | 0.20 | own is no better than other: what was fitted explains",
        "0.1 | 0.05 | own is no better than any of them: what was fitted explains",
    })
    void theVerdictFollowsFromTheNumbers(double plain, double other, String words) {
        String verdict = with(plain, other).verdict();
        assertTrue(verdict.contains(words), verdict);
        assertTrue(verdict.contains("plain (fitted to nothing) " + Choices.percent(plain)), verdict);
        assertTrue(verdict.contains("other (fitted to ISCA 2016) " + Choices.percent(other)), verdict);
    }

    /// With other costs the same cells are what `reproduce --profile` makes of them.
    @Test
    void theOthersErrorsAreThoseOfTheirOwnReproductionOnTheSameCells() {
        Paper paper = Paper.of("atc17");
        CostProfile own = CostProfile.builtIn("amd-seattle");
        Laboratory laboratory = new Laboratory(own, _ -> {});
        Baselines baselines = Baselines.of(Reproduction.of(paper, own, laboratory), laboratory);
        assertEquals(
                List.of("gicv3-server", "arndale", "hp-m400"),
                baselines.others().stream().map(Other::profile).toList());
        CostProfile server = CostProfile.builtIn("gicv3-server");
        Reproduction plain = Reproduction.of(paper, server, new Laboratory(server, _ -> {}));
        double sum = plain.results().stream()
                .filter(r -> r.table().id().equals("table2") && r.ours() != null)
                .filter(r -> !own.calibratedOn().contains(r.id()))
                .mapToDouble(r -> r.error().abs().doubleValue())
                .sum();
        assertEquals(sum / 6, baselines.others().getFirst().error(), 1e-5);
    }

    /// What was fitted to some of the cells would win by construction.
    @Test
    void costsThatWereFittedToTheCellsAreNoBaseline() {
        Paper paper = Paper.of("atc17");
        CostProfile server = CostProfile.builtIn("gicv3-server");
        Laboratory laboratory = new Laboratory(server, _ -> {});
        Baselines baselines = Baselines.of(Reproduction.of(paper, server, laboratory), laboratory);
        assertEquals(List.of("arndale", "hp-m400"), baselines.others().stream().map(Other::profile).toList());
    }
}
