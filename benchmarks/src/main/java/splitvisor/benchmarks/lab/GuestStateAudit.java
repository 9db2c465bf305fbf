package splitvisor.benchmarks.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.cpu.observe.ExceptionRecord.Kind;
import splitvisor.cpu.sysreg.SaveClass;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.SaveLists;
import splitvisor.highvisor.kvm.Syndrome;

/// Holds that a guest finds every register at its entry as it left it at its exit, and goes on where it must.
///
/// The guests it is used with make no system call while they are watched; what a hypercall may change are X0 to X3
/// (SMCCC). There may be several guests, of one vCPU each: a guest is known by its VMID.
class GuestStateAudit extends SwitchAudit {

    private static final int RT_SHIFT = 5;
    private static final int FIRST_PRESERVED = 4;
    private static final int TRACE_LINES = 14;

    /// What belongs to a guest.
    static final List<SysReg> REGISTERS = registers();

    /// A vCPU as it was left.
    private static final class Left {
        private final long[] system = new long[SysReg.values().length];
        private final long[] general = new long[31];
        private final Set<SysReg> read = EnumSet.noneOf(SysReg.class);
        private final ExceptionRecord exit;
        private final long mark;

        /// The FP registers when it last had them, or null.
        private long[] vector;

        /// The register that it has written by a trapped MSR: it finds there what it wrote. Or null.
        private final SysReg emulated;

        Left(ExceptionRecord exit, long mark) {
            this.exit = exit;
            this.mark = mark;
            emulated = emulatedWrite(exit);
        }
    }

    /// Which vCPU runs: its VM's stage 2, and its MPIDR_EL1.
    private record Who(long vttbr, long vmpidr) {
        static Who of(Cpu cpu) {
            return new Who(value(cpu, SysReg.VTTBR_EL2), value(cpu, SysReg.VMPIDR_EL2));
        }
    }

    private final Map<Who, Left> all = new HashMap<>();
    private final Set<SysReg> written = EnumSet.noneOf(SysReg.class);
    private Left last;
    private boolean fpOpen;

    private static List<SysReg> registers() {
        List<SysReg> all = new ArrayList<>(SaveLists.EL1);
        all.addAll(SaveLists.COMMON);
        all.addAll(SaveLists.USER);
        all.add(SysReg.SP_EL0);
        return List.copyOf(all);
    }

    @Override
    protected void guestLeft(Cpu cpu, ExceptionRecord taken) {
        Left before = all.get(Who.of(cpu));
        Left left = new Left(taken, transcript().mark());
        written.clear();
        REGISTERS.forEach(reg -> left.system[reg.ordinal()] = value(cpu, reg));
        System.arraycopy(cpu.x, 0, left.general, 0, left.general.length);
        if (left.emulated != null) {
            left.system[left.emulated.ordinal()] = cpu.x[(int) taken.esr() >>> RT_SHIFT & 31];
        }
        left.vector = fpOpen ? cpu.v.clone() : before == null ? null : before.vector;
        last = left;
        all.put(Who.of(cpu), left);
    }

    @Override
    public void sysRegRead(Cpu cpu, int encoding, SysReg reached, long value) {
        if (last != null && (phase() == Phase.EXITED || isVheKernel(cpu))) {
            last.read.add(reached);
        }
    }

    @Override
    public void sysRegWrite(Cpu cpu, int encoding, SysReg reached, long before, long after) {
        if (phase() == Phase.ENTERING || isVheKernel(cpu)) {
            written.add(reached);
        }
    }

    /// A VHE host's kernel, which moves the guest's registers itself when a vCPU is loaded and put.
    private boolean isVheKernel(Cpu cpu) {
        return phase() == Phase.HOST && cpu.el == 2;
    }

    @Override
    protected void guestEntered(Cpu cpu, boolean again, long pc) {
        fpOpen = !cpu.fpTrapped;
        Left left = all.get(Who.of(cpu));
        if (left == null) {
            return; // its first entry
        }
        if (!again && isFpTrap(left.exit)) {
            found(cpu, "the guest's first FP instruction since it was loaded went to the host kernel",
                    "EL2 answers some exits itself: it moves the FP registers and enters the guest again, which "
                            + "repeats the instruction. KVM: fixup_guest_exit(), kvm_hyp_handle_fpsimd().");
            return;
        }
        for (SysReg reg : REGISTERS) {
            if (value(cpu, reg) != left.system[reg.ordinal()]) {
                changed(cpu, reg, left);
            }
        }
        checkGeneral(cpu, left);
        if (fpOpen && left.vector != null && !Arrays.equals(cpu.v, left.vector)) {
            found(cpu, "the guest's FP registers are not what they were when it last had them",
                    "FP and SIMD registers exist once: they are moved when a guest first uses them, and go home when "
                            + "it is scheduled out. KVM: kvm_arch_vcpu_put_fp().");
        }
        checkPc(cpu, left.exit, pc);
    }

    private void checkGeneral(Cpu cpu, Left left) {
        for (int n = FIRST_PRESERVED; n < left.general.length; n++) {
            if (cpu.x[n] != left.general[n] && !mayChange(left.exit, n)) {
                found(cpu, "X%d: the guest had %#x at its exit and has %#x at its entry".formatted(
                        n, left.general[n], cpu.x[n]), "General-purpose registers are the guest's own.");
            }
        }
    }

    /// The register that a trapped read was to fill.
    private static boolean mayChange(ExceptionRecord exit, int n) {
        if (exit.kind() != Kind.SYNC) {
            return false;
        }
        int iss = (int) exit.esr();
        return switch (Ec.of(exit.esr())) {
            case Ec.SYS64 -> (iss >>> RT_SHIFT & 31) == n;
            case Ec.DABT_LOW -> (iss >>> 16 & 31) == n;
            default -> false;
        };
    }

    private static boolean isFpTrap(ExceptionRecord exit) {
        return exit.kind() == Kind.SYNC && Ec.of(exit.esr()) == Ec.FP_ASIMD;
    }

    /// The register whose trapped write was emulated (HCR_EL2.TVM traps some until the guest's caches are on), or
    /// null.
    private static SysReg emulatedWrite(ExceptionRecord exit) {
        boolean trapped = exit.kind() == Kind.SYNC && Ec.of(exit.esr()) == Ec.SYS64;
        return trapped && Syndrome.of(exit.esr(), 0, 0) instanceof Syndrome.SysRegTrap(int encoding, _, boolean read)
                && !read && SysReg.named(SysReg.nameOf(encoding)) instanceof SysReg reg ? reg : null;
    }

    private void changed(Cpu cpu, SysReg reg, Left left) {
        String name = reg.assemblyName().toUpperCase(Locale.ROOT);
        List<String> trace = transcript().accesses(left.mark, name, TRACE_LINES);
        inspection().found(cpu, trace,
                "%s: the guest %s and has %#x at its entry; %s".formatted(
                        reg.assemblyName(),
                        (reg == left.emulated ? "wrote %#x by a trapped MSR" : "had %#x at its exit").formatted(
                                left.system[reg.ordinal()]),
                        value(cpu, reg), why(cpu, reg, reg == left.emulated)), rule(reg));
    }

    /// How the register got another value.
    ///
    /// @param emulated whether the host was to write it
    protected String why(Cpu cpu, SysReg reg, boolean emulated) {
        Set<SysReg> read = all.get(Who.of(cpu)).read;
        return !read.contains(reg) && !written.contains(reg) ? "it is neither saved nor restored"
                : !read.contains(reg) ? "it is not read after the exit, so it is not saved"
                : !written.contains(reg) ? "it is not written before the entry, so it is not restored"
                : "what is written before the entry is not what was read after the exit";
    }

    static String rule(SysReg reg) {
        if (reg == SysReg.SP_EL0) {
            return "SP_EL0 is one register for both worlds; the host keeps `current` in it. KVM: __guest_exit().";
        }
        if (SaveLists.DEBUG.contains(reg)) {
            return "Breakpoints and watchpoints exist once; they move when the guest uses its own. "
                    + "KVM: __debug_switch_to_guest(), __debug_switch_to_host().";
        }
        return switch (reg.saveClass()) {
            case SaveClass.EL1 -> "EL1's registers exist once: whoever does not run has them in memory. "
                    + "KVM: __sysreg_save_el1_state(), __sysreg_restore_el1_state().";
            case SaveClass.USER -> "EL0's thread pointers exist once, for guest and host. "
                    + "KVM: __sysreg_save_user_state(), __sysreg_restore_user_state().";
            default -> "MDSCR_EL1 means the same to whoever runs. "
                    + "KVM: __sysreg_save_common_state(), __sysreg_restore_common_state().";
        };
    }

    /// The class of a synchronous exit; -1 for an interrupt.
    static int classOf(ExceptionRecord exit) {
        return exit.kind() == Kind.SYNC ? Ec.of(exit.esr()) : -1;
    }

    /// Whether a guest that was left so may go on at `pc`: behind what was trapped and emulated, at the return address
    /// otherwise, and at either after a data abort, which is a device's access or a page's first touch.
    static boolean mayGoOnAt(ExceptionRecord exit, long pc) {
        return switch (classOf(exit)) {
            case Ec.SYS64, Ec.WFX, Ec.SMC64 -> pc == exit.elr() + 4;
            case Ec.DABT_LOW -> pc == exit.elr() || pc == exit.elr() + 4;
            default -> pc == exit.elr();
        };
    }

    private void checkPc(Cpu cpu, ExceptionRecord exit, long pc) {
        int ec = classOf(exit);
        if (!mayGoOnAt(exit, pc)) {
            String what = ec < 0 ? exit.kind().label() : Ec.name(ec);
            found(cpu, "PC: after %s at ELR %#x the guest goes on at %#x".formatted(what, exit.elr(), pc), pcRule(ec));
        }
    }

    /// Why the guest goes on where it must, after an exit of this class (-1: an interrupt).
    static String pcRule(int ec) {
        return switch (ec) {
            case Ec.HVC64 -> "HVC's preferred return address is the next instruction: nothing is to be skipped. "
                    + "Arm ARM: AArch64.CallHypervisor.";
            case Ec.SYS64, Ec.WFX, Ec.SMC64 -> "A trapped instruction was not executed: who emulates it steps over "
                    + "it, at the entry, when the PC is where it will be used. KVM: __kvm_adjust_pc().";
            default -> "An interrupted or faulting instruction is executed when the guest goes on.";
        };
    }
}
