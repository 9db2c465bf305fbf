package splitvisor.cpu.isa;

/// One placeholder of a [Syntax]: how some fields of a row are written.
interface Operand {

    /// Reads the operand and gives its fields; a [Mismatch] if it is not one.
    void parse(Source in, Encoding to);

    /// The operand's text, or null when this form cannot say what the fields hold.
    String print(int insn, long pc);

    /// Gives the fields the value that the operand's absence means.
    default void absent(Source in, Encoding to) {
        throw in.mismatch("missing operand");
    }

    /// Whether the operand can be left out.
    default boolean isAbsent(int insn) {
        return false;
    }
}
