package splitvisor.highvisor.kernel;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.hyp.HostLayout;

/// The kernel's physical pages: a bump allocator, which suffices for a host that frees nothing. Pages
/// are handed out zeroed, as RAM is at reset.
public final class KernelMemory {

    private final HostedCpu cpu;
    private final long end;
    private long next;

    KernelMemory(HostedCpu cpu, HostLayout layout) {
        this.cpu = cpu;
        next = layout.firstFreePage();
        end = layout.ramBase() + cpu.cpu().memory.ramSize();
    }

    /// The physical address of `pages` contiguous pages.
    public long allocate(long pages) {
        return allocateAligned(pages, HostLayout.PAGE);
    }

    /// The physical address of `pages` contiguous pages, aligned to `alignment` bytes.
    public long allocateAligned(long pages, long alignment) {
        long pa = (next + alignment - 1) & -alignment;
        next = pa + pages * HostLayout.PAGE;
        if (next > end) {
            throw new OutOfMemoryException(
                    "the host kernel is out of memory: %d KiB of RAM are not enough".formatted((end >> 10) & 0xfffff));
        }
        cpu.path(KernelPath.CLEAR_PAGE);
        return pa;
    }

    /// The host has no page left.
    public static final class OutOfMemoryException extends RuntimeException {
        OutOfMemoryException(String message) {
            super(message);
        }
    }
}
