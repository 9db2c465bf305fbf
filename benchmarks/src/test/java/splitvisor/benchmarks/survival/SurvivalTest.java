package splitvisor.benchmarks.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import splitvisor.benchmarks.Failure;
import splitvisor.benchmarks.host.Host;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.observe.Observer;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.cpu.timer.Exit;
import splitvisor.highvisor.hyp.Generation;
import splitvisor.highvisor.kernel.UserCpu;
import splitvisor.highvisor.kernel.UserProgram;
import splitvisor.highvisor.user.Vmm;

/// Isolation and survival: hostile guests and well-behaved ones share a host, on one PE or two, with either GIC and
/// under either generation of KVM. The host goes on, and the well-behaved ones find everything as they left it.
/// `-DargLine=-Dsurvival.seeds=N` runs N hostile guests of each kind under each host instead of the default.
class SurvivalTest {

    private static final int SEEDS = Integer.getInteger("survival.seeds", 256);
    private static final int GUESTS_PER_HOST = 16;
    private static final int ROUNDS = 6;
    private static final String DISK = "/disk";
    private static final long LIMIT = 60_000_000;

    /// A slow core: a time slice is 4 ms of simulated time, which shall not be many instructions.
    private static CostProfile profile() {
        return CostProfile.builtIn("gicv3-server").withClocks(5_000_000, 1_000_000);
    }

    static Stream<Arguments> kindsAndHosts() {
        return Stream.of(Hostile.values())
                .flatMap(kind -> Host.names().stream().map(host -> Arguments.of(kind, host)));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("kindsAndHosts")
    void hostAndNeighboursGoOnUndisturbed(Hostile kind, String host, @TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("disk"), new byte[16 * 512]);
        try (FileChannel disk = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            for (int seed = 0; seed < SEEDS; seed += GUESTS_PER_HOST) {
                survive(kind, host, seed, Math.min(seed + GUESTS_PER_HOST, SEEDS), disk);
            }
        }
    }

    /// Both have the same virtual and physical addresses, the same ASID and other values behind them; what tells them
    /// apart in the TLB is the VMID.
    @ParameterizedTest
    @CsvSource({"split, LINUX_6_1", "vhe, LINUX_6_1", "split, LINUX_4_0", "vhe, LINUX_4_0"})
    void twoVmsWithTheSameAddressesNeverSeeEachOthersData(String host, Generation generation) throws Failure {
        Set<Long> vmids = new TreeSet<>();
        Observer observer = new Observer() {
            @Override
            public void sysRegWrite(Cpu cpu, int encoding, SysReg reached, long before, long after) {
                if (reached == SysReg.VTTBR_EL2) {
                    vmids.add(after >>> 48);
                }
            }
        };
        Host booted = Host.of(host, profile(), new Host.Shape(1, 3, 0, null, generation), observer);
        List<Vmm> witnesses = List.of(Witness.vmm(1, 50, 3), Witness.vmm(2, 50, 3));
        witnesses.forEach(booted::spawn);
        booted.run(LIMIT);
        witnesses.forEach(witness -> assertEquals(Vmm.Outcome.POWERED_OFF, witness.outcome(), witness.name()));
        vmids.remove(0L); // the split host's own
        assertEquals(2, vmids.size(), vmids::toString);
    }

    /// One PE or two, either GIC, either generation: eight shapes in turn.
    private static Host.Shape shape(int round) {
        Generation generation = (round & 4) == 0 ? Generation.LINUX_6_1 : Generation.LINUX_4_0;
        return new Host.Shape(1 + (round & 1), (round & 2) == 0 ? 3 : 2, 0, null, generation);
    }

    private static void survive(Hostile kind, String host, int from, int to, FileChannel disk) {
        Host.Shape shape = shape(from / GUESTS_PER_HOST);
        String where = "%s, host %s, %s, seeds %d to %d".formatted(kind, host, shape, from, to - 1);
        Host booted = Host.of(host, profile(), shape, null);
        booted.machine().cpus.forEach(pe -> pe.interpreter.neverStopAtRefused());
        List<Vmm> witnesses = List.of(Witness.vmm(1, ROUNDS, shape.gic()), Witness.vmm(2, ROUNDS, shape.gic()));
        booted.kernel().addFile(DISK, disk);
        booted.spawn(new Last(booted, witnesses, witnesses.get(0)));
        for (int seed = from; seed < to; seed++) {
            byte[] image = kind.image(Vmm.RAM, seed);
            Vmm.Options options = Vmm.Options.of("hostile" + seed, Map.of(Vmm.RAM, image), Vmm.RAM, Hostile.RAM)
                    .withGic(shape.gic());
            booted.spawn(new Vmm(options.withVcpus(1 + seed % 2).withDrives(List.of(DISK)).withVirtioConsole()));
        }
        booted.spawn(new Last(booted, witnesses, witnesses.get(1)));
        try {
            booted.run(LIMIT);
        } catch (Failure | RuntimeException e) {
            throw new AssertionError(where + ": " + e.getMessage() + "; " + booted.kernel().log(), e);
        }
        for (Vmm witness : witnesses) {
            assertEquals(Vmm.Outcome.POWERED_OFF, witness.outcome(), () -> where + ": " + witness.name());
        }
    }

    /// Runs a witness; the last one to end stops the machine, for the hostile guests would not.
    private record Last(Host host, List<Vmm> witnesses, Vmm vmm) implements UserProgram {

        @Override
        public String name() {
            return vmm.name();
        }

        @Override
        public void run(UserCpu cpu) {
            vmm.run(cpu);
            if (witnesses.stream().noneMatch(other -> other.outcome() == Vmm.Outcome.RUNNING)) {
                host.machine().timeLine.stop(Exit.POWERED_OFF);
            }
        }
    }
}
