package splitvisor.benchmarks.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.Failure;
import splitvisor.cpu.isa.Assembler;
import splitvisor.highvisor.hyp.Generation;
import splitvisor.highvisor.user.Vmm;

/// Guests that wait for their timers: counts and compare values are unsigned numbers of 64 bits.
class TimerGuestsTest {

    private static final String FRAME = """
            start:  ldr     x1, =%s
                    msr     cnt%s_cval_el0, x1
                    mov     x2, #1
                    msr     cnt%2$s_ctl_el0, x2
                    isb
            %s
                    ldr     w0, =0x84000008
                    hvc     #0
                    b       .
                    .ltorg
            """;

    /// Compare values that are centuries away, the first ones however the VM's offset is taken.
    private static final List<String> FAR = List.of("0xffffffffffffffff", "0x8000000000000100", "0x8000000000000000");

    static Stream<Arguments> farTimers() {
        return Setting.all()
                .flatMap(setting -> Stream.of("v", "p")
                        .flatMap(timer -> FAR.stream().map(compare -> Arguments.of(setting, timer, compare))));
    }

    @ParameterizedTest(name = "{0}: CNT{1}_CVAL_EL0 = {2}")
    @MethodSource("farTimers")
    void aWaitForATimerThatIsCenturiesAwayIsAsleep(Setting setting, String timer, String compare) {
        Failure failure =
                assertThrows(Failure.class, () -> run(setting, FRAME.formatted(compare, timer, "        wfi")));
        assertEquals(ExitCode.STUCK, failure.code(), failure.getMessage());
    }

    static Stream<Arguments> pairsOfTimers() {
        return Setting.all()
                .flatMap(setting -> Stream.of(Arguments.of(setting, "v", "p"), Arguments.of(setting, "p", "v")));
    }

    /// The other timer, a millisecond from now, ends the wait.
    private static final String NEAR = """
            mov     x1, #25000
            msr     cnt%s_tval_el0, x1
            msr     cnt%1$s_ctl_el0, x2
            isb
            wfi
            """;

    @ParameterizedTest(name = "{0}: {1} far, {2} near")
    @MethodSource("pairsOfTimers")
    void theNearerOfTwoTimersEndsTheWait(Setting setting, String far, String near) throws Failure {
        assertEquals(Vmm.Outcome.POWERED_OFF, run(setting, FRAME.formatted(FAR.getFirst(), far, NEAR.formatted(near))));
    }

    /// Where KVM answers for the physical timer: a disabled one has ISTATUS, too.
    @Test
    void anEmulatedTimerThatIsDisabledSaysThatItsTimeHasCome() throws Failure {
        String read = """
                msr     cntp_ctl_el0, xzr
                mrs     x20, cntp_ctl_el0
                mov     x1, #-1
                msr     cntp_cval_el0, x1
                mrs     x22, cntp_ctl_el0
                orr     x22, x22, x20, lsl #4
                bl      report
                """;
        Setting setting = new Setting("split", Generation.LINUX_6_1);
        assertEquals("%016x".formatted(0x40), console(setting, FRAME.formatted("0", "p", read)));
    }

    private static String console(Setting setting, String source) throws Failure {
        Host host = setting.boot();
        host.spawn(new Vmm(Vmm.Options.of("timer", image(source), 2 << 20)));
        host.run(Runs.LIMIT);
        return host.kernel().console();
    }

    private static byte[] image(String source) {
        return Assembler.assemble(source + GuestParts.REPORT, Vmm.IMAGE).bytes();
    }

    private static Vmm.Outcome run(Setting setting, String source) throws Failure {
        Vmm vmm = new Vmm(Vmm.Options.of("timer", image(source), 2 << 20));
        Host host = setting.boot();
        host.spawn(vmm);
        host.run(Runs.LIMIT);
        return vmm.outcome();
    }
}
