package splitvisor.cpu.hosted;

import java.util.ArrayList;
import java.util.List;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.SynchronousException;
import splitvisor.cpu.observe.ExceptionRecord.Kind;
import splitvisor.cpu.sysreg.SysReg;

/// How control moves between the stacks of hosted software, machine code, handlers and PEs: the part of
/// [HostedCpu] that is not an operation.
abstract sealed class ControlFlow permits HostedCpu {

    private static final int I = 2;

    Cpu cpu;
    private CodePath path;
    private long pathStart;
    private final List<Coroutine> stacks = new ArrayList<>();

    ControlFlow(Cpu cpu) {
        this.cpu = cpu;
    }

    /// The PE itself, for set-up code, measurements and tests; hosted software does not use it.
    public final Cpu cpu() {
        return cpu;
    }

    /// The number of the PE. Linux: smp_processor_id().
    public final int index() {
        return cpu.index;
    }

    /// Runs what ERET went to until an exception arrives at a [HostedVector.Landing]; returns its
    /// vector offset, 0 to 0x780. Exceptions that arrive at a [HostedVector.Handler] meanwhile are
    /// handled by it.
    public final int resume() {
        while (true) {
            switch (vectorAtPc()) {
                case null -> runMachineCode();
                case HostedVector.Landing _ -> {
                    return vectorOffset();
                }
                case HostedVector.Handler handler -> handler.handle(vectorOffset());
            }
        }
    }

    // Stacks, time and interrupts.

    /// A stack for a thread of hosted software.
    public final Coroutine stack(String name, Runnable body) {
        Coroutine stack = new Coroutine(name, () -> {
            arrive();
            body.run();
        });
        stacks.add(stack);
        return stack;
    }

    /// The stack with which the given PE begins when it is switched on.
    public final void startsWith(int pe, Coroutine stack) {
        cpu.timeLine.host(cpu.peers[pe], stack);
    }

    /// This PE goes on with another stack. Returns when a PE, perhaps another one, switches back.
    public final void switchTo(Coroutine stack) {
        cpu.timeLine.host(cpu, stack);
        long pc = cpu.pc;
        settlePath(0);
        Coroutine.yield();
        arrive();
        cpu.pc = pc;
        cpu.next = pc;
    }

    /// This PE goes on with another stack when the current one returns from its body, which it does now.
    public final void endWith(Coroutine stack) {
        settlePath(0);
        cpu.timeLine.host(cpu, stack);
    }

    /// The machine has stopped: unwinds every stack that is left.
    public final void close() {
        stacks.forEach(Coroutine::cancel);
        stacks.clear();
    }

    /// The turn of a PE on which this stack goes on.
    private void arrive() {
        cpu = cpu.timeLine.current();
        path = null;
    }

    /// Lets what has become due happen and other PEs run that are further behind.
    final void passTurn() {
        if (cpu.timeLine == null) {
            return;
        }
        Cpu self = cpu;
        CodePath interrupted = path;
        long executed = cpu.instructions - pathStart;
        cpu.timeLine.look(cpu);
        cpu = self;
        path = interrupted;
        pathStart = cpu.instructions - executed;
    }

    /// Takes what interrupts there are and may be taken.
    final void look() {
        while (cpu.attention || cpu.instructions >= cpu.deadline) {
            if (cpu.stopRequested || cpu.instructions >= cpu.deadline) {
                passTurn();
            }
            cpu.attention = false;
            Kind interrupt = cpu.exceptions.pending();
            if (interrupt != null) {
                long here = cpu.pc;
                cpu.exceptions.takeInterrupt(interrupt);
                runHandlersUntil(here);
                cpu.pc = here;
                cpu.next = here;
                cpu.attention = true;
            }
        }
    }

    final void lookIfUnmasked(int before) {
        if ((before & ~cpu.daif & I) != 0) {
            look();
        }
    }

    final void begin() {
        if (cpu.el == 0) {
            look();
        }
        cpu.instructions++;
    }

    private void runMachineCode() {
        cpu.interpreter.run(Math.max(0, cpu.deadline - cpu.instructions));
        if (cpu.waiting || cpu.stopRequested || cpu.instructions >= cpu.deadline) {
            passTurn();
        }
    }

    /// Takes an exception that the current operation raised and returns when its handler's ERET came
    /// back to this operation's successor (or to the operation itself, when the handler did not step
    /// over it: hosted code is not restarted, so that is a defect).
    final void take(SynchronousException e) {
        long here = cpu.pc;
        cpu.exceptions.takeSynchronous(e);
        runHandlersUntil(here + 4);
        cpu.pc = here;
        cpu.next = here;
    }

    private void runHandlersUntil(long returnAddress) {
        CodePath interrupted = path;
        long executed = cpu.instructions - pathStart;
        path = null;
        do {
            if (!(vectorAtPc() instanceof HostedVector.Handler handler)) {
                throw lost();
            }
            handler.handle(vectorOffset());
        } while (cpu.pc != returnAddress);
        path = interrupted;
        pathStart = cpu.instructions - executed; // the handler's instructions are not the path's
    }

    /// The vector table whose page PC is in, or null when PC is in machine code.
    private HostedVector vectorAtPc() {
        try {
            return cpu.hosted.at(cpu.mmu.translateFetch(cpu.pc));
        } catch (SynchronousException e) {
            return null; // the interpreter meets the same fault and takes it
        }
    }

    private HostedProgramException lost() {
        boolean el2 = cpu.el == 2;
        return new HostedProgramException(
                "an exception of hosted code went to EL%d's vector at %#x, where no handler is: ESR %#x, FAR %#x"
                        .formatted(
                                cpu.el,
                                cpu.pc,
                                cpu.sys[(el2 ? SysReg.ESR_EL2 : SysReg.ESR_EL1).ordinal()],
                                cpu.sys[(el2 ? SysReg.FAR_EL2 : SysReg.FAR_EL1).ordinal()]));
    }

    private int vectorOffset() {
        return (int) (cpu.pc & HostedTexts.PAGE - 1);
    }

    final void settlePath(int toCome) {
        if (path != null) {
            long executed = cpu.instructions - pathStart + toCome;
            cpu.instructions += Math.max(0, path.instructions(cpu.e2h) - executed);
            path = null;
        }
    }

    /// Begins a path; what the one before owes is charged.
    final void beginPath(CodePath next) {
        settlePath(0);
        path = next;
        pathStart = cpu.instructions;
    }
}
