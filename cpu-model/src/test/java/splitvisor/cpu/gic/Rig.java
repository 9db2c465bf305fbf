package splitvisor.cpu.gic;

import java.io.OutputStream;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.Profiles;
import splitvisor.cpu.board.Machine;
import splitvisor.cpu.memory.PhysicalMemory;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.cpu.sysreg.Unit;

/// A machine with two PEs and a GIC of the given version, and short names for what software does with it.
final class Rig {

    static final long GICD = 0x0800_0000L;
    static final long SGI_BASE = 0x080b_0000L;
    static final int REDISTRIBUTOR = 0x2_0000;

    final Machine machine;
    final Cpu cpu;

    Rig(int version) {
        machine =
                new Machine(
                        Profiles.flat(1_000_000_000, 10_000_000),
                        1 << 16,
                        new Machine.Options(2, version, 2, OutputStream.nullOutputStream(), null));
        cpu = machine.cpu();
    }

    long read(long pa, int log2) {
        PhysicalMemory memory = machine.memory;
        return memory.device(pa).read(pa - memory.deviceBase(pa), log2);
    }

    long read(long pa) {
        return read(pa, 2);
    }

    void write(long pa, long value) {
        write(pa, 2, value);
    }

    void write(long pa, int log2, long value) {
        PhysicalMemory memory = machine.memory;
        memory.device(pa).write(pa - memory.deviceBase(pa), log2, value);
    }

    /// MRS and MSR of the physical CPU interface of PE 0.
    long icc(SysReg register) {
        return cpu.units[Unit.GIC.ordinal()].read(register);
    }

    void icc(SysReg register, long value) {
        cpu.units[Unit.GIC.ordinal()].write(register, value);
    }

    /// MRS and MSR of the virtual CPU interface of PE 0, as its guest does.
    long icv(SysReg register) {
        return cpu.units[Unit.GIC.ordinal()].read(register);
    }

    void icv(SysReg register, long value) {
        cpu.units[Unit.GIC.ordinal()].write(register, value);
    }

    /// MRS and MSR of the hypervisor's registers of PE 0.
    long ich(SysReg register) {
        return cpu.units[Unit.GIC.ordinal()].read(register);
    }

    void ich(SysReg register, long value) {
        cpu.units[Unit.GIC.ordinal()].write(register, value);
    }

    /// Both groups on, all priorities let through.
    Rig open() {
        write(GICD, 3);
        icc(SysReg.ICC_PMR_EL1, 0xff);
        icc(SysReg.ICC_IGRPEN0_EL1, 1);
        icc(SysReg.ICC_IGRPEN1_EL1, 1);
        return this;
    }

    /// Enables an SPI in a group and with a priority.
    void configure(int intid, int group, int priority) {
        long bit = 1L << (intid & 31);
        long word = 4L * (intid / 32);
        long groups = read(GICD + 0x80 + word);
        write(GICD + 0x80 + word, group == 1 ? groups | bit : groups & ~bit);
        write(GICD + 0x400 + intid, 0, priority);
        write(GICD + 0x100 + word, bit);
    }

    /// Makes an SPI pending by software.
    void pend(int intid) {
        write(GICD + 0x200 + 4L * (intid / 32), 1L << (intid & 31));
    }

    boolean active(int intid) {
        return (read(GICD + 0x300 + 4L * (intid / 32)) >>> (intid & 31) & 1) != 0;
    }

    boolean pending(int intid) {
        return (read(GICD + 0x200 + 4L * (intid / 32)) >>> (intid & 31) & 1) != 0;
    }

    /// The interrupt inputs of PE 0 that are asserted: of `irq fiq virq vfiq`.
    String lines() {
        return lines(cpu);
    }

    static String lines(Cpu cpu) {
        return ((cpu.irqLine ? "irq " : "")
                        + (cpu.fiqLine ? "fiq " : "")
                        + (cpu.virqLine ? "virq " : "")
                        + (cpu.vfiqLine ? "vfiq " : ""))
                .strip();
    }
}
