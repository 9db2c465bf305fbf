package splitvisor.cpu.mmu;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.SynchronousException;
import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.SysReg;

/// Turns a failed [Translation] into the abort that the architecture makes of it: class, syndrome,
/// target and fault addresses (Arm ARM D19.2.37, J1.1.3 AArch64.Abort).
final class Aborts {

    private static final int WNR = 1 << 6;
    private static final int S1PTW = 1 << 7;
    private static final int CM = 1 << 8;

    private final Cpu cpu;
    private final Mmu mmu;

    Aborts(Cpu cpu, Mmu mmu) {
        this.cpu = cpu;
        this.mmu = mmu;
    }

    /// `throw aborts.data(…)`: the access to `va` failed as `t` says.
    SynchronousException data(Translation t, long va, int access) {
        boolean write = (access & Access.WRITE) != 0 || (access & Access.MAINTENANCE) != 0;
        int iss = t.fsc | (write ? WNR : 0) | ((access & Access.MAINTENANCE) != 0 ? CM : 0);
        if (t.stage2 && !t.onWalk && Fsc.isFromTables(t.fsc) && (access & Access.MAINTENANCE) == 0) {
            iss |= InstructionSyndrome.of(mmu.slow.currentInstruction());
        }
        return raise(Ec.DABT_LOW, iss, t, va);
    }

    /// `throw aborts.fetch(…)`: the instruction fetch from `va` failed as `t` says.
    SynchronousException fetch(Translation t, long va) {
        return raise(Ec.IABT_LOW, t.fsc, t, va);
    }

    /// `throw aborts.alignment(…)`: `va` is not a multiple of what the access demands.
    SynchronousException alignment(long va, boolean write) {
        return cpu.trap(Ec.DABT_LOW, Fsc.ALIGNMENT | (write ? WNR : 0), 1).at(va);
    }

    private SynchronousException raise(int ec, int iss, Translation t, long va) {
        boolean toEl2 = t.stage2 || Fsc.isExternal(t.fsc) && externalAbortsGoToEl2();
        SynchronousException e = cpu.trap(ec, iss | (t.onWalk ? S1PTW : 0), toEl2 ? 2 : 1).at(va);
        return t.stage2 && hasIpa(t) ? e.atIpa(t.ipa) : e;
    }

    /// HPFAR_EL2 is UNKNOWN for the rest: permission faults on anything but a walk, alignment, aborts.
    private static boolean hasIpa(Translation t) {
        return Fsc.isFromTables(t.fsc) && (t.onWalk || !Fsc.isPermission(t.fsc));
    }

    private boolean externalAbortsGoToEl2() {
        return cpu.el < 2 && (cpu.sys[SysReg.HCR_EL2.ordinal()] & Hcr.TEA) != 0;
    }
}
