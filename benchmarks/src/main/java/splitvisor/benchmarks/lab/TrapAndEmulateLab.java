package splitvisor.benchmarks.lab;

import java.util.List;
import splitvisor.highvisor.user.Vmm;

/// Lab 2: the student writes `ExitHandlers` and `SysRegEmulation`. They are the host kernel's, which does not know
/// where it runs, so every guest runs in both hosts.
final class TrapAndEmulateLab implements Exercise {

    private static final long LIMIT = 500_000;
    private static final List<String> HOSTS = List.of("split", "vhe");

    @Override
    public List<Task> tasks() {
        return List.of(
                task("a guest's call is answered, and it misses no instruction", 15, EmulationGuest.calls()),
                task("WFI waits for an interrupt, and the guest goes on behind it", 15, EmulationGuest.waits()),
                new Task("WFE gives others a turn", 10, this::yields),
                task("identification registers say what the guest's CPU has", 15, EmulationGuest.identity()),
                task("what has no effect is stepped over, and what is not there reads as zero", 10,
                        EmulationGuest.nothing()),
                task("what the guest's CPU does not have is UNDEFINED", 15, EmulationGuest.undefined()),
                task("the guest sets up its MMU, and its registers stop trapping", 20, EmulationGuest.translation()));
    }

    private static Task task(String name, int points, Vmm.Options guest) {
        return new Task(name, points, inspection -> run(inspection, true, guest));
    }

    private void yields(Inspection inspection) {
        run(inspection, false, EmulationGuest.yields(), EmulationGuest.yields());
    }

    private static void run(Inspection inspection, boolean timed, Vmm.Options... guests) {
        for (String host : HOSTS) {
            if (inspection.foundNothing()) {
                Trial trial = new Trial(inspection, host)
                        .limit(LIMIT)
                        .watchedBy(new ArmedTraps())
                        .watchedBy(new EmulationAudit(timed));
                for (Vmm.Options guest : guests) {
                    trial.guest(guest);
                }
                trial.run();
            }
        }
    }
}
