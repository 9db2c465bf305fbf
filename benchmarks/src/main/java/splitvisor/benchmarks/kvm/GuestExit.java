package splitvisor.benchmarks.kvm;

import java.util.Arrays;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.highvisor.hyp.ExitCode;

/// Why a guest was left: the exception to EL2 as the machine took it, with the guest's registers at that moment.
final class GuestExit {

    private static final long PAR_PA = 0x000f_ffff_ffff_f000L;
    private static final long FIPA = 0xff_ffff_fff0L;
    private static final int PAGE_OFFSET = 0xfff;

    private final ExitCode code;
    private final long esr;
    private final long far;
    private final long pc;
    private final long[] x;
    private long hpfar;

    private GuestExit(ExitCode code, long esr, long far, long pc, long[] x) {
        this.code = code;
        this.esr = esr;
        this.far = far;
        this.pc = pc;
        this.x = x;
    }

    /// The exit that an exception from the guest to EL2 makes.
    static GuestExit of(Cpu cpu, ExceptionRecord taken) {
        ExitCode code =
                switch (taken.kind()) {
                    case IRQ -> ExitCode.IRQ;
                    case SERROR -> ExitCode.EL1_SERROR;
                    default -> ExitCode.TRAP;
                };
        return new GuestExit(code, taken.esr(), taken.far(), taken.elr(), Arrays.copyOf(cpu.x, 31));
    }

    /// The exit without a journey: an interrupt was pending at the door.
    static GuestExit atTheDoor(long pc) {
        return new GuestExit(ExitCode.IRQ, 0, 0, pc, new long[31]);
    }

    ExitCode code() {
        return code;
    }

    long esr() {
        return esr;
    }

    /// The exception class; 0 unless the exit is a trap, as `kvm_exit` has it.
    int ec() {
        return code == ExitCode.TRAP ? Ec.of(esr) : 0;
    }

    /// What `perf kvm stat` calls it.
    String name() {
        return code == ExitCode.TRAP ? Ec.name(ec()) : label();
    }

    /// The first word of `kvm_exit`. KVM: kvm_arm_exception_type.
    String label() {
        return switch (code) {
            case EL1_SERROR -> "SERROR";
            case IL -> "ILLEGAL";
            default -> code.name();
        };
    }

    long far() {
        return far;
    }

    /// The guest's PC after the exit: ELR_EL2.
    long pc() {
        return pc;
    }

    /// Xn at the exit; 31 is XZR.
    long x(int n) {
        return n == 31 ? 0 : x[n];
    }

    /// EL2 has read HPFAR_EL2.
    void faultedAt(long hpfarValue) {
        hpfar = hpfarValue;
    }

    /// EL2 has asked the MMU instead: PAR_EL1.
    void translatedTo(long par) {
        hpfar = (par & PAR_PA) >>> 8;
    }

    /// The faulting page's intermediate physical address.
    long ipaPage() {
        return (hpfar & FIPA) << 8;
    }

    /// The faulting intermediate physical address.
    long ipa() {
        return ipaPage() | far & PAGE_OFFSET;
    }

    boolean isWfe() {
        return (esr & 3) != 0;
    }

    /// Whether the trapped MRS, MSR or SYS was a read.
    boolean isRead() {
        return (esr & 1) != 0;
    }

    /// op0:op1:CRn:CRm:op2 of the trapped MRS, MSR or SYS.
    int encoding() {
        int iss = (int) esr;
        return (iss >>> 20 & 3) << 14 | (iss >>> 14 & 7) << 11 | (iss >>> 10 & 15) << 7 | (iss >>> 1 & 15) << 3
                | iss >>> 17 & 7;
    }

    int hvcImmediate() {
        return (int) esr & 0xffff;
    }

    boolean isWrite() {
        return (esr & 1 << 6) != 0;
    }

    /// Bytes of the access.
    int length() {
        return 1 << (esr >>> 22 & 3);
    }

    /// The register that the access stores or loads.
    int rt() {
        return (int) (esr >>> 16) & 31;
    }

    /// The low [#length] bytes of a value.
    long narrowed(long value) {
        int unused = 64 - 8 * length();
        return value << unused >>> unused;
    }
}
