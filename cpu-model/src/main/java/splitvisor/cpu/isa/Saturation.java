package splitvisor.cpu.isa;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.sysreg.SysReg;

/// Results that stop at the largest and smallest number of a lane, and say so in FPSR.QC (Arm ARM, SatQ).
final class Saturation {

    private static final int FPSR = SysReg.FPSR.ordinal();
    private static final long QC = 1L << 27;

    private Saturation() {}

    /// A number of less than 64 bits as a signed one of `bits` bits.
    static long signed(Cpu cpu, long value, int bits) {
        long limit = 1L << bits - 1;
        return value >= limit ? saturated(cpu, limit - 1) : value < -limit ? saturated(cpu, -limit) : value;
    }

    /// A signed number of less than 64 bits as an unsigned one of `bits` bits.
    static long unsigned(Cpu cpu, long value, int bits) {
        return value < 0 ? saturated(cpu, 0) : value >>> bits != 0 ? saturated(cpu, Lanes.mask(bits)) : value;
    }

    /// The number, having set FPSR.QC.
    static long saturated(Cpu cpu, long value) {
        cpu.sys[FPSR] |= QC;
        return value;
    }

    /// The largest number of `bits` bits with the sign of `value`, having set FPSR.QC.
    static long bySign(Cpu cpu, long value, int bits) {
        return saturated(cpu, value >> 63 ^ Lanes.mask(bits) >>> 1);
    }

    static long addSigned(Cpu cpu, long n, long m, int bits) {
        long sum = n + m;
        if (bits < 64) {
            return signed(cpu, sum, bits);
        }
        return ((n ^ sum) & (m ^ sum)) < 0 ? bySign(cpu, n, bits) : sum;
    }

    static long subtractSigned(Cpu cpu, long n, long m, int bits) {
        long difference = n - m;
        if (bits < 64) {
            return signed(cpu, difference, bits);
        }
        return ((n ^ m) & (n ^ difference)) < 0 ? bySign(cpu, n, bits) : difference;
    }

    static long addUnsigned(Cpu cpu, long n, long m, int bits) {
        long sum = n + m;
        boolean carries = bits < 64 ? sum >>> bits != 0 : Long.compareUnsigned(sum, n) < 0;
        return carries ? saturated(cpu, -1) : sum;
    }

    static long subtractUnsigned(Cpu cpu, long n, long m) {
        return Long.compareUnsigned(n, m) < 0 ? saturated(cpu, 0) : n - m;
    }

    /// The sum of a signed lane and an unsigned one, signed.
    static long accumulateUnsigned(Cpu cpu, long d, long n, int bits) {
        long unsigned = n & Lanes.mask(bits);
        long sum = d + unsigned;
        if (bits < 64) {
            return signed(cpu, sum, bits);
        }
        boolean overflows = n < 0 ? d >= 0 || sum < 0 : d >= 0 && sum < 0;
        return overflows ? saturated(cpu, Long.MAX_VALUE) : sum;
    }

    /// The sum of an unsigned lane and a signed one, unsigned.
    static long accumulateSigned(Cpu cpu, long d, long n, int bits) {
        long unsigned = d & Lanes.mask(bits);
        long sum = unsigned + n;
        if (bits < 64) {
            return unsigned(cpu, sum, bits);
        }
        if (n >= 0) {
            return Long.compareUnsigned(sum, d) < 0 ? saturated(cpu, -1) : sum;
        }
        return Long.compareUnsigned(sum, d) > 0 ? saturated(cpu, 0) : sum;
    }
}
