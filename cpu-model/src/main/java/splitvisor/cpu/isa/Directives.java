package splitvisor.cpu.isa;

import java.nio.charset.StandardCharsets;

/// The directives, except those that are about blocks of statements ([AssemblyPass]).
final class Directives {

    private final AssemblyPass pass;

    Directives(AssemblyPass pass) {
        this.pass = pass;
    }

    /// Executes the directive `name` whose arguments are in `in`; false if there is none of that name.
    boolean execute(String name, Source in) {
        switch (name) {
            case ".byte" -> values(in, 1);
            case ".hword", ".short", ".2byte" -> values(in, 2);
            case ".word", ".long", ".int", ".4byte", ".inst" -> values(in, 4);
            case ".xword", ".quad", ".dword", ".8byte" -> values(in, 8);
            case ".float", ".single" -> floats(in, 4);
            case ".double" -> floats(in, 8);
            case ".ascii" -> strings(in, false);
            case ".asciz", ".string" -> strings(in, true);
            case ".align", ".p2align" -> align(in, true);
            case ".balign" -> align(in, false);
            case ".space", ".skip", ".zero" -> space(in);
            case ".fill" -> fill(in);
            case ".org" -> org(in);
            case ".equ", ".set", ".equiv" -> set(in);
            case ".ltorg", ".pool" -> section().dumpLiterals(in);
            case ".text", ".data", ".bss" -> pass.enter(name);
            case ".section" -> {
                pass.enter(in.word());
                return skipped(in);
            }
            case ".unreq" -> pass.symbols().unalias(in.word());
            case ".global", ".globl", ".local", ".weak", ".hidden", ".type", ".size", ".arch", ".cpu",
                    ".arch_extension", ".file", ".ident", ".func", ".endfunc", ".cfi_startproc", ".cfi_endproc" -> {
                return skipped(in);
            }
            default -> {
                return false;
            }
        }
        in.expectEnd();
        return true;
    }

    private Section section() {
        return pass.section();
    }

    /// What a linker or debugger would want to know.
    private static boolean skipped(Source in) {
        in.back(in.position() + in.rest().length());
        return true;
    }

    private void values(Source in, int size) {
        do {
            in.skipBlanks();
            int at = in.position();
            long value = in.expression();
            int bits = 8 * size;
            if (bits < 64 && value >> bits != 0 && value >> bits - 1 != -1) {
                throw in.mismatch(at, value + " does not fit " + size + (size == 1 ? " byte" : " bytes"));
            }
            section().put(value, size);
        } while (in.accept(','));
    }

    private void floats(Source in, int size) {
        do {
            double value = in.floating();
            section().put(size == 4 ? Float.floatToIntBits((float) value) : Double.doubleToLongBits(value), size);
        } while (in.accept(','));
    }

    private void strings(Source in, boolean terminated) {
        do {
            for (byte b : in.string().getBytes(StandardCharsets.UTF_8)) {
                section().put(b, 1);
            }
            if (terminated) {
                section().put(0, 1);
            }
        } while (in.accept(','));
    }

    private void align(Source in, boolean power) {
        long argument = in.expression();
        if (power && (argument < 0 || argument > 20)) {
            throw in.mismatch("alignment 2^" + argument + " is not in 2^0 to 2^20");
        }
        Long value = in.accept(',') ? (Long) in.expression() : null;
        section().align(in, power ? 1L << argument : Math.max(1, argument), value);
    }

    private void space(Source in) {
        long count = in.expression();
        section().fill(in, count, in.accept(',') ? in.expression() : 0, 1);
    }

    private void fill(Source in) {
        long count = in.expression();
        long size = in.accept(',') ? in.expression() : 1;
        long value = in.accept(',') ? in.expression() : 0;
        if (size < 0 || size > 8) {
            throw in.mismatch("size " + size + " is not in 0 to 8");
        }
        section().fill(in, count, value, (int) size);
    }

    /// To an offset from the section's start, or to a label's address in it.
    private void org(Source in) {
        in.skipBlanks();
        int at = in.position();
        long target = in.expression();
        long offset = Long.compareUnsigned(target, section().base()) >= 0 && section().base() != 0
                ? target - section().base()
                : target;
        if (offset < section().size()) {
            throw in.mismatch(at, ".org cannot go back");
        }
        section().fill(in, offset - section().size(), in.accept(',') ? in.expression() : 0, 1);
    }

    private void set(Source in) {
        String name = in.word();
        if (name.isEmpty()) {
            throw in.mismatch("expected a symbol" + in.found());
        }
        in.expect(',');
        pass.symbols().set(name, in.expression());
    }
}
