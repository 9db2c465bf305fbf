package splitvisor.cpu.mmu;

import static splitvisor.cpu.mmu.OracleRig.LEAF;
import static splitvisor.cpu.mmu.OracleRig.VA;
import static splitvisor.cpu.mmu.OracleRig.page;

import java.util.Map;
import splitvisor.cpu.SynchronousException;
import splitvisor.cpu.sysreg.SysReg;

/// The probes `s2iss[.S1off].<instruction>.<regime>[.wb]`: one load or store, executed, that meets a page
/// that stage 2 does not map; the syndrome, or X1 after the fault.
final class SyndromeOracle {

    private static final long FLAT = 0x6000_0100L;
    private static final long FIELD = VA + 0x40;

    private static final Map<String, Integer> INSTRUCTIONS = Map.ofEntries(
            Map.entry("ldrb_w2", 0x3940_0022), // ldrb w2, [x1]
            Map.entry("ldr_w4", 0xb940_0024), // ldr w4, [x1]
            Map.entry("ldr_x5", 0xf940_0025), // ldr x5, [x1]
            Map.entry("ldr_x30", 0xf940_003e), // ldr x30, [x1]
            Map.entry("ldrsh_x9", 0x7980_0029), // ldrsh x9, [x1]
            Map.entry("strb_w11", 0x3900_002b), // strb w11, [x1]
            Map.entry("strh_w12", 0x7900_002c), // strh w12, [x1]
            Map.entry("ldr_xzr", 0xf940_003f), // ldr xzr, [x1]
            Map.entry("str_xzr", 0xf900_003f), // str xzr, [x1]
            Map.entry("ldr_x1_self", 0xf940_0021), // ldr x1, [x1]
            Map.entry("ldursw_x18", 0xb880_0032), // ldursw x18, [x1]
            Map.entry("ldrsb_reg", 0x38e2_6831), // ldrsb w17, [x1, x2]
            Map.entry("str_w_reg", 0xb822_6834), // str w20, [x1, x2]
            Map.entry("str_w_post", 0xb800_4434), // str w20, [x1], #4
            Map.entry("stp_w", 0x2900_1434), // stp w20, w5, [x1]
            Map.entry("ldar_w", 0x88df_fc22), // ldar w2, [x1]
            Map.entry("stlr_x", 0xc89f_fc23), // stlr x3, [x1]
            Map.entry("ldaxr_w", 0x885f_fc22), // ldaxr w2, [x1]
            Map.entry("ldr_s", 0xbd40_0020)); // ldr s0, [x1]

    private final OracleRig scene;
    private final Rig rig;

    SyndromeOracle(OracleRig scene) {
        this.scene = scene;
        this.rig = scene.rig;
    }

    String probe(String[] parts) {
        boolean flat = parts[1].equals("S1off");
        String name = parts[flat ? 2 : 1];
        scene.reset(parts[flat ? 3 : 2]);
        long user = scene.regime.endsWith("0") ? Rig.AP_EL0 : 0;
        Tables stage1 = scene.stage1();
        stage1.set(VA, 3, page(1) | LEAF | user);
        scene.stage2().set(page(1), 3, 0);
        if (flat) {
            rig.set(SysReg.SCTLR_EL1, 0);
        }
        long offset = name.endsWith("_reg") ? 0x40 : 0;
        rig.word(OracleRig.CODE, INSTRUCTIONS.get(name));
        rig.cpu.x[1] = (flat ? FLAT : FIELD) - offset;
        rig.cpu.x[2] = offset;
        rig.cpu.pc = flat ? OracleRig.CODE : OracleRig.CODE_VA;
        if (rig.memory.codeCache() != null) {
            rig.memory.codeCache().invalidateAll();
        }
        String outcome = name.equals("ldr_s") ? vectorLoad() : execute();
        boolean wantsBase = parts[parts.length - 1].equals("wb");
        return wantsBase ? "x1=%x".formatted(rig.cpu.x[1]) : outcome;
    }

    private String execute() {
        rig.cpu.interpreter.contextChanged();
        rig.cpu.interpreter.run(1);
        return scene.taken(true);
    }

    /// The access of an instruction that the table does not have yet: the syndrome needs its word only.
    private String vectorLoad() {
        try {
            return "ok %x".formatted(rig.cpu.mmu.load(rig.cpu.x[1], 2));
        } catch (SynchronousException e) {
            return scene.abort(e);
        }
    }
}
