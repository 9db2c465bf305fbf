package splitvisor.benchmarks.host;

import java.util.ArrayList;
import java.util.List;

/// Where two sequences of operations differ: the shortest edit from Linux's to ours.
///
/// @param sign `-` for what only Linux does, `+` for what only we do
/// @param operation the operation
/// @param after the operation in Linux's sequence that it follows
record Difference(char sign, String operation, String after) {

    static List<Difference> between(List<String> linux, List<String> ours) {
        int[][] common = new int[linux.size() + 1][ours.size() + 1];
        for (int l = linux.size() - 1; l >= 0; l--) {
            for (int o = ours.size() - 1; o >= 0; o--) {
                common[l][o] = linux.get(l).equals(ours.get(o))
                        ? common[l + 1][o + 1] + 1
                        : Math.max(common[l + 1][o], common[l][o + 1]);
            }
        }
        List<Difference> differences = new ArrayList<>();
        int l = 0;
        int o = 0;
        while (l < linux.size() || o < ours.size()) {
            String after = l == 0 ? "start" : linux.get(l - 1);
            if (l < linux.size() && o < ours.size() && linux.get(l).equals(ours.get(o))) {
                l++;
                o++;
            } else if (o == ours.size() || l < linux.size() && common[l + 1][o] >= common[l][o + 1]) {
                differences.add(new Difference('-', linux.get(l++), after));
            } else {
                differences.add(new Difference('+', ours.get(o++), after));
            }
        }
        return differences;
    }
}
