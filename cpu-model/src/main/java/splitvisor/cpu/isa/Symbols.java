package splitvisor.cpu.isa;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The names of an assembly source. A source is read several times, each time with the addresses
/// found the time before; only in the last pass is a symbol without a value an error.
final class Symbols {

    private static final Map<String, String> STANDARD_ALIASES =
            Map.of("lr", "x30", "fp", "x29", "ip0", "x16", "ip1", "x17");

    private final Map<String, Long> values = new HashMap<>();
    private final Map<String, Long> previous = new HashMap<>();
    private final Map<String, Integer> numericCounts = new HashMap<>();
    private final Map<String, String> registerAliases = new HashMap<>();
    private boolean last;
    private boolean complete = true;
    private long here;

    /// Starts the next pass.
    void nextPass(boolean isLast, Map<String, Long> predefined) {
        previous.clear();
        previous.putAll(values);
        values.clear();
        values.putAll(predefined);
        numericCounts.clear();
        registerAliases.clear();
        registerAliases.putAll(STANDARD_ALIASES);
        last = isLast;
        complete = true;
    }

    /// Whether this pass makes the bytes.
    boolean isLastPass() {
        return last;
    }

    /// Whether nothing moved since the pass before.
    boolean stable() {
        return values.equals(previous);
    }

    /// Whether the expressions read since [#watch] had all their symbols.
    boolean complete() {
        return complete;
    }

    void watch() {
        complete = true;
    }

    long here() {
        return here;
    }

    void moveTo(long address) {
        here = address;
    }

    /// Gives a label its address; false if the source gave it one already.
    boolean label(String name) {
        if (Character.isDigit(name.charAt(0))) {
            int count = numericCounts.merge(name, 1, Integer::sum);
            values.put(name + "#" + count, here);
            return true;
        }
        return values.put(name, here) == null;
    }

    void set(String name, long value) {
        values.put(name, value);
    }

    /// The value of a symbol, of `.`, or of a numeric label such as `1f`.
    long value(Source in, int at, String name) {
        if (name.equals(".")) {
            return here;
        }
        String key = name;
        if (Character.isDigit(name.charAt(0))) {
            String number = name.substring(0, name.length() - 1);
            int passed = numericCounts.getOrDefault(number, 0);
            key = number + "#" + (name.endsWith("f") ? passed + 1 : passed);
        }
        Long value = values.get(key);
        if (value == null) {
            value = previous.get(key);
        }
        if (value == null) {
            if (last) {
                throw in.mismatch(at, "symbol '" + name + "' is not defined");
            }
            complete = false;
            return here;
        }
        return value;
    }

    boolean isDefined(String name) {
        return values.containsKey(name);
    }

    /// `name .req register`.
    void alias(String name, String register) {
        registerAliases.put(name.toLowerCase(Locale.ROOT), register.toLowerCase(Locale.ROOT));
    }

    void unalias(String name) {
        registerAliases.remove(name.toLowerCase(Locale.ROOT));
    }

    String register(String word) {
        String name = word.toLowerCase(Locale.ROOT);
        String register = registerAliases.get(name);
        return register == null ? name : register;
    }

    /// Whether a word is a register's name, and not one that the source has taken for something else.
    boolean isRegister(String word) {
        return GeneralRegister.isRegister(register(word)) && !values.containsKey(word) && !previous.containsKey(word);
    }

    /// The labels and symbols the source defines, without its numeric labels.
    Map<String, Long> named(Set<String> except) {
        Map<String, Long> named = new HashMap<>(values);
        named.keySet().removeIf(name -> name.indexOf('#') >= 0 || except.contains(name));
        return named;
    }
}
