package splitvisor.cpu.isa;

import splitvisor.cpu.isa.Pattern.Field;

/// Where a row says how wide an element or a SIMD&FP register is: log2 of the bytes, 0 (B) to 4 (Q).
interface ElementSize {

    /// The letters of element sizes.
    String LETTERS = "bhsdq";

    /// The size that `insn` has.
    int get(int insn);

    /// Makes it `log2`; false where that cannot be.
    boolean put(Encoding to, int log2);

    /// The element size of a row, from the fields that it has.
    static ElementSize of(Pattern pattern) {
        for (String name : new String[] {"immh", "imm5", "width", "sz", "ftype", "x", "opc", "size"}) {
            if (pattern.has(name)) {
                return of(name, pattern);
            }
        }
        throw new IllegalArgumentException("no element size in: " + pattern);
    }

    /// The element size that one field of a row says.
    static ElementSize of(String name, Pattern pattern) {
        Field field = pattern.field(name);
        return switch (name) {
            case "immh" -> new LeadingOne(field);
            case "imm5" -> new TrailingOne(field);
            case "width" -> new SingleStructure(field, pattern.field("size"), pattern.field("s"));
            case "ftype", "to" -> new FloatType(field);
            case "x" -> new Split(field, pattern.field("size"));
            case "sz", "opc", "sf" -> new Plain(field, 2);
            default -> new Plain(field, 0);
        };
    }

    /// Elements `delta` sizes wider than those of `base`.
    static ElementSize wider(ElementSize base, int delta) {
        return delta == 0 ? base : new Wider(base, delta);
    }

    /// Always the same.
    record Fixed(int log2) implements ElementSize {

        @Override
        public int get(int insn) {
            return log2;
        }

        @Override
        public boolean put(Encoding to, int wanted) {
            return wanted == log2;
        }
    }

    /// The field's value and an offset.
    record Plain(Field field, int offset) implements ElementSize {

        @Override
        public int get(int insn) {
            return field.of(insn) + offset;
        }

        @Override
        public boolean put(Encoding to, int log2) {
            int value = log2 - offset;
            return value >= 0 && value <= field.mask() && log2 <= 4 && to.put(field, value);
        }
    }

    /// See [#wider].
    record Wider(ElementSize base, int delta) implements ElementSize {

        @Override
        public int get(int insn) {
            return base.get(insn) + delta;
        }

        @Override
        public boolean put(Encoding to, int log2) {
            return log2 >= delta && base.put(to, log2 - delta);
        }
    }

    /// ftype: 0 is S, 1 is D, 3 is H.
    record FloatType(Field field) implements ElementSize {

        @Override
        public int get(int insn) {
            int type = field.of(insn);
            return type == 3 ? 1 : 2 + type;
        }

        @Override
        public boolean put(Encoding to, int log2) {
            return log2 >= 1 && log2 <= 3 && to.put(field, log2 == 1 ? 3 : log2 - 2);
        }
    }

    /// SIMD&FP loads and stores: the high bit apart from the others.
    record Split(Field high, Field low) implements ElementSize {

        @Override
        public int get(int insn) {
            return high.of(insn) << 2 | low.of(insn);
        }

        @Override
        public boolean put(Encoding to, int log2) {
            return to.put(high, log2 >>> 2) && to.put(low, log2 & 3);
        }
    }

    /// immh: where its highest 1 is; the bits below belong to the shift.
    record LeadingOne(Field immh) implements ElementSize {

        @Override
        public int get(int insn) {
            return 31 - Integer.numberOfLeadingZeros(immh.of(insn));
        }

        @Override
        public boolean put(Encoding to, int log2) {
            return log2 <= 3 && to.put((0xf << log2 & 0xf) << immh.lsb(), 1 << log2 << immh.lsb());
        }
    }

    /// imm5: where its lowest 1 is; the bits above belong to the index.
    record TrailingOne(Field imm5) implements ElementSize {

        @Override
        public int get(int insn) {
            return Integer.numberOfTrailingZeros(imm5.of(insn));
        }

        @Override
        public boolean put(Encoding to, int log2) {
            return log2 <= 3 && to.put((2 << log2) - 1 << imm5.lsb(), 1 << log2 << imm5.lsb());
        }
    }

    /// One structure: width 2 with size 1 is D; the rest of size and S belong to the index.
    record SingleStructure(Field width, Field size, Field s) implements ElementSize {

        @Override
        public int get(int insn) {
            return width.of(insn) == 2 ? 2 + (size.of(insn) & 1) : width.of(insn);
        }

        @Override
        public boolean put(Encoding to, int log2) {
            return switch (log2) {
                case 0 -> to.put(width, 0);
                case 1 -> to.put(width, 1) && to.put(1 << size.lsb(), 0);
                case 2 -> to.put(width, 2) && to.put(size, 0);
                case 3 -> to.put(width, 2) && to.put(size, 1) && to.put(s, 0);
                default -> false;
            };
        }
    }
}
