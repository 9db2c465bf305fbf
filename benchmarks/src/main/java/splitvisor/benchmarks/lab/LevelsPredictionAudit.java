package splitvisor.benchmarks.lab;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.SysReg;

/// Holds that the student knew who takes which exception of the guest's.
final class LevelsPredictionAudit extends LevelsAudit {

    private static final int UNDECIDED = 0xff;

    /// What happened to a probe: the level that took the exception, and its class; 0, 0 if there was none.
    private record Fate(int el, int ec) {

        static final Fate NONE = new Fate(0, 0);

        String text() {
            return el == 0 ? "executes without an exception" : "goes to EL%d as %s".formatted(el, Ec.name(ec));
        }
    }

    private final Map<Probe, Fate> fates = new EnumMap<>(Probe.class);
    private final Map<Long, Probe> probes = new HashMap<>();
    private Probe executing;
    private long controls;

    LevelsPredictionAudit() {
        super(true);
    }

    @Override
    public void instruction(Cpu cpu, long pc, int word) {
        super.instruction(cpu, pc, word);
        if (probes.isEmpty()) {
            for (Probe probe : Probe.values()) {
                probes.put(program().address(probe.label()), probe);
            }
        }
        settle(Fate.NONE);
        executing = probes.get(pc);
    }

    @Override
    public void exceptionTaken(Cpu cpu, ExceptionRecord taken) {
        settle(new Fate(taken.toEl(), Ec.of(taken.esr())));
        super.exceptionTaken(cpu, taken);
    }

    private void settle(Fate fate) {
        if (executing != null) {
            fates.putIfAbsent(executing, fate);
            executing = null;
        }
    }

    @Override
    protected void entered(Cpu cpu, long pc) {
        controls = cpu.sys[SysReg.HCR_EL2.ordinal()];
    }

    @Override
    protected void finished(Cpu cpu) {
        if ((controls & (Hcr.TWI | Hcr.TID3 | Hcr.TVM | Hcr.TSC)) != (Hcr.TWI | Hcr.TID3 | Hcr.TVM | Hcr.TSC)) {
            inspection().found("HCR_EL2 is not what was asked for, so what traps is not what was to be foretold",
                    "Predictions are about the machine as the handout has it.");
            return;
        }
        for (Probe probe : Probe.values()) {
            check(cpu, probe);
        }
    }

    private void check(Cpu cpu, Probe probe) {
        long row = program().address("predictions") + 2L * probe.ordinal();
        int el = (int) cpu.memory.readRam(row, 0);
        int ec = (int) cpu.memory.readRam(row + 1, 0);
        Fate fate = fates.get(probe);
        if (fate == null) {
            tell(cpu, program().address(probe.label()), "%s was never executed".formatted(probe.what()),
                    "The guest runs from its begin to its end.");
        } else if (!fate.equals(new Fate(el, ec))) {
            String foretold = el == UNDECIDED ? "you have not said who takes %s" : "you say that %s "
                    + new Fate(el, ec).text();
            inspection().found(cpu, List.of(), program().where(row),
                    foretold.formatted(probe.what()) + "; it " + fate.text(), probe.rule());
        }
    }
}
