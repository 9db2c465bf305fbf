package splitvisor.cpu.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `vN=…` gives the low doubleword; results are high:low.
class AdvancedSimdTest {

    private static final String EXAMPLES =
            """
            add v0.8b, v1.8b, v2.8b | v1=ff01ff01ff01ff01 v2=0101010101010101 | v0=0:2000200020002
            sqadd b0, b1, b2 | v1=7f v2=1 | fpsr=8000000 v0=0:7f
            uqsub v0.4h, v1.4h, v2.4h | v1=5000a v2=600000005 | fpsr=8000000 v0=0:50005
            sqadd d0, d1, d2 | v1=8000000000000000 v2=ffffffffffffffff | fpsr=8000000 v0=0:8000000000000000
            srhadd v0.8b, v1.8b, v2.8b | v1=80 v2=81 | v0=0:81
            cmgt v0.2s, v1.2s, v2.2s | v1=100000000 v2=ffffffff | v0=0:ffffffffffffffff
            cmhi v0.2s, v1.2s, v2.2s | v1=100000000 v2=ffffffff | v0=0:ffffffff00000000
            sshl v0.4h, v1.4h, v2.4h | v1=8000000180008000 v2=1001ff0010 | v0=0:80000000c0000000
            sshl d0, d1, d2 | v1=8000000000000000 v2=c0 | v0=0:ffffffffffffffff
            urshl d0, d1, d2 | v1=8000000000000000 v2=c0 | v0=0:1
            sqshl s0, s1, #31 | v1=1 | fpsr=8000000 v0=0:7fffffff
            sqdmulh h0, h1, h1 | v1=8000 | fpsr=8000000 v0=0:7fff
            sqdmull d0, s1, s1 | v1=80000000 | fpsr=8000000 v0=0:7fffffffffffffff
            pmul v0.8b, v1.8b, v2.8b | v1=ff v2=ff | v0=0:55
            pmull v0.8h, v1.8b, v2.8b | v1=ff v2=ff | v0=0:5555
            bsl v0.8b, v1.8b, v2.8b | v0=ff00 v1=1111 v2=2222 | v0=0:1122
            umull v0.2d, v1.2s, v2.s[1] | v1=ffffffff v2=ffffffff00000000 | v0=0:fffffffe00000001
            smlal v0.4s, v1.4h, v2.h[0] | v0=5 v1=ffff v2=3 | v0=0:2
            addhn v0.2s, v1.2d, v2.2d | v1=100000000 v2=ffffffff | v0=0:1
            sqxtun b0, h1 | v1=ffff v0=5 | fpsr=8000000 v0=0:0
            uqxtn2 v0.16b, v1.8h | v0=7 v1=ff0100 | fpsr=8000000 v0=ffff:7
            saddlp v0.4h, v1.8b | v1=ff01 | -
            uaddlv h0, v1.8b | v1=ffffffffffffffff | v0=0:7f8
            sminv b0, v1.8b | v1=7f80000000000000 | v0=0:80
            addp d0, v1.2d | v1=5 | v0=0:5
            rev64 v0.4h, v1.4h | v1=1122334455667788 | v0=0:7788556633441122
            cls v0.2s, v1.2s | v1=fffffffff0000000 | v0=0:1f00000003
            cnt v0.8b, v1.8b | v1=ff01 | v0=0:801
            shl v0.2s, v1.2s, #31 | v1=300000001 | v0=0:8000000080000000
            sri v0.8b, v1.8b, #4 | v0=ab v1=cd | v0=0:ac
            sqshrun b0, h1, #8 | v1=8000 v0=1 | fpsr=8000000 v0=0:0
            rshrn v0.8b, v1.8h, #4 | v1=18 | v0=0:2
            movi v0.2d, #0xff00ff0000ff00ff | | v0=ff00ff0000ff00ff:ff00ff0000ff00ff
            mvni v0.4s, #1, msl #8 | | v0=fffffe00fffffe00:fffffe00fffffe00
            fmov v0.4h, #1.0 | | v0=0:3c003c003c003c00
            smov w0, v1.b[7] | v1=8000000000000000 | x0=ffffff80
            umov x0, v1.d[0] | v1=8000000000000000 | x0=8000000000000000
            ins v0.h[3], w1 | x1=12345 | v0=0:2345000000000000
            dup v0.16b, w1 | x1=1ab | v0=abababababababab:abababababababab
            zip1 v0.4h, v1.4h, v2.4h | v1=1111222233334444 v2=5555666677778888 | v0=0:7777333388884444
            uzp2 v0.4h, v1.4h, v2.4h | v1=1111222233334444 v2=5555666677778888 | v0=0:5555777711113333
            trn1 v0.4h, v1.4h, v2.4h | v1=1111222233334444 v2=5555666677778888 | v0=0:6666222288884444
            ext v0.8b, v1.8b, v2.8b, #3 | v1=8877665544332211 v2=ffeeddccbbaa99 | v0=0:bbaa998877665544
            tbl v0.8b, {v1.16b}, v2.8b | v0=ffff v1=8877665544332211 v2=1001 | v0=0:1111111111110022
            tbx v0.8b, {v1.16b}, v2.8b | v0=ffff v1=8877665544332211 v2=1001 | v0=0:111111111111ff22
            sdot v0.2s, v1.8b, v2.8b | v0=1 v1=ff02 v2=fe03 | v0=0:9
            fadd v0.2s, v1.2s, v2.2s | v1=3f8000007f800000 v2=40000000ff800000 | fpsr=1 v0=0:404000007fc00000
            fmulx s0, s1, s2 | v1=80000000 v2=7f800000 | v0=0:c0000000
            frecpe s0, s1 | v1=3f800000 | v0=0:3f7f8000
            frsqrte d0, d1 | v1=4010000000000000 | v0=0:3fdff00000000000
            frecps s0, s1, s2 | v1=40000000 v2=3f000000 | v0=0:3f800000
            fcmge v0.4h, v1.4h, #0.0 | v1=3c0080007e00 | fpsr=1 v0=0:ffffffffffff0000
            fcvtn v0.4h, v1.4s | v1=3f80000040000000 | v0=0:3c004000
            fcvtxn s0, d1 | v1=3ff0000000000001 | fpsr=10 v0=0:3f800001
            fcvtl v0.2d, v1.2s | v1=3f80000040000000 | v0=3ff0000000000000:4000000000000000
            fmaxnmv s0, v1.4s | v1=7fc00000bf800000 | -
            scvtf v0.2s, v1.2s, #1 | v1=3ffffffff | v0=0:3fc00000bf000000
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
