package splitvisor.benchmarks.host;

import java.util.StringJoiner;
import splitvisor.cpu.sysreg.Hcr;

/// HCR_EL2 as its bits' names.
public final class HcrNames {

    private HcrNames() {}

    /// The bits that are set, `VM|SWIO|…`.
    public static String of(long value) {
        StringJoiner names = new StringJoiner("|");
        for (var field : Hcr.class.getFields()) {
            try {
                if (field.getType() == long.class && (value & field.getLong(null)) != 0) {
                    names.add(field.getName());
                }
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
        return names.toString();
    }
}
