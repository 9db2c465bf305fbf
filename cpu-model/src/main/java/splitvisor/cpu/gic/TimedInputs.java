package splitvisor.cpu.gic;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.timer.EventSource;

/// The interrupt inputs of a PE of a machine. A change that another PE causes, whose clock is ahead, is signalled when
/// this one has come to that time: else an interrupt would be taken before it was sent.
final class TimedInputs implements InterruptInputs, EventSource {

    private final Cpu cpu;
    private boolean irq;
    private boolean fiq;
    private boolean virq;
    private boolean vfiq;
    private long due = Long.MAX_VALUE;

    TimedInputs(Cpu cpu) {
        this.cpu = cpu;
        if (cpu.timeLine != null) {
            cpu.timeLine.add(this);
        }
    }

    @Override
    public void drive(boolean irqLevel, boolean fiqLevel, boolean virqLevel, boolean vfiqLevel) {
        irq = irqLevel;
        fiq = fiqLevel;
        virq = virqLevel;
        vfiq = vfiqLevel;
        if (cpu.timeLine != null && cpu.timeLine.isBehind(cpu)) {
            if (due == Long.MAX_VALUE && changes()) {
                due = cpu.timeLine.now();
                cpu.timeLine.replan();
            }
        } else {
            signal();
        }
    }

    @Override
    public long due() {
        return due;
    }

    @Override
    public void happen(long now) {
        signal();
    }

    private void signal() {
        due = Long.MAX_VALUE;
        if (changes()) {
            cpu.interruptLines(irq, fiq, virq, vfiq);
        }
    }

    private boolean changes() {
        return cpu.irqLine != irq || cpu.fiqLine != fiq || cpu.virqLine != virq || cpu.vfiqLine != vfiq;
    }
}
