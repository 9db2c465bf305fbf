package splitvisor.benchmarks.book;

import java.util.Map;
import java.util.TreeMap;

/// Numbers in the book's sentences that no code of ours decides, each with what it is. A number about our machine does
/// not belong here, but into a fact.
final class Constants {

    static final Map<String, String> ALL = new TreeMap<>();

    static {
        row("31", "general-purpose registers, X0 to X30: Arm ARM, registers in AArch64 state");
        row("2014", "year of ASPLOS 2014, KVM/ARM");
        row("2017", "year of USENIX ATC 2017, VHE");
    }

    private Constants() {}

    private static void row(String number, String what) {
        ALL.put(number, what);
    }
}
