package splitvisor.cpu.oracle;

import java.util.HashMap;
import java.util.Map;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.Profiles;
import splitvisor.cpu.hosted.HostedTexts;
import splitvisor.cpu.memory.PhysicalMemory;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.cpu.observe.Observer;
import splitvisor.cpu.sysreg.Cptr;
import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.Sctlr;
import splitvisor.cpu.sysreg.SysReg;

/// A PE in the contexts of `exceptions`: runs a few instructions there and keeps the first exception.
final class ExceptionContext {

    static final int SVC = 0xd4000001;
    static final int NOP = 0xd503201f;

    private static final long RAM = 0x4000_0000L;
    private static final long BUFFER = RAM + 0xf000;
    private static final long BEYOND = 0xf0_0000_0000_0000L;
    private static final int TARGET = 0x40;
    private static final long OPEN =
            Sctlr.UCI | Sctlr.UCT | Sctlr.DZE | Sctlr.NTWI | Sctlr.NTWE | Sctlr.UMA | Sctlr.SPAN;

    /// PSTATE.{EL,SP} and HCR_EL2 per context.
    private record Place(int el, boolean spSel, long hcr) {}

    private static final Map<String, Place> PLACES =
            Map.ofEntries(
                    Map.entry("el0", new Place(0, false, 0)),
                    Map.entry("el1h", new Place(1, true, 0)),
                    Map.entry("el1t", new Place(1, false, 0)),
                    Map.entry("el2h", new Place(2, true, 0)),
                    Map.entry("el2t", new Place(2, false, 0)),
                    Map.entry("vg0", new Place(0, false, Hcr.E2H)),
                    Map.entry("vg1h", new Place(1, true, Hcr.E2H)),
                    Map.entry("vh2h", new Place(2, true, Hcr.E2H)),
                    Map.entry("vh2t", new Place(2, false, Hcr.E2H)),
                    Map.entry("vhT2h", new Place(2, true, Hcr.E2H | Hcr.TGE)),
                    Map.entry("vhT0", new Place(0, false, Hcr.E2H | Hcr.TGE)),
                    Map.entry("tge0", new Place(0, false, Hcr.TGE)),
                    Map.entry("tge2h", new Place(2, true, Hcr.TGE)));

    final PhysicalMemory memory = new PhysicalMemory(RAM, 0x10000);
    final Cpu cpu = new Cpu(0, memory, new HostedTexts(), Profiles.flat(1, 1));
    private final Map<String, Long> placed = new HashMap<>();
    private long base;
    private ExceptionRecord taken;

    ExceptionContext() {
        cpu.interpreter.stopAtRefused(false);
    }

    /// Enters a context with everything allowed, DAIF masked, MMU off.
    void enter(String context) {
        Place place = PLACES.get(context);
        if (place == null) {
            throw new AssertionError("unknown context " + context);
        }
        cpu.registers.reset();
        set(SysReg.HCR_EL2, Hcr.RW | place.hcr);
        or(SysReg.SCTLR_EL1, OPEN);
        or(SysReg.SCTLR_EL2, OPEN);
        if (cpu.el == 2) {
            clear(SysReg.SCTLR_EL2, Sctlr.SA | Sctlr.SA0);
        }
        set(SysReg.CPACR_EL1, Cptr.FPEN);
        set(SysReg.CPTR_EL2, (place.hcr & Hcr.E2H) != 0 ? Cptr.FPEN : Cptr.RES1);
        set(SysReg.SP_EL0, BUFFER + 0x800);
        set(SysReg.SP_EL1, BUFFER + 0x800);
        set(SysReg.SP_EL2, BUFFER + 0x800);
        set(SysReg.VBAR_EL1, RAM + 0x8000);
        set(SysReg.VBAR_EL2, RAM + 0x8800);
        cpu.el = place.el;
        cpu.spSel = place.spSel;
        cpu.daif = 0xf;
        cpu.nzcv = 0;
        cpu.pan = false;
        cpu.uao = false;
        cpu.il = false;
        cpu.ss = false;
        cpu.waiting = false;
        cpu.event = false;
        cpu.regimeChanged();
    }

    /// SCTLR of the regime in charge.
    SysReg sctlr() {
        boolean host = cpu.el == 2 || cpu.el == 0 && cpu.e2h && cpu.tge;
        return host ? SysReg.SCTLR_EL2 : SysReg.SCTLR_EL1;
    }

    /// Runs from the first of the given words until an exception was taken. X1 points to the buffer, X2 to a
    /// branch target plus `misaligned`, X3 beyond all memory.
    ExceptionRecord run(int misaligned, int... words) {
        base = placed.computeIfAbsent(java.util.Arrays.toString(words), key -> place(words));
        cpu.x[1] = BUFFER;
        cpu.x[2] = base + TARGET + misaligned;
        cpu.x[3] = BEYOND;
        cpu.pc = base;
        cpu.next = base;
        cpu.attention = true;
        return continueRun();
    }

    /// Runs on from where the PE stands.
    ExceptionRecord continueRun() {
        taken = null;
        cpu.observer =
                new Observer() {
                    @Override
                    public void exceptionTaken(Cpu at, ExceptionRecord record) {
                        taken = taken == null ? record : taken;
                        at.requestStop();
                    }
                };
        cpu.interpreter.run(20);
        cpu.observer = null;
        cpu.stopRequested = false;
        cpu.deadline = Long.MAX_VALUE;
        return taken;
    }

    /// Where words would be placed, for set-ups that name an address in them.
    long base(int... words) {
        return placed.computeIfAbsent(java.util.Arrays.toString(words), key -> place(words));
    }

    /// The outcome in the format of the log.
    String describe(ExceptionRecord record, boolean toTarget) {
        long esr = record.esr();
        int ec = Ec.of(esr);
        long iss = esr & 0x1ff_ffff;
        if (ec == 0x24 || ec == 0x25) {
            iss &= 0x3fff;
        }
        String far = record.farValid() ? " FAR=" + address(record.far()) : "";
        return "EL%d V=%03x EC=%02x IL=%d ISS=%07x ELR=+%x SPSR=%08x%s PS=%x.%d.%d"
                .formatted(
                        record.toEl(),
                        record.vector() & 0x7ff,
                        ec,
                        esr >>> 25 & 1,
                        iss,
                        record.elr() - base - (toTarget ? TARGET : 0),
                        spsr(record),
                        far,
                        cpu.daif,
                        cpu.spSel ? 1 : 0,
                        cpu.pan ? 1 : 0);
    }

    long spsr(ExceptionRecord record) {
        return get(record.toEl() == 2 ? SysReg.SPSR_EL2 : SysReg.SPSR_EL1) & 0xf070_03dfL;
    }

    long elrOffset(ExceptionRecord record) {
        return record.elr() - base;
    }

    private String address(long far) {
        return far >= BUFFER && far < BUFFER + 0x1000 ? "b+%x".formatted(far - BUFFER)
                : far >= base && far < base + 0x100 ? "c+%x".formatted(far - base)
                : "%x".formatted(far);
    }

    /// Each program gets a place of its own, followed at its branch target by SVC.
    private long place(int... words) {
        long pa = RAM + 0x80L * placed.size();
        for (int i = 0; i < 0x80; i += 4) {
            int word = i / 4 < words.length ? words[i / 4] : i >= TARGET ? SVC : NOP;
            memory.writeRam(pa + i, 2, word & 0xffff_ffffL);
        }
        return pa;
    }

    long get(SysReg register) {
        return cpu.sys[register.ordinal()];
    }

    void set(SysReg register, long value) {
        cpu.sys[register.ordinal()] = value;
    }

    void or(SysReg register, long bits) {
        cpu.sys[register.ordinal()] |= bits;
    }

    void clear(SysReg register, long bits) {
        cpu.sys[register.ordinal()] &= ~bits;
    }
}
