package splitvisor.benchmarks.lab;

import java.util.List;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.user.Vmm;

/// Lab 4: the student writes `VheWorldSwitch`, `VheLoadPut` and `VheTraps`.
final class VheSwitchLab implements Exercise {

    private static final String HOST = "vhe";
    private static final long LIMIT = 400_000;
    private static final int VMS = 2;

    /// The first WFE takes back what the last ERET has set in the event register, the second one waits.
    private static final String OTHERS_TURN = "        wfe\n        wfe\n";

    @Override
    public List<Task> tasks() {
        return List.of(
                new Task("a guest runs to its end, and the host answers its calls", 20, this::runs),
                new Task("load brings the guest's registers and put takes them away", 20, this::guestState),
                new Task("the host finds its registers, and EL2 as it was", 20, this::hostState),
                new Task("an exit moves only what guest and host share", 10, this::light),
                new Task("two VMs on one PE each find their own", 10, this::twoVms),
                new Task("an exception that the host injects arrives", 10, this::injection),
                new Task("FP registers move when they are first used", 10, this::floatingPoint));
    }

    private static Trial trial(Inspection inspection) {
        return new Trial(inspection, HOST).limit(LIMIT);
    }

    private void runs(Inspection inspection) {
        trial(inspection)
                .guest(LabGuest.registers())
                .watchedBy(new VheNamesAudit())
                .watchedBy(new VheEntryAudit())
                .watchedBy(new VheRoundTripAudit())
                .explainedBy(hostState())
                .explainedBy(new VheGuestAudit())
                .run();
    }

    private void guestState(Inspection inspection) {
        for (Vmm.Options guest : List.of(LabGuest.registers(), LabGuest.breakpoints())) {
            trial(inspection)
                    .guest(guest)
                    .watchedBy(new VheGuestAudit())
                    .explainedBy(new VheNamesAudit())
                    .run();
        }
    }

    private void hostState(Inspection inspection) {
        trial(inspection)
                .guest(LabGuest.registers())
                .watchedBy(hostState())
                .watchedBy(new VheThreadAudit())
                .explainedBy(new VheNamesAudit())
                .run();
    }

    /// What the host has in registers that a guest's turn changes.
    private static HostStateAudit hostState() {
        return new HostStateAudit(
                List.of(SysReg.MDSCR_EL1, SysReg.SP_EL0),
                List.of(SysReg.HCR_EL2, SysReg.CPTR_EL2, SysReg.VBAR_EL2));
    }

    private void light(Inspection inspection) {
        trial(inspection).guest(LabGuest.registers()).watchedBy(new VheLightAudit()).run();
    }

    private void twoVms(Inspection inspection) {
        Trial trial = trial(inspection).watchedBy(new VheGuestAudit());
        for (int number = 0; number < VMS; number++) {
            String name = "vm" + number;
            trial.guest(LabGuest.registers(name, number, OTHERS_TURN));
        }
        trial.explainedBy(new VheNamesAudit()).run();
    }

    private void injection(Inspection inspection) {
        trial(inspection).guest(undefined()).watchedBy(new InjectionAudit()).run();
    }

    private void floatingPoint(Inspection inspection) {
        trial(inspection)
                .guest(LabGuest.floatingPoint())
                .watchedBy(new VheFpAudit())
                .watchedBy(new VheGuestAudit())
                .run();
    }

    /// Reads a register of the PMU, which EL2 traps and a guest's CPU has not: an Undefined Instruction exception.
    private static Vmm.Options undefined() {
        return LabGuest.of("undefined", """
                        adr     x0, vectors
                        msr     vbar_el1, x0
                        isb
                        mov     x28, #4
                round:  adr     x19, called
                called: mrs     x2, pmccntr_el0
                        subs    x28, x28, #1
                        b.ne    round
                        b       good

                undef:  mrs     x0, elr_el1
                        cmp     x0, x19
                        b.ne    bad
                        mrs     x1, esr_el1
                        lsr     x1, x1, #26
                        cbnz    x1, bad
                        mrs     x1, spsr_el1
                        and     x1, x1, #0xf
                        cmp     x1, #5
                        b.ne    bad
                        add     x0, x0, #4
                        msr     elr_el1, x0
                        eret

                        .balign 0x800
                vectors:
                        .space  0x200
                        b       undef
                """);
    }
}
