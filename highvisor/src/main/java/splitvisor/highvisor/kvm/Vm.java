package splitvisor.highvisor.kvm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import splitvisor.cpu.hosted.Domain;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.sysreg.SysOp;
import splitvisor.highvisor.hyp.HostLayout;
import splitvisor.highvisor.hyp.TrapValues;
import splitvisor.highvisor.kernel.AddressSpace;
import splitvisor.highvisor.kernel.HostKernel;
import splitvisor.highvisor.kernel.KernelPath;
import splitvisor.highvisor.kernel.PageTables;
import splitvisor.highvisor.kvm.vgic.Vgic;

/// A virtual machine: memory slots, the stage-2 tables that realise them page by page, and the devices
/// that the kernel emulates. KVM: struct kvm; mmu.c.
final class Vm {

    private static final long GICD = 0x0800_0000L;
    private static final long GICD_SIZE = 0x1_0000L;
    private static final long GICC = 0x0801_0000L;
    private static final long GICC_SIZE = 0x2000;
    private static final long GICV = 0x0804_0000L;
    private static final long GICR = 0x080a_0000L;
    private static final long GICR_SIZE = 0xf6_0000L;

    private static final long S2_PAGE = 1 << 10 | 3 << 8 | 3 << 6 | 0xf << 2; // AF, SH, S2AP RW, normal WB
    private static final long S2_DEVICE = 1L << 54 | 1 << 10 | 3 << 6 | 1 << 2; // XN, AF, S2AP RW, Device-nGnRE
    private static final long IPA_LIMIT = 1L << TrapValues.IPA_BITS;
    private static final int VMID_SHIFT = 48;
    private static final int START_LEVEL = 1;
    private static final int CONCATENATED = 2;
    private static final long CACHE_LINE = 64;

    private record Slot(long guestAddress, long size, long userAddress, AddressSpace mm) {

        boolean overlaps(long address, long length) {
            return address < guestAddress + size && guestAddress < address + length;
        }
    }

    private final HostedCpu cpu;
    private final HostKernel kernel;
    private final int vmid;
    private final PageTables stage2;
    private final IoBus bus = new IoBus();
    private final List<Slot> slots = new ArrayList<>();
    private final List<Vcpu> vcpus = new ArrayList<>();
    private final GuestHalt halt;
    private final RunningVcpus running;
    private final int[] lastRan;
    private final long cntvoff;
    private Vgic vgic;

    Vm(HostedCpu cpu, HostKernel kernel, RunningVcpus running, int vmid) {
        this.cpu = cpu;
        this.running = running;
        halt = new GuestHalt(cpu, vcpus);
        lastRan = new int[kernel.cpus()];
        Arrays.fill(lastRan, -1);
        cntvoff = kernel.timers().now(); // the guest's virtual count begins with it
        this.kernel = kernel;
        this.vmid = vmid;
        long root = kernel.memory().allocateAligned(CONCATENATED, CONCATENATED * HostLayout.PAGE);
        stage2 = new PageTables(cpu, kernel.memory(), root, START_LEVEL);
    }

    /// What VTTBR_EL2 holds while one of its vCPUs runs.
    long vttbr() {
        return (long) vmid << VMID_SHIFT | stage2.root();
    }

    /// CNTVOFF_EL2 while one of its vCPUs runs.
    long cntvoff() {
        return cntvoff;
    }

    RunningVcpus running() {
        return running;
    }

    List<Vcpu> vcpus() {
        return vcpus;
    }

    /// Whether another of its vCPUs was the last to run on this PE: what that one left in the TLB under its
    /// own ASIDs means nothing to this one. KVM: last_vcpu_ran.
    boolean ranAnother(Vcpu vcpu) {
        int last = lastRan[cpu.index()];
        lastRan[cpu.index()] = vcpu.index();
        return last != vcpu.index();
    }

    GuestHalt halt() {
        return halt;
    }

    IoBus bus() {
        return bus;
    }

    /// Its in-kernel interrupt controller, or null.
    Vgic vgic() {
        return vgic;
    }

    Vcpu createVcpu() {
        Vcpu vcpu = new Vcpu(cpu, kernel, this, vcpus.size());
        vcpus.add(vcpu);
        if (vgic != null) {
            connect(vcpu);
        }
        return vcpu;
    }

    /// The vCPU with the given number, or null.
    Vcpu vcpu(int index) {
        return index < vcpus.size() ? vcpus.get(index) : null;
    }

    /// Creates [#vgic], an in-kernel interrupt controller of the host's version, at the addresses of QEMU's `virt`. A
    /// GICv2's CPU interface is the hardware's virtual one, which the guest finds where it expects GICC. KVM:
    /// kvm_vgic_create(), vgic_init(), vgic_v2_map_resources().
    long createVgic(int version) {
        if (vgic != null) {
            return Errno.EEXIST.result();
        }
        if (version != kernel.gicVersion()) {
            return Errno.ENODEV.result();
        }
        vgic = version == 2 ? Vgic.v2(cpu, kernel.hyp()) : Vgic.v3(cpu, kernel.hyp());
        vcpus.forEach(this::connect);
        bus.add(GICD, GICD_SIZE, new VgicDevice(vgic.distributor()));
        if (version == 2) {
            for (long page = 0; page < GICC_SIZE; page += HostLayout.PAGE) {
                stage2.mapPage(GICC + page, GICV + page, S2_DEVICE);
            }
            cpu.dsb(Domain.ISHST);
        } else {
            bus.add(GICR, GICR_SIZE, new VgicDevice(vgic.redistributors()));
        }
        return 0;
    }

    private void connect(Vcpu vcpu) {
        vgic.add(vcpu);
        vcpu.timers().enable();
    }

    /// A store to its [SignalDevice] raises an interrupt in the next VM of the ring.
    long joinWire(List<Vm> ring) {
        if (vgic == null) {
            return Errno.ENXIO.result();
        }
        ring.add(this);
        bus.add(SignalDevice.BASE, SignalDevice.SIZE, new SignalDevice(() -> {
            cpu.path(KernelPath.EVENTFD_SIGNAL);
            Vm next = ring.get((ring.indexOf(this) + 1) % ring.size());
            if (next != this) {
                cpu.path(KernelPath.IRQFD_INJECT);
                next.injectSignal();
            }
        }));
        return 0;
    }

    /// A store to its [SignalDevice] wakes a thread of the kernel's, which raises the interrupt.
    long createBackend() {
        if (vgic == null) {
            return Errno.ENXIO.result();
        }
        Backend backend = new Backend(cpu, kernel, this);
        bus.add(SignalDevice.BASE, SignalDevice.SIZE, new SignalDevice(backend::signal));
        return 0;
    }

    /// Raises the interrupt of its [SignalDevice]. KVM: kvm_set_irq().
    void injectSignal() {
        vgic.inject(null, SignalDevice.SPI, true);
    }

    /// Guest memory from `guestAddress`, backed by the process's memory at `userAddress`.
    long addSlot(long guestAddress, long size, long userAddress) {
        long outside = (guestAddress | size | userAddress) & HostLayout.PAGE - 1;
        if (outside != 0 || size <= 0 || guestAddress < 0 || guestAddress > IPA_LIMIT - size) {
            return Errno.EINVAL.result();
        }
        if (slots.stream().anyMatch(slot -> slot.overlaps(guestAddress, size))) {
            return Errno.EEXIST.result();
        }
        slots.add(new Slot(guestAddress, size, userAddress, kernel.scheduler().current().mm()));
        return 0;
    }

    /// Whether the address is within what stage 2 can translate.
    boolean addresses(long ipa) {
        return Long.compareUnsigned(ipa, IPA_LIMIT) < 0;
    }

    /// Whether a memory slot covers the address.
    boolean backs(long ipa) {
        return slotAt(ipa) != null;
    }

    /// Maps the page at `ipa` into stage 2. KVM: user_mem_abort(), kvm_pgtable_stage2_map().
    void mapPage(long ipa) {
        Slot slot = slotAt(ipa);
        long page = ipa & -HostLayout.PAGE;
        cpu.path(KernelPath.USER_MEM_ABORT);
        long pa = slot.mm.lookup(slot.userAddress + page - slot.guestAddress);
        if (pa < 0) {
            throw new IllegalStateException("memory slot at %#x is not populated".formatted(slot.guestAddress));
        }
        cpu.path(KernelPath.STAGE2_MAP);
        cleanToPointOfCoherency(pa);
        stage2.mapPage(page, pa, S2_PAGE);
        cpu.dsb(Domain.ISHST); // the walkers see the new entry; nothing was there, so no TLBI
        cpu.path(KernelPath.FOLIO_ACTIVATE);
    }

    /// A guest with its caches off must see what the host wrote. KVM: __clean_dcache_guest_page().
    private void cleanToPointOfCoherency(long pa) {
        cpu.path(KernelPath.DCACHE_CLEAN_INVAL);
        long va = HostLayout.kernelVa(pa);
        for (long line = 0; line < HostLayout.PAGE; line += CACHE_LINE) {
            cpu.sys(SysOp.DC_CIVAC, va + line);
        }
        cpu.dsb(Domain.SY);
    }

    private Slot slotAt(long ipa) {
        for (Slot slot : slots) {
            if (Long.compareUnsigned(ipa - slot.guestAddress, slot.size) < 0) {
                return slot;
            }
        }
        return null;
    }
}
