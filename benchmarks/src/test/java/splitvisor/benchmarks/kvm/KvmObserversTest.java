package splitvisor.benchmarks.kvm;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import splitvisor.benchmarks.host.Host;
import splitvisor.benchmarks.kvm.KvmStats.Counter;
import splitvisor.benchmarks.kvm.KvmStats.Row;
import splitvisor.benchmarks.kvm.KvmStats.Vcpu;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.isa.Assembler;
import splitvisor.cpu.observe.Observer;
import splitvisor.highvisor.user.Vmm;

/// A guest whose exits are known, seen through both observers, under each host.
class KvmObserversTest {

    private static final CostProfile PROFILE = CostProfile.builtIn("gicv3-server");

    /// Seven hypercalls (and the last, SYSTEM_OFF), three WFE of which the second traps (an exception return has set
    /// the event register for the others), two ID registers, two loads from the kernel's device, four from user space's
    /// and one store to it, one use of FP.
    private static final String GUEST = """
            start:  mov     x19, #7
            1:      ldr     w0, =0x84000000
                    hvc     #0
                    subs    x19, x19, #1
                    b.ne    1b
                    wfe
                    wfe
                    wfe
                    mrs     x1, id_aa64pfr0_el1
                    mrs     x1, id_aa64mmfr0_el1
                    ldr     x1, =0x08000008
                    ldr     w2, [x1]
                    ldr     w2, [x1]
                    ldr     x1, =0x0a000000
                    ldr     w2, [x1]
                    ldrh    w2, [x1]
                    ldrb    w2, [x1, #2]
                    ldr     w2, [x1, #4]
                    ldr     x1, =0x09000000
                    mov     w2, #'!'
                    strb    w2, [x1]
                    mov     x0, #0x300000
                    msr     cpacr_el1, x0
                    isb
                    movi    v0.16b, #7
                    ldr     w0, =0x84000008
                    hvc     #0
            """;

    private static void run(String host, String source, Observer observer) {
        Vmm vmm = new Vmm(Vmm.Options.of("vmm", Assembler.assemble(source, Vmm.IMAGE).bytes(), 1 << 20));
        Host booted = Host.of(host, PROFILE, observer);
        booted.spawn(vmm);
        assertDoesNotThrow(() -> booted.run(1_000_000));
        assertEquals(Vmm.Outcome.POWERED_OFF, vmm.outcome());
    }

    private static String trace(String host) {
        StringWriter text = new StringWriter();
        KvmTrace trace = KvmTrace.to(new PrintWriter(text), PROFILE.coreHz());
        run(host, GUEST, trace.observer());
        trace.close();
        return text.toString();
    }

    private static KvmStats stats(String host) {
        KvmStats stats = new KvmStats(PROFILE.coreHz());
        run(host, GUEST, stats.observer());
        return stats;
    }

    /// The lines without their heads.
    private static List<String> events(String trace) {
        return trace.lines().map(line -> line.substring(line.indexOf("kvm_"))).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"split", "vhe"})
    void theCountersAreTheGuestsOwnDoing(String host) {
        KvmStats stats = stats(host);
        assertEquals(1, stats.vcpus().size());
        Vcpu vcpu = stats.vcpus().getFirst();
        assertEquals(8, vcpu.get(Counter.HVC));
        assertEquals(1, vcpu.get(Counter.WFE));
        assertEquals(0, vcpu.get(Counter.WFI));
        assertEquals(2, vcpu.get(Counter.MMIO_KERNEL));
        assertEquals(5, vcpu.get(Counter.MMIO_USER));
        int idRegisters = 2;
        int memory = 1; // one page holds the whole guest
        assertEquals(8 + 1 + 2 + 5 + idRegisters + memory, vcpu.get(Counter.EXITS));
        assertEquals(Map.of("FP_ASIMD", 1L), stats.answered());
    }

    @ParameterizedTest
    @ValueSource(strings = {"split", "vhe"})
    void everyExitIsASampleOfGuestTimeAndAllButTheLastOneOfHandlingTime(String host) {
        KvmStats stats = stats(host);
        long exits = stats.vcpus().getFirst().get(Counter.EXITS);
        assertEquals(exits, stats.guestTimes().stream().mapToLong(row -> row.samples().count()).sum());
        assertEquals(exits - 1, stats.handlingTimes().stream().mapToLong(row -> row.samples().count()).sum());
        Row first = stats.guestTimes().getFirst();
        assertEquals("HVC64 8", "%s %d".formatted(first.exit(), first.samples().count()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"split", "vhe"})
    void theTraceIsLinuxs(String host) {
        List<String> events = events(trace(host));
        assertEquals(List.of(
                "kvm_entry: PC: 0x0000000040080000",
                "kvm_exit: TRAP: HSR_EC: 0x0020 (IABT_LOW), PC: 0x0000000040080000",
                "kvm_guest_fault: ipa 0x40080000, hsr 0x82000005, hxfar 0x40080000, pc 0x00000040080000",
                "kvm_entry: PC: 0x0000000040080000",
                "kvm_exit: TRAP: HSR_EC: 0x0016 (HVC64), PC: 0x000000004008000c",
                "kvm_hvc_arm64: HVC at 0x000000004008000c (r0: 0x0000000084000000, imm: 0x0)",
                "kvm_entry: PC: 0x000000004008000c"), events.subList(0, 7));
        assertTrue(events.containsAll(List.of(
                "kvm_wfx_arm64: guest executed wfe at: 0x0000000040080018",
                "kvm_handle_sys_reg: HSR 0x62300029",
                "kvm_sys_access: PC: 40080020 SYS_ID_AA64PFR0_EL1 (3,0,0,4,0) read",
                "kvm_mmio: mmio unsatisfied-read len 4 gpa 0x8000008 val 0x0",
                "kvm_mmio: mmio read len 4 gpa 0x8000008 val 0x4b00343b",
                "kvm_mmio: mmio read len 2 gpa 0xa000000 val 0x6976",
                "kvm_mmio: mmio read len 1 gpa 0xa000002 val 0x0",
                "kvm_mmio: mmio write len 1 gpa 0x9000000 val 0x21")), () -> String.join("\n", events));
        assertEquals("kvm_hvc_arm64: HVC at 0x000000004008006c (r0: 0x0000000084000008, imm: 0x0)", events.getLast());
    }

    /// `kvm_entry` shows the PC before EL2 adjusts it, as Linux has done since it moved that to the entry.
    @Test
    void anEmulatedInstructionIsEnteredAtItsOwnAddress() {
        List<String> events = events(trace("split"));
        int wfe = events.indexOf("kvm_wfx_arm64: guest executed wfe at: 0x0000000040080018");
        assertEquals("kvm_entry: PC: 0x0000000040080018", events.get(wfe + 1));
    }

    @Test
    void aLineHasTheHeadOfFtrace() {
        String first = trace("vhe").lines().findFirst().orElseThrow();
        String head = " {6}kvm-vcpu-0-1 {7}\\[000] d\\.\\.1\\. {5}0\\.\\d{6}: ";
        assertTrue(first.matches(head + "kvm_entry: PC: 0x0000000040080000"), first);
    }

    @Test
    void timeNeverRunsBackwards() {
        double last = 0;
        for (String line : trace("split").lines().toList()) {
            double time = Double.parseDouble(line.substring(38, line.indexOf(": kvm_")));
            assertTrue(time >= last, line);
            last = time;
        }
    }

    @Test
    void bothHostsHaveTheSameEvents() {
        assertEquals(events(trace("split")), events(trace("vhe")));
    }

    @Test
    void theTextNamesTheTimeOfEachTable() {
        String text = StatsText.of(stats("vhe"));
        assertTrue(text.contains("Time is from kvm_entry to kvm_exit"), text);
        assertTrue(text.contains("\n             VM-EXIT    Samples  Samples%     Time%    Min Time"), text);
        assertTrue(text.contains("Total Samples:19, "), text);
    }

    @Test
    void theJsonHasKvmsNames() {
        String json = StatsJson.of(stats("vhe"));
        assertTrue(json.contains("\"hvc_exit_stat\" : 8"), json);
        assertTrue(json.contains("\"FP_ASIMD\" : 1"), json);
    }

    /// The UART's transmit interrupt goes up with the first character and down when it is cleared.
    @ParameterizedTest
    @ValueSource(strings = {"split", "vhe"})
    void interruptLinesAreTraced(String host) {
        StringWriter text = new StringWriter();
        KvmTrace trace = KvmTrace.to(new PrintWriter(text), PROFILE.coreHz());
        run(host, """
                ldr     x1, =0x09000000
                mov     w2, #0x20
                str     w2, [x1, #0x38]
                str     w2, [x1]
                str     w2, [x1, #0x44]
                ldr     w0, =0x84000008
                hvc     #0
                """, trace.observer());
        trace.close();
        assertEquals(
                List.of(
                        "kvm_irq_line: Inject VGIC SPI interrupt (1), vcpu->idx: 0, num: 33, level: 1",
                        "kvm_irq_line: Inject VGIC SPI interrupt (1), vcpu->idx: 0, num: 33, level: 0"),
                events(text.toString()).stream().filter(line -> line.startsWith("kvm_irq_line")).toList());
    }
}
