package splitvisor.highvisor.user.device;

import java.util.function.Consumer;
import splitvisor.cpu.board.VirtMap;
import splitvisor.cpu.gic.Gicv2;
import splitvisor.cpu.gic.Gicv2CpuInterface;
import splitvisor.cpu.gic.Gicv2Distributor;
import splitvisor.cpu.gic.InterruptInputs;
import splitvisor.cpu.gic.InterruptLine;
import splitvisor.cpu.hosted.CodePath;
import splitvisor.cpu.memory.Device;
import splitvisor.highvisor.user.VmmPath;

/// A GICv2 that the VMM emulates, for a VM whose kernel has none: every access of the guest's, to the distributor and
/// to the CPU interface, comes here by an exit to user space, and the vCPUs' IRQ inputs are driven by ioctl. It is the
/// board's own model. What an access takes depends on what it does, see [VmmPath].
public final class UserGic {

    /// Who hears that the IRQ input of a vCPU has changed.
    @FunctionalInterface
    public interface Wire {
        void set(int vcpu, boolean asserted);
    }

    private static final long CPU_INTERFACE = VirtMap.GICC.base();
    private static final long CPU_INTERFACE_END = CPU_INTERFACE + VirtMap.GICC.size();
    private static final long DISTRIBUTOR = VirtMap.GICD.base();
    private static final int SGIR = 0xf00;
    private static final int IAR = 0x0c;
    private static final int EOIR = 0x10;
    private static final int SPECIAL = 1020;
    private static final int INTID = 0x3ff;

    private final Consumer<CodePath> work;
    private final Gicv2 gic;
    private final Device distributor;
    private final Device cpuInterface;
    private int accessor;

    /// @param work executes a path of the VMM's
    public UserGic(int vcpus, Wire wire, Consumer<CodePath> work) {
        this.work = work;
        InterruptInputs[] inputs = new InterruptInputs[vcpus];
        for (int i = 0; i < vcpus; i++) {
            inputs[i] = input(i, wire);
        }
        gic = new Gicv2(inputs, () -> accessor);
        distributor = new Gicv2Distributor(gic);
        cpuInterface = Gicv2CpuInterface.physical(gic);
    }

    private static InterruptInputs input(int vcpu, Wire wire) {
        boolean[] level = new boolean[1];
        return (irq, _, _, _) -> {
            if (irq != level[0]) {
                level[0] = irq;
                wire.set(vcpu, irq);
            }
        };
    }

    /// The input of a shared interrupt, counted from SPI 0.
    public InterruptLine spi(int number) {
        return gic.spi(number);
    }

    /// Whether the address is one of its registers.
    public boolean covers(long address) {
        return isCpuInterface(address)
                || address >= DISTRIBUTOR && address < DISTRIBUTOR + VirtMap.GICD.size();
    }

    /// A vCPU's load.
    public long read(int vcpu, long address, int log2) {
        accessor = vcpu;
        if (!isCpuInterface(address)) {
            work.accept(VmmPath.GICD_READ);
            return distributor.read(address - DISTRIBUTOR, log2);
        }
        long value = cpuInterface.read(address - CPU_INTERFACE, log2);
        boolean acknowledged = address == CPU_INTERFACE + IAR && (value & INTID) < SPECIAL;
        work.accept(acknowledged ? VmmPath.GICC_ACKNOWLEDGE : VmmPath.GICC_READ);
        return value;
    }

    /// A vCPU's store.
    public void write(int vcpu, long address, int log2, long value) {
        accessor = vcpu;
        if (isCpuInterface(address)) {
            boolean ends = address == CPU_INTERFACE + EOIR && (value & INTID) < SPECIAL;
            work.accept(ends ? VmmPath.GICC_END : VmmPath.GICC_WRITE);
            cpuInterface.write(address - CPU_INTERFACE, log2, value);
        } else {
            work.accept(address == DISTRIBUTOR + SGIR ? VmmPath.GICD_SGIR : VmmPath.GICD_WRITE);
            distributor.write(address - DISTRIBUTOR, log2, value);
        }
    }

    private static boolean isCpuInterface(long address) {
        return address >= CPU_INTERFACE && address < CPU_INTERFACE_END;
    }
}
