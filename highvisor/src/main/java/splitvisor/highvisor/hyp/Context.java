package splitvisor.highvisor.hyp;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.sysreg.SysReg;

/// One context in memory: general-purpose registers, FP registers, and a slot for every system
/// register of a save class. Guest and host each have one. KVM: struct kvm_cpu_context, kvm_host.h.
///
/// @param cpu the PE that accesses it
/// @param base its address, in the regime of whoever uses this view
public record Context(HostedCpu cpu, long base) {

    private static final int SP = 31 * 8;
    private static final int PC = 32 * 8;
    private static final int PSTATE = 33 * 8;
    private static final int FP = 34 * 8;
    private static final int SYS_REGS = FP + FpState.SIZE;

    /// Offset of each register's slot, by ordinal; 0 for those that no context holds.
    private static final int[] SLOT = new int[SysReg.values().length];

    /// Size of a context in memory, in bytes.
    public static final int SIZE;

    static {
        int offset = SYS_REGS;
        for (SysReg reg : SysReg.values()) {
            boolean extra = reg == SysReg.VMPIDR_EL2 || reg == SysReg.ACTLR_EL1 || SaveLists.DEBUG.contains(reg);
            if (reg.saveClass() != null || extra) {
                SLOT[reg.ordinal()] = offset;
                offset += 8;
            }
        }
        SLOT[SysReg.ELR_EL2.ordinal()] = PC;
        SLOT[SysReg.SPSR_EL2.ordinal()] = PSTATE;
        SIZE = offset;
    }

    /// Zeroes all of it.
    public void clear() {
        for (int offset = 0; offset < SIZE; offset += 8) {
            cpu.str(0, base + offset);
        }
    }

    /// Stores a system register's value in its slot.
    public void put(SysReg reg, long value) {
        cpu.str(value, base + slot(reg));
    }

    /// Loads a system register's value from its slot.
    public long get(SysReg reg) {
        return cpu.ldr(base + slot(reg));
    }

    /// Xn as the context holds it.
    public long x(int n) {
        return n == 31 ? 0 : cpu.ldr(base + 8L * n);
    }

    /// Sets Xn in the context.
    public void setX(int n, long value) {
        if (n != 31) {
            cpu.str(value, base + 8L * n);
        }
    }

    /// Where the context continues.
    public long pc() {
        return cpu.ldr(base + PC);
    }

    public void setPc(long value) {
        cpu.str(value, base + PC);
    }

    /// The PSTATE it continues with, in SPSR's layout.
    public long pstate() {
        return cpu.ldr(base + PSTATE);
    }

    public void setPstate(long value) {
        cpu.str(value, base + PSTATE);
    }

    /// What the guest reads as MPIDR_EL1.
    public void setMpidr(long value) {
        put(SysReg.VMPIDR_EL2, value);
    }

    public long mpidr() {
        return get(SysReg.VMPIDR_EL2);
    }

    /// SP_EL0.
    public long sp() {
        return cpu.ldr(base + SP);
    }

    public void setSp(long value) {
        cpu.str(value, base + SP);
    }

    /// Stores X`first` to X`last`, in pairs.
    public void storeX(int first, int last) {
        for (int n = first; n < last; n += 2) {
            cpu.stp(n, n + 1, base + 8L * n);
        }
        if ((last - first) % 2 == 0) {
            cpu.str(cpu.x(last), base + 8L * last);
        }
    }

    /// Loads X`first` to X`last`, in pairs.
    public void loadX(int first, int last) {
        for (int n = first; n < last; n += 2) {
            cpu.ldp(n, n + 1, base + 8L * n);
        }
        if ((last - first) % 2 == 0) {
            cpu.mov(last, cpu.ldr(base + 8L * last));
        }
    }

    /// V0 to V31, FPSR and FPCR.
    public FpState fp() {
        return new FpState(cpu, base + FP);
    }

    private static int slot(SysReg reg) {
        int slot = SLOT[reg.ordinal()];
        if (slot == 0) {
            throw new IllegalArgumentException(reg + " is in no save class");
        }
        return slot;
    }
}
