package splitvisor.cpu.isa;

import splitvisor.cpu.isa.Pattern.Field;

/// Operands that are addresses, held relative to PC; and what TBZ tests.
final class Labels {

    private Labels() {}

    /// The operand of that name, or null.
    static Operand of(String spec, Pattern pattern) {
        return switch (spec) {
            case "adr", "adrp" -> new Adr(pattern.field("immlo"), pattern.field("immhi"), spec.equals("adrp"));
            case "testreg" -> new TestRegister(pattern.field("b5"), pattern.field("rt"));
            case "testbit" -> new TestBit(pattern.field("b5"), pattern.field("b40"));
            default -> spec.startsWith("label:") ? label(spec.substring(6), pattern) : null;
        };
    }

    /// `label:imm19`, or `label:imm19=sf` where a literal of the size that `sf` says may stand, `=4` where one of 4.
    private static Operand label(String spec, Pattern pattern) {
        int equals = spec.indexOf('=');
        if (equals < 0) {
            return new Label(pattern.field(spec), null);
        }
        Field field = pattern.field(spec.substring(0, equals));
        String size = spec.substring(equals + 1);
        return new Label(field, size.equals("4") ? new ElementSize.Fixed(2) : ElementSize.of(size, pattern));
    }

    private static String hex(long address) {
        return "0x" + Long.toHexString(address);
    }

    private static void checkRange(Source in, int at, long offset, long reach) {
        if (offset < -reach || offset >= reach) {
            throw in.mismatch(at, "target is " + offset + " bytes away, out of reach of ±" + reach);
        }
    }

    /// A word-aligned target.
    private record Label(Field field, ElementSize literal) implements Operand {

        @Override
        public void parse(Source in, Encoding to) {
            in.skipBlanks();
            int at = in.position();
            boolean pooled = literal != null && in.peek() == '=';
            long offset = (pooled ? in.literal(1 << literal.get(to.word())) : in.immediate()) - in.pc();
            if ((offset & 3) != 0) {
                throw in.mismatch(at, "target is not a multiple of 4 bytes away");
            }
            checkRange(in, at, offset, 4L << field.width() - 1);
            to.put(field, (int) (offset >> 2) & field.mask());
        }

        @Override
        public String print(int insn, long pc) {
            int unused = 32 - field.width();
            return hex(pc + 4L * (field.of(insn) << unused >> unused));
        }
    }

    /// The target of ADR, or the page of ADRP.
    private record Adr(Field immlo, Field immhi, boolean page) implements Operand {

        @Override
        public void parse(Source in, Encoding to) {
            in.skipBlanks();
            int at = in.position();
            long target = in.immediate();
            long offset = page ? (target & -4096) - (in.pc() & -4096) : target - in.pc();
            checkRange(in, at, offset, page ? 1L << 32 : 1L << 20);
            int imm = (int) (page ? offset >> 12 : offset);
            to.put(immlo, imm & 3);
            to.put(immhi, imm >> 2 & immhi.mask());
        }

        @Override
        public String print(int insn, long pc) {
            long imm = (long) (immhi.of(insn) << 13 >> 13) << 2 | immlo.of(insn);
            return hex(page ? (pc & -4096) + (imm << 12) : pc + imm);
        }
    }

    /// The register of TBZ and TBNZ: written W for bits below 32, and accepted as X for any.
    private record TestRegister(Field b5, Field rt) implements Operand {

        @Override
        public void parse(Source in, Encoding to) {
            String name = in.registerName();
            if (!name.matches("[xw]([0-9]|[12][0-9]|30|zr)")) {
                throw in.mismatch("expected an X or W register" + in.found());
            }
            in.word();
            if (name.startsWith("w")) {
                to.put(b5, 0);
            }
            to.put(rt, name.endsWith("zr") ? 31 : Integer.parseInt(name.substring(1)));
        }

        @Override
        public String print(int insn, long pc) {
            return GeneralRegister.name(rt.of(insn), b5.of(insn) == 1, false);
        }
    }

    /// The bit number of TBZ and TBNZ.
    private record TestBit(Field b5, Field b40) implements Operand {

        @Override
        public void parse(Source in, Encoding to) {
            in.skipBlanks();
            int at = in.position();
            long bit = in.immediate();
            int high = to.knows(b5) ? 31 : 63;
            if (bit < 0 || bit > high) {
                throw in.mismatch(at, "bit " + bit + " is not in 0 to " + high);
            }
            to.put(b5, (int) bit >> 5);
            to.put(b40, (int) bit & 31);
        }

        @Override
        public String print(int insn, long pc) {
            return "#" + (b5.of(insn) << 5 | b40.of(insn));
        }
    }
}
