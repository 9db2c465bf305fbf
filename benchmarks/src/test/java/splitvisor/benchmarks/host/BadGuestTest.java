package splitvisor.benchmarks.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.Failure;
import splitvisor.benchmarks.compare.GuestSource;

/// What a user's guest can do wrong: one line each, and the documented exit code.
class BadGuestTest {

    static Stream<Arguments> guests() {
        return Stream.of(
                Arguments.of("start:\n    mvo x0, x1\n", ExitCode.UNREADABLE, "bad.s: line 2, column 5: "),
                Arguments.of("start: b .\n", ExitCode.UNREADABLE, "bad.s: no label 'hyp_call'"),
                Arguments.of(guest("b ."), ExitCode.LIMIT, "hyp_call, host vhe: the limit of"),
                Arguments.of(
                        guest(".word 0x9ac13020"),
                        ExitCode.NOT_MODELLED,
                        "hyp_call, host vhe: instruction 9ac13020 is not modelled: row PACGA"),
                Arguments.of(guest("wfi"), ExitCode.STUCK, "every PE waits"),
                Arguments.of(
                        guest("ldr x0, =0x09000000\n ldp x2, x3, [x0]"),
                        ExitCode.NOT_MODELLED,
                        "hyp_call, host vhe: kvm: access to 0x9000000 without instruction syndrome at PC 0x400800"));
    }

    private static String guest(String body) {
        return "hyp_call:\nhyp_call_begin:\n %s\nhyp_call_end: b .\n".formatted(body);
    }

    @ParameterizedTest
    @MethodSource("guests")
    void aBadGuestIsOneLineAndAnExitCode(String source, ExitCode code, String line) {
        Failure failure = assertThrows(
                Failure.class,
                () -> Runs.of(Operation.HYP_CALL, "vhe", new GuestSource("bad.s", source)).execute(1, null));
        assertEquals(code, failure.code());
        assertTrue(failure.getMessage().contains(line), failure.getMessage());
        assertFalse(failure.getMessage().contains("\n"), failure.getMessage());
    }
}
