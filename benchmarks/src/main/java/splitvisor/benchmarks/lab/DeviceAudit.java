package splitvisor.benchmarks.lab;

import java.util.List;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.kvm.KvmRun;

/// Holds that a guest's loads and stores where no memory is reach the device that is there, and have their effect.
final class DeviceAudit extends ProcessTablesAudit {

    private static final long CURRENT_EL_SPX = 0x200;
    private static final String FETCH =
            "Code cannot come from a device that software emulates: the guest takes an Instruction Abort. EC 0x20 is a "
                    + "fetch. KVM: kvm_handle_guest_abort(), kvm_inject_pabt().";

    private static final String WALK =
            "ISS.S1PTW, bit 7: the guest's MMU met it in the guest's own tables, and no device can answer that: the "
                    + "guest takes a Data Abort. KVM: kvm_handle_guest_abort(), kvm_vcpu_abt_iss1tw(), "
                    + "kvm_inject_dabt().";

    /// An abort's syndrome and address, as the machine recorded them (Arm ARM D17.2.37).
    private record Abort(long esr, long ipa, long elr, long[] x) {

        boolean isFetch() {
            return Ec.of(esr) == Ec.IABT_LOW;
        }

        /// On the guest's walk of its own tables.
        boolean isWalk() {
            return bit(7);
        }

        boolean hasSyndrome() {
            return !isFetch() && bit(24);
        }

        boolean isWrite() {
            return bit(6);
        }

        int log2() {
            return (int) (esr >>> 22) & 3;
        }

        int rt() {
            return (int) (esr >>> 16) & 31;
        }

        boolean bit(int n) {
            return (esr >>> n & 1) != 0;
        }

        long cut(long value) {
            int unused = 64 - (8 << log2());
            return value << unused >>> unused;
        }

        /// What a store takes from its register.
        long stored() {
            return rt() == 31 ? 0 : cut(x[rt()]);
        }

        /// What a load of `answer` leaves in its register.
        long loaded(long answer) {
            int unused = 64 - (8 << log2());
            long value = bit(21) ? answer << unused >> unused : cut(answer);
            return bit(15) ? value : value & 0xffff_ffffL;
        }

        /// As its parts: `2-byte signed load into W4`.
        String text() {
            String register = rt() == 31 ? "ZR" : "" + rt();
            return "%d-byte %s%s %s%s%s".formatted(
                    1 << log2(), bit(21) ? "signed " : "", isWrite() ? "store" : "load", isWrite() ? "of " : "into ",
                    isWrite() && log2() < 3 || !isWrite() && !bit(15) ? "W" : "X", register);
        }
    }

    private final ProbeVmm vmm;
    private Abort abort;
    private int accesses;

    DeviceAudit(ProbeVmm vmm) {
        this.vmm = vmm;
    }

    @Override
    protected void guestLeft(Cpu cpu, ExceptionRecord taken) {
        abort = null;
        long ipa = Stage2Audit.ipa(cpu);
        if (Stage2Audit.isAbort(taken) && vmm.slot(ipa) == null) {
            abort = new Abort(taken.esr(), ipa, taken.elr(), cpu.x.clone());
            accesses = vmm.accesses().size();
            mark();
        }
    }

    @Override
    protected void guestEntered(Cpu cpu, boolean again, long pc) {
        if (abort == null) {
            return;
        }
        if (abort.isFetch() || abort.isWalk()) {
            checkInjected(cpu, pc);
        } else if (!abort.hasSyndrome()) {
            report(cpu, "an access to %#x without a syndrome: the guest goes on at %#x".formatted(abort.ipa, pc),
                    "ISS.ISV is 0 for pairs, atomics and vectors: then size and register are not there, and KVM gives "
                            + "up. KVM: kvm_vcpu_dabt_isvalid(), io_mem_abort().");
        } else {
            if (ProbeVmm.isDevice(abort.ipa)) {
                checkAccess(cpu);
            } else if (vmm.accesses().size() > accesses) {
                report(cpu, "%s at %#x: the VMM was asked".formatted(abort.text(), abort.ipa),
                        "What the kernel has a device for never leaves the kernel. KVM: io_mem_abort(), "
                                + "kvm_io_bus_read(), kvm_io_bus_write().");
            }
            checkEffect(cpu, pc);
            checkCompleted(cpu);
        }
        abort = null;
    }

    @Override
    protected void ended(Cpu cpu) {
        if (abort != null && (abort.isFetch() || abort.isWalk())) {
            report(cpu, nowhere() + " does not go on", abort.isFetch() ? FETCH : WALK);
        } else if (abort != null && abort.hasSyndrome()) {
            report(cpu, "%s at %#x: the guest does not go on".formatted(abort.text(), abort.ipa),
                    "ISS.ISV is 1, so the access can be emulated: what no device of the kernel's answers is user "
                            + "space's, and kvm_run says so when KVM_RUN returns. KVM: io_mem_abort(), KVM_EXIT_MMIO.");
        }
    }

    private void checkInjected(Cpu cpu, long pc) {
        if (pc != (value(cpu, SysReg.VBAR_EL1) & -0x800L) + CURRENT_EL_SPX) {
            report(cpu, "%s goes on at %#x".formatted(nowhere(), pc), abort.isFetch() ? FETCH : WALK);
        }
    }

    private String nowhere() {
        return "%s %#x, where nothing is: the guest".formatted(
                abort.isFetch() ? "a fetch from" : "the guest's own tables lead to one at", abort.ipa);
    }

    /// The access has been made, and is over.
    private void checkCompleted(Cpu cpu) {
        TablesInMemory.End run = processTables().walk(vmm.run());
        if (run.isPage() && cpu.memory.readRam(run.page() + KvmRun.EXIT_REASON, 2) == KvmRun.EXIT_MMIO) {
            report(cpu, "%s: kvm_run's exit reason is still EXIT_MMIO when the guest goes on".formatted(abort.text()),
                    "KVM_RUN completes an access when it finds EXIT_MMIO there: what has been completed must not be "
                            + "found again. KVM: kvm_arch_vcpu_ioctl_run(), KVM_EXIT_UNKNOWN.");
        }
    }

    /// What the VMM was told.
    private void checkAccess(Cpu cpu) {
        List<ProbeVmm.Access> told = vmm.accesses().subList(accesses, vmm.accesses().size());
        if (told.size() != 1) {
            report(cpu, "%s at %#x: the VMM has seen %d accesses".formatted(abort.text(), abort.ipa, told.size()),
                    "One access of the guest's is one access of the device's. KVM: io_mem_abort().");
            return;
        }
        ProbeVmm.Access access = told.getFirst();
        String seen = "%s at %#x: the VMM is told of".formatted(abort.text(), abort.ipa);
        if (access.ipa() != abort.ipa) {
            report(cpu, "%s %#x".formatted(seen, access.ipa()),
                    "HPFAR_EL2 has the page of the IPA, FAR_EL2 the offset in it; the rest of FAR_EL2 is a virtual "
                            + "address. KVM: kvm_vcpu_get_fault_ipa(), kvm_handle_guest_abort().");
        } else if (access.write() != abort.isWrite()) {
            report(cpu, "%s a %s".formatted(seen, access.write() ? "write" : "read"),
                    "ISS.WnR, bit 6, is 1 for a write. KVM: kvm_is_write_fault().");
        } else if (access.length() != 1 << abort.log2()) {
            report(cpu, "%s %d bytes".formatted(seen, access.length()),
                    access.length() == abort.log2()
                            ? "User space is told the size in bytes; ISS.SAS is its logarithm. KVM: io_mem_abort()."
                            : "ISS.SAS, bits 23 and 22, is the logarithm of the size. KVM: kvm_vcpu_dabt_get_as().");
        } else if (access.write() && abort.cut(access.data()) != abort.stored()) {
            report(cpu, "%s %#x".formatted(seen, abort.cut(access.data())),
                    "ISS.SRT, bits 20 to 16, is the register that is stored; 31 is XZR. KVM: kvm_vcpu_dabt_get_rd().");
        }
    }

    private void checkEffect(Cpu cpu, long pc) {
        boolean known = ProbeVmm.isDevice(abort.ipa);
        for (int n = 0; n < 31; n++) {
            boolean filled = !abort.isWrite() && n == abort.rt();
            if (!filled && cpu.x[n] != abort.x[n]) {
                report(cpu, "%s: X%d was %#x and is %#x".formatted(abort.text(), n, abort.x[n], cpu.x[n]),
                        "Only a load changes a register, the one that ISS.SRT names. KVM: kvm_handle_mmio_return().");
            } else if (filled && known && cpu.x[n] != abort.loaded(ProbeVmm.answer(abort.ipa))) {
                report(cpu, "%s, answered %#x: X%d is %#x, and was to be %#x".formatted(
                        abort.text(), abort.cut(ProbeVmm.answer(abort.ipa)), n, cpu.x[n],
                        abort.loaded(ProbeVmm.answer(abort.ipa))), extensionRule());
            }
        }
        if (pc != abort.elr + 4) {
            report(cpu, "%s at ELR %#x: the guest goes on at %#x".formatted(abort.text(), abort.elr, pc),
                    "The access has been made for the guest: it goes on behind the instruction, once. "
                            + "KVM: kvm_handle_mmio_return(), kvm_incr_pc().");
        }
    }

    private String extensionRule() {
        return abort.bit(21)
                ? "ISS.SSE, bit 21: the value is sign-extended from its size to the register's, which ISS.SF makes X "
                        + "or W; a W register's upper half is zero. KVM: kvm_vcpu_dabt_issext(), "
                        + "kvm_vcpu_dabt_issf()."
                : "The answer has as many bytes as the access; above them the register is zero. "
                        + "KVM: kvm_mmio_read_buf(), kvm_handle_mmio_return().";
    }
}
