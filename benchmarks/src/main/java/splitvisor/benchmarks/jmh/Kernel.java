package splitvisor.benchmarks.jmh;

import java.util.Map;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.hosted.HostedTexts;
import splitvisor.cpu.isa.Assembler;
import splitvisor.cpu.isa.MachineCode;
import splitvisor.cpu.memory.PhysicalMemory;

/// Endless guest programs that each lean on another part of an engine. All run at EL1.
public enum Kernel {

    /// The smallest loop that does something: dispatch and branches.
    LOOP(
            """
            1:  add     x0, x0, #1
                eor     x1, x1, x0
                subs    x5, x5, #1
                b.ne    1b
                mov     x5, #0x10000
                b       1b
            """),

    /// A linear congruential generator with a branch that depends on its data: integer arithmetic.
    INTEGER(
            """
                ldr     x2, =6364136223846793005
                ldr     x3, =1442695040888963407
            1:  madd    x0, x0, x2, x3
                eor     x1, x1, x0, lsr #17
                tbz     x0, #40, 2f
                add     x4, x4, #1
            2:  ubfx    x6, x0, #33, #12
                cmp     x6, x7
                csel    x7, x6, x7, hi
                b       1b
            """),

    /// Copies 64 KiB in pairs of registers: loads, stores and the translation of data.
    COPY(
            """
            1:  adrp    x1, source
                adrp    x0, destination
                mov     x5, #2048
            2:  ldp     x6, x7, [x1], #16
                ldp     x8, x9, [x1], #16
                stp     x6, x7, [x0], #16
                stp     x8, x9, [x0], #16
                subs    x5, x5, #1
                b.ne    2b
                b       1b
            """),

    /// Calls a function on another page that keeps a frame on the stack: changes of page, the stack pointer.
    CALL(
            """
                adrp    x0, source
                mov     sp, x0
            1:  mov     x0, #3
                bl      far
                b       1b
                .balign 4096
            far:
                stp     x29, x30, [sp, #-32]!
                mov     x29, sp
                str     x0, [sp, #16]
                ldr     x1, [sp, #16]
                add     x0, x0, x1
                ldp     x29, x30, [sp], #32
                ret
            """),

    /// Reads and writes system registers that a host traps from nobody: the access path of MRS and MSR.
    SYSREG(
            """
            1:  mrs     x0, tpidr_el1
                add     x0, x0, #1
                msr     tpidr_el1, x0
                mrs     x1, elr_el1
                msr     elr_el1, x0
                mrs     x2, tpidr_el0
                b       1b
            """),

    /// Hypercalls that EL2 answers by nothing but an ERET: exception entry and return. Four instructions a round.
    HVC(
            """
            1:  hvc     #0
                subs    x5, x5, #1
                b.ne    1b
                mov     x5, #0x10000
                b       1b
            """);

    private static final long RAM = 0x4000_0000L;
    private static final int RAM_SIZE = 1 << 20;

    /// Drops to EL1; with `translate`, under an identity map of one 1 GiB block of Normal memory.
    private static final String START =
            """
                mov     x0, #(1 << 31)          // HCR_EL2.RW
                msr     hcr_el2, x0
                adrp    x0, vectors
                msr     vbar_el2, x0
                mov     x0, #0x3c5              // EL1h, all masked
                msr     spsr_el2, x0
                adr     x0, 1f
                msr     elr_el2, x0
                eret
            1:  mov     x0, #translate
                cbz     x0, kernel
                adrp    x0, table
                ldr     x1, =RAM + 0x701        // block, access flag, inner shareable
                str     x1, [x0, #8]
                msr     ttbr0_el1, x0
                mov     x0, #0xff               // MAIR_EL1.Attr0: Normal, write-back
                msr     mair_el1, x0
                ldr     x0, =0x500803519        // IPS 48 bits, 4K, TTBR0 only, T0SZ 25
                msr     tcr_el1, x0
                isb
                mrs     x0, sctlr_el1
                orr     x0, x0, #1
                msr     sctlr_el1, x0
                isb
                .balign 4096
            kernel:
            """;

    private static final String DATA =
            """
                .ltorg
                .balign 4096
            vectors:
                .space  0x400
                eret                            // synchronous, from EL1
                .balign 4096
            table:
                .space  4096
            source:
                .space  65536
            destination:
                .space  65536
            """;

    private final String source;

    Kernel(String source) {
        this.source = source;
    }

    /// A PE about to execute the kernel's first instruction, with stage 1 off or on.
    Cpu start(boolean translate) {
        MachineCode code = Assembler.assemble(
                START + source + DATA, RAM, Map.of("RAM", RAM, "translate", translate ? 1L : 0L));
        PhysicalMemory memory = new PhysicalMemory(RAM, RAM_SIZE);
        memory.load(code.address(), code.bytes());
        Cpu cpu = new Cpu(0, memory, new HostedTexts(), CostProfile.builtIn(CostProfile.BUILT_IN.getFirst()));
        cpu.pc = RAM;
        long kernel = code.symbol("kernel");
        while (cpu.pc != kernel) {
            cpu.interpreter.run(1);
        }
        return cpu;
    }
}
