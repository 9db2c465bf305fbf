package splitvisor.cpu.isa;

/// The chapters of the A64 instruction set. Each names the class that holds the semantic methods of
/// its rows; [#REFUSED] has no class, because its rows are UNDEFINED on this machine.
public enum Chapter {
    DATA_PROCESSING_IMMEDIATE("DataProcessingImmediate"),
    DATA_PROCESSING_REGISTER("DataProcessingRegister"),
    BRANCHES("Branches"),
    SYSTEM("SystemInstructions"),
    LOADS_AND_STORES("LoadsAndStores"),
    ATOMICS("Atomics"),
    FLOATING_POINT("FloatingPoint"),
    ADVANCED_SIMD("AdvancedSimd"),
    SIMD_LOADS_AND_STORES("SimdLoadsAndStores"),
    REFUSED("");

    private final String className;

    Chapter(String className) {
        this.className = className;
    }

    /// The simple name of the class in this package with one `static void ROW(Cpu cpu, int insn)` per row.
    public String className() {
        return className;
    }
}
