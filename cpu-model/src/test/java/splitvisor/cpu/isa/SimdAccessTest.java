package splitvisor.cpu.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.cost.Counts;
import splitvisor.cpu.cost.Event;
import splitvisor.cpu.engine.FlatMachine;
import splitvisor.cpu.sysreg.SysReg;

/// Who may use the SIMD&FP registers, what a fault leaves behind, and how accesses are counted.
class SimdAccessTest {

    private static final long TFP = 1 << 10;
    private static final long VECTORS = OracleState.WINDOW + 0x1_0000;
    private static final long SCTLR_A = 1 << 1;

    private final Cpu cpu = FlatMachine.withMmuOn(OracleState.WINDOW, 0x10_0000);

    static List<A64> rows() {
        return Arrays.stream(A64.values())
                .filter(row -> row.chapter() == Chapter.FLOATING_POINT || row.chapter().name().startsWith("SIMD_"))
                .toList();
    }

    private void execute(int insn) {
        cpu.sys[SysReg.VBAR_EL2.ordinal()] = VECTORS;
        cpu.sys[SysReg.ESR_EL2.ordinal()] = 0;
        cpu.memory.writeRam(OracleState.PC, 2, insn);
        cpu.memory.codeCache().invalidateAll();
        cpu.pc = OracleState.PC;
        cpu.interpreter.run(1);
    }

    private void execute(String assembly) {
        execute(Assembler.assemble(assembly, OracleState.PC).words()[0]);
    }

    private long ec() {
        return cpu.sys[SysReg.ESR_EL2.ordinal()] >>> 26;
    }

    /// Trapped instructions change nothing, and are trapped before their address is looked at.
    @ParameterizedTest
    @MethodSource("rows")
    void everyInstructionIsTrappedWhereTheRegistersAre(A64 row) {
        SplittableRandom random = new SplittableRandom(row.ordinal());
        int insn = row.pattern().template();
        while (!row.pattern().matches(insn)) {
            insn = row.pattern().template();
            for (Pattern.Field field : row.pattern().fields()) {
                insn |= (random.nextInt() & field.mask()) << field.lsb();
            }
        }
        OracleState before = new OracleState();
        Arrays.setAll(before.x, i -> random.nextLong() | 1L << 40);
        Arrays.setAll(before.v, i -> random.nextLong());
        before.sp = 1L << 40 | 8;
        before.put(cpu);
        cpu.sys[SysReg.SCTLR_EL2.ordinal()] |= 1 << 3; // SA
        cpu.sys[SysReg.CPTR_EL2.ordinal()] |= TFP;
        cpu.regimeChanged();
        execute(insn);
        OracleState after = new OracleState();
        after.get(cpu);
        assertEquals(0x1fe0_0000L, cpu.sys[SysReg.ESR_EL2.ordinal()], "EC 7, IL, CV, COND 14");
        assertEquals(OracleState.PC, cpu.sys[SysReg.ELR_EL2.ordinal()]);
        assertEquals("-", after.changesSince(before));
    }

    @ParameterizedTest
    @MethodSource("faulting")
    void accessThatFaultsKeepsTheBaseRegister(String assembly) {
        cpu.x[1] = 1L << 33;
        execute(assembly);
        assertEquals(0x25, ec());
        assertEquals(1L << 33, cpu.x[1]);
    }

    static List<String> faulting() {
        return List.of(
                "ldr q0, [x1], #16", "str q0, [x1, #16]!", "ldp d0, d1, [x1], #16", "stp q0, q1, [x1, #32]!",
                "ld1 {v0.4s, v1.4s}, [x1], #32", "st4 {v0.8b, v1.8b, v2.8b, v3.8b}, [x1], #32",
                "ld2 {v0.h, v1.h}[3], [x1], #4", "st3 {v0.b, v1.b, v2.b}[3], [x1], #3", "ld1r {v0.2d}, [x1], #8");
    }

    /// With SCTLR_ELx.A, a register is an access of its size, and a structure one access per element (Arm ARM B2.5.2).
    @Test
    void alignmentIsThatOfTheRegisterOrOfTheElement() {
        cpu.sys[SysReg.SCTLR_EL2.ordinal()] |= SCTLR_A;
        cpu.regimeChanged();
        assertEquals(0x25, ecAt("ldr q0, [x1]", 8));
        assertEquals(0, ecAt("ldr q0, [x1]", 16));
        assertEquals(0x25, ecAt("stp q0, q1, [x1]", 8));
        assertEquals(0x25, ecAt("ldr d0, [x1]", 4));
        assertEquals(0, ecAt("ldp s0, s1, [x1]", 4));
        assertEquals(0, ecAt("ld1 {v0.4s}, [x1]", 4));
        assertEquals(0x25, ecAt("ld1 {v0.4s}, [x1]", 2));
        assertEquals(0, ecAt("st1 {v0.16b}, [x1]", 1));
        assertEquals(0, ecAt("ld4 {v0.8h, v1.8h, v2.8h, v3.8h}, [x1]", 2));
        assertEquals(0x25, ecAt("st2 {v0.8h, v1.8h}, [x1]", 1));
        assertEquals(0x25, ecAt("ld1r {v0.2d}, [x1]", 4));
        assertEquals(0x25, ecAt("st1 {v0.s}[1], [x1]", 2));
    }

    private long ecAt(String assembly, int offset) {
        cpu.x[1] = OracleState.WINDOW + offset;
        execute(assembly);
        return ec();
    }

    @Test
    void loadsStoresAndPairsAreCounted() {
        assertEquals(1, counted("ldr q0, [x1]", Event.LOAD));
        assertEquals(1, counted("str b0, [x1]", Event.STORE));
        assertEquals(1, counted("ldp q0, q1, [x1]", Event.LOAD_PAIR_FP));
        assertEquals(1, counted("stp s0, s1, [x1]", Event.STORE_PAIR_FP));
        assertEquals(1, counted("ld4 {v0.16b, v1.16b, v2.16b, v3.16b}, [x1]", Event.LOAD));
        assertEquals(1, counted("st1 {v0.b}[5], [x1]", Event.STORE));
    }

    private long counted(String assembly, Event event) {
        cpu.x[1] = OracleState.WINDOW;
        Counts before = cpu.ledger.snapshot();
        execute(assembly);
        return cpu.ledger.snapshot().since(before).of(event);
    }
}
