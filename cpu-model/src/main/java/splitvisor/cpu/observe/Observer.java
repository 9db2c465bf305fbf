package splitvisor.cpu.observe;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.hosted.CodePath;
import splitvisor.cpu.memory.Device;
import splitvisor.cpu.sysreg.SysReg;

/// What the machine tells of itself while it runs. Software never calls this; only the machine's own
/// operations do. All methods are optional; none may change the machine.
public interface Observer {

    /// An instruction is about to execute. Only called while [#wantsInstructions] is true.
    default void instruction(Cpu cpu, long pc, int word) {}

    /// Whether the engines shall report each instruction (they run slower then).
    default boolean wantsInstructions() {
        return false;
    }

    /// A system register was read: the name used (an MRS encoding), the register reached, the value.
    default void sysRegRead(Cpu cpu, int encoding, SysReg reached, long value) {}

    /// A system register was written.
    default void sysRegWrite(Cpu cpu, int encoding, SysReg reached, long before, long after) {}

    /// Any other operation worth a line, in assembly: `isb`, `dsb nsh`, `tlbi vmalle1`, `hvc #0`,
    /// `msr pan, #1`, `eret` (before it takes effect).
    default void operation(Cpu cpu, String assembly) {}

    /// Hosted software entered a named path.
    default void path(Cpu cpu, CodePath path) {}

    /// A general-purpose or FP register pair moved between the PE and memory by hosted software.
    default void pair(Cpu cpu, boolean load, boolean fp, int rt, int rt2, long va) {}

    /// A register of a device, at `offset` of its frame, was read or is about to be written. The access has been
    /// counted.
    default void device(Cpu cpu, boolean write, Device device, long offset, long value) {}

    /// An exception was taken: PSTATE and PC are already those of the handler, and it is about to be counted.
    default void exceptionTaken(Cpu cpu, ExceptionRecord record) {}

    /// The board's firmware answered an HVC or SMC (its exception class) instead of any software.
    default void firmwareCall(Cpu cpu, int ec, int imm) {}

    /// An exception return completed.
    default void exceptionReturn(Cpu cpu, int fromEl, int toEl, long pc) {}

    /// An observer that tells two others, in this order. Null is nobody: of one and nobody it is the one.
    static Observer both(Observer first, Observer second) {
        return first == null ? second : second == null ? first : new Both(first, second);
    }
}
