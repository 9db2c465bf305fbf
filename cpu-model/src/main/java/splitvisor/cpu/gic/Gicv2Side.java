package splitvisor.cpu.gic;

/// What a frame of GICv2 CPU interface registers works on: the physical interface of the accessing PE (GICC) or
/// its virtual one (GICV). IDs are as GICC_IAR has them, an SGI's source PE in bits [12:10].
interface Gicv2Side {

    PriorityControl control(int pe);

    /// The group of the highest pending interrupt, -1 if there is none.
    int pendingGroup(int pe);

    /// The group of the highest pending interrupt if it can be signalled now, else -1.
    int signalledGroup(int pe);

    /// The ID of the highest pending interrupt; meaningful if there is one.
    int pending(int pe);

    /// Acknowledges the highest pending interrupt if it is of the group and can be signalled.
    int acknowledge(int pe, int group);

    /// End of interrupt. `group` is 1 for the register that only serves Group 1, -1 for the common one.
    void end(int pe, int group, int id);

    void deactivate(int pe, int id);

    /// The side of the distributor's interrupts.
    record Physical(Gicv2 gic) implements Gicv2Side {

        private static final int INTID = 0x3ff;

        @Override
        public PriorityControl control(int pe) {
            return gic.physical[pe];
        }

        @Override
        public int pendingGroup(int pe) {
            int intid = gic.highestPending(pe);
            return intid == Gic.SPURIOUS ? -1 : gic.group(pe, intid);
        }

        @Override
        public int signalledGroup(int pe) {
            return gic.signalledGroup(pe);
        }

        @Override
        public int pending(int pe) {
            return gic.withSource(pe, gic.highestPending(pe));
        }

        @Override
        public int acknowledge(int pe, int group) {
            return gic.acknowledgeWithSource(pe, group);
        }

        @Override
        public void end(int pe, int group, int id) {
            int intid = id & INTID;
            if (intid < Gic.END && control(pe).running() != PriorityControl.IDLE) {
                control(pe).drop(group < 0 ? gic.group(pe, intid) : group);
                gic.ended(pe, intid);
            }
        }

        @Override
        public void deactivate(int pe, int id) {
            if (control(pe).eoiMode) {
                gic.deactivate(pe, id & INTID);
            }
        }
    }

    /// The side of the list registers.
    record Virtual(Gicv2 gic) implements Gicv2Side {

        @Override
        public PriorityControl control(int pe) {
            return gic.virtual[pe].control;
        }

        @Override
        public int pendingGroup(int pe) {
            return gic.virtual[pe].pendingGroup();
        }

        @Override
        public int signalledGroup(int pe) {
            return gic.virtual[pe].signalled();
        }

        @Override
        public int pending(int pe) {
            return gic.virtual[pe].pendingOf(pendingGroup(pe));
        }

        @Override
        public int acknowledge(int pe, int group) {
            return gic.virtual[pe].acknowledge(group);
        }

        @Override
        public void end(int pe, int group, int id) {
            gic.virtual[pe].end(group, id);
        }

        @Override
        public void deactivate(int pe, int id) {
            gic.virtual[pe].deactivate(id);
        }
    }
}
