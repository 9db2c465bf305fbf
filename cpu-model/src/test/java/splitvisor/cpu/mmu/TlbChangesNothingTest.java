package splitvisor.cpu.mmu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.cost.Event;
import splitvisor.cpu.mmu.TlbWorlds.World;
import splitvisor.cpu.sysreg.SysReg;

/// The TLB shows in walk counts only: the same random run with it and without it is the same run.
class TlbChangesNothingTest {

    private static final int STEPS = 400_000;
    private static final long[] LEAVES = {
        0x443, 0x443, 0x443, 0x443, 0x443, 0x403, 0x4c3, 0x483, 0x443 | Rig.UXN, 0x403 | Rig.PXN, 0x447, 0x043, 0,
    };

    private final SplittableRandom random = new SplittableRandom(42);
    private final TlbWorlds on = new TlbWorlds(true);
    private final TlbWorlds off = new TlbWorlds(false);
    private final List<World> worlds = TlbWorlds.worlds();
    private int done;
    private int faults;

    @Test
    void tlbOnEqualsTlbOff() {
        for (int step = 0; step < STEPS; step++) {
            int dice = random.nextInt(100);
            int pe = random.nextInt(2);
            if (step < 2 || dice < 4) {
                World w = worlds.get(random.nextInt(worlds.size()));
                boolean user = random.nextBoolean();
                enter(step < 2 ? step : pe, w, user);
            } else if (dice < 5) {
                pstate(pe);
            } else if (dice == 5 && random.nextInt(8) == 0) {
                edit(pe);
            } else {
                access(pe, step);
            }
        }
        assertArrayEquals(off.memory.ram(), on.memory.ram());
        assertTrue(done > STEPS / 3 && faults > STEPS / 20, done + " done, " + faults + " faults");
        long walksOn = steps(on);
        assertTrue(walksOn * 4 < steps(off) * 3, walksOn + " walk steps of " + steps(off));
    }

    private static long steps(TlbWorlds worlds) {
        return worlds.pes[0].ledger.snapshot().of(Event.WALK_STEP);
    }

    private void enter(int pe, World w, boolean user) {
        on.enter(pe, w, user);
        off.enter(pe, w, user);
    }

    private void pstate(int pe) {
        boolean pan = random.nextInt(4) == 0;
        boolean uao = random.nextBoolean();
        long sctlr = 1 | (random.nextInt(20) == 0 ? 2 : 0) | (random.nextInt(20) == 0 ? 1 << 19 : 0);
        for (TlbWorlds each : List.of(on, off)) {
            Cpu cpu = each.pes[pe];
            cpu.pan = pan;
            cpu.uao = uao;
            boolean el2 = cpu.el == 2 || cpu.tge;
            each.set(cpu, el2 ? SysReg.SCTLR_EL2 : SysReg.SCTLR_EL1, sctlr);
        }
    }

    private void edit(int pe) {
        World w = worlds.get(random.nextInt(worlds.size()));
        long base = random.nextInt(3) == 0 && w.vm() != -1 ? TlbWorlds.HIGH : TlbWorlds.LOW;
        int page = random.nextInt(TlbWorlds.PAGES);
        long attributes = LEAVES[random.nextInt(LEAVES.length)];
        boolean global = random.nextInt(4) == 0;
        if (w.vm() >= 0 && random.nextInt(4) == 0) {
            long ipa = TlbWorlds.leaf(random.nextInt(64), 0);
            long permissions = random.nextInt(3) > 0 ? Rig.S2_RW : random.nextInt(4) << 6;
            long leaf = random.nextInt(8) == 0 ? 0
                    : TlbWorlds.leaf(random.nextInt(64), 0x403 | Rig.S2_NORMAL | permissions);
            on.editStage2(pe, w.vm(), ipa, leaf);
            off.editStage2(pe, w.vm(), ipa, leaf);
        } else if (random.nextInt(6) == 0) {
            long block = random.nextInt(8) == 0 ? 0 : Rig.RAM | attributes & 0x7fc | 1;
            int how = random.nextInt(3);
            on.edit(pe, w, base + 0x20_0000 + page * 0x1000L, 2, block, how);
            off.edit(pe, w, base + 0x20_0000 + page * 0x1000L, 2, block, how);
        } else {
            int target = random.nextInt(64);
            long leaf = attributes == 0 ? 0 : TlbWorlds.leaf(target, attributes | (global ? 0 : Rig.NG));
            // A global entry belongs to all ASIDs only if it is the same in all: here the upper range.
            leaf = base == TlbWorlds.LOW ? leaf | Rig.NG & -(leaf & 1) : leaf;
            int how = random.nextInt(3);
            on.edit(pe, w, base + page * 0x1000L, 3, leaf, how);
            off.edit(pe, w, base + page * 0x1000L, 3, leaf, how);
        }
    }

    private void access(int pe, int step) {
        long base = random.nextInt(3) == 0 ? TlbWorlds.HIGH : TlbWorlds.LOW;
        long page = random.nextInt(5) == 0
                ? 0x20_0000 + random.nextInt(0x80, 0x84) * 0x1000L
                : random.nextInt(TlbWorlds.PAGES + 1) * 0x1000L;
        int kind = random.nextInt(40) == 0 ? 5 : random.nextInt(3) == 0 ? random.nextInt(6, 10) : random.nextInt(5);
        int log2 = random.nextInt(4);
        long offset = random.nextInt(0x1000);
        offset = kind == 4 ? offset & -4 : random.nextInt(8) == 0 ? offset : offset & -(1 << log2);
        long value = random.nextLong();
        long va = base + page + offset;
        String expected = off.access(pe, kind, va, log2, value);
        assertEquals(expected, on.access(pe, kind, va, log2, value), () -> "step %d: %d %x".formatted(step, kind, va));
        if (expected.startsWith("EC")) {
            faults++;
        } else {
            done++;
        }
    }
}
