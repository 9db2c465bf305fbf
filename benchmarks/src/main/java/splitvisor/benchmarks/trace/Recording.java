package splitvisor.benchmarks.trace;

import java.util.ArrayList;
import java.util.List;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.cost.World;
import splitvisor.cpu.hosted.CodePath;

/// What a [Recorder] has seen: steps in the order of time, and how the registers stood before.
public final class Recording {

    /// A stretch in which one PE stays in one function at one exception level; with `path` null, in software that
    /// does not say what it is.
    record Function(int pe, int el, World world, CodePath path, long start, long end) {}

    /// The title of what a machine without a host of ours did.
    public static final String BARE = "bare";

    private final String title;
    private final CostProfile profile;
    private final List<Step> steps;
    private final List<Function> functions;
    private final List<long[]> initial;

    Recording(String title, CostProfile profile, List<Step> steps, List<Function> functions, List<long[]> initial) {
        this.title = title;
        this.profile = profile;
        this.steps = List.copyOf(steps);
        this.functions = List.copyOf(functions);
        this.initial = new ArrayList<>(initial);
    }

    /// What was recorded: the host's name, or [#BARE].
    String title() {
        return title;
    }

    /// Who runs; on a bare machine nobody knows more than the exception level.
    String who(World world) {
        return title.equals(BARE) ? world.level() : world.label();
    }

    /// The function's symbol, or who runs.
    String label(Function function) {
        return function.path() != null ? function.path().symbol() : who(function.world());
    }

    CostProfile profile() {
        return profile;
    }

    List<Step> steps() {
        return steps;
    }

    List<Function> functions() {
        return functions;
    }

    /// The time at which it begins, in hundredths of a cycle.
    long start() {
        return functions.stream().mapToLong(Function::start).min().orElse(0);
    }

    /// The time at which it ends.
    long end() {
        return functions.stream().mapToLong(Function::end).max().orElse(0);
    }

    /// A copy of a PE's registers before its first step, or null when it has none.
    long[] initial(int pe) {
        long[] values = initial.get(pe);
        return values == null ? null : values.clone();
    }
}
