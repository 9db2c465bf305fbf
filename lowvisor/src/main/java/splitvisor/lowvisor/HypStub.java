package splitvisor.lowvisor;

import splitvisor.cpu.hosted.Domain;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.hosted.HostedProgramException;
import splitvisor.cpu.hosted.HostedVector;
import splitvisor.cpu.sysreg.SysOp;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.HostLayout;
import splitvisor.highvisor.hyp.HypPath;
import splitvisor.highvisor.hyp.PerCpu;
import splitvisor.highvisor.hyp.TrapValues;

/// What the boot code leaves at EL2, so that the kernel can have its own code put there later. It knows
/// one call: KVM's initialisation. KVM: hyp-stub.S, hyp-init.S.
final class HypStub implements HostedVector.Handler {

    private static final long INIT = 0xc600_0000L;
    private static final long BLOCK = 0x705; // AF, inner shareable, MAIR index 1, valid block
    private static final long DEVICE_BLOCK = 1L << 54 | 0x401; // XN, AF, MAIR index 0, valid block
    private static final long TABLE = 3;
    private static final long TCR_EL2 = 1L << 31 | 1L << 23 | 5L << 16 | 3L << 12 | 1L << 10 | 1L << 8 | 16;
    private static final long MAIR = 0xff00L; // index 0 Device-nGnRnE, index 1 Normal write-back
    private static final long SCTLR_RES1 = 0x30c5_0830L;
    private static final long SCTLR_M_C_I = 1 | 1 << 2 | 1 << 12;
    private static final long GIGABYTE = 1L << 30;

    private final HostedCpu cpu;
    private final HostLayout layout;

    HypStub(HostedCpu cpu, HostLayout layout) {
        this.cpu = cpu;
        this.layout = layout;
    }

    /// The kernel's side: asks the stub to hand EL2 over.
    void callInit(long perCpu) {
        cpu.mov(0, INIT);
        cpu.mov(1, perCpu);
        cpu.hvc(0);
    }

    @Override
    public void handle(int offset) {
        if (cpu.x(0) != INIT) {
            throw new HostedProgramException("the EL2 stub was called with %#x".formatted(cpu.x(0)));
        }
        cpu.path(HypPath.HYP_INIT);
        initialise(cpu.x(1));
        cpu.eret();
    }

    /// EL2's translation, per-CPU pointer and vectors. KVM: ___kvm_hyp_init, hyp-init.S.
    private void initialise(long perCpu) {
        buildTables();
        cpu.msr(SysReg.TPIDR_EL2, perCpu);
        cpu.msr(SysReg.MAIR_EL2, MAIR);
        cpu.msr(SysReg.TTBR0_EL2, layout.hypTables());
        cpu.msr(SysReg.TCR_EL2, TCR_EL2);
        cpu.isb();
        cpu.sys(SysOp.TLBI_ALLE2, 0);
        cpu.dsb(Domain.SY);
        cpu.msr(SysReg.SCTLR_EL2, SCTLR_RES1 | SCTLR_M_C_I);
        cpu.isb();
        cpu.msr(SysReg.VBAR_EL2, layout.hypText());
        PerCpu area = new PerCpu(cpu);
        area.setHostVectors(layout.hypText());
        area.setGuestVectors(layout.guestVectors());
        cpu.msr(SysReg.CPTR_EL2, TrapValues.CPTR_NVHE_RES1);
        cpu.msr(SysReg.VTCR_EL2, TrapValues.VTCR);
    }

    /// RAM and devices at EL2 as 1 GiB blocks, virtual equal to physical.
    private void buildTables() {
        long root = layout.hypTables();
        long level1 = root + HostLayout.PAGE;
        cpu.str(level1 | TABLE, root);
        long ram = layout.ramBase() & -GIGABYTE;
        cpu.str(ram | BLOCK, level1 + 8 * (ram / GIGABYTE));
        cpu.str(DEVICE_BLOCK, level1);
    }
}
