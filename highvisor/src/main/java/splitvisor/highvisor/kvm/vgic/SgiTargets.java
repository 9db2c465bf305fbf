package splitvisor.highvisor.kvm.vgic;

/// Whom a value of ICC_SGI1R_EL1, ICC_ASGI1R_EL1 or ICC_SGI0R_EL1 means (GICv3 specification 12.2.20).
record SgiTargets(long value) {

    private static final long ROUTING_MODE = 1L << 40;
    private static final int MAX_AFF0 = 16; // range selectors are not implemented

    int intid() {
        return (int) (value >>> 24) & 0xf;
    }

    /// Whether the SGI that `from` sends goes to `to`. With the routing mode set, all others are meant.
    boolean include(VgicVcpu from, VgicVcpu to) {
        if ((value & ROUTING_MODE) != 0) {
            return to.index() != from.index();
        }
        int aff0 = (int) to.mpidr() & 0xff;
        return aff0 < MAX_AFF0 && (value >>> aff0 & 1) != 0 && cluster() == (to.mpidr() & 0xff_00ff_ff00L);
    }

    /// The Aff3, Aff2 and Aff1 fields, where MPIDR_EL1 has them.
    private long cluster() {
        return (value >>> 48 & 0xff) << 32 | (value >>> 32 & 0xff) << 16 | (value >>> 16 & 0xff) << 8;
    }
}
