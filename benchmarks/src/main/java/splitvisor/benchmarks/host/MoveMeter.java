package splitvisor.benchmarks.host;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.hosted.CodePath;
import splitvisor.cpu.memory.Device;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.cpu.observe.Observer;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.HypPath;

/// Notes which registers each step of the switch moves between two points on one PE, each under its name and once per
/// direction: `mrs SP_EL0`, `ldr GICH_LR0`, `stp x19`. A step that happens twice is one.
public final class MoveMeter implements Observer {

    private final Window window;
    private final Map<String, Set<String>> moves = new HashMap<>();
    private String step;
    private int iteration;

    MoveMeter(Point begin, Point end) {
        window = new Window(begin, end);
    }

    /// What each step moved in the last pass, in order.
    Map<String, Set<String>> moves() {
        return moves;
    }

    @Override
    public boolean wantsInstructions() {
        return true;
    }

    @Override
    public void instruction(Cpu cpu, long pc, int word) {
        window.at(cpu, pc);
        if (window.iteration() != iteration) {
            iteration = window.iteration();
            moves.clear();
            step = null;
        }
    }

    @Override
    public void path(Cpu cpu, CodePath path) {
        window.at(cpu, path);
        step = path instanceof HypPath hyp ? hyp.step() : null;
    }

    @Override
    public void exceptionTaken(Cpu cpu, ExceptionRecord taken) {
        window.at(cpu, taken);
    }

    @Override
    public void sysRegRead(Cpu cpu, int encoding, SysReg reached, long value) {
        note(cpu, "mrs", SysReg.nameOf(encoding));
    }

    @Override
    public void sysRegWrite(Cpu cpu, int encoding, SysReg reached, long before, long after) {
        note(cpu, "msr", SysReg.nameOf(encoding));
    }

    @Override
    public void device(Cpu cpu, boolean write, Device device, long offset, long value) {
        note(cpu, write ? "str" : "ldr", device.register(offset));
    }

    @Override
    public void pair(Cpu cpu, boolean load, boolean fp, int rt, int rt2, long va) {
        for (int register : new int[] {rt, rt2}) {
            note(cpu, load ? "ldp" : "stp", (fp ? "q" : "x") + register);
        }
    }

    private void note(Cpu cpu, String operation, String register) {
        if (step != null && window.follows(cpu)) {
            moves.computeIfAbsent(step, _ -> new LinkedHashSet<>()).add(operation + " " + register);
        }
    }
}
