package splitvisor.benchmarks.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import splitvisor.benchmarks.Failure;
import splitvisor.cpu.isa.Assembler;
import splitvisor.highvisor.kernel.Syscall;
import splitvisor.highvisor.kernel.UserCpu;
import splitvisor.highvisor.kernel.UserProgram;
import splitvisor.highvisor.kvm.Kvm;
import splitvisor.highvisor.kvm.KvmRun;
import splitvisor.highvisor.user.Vmm;

/// KVM_IRQ_LINE: a VMM whose guest tells it by a store which line to move, and by another what it saw.
class IrqLineTest {

    private static final long SAW = 0x0a00_0008L;

    private static final String GUEST = """
                    .equ    GICD, 0x08000000
                    .equ    SGIS, 0x080b0000
                    .equ    LINE, 0x0a000000
            start:  adr     x0, vectors
                    msr     vbar_el1, x0
                    ldr     x1, =GICD
                    mov     w2, #0x12
                    str     w2, [x1]
                    mov     w2, #0x300
                    str     w2, [x1, #0x104]        // INTIDs 40 and 41 enabled
                    mov     w2, #0x80000
                    str     w2, [x1, #0xc08]        // 40 by level, 41 by edge
                    ldr     x1, =SGIS
                    mov     w2, #0x100000
                    str     w2, [x1, #0x100]        // and PPI 20, a level
                    mov     x2, #0xf8
                    msr     icc_pmr_el1, x2
                    mov     x2, #1
                    msr     icc_igrpen1_el1, x2
                    msr     daifclr, #2
                    ldr     x3, =LINE
                    ldr     x4, =0x101000028        // SPI 40 up: it comes until the line goes down
                    str     x4, [x3]
                    ldr     x4, =0x101000029        // SPI 41, an edge: comes once
                    str     x4, [x3]
                    ldr     x4, =0x001000029
                    str     x4, [x3]
                    ldr     x4, =0x101000029
                    str     x4, [x3]
                    ldr     x4, =0x102000014        // PPI 20 of vCPU 0
                    str     x4, [x3]
                    ldr     w0, =0x84000008
                    hvc     #0
            irq:    mrs     x12, icc_iar1_el1
                    str     x12, [x3, #8]
                    cmp     x12, #40
                    b.eq    1f
                    cmp     x12, #20
                    b.ne    2f
                    ldr     x13, =0x002000014
                    str     x13, [x3]
                    b       2f
            1:      add     x14, x14, #1
                    cmp     x14, #3
                    b.ne    2f
                    ldr     x13, =0x001000028
                    str     x13, [x3]
            2:      msr     icc_eoir1_el1, x12
                    isb
                    eret
                    .balign 0x800
            vectors:
                    .space  0x280
                    b       irq
                    .ltorg
            """;

    /// A VMM as small as it can be.
    private static final class LineVmm implements UserProgram {
        final List<Long> seen = new ArrayList<>();
        final List<Long> results = new ArrayList<>();
        private final byte[] image;

        LineVmm(byte[] image) {
            this.image = image;
        }

        @Override
        public String name() {
            return "line-vmm";
        }

        @Override
        public void run(UserCpu cpu) {
            long scratch = cpu.syscall(Syscall.MMAP, 0, 4096, 0, 0, -1, 0);
            long vm = cpu.ioctl(Kvm.DEV_KVM, Kvm.CREATE_VM, 0);
            long vcpu = cpu.ioctl(vm, Kvm.CREATE_VCPU, 0);
            cpu.store(scratch, 3, 0x0000_0000_0100_0028L);
            results.add(cpu.ioctl(vm, Kvm.IRQ_LINE, scratch)); // no interrupt controller yet
            cpu.store(scratch, 3, Kvm.DEVICE_VGIC_V3);
            results.add(cpu.ioctl(vm, Kvm.CREATE_DEVICE, scratch));
            long vgic = cpu.load(scratch + 4, 2);
            long[][] sizes = {{Kvm.VGIC_NR_IRQS, 65}, {Kvm.VGIC_NR_IRQS, 64}, {Kvm.VGIC_NR_IRQS, 96}, {9, 0}};
            for (long[] size : sizes) {
                cpu.store(scratch, 3, size[0] << 32);
                cpu.store(scratch + 16, 3, scratch + 24);
                cpu.store(scratch + 24, 3, size[1]);
                results.add(cpu.ioctl(vgic, Kvm.SET_DEVICE_ATTR, scratch));
            }
            long[] wrong = {0x0000_0028, 0x0100_0010, 0x0100_0040, 0x0200_000f, 0x0201_0014, 0x0300_0028};
            for (long line : wrong) {
                cpu.store(scratch, 3, line);
                results.add(cpu.ioctl(vm, Kvm.IRQ_LINE, scratch));
            }
            createMemory(cpu, vm, scratch);
            cpu.store(scratch, 3, 0x6030_0000_0010_0040L); // PC
            cpu.store(scratch + 8, 3, scratch + 16);
            cpu.store(scratch + 16, 3, Vmm.IMAGE);
            cpu.ioctl(vcpu, Kvm.SET_ONE_REG, scratch);
            long run = cpu.syscall(Syscall.MMAP, 0, 4096, 0, 0, vcpu, 0);
            while (cpu.ioctl(vcpu, Kvm.RUN, 0) == 0
                    && cpu.load(run + KvmRun.EXIT_REASON, 2) == KvmRun.EXIT_MMIO) {
                long value = cpu.load(run + KvmRun.MMIO_DATA, 3);
                if (cpu.load(run + KvmRun.MMIO_PHYS_ADDR, 3) == SAW) {
                    seen.add(value);
                } else {
                    cpu.store(scratch, 3, value);
                    cpu.ioctl(vm, Kvm.IRQ_LINE, scratch);
                }
            }
        }

        private void createMemory(UserCpu cpu, long vm, long scratch) {
            long memory = cpu.syscall(Syscall.MMAP, 0, 2 << 20, 0, 0, -1, 0);
            ByteBuffer bytes = ByteBuffer.wrap(Arrays.copyOf(image, (image.length + 7) & -8));
            bytes.order(ByteOrder.LITTLE_ENDIAN);
            while (bytes.hasRemaining()) {
                cpu.store(memory + Vmm.IMAGE - Vmm.RAM + bytes.position(), 3, bytes.getLong());
            }
            long[] region = {0, Vmm.RAM, 2 << 20, memory};
            for (int i = 0; i < region.length; i++) {
                cpu.store(scratch + 8L * i, 3, region[i]);
            }
            cpu.ioctl(vm, Kvm.SET_USER_MEMORY_REGION, scratch);
        }
    }

    static Stream<Setting> settings() {
        return Setting.all();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void linesReachTheGuestAsLevelsAndEdges(Setting setting) throws Failure {
        LineVmm vmm = new LineVmm(Assembler.assemble(GUEST, Vmm.IMAGE).bytes());
        Host host = setting.boot();
        host.spawn(vmm);
        host.run(Runs.LIMIT);
        assertEquals(List.of(40L, 40L, 40L, 41L, 41L, 20L), vmm.seen);
        long enxio = -6;
        long einval = -22;
        long ebusy = -16;
        assertEquals(List.of(enxio, 0L, einval, 0L, ebusy, enxio), vmm.results.subList(0, 6));
        assertEquals(List.of(enxio, einval, einval, einval, einval, einval), vmm.results.subList(6, 12));
    }
}
