package splitvisor.cpu.oracle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import splitvisor.cpu.sysreg.SysReg;

/// Every access in many configurations: who gets the exception, if any. The text form lists the accesses, then one
/// line per configuration: EL, the control registers' values, one character per access.
///
/// The characters: `.` done; `u` UNDEFINED; `t` trapped as exception class 0x18 with the access in the ISS; `f`
/// trapped as FP (0x07); `s`, `h`, `b` for SVC, HVC, BRK; `?` anything else. Lower case is taken to EL1, upper case
/// to EL2.
record TrapMatrix(List<Access> accesses, List<Config> configs) {

    static final String FILE = "traps.matrix";

    /// The registers that a configuration sets, in the order of its values.
    static final List<SysReg> CONTROLS =
            List.of(
                    SysReg.HCR_EL2,
                    SysReg.SCTLR_EL1,
                    SysReg.SCTLR_EL2,
                    SysReg.CPACR_EL1,
                    SysReg.CPTR_EL2,
                    SysReg.CNTHCTL_EL2,
                    SysReg.CNTKCTL_EL1,
                    SysReg.PMUSERENR_EL0,
                    SysReg.MDSCR_EL1,
                    SysReg.MDCR_EL2,
                    SysReg.ICH_HCR_EL2);

    /// An instruction with Rt = 0: MRS (`r`), MSR (`w`), SYS (`y`) or another one (`x`).
    record Access(String name, char kind, int word) {

        boolean isRegister() {
            return kind == 'r' || kind == 'w';
        }

        int encoding() {
            return word >>> 5 & 0xffff;
        }

        /// ISS of exception class 0x18, Arm ARM D17.2.37; of MSR (immediate), Rt is 31.
        int iss() {
            int rt = kind == 'x' ? 31 : 0;
            return (word >>> 19 & 3) << 20 | (word >>> 5 & 7) << 17 | (word >>> 16 & 7) << 14
                    | (word >>> 12 & 15) << 10 | rt << 5 | (word >>> 8 & 15) << 1 | word >>> 21 & 1;
        }
    }

    /// A state, and the outcomes of the accesses in it.
    record Config(String name, int el, long[] values, String outcomes) {

        long value(SysReg control) {
            return values[CONTROLS.indexOf(control)];
        }

        String text() {
            StringBuilder line = new StringBuilder(name).append(' ').append(el);
            for (long value : values) {
                line.append(' ').append(Long.toHexString(value));
            }
            return line.append(' ').append(outcomes).toString();
        }

        static Config parse(String line) {
            String[] part = line.split(" ");
            long[] values = new long[CONTROLS.size()];
            Arrays.setAll(values, i -> Long.parseUnsignedLong(part[i + 2], 16));
            return new Config(part[0], Integer.parseInt(part[1]), values, part[part.length - 1]);
        }
    }

    static TrapMatrix read() throws IOException {
        List<Access> accesses = new ArrayList<>();
        List<Config> configs = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(TrapMatrix.class.getResourceAsStream(FILE), StandardCharsets.US_ASCII))) {
            for (String line : (Iterable<String>) in.lines()::iterator) {
                String[] part = line.split(" ");
                if (part.length == 3) {
                    accesses.add(new Access(part[0], part[1].charAt(0), Integer.parseUnsignedInt(part[2], 16)));
                } else if (part.length > 3 && !line.startsWith("#")) {
                    configs.add(Config.parse(line));
                }
            }
        }
        return new TrapMatrix(accesses, configs);
    }
}
