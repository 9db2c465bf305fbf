package splitvisor.highvisor.kvm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import splitvisor.cpu.sysreg.SysReg;

class SyndromeTest {

    static Stream<Arguments> syndromes() {
        return Stream.of(
                Arguments.of(0x5a00_0007L, new Syndrome.Hvc(7)),
                Arguments.of(0x5e00_0001L, new Syndrome.Smc(1)),
                Arguments.of(0x07e0_0000L, new Syndrome.Wfi()),
                Arguments.of(0x07e0_0001L, new Syndrome.Wfe()),
                // MRS X3, ID_AA64PFR0_EL1
                Arguments.of(0x6230_0069L, trap(SysReg.ID_AA64PFR0_EL1, 3, true)),
                // MSR ACTLR_EL1, XZR
                Arguments.of(0x6232_07e0L, trap(SysReg.ACTLR_EL1, 31, false)),
                // LDRSB X5, from a page without memory
                Arguments.of(0x9325_8007L, fault(false, false, new Syndrome.Access(0, true, 5, true))),
                // STR W31
                Arguments.of(0x939f_0047L, fault(false, true, new Syndrome.Access(2, false, 31, false))),
                // a pair: no syndrome of the instruction
                Arguments.of(0x9200_0007L, fault(false, false, null)),
                Arguments.of(0x8200_0007L, fault(true, false, null)),
                // on the walk of stage 1 for an LDR
                Arguments.of(0x9200_0086L, new Syndrome.Stage2Fault(0x0a00_0008L, false, false, true, false, null)),
                // DC CIVAC
                Arguments.of(0x9200_0147L, new Syndrome.Stage2Fault(0x0a00_0008L, false, true, false, true, null)),
                Arguments.of(0x1fe0_0000L, new Syndrome.FpAccess()),
                Arguments.of(0x6600_0000L, new Syndrome.Unknown(0x19)));
    }

    private static Syndrome trap(SysReg reg, int rt, boolean read) {
        return new Syndrome.SysRegTrap(reg.encoding(), rt, read);
    }

    private static Syndrome fault(boolean fetch, boolean write, Syndrome.Access access) {
        return new Syndrome.Stage2Fault(0x0a00_0008L, fetch, write, false, false, access);
    }

    @ParameterizedTest
    @MethodSource("syndromes")
    void esrIsDecodedByClass(long esr, Syndrome expected) {
        long far = 0xffff_0000_1234_5008L; // only the offset in the page counts
        long hpfar = 0x0a00_0000L >>> 8;
        assertEquals(expected, Syndrome.of(esr, far, hpfar));
    }
}
