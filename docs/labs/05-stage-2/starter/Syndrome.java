package splitvisor.highvisor.kvm;

import splitvisor.cpu.Ec;

/// Why the guest trapped: ESR_EL2 decoded once, a record per exception class, so that handlers never
/// see ISS bits (Arm ARM D17.2.37). The aborts are yours to decode.
public sealed interface Syndrome {

    record Hvc(int imm) implements Syndrome {}

    record Smc(int imm) implements Syndrome {}

    record Wfi() implements Syndrome {}

    record Wfe() implements Syndrome {}

    /// A trapped MRS, MSR or SYS.
    ///
    /// @param encoding op0:op1:CRn:CRm:op2, 16 bits
    /// @param rt the general-purpose register, 31 for XZR
    /// @param read whether it was an MRS
    record SysRegTrap(int encoding, int rt, boolean read) implements Syndrome {}

    /// A stage-2 abort.
    ///
    /// @param ipa the faulting intermediate physical address, with the offset within the page
    /// @param fetch whether an instruction fetch met it
    /// @param write whether the access was a write
    /// @param walk whether it was no access of the instruction's own but one of its walk of stage 1 (S1PTW)
    /// @param maintenance whether it was cache maintenance or an address translation (CM)
    /// @param access what the syndrome says of the instruction, or null when ISV is 0
    record Stage2Fault(long ipa, boolean fetch, boolean write, boolean walk, boolean maintenance, Access access)
            implements Syndrome {}

    /// FP or SIMD, trapped although the guest has the registers: none is left to trap for.
    record FpAccess() implements Syndrome {}

    record Unknown(int ec) implements Syndrome {}

    /// The instruction behind a data abort: ISS.SAS, SSE, SRT and SF.
    ///
    /// @param log2 size of the access, 0 to 3 for 1 to 8 bytes
    /// @param signExtend whether a loaded value is sign-extended
    /// @param rt the register loaded or stored, 31 for XZR
    /// @param wide whether that register is 64 bits wide
    record Access(int log2, boolean signExtend, int rt, boolean wide) {}

    int PAGE_OFFSET = 0xfff;

    /// Decodes what EL2 recorded of an exit.
    static Syndrome of(long esr, long far, long hpfar) {
        int iss = (int) esr & 0x1ff_ffff;
        int ec = Ec.of(esr);
        return switch (ec) {
            case Ec.WFX -> (iss & 3) == 0 ? new Wfi() : new Wfe();
            case Ec.HVC64 -> new Hvc(iss & 0xffff);
            case Ec.SMC64 -> new Smc(iss & 0xffff);
            case Ec.SYS64 -> sysReg(iss);
            case Ec.IABT_LOW, Ec.DABT_LOW -> abort(ec, iss, far, hpfar);
            case Ec.FP_ASIMD -> new FpAccess();
            default -> new Unknown(ec);
        };
    }

    private static Syndrome sysReg(int iss) {
        int op0 = iss >>> 20 & 3;
        int op2 = iss >>> 17 & 7;
        int op1 = iss >>> 14 & 7;
        int crn = iss >>> 10 & 15;
        int crm = iss >>> 1 & 15;
        int encoding = op0 << 14 | op1 << 11 | crn << 7 | crm << 3 | op2;
        return new SysRegTrap(encoding, iss >>> 5 & 31, (iss & 1) != 0);
    }

    /// Yours: where it was, what for, and by what instruction.
    private static Syndrome abort(int ec, int iss, long far, long hpfar) {
        throw new UnsupportedOperationException("an abort at stage 2: which IPA did the guest touch, and what for?");
    }
}
