package splitvisor.benchmarks.host;

import java.util.StringJoiner;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.cost.World;
import splitvisor.cpu.hosted.CodePath;
import splitvisor.cpu.isa.Disassembler;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.cpu.observe.ExceptionRecord.Kind;
import splitvisor.cpu.observe.Observer;
import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.HypPath;

/// The trace of one iteration as text to be read: who runs and in which function, then each privileged
/// operation with the name it used, the register it reached and the value, each exception and each
/// return.
public final class TextTrace implements Observer {

    private static final int EC_SHIFT = 26;

    private final Window window;
    private final int iteration;
    private final StringBuilder text = new StringBuilder();
    private boolean complete;
    private int pe;

    /// Traces iteration number `iteration`, from 1, of what lies between two points.
    public TextTrace(Point begin, Point end, int iteration) {
        window = new Window(begin, end);
        this.iteration = iteration;
    }

    /// The trace, once the iteration is over.
    public String text() {
        if (!complete) {
            throw new IllegalStateException("iteration %d was not reached".formatted(iteration));
        }
        return text.toString();
    }

    @Override
    public boolean wantsInstructions() {
        return true;
    }

    @Override
    public void instruction(Cpu cpu, long pc, int word) {
        edge(cpu, window.at(cpu, pc), "guest");
        line(cpu, "%s", Disassembler.disassemble(word, pc));
    }

    @Override
    public void path(Cpu cpu, CodePath path) {
        edge(cpu, window.at(cpu, path), null);
        heading(cpu, path instanceof HypPath hyp ? "%s   [%s]".formatted(hyp.symbol(), hyp.step()) : path.symbol());
    }

    private void edge(Cpu cpu, Window.Edge edge, String heading) {
        switch (edge) {
            case OPENS -> {
                if (heading != null) {
                    heading(cpu, heading);
                }
            }
            case CLOSES, LEAVES -> complete |= window.opened() == iteration && window.isOver();
            case ARRIVES, NONE -> {}
        }
    }

    @Override
    public void sysRegRead(Cpu cpu, int encoding, SysReg reached, long value) {
        line(cpu, "mrs  %-28s %s", reach(encoding, reached), named(reached, value));
    }

    @Override
    public void sysRegWrite(Cpu cpu, int encoding, SysReg reached, long before, long after) {
        String was = before == after ? "" : "   was " + named(reached, before);
        line(cpu, "msr  %-28s %s%s", reach(encoding, reached), named(reached, after), was);
    }

    @Override
    public void operation(Cpu cpu, String assembly) {
        if (cpu.el == 2 || cpu.world() == World.HOST_EL1 || cpu.world() == World.HOST_EL0) {
            line(cpu, "%s", assembly);
        }
    }

    @Override
    public void pair(Cpu cpu, boolean load, boolean fp, int rt, int rt2, long va) {
        String bank = fp ? "q" : "x";
        line(cpu, "%s  %s%d, %s%d, [%#x]", load ? "ldp" : "stp", bank, rt, bank, rt2, va);
    }

    @Override
    public void exceptionTaken(Cpu cpu, ExceptionRecord taken) {
        String what = taken.kind() == Kind.SYNC
                ? "%s, ESR %#x".formatted(Ec.name((int) (taken.esr() >>> EC_SHIFT)), taken.esr())
                : taken.kind().label();
        String far = taken.farValid() ? ", FAR %#x".formatted(taken.far()) : "";
        edge(cpu, window.at(cpu, taken), null);
        line(cpu, "--> EL%d to EL%d: %s%s, ELR %#x", taken.fromEl(), taken.toEl(), what, far, taken.elr());
    }

    @Override
    public void exceptionReturn(Cpu cpu, int fromEl, int toEl, long pc) {
        line(cpu, "<-- EL%d to EL%d, PC %#x", fromEl, toEl, pc);
        if (toEl < 2 && (cpu.world() == World.GUEST_EL1 || cpu.world() == World.GUEST_EL0)) {
            heading(cpu, "guest");
        }
    }

    private void heading(Cpu cpu, String symbol) {
        if (isTraced(cpu)) {
            turn(cpu);
            text.append("%-16s %s\n".formatted(cpu.world().label(), symbol));
        }
    }

    /// Says where it goes on, when that is another PE than before.
    private void turn(Cpu cpu) {
        if (cpu.index != pe && text.length() > 0) {
            text.append("PE %d\n".formatted(cpu.index));
        }
        pe = cpu.index;
    }

    private boolean isTraced(Cpu cpu) {
        return window.opened() == iteration && window.follows(cpu);
    }

    private void line(Cpu cpu, String format, Object... values) {
        if (isTraced(cpu)) {
            turn(cpu);
            text.append("    ").append(format.formatted(values).stripTrailing()).append('\n');
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
            case ESR_EL1, ESR_EL2 -> "%#x %s".formatted(value, Ec.name((int) (value >>> EC_SHIFT)));
            default -> "%#x".formatted(value);
        };
    }

    /// The bits of HCR_EL2 that are set, `VM|SWIO|…`.
    private static final class HcrNames {

        private static String of(long value) {
            StringJoiner names = new StringJoiner("|");
            for (var field : Hcr.class.getFields()) {
                try {
                    if (field.getType() == long.class && (value & field.getLong(null)) != 0) {
                        names.add(field.getName());
                    }
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
            return names.toString();
        }
    }
}
