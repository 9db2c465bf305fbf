package splitvisor.highvisor.user;

import splitvisor.highvisor.kernel.Syscall;
import splitvisor.highvisor.kernel.UserCpu;

/// A lock between the threads of a process. A thread that does not get it lets others run. QEMU: the BQL.
final class Mutex {

    private final UserCpu cpu;
    private final long word;
    private boolean held;

    /// A lock whose state is the word at the given user address.
    Mutex(UserCpu cpu, long word) {
        this.cpu = cpu;
        this.word = word;
    }

    void lock() {
        cpu.load(word, 2);
        while (held) {
            cpu.syscall(Syscall.SCHED_YIELD);
            cpu.load(word, 2);
        }
        held = true; // nothing comes between this and the load, as with an exclusive pair that succeeds
        cpu.store(word, 2, 1);
    }

    void unlock() {
        cpu.store(word, 2, 0);
        held = false;
    }
}
