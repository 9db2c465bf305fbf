package splitvisor.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import splitvisor.cpu.cost.CostGroup;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.cost.Counts;
import splitvisor.cpu.cost.Event;
import splitvisor.cpu.cost.Ledger;
import splitvisor.cpu.cost.World;

class FiguresTest {

    private final Ledger ledger = new Ledger(CostProfile.builtIn("gicv3-server"));
    private final Counts start = ledger.snapshot();

    private Figures per(long iterations) {
        return Figures.of(ledger.snapshot().since(start), iterations);
    }

    @Test
    void allWorldsAndGroupsAreSummed() {
        for (World world : World.values()) {
            ledger.enter(world);
            for (CostGroup group : CostGroup.values()) {
                ledger.sysRegRead(group.ordinal());
                ledger.sysRegWrite(group.ordinal());
                ledger.sysRegWrite(group.ordinal());
            }
        }
        long moves = World.values().length * CostGroup.values().length;
        assertEquals(moves, per(1).rounded(Figure.SYSREG_READS));
        assertEquals(2 * moves, per(1).rounded(Figure.SYSREG_WRITES));
    }

    @Test
    void memoryPairsAreLoadsAndStoresOfBothKinds() {
        ledger.count(Event.LOAD_PAIR_GP);
        ledger.count(Event.STORE_PAIR_GP);
        ledger.count(Event.LOAD_PAIR_FP);
        ledger.count(Event.STORE_PAIR_FP);
        assertEquals(4, per(1).rounded(Figure.MEMORY_PAIRS));
    }

    @Test
    void figuresArePerIterationAndExact() {
        ledger.instructions(10);
        assertEquals(new BigDecimal("2.5"), per(4).get(Figure.INSTRUCTIONS));
        assertEquals(new BigDecimal("2.5"), per(4).get(Figure.CYCLES));
    }

    @Test
    void aTotalThatTheIterationsDoNotDivideKeepsSixDecimals() {
        ledger.instructions(1);
        assertEquals(new BigDecimal("0.333333"), per(3).get(Figure.INSTRUCTIONS));
    }

    @Test
    void everyKeyIsDifferent() {
        long keys = java.util.Arrays.stream(Figure.values()).map(Figure::key).distinct().count();
        assertEquals(Figure.values().length, keys);
    }
}
