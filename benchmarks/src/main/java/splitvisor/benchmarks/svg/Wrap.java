package splitvisor.benchmarks.svg;

import java.util.ArrayList;
import java.util.List;

/// Text broken into lines behind its spaces and underscores.
final class Wrap {

    private Wrap() {}

    /// The lines of a text, each as wide as fits, but never less than one word.
    static List<String> lines(String text, double width, double size) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split("(?<=[ _])")) {
            if (!line.isEmpty() && Svg.width((line + word).strip(), size) > width) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(word);
        }
        lines.add(line.toString().strip());
        return lines;
    }
}
