package splitvisor.cpu.board;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.Firmware;
import splitvisor.cpu.timer.Exit;

/// The board's firmware: PSCI 1.1 (Arm DEN 0022) under the SMC Calling Convention 1.1 (DEN 0028). As on
/// QEMU's board it answers SMC when the software was started at EL2 and HVC when at EL1.
public final class Psci implements Firmware {

    private static final int PSCI_VERSION = 0x8400_0000;
    static final int CPU_SUSPEND = 0x8400_0001;
    static final int CPU_OFF = 0x8400_0002;
    static final int CPU_ON = 0x8400_0003;
    private static final int AFFINITY_INFO = 0x8400_0004;
    private static final int MIGRATE_INFO_TYPE = 0x8400_0006;
    private static final int SYSTEM_OFF = 0x8400_0008;
    private static final int SYSTEM_RESET = 0x8400_0009;
    private static final int PSCI_FEATURES = 0x8400_000a;
    private static final int SMCCC_VERSION = 0x8000_0000;
    private static final int SMCCC_ARCH_FEATURES = 0x8000_0001;

    /// Bit 30 of a function ID: arguments and results are 64 bits wide.
    static final int SMC64 = 1 << 30;

    private static final int SUCCESS = 0;
    private static final int NOT_SUPPORTED = -1;
    private static final int INVALID_PARAMETERS = -2;
    private static final int ALREADY_ON = -4;

    private static final int VERSION_1_1 = 1 << 16 | 1;
    private static final int TRUSTED_OS_ABSENT = 2;

    /// MPIDR_EL1's affinity fields.
    private static final long AFFINITY = 0xff_00ff_ffffL;

    private final Machine machine;

    Psci(Machine machine) {
        this.machine = machine;
    }

    @Override
    public boolean smc(Cpu cpu, int imm) {
        return machine.options.startEl() == 2 && answer(cpu);
    }

    @Override
    public boolean hvc(Cpu cpu, int imm) {
        return machine.options.startEl() == 1 && answer(cpu);
    }

    private boolean answer(Cpu cpu) {
        cpu.set(0, call(cpu, (int) cpu.x[0]));
        return true;
    }

    private long call(Cpu cpu, int function) {
        boolean wide = (function & SMC64) != 0;
        long first = wide ? cpu.x[1] : cpu.x[1] & 0xffff_ffffL;
        long second = wide ? cpu.x[2] : cpu.x[2] & 0xffff_ffffL;
        long third = wide ? cpu.x[3] : cpu.x[3] & 0xffff_ffffL;
        if (wide && !hasWideForm(function & ~SMC64)) {
            return NOT_SUPPORTED;
        }
        return switch (function & ~SMC64) {
            case PSCI_VERSION, SMCCC_VERSION -> VERSION_1_1;
            case CPU_SUSPEND -> suspend(cpu);
            case CPU_OFF -> off(cpu);
            case CPU_ON -> on(first, second, third);
            case AFFINITY_INFO -> affinityInfo(first, second);
            case MIGRATE_INFO_TYPE -> TRUSTED_OS_ABSENT;
            case SYSTEM_OFF -> stop(Exit.POWERED_OFF);
            case SYSTEM_RESET -> stop(Exit.RESET);
            case PSCI_FEATURES -> features((int) first);
            case SMCCC_ARCH_FEATURES -> isSmccc((int) first) ? SUCCESS : NOT_SUPPORTED;
            default -> NOT_SUPPORTED;
        };
    }

    private static boolean hasWideForm(int function) {
        return function == CPU_SUSPEND || function == CPU_ON || function == AFFINITY_INFO;
    }

    /// Always a standby state: the PE waits for an interrupt and goes on after the call.
    private static int suspend(Cpu cpu) {
        if (!cpu.wakes()) {
            cpu.waiting = true;
            cpu.attention = true;
        }
        return SUCCESS;
    }

    private static int off(Cpu cpu) {
        cpu.off = true;
        cpu.requestStop();
        return SUCCESS;
    }

    private int on(long affinity, long entry, long context) {
        Cpu target = find(affinity);
        if (target == null || (entry & 3) != 0) {
            return INVALID_PARAMETERS;
        }
        if (!target.off) {
            return ALREADY_ON;
        }
        machine.gic.reset(target.index);
        target.reset(machine.options.startEl(), entry);
        target.set(0, context);
        machine.timeLine.start(target);
        return SUCCESS;
    }

    /// 0 on, 1 off. Whatever is above a PE is always on.
    private int affinityInfo(long affinity, long level) {
        if (level > 0) {
            return 0;
        }
        Cpu target = find(affinity);
        return target == null ? INVALID_PARAMETERS : target.off ? 1 : 0;
    }

    private int stop(Exit reason) {
        machine.timeLine.stop(reason);
        return SUCCESS;
    }

    private static int features(int function) {
        boolean wide = (function & SMC64) != 0;
        int narrow = function & ~SMC64;
        boolean known =
                narrow >= PSCI_VERSION && narrow <= AFFINITY_INFO
                        || narrow == MIGRATE_INFO_TYPE
                        || narrow >= SYSTEM_OFF && narrow <= PSCI_FEATURES
                        || isSmccc(narrow);
        return known && (!wide || hasWideForm(narrow)) ? SUCCESS : NOT_SUPPORTED;
    }

    private static boolean isSmccc(int function) {
        return function == SMCCC_VERSION || function == SMCCC_ARCH_FEATURES;
    }

    private Cpu find(long affinity) {
        long index = affinity & AFFINITY;
        return index < machine.cpus.size() ? machine.cpus.get((int) index) : null;
    }
}
