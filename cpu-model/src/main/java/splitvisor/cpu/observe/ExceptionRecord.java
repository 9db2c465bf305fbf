package splitvisor.cpu.observe;

/// One exception as taken.
///
/// @param kind what it is: `SYNC`, `IRQ`, `FIQ`, `SERROR`, or a virtual one (`vIRQ`, `vFIQ`, `vSERROR`)
/// @param fromEl the level it was taken from
/// @param toEl the level it was taken to
/// @param esr the syndrome, for synchronous exceptions and SError; 0 otherwise
/// @param far the fault address if `farValid`
/// @param elr the preferred return address
/// @param vector the address of the vector
public record ExceptionRecord(
        Kind kind, int fromEl, int toEl, long esr, boolean farValid, long far, long elr, long vector) {

    /// The four vectors of a vector-table entry, each physical or virtual.
    public enum Kind {
        SYNC("SYNC", 0x000),
        IRQ("IRQ", 0x080),
        FIQ("FIQ", 0x100),
        SERROR("SERROR", 0x180),
        VIRQ("vIRQ", 0x080),
        VFIQ("vFIQ", 0x100),
        VSERROR("vSERROR", 0x180);

        private final String label;
        private final int vectorOffset;

        Kind(String label, int vectorOffset) {
            this.label = label;
            this.vectorOffset = vectorOffset;
        }

        public String label() {
            return label;
        }

        /// Offset within the 0x200-byte block of the vector table.
        public int vectorOffset() {
            return vectorOffset;
        }
    }
}
