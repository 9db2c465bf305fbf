package splitvisor.benchmarks.trace;

import java.util.List;
import splitvisor.cpu.cost.World;
import splitvisor.cpu.hosted.CodePath;
import splitvisor.cpu.sysreg.SysReg;

/// One thing that the machine did. Times are those of its PE, in hundredths of a cycle.
///
/// @param el the exception level in whose lane it lies: the one entered by an exception, the one left by ERET
/// @param world who runs after it
/// @param path the function it is part of, or null
/// @param text what it is, as in assembly; for MRS and MSR the name that was used
/// @param reached the register that an MRS or MSR reached, else null
/// @param value what was read or written, the syndrome of an exception, the PC of an instruction or after ERET
/// @param heading the class it is added up under
/// @param rule the rule that it shows, or null
/// @param reason the control that sent an exception where it went, or null
/// @param fromEl the exception level before
/// @param toEl the exception level after
/// @param changes what it did to registers, in an order in which they can be done again
record Step(
        Kind kind,
        int pe,
        int el,
        World world,
        long start,
        long duration,
        CodePath path,
        String text,
        SysReg reached,
        long value,
        String heading,
        ArmRule rule,
        String reason,
        int fromEl,
        int toEl,
        List<Change> changes) {

    /// A register that has another value than before. Numbers of registers are [Registers]'s.
    record Change(int register, long before, long after) {}

    long end() {
        return start + duration;
    }
}
