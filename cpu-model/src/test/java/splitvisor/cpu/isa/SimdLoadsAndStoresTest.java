package splitvisor.cpu.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.engine.FlatMachine;
import splitvisor.cpu.sysreg.SysReg;

class SimdLoadsAndStoresTest {

    private static final String EXAMPLES =
            """
            ldr b0, [x1] | x1=W+1 v0=ffff m0=1234 | v0=0:12
            ldr q0, [x1, #16]! | x1=W+0 m10=1 m18=2 | x1=10000010 v0=2:1
            ldr h0, [x1], #-2 | x1=W+6 m0=1234000000000000 | x1=10000004 v0=0:1234
            ldr s0, [x1, x2, lsl #2] | x1=W+0 x2=1 m0=500000000 | v0=0:5
            ldr q0, . - 0x8400 | m0=1 m8=2 | v0=2:1
            str q0, [sp, #-16]! | v0=5 | sp=100000f0 mf0=5
            stur d0, [x1, #-1] | v0=1122334455667788 x1=W+9 | m8=1122334455667788
            ldp q0, q1, [x1], #32 | x1=W+0 m0=1 m8=2 m10=3 m18=4 | x1=10000020 v0=2:1 v1=4:3
            stp d0, d1, [x1, #8] | v0=1 v1=2 x1=W+0 | m8=1 m10=2
            ldnp s0, s1, [x1] | x1=W+0 m0=200000001 | v0=0:1 v1=0:2
            ld1 {v0.8b, v1.8b}, [x1], #16 | x1=W+0 v0=9 m0=1 m8=2 | x1=10000010 v0=0:1 v1=0:2
            ld2 {v0.4h, v1.4h}, [x1] | x1=W+0 m0=4000300020001 m8=8000700060005 | v0=0:7000500030001 v1=0:8000600040002
            st3 {v30.2s, v31.2s, v0.2s}, [x1], x2 | x1=W+0 x2=8 v30=100000004 v31=200000005 v0=300000006 | \
            x1=10000008 m0=500000004 m8=100000006 m10=300000002
            ld1 {v0.b}[3], [x1] | x1=W+5 v0=ffffffffffffffff m0=ab0000000000 | v0=0:ffffffffabffffff
            ld1 {v0.d}[1], [x1], #8 | x1=W+0 v0=1 m0=2 | x1=10000008 v0=2:1
            st2 {v0.s, v1.s}[1], [x1] | x1=W+0 v0=100000000 v1=200000000 | m0=200000001
            ld1r {v0.4s}, [x1], #4 | x1=W+0 m0=ff00000005 | x1=10000004 v0=500000005:500000005
            ld3r {v0.4h, v1.4h, v2.4h}, [x1] | x1=W+0 m0=300020001 | \
            v0=0:1000100010001 v1=0:2000200020002 v2=0:3000300030003
            ldr q0, [x1], #16 | x1=200000000 | ec=25
            """;

    static Stream<Example> examples() {
        return Example.table(EXAMPLES);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void changesWhatItShouldAndNothingElse(Example example) {
        assertEquals(example.expected(), example.effect());
    }

    /// SCTLR_ELx.A asks for the alignment of the whole access, of elements where there are some
    /// (AArch64.CheckAlignment).
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ldr q0, [x1]          | 8 | 21
            ldr q0, [x1]          | 16 | -
            str q0, [x1]          | 8 | 61
            ldp q0, q1, [x1]      | 8 | 21
            stp q0, q1, [x1]      | 24 | 61
            ldp q0, q1, [x1]      | 16 | -
            ldr d0, [x1]          | 4 | 21
            ldp d0, d1, [x1]      | 8 | -
            ld1 {v0.16b}, [x1]    | 3 | -
            ld1 {v0.2d}, [x1]     | 8 | -
            ld1 {v0.2d}, [x1]     | 4 | 21
            st2 {v0.4s, v1.4s}, [x1] | 2 | 61
            """)
    void misalignedAccessesFaultWhenAllAreChecked(String assembly, int offset, String fault) {
        Cpu cpu = FlatMachine.withMmuOn(OracleState.WINDOW, 0x10_0000);
        cpu.sys[SysReg.SCTLR_EL2.ordinal()] |= 2;
        cpu.regimeChanged();
        cpu.memory.writeRam(OracleState.PC, 2, Assembler.assemble(assembly, OracleState.PC).words()[0]);
        cpu.pc = OracleState.PC;
        cpu.x[1] = OracleState.WINDOW + offset;
        cpu.interpreter.run(1);
        long esr = cpu.sys[SysReg.ESR_EL2.ordinal()];
        String found = cpu.pc == OracleState.PC + 4 ? "-" : Long.toHexString(esr & 0x7f);
        assertEquals(fault, found);
    }
}
