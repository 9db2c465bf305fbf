package splitvisor.cpu.isa;

import java.nio.ByteBuffer;
import java.util.StringJoiner;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.sysreg.SysReg;

/// What an unprivileged instruction can read and write: the registers, the flags, and a window of
/// memory. Laid out as `struct state` and `struct vector` of oracle/harness.c.
final class OracleState {

    /// The address of [#memory]; the pages around it are there too.
    static final long WINDOW = 0x1000_0000L;

    /// The address of the instruction.
    static final long PC = 0x1000_8400L;

    static final int BYTES = 8 * (31 + 1 + 1 + 1 + 1 + 1 + 64 + 32);

    final long[] x = new long[31];
    long sp;
    long nzcv;
    long fpcr;
    long fpsr;
    final long[] v = new long[64];
    final long[] memory = new long[32];

    void put(ByteBuffer to) {
        putAll(to, x);
        to.putLong(sp).putLong(nzcv).putLong(fpcr).putLong(fpsr).putLong(0);
        putAll(to, v);
        putAll(to, memory);
    }

    void get(ByteBuffer from) {
        getAll(from, x);
        sp = from.getLong();
        nzcv = from.getLong();
        fpcr = from.getLong();
        fpsr = from.getLong();
        from.getLong();
        getAll(from, v);
        getAll(from, memory);
    }

    void put(Cpu cpu) {
        System.arraycopy(x, 0, cpu.x, 0, 31);
        System.arraycopy(v, 0, cpu.v, 0, 64);
        cpu.setSp(sp);
        cpu.nzcv = (int) (nzcv >>> 28);
        cpu.sys[SysReg.FPCR.ordinal()] = fpcr;
        cpu.sys[SysReg.FPSR.ordinal()] = fpsr;
        for (int i = 0; i < 32; i++) {
            cpu.memory.writeRam(WINDOW + 8L * i, 3, memory[i]);
        }
    }

    void get(Cpu cpu) {
        System.arraycopy(cpu.x, 0, x, 0, 31);
        System.arraycopy(cpu.v, 0, v, 0, 64);
        sp = cpu.sp();
        nzcv = (long) cpu.nzcv << 28;
        fpcr = cpu.sys[SysReg.FPCR.ordinal()];
        fpsr = cpu.sys[SysReg.FPSR.ordinal()];
        for (int i = 0; i < 32; i++) {
            memory[i] = cpu.memory.readRam(WINDOW + 8L * i, 3);
        }
    }

    /// What changed since `before`, in hex: `x3=1f nzcv=6 sp=… fpsr=… v2=high:low m18=…` (the doubleword
    /// at offset 0x18 of the window).
    String changesSince(OracleState before) {
        StringJoiner changes = new StringJoiner(" ");
        for (int i = 0; i < 31; i++) {
            if (x[i] != before.x[i]) {
                changes.add("x%d=%x".formatted(i, x[i]));
            }
        }
        change(changes, "sp", before.sp, sp);
        change(changes, "nzcv", before.nzcv >>> 28, nzcv >>> 28);
        change(changes, "fpsr", before.fpsr, fpsr);
        for (int i = 0; i < 64; i += 2) {
            if (v[i] != before.v[i] || v[i + 1] != before.v[i + 1]) {
                changes.add("v%d=%x:%x".formatted(i / 2, v[i + 1], v[i]));
            }
        }
        for (int i = 0; i < 32; i++) {
            change(changes, "m%x".formatted(8 * i), before.memory[i], memory[i]);
        }
        return changes.length() == 0 ? "-" : changes.toString();
    }

    private static void change(StringJoiner changes, String name, long before, long after) {
        if (before != after) {
            changes.add("%s=%x".formatted(name, after));
        }
    }

    private static void putAll(ByteBuffer to, long[] values) {
        for (long value : values) {
            to.putLong(value);
        }
    }

    private static void getAll(ByteBuffer from, long[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = from.getLong();
        }
    }
}
