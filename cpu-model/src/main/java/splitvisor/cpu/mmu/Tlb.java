package splitvisor.cpu.mmu;

import java.util.Arrays;

/// The TLB of one PE: direct-mapped arrays of 4 KiB pieces, for loads, for stores, for fetches, and for the others.
///
/// Shape: structure of arrays. An entry's tag is the virtual page address with the context's key
/// ([Context#key]) in bits [11:3], so that a hit is one index, one load and one compare. A load or
/// store entry exists only for RAM that the context may access with any alignment that its key's
/// compare lets through. What it leads to is the distance from the low half of the virtual address to
/// the index in the RAM array. Everything else takes the slow path, and its entries lead to a
/// physical page: Device memory, RAM that must be asked about, and maintenance, each kind of access
/// under a number of its own in bits [2:0] of the tag.
final class Tlb {

    static final int ENTRIES = 1024;
    static final int INDEX = ENTRIES - 1;

    /// log2 of the bytes that one entry maps.
    static final int PIECE_SHIFT = 12;

    /// No page.
    static final long NONE = -1;

    /// Equals no tag that an access compares: no context has the highest numbers.
    private static final long EMPTY = -1;

    /// Bits of a virtual address that a TLBI by address compares, VA[55:12] less what a tag or a sign extends.
    private static final long COMPARED = 0xff_ffff_ffff_f000L;

    final long[] readTags = new long[ENTRIES];
    final int[] readDistances = new int[ENTRIES];
    final long[] writeTags = new long[ENTRIES];
    final int[] writeDistances = new int[ENTRIES];
    final long[] fetchTags = new long[ENTRIES];
    final long[] fetchPages = new long[ENTRIES];
    private final long[] otherTags = new long[ENTRIES];
    private final long[] otherPages = new long[ENTRIES];

    private final byte[] readSpans = new byte[ENTRIES];
    private final byte[] writeSpans = new byte[ENTRIES];
    private final byte[] fetchSpans = new byte[ENTRIES];
    private final byte[] otherSpans = new byte[ENTRIES];

    Tlb() {
        invalidateAll();
    }

    /// Where an address may have its entry under the given key.
    static int index(long va, long key) {
        return ((int) (va >>> PIECE_SHIFT) ^ (int) key) & INDEX;
    }

    static long tag(long va, long key) {
        return va & -(1L << PIECE_SHIFT) | key;
    }

    void fillRead(long va, long key, int distance, int span) {
        int i = index(va, key);
        readTags[i] = tag(va, key);
        readDistances[i] = distance;
        readSpans[i] = (byte) span;
    }

    void fillWrite(long va, long key, int distance, int span) {
        int i = index(va, key);
        writeTags[i] = tag(va, key);
        writeDistances[i] = distance;
        writeSpans[i] = (byte) span;
    }

    void fillFetch(long va, long key, long page, int span) {
        int i = index(va, key);
        fetchTags[i] = tag(va, key);
        fetchPages[i] = page;
        fetchSpans[i] = (byte) span;
    }

    /// The physical page of the entry for accesses with this key and kind, or [#NONE].
    long other(long va, long keyAndKind) {
        int i = otherIndex(va, keyAndKind);
        return otherTags[i] == tag(va, keyAndKind) ? otherPages[i] : NONE;
    }

    /// Kinds lie far apart: a driver loads from one page and stores to the next.
    private static int otherIndex(long va, long keyAndKind) {
        return index(va, keyAndKind & -8) ^ (int) (keyAndKind & 7) << 7;
    }

    void fillOther(long va, long keyAndKind, long page, int span) {
        int i = otherIndex(va, keyAndKind);
        otherTags[i] = tag(va, keyAndKind);
        otherPages[i] = page;
        otherSpans[i] = (byte) span;
    }

    void invalidateAll() {
        Arrays.fill(readTags, EMPTY);
        Arrays.fill(writeTags, EMPTY);
        Arrays.fill(fetchTags, EMPTY);
        Arrays.fill(otherTags, EMPTY);
    }

    /// Drops the entries of the contexts whose number is set in `chosen`.
    void invalidate(boolean[] chosen) {
        invalidate(readTags, chosen);
        invalidate(writeTags, chosen);
        invalidate(fetchTags, chosen);
        invalidate(otherTags, chosen);
    }

    /// Drops the entries of the chosen contexts whose translation covers `va`.
    void invalidate(boolean[] chosen, long va) {
        invalidate(readTags, readSpans, chosen, va);
        invalidate(writeTags, writeSpans, chosen, va);
        invalidate(fetchTags, fetchSpans, chosen, va);
        invalidate(otherTags, otherSpans, chosen, va);
    }

    private static void invalidate(long[] tags, boolean[] chosen) {
        for (int i = 0; i < ENTRIES; i++) {
            if (tags[i] != EMPTY && chosen[context(tags[i])]) {
                tags[i] = EMPTY;
            }
        }
    }

    private static void invalidate(long[] tags, byte[] spans, boolean[] chosen, long va) {
        for (int i = 0; i < ENTRIES; i++) {
            long tag = tags[i];
            boolean near = ((tag ^ va) & COMPARED) >>> spans[i] == 0;
            if (near && tag != EMPTY && chosen[context(tag)]) {
                tags[i] = EMPTY;
            }
        }
    }

    private static int context(long tag) {
        return (int) tag >>> 5 & 0x7f;
    }
}
