package splitvisor.highvisor.hyp;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.sysreg.RegisterName;
import splitvisor.cpu.sysreg.SysReg;

/// Applies what the host kernel decided about the guest's PC: past the emulated instruction, or into
/// its exception vector. Done at the entry, when the guest's EL1 registers are where they will be used.
/// KVM: __kvm_adjust_pc(), hyp/exception.c.
public final class PendingException {

    private static final long SPSR_MODE = 0xf;
    private static final long EL1T = 4;
    private static final long EL1H = 5;
    private static final long NZCV = 0xf000_0000L;
    private static final long PAN = 1L << 22;
    private static final long DAIF = 0xfL << 6;
    private static final long SCTLR_SPAN = 1L << 23;

    private final HostedCpu cpu;
    private final RegisterNames names;

    public PendingException(HostedCpu cpu, RegisterNames names) {
        this.cpu = cpu;
        this.names = names;
    }

    /// Moves the guest's PC as the flags of its area say, and clears them.
    public void adjustPc(VcpuArea vcpu) {
        cpu.path(vcpu.flag(VcpuArea.INCREMENT_PC) ? HypPath.ADJUST_PC_SKIP : HypPath.ADJUST_PC);
        if (vcpu.flag(VcpuArea.PENDING_EXCEPTION)) {
            enterException(vcpu);
            vcpu.clearFlag(VcpuArea.PENDING_EXCEPTION);
        } else if (vcpu.flag(VcpuArea.INCREMENT_PC)) {
            Context guest = vcpu.context();
            guest.setPc(guest.pc() + 4);
        }
        vcpu.clearFlag(VcpuArea.INCREMENT_PC);
    }

    /// Takes a synchronous exception to EL1 on the guest's behalf. KVM: enter_exception64().
    private void enterException(VcpuArea vcpu) {
        Context guest = vcpu.context();
        long pstate = guest.pstate();
        long mode = pstate & SPSR_MODE;
        long offset = mode == EL1H ? 0x200 : mode == EL1T ? 0 : 0x400;
        write(vcpu, SysReg.ELR_EL1, guest.pc());
        write(vcpu, SysReg.SPSR_EL1, pstate);
        boolean pan = (pstate & PAN) != 0 || (read(vcpu, SysReg.SCTLR_EL1) & SCTLR_SPAN) == 0;
        guest.setPstate(pstate & NZCV | (pan ? PAN : 0) | DAIF | EL1H);
        guest.setPc(read(vcpu, SysReg.VBAR_EL1) + offset);
    }

    private long read(VcpuArea vcpu, SysReg reg) {
        return vcpu.flag(VcpuArea.SYSREGS_ON_CPU)
                ? cpu.mrs(names.guest().apply(reg))
                : vcpu.context().get(reg);
    }

    private void write(VcpuArea vcpu, SysReg reg, long value) {
        if (vcpu.flag(VcpuArea.SYSREGS_ON_CPU)) {
            RegisterName name = names.guest().apply(reg);
            cpu.msr(name, value);
        } else {
            vcpu.context().put(reg, value);
        }
    }
}
