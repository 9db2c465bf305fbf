package splitvisor.benchmarks.reproduce;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import splitvisor.benchmarks.papers.Reproduction;
import splitvisor.benchmarks.papers.Result;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.cost.Event;

/// What to keep in mind about a page's errors, computed from its numbers: a sentence each.
final class Caution {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private Caution() {}

    /// All that applies.
    static List<String> of(Reproduction reproduction) {
        List<String> sentences = new ArrayList<>();
        givenUp(reproduction, sentences);
        repeated(reproduction, sentences);
        instruction(reproduction.profile(), sentences);
        estimated(reproduction, sentences);
        return sentences;
    }

    private static void givenUp(Reproduction reproduction, List<String> sentences) {
        if (!reproduction.givenUp().isEmpty()) {
            sentences.add("Runs were given up, and these cells are missing from the mean error: %s."
                    .formatted(reproduction.givenUp().stream().map(Caution::name).collect(Collectors.joining("; "))));
        }
    }

    /// Where one number of ours answers several published ones, it counts once.
    private static void repeated(Reproduction reproduction, List<String> sentences) {
        List<String> groups = Reproduction.experiments(reproduction.predicted()).values().stream()
                .filter(cells -> cells.size() > 1)
                .map(cells -> cells.stream().map(Caution::name).collect(Collectors.joining(" = ")))
                .toList();
        if (!groups.isEmpty()) {
            sentences.add("One run answers several numbers, whose errors are averaged before they enter the mean: %s."
                    .formatted(String.join("; ", groups)));
        }
    }

    /// What an instruction costs decides what the host kernel's paths cost, and the fit may have bent it.
    private static void instruction(CostProfile profile, List<String> sentences) {
        String unfitted = CostProfile.BUILT_IN.getFirst();
        BigDecimal here = instruction(profile);
        BigDecimal there = instruction(CostProfile.builtIn(unfitted));
        if (!profile.calibratedOn().isEmpty() && here.compareTo(there) != 0) {
            sentences.add(("An instruction costs %s cycles by %s, %s by %s: by how much our paths of code are too long"
                            + " or too short is in that factor, too.")
                    .formatted(here.toPlainString(), profile.name(), there.toPlainString(), unfitted));
        }
    }

    private static BigDecimal instruction(CostProfile profile) {
        return BigDecimal.valueOf(profile.centicycles().get(Event.INSTRUCTION.ordinal()), 2).stripTrailingZeros();
    }

    /// What rests on lengths of kernel code that were never counted.
    private static void estimated(Reproduction reproduction, List<String> sentences) {
        List<Result> some = reproduction.predicted().stream().filter(r -> r.estimated().signum() > 0).toList();
        if (!some.isEmpty()) {
            String list = some.stream()
                    .map(r -> "%s %s".formatted(name(r), share(r.estimated())))
                    .collect(Collectors.joining("; "));
            sentences.add("Lengths of kernel code that were guessed, not counted, are so much of these predictions: "
                    + list + ".");
        }
    }

    private static String share(BigDecimal part) {
        BigDecimal percent = part.movePointRight(2);
        return percent.compareTo(HALF) < 0 ? "under 1%" : String.format(Locale.ROOT, "%.0f%%", percent.doubleValue());
    }

    private static String name(Result result) {
        return "%s, %s".formatted(result.cell().row(), result.cell().column());
    }
}
