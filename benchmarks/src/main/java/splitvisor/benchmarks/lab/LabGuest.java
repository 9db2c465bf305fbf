package splitvisor.benchmarks.lab;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import splitvisor.cpu.isa.Assembler;
import splitvisor.cpu.isa.AssemblyException;
import splitvisor.highvisor.user.Vmm;

/// Guests of the labs, in A64.
final class LabGuest {

    static final long RAM = 2 << 20;

    /// Ends the guest: with a power-off when all is well, with a reset (which is a finding) when not, for which X27
    /// may point to a reason, a string.
    private static final String ENDS = """

            good:   ldr     w0, =0x84000008         // PSCI SYSTEM_OFF
                    hvc     #0
            bad:    ldr     w0, =0x84000009         // PSCI SYSTEM_RESET
                    hvc     #0
            """;

    private LabGuest() {}

    /// A guest by its text, which ends by branching to `good` or `bad`.
    static Vmm.Options of(String name, String source) {
        return of(name, source, RAM);
    }

    /// The same with so much memory, in bytes, and arguments in X0 and following.
    static Vmm.Options of(String name, String source, long ram, long... arguments) {
        try {
            byte[] code = Assembler.assemble(source + ENDS, Vmm.IMAGE).bytes();
            return Vmm.Options.of(name, code, ram, arguments);
        } catch (AssemblyException e) {
            throw new IllegalStateException("guest " + name + ": " + e.getMessage(), e);
        }
    }

    /// What a guest with its MMU off can give any value.
    private static final List<String> FREE = List.of(
            "tpidr_el1", "ttbr0_el1", "ttbr1_el1", "mair_el1", "contextidr_el1", "far_el1", "par_el1", "elr_el1",
            "sp_el0", "tpidr_el0", "tpidrro_el0");

    /// Values that other registers can hold.
    private static final Map<String, Long> FITTING = new TreeMap<>(Map.of(
            "vbar_el1", 0x4008_2000L, "cpacr_el1", 0x30_0000L,
            "cntkctl_el1", 3L, "mdscr_el1", 0x4000L));

    /// Gives a value of its own to every register it may, and calls the host again and again: by HVC, by reading
    /// an ID register, a device of KVM's and one of the VMM's.
    static Vmm.Options registers() {
        return registers("registers", 0, "");
    }

    /// The same with values that depend on a seed, doing more in each round.
    static Vmm.Options registers(String name, int seed, String more) {
        StringBuilder text = new StringBuilder();
        FREE.forEach(reg -> text.append(set(reg, 0x1_1000L * (1 + FREE.indexOf(reg) + seed * FREE.size()))));
        FITTING.forEach((reg, value) -> text.append(set(reg, value)));
        text.append("        ldr     x0, =0x80001000\n        mov     sp, x0\n        isb\n");
        for (int n = 4; n < 28; n++) {
            text.append("        ldr     x%d, =0x%x\n".formatted(n, 0x5a00 + n + seed * 0x100));
        }
        return of(name, text + """
                        mov     x28, #6
                round:  ldr     w0, =0x84000000         // PSCI_VERSION
                        hvc     #0
                        ldr     w1, =0x10001
                        cmp     w0, w1
                        b.ne    bad
                        mrs     x2, id_aa64pfr0_el1
                        ldr     x3, =0x0800ffe8         // GICD_PIDR2, KVM's
                        ldr     w2, [x3]
                        and     w2, w2, #0xf0
                        cmp     w2, #0x30
                        b.ne    bad
                        ldr     x3, =0x0a000000         // a device of the VMM's
                        ldr     w2, [x3]
                        ldr     w1, =0x74726976
                        cmp     w2, w1
                        b.ne    bad
                """ + more + """
                        subs    x28, x28, #1
                        b.ne    round
                        b       good
                """);
    }

    private static String set(String reg, long value) {
        return "        ldr     x0, =0x%x\n        msr     %s, x0\n".formatted(value, reg);
    }

    /// Uses a breakpoint register across calls of the host; disabled, so that nothing breaks. After the trapped access
    /// to it MDSCR_EL1 does not trap until the next exit: only the register knows what was written there.
    static Vmm.Options breakpoints() {
        return of("breakpoints", """
                        ldr     x19, =0x12345678
                        mov     x20, #0x1000            // MDSCR_EL1.TDCC
                        mov     x28, #4
                round:  msr     dbgbvr1_el1, x19
                        msr     mdscr_el1, x20
                        ldr     w0, =0x84000000
                        hvc     #0
                        adr     x27, lost
                        mrs     x0, dbgbvr1_el1
                        cmp     x0, x19
                        b.ne    bad
                        adr     x27, gone
                        mrs     x0, mdscr_el1
                        cmp     x0, x20
                        b.ne    bad
                        eor     x20, x20, #0x4000       // HDE
                        subs    x28, x28, #1
                        b.ne    round
                        b       good
                lost:   .asciz  "DBGBVR1_EL1 is not what this guest wrote"
                gone:   .asciz  "MDSCR_EL1 is not what this guest wrote"
                        .balign 8
                """);
    }

    /// Uses FP and SIMD registers across calls of the host.
    static Vmm.Options floatingPoint() {
        return of("fp", """
                        mov     x0, #0x300000
                        msr     cpacr_el1, x0
                        isb
                        ldr     x19, =0x123456789abcdef
                        dup     v3.2d, x19
                        dup     v31.2d, x19
                        mov     x28, #4
                round:  ldr     w0, =0x84000000
                        hvc     #0
                        ldr     x3, =0x0a000000
                        ldr     w2, [x3]
                        umov    x0, v3.d[1]
                        cmp     x0, x19
                        b.ne    bad
                        umov    x0, v31.d[0]
                        cmp     x0, x19
                        b.ne    bad
                        subs    x28, x28, #1
                        b.ne    round
                        b       good
                """);
    }
}
