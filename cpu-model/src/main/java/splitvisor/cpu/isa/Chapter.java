package splitvisor.cpu.isa;

/// The chapters of the A64 instruction set. Each names the class that holds the semantic methods of
/// its rows; [#REFUSED] has no class, because its rows are UNDEFINED on this machine.
public enum Chapter {
    DATA_PROCESSING_IMMEDIATE("Data processing, immediate", "DataProcessingImmediate"),
    DATA_PROCESSING_REGISTER("Data processing, register", "DataProcessingRegister"),
    BRANCHES("Branches", "Branches"),
    SYSTEM("Exceptions and system instructions", "SystemInstructions"),
    LOADS_AND_STORES("Loads and stores", "LoadsAndStores"),
    ATOMICS("Exclusive, ordered and atomic accesses", "Atomics"),
    SIMD_LOADS_AND_STORES("Loads and stores of SIMD&FP registers", "SimdLoadsAndStores"),
    SIMD_STRUCTURES("Loads and stores of structures", "SimdStructures"),
    SIMD_INTEGER("Advanced SIMD: integers", "SimdInteger"),
    SIMD_UNARY("Advanced SIMD: integers, one source", "SimdUnary"),
    SIMD_MULTIPLY("Advanced SIMD: products of integers", "SimdMultiply"),
    SIMD_WIDENING("Advanced SIMD: longer and shorter integers", "SimdWidening"),
    SIMD_SHIFTS("Advanced SIMD: shifts", "SimdShifts"),
    SIMD_MOVES("Advanced SIMD: copies, permutations, logic, immediates", "SimdMoves"),
    FLOATING_POINT("Floating point", "FloatingPoint"),
    SIMD_FLOATS("Advanced SIMD: floating point", "SimdFloats"),
    SIMD_FLOAT_UNARY("Advanced SIMD: floating point, one source", "SimdFloatUnary"),
    SIMD_CONVERSIONS("Advanced SIMD: floating-point conversions", "SimdConversions"),
    REFUSED("Refused", "");

    private final String title;
    private final String className;

    Chapter(String title, String className) {
        this.title = title;
        this.className = className;
    }

    /// Its heading.
    public String title() {
        return title;
    }

    /// The simple name of the class in this package with one `static void ROW(Cpu cpu, int insn)` per row.
    public String className() {
        return className;
    }
}
