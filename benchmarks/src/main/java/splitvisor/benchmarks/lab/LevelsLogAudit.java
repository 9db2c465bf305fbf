package splitvisor.benchmarks.lab;

import java.util.ArrayList;
import java.util.List;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.observe.ExceptionRecord;

/// Holds that what EL2 has noted of the exceptions is what the machine saw.
final class LevelsLogAudit extends LevelsAudit {

    private static final String RULE =
            "Each record is ESR_EL2 and ELR_EL2, and the doubleword at log says how many there are. Whoever takes an "
                    + "exception reads them before the next one can overwrite them. Arm ARM D1.3.";

    private final List<ExceptionRecord> taken = new ArrayList<>();

    LevelsLogAudit() {
        super(true);
    }

    @Override
    protected void trapped(Cpu cpu) {
        taken.add(trap());
    }

    @Override
    protected void finished(Cpu cpu) {
        long log = program().address("log");
        long count = cpu.memory.readRam(log, 3);
        if (count != taken.size()) {
            tell(cpu, log, "the log has %d records, and EL2 took %d exceptions from below".formatted(
                    count, taken.size()), RULE);
            return;
        }
        for (int i = 0; i < taken.size(); i++) {
            ExceptionRecord expected = taken.get(i);
            long esr = cpu.memory.readRam(log + 8 + 16L * i, 3);
            long elr = cpu.memory.readRam(log + 16 + 16L * i, 3);
            if (esr != expected.esr() || elr != expected.elr()) {
                tell(cpu, expected.elr(), "record %d is ESR %#x, ELR %#x; it was %s: ESR %#x, ELR %#x".formatted(
                        i, esr, elr, Ec.name(Ec.of(expected.esr())), expected.esr(), expected.elr()), RULE);
            }
        }
    }
}
