package splitvisor.benchmarks.lab;

import java.util.List;
import java.util.function.Supplier;
import splitvisor.benchmarks.host.Host;
import splitvisor.highvisor.user.Vmm;

/// Lab 7: the student writes `ArchTimers`.
final class TimersLab implements Exercise {

    private static final long LIMIT = 800_000;

    @Override
    public List<Task> tasks() {
        return List.of(
                new Task("the guest's count is its own, and its timer keeps its registers", 20,
                        inspection -> run(inspection, () -> List.of(new TimerMoveAudit()), TimerGuest.registers())),
                new Task("the virtual timer interrupts a guest that runs", 20,
                        inspection -> run(inspection, TimerGuest.running())),
                new Task("a guest that waits is woken when its timer is due, and not before", 20, TimersLab::waiting),
                new Task("a timer that is masked does not interrupt, and does when it is not", 10,
                        inspection -> run(inspection, TimerGuest.masked())),
                new Task("the physical timer: direct in a VHE host, emulated in a split one", 20,
                        inspection -> run(inspection, TimerGuest.physical())),
                new Task("two VMs on one PE have each their own time", 10,
                        inspection -> run(inspection, TimerGuest.sharing(0), TimerGuest.sharing(1))));
    }

    private static void waiting(Inspection inspection) {
        run(inspection, () -> List.of(new StandInAudit()), TimerGuest.waiting());
        run(inspection, () -> List.of(new StandInAudit()), TimerGuest.woken(), TimerGuest.waking());
    }

    /// The host kernel does not know where it runs, so neither does what is written for it.
    private static void run(Inspection inspection, Vmm.Options... guests) {
        run(inspection, List::of, guests);
    }

    /// With audits besides that of the timers.
    private static void run(Inspection inspection, Supplier<List<Audit>> others, Vmm.Options... guests) {
        for (String host : Host.names()) {
            Trial trial = new Trial(inspection, host).late().limit(LIMIT).watchedBy(new TimerAudit(guests.length > 1));
            others.get().forEach(trial::watchedBy);
            for (Vmm.Options guest : guests) {
                trial.guest(guest);
            }
            trial.run();
        }
    }
}
