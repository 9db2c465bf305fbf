package splitvisor.cpu.mmu;

import static splitvisor.cpu.mmu.Rig.AF;
import static splitvisor.cpu.mmu.Rig.RAM;

import java.util.List;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.Profiles;
import splitvisor.cpu.SynchronousException;
import splitvisor.cpu.hosted.HostedTexts;
import splitvisor.cpu.memory.PhysicalMemory;
import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.SysOp;
import splitvisor.cpu.sysreg.SysReg;

/// Two PEs on one memory, and the worlds they switch between: three VMs with three processes each, a
/// hypervisor at EL2, and a VHE host with two processes. All tables map the same few addresses, so
/// that an entry under the wrong tag shows.
final class TlbWorlds {

    static final int VMS = 3;
    static final int PROCESSES = 3;
    static final int PAGES = 8;

    /// Virtual pages: 8 in the lower range and 8 in the upper one, and the second 2 MiB of each.
    static final long LOW = 0x20_0000;
    static final long HIGH = 0xffff_ffff_8020_0000L;

    private static final int TSZ = 25;
    private static final long DATA = RAM + 0x8_0000;
    private static final long TABLES = RAM + 0x10_0000;
    private static final long TCR = 2L << 30 | (long) TSZ << 16 | TSZ | 5L << 32 | 1L << 36;

    /// One translation context that software would switch to.
    ///
    /// @param vm the VM, or -1: EL2, or -2: the VHE host
    record World(int vm, int process) {}

    final PhysicalMemory memory = new PhysicalMemory(RAM, 0x20_0000);
    final Cpu[] pes = new Cpu[2];
    private final Tables[][] lower = new Tables[VMS + 2][PROCESSES];
    private final Tables[] upper = new Tables[VMS + 2];
    private final Tables[] stage2 = new Tables[VMS];

    TlbWorlds(boolean caching) {
        for (int i = 0; i < pes.length; i++) {
            pes[i] = new Cpu(i, memory, new HostedTexts(), Profiles.flat(1, 1));
            pes[i].sys[SysReg.MAIR_EL1.ordinal()] = Rig.MAIR;
            pes[i].sys[SysReg.MAIR_EL2.ordinal()] = Rig.MAIR;
            pes[i].mmu.caching(caching);
        }
        for (Cpu pe : pes) {
            pe.peers = pes;
        }
        for (int i = 0; i < 0x8_0000; i += 4) {
            memory.writeRam(DATA + i, 2, i * 0x9e37_79b9);
        }
        long free = TABLES;
        for (int w = 0; w < VMS + 2; w++) {
            for (int p = 0; p < PROCESSES; p++) {
                lower[w][p] = Tables.stage1(memory, free, Granule.KB4, TSZ).inputBits(64 - TSZ);
                free = fill(lower[w][p], LOW, w * 7 + p);
            }
            upper[w] = Tables.stage1(memory, free, Granule.KB4, TSZ).inputBits(64 - TSZ);
            free = fill(upper[w], HIGH, w * 5);
        }
        for (int vm = 0; vm < VMS; vm++) {
            stage2[vm] = new Tables(memory, free, Granule.KB4, 1, 1).inputBits(39);
            for (long pa = RAM; pa < RAM + 0x20_0000; pa += 0x1000) {
                stage2[vm].set(pa, 3, pa | 3 | AF | Rig.S2_RW | Rig.S2_NORMAL);
            }
            free = stage2[vm].end();
        }
    }

    private static long fill(Tables tables, long base, int skew) {
        for (int i = 0; i < PAGES; i++) {
            tables.set(base + i * 0x1000L, 3, leaf(i + skew, 0x443 | Rig.NG));
        }
        tables.set(base + 0x20_0000, 2, RAM | 0x401);
        return tables.end();
    }

    /// A page descriptor for data page `n` with the given attributes.
    static long leaf(int n, long attributes) {
        return DATA + (n % 64) * 0x1000L | attributes;
    }

    static List<World> worlds() {
        var worlds = new java.util.ArrayList<World>();
        for (int vm = -2; vm < VMS; vm++) {
            for (int process = 0; process < (vm == -1 ? 1 : PROCESSES); process++) {
                worlds.add(new World(vm, process));
            }
        }
        return worlds;
    }

    /// Loads the registers of a world and goes to one of its ELs, the lower one if `user`.
    void enter(int pe, World w, boolean user) {
        Cpu cpu = pes[pe];
        boolean vhe = w.vm == -2;
        int row = w.vm < 0 ? VMS - 1 - w.vm : w.vm;
        long asid = w.process + 1L;
        boolean el1 = w.vm >= 0;
        set(cpu, el1 ? SysReg.TTBR0_EL1 : SysReg.TTBR0_EL2, lower[row][w.process].root() | asid << 48);
        set(cpu, el1 ? SysReg.TTBR1_EL1 : SysReg.TTBR1_EL2, upper[row].root());
        set(cpu, el1 ? SysReg.TCR_EL1 : SysReg.TCR_EL2, w.vm == -1 ? TSZ | 5L << 16 : TCR);
        set(cpu, el1 ? SysReg.SCTLR_EL1 : SysReg.SCTLR_EL2, 1);
        if (el1) {
            set(cpu, SysReg.VTTBR_EL2, stage2[w.vm].root() | (w.vm + 1L) << 48);
            set(cpu, SysReg.VTCR_EL2, 5L << 16 | 1 << 6 | TSZ);
        }
        set(cpu, SysReg.HCR_EL2, el1 ? Hcr.VM : vhe ? Hcr.E2H | Hcr.TGE : 0);
        cpu.el = user && w.vm != -1 ? 0 : el1 ? 1 : 2;
        cpu.regimeChanged();
    }

    void set(Cpu cpu, SysReg register, long value) {
        cpu.sys[register.ordinal()] = value;
        cpu.mmu.contextChanged();
    }

    /// Changes the descriptor of an address in a world's tables, and invalidates it as software in that
    /// world must: by one of the operations that cover it, chosen by `how`.
    void edit(int pe, World w, long va, int level, long descriptor, int how) {
        int row = w.vm < 0 ? VMS - 1 - w.vm : w.vm;
        Tables tables = va < 0 ? upper[row] : lower[row][w.process];
        tables.set(va, level, descriptor);
        enter(pe, w, false);
        long address = va << 8 >>> 20;
        long asid = (w.process + 1L) << 48;
        SysOp[] ops = w.vm == -1
                ? new SysOp[] {SysOp.TLBI_VAE2IS, SysOp.TLBI_VALE2IS, SysOp.TLBI_ALLE2IS}
                : va < 0 || level < 3
                        ? new SysOp[] {SysOp.TLBI_VAAE1IS, SysOp.TLBI_VAAE1IS, SysOp.TLBI_VMALLE1IS}
                        : new SysOp[] {SysOp.TLBI_VAE1IS, SysOp.TLBI_VALE1IS, SysOp.TLBI_ASIDE1IS};
        pes[pe].mmu.tlbi(ops[how], asid | address);
    }

    /// Changes what a VM's stage 2 has for an IPA, and invalidates as a hypervisor does.
    void editStage2(int pe, int vm, long ipa, long descriptor) {
        stage2[vm].set(ipa, 3, descriptor);
        enter(pe, new World(vm, 0), false);
        pes[pe].el = 2;
        pes[pe].regimeChanged();
        pes[pe].mmu.tlbi(SysOp.TLBI_IPAS2E1IS, ipa >>> 12);
        pes[pe].mmu.tlbi(SysOp.TLBI_VMALLE1IS, 0);
        enter(pe, new World(vm, 0), false); // EL2's own tables may be those of another regime just now
    }

    /// One access, 0 to 9: load, store, unprivileged load and store, fetch, DC ZVA, load and store of a pair, DC IVAC
    /// and CIVAC; what came of it.
    String access(int pe, int kind, long va, int log2, long value) {
        Mmu mmu = pes[pe].mmu;
        try {
            switch (kind) {
                case 0 -> {
                    return Long.toHexString(mmu.load(va, log2));
                }
                case 1 -> mmu.store(va, log2, value);
                case 2 -> {
                    return Long.toHexString(mmu.loadUnprivileged(va, log2));
                }
                case 3 -> mmu.storeUnprivileged(va, log2, value);
                case 4 -> {
                    return Long.toHexString(mmu.translateFetch(va));
                }
                case 5 -> mmu.cache(SysOp.DC_ZVA, va);
                case 6 -> {
                    mmu.loadPair(va, 2 + (log2 & 1), 2, 3);
                    return "%x %x".formatted(pes[pe].x[2], pes[pe].x[3]);
                }
                case 8 -> mmu.cache(SysOp.DC_IVAC, va);
                case 9 -> mmu.cache(SysOp.DC_CIVAC, va);
                default -> mmu.storePair(va, 2 + (log2 & 1), value, ~value);
            }
            return "done";
        } catch (SynchronousException e) {
            return "EC=%x ISS=%x FAR=%x IPA=%x to %d".formatted(e.ec, e.iss, e.far, e.ipaValid ? e.ipa : 0, e.target);
        }
    }
}
