package splitvisor.cpu.engine;

import java.util.Arrays;
import splitvisor.cpu.isa.Decoder;
import splitvisor.cpu.memory.CodeCache;
import splitvisor.cpu.memory.PhysicalMemory;

/// The machine code of RAM as far as it was executed, decoded, by physical page.
///
/// Shape: per page an array of entries, a row (ordinal of [splitvisor.cpu.isa.A64], as [Decoder] gives
/// it) and a word in one `long`, so that the interpreter's loop is one array read and a `switch`. A
/// word is read from RAM when it is first executed and stays what it was until it is invalidated.
final class DecodedCode implements CodeCache {

    static final int PAGE_BITS = 12;
    static final int WORDS = 1 << PAGE_BITS - 2;

    /// A word is kept xor-ed with its row times this odd number: see [Dispatch#execute].
    static final int KEY = 0x9e37_79b1;

    /// In place of a row: the word was not read yet. It is what a new array holds.
    static final int UNDECODED = 0;

    /// In place of [Decoder#UNALLOCATED], whose value is taken by [#UNDECODED].
    static final int UNALLOCATED = -1;

    /// One decoded page.
    static final class Page {
        final long pa;
        final long[] entries = new long[WORDS];

        Page(long pa) {
            this.pa = pa;
        }
    }

    private final PhysicalMemory memory;
    private final Page[] pages;

    private DecodedCode(PhysicalMemory memory) {
        this.memory = memory;
        this.pages = new Page[(int) (memory.ramSize() + (1 << PAGE_BITS) - 1 >>> PAGE_BITS)];
    }

    /// The cache that all interpreters on this memory share.
    static DecodedCode of(PhysicalMemory memory) {
        if (memory.codeCache() instanceof DecodedCode shared) {
            return shared;
        }
        DecodedCode code = new DecodedCode(memory);
        memory.setCodeCache(code);
        return code;
    }

    /// The page that holds `pa`, which is in RAM.
    Page page(long pa) {
        int i = memory.offset(pa) >>> PAGE_BITS;
        Page page = pages[i];
        if (page == null) {
            page = new Page(pa & -1L << PAGE_BITS);
            pages[i] = page;
        }
        return page;
    }

    /// The index of the word at `va` in its page.
    static int index(long va) {
        return (int) va >>> 2 & WORDS - 1;
    }

    /// The row of an entry.
    static int row(long entry) {
        return (int) (entry >> 32);
    }

    /// Fills in word `i` of a page.
    void decode(Page page, int i) {
        int word = (int) memory.readRam(page.pa + 4L * i, 2);
        int decoded = Decoder.decode(word);
        int row = decoded == Decoder.UNALLOCATED ? UNALLOCATED : decoded;
        page.entries[i] = (long) row << 32 | Integer.toUnsignedLong(word ^ row * KEY);
    }

    /// Word `i` of a page, as it is or will be executed.
    int word(Page page, int i) {
        if (row(page.entries[i]) == UNDECODED) {
            decode(page, i);
        }
        long entry = page.entries[i];
        return (int) entry ^ row(entry) * KEY;
    }

    @Override
    public void invalidate(long pa) {
        if (memory.isRam(pa, 1)) {
            Page page = pages[memory.offset(pa) >>> PAGE_BITS];
            if (page != null) {
                int first = (int) (pa >>> 2) & WORDS - 1 & -(LINE / 4);
                Arrays.fill(page.entries, first, first + LINE / 4, 0);
            }
        }
    }

    @Override
    public void invalidateAll() {
        for (Page page : pages) {
            if (page != null) {
                Arrays.fill(page.entries, 0);
            }
        }
    }
}
