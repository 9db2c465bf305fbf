package splitvisor.benchmarks.lab;

import java.util.HashMap;
import java.util.Map;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.sysreg.SysReg;

/// Holds that what a PE caches of a vCPU's translations is never used for another: VMs by their VMIDs, vCPUs of one
/// VM, whose ASIDs mean nothing to each other, by maintenance between them.
final class VmidAudit extends SwitchAudit {


    private final Map<Long, Long> roots = new HashMap<>();
    private final Map<Long, Long> lastVcpu = new HashMap<>();
    private boolean maintained;

    @Override
    public void operation(Cpu cpu, String assembly) {
        maintained |= assembly.startsWith("tlbi vmalle1") || assembly.startsWith("tlbi vmalls12e1");
    }

    @Override
    protected void guestEntered(Cpu cpu, boolean again, long pc) {
        long vttbr = value(cpu, SysReg.VTTBR_EL2);
        long vmid = vmid(vttbr);
        long root = vttbr << 16 >>> 16;
        if (vmid == 0) {
            found(cpu, "VTTBR_EL2 holds VMID 0", "VMID 0 is the host's own. KVM: vmid.c.");
        }
        if (roots.computeIfAbsent(vmid, _ -> root) != root) {
            found(cpu, "two VMs have VMID %d: stage-2 tables at %#x and %#x".formatted(vmid, roots.get(vmid), root),
                    "TLB entries of EL1&0 are tagged with the VMID, and with nothing else of the VM. Arm ARM: "
                            + "VMIDs and TLB entries; KVM: kvm_arm_vmid_update().");
        }
        long vcpu = value(cpu, SysReg.VMPIDR_EL2);
        Long before = lastVcpu.put(vttbr, vcpu);
        if (before != null && before != vcpu && !maintained) {
            found(cpu, "another vCPU of the VM is entered than was here last, and the other's translations are cached",
                    "An ASID is one vCPU's: what another of the same VM left in this PE's TLB is to be invalidated. "
                            + "KVM: last_vcpu_ran, kvm_arch_vcpu_load(), __kvm_flush_cpu_context().");
        }
        if (before == null || before != vcpu) {
            maintained = false;
        }
    }
}
