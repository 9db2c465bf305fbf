/// The A64 instruction set: one row per instruction, from which decoder, assembler and disassembler
/// are derived, and one short static method per row.
package splitvisor.cpu.isa;
