package splitvisor.highvisor.hyp;

/// Why the guest was left, as `__guest_exit` reports it. KVM: ARM_EXCEPTION_*, kvm_asm.h.
public enum ExitCode {
    IRQ,
    EL1_SERROR,
    TRAP,
    IL;

    private static final ExitCode[] CODES = values();

    /// The code with the given number, as it crosses a register.
    public static ExitCode of(long number) {
        return CODES[(int) number];
    }
}
