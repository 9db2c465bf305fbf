package splitvisor.cpu.board;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import splitvisor.cpu.isa.Assembler;
import splitvisor.cpu.isa.MachineCode;
import splitvisor.cpu.sysreg.SysReg;

/// A random sequence of accesses to the GIC, as a script for the guest `gic-probe`; after each access the guest
/// prints the state that software can see, one line per access.
///
/// Three things are left out because QEMU 7.2, which the expectations are recorded from, differs from the GIC
/// specification there; see `guests/README.md`.
final class GicScript {

    static final long LOAD = 0x4008_0000L;

    private static final long GICD = 0x0800_0000L;
    private static final long SGI_BASE = 0x080b_0000L;
    private static final int[] PRIORITIES = {0, 8, 0x10, 0x40, 0x80, 0x84, 0x88, 0xa0, 0xa8, 0xc0, 0xf0, 0xf8, 0xff};
    private static final int[] INTIDS = {40, 41, 42, 43, 44, 45, 3, 5, 20, 31};
    private static final long ACKNOWLEDGED = -1;

    /// What a step does; the order is the guest's.
    private enum Kind {
        END, TEXT, STORE_WORD, STORE_BYTE, LOAD_WORD, EL2, EL2_PRINT, EL2_ACKNOWLEDGE, EL1, EL1_PRINT, EL1_ACKNOWLEDGE
    }

    /// A system register in one direction at one EL.
    private record Stub(SysReg register, boolean write, boolean guest) {

        String source() {
            String name = register.name().toLowerCase(Locale.ROOT);
            String move = write ? "msr %s, x0".formatted(name) : "mrs x0, %s".formatted(name);
            return "    %s\n    isb\n    %s\n    nop\n".formatted(move, guest ? "hvc #0" : "ret");
        }
    }

    private final SplittableRandom random;
    private final List<Stub> stubs = new ArrayList<>();
    private final ByteBuffer steps = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);

    private GicScript(long seed) {
        random = new SplittableRandom(seed);
    }

    /// Distributor, redistributor and physical CPU interface.
    static byte[] physical(long seed, int accesses) {
        GicScript script = new GicScript(seed);
        script.openPhysical();
        for (int i = 0; i < accesses; i++) {
            script.physicalAccess(script.random.nextInt(26));
            script.physicalState();
        }
        return script.image();
    }

    /// List registers and the virtual CPU interface.
    static byte[] virtual(long seed, int accesses) {
        GicScript script = new GicScript(seed);
        script.openVirtual();
        for (int i = 0; i < accesses; i++) {
            script.virtualAccess(script.random.nextInt(26));
            if (script.random.nextInt(10) == 0) {
                script.openVirtual();
            }
            script.virtualState();
        }
        return script.image();
    }

    private byte[] image() {
        step(Kind.END, 0, 0);
        StringBuilder source = new StringBuilder(Guest.source("prelude")).append(Guest.source("gic-probe"));
        stubs.forEach(stub -> source.append(stub.source()));
        MachineCode code = Assembler.assemble(source.append("    .ltorg\n    .balign 16\nscript:\n").toString(), LOAD);
        int start = (int) (code.symbol("script") - LOAD);
        byte[] image = new byte[start + steps.position()];
        System.arraycopy(code.bytes(), 0, image, 0, Math.min(start, code.bytes().length));
        steps.get(0, image, start, steps.position());
        return image;
    }

    private void openPhysical() {
        word(GICD, 3);
        word(SGI_BASE - 0x1_0000 + 0x14, 0);
        word(SGI_BASE + 0x80, random.nextInt());
        word(GICD + 0x84, random.nextInt());
        word(SGI_BASE + 0x100, -1);
        word(GICD + 0x104, 0x3f00);
        for (int intid : INTIDS) {
            step(Kind.STORE_BYTE, priorityRegister(intid), priority());
        }
        msr(SysReg.ICC_PMR_EL1, 0xff);
        msr(SysReg.ICC_IGRPEN0_EL1, 1);
        msr(SysReg.ICC_IGRPEN1_EL1, 1);
    }

    private void physicalAccess(int kind) {
        int intid = INTIDS[random.nextInt(INTIDS.length)];
        switch (kind) {
            case 0, 1, 2, 3 -> bit(intid, 0x200); // ISPENDR
            case 4 -> bit(intid, 0x280);
            case 5 -> bit(intid, 0x100);
            case 6 -> bit(intid, random.nextInt(3) == 0 ? 0x180 : 0x100);
            case 7 -> step(Kind.STORE_BYTE, priorityRegister(intid), priority());
            case 8 -> word(bitRegister(intid, 0x80), random.nextInt());
            case 9, 10, 11, 12 -> step(Kind.EL2_ACKNOWLEDGE, stub(SysReg.ICC_IAR0_EL1, false, false), 0);
            case 13, 14, 15 -> step(Kind.EL2_ACKNOWLEDGE, stub(SysReg.ICC_IAR1_EL1, false, false), 0);
            case 16, 17 -> msr(SysReg.ICC_EOIR0_EL1, handled(intid));
            case 18, 19 -> msr(SysReg.ICC_EOIR1_EL1, handled(intid));
            case 20 -> msr(SysReg.ICC_DIR_EL1, handled(intid));
            case 21 -> msr(SysReg.ICC_PMR_EL1, random.nextBoolean() ? 0xff : priority());
            case 22 -> msr(random.nextBoolean() ? SysReg.ICC_BPR0_EL1 : SysReg.ICC_BPR1_EL1, random.nextInt(8));
            case 23 -> msr(SysReg.ICC_CTLR_EL1, random.nextInt(3) == 0 ? random.nextInt(4) : 0);
            case 24 -> bit(intid, random.nextBoolean() ? 0x300 : 0x380);
            default -> rarePhysicalAccess();
        }
    }

    private void rarePhysicalAccess() {
        long sgi = 1 | (long) random.nextInt(16) << 24;
        switch (random.nextInt(6)) {
            case 0 -> word(GICD + 0xc08, random.nextInt()); // ICFGR of 32 to 47
            case 1 -> word(GICD, random.nextInt(4));
            case 2 -> msr(SysReg.ICC_SGI1R_EL1, sgi);
            case 3 -> msr(SysReg.ICC_SGI0R_EL1, sgi);
            case 4 -> msr(SysReg.ICC_ASGI1R_EL1, sgi);
            default -> word(GICD, 3);
        }
    }

    private void physicalState() {
        for (SysReg register :
                List.of(
                        SysReg.ISR_EL1,
                        SysReg.ICC_HPPIR0_EL1,
                        SysReg.ICC_HPPIR1_EL1,
                        SysReg.ICC_RPR_EL1,
                        SysReg.ICC_AP0R0_EL1,
                        SysReg.ICC_AP1R0_EL1,
                        SysReg.ICC_BPR0_EL1,
                        SysReg.ICC_BPR1_EL1,
                        SysReg.ICC_PMR_EL1)) {
            step(Kind.EL2_PRINT, stub(register, false, false), 0);
        }
        for (long register : new long[] {GICD + 0x204, GICD + 0x304, SGI_BASE + 0x200, SGI_BASE + 0x300}) {
            step(Kind.LOAD_WORD, register, ~(1L << 25) & 0xffff_ffffL);
        }
        step(Kind.TEXT, 0, '\n');
    }

    private void openVirtual() {
        msr(SysReg.HCR_EL2, 0x8000_0018L);
        msr(SysReg.ICH_HCR_EL2, 1);
        msr(SysReg.ICH_VMCR_EL2, 0xf04c_0003L);
    }

    private void virtualAccess(int kind) {
        int intid = 40 + random.nextInt(4);
        switch (kind) {
            case 0, 1, 2, 3, 4, 5 -> msr(listRegister(random.nextInt(4)), listEntry());
            case 6 -> msr(SysReg.ICH_HCR_EL2, random.nextInt() & 0xda | (random.nextInt(8) == 0 ? 0 : 1));
            case 7 -> msr(SysReg.ICH_VMCR_EL2, random.nextInt() & 0xf8fc_0013L | random.nextLong(2) << 9);
            case 8 -> msr(SysReg.ICH_AP0R0_EL2, random.nextBoolean() ? 0 : random.nextInt() & 0xffff_ffffL);
            case 9 -> msr(SysReg.ICH_AP1R0_EL2, random.nextBoolean() ? 0 : random.nextInt() & 0xffff_ffffL);
            case 10, 11, 12 -> step(Kind.EL1_ACKNOWLEDGE, stub(SysReg.ICC_IAR0_EL1, false, true), 0);
            case 13, 14, 15 -> step(Kind.EL1_ACKNOWLEDGE, stub(SysReg.ICC_IAR1_EL1, false, true), 0);
            case 16, 17 -> guestMsr(SysReg.ICC_EOIR0_EL1, handled(intid));
            case 18, 19 -> guestMsr(SysReg.ICC_EOIR1_EL1, handled(intid));
            case 20 -> guestMsr(SysReg.ICC_DIR_EL1, handled(intid));
            case 21 -> guestMsr(SysReg.ICC_PMR_EL1, random.nextBoolean() ? 0xff : priority());
            case 22 -> guestMsr(random.nextBoolean() ? SysReg.ICC_BPR0_EL1 : SysReg.ICC_BPR1_EL1, random.nextInt(8));
            case 23 -> guestMsr(SysReg.ICC_CTLR_EL1, random.nextInt(4));
            case 24 -> guestMsr(SysReg.ICC_IGRPEN0_EL1, random.nextInt(4) == 0 ? 0 : 1);
            default -> guestMsr(SysReg.ICC_IGRPEN1_EL1, random.nextInt(4) == 0 ? 0 : 1);
        }
    }

    /// A list register's value: mostly pending, sometimes of hardware, sometimes with EOI.
    private long listEntry() {
        int[] states = {1, 1, 1, 1, 1, 2, 3, 0};
        int[] vintids = {40, 41, 42, 43, 27, 3, 1020, 8200};
        boolean hw = random.nextInt(4) == 0;
        long pintid = hw ? 40 + random.nextInt(6) : random.nextInt(2) << 9;
        return (long) states[random.nextInt(states.length)] << 62
                | (hw ? 1L << 61 : 0)
                | random.nextLong(2) << 60
                | (long) priority() << 48
                | pintid << 32
                | vintids[random.nextInt(vintids.length)];
    }

    private void virtualState() {
        for (int i = 0; i < 4; i++) {
            step(Kind.EL2_PRINT, stub(listRegister(i), false, false), 0);
        }
        for (SysReg register :
                List.of(
                        SysReg.ICH_VMCR_EL2,
                        SysReg.ICH_MISR_EL2,
                        SysReg.ICH_EISR_EL2,
                        SysReg.ICH_ELRSR_EL2,
                        SysReg.ICH_AP0R0_EL2,
                        SysReg.ICH_AP1R0_EL2)) {
            step(Kind.EL2_PRINT, stub(register, false, false), 0);
        }
        for (SysReg register :
                List.of(SysReg.ISR_EL1, SysReg.ICC_HPPIR0_EL1, SysReg.ICC_HPPIR1_EL1, SysReg.ICC_RPR_EL1)) {
            step(Kind.EL1_PRINT, stub(register, false, true), 0);
        }
        step(Kind.LOAD_WORD, SGI_BASE + 0x200, 1L << 25);
        step(Kind.TEXT, 0, '\n');
    }

    private static SysReg listRegister(int i) {
        return SysReg.valueOf("ICH_LR%d_EL2".formatted(i));
    }

    private long handled(int intid) {
        return random.nextInt(3) == 0 ? intid : ACKNOWLEDGED;
    }

    private int priority() {
        return PRIORITIES[random.nextInt(PRIORITIES.length)];
    }

    private void msr(SysReg register, long value) {
        step(Kind.EL2, stub(register, true, false), value);
    }

    private void guestMsr(SysReg register, long value) {
        step(Kind.EL1, stub(register, true, true), value);
    }

    private void word(long address, int value) {
        step(Kind.STORE_WORD, address, value & 0xffff_ffffL);
    }

    private void bit(int intid, int register) {
        word(bitRegister(intid, register), 1 << (intid & 31));
    }

    private static long bitRegister(int intid, int register) {
        return intid < 32 ? SGI_BASE + register : GICD + register + 4L * (intid / 32);
    }

    private static long priorityRegister(int intid) {
        return (intid < 32 ? SGI_BASE : GICD) + 0x400 + intid;
    }

    private int stub(SysReg register, boolean write, boolean guest) {
        Stub stub = new Stub(register, write, guest);
        if (!stubs.contains(stub)) {
            stubs.add(stub);
        }
        return stubs.indexOf(stub);
    }

    private void step(Kind kind, long where, long value) {
        steps.putInt(kind.ordinal()).putInt((int) where).putLong(value);
    }
}
