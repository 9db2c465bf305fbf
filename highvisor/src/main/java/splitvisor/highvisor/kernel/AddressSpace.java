package splitvisor.highvisor.kernel;

import java.util.ArrayList;
import java.util.List;
import splitvisor.highvisor.hyp.HostLayout;

/// The user half of a process's address space: its tables under TTBR0_EL1 and where the next mapping
/// goes. KVM: struct mm_struct.
public final class AddressSpace {

    /// Where a program's text is mapped.
    public static final long TEXT = 0x40_0000L;

    private static final long FIRST_MAPPING = 0x1000_0000L;
    private static final long ACCESS_FLAG = 1L << 10;
    private static final long INNER_SHAREABLE = 3L << 8;
    private static final long NOT_GLOBAL = 1L << 11;
    private static final long NORMAL = 1L << 2;
    private static final long USER_READ_WRITE = 1L << 6;
    private static final long USER_READ_ONLY = 3L << 6;
    private static final long PXN = 1L << 53;
    private static final long UXN = 1L << 54;
    private static final long PAGE_ATTRIBUTES =
            ACCESS_FLAG | INNER_SHAREABLE | NOT_GLOBAL | NORMAL | PXN;
    private static final int ASID_SHIFT = 48;

    private final PageTables tables;
    private final long asid;
    private final List<UserProgram> text = new ArrayList<>();
    private long next = FIRST_MAPPING;

    AddressSpace(PageTables tables, long asid, long textPage) {
        this.tables = tables;
        this.asid = asid;
        tables.mapPage(TEXT, textPage, PAGE_ATTRIBUTES | USER_READ_ONLY);
    }

    /// The programs that are its text.
    List<UserProgram> text() {
        return text;
    }

    /// What TTBR0_EL1 holds while the process runs: root and ASID.
    long ttbr0() {
        return asid << ASID_SHIFT | tables.root();
    }

    /// Maps `pages` contiguous physical pages for reading and writing; returns the user address.
    public long map(long pa, long pages) {
        long va = next;
        for (long i = 0; i < pages; i++) {
            tables.mapPage(va + i * HostLayout.PAGE, pa + i * HostLayout.PAGE, PAGE_ATTRIBUTES | USER_READ_WRITE | UXN);
        }
        next += (pages + 1) * HostLayout.PAGE; // a hole after each mapping
        return va;
    }

    /// The physical page behind a user address, or -1. KVM: get_user_pages_fast().
    public long lookup(long va) {
        return tables.lookup(va);
    }
}
