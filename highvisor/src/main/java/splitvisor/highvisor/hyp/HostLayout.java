package splitvisor.highvisor.hyp;

/// Where a host's images and first pages lie, in physical memory, and how the kernel and EL2 address
/// them. One place, because both sides must agree.
///
/// @param ramBase start of RAM
public record HostLayout(long ramBase) {

    /// The linear map of the kernel: PAGE_OFFSET with 48-bit virtual addresses.
    public static final long PAGE_OFFSET = 0xffff_0000_0000_0000L;

    /// Size of one page; the host uses the 4 KiB granule.
    public static final long PAGE = 0x1000;

    /// The kernel's vectors and code.
    public long kernelText() {
        return ramBase + 0x8_0000;
    }

    /// The vectors of EL2 while the host runs.
    public long hypText() {
        return ramBase + 0x8_1000;
    }

    /// The vectors of EL2 while a guest runs.
    public long guestVectors() {
        return ramBase + 0x8_2000;
    }

    /// The stub that holds EL2 until KVM takes it over.
    public long stubText() {
        return ramBase + 0x8_3000;
    }

    /// The code of user-space programs.
    public long userText() {
        return ramBase + 0x8_4000;
    }

    /// Root and next level of the tables that EL2 uses in split mode.
    public long hypTables() {
        return ramBase + 0x8_8000;
    }

    /// First page that the kernel's allocator hands out.
    public long firstFreePage() {
        return ramBase + 0x10_0000;
    }

    /// The kernel's address of a physical one.
    public static long kernelVa(long pa) {
        return PAGE_OFFSET | pa;
    }

    /// EL2's address of a device, in split mode: its physical one.
    public static long hypDevice(long pa) {
        return pa;
    }

    /// The physical address behind a kernel address.
    public static long physical(long kernelVa) {
        return kernelVa & ~PAGE_OFFSET;
    }

    /// EL2's address of something the kernel names by its own. KVM: kern_hyp_va().
    public static long hypVa(long kernelVa) {
        return kernelVa & ~PAGE_OFFSET;
    }
}
