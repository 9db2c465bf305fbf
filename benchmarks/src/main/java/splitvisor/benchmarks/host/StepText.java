package splitvisor.benchmarks.host;

import java.util.function.Supplier;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.cost.World;
import splitvisor.cpu.hosted.CodePath;
import splitvisor.cpu.isa.Disassembler;
import splitvisor.cpu.memory.Device;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.cpu.observe.ExceptionRecord.Kind;
import splitvisor.cpu.observe.Observer;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.HypPath;

/// What the machine does as lines of text: who runs and in which function, then each privileged operation with
/// the name it used, the register it reached and the value, each exception and each return. Who extends it
/// decides which of them are kept.
public abstract class StepText implements Observer {


    /// Takes a line, without its line feed; lines of operations are indented under those of who runs. It is made when
    /// it is asked for, which for most lines of a long run is never.
    protected abstract void keep(Cpu cpu, Supplier<String> line);

    /// Whether a line of this PE would be kept: else it is not made.
    protected abstract boolean wants(Cpu cpu);

    @Override
    public boolean wantsInstructions() {
        return true;
    }

    @Override
    public void instruction(Cpu cpu, long pc, int word) {
        if (wants(cpu)) {
            line(cpu, () -> Disassembler.disassemble(word, pc));
        }
    }

    @Override
    public void path(Cpu cpu, CodePath path) {
        if (wants(cpu)) {
            heading(cpu, path instanceof HypPath hyp ? hyp.symbol() + "   [" + hyp.step() + "]" : path.symbol());
        }
    }

    @Override
    public void sysRegRead(Cpu cpu, int encoding, SysReg reached, long value) {
        line(cpu, () -> "mrs  %-28s %s".formatted(reach(encoding, reached), named(reached, value)));
    }

    @Override
    public void sysRegWrite(Cpu cpu, int encoding, SysReg reached, long before, long after) {
        line(cpu, () -> {
            String was = before == after ? "" : "   was " + named(reached, before);
            return "msr  %-28s %s%s".formatted(reach(encoding, reached), named(reached, after), was);
        });
    }

    @Override
    public void operation(Cpu cpu, String assembly) {
        if (cpu.el == 2 || cpu.world() == World.HOST_EL1 || cpu.world() == World.HOST_EL0) {
            line(cpu, () -> assembly);
        }
    }

    @Override
    public void pair(Cpu cpu, boolean load, boolean fp, int rt, int rt2, long va) {
        String bank = fp ? "q" : "x";
        line(cpu, () -> "%s  %s%d, %s%d, [%#x]".formatted(load ? "ldp" : "stp", bank, rt, bank, rt2, va));
    }

    @Override
    public void device(Cpu cpu, boolean write, Device device, long offset, long value) {
        line(cpu, () -> "%s  %-28s %#x".formatted(write ? "str" : "ldr", device.register(offset), value));
    }

    @Override
    public void exceptionTaken(Cpu cpu, ExceptionRecord taken) {
        line(cpu, () -> {
            String what = taken.kind() == Kind.SYNC
                    ? "%s, ESR %#x".formatted(Ec.name(Ec.of(taken.esr())), taken.esr())
                    : taken.kind().label();
            String far = taken.farValid() ? ", FAR %#x".formatted(taken.far()) : "";
            return "--> EL%d to EL%d: %s%s, ELR %#x".formatted(taken.fromEl(), taken.toEl(), what, far, taken.elr());
        });
    }

    @Override
    public void exceptionReturn(Cpu cpu, int fromEl, int toEl, long pc) {
        line(cpu, () -> "<-- EL%d to EL%d, PC %#x".formatted(fromEl, toEl, pc));
        if (toEl < 2 && (cpu.world() == World.GUEST_EL1 || cpu.world() == World.GUEST_EL0)) {
            heading(cpu, "guest");
        }
    }

    /// The line of who runs, in which function.
    protected final void heading(Cpu cpu, String symbol) {
        if (wants(cpu)) {
            String world = cpu.world().label();
            keep(cpu, () -> "%-16s %s".formatted(world, symbol));
        }
    }

    private void line(Cpu cpu, Supplier<String> text) {
        if (wants(cpu)) {
            keep(cpu, () -> "    " + text.get().stripTrailing());
        }
    }

    /// The name used, and behind an arrow the register reached when that is another one.
    private static String reach(int encoding, SysReg reached) {
        String name = SysReg.nameOf(encoding);
        return name.equals(reached.assemblyName()) ? name : name + " -> " + reached.assemblyName();
    }

    /// Values that are read by their bits are shown by name.
    private static String named(SysReg reg, long value) {
        return switch (reg) {
            case HCR_EL2 -> "%#x %s".formatted(value, HcrNames.of(value));
            case ESR_EL1, ESR_EL2 -> "%#x %s".formatted(value, Ec.name(Ec.of(value)));
            default -> "%#x".formatted(value);
        };
    }
}
