package splitvisor.benchmarks.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import splitvisor.benchmarks.Failure;
import splitvisor.highvisor.kernel.Syscall;
import splitvisor.highvisor.kernel.UserCpu;
import splitvisor.highvisor.kernel.UserProgram;
import splitvisor.highvisor.kvm.Kvm;

/// KVM_SET_USER_MEMORY_REGION: slots may not overlap, nor leave the IPA space of 40 bits.
class MemorySlotsTest {

    private static final long MEBIBYTE = 1 << 20;
    private static final long EEXIST = -17;
    private static final long EINVAL = -22;

    /// A slot and what the ioctl returns for it, in order.
    private record Slot(long address, long size, long result) {}

    private static final List<Slot> SLOTS = List.of(
            new Slot(4 * MEBIBYTE, MEBIBYTE, 0),
            new Slot(4 * MEBIBYTE, MEBIBYTE, EEXIST),
            new Slot(4 * MEBIBYTE + 0x1000, 0x1000, EEXIST), // inside
            new Slot(3 * MEBIBYTE, 3 * MEBIBYTE, EEXIST), // around
            new Slot(3 * MEBIBYTE, MEBIBYTE + 0x1000, EEXIST),
            new Slot(5 * MEBIBYTE - 0x1000, MEBIBYTE, EEXIST),
            new Slot(3 * MEBIBYTE, MEBIBYTE, 0),
            new Slot(5 * MEBIBYTE, MEBIBYTE, 0),
            new Slot(0, 0, EINVAL),
            new Slot(0x800, 0x1000, EINVAL),
            new Slot(0, 0x1800, EINVAL),
            new Slot((1L << 40) - MEBIBYTE, 2 * MEBIBYTE, EINVAL),
            new Slot(MEBIBYTE, Long.MAX_VALUE - 0xfff, EINVAL),
            new Slot(-0x1000, 0x1000, EINVAL),
            new Slot((1L << 40) - MEBIBYTE, MEBIBYTE, 0));

    private static final class SlotVmm implements UserProgram {
        final List<Long> results = new ArrayList<>();

        @Override
        public String name() {
            return "slot-vmm";
        }

        @Override
        public void run(UserCpu cpu) {
            long scratch = cpu.syscall(Syscall.MMAP, 0, 4096, 0, 0, -1, 0);
            long vm = cpu.ioctl(Kvm.DEV_KVM, Kvm.CREATE_VM, 0);
            for (Slot slot : SLOTS) {
                cpu.store(scratch, 3, 0); // slot and flags
                cpu.store(scratch + 8, 3, slot.address);
                cpu.store(scratch + 16, 3, slot.size);
                cpu.store(scratch + 24, 3, scratch);
                results.add(cpu.ioctl(vm, Kvm.SET_USER_MEMORY_REGION, scratch));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("splitvisor.benchmarks.host.Setting#all")
    void slotsThatOverlapOrLeaveTheIpaSpaceAreRefused(Setting setting) throws Failure {
        SlotVmm vmm = new SlotVmm();
        Host host = setting.boot();
        host.spawn(vmm);
        host.run(Runs.LIMIT);
        assertEquals(SLOTS.stream().map(Slot::result).toList(), vmm.results);
    }
}
