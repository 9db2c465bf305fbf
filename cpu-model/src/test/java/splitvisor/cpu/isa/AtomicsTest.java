package splitvisor.cpu.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AtomicsTest {

    private static final String EXAMPLES =
            """
            ldxr x0, [x1]; stxr w2, x3, [x1] | x1=W+0 x2=9 x3=7 m0=5 | x0=5 x2=0 m0=7
            ldaxrb w0, [x1]; stlxrb w2, w3, [x1] | x1=W+1 x2=9 x3=107 m0=ff05ff | x0=5 x2=0 m0=ff07ff
            stxr w2, x3, [x1] | x1=W+0 x3=7 | x2=1
            ldxr x0, [x1]; clrex; stxr w2, x3, [x1] | x1=W+0 x3=7 | x2=1
            ldxr w0, [x1]; stxr w2, x3, [x1] | x1=W+0 x3=7 | x2=1
            ldxr x0, [x1]; add x1, x1, #8; stxr w2, x3, [x1] | x1=W+0 x3=7 | x1=10000008 x2=1
            ldxr x0, [x1]; str x3, [x1]; stxr w2, x4, [x1] | x1=W+0 x3=7 x4=8 | x2=1 m0=7
            ldxr x0, [x1]; stxr w2, x3, [x1]; stxr w2, x4, [x1] | x1=W+0 x3=7 x4=8 | x2=1 m0=7
            ldxp x0, x1, [x2]; stxp w3, x4, x5, [x2] | x2=W+10 x4=3 x5=4 m10=1 m18=2 | x0=1 x1=2 m10=3 m18=4
            ldaxp w0, w1, [x2]; stlxp w3, w4, w5, [x2] | x2=W+8 x4=3 x5=4 m8=200000001 | x0=1 x1=2 m8=400000003
            ldxp x0, x1, [x2]; str x4, [x2, #8]; stxp w3, x4, x5, [x2] | x2=W+10 x4=3 x5=4 | x3=1 m18=3
            stxr w2, x3, [x1] | x1=W+4 | ec=25
            stlxp w2, x3, x4, [x1] | x1=W+8 | ec=25
            ldar w0, [x1] | x1=W+2 | ec=25
            ldapr x0, [x1] | x1=W+8 m8=5 | x0=5
            stlr x0, [x1] | x0=5 x1=W+4 | ec=25
            stlrh w0, [x1] | x0=12345 x1=W+2 | m0=23450000
            ldlar x0, [x1] | x1=W+8 m8=5 | x0=5
            cas x0, x1, [x2] | x0=5 x1=6 x2=W+0 m0=5 | m0=6
            cas x0, x1, [x2] | x0=4 x1=6 x2=W+0 m0=5 | x0=5
            casb w0, w1, [x2] | x0=ff05 x1=6 x2=W+0 m0=a05 | x0=5 m0=a06
            casp x0, x1, x2, x3, [x4] | x0=1 x1=2 x2=3 x3=4 x4=W+0 m0=1 m8=2 | m0=3 m8=4
            caspal w0, w1, w2, w3, [x4] | x0=f00000001 x1=2 x2=3 x3=4 x4=W+8 m8=200000001 | x0=1 m8=400000003
            casp x0, x1, x2, x3, [x4] | x4=W+8 | ec=25
            ldadd x0, x1, [x2] | x0=ffffffffffffffff x2=W+0 m0=5 | x1=5 m0=4
            ldaddb w0, w1, [x2] | x0=1 x2=W+0 m0=1ff | x1=ff m0=100
            stadd w0, [x2] | x0=1 x2=W+4 m0=ffffffff00000005 | m0=5
            ldclral x0, x1, [x2] | x0=f x2=W+0 m0=ff | x1=ff m0=f0
            ldeora x0, x1, [x2] | x0=f x2=W+0 m0=ff | x1=ff m0=f0
            ldseth w0, w1, [x2] | x0=ffff00f0 x2=W+0 m0=10001 | x1=1 m0=100f1
            ldsmaxb w0, w1, [x2] | x0=7f x2=W+0 m0=80 | x1=80 m0=7f
            ldsmin x0, x1, [x2] | x0=1 x2=W+0 m0=ffffffffffffffff | x1=ffffffffffffffff
            ldumax w0, w1, [x2] | x0=ffffffff00000001 x2=W+0 m0=80000000 | x1=80000000
            lduminl w0, w1, [x2] | x0=ffffffff00000001 x2=W+0 m0=80000000 | x1=80000000 m0=1
            swp x0, x0, [x2] | x0=1 x2=W+0 m0=2 | x0=2 m0=1
            swpal w0, wzr, [x2] | x0=1 x2=W+0 m0=2 | m0=1
            swp x0, x1, [x2] | x0=1 x2=W+4 | ec=25
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
