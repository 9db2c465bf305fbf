package splitvisor.cpu.mmu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import splitvisor.cpu.mmu.ReferenceTranslation.AccessDescriptor;
import splitvisor.cpu.mmu.ReferenceTranslation.AddressDescriptor;
import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.SysReg;

/// The walker against [ReferenceTranslation], on random tables, registers, addresses and accesses.
class WalkerEqualsReferenceTest {

    private static final int RAM_SIZE = 0x10_0000;
    private static final int ROUNDS = 15_000;
    private static final int ACCESSES = 30;
    private static final int[] MAIR_BYTES = {0xff, 0x00, 0x04, 0x08, 0x0c, 0x44, 0xbb, 0x4f};

    private final SplittableRandom random = new SplittableRandom(20_240_711);
    private final Rig rig = new Rig(RAM_SIZE);
    private final Map<String, Integer> seen = new TreeMap<>();

    @Test
    void everyTranslationIsTheReferences() {
        for (long pa = Rig.RAM; pa < Rig.RAM + RAM_SIZE; pa += 8) {
            rig.memory.writeRam(pa, 3, descriptor());
        }
        Walker walker = new Walker(rig.memory);
        Translation t = new Translation();
        Map<Regime, Integer> successes = new EnumMap<>(Regime.class);
        for (int round = 0; round < ROUNDS; round++) {
            Regime regime = Regime.values()[random.nextInt(3)];
            registers(regime);
            Context c = new Context(1);
            c.capture(rig.cpu.sys, regime, Context.effectiveHcr(regime, rig.get(SysReg.HCR_EL2)));
            ReferenceTranslation reference = new ReferenceTranslation(rig.memory, rig.cpu.sys, regime);
            for (int i = 0; i < ACCESSES; i++) {
                long va = address(regime);
                AccessDescriptor acc = access(regime);
                boolean done = walker.translate(c, va, bits(acc), t);
                AddressDescriptor expected = reference.fullTranslate(va, acc);
                assertEquals(shown(expected), shown(t, done), () -> "%s %x %s".formatted(regime, va, acc));
                if (done) {
                    successes.merge(regime, 1, Integer::sum);
                }
                seen.merge(expected.isFault() ? kind(expected) : "success", 1, Integer::sum);
            }
        }
        // The random tables must reach every kind of outcome, or the test shows nothing.
        for (Regime regime : Regime.values()) {
            assertTrue(successes.get(regime) > 1_000, () -> successes.toString());
        }
        for (String status : new String[] {"Translation", "AddressSize", "AccessFlag", "Permission"}) {
            for (int level = 0; level < 4; level++) {
                boolean never = level == 0 && (status.equals("AccessFlag") || status.equals("Permission"));
                String stage1 = status + level;
                assertEquals(never, !seen.containsKey(stage1), () -> stage1 + " in " + seen);
                assertEquals(never, !seen.containsKey(stage1 + " s2"), () -> stage1 + " s2 in " + seen);
                assertEquals(never, !seen.containsKey(stage1 + " s2 s1ptw"), () -> stage1 + " s1ptw in " + seen);
            }
        }
    }

    private static String kind(AddressDescriptor d) {
        return d.status() + d.level() + (d.secondStage() ? " s2" : "") + (d.s2fs1walk() ? " s1ptw" : "");
    }

    private static String shown(AddressDescriptor d) {
        if (d.isFault()) {
            int fsc = switch (d.status()) {
                case "AddressSize" -> d.level();
                case "Translation" -> 4 + d.level();
                case "AccessFlag" -> 8 + d.level();
                case "Permission" -> 0xc + d.level();
                case "SyncExternalOnWalk" -> 0x14 + d.level();
                default -> 0x21;
            };
            return "fault %x stage2=%b s1ptw=%b ipa=%x".formatted(fsc, d.secondStage(), d.s2fs1walk(), d.ipa());
        }
        return "%x %x %d".formatted(d.pa(), d.memAttr(), d.sh());
    }

    private static String shown(Translation t, boolean done) {
        if (!done) {
            return "fault %x stage2=%b s1ptw=%b ipa=%x".formatted(t.fsc, t.stage2, t.onWalk, t.stage2 ? t.ipa : 0);
        }
        return "%x %x %d".formatted(t.pa, t.attributes, t.shareability);
    }

    /// Mostly a table or page that leads on into RAM.
    private long descriptor() {
        int dice = random.nextInt(100);
        long type = dice < 70 ? 3 : dice < 85 ? 1 : dice < 93 ? 3 : random.nextInt(4);
        long address = dice < 90 ? Rig.RAM + (random.nextInt(RAM_SIZE) & -0x4000L)
                : random.nextLong() & 0xffff_ffff_f000L;
        long attributes = random.nextLong() & 0x7fcL | (random.nextInt(10) > 0 ? Rig.AF : 0);
        long upper = random.nextInt(3) == 0 ? random.nextLong() & -1L << 50 : 0;
        return type | address | attributes | upper | (random.nextInt(3) > 0 ? Rig.S2_RW : 0);
    }

    private long table() {
        return random.nextInt(30) == 0 ? random.nextLong() & 0xffff_ffff_ffffL
                : Rig.RAM + (random.nextInt(RAM_SIZE) & -0x1000L);
    }

    private int size() {
        return random.nextInt(12) == 0 ? random.nextInt(64) : 16 + random.nextInt(24);
    }

    private void registers(Regime regime) {
        boolean flat = random.nextInt(12) == 0;
        long sctlr = (flat ? 0 : 1) | random.nextLong() & (1 << 2 | 1 << 12 | 1 << 19);
        long ips = random.nextInt(3) == 0 ? random.nextInt(8) : 5;
        long hpd = random.nextInt(4) == 0 ? random.nextLong() : 0;
        long tcr;
        if (regime == Regime.EL2) {
            tcr = size() | (long) random.nextInt(4) << 14 | ips << 16 | (long) random.nextInt(2) << 20 | hpd & 1 << 24;
        } else {
            tcr = size() | (long) size() << 16 | (long) random.nextInt(4) << 14 | (long) random.nextInt(4) << 30
                    | ips << 32 | (long) random.nextInt(4) << 37 | hpd & 3L << 41
                    | (random.nextInt(8) == 0 ? random.nextLong() & (1 << 7 | 1 << 23) : 0);
        }
        boolean el1 = regime == Regime.EL10;
        long mair = 0;
        for (int i = 0; i < 8; i++) {
            mair = mair << 8 | MAIR_BYTES[random.nextInt(MAIR_BYTES.length)];
        }
        rig.set(el1 ? SysReg.SCTLR_EL1 : SysReg.SCTLR_EL2, sctlr);
        rig.set(el1 ? SysReg.TCR_EL1 : SysReg.TCR_EL2, tcr);
        rig.set(el1 ? SysReg.TTBR0_EL1 : SysReg.TTBR0_EL2, table());
        rig.set(el1 ? SysReg.TTBR1_EL1 : SysReg.TTBR1_EL2, table());
        rig.set(el1 ? SysReg.MAIR_EL1 : SysReg.MAIR_EL2, mair);
        rig.set(SysReg.VTTBR_EL2, table());
        rig.set(SysReg.VTCR_EL2, stage2Control() | (random.nextInt(3) == 0 ? random.nextInt(8) : 5L) << 16);
        long hcr = random.nextInt(3) > 0 ? Hcr.VM : 0;
        hcr |= random.nextInt(8) == 0 ? random.nextLong() & (Hcr.DC | Hcr.TGE | Hcr.PTW | Hcr.CD | Hcr.ID) : 0;
        rig.set(SysReg.HCR_EL2, hcr | (regime == Regime.EL20 ? Hcr.E2H : 0));
    }

    /// Granule, start level and size: mostly such that they fit each other and RAM is inside.
    private long stage2Control() {
        while (true) {
            int size = size();
            int sl0 = random.nextInt(4);
            int tg0 = random.nextInt(4);
            int pageShift = tg0 == 1 ? 16 : tg0 == 2 ? 14 : 12;
            int level = (pageShift == 12 ? 2 : 3) - sl0;
            int startBits = 64 - size - pageShift - (3 - level) * (pageShift - 3);
            boolean fits = sl0 < 3 && startBits > 0 && startBits <= pageShift + 1 && size < 34;
            if (fits || random.nextInt(50) == 0) {
                return size | (long) sl0 << 6 | (long) tg0 << 14;
            }
        }
    }

    private long address(Regime regime) {
        long va = random.nextLong();
        long tcr = rig.get(regime == Regime.EL10 ? SysReg.TCR_EL1 : SysReg.TCR_EL2);
        int size = (int) (va < 0 && regime != Regime.EL2 ? tcr >>> 16 : tcr) & 0x3f;
        int significant = random.nextInt(10) == 0 ? random.nextInt(64) : size;
        long extended = regime == Regime.EL2 ? va >>> significant : va >> significant;
        return random.nextInt(6) == 0 ? extended & ~(0xffL << 56) | va & 0xffL << 56 : extended;
    }

    private AccessDescriptor access(Regime regime) {
        boolean fetch = random.nextInt(4) == 0;
        int el = regime == Regime.EL2 ? 2 : random.nextInt(2);
        boolean pan = !fetch && el != 0 && regime != Regime.EL2 && random.nextInt(3) == 0;
        boolean aligned = fetch || random.nextInt(8) > 0;
        boolean write = !fetch && random.nextBoolean();
        return new AccessDescriptor(fetch, write, el, pan, aligned, write && aligned && random.nextInt(8) == 0);
    }

    private static int bits(AccessDescriptor acc) {
        return (acc.ifetch() ? Access.EXECUTE : acc.write() ? Access.WRITE : Access.READ)
                | (acc.el() == 0 ? Access.USER : 0)
                | (acc.pan() ? Access.PAN : 0)
                | (acc.aligned() ? 0 : Access.UNALIGNED)
                | (acc.zva() ? Access.ZERO : 0);
    }
}
