package splitvisor.cpu.sysreg;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The names of the bits of control registers, as the classes of their constants give them.
public final class ControlBits {

    private static final Map<SysReg, Class<?>> BITS =
            Map.of(
                    SysReg.HCR_EL2, Hcr.class,
                    SysReg.CPTR_EL2, Cptr.class,
                    SysReg.MDCR_EL2, Mdcr.class,
                    SysReg.CNTHCTL_EL2, Cnthctl.class,
                    SysReg.CNTKCTL_EL1, Cnthctl.class,
                    SysReg.ICH_HCR_EL2, Ich.class,
                    SysReg.SCTLR_EL1, Sctlr.class,
                    SysReg.MDSCR_EL1, Mdscr.class,
                    SysReg.PMUSERENR_EL0, Pmuserenr.class);

    private ControlBits() {}

    /// `HCR_EL2.TVM`: the register and the names of the bits in `mask`, in the layout with or without
    /// HCR_EL2.E2H.
    public static String of(SysReg control, long mask, boolean e2h) {
        if (control == SysReg.ICC_SRE_EL2) {
            return "ICC_SRE_EL2.Enable";
        }
        String only = control == SysReg.CNTKCTL_EL1 ? "EL0" : control == SysReg.CNTHCTL_EL2 ? e2h ? "E2H_" : "EL1" : "";
        List<String> names = new ArrayList<>();
        all(control).forEach((name, bit) -> {
            if (name.startsWith(only) && (bit & mask) != 0) {
                names.add(name.replace("E2H_", ""));
            }
        });
        if (names.size() != Long.bitCount(mask)) {
            throw new IllegalArgumentException("bits %#x of %s have no names".formatted(mask, control));
        }
        return control + "." + (names.size() == 1 ? names.getFirst() : names.toString().replace(", ", ","));
    }

    /// The single bits of a control register by name.
    public static Map<String, Long> all(SysReg control) {
        Map<String, Long> bits = new LinkedHashMap<>();
        for (Field field : BITS.get(control).getDeclaredFields()) {
            if (Modifier.isPublic(field.getModifiers()) && Long.bitCount(value(field)) == 1) {
                bits.put(field.getName(), value(field));
            }
        }
        return bits;
    }

    private static long value(Field field) {
        try {
            return ((Number) field.get(null)).longValue();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
