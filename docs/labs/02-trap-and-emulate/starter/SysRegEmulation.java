package splitvisor.highvisor.kvm;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.sysreg.RegisterName;
import splitvisor.cpu.sysreg.SaveClass;
import splitvisor.cpu.sysreg.SysOp;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.SaveLists;
import splitvisor.highvisor.hyp.VcpuArea;
import splitvisor.highvisor.kernel.KernelPath;

/// System registers that trap: what the guest gets instead. The usual ones are yours to write; the odd ones (SGIs, the
/// physical timer, debug) are done for you. KVM: sys_regs.c.
final class SysRegEmulation {

    // op0 = 3, op1 = 0, CRn = 0: the identification registers.
    private static final int ID_SPACE = 3 << 14;
    private static final int ID_SPACE_MASK = 0xff80;
    private static final long SRE_DIB_DFB_SRE = 7;
    private static final long MMU_AND_CACHE = 1 | 1 << 2;
    private static final long OSLSR_IMPLEMENTED = 8;
    private static final long OSLSR_LOCKED = 2;
    private static final long DFR0_PMUVER_DEBUGVER = 0xf0f;
    private static final long DFR0_DEBUG_V8 = 6;

    private final HostedCpu cpu;
    private final Vm vm;
    private final Vcpu vcpu;

    SysRegEmulation(HostedCpu cpu, Vm vm, Vcpu vcpu) {
        this.cpu = cpu;
        this.vm = vm;
        this.vcpu = vcpu;
    }

    /// KVM: kvm_handle_sys_reg().
    Resume emulate(Syndrome.SysRegTrap trap) {
        RegisterName name = SysReg.named(SysReg.nameOf(trap.encoding()));
        if (name == SysReg.ICC_SGI1R_EL1 || name == SysReg.ICC_ASGI1R_EL1 || name == SysReg.ICC_SGI0R_EL1) {
            return sendSgi(trap, name == SysReg.ICC_SGI1R_EL1);
        }
        cpu.path(KernelPath.HANDLE_SYS_REG);
        if (isPhysicalTimer(name)) {
            return physicalTimer(trap, (SysReg) name);
        }
        throw new UnsupportedOperationException("a trapped system register: which one, and is it read or written?");
    }

    /// An MRS of a register that the machine has. Yours come before the odd ones.
    private Resume read(Syndrome.SysRegTrap trap, SysReg reg) {
        int rt = trap.rt();
        if (isDebug(reg)) {
            vcpu.area().setFlag(VcpuArea.DEBUG_DIRTY);
            return answer(rt, vcpu.area().context().get(reg)); // KVM: trap_debug_regs(), trap_bvr() …
        }
        if (reg == SysReg.ICC_SRE_EL1 && vm.vgic() != null) {
            return answer(rt, SRE_DIB_DFB_SRE); // KVM: access_gic_sre()
        }
        if (reg == SysReg.OSLSR_EL1) {
            return answer(rt, vcpu.osLock() ? OSLSR_IMPLEMENTED | OSLSR_LOCKED : OSLSR_IMPLEMENTED);
        }
        throw new UnsupportedOperationException("MRS of %s".formatted(reg));
    }

    /// An MSR of a register that the machine has, from Xt. Yours come before the odd ones.
    private Resume write(SysReg reg, int rt) {
        long value = vcpu.x(rt);
        if (isDebug(reg)) {
            vcpu.area().context().put(reg, value);
            vcpu.area().setFlag(VcpuArea.DEBUG_DIRTY);
        } else if (reg == SysReg.OSLAR_EL1) {
            vcpu.setOsLock((value & 1) != 0); // KVM: trap_oslar_el1()
        } else if (reg != SysReg.ICC_SRE_EL1 || vm.vgic() == null) {
            throw new UnsupportedOperationException("MSR of %s".formatted(reg));
        }
        vcpu.incrementPc();
        return Resume.GUEST;
    }

    /// What the guest reads: its CPU is the host's, but for its debug architecture, which is Armv8.0's, and for the
    /// PMU, which it has not. Both are fields of ID_AA64DFR0_EL1. KVM: read_id_reg().
    private long id(SysReg reg) {
        return cpu.mrs(reg);
    }

    /// KVM: access_gic_sgi(). The registers are write-only, and without a GIC there are none.
    private Resume sendSgi(Syndrome.SysRegTrap trap, boolean group1) {
        cpu.path(KernelPath.HANDLE_SGI);
        if (trap.read() || vm.vgic() == null) {
            return undefined();
        }
        vm.vgic().dispatchSgi(vcpu, vcpu.x(trap.rt()), group1);
        vcpu.incrementPc();
        return Resume.GUEST;
    }

    private static boolean isPhysicalTimer(RegisterName name) {
        return name == SysReg.CNTP_CTL_EL0 || name == SysReg.CNTP_CVAL_EL0 || name == SysReg.CNTP_TVAL_EL0;
    }

    /// KVM: access_arch_timer().
    private Resume physicalTimer(Syndrome.SysRegTrap trap, SysReg reg) {
        if (trap.read()) {
            return answer(trap.rt(), vcpu.timers().read(reg));
        }
        vcpu.timers().write(reg, vcpu.x(trap.rt()));
        vcpu.incrementPc();
        return Resume.GUEST;
    }

    private static boolean isSetWayMaintenance(int encoding) {
        SysOp op = SysOp.of(encoding);
        return op == SysOp.DC_ISW || op == SysOp.DC_CSW || op == SysOp.DC_CISW;
    }

    private static boolean isDebug(SysReg reg) {
        return reg == SysReg.MDSCR_EL1 || SaveLists.DEBUG.contains(reg);
    }

    /// What a guest may save and restore, and what does nothing: the ID registers say that it is there. KVM:
    /// trap_raz_wi(), access_actlr(), trap_loregion().
    private static boolean isRazWi(SysReg reg) {
        return switch (reg) {
            case ACTLR_EL1, OSDLR_EL1, DBGPRCR_EL1, DBGCLAIMSET_EL1, DBGCLAIMCLR_EL1, DBGAUTHSTATUS_EL1, MDRAR_EL1,
                            MDCCSR_EL0, DBGDTR_EL0, DBGDTRRX_EL0, OSDTRRX_EL1, OSDTRTX_EL1, OSECCR_EL1, ERRIDR_EL1,
                            LORSA_EL1, LOREA_EL1, LORN_EL1, LORC_EL1, LORID_EL1 ->
                    true;
            default -> false;
        };
    }

    /// The guest has its value in Xt; what else?
    private Resume answer(int rt, long value) {
        vcpu.setX(rt, value);
        return Resume.GUEST;
    }

    private Resume undefined() {
        vcpu.injectUndefined();
        return Resume.GUEST;
    }
}
