package splitvisor.cpu.cost;

/// Everything the machine counts and charges, besides moves of system registers, which are counted
/// per [CostGroup] and direction (see [Ledger]). Each has one entry in a cost profile.
public enum Event {
    INSTRUCTION("instruction"),
    LOAD("load"),
    STORE("store"),
    LOAD_PAIR_GP("loadPairGp"),
    STORE_PAIR_GP("storePairGp"),
    LOAD_PAIR_FP("loadPairFp"),
    STORE_PAIR_FP("storePairFp"),
    EXCEPTION_TO_EL1("exceptionToEl1"),
    EXCEPTION_TO_EL2("exceptionToEl2"),
    ERET("eret"),
    ISB("isb"),
    DSB("dsb"),
    DMB("dmb"),
    TLBI("tlbi"),
    CACHE_MAINTENANCE("cacheMaintenance"),
    ADDRESS_TRANSLATION("addressTranslation"),
    WALK_STEP("walkStep"),
    DEVICE_READ("deviceRead"),
    DEVICE_WRITE("deviceWrite");

    private final String key;

    Event(String key) {
        this.key = key;
    }

    /// The event's name in a cost profile and in JSON.
    public String key() {
        return key;
    }
}
