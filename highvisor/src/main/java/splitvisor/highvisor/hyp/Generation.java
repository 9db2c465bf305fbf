package splitvisor.highvisor.hyp;

import java.util.Arrays;
import java.util.List;

/// Which KVM a host's world switches follow. What differs is what moves on each exit, and who moves it; the
/// host kernel's own code and the vGIC's model are Linux 6.1's in each. `docs/tables/kvm-generations.md` has the facts
/// and their sources.
public enum Generation {

    /// Moves on an exit what the host needs, and the rest when a vCPU is scheduled.
    LINUX_6_1("linux-6.1", false),

    /// Moves everything on every exit, in use or not: what the measurements published in 2014 to 2017 saw. Linux 4.0
    /// had no VHE; the VHE host follows Linux 4.5's switch, the first that knew it.
    LINUX_4_0("linux-4.0", true);

    private final String label;
    private final boolean early;

    Generation(String label, boolean early) {
        this.label = label;
        this.early = early;
    }

    /// The name on the command line.
    public String label() {
        return label;
    }

    /// Whether the virtual CPU interface and the virtual timer move as a whole in each world switch.
    public boolean isEarly() {
        return early;
    }

    /// The generation with the given name.
    public static Generation of(String label) {
        return Arrays.stream(values()).filter(g -> g.label.equals(label)).findFirst().orElseThrow();
    }

    /// All names, the default first.
    public static List<String> labels() {
        return Arrays.stream(values()).map(Generation::label).toList();
    }
}
