package splitvisor.cpu.mmu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.Profiles;
import splitvisor.cpu.SynchronousException;
import splitvisor.cpu.hosted.HostedTexts;
import splitvisor.cpu.memory.PhysicalMemory;
import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.SysOp;
import splitvisor.cpu.sysreg.SysReg;

/// No sequence of guest operations reaches memory outside the VM's stage 2. Guests own their stage 1
/// registers and fill their memory, tables included, with whatever they like, while the hypervisor
/// takes pages away, write-protects them and gives them to others.
///
/// How a leak shows: while a VM runs, every byte that is not its own is 0xee (stage 2 tables have it
/// in the top byte of each entry), and guests never store that byte. So no load may ever return it,
/// and nothing but the VM's own writable pages may have changed when the VM is left.
class IsolationTest {

    private static final int ACCESSES = 1_000_000;
    private static final int PHASE = 2_500;
    private static final int VMS = 3;
    private static final int PAGES = 0x100;
    private static final int HYPERVISOR = -1;

    /// Each VM has that many intermediate physical pages from RAM's start on, mapped or not.
    private static final int IPA_PAGES = 56;
    private static final long RAM = Rig.RAM;
    private static final byte FOREIGN = (byte) 0xee;
    private static final long MARK = 0xeeL << 56;
    private static final int TABLE_PAGES = 3;

    private final SplittableRandom random = new SplittableRandom(7);
    private final PhysicalMemory memory = new PhysicalMemory(RAM, PAGES * 0x1000L);
    private final Cpu[] pes = new Cpu[2];
    private final int[] owner = new int[PAGES];
    private final boolean[] writable = new boolean[PAGES];
    private final int[][] physical = new int[VMS][IPA_PAGES];
    private final byte[][] saved = new byte[PAGES][];
    private final byte[] snapshot = new byte[PAGES * 0x1000];
    private int running;
    private int successes;
    private int fetches;

    @Test
    void noGuestReachesMemoryOutsideItsStage2() {
        start();
        for (int done = 0; done < ACCESSES; ) {
            enter((running + 1 + random.nextInt(VMS - 1)) % VMS);
            for (int i = 0; i < PHASE; i++, done++) {
                int dice = random.nextInt(200);
                if (dice == 0) {
                    edit(random.nextInt(2));
                } else if (dice < 6) {
                    guestRegisters(pes[random.nextInt(2)]);
                } else if (dice < 8) {
                    guestTlbi(pes[random.nextInt(2)]);
                }
                access(pes[random.nextInt(2)]);
            }
            leave();
        }
        assertTrue(successes > ACCESSES / 10, successes + " accesses succeeded");
        assertTrue(fetches > ACCESSES / 100, fetches + " fetches succeeded");
    }

    // ---- The hypervisor

    private void start() {
        for (int i = 0; i < 2; i++) {
            pes[i] = new Cpu(i, memory, new HostedTexts(), Profiles.flat(1, 1));
        }
        for (Cpu pe : pes) {
            pe.peers = pes;
        }
        Arrays.fill(owner, HYPERVISOR);
        Arrays.fill(memory.ram(), FOREIGN);
        for (int vm = 0; vm < VMS; vm++) {
            Arrays.fill(physical[vm], -1);
            long level1 = tables(vm);
            for (int i = 0; i < TABLE_PAGES * 512; i++) {
                memory.writeRam(level1 + 8L * i, 3, MARK);
            }
            memory.writeRam(level1 + 8, 3, MARK | level1 + 0x1000 | 3);
            memory.writeRam(level1 + 0x1000, 3, MARK | level1 + 0x2000 | 3);
            for (int i = 0; i < IPA_PAGES - 8; i++) {
                map(vm, i, free());
            }
        }
        for (int page = 0; page < PAGES; page++) {
            if (owner[page] != HYPERVISOR) {
                saved[page] = new byte[0x1000];
            }
        }
        running = VMS - 1;
    }

    private static long tables(int vm) {
        return RAM + (long) vm * TABLE_PAGES * 0x1000;
    }

    private int free() {
        while (true) {
            int page = random.nextInt(VMS * TABLE_PAGES, PAGES);
            if (owner[page] == HYPERVISOR) {
                return page;
            }
        }
    }

    private void map(int vm, int ipaPage, int page) {
        owner[page] = vm;
        writable[page] = true;
        physical[vm][ipaPage] = page;
        descriptor(vm, ipaPage, RAM + page * 0x1000L | 3 | Rig.AF | Rig.S2_RW | Rig.S2_NORMAL);
    }

    private void descriptor(int vm, int ipaPage, long value) {
        memory.writeRam(tables(vm) + 0x2000 + 8L * ipaPage, 3, MARK | value);
    }

    /// Takes a page away, protects it, or gives a new one: with the invalidation that it takes.
    private void edit(int pe) {
        int ipaPage = random.nextInt(IPA_PAGES);
        int page = physical[running][ipaPage];
        int what = random.nextInt(3);
        if (page < 0) {
            page = free();
            map(running, ipaPage, page);
            Arrays.fill(memory.ram(), page * 0x1000, page * 0x1000 + 0x1000, (byte) 0);
            return; // an invalid entry is never cached
        }
        if (what == 0 || !writable[page]) {
            descriptor(running, ipaPage, 0);
            physical[running][ipaPage] = -1;
            invalidate(pes[pe], ipaPage);
            owner[page] = HYPERVISOR;
            saved[page] = null;
            Arrays.fill(memory.ram(), page * 0x1000, page * 0x1000 + 0x1000, FOREIGN);
        } else if (what == 1) {
            descriptor(running, ipaPage, RAM + page * 0x1000L | 3 | Rig.AF | 1 << 6 | Rig.S2_NORMAL);
            invalidate(pes[pe], ipaPage);
            writable[page] = false;
        }
        System.arraycopy(memory.ram(), page * 0x1000, snapshot, page * 0x1000, 0x1000);
    }

    /// Break and maintenance at EL2 for one IPA of the running VM, for all PEs.
    private void invalidate(Cpu cpu, int ipaPage) {
        int el = cpu.el;
        cpu.el = 2;
        cpu.regimeChanged();
        if (random.nextInt(4) == 0) {
            cpu.mmu.tlbi(SysOp.TLBI_VMALLS12E1IS, 0);
        } else {
            cpu.mmu.tlbi(SysOp.TLBI_IPAS2E1IS, (RAM >>> 12) + ipaPage);
            cpu.mmu.tlbi(SysOp.TLBI_VMALLE1IS, 0);
        }
        cpu.el = el;
        cpu.regimeChanged();
    }

    private void enter(int vm) {
        running = vm;
        for (int page = 0; page < PAGES; page++) {
            if (owner[page] == vm && saved[page] != null) {
                System.arraycopy(saved[page], 0, memory.ram(), page * 0x1000, 0x1000);
            }
        }
        for (Cpu pe : pes) {
            set(pe, SysReg.VTTBR_EL2, tables(vm) | (vm + 1L) << 48);
            set(pe, SysReg.VTCR_EL2, 5L << 16 | 1 << 6 | 25);
            set(pe, SysReg.HCR_EL2, Hcr.VM);
            guestRegisters(pe);
        }
        System.arraycopy(memory.ram(), 0, snapshot, 0, snapshot.length);
    }

    /// Checks that only what the VM may write has changed, and hides its memory.
    private void leave() {
        byte[] ram = memory.ram();
        for (int page = 0; page < PAGES; page++) {
            int at = page * 0x1000;
            if (owner[page] != running || !writable[page]) {
                boolean table = page < VMS * TABLE_PAGES;
                if (!table || page / TABLE_PAGES != running) {
                    assertEquals(-1, Arrays.mismatch(snapshot, at, at + 0x1000, ram, at, at + 0x1000),
                            "page " + page + " of VM " + owner[page] + " changed while VM " + running + " ran");
                }
            }
            if (owner[page] == running) {
                saved[page] = Arrays.copyOfRange(ram, at, at + 0x1000);
                Arrays.fill(ram, at, at + 0x1000, FOREIGN);
            }
        }
        for (int i = 0; i < IPA_PAGES; i++) {
            long d = memory.readRam(tables(running) + 0x2000 + 8L * i, 3);
            int page = physical[running][i];
            assertEquals(page < 0 ? MARK : MARK | RAM + page * 0x1000L, d & (MARK | 0xffff_ffff_f000L));
        }
    }

    // ---- The guest

    /// Few different sets, so that VMs run with equal registers one after the other.
    private void guestRegisters(Cpu pe) {
        SplittableRandom few = new SplittableRandom(random.nextInt(12));
        set(pe, SysReg.SCTLR_EL1, few.nextInt(4) > 0 ? 1 : 0);
        set(pe, SysReg.TCR_EL1, 2L << 30 | 5L << 32 | (16L + few.nextInt(24)) << 16 | 16 + few.nextInt(24)
                | (few.nextInt(6) == 0 ? few.nextLong() & (3L << 14 | 3L << 30) : 0));
        set(pe, SysReg.TTBR0_EL1, guestTable(few));
        set(pe, SysReg.TTBR1_EL1, guestTable(few));
        set(pe, SysReg.MAIR_EL1, 0x44ff);
        pe.pan = few.nextInt(8) == 0;
        set(pe, SysReg.HCR_EL2, Hcr.VM | (few.nextInt(8) == 0 ? Hcr.DC : 0));
        pe.el = few.nextInt(2);
        pe.regimeChanged();
    }

    private static void set(Cpu cpu, SysReg register, long value) {
        cpu.sys[register.ordinal()] = value;
        cpu.mmu.contextChanged();
    }

    private static long guestTable(SplittableRandom few) {
        return RAM + few.nextInt(few.nextInt(10) == 0 ? PAGES : IPA_PAGES) * 0x1000L | (long) few.nextInt(4) << 48;
    }

    private void guestTlbi(Cpu pe) {
        SysOp[] ops = {SysOp.TLBI_VMALLE1, SysOp.TLBI_VAAE1IS, SysOp.TLBI_ASIDE1};
        pe.mmu.tlbi(ops[random.nextInt(ops.length)], random.nextLong());
    }

    /// A descriptor for any physical address there is, or data; never with the byte that marks foreign memory.
    private long guestValue() {
        long page = RAM + random.nextInt(random.nextBoolean() ? IPA_PAGES : PAGES) * 0x1000L;
        long type = random.nextInt(4) == 0 ? 1 : 3;
        long value = page | 0x400 | type | random.nextLong() & 0x3fc;
        return containsForeign(value, 8) ? 0 : value;
    }

    private static boolean containsForeign(long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            if ((byte) (value >>> 8 * i) == FOREIGN) {
                return true;
            }
        }
        return false;
    }

    private long address(Cpu pe) {
        long offset = random.nextInt(0x1000);
        offset = random.nextInt(10) == 0 ? offset : offset & -8;
        long va = random.nextInt(3) > 0 || (pe.sys[SysReg.SCTLR_EL1.ordinal()] & 1) == 0
                ? RAM + random.nextInt(random.nextInt(3) == 0 ? PAGES : IPA_PAGES) * 0x1000L
                : (random.nextLong() >> 25 + random.nextInt(15)) & -0x1000L;
        return va + offset;
    }

    private void access(Cpu pe) {
        long va = address(pe);
        int log2 = random.nextInt(4) == 0 ? random.nextInt(4) : 3;
        try {
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> seen(pe.mmu.load(va, log2), log2, va);
                case 3 -> seen(pe.mmu.loadUnprivileged(va, log2), log2, va);
                case 4, 5 -> pe.mmu.store(va, log2, guestValue());
                case 6 -> pe.mmu.storeUnprivileged(va & -8, 3, guestValue());
                default -> {
                    long pa = pe.mmu.translateFetch(va & -4);
                    assertEquals(running, owner[memory.offset(pa) >>> 12], () -> "fetch from %x".formatted(va));
                    fetches++;
                }
            }
            successes++;
        } catch (SynchronousException e) {
            assertTrue(e.farValid);
        }
    }

    private void seen(long value, int log2, long va) {
        assertFalse(containsForeign(value, 1 << log2), () -> "VM %d read %x at %x".formatted(running, value, va));
    }
}
