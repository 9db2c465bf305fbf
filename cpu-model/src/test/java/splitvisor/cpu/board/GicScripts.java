package splitvisor.cpu.board;

import splitvisor.cpu.sysreg.SysReg;

/// Scripts for the two sides of GICv3 and for both of GICv2.
final class GicScripts {

    private static final long SGI_BASE = 0x080b_0000L;
    private static final long GICC = 0x0801_0000L;
    private static final long GICH = 0x0803_0000L;
    private static final long GICV = 0x0804_0000L;
    private static final int[] INTIDS = {40, 41, 42, 43, 44, 45, 3, 5, 20, 31};
    private static final long MAINTENANCE = 1L << 25;
    private static final long NOT_MAINTENANCE = ~MAINTENANCE & 0xffff_ffffL;

    private GicScripts() {}

    /// Distributor, redistributor and physical CPU interface of GICv3.
    static final class Physical extends GicScript {

        Physical(long seed) {
            super(seed);
        }

        @Override
        void open() {
            store(GICD, 3);
            store(SGI_BASE - 0x1_0000 + 0x14, 0);
            store(SGI_BASE + 0x80, random.nextInt());
            store(GICD + 0x84, random.nextInt());
            store(SGI_BASE + 0x100, 0xffff_ffffL);
            store(GICD + 0x104, 0x3f00);
            for (int intid : INTIDS) {
                storeByte(priorityRegister(intid), priority());
            }
            msr(SysReg.ICC_PMR_EL1, 0xff);
            msr(SysReg.ICC_IGRPEN0_EL1, 1);
            msr(SysReg.ICC_IGRPEN1_EL1, 1);
        }

        @Override
        void access() {
            int intid = oneOf(INTIDS);
            switch (random.nextInt(26)) {
                case 0, 1, 2, 3 -> bit(intid, 0x200); // ISPENDR
                case 4 -> bit(intid, 0x280);
                case 5 -> bit(intid, 0x100);
                case 6 -> bit(intid, oneOf(0x180, 0x100, 0x100));
                case 7 -> storeByte(priorityRegister(intid), priority());
                case 8 -> store(bitRegister(intid, 0x80), random.nextInt() & 0xffff_ffffL);
                case 9, 10, 11, 12 -> acknowledge(SysReg.ICC_IAR0_EL1);
                case 13, 14, 15 -> acknowledge(SysReg.ICC_IAR1_EL1);
                case 16, 17 -> msr(SysReg.ICC_EOIR0_EL1, handled(intid));
                case 18, 19 -> msr(SysReg.ICC_EOIR1_EL1, handled(intid));
                case 20 -> msr(SysReg.ICC_DIR_EL1, handled(intid));
                case 21 -> msr(SysReg.ICC_PMR_EL1, oneOf(0xff, priority()));
                case 22 -> msr(random.nextBoolean() ? SysReg.ICC_BPR0_EL1 : SysReg.ICC_BPR1_EL1, random.nextInt(8));
                case 23 -> msr(SysReg.ICC_CTLR_EL1, oneOf(0, 0, 0, 1, 2, 3));
                case 24 -> bit(intid, oneOf(0x300, 0x380));
                default -> rareAccess();
            }
        }

        private void rareAccess() {
            long sgi = 1 | (long) random.nextInt(16) << 24;
            switch (random.nextInt(6)) {
                case 0 -> store(GICD + 0xc08, random.nextInt() & 0xffff_ffffL); // ICFGR of 32 to 47
                case 1 -> store(GICD, random.nextInt(4));
                case 2 -> msr(SysReg.ICC_SGI1R_EL1, sgi);
                case 3 -> msr(SysReg.ICC_SGI0R_EL1, sgi);
                case 4 -> msr(SysReg.ICC_ASGI1R_EL1, sgi);
                default -> store(GICD, 3);
            }
        }

        @Override
        void state() {
            mrs(SysReg.ISR_EL1, SysReg.ICC_HPPIR0_EL1, SysReg.ICC_HPPIR1_EL1, SysReg.ICC_RPR_EL1);
            mrs(SysReg.ICC_AP0R0_EL1, SysReg.ICC_AP1R0_EL1);
            mrs(SysReg.ICC_BPR0_EL1, SysReg.ICC_BPR1_EL1, SysReg.ICC_PMR_EL1);
            load(GICD + 0x204, 0xffff_ffffL);
            load(GICD + 0x304, 0xffff_ffffL);
            load(SGI_BASE + 0x200, NOT_MAINTENANCE);
            load(SGI_BASE + 0x300, NOT_MAINTENANCE);
        }

        private int priority() {
            return oneOf(0, 8, 0x10, 0x40, 0x80, 0x84, 0x88, 0xa0, 0xa8, 0xc0, 0xf0, 0xf8, 0xff);
        }

        private void bit(int intid, int register) {
            store(bitRegister(intid, register), 1L << (intid & 31));
        }

        private static long bitRegister(int intid, int register) {
            return intid < 32 ? SGI_BASE + register : GICD + register + 4L * (intid / 32);
        }

        private static long priorityRegister(int intid) {
            return (intid < 32 ? SGI_BASE : GICD) + 0x400 + intid;
        }
    }

    /// List registers and virtual CPU interface of GICv3.
    static final class Virtual extends GicScript {

        Virtual(long seed) {
            super(seed);
        }

        @Override
        void open() {
            msr(SysReg.HCR_EL2, 0x8000_0018L);
            msr(SysReg.ICH_HCR_EL2, 1);
            msr(SysReg.ICH_VMCR_EL2, 0xf04c_0003L);
        }

        @Override
        void access() {
            int intid = 40 + random.nextInt(4);
            switch (random.nextInt(27)) {
                case 0, 1, 2, 3, 4, 5 -> msr(listRegister(random.nextInt(4)), listEntry());
                case 6 -> msr(SysReg.ICH_HCR_EL2, random.nextInt() & 0xda | (random.nextInt(8) == 0 ? 0 : 1));
                case 7 -> msr(SysReg.ICH_VMCR_EL2, random.nextInt() & 0xf8fc_0013L | random.nextLong(2) << 9);
                case 8 -> msr(SysReg.ICH_AP0R0_EL2, random.nextBoolean() ? 0 : random.nextInt() & 0xffff_ffffL);
                case 9 -> msr(SysReg.ICH_AP1R0_EL2, random.nextBoolean() ? 0 : random.nextInt() & 0xffff_ffffL);
                case 10, 11, 12 -> guestAcknowledge(SysReg.ICC_IAR0_EL1);
                case 13, 14, 15 -> guestAcknowledge(SysReg.ICC_IAR1_EL1);
                case 16, 17 -> guestMsr(SysReg.ICC_EOIR0_EL1, handled(intid));
                case 18, 19 -> guestMsr(SysReg.ICC_EOIR1_EL1, handled(intid));
                case 20 -> guestMsr(SysReg.ICC_DIR_EL1, handled(intid));
                case 21 -> guestMsr(SysReg.ICC_PMR_EL1, oneOf(0xff, priority()));
                case 22 -> guestMsr(
                        random.nextBoolean() ? SysReg.ICC_BPR0_EL1 : SysReg.ICC_BPR1_EL1, random.nextInt(8));
                case 23 -> guestMsr(SysReg.ICC_CTLR_EL1, random.nextInt(4));
                case 24 -> guestMsr(SysReg.ICC_IGRPEN0_EL1, oneOf(0, 1, 1, 1));
                case 25 -> guestMsr(SysReg.ICC_IGRPEN1_EL1, oneOf(0, 1, 1, 1));
                default -> open();
            }
        }

        /// A list register's value: mostly pending, sometimes of hardware, sometimes with EOI.
        private long listEntry() {
            boolean hw = random.nextInt(4) == 0;
            long pintid = hw ? 40 + random.nextInt(6) : random.nextInt(2) << 9;
            return (long) oneOf(1, 1, 1, 1, 1, 2, 3, 0) << 62
                    | (hw ? 1L << 61 : 0)
                    | random.nextLong(2) << 60
                    | (long) priority() << 48
                    | pintid << 32
                    | oneOf(40, 41, 42, 43, 27, 3, 1020, 8200);
        }

        @Override
        void state() {
            for (int i = 0; i < 4; i++) {
                mrs(listRegister(i));
            }
            mrs(SysReg.ICH_VMCR_EL2, SysReg.ICH_MISR_EL2, SysReg.ICH_EISR_EL2, SysReg.ICH_ELRSR_EL2);
            mrs(SysReg.ICH_AP0R0_EL2, SysReg.ICH_AP1R0_EL2);
            guestMrs(SysReg.ISR_EL1, SysReg.ICC_HPPIR0_EL1, SysReg.ICC_HPPIR1_EL1, SysReg.ICC_RPR_EL1);
            load(SGI_BASE + 0x200, MAINTENANCE);
        }

        private static SysReg listRegister(int i) {
            return SysReg.valueOf("ICH_LR%d_EL2".formatted(i));
        }

        private int priority() {
            return oneOf(0, 8, 0x10, 0x40, 0x80, 0x84, 0x88, 0xa0, 0xa8, 0xc0, 0xf0, 0xf8, 0xff);
        }
    }

    /// GICv2: distributor and GICC, list registers and GICV. QEMU implements eight physical priority bits, so only
    /// priorities and binary points that mean the same with five are used; and it lacks the aliased registers for
    /// Group 1 (AIAR, AEOIR, AHPPIR).
    static final class V2 extends GicScript {

        V2(long seed) {
            super(seed);
        }

        @Override
        void open() {
            store(GICD, 3);
            store(GICD + 0x80, random.nextInt() & 0xffff_ffffL);
            store(GICD + 0x84, random.nextInt() & 0xffff_ffffL);
            store(GICD + 0x100, 0xffff_ffffL);
            store(GICD + 0x104, 0x3f00);
            for (int intid : INTIDS) {
                storeByte(GICD + 0x400 + intid, priority());
            }
            store(GICC + 4, 0xf8);
            store(GICC + 8, 2);
            store(GICC + 0x1c, 3);
            store(GICC, 7);
            store(GICH, 1);
            store(GICH + 8, 0xf04c_0007L);
        }

        @Override
        void access() {
            int intid = oneOf(INTIDS);
            if (random.nextBoolean()) {
                interfaceAccess(random.nextBoolean() ? GICC : GICV, intid);
                return;
            }
            switch (random.nextInt(16)) {
                case 0, 1, 2 -> store(GICD + 0x200 + 4L * (intid / 32), 1L << (intid & 31));
                case 3 -> store(GICD + 0x280 + 4L * (intid / 32), 1L << (intid & 31));
                case 4 -> store(GICD + 0x100 + 4L * (intid / 32), 1L << (intid & 31));
                case 5 -> storeByte(GICD + 0x400 + intid, priority());
                case 6 -> store(GICD + 0xf00, 0x0200_0000 | random.nextInt(3)); // SGI to itself
                case 7 -> store(GICD + (intid < 32 ? 0x300 : 0x380) + 4L * (intid / 32), 1L << (intid & 31));
                case 8 -> store(GICD, oneOf(0, 3, 3, 3));
                case 9 -> store(GICH, random.nextInt() & 0xda | 1);
                case 10 -> store(GICH + 8, random.nextInt() & 0xf800_0018L | 0x4c_0007 | random.nextLong(2) << 9);
                case 11 -> store(GICH + 0xf0, random.nextBoolean() ? 0 : random.nextInt() & 0xffff_ffffL);
                default -> {
                    int i = random.nextInt(4);
                    store(GICH + 0x100 + 4L * i, listEntry(i));
                }
            }
        }

        /// An access to GICC or GICV, which have the same registers.
        private void interfaceAccess(long base, int intid) {
            switch (random.nextInt(11)) {
                case 0, 1, 2, 3, 4 -> acknowledge(base + 0x0c);
                case 5, 6, 7 -> store(base + 0x10, handled(intid));
                case 8 -> store(base + 0x1000, handled(intid));
                case 9 -> store(base + 4, oneOf(0xf8, priority()));
                default -> store(base, 7 | random.nextLong(4) << 3 | random.nextLong(2) << 9);
            }
        }

        /// A value for list register i; no two may hold the same interrupt.
        private long listEntry(int i) {
            boolean hw = random.nextInt(4) == 0;
            long physical = hw ? 46 + random.nextInt(2) : random.nextInt(2) << 9 | i; // EOI, source PE of an SGI
            return (hw ? 1L << 31 : 0)
                    | random.nextLong(2) << 30
                    | (long) oneOf(1, 1, 1, 1, 1, 2, 3, 0) << 28
                    | (long) (priority() >> 3) << 23
                    | physical << 10
                    | (hw ? 40 + i : oneOf(40, 50, 8, 12) + i);
        }

        @Override
        void state() {
            mrs(SysReg.ISR_EL1);
            for (long base : new long[] {GICC, GICV}) {
                for (int register : new int[] {0, 4, 8, 0x14, 0x1c}) {
                    load(base + register, 0xffff_ffffL);
                }
            }
            for (int register : new int[] {8, 0x10, 0x20, 0x30, 0xf0, 0x100, 0x104, 0x108, 0x10c}) {
                load(GICH + register, 0xffff_ffffL);
            }
            for (int register : new int[] {0x200, 0x204, 0x300, 0x304}) {
                load(GICD + register, 0xffff_ffffL);
            }
        }

        private int priority() {
            return oneOf(0, 8, 0x10, 0x40, 0x80, 0x88, 0xa0, 0xa8, 0xc0, 0xf0);
        }
    }
}
