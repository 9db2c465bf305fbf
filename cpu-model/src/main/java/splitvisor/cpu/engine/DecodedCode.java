package splitvisor.cpu.engine;

import java.util.Arrays;
import splitvisor.cpu.isa.Decoder;
import splitvisor.cpu.memory.CodeCache;
import splitvisor.cpu.memory.PhysicalMemory;

/// The machine code of RAM as far as it was executed, decoded, by physical page.
///
/// Shape: per page an array of words and a parallel array of rows (ordinals of
/// [splitvisor.cpu.isa.A64], as [Decoder] gives them), so that the interpreter's loop is two array
/// reads and a `switch`. A word is read from RAM when it is first executed and stays what it was until
/// it is invalidated.
final class DecodedCode implements CodeCache {

    static final int PAGE_BITS = 12;
    static final int WORDS = 1 << PAGE_BITS - 2;

    /// In place of a row: the word was not read yet. It is what a new array holds.
    static final int UNDECODED = 0;

    /// In place of [Decoder#UNALLOCATED], whose value is taken by [#UNDECODED].
    static final int UNALLOCATED = -1;

    /// One decoded page.
    static final class Page {
        final long pa;
        final short[] rows = new short[WORDS];
        final int[] words = new int[WORDS];

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

    /// Fills in word `i` of a page.
    void decode(Page page, int i) {
        int word = (int) memory.readRam(page.pa + 4L * i, 2);
        int row = Decoder.decode(word);
        page.words[i] = word;
        page.rows[i] = (short) (row == Decoder.UNALLOCATED ? UNALLOCATED : row);
    }

    @Override
    public void invalidate(long pa) {
        if (memory.isRam(pa, 1)) {
            Page page = pages[memory.offset(pa) >>> PAGE_BITS];
            if (page != null) {
                int first = (int) (pa >>> 2) & WORDS - 1 & -(LINE / 4);
                Arrays.fill(page.rows, first, first + LINE / 4, (short) UNDECODED);
            }
        }
    }

    @Override
    public void invalidateAll() {
        for (Page page : pages) {
            if (page != null) {
                Arrays.fill(page.rows, (short) UNDECODED);
            }
        }
    }
}
