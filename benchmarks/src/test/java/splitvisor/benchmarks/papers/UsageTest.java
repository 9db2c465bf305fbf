package splitvisor.benchmarks.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import splitvisor.cpu.cost.CostProfile;

/// What a published number's run charges.
class UsageTest {

    private static final CostProfile M400 = CostProfile.builtIn("hp-m400");

    /// Every length of these paths was counted; an IPI goes over code that was not.
    @Test
    void guessedLengthsOfCodeAreCountedWhereTheyArePassed() throws Exception {
        Laboratory laboratory = new Laboratory(M400, _ -> {});
        Usage call = laboratory.usage(Experiment.of("hyp_call", "split", "linux-6.1", 3, new Part.Whole()));
        assertEquals(0, call.estimated());
        assertEquals(0, call.estimatedShare(M400));
        Usage ipi = laboratory.usage(Experiment.of("virtual_ipi", "split", "linux-6.1", 3, new Part.Whole()));
        assertTrue(ipi.estimatedShare(M400) > 0.05 && ipi.estimatedShare(M400) < 0.5, ipi.toString());
        assertTrue(ipi.estimated() < ipi.times()[0]);
    }
}
