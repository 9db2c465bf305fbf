package splitvisor.benchmarks.lab;

import java.util.List;
import splitvisor.benchmarks.Failure;
import splitvisor.benchmarks.compare.GuestSource;
import splitvisor.benchmarks.host.Operation;
import splitvisor.benchmarks.host.OperationsGuest;
import splitvisor.highvisor.hyp.SaveLists;
import splitvisor.highvisor.user.Vmm;

/// Lab 3: the student writes `NvheWorldSwitch`.
final class WorldSwitchLab implements Exercise {

    private static final String HOST = "split";

    @Override
    public List<Task> tasks() {
        return List.of(
                new Task("a guest runs to its end, and the host answers its calls", 20, this::runs),
                new Task("the guest finds its registers, and goes on where it must", 20, this::guestState),
                new Task("the host finds its registers, and EL2 as it was", 20, this::hostState),
                new Task("no instant between host and guest is unsafe", 20, this::order),
                new Task("FP registers move when they are first used", 10, this::floatingPoint),
                new Task("virtual interrupts go in, and come back out", 10, this::interrupts));
    }

    /// Whatever else is looked at: a guest's turn ends where the host has called, else there is nothing to be seen.
    private static Trial trial(Inspection inspection) {
        return new Trial(inspection, HOST).explainedBy(new SplitReturnAudit());
    }

    private void runs(Inspection inspection) {
        trial(inspection)
                .guest(LabGuest.registers())
                .explainedBy(new SplitOrderAudit())
                .explainedBy(hostState())
                .explainedBy(new GuestStateAudit())
                .run();
    }

    private void guestState(Inspection inspection) {
        for (Vmm.Options guest : List.of(LabGuest.registers(), LabGuest.breakpoints())) {
            trial(inspection)
                    .guest(guest)
                    .watchedBy(new SplitReturnAudit())
                    .watchedBy(new GuestStateAudit())
                    .run();
        }
    }

    private void hostState(Inspection inspection) {
        trial(inspection).guest(LabGuest.registers()).watchedBy(hostState()).run();
        trial(inspection)
                .guest(LabGuest.breakpoints())
                .watchedBy(new HostStateAudit(SaveLists.DEBUG, List.of()))
                .run();
    }

    /// In a split host guest and host have the same registers, so the same ones move.
    private static HostStateAudit hostState() {
        return new HostStateAudit(GuestStateAudit.REGISTERS, HostStateAudit.SPLIT_EL2);
    }

    private void order(Inspection inspection) {
        trial(inspection).guest(LabGuest.registers()).watchedBy(new SplitOrderAudit()).run();
    }

    private void floatingPoint(Inspection inspection) {
        trial(inspection).guest(LabGuest.floatingPoint()).watchedBy(new GuestStateAudit()).run();
    }

    /// One guest only counts what the machine shows; the others take interrupts and end in a reset if one is missing.
    private void interrupts(Inspection inspection) throws Failure {
        OperationsGuest guest = new OperationsGuest(GuestSource.builtIn());
        trial(inspection).guest(guest.vmm(Operation.VIRTUAL_IRQ, 0, 8)).watchedBy(hostState()).run();
        for (Vmm.Options taking : List.of(InterruptGuest.edges(), InterruptGuest.timer())) {
            trial(inspection)
                    .guest(taking)
                    .watchedBy(new SplitVgicAudit())
                    .watchedBy(new SplitReturnAudit())
                    .run();
        }
    }
}
