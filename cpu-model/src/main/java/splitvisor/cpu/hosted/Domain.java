package splitvisor.cpu.hosted;

/// The options of DSB and DMB that hosted software uses: shareability domain and access types.
public enum Domain {
    SY("sy"),
    ST("st"),
    ISH("ish"),
    ISHST("ishst"),
    NSH("nsh"),
    NSHST("nshst");

    private final String label;

    Domain(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
