package splitvisor.cpu.isa;

import splitvisor.cpu.Cpu;

/// What an Advanced SIMD instruction does with one lane.
///
/// Lanes come as the numbers they are: sign- or zero-extended to 64 bits, as the instruction reads them. Of the
/// result, the bits that the destination's lane holds are kept.
@FunctionalInterface
interface LaneOperation {

    /// The new lane of the destination, from its old value `d` and the lanes of the sources. `bits` is the width of a
    /// lane; where widths differ, the narrow one.
    long of(Cpu cpu, long d, long n, long m, int bits);
}
