package splitvisor.benchmarks.reproduce;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import splitvisor.benchmarks.papers.Fitted;
import splitvisor.benchmarks.papers.Laboratory;
import splitvisor.benchmarks.papers.Paper;
import splitvisor.benchmarks.papers.Reproduction;
import splitvisor.benchmarks.papers.Result;
import splitvisor.cpu.cost.CostProfile;

/// What other costs would have made of the cells that a profile predicts: costs that were fitted to nothing, and those
/// of other papers' machines. A fit that does no better than these has learnt nothing about its machine. The machine's
/// counts are the same for all.
///
/// @param own the name of the profile that the page is about
/// @param error its mean error
/// @param others what it has to beat
record Baselines(String own, double error, List<Other> others) {

    /// The mean error of other costs on the same cells.
    ///
    /// @param fittedTo the papers whose numbers are in them, short; empty: none
    record Other(String profile, List<String> fittedTo, double error) {

        String name() {
            return "%s (%s)".formatted(
                    profile, fittedTo.isEmpty() ? "fitted to nothing" : "fitted to " + String.join(" and ", fittedTo));
        }
    }

    /// All built-in profiles but the page's own, less those that were fitted to one of the cells.
    static Baselines of(Reproduction reproduction, Laboratory laboratory) {
        Set<String> cells = reproduction.predicted().stream().map(Result::id).collect(Collectors.toSet());
        List<Other> others = new ArrayList<>();
        for (String name : CostProfile.BUILT_IN) {
            CostProfile profile = CostProfile.builtIn(name);
            boolean other = !profile.equals(reproduction.profile());
            if (other && !cells.isEmpty() && profile.calibratedOn().stream().noneMatch(cells::contains)) {
                List<Result> same = Reproduction.of(reproduction.paper(), profile, laboratory).results().stream()
                        .filter(result -> cells.contains(result.id()))
                        .toList();
                others.add(new Other(name, papers(profile), error(same)));
            }
        }
        return new Baselines(reproduction.profile().name(), error(reproduction.predicted()), List.copyOf(others));
    }

    private static double error(List<Result> cells) {
        return Reproduction.meanAbsoluteError(cells).map(Number::doubleValue).orElse(0.0);
    }

    private static List<String> papers(CostProfile profile) {
        return Fitted.of(profile).cells().stream().map(Fitted.Found::paper).map(Paper::shortName).distinct().toList();
    }

    /// The others that miss these cells by no more than the page's own.
    List<Other> noWorse() {
        return others.stream().filter(other -> other.error <= error).toList();
    }

    /// What the fit is worth, two sentences on two lines; empty when there is nothing to compare it with.
    String verdict() {
        if (others.isEmpty()) {
            return "";
        }
        String same = others.stream()
                .map(other -> "%s %s".formatted(other.name(), Choices.percent(other.error)))
                .collect(Collectors.joining(", "));
        return """
                By other costs the same cells are missed by: %s.
                At %s, %s is %s."""
                .formatted(same, Choices.percent(error), own, worth());
    }

    private String worth() {
        List<Other> noWorse = noWorse();
        if (noWorse.isEmpty()) {
            return "better than all of them";
        }
        String names = noWorse.stream().map(Other::profile).collect(Collectors.joining(" and "));
        boolean all = noWorse.size() == others.size();
        return "no better than %s: what was fitted explains these cells no better than costs that know nothing of this"
                .formatted(all ? "any of them" : names) + " machine";
    }
}
