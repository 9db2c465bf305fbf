package splitvisor.cpu.isa;

import java.util.regex.Matcher;
import splitvisor.cpu.isa.Pattern.Field;

/// SIMD&FP registers: `Fd` by the row's element size, `Hd` of that size; `Vd.T` a vector of the row's
/// elements, its length by `q`, `Vd.T*` always of 128 bits, `Vd.h`, `Vd.4s`; `En.T` a register whose index
/// follows. `+` and `-` mean elements twice and half as wide; `:to` names the field that says the size.
final class VectorRegisters {

    private static final java.util.regex.Pattern SCALAR =
            java.util.regex.Pattern.compile("([FBHSDQ])([a-z][a-z0-9]*)([+-]?)(?::([a-z]+))?");
    private static final java.util.regex.Pattern VECTOR =
            java.util.regex.Pattern.compile("([VE])([a-z][a-z0-9]*)\\.(?:T([+-]?)(\\*?)|(\\d*)([bhsdq]))");

    /// `v5.4s` in an assembly source.
    static final java.util.regex.Pattern NAME = java.util.regex.Pattern.compile("v([0-9]+)\\.([0-9]*)([bhsdq])");

    private VectorRegisters() {}

    /// The operand that `spec` describes, or null.
    static Operand of(String spec, Pattern pattern) {
        Matcher scalar = SCALAR.matcher(spec);
        if (scalar.matches()) {
            return new Scalar(pattern.field("r" + scalar.group(2)), scalarSize(scalar, pattern));
        }
        Matcher vector = VECTOR.matcher(spec);
        if (!vector.matches()) {
            return null;
        }
        Field field = pattern.field("r" + vector.group(2));
        ElementSize size = vector.group(6) == null
                ? ElementSize.wider(ElementSize.of(pattern), delta(vector.group(3)))
                : new ElementSize.Fixed(ElementSize.LETTERS.indexOf(vector.group(6)));
        if (vector.group(1).equals("E")) {
            return new Element(field, size);
        }
        String lanes = vector.group(5) == null ? "" : vector.group(5);
        if (!lanes.isEmpty()) {
            return new Vector(field, new Shape(size, null, Integer.parseInt(lanes) << size.get(0)));
        }
        return new Vector(field, new Shape(size, "*".equals(vector.group(4)) ? null : pattern.field("q")));
    }

    private static ElementSize scalarSize(Matcher spec, Pattern pattern) {
        if (!spec.group(1).equals("F")) {
            return new ElementSize.Fixed("BHSDQ".indexOf(spec.group(1)));
        }
        ElementSize size =
                spec.group(4) == null ? ElementSize.of(pattern) : ElementSize.of(spec.group(4), pattern);
        return ElementSize.wider(size, delta(spec.group(3)));
    }

    private static int delta(String sign) {
        return switch (sign == null ? "" : sign) {
            case "+" -> 1;
            case "-" -> -1;
            default -> 0;
        };
    }

    /// Elements and their number: `.4s`. Without `q`, the vector has the given length.
    record Shape(ElementSize size, Field q, int length) {

        Shape(ElementSize size, Field q) {
            this(size, q, 16);
        }

        /// Gives the fields for `lanes` elements of `log2` bytes; false where that cannot be.
        boolean put(Encoding to, int lanes, int log2) {
            int bytes = lanes << log2;
            if (q == null ? bytes != length : bytes != 16 && bytes != 8) {
                return false;
            }
            return size.put(to, log2) && (q == null || to.put(q, bytes >>> 4));
        }

        int bytes(int insn) {
            return q == null || q.of(insn) == 1 ? length : 8;
        }

        String print(int insn) {
            int log2 = size.get(insn);
            return "." + (bytes(insn) >>> log2) + ElementSize.LETTERS.charAt(log2);
        }
    }

    /// B0 to Q31.
    private record Scalar(Field field, ElementSize size) implements Operand {

        @Override
        public void parse(Source in, Encoding to) {
            String name = in.registerName();
            if (!name.matches("[bhsdq][0-9]+")) {
                throw in.otherKind("a scalar SIMD&FP register");
            }
            int number = Integer.parseInt(name.substring(1));
            if (number > 31 || !size.put(to, ElementSize.LETTERS.indexOf(name.charAt(0)))) {
                throw in.mismatch("register '" + name + "' not possible here");
            }
            in.word();
            to.put(field, number);
        }

        @Override
        public String print(int insn, long pc) {
            return ElementSize.LETTERS.charAt(size.get(insn)) + "" + field.of(insn);
        }
    }

    /// V0.8B to V31.2D.
    private record Vector(Field field, Shape shape) implements Operand {

        @Override
        public void parse(Source in, Encoding to) {
            Matcher name = NAME.matcher(in.registerName());
            if (!name.matches() || name.group(2).isEmpty()) {
                throw in.otherKind("a vector such as v0.4s");
            }
            int number = Integer.parseInt(name.group(1));
            int lanes = Integer.parseInt(name.group(2));
            if (number > 31 || !shape.put(to, lanes, ElementSize.LETTERS.indexOf(name.group(3)))) {
                throw in.mismatch("vector '" + name.group() + "' not possible here");
            }
            in.word();
            to.put(field, number);
        }

        @Override
        public String print(int insn, long pc) {
            return "v" + field.of(insn) + shape.print(insn);
        }
    }

    /// V0.B to V31.D, an index to follow.
    private record Element(Field field, ElementSize size) implements Operand {

        @Override
        public void parse(Source in, Encoding to) {
            Matcher name = NAME.matcher(in.registerName());
            if (!name.matches() || !name.group(2).isEmpty()) {
                throw in.otherKind("an element such as v0.s[1]");
            }
            int number = Integer.parseInt(name.group(1));
            if (number > 31 || !size.put(to, ElementSize.LETTERS.indexOf(name.group(3)))) {
                throw in.mismatch("element '" + name.group() + "' not possible here");
            }
            in.word();
            to.put(field, number);
        }

        @Override
        public String print(int insn, long pc) {
            return "v" + field.of(insn) + "." + ElementSize.LETTERS.charAt(size.get(insn));
        }
    }
}
