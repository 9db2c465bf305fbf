package splitvisor.cpu.isa;

import java.util.Locale;
import splitvisor.cpu.isa.Pattern.Field;

/// Indices, shift amounts and immediates of SIMD&FP instructions.
final class VectorImmediates {

    private VectorImmediates() {}

    /// The operand that `spec` describes, or null.
    static Operand of(String spec, Pattern pattern) {
        return switch (spec) {
            case "element" -> new IndexedElement(pattern, ElementSize.of(pattern), null);
            case "element.h" -> new IndexedElement(pattern, new ElementSize.Fixed(1), "h");
            case "element.4b" -> new IndexedElement(pattern, new ElementSize.Fixed(2), "4b");
            case "index" -> new Index(pattern.field("imm5"), ElementSize.of(pattern), 1);
            case "index4" -> new Index(pattern.field("imm4"), ElementSize.of(pattern), 0);
            case "qindex" -> new StructureIndex(pattern);
            case "shr" -> new ShiftAmount(pattern, true);
            case "shl" -> new ShiftAmount(pattern, false);
            case "esize" -> new ElementBits(pattern.field("size"));
            case "fbits" -> new FractionBits(pattern.field("scale"), pattern.field("sf"));
            case "fpimm" -> new FloatImmediate(pattern.field("imm8"), null);
            case "vfpimm" -> new FloatImmediate(pattern.field("defgh"), pattern.field("abc"));
            case "imm64" -> new ByteMask(pattern.field("abc"), pattern.field("defgh"));
            case "modlsl" -> new ModifiedShift(pattern.field("cmode"), false);
            case "modmsl" -> new ModifiedShift(pattern.field("cmode"), true);
            case "0.0" -> new FloatZero();
            default -> spec.startsWith("rest:") ? new Rest(pattern.field(spec.substring(5))) : null;
        };
    }

    private static long number(Source in, long low, long high) {
        in.skipBlanks();
        int at = in.position();
        long value = in.immediate();
        if (value < low || value > high) {
            throw in.mismatch(at, value + " is not in " + low + " to " + high);
        }
        return value;
    }

    /// Vm.Ts[index] of the by-element instructions: the index in H:L:M, as far as M is not part of Vm.
    private record IndexedElement(Field h, Field l, Field m, Field rm, ElementSize size, String letters)
            implements Operand {

        IndexedElement(Pattern pattern, ElementSize size, String letters) {
            this(pattern.field("h"), pattern.field("l"), pattern.field("m"), pattern.field("rm"), size, letters);
        }

        @Override
        public void parse(Source in, Encoding to) {
            in.skipBlanks();
            int at = in.position();
            String name = in.registerName();
            int dot = name.indexOf('.');
            int log2 = dot < 0 ? -1 : "4b".equals(letters) ? 2 : ElementSize.LETTERS.indexOf(name.substring(dot + 1));
            if (!name.matches("v[0-9]+\\.(" + (letters == null ? "[hsd]" : letters) + ")") || !size.put(to, log2)) {
                throw in.otherKind("an element such as v0." + (letters == null ? "s" : letters) + "[1]");
            }
            int number = Integer.parseInt(name.substring(1, dot));
            if (number > (log2 == 1 ? 15 : 31)) {
                throw in.mismatch(at, "register '" + name + "' not possible here");
            }
            in.word();
            in.expect('[');
            int index = (int) number(in, 0, (16 >> log2) - 1);
            in.expect(']');
            int low = index << log2 - 1;
            to.put(h, low >>> 2 & 1);
            to.put(l, low >>> 1 & 1);
            to.put(m, log2 == 1 ? low & 1 : number >>> 4);
            to.put(rm, number & 0xf);
        }

        @Override
        public String print(int insn, long pc) {
            int log2 = size.get(insn);
            int index = (h.of(insn) << 2 | l.of(insn) << 1 | m.of(insn)) >>> log2 - 1;
            int number = rm.of(insn) | (log2 == 1 ? 0 : m.of(insn) << 4);
            String shape = letters == null ? "" + ElementSize.LETTERS.charAt(log2) : letters;
            return "v" + number + "." + shape + "[" + index + "]";
        }
    }

    /// An index in the bits of imm5 above the 1 that says the size, or in those of imm4 that the size leaves.
    private record Index(Field field, ElementSize size, int taken) implements Operand {

        @Override
        public void parse(Source in, Encoding to) {
            int log2 = size.get(to.word());
            int index = (int) number(in, 0, (16 >> log2) - 1);
            int lsb = log2 + taken;
            if (taken == 0) {
                to.put(field, index << lsb);
            } else {
                to.put((field.mask() & -1 << lsb) << field.lsb(), index << lsb << field.lsb());
            }
        }

        @Override
        public String print(int insn, long pc) {
            return Integer.toString(field.of(insn) >>> size.get(insn) + taken);
        }
    }

    /// The index of a single structure, in Q:S:size as far as size does not say the width.
    private record StructureIndex(Field q, Field s, Field width, ElementSize size) implements Operand {

        StructureIndex(Pattern pattern) {
            this(pattern.field("q"), pattern.field("s"), pattern.field("size"), ElementSize.of(pattern));
        }

        @Override
        public void parse(Source in, Encoding to) {
            int log2 = size.get(to.word());
            int all = (int) number(in, 0, (16 >> log2) - 1) << log2;
            to.put(q, all >>> 3);
            if (log2 < 3) {
                to.put(s, all >>> 2 & 1);
            }
            if (log2 < 2) {
                to.put((3 & -1 << log2) << width.lsb(), (all & 3) << width.lsb());
            }
        }

        @Override
        public String print(int insn, long pc) {
            int log2 = size.get(insn);
            return Integer.toString((q.of(insn) << 3 | s.of(insn) << 2 | width.of(insn)) >>> log2);
        }
    }

    /// A shift by immh:immb: left by what exceeds the element size, right by what is missing to twice it.
    private record ShiftAmount(Field immh, Field immb, ElementSize size, boolean right) implements Operand {

        ShiftAmount(Pattern pattern, boolean right) {
            this(pattern.field("immh"), pattern.field("immb"), ElementSize.of(pattern), right);
        }

        @Override
        public void parse(Source in, Encoding to) {
            int bits = 8 << size.get(to.word());
            int amount = (int) (right ? number(in, 1, bits) : number(in, 0, bits - 1));
            int imm = right ? 2 * bits - amount : bits + amount;
            to.put(immh, imm >>> 3);
            to.put(immb, imm & 7);
        }

        @Override
        public String print(int insn, long pc) {
            int bits = 8 << size.get(insn);
            int imm = immh.of(insn) << 3 | immb.of(insn);
            return "#" + (right ? 2 * bits - imm : imm - bits);
        }
    }

    /// The shift of SHLL, which is the element size.
    private record ElementBits(Field size) implements Operand {

        @Override
        public void parse(Source in, Encoding to) {
            int bits = 8 << to.get(size);
            number(in, bits, bits);
        }

        @Override
        public String print(int insn, long pc) {
            return "#" + (8 << size.of(insn));
        }
    }

    /// Fraction bits of a conversion between general-purpose and FP registers: 64 less the field.
    private record FractionBits(Field scale, Field sf) implements Operand {

        @Override
        public void parse(Source in, Encoding to) {
            to.put(scale, 64 - (int) number(in, 1, to.get(sf) == 1 ? 64 : 32));
        }

        @Override
        public String print(int insn, long pc) {
            return "#" + (64 - scale.of(insn));
        }
    }

    /// An 8-bit floating-point constant: ±(16…31)/16 × 2^(-3…4) (VFPExpandImm).
    private record FloatImmediate(Field low, Field high) implements Operand {

        static double expand(int imm8) {
            int exponent = (imm8 >>> 4 & 7 ^ 4) - 3;
            double magnitude = (16 + (imm8 & 0xf)) / 16.0 * Math.pow(2, exponent);
            return (imm8 & 0x80) == 0 ? magnitude : -magnitude;
        }

        @Override
        public void parse(Source in, Encoding to) {
            in.skipBlanks();
            int at = in.position();
            double value = in.floating();
            for (int imm8 = 0; imm8 < 256; imm8++) {
                if (expand(imm8) == value) {
                    to.put(low, imm8 & low.mask());
                    if (high != null) {
                        to.put(high, imm8 >>> low.width());
                    }
                    return;
                }
            }
            throw in.mismatch(at, value + " is not a floating-point immediate");
        }

        @Override
        public String print(int insn, long pc) {
            int imm8 = high == null ? low.of(insn) : high.of(insn) << low.width() | low.of(insn);
            return String.format(Locale.ROOT, "#%.18e", expand(imm8));
        }
    }

    /// The 64-bit immediate of MOVI: each bit of abcdefgh a byte of ones or zeros.
    private record ByteMask(Field abc, Field defgh) implements Operand {

        @Override
        public void parse(Source in, Encoding to) {
            in.skipBlanks();
            int at = in.position();
            long value = in.immediate();
            int imm8 = 0;
            for (int i = 0; i < 8; i++) {
                long octet = value >>> 8 * i & 0xff;
                if (octet != 0 && octet != 0xff) {
                    throw in.mismatch(at, "each byte of the immediate must be 0x00 or 0xff");
                }
                imm8 |= (int) (octet & 1) << i;
            }
            to.put(abc, imm8 >>> 5);
            to.put(defgh, imm8 & 0x1f);
        }

        @Override
        public String print(int insn, long pc) {
            int imm8 = abc.of(insn) << 5 | defgh.of(insn);
            long value = 0;
            for (int i = 0; i < 8; i++) {
                value |= (imm8 >>> i & 1) * 0xffL << 8 * i;
            }
            return "#0x" + Long.toHexString(value);
        }
    }

    /// `lsl #8` or `msl #8` behind a modified immediate, in cmode.
    private record ModifiedShift(Field cmode, boolean ones) implements Operand {

        /// The bits of cmode that hold the amount, of which the form has fixed the others.
        private int width(int insn) {
            return ones || cmode.of(insn) >= 8 ? 1 : 2;
        }

        @Override
        public void parse(Source in, Encoding to) {
            String word = ones ? "msl" : "lsl";
            if (!in.acceptWord(word)) {
                throw in.mismatch("expected " + word + in.found());
            }
            in.skipBlanks();
            int at = in.position();
            long amount = in.immediate();
            int top = ones ? 2 : (1 << width(to.word())) - 1;
            int low = ones ? 1 : 0;
            if (amount % 8 != 0 || amount < 8 * low || amount > 8 * top) {
                throw in.mismatch(at, "the shift must be a multiple of 8 in " + 8 * low + " to " + 8 * top);
            }
            put(to, (int) amount / 8 - low);
        }

        private void put(Encoding to, int value) {
            int lsb = cmode.lsb() + (ones ? 0 : 1);
            int mask = (1 << width(to.word())) - 1;
            to.put(mask << lsb, value << lsb);
        }

        private int value(int insn) {
            int mask = (1 << width(insn)) - 1;
            return ones ? (cmode.of(insn) & mask) + 1 : cmode.of(insn) >>> 1 & mask;
        }

        @Override
        public String print(int insn, long pc) {
            return (ones ? "msl #" : "lsl #") + 8 * value(insn);
        }

        @Override
        public void absent(Source in, Encoding to) {
            put(to, 0);
        }

        @Override
        public boolean isAbsent(int insn) {
            return !ones && value(insn) == 0;
        }
    }

    /// `#0.0` of the comparisons with zero.
    private record FloatZero() implements Operand {

        @Override
        public void parse(Source in, Encoding to) {
            in.skipBlanks();
            int at = in.position();
            if (in.atRegister() || in.floating() != 0) {
                throw in.mismatch(at, "expected #0.0");
            }
        }

        @Override
        public String print(int insn, long pc) {
            return "#0.0";
        }
    }

    /// Nothing in the text: the bits of a field that no operand gives are 0.
    private record Rest(Field field) implements Operand {

        @Override
        public void parse(Source in, Encoding to) {
            in.expectEnd();
        }

        @Override
        public String print(int insn, long pc) {
            return "";
        }

        @Override
        public void absent(Source in, Encoding to) {
            to.put(field.mask() << field.lsb() & ~to.known(), 0);
        }

        @Override
        public boolean isAbsent(int insn) {
            return true;
        }
    }
}
