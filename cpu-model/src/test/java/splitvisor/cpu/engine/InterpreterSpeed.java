package splitvisor.cpu.engine;

import splitvisor.cpu.Cpu;

/// Instructions per second of wall time on two kernels, MMU on. Run its `main`; it is no test.
final class InterpreterSpeed {

    private static final long BASE = 0x4000_0000L;

    /// A linear congruential generator with a data-dependent branch.
    ///
    ///     loop: madd x0, x0, x2, x3
    ///           eor  x1, x1, x0, lsr #17
    ///           tbz  x0, #40, skip
    ///           add  x4, x4, #1
    ///     skip: subs x5, x5, #1
    ///           b.ne loop
    ///           b    .
    private static final int[] INTEGER = {
        0x9b020c00, 0xca404421, 0xb6400040, 0x91000484, 0xf10004a5, 0x54ffff61, 0x14000000
    };

    /// The inner loop of a memcpy.
    ///
    ///     loop: ldp x6, x7, [x1], #16
    ///           ldp x8, x9, [x1], #16
    ///           stp x6, x7, [x0], #16
    ///           stp x8, x9, [x0], #16
    ///           subs x5, x5, #1
    ///           b.ne loop
    ///           b    .
    private static final int[] COPY = {
        0xa8c11c26, 0xa8c12428, 0xa8811c06, 0xa8812408, 0xf10004a5, 0x54ffff61, 0x14000000
    };

    public static void main(String[] args) {
        for (int round = 0; round < 8; round++) {
            measure("integer", INTEGER, 1 << 26, 0);
            measure("copy", COPY, 1 << 11, 40_000);
        }
    }

    private static void measure(String name, int[] words, long iterations, int repeat) {
        Cpu cpu = FlatMachine.withMmuOn(BASE, 16 << 20);
        for (int i = 0; i < words.length; i++) {
            cpu.memory.writeRam(BASE + 4L * i, 2, words[i]);
        }
        long start = System.nanoTime();
        for (int i = 0; i <= repeat; i++) {
            cpu.pc = BASE;
            cpu.x[0] = BASE + 0x10_0000;
            cpu.x[1] = BASE + 0x20_0000;
            cpu.x[2] = 6364136223846793005L;
            cpu.x[3] = 1442695040888963407L;
            cpu.x[5] = iterations;
            while (cpu.x[5] != 0) {
                cpu.interpreter.run(10_000);
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%-8s %5.0f million instructions per second%n", name, cpu.instructions / seconds / 1e6);
    }
}
