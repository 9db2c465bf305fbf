package splitvisor.cpu.mmu;

import static splitvisor.cpu.mmu.Rig.AF;
import static splitvisor.cpu.mmu.Rig.AP_EL0;
import static splitvisor.cpu.mmu.Rig.PAGE;

import splitvisor.cpu.Ec;
import splitvisor.cpu.SynchronousException;
import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.SysReg;

/// The scene of the oracle's MMU probes (see the README beside the sample): sixteen marked test
/// pages, tables, and the regimes A1, A0, B2, C2, C0, D2 by name.
final class OracleRig {

    /// Test page NN is at PAGES + NN * 0x1000 and starts with the word 0x5a0000NN.
    static final long PAGES = 0x4800_0000L;
    static final long VA = 0x80_0000_1000L;
    static final long STAGE1 = 0x4a00_2000L;

    /// Where the instruction that makes an access is, for the syndrome: at CODE, which stage 1 maps at CODE_VA.
    static final long CODE = 0x4008_0000L;
    static final long CODE_VA = VA + 0x5000;

    static final long STAGE2 = 0x4a10_0000L;

    /// IPS or PS for 40 bits.
    static final long SIZE_40 = 2;

    static final long BLOCK = 1 | AF;
    static final long LEAF = PAGE | AF;

    static final long STAGE2_LEAF = LEAF | Rig.S2_NORMAL | Rig.S2_RW;

    final Rig rig = new Rig(0x0a20_0000L);

    String regime;

    /// Starts over: markers in the pages, registers as after reset, everything off.
    void reset(String newRegime) {
        regime = newRegime;
        for (int i = 0; i < 32; i++) {
            rig.word(PAGES + i * 0x1000, 0x5a00_0000 | i);
        }
        java.util.Arrays.fill(rig.cpu.sys, 0);
        rig.set(SysReg.ID_AA64MMFR0_EL1, 0x0010_0025);
        rig.set(SysReg.MAIR_EL1, Rig.MAIR);
        rig.set(SysReg.MAIR_EL2, Rig.MAIR);
        rig.set(SysReg.HPFAR_EL2, -1);
        rig.cpu.pan = false;
        rig.cpu.daif = 0xf;
        rig.cpu.mmu.caching(true);
        rig.cpu.pc = CODE;
        enter();
    }

    static long page(int number) {
        return PAGES + number * 0x1000L;
    }

    /// Goes to the EL and the E2H and TGE that the regime's name says.
    void enter() {
        char kind = regime.charAt(0);
        rig.at(regime.charAt(1) - '0', kind == 'C' || kind == 'D', kind == 'C');
    }

    boolean atEl2() {
        return regime.charAt(0) != 'A';
    }

    SysReg sctlr() {
        return atEl2() ? SysReg.SCTLR_EL2 : SysReg.SCTLR_EL1;
    }

    SysReg tcr() {
        return atEl2() ? SysReg.TCR_EL2 : SysReg.TCR_EL1;
    }

    SysReg ttbr0() {
        return atEl2() ? SysReg.TTBR0_EL2 : SysReg.TTBR0_EL1;
    }

    SysReg ttbr1() {
        return atEl2() ? SysReg.TTBR1_EL2 : SysReg.TTBR1_EL1;
    }

    /// Turns stage 1 on with 4 KiB tables in both halves of the layout, 48-bit addresses, 40-bit output.
    Tables stage1() {
        Tables tables = Tables.stage1(rig.memory, STAGE1, Granule.KB4, 16);
        tables.set(CODE_VA, 3, CODE | LEAF | (regime.endsWith("0") ? AP_EL0 : 0));
        rig.cpu.pc = CODE_VA;
        boolean oneRange = regime.charAt(0) == 'B';
        rig.set(ttbr0(), tables.root());
        rig.set(tcr(), oneRange ? SIZE_40 << 16 | 16 : SIZE_40 << 32 | 2L << 30 | 16 << 16 | 16);
        rig.set(sctlr(), 1);
        return tables;
    }

    /// Turns stage 2 on: 4 KiB, 39 bits from level 1, everything that the probes touch mapped to itself.
    Tables stage2() {
        return stage2(Granule.KB4, 25, 1, 1);
    }

    /// Turns stage 2 on with T0SZ, the start level and the number of concatenated first tables.
    Tables stage2(Granule granule, int size, int startLevel, int rootTables) {
        Tables tables = new Tables(rig.memory, STAGE2, granule, startLevel, rootTables).inputBits(64 - size);
        int sl0 = granule == Granule.KB4 ? 2 - startLevel : 3 - startLevel;
        long tg0 = granule == Granule.KB4 ? 0 : granule == Granule.KB16 ? 2 : 1;
        rig.set(SysReg.VTCR_EL2, SIZE_40 << 16 | tg0 << 14 | (long) sl0 << 6 | size);
        rig.set(SysReg.VTTBR_EL2, tables.root());
        long pageSize = 1L << granule.pageShift;
        for (long pa = PAGES; pa < PAGES + 0x2_0000; pa += pageSize) {
            tables.set(pa, 3, pa | STAGE2_LEAF);
        }
        tables.set(CODE, 3, CODE | STAGE2_LEAF);
        for (long pa = STAGE1 & -0x1_0000; pa < STAGE1 + 0xe000; pa += pageSize) {
            tables.set(pa, 3, pa | STAGE2_LEAF);
        }
        hypervisor(Hcr.VM);
        return tables;
    }

    /// Sets bits of HCR_EL2.
    void hypervisor(long bits) {
        rig.set(SysReg.HCR_EL2, rig.get(SysReg.HCR_EL2) | bits);
        rig.cpu.regimeChanged();
    }

    /// AP that lets the regime's EL read and write; execution needs it read-only where EL0 shares.
    long accessible(String op) {
        return op.equals("ex") && !regime.endsWith("0") ? 0 : AP_EL0;
    }

    /// Performs `ld`, `st`, `ex`, `ldtr` or `sttr` at an address and says what the sample would.
    String run(String op, long va) {
        return run(op, va, 0, 8);
    }

    String run(String op, long va, long loadOffset, long storeOffset) {
        rig.cpu.mmu.contextChanged();
        rig.word(CODE, op.startsWith("ld") ? 0xf940_0020 : 0xf900_0020); // ldr or str x0, [x1]
        try {
            return switch (op) {
                case "ld" -> word(rig.cpu.mmu.load(va + loadOffset, 3));
                case "ldtr" -> word(rig.cpu.mmu.loadUnprivileged(va + loadOffset, 3));
                case "st" -> {
                    rig.cpu.mmu.store(va + storeOffset, 3, 1);
                    yield "ok";
                }
                case "sttr" -> {
                    rig.cpu.mmu.storeUnprivileged(va + storeOffset, 3, 1);
                    yield "ok";
                }
                case "ex" -> {
                    rig.cpu.mmu.translateFetch(va + 0x800);
                    yield "ok";
                }
                default -> throw new IllegalArgumentException(op);
            };
        } catch (SynchronousException e) {
            return abort(e);
        }
    }

    private static String word(long value) {
        return "ok %08x".formatted((int) value);
    }

    /// Takes the exception and reads the registers that the handler would.
    String abort(SynchronousException e) {
        rig.set(SysReg.HPFAR_EL2, -1);
        boolean stage2 = e.target == 2 && e.farValid;
        rig.cpu.exceptions.takeSynchronous(e);
        return taken(stage2);
    }

    /// What the handler of the exception just taken reads, HPFAR_EL2 too if it was written; then goes back.
    String taken(boolean stage2) {
        int el = rig.cpu.el;
        long esr = rig.get(el == 2 ? SysReg.ESR_EL2 : SysReg.ESR_EL1);
        long far = rig.get(el == 2 ? SysReg.FAR_EL2 : SysReg.FAR_EL1);
        long ipa = rig.get(SysReg.HPFAR_EL2) << 8;
        enter();
        return "EL%d EC=%x ISS=%x FAR=%x".formatted(el, Ec.of(esr), shown((int) esr & 0x1ff_ffff), far)
                + (stage2 && ipa != -1L << 8 ? " IPA=%x".formatted(ipa) : "");
    }

    /// What the sample shows of an ISS: with ISV, all but SET, FnV, EA and VNCR; else the status, WnR, S1PTW
    /// and CM; no WnR with S1PTW.
    private static int shown(int iss) {
        int shown = iss & ((iss & 1 << 24) != 0 ? 0x1ff_c1ff : 0x1ff);
        return (shown & 1 << 7) != 0 ? shown & ~(1 << 6) : shown;
    }
}
