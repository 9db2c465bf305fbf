package splitvisor.highvisor.user;

import java.nio.charset.StandardCharsets;
import splitvisor.highvisor.kernel.Syscall;
import splitvisor.highvisor.kernel.UserCpu;
import splitvisor.highvisor.kvm.Kvm;

/// What a thread of a VMM asks of the kernel: system calls with their arguments laid out in a page of its own.
public final class KvmClient {

    static final long PAGE = 0x1000;

    private static final long ANONYMOUS = -1;
    private static final long AT_FDCWD = -100;
    private static final long STDIN = 0;
    private static final long STDOUT = 1;
    private static final long CORE_REG = 0x6030_0000_0010_0000L;
    private static final long IRQ_TYPE_SPI = 1L << 24;
    private static final int IRQ_VCPU_SHIFT = 16;
    private static final long CLOCK_MONOTONIC = 1;
    private static final long FUTEX_WAIT = 0;
    private static final long FUTEX_WAKE = 1;
    private static final int SEEK_END = 2;

    private final String process;
    private final UserCpu cpu;
    private final long scratch;

    KvmClient(String process, UserCpu cpu) {
        this.process = process;
        this.cpu = cpu;
        scratch = mmap(PAGE, ANONYMOUS);
    }

    UserCpu cpu() {
        return cpu;
    }

    long createVm() {
        return require(cpu.ioctl(Kvm.DEV_KVM, Kvm.CREATE_VM, 0));
    }

    long createVcpu(long vm, int index) {
        return require(cpu.ioctl(vm, Kvm.CREATE_VCPU, index));
    }

    /// KVM_ARM_VCPU_INIT of a vCPU that PSCI will switch on.
    void initPoweredOff(long vcpu) {
        cpu.store(scratch, 3, Kvm.VCPU_POWER_OFF << 32); // target, features
        require(cpu.ioctl(vcpu, Kvm.VCPU_INIT, scratch));
    }

    /// Returns the device's descriptor, if it has one.
    long createDevice(long vm, long type) {
        cpu.store(scratch, 3, type);
        require(cpu.ioctl(vm, Kvm.CREATE_DEVICE, scratch));
        return cpu.load(scratch + 4, 2);
    }

    /// How many interrupts an interrupt controller has.
    void setIrqs(long vgic, int count) {
        cpu.store(scratch, 3, Kvm.VGIC_NR_IRQS << 32); // flags, group
        cpu.store(scratch + 8, 3, 0);
        cpu.store(scratch + 16, 3, scratch + 24);
        cpu.store(scratch + 24, 3, count);
        require(cpu.ioctl(vgic, Kvm.SET_DEVICE_ATTR, scratch));
    }

    void setMemoryRegion(long vm, long guestAddress, long size, long userAddress) {
        cpu.store(scratch, 3, 0); // slot and flags
        cpu.store(scratch + 8, 3, guestAddress);
        cpu.store(scratch + 16, 3, size);
        cpu.store(scratch + 24, 3, userAddress);
        require(cpu.ioctl(vm, Kvm.SET_USER_MEMORY_REGION, scratch));
    }

    /// KVM_SET_ONE_REG of a core register, by its index in struct user_pt_regs.
    void setReg(long vcpu, int index, long value) {
        cpu.store(scratch, 3, CORE_REG + 2L * index);
        cpu.store(scratch + 8, 3, scratch + 16);
        cpu.store(scratch + 16, 3, value);
        require(cpu.ioctl(vcpu, Kvm.SET_ONE_REG, scratch));
    }

    /// KVM_IRQ_LINE of a shared interrupt.
    void setInterrupt(long vm, int intid, boolean level) {
        cpu.store(scratch, 3, IRQ_TYPE_SPI | intid | (level ? 1L << 32 : 0));
        cpu.ioctl(vm, Kvm.IRQ_LINE, scratch);
    }

    /// KVM_IRQ_LINE of a vCPU's IRQ input, where the kernel emulates no interrupt controller.
    void setInput(long vm, int vcpu, boolean level) {
        cpu.store(scratch, 3, (long) vcpu << IRQ_VCPU_SHIFT | (level ? 1L << 32 : 0));
        require(cpu.ioctl(vm, Kvm.IRQ_LINE, scratch));
    }

    long mmap(long length) {
        return mmap(length, ANONYMOUS);
    }

    long mmap(long length, long fd) {
        return require(cpu.syscall(Syscall.MMAP, 0, length, 0, 0, fd, 0));
    }

    /// One character to the process's console.
    void putc(int character) {
        cpu.store(scratch, 0, character);
        cpu.syscall(Syscall.WRITE, STDOUT, scratch, 1);
    }

    /// Waits for a character from the host's console.
    int getc() {
        require(cpu.syscall(Syscall.READ, STDIN, scratch, 1));
        return (int) cpu.load(scratch, 0);
    }

    /// Sleeps until the word at `address` is no longer `value`.
    void awaitChange(long address, long value) {
        cpu.syscall(Syscall.FUTEX, address, FUTEX_WAIT, value);
    }

    /// Sets the word at `address` and wakes whoever waits for a change of it.
    void change(long address, long value) {
        cpu.store(address, 2, value);
        cpu.syscall(Syscall.FUTEX, address, FUTEX_WAKE, 1);
    }

    void sleep(long nanoseconds) {
        cpu.store(scratch, 3, 0);
        cpu.store(scratch + 8, 3, nanoseconds);
        require(cpu.syscall(Syscall.NANOSLEEP, scratch));
    }

    /// Opens a file of the host; a negative result is −errno.
    long open(String path) {
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i <= bytes.length; i++) {
            cpu.store(scratch + i, 0, i < bytes.length ? bytes[i] : 0);
        }
        return cpu.syscall(Syscall.OPENAT, AT_FDCWD, scratch, 0, 0);
    }

    long fileSize(long fd) {
        return cpu.syscall(Syscall.LSEEK, fd, 0, SEEK_END);
    }

    /// Seconds since the host booted.
    long seconds() {
        require(cpu.syscall(Syscall.CLOCK_GETTIME, CLOCK_MONOTONIC, scratch));
        return cpu.load(scratch, 3);
    }

    private long require(long result) {
        if (result < 0) {
            throw new IllegalStateException("%s: a system call failed with %d".formatted(process, result));
        }
        return result;
    }
}
