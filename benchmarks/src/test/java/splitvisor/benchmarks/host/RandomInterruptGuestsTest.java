package splitvisor.benchmarks.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import splitvisor.benchmarks.Failure;
import splitvisor.cpu.board.Machine;
import splitvisor.cpu.isa.Assembler;
import splitvisor.highvisor.user.Vmm;

/// Guests that do at random to their GICv3 what software can: what they take, in which order, and what they read is
/// what the bare machine shows, in every host and generation. Everything observed goes into one number.
///
/// Priorities are distinct, because a GIC may choose among equals, and the distributor stays on: what KVM is told while
/// it is off it forgets.
class RandomInterruptGuestsTest {

    private static final int SEEDS = 30;
    private static final int STEPS = 60;
    private static final int SGIS = 7;
    private static final int FIRST_SPI = 40;
    private static final int SPIS = 3;

    private static final String FRAME = """
                    .equ    GICD, 0x08000000
                    .equ    SGIS, 0x080b0000
            start:  adr     x0, vectors
                    msr     vbar_el1, x0
                    mov     x20, #1
                    mov     x21, #31
                    ldr     x26, =GICD
                    ldr     x27, =SGIS
                    mov     w2, #0x12
                    str     w2, [x26]
                    mov     w2, #-1
                    str     w2, [x26, #0x84]
                    str     w2, [x27, #0x80]
                    mov     w2, #0xfe
                    str     w2, [x27, #0x100]
                    mov     w2, #0xf00
                    str     w2, [x26, #0x104]       // INTIDs 40 to 43
                    mov     w2, #0xaa0000
                    str     w2, [x26, #0xc08]       // edges
                    mov     x2, #0xf8
                    msr     icc_pmr_el1, x2
                    mov     x2, #1
                    msr     icc_igrpen1_el1, x2
                    isb
            %s
                    ldr     w2, =0xf8
                    msr     icc_pmr_el1, x2
                    msr     daifclr, #2
                    isb
                    mov     x9, #300
            1:      subs    x9, x9, #1              // whatever is left
                    b.ne    1b
                    msr     daifset, #2
                    mov     x22, x20
                    bl      report
                    ldr     w0, =0x84000008
                    hvc     #0
                    b       .

            irq:    mrs     x12, icc_iar1_el1
                    mul     x20, x20, x21
                    add     x20, x20, x12
                    msr     icc_eoir1_el1, x12
                    isb
                    eret

                    .balign 0x800
            vectors:
                    .space  0x280
                    b       irq
                    .ltorg
            """;

    /// One thing that software can do to a GIC.
    private static String step(Random random) {
        boolean spi = random.nextInt(3) == 0;
        int n = spi ? random.nextInt(SPIS) : 1 + random.nextInt(SGIS);
        String base = spi ? "x26" : "x27";
        int word = spi ? 4 : 0;
        long bit = 1L << (spi ? FIRST_SPI - 32 + n : n);
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> spi ? store(base, 0x200 + word, bit) : send(n);
            case 3 -> store(base, 0x200 + word, bit); // set pending
            case 4 -> store(base, 0x280 + word, bit); // clear pending
            case 5 -> store(base, 0x100 + word, bit); // enable
            case 6 -> store(base, 0x180 + word, bit); // disable
            case 7 -> priority(base, spi ? FIRST_SPI + n : n, random.nextInt(3));
            case 8 -> "msr daif%s, #2\n isb".formatted(random.nextBoolean() ? "set" : "clr");
            case 9 -> "mov x2, #%d\n msr icc_pmr_el1, x2\n isb".formatted(8 * (8 + random.nextInt(24)));
            case 10 -> look(base, (random.nextBoolean() ? 0x200 : 0x300) + word);
            default -> acknowledge(random);
        };
    }

    private static String store(String base, int offset, long bits) {
        return "ldr w2, =%#x\n str w2, [%s, #%#x]\n dsb sy\n isb".formatted(bits, base, offset);
    }

    private static String send(int n) {
        return "ldr x2, =%#x\n msr icc_sgi1r_el1, x2\n isb".formatted(1 | (long) n << 24);
    }

    /// Each interrupt has three priorities that no other has.
    private static String priority(String base, int intid, int choice) {
        int own = intid < 32 ? intid : SGIS + 1 + intid - FIRST_SPI;
        int value = 8 * (1 + own % 10 + 10 * choice);
        return "mov w2, #%d\n strb w2, [%s, #%d]\n dsb sy\n isb".formatted(value, base, 0x400 + intid);
    }

    private static String look(String base, int offset) {
        return "ldr w2, [%s, #%#x]\n mul x20, x20, x21\n add x20, x20, x2".formatted(base, offset);
    }

    /// An interrupt taken without an exception, active while a few other things happen.
    private static String acknowledge(Random random) {
        StringBuilder body = new StringBuilder("msr daifset, #2\n mrs x12, icc_iar1_el1\n isb\n"
                + " mul x20, x20, x21\n add x20, x20, x12\n");
        for (int i = random.nextInt(3); i > 0; i--) {
            body.append(send(1 + random.nextInt(SGIS))).append('\n');
        }
        if (random.nextBoolean()) {
            body.append(look("x27", 0x300)).append("\n ldr w0, =0x84000000\n hvc #0\n");
        }
        return body.append(" msr icc_eoir1_el1, x12\n isb").toString();
    }

    private static byte[] image(int seed) {
        Random random = new Random(seed);
        StringBuilder body = new StringBuilder();
        for (int intid = 1; intid <= SGIS; intid++) {
            body.append(priority("x27", intid, 1)).append('\n');
        }
        for (int intid = FIRST_SPI; intid < FIRST_SPI + SPIS; intid++) {
            body.append(priority("x26", intid, 1)).append('\n');
        }
        for (int i = 0; i < STEPS; i++) {
            body.append(step(random)).append('\n');
        }
        return Assembler.assemble(FRAME.formatted(body) + GuestParts.REPORT, Vmm.IMAGE).bytes();
    }

    private static String bare(byte[] image) {
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        Machine machine = new Machine(Runs.PROFILE, 2 << 20, new Machine.Options(1, 3, 1, console, null));
        machine.memory.load(Vmm.IMAGE, image);
        machine.cpu().reset(1, Vmm.IMAGE);
        machine.timeLine.limit(Runs.LIMIT);
        machine.run();
        return console.toString(StandardCharsets.US_ASCII);
    }

    static IntStream seeds() {
        return IntStream.range(0, Integer.getInteger("seeds", SEEDS));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyHostShowsWhatTheBareMachineShows(int seed) throws Failure {
        byte[] image = image(seed);
        String expected = bare(image);
        assertEquals(16, expected.length(), expected);
        for (Setting setting : Setting.all().toList()) {
            Host host = setting.boot();
            host.spawn(new Vmm(Vmm.Options.of("probe", image, 2 << 20)));
            host.run(Runs.LIMIT);
            assertEquals(expected, host.kernel().console(), setting::toString);
        }
    }
}
