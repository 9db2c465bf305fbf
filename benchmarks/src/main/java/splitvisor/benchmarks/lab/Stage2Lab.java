package splitvisor.benchmarks.lab;

import java.util.List;
import splitvisor.highvisor.user.Vmm.Outcome;

/// Lab 5: the student writes `PageTables`, `Syndrome` and `Mmio`, which are the host kernel's: each guest runs in both
/// hosts.
final class Stage2Lab implements Exercise {

    private static final List<String> HOSTS = List.of("split", "vhe");
    private static final long LIMIT = 500_000;
    private static final String TO_ITS_END = "A guest that does what it may goes on, to its power-off.";

    @Override
    public List<Task> tasks() {
        return List.of(
                new Task("a process's tables are made on demand, and lead to its pages", 20, Stage2Lab::process),
                new Task("a guest's pages come one by one, and no others", 20, Stage2Lab::pages),
                new Task("a load gets its value, of every size and sign", 20,
                        inspection -> devices(inspection, Stage2Guest.loads())),
                new Task("a store reaches its device, of every size", 15,
                        inspection -> devices(inspection, Stage2Guest.stores())),
                new Task("a fetch from nowhere, or a table there, is told from a load", 15,
                        inspection -> devices(inspection, Stage2Guest.nowhere())),
                new Task("what has no syndrome is not emulated", 10, Stage2Lab::pair));
    }

    private static void process(Inspection inspection) {
        for (String host : HOSTS) {
            ProcessPages pages = new ProcessPages();
            if (inspection.foundNothing()) {
                new Trial(inspection, host).limit(LIMIT).program(pages).watchedBy(new ProcessTablesAudit()).run();
            }
            pages.losses().stream().findFirst().ifPresent(loss -> inspection.found(
                    "a process wrote %#x to %#x and reads %#x: %d of its pages are lost".formatted(
                            loss.written(), loss.va(), loss.read(), pages.losses().size()),
                    "Each page of the address space has an entry of its own: the index at a level is nine bits of the "
                            + "address, and the levels above choose the table. Arm ARM D8.2.7."));
        }
    }

    private static void pages(Inspection inspection) {
        for (String host : HOSTS) {
            if (inspection.foundNothing()) {
                ProbeVmm vmm = new ProbeVmm(Stage2Guest.pages());
                new Trial(inspection, host).limit(LIMIT).program(vmm).watchedBy(new Stage2Audit(vmm)).run();
                check(inspection, vmm, Outcome.POWERED_OFF, TO_ITS_END);
            }
        }
    }

    private static void devices(Inspection inspection, byte[] guest) {
        for (String host : HOSTS) {
            if (inspection.foundNothing()) {
                ProbeVmm vmm = new ProbeVmm(guest);
                run(inspection, host, vmm);
                check(inspection, vmm, Outcome.POWERED_OFF, TO_ITS_END);
            }
        }
    }

    private static void pair(Inspection inspection) {
        for (String host : HOSTS) {
            if (inspection.foundNothing()) {
                ProbeVmm vmm = new ProbeVmm(Stage2Guest.pair());
                run(inspection, host, vmm);
                check(inspection, vmm, Outcome.NOT_EMULATED,
                        "ISS.ISV is 0 for a pair: user space is told that this host cannot go on. "
                                + "KVM: io_mem_abort().");
            }
        }
    }

    private static void run(Inspection inspection, String host, ProbeVmm vmm) {
        new Trial(inspection, host).limit(LIMIT)
                .program(vmm)
                .watchedBy(new DeviceAudit(vmm))
                .explainedBy(new Stage2Audit(vmm))
                .run();
    }

    private static void check(Inspection inspection, ProbeVmm vmm, Outcome wanted, String rule) {
        if (vmm.outcome() != wanted && inspection.foundNothing()) {
            inspection.found("the guest ended with %s, and not with %s".formatted(vmm.outcome(), wanted), rule);
        }
    }
}
