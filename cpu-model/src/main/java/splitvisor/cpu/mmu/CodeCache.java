package splitvisor.cpu.mmu;

/// Decoded instructions that an engine keeps by physical page, and that instruction-cache maintenance
/// must drop.
public interface CodeCache {

    /// Drops what was decoded from the page that holds `pa`.
    void invalidate(long pa);

    /// Drops everything.
    void invalidateAll();
}
