package splitvisor.highvisor.user;

import splitvisor.cpu.hosted.CodePath;

/// QEMU's own code around an exit, which the VMM stands for, one row per stretch: its first function and the
/// instructions of one pass. Counted in the arm64 build of QEMU 7.2 (Debian 1:7.2+dfsg-7): `address_space_rw()` by
/// stepping through it under qemu-user, with the big lock free as a vCPU's thread finds it, to the registers of the
/// machine `vexpress-a15` with two CPUs, which the VMs of 2013 were; the loop by reading its disassembly along the
/// way of an MMIO exit. No cost of a published table is in it.
public enum VmmPath implements CodePath {
    // spotless:off
    /// Once around the loop: kvm_arch_post_run(), the switch over exits, kvm_arch_pre_run(), kvm_vcpu_ioctl().
    RUN_LOOP       ("kvm_cpu_exec",      212),
    /// The way to a device's register and back, with the big lock; the register is virtio-mmio's DeviceID.
    DEVICE         ("address_space_rw",  759),
    /// The same to the registers of a GICv2, of which it looks through all interrupts where one changes.
    GICD_READ      ("gic_dist_read",     968),
    GICD_WRITE     ("gic_dist_write",   2082),
    GICD_SGIR      ("gic_dist_writel",  2597),
    GICC_READ      ("gic_cpu_read",      823),
    GICC_ACKNOWLEDGE("gic_acknowledge_irq", 2718),
    GICC_WRITE     ("gic_cpu_write",     792),
    GICC_END       ("gic_complete_irq", 2593);
    // spotless:on

    private final String symbol;
    private final int instructions;

    VmmPath(String symbol, int instructions) {
        this.symbol = symbol;
        this.instructions = instructions;
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public int instructions(boolean e2h) {
        return instructions;
    }
}
