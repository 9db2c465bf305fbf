package splitvisor.benchmarks.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.cost.World;
import splitvisor.cpu.hosted.CodePath;
import splitvisor.cpu.observe.Observer;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.HypPath;

/// Writes down what the switch's code executes in one iteration, in the words of the Linux reference.
final class SwitchRecorder implements Observer {

    /// MSR (immediate), as the reference writes it.
    private static final Set<String> IMMEDIATE = Set.of("daifset", "daifclr", "pan");

    private final Window window;
    private final int iteration;
    private final List<String> operations = new ArrayList<>();
    private final List<List<String>> byPath = new ArrayList<>();
    private final List<HypPath> paths = new ArrayList<>();
    private boolean inside;
    private boolean inSwitch;

    SwitchRecorder(Point begin, Point end, int iteration) {
        window = new Window(begin, end);
        this.iteration = iteration;
    }

    List<String> operations() {
        return operations;
    }

    /// What was executed on each pass through a path.
    List<List<String>> path(HypPath path) {
        List<List<String>> found = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            if (paths.get(i) == path) {
                found.add(byPath.get(i));
            }
        }
        return found;
    }

    @Override
    public boolean wantsInstructions() {
        return true;
    }

    @Override
    public void instruction(Cpu cpu, long pc, int word) {
        Window.Edge edge = window.at(cpu, pc);
        if (edge != Window.Edge.NONE) {
            inside = edge == Window.Edge.OPENS && window.iteration() == iteration;
            inSwitch = false;
        }
    }

    @Override
    public void path(Cpu cpu, CodePath path) {
        inSwitch = path instanceof HypPath;
        if (inside && path instanceof HypPath hyp) {
            paths.add(hyp);
            byPath.add(new ArrayList<>());
        }
    }

    @Override
    public void sysRegRead(Cpu cpu, int encoding, SysReg reached, long value) {
        add(cpu, "R " + SysReg.nameOf(encoding).toLowerCase(Locale.ROOT));
    }

    @Override
    public void sysRegWrite(Cpu cpu, int encoding, SysReg reached, long before, long after) {
        add(cpu, "W " + SysReg.nameOf(encoding).toLowerCase(Locale.ROOT));
    }

    @Override
    public void operation(Cpu cpu, String assembly) {
        String[] parts = assembly.split("[ ,]+");
        if (parts[0].equals("msr") && IMMEDIATE.contains(parts[1])) {
            int value = Integer.decode(parts[2].substring(1));
            add(cpu, "msr_imm %s,#%#x".formatted(parts[1], value));
        } else {
            add(cpu, assembly);
        }
    }

    private void add(Cpu cpu, String operation) {
        boolean guest = cpu.world() == World.GUEST_EL1 || cpu.world() == World.GUEST_EL0;
        if (inside && inSwitch && !guest) {
            operations.add(operation);
            byPath.getLast().add(operation);
        }
    }
}
