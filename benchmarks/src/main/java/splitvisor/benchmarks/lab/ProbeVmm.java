package splitvisor.benchmarks.lab;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import splitvisor.highvisor.kernel.Syscall;
import splitvisor.highvisor.kernel.UserCpu;
import splitvisor.highvisor.kernel.UserProgram;
import splitvisor.highvisor.kvm.Kvm;
import splitvisor.highvisor.kvm.KvmRun;
import splitvisor.highvisor.user.Vmm;

/// A VMM of the check's own: its guest has memory in two places, one of them beyond 512 GiB, and a device of which
/// every access is noted.
final class ProbeVmm implements UserProgram {

    /// A piece of guest memory. `va` is where the process has it.
    record Slot(long ipa, long size, long va) {}

    /// An access to the device, as KVM tells of it.
    record Access(long ipa, long length, boolean write, long data) {}

    /// IPAs of the two slots. The second has its root entry in the second of the two concatenated tables.
    static final long LOW = Vmm.RAM;
    static final long HIGH = 0x80_4020_0000L;

    /// Where the device is.
    static final long DEVICE = 0x0a00_0000L;

    private static final long LOW_SIZE = (4 << 20) + 0x1000; // in three tables of level 3
    private static final long HIGH_SIZE = 1 << 14;
    private static final long DEVICE_SIZE = 0x1000;
    private static final long PAGE = 0x1000;
    private static final long ANONYMOUS = -1;
    private static final long CORE_PC = 0x6030_0000_0010_0000L + 2 * 32;

    private final byte[] image;
    private final List<Slot> slots = new ArrayList<>();
    private final List<Access> accesses = new ArrayList<>();
    private Vmm.Outcome outcome = Vmm.Outcome.RUNNING;
    private UserCpu cpu;
    private long scratch;
    private long runPage;

    ProbeVmm(byte[] image) {
        this.image = image;
    }

    @Override
    public String name() {
        return "probe";
    }

    Vmm.Outcome outcome() {
        return outcome;
    }

    /// The device's accesses so far.
    List<Access> accesses() {
        return accesses;
    }

    /// Where the process has the vCPU's `kvm_run`.
    long run() {
        return runPage;
    }

    /// The slot that has an IPA, or null.
    Slot slot(long ipa) {
        return slots.stream().filter(slot -> ipa >= slot.ipa && ipa - slot.ipa < slot.size).findFirst().orElse(null);
    }

    static boolean isDevice(long ipa) {
        return ipa >= DEVICE && ipa < DEVICE + DEVICE_SIZE;
    }

    /// What a load gets: eight bytes of which an access takes as many as it is wide, negative at any width in every
    /// second group of 16 addresses, positive in the others.
    static long answer(long ipa) {
        return (ipa & 0x10) != 0 ? 0x8899_aabb_ccdd_eef0L : 0x1122_3344_5566_7718L;
    }

    @Override
    public void run(UserCpu userCpu) {
        cpu = userCpu;
        scratch = mmap(PAGE, ANONYMOUS);
        long vm = ioctl(Kvm.DEV_KVM, Kvm.CREATE_VM, 0);
        addSlot(vm, LOW, LOW_SIZE);
        addSlot(vm, HIGH, HIGH_SIZE);
        ByteBuffer bytes = ByteBuffer.wrap(Arrays.copyOf(image, (image.length + 7) & -8));
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        long to = slots.getFirst().va + Vmm.IMAGE - LOW;
        while (bytes.hasRemaining()) {
            cpu.store(to + bytes.position(), 3, bytes.getLong());
        }
        long vcpu = ioctl(vm, Kvm.CREATE_VCPU, 0);
        cpu.store(scratch, 3, Kvm.DEVICE_VGIC_V3);
        ioctl(vm, Kvm.CREATE_DEVICE, scratch);
        cpu.store(scratch, 3, CORE_PC);
        cpu.store(scratch + 8, 3, scratch + 16);
        cpu.store(scratch + 16, 3, Vmm.IMAGE);
        ioctl(vcpu, Kvm.SET_ONE_REG, scratch);
        runPage = mmap(PAGE, vcpu);
        while (outcome == Vmm.Outcome.RUNNING) {
            ioctl(vcpu, Kvm.RUN, 0);
            handleExit(runPage);
        }
    }

    private void addSlot(long vm, long ipa, long size) {
        long va = mmap(size, ANONYMOUS);
        slots.add(new Slot(ipa, size, va));
        cpu.store(scratch, 3, 0);
        cpu.store(scratch + 8, 3, ipa);
        cpu.store(scratch + 16, 3, size);
        cpu.store(scratch + 24, 3, va);
        ioctl(vm, Kvm.SET_USER_MEMORY_REGION, scratch);
    }

    private void handleExit(long run) {
        switch ((int) cpu.load(run + KvmRun.EXIT_REASON, 2)) {
            case KvmRun.EXIT_MMIO -> access(run);
            case KvmRun.EXIT_SYSTEM_EVENT -> outcome =
                    cpu.load(run + KvmRun.SYSTEM_EVENT_TYPE, 2) == KvmRun.SYSTEM_EVENT_SHUTDOWN
                            ? Vmm.Outcome.POWERED_OFF
                            : Vmm.Outcome.RESET;
            default -> outcome = Vmm.Outcome.NOT_EMULATED;
        }
    }

    private void access(long run) {
        long ipa = cpu.load(run + KvmRun.MMIO_PHYS_ADDR, 3);
        long length = cpu.load(run + KvmRun.MMIO_LEN, 2);
        boolean write = cpu.load(run + KvmRun.MMIO_IS_WRITE, 0) != 0;
        accesses.add(new Access(ipa, length, write, write ? cpu.load(run + KvmRun.MMIO_DATA, 3) : 0));
        if (!write) {
            cpu.store(run + KvmRun.MMIO_DATA, 3, answer(ipa));
        }
    }

    private long mmap(long length, long fd) {
        return require("mmap", cpu.syscall(Syscall.MMAP, 0, length, 0, 0, fd, 0));
    }

    private long ioctl(long fd, long request, long argument) {
        return require("ioctl %#x".formatted(request), cpu.ioctl(fd, request, argument));
    }

    private static long require(String what, long result) {
        if (result < 0) {
            throw new IllegalStateException("%s fails with %d".formatted(what, result));
        }
        return result;
    }
}
