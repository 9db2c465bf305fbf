package splitvisor.highvisor.kvm.vgic;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import splitvisor.cpu.board.Machine;
import splitvisor.cpu.board.VirtMap;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.hyp.ListRegister;
import splitvisor.highvisor.hyp.VcpuArea;
import splitvisor.highvisor.hyp.VcpuArea.Field;

/// A VM's interrupt controller without the rest of the VM: its list registers are played by the test, which
/// does with them what a guest and the hardware would.
final class Bench {

    static final int LIST_REGISTERS = 4;

    /// A vCPU that notes how often it was kicked.
    static final class TestVcpu implements VgicVcpu {
        private final int index;
        private final VcpuArea area;
        int kicks;
        int halts;
        boolean halted;

        TestVcpu(int index, VcpuArea area) {
            this.index = index;
            this.area = area;
        }

        @Override
        public int index() {
            return index;
        }

        @Override
        public long mpidr() {
            return index;
        }

        @Override
        public VcpuArea area() {
            return area;
        }

        @Override
        public void kick() {
            kicks++;
        }

        @Override
        public void haltGuest() {
            halts++;
            halted = true;
        }

        @Override
        public void resumeGuest() {
            halted = false;
        }
    }

    /// Hardware that leaves the list registers in memory.
    private static final class InMemory implements CpuInterface {
        @Override
        public int listRegisters() {
            return LIST_REGISTERS;
        }

        @Override
        public void restore(VgicCpu vcpu) {
            // They stay in memory, where the test finds them.
        }

        @Override
        public void save(VgicCpu vcpu) {
            // The test has changed them in memory.
        }

        @Override
        public void forget(VgicCpu vcpu) {
            // Nothing moves.
        }

        @Override
        public void load(VgicCpu vcpu) {
            // No hardware.
        }

        @Override
        public void put(VgicCpu vcpu) {
            // No hardware.
        }

        @Override
        public void syncVmcr(VgicCpu vcpu) {
            // The test sets the mask in memory.
        }

        @Override
        public int priorityMask(VgicCpu vcpu) {
            return (int) (vcpu.area().get(Field.VGIC_VMCR) >>> 24);
        }
    }

    final Vgic vgic;
    final List<TestVcpu> vcpus = new ArrayList<>();
    final VgicFrame gicd;

    Bench(Vgic.Model model, int count) {
        Machine machine =
                new Machine(
                        CostProfile.builtIn("gicv3-server"),
                        1 << 20,
                        Machine.Options.onePe(OutputStream.nullOutputStream()));
        HostedCpu cpu = new HostedCpu(machine.cpu());
        vgic = new Vgic(cpu, model, new InMemory());
        for (int i = 0; i < count; i++) {
            TestVcpu vcpu = new TestVcpu(i, new VcpuArea(cpu, VirtMap.RAM_BASE + i * 0x2000L));
            vcpus.add(vcpu);
            vgic.add(vcpu);
            vcpu.area().set(Field.VGIC_VMCR, 0xf0L << 24);
        }
        gicd = vgic.distributor();
        vgic.enabled = true;
    }

    /// A GICv3 with one vCPU whose interrupts of the given numbers are enabled.
    static Bench v3(int... enabled) {
        Bench bench = new Bench(Vgic.Model.V3, 1);
        for (int intid : enabled) {
            bench.irq(intid).enabled = true;
        }
        return bench;
    }

    TestVcpu vcpu() {
        return vcpus.getFirst();
    }

    VgicIrq irq(int intid) {
        return vgic.irq(vgic.cpu(vcpu()), intid);
    }

    void inject(int intid, boolean level) {
        vgic.inject(vcpu(), intid, level);
    }

    /// Enters the guest: from here on it has the list registers.
    void enter() {
        vgic.flush(vcpu());
    }

    void exit() {
        vgic.sync(vcpu());
    }

    long lr(int n) {
        return vcpu().area().get(Field.listRegister(n));
    }

    private void lr(int n, long value) {
        vcpu().area().set(Field.listRegister(n), value);
    }

    int used() {
        return (int) vcpu().area().get(Field.VGIC_USED_LRS);
    }

    boolean underflowWanted() {
        return (vcpu().area().get(Field.VGIC_HCR) & ListRegister.HCR_UIE) != 0;
    }

    /// The INTIDs in the list registers, in their order.
    List<Integer> listed() {
        List<Integer> intids = new ArrayList<>();
        for (int n = 0; n < used(); n++) {
            intids.add(ListRegister.intid(lr(n)));
        }
        return intids;
    }

    /// The guest acknowledges what is in a list register.
    void acknowledge(int n) {
        lr(n, lr(n) & ~ListRegister.PENDING | ListRegister.ACTIVE);
    }

    /// The guest ends what is in a list register.
    void end(int n) {
        lr(n, lr(n) & ~ListRegister.ACTIVE);
    }

    /// Enters, lets the guest acknowledge and end everything listed, and leaves again. Returns what it saw.
    List<Integer> serveAll() {
        enter();
        List<Integer> seen = listed();
        for (int n = 0; n < seen.size(); n++) {
            acknowledge(n);
            end(n);
        }
        exit();
        return seen;
    }
}
