package splitvisor.highvisor.kvm;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.kernel.KernelPath;

/// A guest's hypercalls: SMCCC and PSCI 1.1, for a VM of one vCPU. KVM: kvm_smccc_call_handler(),
/// hypercalls.c; psci.c.
final class Psci {

    private static final long NOT_SUPPORTED = -1;
    private static final long INVALID_PARAMETERS = -2;
    private static final long VERSION_1_1 = 0x1_0001;
    private static final long NO_MIGRATION_NEEDED = 2;

    private static final int SMCCC_VERSION = 0x8000_0000;
    private static final int PSCI_VERSION = 0x8400_0000;
    private static final int AFFINITY_INFO = 0x8400_0004;
    private static final int AFFINITY_INFO_64 = 0xc400_0004;
    private static final int MIGRATE_INFO_TYPE = 0x8400_0006;
    private static final int SYSTEM_OFF = 0x8400_0008;
    private static final int SYSTEM_RESET = 0x8400_0009;
    private static final int PSCI_FEATURES = 0x8400_000a;

    private final HostedCpu cpu;
    private final Vcpu vcpu;

    Psci(HostedCpu cpu, Vcpu vcpu) {
        this.cpu = cpu;
        this.vcpu = vcpu;
    }

    /// Answers the call in the guest's X0. PC stays: an HVC's return address is already past it.
    Resume call() {
        int function = (int) vcpu.x(0);
        cpu.path(isKnown(function) ? KernelPath.HANDLE_HVC : KernelPath.HANDLE_HVC_UNKNOWN);
        return switch (function) {
            case SMCCC_VERSION, PSCI_VERSION -> answer(VERSION_1_1);
            case MIGRATE_INFO_TYPE -> answer(NO_MIGRATION_NEEDED);
            case AFFINITY_INFO, AFFINITY_INFO_64 -> answer(vcpu.x(1) == 0 ? 0 : INVALID_PARAMETERS);
            case PSCI_FEATURES -> answer(isKnown((int) vcpu.x(1)) ? 0 : NOT_SUPPORTED);
            case SYSTEM_OFF -> systemEvent(KvmRun.SYSTEM_EVENT_SHUTDOWN);
            case SYSTEM_RESET -> systemEvent(KvmRun.SYSTEM_EVENT_RESET);
            default -> answer(NOT_SUPPORTED);
        };
    }

    private static boolean isKnown(int function) {
        return switch (function) {
            case SMCCC_VERSION, PSCI_VERSION, AFFINITY_INFO, AFFINITY_INFO_64, MIGRATE_INFO_TYPE, SYSTEM_OFF,
                            SYSTEM_RESET, PSCI_FEATURES ->
                    true;
            default -> false;
        };
    }

    private Resume answer(long value) {
        vcpu.setX(0, value);
        return Resume.GUEST;
    }

    private Resume systemEvent(int type) {
        vcpu.run().set(KvmRun.SYSTEM_EVENT_TYPE, 2, type);
        vcpu.run().exit(KvmRun.EXIT_SYSTEM_EVENT);
        return Resume.USER_SPACE;
    }
}
