package splitvisor.benchmarks.lab;

import java.util.ArrayList;
import java.util.List;
import splitvisor.highvisor.kernel.Syscall;
import splitvisor.highvisor.kernel.UserCpu;
import splitvisor.highvisor.kernel.UserProgram;

/// A process that maps memory, in more than one table of level 3, and writes to each page what only it is to hold.
final class ProcessPages implements UserProgram {

    /// A page that did not keep what was written to it.
    record Loss(long va, long written, long read) {}

    private static final long PAGE = 0x1000;
    private static final int[] SIZES = {1, 5, 700, 3};

    private final List<Loss> losses = new ArrayList<>();

    @Override
    public String name() {
        return "pages";
    }

    List<Loss> losses() {
        return losses;
    }

    @Override
    public void run(UserCpu cpu) {
        List<Long> pages = new ArrayList<>();
        for (int size : SIZES) {
            long va = cpu.syscall(Syscall.MMAP, 0, size * PAGE, 0, 0, -1, 0);
            for (int i = 0; i < size; i++) {
                pages.add(va + i * PAGE);
            }
        }
        pages.forEach(va -> cpu.store(va + 8, 3, mark(va)));
        for (long va : pages) {
            long read = cpu.load(va + 8, 3);
            if (read != mark(va)) {
                losses.add(new Loss(va, mark(va), read));
            }
        }
    }

    private static long mark(long va) {
        return va ^ 0x5a5a_0000_0000_0000L;
    }
}
