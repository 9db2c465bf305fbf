package splitvisor.highvisor.kvm;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.kernel.KernelPath;

/// Emulates a guest's load or store to an address with no memory behind it: by a device in the kernel,
/// or by user space. KVM: io_mem_abort(), kvm_handle_mmio_return(), mmio.c.
final class Mmio {

    private static final long SCTLR_EE = 1L << 25;

    private final HostedCpu cpu;
    private final IoBus bus;
    private final Vcpu vcpu;
    private Syndrome.Access pending;

    Mmio(HostedCpu cpu, IoBus bus, Vcpu vcpu) {
        this.cpu = cpu;
        this.bus = bus;
        this.vcpu = vcpu;
    }

    Resume emulate(Syndrome.Stage2Fault fault) {
        Syndrome.Access access = fault.access();
        KvmRun run = vcpu.run();
        pending = access;
        long value = fault.write() ? inGuestOrder(vcpu.x(access.rt())) : 0;
        run.set(KvmRun.MMIO_PHYS_ADDR, 3, fault.ipa());
        run.set(KvmRun.MMIO_LEN, 2, 1L << access.log2());
        run.set(KvmRun.MMIO_IS_WRITE, 0, fault.write() ? 1 : 0);
        run.set(KvmRun.MMIO_DATA, 3, value);
        cpu.path(KernelPath.IO_BUS);
        if (!bus.has(fault.ipa())) {
            cpu.path(KernelPath.IO_USER);
            run.exit(KvmRun.EXIT_MMIO);
            return Resume.USER_SPACE;
        }
        cpu.path(KernelPath.IO_DISPATCH);
        if (fault.write()) {
            bus.write(vcpu, fault.ipa(), access.log2(), value);
        } else {
            run.set(KvmRun.MMIO_DATA, 3, bus.read(vcpu, fault.ipa(), access.log2()));
        }
        complete();
        return Resume.GUEST;
    }

    /// Gives a load its value and steps over the instruction. After an exit to user space this happens
    /// at the next KVM_RUN.
    void complete() {
        cpu.path(KernelPath.MMIO_RETURN);
        KvmRun run = vcpu.run();
        run.exit(KvmRun.EXIT_UNKNOWN);
        if (run.get(KvmRun.MMIO_IS_WRITE, 0) == 0) {
            vcpu.setX(pending.rt(), extend(inGuestOrder(run.get(KvmRun.MMIO_DATA, 3))));
        }
        vcpu.incrementPc();
    }

    /// A big-endian guest sees the bytes the other way round. KVM: vcpu_data_host_to_guest(),
    /// vcpu_data_guest_to_host().
    private long inGuestOrder(long value) {
        boolean bigEndian = (vcpu.readSysReg(SysReg.SCTLR_EL1) & SCTLR_EE) != 0;
        return bigEndian ? Long.reverseBytes(value) >>> 64 - (8 << pending.log2()) : value;
    }

    private long extend(long value) {
        int unused = 64 - (8 << pending.log2());
        long extended = pending.signExtend() ? value << unused >> unused : value << unused >>> unused;
        return pending.wide() ? extended : extended & 0xffff_ffffL;
    }
}
