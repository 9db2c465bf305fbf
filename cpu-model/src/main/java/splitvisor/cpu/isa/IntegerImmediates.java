package splitvisor.cpu.isa;

import splitvisor.cpu.isa.Pattern.Field;

/// The immediates of integer instructions that are more than a field.
final class IntegerImmediates {

    private IntegerImmediates() {}

    /// The operand of that name, or null.
    static Operand of(String spec, Pattern pattern) {
        return switch (spec) {
            case "addimm" -> new AddImmediate(pattern, 1);
            case "-addimm" -> new AddImmediate(pattern, -1);
            case "bimm" -> new Bitmask(pattern, 0, false);
            case "~bimm" -> new Bitmask(pattern, -1, false);
            case "movbimm" -> new Bitmask(pattern, 0, true);
            case "movz" -> new MoveWide(pattern, 0);
            case "movn" -> new MoveWide(pattern, -1);
            case "hw" -> new HalfWord(pattern);
            default -> null;
        };
    }

    /// A W register's immediate may be written signed or unsigned; the rest of the machine sees 32 bits.
    private static long narrow(Source in, int at, boolean is64, long value) {
        if (!is64 && value >>> 32 != 0 && value >> 31 != -1) {
            throw in.mismatch(at, "immediate " + value + " does not fit a W register");
        }
        return is64 ? value : value & 0xffff_ffffL;
    }

    /// 12 bits, shifted by 0 or 12.
    private record AddImmediate(Field imm12, Field sh, int sign) implements Operand {

        AddImmediate(Pattern pattern, int sign) {
            this(pattern.field("imm12"), pattern.field("sh"), sign);
        }

        @Override
        public void parse(Source in, Encoding to) {
            in.skipBlanks();
            int at = in.position();
            if (in.atRegister()) {
                throw in.otherKind("an immediate");
            }
            long written = in.immediate();
            if (sign < 0 && written >= 0) {
                throw in.mismatch(at, "immediate " + written + " is not negative");
            }
            long value = written * sign;
            long shift = 0;
            int comma = in.position();
            boolean explicit = in.accept(',') && in.acceptWord("lsl");
            if (explicit) {
                shift = in.immediate();
            } else {
                in.back(comma);
            }
            if (!explicit && value > 0xfff && (value & 0xfff) == 0) {
                value >>= 12;
                shift = 12;
            }
            if (shift != 0 && shift != 12) {
                throw in.mismatch(comma + 1, "the shift must be lsl #0 or lsl #12");
            }
            if (value < 0 || value > 0xfff) {
                throw in.mismatch(at, "immediate " + written + " is not in 0 to 4095, nor that times 4096");
            }
            to.put(imm12, (int) value);
            to.put(sh, (int) shift / 12);
        }

        @Override
        public String print(int insn, long pc) {
            return "#0x" + Integer.toHexString(imm12.of(insn)) + (sh.of(insn) == 0 ? "" : ", lsl #12");
        }
    }

    /// A logical immediate. `flip` is -1 where the mnemonic inverts it; `mov` declines what MOVZ or MOVN can say.
    private record Bitmask(Field sf, Field n, Field immr, Field imms, long flip, boolean mov) implements Operand {

        Bitmask(Pattern pattern, long flip, boolean mov) {
            this(pattern.field("sf"), pattern.field("n"), pattern.field("immr"), pattern.field("imms"), flip, mov);
        }

        @Override
        public void parse(Source in, Encoding to) {
            in.skipBlanks();
            int at = in.position();
            if (in.atRegister()) {
                throw in.otherKind("an immediate");
            }
            boolean is64 = to.get(sf) == 1;
            long value = in.immediate();
            long mask = narrow(in, at, is64, value) ^ flip;
            int bits = BitMasks.encode(is64 ? mask : mask & 0xffff_ffffL | mask << 32);
            if (bits < 0) {
                throw in.mismatch(at, "immediate 0x" + Long.toHexString(value) + " is not a rotated run of ones");
            }
            to.put(n, bits >>> 12);
            to.put(immr, bits >>> 6 & 0x3f);
            to.put(imms, bits & 0x3f);
        }

        @Override
        public String print(int insn, long pc) {
            boolean is64 = sf.of(insn) == 1;
            long mask = Arithmetic.bitmask(insn) & (is64 ? -1 : 0xffff_ffffL);
            if (mov && (halfWord(mask) >= 0 || halfWord(is64 ? ~mask : ~mask & 0xffff_ffffL) >= 0)) {
                return null;
            }
            return "#0x" + Long.toHexString(mask);
        }
    }

    /// Which 16 bits hold all ones of `value`, -1 if they do not fit.
    private static int halfWord(long value) {
        for (int hw = 0; hw < 4; hw++) {
            if ((value & ~(0xffffL << 16 * hw)) == 0) {
                return hw;
            }
        }
        return -1;
    }

    /// The value that MOVZ (flip 0) or MOVN (flip -1) makes.
    private record MoveWide(Field sf, Field hw, Field imm16, long flip) implements Operand {

        MoveWide(Pattern pattern, long flip) {
            this(pattern.field("sf"), pattern.field("hw"), pattern.field("imm16"), flip);
        }

        @Override
        public void parse(Source in, Encoding to) {
            in.skipBlanks();
            int at = in.position();
            if (in.atRegister()) {
                throw in.otherKind("an immediate");
            }
            boolean is64 = to.get(sf) == 1;
            long value = in.immediate();
            long bits = narrow(in, at, is64, value) ^ flip;
            bits = is64 ? bits : bits & 0xffff_ffffL;
            int half = halfWord(bits);
            if (half < 0) {
                throw in.mismatch(at, "no single instruction moves 0x" + Long.toHexString(value));
            }
            to.put(hw, half);
            to.put(imm16, (int) (bits >>> 16 * half));
        }

        @Override
        public String print(int insn, long pc) {
            int half = imm16.of(insn);
            boolean is64 = sf.of(insn) == 1;
            if (half == 0 && hw.of(insn) != 0 || flip != 0 && !is64 && half == 0xffff) {
                return null;
            }
            long value = (long) half << 16 * hw.of(insn) ^ flip;
            return "#0x" + Long.toHexString(is64 ? value : value & 0xffff_ffffL);
        }
    }

    /// `lsl #16` behind the immediate of MOVZ, MOVN and MOVK.
    private record HalfWord(Field hw) implements Operand {

        HalfWord(Pattern pattern) {
            this(pattern.field("hw"));
        }

        @Override
        public void parse(Source in, Encoding to) {
            if (!in.acceptWord("lsl")) {
                throw in.mismatch("expected lsl" + in.found());
            }
            in.skipBlanks();
            int at = in.position();
            long shift = in.immediate();
            if (shift % 16 != 0 || shift < 0 || shift > 48) {
                throw in.mismatch(at, "the shift must be 0, 16, 32 or 48");
            }
            to.put(hw, (int) shift / 16);
        }

        @Override
        public String print(int insn, long pc) {
            return "lsl #" + 16 * hw.of(insn);
        }

        @Override
        public void absent(Source in, Encoding to) {
            to.put(hw, 0);
        }

        @Override
        public boolean isAbsent(int insn) {
            return hw.of(insn) == 0;
        }
    }
}
