package splitvisor.benchmarks.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import splitvisor.benchmarks.Failure;
import splitvisor.highvisor.kernel.Syscall;
import splitvisor.highvisor.kernel.UserCpu;
import splitvisor.highvisor.kernel.UserProgram;

/// What the host kernel keeps for its threads while others run.
class ThreadsTest {

    @ParameterizedTest
    @ValueSource(strings = {"split", "vhe"})
    void everyThreadFindsItsThreadPointerWhenItIsBack(String host) throws Failure {
        List<Long> seen = new ArrayList<>();
        Host booted = Host.of(host, Runs.PROFILE, null);
        for (long pointer = 0x1000; pointer <= 0x3000; pointer += 0x1000) {
            booted.spawn(new Yielding(pointer, seen));
        }
        booted.run(Runs.LIMIT);
        assertEquals(List.of(0x1000L, 0x2000L, 0x3000L, 0x1000L, 0x2000L, 0x3000L), seen);
    }

    /// Sets its thread pointer, and looks at it after each of two yields.
    private record Yielding(long pointer, List<Long> seen) implements UserProgram {

        @Override
        public String name() {
            return "yielding";
        }

        @Override
        public void run(UserCpu cpu) {
            cpu.threadPointer(pointer);
            for (int turn = 0; turn < 2; turn++) {
                cpu.syscall(Syscall.SCHED_YIELD);
                seen.add(cpu.threadPointer());
            }
        }
    }
}
