package splitvisor.cpu.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.cost.Counts;
import splitvisor.cpu.cost.Event;
import splitvisor.cpu.engine.FlatMachine;
import splitvisor.cpu.sysreg.SysReg;

class LoadsAndStoresTest {

    private static final int SA = 1 << 3;

    private static final String EXAMPLES =
            """
            ldr x0, . - 0x8400 | m0=123456789abcdef0 | x0=123456789abcdef0
            ldr w0, . - 0x83fc | m0=123456789abcdef0 | x0=12345678
            ldrsw x0, . - 0x8400 | m0=80000000 | x0=ffffffff80000000
            ldr x0, [x1] | x1=W+3 m0=1122334455667788 m8=99 | x0=991122334455
            ldr w0, [x1, #4] | x0=ffffffffffffffff x1=W+0 m0=8000000100000000 | x0=80000001
            ldr x0, [x1], #-256 | x1=W+8 m8=5 | x0=5 x1=fffff08
            ldr x0, [x1, #255]! | x1=W+1 | x1=10000100
            ldr x0, [sp, #-8]! | mf8=7 | x0=7 sp=100000f8
            ldr x0, [x1, w2, uxtw #3] | x1=W+0 x2=ffffffff00000002 m10=5 | x0=5
            ldr x0, [x1, w2, sxtw] | x1=W+18 x2=fffffff8 m10=5 | x0=5
            ldr x0, [x1, x2, lsl #3] | x1=W+18 x2=ffffffffffffffff m10=5 | x0=5
            ldr x1, [x1] | x1=W+8 m8=5 | x1=5
            ldrb w0, [x1, #7] | x1=W+0 m0=80aabbccddeeff11 | x0=80
            ldrsb x0, [x1, #7] | x1=W+0 m0=80aabbccddeeff11 | x0=ffffffffffffff80
            ldrsb w0, [x1, #7] | x1=W+0 m0=80aabbccddeeff11 | x0=ffffff80
            ldrh w0, [x1, #6] | x1=W+0 m0=80aabbccddeeff11 | x0=80aa
            ldrsh x0, [x1, #6] | x1=W+0 m0=80aabbccddeeff11 | x0=ffffffffffff80aa
            ldrsh w0, [x1, #6] | x1=W+0 m0=80aabbccddeeff11 | x0=ffff80aa
            ldrsw x0, [x1, #4] | x1=W+0 m0=80aabbccddeeff11 | x0=ffffffff80aabbcc
            ldtr x0, [x1, #-8] | x1=W+8 m0=5 | x0=5
            str x0, [x1, #8] | x0=1122334455667788 x1=W+0 | m8=1122334455667788
            str w0, [x1] | x0=1122334455667788 x1=W+6 | m0=7788000000000000 m8=5566
            strb w0, [x1], #1 | x0=aa x1=W+1 | x1=10000002 m0=aa00
            strh w0, [x1, #-2]! | x0=ffff1234 x1=W+4 | x1=10000002 m0=12340000
            str xzr, [x1] | x1=W+0 m0=5 | m0=0
            stur x0, [x1, #-1] | x0=11 x1=W+9 | m8=11
            stp x0, x1, [sp, #-16]! | x0=1 x1=2 | sp=100000f0 mf0=1 mf8=2
            stp w0, w1, [x2], #8 | x0=100000001 x1=2 x2=W+0 | x2=10000008 m0=200000001
            stp x0, x0, [x0] | x0=W+10 | m10=10000010 m18=10000010
            ldp x0, x1, [x2, #-512] | x2=W+200 m0=1 m8=2 | x0=1 x1=2
            ldp w0, w1, [x2] | x2=W+0 m0=8000000180000002 | x0=80000002 x1=80000001
            ldp x1, x0, [x1] | x1=W+0 m0=1 m8=2 | x0=2 x1=1
            ldp xzr, x0, [x1], #16 | x1=W+0 m0=1 m8=2 | x0=2 x1=10000010
            ldpsw x0, x1, [x2], #8 | x2=W+0 m0=7fffffff80000000 | x0=ffffffff80000000 x1=7fffffff x2=10000008
            stnp x0, x1, [x2] | x0=1 x1=2 x2=W+0 | m0=1 m8=2
            prfm pldl1keep, [x1] | x1=fffffffffffffff0 | -
            ldr x0, [x1], #8 | x1=200000000 | ec=25
            stp x0, x1, [x2, #8]! | x2=200000000 | ec=25
            """;

    static Stream<Example> examples() {
        return Example.table(EXAMPLES);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void changesWhatItShouldAndNothingElse(Example example) {
        assertEquals(example.expected(), example.effect());
    }

    @Test
    void misalignedStackPointerFaultsOnlyWhereItIsCheckedAndUsed() {
        assertEquals(0x26, classOf("ldr x0, [sp]", SA));
        assertEquals(0x26, classOf("stp x0, x1, [sp], #16", SA));
        assertEquals(0x26, classOf("ldxr x0, [sp]", SA));
        assertEquals(0, classOf("ldr x0, [sp]", 0));
        assertEquals(0, classOf("prfm pldl1keep, [sp]", SA));
        assertEquals(0, classOf("add x0, sp, #1", SA));
    }

    private static long classOf(String assembly, int sctlr) {
        Cpu cpu = started(assembly);
        cpu.sys[SysReg.SCTLR_EL2.ordinal()] |= sctlr;
        cpu.regimeChanged();
        cpu.setSp(OracleState.WINDOW + 8);
        cpu.interpreter.run(1);
        return cpu.sys[SysReg.ESR_EL2.ordinal()] >>> 26;
    }

    @Test
    void accessesAreCountedByKind() {
        String[] accesses = {
            "ldr x0, [x1]", "ldrb w0, [x1], #0", "ldr x0, . + 8", "ldtr x0, [x1]", "strh w0, [x1]", "ldp x2, x3, [x1]",
            "stp x2, x3, [x1]", "ldxr x0, [x1]", "ldadd x2, x3, [x1]",
        };
        Cpu cpu = started(String.join("\n", accesses));
        cpu.x[1] = OracleState.WINDOW;
        cpu.interpreter.run(accesses.length);
        Counts counts = cpu.ledger.snapshot();
        assertEquals(6, counts.of(Event.LOAD));
        assertEquals(1, counts.of(Event.STORE));
        assertEquals(1, counts.of(Event.LOAD_PAIR_GP));
        assertEquals(1, counts.of(Event.STORE_PAIR_GP));
    }

    private static Cpu started(String assembly) {
        Cpu cpu = FlatMachine.withMmuOn(OracleState.WINDOW, 0x10_0000);
        int[] words = Assembler.assemble(assembly, OracleState.PC).words();
        for (int i = 0; i < words.length; i++) {
            cpu.memory.writeRam(OracleState.PC + 4L * i, 2, words[i]);
        }
        cpu.pc = OracleState.PC;
        return cpu;
    }
}
