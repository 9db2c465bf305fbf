package splitvisor.cpu.engine;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.SynchronousException;
import splitvisor.cpu.isa.A64;
import splitvisor.cpu.isa.Chapter;
import splitvisor.cpu.sysreg.SysReg;

/// Runs machine code, one instruction after the other, from the cache of decoded code.
///
/// The loop itself is [Dispatch#execute], generated from the instruction table. It comes back here for
/// everything rare: exceptions, attention, exception returns.
/// What it relies on:
///
/// * Interrupts and stop requests are looked at before every instruction, and only there
///   ([Cpu#attention]); that is the definition for all engines.
/// * A fetch is translated when execution enters a page, after an exception or exception return, and after the
///   translation or the TLB was changed ([#contextChanged]); nowhere else. So neither the budget nor the observer has
///   an influence on what the TLB sees.
public final class Interpreter {

    private final Cpu cpu;
    private final DecodedCode code;

    /// The count of instructions at which the loop ends.
    long limit;

    /// Virtual address and entries of the page being executed, see [#fetches].
    long pageVa;
    long[] entries;

    /// The page being executed, or null when the next fetch must be translated.
    private DecodedCode.Page page;
    private boolean atHostedText;
    private boolean stopsAtRefused = true;
    private boolean needsVectors = true;

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
        long end = start + Math.min(budget, Long.MAX_VALUE - start);
        atHostedText = false;
        while (cpu.instructions < end && !atHostedText) {
            try {
                if (cpu.attention) {
                    if (leaves()) {
                        break;
                    }
                    continue; // an interrupt that was taken may make way for another
                }
                boolean watched = cpu.observer != null && cpu.observer.wantsInstructions();
                limit = watched || oneByOne ? cpu.instructions + 1 : end;
                if (watched) {
                    announce();
                }
                Dispatch.execute(cpu, this);
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
    /// UNDEFINED, as on a PE without the feature. Software without vectors (VBAR_ELx is still 0) cannot
    /// want that: it is stopped anyway.
    public void stopAtRefused(boolean stop) {
        stopsAtRefused = stop;
    }

    /// Never stops at an instruction that the machine refuses, even when the software has no vectors for its
    /// UNDEFINED: one guest of several must not end the machine.
    public void neverStopAtRefused() {
        stopsAtRefused = false;
        needsVectors = false;
    }

    /// The next instruction may be fetched through another translation than this one: forget where PC is, also in
    /// the loop, which goes on behind PC. Called for every change of what translation depends on, and for
    /// every invalidation of TLB entries.
    public void contextChanged() {
        page = null;
        pageVa = ~(cpu.pc + 4);
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
        return false;
    }

    /// Reports the instruction at PC, if there is one to fetch.
    private void announce() {
        if (fetches(cpu.pc)) {
            cpu.observer.instruction(cpu, cpu.pc, code.word(page, DecodedCode.index(cpu.pc)));
        }
    }

    /// Whether there is machine code at `pc`, not hosted text; then [#pageVa] and [#entries] are set.
    boolean fetches(long pc) {
        return page != null && ((pc ^ pageVa) & ~0xffcL) == 0 || enter(pc);
    }

    /// Translates a fetch. Raises what it can raise, in the order of Arm ARM D1.3.5: PC alignment, instruction
    /// abort, illegal execution state. Such a fetch counts as an instruction started.
    private boolean enter(long pc) {
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
        cpu.instructions--;
        atHostedText = cpu.hosted.isText(pa);
        if (!atHostedText) {
            page = code.page(pa);
            entries = page.entries;
            pageVa = pc & -1L << DecodedCode.PAGE_BITS;
        }
        return !atHostedText;
    }

    /// Called by the loop for a row that has no semantic method. A word that no row matches is UNDEFINED,
    /// as is a row of a feature that the ID registers do not announce, unless the machine was asked to
    /// stop for it.
    void notModelled(int ordinal, int insn) {
        A64 row = A64.values()[Math.max(ordinal, 0)];
        boolean refused = row.chapter() == Chapter.REFUSED && !stopsAtRefused && hasVectors();
        if (row == A64.UNALLOCATED || refused) {
            throw cpu.undefined();
        }
        throw new NotModelledException(cpu, insn, row);
    }

    private boolean hasVectors() {
        if (!needsVectors) {
            return true;
        }
        SysReg vbar = cpu.exceptions.defaultTarget() == 2 ? SysReg.VBAR_EL2 : SysReg.VBAR_EL1;
        return cpu.sys[vbar.ordinal()] != 0;
    }

    /// Called by the loop for a word not decoded yet, the one at [Cpu#pc], which has been counted.
    void decode() {
        code.decode(page, DecodedCode.index(cpu.pc));
        cpu.instructions--;
    }
}
