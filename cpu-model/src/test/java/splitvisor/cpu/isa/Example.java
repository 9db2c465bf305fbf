package splitvisor.cpu.isa;

import java.util.stream.Stream;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.engine.FlatMachine;
import splitvisor.cpu.sysreg.SysReg;

/// One line of a table of instructions and their effects:
/// `adds x0, x1, #1 | x1=7fffffffffffffff | x0=8000000000000000 nzcv=9`.
///
/// Numbers are hex; `W+40` is that offset into the window of memory, whose doublewords are `m0`, `m8` …; what is
/// not given is 0, SP is the window's end. All that changes must be listed: `-` when nothing does;
/// `pc=…` when PC did not go to the next word, relative to this one; `ec=…` when the instruction took an exception.
record Example(String assembly, String given, String expected) {

    private static final long VECTORS = OracleState.WINDOW + 0x10000;

    static Stream<Example> table(String lines) {
        return lines.lines().map(line -> {
            String[] parts = line.split("\\|");
            return new Example(parts[0].trim(), parts[1].trim(), parts[2].trim());
        });
    }

    /// What the instructions changed, executed at EL2, one step each.
    String effect() {
        Cpu cpu = FlatMachine.withMmuOn(OracleState.WINDOW, 0x10_0000);
        int[] words = Assembler.assemble(assembly.replace(';', '\n'), OracleState.PC).words();
        for (int i = 0; i < words.length; i++) {
            cpu.memory.writeRam(OracleState.PC + 4L * i, 2, words[i]);
        }
        cpu.sys[SysReg.VBAR_EL2.ordinal()] = VECTORS;
        cpu.pc = OracleState.PC;
        OracleState before = before();
        before.put(cpu);
        cpu.interpreter.run(words.length);
        OracleState after = new OracleState();
        after.get(cpu);
        String changes = after.changesSince(before);
        if (cpu.pc == VECTORS + 0x200) {
            return (changes.equals("-") ? "" : changes + " ") + "ec=%x".formatted(esr(cpu) >>> 26);
        }
        long distance = cpu.pc - OracleState.PC;
        return distance == 4L * words.length ? changes : (changes.equals("-") ? "" : changes + " ") + "pc=" + distance;
    }

    private static long esr(Cpu cpu) {
        return cpu.sys[SysReg.ESR_EL2.ordinal()];
    }

    private OracleState before() {
        OracleState state = new OracleState();
        state.sp = OracleState.WINDOW + 0x100;
        for (String setting : given.isEmpty() ? new String[0] : given.split(" ")) {
            String[] sides = setting.split("=");
            set(state, sides[0], number(sides[1]));
        }
        return state;
    }

    private static void set(OracleState state, String name, long value) {
        switch (name) {
            case "sp" -> state.sp = value;
            case "nzcv" -> state.nzcv = value << 28;
            case "fpcr" -> state.fpcr = value;
            default -> {
                char kind = name.charAt(0);
                int index = Integer.parseInt(name.substring(1), kind == 'm' ? 16 : 10);
                switch (kind) {
                    case 'x' -> state.x[index] = value;
                    case 'm' -> state.memory[index / 8] = value;
                    default -> state.v[2 * index] = value;
                }
            }
        }
    }

    private static long number(String text) {
        return text.startsWith("W+")
                ? OracleState.WINDOW + Long.parseLong(text.substring(2), 16)
                : Long.parseUnsignedLong(text, 16);
    }

    @Override
    public String toString() {
        return assembly + " with " + given;
    }
}
