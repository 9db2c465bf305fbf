package splitvisor.benchmarks.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import splitvisor.benchmarks.Failure;
import splitvisor.cpu.isa.Assembler;
import splitvisor.highvisor.hyp.Generation;
import splitvisor.highvisor.user.Vmm;

/// What Linux 6.1's KVM answers to a guest's HVC, function by function, on the first of two vCPUs.
class HypercallsTest {

    /// Calls the function in X0 with X1 and X2 and reports X0.
    private static final String FRAME = """
            start:  ldr     x0, =%#x
                    ldr     x1, =%#x
                    ldr     x2, =%#x
                    hvc     #0
                    mov     x22, x%d
                    bl      report
                    ldr     w0, =0x84000008
                    hvc     #0
                    b       .
                    .ltorg
            """;

    private record Call(String what, long function, long x1, long x2, int register, long answer) {

        Call(String what, long function, long x1, long x2, long answer) {
            this(what, function, x1, x2, 0, answer);
        }

        @Override
        public String toString() {
            return what;
        }
    }

    private static final long AFFINITY_INFO = 0xc400_0004L;
    private static final long CPU_ON = 0xc400_0003L;
    private static final long PSCI_FEATURES = 0x8400_000aL;
    private static final long ARCH_FEATURES = 0x8000_0001L;
    private static final long UID = 0x8600_ff01L;
    private static final long RESET2 = 0x8400_0012L;

    private static final List<Call> CALLS = List.of(
            new Call("AFFINITY_INFO: this CPU is on", AFFINITY_INFO, 0, 0, 0),
            new Call("the other is off", AFFINITY_INFO, 1, 0, 1),
            new Call("there is no third", AFFINITY_INFO, 2, 0, -2),
            new Call("one of the cluster is on", AFFINITY_INFO, 1, 1, 0),
            new Call("the bits below the level do not count", AFFINITY_INFO, 0xff, 1, 0),
            new Call("there is no other cluster", AFFINITY_INFO, 0x100, 1, -2),
            new Call("but they share the highest level", AFFINITY_INFO, 0x100, 3, 0),
            new Call("above which there is none", AFFINITY_INFO, 0, 4, -2),
            new Call("a level is a number without sign", AFFINITY_INFO, 0, -1, -2),
            new Call("bit 31 of MPIDR_EL1 is no affinity", AFFINITY_INFO, 0x8000_0000L, 0, -2),
            new Call("32-bit arguments have no upper half", 0x8400_0004L, 0x1_0000_0000L, 0xff_0000_0000L, 0),
            new Call("CPU_ON of this CPU", CPU_ON, 0, 0x4008_0000, -4),
            new Call("CPU_ON of what is no affinity", CPU_ON, 0x8000_0001L, 0x4008_0000, -2),
            new Call("CPU_ON at an address that is not aligned", CPU_ON, 1, 0x4008_0002, 0),
            new Call("MIGRATE", 0x8400_0005L, 0, 0, -1),
            new Call("PSCI_VERSION has no 64-bit form", 0xc400_0000L, 0, 0, -1),
            new Call("PSCI_FEATURES of AFFINITY_INFO", PSCI_FEATURES, AFFINITY_INFO, 0, 0),
            new Call("PSCI_FEATURES of SYSTEM_RESET2", PSCI_FEATURES, RESET2, 0, 0),
            new Call("PSCI_FEATURES of its 64-bit form", PSCI_FEATURES, 0xc400_0012L, 0, 0),
            new Call("PSCI_FEATURES of SYSTEM_SUSPEND: not opted in to", PSCI_FEATURES, 0x8400_000eL, 0, -1),
            new Call("PSCI_FEATURES of SMCCC_VERSION", PSCI_FEATURES, 0x8000_0000L, 0, 0),
            new Call("PSCI_FEATURES of what is not PSCI's", PSCI_FEATURES, ARCH_FEATURES, 0, -1),
            new Call("SYSTEM_RESET2 of no type", RESET2, 1, 0, -2),
            new Call("ARCH_FEATURES of itself", ARCH_FEATURES, ARCH_FEATURES, 0, -1),
            new Call("ARCH_WORKAROUND_1 is not needed", ARCH_FEATURES, 0x8000_8000L, 0, 1),
            new Call("ARCH_WORKAROUND_2", ARCH_FEATURES, 0x8000_7fffL, 0, -1),
            new Call("stolen time can be asked for", ARCH_FEATURES, 0xc500_0020L, 0, 0),
            new Call("there is none", 0xc500_0020L, 0xc500_0021L, 0, -1),
            new Call("who this is", UID, 0, 0, 0, 0xb66f_b428L),
            new Call("who this is, second word", UID, 0, 0, 1, 0xe911_c52eL),
            new Call("who this is, third word", UID, 0, 0, 2, 0x564b_caa9L),
            new Call("who this is, last word", UID, 0, 0, 3, 0x743a_004dL),
            new Call("vendor features: to be asked", 0x8600_0000L, 0, 0, 1),
            new Call("TRNG_VERSION", 0x8400_0050L, 0, 0, -1));

    static Stream<Arguments> callsAndHosts() {
        return CALLS.stream().flatMap(call -> Host.names().stream().map(host -> Arguments.of(call, host)));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("callsAndHosts")
    void theGuestIsAnsweredAsByLinux(Call call, String host) throws Failure {
        Setting setting = new Setting(host, Generation.LINUX_6_1);
        String source = FRAME.formatted(call.function, call.x1, call.x2, call.register) + GuestParts.REPORT;
        Host booted = setting.boot();
        booted.spawn(vmm(source));
        booted.run(Runs.LIMIT);
        assertEquals("%016x".formatted(call.answer), booted.kernel().console());
    }

    static Stream<Arguments> resets() {
        return Stream.of(0L, 0x8000_0000L, 0xffff_ffffL)
                .flatMap(type -> Host.names().stream().map(host -> Arguments.of(type, host)));
    }

    @ParameterizedTest(name = "{1}: type {0}")
    @MethodSource("resets")
    void systemReset2Resets(long type, String host) throws Failure {
        Host booted = new Setting(host, Generation.LINUX_6_1).boot();
        Vmm vmm = vmm(FRAME.formatted(RESET2, type, 0, 0) + GuestParts.REPORT);
        booted.spawn(vmm);
        booted.run(Runs.LIMIT);
        assertEquals(Vmm.Outcome.RESET, vmm.outcome());
        assertEquals("", booted.kernel().console());
    }

    private static Vmm vmm(String source) {
        return new Vmm(Vmm.Options.of("hypercalls", Assembler.assemble(source, Vmm.IMAGE).bytes(), 2 << 20)
                .withVcpus(2));
    }
}
