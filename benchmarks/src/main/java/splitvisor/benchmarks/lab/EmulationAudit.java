package splitvisor.benchmarks.lab;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.hosted.CodePath;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.cpu.observe.ExceptionRecord.Kind;
import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.kernel.KernelPath;
import splitvisor.highvisor.kvm.Syndrome;

/// Holds that a guest goes on after each exit as if the CPU had done what trapped: at the right instruction, with
/// the right value in the right register, or in its own vector because the instruction is UNDEFINED.
///
/// Guests are told apart by their VMIDs, so several may share a PE.
final class EmulationAudit extends SwitchAudit {

    private static final int TRACE_LINES = 14;
    private static final int FIRST_PRESERVED = 4; // X0 to X3 are a call's results (SMCCC)
    private static final long MMU_AND_CACHE = 1 | 1 << 2;
    private static final long UNDEFINED = 1L << 25; // EC UNKNOWN, IL
    private static final long CURRENT_EL_SPX = 0x200;

    private static final String INTERRUPT_RULE =
            "An interrupt is no trap: the guest is between two instructions, and ESR_EL2 still holds what the last "
                    + "trap left there. KVM: handle_exit(), ARM_EXCEPTION_IRQ.";

    /// What a guest was like when it was left.
    private record Exit(long vmid, ExceptionRecord taken, long[] x, long[] system, long mark) {

        boolean is(int ec) {
            return taken.kind() == Kind.SYNC && Ec.of(taken.esr()) == ec;
        }

        long before(SysReg reg) {
            return system[reg.ordinal()];
        }

        /// Whether it is an interrupt, or may be an access to a device or a call of PSCI's: those go to user space.
        boolean isForUserSpace() {
            return taken.kind() != Kind.SYNC || is(Ec.HVC64) || is(Ec.DABT_LOW) || is(Ec.IABT_LOW);
        }

        /// Whether EL2 took it as something that a host has no handler for.
        boolean isUnknown() {
            return taken.kind() == Kind.SYNC
                    && Syndrome.of(taken.esr(), 0, 0) instanceof Syndrome.Unknown;
        }

        /// WFE and not WFI (ISS.TI).
        boolean isWfe() {
            return is(Ec.WFX) && (taken.esr() & 1) != 0;
        }
    }

    private final Map<Long, Exit> exits = new HashMap<>();
    private final Set<Long> asleep = new HashSet<>();
    private final Set<String> broken = new HashSet<>();
    private final boolean timed;
    private boolean cachesOn;
    private boolean waited;
    private boolean contended; // another guest, which neither sleeps nor has made its last call, could run at the exit
    private Exit exit;
    private String where = "";

    /// @param timed whether nothing but a timer that has yet to expire ends the guest's WFI
    EmulationAudit(boolean timed) {
        this.timed = timed;
    }

    @Override
    public void path(Cpu cpu, CodePath path) {
        super.path(cpu, path);
        remember();
        if (path == KernelPath.WAKE_UP && exit != null && !asleep.contains(exit.vmid)) {
            asleep.clear(); // of two guests it is the one for which the host is not at work
        }
        if (path == KernelPath.RUN_TO_USER && exit != null && !exit.isForUserSpace()) {
            report(cpu, "%s: user space is to go on with it".formatted(text()),
                    "The kernel answers it alone: user space has no use for it. KVM: handle_exit(), "
                            + "arm_exit_handlers[].", "");
        }
    }

    @Override
    public void sysRegRead(Cpu cpu, int encoding, SysReg reached, long value) {
        remember();
    }

    @Override
    public void sysRegWrite(Cpu cpu, int encoding, SysReg reached, long before, long after) {
        remember();
    }

    /// What goes wrong shows when the guest is entered; what did it was the submission's line before.
    private void remember() {
        if (phase() == Phase.HOST) {
            String line = inspection().theirLine();
            where = line.isEmpty() ? where : line;
        }
    }

    @Override
    public void operation(Cpu cpu, String assembly) {
        if (!assembly.equals("wfi") || exit == null) {
            return;
        }
        waited = true;
        if (exit.isWfe()) {
            report(cpu, "WFE: the host has nothing left to do and waits; who would wake this vCPU?",
                    "WFE says that a spin lock is taken: the vCPU gives others a turn and stays runnable. "
                            + "KVM: kvm_handle_wfx(), kvm_vcpu_on_spin().", "wfi");
        }
    }

    @Override
    protected void guestLeft(Cpu cpu, ExceptionRecord taken) {
        exit = new Exit(vmid(cpu), taken, cpu.x.clone(), cpu.sys.clone(), transcript().mark() - 1);
        exits.put(exit.vmid, exit);
        if (exit.is(Ec.WFX) && !exit.isWfe()) {
            asleep.add(exit.vmid);
        }
        contended = exits.values().stream().anyMatch(
                other -> other != exit && !asleep.contains(other.vmid) && !other.is(Ec.HVC64));
        waited = false;
        where = "";
    }

    @Override
    protected void guestEntered(Cpu cpu, boolean again, long pc) {
        Exit last = exits.get(vmid(cpu));
        if (last == null || again) {
            return; // its first entry, or EL2 has answered and the host kernel knows nothing of it
        }
        asleep.remove(last.vmid);
        if (last.isWfe() && last == exit && contended) {
            report(cpu, "WFE: another VM was ready to run, and the same one goes on",
                    "A vCPU that spins on a lock gives its PE away: who holds the lock may be waiting for it. "
                            + "KVM: kvm_handle_wfx(), kvm_vcpu_on_spin().", "wfe");
        }
        exit = last;
        checkTvm(cpu);
        if (exit.is(Ec.SYS64)) {
            checkSysReg(cpu, pc, TrappedAccess.of(exit.taken.esr()));
        } else if (exit.isUnknown()) {
            checkUndefined(cpu, pc, text(), "An exception class that no handler is for is the guest's own mistake: it "
                    + "takes an Undefined Instruction exception. KVM: kvm_handle_unknown_ec().");
            checkX(cpu, -1);
        } else if (exit.is(Ec.SMC64)) {
            checkSmc(cpu, pc);
            checkX(cpu, 0);
        } else {
            checkPc(cpu, pc);
            checkX(cpu, exit.is(Ec.DABT_LOW) ? (int) (exit.taken.esr() >>> 16) & 31 : -1);
        }
        if (timed && exit.is(Ec.WFX) && !exit.isWfe() && !waited) {
            report(cpu, "WFI: the guest goes on at once, and its timer has not expired",
                    "A vCPU with nothing to do gives its PE away until an interrupt is pending for it. "
                            + "KVM: kvm_handle_wfx(), kvm_vcpu_halt().", "wfi");
        }
    }

    /// What was trapped.
    private String text() {
        return exit.is(Ec.SYS64) ? TrappedAccess.of(exit.taken.esr()).text()
                : exit.isWfe() ? "WFE" : Ec.name(Ec.of(exit.taken.esr()));
    }

    private void checkSmc(Cpu cpu, long pc) {
        checkPc(cpu, pc);
        if (cpu.x[0] != -1) {
            report(cpu, "SMC: the guest finds %#x in X0".formatted(cpu.x[0]),
                    "There is no firmware for a guest to call: the answer is NOT_SUPPORTED, -1. KVM: handle_smc().",
                    "");
        }
    }

    private void checkPc(Cpu cpu, long pc) {
        long elr = exit.taken.elr();
        int ec = GuestStateAudit.classOf(exit.taken);
        if (!GuestStateAudit.mayGoOnAt(exit.taken, pc)) {
            String what = ec < 0 ? exit.taken.kind().label() : exit.isWfe() ? "WFE" : Ec.name(ec);
            report(cpu, "PC: after %s at ELR %#x the guest goes on at %#x".formatted(what, elr, pc),
                    ec < 0 ? INTERRUPT_RULE : GuestStateAudit.pcRule(ec), "");
        }
    }

    /// Everything but a call's results and the register that a trapped read fills is as it was.
    private void checkX(Cpu cpu, int filled) {
        String rule = exit.taken.kind() == Kind.SYNC
                ? "Emulation writes the register that the instruction names, ISS.Rt, and no other. "
                        + "KVM: vcpu_set_reg(vcpu, Rt, …)."
                : INTERRUPT_RULE;
        for (int n = exit.is(Ec.HVC64) ? FIRST_PRESERVED : 0; n < 31; n++) {
            if (n != filled && cpu.x[n] != exit.x[n]) {
                report(cpu, "X%d: the guest had %#x and has %#x now".formatted(n, exit.x[n], cpu.x[n]), rule, "");
            }
        }
    }

    private void checkSysReg(Cpu cpu, long pc, TrappedAccess access) {
        switch (access.fate()) {
            case UNDEFINED -> {
                checkUndefined(cpu, pc, access.text(), "What a guest's CPU does not have is UNDEFINED to it, "
                        + "whatever the machine has. KVM: emulate_sys_reg(), kvm_inject_undefined().");
                checkX(cpu, -1);
                return;
            }
            case VALUE -> checkRead(cpu, pc, access);
            case WRITTEN -> checkWrite(cpu, access);
            case IGNORED -> {}
        }
        if (isInVector(cpu, pc)) {
            report(cpu, access.text() + ": the guest takes an Undefined Instruction exception", access.rule(), "");
        } else {
            checkPc(cpu, pc);
            checkX(cpu, access.read() ? access.rt() : -1);
        }
    }

    private void checkRead(Cpu cpu, long pc, TrappedAccess access) {
        long expected = access.value(exit.system);
        if (access.rt() != 31 && cpu.x[access.rt()] != expected && !isInVector(cpu, pc)) {
            report(cpu, "%s: X%d is %#x now, and was to be %#x".formatted(
                    access.text(), access.rt(), cpu.x[access.rt()], expected), access.rule(), access.name());
        }
    }

    private void checkWrite(Cpu cpu, TrappedAccess access) {
        long written = access.rt() == 31 ? 0 : exit.x[access.rt()];
        if (value(cpu, access.reg()) != written) {
            report(cpu, "%s: the guest wrote %#x, and goes on with %#x in the register".formatted(
                            access.text(), written, value(cpu, access.reg())),
                    "A trapped write is done for the guest, in the guest's register: in memory in a split host, on "
                            + "the CPU while a VHE host has the vCPU loaded. KVM: access_vm_reg(), "
                            + "vcpu_write_sys_reg().", access.name());
        }
    }

    private void checkUndefined(Cpu cpu, long pc, String what, String rule) {
        long esr = value(cpu, SysReg.ESR_EL1);
        if (pc == exit.taken.elr() + 4) {
            report(cpu, what + ": the guest goes on behind it, as if it had been done", rule, "");
        } else if (!isInVector(cpu, pc) || esr != UNDEFINED || value(cpu, SysReg.ELR_EL1) != exit.taken.elr()) {
            report(cpu, "%s: the guest goes on at %#x with ESR_EL1 %#x, not in its vector".formatted(what, pc, esr),
                    rule, "");
        }
    }

    /// Whether the guest is to take an exception from EL1 to EL1 that it had not taken when it was left.
    private boolean isInVector(Cpu cpu, long pc) {
        return pc == (value(cpu, SysReg.VBAR_EL1) & -0x800L) + CURRENT_EL_SPX && pc != exit.taken.elr();
    }

    /// Until MMU and caches are on, KVM wants to know when that happens; then the registers are the guest's own.
    private void checkTvm(Cpu cpu) {
        cachesOn |= (value(cpu, SysReg.SCTLR_EL1) & MMU_AND_CACHE) == MMU_AND_CACHE;
        boolean traps = (value(cpu, SysReg.HCR_EL2) & Hcr.TVM) != 0;
        if (traps == cachesOn) {
            report(cpu, traps ? "HCR_EL2.TVM is still set, and the guest's MMU and caches are on"
                            : "HCR_EL2.TVM is clear, and the guest's MMU and caches are not both on yet",
                    "Writes of the virtual-memory registers trap until the guest has set SCTLR_EL1.M and C, and no "
                            + "longer. KVM: kvm_toggle_cache().", "HCR_EL2");
        }
    }

    private void report(Cpu cpu, String what, String rule, String shown) {
        String name = shown.toUpperCase(Locale.ROOT);
        if (!broken.add(rule)) {
            return; // seen often, it is still one mistake
        }
        List<String> trace = transcript().since(
                exit.mark, line -> Transcript.leavesHost(line)
                        || !name.isEmpty() && line.toUpperCase(Locale.ROOT).contains(name), TRACE_LINES);
        inspection().found(cpu, trace, where, what, rule);
    }
}
