package splitvisor.cpu.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DataProcessingImmediateTest {

    private static final String EXAMPLES =
            """
            adr x0, . + 0xfffff | | x0=101083ff
            adr x0, . - 0x100000 | | x0=ff08400
            adrp x0, . + 0x1000 | | x0=10009000
            adrp x0, . - 0x8000 | | x0=10000000
            add x0, x1, #0xfff, lsl #12 | x1=1 | x0=fff001
            add sp, sp, #16 | | sp=10000110
            add w0, w1, #1 | x1=ffffffffffffffff | -
            sub w0, w1, #1 | x1=ffffffff00000000 | x0=ffffffff
            sub sp, sp, #0x10 | | sp=100000f0
            adds x0, x1, #1 | x1=7fffffffffffffff | x0=8000000000000000 nzcv=9
            adds w0, w1, #1 | x1=7fffffff | x0=80000000 nzcv=9
            adds x0, x1, #1 | x1=ffffffffffffffff | nzcv=6
            adds wzr, w1, #0 | x1=ffffffff00000000 | nzcv=4
            subs x0, x1, #0 | x1=0 | nzcv=6
            subs x0, x1, #1 | x1=0 | x0=ffffffffffffffff nzcv=8
            subs x0, x1, #1 | x1=8000000000000000 | x0=7fffffffffffffff nzcv=3
            subs w0, w1, #1 | x1=80000000 | x0=7fffffff nzcv=3
            cmp sp, #0 | | nzcv=2
            and x0, x1, #0x5555555555555555 | x1=ffff | x0=5555
            and sp, x1, #0xfffffffffffffff0 | x1=1234f | sp=12340
            orr w0, w1, #0xff00ff00 | x1=ffffffff000000ff | x0=ff00ffff
            eor x0, x1, #0x8000000000000001 | x1=1 | x0=8000000000000000
            ands w0, w1, #0x80000000 | x1=80000000 nzcv=3 | x0=80000000 nzcv=8
            tst x1, #1 | x1=2 nzcv=f | nzcv=4
            movz x0, #0xffff, lsl #48 | x0=1 | x0=ffff000000000000
            movn w0, #0 | | x0=ffffffff
            movn x0, #0xffff, lsl #16 | | x0=ffffffff0000ffff
            movk x0, #0xabcd, lsl #32 | x0=ffffffffffffffff | x0=ffffabcdffffffff
            movk w0, #1 | x0=ffffffffffffffff | x0=ffff0001
            ubfx x0, x1, #60, #4 | x1=a000000000000000 | x0=a
            lsl x0, x1, #63 | x1=3 | x0=8000000000000000
            lsl w0, w1, #31 | x1=3 | x0=80000000
            lsr w0, w1, #31 | x1=ffffffff80000000 | x0=1
            ubfiz x0, x1, #8, #4 | x1=ff | x0=f00
            asr x0, x1, #63 | x1=8000000000000000 | x0=ffffffffffffffff
            asr w0, w1, #4 | x1=80000000 | x0=f8000000
            sbfx x0, x1, #4, #4 | x1=80 | x0=fffffffffffffff8
            sbfiz w0, w1, #4, #4 | x1=8 | x0=ffffff80
            sxtw x0, w1 | x1=80000000 | x0=ffffffff80000000
            bfi x0, x1, #60, #4 | x0=123 x1=f5 | x0=5000000000000123
            bfxil w0, w1, #28, #4 | x0=ffffffffffffffff x1=70000000 | x0=fffffff7
            bfi w0, w1, #0, #32 | x0=ffffffff00000000 x1=12345678 | x0=12345678
            extr x0, x1, x2, #4 | x1=a x2=b0 | x0=a00000000000000b
            extr x0, x1, x2, #0 | x1=1 x2=2 | x0=2
            ror w0, w1, #1 | x1=3 | x0=80000001
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
