package splitvisor.cpu.board;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.IntStream;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.cost.Event;
import splitvisor.cpu.gic.Gic;
import splitvisor.cpu.gic.Gicv2;
import splitvisor.cpu.gic.Gicv2CpuInterface;
import splitvisor.cpu.gic.Gicv2Distributor;
import splitvisor.cpu.gic.Gicv2Hypervisor;
import splitvisor.cpu.gic.Gicv3;
import splitvisor.cpu.gic.Gicv3Distributor;
import splitvisor.cpu.gic.Gicv3Redistributor;
import splitvisor.cpu.hosted.HostedTexts;
import splitvisor.cpu.memory.Device;
import splitvisor.cpu.memory.PhysicalMemory;
import splitvisor.cpu.pmu.Pmu;
import splitvisor.cpu.sysreg.Unit;
import splitvisor.cpu.timer.Exit;
import splitvisor.cpu.timer.GenericTimers;
import splitvisor.cpu.timer.SystemCounter;
import splitvisor.cpu.timer.TimeLine;
import splitvisor.cpu.virtio.VirtioDevice;

/// A machine: PEs, memory and the devices of QEMU's `virt` board.
public final class Machine {

    /// What a machine is made of, besides its cost profile and its RAM.
    ///
    /// @param pes how many PEs, 1 to 8
    /// @param gic version of the interrupt controller, 2 or 3
    /// @param startEl the EL at which software starts, 1 or 2; see [Psci] for what follows from it
    /// @param console where the UART transmits to
    /// @param input what the UART receives, or null
    public record Options(int pes, int gic, int startEl, OutputStream console, InputStream input) {

        public static final int MAX_PES = 8;

        public Options {
            if (pes < 1 || pes > MAX_PES) {
                throw new IllegalArgumentException("%d PEs; a machine has 1 to %d".formatted(pes, MAX_PES));
            }
            if (gic != 2 && gic != 3) {
                throw new IllegalArgumentException("GIC version %d; there are 2 and 3".formatted(gic));
            }
            if (startEl != 1 && startEl != 2) {
                throw new IllegalArgumentException("start at EL%d; use 1 or 2".formatted(startEl));
            }
        }

        /// One PE that starts at EL2 and a GICv3, its UART connected to `console` and nothing to receive.
        public static Options onePe(OutputStream console) {
            return new Options(1, 3, 2, console, null);
        }
    }

    public final CostProfile profile;
    public final Options options;
    public final PhysicalMemory memory;
    public final HostedTexts hosted = new HostedTexts();
    public final List<Cpu> cpus;
    public final Gic gic;
    public final TimeLine timeLine;
    public final Pl011 uart;
    private final VirtioSlots virtio;

    /// A machine in its reset state with `ramSize` bytes of RAM at [VirtMap#RAM_BASE].
    public Machine(CostProfile profile, long ramSize, Options options) {
        this.profile = profile;
        this.options = options;
        memory = new PhysicalMemory(VirtMap.RAM_BASE, ramSize);
        cpus =
                IntStream.range(0, options.pes)
                        .mapToObj(index -> new Cpu(index, memory, hosted, profile))
                        .toList();
        Cpu[] peers = cpus.toArray(Cpu[]::new);
        timeLine = new TimeLine(profile.centicycles().get(Event.INSTRUCTION.ordinal()));
        Psci psci = new Psci(this);
        for (Cpu cpu : cpus) {
            cpu.peers = peers;
            cpu.firmware = psci;
            cpu.reset(options.startEl, 0);
            cpu.off = cpu.index > 0; // PSCI CPU_ON starts the others
            timeLine.add(cpu);
        }
        gic = options.gic == 3 ? gicv3(peers) : gicv2(peers);
        addTimers();
        uart = new Pl011(options.console, gic.spi(VirtMap.UART.spi()));
        map(VirtMap.UART, uart);
        long second = profile.coreHz() * 100;
        Pl031 rtc = new Pl031(Pl031.EPOCH, timeLine, second, gic.spi(VirtMap.RTC.spi()));
        map(VirtMap.RTC, rtc);
        timeLine.add(rtc);
        virtio = new VirtioSlots(memory, gic::spi);
        map(VirtMap.VIRTIO, virtio);
        if (options.input != null) {
            timeLine.add(new ConsoleInput(options.input, uart, second));
        }
    }

    /// Puts a virtual device into the next free transport, from the last one down.
    public void attach(VirtioDevice device) {
        virtio.attach(device);
    }

    /// Runs the machine until something stops it.
    public Exit run() {
        return timeLine.run();
    }

    /// The first PE.
    public Cpu cpu() {
        return cpus.getFirst();
    }

    private Gic gicv3(Cpu[] pes) {
        Gicv3 gicv3 = new Gicv3(pes);
        map(VirtMap.GICD, new Gicv3Distributor(gicv3));
        for (Cpu cpu : pes) {
            long base = VirtMap.GICR.base() + (long) cpu.index * Gicv3Redistributor.SIZE;
            memory.map(base, Gicv3Redistributor.SIZE, new Gicv3Redistributor(gicv3, cpu.index));
        }
        return gicv3;
    }

    private Gic gicv2(Cpu[] pes) {
        Gicv2 gicv2 = new Gicv2(pes, timeLine);
        map(VirtMap.GICD, new Gicv2Distributor(gicv2));
        map(VirtMap.GICC, Gicv2CpuInterface.physical(gicv2));
        map(VirtMap.GICH, new Gicv2Hypervisor(gicv2));
        map(VirtMap.GICV, Gicv2CpuInterface.virtual(gicv2));
        return gicv2;
    }

    private void addTimers() {
        SystemCounter counter = new SystemCounter(profile);
        for (Cpu cpu : cpus) {
            cpu.timers = new GenericTimers(cpu, counter, intid -> gic.ppi(cpu.index, intid));
            cpu.units[Unit.TIMER.ordinal()] = cpu.timers;
            timeLine.add(cpu.timers);
            cpu.pmu.connect(gic.ppi(cpu.index, Pmu.PPI));
            timeLine.add(cpu.pmu);
        }
    }

    private void map(VirtMap slot, Device device) {
        memory.map(slot.base(), slot.size(), device);
    }
}
