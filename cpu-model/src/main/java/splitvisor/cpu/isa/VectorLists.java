package splitvisor.cpu.isa;

import java.util.regex.Matcher;
import splitvisor.cpu.isa.Pattern.Field;
import splitvisor.cpu.isa.VectorRegisters.Shape;

/// Lists of vectors, `{v0.16b, v1.16b}` or `{v0.4s-v3.4s}`: `list:3` of so many in `rt`, `list:opcode` of as many as
/// LD1's opcode says, `list:len` the table of TBL in `rn`; `elements:3` those of one structure, an index to
/// follow. `post…` is what LD1 and its kin add to the base: Xm, or the bytes transferred.
final class VectorLists {

    private VectorLists() {}

    /// The operand that `spec` describes, or null.
    static Operand of(String spec, Pattern pattern) {
        int colon = spec.indexOf(':');
        String kind = colon < 0 ? spec : spec.substring(0, colon);
        String count = spec.substring(colon + 1);
        return switch (kind) {
            case "list" -> count.equals("len")
                    ? new List(pattern.field("rn"), new Shape(new ElementSize.Fixed(0), null), count(count, pattern))
                    : new List(pattern.field("rt"), shape(pattern), count(count, pattern));
            case "elements" -> new Elements(
                    pattern.field("rt"), ElementSize.of(pattern), Integer.parseInt(count));
            case "post" -> new PostIndex(pattern.field("rm"), shape(pattern), count(count, pattern), true);
            case "postelements" -> new PostIndex(pattern.field("rm"), shape(pattern), count(count, pattern), false);
            default -> null;
        };
    }

    private static Shape shape(Pattern pattern) {
        return new Shape(ElementSize.of(pattern), pattern.field("q"));
    }

    /// How many registers there are.
    private interface Count {
        int of(int insn);

        boolean put(Encoding to, int count);
    }

    private static Count count(String spec, Pattern pattern) {
        return switch (spec) {
            case "len" -> new Coded(pattern.field("len"), new int[] {1, 2, 3, 4});
            case "opcode" -> new Coded(pattern.field("opcode"), new int[] {0, 0, 4, 0, 0, 0, 3, 1, 0, 0, 2});
            default -> new Coded(null, new int[] {Integer.parseInt(spec)});
        };
    }

    /// The number by the value of a field.
    private record Coded(Field field, int[] counts) implements Count {

        @Override
        public int of(int insn) {
            return field == null ? counts[0] : counts[field.of(insn)];
        }

        @Override
        public boolean put(Encoding to, int count) {
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] == count) {
                    return field == null || to.put(field, i);
                }
            }
            return false;
        }
    }

    /// One register of a list as read.
    private record Item(int number, int lanes, int log2) {

        static Item read(Source in) {
            Matcher name = VectorRegisters.NAME.matcher(in.registerName());
            if (!name.matches() || Integer.parseInt(name.group(1)) > 31) {
                throw in.mismatch("expected a vector register" + in.found());
            }
            in.word();
            int lanes = name.group(2).isEmpty() ? 0 : Integer.parseInt(name.group(2));
            return new Item(Integer.parseInt(name.group(1)), lanes, ElementSize.LETTERS.indexOf(name.group(3)));
        }

        boolean follows(Item before) {
            return number == (before.number + 1 & 31) && lanes == before.lanes && log2 == before.log2;
        }
    }

    private interface Taker {
        boolean take(Item first, int count);
    }

    /// Reads `{v1.2s, v2.2s}` or `{v1.2s-v2.2s}`.
    private static void read(Source in, Taker taker) {
        in.skipBlanks();
        int at = in.position();
        if (in.peek() != '{') {
            throw in.otherKind("a list of vectors");
        }
        in.expect('{');
        Item first = Item.read(in);
        Item last = first;
        int count = 1;
        if (in.accept('-')) {
            last = Item.read(in);
            count = (last.number - first.number & 31) + 1;
        }
        while (in.accept(',')) {
            Item next = Item.read(in);
            if (!next.follows(last)) {
                throw in.mismatch(at, "the vectors of a list must follow one another");
            }
            last = next;
            count++;
        }
        in.expect('}');
        if (last.lanes != first.lanes || last.log2 != first.log2 || !taker.take(first, count)) {
            throw in.mismatch(at, "list of vectors not possible here");
        }
    }

    private static String text(int first, int count, String shape) {
        StringBuilder out = new StringBuilder("{v").append(first).append(shape);
        if (count > 2 && first + count <= 32) {
            return out.append("-v").append(first + count - 1).append(shape).append('}').toString();
        }
        for (int i = 1; i < count; i++) {
            out.append(", v").append(first + i & 31).append(shape);
        }
        return out.append('}').toString();
    }

    /// Whole vectors.
    private record List(Field field, Shape shape, Count count) implements Operand {

        @Override
        public void parse(Source in, Encoding to) {
            read(in, (first, number) -> shape.put(to, first.lanes(), first.log2())
                    && count.put(to, number)
                    && to.put(field, first.number()));
        }

        @Override
        public String print(int insn, long pc) {
            return text(field.of(insn), count.of(insn), shape.print(insn));
        }
    }

    /// One element of each vector.
    private record Elements(Field field, ElementSize size, int count) implements Operand {

        @Override
        public void parse(Source in, Encoding to) {
            read(in, (first, number) -> first.lanes() == 0
                    && number == count
                    && size.put(to, first.log2())
                    && to.put(field, first.number()));
        }

        @Override
        public String print(int insn, long pc) {
            return text(field.of(insn), count, "." + ElementSize.LETTERS.charAt(size.get(insn)));
        }
    }

    /// Xm, or for 31 the size of what was transferred: of whole vectors, or of one element each.
    private record PostIndex(Field rm, Shape shape, Count count, boolean whole) implements Operand {

        private int bytes(int insn) {
            return count.of(insn) * (whole ? shape.bytes(insn) : 1 << shape.size().get(insn));
        }

        @Override
        public void parse(Source in, Encoding to) {
            String name = in.registerName();
            if (name.matches("x([0-9]|[12][0-9]|30)")) {
                in.word();
                to.put(rm, Integer.parseInt(name.substring(1)));
                return;
            }
            in.skipBlanks();
            int at = in.position();
            long bytes = in.immediate();
            if (bytes != bytes(to.word())) {
                throw in.mismatch(at, "the offset must be " + bytes(to.word()) + " or an X register");
            }
            to.put(rm, 31);
        }

        @Override
        public String print(int insn, long pc) {
            return rm.of(insn) == 31 ? "#" + bytes(insn) : "x" + rm.of(insn);
        }
    }
}
