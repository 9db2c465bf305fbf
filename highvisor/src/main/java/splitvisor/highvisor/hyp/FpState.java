package splitvisor.highvisor.hyp;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.sysreg.SysReg;

/// The FP and SIMD registers of one context in memory. KVM: struct user_fpsimd_state.
///
/// @param cpu the PE that accesses it
/// @param base its address, in the regime of whoever uses this view
public record FpState(HostedCpu cpu, long base) {

    private static final int FPSR = 32 * 16;
    private static final int FPCR = FPSR + 8;

    /// Size in memory, in bytes.
    public static final int SIZE = FPCR + 8;

    /// KVM: __fpsimd_save_state(), fpsimd.S.
    public void store() {
        for (int n = 0; n < 32; n += 2) {
            cpu.stpQ(n, base + 16L * n);
        }
        cpu.str(cpu.mrs(SysReg.FPSR), base + FPSR);
        cpu.str(cpu.mrs(SysReg.FPCR), base + FPCR);
    }

    /// KVM: __fpsimd_restore_state(), fpsimd.S.
    public void load() {
        for (int n = 0; n < 32; n += 2) {
            cpu.ldpQ(n, base + 16L * n);
        }
        cpu.msr(SysReg.FPSR, cpu.ldr(base + FPSR));
        cpu.msr(SysReg.FPCR, cpu.ldr(base + FPCR));
    }
}
