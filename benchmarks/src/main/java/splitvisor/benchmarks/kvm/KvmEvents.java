package splitvisor.benchmarks.kvm;

import java.util.HashMap;
import java.util.Map;
import splitvisor.benchmarks.kvm.KvmListener.Moment;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.board.Machine;
import splitvisor.cpu.cost.World;
import splitvisor.cpu.hosted.CodePath;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.cpu.observe.ExceptionRecord.Kind;
import splitvisor.cpu.observe.Observer;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.HypPath;
import splitvisor.highvisor.kernel.KernelPath;
import splitvisor.highvisor.kvm.Kvm;

/// Recognises KVM's events in what the machine reports: an exception from a guest to EL2, the path of the kernel or of
/// EL2 that runs next, an ERET into a guest. KVM itself says nothing.
///
/// Whose event it is follows from registers: `current` (SP_EL0 while the kernel runs) is the thread, VTTBR_EL2 and
/// VMPIDR_EL2 at the entry are the vCPU.
public final class KvmEvents implements Observer {

    /// What is under way on one PE.
    private static final class Pe {
        private VcpuThread thread;
        private Moment entering;
        private boolean skips;
        private long pc;
        private boolean inGuest;
        private boolean translated;
        private GuestExit exit;
        private long line = NO_LINE;
    }

    private static final long NO_LINE = -1;
    private static final int SYSCALL_NUMBER = 8; // in X8; ioctl()'s request is in X1, its argument in X2
    private static final long IOCTL = 29;
    private static final long VECTOR_OFFSET = 0x7ff;

    private final KvmListener listener;
    private final Map<Long, VcpuThread> threads = new HashMap<>();
    private final Pe[] pes = new Pe[Machine.Options.MAX_PES];

    /// An observer that tells `listener`.
    KvmEvents(KvmListener listener) {
        this.listener = listener;
        for (int i = 0; i < pes.length; i++) {
            pes[i] = new Pe();
        }
    }

    @Override
    public void path(Cpu cpu, CodePath path) {
        if (path instanceof KernelPath kernel) {
            kernelPath(cpu, kernel);
        } else if (path instanceof HypPath hyp) {
            hypPath(cpu, pes[cpu.index], hyp);
        }
    }

    @Override
    public void exceptionTaken(Cpu cpu, ExceptionRecord taken) {
        Pe pe = pes[cpu.index];
        if (taken.toEl() == 2 && pe.inGuest) {
            pe.inGuest = false;
            pe.translated = false;
            pe.exit = GuestExit.of(cpu, taken);
        } else if (!pe.inGuest && taken.fromEl() == 0) {
            boolean call = taken.kind() == Kind.SYNC && Ec.of(taken.esr()) == Ec.SVC64;
            boolean irqLine = call && cpu.x[SYSCALL_NUMBER] == IOCTL && cpu.x[1] == Kvm.IRQ_LINE;
            pe.line = irqLine ? UserMemory.read(cpu, cpu.x[2]) : NO_LINE;
        }
    }

    @Override
    public void exceptionReturn(Cpu cpu, int fromEl, int toEl, long pc) {
        Pe pe = pes[cpu.index];
        boolean guest = cpu.world() == World.GUEST_EL1 || cpu.world() == World.GUEST_EL0;
        if (fromEl == 2 && guest && pe.thread != null) {
            pe.inGuest = true;
            listener.running(cpu, pe.thread);
        }
    }

    /// EL2 learns the faulting page from HPFAR_EL2, or asks by AT and reads PAR_EL1.
    @Override
    public void sysRegRead(Cpu cpu, int encoding, SysReg reached, long value) {
        GuestExit exit = pes[cpu.index].exit;
        if (exit != null && reached == SysReg.HPFAR_EL2) {
            exit.faultedAt(value);
        } else if (exit != null && reached == SysReg.PAR_EL1 && pes[cpu.index].translated) {
            exit.translatedTo(value);
        }
    }

    @Override
    public void operation(Cpu cpu, String assembly) {
        if (pes[cpu.index].exit != null && assembly.startsWith("at ")) {
            pes[cpu.index].translated = true;
        }
    }

    private void kernelPath(Cpu cpu, KernelPath path) {
        Pe pe = pes[cpu.index];
        switch (path) {
            case ENTER -> {
                pe.thread = current(cpu);
                pe.entering = Moment.now(cpu, pe.thread);
                pe.skips = false;
                pe.exit = null;
            }
            case RUN_EXIT_SYNC -> {
                if (pe.exit == null) {
                    pe.exit = GuestExit.atTheDoor(pe.pc);
                }
                pe.thread.left(pe.exit);
                pe.exit = null;
                listener.counted(pe.thread);
            }
            case COPY_USER -> {
                if (pe.line != NO_LINE) {
                    listener.irqLine(Moment.now(cpu, current(cpu)), pe.line);
                    pe.line = NO_LINE;
                }
            }
            case HANDLE_EXIT -> listener.exit(Moment.now(cpu, current(cpu)));
            default -> {
                VcpuThread thread = threads.get(cpu.sys[SysReg.SP_EL0.ordinal()]);
                if (thread != null && thread.exit() != null) {
                    listener.handling(Moment.now(cpu, thread), path);
                }
            }
        }
    }

    private void hypPath(Cpu cpu, Pe pe, HypPath path) {
        boolean enters = path == HypPath.GUEST_ENTER || path == HypPath.EARLY_GUEST_ENTER;
        if (path == HypPath.ADJUST_PC_SKIP) {
            pe.skips = true;
        } else if (enters && pe.entering != null) {
            pe.pc = cpu.sys[SysReg.ELR_EL2.ordinal()];
            pe.thread.identify(cpu);
            listener.entry(pe.entering, contextPc(cpu, pe));
            pe.entering = null;
        } else if (enters && pe.exit != null) {
            listener.answered(pe.thread, pe.exit);
            pe.exit = null;
        }
    }

    /// The guest's PC as the kernel knew it at `kvm_entry`: EL2 has since moved it past an emulated instruction, or
    /// into a vector of the guest's with the old one in ELR_EL1.
    private static long contextPc(Cpu cpu, Pe pe) {
        GuestExit last = pe.thread.exit();
        if (pe.skips) {
            return pe.pc - 4;
        }
        boolean injected =
                last != null
                        && (pe.pc & ~VECTOR_OFFSET) == (cpu.sys[SysReg.VBAR_EL1.ordinal()] & ~VECTOR_OFFSET)
                        && cpu.sys[SysReg.ELR_EL1.ordinal()] == last.pc();
        return injected ? last.pc() : pe.pc;
    }

    private VcpuThread current(Cpu cpu) {
        long current = cpu.sys[SysReg.SP_EL0.ordinal()];
        return threads.computeIfAbsent(current, _ -> new VcpuThread(threads.size() + 1));
    }
}
