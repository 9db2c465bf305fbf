package splitvisor.benchmarks.lab;

import java.util.List;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.SysReg;

/// Holds that EL2 of a VHE host is ready when it goes down into the guest, and that no instant on the way is unsafe.
final class VheEntryAudit extends SwitchAudit {

    private static final long HSTR_T15 = 1 << 15;
    private static final int TRACE_LINES = 14;
    private static final List<String> SHOWN =
            List.of(" HCR_EL2 ", " VTTBR_EL2 ", " VBAR_EL2 ", " HSTR_EL2 ", " MDCR_EL2 ", "-->", "<--", " eret");

    private long hostVectors;
    private long mark;
    private boolean hostHadTge;

    @Override
    protected void hostCalls(Cpu cpu) {
        hostVectors = hostVectors == 0 ? value(cpu, SysReg.VBAR_EL2) : hostVectors;
        mark = transcript().mark();
        hostHadTge = cpu.tge;
    }

    @Override
    public void sysRegWrite(Cpu cpu, int encoding, SysReg reached, long before, long after) {
        if (reached == SysReg.HCR_EL2 && (before & Hcr.E2H) != 0 && (after & Hcr.E2H) == 0) {
            found(cpu, "HCR_EL2 is written with E2H clear",
                    "A VHE host has E2H set, always: without it the names of the kernel's own registers, and its "
                            + "addresses, mean something else from the next instruction on. KVM: HCR_HOST_VHE_FLAGS, "
                            + "vcpu_reset_hcr().");
        }
        if (phase() == Phase.ENTERING && reached == SysReg.VTTBR_EL2 && !cpu.tge && hostHadTge) {
            found(cpu, "VTTBR_EL2 is loaded when HCR_EL2.TGE is clear already: until then the guest's EL1 went with "
                            + "whatever stage 2 was there",
                    "With TGE clear a walk of the guest's stage 1 may begin at any time, also by speculation: stage 2 "
                            + "is in place before. KVM: __kvm_vcpu_run_vhe(), __load_stage2() before "
                            + "__activate_traps().");
        }
    }

    @Override
    public void operation(Cpu cpu, String assembly) {
        if (assembly.equals("eret") && cpu.el == 2 && atDoor()) {
            checkControls(cpu);
        }
    }

    private void checkControls(Cpu cpu) {
        long hcr = value(cpu, SysReg.HCR_EL2);
        require(cpu, (hcr & Hcr.TGE) == 0, "HCR_EL2.TGE is set at the ERET into the guest: there is no EL1 to go to",
                "TGE makes EL0 the host's own and a return to EL1 illegal; it is clear while a guest runs. "
                        + "Arm ARM: HCR_EL2.TGE; KVM: __activate_traps().");
        require(cpu, (hcr & Hcr.VM) != 0, "HCR_EL2.VM is clear: the guest's addresses would be taken for physical ones",
                "Stage 2 is on while a guest runs. KVM: __activate_traps(), HCR_GUEST_FLAGS.");
        require(cpu, vmid(cpu) != 0,
                "VTTBR_EL2 holds VMID 0, which is no guest's",
                "A guest has a stage 2 of its own. KVM: __load_stage2().");
        require(cpu, value(cpu, SysReg.VBAR_EL2) != hostVectors,
                "VBAR_EL2 is the kernel's own vectors: the guest's exit would look like an exception of the kernel's",
                "A guest is left through vectors of its own; at EL2 with E2H set the name VBAR_EL1 reaches VBAR_EL2. "
                        + "KVM: __activate_traps(), kvm_hyp_vector.");
        require(cpu, (value(cpu, SysReg.HSTR_EL2) & HSTR_T15) != 0,
                "HSTR_EL2, MDCR_EL2 and PMUSERENR_EL0 are still the host's",
                "Traps that are the same for every run of a vCPU are set when it is loaded. "
                        + "KVM: activate_traps_vhe_load().");
    }

    private void require(Cpu cpu, boolean holds, String what, String rule) {
        if (!holds) {
            List<String> trace = transcript().since(
                    mark, line -> SHOWN.stream().anyMatch((line + " ")::contains), TRACE_LINES);
            inspection().found(cpu, trace, what, rule);
        }
    }
}
