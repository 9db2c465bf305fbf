package splitvisor.benchmarks.host;

import java.util.Arrays;
import java.util.stream.Stream;
import splitvisor.highvisor.hyp.Generation;

/// Where a test's guest runs: a host that follows a generation of KVM.
///
/// @param host the host's name
/// @param generation whose world switch it has
record Setting(String host, Generation generation) {

    /// Each host with each generation.
    static Stream<Setting> all() {
        return Host.names().stream()
                .flatMap(host -> Arrays.stream(Generation.values()).map(generation -> new Setting(host, generation)));
    }

    /// A host of this kind, on one PE with a GICv3.
    Host boot() {
        return boot(3);
    }

    /// The same with a GIC of the given version.
    Host boot(int gic) {
        return Host.of(host, Runs.PROFILE, new Host.Shape(1, gic, 0, null, generation), null);
    }

    @Override
    public String toString() {
        return host + " " + generation.label();
    }
}
