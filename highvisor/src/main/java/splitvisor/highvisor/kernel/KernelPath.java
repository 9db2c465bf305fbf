package splitvisor.highvisor.kernel;

import java.util.List;
import splitvisor.cpu.hosted.CodePath;

/// The host kernel's own code that the model stands for, one row per stretch: its first function, the
/// instructions of one pass in the split and the VHE host, and its reads of `current` (C) and of the
/// per-CPU base (P) in order. Counts are sums over functions of Linux 6.1.176 on a Neoverse N1, counted
/// under QEMU. Where the two hosts differ, the same C function takes another branch on has_vhe(). Rows
/// marked "seg." divide what a segment between two privileged operations of a blocking WFI or of a tick was
/// counted to be, in nVHE; the division is ours, the sum Linux's. Rows with EST stand for code that no
/// reference run counted.
public enum KernelPath implements CodePath {
    // spotless:off
    //                  symbol                             nVHE   VHE  reads
    // One turn of the run loop, from the exit to the next entry.
    RUN_EXIT_SYNC      ("kvm_arch_vcpu_ioctl_run",           80,   72, ""),      // debug, PMU, vGIC sync
    RUN_IRQS_ON        ("kvm_arch_vcpu_ioctl_run",           13,   13, "C"),
    HANDLE_EXIT        ("handle_exit",                       45,   45, ""),      // with handle_exit_early
    RUN_WORK           ("xfer_to_guest_mode_handle_work",    31,   31, "C"),
    VMID_UPDATE        ("kvm_arm_vmid_update",               39,   39, "P"),
    RUN_IRQS_OFF       ("kvm_arch_vcpu_ioctl_run",           21,   21, ""),      // PMU flush
    VGIC_FLUSH         ("kvm_vgic_flush_hwstate",            37,   37, ""),
    VGIC_FLUSH_LR_STATE("vgic_flush_lr_state",              150,  150, "", Guess.EST),  // these two: see
    VGIC_SORT_AP_LIST  ("vgic_sort_ap_list",                250,  250, "", Guess.EST),  // HANDLE_SGI
    VGIC_POPULATE_LR   ("vgic_v3_populate_lr",               90,   90, ""),
    VGIC_FOLD_LR_STATE ("vgic_v3_fold_lr_state",             70,   70, ""),
    VGIC_FOLD_LR       ("vgic_v3_fold_lr_state",            130,  130, ""),
    VGIC_PRUNE_AP_LIST ("vgic_prune_ap_list",                90,   90, ""),
    VGIC_PRUNE_IRQ     ("vgic_prune_ap_list",                30,   30, ""),
    RUN_CHECKS         ("kvm_arch_vcpu_ioctl_run",           33,   20, "C"),
    SETUP_DEBUG        ("kvm_arm_setup_debug",              124,  167, "PCCCC"),
    CTXFLUSH_FP        ("kvm_arch_vcpu_ctxflush_fp",         18,   18, "CC"),
    ENTER              ("kvm_arm_vcpu_enter_exit",           61,   57, "PPC"),   // with the RCU calls

    // What an exit is handled with.
    HANDLE_HVC         ("handle_hvc",                       142,  142, "CC"),
    HANDLE_HVC_UNKNOWN ("handle_hvc",                        76,   76, "CC"),
    HANDLE_SYS_REG     ("kvm_handle_sys_reg",               451,  451, "CC"),

    // An SGI to oneself: 1,420 instructions were counted for these and the VGIC rows above, 136 less when the
    // SGI is on the list already; how they divide further is estimated.
    HANDLE_SGI         ("kvm_handle_sys_reg",               299,  299, "C"),
    VGIC_DISPATCH_SGI  ("vgic_v3_dispatch_sgi",             230,  230, "CCCCC"),
    VGIC_QUEUE_IRQ     ("vgic_queue_irq_unlock",             75,   75, ""),
    VGIC_QUEUE_IRQ_INSERT("vgic_queue_irq_unlock",          106,  106, ""),
    VCPU_KICK          ("kvm_vcpu_kick",                     50,   50, "P"),
    HALT_GUEST         ("kvm_arm_halt_guest",               150,  150, "CP", Guess.EST),
    RESUME_GUEST       ("kvm_arm_resume_guest",              60,   60, "", Guess.EST),
    VGIC_DISPATCH_SGI_DONE("xa_find_after",                 100,  100, "CCCC"),
    VGIC_INJECT_IRQ    ("kvm_vgic_inject_irq",              120,  120, "", Guess.EST),
    VGIC_VMCR_SYNC     ("vgic_v3_vmcr_sync",                 20,   20, "", Guess.EST),

    GUEST_ABORT        ("kvm_handle_guest_abort",           138,  138, "CPC"),
    IO_BUS             ("kvm_io_bus_read",                  151,  151, "CC"),
    IO_DISPATCH        ("dispatch_mmio_read",               350,  374, "C"),
    IO_USER            ("io_mem_abort",                      26,   26, "C"),
    GUEST_ABORT_RETURN ("kvm_handle_guest_abort",            46,   46, "PC"),
    MMIO_RETURN        ("kvm_handle_mmio_return",           145,  145, "CCCC"),
    USER_MEM_ABORT     ("user_mem_abort",                   900,  900, "CCPCCCCCC"),
    STAGE2_MAP         ("kvm_pgtable_stage2_map",          1130, 1130, "CCC"),
    DCACHE_CLEAN_INVAL ("dcache_clean_inval_poc",            74,   74, ""),
    FOLIO_ACTIVATE     ("folio_activate",                   217,  217, "P"),
    HANDLE_WFX         ("kvm_handle_wfx",                    60,   60, "C", Guess.EST),
    VCPU_HALT          ("kvm_vcpu_halt",                   1000, 1000, "CC"),    // seg.
    VCPU_HALT_DONE     ("kvm_vcpu_halt",                    866,  866, "C"),     // seg.
    EVENTFD_SIGNAL     ("eventfd_signal",                   150,  150, "C", Guess.EST),
    IRQFD_INJECT       ("irqfd_wakeup",                     150,  150, "C", Guess.EST),
    QUEUE_WORK         ("queue_work_on",                    120,  120, "P", Guess.EST),
    PROCESS_WORK       ("process_one_work",                 200,  200, "C", Guess.EST),
    SEND_IPI           ("smp_send_reschedule",               60,   60, "P", Guess.EST),

    // A GICv2's virtual CPU interface, by MMIO from the kernel.
    VGIC_V2_RESTORE_STATE("vgic_v2_restore_state",           12,   12, "", Guess.EST),
    VGIC_V2_SAVE_STATE ("vgic_v2_save_state",                20,   20, "", Guess.EST),
    VGIC_V2_MOVE_LR    ("save_lrs",                          10,   10, "", Guess.EST),

    // Scheduling a vCPU in and out.
    VCPU_LOAD          ("vcpu_load",                         57,   57, "PCP"),
    VGIC_LOAD          ("kvm_vgic_load",                     26,   26, ""),
    VGIC_LOAD_APRS     ("vgic_v3_load",                      12,   12, ""),
    VGIC_LOAD_DONE     ("vgic_v3_load",                      50,   50, ""),
    TIMER_LOAD         ("kvm_timer_vcpu_load",              860,  860, "CCCCPCCCCPC"),
    TIMER_LOAD_SECOND  ("kvm_timer_vcpu_load_gic",          434,  434, "CCCCPCC"), // less its emulation, in nVHE
    TIMER_RESTORE      ("timer_restore_state",               81,   79, ""),
    TIMER_UPDATE_IRQ   ("kvm_timer_update_irq",              40,   40, "", Guess.EST),
    ARCH_TIMER_HANDLER ("kvm_arch_timer_handler",            60,   60, "P", Guess.EST),
    SET_CNTVOFF        ("set_cntvoff",                       13,   13, ""),
    LOAD_DONE          ("kvm_arch_vcpu_load",               210,  230, "CPPPCPPPPP"),
    VCPU_PUT           ("vcpu_put",                          49,   53, ""),
    TIMER_PUT          ("kvm_timer_vcpu_put",                36,   36, "C"),
    TIMER_SAVE         ("timer_save_state",                  81,   81, ""),
    VGIC_PUT           ("kvm_vgic_put",                      63,   63, ""),
    VGIC_PUT_APRS      ("vgic_v3_put",                       13,   13, ""),
    VGIC_PUT_DONE      ("vgic_v3_put",                       15,   15, ""),
    PUT_DONE           ("kvm_arch_vcpu_put",                 76,   76, "PPP"),

    // System calls and the way to user space and back.
    RUN_TO_USER        ("kvm_arch_vcpu_ioctl_run",           22,   22, ""),
    IOCTL_RETURN       ("kvm_vcpu_ioctl",                    96,   96, "CC"),
    SYSCALL_EXIT       ("el0_svc",                          292,  292, "CCCPCCCPC"),
    RET_TO_USER        ("ret_to_user",                       44,   44, ""),
    USER               ("ioctl",                             20,   20, ""),
    KERNEL_ENTRY       ("el0t_64_sync",                      79,   79, ""),
    EL0_SYNC_HANDLER   ("el0t_64_sync_handler",              18,   18, ""),
    SYSCALL            ("el0_svc",                           76,   76, "CCCC"),
    VCPU_IOCTL         ("kvm_vcpu_ioctl",                   570,  570, "CCCCCCPCC"),
    OTHER_SYSCALL      ("invoke_syscall",                   200,  200, "C", Guess.EST),
    COPY_USER          ("__arch_copy_from_user",             20,   20, "", Guess.EST),

    // Interrupts. One that wakes a vCPU from idle is 2,777 instructions in all, a tick 3,351.
    IRQ_ENTRY          ("el1h_64_irq",                       90,   90, "C", Guess.EST),
    GIC_HANDLE_IRQ     ("gic_handle_irq",                   200,  200, "P", Guess.EST),
    IRQ_EXIT           ("ret_to_kernel",                     60,   60, "", Guess.EST),
    UART_INTERRUPT     ("pl011_int",                        250,  250, "", Guess.EST),
    HRTIMER_INTERRUPT  ("hrtimer_interrupt",               1127, 1127, "P"),     // seg.
    HRTIMER_START      ("hrtimer_start_range_ns",           427,  427, "P"),     // seg.
    HRTIMER_CANCEL     ("hrtimer_cancel",                   120,  120, "", Guess.EST),
    TICK               ("tick_sched_timer",                1447, 1447, "PC"),    // seg.

    // The scheduler.
    WAKE_UP            ("try_to_wake_up",                  1300, 1300, "P"),     // seg.
    IDLE               ("do_idle",                          621,  621, "CP"),    // seg.
    SCHEDULE           ("__schedule",                      1275, 1275, "CPC"),   // seg.
    SWITCH_TO          ("__switch_to",                      120,  120, "CP", Guess.EST),
    CLEAR_PAGE         ("clear_page",                        20,   20, "", Guess.EST);
    // spotless:on

    /// Marks a row as a guess.
    private enum Guess { EST }

    private final String symbol;
    private final int nvhe;
    private final int vhe;
    private final boolean estimated;
    private final List<Pointer> reads;

    KernelPath(String symbol, int nvhe, int vhe, String reads, Guess... guess) {
        this.symbol = symbol;
        this.nvhe = nvhe;
        this.vhe = vhe;
        this.estimated = guess.length > 0;
        this.reads =
                reads.chars().mapToObj(c -> c == 'C' ? Pointer.CURRENT : Pointer.PER_CPU).toList();
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public int instructions(boolean e2h) {
        return e2h ? vhe : nvhe;
    }

    @Override
    public boolean estimated(boolean e2h) {
        return estimated;
    }

    @Override
    public List<Pointer> pointerReads() {
        return reads;
    }
}
