package splitvisor.cpu.engine;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.SynchronousException;
import splitvisor.cpu.isa.A64;
import splitvisor.cpu.isa.Chapter;

/// Runs machine code, one instruction after the other, from the cache of decoded code.
///
/// The loop itself is [Dispatch#execute], generated from the instruction table. It holds the address
/// and the page being executed in locals and comes back here for everything rare: exceptions,
/// attention, instructions that may change how the next one is fetched. What it relies on:
///
/// * Interrupts and stop requests are looked at before every instruction, and only there
///   ([Cpu#attention]); that is the definition for all engines.
/// * A fetch is translated when execution enters a page, after an exception or exception return, and
///   after a system instruction that may change the translation; nowhere else. So neither the budget
///   nor the observer has an influence on what the TLB sees.
public final class Interpreter {

    private final Cpu cpu;
    private final DecodedCode code;

    /// The page being executed and its virtual address; null when the next fetch must be translated.
    DecodedCode.Page page;

    long pageVa;
    private boolean atHostedText;
    private boolean stopsAtRefused = true;

    /// Software step or breakpoints are armed: every instruction gets a look of its own.
    private boolean oneByOne;

    public Interpreter(Cpu cpu) {
        this.cpu = cpu;
        this.code = DecodedCode.of(cpu.memory);
    }

    /// Executes machine code from PC until hosted text is reached, the PE waits ([Cpu#waiting]) or was
    /// asked to stop ([Cpu#stopRequested]), or `budget` instructions were started; returns how many were. How a
    /// run is cut into budgets has no influence on what the machine does.
    public long run(long budget) {
        long start = cpu.instructions;
        long limit = start + Math.min(budget, Long.MAX_VALUE - start);
        atHostedText = false;
        while (cpu.instructions < limit && !atHostedText) {
            try {
                if (cpu.attention && leaves()) {
                    break;
                }
                if (cpu.observer != null && cpu.observer.wantsInstructions()) {
                    step();
                } else {
                    Dispatch.execute(cpu, this, oneByOne ? cpu.instructions + 1 : limit);
                }
                cpu.attention |= oneByOne;
            } catch (SynchronousException e) {
                contextChanged();
                cpu.exceptions.takeSynchronous(e);
            }
        }
        return cpu.instructions - start;
    }

    /// Whether [#run] returned because PC is in hosted text (see [splitvisor.cpu.hosted.HostedTexts]).
    public boolean atHostedText() {
        return atHostedText;
    }

    /// Whether a row that the table refuses ends the run with a [NotModelledException] (the default) or is
    /// UNDEFINED, as on a PE without the feature.
    public void stopAtRefused(boolean stop) {
        stopsAtRefused = stop;
    }

    /// The next instruction may be fetched through another translation than this one: forget where PC
    /// is. Called for every change of EL and regime, and when another PE invalidates TLB entries.
    public void contextChanged() {
        page = null;
    }

    /// Looks at what asked for attention; true when [#run] shall return.
    private boolean leaves() {
        cpu.attention = false;
        if (cpu.stopRequested) {
            cpu.stopRequested = false;
            cpu.attention = true; // the next run looks at the rest
            return true;
        }
        if (cpu.waiting) {
            cpu.attention = true;
            return true;
        }
        oneByOne = cpu.exceptions.look();
        if (cpu.attention) {
            contextChanged(); // an interrupt was taken
        }
        return false;
    }

    /// One instruction, reported to the observer first.
    private void step() {
        DecodedCode.Page here = page != null && inPage(cpu.pc) ? page : enter(cpu.pc);
        if (here == null) {
            return;
        }
        int i = (int) (cpu.pc - pageVa) >>> 2;
        if (here.rows[i] == DecodedCode.UNDECODED) {
            code.decode(here, i);
        }
        cpu.observer.instruction(cpu, cpu.pc, here.words[i]);
        Dispatch.execute(cpu, this, cpu.instructions + 1);
    }

    private boolean inPage(long pc) {
        return ((pc ^ pageVa) & ~0xffcL) == 0;
    }

    /// The decoded page to fetch from at `pc`, or null when that is hosted text. Raises what a fetch
    /// can raise, in the order of Arm ARM D1.3.5: PC alignment, instruction abort, illegal execution
    /// state. Such a fetch counts as an instruction started.
    DecodedCode.Page enter(long pc) {
        cpu.pc = pc;
        page = null;
        cpu.instructions++;
        if ((pc & 3) != 0) {
            throw cpu.exception(Ec.PC_ALIGN, 0).at(pc);
        }
        long pa = cpu.mmu.translateFetch(pc);
        if (cpu.il) {
            throw cpu.exception(Ec.ILL, 0);
        }
        if (cpu.hosted.isText(pa)) {
            cpu.instructions--;
            atHostedText = true;
            return null;
        }
        if (!cpu.memory.isRam(pa, 4)) {
            throw cpu.exception(Ec.IABT_LOW, 0x10).at(pc); // synchronous external abort
        }
        cpu.instructions--;
        page = code.page(pa);
        pageVa = pc & -1L << DecodedCode.PAGE_BITS;
        return page;
    }

    /// Called by the loop for a row that has no semantic method. A word that no row matches is UNDEFINED,
    /// as is a row of a feature that the ID registers do not announce, unless the machine was asked to
    /// stop for it.
    void notModelled(int ordinal, int insn) {
        A64 row = A64.values()[Math.max(ordinal, 0)];
        if (row == A64.UNALLOCATED || row.chapter() == Chapter.REFUSED && !stopsAtRefused) {
            throw cpu.undefined();
        }
        throw new NotModelledException(cpu, insn, row);
    }

    /// Called by the loop for a word not decoded yet.
    void decode(DecodedCode.Page at, int i) {
        code.decode(at, i);
    }
}
