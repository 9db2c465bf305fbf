package splitvisor.cpu.mmu;

/// One range of input addresses with the table that translates it: the half of a virtual address
/// space that a TTBRn_ELx covers, or the intermediate physical address space of stage 2. The fields
/// are those of TCR_ELx and VTCR_EL2, made ready for the walker.
final class AddressRange {

    /// Limits of TxSZ without FEAT_TTST and FEAT_LVA.
    private static final int MIN_TSZ = 16;
    private static final int MAX_TSZ = 39;

    /// Tables that may be concatenated at stage 2's first level: 16, so 4 more index bits.
    private static final int CONCATENATION_BITS = 4;

    private static final int[] ADDRESS_SIZES = {32, 36, 40, 42, 44, 48, 52, 52};

    Granule granule;
    int inputBits;
    int startLevel;

    /// Index bits at the first level.
    int startBits;

    /// Address of the first table.
    long table;

    /// Size of an output address: what IPS or PS says, limited to what the machine has.
    int outputBits;

    /// The top byte of an address is ignored.
    boolean topByteIgnored;

    /// Every access is a translation fault at level 0: EPDn, or a size or start level that does not exist.
    boolean faults;

    /// Hierarchical permissions are off.
    boolean flatPermissions;

    /// log2 of the number of bytes in the address space of the machine: an ID_AA64MMFR0_EL1.PARange.
    static int addressBits(int paRange) {
        return ADDRESS_SIZES[paRange & 7];
    }

    /// The range of a TTBRn_ELx. `size` is TxSZ.
    void stage1(Granule granule, int size, long ttbr, int outputBits) {
        this.granule = granule;
        this.outputBits = outputBits;
        faults = size < MIN_TSZ || size > MAX_TSZ;
        inputBits = 64 - Math.clamp(size, MIN_TSZ, MAX_TSZ);
        startLevel = granule.startLevel(inputBits);
        startAt(ttbr);
    }

    /// Stage 2's range, from VTCR_EL2 and VTTBR_EL2 (Arm ARM D8.2.9, D8.2.10).
    void stage2(long vtcr, long vttbr, int paBits) {
        granule = Granule.ofTg0((int) (vtcr >>> 14) & 3);
        int size = (int) vtcr & 0x3f;
        int sl0 = (int) (vtcr >>> 6) & 3;
        outputBits = Math.min(addressBits((int) (vtcr >>> 16)), paBits);
        inputBits = 64 - Math.clamp(size, MIN_TSZ, MAX_TSZ);
        boolean small = granule == Granule.KB4;
        startLevel = small ? 2 - sl0 : Granule.LAST_LEVEL - sl0;
        boolean tooWide = sl0 == 2 && paBits < (granule == Granule.KB16 ? 42 : 44);
        faults = size < MIN_TSZ || size > MAX_TSZ || sl0 == 3 || tooWide;
        topByteIgnored = false;
        if (faults) {
            return;
        }
        startAt(vttbr);
        faults = startBits < 1 || startBits > granule.stride + CONCATENATION_BITS;
    }

    /// The table's address is aligned to the table's size; the bits of TTBR below are not part of it.
    private void startAt(long ttbr) {
        startBits = inputBits - granule.shift(startLevel);
        table = ttbr & 0xffff_ffff_ffffL & -(8L << Math.max(startBits, 0));
    }

    /// Whether the address belongs to this range; `upper` for the range of TTBR1_ELx. All bits above
    /// the range must be equal, up to bit 63, or to bit 55 when the top byte is ignored.
    boolean covers(long va, boolean upper) {
        long extended = topByteIgnored ? va << 8 >> 8 : va;
        return extended >> inputBits == (upper ? -1 : 0);
    }
}
