package splitvisor.cpu.hosted;

import java.util.HashMap;
import java.util.Map;

/// The pages of RAM that stand for the code of hosted software, by physical address: so that a
/// virtual address means hosted code only in a translation regime that maps it there, and a guest
/// that uses the same address does not get into it.
///
/// A page starts with the vector table (0x800 bytes); the rest stands for the program's other code.
/// Engines stop when a fetch reaches such a page.
public final class HostedTexts {

    /// Size of a text page and of its alignment, in bytes.
    public static final int PAGE = 0x1000;

    /// Offset within the page at which a program's own code starts.
    public static final int ENTRY = 0x800;

    private final Map<Long, HostedVector> vectors = new HashMap<>();

    /// The keys of `vectors`, for the fetch path: they are few, and boxing one costs more than the scan.
    private long[] pages = {};

    /// Declares the page at `pa` to be hosted text with the given vector table.
    public void register(long pa, HostedVector vector) {
        if ((pa & PAGE - 1) != 0) {
            throw new IllegalArgumentException("hosted text at %#x is not page-aligned".formatted(pa));
        }
        vectors.put(pa, vector);
        pages = vectors.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
    }

    /// Whether `pa` lies in hosted text.
    public boolean isText(long pa) {
        for (long page : pages) {
            if (page == (pa & -PAGE)) {
                return true;
            }
        }
        return false;
    }

    /// The vector table of the text page that holds `pa`, or null.
    public HostedVector at(long pa) {
        return vectors.get(pa & -PAGE);
    }
}
