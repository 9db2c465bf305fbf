package splitvisor.benchmarks.lab;

import java.util.Locale;

/// An instruction of lab 1's guest of which the student says who takes its exception, in the order of the table
/// `predictions`.
enum Probe {
    GUEST_WFE("WFE at EL1", "HCR_EL2.TWE traps a WFE that would wait; HCR_EL2.TWI is about WFI. Arm ARM D19.2.48."),
    GUEST_WFI("WFI at EL1", "HCR_EL2.TWI traps it, if it would wait. Arm ARM D19.2.48, AArch64.CheckForWFxTrap."),
    GUEST_ID("MRS of ID_AA64MMFR0_EL1 at EL1", "HCR_EL2.TID3 traps reads of ID group 3. Arm ARM D19.2.48."),
    GUEST_MIDR("MRS of MIDR_EL1 at EL1",
            "MIDR_EL1 is in none of the ID groups: EL2 gives it a value in VPIDR_EL2. Arm ARM D19.2.93."),
    GUEST_TTBR_WRITE("MSR of TTBR0_EL1 at EL1",
            "HCR_EL2.TVM traps writes of the virtual memory controls. Arm ARM D19.2.48."),
    GUEST_TTBR_READ("MRS of TTBR0_EL1 at EL1", "HCR_EL2.TVM is about writes; reads are TRVM's. Arm ARM D19.2.48."),
    GUEST_VBAR("MSR of VBAR_EL1 at EL1",
            "HCR_EL2.TVM names its registers one by one; where EL1's vectors are is not among them. Arm ARM D19.2.48."),
    GUEST_SMC("SMC at EL1", "HCR_EL2.TSC traps it before there is any call. Arm ARM D19.2.48."),
    GUEST_SVC("SVC at EL1", "SVC at EL1 is a call of EL1's own. Arm ARM AArch64.CallSupervisor."),
    GUEST_EL2("MRS of HCR_EL2 at EL1",
            "A register of EL2 is UNDEFINED at EL1, and UNDEFINED is not trapped. Arm ARM D1.3.2."),
    GUEST_FP("an FP instruction at EL1",
            "CPACR_EL1.FPEN is EL1's own, and looked at before CPTR_EL2. Arm ARM AArch64.CheckFPAdvSIMDEnabled."),
    GUEST_HVC("HVC at EL1", "HVC is the call of EL1 to EL2. Arm ARM AArch64.CallHypervisor."),
    USER_SVC("SVC at EL0", "SVC at EL0 goes to EL1, unless HCR_EL2.TGE. Arm ARM AArch64.CallSupervisor."),
    USER_TTBR("MRS of TTBR0_EL1 at EL0",
            "UNDEFINED at EL0 goes to EL1, unless HCR_EL2.TGE. Arm ARM D1.3.2."),
    USER_HVC("HVC at EL0", "HVC is UNDEFINED at EL0. Arm ARM C6.2, HVC."),
    USER_WFI("WFI at EL0",
            "SCTLR_EL1.nTWI comes before HCR_EL2.TWI. Arm ARM AArch64.CheckForWFxTrap."),
    HOST_SVC("SVC at EL0 with HCR_EL2.TGE", "With TGE, what would go from EL0 to EL1 goes to EL2. Arm ARM D19.2.48."),
    HOST_TTBR("MRS of TTBR0_EL1 at EL0 with HCR_EL2.TGE",
            "With TGE, what would go from EL0 to EL1 goes to EL2, what is UNDEFINED too. Arm ARM D19.2.48.");

    private final String what;
    private final String rule;

    Probe(String what, String rule) {
        this.what = what;
        this.rule = rule;
    }

    String what() {
        return what;
    }

    String rule() {
        return rule;
    }

    /// Its label in `levels.s`.
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
