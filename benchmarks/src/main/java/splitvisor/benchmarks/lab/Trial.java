package splitvisor.benchmarks.lab;

import java.util.ArrayList;
import java.util.List;
import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.Failure;
import splitvisor.benchmarks.host.Host;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.hosted.CodePath;
import splitvisor.cpu.observe.Observer;
import splitvisor.highvisor.kernel.UserCpu;
import splitvisor.highvisor.kernel.UserProgram;
import splitvisor.highvisor.user.Vmm;

/// One run of a host with the submission's classes in it, watched.
final class Trial {

    private static final long LIMIT = 2_000_000;
    private static final int PREPARATIONS = 1_000_000;
    private static final String GOES_ON = "A guest that does what it may goes on, to its power-off.";

    private final Inspection inspection;
    private final String host;
    private final Transcript transcript = new Transcript(false);
    private final List<Audit> audits = new ArrayList<>();
    private final Inspection explanation;
    private final List<Audit> explaining = new ArrayList<>();
    private final List<Vmm> vmms = new ArrayList<>();
    private final LastWords lastWords = new LastWords(transcript);
    private final LastLine lastLine;
    private final List<UserProgram> programs = new ArrayList<>();
    private CostProfile profile = CostProfile.builtIn(CostProfile.BUILT_IN.getFirst());
    private long limit = LIMIT;
    private boolean late;

    Trial(Inspection inspection, String host) {
        this.inspection = inspection;
        this.host = host;
        explanation = inspection.another();
        lastLine = new LastLine(inspection);
    }

    /// On a slow core: a time slice, milliseconds of simulated time, is not many instructions then.
    Trial slowly() {
        profile = profile.withClocks(5_000_000, 1_000_000);
        return this;
    }

    /// With VMs that begin when the machine has run for a while, so that their counts are far from the host's.
    Trial late() {
        late = true;
        return this;
    }

    /// With another limit than two million instructions.
    Trial limit(long instructions) {
        limit = instructions;
        return this;
    }

    Trial guest(Vmm.Options options) {
        lastWords.mayBeIn(options);
        return guest(new Vmm(options));
    }

    Trial guest(Vmm vmm) {
        vmms.add(vmm);
        return this;
    }

    /// Another process than a VMM, or a VMM whose end the caller looks at.
    Trial program(UserProgram program) {
        programs.add(program);
        return this;
    }

    Trial watchedBy(Audit audit) {
        audits.add(audit);
        return this;
    }

    /// What this one finds is reported only if the guests do not come to their end: it is why.
    Trial explainedBy(Audit audit) {
        explaining.add(audit);
        return this;
    }

    /// Runs the guests to their power-off. What keeps them from it is a finding, unless the audits have found
    /// something before, of which it is then the consequence. Returns the host's console.
    String run() {
        audits.forEach(audit -> audit.attend(inspection, transcript, lastLine));
        explaining.forEach(audit -> audit.attend(explanation, transcript, lastLine));
        Observer observer = Observer.both(transcript, Observer.both(lastWords, lastLine));
        for (List<? extends Observer> some : List.of(audits, explaining)) {
            for (Observer one : some) {
                observer = Observer.both(observer, one);
            }
        }
        Host booted = Host.of(host, profile, observer);
        vmms.forEach(vmm -> booted.spawn(new Threaded(vmm, late && vmm == vmms.getFirst())));
        programs.forEach(booted::spawn);
        Cpu cpu = booted.machine().cpu();
        try {
            booted.run(late ? limit + PREPARATIONS : limit);
            vmms.forEach(vmm -> checkOutcome(cpu, booted, vmm));
            audits.forEach(audit -> audit.ended(cpu));
        } catch (Failure e) {
            audits.forEach(audit -> audit.stopped(cpu));
            explaining.forEach(audit -> audit.stopped(cpu));
            if (isUnexplained()) {
                inspection.found(cpu, transcript, failed(e), GOES_ON);
            }
        } catch (RuntimeException | Error e) {
            if (isUnexplained()) {
                inspection.threw(cpu, transcript, e, lastLine.line());
            }
        }
        return booted.kernel().console();
    }

    private void checkOutcome(Cpu cpu, Host booted, Vmm vmm) {
        if (vmm.outcome() != Vmm.Outcome.POWERED_OFF && isUnexplained()) {
            String why = String.join("; ", booted.kernel().log()) + lastWords.text();
            inspection.found(cpu, lastWords.trace(),
                    "guest %s ended with %s%s".formatted(vmm.name(), vmm.outcome(), why.isEmpty() ? "" : ": " + why),
                    GOES_ON);
        }
    }

    /// Whether nothing was found yet that the end of the run is but a consequence of.
    private boolean isUnexplained() {
        if (inspection.foundNothing()) {
            inspection.take(explanation);
        }
        return inspection.foundNothing();
    }

    /// A process whose C library keeps its thread pointers in EL0's registers.
    ///
    /// @param late whether it has something else to do before
    private record Threaded(Vmm vmm, boolean late) implements UserProgram {

        private static final long POINTER = 0xffff_a000L;

        @Override
        public String name() {
            return vmm.name();
        }

        @Override
        public void run(UserCpu cpu) {
            cpu.threadPointer(POINTER);
            if (late) {
                cpu.path(new Preparations());
            }
            vmm.run(cpu);
        }
    }

    /// What a process does before it opens its VM.
    private record Preparations() implements CodePath {

        @Override
        public String symbol() {
            return "main";
        }

        @Override
        public int instructions(boolean e2h) {
            return PREPARATIONS;
        }
    }

    private static String failed(Failure e) {
        return e.code() == ExitCode.LIMIT ? "the guest does not come to its end: " + e.getMessage() : e.getMessage();
    }
}
