package splitvisor.benchmarks.lab;

import java.util.List;
import java.util.Locale;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.cpu.observe.ExceptionRecord.Kind;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.ExitCode;
import splitvisor.highvisor.hyp.VcpuArea.Field;

/// Holds that after a guest's turn a split host's kernel goes on where it has called, and is told why the guest was
/// left.
final class SplitReturnAudit extends SplitSwitchAudit {

    private static final int TRACE_LINES = 14;

    private ExceptionRecord exit;
    private long mark;

    @Override
    protected void hostCalls(Cpu cpu) {
        mark = transcript().mark();
    }

    @Override
    protected void guestLeft(Cpu cpu, ExceptionRecord taken) {
        exit = taken;
    }

    /// ELR_EL2 and SPSR_EL2 still hold what this ERET has used.
    @Override
    public void exceptionReturn(Cpu cpu, int fromEl, int toEl, long pc) {
        if (phase() == Phase.EXITED && fromEl == 2 && !atDoor()) {
            checkReturn(cpu, SysReg.ELR_EL2, hostElr());
            checkReturn(cpu, SysReg.SPSR_EL2, hostSpsr());
        }
        super.exceptionReturn(cpu, fromEl, toEl, pc);
    }

    private void checkReturn(Cpu cpu, SysReg reg, long atCall) {
        if (value(cpu, reg) != atCall) {
            report(cpu, "%s is %#x at the ERET to the host, and was %#x at its HVC".formatted(
                            reg.assemblyName(), value(cpu, reg), atCall),
                    "The guest's exits go through ELR_EL2 and SPSR_EL2 too: where the host goes on is saved before the "
                            + "guest's turn, and restored after it. KVM: __sysreg_save_el2_return_state(), "
                            + "__sysreg_restore_el2_return_state().", reg.assemblyName());
        }
    }

    @Override
    protected void hostContinues(Cpu cpu) {
        if (exit == null) {
            return; // the guest was not entered, since an interrupt was pending
        }
        boolean trapped = exit.kind() == Kind.SYNC;
        if (trapped || exit.kind() == Kind.IRQ) {
            checkCode(cpu, trapped ? ExitCode.TRAP : ExitCode.IRQ);
        }
        if (trapped && inArea(cpu, Field.FAULT_ESR) != exit.esr()) {
            report(cpu, "the guest was left with ESR_EL2 %#x, and the host kernel is told %#x".formatted(
                            exit.esr(), inArea(cpu, Field.FAULT_ESR)),
                    "The next exception overwrites ESR_EL2: every exit's syndrome, and the guest's PSTATE, are "
                            + "recorded at once, by fixup.handled. KVM: fixup_guest_exit().", "ESR_EL2");
        }
        exit = null;
    }

    /// Results of an HVC are in X1.
    private void checkCode(Cpu cpu, ExitCode wanted) {
        if (cpu.x[1] != wanted.ordinal()) {
            boolean known = cpu.x[1] >= 0 && cpu.x[1] < ExitCode.values().length;
            report(cpu, "the guest was left by %s, and the host kernel is told %s".formatted(
                            wanted == ExitCode.IRQ ? "an interrupt" : "a trap",
                            known ? ExitCode.of(cpu.x[1]) : "%#x".formatted(cpu.x[1])),
                    "The exit code says whether there is a syndrome at all: what door.enter returned goes to the host. "
                            + "KVM: __kvm_vcpu_run(), ARM_EXCEPTION_IRQ, ARM_EXCEPTION_TRAP.", "");
        }
    }

    private void report(Cpu cpu, String what, String rule, String register) {
        List<String> trace = transcript().since(
                mark, line -> !register.isEmpty() && line.toUpperCase(Locale.ROOT).contains(register)
                        || line.contains("-->") || line.contains("<--"), TRACE_LINES);
        inspection().found(cpu, trace, lastLine(), what, rule);
    }
}
