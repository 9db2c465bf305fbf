package splitvisor.highvisor.kvm;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.hyp.HostLayout;

/// The page a vCPU shares with its user space, at Linux's offsets. KVM: struct kvm_run, linux/kvm.h.
public final class KvmRun {

    public static final int EXIT_REASON = 8;
    public static final int MMIO_PHYS_ADDR = 32;
    public static final int MMIO_DATA = 40;
    public static final int MMIO_LEN = 48;
    public static final int MMIO_IS_WRITE = 52;
    public static final int SYSTEM_EVENT_TYPE = 32;

    public static final int EXIT_UNKNOWN = 0;
    public static final int EXIT_MMIO = 6;
    public static final int EXIT_INTR = 10;
    public static final int EXIT_INTERNAL_ERROR = 17;
    public static final int EXIT_SYSTEM_EVENT = 24;

    public static final int SYSTEM_EVENT_SHUTDOWN = 1;
    public static final int SYSTEM_EVENT_RESET = 2;

    private final HostedCpu cpu;
    private final long page;

    KvmRun(HostedCpu cpu, long page) {
        this.cpu = cpu;
        this.page = page;
    }

    /// Its physical page, for mmap().
    long page() {
        return page;
    }

    long get(int offset, int log2) {
        return cpu.ldr(HostLayout.kernelVa(page) + offset, log2);
    }

    void set(int offset, int log2, long value) {
        cpu.str(value, HostLayout.kernelVa(page) + offset, log2);
    }

    void exit(int reason) {
        set(EXIT_REASON, 2, reason);
    }
}
