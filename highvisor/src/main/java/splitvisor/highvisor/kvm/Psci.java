package splitvisor.highvisor.kvm;

import java.util.List;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.kernel.KernelPath;

/// A guest's hypercalls: SMCCC 1.1 and PSCI 1.1. KVM: kvm_smccc_call_handler(), hypercalls.c; psci.c.
final class Psci {

    private static final long SUCCESS = 0;
    private static final long NOT_SUPPORTED = -1;
    private static final long INVALID_PARAMETERS = -2;
    private static final long ALREADY_ON = -4;
    private static final long VERSION_1_1 = 0x1_0001;
    private static final long NO_MIGRATION_NEEDED = 2;
    private static final long ON = 0;
    private static final long OFF = 1;

    /// SMCCC_ARCH_FEATURES of a workaround that this CPU does not need. KVM: SMCCC_ARCH_WORKAROUND_RET_UNAFFECTED.
    private static final long UNAFFECTED = 1;

    private static final int ARCH_WORKAROUND_1 = 0x8000_8000;
    private static final int PV_TIME_FEATURES = 0xc500_0020;

    /// SYSTEM_RESET2's types are 0, and what the vendor defines. KVM: PSCI_1_1_RESET_TYPE_VENDOR_START.
    private static final int WARM_RESET = 0;
    private static final int VENDOR_RESETS = 1 << 31;

    /// By which a guest finds that it is KVM's. KVM: ARM_SMCCC_VENDOR_HYP_UID_KVM_REG_0 to 3.
    private static final long[] KVM_UID = {0xb66f_b428L, 0xe911_c52eL, 0x564b_caa9L, 0x743a_004dL};

    /// What KVM has beyond standards: that one can ask for it. KVM: ARM_SMCCC_KVM_FUNC_FEATURES.
    private static final long VENDOR_FUNCTIONS = 1;

    private static final int PFR0_CSV2_SHIFT = 56;
    private static final int HIGHEST_LEVEL = 3;
    private static final int LEVEL_BITS = 8;

    /// MPIDR_EL1's affinity fields.
    private static final long AFFINITY = 0xff_00ff_ffffL;

    private final HostedCpu cpu;
    private final Vm vm;
    private final Vcpu vcpu;

    Psci(HostedCpu cpu, Vm vm, Vcpu vcpu) {
        this.cpu = cpu;
        this.vm = vm;
        this.vcpu = vcpu;
    }

    /// Answers the call in the guest's X0. PC stays: an HVC's return address is already past it.
    Resume call() {
        int function = (int) vcpu.x(0);
        boolean wide = (function & Hypercall.SMC64) != 0;
        Hypercall call = Hypercall.of(function);
        cpu.path(call == null ? KernelPath.HANDLE_HVC_UNKNOWN : KernelPath.HANDLE_HVC);
        return switch (call) {
            case null -> answer(NOT_SUPPORTED);
            case SMCCC_VERSION, PSCI_VERSION -> answer(VERSION_1_1);
            case SMCCC_ARCH_FEATURES -> answer(archFeatures((int) vcpu.x(1)));
            case CPU_SUSPEND -> {
                answer(SUCCESS);
                vcpu.halt(); // every state is a standby state. KVM: kvm_psci_vcpu_suspend()
                yield Resume.GUEST;
            }
            case CPU_OFF -> {
                vcpu.powerOff();
                yield Resume.GUEST; // the loop puts it to sleep
            }
            case CPU_ON -> answer(cpuOn(wide));
            case AFFINITY_INFO -> answer(affinityInfo(wide));
            case MIGRATE_INFO_TYPE -> answer(NO_MIGRATION_NEEDED);
            case SYSTEM_OFF -> systemEvent(KvmRun.SYSTEM_EVENT_SHUTDOWN);
            case SYSTEM_RESET -> systemEvent(KvmRun.SYSTEM_EVENT_RESET);
            case SYSTEM_RESET2 -> systemReset2();
            case PSCI_FEATURES -> answer(psciFeatures((int) vcpu.x(1)));
            case VENDOR_FEATURES -> answer(VENDOR_FUNCTIONS);
            case VENDOR_UID -> answer(KVM_UID);
        };
    }

    /// Workarounds for speculation, of which the CPU says that it does not need the first; and stolen time, of which
    /// one can then find out that there is none. KVM: kvm_smccc_call_handler().
    private long archFeatures(int function) {
        return switch (function) {
            case ARCH_WORKAROUND_1 -> {
                long csv2 = cpu.mrs(SysReg.ID_AA64PFR0_EL1) >>> PFR0_CSV2_SHIFT & 0xf;
                yield csv2 != 0 ? UNAFFECTED : NOT_SUPPORTED;
            }
            case PV_TIME_FEATURES -> SUCCESS;
            default -> NOT_SUPPORTED;
        };
    }

    private static long psciFeatures(int function) {
        Hypercall call = Hypercall.of(function);
        return call != null && call.isPsciFeature() ? SUCCESS : NOT_SUPPORTED;
    }

    private long cpuOn(boolean wide) {
        long affinity = argument(1, wide);
        if ((affinity & ~AFFINITY) != 0) {
            return INVALID_PARAMETERS; // KVM: kvm_psci_valid_affinity()
        }
        List<Vcpu> found = find(affinity, AFFINITY);
        if (found.isEmpty()) {
            return INVALID_PARAMETERS;
        }
        Vcpu target = found.getFirst();
        if (!target.isPoweredOff()) {
            return ALREADY_ON;
        }
        target.powerOn(argument(2, wide), argument(3, wide));
        return SUCCESS;
    }

    /// On if one of those is that have the same affinity from the given level up. KVM: kvm_psci_vcpu_affinity_info().
    private long affinityInfo(boolean wide) {
        long affinity = argument(1, wide);
        long level = argument(2, wide);
        if ((affinity & ~AFFINITY) != 0 || Long.compareUnsigned(level, HIGHEST_LEVEL) > 0) {
            return INVALID_PARAMETERS;
        }
        List<Vcpu> found = find(affinity, AFFINITY & -1L << level * LEVEL_BITS); // KVM: psci_affinity_mask()
        if (found.isEmpty()) {
            return INVALID_PARAMETERS;
        }
        return found.stream().allMatch(Vcpu::isPoweredOff) ? OFF : ON;
    }

    private List<Vcpu> find(long affinity, long mask) {
        return vm.vcpus().stream()
                .filter(candidate -> (candidate.mpidr() & mask) == (affinity & mask))
                .toList();
    }

    private Resume systemReset2() {
        int type = (int) vcpu.x(1);
        boolean known = type == WARM_RESET || Integer.compareUnsigned(type, VENDOR_RESETS) >= 0;
        return known ? systemEvent(KvmRun.SYSTEM_EVENT_RESET) : answer(INVALID_PARAMETERS);
    }

    private long argument(int n, boolean wide) {
        return wide ? vcpu.x(n) : vcpu.x(n) & 0xffff_ffffL;
    }

    private Resume answer(long... values) {
        for (int n = 0; n < values.length; n++) {
            vcpu.setX(n, values[n]);
        }
        return Resume.GUEST;
    }

    /// No vCPU runs until user space has decided. KVM: kvm_prepare_system_event().
    private Resume systemEvent(int type) {
        vm.vcpus().forEach(Vcpu::powerOff);
        vcpu.run().set(KvmRun.SYSTEM_EVENT_TYPE, 2, type);
        vcpu.run().exit(KvmRun.EXIT_SYSTEM_EVENT);
        return Resume.USER_SPACE;
    }
}
