package splitvisor.benchmarks.host;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.cost.World;

/// The stretch between two guest addresses, as an observer passes through it. It opens at the first
/// fetch of one and closes at the next fetch of the other, in whichever guest: a faulting instruction is
/// fetched again and is still inside, and a switch of VMs may begin in one VM and end in the other.
final class Window {

    /// What a fetch means to the window.
    enum Edge {
        NONE,
        OPENS,
        CLOSES
    }

    private final long begin;
    private final long end;
    private boolean open;
    private int opened;

    Window(long begin, long end) {
        this.begin = begin;
        this.end = end;
    }

    /// To be asked about every instruction, before it executes.
    Edge at(Cpu cpu, long pc) {
        if (pc != begin && pc != end || cpu.world() != World.GUEST_EL1 && cpu.world() != World.GUEST_EL0) {
            return Edge.NONE;
        }
        if (pc == begin && !open) {
            open = true;
            opened++;
            return Edge.OPENS;
        }
        if (pc == end && open) {
            open = false;
            return Edge.CLOSES;
        }
        return Edge.NONE;
    }

    /// How often it has opened.
    int opened() {
        return opened;
    }
}
