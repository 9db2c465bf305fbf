/// Virtual devices behind virtio-mmio transports, in the legacy form that QEMU's `virt` board offers by default
/// (Virtio 1.2, 4.2.4).
package splitvisor.cpu.virtio;
