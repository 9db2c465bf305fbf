package splitvisor.cpu.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DataProcessingRegisterTest {

    private static final String EXAMPLES =
            """
            and x0, x1, x2, lsl #63 | x1=ffffffffffffffff x2=1 | x0=8000000000000000
            bic w0, w1, w2 | x1=ffffffffffffffff x2=f | x0=fffffff0
            orr x0, xzr, x1, ror #4 | x1=f | x0=f000000000000000
            orn w0, wzr, w1 | x1=0 | x0=ffffffff
            eor w0, w1, w2, asr #31 | x1=1 x2=80000000 | x0=fffffffe
            eon x0, x1, x1 | x1=1234 | x0=ffffffffffffffff
            ands w0, w1, w2 | x1=8000000080000000 x2=80000000 nzcv=3 | x0=80000000 nzcv=8
            bics xzr, x1, x1 | x1=5 nzcv=b | nzcv=4
            add x0, x1, x2, lsl #3 | x1=1 x2=2 | x0=11
            add w0, w1, w2 | x1=ffffffff x2=2 | x0=1
            adds w0, w1, w2 | x1=80000000 x2=80000000 | nzcv=7
            sub x0, x1, x2, asr #60 | x1=0 x2=8000000000000000 | x0=8
            subs x0, x1, x2 | x1=8000000000000000 x2=1 | x0=7fffffffffffffff nzcv=3
            subs w0, w1, w2 | x1=1 x2=2 | x0=ffffffff nzcv=8
            negs x0, x1 | x1=8000000000000000 | x0=8000000000000000 nzcv=9
            add x0, sp, w1, uxtb #4 | x1=fff | x0=100010f0
            add x0, x1, w2, sxth #1 | x1=10 x2=8000 | x0=ffffffffffff0010
            add sp, sp, x1 | x1=10 | sp=10000110
            sub x0, x1, w2, sxtw | x1=0 x2=ffffffff | x0=1
            adds w0, w1, w2, sxtb | x1=0 x2=80 | x0=ffffff80 nzcv=8
            cmp sp, w1, uxtw #2 | x1=ffffffff04000040 | nzcv=6
            adc x0, x1, x2 | x1=ffffffffffffffff x2=0 nzcv=2 | -
            adcs x0, x1, x2 | x1=ffffffffffffffff x2=0 nzcv=2 | nzcv=6
            adcs x0, x1, x2 | x1=7fffffffffffffff x2=0 nzcv=2 | x0=8000000000000000 nzcv=9
            adcs w0, w1, w2 | x1=ffffffff x2=ffffffff nzcv=2 | x0=ffffffff nzcv=a
            sbc x0, x1, x2 | x1=0 x2=0 nzcv=0 | x0=ffffffffffffffff
            sbcs x0, x1, x2 | x1=5 x2=5 nzcv=0 | x0=ffffffffffffffff nzcv=8
            sbcs w0, w1, w2 | x1=80000000 x2=1 nzcv=2 | x0=7fffffff nzcv=3
            ccmp x1, #5, #9, eq | x1=5 nzcv=4 | nzcv=6
            ccmp x1, #5, #9, ne | x1=5 nzcv=4 | nzcv=9
            ccmp w1, w2, #0, al | x1=1 x2=2 | nzcv=8
            ccmn x1, #1, #0, cs | x1=ffffffffffffffff nzcv=2 | nzcv=6
            ccmn w1, w2, #0, hi | x1=7fffffff x2=1 nzcv=2 | nzcv=9
            csel x0, x1, x2, lt | x1=1 x2=2 nzcv=8 | x0=1
            csel x0, x1, x2, ge | x1=1 x2=2 nzcv=8 | x0=2
            csinc w0, w1, w2, gt | x1=1 x2=ffffffff nzcv=4 | -
            cset x0, vs | nzcv=1 | x0=1
            csinv w0, w1, wzr, mi | nzcv=0 | x0=ffffffff
            csneg x0, x1, x2, ls | x2=1 nzcv=2 | x0=ffffffffffffffff
            udiv x0, x1, x2 | x1=ffffffffffffffff x2=10 | x0=fffffffffffffff
            udiv x0, x1, x2 | x0=5 x1=1 x2=0 | x0=0
            udiv w0, w1, w2 | x1=1ffffffff x2=100000002 | x0=7fffffff
            sdiv x0, x1, x2 | x1=fffffffffffffff9 x2=2 | x0=fffffffffffffffd
            sdiv x0, x1, x2 | x1=8000000000000000 x2=ffffffffffffffff | x0=8000000000000000
            sdiv w0, w1, w2 | x1=80000000 x2=ffffffff | x0=80000000
            sdiv w0, w1, w2 | x0=9 x1=1 x2=ffffffff00000000 | x0=0
            lsl x0, x1, x2 | x1=1 x2=47 | x0=80
            lsr w0, w1, w2 | x1=ffffffff80000000 x2=3f | x0=1
            asr w0, w1, w2 | x1=80000000 x2=1 | x0=c0000000
            ror w0, w1, w2 | x1=1 x2=21 | x0=80000000
            crc32b w0, w1, w2 | x1=ffffffff x2=61 | x0=174841bc
            crc32x w0, w1, x2 | x1=0 x2=0 | -
            crc32cb w0, w1, w2 | x1=ffffffff x2=61 | x0=3e2fbccf
            rbit w0, w1 | x1=1 | x0=80000000
            rbit x0, x1 | x1=1 | x0=8000000000000000
            rev16 x0, x1 | x1=1122334455667788 | x0=2211443366558877
            rev32 x0, x1 | x1=1122334455667788 | x0=4433221188776655
            rev w0, w1 | x1=1122334455667788 | x0=88776655
            rev x0, x1 | x1=1122334455667788 | x0=8877665544332211
            clz x0, x1 | x1=0 | x0=40
            clz w0, w1 | x1=ffffffff00000001 | x0=1f
            cls x0, x1 | x1=ffffffffffffffff | x0=3f
            cls w0, w1 | x1=0 | x0=1f
            cls w0, w1 | x1=c0000000 | x0=1
            madd x0, x1, x2, x3 | x1=ffffffffffffffff x2=2 x3=3 | x0=1
            msub w0, w1, w2, w3 | x1=2 x2=3 x3=5 | x0=ffffffff
            smaddl x0, w1, w2, x3 | x1=ffffffff x2=2 x3=1 | x0=ffffffffffffffff
            smsubl x0, w1, w2, x3 | x1=80000000 x2=80000000 x3=0 | x0=c000000000000000
            umaddl x0, w1, w2, x3 | x1=ffffffffffffffff x2=ffffffff x3=1 | x0=fffffffe00000002
            umsubl x0, w1, w2, x3 | x1=1 x2=1 x3=0 | x0=ffffffffffffffff
            smulh x0, x1, x2 | x1=8000000000000000 x2=8000000000000000 | x0=4000000000000000
            umulh x0, x1, x2 | x1=ffffffffffffffff x2=ffffffffffffffff | x0=fffffffffffffffe
            """;

    static Stream<Example> examples() {
        return Example.table(EXAMPLES);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void changesWhatItShouldAndNothingElse(Example example) {
        assertEquals(example.expected(), example.effect());
    }
}
