package splitvisor.cpu.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import splitvisor.cpu.Qemu;
import splitvisor.cpu.oracle.TrapMatrix.Access;
import splitvisor.cpu.oracle.TrapMatrix.Config;
import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.Sctlr;
import splitvisor.cpu.sysreg.SysOp;
import splitvisor.cpu.sysreg.SysReg;

/// Records [TrapMatrix] from QEMU: `src/test/probes/traps/record`, run in the module's directory, calls its `main`.
/// Needs aarch64-linux-gnu-gcc and qemu-system-aarch64 7.2.
final class TrapMatrixRecorder {

    private static final Path PROBE = Path.of("src/test/probes/traps");
    private static final Path BUILD = Path.of("target/probes");
    private static final int RANDOM_CONFIGS = 240;

    private static final long USER = Sctlr.UCI | Sctlr.UCT | Sctlr.DZE | Sctlr.NTWI | Sctlr.NTWE | Sctlr.UMA;
    private static final long TRAPS =
            Hcr.TVM | Hcr.TRVM | Hcr.TID0 | Hcr.TID1 | Hcr.TID2 | Hcr.TID3 | Hcr.TIDCP | Hcr.TACR | Hcr.TSW
                    | Hcr.TPCP | Hcr.TPU | Hcr.TTLB | Hcr.TDZ | Hcr.TSC | Hcr.TLOR | Hcr.TERR | Hcr.AMO | Hcr.IMO
                    | Hcr.FMO | Hcr.FB;

    /// Encodings that no register has: unallocated ones, one of EL3, one that is an implementation's own.
    private static final int[][] NOBODY = {
        {3, 0, 3, 0, 0}, {3, 7, 9, 9, 0}, {3, 6, 1, 0, 0}, {2, 0, 0, 8, 0}, {3, 3, 11, 0, 3}, {3, 5, 0, 0, 0},
        {3, 3, 5, 5, 5},
    };

    private static final Map<String, Integer> INSTRUCTIONS =
            new TreeMap<>(Map.of(
                    "BRK", 0xd4200060, "DAIFClr", 0xd50340ff, "DAIFSet", 0xd50345df, "DCPS1", 0xd4a00001,
                    "HVC", 0xd40000c2, "PAN", 0xd500409f, "SPSel", 0xd50041bf, "SVC", 0xd4000121, "UDF", 0,
                    "MOV_V0_V1", 0x4ea11c20));

    private final SplittableRandom random = new SplittableRandom(6);

    private TrapMatrixRecorder() {}

    public static void main(String[] args) throws Exception {
        Files.write(Path.of("src/test/resources/splitvisor/cpu/oracle", TrapMatrix.FILE), recorded());
    }

    /// The lines of a recording.
    static List<String> recorded() throws IOException, InterruptedException {
        return new TrapMatrixRecorder().record();
    }

    private List<String> record() throws IOException, InterruptedException {
        List<Access> accesses = accesses();
        List<Config> configs = configs();
        Files.createDirectories(BUILD);
        Files.writeString(BUILD.resolve("tables.h"), tables(accesses, configs));
        Path elf = BUILD.resolve("traps.elf");
        Qemu.run(List.of("aarch64-linux-gnu-gcc", "-O1", "-ffreestanding", "-nostdlib", "-static",
                "-mgeneral-regs-only", "-mstrict-align", "-march=armv8.2-a+profile", "-I", BUILD.toString(),
                "-Wl,-T," + PROBE.resolve("link.ld"), "-Wl,--build-id=none", PROBE.resolve("start.S").toString(),
                PROBE.resolve("probe.c").toString(), "-o", elf.toString()));
        String console = Qemu.run(List.of("qemu-system-aarch64", "-M", "virt,virtualization=on,gic-version=3",
                "-cpu", "neoverse-n1", "-m", "256M", "-net", "none", "-nographic", "-kernel", elf.toString()));
        List<String> outcomes = console.lines().toList();
        List<String> file = new ArrayList<>();
        file.add("# Recorded by TrapMatrixRecorder from QEMU 7.2, -cpu neoverse-n1.");
        file.add("# Accesses: name, kind, instruction.");
        accesses.forEach(a -> file.add("%s %c %08x".formatted(a.name(), a.kind(), a.word())));
        file.add("# Configurations: name, EL, " + TrapMatrix.CONTROLS + ", outcomes.");
        for (int i = 0; i < configs.size(); i++) {
            Config c = configs.get(i);
            file.add(new Config(c.name(), c.el(), c.values(), outcomes.get(i)).text());
        }
        return file;
    }

    private static List<Access> accesses() {
        List<Access> accesses = new ArrayList<>();
        for (SysReg row : SysReg.values()) {
            if (SysReg.named(row.name()) != null) {
                register(accesses, row.name(), row.encoding());
            }
            if (row.e2h() != null) {
                register(accesses, row.el12().assemblyName(), row.el12().encoding());
            }
        }
        for (int[] e : NOBODY) {
            int encoding = e[0] << 14 | e[1] << 11 | e[2] << 7 | e[3] << 3 | e[4];
            register(accesses, SysReg.nameOf(encoding), encoding);
        }
        for (SysOp op : SysOp.values()) {
            if (op != SysOp.DC_ZVA) { // with the MMU off it would be to Device memory
                accesses.add(new Access(op.name(), 'y', 0xd500_0000 | op.encoding() << 5));
            }
        }
        INSTRUCTIONS.forEach((name, word) -> accesses.add(new Access(name, 'x', word)));
        return accesses;
    }

    private static void register(List<Access> accesses, String name, int encoding) {
        accesses.add(new Access(name, 'r', 0xd520_0000 | encoding << 5));
        accesses.add(new Access(name, 'w', 0xd500_0000 | encoding << 5));
    }

    private List<Config> configs() {
        List<Config> configs = new ArrayList<>();
        Map<String, Long> places = new TreeMap<>(Map.of(
                "0", 0L, "0e", Hcr.E2H, "0t", Hcr.TGE, "0et", Hcr.E2H | Hcr.TGE, "1", 0L, "1e", Hcr.E2H, "2", 0L,
                "2e", Hcr.E2H, "2et", Hcr.E2H | Hcr.TGE));
        places.forEach((name, hcr) -> configs.add(config("open." + name, name.charAt(0) - '0', hcr, 1, 0)));
        List<String> names = List.copyOf(places.keySet());
        for (int i = 0; i < RANDOM_CONFIGS; i++) {
            String name = names.get(random.nextInt(names.size()));
            configs.add(config(i + "." + name, name.charAt(0) - '0', places.get(name), 0.6, 0.25));
        }
        return configs;
    }

    /// What opens is set with one probability, what traps with another.
    private Config config(String name, int el, long bits, double open, double trap) {
        boolean e2h = (bits & Hcr.E2H) != 0;
        long kernel = e2h ? USER : Sctlr.NTWI | Sctlr.NTWE;
        long cptr = e2h ? fpen(open) | some(1L << 31, trap) : 0x33ff | some(1L << 31 | 1 << 10, trap);
        long[] values = {
            Hcr.RW | bits | some(TRAPS, trap),
            0x30d0_0980L | some(USER, open),
            0x30c5_0830L & ~kernel | some(kernel, open),
            fpen(open),
            cptr,
            some(e2h ? 0xf03 : 3, open),
            some(0x303, open),
            some(0xf, open),
            some(1 << 12, trap),
            6 | some(0xf60, trap),
            some(0x5c00, trap),
        };
        return new Config(name, el, values, "");
    }

    private long fpen(double open) {
        return (random.nextDouble() < open ? 3L : random.nextInt(3)) << 20;
    }

    private long some(long bits, double probability) {
        long chosen = 0;
        for (long left = bits; left != 0; left &= left - 1) {
            chosen |= random.nextDouble() < probability ? Long.lowestOneBit(left) : 0;
        }
        return chosen;
    }

    private static String tables(List<Access> accesses, List<Config> configs) {
        StringBuilder c = new StringBuilder("#define ACCESSES %d\n#define CONFIGS %d\n"
                .formatted(accesses.size(), configs.size()));
        c.append("static const struct access accesses[] = {\n");
        for (Access a : accesses) {
            int kind = a.isRegister() ? 0 : a.kind() == 'y' ? 1 : 2;
            c.append("    {%#x, %d, %#x}, // %s\n".formatted(a.word(), kind, a.iss(), a.name()));
        }
        c.append("};\nstatic const struct config configs[] = {\n");
        for (Config config : configs) {
            c.append("    {").append(config.el());
            for (long value : config.values()) {
                c.append(", 0x").append(Long.toHexString(value)).append("UL");
            }
            c.append("},\n");
        }
        return c.append("};\n").toString();
    }
}
