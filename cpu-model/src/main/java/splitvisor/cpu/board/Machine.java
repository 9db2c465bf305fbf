package splitvisor.cpu.board;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.IntStream;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.cost.Event;
import splitvisor.cpu.hosted.HostedTexts;
import splitvisor.cpu.memory.PhysicalMemory;
import splitvisor.cpu.sysreg.Unit;
import splitvisor.cpu.timer.GenericTimers;
import splitvisor.cpu.timer.SystemCounter;
import splitvisor.cpu.timer.TimeLine;

/// A machine: PEs, memory and the devices of QEMU's `virt` board.
public final class Machine {

    /// What a machine is made of, besides its cost profile and its RAM.
    ///
    /// @param pes how many PEs, 1 to 8
    /// @param gic version of the interrupt controller, 2 or 3
    /// @param console where the UART transmits to
    /// @param input what the UART receives, or null
    public record Options(int pes, int gic, OutputStream console, InputStream input) {

        public static final int MAX_PES = 8;

        public Options {
            if (pes < 1 || pes > MAX_PES) {
                throw new IllegalArgumentException("%d PEs; a machine has 1 to %d".formatted(pes, MAX_PES));
            }
            if (gic != 2 && gic != 3) {
                throw new IllegalArgumentException("GIC version %d; there are 2 and 3".formatted(gic));
            }
        }

        /// One PE and a GICv3, its UART connected to `console` and nothing to receive.
        public static Options onePe(OutputStream console) {
            return new Options(1, 3, console, null);
        }
    }

    public final CostProfile profile;
    public final Options options;
    public final PhysicalMemory memory;
    public final HostedTexts hosted = new HostedTexts();
    public final List<Cpu> cpus;
    public final TimeLine timeLine;
    public final Pl011 uart;

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
        for (Cpu cpu : cpus) {
            cpu.peers = peers;
            cpu.off = cpu.index > 0; // PSCI CPU_ON starts the others
            timeLine.add(cpu);
        }
        SystemCounter counter = new SystemCounter(profile);
        for (Cpu cpu : cpus) {
            cpu.timers = new GenericTimers(cpu, counter, intid -> asserted -> {});
            cpu.units[Unit.TIMER.ordinal()] = cpu.timers;
            timeLine.add(cpu.timers);
        }
        uart = new Pl011(options.console, asserted -> {});
        memory.map(VirtMap.UART.base(), VirtMap.UART.size(), uart);
        Pl031 rtc = new Pl031(0, () -> timeLine.now() / 100 / profile.coreHz(), asserted -> {});
        memory.map(VirtMap.RTC.base(), VirtMap.RTC.size(), rtc);
        memory.map(VirtMap.VIRTIO.base(), VirtMap.VIRTIO.size(), new VirtioSlots());
    }

    /// The first PE.
    public Cpu cpu() {
        return cpus.getFirst();
    }
}
