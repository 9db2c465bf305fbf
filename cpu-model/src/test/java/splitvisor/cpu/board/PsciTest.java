package splitvisor.cpu.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.Profiles;
import splitvisor.cpu.hosted.Coroutine;
import splitvisor.cpu.timer.Exit;

class PsciTest {

    private final Machine machine = machine(2);
    private final Cpu cpu = machine.cpu();
    private final Cpu second = machine.cpus.get(1);

    @Test
    void callsAreAnsweredAsQemusFirmwareDoes() {
        long[][] cases = { // function, arguments, result
            {0x8400_0000L, 0, 0, 0, 0x1_0001}, // PSCI_VERSION
            {0x8000_0000L, 0, 0, 0, 0x1_0001}, // SMCCC_VERSION
            {0x8400_0006L, 0, 0, 0, 2}, // MIGRATE_INFO_TYPE
            {0xc400_0004L, 0, 0, 0, 0}, // AFFINITY_INFO: on
            {0xc400_0004L, 1, 0, 0, 1}, // off
            {0xc400_0004L, 2, 0, 0, -2}, // no such PE
            {0xc400_0004L, 1, 1, 0, 0}, // a cluster is always on
            {0xc400_0003L, 0, 0x4000_0000L, 0, -4}, // CPU_ON of this one
            {0xc400_0003L, 1, 0x4000_0002L, 0, -2}, // misaligned entry
            {0xc400_0003L, 7, 0x4000_0000L, 0, -2},
            {0x8400_000aL, 0xc400_0003L, 0, 0, 0}, // PSCI_FEATURES
            {0x8400_000aL, 0x8000_0000L, 0, 0, 0},
            {0x8400_000aL, 0x8400_0005L, 0, 0, -1}, // MIGRATE
            {0x8400_000aL, 0xc400_0008L, 0, 0, -1}, // SYSTEM_OFF has no 64-bit form
            {0xc400_0008L, 0, 0, 0, -1},
            {0x8000_0001L, 0x8000_0000L, 0, 0, 0}, // SMCCC_ARCH_FEATURES
            {0x8000_0001L, 0x8000_8000L, 0, 0, -1},
            {0x4b00_0000L, 0, 0, 0, -1},
        };
        for (long[] test : cases) {
            assertEquals(test[4], call(test[0], test[1], test[2], test[3]), Long.toHexString(test[0]));
        }
    }

    @Test
    void cpuOnStartsThePeWhereItWasTold() {
        assertEquals(0, call(0xc400_0003L, 1, 0x4000_1000L, 0xc0ffee));
        assertFalse(second.off);
        assertEquals(0x4000_1000L, second.pc);
        assertEquals(0xc0ffee, second.x[0]);
        assertEquals(2, second.el);
        assertEquals(0xf, second.daif);
        assertEquals(-4, call(0xc400_0003L, 1, 0x4000_1000L, 0));
    }

    @Test
    void startedPeDoesNotLiveInThePast() {
        machine.timeLine.host(cpu, new Coroutine("PE 0", this::startSecond));
        machine.timeLine.host(second, new Coroutine("PE 1", () -> machine.timeLine.stop(Exit.POWERED_OFF)));
        assertEquals(Exit.POWERED_OFF, machine.run());
        assertEquals(5000_00, second.centicycles());
    }

    private void startSecond() {
        cpu.instructions = 5000;
        call(0xc400_0003L, 1, 0x4000_1000L, 0);
        cpu.waiting = true;
        machine.timeLine.look(cpu);
    }

    @Test
    void narrowCallUsesTheLowHalvesOfItsArguments() {
        assertEquals(0, call(0x8400_0003L, 0xdead_0000_0000_0001L, 0xdead_0000_4000_1000L, -1));
        assertEquals(0x4000_1000L, second.pc);
        assertEquals(0xffff_ffffL, second.x[0]);
    }

    @Test
    void cpuOffStopsThePeAndSystemOffTheMachine() {
        second.reset(2, 0);
        second.set(0, 0x8400_0002L);
        assertTrue(second.firmware.smc(second, 0));
        assertTrue(second.off);
        assertEquals(1, call(0xc400_0004L, 1, 0, 0));
        call(0x8400_0008L, 0, 0, 0);
        assertEquals(Exit.POWERED_OFF, machine.run());
        assertEquals(Exit.RESET, reset(machine(2)));
    }

    @Test
    void conduitIsSmcForSoftwareStartedAtEl2AndHvcAtEl1() {
        assertTrue(cpu.firmware.smc(cpu, 0));
        assertFalse(cpu.firmware.hvc(cpu, 0));
        Cpu low = machine(1).cpu();
        assertEquals(1, low.el);
        assertFalse(low.firmware.smc(low, 0));
        assertTrue(low.firmware.hvc(low, 0));
    }

    private static Exit reset(Machine machine) {
        machine.cpu().set(0, 0x8400_0009L);
        machine.cpu().firmware.smc(machine.cpu(), 0);
        return machine.run();
    }

    private static Machine machine(int startEl) {
        return new Machine(
                Profiles.flat(1_000_000_000, 10_000_000),
                1 << 16,
                new Machine.Options(2, 3, startEl, OutputStream.nullOutputStream(), null));
    }

    private long call(long function, long first, long second, long third) {
        cpu.set(0, function);
        cpu.set(1, first);
        cpu.set(2, second);
        cpu.set(3, third);
        assertTrue(cpu.firmware.smc(cpu, 0));
        return cpu.x[0];
    }
}
