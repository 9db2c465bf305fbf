package splitvisor.benchmarks.book;

import java.util.Map;
import java.util.TreeMap;

/// Numbers in the book's sentences that no code of ours decides, each with what it is. A number about our machine does
/// not belong here, but into a fact.
final class Constants {

    static final Map<String, String> ALL = new TreeMap<>();

    /// Functions of Linux 6.1 that nothing of ours is modelled on, each with its file.
    static final Map<String, String> FUNCTIONS = Map.of(
            "kvm_handle_unknown_ec", "arch/arm64/kvm/handle_exit.c",
            "kvm_sched_in", "virt/kvm/kvm_main.c",
            "kvm_sched_out", "virt/kvm/kvm_main.c",
            "kvm_vcpu_exiting_guest_mode", "include/linux/kvm_host.h",
            "smp_store_mb", "include/asm-generic/barrier.h");

    static {
        row("31", "general-purpose registers, X0 to X30: Arm ARM, registers in AArch64 state");
        row("1972", "year of Goldberg's thesis");
        row("1974", "year of Popek and Goldberg's paper");
        row("2005", "year of VT-x");
        row("2010", "year of KVM for ARM, Ottawa Linux Symposium");
        row("2014", "year of ASPLOS 2014, KVM/ARM");
        row("2016", "year of ISCA 2016, the measurement study");
        row("27", "INTID of the EL1 virtual timer's interrupt: Arm Base System Architecture");
        row("39", "bits that three levels of 4 KiB tables translate: Arm ARM, translation granules");
        row("2017", "year of USENIX ATC 2017, VHE");
    }

    private Constants() {}

    private static void row(String number, String what) {
        ALL.put(number, what);
    }
}
