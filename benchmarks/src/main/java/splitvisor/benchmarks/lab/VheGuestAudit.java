package splitvisor.benchmarks.lab;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.sysreg.SaveClass;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.HostLayout;
import splitvisor.highvisor.hyp.VcpuArea;

/// The same for a VHE host, in which most of a guest's registers stay on the PE from load to put.
final class VheGuestAudit extends GuestStateAudit {

    private static final int DOUBLEWORD = 3;

    /// What the last put of a guest has read, by VMID; none while it has not been put since its exit.
    private final Map<Long, Set<SysReg>> saved = new HashMap<>();

    private final Set<SysReg> restored = EnumSet.noneOf(SysReg.class);
    private Set<SysReg> saving = EnumSet.noneOf(SysReg.class);
    private long last;
    private long area;

    @Override
    protected void loadBegins(Cpu cpu) {
        restored.clear();
    }

    /// The door into the guest loads X0 from the head of the vCPU's area.
    @Override
    public void pair(Cpu cpu, boolean load, boolean fp, int rt, int rt2, long va) {
        if (atDoor() && load && !fp && rt == 0) {
            area = va;
        }
    }

    @Override
    protected void vcpuPut(Cpu cpu) {
        if (area != 0 && (flags(cpu) & VcpuArea.SYSREGS_ON_CPU) != 0) {
            found(cpu, "the vCPU has been put, and its area still says that its registers are on the PE",
                    "Who wants a register of a vCPU's looks where the flag says: on the PE from load to put, in memory "
                            + "otherwise. KVM: SYSREGS_ON_CPU, vcpu_read_sys_reg().");
        }
        saved.put(last, saving);
        saving = EnumSet.noneOf(SysReg.class);
    }

    private long flags(Cpu cpu) {
        return cpu.memory.readRam(HostLayout.physical(area) + VcpuArea.Field.FLAGS.offset(), DOUBLEWORD);
    }

    @Override
    protected void guestEntered(Cpu cpu, boolean again, long pc) {
        last = vmid(cpu);
        super.guestEntered(cpu, again, pc);
        saved.remove(last);
    }

    @Override
    public void sysRegRead(Cpu cpu, int encoding, SysReg reached, long value) {
        super.sysRegRead(cpu, encoding, reached, value);
        if (schedule() == Schedule.PUTTING) {
            saving.add(reached);
        }
    }

    @Override
    public void sysRegWrite(Cpu cpu, int encoding, SysReg reached, long before, long after) {
        super.sysRegWrite(cpu, encoding, reached, before, after);
        if (schedule() == Schedule.LOADING) {
            restored.add(reached);
        }
    }

    @Override
    protected String why(Cpu cpu, SysReg reg, boolean emulated) {
        if (reg.saveClass() != SaveClass.EL1 && reg.saveClass() != SaveClass.USER) {
            return super.why(cpu, reg, emulated);
        }
        Set<SysReg> read = saved.get(vmid(cpu));
        if (read == null && emulated) {
            return "the host kernel has written it in memory, since VcpuArea.SYSREGS_ON_CPU is not set";
        }
        if (read == null) {
            return "the vCPU was not put in between, so it was there, and has been overwritten";
        }
        if (!read.contains(reg)) {
            return reg.e2h() != null && read.contains(reg.e2h())
                    ? "put has read %s in its place, by the plain name".formatted(reg.e2h().assemblyName())
                    : "put has not read it, so it is not saved";
        }
        return restored.contains(reg)
                ? "what load has written is not what put had read"
                : "load has not written it, so it is not restored";
    }
}
