package splitvisor.benchmarks.host;

import java.io.OutputStream;
import java.util.List;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;
import splitvisor.cpu.board.Machine;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.observe.Observer;
import splitvisor.highvisor.hyp.HostConfiguration;
import splitvisor.highvisor.kernel.HostKernel;

/// A host on a machine of its own, booted and ready for processes.
public final class Host {

    /// RAM for the host itself and for small guests, in bytes.
    private static final long RAM = 64 << 20;

    private final HostedCpu hostedCpu;
    private final HostKernel kernel;

    private Host(HostedCpu hostedCpu, HostKernel kernel) {
        this.hostedCpu = hostedCpu;
        this.kernel = kernel;
    }

    /// The names of the host configurations on the path, `split` first, then by name.
    public static List<String> names() {
        return loader().stream()
                .map(Provider::get)
                .map(HostConfiguration::name)
                .sorted((a, b) -> a.equals("split") ? -1 : b.equals("split") ? 1 : a.compareTo(b))
                .toList();
    }

    /// Boots a host by its name. `observer`, if any, sees the machine from reset on.
    public static Host boot(String name, CostProfile profile, Observer observer) {
        return boot(name, profile, 0, observer);
    }

    /// The same with `guestMemory` bytes more for guests.
    public static Host boot(String name, CostProfile profile, long guestMemory, Observer observer) {
        HostConfiguration configuration =
                loader().stream()
                        .map(Provider::get)
                        .filter(candidate -> candidate.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no host '%s'".formatted(name)));
        Machine.Options board = Machine.Options.onePe(OutputStream.nullOutputStream());
        Machine machine = new Machine(profile, RAM + guestMemory, board);
        machine.cpu().observer = observer;
        HostedCpu hostedCpu = new HostedCpu(machine.cpu());
        return new Host(hostedCpu, new HostKernel(hostedCpu, configuration));
    }

    /// The PE as the host's software sees it.
    public HostedCpu hostedCpu() {
        return hostedCpu;
    }

    public HostKernel kernel() {
        return kernel;
    }

    private static ServiceLoader<HostConfiguration> loader() {
        return ServiceLoader.load(HostConfiguration.class);
    }
}
