/// The board around the PEs: memory map, devices, device tree.
package splitvisor.cpu.board;
