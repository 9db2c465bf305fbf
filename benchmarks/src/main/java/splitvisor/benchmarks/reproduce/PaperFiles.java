package splitvisor.benchmarks.reproduce;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import splitvisor.benchmarks.calibrate.Recipe;
import splitvisor.benchmarks.calibrate.Recipe.InvalidRecipeException;
import splitvisor.benchmarks.calibrate.Validation;
import splitvisor.benchmarks.papers.Laboratory;
import splitvisor.benchmarks.papers.NotModelled;
import splitvisor.benchmarks.papers.Paper;
import splitvisor.benchmarks.papers.PublishedTable;
import splitvisor.benchmarks.papers.Reproduction;
import splitvisor.cpu.cost.CostProfile;

/// Everything that is written about a paper.
///
/// @param applications the model of the paper's applications; null when it has none
/// @param validation what the choice of the cells does to the errors; null when the profile has no recipe for the paper
/// @param baselines what other costs make of the same cells
/// @param files the content of each file by its name, in the order of writing
public record PaperFiles(
        Reproduction reproduction,
        Applications applications,
        Validation validation,
        Baselines baselines,
        Map<String, String> files) {

    /// Does the paper's experiments under a profile, and draws and tabulates what came out.
    public static PaperFiles of(Paper paper, CostProfile profile, Laboratory.Progress progress) throws NotModelled {
        return of(paper, profile, new Laboratory(profile, progress));
    }

    /// The same in a laboratory.
    public static PaperFiles of(Paper paper, CostProfile profile, Laboratory laboratory) throws NotModelled {
        Reproduction reproduction = Reproduction.of(paper, profile, laboratory);
        Applications applications = Applications.of(paper, profile, laboratory).orElse(null);
        if (applications != null) {
            reproduction = applications.fillIn(reproduction);
        }
        Validation validation = reproduction.givenUp().isEmpty() ? validation(paper, profile, laboratory) : null;
        Baselines baselines = Baselines.of(reproduction, laboratory);
        Corners corners = Corners.of(laboratory, profile, CostProfile.builtIn(paper.profile()).gic());
        List<Picture> pictures = new Pictures(reproduction, corners).all();
        DataFiles data = new DataFiles(reproduction, baselines, corners);
        Map<String, String> files = new LinkedHashMap<>();
        Page page = new Page(reproduction, applications, validation, baselines, pictures, corners);
        files.put(paper.id() + ".html", page.html());
        pictures.forEach(picture -> files.put(picture.name() + ".svg", picture.svg()));
        for (PublishedTable table : paper.tables()) {
            files.put(paper.id() + "-" + table.id() + ".csv", data.csv(table));
        }
        files.put(paper.id() + "-breakdown.csv", data.breakdownCsv());
        files.put(paper.id() + "-ladder.csv", data.ladderCsv());
        files.put(paper.id() + "-what-if.csv", data.whatIfCsv());
        files.put(paper.id() + ".json", data.json());
        return new PaperFiles(reproduction, applications, validation, baselines, files);
    }

    private static Validation validation(Paper paper, CostProfile profile, Laboratory laboratory) {
        if (!Recipe.BUILT_IN.contains(profile.name()) || !profile.equals(CostProfile.builtIn(profile.name()))) {
            return null; // a file may have any name
        }
        Recipe recipe = Recipe.builtIn(profile.name());
        try {
            return recipe.paper().equals(paper.id()) ? Validation.of(recipe, laboratory) : null;
        } catch (InvalidRecipeException e) {
            throw new IllegalStateException(recipe.profile(), e); // it has made the profile
        }
    }
}
