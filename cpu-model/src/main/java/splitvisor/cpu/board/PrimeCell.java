package splitvisor.cpu.board;

/// The identification registers that end each 4 KiB frame of an Arm PrimeCell peripheral: eight words
/// of one byte each, at 0xfe0 the peripheral's (PeriphID0 to 3), at 0xff0 the cell's (PCellID0 to 3).
final class PrimeCell {

    private static final int PERIPHERAL = 0xfe0;
    private static final int CELL = 0xff0;
    private static final int CELL_ID = 0xb105_f00d;

    private PrimeCell() {}

    /// The identification word at `offset` for a peripheral with the given ID, 0 below them.
    static int id(int peripheral, long offset) {
        if (offset < PERIPHERAL) {
            return 0;
        }
        int id = offset < CELL ? peripheral : CELL_ID;
        return id >>> (int) (offset & 0xc) * 2 & 0xff;
    }
}
