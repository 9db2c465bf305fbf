/// The Generic Interrupt Controller: GICv3 with its system-register CPU interface, and GICv2, both with
/// the virtual side that a hypervisor uses.
package splitvisor.cpu.gic;
