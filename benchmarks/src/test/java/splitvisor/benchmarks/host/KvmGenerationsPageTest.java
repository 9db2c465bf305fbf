package splitvisor.benchmarks.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import splitvisor.benchmarks.Failure;
import splitvisor.benchmarks.GeneratedPage;
import splitvisor.cpu.cost.CostGroup;
import splitvisor.cpu.cost.Counts;
import splitvisor.cpu.cost.Event;
import splitvisor.cpu.cost.World;
import splitvisor.highvisor.hyp.Generation;

/// What the generations of KVM move, and where that is known from: the facts by hand, the counts by the machine.
class KvmGenerationsPageTest {

    private static final int ITERATION = 4;

    private record Fact(String what, String early, String earlyVhe, String today, String todayVhe) {}

    private static final List<Fact> FACTS = List.of(
            new Fact("EL1 system registers of the guest", "each exit", "each exit, by `_EL12` names", "each exit",
                    "when scheduled"),
            new Fact("EL1 system registers of the host", "each exit", "stay: the host's are EL2's", "each exit",
                    "stay"),
            new Fact("FP and SIMD registers", "each entry and exit", "at the first use, and back at that exit",
                    "at the first use, and back when scheduled out", "the same"),
            new Fact("list registers", "all, each entry and exit", "all, each entry and exit", "those in use",
                    "those in use"),
            new Fact("VMCR, active priorities", "each entry and exit", "each entry and exit", "when scheduled",
                    "when scheduled"),
            new Fact("MISR, EISR, ELRSR", "each exit", "each exit", "ELRSR, if a list register is in use",
                    "the same"),
            new Fact("who moves the virtual CPU interface", "EL2's code", "the world switch",
                    "EL2's code (GICv3), the kernel (GICv2)", "the kernel, at flush and sync"),
            new Fact("virtual timer, CNTVOFF", "each entry and exit", "each entry and exit", "when scheduled",
                    "when scheduled"),
            new Fact("an expired virtual timer", "seen at the exit, made pending once, masked", "the same",
                    "the host's interrupt, forwarded", "the same"),
            new Fact("host's general-purpose registers", "those a callee saves", "those a callee saves",
                    "all 31, and those a callee saves", "those a callee saves"),
            new Fact("a wired interrupt from an irqfd", "a worker thread injects it", "the same", "at once", "at once"),
            new Fact("VTCR", "at initialisation", "at initialisation", "each entry", "each entry"));

    private static final String SOURCES = """

            ## Sources

            * `linux-6.1`: the traces behind [linux-6.1-fidelity.md](linux-6.1-fidelity.md).
            * `linux-4.0`, split: Linux 4.0's `arch/arm64/kvm/hyp.S` (the order of the switch, FP, timer, traps), which
              Linux 4.5 rewrote in C with the same operations (`hyp/switch.c`, `hyp/sysreg-sr.c`, `hyp/timer-sr.c`; read
              there), `vgic-v3-switch.S` and `vgic-v2-switch.S`.
            * `linux-4.0`, VHE: Linux 4.0 had no VHE. The VHE host follows Linux 4.5's `hyp/switch.c` and
              `hyp/sysreg-sr.c`, the first that knew it: no register stays on the CPU from one exit to the next.
              CNTHCTL_EL2 is left alone, as from 4.11 on; 4.5 wrote it in the layout without E2H.
            * Interrupts from an irqfd: Linux's `virt/kvm/eventfd.c`, `irqfd_wakeup()`, of the 3.x kernels and of today.

            ## What does not follow the generation

            * The host kernel's own code, by instruction count, and the vGIC's model are Linux 6.1's in each.
            * The per-CPU pointer: EL2 reads TPIDR_EL2, where Linux 4.0 wrote the vCPU's address to it on each entry.
            * The vectors: Linux 4.0 had one table at EL2 for host and guest, here VBAR_EL2 changes between two.
            * Linux 4.5, whose switch the VHE host follows, no longer reads GICH_HCR or ICH_HCR_EL2 when it saves the
              VGIC; here both hosts do, as Linux 4.0 did.
            * Emulated instructions are stepped over in the switch (step 3); in Linux 4.0 the kernel did that.
            * With VHE the physical timer is the guest's from load to put; Linux 4.5 did not offer it.
            """;

    private static Counts hypercall(Setting setting) throws Failure {
        OperationsGuest guest = Runs.of(Operation.HYP_CALL, setting.host()).guest();
        Host.Shape shape = new Host.Shape(1, 3, 0, null, setting.generation());
        Run run = new Run(guest, Operation.HYP_CALL, setting.host(), Runs.PROFILE, Runs.LIMIT, shape);
        SpanMeter meter = Runs.spans(run);
        run.execute(ITERATION + 2, meter);
        return meter.spans().get(ITERATION - 1);
    }

    private static long moves(Counts counts, CostGroup group) {
        long moves = 0;
        for (World world : List.of(World.HYP_EL2, World.HOST_EL2)) {
            moves += counts.reads(world, group) + counts.writes(world, group);
        }
        return moves;
    }

    /// Linux 4.0's GICv3 code: twelve reads and nine writes of ICH_* registers, all of them each time.
    @ParameterizedTest
    @MethodSource("splitvisor.benchmarks.host.Setting#all")
    void theVirtualCpuInterfaceMovesOnEveryExitOrNotAtAll(Setting setting) throws Failure {
        long expected = setting.generation().isEarly() ? 22 : 0;
        assertEquals(expected, moves(hypercall(setting), CostGroup.VGIC));
    }

    @Test
    void onlyLinux40MovesFpRegistersForAHypercall() throws Failure {
        assertEquals(64, pairs(new Setting("split", Generation.LINUX_4_0)));
        assertEquals(0, pairs(new Setting("vhe", Generation.LINUX_4_0)));
        assertEquals(0, pairs(new Setting("split", Generation.LINUX_6_1)));
    }

    private static long pairs(Setting setting) throws Failure {
        Counts counts = hypercall(setting);
        return counts.of(Event.STORE_PAIR_FP) + counts.of(Event.LOAD_PAIR_FP);
    }

    @Test
    void vheGainsFarMoreTodayThanItDidAtFirst() throws Failure {
        double early = ratio(Generation.LINUX_4_0);
        double today = ratio(Generation.LINUX_6_1);
        assertTrue(early > 1 && today > 1.5 * early, early + " " + today);
    }

    private static double ratio(Generation generation) throws Failure {
        double split = hypercall(new Setting("split", generation)).centicycles();
        return split / hypercall(new Setting("vhe", generation)).centicycles();
    }

    @Test
    void thePageIsFresh() throws Exception {
        StringBuilder page = new StringBuilder("""
                # KVM generations

                Generated by `KvmGenerationsPageTest`. `compare --generation` and `run --generation` choose one.

                | what moves, and when | linux-4.0, split | linux-4.0, VHE (4.5) | linux-6.1, split | linux-6.1, VHE |
                |---|---|---|---|---|
                """);
        for (Fact fact : FACTS) {
            page.append("| %s | %s | %s | %s | %s |\n"
                    .formatted(fact.what, fact.early, fact.earlyVhe, fact.today, fact.todayVhe));
        }
        page.append("""

                ## Counted

                Reads and writes by EL2's code in one hypercall (`hyp_call`), with a GICv3 and no interrupt pending.

                | registers | linux-4.0, split | linux-4.0, VHE | linux-6.1, split | linux-6.1, VHE |
                |---|---:|---:|---:|---:|
                """);
        List<Counts> counts = List.of(
                hypercall(new Setting("split", Generation.LINUX_4_0)),
                hypercall(new Setting("vhe", Generation.LINUX_4_0)),
                hypercall(new Setting("split", Generation.LINUX_6_1)),
                hypercall(new Setting("vhe", Generation.LINUX_6_1)));
        for (CostGroup group : HostComparison.REGISTERS) {
            page.append("| ").append(group.label());
            counts.forEach(c -> page.append(" | ").append(moves(c, group)));
            page.append(" |\n");
        }
        page.append("| FP register pairs");
        counts.forEach(c -> page.append(" | ").append(c.of(Event.STORE_PAIR_FP) + c.of(Event.LOAD_PAIR_FP)));
        page.append(" |\n").append(SOURCES);
        GeneratedPage.check("tables/kvm-generations.md", page.toString());
    }
}
