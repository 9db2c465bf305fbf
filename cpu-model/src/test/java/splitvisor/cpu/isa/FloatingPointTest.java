package splitvisor.cpu.isa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FloatingPointTest {

    /// FPCR: RMode is 400000 up, 800000 down, c00000 to zero; FZ 1000000, DN 2000000, AHP 4000000, FZ16 80000.
    /// FPSR: IOC 1, DZC 2, OFC 4, UFC 8, IXC 10, IDC 80, QC 8000000.
    private static final String EXAMPLES =
            """
            fadd d0, d1, d2 | v1=3ff0000000000000 v2=3ca0000000000000 | fpsr=10 v0=0:3ff0000000000000
            fadd d0, d1, d2 | fpcr=400000 v1=3ff0000000000000 v2=3ca0000000000000 | fpsr=10 v0=0:3ff0000000000001
            fsub s0, s1, s1 | v1=3f800000 | -
            fsub s0, s1, s1 | fpcr=800000 v1=3f800000 | v0=0:80000000
            fadd d0, d1, d2 | v1=7ff0000000000000 v2=fff0000000000000 | fpsr=1 v0=0:7ff8000000000000
            fadd s0, s1, s2 | v1=7fc00001 v2=7f800002 | fpsr=1 v0=0:7fc00002
            fadd s0, s1, s2 | fpcr=2000000 v1=7fc00001 v2=3f800000 | v0=0:7fc00000
            fadd s0, s1, s2 | fpcr=1000000 v1=1 v2=3f800000 | fpsr=80 v0=0:3f800000
            fmul s0, s1, s2 | v1=800000 v2=3f000000 | v0=0:400000
            fmul s0, s1, s2 | v1=800001 v2=3f000000 | fpsr=18 v0=0:400000
            fmul s0, s1, s2 | fpcr=1000000 v1=80800001 v2=3f000000 | fpsr=8 v0=0:80000000
            fmul h0, h1, h2 | v1=7bff v2=4000 | fpsr=14 v0=0:7c00
            fmul h0, h1, h2 | fpcr=c00000 v1=7bff v2=4000 | fpsr=14 v0=0:7bff
            fmul h0, h1, h2 | fpcr=80000 v1=1 v2=3c00 | -
            fnmul s0, s1, s2 | v1=0 v2=7f800000 | fpsr=1 v0=0:ffc00000
            fdiv d0, d1, d2 | v1=3ff0000000000000 | fpsr=2 v0=0:7ff0000000000000
            fdiv s0, s1, s2 | v1=3f800000 v2=40400000 | fpsr=10 v0=0:3eaaaaab
            fdiv d0, d1, d2 | | fpsr=1 v0=0:7ff8000000000000
            fsqrt d0, d1 | v1=4000000000000000 | fpsr=10 v0=0:3ff6a09e667f3bcd
            fsqrt s0, s1 | v1=bf800000 | fpsr=1 v0=0:7fc00000
            fsqrt s0, s1 | v1=80000000 | v0=0:80000000
            fmadd d0, d1, d2, d3 | v1=3ff0000000000001 v2=3ff0000000000001 v3=bff0000000000002 | v0=0:3970000000000000
            fmsub s0, s1, s2, s3 | v1=40000000 v2=40400000 v3=40e00000 | v0=0:3f800000
            fnmadd s0, s1, s2, s3 | v1=40000000 v2=40400000 v3=3f800000 | v0=0:c0e00000
            fmadd s0, s1, s2, s3 | v1=0 v2=7f800000 v3=7fc12345 | fpsr=1 v0=0:7fc00000
            fmax s0, s1, s2 | v1=80000000 v2=0 | -
            fmin s0, s1, s2 | v1=80000000 v2=0 | v0=0:80000000
            fmaxnm s0, s1, s2 | v1=7fc00000 v2=c0000000 | v0=0:c0000000
            fmax s0, s1, s2 | v1=7fc00000 v2=c0000000 | v0=0:7fc00000
            fminnm s0, s1, s2 | v1=7f800001 v2=c0000000 | fpsr=1 v0=0:7fc00001
            fcmp s1, s2 | v1=80000000 v2=0 | nzcv=6
            fcmp s1, s2 | v1=7fc00000 v2=0 | nzcv=3
            fcmpe s1, #0.0 | v1=7fc00000 | nzcv=3 fpsr=1
            fcmp d1, d2 | v1=c000000000000000 v2=3ff0000000000000 | nzcv=8
            fccmp s1, s2, #5, ne | nzcv=4 | nzcv=5
            fcsel d0, d1, d2, eq | v1=1 v2=2 nzcv=4 | v0=0:1
            fcvt s0, d1 | v1=3ff0000010000000 | fpsr=10 v0=0:3f800000
            fcvt s0, d1 | v1=3ff0000030000000 | fpsr=10 v0=0:3f800002
            fcvt h0, s1 | v1=7f800001 | fpsr=1 v0=0:7e00
            fcvt h0, s1 | fpcr=4000000 v1=47ffe000 | v0=0:7fff
            fcvt h0, s1 | fpcr=4000000 v1=48000000 | fpsr=1 v0=0:7fff
            fcvt s0, h1 | fpcr=4000000 v1=7c00 | v0=0:47800000
            fcvt d0, h1 | fpcr=80000 v1=1 | v0=0:3e70000000000000
            frintn s0, s1 | v1=40200000 | v0=0:40000000
            frinta s0, s1 | v1=40200000 | v0=0:40400000
            frintx s0, s1 | fpcr=400000 v1=3f000001 | fpsr=10 v0=0:3f800000
            frinti d0, d1 | v1=bfd0000000000000 | v0=0:8000000000000000
            fcvtzs w0, s1 | v1=4f000000 | x0=7fffffff fpsr=1
            fcvtzs w0, s1 | v1=cf000000 | x0=80000000
            fcvtzu w0, s1 | v1=bf400000 | fpsr=10
            fcvtnu w0, s1 | v1=bf400000 | fpsr=1
            fcvtas x0, d1 | v1=c004000000000000 | x0=fffffffffffffffd fpsr=10
            fcvtzs x0, d1, #4 | v1=3ff8000000000000 | x0=18
            fcvtms x0, d1 | v1=7ff8000000000000 | fpsr=1
            scvtf s0, w1 | x1=80000001 | fpsr=10 v0=0:cf000000
            ucvtf d0, x1 | x1=ffffffffffffffff | fpsr=10 v0=0:43f0000000000000
            scvtf h0, w1, #8 | x1=180 | v0=0:3e00
            fmov d0, #-1.9375 | | v0=0:bfff000000000000
            fmov h0, #0.125 | | v0=0:3000
            fmov x0, v1.d[1] | x0=5 | x0=0
            fmov s0, w1 | x1=ffffffff00000001 v0=5 | v0=0:1
            fabs d0, d1 | v1=fff0000000000001 | v0=0:7ff0000000000001
            fneg s0, s1 | v1=7fc00000 | v0=0:ffc00000
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
