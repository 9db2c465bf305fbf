package splitvisor.cpu.isa;

/// The two checksums of FEAT_CRC32, least significant bit first, without the inversions that the
/// file formats put around them.
enum Crc {
    CRC32(0xedb8_8320),
    CRC32C(0x82f6_3b78);

    private final int[] table = new int[256];

    Crc(int reflectedPolynomial) {
        for (int i = 0; i < table.length; i++) {
            int crc = i;
            for (int bit = 0; bit < 8; bit++) {
                crc = crc >>> 1 ^ (crc & 1) * reflectedPolynomial;
            }
            table[i] = crc;
        }
    }

    /// The checksum after 1 << `log2` more bytes, the lowest first.
    int update(int crc, long bytes, int log2) {
        int result = crc;
        for (int i = 0; i < 1 << log2; i++) {
            result = result >>> 8 ^ table[(result ^ (int) (bytes >>> 8 * i)) & 0xff];
        }
        return result;
    }
}
