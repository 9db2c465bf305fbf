package splitvisor.benchmarks.lab;

import java.util.Set;
import java.util.TreeSet;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.cpu.observe.ExceptionRecord.Kind;
import splitvisor.cpu.sysreg.SysReg;

/// Holds that a guest's stage 2 comes to map what the guest has touched, page by page, and nothing else.
final class Stage2Audit extends ProcessTablesAudit {

    private static final long PAGE = 0x1000;
    private static final long TABLE = 0x0000_ffff_ffff_f000L;
    private static final long HPFAR_FIPA = 0xff_ffff_fff0L;
    private static final long NORMAL_READ_WRITE = 0x7fc; // AF, SH, S2AP, MemAttr

    private final ProbeVmm vmm;
    private final Set<Long> touched = new TreeSet<>();
    private long faulting = -1;
    private long root;
    private ExceptionRecord exit;

    Stage2Audit(ProbeVmm vmm) {
        this.vmm = vmm;
    }

    /// The IPA of an abort that was taken to EL2.
    static long ipa(Cpu cpu) {
        return (value(cpu, SysReg.HPFAR_EL2) & HPFAR_FIPA) << 8 | value(cpu, SysReg.FAR_EL2) & PAGE - 1;
    }

    static boolean isAbort(ExceptionRecord taken) {
        int ec = Ec.of(taken.esr());
        return taken.kind() == Kind.SYNC && (ec == Ec.DABT_LOW || ec == Ec.IABT_LOW);
    }

    @Override
    protected void guestLeft(Cpu cpu, ExceptionRecord taken) {
        faulting = -1;
        exit = taken;
        mark();
        if (isAbort(taken) && vmm.slot(ipa(cpu)) != null) {
            faulting = ipa(cpu);
            if (!touched.add(faulting & -PAGE)) {
                report(cpu, "IPA %#x faults again, after the host has mapped it: %s".formatted(
                                faulting, stage2(cpu).walk(faulting).problem()),
                        "What is mapped is mapped: a page faults once. KVM: user_mem_abort().");
            }
        }
    }

    @Override
    protected void guestEntered(Cpu cpu, boolean again, long pc) {
        if (faulting < 0) {
            return;
        }
        TablesInMemory.End end = stage2(cpu).walk(faulting);
        ProbeVmm.Slot slot = vmm.slot(faulting);
        TablesInMemory.End behind = processTables().walk(slot.va() + faulting - slot.ipa());
        if (!end.isPage() && pc != exit.elr()) {
            report(cpu, "IPA %#x has memory behind it, and the guest goes on at %#x as if it had none".formatted(
                            faulting, pc),
                    "HPFAR_EL2.FIPA, bits 39 to 4, is IPA[47:12], and FAR_EL2 has the offset in the page. Arm ARM "
                            + "D19.2.60, KVM: kvm_vcpu_get_fault_ipa().");
        } else if (!end.isPage()) {
            report(cpu, "IPA %#x is not mapped when the guest goes on: %s".formatted(faulting, end.problem()),
                    "A 40-bit IPA is walked from level 1, where two tables lie one behind the other and the index "
                            + "has ten bits, through level 2 to the page at level 3. Arm ARM D8.2.2, "
                            + "KVM: kvm_pgtable_walk().");
        } else if (end.page() != behind.page()) {
            report(cpu, "IPA %#x is mapped to %#x; the VMM's page there is at %#x".formatted(
                            faulting, end.page(), behind.page()),
                    "Guest memory is the VMM's: stage 2 leads to the page that the process's own tables lead to. "
                            + "KVM: user_mem_abort(), get_user_page().");
        } else if ((end.descriptor() & ~end.page()) != (NORMAL_READ_WRITE | 3)) {
            report(cpu, "IPA %#x is mapped by %#x: its attributes are %#x, and were to be %#x".formatted(
                            faulting, end.descriptor(), end.descriptor() & ~end.page() & ~3, NORMAL_READ_WRITE),
                    "A page's descriptor is an address without offset, the attributes that mapPage was given, and "
                            + "nothing else. KVM: stage2_set_prot_attr().");
        }
    }

    @Override
    protected void ended(Cpu cpu) {
        TablesInMemory tables = stage2(cpu);
        tables.pages().forEach((ipa, end) -> {
            if (!touched.contains(ipa)) {
                report(cpu, "IPA %#x is mapped, by the entry at %#x, and the guest never touched it".formatted(
                                ipa, end.at()),
                        "A page is mapped when the guest touches it, and no other with it: memory that no slot backs "
                                + "is somebody else's. KVM: kvm_handle_guest_abort(), user_mem_abort().");
            }
        });
    }

    /// The tables of the guest that was left last.
    private TablesInMemory stage2(Cpu cpu) {
        long vttbr = value(cpu, SysReg.VTTBR_EL2) & TABLE;
        root = vttbr == 0 || phase() == Phase.HOST ? root : vttbr;
        return new TablesInMemory(cpu.memory, root, 1);
    }
}
