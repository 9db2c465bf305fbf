package splitvisor.benchmarks.trace;

import splitvisor.cpu.Ec;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.cpu.sysreg.SysReg;

/// A rule of the architecture that a step shows, in our words, and where the Arm ARM has it: the name of a
/// pseudocode function or of a page, which do not change with the edition.
enum ArmRule {
    E2H("HCR_EL2.E2H; FEAT_VHE",
            "At EL2 with HCR_EL2.E2H = 1, the name of an EL1 register reaches its EL2 counterpart."),
    EL12("HCR_EL2.E2H; FEAT_VHE",
            "The _EL12 and _EL02 names exist only at EL2 with HCR_EL2.E2H = 1; they reach the register of EL1 "
                    + "or EL0 that the plain name reaches without it."),
    VIRTUAL_ID("VPIDR_EL2, VMPIDR_EL2",
            "A guest's MIDR_EL1 and MPIDR_EL1 read what EL2 has put into VPIDR_EL2 and VMPIDR_EL2."),
    VIRTUAL_GIC("HCR_EL2.{IMO, FMO}; ICV_*",
            "With HCR_EL2.IMO or FMO, EL1's ICC_* names reach the virtual CPU interface, which works on the "
                    + "list registers."),
    HVC("AArch64.CallHypervisor",
            "A call, not a trap: ELR_EL2 is the address of the next instruction."),
    SVC("AArch64.CallSupervisor",
            "A call to EL1, or to EL2 under HCR_EL2.TGE: ELR is the address of the next instruction."),
    SMC("AArch64.CheckForSMCUndefOrTrap",
            "HCR_EL2.TSC traps SMC: ELR_EL2 is the SMC itself, and EL2 must step over it."),
    WFX("AArch64.CheckForWFxTrap",
            "WFI and WFE are trapped when they would wait: ELR is the instruction itself."),
    SYSTEM_ACCESS("AArch64.SystemAccessTrap",
            "A trapped MRS, MSR or SYS: the syndrome holds its encoding, Rt and direction; ELR is the "
                    + "instruction itself, and the handler steps over it."),
    FP("AArch64.AdvSIMDFPAccessTrap",
            "The first use of the FP and SIMD registers is trapped, so that they can be switched late: ELR is "
                    + "the instruction, which is executed again."),
    ABORT("AArch64.DataAbort, AArch64.InstructionAbort",
            "An abort: FAR holds the virtual address; of a stage 2 fault, HPFAR_EL2 holds the page's IPA. ELR "
                    + "is the instruction, which may be executed again."),
    INTERRUPT("AArch64.TakePhysicalIRQException",
            "Asynchronous: ESR is not written; ELR is the first instruction not executed."),
    VIRTUAL_INTERRUPT("AArch64.TakeVirtualIRQException",
            "A virtual interrupt goes to EL1, without EL2: a list register or HCR_EL2.VI made it pending."),
    ENTRY("AArch64.TakeException",
            "SPSR_ELx takes PSTATE, ELR_ELx the return address; PSTATE.DAIF is masked, and PC is VBAR_ELx plus "
                    + "an offset for where it came from."),
    RETURN("AArch64.ExceptionReturn",
            "PSTATE comes from SPSR_ELx, PC from ELR_ELx; by default it is a context synchronization event."),
    ISB("InstructionSynchronizationBarrier; Context synchronization event",
            "What follows is fetched and executed with all earlier changes of system registers in effect."),
    DSB("DataSynchronizationBarrier",
            "Waits until earlier memory accesses and maintenance operations are complete."),
    DMB("DataMemoryBarrier",
            "Orders memory accesses before it against those after it; waits for nothing."),
    ESB("AArch64.ESBOperation; FEAT_RAS",
            "SErrors caused by what came before are taken here, or deferred to DISR_EL1."),
    TLBI("TLB maintenance instructions",
            "Complete only after a DSB; it reaches the entries of the current VMID or translation regime."),
    AT("Address translation instructions",
            "Walks the tables as an access would; PAR_EL1 takes the result."),
    PSTATE("MSR (immediate)",
            "A write to a field of PSTATE takes effect for the next instruction, without a barrier."),
    WFI("WFI",
            "The PE waits until an interrupt is pending for it, masked or not.");

    private final String reference;
    private final String sentence;

    ArmRule(String reference, String sentence) {
        this.reference = reference;
        this.sentence = sentence;
    }

    String reference() {
        return reference;
    }

    String sentence() {
        return sentence;
    }

    /// The rule by which a name reached a register, or null when it is the register's own.
    static ArmRule ofAccess(String name, SysReg reached) {
        if (name.endsWith("_EL12") || name.endsWith("_EL02")) {
            return EL12;
        }
        return switch (reached) {
            case VPIDR_EL2, VMPIDR_EL2 -> name.startsWith("V") ? null : VIRTUAL_ID;
            default -> name.equals(reached.assemblyName()) ? null : name.startsWith("ICC_") ? VIRTUAL_GIC : E2H;
        };
    }

    static ArmRule of(ExceptionRecord taken) {
        return switch (taken.kind()) {
            case SYNC -> ofClass(Ec.of(taken.esr()));
            case IRQ, FIQ -> INTERRUPT;
            case VIRQ, VFIQ -> VIRTUAL_INTERRUPT;
            case SERROR, VSERROR -> ENTRY;
        };
    }

    private static ArmRule ofClass(int ec) {
        return switch (ec) {
            case Ec.HVC64 -> HVC;
            case Ec.SVC64 -> SVC;
            case Ec.SMC64 -> SMC;
            case Ec.WFX -> WFX;
            case Ec.SYS64 -> SYSTEM_ACCESS;
            case Ec.FP_ASIMD -> FP;
            case Ec.IABT_LOW, Ec.IABT_CUR, Ec.DABT_LOW, Ec.DABT_CUR -> ABORT;
            default -> ENTRY;
        };
    }

    /// The rule of an operation by its mnemonic, or null.
    static ArmRule of(String mnemonic) {
        return switch (mnemonic) {
            case "isb" -> ISB;
            case "dsb" -> DSB;
            case "dmb" -> DMB;
            case "esb" -> ESB;
            case "tlbi" -> TLBI;
            case "at" -> AT;
            case "msr" -> PSTATE;
            case "wfi" -> WFI;
            default -> null;
        };
    }
}
