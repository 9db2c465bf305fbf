package splitvisor.cpu.isa;

import java.util.List;

/// From instruction word to text, as GNU objdump writes it.
public final class Disassembler {

    private Disassembler() {}

    /// The text of the instruction `insn` at address `pc`; `.inst 0x…` with the reason for a word that
    /// this machine does not execute.
    public static String disassemble(int insn, long pc) {
        A64 row = A64.of(insn);
        List<Syntax> forms = SyntaxTable.of(row);
        for (int i = 1; i < forms.size(); i++) {
            String text = forms.get(i).print(insn, pc);
            if (text != null) {
                return text;
            }
        }
        String text = forms.isEmpty() ? null : forms.getFirst().print(insn, pc);
        if (text != null) {
            return text;
        }
        if (row.refusal() == null) {
            throw new IllegalStateException("%s has no form for %08x".formatted(row, insn));
        }
        String why = row == A64.UNALLOCATED ? "undefined" : row.title() + ": " + row.refusal();
        return ".inst 0x%08x // %s".formatted(insn, why);
    }
}
