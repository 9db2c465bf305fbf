package splitvisor.cpu.gic;

import java.util.Arrays;
import splitvisor.cpu.Cpu;

/// What GICv2 and GICv3 share: the state of all interrupts, which of them each PE is signalled, and the
/// life of an interrupt from pending through active to inactive. There is one Security state
/// (GICD_CTLR.DS = 1), as on QEMU's `virt` board without EL3.
public abstract class Gic {

    /// INTIDs 0 to 15 are SGIs, 16 to 31 PPIs, from 32 on SPIs.
    static final int LOCAL = 32;
    static final int SPIS = 256;

    /// How many interrupts there are, and the first INTID that none has.
    public static final int END = LOCAL + SPIS;

    /// The INTID that means "none".
    static final int SPURIOUS = 1023;

    /// First INTID with a special meaning.
    static final int SPECIAL = 1020;

    /// The virtual CPU interface's maintenance interrupt, a PPI.
    public static final int MAINTENANCE = 25;

    final int pes;
    final InterruptBank shared = new InterruptBank(LOCAL, SPIS);
    final InterruptBank[] local;
    final PriorityControl[] physical;
    final VirtualInterface[] virtual;

    /// GICD_CTLR.EnableGrp0 and EnableGrp1.
    final boolean[] forwarded = new boolean[2];

    private final InterruptInputs[] inputs;
    private final int[] highest;

    /// A controller of as many PEs as there are inputs.
    Gic(InterruptInputs[] inputs) {
        this.inputs = inputs;
        pes = inputs.length;
        local = new InterruptBank[pes];
        physical = new PriorityControl[pes];
        virtual = new VirtualInterface[pes];
        highest = new int[pes];
        Arrays.fill(highest, SPURIOUS);
        for (int i = 0; i < pes; i++) {
            int pe = i;
            local[pe] = new InterruptBank(0, LOCAL);
            physical[pe] = new PriorityControl();
            virtual[pe] = new VirtualInterface(intid -> deactivate(pe, intid));
        }
    }

    /// The input of a shared interrupt, counted from SPI 0.
    public InterruptLine spi(int number) {
        return asserted -> {
            shared.setLevel(LOCAL + number, asserted);
            update();
        };
    }

    /// The input of a private interrupt of a PE.
    public InterruptLine ppi(int pe, int intid) {
        return asserted -> {
            local[pe].setLevel(intid, asserted);
            update(pe);
        };
    }

    static InterruptInputs[] inputs(Cpu[] cpus) {
        return Arrays.stream(cpus).map(InterruptInputs::of).toArray(InterruptInputs[]::new);
    }

    /// Resets the CPU interface of a PE, with the PE.
    public void reset(int pe) {
        physical[pe].reset();
        virtual[pe].reset();
        update(pe);
    }

    /// Whether a shared interrupt may be signalled to a PE.
    abstract boolean routes(int intid, int pe);

    /// Whether Group 0 interrupts that a CPU interface with these controls signals are FIQs, not IRQs.
    abstract boolean groupZeroIsFiq(PriorityControl control);

    InterruptBank bank(int pe, int intid) {
        return intid < LOCAL ? local[pe] : shared;
    }

    int group(int pe, int intid) {
        return bank(pe, intid).group(intid);
    }

    /// The pending interrupt that a PE is offered, or [#SPURIOUS]: of those that are enabled, routed to it
    /// and in an enabled group, the one with the highest priority, and of equal ones the lowest INTID.
    int highestPending(int pe) {
        return highest[pe];
    }

    /// The group of that interrupt if it can be signalled now, else -1.
    int signalledGroup(int pe) {
        int intid = highest[pe];
        if (intid == SPURIOUS) {
            return -1;
        }
        int group = group(pe, intid);
        return physical[pe].signals(bank(pe, intid).priority(intid), group) ? group : -1;
    }

    /// Acknowledges the highest pending interrupt if it is of the group and can be signalled now.
    int acknowledge(int pe, int group) {
        if (signalledGroup(pe) != group) {
            return SPURIOUS;
        }
        int intid = highest[pe];
        physical[pe].activate(bank(pe, intid).priority(intid), group);
        bank(pe, intid).activate(intid);
        updateFor(pe, intid);
        return intid;
    }

    /// End of interrupt: drops the running priority, if it is the group's.
    void end(int pe, int group, int intid) {
        PriorityControl control = physical[pe];
        if (intid >= END || control.running() == PriorityControl.IDLE || control.runningGroup() != group) {
            return;
        }
        control.drop();
        ended(pe, intid);
    }

    /// After the priority drop: deactivates the interrupt, unless EOImode leaves that to [#deactivate].
    void ended(int pe, int intid) {
        if (physical[pe].eoiMode) {
            update(pe);
        } else {
            deactivate(pe, intid);
        }
    }

    void deactivate(int pe, int intid) {
        if (intid < END) {
            bank(pe, intid).deactivate(intid);
            updateFor(pe, intid);
        }
    }

    void updateFor(int pe, int intid) {
        if (intid < LOCAL) {
            update(pe);
        } else {
            update();
        }
    }

    /// Drives the interrupt inputs of all PEs after a change that may concern any of them.
    void update() {
        for (int pe = 0; pe < pes; pe++) {
            update(pe);
        }
    }

    /// Drives the interrupt inputs of a PE after a change.
    void update(int pe) {
        local[pe].setLevel(MAINTENANCE, virtual[pe].maintenance());
        highest[pe] = search(pe);
        int group = signalledGroup(pe);
        boolean fiq = group == 0 && groupZeroIsFiq(physical[pe]);
        boolean irq = group >= 0 && !fiq;
        int virtualGroup = virtual[pe].signalled();
        boolean vfiq = virtualGroup == 0 && groupZeroIsFiq(virtual[pe].control);
        boolean virq = virtualGroup >= 0 && !vfiq;
        inputs[pe].drive(irq, fiq, virq, vfiq);
    }

    private int search(int pe) {
        int found = SPURIOUS;
        int foundPriority = PriorityControl.IDLE;
        for (InterruptBank bank = local[pe]; bank != null; bank = bank == shared ? null : shared) {
            for (int word = 0; word < bank.words(); word++) {
                for (int bits = bank.candidates(word); bits != 0; bits &= bits - 1) {
                    int intid = bank.first + word * 32 + Integer.numberOfTrailingZeros(bits);
                    int priority = bank.priority(intid);
                    if (priority < foundPriority && offered(pe, intid, bank.group(intid))) {
                        found = intid;
                        foundPriority = priority;
                    }
                }
            }
        }
        return found;
    }

    private boolean offered(int pe, int intid, int group) {
        return forwarded[group] && physical[pe].enabled(group) && (intid < LOCAL || routes(intid, pe));
    }
}
