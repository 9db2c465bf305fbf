package splitvisor.benchmarks.lab;

import java.io.OutputStream;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.board.Machine;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.engine.NotModelledException;
import splitvisor.cpu.observe.Observer;
import splitvisor.cpu.timer.Exit;

/// One run of lab 1's program on the bare machine, from EL2, watched.
final class BareTrial {

    private static final long RAM = 4 << 20;
    private static final long LIMIT = 20_000;

    private final Inspection inspection;
    private final Transcript transcript = new Transcript(true);

    BareTrial(Inspection inspection) {
        this.inspection = inspection;
    }

    void run(LevelsAudit audit) {
        LevelsProgram program = LevelsProgram.of(inspection);
        String missing = program.missing();
        if (missing != null) {
            inspection.found("the label '%s' is missing".formatted(missing), "The check goes by the starter's labels.");
        } else if (!program.hasItsGuest()) {
            inspection.found("the guest, from guest_vectors to guest_end, is not the one of the starter",
                    "A hypervisor takes its guests as they are.");
        } else if (program.code().bytes().length > RAM / 2) {
            inspection.found("the image is larger than %d KiB".formatted(RAM >> 11), "The machine has little memory.");
        } else {
            run(program, audit);
        }
    }

    private void run(LevelsProgram program, LevelsAudit audit) {
        CostProfile profile = CostProfile.builtIn(CostProfile.BUILT_IN.getFirst());
        Machine machine = new Machine(profile, RAM, Machine.Options.onePe(OutputStream.nullOutputStream()));
        machine.memory.load(LevelsProgram.IMAGE, program.code().bytes());
        Cpu cpu = machine.cpu();
        cpu.interpreter.stopAtRefused(false); // as the ID registers say
        cpu.reset(2, LevelsProgram.IMAGE);
        audit.attend(inspection, transcript, new LastLine(inspection));
        audit.watch(program);
        cpu.observer = Observer.both(transcript, audit);
        machine.timeLine.limit(LIMIT);
        try {
            Exit exit = machine.run();
            audit.over(cpu, exit);
        } catch (NotModelledException e) {
            audit.tell(cpu, cpu.pc, e.getMessage(), "The machine models what its ID registers say.");
        }
    }
}
