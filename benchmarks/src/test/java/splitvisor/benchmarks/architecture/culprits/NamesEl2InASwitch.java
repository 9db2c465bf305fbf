package splitvisor.benchmarks.architecture.culprits;

import splitvisor.cpu.sysreg.SysReg;

/// As in [Culprit]; a file of its own, because the constants of a switch are named by the outermost class.
final class NamesEl2InASwitch {

    boolean name(SysReg register) {
        return switch (register) {
            case HCR_EL2 -> true;
            default -> false;
        };
    }
}
