package splitvisor.highvisor.kvm;

import java.util.ArrayList;
import java.util.List;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.hyp.HypCalls.GuestTimer;
import splitvisor.highvisor.kernel.HostKernel;
import splitvisor.highvisor.kernel.KernelPath;
import splitvisor.highvisor.kvm.vgic.Vgic;

/// /dev/kvm and what is opened through it. File descriptors are the kernel's, not a process's: enough
/// for VMMs that do not share. KVM: kvm_dev_ioctl(), kvm_vm_ioctl(), kvm_vcpu_ioctl(), kvm_main.c.
public final class Kvm {

    /// The descriptor under which every process finds /dev/kvm open.
    public static final long DEV_KVM = 3;

    public static final long CREATE_VM = 0xae01;
    public static final long CREATE_VCPU = 0xae41;
    public static final long SET_USER_MEMORY_REGION = 0x4020_ae46L;
    public static final long RUN = 0xae80;
    public static final long VCPU_INIT = 0x4020_aeaeL;
    public static final long GET_ONE_REG = 0x4010_aeabL;
    public static final long SET_ONE_REG = 0x4010_aeacL;
    public static final long IRQ_LINE = 0x4008_ae61L;
    public static final long CREATE_DEVICE = 0xc00c_aee0L;
    public static final long SET_DEVICE_ATTR = 0x4018_aee1L;

    /// KVM_ARM_VCPU_INIT's first feature: the vCPU begins switched off. KVM: KVM_ARM_VCPU_POWER_OFF.
    public static final long VCPU_POWER_OFF = 1;

    /// KVM_CREATE_DEVICE types. KVM: KVM_DEV_TYPE_ARM_VGIC_V2, KVM_DEV_TYPE_ARM_VGIC_V3.
    public static final long DEVICE_VGIC_V2 = 5;
    public static final long DEVICE_VGIC_V3 = 7;

    /// KVM_SET_DEVICE_ATTR's group for how many interrupts a VGIC has.
    public static final long VGIC_NR_IRQS = 3;

    /// This model's own, see [SignalDevice]: a store raises an interrupt in the next VM on the wire.
    public static final long DEVICE_WIRE = 0x100;

    /// This model's own: a store wakes a thread of the kernel's, which raises an interrupt, see [Backend].
    public static final long DEVICE_BACKEND = 0x101;

    private static final int MAINTENANCE_PPI = 25;

    private final HostedCpu cpu;
    private final HostKernel kernel;
    private final List<Object> files = new ArrayList<>();
    private final List<Vm> wire = new ArrayList<>();
    private final RunningVcpus running;
    private final Vmids vmids = new Vmids();

    public Kvm(HostedCpu cpu, HostKernel kernel) {
        this.cpu = cpu;
        this.kernel = kernel;
        running = new RunningVcpus(cpu, kernel.cpus());
        while (files.size() < DEV_KVM) {
            files.add(null); // the console's descriptors
        }
        files.add(this);
    }

    /// Installs the handlers of the interrupts that are the guests'. KVM: kvm_timer_hyp_init(), vgic_v3_probe().
    public void requestInterrupts() {
        for (GuestTimer timer : kernel.hyp().directTimers()) {
            kernel.interrupts().requestForwarded(timer.intid(), () -> timerInterrupt(timer));
        }
        for (GuestTimer timer : kernel.hyp().switchedTimers()) {
            kernel.interrupts().request(timer.intid(), () -> {}); // nor for more: the exit has stopped the timer
        }
        kernel.interrupts().request(MAINTENANCE_PPI, () -> {}); // that it ended the guest's turn is all it is for
    }

    private void timerInterrupt(GuestTimer timer) {
        Vcpu vcpu = running.get();
        if (vcpu != null) {
            vcpu.timers().interrupt(timer);
        }
    }

    /// ioctl(fd, request, argument): a result or −errno.
    public long ioctl(long fd, long request, long argument) {
        return switch (file(fd)) {
            case Kvm _ -> request == CREATE_VM ? createVm() : Errno.EINVAL.result();
            case Vm vm -> vmIoctl(vm, request, argument);
            case Vcpu vcpu -> vcpuIoctl(vcpu, request, argument);
            case Vgic vgic -> request == SET_DEVICE_ATTR ? setVgic(vgic, argument) : Errno.EINVAL.result();
            case null, default -> Errno.EBADF.result();
        };
    }

    /// The physical page of the vCPU's `kvm_run`, or −1 when `fd` is no vCPU.
    public long runPage(long fd) {
        return file(fd) instanceof Vcpu vcpu ? vcpu.run().page() : -1;
    }

    private long createVm() {
        int vmid = vmids.allocate();
        return vmid < 0 ? Errno.ENOSPC.result() : open(new Vm(cpu, kernel, running, vmid));
    }

    private long vmIoctl(Vm vm, long request, long argument) {
        if (request == CREATE_VCPU) {
            return open(vm.createVcpu());
        } else if (request == SET_USER_MEMORY_REGION) {
            return setMemoryRegion(vm, argument);
        } else if (request == CREATE_DEVICE) {
            return createDevice(vm, argument);
        } else if (request == IRQ_LINE) {
            return new IrqLine(fromUser(argument)).apply(vm);
        }
        return Errno.EINVAL.result();
    }

    private long vcpuIoctl(Vcpu vcpu, long request, long argument) {
        cpu.path(KernelPath.VCPU_IOCTL);
        if (request == RUN) {
            long result = vcpu.loop().run();
            cpu.path(KernelPath.IOCTL_RETURN);
            return result;
        } else if (request == VCPU_INIT) {
            return init(vcpu, argument);
        } else if (request == SET_ONE_REG) {
            return vcpu.setOneReg(fromUser(argument), fromUser(fromUser(argument + 8)));
        } else if (request == GET_ONE_REG) {
            return vcpu.getOneReg(fromUser(argument), fromUser(argument + 8));
        }
        return Errno.EINVAL.result();
    }

    /// struct kvm_vcpu_init: target, features.
    private long init(Vcpu vcpu, long argument) {
        cpu.path(KernelPath.COPY_USER);
        if ((cpu.ldtr(argument + 4, 2) & VCPU_POWER_OFF) != 0) {
            vcpu.powerOff();
        }
        return 0;
    }

    /// struct kvm_userspace_memory_region: slot, flags, guest_phys_addr, memory_size, userspace_addr.
    private long setMemoryRegion(Vm vm, long argument) {
        return vm.addSlot(fromUser(argument + 8), fromUser(argument + 16), fromUser(argument + 24));
    }

    /// struct kvm_create_device: type, fd, flags.
    private long createDevice(Vm vm, long argument) {
        long type = fromUser(argument);
        if (type == DEVICE_VGIC_V3) {
            return openVgic(vm, 3, argument);
        } else if (type == DEVICE_VGIC_V2) {
            return openVgic(vm, 2, argument);
        }
        if (type == DEVICE_WIRE) {
            return vm.joinWire(wire);
        }
        return type == DEVICE_BACKEND ? vm.createBackend() : Errno.EINVAL.result();
    }

    private long openVgic(Vm vm, int version, long argument) {
        long result = vm.createVgic(version);
        if (result == 0) {
            cpu.path(KernelPath.COPY_USER);
            cpu.sttr(open(vm.vgic()), argument + 4, 2);
        }
        return result;
    }

    /// struct kvm_device_attr: flags, group, attr, addr.
    private long setVgic(Vgic vgic, long argument) {
        long group = fromUser(argument) >>> 32;
        if (group != VGIC_NR_IRQS) {
            return Errno.ENXIO.result();
        }
        int irqs = (int) fromUser(fromUser(argument + 16));
        if (!Vgic.canHave(irqs)) {
            return Errno.EINVAL.result();
        } else if (vgic.isSized()) {
            return Errno.EBUSY.result();
        }
        vgic.setIrqs(irqs);
        return 0;
    }

    private long fromUser(long va) {
        cpu.path(KernelPath.COPY_USER);
        return cpu.ldtr(va, 3);
    }

    private Object file(long fd) {
        return fd >= 0 && fd < files.size() ? files.get((int) fd) : null;
    }

    private long open(Object file) {
        files.add(file);
        return files.size() - 1;
    }
}
