package splitvisor.benchmarks.lab;

import java.util.List;
import splitvisor.benchmarks.host.Host;
import splitvisor.highvisor.user.Vmm;

/// Lab 6: the student writes `ListRegisters`.
final class ListRegistersLab implements Exercise {

    private static final long LIMIT = 250_000;
    private static final int RANDOM_GUESTS = 2;

    @Override
    public List<Task> tasks() {
        return List.of(
                new Task("an edge is delivered, once, and its end costs no exit", 25,
                        inspection -> run(inspection, InterruptGuest.edges())),
                new Task("a level comes again while its line is high, and no longer", 15,
                        inspection -> run(inspection, InterruptGuest.levels())),
                new Task("the timer's interrupt ends together with the physical one", 15,
                        inspection -> run(inspection, InterruptGuest.timer())),
                new Task("an interrupt is active until it is ended, and may be pending again meanwhile", 15,
                        inspection -> run(inspection, InterruptGuest.active())),
                new Task("with more interrupts than list registers all come, the most urgent first", 20,
                        inspection -> run(inspection, InterruptGuest.overflow())),
                new Task("whatever the guest does, no interrupt is lost and none comes twice", 10, this::random));
    }

    /// The host kernel does not know where it runs, so neither does what is written for it.
    private static void run(Inspection inspection, Vmm.Options guest) {
        for (String host : Host.names()) {
            new Trial(inspection, host).limit(LIMIT).guest(guest).watchedBy(new ListRegisterAudit()).run();
        }
    }

    private void random(Inspection inspection) {
        for (int seed = 0; seed < RANDOM_GUESTS; seed++) {
            run(inspection, InterruptGuest.random(seed));
        }
    }
}
