package splitvisor.cpu.isa;

import java.util.LinkedHashMap;
import java.util.Map;

/// From GNU assembly text to machine code at a fixed address, without a linker: sections follow one
/// another in the order of their first appearance, `.text` first.
///
/// The source is read until no label moves any more, and once again to make the bytes. Instructions
/// are whatever the [Syntax] of a row of [A64] reads.
public final class Assembler {

    private static final int SECTION_ALIGNMENT = 16;

    /// A source whose labels still move then depends on itself.
    private static final int PASSES = 10;

    private Assembler() {}

    /// Assembles a source whose first byte goes to `address`.
    public static MachineCode assemble(String source, long address) {
        return assemble(source, address, Map.of());
    }

    /// Assembles a source that may use `symbols`.
    public static MachineCode assemble(String source, long address, Map<String, Long> symbols) {
        Symbols names = new Symbols();
        Map<String, Long> bases = Map.of(".text", address);
        boolean stable = false;
        for (int i = 0; i < PASSES && !stable; i++) {
            AssemblyPass pass = new AssemblyPass(names, bases, address);
            names.nextPass(false, symbols);
            pass.run(source);
            Map<String, Long> next = layOut(pass.sections(), address);
            stable = names.stable() && next.equals(bases);
            bases = next;
        }
        names.nextPass(true, symbols);
        AssemblyPass pass = new AssemblyPass(names, bases, address);
        pass.run(source);
        return new MachineCode(
                address, image(pass.sections(), address), names.named(symbols.keySet()), pass.lines());
    }

    /// The word of one instruction at address `pc`.
    public static int assembleInstruction(String text, long pc) {
        int[] words = assemble(text, pc).words();
        if (words.length != 1) {
            throw new AssemblyException(1, 1, "expected one instruction");
        }
        return words[0];
    }

    private static Map<String, Long> layOut(Map<String, Section> sections, long address) {
        Map<String, Long> bases = new LinkedHashMap<>();
        long next = address;
        for (Map.Entry<String, Section> section : sections.entrySet()) {
            bases.put(section.getKey(), next);
            next += section.getValue().size() + SECTION_ALIGNMENT - 1 & -SECTION_ALIGNMENT;
        }
        return bases;
    }

    private static byte[] image(Map<String, Section> sections, long address) {
        long end = address;
        for (Section section : sections.values()) {
            end = section.size() == 0 ? end : section.here();
        }
        byte[] image = new byte[(int) (end - address)];
        for (Section section : sections.values()) {
            System.arraycopy(section.bytes(), 0, image, (int) Math.min(section.base() - address, image.length),
                    section.size());
        }
        return image;
    }
}
