package splitvisor.cpu.mmu;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.Profiles;
import splitvisor.cpu.SynchronousException;
import splitvisor.cpu.cost.Event;
import splitvisor.cpu.hosted.HostedTexts;
import splitvisor.cpu.memory.PhysicalMemory;
import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.SysReg;

/// A PE with RAM for the tests of translation, and short ways to set it up and to say what happened.
final class Rig {

    static final long RAM = 0x4000_0000L;

    /// Descriptor bits.
    static final long VALID = 1;
    static final long PAGE = 3;
    static final long TABLE = 3;
    static final long AF = 1 << 10;
    static final long AP_EL0 = 1 << 6;
    static final long AP_RO = 1 << 7;
    static final long NG = 1 << 11;
    static final long PXN = 1L << 53;
    static final long UXN = 1L << 54;
    static final long S2_RW = 3 << 6;
    static final long S2_NORMAL = 0xf << 2;

    /// AttrIndx: 0 is Normal Write-Back, 1 is Device-nGnRE.
    static final long MAIR = 0x04ff;
    static final long DEVICE = 1 << 2;

    final PhysicalMemory memory;
    final Cpu cpu;

    Rig(long ramSize) {
        memory = new PhysicalMemory(RAM, ramSize);
        cpu = new Cpu(0, memory, new HostedTexts(), Profiles.flat(1, 1));
        set(SysReg.ID_AA64MMFR0_EL1, 0x0010_0025);
        set(SysReg.SCTLR_EL1, 0);
        set(SysReg.SCTLR_EL2, 0);
        set(SysReg.MAIR_EL1, MAIR);
        set(SysReg.MAIR_EL2, MAIR);
    }

    void set(SysReg register, long value) {
        cpu.sys[register.ordinal()] = value;
        cpu.mmu.contextChanged();
    }

    long get(SysReg register) {
        return cpu.sys[register.ordinal()];
    }

    /// Goes to an EL with HCR_EL2.E2H and TGE, keeping its other bits.
    void at(int el, boolean e2h, boolean tge) {
        long hcr = get(SysReg.HCR_EL2) & ~(Hcr.E2H | Hcr.TGE);
        set(SysReg.HCR_EL2, hcr | (e2h ? Hcr.E2H : 0) | (tge ? Hcr.TGE : 0));
        cpu.el = el;
        cpu.regimeChanged();
    }

    void word(long pa, int value) {
        memory.writeRam(pa, 2, value);
    }

    long walkSteps() {
        return cpu.ledger.snapshot().of(Event.WALK_STEP);
    }

    /// What a load of a word does: `ok` and the value in hex, or the abort.
    String load(long va) {
        return outcome(() -> cpu.mmu.load(va, 2));
    }

    String store(long va, long value) {
        return outcome(() -> {
            cpu.mmu.store(va, 2, value);
            return null;
        });
    }

    String fetch(long va) {
        return outcome(() -> cpu.mmu.translateFetch(va));
    }

    /// `EC=24 ISS=47 FAR=1000 IPA=…`, numbers in hex; the class as raised, "lower EL" for all.
    String outcome(java.util.function.Supplier<Long> access) {
        try {
            Long value = access.get();
            return value == null ? "ok" : "ok %x".formatted(value);
        } catch (SynchronousException e) {
            return "EC=%x ISS=%x".formatted(e.ec, e.iss)
                    + (e.farValid ? " FAR=%x".formatted(e.far) : "")
                    + (e.ipaValid ? " IPA=%x".formatted(e.ipa) : "")
                    + (e.target == 2 ? " to EL2" : "");
        }
    }
}
