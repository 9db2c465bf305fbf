package splitvisor.highvisor.hyp;

import java.util.List;
import splitvisor.cpu.hosted.CodePath;

/// The code at EL2 that the switches stand for, one row per function or stretch of one. Instruction
/// counts are Linux 6.1.176's on a Neoverse N1 (counted under QEMU, for one hypercall unless the name
/// says otherwise); the function's callees that have no row of their own are in it.
///
/// Left out, with the reason, in `docs/tables/linux-6.1-fidelity.md`: the Spectre-BHB loop in the vectors.
public enum HypPath implements CodePath {
    // spotless:off
    //                          symbol                             step                   nVHE  VHE
    GUEST_VECTOR               ("__kvm_hyp_vector",                 "leave guest",            2,   2),
    EL1_SYNC                   ("el1_sync",                         "leave guest",            5,   5),
    EL1_SYNC_HVC               ("el1_sync",                         "leave guest",            7,   7),
    EL1_TRAP                   ("el1_trap",                         "leave guest",            8,   8),
    GUEST_EXIT                 ("__guest_exit",                     "leave guest",           45,  45),
    GUEST_ENTER                ("__guest_enter",                    "enter guest",           45,  45),
    FIXUP_GUEST_EXIT           ("fixup_guest_exit",                 "fix up exit",           33,  20),
    FIXUP_SYSREG               ("kvm_hyp_handle_sysreg",            "fix up exit",           48,  48),
    GET_FAULT_INFO             ("__get_fault_info",                 "fix up exit",           29,  29),
    HANDLE_FPSIMD              ("kvm_hyp_handle_fpsimd",            "switch FP",             60,  60),
    ADJUST_PC                  ("__kvm_adjust_pc",                  "adjust PC",             13,  15),
    ADJUST_PC_SKIP             ("__kvm_adjust_pc",                  "adjust PC",             24,  26),
    DEBUG_SWITCH_TO_GUEST      ("__debug_switch_to_guest",          "debug to guest",         4,  13),
    DEBUG_SWITCH_TO_HOST       ("__debug_switch_to_host",           "debug to host",          4,  13),
    LOAD_STAGE2                ("__load_stage2",                    "load stage 2",           9,   9),
    ACTIVATE_TRAPS             ("__activate_traps",                 "activate traps",        72,  35),
    DEACTIVATE_TRAPS           ("__deactivate_traps",               "deactivate traps",      38,  25),
    LOAD_HOST_STAGE2           ("__load_host_stage2",               "host stage 2",           5,   0),

    // Split mode only: the lowvisor's own road in and out, and what VHE moves to load and put.
    HOST_VECTOR                ("__kvm_hyp_host_vector",            "call EL2",               5,   0),
    HOST_EXIT                  ("__host_exit",                      "call EL2",              30,   0),
    HANDLE_TRAP                ("handle_trap",                      "call EL2",              28,   0),
    HANDLE_VCPU_RUN            ("handle___kvm_vcpu_run",            "call EL2",              22,   0),
    HANDLE_VCPU_RUN_RETURN     ("handle___kvm_vcpu_run",            "return to host",        18,   0),
    HOST_ENTER                 ("__host_enter_restore_full",        "return to host",        17,   0),
    VCPU_RUN_NVHE              ("__kvm_vcpu_run",                   "call EL2",              23,   0),
    SAVE_HOST_STATE_NVHE       ("__sysreg_save_state_nvhe",         "save host state",       78,   0),
    SAVE_GUEST_STATE_NVHE      ("__sysreg_save_state_nvhe",         "save guest state",      80,   0),
    RESTORE_GUEST_STATE_NVHE   ("__sysreg_restore_state_nvhe",      "restore guest state",   87,   0),
    RESTORE_HOST_STATE_NVHE    ("__sysreg_restore_state_nvhe",      "restore host state",    87,   0),
    DEBUG_SAVE_HOST_BUFFERS    ("__debug_save_host_buffers_nvhe",   "host buffers out",      11,   0),
    DEBUG_RESTORE_HOST_BUFFERS ("__debug_restore_host_buffers_nvhe","host buffers back",     23,   0),
    VGIC_ACTIVATE_TRAPS        ("__vgic_v3_activate_traps",         "restore VGIC",          13,  13),
    VGIC_DEACTIVATE_TRAPS      ("__vgic_v3_deactivate_traps",       "save VGIC",             15,  14),
    VGIC_SAVE_STATE            ("__vgic_v3_save_state",             "save VGIC",              9,  25),
    VGIC_RESTORE_STATE         ("__vgic_v3_restore_state",          "restore VGIC",          11,  28),

    // With list registers in use. Counted for one; how that divides into fixed part and part per register is
    // estimated.
    VGIC_SAVE_USED             ("__vgic_v3_save_state",             "save VGIC",             15,  15),
    VGIC_SAVE_LR               ("__gic_v3_set_lr",                  "save VGIC",             18,  18),
    VGIC_READ_LR               ("__gic_v3_get_lr",                  "save VGIC",              8,  10),
    VGIC_RESTORE_USED          ("__vgic_v3_restore_state",          "restore VGIC",           9,   9),
    VGIC_RESTORE_LR            ("__gic_v3_set_lr",                  "restore VGIC",          14,  14),

    TIMER_ENABLE_TRAPS         ("__timer_enable_traps",             "timer traps on",         9,   0),
    TIMER_DISABLE_TRAPS        ("__timer_disable_traps",            "timer traps off",       10,   0),

    // VHE only.
    VCPU_RUN                   ("__kvm_vcpu_run",                   "call EL2",               0,   7),
    VCPU_RUN_RETURN            ("__kvm_vcpu_run",                   "return to host",         0,   6),
    CALL_RETURN                ("kvm_arm_vcpu_enter_exit",          "return to host",         0,   9),
    VCPU_RUN_VHE               ("__kvm_vcpu_run_vhe",               "call EL2",               0,  40, Pointer.CURRENT),
    VCPU_RUN_VHE_RETURN        ("__kvm_vcpu_run_vhe",               "return to host",         0,  13, Pointer.CURRENT),
    SAVE_HOST_STATE_VHE        ("sysreg_save_host_state_vhe",       "save host state",        0,   7),
    RESTORE_GUEST_STATE_VHE    ("sysreg_restore_guest_state_vhe",   "restore guest state",    0,  22),
    SAVE_GUEST_STATE_VHE       ("sysreg_save_guest_state_vhe",      "save guest state",       0,  15),
    RESTORE_HOST_STATE_VHE     ("sysreg_restore_host_state_vhe",    "restore host state",     0,  12),
    LOAD_SYSREGS_VHE           ("kvm_vcpu_load_sysregs_vhe",        "load guest EL1",         0,  87),
    LOAD_TRAPS_VHE             ("activate_traps_vhe_load",          "load traps",             0,  24),
    PUT_SYSREGS_VHE            ("kvm_vcpu_put_sysregs_vhe",         "put guest EL1",          0,  13),
    PUT_SYSREGS_VHE_SAVE       ("kvm_vcpu_put_sysregs_vhe",         "put guest EL1",          0,  75),
    PUT_TRAPS_VHE              ("deactivate_traps_vhe_put",         "put traps",              0,  18),

    // Linux 4.0 (split) and 4.5 (VHE), from their sources: instructions of the assembly, estimates ("est") for C.
    EARLY_HOST_CALL            ("el1_sync",                         "call EL2",              20,   0),
    EARLY_HOST_RETURN          ("el1_sync",                         "return to host",         3,   0),
    EARLY_RUN                  ("__kvm_vcpu_run",                   "call EL2",               8,  est(25)),
    EARLY_SAVE_HOST_STATE      ("__save_sysregs",                   "save host state",       52,  est(25)),
    EARLY_RESTORE_GUEST_STATE  ("__restore_sysregs",                "restore guest state",   52,  est(75)),
    EARLY_SAVE_GUEST_STATE     ("__save_sysregs",                   "save guest state",      52,  est(75)),
    EARLY_RESTORE_HOST_STATE   ("__restore_sysregs",                "restore host state",    52,  est(25)),
    EARLY_FP_SAVE              ("__save_fpsimd",                    "switch FP",             24,  24),
    EARLY_FP_RESTORE           ("__restore_fpsimd",                 "switch FP",             24,  24),
    EARLY_FP_TRAP              ("__fpsimd_guest_restore",           "switch FP",              0,  30),
    EARLY_ACTIVATE_TRAPS       ("activate_traps",                   "activate traps",        16,  est(30)),
    EARLY_DEACTIVATE_TRAPS     ("deactivate_traps",                 "deactivate traps",       9,  est(25)),
    EARLY_ACTIVATE_VM          ("activate_vm",                      "load stage 2",           4,   est(6)),
    EARLY_DEACTIVATE_VM        ("deactivate_vm",                    "host stage 2",           1,   est(3)),
    EARLY_VGIC_SAVE            ("save_vgic_state",                  "save VGIC",             55,  est(75)),
    EARLY_VGIC_RESTORE         ("restore_vgic_state",               "restore VGIC",          50,  est(70)),
    EARLY_TIMER_SAVE           ("save_timer_state",                 "timer traps off",       15,  est(18)),
    EARLY_TIMER_RESTORE        ("restore_timer_state",              "timer traps on",        17,  est(18)),
    EARLY_GUEST_ENTER          ("__guest_enter",                    "enter guest",           26,  30),
    EARLY_GUEST_VECTOR         ("el1_sync",                         "leave guest",            8,   8),
    EARLY_GUEST_EXIT           ("__guest_exit",                     "leave guest",           28,  32),
    EARLY_TRAP                 ("el1_trap",                         "fix up exit",           20,  est(30)),

    // On either side, as an HVC or as a call.
    SET_CNTVOFF                ("__kvm_timer_set_cntvoff",          "set CNTVOFF",            6,   6),
    READ_VMCR                  ("__vgic_v3_read_vmcr",              "VGIC put",               6,   6),
    WRITE_VMCR                 ("__vgic_v3_write_vmcr",             "VGIC load",              7,   7),
    SAVE_APRS                  ("__vgic_v3_save_aprs",              "VGIC put",              20,  20),
    GET_GIC_CONFIG             ("__vgic_v3_get_gic_config",         "initialise",            20,  20),
    RESTORE_APRS               ("__vgic_v3_restore_aprs",           "VGIC load",             20,  20),
    TLB_FLUSH_VMID             ("__kvm_tlb_flush_vmid",             "flush TLB",             40,  40),
    FLUSH_CPU_CONTEXT          ("__kvm_flush_cpu_context",          "flush TLB",             45,  45),
    TLB_FLUSH_VMID_IPA         ("__kvm_tlb_flush_vmid_ipa",         "flush TLB",             50,  50),
    HYP_INIT                   ("__kvm_hyp_init",                   "initialise",            40,  40);
    // spotless:on

    /// A length under VHE that is a guess.
    private record Estimate(int instructions) {}

    private final String symbol;
    private final String step;
    private final int nvhe;
    private final int vhe;
    private final boolean estimatedVhe;
    private final List<Pointer> reads;

    HypPath(String symbol, String step, int nvhe, int vhe, Pointer... reads) {
        this(symbol, step, nvhe, vhe, false, reads);
    }

    HypPath(String symbol, String step, int nvhe, Estimate vhe) {
        this(symbol, step, nvhe, vhe.instructions, true);
    }

    HypPath(String symbol, String step, int nvhe, int vhe, boolean estimatedVhe, Pointer... reads) {
        this.symbol = symbol;
        this.step = step;
        this.nvhe = nvhe;
        this.vhe = vhe;
        this.estimatedVhe = estimatedVhe;
        this.reads = List.of(reads);
    }

    private static Estimate est(int instructions) {
        return new Estimate(instructions);
    }

    @Override
    public String symbol() {
        return symbol;
    }

    /// The step of the switch that it belongs to. Both switches use the same names, so that they can be
    /// laid side by side.
    public String step() {
        return step;
    }

    @Override
    public int instructions(boolean e2h) {
        return e2h ? vhe : nvhe;
    }

    @Override
    public boolean estimated(boolean e2h) {
        return e2h && estimatedVhe;
    }

    @Override
    public List<Pointer> pointerReads() {
        return reads;
    }
}
