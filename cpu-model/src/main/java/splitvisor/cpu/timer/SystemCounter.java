package splitvisor.cpu.timer;

import splitvisor.cpu.cost.CostProfile;

/// The system counter: simulated time in ticks of the generic counter (CNTFRQ_EL0 of them a second).
/// The conversion is exact in integers, so nothing drifts: the count at time `t` is the largest `n` for
/// which `n` ticks have passed, and [#timeOf] is its inverse.
public final class SystemCounter {

    private static final long MAX_HZ = 1L << 34;

    private final long counterHz;
    private final long coreCentiHz;

    public SystemCounter(CostProfile profile) {
        if (profile.coreHz() > MAX_HZ || profile.counterHz() > MAX_HZ) {
            throw new IllegalArgumentException(
                    "a clock of profile '%s' is above %d Hz".formatted(profile.name(), MAX_HZ));
        }
        counterHz = profile.counterHz();
        coreCentiHz = profile.coreHz() * 100;
    }

    /// The count at the given time, in hundredths of a cycle since reset.
    public long count(long centicycles) {
        return scale(centicycles, counterHz, coreCentiHz);
    }

    /// The first moment, in hundredths of a cycle, at which the count is at least `count` (unsigned);
    /// Long.MAX_VALUE when that is beyond the end of time.
    public long timeOf(long count) {
        if (count < 0) {
            return Long.MAX_VALUE;
        }
        long floor = scale(count, coreCentiHz, counterHz);
        return floor == Long.MAX_VALUE || count(floor) >= count ? floor : floor + 1;
    }

    /// ⌊`a` × `multiplier` ÷ `divisor`⌋ without overflow on the way, Long.MAX_VALUE if it is larger than
    /// that. The remainder is multiplied in two steps of school division, 16 bits at a time.
    private static long scale(long a, long multiplier, long divisor) {
        long whole = a / divisor;
        if (Math.multiplyHigh(whole, multiplier) != 0 || whole * multiplier < 0) {
            return Long.MAX_VALUE;
        }
        long rest = a % divisor;
        long high = rest * (multiplier >>> 16);
        long low = (high % divisor << 16) + rest * (multiplier & 0xffff);
        long sum = whole * multiplier + (high / divisor << 16) + low / divisor;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
