package splitvisor.benchmarks.lab;

import java.util.List;
import splitvisor.benchmarks.host.Host;
import splitvisor.highvisor.user.Vmm;

/// Lab 8: the student writes how the host kernel's `Scheduler` hands the PE on, what `VcpuSchedule` moves then, and
/// `Vmids`.
final class TwoVmsLab implements Exercise {

    private static final long ROUNDS = 12;
    private static final long SPINS = 300_000;

    @Override
    public List<Task> tasks() {
        return List.of(
                new Task("two VMs share a PE, and both come to their end", 20, this::takeTurns),
                new Task("each VM has a VMID of its own", 20, this::vmids),
                new Task("what one VM leaves in registers nobody else sees, nor loses by it", 20, this::registers),
                new Task("a VM that does not give the PE away loses it", 15, this::timeSlices),
                new Task("a timer's interrupt finds the vCPU that runs", 10, this::running),
                new Task("two vCPUs of one VM on one PE do not share what is cached", 15, this::twoVcpus));
    }

    private void takeTurns(Inspection inspection) {
        for (String host : Host.names()) {
            neighbours(inspection, host)
                    .watchedBy(new LoadPutAudit())
                    .watchedBy(new HandOverAudit())
                    .explainedBy(new VmidAudit())
                    .explainedBy(new GuestStateAudit())
                    .run();
        }
    }

    private void vmids(Inspection inspection) {
        for (String host : Host.names()) {
            neighbours(inspection, host).watchedBy(new VmidAudit()).run();
        }
        if (inspection.foundNothing()) {
            new VmidNumbers(inspection).check();
        }
    }

    private void registers(Inspection inspection) {
        for (String host : Host.names()) {
            neighbours(inspection, host)
                    .watchedBy(new GuestStateAudit())
                    .watchedBy(new HostFpAudit())
                    .run();
        }
    }

    private static Trial neighbours(Inspection inspection, String host) {
        return new Trial(inspection, host)
                .slowly()
                .guest(NeighbourGuest.of(1, ROUNDS))
                .guest(NeighbourGuest.of(2, ROUNDS));
    }

    private void timeSlices(Inspection inspection) {
        Vmm.Options spinner = LabGuest.of("spinner", """
                        mov     x19, x0
                spin:   subs    x19, x19, #1
                        b.ne    spin
                        b       good
                """, LabGuest.RAM, SPINS);
        for (String host : Host.names()) {
            new Trial(inspection, host)
                    .slowly()
                    .guest(spinner)
                    .guest(NeighbourGuest.of(2, ROUNDS))
                    .watchedBy(new TimeSliceAudit())
                    .run();
        }
    }

    private void running(Inspection inspection) {
        for (String host : Host.names()) {
            new Trial(inspection, host)
                    .guest(TimerGuest.running())
                    .guest(NeighbourGuest.of(2, ROUNDS))
                    .watchedBy(new RunningVcpuAudit())
                    .run();
        }
    }

    private void twoVcpus(Inspection inspection) {
        for (String host : Host.names()) {
            new Trial(inspection, host)
                    .slowly()
                    .guest(NeighbourGuest.twins(ROUNDS))
                    .watchedBy(new VmidAudit())
                    .run();
        }
    }
}
