package splitvisor.highvisor.kernel;

import splitvisor.cpu.Ec;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.hosted.HostedProgramException;
import splitvisor.cpu.hosted.HostedVector;
import splitvisor.cpu.hosted.PstateField;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.kernel.irq.Interrupts;

/// The kernel's exception vectors: system calls and interrupts in, and back to where they came from. KVM's
/// guests never arrive here: their exceptions go to EL2's vectors. Linux: entry.S, entry-common.c.
final class Vectors implements HostedVector.Handler {

    private static final int IRQ_FROM_KERNEL = 0x280;
    private static final int SYNC_FROM_EL0 = 0x400;
    private static final int IRQ_FROM_EL0 = 0x480;
    private static final int SYSCALL_NUMBER = 8;
    private static final int ARGUMENTS = 6;
    private static final int LR = 30;
    private static final int SP = 31 * 8;
    private static final int PC = 32 * 8;
    private static final int PSTATE = 33 * 8;
    private static final int ALL = 0xf;

    private final HostedCpu cpu;
    private final SystemCallTable table;
    private final Interrupts interrupts;
    private final Scheduler scheduler;

    /// Executes a system call by its number.
    interface SystemCallTable {
        long call(long number, long[] arguments);
    }

    Vectors(HostedCpu cpu, SystemCallTable table, Interrupts interrupts, Scheduler scheduler) {
        this.cpu = cpu;
        this.table = table;
        this.interrupts = interrupts;
        this.scheduler = scheduler;
    }

    @Override
    public void handle(int offset) {
        switch (offset) {
            case SYNC_FROM_EL0 -> systemCall();
            case IRQ_FROM_EL0 -> userInterrupt();
            case IRQ_FROM_KERNEL -> kernelInterrupt();
            default -> throw new HostedProgramException(oops(offset));
        }
    }

    private void systemCall() {
        cpu.path(KernelPath.KERNEL_ENTRY);
        long regs = scheduler.current().ptRegs();
        saveRegisters(regs);
        cpu.path(KernelPath.EL0_SYNC_HANDLER);
        long esr = cpu.mrs(SysReg.ESR_EL1);
        if (Ec.of(esr) != Ec.SVC64) {
            throw new HostedProgramException(
                    "process '%s' took %s".formatted(scheduler.current().name(), oops(SYNC_FROM_EL0)));
        }
        cpu.path(KernelPath.SYSCALL);
        cpu.msr(PstateField.DAIF_CLR, ALL);
        long[] arguments = new long[ARGUMENTS];
        for (int i = 0; i < ARGUMENTS; i++) {
            arguments[i] = cpu.ldr(regs + 8L * i);
        }
        long result = table.call(cpu.ldr(regs + 8 * SYSCALL_NUMBER), arguments);
        cpu.str(result, regs);
        cpu.path(KernelPath.SYSCALL_EXIT);
        cpu.msr(PstateField.DAIF_SET, ALL);
        returnToUser();
    }

    /// Linux: el0t_64_irq.
    private void userInterrupt() {
        cpu.path(KernelPath.IRQ_ENTRY);
        saveRegisters(scheduler.current().ptRegs());
        interrupts.handle();
        returnToUser();
    }

    /// Interrupts are masked while one is handled, so the frame above the system call's is free. Linux:
    /// el1h_64_irq.
    private void kernelInterrupt() {
        cpu.path(KernelPath.IRQ_ENTRY);
        long regs = scheduler.current().ptRegs() + Task.FRAME;
        saveGeneral(regs);
        cpu.str(cpu.mrs(SysReg.ELR_EL1), regs + PC);
        cpu.str(cpu.mrs(SysReg.SPSR_EL1), regs + PSTATE);
        interrupts.handle();
        cpu.path(KernelPath.IRQ_EXIT);
        cpu.msr(SysReg.ELR_EL1, cpu.ldr(regs + PC));
        cpu.msr(SysReg.SPSR_EL1, cpu.ldr(regs + PSTATE));
        loadGeneral(regs);
        cpu.eret();
    }

    /// A new process's first step into user space.
    static void startUser(HostedCpu cpu, long entry) {
        cpu.path(KernelPath.RET_TO_USER);
        cpu.msr(SysReg.SP_EL0, 0);
        cpu.msr(SysReg.ELR_EL1, entry);
        cpu.msr(SysReg.SPSR_EL1, 0);
        cpu.eret();
    }

    /// Stands behind the text of user-space programs, which hold no vectors.
    static void notAVectorTable(int offset) {
        throw new HostedProgramException("an exception went to user-space text, offset %#x".formatted(offset));
    }

    /// Linux: kernel_entry.
    private void saveRegisters(long regs) {
        saveGeneral(regs);
        cpu.str(cpu.mrs(SysReg.SP_EL0), regs + SP);
        cpu.msr(SysReg.SP_EL0, scheduler.current().current());
        cpu.str(cpu.mrs(SysReg.ELR_EL1), regs + PC);
        cpu.str(cpu.mrs(SysReg.SPSR_EL1), regs + PSTATE);
    }

    /// The task may have moved to another PE meanwhile, or be about to end. Linux: do_notify_resume(),
    /// kernel_exit.
    private void returnToUser() {
        while (scheduler.needResched()) {
            scheduler.schedule();
        }
        if (scheduler.current().isKilled()) {
            throw Syscalls.TaskExit.INSTANCE;
        }
        long regs = scheduler.current().ptRegs();
        cpu.path(KernelPath.RET_TO_USER);
        cpu.msr(SysReg.SP_EL0, cpu.ldr(regs + SP));
        cpu.msr(SysReg.ELR_EL1, cpu.ldr(regs + PC));
        cpu.msr(SysReg.SPSR_EL1, cpu.ldr(regs + PSTATE));
        loadGeneral(regs);
        cpu.eret();
    }

    private void saveGeneral(long regs) {
        for (int n = 0; n < LR; n += 2) {
            cpu.stp(n, n + 1, regs + 8L * n);
        }
        cpu.str(cpu.x(LR), regs + 8 * LR);
    }

    private void loadGeneral(long regs) {
        for (int n = 0; n < LR; n += 2) {
            cpu.ldp(n, n + 1, regs + 8L * n);
        }
        cpu.mov(LR, cpu.ldr(regs + 8 * LR));
    }

    private String oops(int offset) {
        long esr = cpu.mrs(SysReg.ESR_EL1);
        return "an exception the kernel has no handler for: vector %#x, %s, ESR %#x, FAR %#x, ELR %#x"
                .formatted(
                        offset,
                        Ec.name(Ec.of(esr)),
                        esr,
                        cpu.mrs(SysReg.FAR_EL1),
                        cpu.mrs(SysReg.ELR_EL1));
    }
}
