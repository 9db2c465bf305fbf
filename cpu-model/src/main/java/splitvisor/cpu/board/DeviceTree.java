package splitvisor.cpu.board;

import static splitvisor.cpu.timer.GenericTimers.EL1_PHYSICAL_PPI;
import static splitvisor.cpu.timer.GenericTimers.EL1_VIRTUAL_PPI;
import static splitvisor.cpu.timer.GenericTimers.EL2_PHYSICAL_PPI;

import java.util.Arrays;
import splitvisor.cpu.gic.Gic;
import splitvisor.cpu.gic.Gicv3Redistributor;

/// The description of the board that software gets: what [Machine] maps, from the same rows of [VirtMap], in
/// the words that QEMU uses for it.
final class DeviceTree {

    // Phandles.
    private static final int INTC = 1;
    private static final int CLOCK = 2;

    // Interrupt specifiers: type, number within the type, flags.
    private static final int SPI = 0;
    private static final int PPI = 1;
    private static final int EDGE_RISING = 1;
    private static final int LEVEL_HIGH = 4;
    private static final int FIRST_PPI = 16;

    private static final int SECURE_TIMER_PPI = 29;
    private static final int PMU_PPI = 23;

    private final Machine.Options options;
    private final long ramSize;
    private final FlattenedTree tree = new FlattenedTree();

    private DeviceTree(Machine.Options options, long ramSize) {
        this.options = options;
        this.ramSize = ramSize;
    }

    /// The blob for a machine, with the kernel's command line and the place of an initial RAM disk (an empty
    /// range for none).
    static byte[] blob(
            Machine.Options options, long ramSize, String bootArguments, long initrdStart, long initrdEnd) {
        return new DeviceTree(options, ramSize).write(bootArguments, initrdStart, initrdEnd);
    }

    private byte[] write(String bootArguments, long initrdStart, long initrdEnd) {
        tree.begin("")
                .cells("interrupt-parent", INTC)
                .text("model", "linux,dummy-virt")
                .text("compatible", "linux,dummy-virt")
                .cells("#address-cells", 2)
                .cells("#size-cells", 2);
        chosen(bootArguments, initrdStart, initrdEnd);
        tree.begin(node("memory", VirtMap.RAM_BASE))
                .text("device_type", "memory")
                .wide("reg", VirtMap.RAM_BASE, ramSize)
                .end();
        cpus();
        psci();
        interruptController();
        timers();
        clocked("pl011", VirtMap.UART, "uartclk", "apb_pclk");
        clocked("pl031", VirtMap.RTC, "apb_pclk");
        virtio();
        return tree.end().blob();
    }

    private void chosen(String bootArguments, long initrdStart, long initrdEnd) {
        tree.begin("chosen").text("stdout-path", "/" + node("pl011", VirtMap.UART.base()));
        if (!bootArguments.isEmpty()) {
            tree.text("bootargs", bootArguments);
        }
        if (initrdEnd > initrdStart) {
            tree.wide("linux,initrd-start", initrdStart).wide("linux,initrd-end", initrdEnd);
        }
        tree.end();
    }

    private void cpus() {
        tree.begin("cpus").cells("#address-cells", 1).cells("#size-cells", 0);
        for (int pe = 0; pe < options.pes(); pe++) {
            tree.begin(node("cpu", pe))
                    .text("device_type", "cpu")
                    .text("compatible", "arm,neoverse-n1", "arm,armv8")
                    .cells("reg", pe)
                    .text("enable-method", "psci")
                    .end();
        }
        tree.end();
    }

    private void psci() {
        tree.begin("psci")
                .text("compatible", "arm,psci-1.0", "arm,psci-0.2", "arm,psci")
                .text("method", options.startEl() == 2 ? "smc" : "hvc")
                .cells("cpu_suspend", Psci.CPU_SUSPEND | Psci.SMC64)
                .cells("cpu_off", Psci.CPU_OFF)
                .cells("cpu_on", Psci.CPU_ON | Psci.SMC64)
                .end();
    }

    private void interruptController() {
        tree.begin(node("intc", VirtMap.GICD.base()));
        if (options.gic() == 3) {
            tree.text("compatible", "arm,gic-v3")
                    .cells("#redistributor-regions", 1)
                    .wide(
                            "reg",
                            VirtMap.GICD.base(),
                            VirtMap.GICD.size(),
                            VirtMap.GICR.base(),
                            (long) options.pes() * Gicv3Redistributor.SIZE);
        } else {
            tree.text("compatible", "arm,cortex-a15-gic")
                    .wide(
                            "reg",
                            VirtMap.GICD.base(),
                            VirtMap.GICD.size(),
                            VirtMap.GICC.base(),
                            VirtMap.GICC.size(),
                            VirtMap.GICH.base(),
                            VirtMap.GICH.size(),
                            VirtMap.GICV.base(),
                            VirtMap.GICV.size());
        }
        tree.flag("interrupt-controller")
                .cells("#interrupt-cells", 3)
                .cells("#address-cells", 2)
                .cells("#size-cells", 2)
                .flag("ranges")
                .cells("interrupts", PPI, Gic.MAINTENANCE - FIRST_PPI, LEVEL_HIGH)
                .cells("phandle", INTC)
                .end();
    }

    /// The binding's four interrupts. The optional fifth, the EL2 virtual timer's, is left out: QEMU 7.2 does
    /// not have it, and kvm-unit-tests stop when there are not exactly four.
    private void timers() {
        int[] ppis = {SECURE_TIMER_PPI, EL1_PHYSICAL_PPI, EL1_VIRTUAL_PPI, EL2_PHYSICAL_PPI};
        int[] interrupts = new int[3 * ppis.length];
        for (int i = 0; i < ppis.length; i++) {
            interrupts[3 * i] = PPI;
            interrupts[3 * i + 1] = ppis[i] - FIRST_PPI;
            interrupts[3 * i + 2] = LEVEL_HIGH | peMask();
        }
        tree.begin("timer")
                .text("compatible", "arm,armv8-timer", "arm,armv7-timer")
                .cells("interrupts", interrupts)
                .flag("always-on")
                .end();
        tree.begin("pmu")
                .text("compatible", "arm,armv8-pmuv3")
                .cells("interrupts", PPI, PMU_PPI - FIRST_PPI, LEVEL_HIGH | peMask())
                .end();
    }

    /// GICv2's binding wants to know which PEs a PPI is wired to.
    private int peMask() {
        return options.gic() == 2 ? (1 << options.pes()) - 1 << 8 : 0;
    }

    private void clocked(String name, VirtMap device, String... clocks) {
        int[] phandles = new int[clocks.length];
        Arrays.fill(phandles, CLOCK);
        tree.begin(node(name, device.base()))
                .text("compatible", "arm," + name, "arm,primecell")
                .wide("reg", device.base(), device.size())
                .cells("interrupts", SPI, device.spi(), LEVEL_HIGH)
                .cells("clocks", phandles)
                .text("clock-names", clocks)
                .end();
    }

    private void virtio() {
        for (int i = 0; i < VirtMap.VIRTIO_TRANSPORTS; i++) {
            long base = VirtMap.VIRTIO.base() + (long) i * VirtMap.VIRTIO_STRIDE;
            tree.begin(node("virtio_mmio", base))
                    .text("compatible", "virtio,mmio")
                    .wide("reg", base, VirtMap.VIRTIO_STRIDE)
                    .cells("interrupts", SPI, VirtMap.VIRTIO.spi() + i, EDGE_RISING)
                    .flag("dma-coherent")
                    .end();
        }
        tree.begin("apb-pclk")
                .text("compatible", "fixed-clock")
                .cells("#clock-cells", 0)
                .cells("clock-frequency", 24_000_000)
                .text("clock-output-names", "clk24mhz")
                .cells("phandle", CLOCK)
                .end();
    }

    private static String node(String name, long address) {
        return "%s@%x".formatted(name, address);
    }
}
