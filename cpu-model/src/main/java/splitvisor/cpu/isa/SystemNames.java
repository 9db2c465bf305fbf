package splitvisor.cpu.isa;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import splitvisor.cpu.isa.Pattern.Field;
import splitvisor.cpu.sysreg.RegisterName;
import splitvisor.cpu.sysreg.SysOp;
import splitvisor.cpu.sysreg.SysReg;

/// Operands of system instructions: register names, AT/DC/IC/TLBI operations, PSTATE fields, `C7`.
final class SystemNames {

    private static final int BITS = 0xffff << 5;
    private static final java.util.regex.Pattern GENERIC =
            java.util.regex.Pattern.compile("s([0-3])_([0-7])_c([0-9]|1[0-5])_c([0-9]|1[0-5])_([0-7])");

    private SystemNames() {}

    /// The operand of that name, or null.
    static Operand of(String spec, Pattern pattern) {
        return switch (spec) {
            case "sysreg" -> new Register();
            case "pstate1" -> new Pstate(pattern, Map.of("spsel", 5, "uao", 3, "pan", 4));
            case "pstate15" -> new Pstate(pattern, Map.of("daifset", 3 << 3 | 6, "daifclr", 3 << 3 | 7));
            case "at", "dc", "ic", "tlbi" -> new Operation(spec, true);
            case "ic0", "tlbi0" -> new Operation(spec.substring(0, spec.length() - 1), false);
            default -> spec.startsWith("C:") ? new ControlRegister(pattern.field(spec.substring(2))) : null;
        };
    }

    /// A system register by name, or as `s3_0_c1_c0_0`.
    private record Register() implements Operand {

        @Override
        public void parse(Source in, Encoding to) {
            in.skipBlanks();
            int at = in.position();
            String word = in.peekWord().toLowerCase(Locale.ROOT);
            RegisterName name = SysReg.named(word);
            Integer encoding = name == null ? null : name.encoding();
            Matcher generic = GENERIC.matcher(word);
            if (generic.matches()) {
                encoding = Integer.parseInt(generic.group(1)) << 14 | Integer.parseInt(generic.group(2)) << 11
                        | Integer.parseInt(generic.group(3)) << 7 | Integer.parseInt(generic.group(4)) << 3
                        | Integer.parseInt(generic.group(5));
            }
            if (encoding == null) {
                throw in.mismatch(at, word.isEmpty()
                        ? "expected a system register" + in.found()
                        : "no system register is called '" + word + "'");
            }
            if (!to.put(BITS, encoding << 5)) {
                throw in.mismatch(at, "'" + word + "' is not a register of MRS and MSR");
            }
            in.word();
        }

        @Override
        public String print(int insn, long pc) {
            return SysReg.nameOf(insn >>> 5 & 0xffff).toLowerCase(Locale.ROOT);
        }
    }

    /// The name of an AT, DC, IC or TLBI operation, of those that take a register or of those that do not.
    private static final class Operation implements Operand {

        private final Map<String, Integer> encodings = new HashMap<>();
        private final Map<Integer, String> names = new HashMap<>();
        private final String mnemonic;

        Operation(String mnemonic, boolean takesRegister) {
            this.mnemonic = mnemonic;
            for (SysOp op : SysOp.values()) {
                if (op.mnemonic().equalsIgnoreCase(mnemonic) && op.hasOperand() == takesRegister) {
                    encodings.put(op.operation().toLowerCase(Locale.ROOT), op.encoding());
                    names.put(op.encoding(), op.operation().toLowerCase(Locale.ROOT));
                }
            }
        }

        @Override
        public void parse(Source in, Encoding to) {
            in.skipBlanks();
            Integer encoding = in.name(encodings);
            if (encoding == null) {
                throw in.mismatch("expected an operation of " + mnemonic + in.found());
            }
            to.put(BITS, encoding << 5);
        }

        @Override
        public String print(int insn, long pc) {
            return names.get(insn >>> 5 & 0xffff);
        }
    }

    /// The PSTATE field of MSR (immediate), which op1 and op2 select; those of one bit, or those of four.
    private record Pstate(Field op1, Field op2, Map<String, Integer> names) implements Operand {

        Pstate(Pattern pattern, Map<String, Integer> names) {
            this(pattern.field("op1"), pattern.field("op2"), names);
        }

        @Override
        public void parse(Source in, Encoding to) {
            in.skipBlanks();
            Integer field = in.name(names);
            if (field == null) {
                throw in.mismatch("expected a PSTATE field" + in.found());
            }
            to.put(op1, field >>> 3);
            to.put(op2, field & 7);
        }

        @Override
        public String print(int insn, long pc) {
            int selected = op1.of(insn) << 3 | op2.of(insn);
            return names.entrySet().stream()
                    .filter(e -> e.getValue() == selected)
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(null);
        }
    }

    /// `C7` in SYS and SYSL.
    private record ControlRegister(Field field) implements Operand {

        @Override
        public void parse(Source in, Encoding to) {
            String word = in.peekWord().toLowerCase(Locale.ROOT);
            if (!word.matches("c([0-9]|1[0-5])")) {
                throw in.mismatch("expected C0 to C15" + in.found());
            }
            in.word();
            to.put(field, Integer.parseInt(word.substring(1)));
        }

        @Override
        public String print(int insn, long pc) {
            return "C" + field.of(insn);
        }
    }
}
