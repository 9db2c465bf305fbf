package splitvisor.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/// Lists laid side by side, so that equal keys share a line and order is kept.
public final class SideBySide {

    private SideBySide() {}

    /// One line per entry of the result, one element or null per side. With more than two sides each further side is
    /// laid beside the lines found so far.
    public static <T> List<List<T>> align(List<List<T>> sides, Function<T, String> key) {
        List<List<T>> lines = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (int side = 0; side < sides.size(); side++) {
            List<T> right = sides.get(side);
            List<String> rightKeys = right.stream().map(key).toList();
            List<List<T>> merged = new ArrayList<>();
            List<String> mergedKeys = new ArrayList<>();
            int[][] common = commonAfter(keys, rightKeys);
            for (int l = 0, r = 0; l < keys.size() || r < right.size(); ) {
                boolean both = l < keys.size() && r < right.size() && keys.get(l).equals(rightKeys.get(r));
                boolean takeLeft = both || r == right.size() || l < keys.size() && common[l + 1][r] >= common[l][r + 1];
                boolean takeRight = both || !takeLeft;
                List<T> line = takeLeft ? new ArrayList<>(lines.get(l)) : blank(side);
                line.add(takeRight ? right.get(r) : null);
                merged.add(line);
                mergedKeys.add(takeLeft ? keys.get(l) : rightKeys.get(r));
                l += takeLeft ? 1 : 0;
                r += takeRight ? 1 : 0;
            }
            lines = merged;
            keys = mergedKeys;
        }
        return lines;
    }

    private static <T> List<T> blank(int length) {
        List<T> line = new ArrayList<>();
        while (line.size() < length) {
            line.add(null);
        }
        return line;
    }

    /// `[l][r]`: the length of the longest common subsequence of what follows `l` on the left and `r` on the right.
    private static int[][] commonAfter(List<String> left, List<String> right) {
        int[][] common = new int[left.size() + 2][right.size() + 2];
        for (int l = left.size() - 1; l >= 0; l--) {
            for (int r = right.size() - 1; r >= 0; r--) {
                common[l][r] = Objects.equals(left.get(l), right.get(r))
                        ? common[l + 1][r + 1] + 1
                        : Math.max(common[l + 1][r], common[l][r + 1]);
            }
        }
        return common;
    }
}
