package splitvisor.highvisor.user;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import splitvisor.highvisor.kernel.Syscall;
import splitvisor.highvisor.kernel.UserCpu;
import splitvisor.highvisor.kernel.UserProgram;
import splitvisor.highvisor.kvm.Kvm;
import splitvisor.highvisor.kvm.KvmRun;

/// A small virtual machine monitor: one VM of one vCPU, its memory, and two devices emulated in user
/// space. It runs at EL0 and reaches KVM by ioctl only.
public final class Vmm implements UserProgram {

    /// What the VM is made of.
    ///
    /// @param name the process's name
    /// @param memory what guest memory holds, by guest physical address, doubleword-aligned
    /// @param entry where the guest begins, at EL1 with the MMU off
    /// @param ramSize guest memory from [#RAM], in bytes
    /// @param arguments X0 and following at entry
    /// @param vgic whether the kernel emulates a GICv3
    /// @param doorbell whether the VM is on the kernel's doorbell wire
    public record Options(
            String name,
            Map<Long, byte[]> memory,
            long entry,
            long ramSize,
            long[] arguments,
            boolean vgic,
            boolean doorbell) {

        /// A VM that begins at the start of its only image.
        public static Options of(String name, byte[] image, long ramSize, long... arguments) {
            return new Options(name, Map.of(IMAGE, image), IMAGE, ramSize, arguments, true, false);
        }

        /// The same with a doorbell instead of a GIC.
        public Options withDoorbell() {
            return new Options(name, memory, entry, ramSize, arguments, false, true);
        }
    }

    /// How the guest ended.
    public enum Outcome {
        RUNNING,
        POWERED_OFF,
        RESET,
        NOT_EMULATED
    }

    /// Where guest memory starts, as on QEMU's `virt`.
    public static final long RAM = 0x4000_0000L;

    /// Where a raw image lies.
    public static final long IMAGE = RAM + 0x8_0000;

    private static final long UART = 0x0900_0000L;
    private static final long VIRTIO = 0x0a00_0000L;
    private static final long VIRTIO_END = 0x0a00_4000L;
    private static final long STDOUT = 1;
    private static final long PAGE = 0x1000;
    private static final long ANONYMOUS = -1;
    private static final long CORE_REG = 0x6030_0000_0010_0000L;
    private static final int CORE_PC = 32;

    private final Options options;
    private Outcome outcome = Outcome.RUNNING;
    private UserCpu cpu;
    private long scratch;

    public Vmm(Options options) {
        this.options = options;
    }

    @Override
    public String name() {
        return options.name;
    }

    /// How the guest ended; RUNNING until it has.
    public Outcome outcome() {
        return outcome;
    }

    @Override
    public void run(UserCpu userCpu) {
        cpu = userCpu;
        scratch = mmap(PAGE, ANONYMOUS);
        long vm = cpu.ioctl(Kvm.DEV_KVM, Kvm.CREATE_VM, 0);
        createMemory(vm);
        long vcpu = cpu.ioctl(vm, Kvm.CREATE_VCPU, 0);
        createDevices(vm);
        long run = mmap(PAGE, vcpu);
        setReg(vcpu, CORE_PC, options.entry);
        for (int n = 0; n < options.arguments.length; n++) {
            setReg(vcpu, n, options.arguments[n]);
        }
        while (outcome == Outcome.RUNNING) {
            cpu.ioctl(vcpu, Kvm.RUN, 0);
            handleExit(run);
        }
    }

    private void createMemory(long vm) {
        long memory = mmap(options.ramSize, ANONYMOUS);
        options.memory.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(piece -> copy(piece.getValue(), memory + piece.getKey() - RAM));
        cpu.store(scratch, 3, 0); // slot and flags
        cpu.store(scratch + 8, 3, RAM);
        cpu.store(scratch + 16, 3, options.ramSize);
        cpu.store(scratch + 24, 3, memory);
        require(cpu.ioctl(vm, Kvm.SET_USER_MEMORY_REGION, scratch));
    }

    private void copy(byte[] bytes, long to) {
        ByteBuffer padded = ByteBuffer.wrap(Arrays.copyOf(bytes, (bytes.length + 7) & -8));
        padded.order(ByteOrder.LITTLE_ENDIAN);
        while (padded.hasRemaining()) {
            cpu.store(to + padded.position(), 3, padded.getLong());
        }
    }

    private void createDevices(long vm) {
        if (options.vgic) {
            cpu.store(scratch, 3, Kvm.DEVICE_VGIC_V3);
            require(cpu.ioctl(vm, Kvm.CREATE_DEVICE, scratch));
        }
        if (options.doorbell) {
            cpu.store(scratch, 3, Kvm.DEVICE_DOORBELL);
            require(cpu.ioctl(vm, Kvm.CREATE_DEVICE, scratch));
        }
    }

    private void handleExit(long run) {
        switch ((int) cpu.load(run + KvmRun.EXIT_REASON, 2)) {
            case KvmRun.EXIT_MMIO -> emulateMmio(run);
            case KvmRun.EXIT_SYSTEM_EVENT ->
                    outcome =
                            cpu.load(run + KvmRun.SYSTEM_EVENT_TYPE, 2) == KvmRun.SYSTEM_EVENT_SHUTDOWN
                                    ? Outcome.POWERED_OFF
                                    : Outcome.RESET;
            default -> outcome = Outcome.NOT_EMULATED;
        }
    }

    private void emulateMmio(long run) {
        long address = cpu.load(run + KvmRun.MMIO_PHYS_ADDR, 3);
        boolean write = cpu.load(run + KvmRun.MMIO_IS_WRITE, 0) != 0;
        if (!write) {
            cpu.store(run + KvmRun.MMIO_DATA, 3, deviceRead(address));
        } else if (address == UART) {
            cpu.store(scratch, 0, cpu.load(run + KvmRun.MMIO_DATA, 0));
            cpu.syscall(Syscall.WRITE, STDOUT, scratch, 1);
        }
    }

    /// An empty virtio-mmio slot: its magic value, version 1, and no device. The rest of the map is empty.
    private static long deviceRead(long address) {
        if (address < VIRTIO || address >= VIRTIO_END) {
            return 0;
        }
        return switch ((int) address & 0x1ff) {
            case 0 -> 0x7472_6976;
            case 4 -> 1;
            default -> 0;
        };
    }

    private long mmap(long length, long fd) {
        long address = cpu.syscall(Syscall.MMAP, 0, length, 0, 0, fd, 0);
        require(address);
        return address;
    }

    /// KVM_SET_ONE_REG of a core register, by its index in struct user_pt_regs.
    private void setReg(long vcpu, int index, long value) {
        cpu.store(scratch, 3, CORE_REG + 2L * index);
        cpu.store(scratch + 8, 3, scratch + 16);
        cpu.store(scratch + 16, 3, value);
        require(cpu.ioctl(vcpu, Kvm.SET_ONE_REG, scratch));
    }

    private void require(long result) {
        if (result < 0) {
            throw new IllegalStateException("%s: a system call failed with %d".formatted(options.name, result));
        }
    }
}
