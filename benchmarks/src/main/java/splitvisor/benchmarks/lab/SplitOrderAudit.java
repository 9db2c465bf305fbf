package splitvisor.benchmarks.lab;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.SysReg;

/// Holds that a split host's switch takes its steps in an order in which no instant is unsafe: EL1's tables and
/// stage 2 belong to the same world whenever a walk could begin, and EL2 is ready when the guest is entered.
final class SplitOrderAudit extends SwitchAudit {

    private static final long EL1PCEN = 2;
    private static final List<SysReg> TRANSLATION =
            List.of(SysReg.SCTLR_EL1, SysReg.TCR_EL1, SysReg.TTBR0_EL1, SysReg.TTBR1_EL1);

    private static final String ON =
            "While stage 2 is on a walk may begin at any time: from a VTTBR_EL2 that is the host's it goes through "
                    + "memory that holds no tables, and leaves in the TLB what belongs to VMID 0, the host. ";

    private final Set<SysReg> written = EnumSet.noneOf(SysReg.class);
    private long hostVectors;

    @Override
    protected void hostCalls(Cpu cpu) {
        written.clear();
        hostVectors = value(cpu, SysReg.VBAR_EL2);
    }

    @Override
    public void sysRegWrite(Cpu cpu, int encoding, SysReg reached, long before, long after) {
        if (phase() == Phase.ENTERING) {
            written.add(reached);
            checkWayIn(cpu, reached, after);
        } else if (phase() == Phase.EXITED) {
            checkWayOut(cpu, reached, before, after);
        }
    }

    private void checkWayIn(Cpu cpu, SysReg reached, long after) {
        boolean loads = reached == SysReg.VTTBR_EL2 && vmid(after) != 0;
        boolean turnsOn = reached == SysReg.HCR_EL2 && (after & Hcr.VM) != 0;
        if ((loads || turnsOn) && !written.containsAll(TRANSLATION)) {
            found(cpu, "%s while EL1's translation registers are still the host's".formatted(
                            loads ? "VTTBR_EL2 is the guest's" : "HCR_EL2.VM is set"),
                    "A walk may begin at any time, also by speculation: the guest's EL1 state is in place "
                            + "before its stage 2. KVM: __kvm_vcpu_run(), __sysreg_restore_state_nvhe() before "
                            + "__load_stage2() and __activate_traps().");
        } else if (turnsOn && vmid(cpu) == 0) {
            found(cpu, "HCR_EL2.VM is set while VTTBR_EL2 is still the host's", ON + "KVM: __kvm_vcpu_run(), "
                    + "__load_stage2() before __activate_traps().");
        }
    }

    private void checkWayOut(Cpu cpu, SysReg reached, long before, long after) {
        boolean guestStage2 = vmid(cpu) != 0;
        boolean stage2On = (value(cpu, SysReg.HCR_EL2) & Hcr.VM) != 0;
        if (TRANSLATION.contains(reached) && before != after && (guestStage2 || stage2On)) {
            found(cpu, "%s is the host's while %s is still the guest's".formatted(
                            reached.assemblyName(), guestStage2 ? "VTTBR_EL2" : "HCR_EL2.VM"),
                    "The host's EL1 state comes back after stage 2 has gone. KVM: __kvm_vcpu_run(), "
                            + "__deactivate_traps() and __load_host_stage2() before "
                            + "__sysreg_restore_state_nvhe().");
        } else if (reached == SysReg.VTTBR_EL2 && vmid(after) == 0 && stage2On) {
            found(cpu, "VTTBR_EL2 is the host's while HCR_EL2.VM is still set", ON + "KVM: __kvm_vcpu_run(), "
                    + "__deactivate_traps() before __load_host_stage2().");
        }
    }

    @Override
    protected void guestEntered(Cpu cpu, boolean again, long pc) {
        long hcr = value(cpu, SysReg.HCR_EL2);
        require(cpu, (hcr & Hcr.VM) != 0, "HCR_EL2.VM is clear: the guest's addresses are taken for physical ones",
                "Stage 2 is on while a guest runs. KVM: __activate_traps().");
        require(cpu, (hcr & (Hcr.IMO | Hcr.FMO)) == (Hcr.IMO | Hcr.FMO),
                "HCR_EL2.IMO or FMO is clear: physical interrupts go to the guest",
                "While a guest runs, physical interrupts are EL2's. KVM: HCR_GUEST_FLAGS.");
        require(cpu, vmid(cpu) != 0,
                "VTTBR_EL2 holds VMID 0, the host's", "A guest has a stage 2 of its own. KVM: __load_stage2().");
        require(cpu, value(cpu, SysReg.VBAR_EL2) != hostVectors,
                "VBAR_EL2 is the vectors for the host: the guest's exit would look like the host's call",
                "A guest is left through vectors of its own. KVM: __activate_traps(), kvm_hyp_vector.");
        require(cpu, (value(cpu, SysReg.CNTHCTL_EL2) & EL1PCEN) == 0,
                "CNTHCTL_EL2.EL1PCEN is set: the guest can program the physical timer",
                "The physical timer is the host's own, so a guest traps on it. KVM: __timer_enable_traps().");
    }

    private void require(Cpu cpu, boolean holds, String what, String rule) {
        if (!holds) {
            found(cpu, what, rule);
        }
    }
}
