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
/// Some things are left out because QEMU 7.2, which the expectations are recorded from, differs from the GIC
/// specification there; see `guests/README.md`.
abstract class GicScript {

    static final long LOAD = 0x4008_0000L;

    static final long GICD = 0x0800_0000L;
    private static final long ACKNOWLEDGED = -1;

    /// What a step does; the order is the guest's.
    private enum Kind {
        END, TEXT, STORE_WORD, STORE_BYTE, LOAD_WORD, EL2, EL2_PRINT, EL2_ACKNOWLEDGE, EL1, EL1_PRINT, EL1_ACKNOWLEDGE,
        LOAD_ACKNOWLEDGE
    }

    /// A system register in one direction at one EL.
    private record Stub(SysReg register, boolean write, boolean guest) {

        String source() {
            String name = register.name().toLowerCase(Locale.ROOT);
            String move = write ? "msr %s, x0".formatted(name) : "mrs x0, %s".formatted(name);
            return "    %s\n    isb\n    %s\n    nop\n".formatted(move, guest ? "hvc #0" : "ret");
        }
    }

    final SplittableRandom random;
    private final List<Stub> stubs = new ArrayList<>();
    private final ByteBuffer steps = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);

    GicScript(long seed) {
        random = new SplittableRandom(seed);
    }

    /// Steps that bring the GIC into a state to begin with.
    abstract void open();

    /// One access of many kinds.
    abstract void access();

    /// Prints what can be seen.
    abstract void state();

    /// The program with a script of so many accesses.
    byte[] image(int accesses) {
        open();
        for (int i = 0; i < accesses; i++) {
            access();
            state();
            step(Kind.TEXT, 0, '\n');
        }
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

    /// An INTID to end or deactivate: mostly what was acknowledged last.
    long handled(int intid) {
        return random.nextInt(3) == 0 ? intid : ACKNOWLEDGED;
    }

    int oneOf(int... values) {
        return values[random.nextInt(values.length)];
    }

    void msr(SysReg register, long value) {
        step(Kind.EL2, stub(register, true, false), value);
    }

    void guestMsr(SysReg register, long value) {
        step(Kind.EL1, stub(register, true, true), value);
    }

    void mrs(SysReg... registers) {
        for (SysReg register : registers) {
            step(Kind.EL2_PRINT, stub(register, false, false), 0);
        }
    }

    void guestMrs(SysReg... registers) {
        for (SysReg register : registers) {
            step(Kind.EL1_PRINT, stub(register, false, true), 0);
        }
    }

    /// An MRS of an acknowledge register.
    void acknowledge(SysReg register) {
        step(Kind.EL2_ACKNOWLEDGE, stub(register, false, false), 0);
    }

    void guestAcknowledge(SysReg register) {
        step(Kind.EL1_ACKNOWLEDGE, stub(register, false, true), 0);
    }

    /// A load of an acknowledge register.
    void acknowledge(long address) {
        step(Kind.LOAD_ACKNOWLEDGE, address, 0);
    }

    void store(long address, long value) {
        step(Kind.STORE_WORD, address, value == ACKNOWLEDGED ? value : value & 0xffff_ffffL);
    }

    void storeByte(long address, int value) {
        step(Kind.STORE_BYTE, address, value);
    }

    /// Prints the bits of a word that are in `mask`.
    void load(long address, long mask) {
        step(Kind.LOAD_WORD, address, mask);
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
