package splitvisor.benchmarks.lab;

import java.util.List;

/// One thing that a submission does wrong, as its author is told.
///
/// @param what what was seen, in one sentence
/// @param rule the rule that it breaks, and where that is written: the Arm ARM, or KVM's function
/// @param where the line of the submission at which it was seen, `NvheWorldSwitch.java:61`; empty when it is at none
/// @param state the exception level and HCR_EL2.{E2H, TGE} then; empty when no machine ran
/// @param trace the piece of the trace that shows it, a line each
public record Finding(String what, String rule, String where, String state, List<String> trace) {

    /// A finding that no run of the machine is needed for.
    static Finding of(String what, String rule) {
        return new Finding(what, rule, "", "", List.of());
    }
}
