package splitvisor.highvisor.kvm;

import splitvisor.cpu.hosted.HostedCpu;
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

    private static final int SMCCC_VERSION = 0x8000_0000;
    private static final int SMCCC_ARCH_FEATURES = 0x8000_0001;
    private static final int PSCI_VERSION = 0x8400_0000;
    private static final int CPU_SUSPEND = 0x8400_0001;
    private static final int CPU_OFF = 0x8400_0002;
    private static final int CPU_ON = 0x8400_0003;
    private static final int AFFINITY_INFO = 0x8400_0004;
    private static final int MIGRATE_INFO_TYPE = 0x8400_0006;
    private static final int SYSTEM_OFF = 0x8400_0008;
    private static final int SYSTEM_RESET = 0x8400_0009;
    private static final int PSCI_FEATURES = 0x8400_000a;

    /// Bit 30 of a function ID: arguments and results are 64 bits wide.
    private static final int SMC64 = 1 << 30;

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
        cpu.path(isKnown(function) ? KernelPath.HANDLE_HVC : KernelPath.HANDLE_HVC_UNKNOWN);
        if (!isKnown(function)) {
            return answer(NOT_SUPPORTED);
        }
        return switch (function & ~SMC64) {
            case SMCCC_VERSION, PSCI_VERSION -> answer(VERSION_1_1);
            case SMCCC_ARCH_FEATURES -> answer(isSmccc((int) vcpu.x(1)) ? SUCCESS : NOT_SUPPORTED);
            case CPU_SUSPEND -> {
                answer(SUCCESS);
                vcpu.halt(); // every state is a standby state. KVM: kvm_psci_vcpu_suspend()
                yield Resume.GUEST;
            }
            case CPU_OFF -> {
                vcpu.powerOff();
                yield Resume.GUEST; // the loop puts it to sleep
            }
            case CPU_ON -> answer(cpuOn((function & SMC64) != 0));
            case AFFINITY_INFO -> answer(affinityInfo((function & SMC64) != 0));
            case MIGRATE_INFO_TYPE -> answer(NO_MIGRATION_NEEDED);
            case SYSTEM_OFF -> systemEvent(KvmRun.SYSTEM_EVENT_SHUTDOWN);
            case SYSTEM_RESET -> systemEvent(KvmRun.SYSTEM_EVENT_RESET);
            default -> answer(isKnown((int) vcpu.x(1)) ? SUCCESS : NOT_SUPPORTED); // PSCI_FEATURES
        };
    }

    private static boolean isKnown(int function) {
        return switch (function & ~SMC64) {
            case CPU_SUSPEND, CPU_ON, AFFINITY_INFO -> true;
            case PSCI_VERSION, CPU_OFF, MIGRATE_INFO_TYPE, SYSTEM_OFF, SYSTEM_RESET, PSCI_FEATURES ->
                    (function & SMC64) == 0;
            default -> isSmccc(function);
        };
    }

    private static boolean isSmccc(int function) {
        return function == SMCCC_VERSION || function == SMCCC_ARCH_FEATURES;
    }

    private long cpuOn(boolean wide) {
        Vcpu target = find(argument(1, wide));
        long entry = argument(2, wide);
        if (target == null || (entry & 3) != 0) {
            return INVALID_PARAMETERS;
        }
        if (!target.isPoweredOff()) {
            return ALREADY_ON;
        }
        target.powerOn(entry, argument(3, wide));
        return SUCCESS;
    }

    private long affinityInfo(boolean wide) {
        Vcpu target = find(argument(1, wide));
        if (target == null || argument(2, wide) > 0) {
            return INVALID_PARAMETERS; // KVM: no level but that of the CPUs
        }
        return target.isPoweredOff() ? OFF : ON;
    }

    private Vcpu find(long affinity) {
        return vm.vcpus().stream()
                .filter(candidate -> candidate.mpidr() == (affinity & AFFINITY))
                .findFirst()
                .orElse(null);
    }

    private long argument(int n, boolean wide) {
        return wide ? vcpu.x(n) : vcpu.x(n) & 0xffff_ffffL;
    }

    private Resume answer(long value) {
        vcpu.setX(0, value);
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
