package splitvisor.cpu.isa;

import java.util.List;
import java.util.Locale;
import splitvisor.cpu.isa.Pattern.Field;

/// Shifts, extensions and bit-field positions.
final class Shifts {

    private static final List<String> SHIFTS = List.of("lsl", "lsr", "asr", "ror");
    private static final List<String> EXTENSIONS =
            List.of("uxtb", "uxth", "uxtw", "uxtx", "sxtb", "sxth", "sxtw", "sxtx");

    private Shifts() {}

    /// The operand of that name, or null.
    static Operand of(String spec, Pattern pattern) {
        return switch (spec) {
            case "shift" -> new Shift(pattern.field("shift"), pattern.field("imm6"));
            case "extend" -> new Extend(pattern);
            case "lsl", "lsr" -> new ShiftImmediate(pattern, spec.equals("lsl"));
            case "bfiz", "bfx" -> new BitField(pattern, spec.equals("bfiz"));
            default -> spec.startsWith("mext:") ? new MemoryExtend(pattern, spec.substring(5)) : null;
        };
    }

    private static int keyword(Source in, List<String> words, String expected) {
        int index = words.indexOf(in.peekWord().toLowerCase(Locale.ROOT));
        if (index < 0) {
            throw in.mismatch("expected " + expected + in.found());
        }
        in.word();
        return index;
    }

    private static int amount(Source in, int low, int high) {
        in.skipBlanks();
        int at = in.position();
        long amount = in.immediate();
        if (amount < low || amount > high) {
            throw in.mismatch(at, amount + " is not in " + low + " to " + high);
        }
        return (int) amount;
    }

    private static int registerSize(Field sf, Encoding to) {
        return to.get(sf) == 1 ? 64 : 32;
    }

    /// `lsl #3` behind a register.
    private record Shift(Field shift, Field imm6) implements Operand {

        @Override
        public void parse(Source in, Encoding to) {
            int at = in.position();
            int kind = keyword(in, SHIFTS, "lsl, lsr, asr or ror");
            if (!to.put(shift, kind)) {
                throw in.mismatch(at, "shift not possible here");
            }
            to.put(imm6, amount(in, 0, registerSize(to.pattern().field("sf"), to) - 1));
        }

        @Override
        public String print(int insn, long pc) {
            return SHIFTS.get(shift.of(insn)) + " #" + imm6.of(insn);
        }

        @Override
        public void absent(Source in, Encoding to) {
            to.put(shift, 0);
            to.put(imm6, 0);
        }

        @Override
        public boolean isAbsent(int insn) {
            return shift.of(insn) == 0 && imm6.of(insn) == 0;
        }
    }

    /// `uxtw #2` behind a register; next to SP, the extension that changes nothing is called lsl.
    private record Extend(Field sf, Field option, Field imm3, Field rn, Field rd, boolean rdIsSp) implements Operand {

        Extend(Pattern pattern) {
            this(pattern.field("sf"), pattern.field("option"), pattern.field("imm3"), pattern.field("rn"),
                    pattern.field("rd"), (pattern.cube().value() >>> 29 & 1) == 0);
        }

        private int plain(int insn) {
            return 2 + sf.of(insn);
        }

        private boolean besideSp(int insn) {
            return rn.of(insn) == 31 || rdIsSp && rd.of(insn) == 31;
        }

        @Override
        public void parse(Source in, Encoding to) {
            in.skipBlanks();
            int at = in.position();
            boolean lsl = in.acceptWord("lsl");
            int kind = lsl ? plain(to.word()) : keyword(in, EXTENSIONS, "an extension such as uxtw");
            boolean needsX = sf.of(to.word()) == 1 && (kind & 3) == 3;
            boolean isX = (to.known() & 1 << option.lsb()) != 0;
            if (lsl && !besideSp(to.word()) || needsX && !isX || !to.put(option, kind)) {
                throw in.mismatch(at, "extension not possible with this register");
            }
            boolean more = lsl || in.peek() == '#' || !in.atEnd() && in.peek() != ',';
            to.put(imm3, more ? amount(in, 0, 4) : 0);
        }

        @Override
        public String print(int insn, long pc) {
            int amount = imm3.of(insn);
            if (besideSp(insn) && option.of(insn) == plain(insn)) {
                return "lsl #" + amount;
            }
            return EXTENSIONS.get(option.of(insn)) + (amount == 0 ? "" : " #" + amount);
        }

        @Override
        public void absent(Source in, Encoding to) {
            boolean isX = (to.known() & 1 << option.lsb()) != 0;
            if (!besideSp(to.word()) || sf.of(to.word()) == 1 != isX || !to.put(option, plain(to.word()))) {
                throw in.mismatch("missing extension");
            }
            to.put(imm3, 0);
        }

        @Override
        public boolean isAbsent(int insn) {
            return besideSp(insn) && option.of(insn) == plain(insn) && imm3.of(insn) == 0;
        }
    }

    /// `lsl #3`, `uxtw`, `sxtx #2` inside an address. The spec's argument is log2 of the access size, or
    /// the field that says it.
    private record MemoryExtend(Field option, Field s, ElementSize size) implements Operand {

        MemoryExtend(Pattern pattern, String size) {
            this(pattern.field("option"), pattern.field("s"), Character.isDigit(size.charAt(0))
                    ? new ElementSize.Fixed(Integer.parseInt(size))
                    : ElementSize.of(size, pattern));
        }

        @Override
        public void parse(Source in, Encoding to) {
            in.skipBlanks();
            int at = in.position();
            boolean lsl = in.acceptWord("lsl");
            int kind = lsl ? 3 : keyword(in, EXTENSIONS, "lsl or an extension such as uxtw");
            if (kind == 3 && !lsl || !to.put(option, kind)) {
                throw in.mismatch(at, "extension not possible with this register");
            }
            boolean explicit = lsl || in.peek() == '#' || Character.isDigit(in.peek());
            int scale = size.get(to.word());
            int amount = explicit ? amount(in, 0, scale) : 0;
            if (amount != 0 && amount != scale) {
                throw in.mismatch(at, "the amount must be 0 or " + scale);
            }
            to.put(s, explicit && amount == scale ? 1 : 0);
        }

        @Override
        public String print(int insn, long pc) {
            boolean scaled = s.of(insn) == 1;
            String kind = option.of(insn) == 3 ? "lsl" : EXTENSIONS.get(option.of(insn));
            return kind + (scaled ? " #" + size.get(insn) : "");
        }

        @Override
        public void absent(Source in, Encoding to) {
            if (!to.put(option, 3)) {
                throw in.mismatch("a W register needs uxtw or sxtw");
            }
            to.put(s, 0);
        }

        @Override
        public boolean isAbsent(int insn) {
            return option.of(insn) == 3 && s.of(insn) == 0;
        }
    }

    /// The amount of LSL, or of LSR and ASR, as aliases of UBFM and SBFM.
    private record ShiftImmediate(Field sf, Field immr, Field imms, boolean left) implements Operand {

        ShiftImmediate(Pattern pattern, boolean left) {
            this(pattern.field("sf"), pattern.field("immr"), pattern.field("imms"), left);
        }

        @Override
        public void parse(Source in, Encoding to) {
            if (in.atRegister()) {
                throw in.otherKind("an immediate");
            }
            int last = registerSize(sf, to) - 1;
            int amount = amount(in, 0, last);
            to.put(immr, left ? -amount & last : amount);
            to.put(imms, left ? last - amount : last);
        }

        @Override
        public String print(int insn, long pc) {
            int last = sf.of(insn) == 1 ? 63 : 31;
            if (left) {
                int amount = last - imms.of(insn);
                return amount != 0 && (-amount & last) == immr.of(insn) ? "#" + amount : null;
            }
            return imms.of(insn) == last ? "#" + immr.of(insn) : null;
        }
    }

    /// `#lsb, #width` of the insert (`bfiz`) or the extract (`bfx`) forms of the bit-field moves.
    private record BitField(Field sf, Field immr, Field imms, boolean insert) implements Operand {

        BitField(Pattern pattern, boolean insert) {
            this(pattern.field("sf"), pattern.field("immr"), pattern.field("imms"), insert);
        }

        @Override
        public void parse(Source in, Encoding to) {
            int size = registerSize(sf, to);
            int lsb = amount(in, 0, size - 1);
            in.expect(',');
            int width = amount(in, 1, size - lsb);
            to.put(immr, insert ? -lsb & size - 1 : lsb);
            to.put(imms, insert ? width - 1 : lsb + width - 1);
        }

        @Override
        public String print(int insn, long pc) {
            int size = sf.of(insn) == 1 ? 64 : 32;
            int r = immr.of(insn);
            int s = imms.of(insn);
            if (insert != s < r) {
                return null;
            }
            return insert ? "#" + (size - r) + ", #" + (s + 1) : "#" + r + ", #" + (s - r + 1);
        }
    }
}
