package splitvisor.benchmarks.host;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.board.Machine;
import splitvisor.cpu.cost.World;
import splitvisor.cpu.hosted.CodePath;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.cpu.observe.ExceptionRecord.Kind;
import splitvisor.highvisor.kernel.KernelPath;

/// The stretch between two points, as an observer passes through it. It opens at the first passage of one and
/// closes at the next of the other, in whichever guest: a faulting instruction is fetched again and is still
/// inside, and a switch of VMs may begin in one VM and end in the other.
///
/// With several PEs it follows the path of causes: from a PE that sends an interrupt to the one that takes it. What
/// the sender does after that is not part of it.
public final class Window {

    /// What a passage means to the window.
    public enum Edge {
        NONE,
        /// It opens, on this PE.
        OPENS,
        /// It closes, on this PE.
        CLOSES,
        /// This PE has sent an interrupt and is not part of it any more.
        LEAVES,
        /// This PE takes that interrupt and is part of it from now on.
        ARRIVES
    }

    private final Point begin;
    private final Point end;
    private final int passes;
    private final boolean[] inside = new boolean[Machine.Options.MAX_PES];
    private int sending = -1;
    private boolean sent;
    private boolean open;
    private int opened;

    /// A window from `begin` to `end`, closed.
    public Window(Point begin, Point end) {
        this(begin, end, 1);
    }

    /// One that opens and closes so many times in an iteration.
    Window(Point begin, Point end, int passes) {
        this.begin = begin;
        this.end = end;
        this.passes = passes;
    }

    /// To be asked about every instruction, before it executes.
    public Edge at(Cpu cpu, long pc) {
        boolean guest = cpu.world() == World.GUEST_EL1 || cpu.world() == World.GUEST_EL0;
        return guest ? pass(cpu, isAt(begin, pc), isAt(end, pc)) : Edge.NONE;
    }

    /// To be asked about every path.
    public Edge at(Cpu cpu, CodePath path) {
        if (sending == cpu.index) {
            sending = -1;
            inside[cpu.index] = false;
            return Edge.LEAVES;
        }
        if (path == KernelPath.SEND_IPI && inside[cpu.index]) {
            sending = cpu.index;
            sent = true;
        }
        return pass(cpu, begin.equals(new Point.Host(path)), end.equals(new Point.Host(path)));
    }

    /// To be asked about every exception, when it was taken.
    public Edge at(Cpu cpu, ExceptionRecord taken) {
        if (sent && taken.kind() == Kind.IRQ && !inside[cpu.index]) {
            sent = false;
            inside[cpu.index] = true;
            return Edge.ARRIVES;
        }
        return Edge.NONE;
    }

    /// Whether what the PE does is part of it.
    public boolean follows(Cpu cpu) {
        return inside[cpu.index];
    }

    /// Whether it has closed and no PE is on its way out.
    public boolean isOver() {
        return !open && sending < 0;
    }

    /// The iteration in which it has opened last, from 1; 0 before.
    public int iteration() {
        return (opened + passes - 1) / passes;
    }

    /// Whether that iteration has ended.
    boolean isComplete() {
        return isOver() && opened % passes == 0;
    }

    private Edge pass(Cpu cpu, boolean atBegin, boolean atEnd) {
        if (atBegin && !open) {
            open = true;
            sent = false;
            opened++;
            inside[cpu.index] = true;
            return Edge.OPENS;
        }
        if (atEnd && open && inside[cpu.index]) {
            open = false;
            inside[cpu.index] = false;
            return Edge.CLOSES;
        }
        return Edge.NONE;
    }

    private static boolean isAt(Point point, long pc) {
        return point instanceof Point.Guest guest && guest.address() == pc;
    }
}
