package splitvisor.cpu.observe;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.hosted.CodePath;
import splitvisor.cpu.memory.Device;
import splitvisor.cpu.sysreg.SysReg;

/// Two observers as one.
record Both(Observer first, Observer second) implements Observer {

    @Override
    public boolean wantsInstructions() {
        return first.wantsInstructions() || second.wantsInstructions();
    }

    @Override
    public void instruction(Cpu cpu, long pc, int word) {
        first.instruction(cpu, pc, word);
        second.instruction(cpu, pc, word);
    }

    @Override
    public void sysRegRead(Cpu cpu, int encoding, SysReg reached, long value) {
        first.sysRegRead(cpu, encoding, reached, value);
        second.sysRegRead(cpu, encoding, reached, value);
    }

    @Override
    public void sysRegWrite(Cpu cpu, int encoding, SysReg reached, long before, long after) {
        first.sysRegWrite(cpu, encoding, reached, before, after);
        second.sysRegWrite(cpu, encoding, reached, before, after);
    }

    @Override
    public void operation(Cpu cpu, String assembly) {
        first.operation(cpu, assembly);
        second.operation(cpu, assembly);
    }

    @Override
    public void path(Cpu cpu, CodePath path) {
        first.path(cpu, path);
        second.path(cpu, path);
    }

    @Override
    public void pair(Cpu cpu, boolean load, boolean fp, int rt, int rt2, long va) {
        first.pair(cpu, load, fp, rt, rt2, va);
        second.pair(cpu, load, fp, rt, rt2, va);
    }

    @Override
    public void device(Cpu cpu, boolean write, Device device, long offset, long value) {
        first.device(cpu, write, device, offset, value);
        second.device(cpu, write, device, offset, value);
    }

    @Override
    public void exceptionTaken(Cpu cpu, ExceptionRecord taken) {
        first.exceptionTaken(cpu, taken);
        second.exceptionTaken(cpu, taken);
    }

    @Override
    public void firmwareCall(Cpu cpu, int ec, int imm) {
        first.firmwareCall(cpu, ec, imm);
        second.firmwareCall(cpu, ec, imm);
    }

    @Override
    public void exceptionReturn(Cpu cpu, int fromEl, int toEl, long pc) {
        first.exceptionReturn(cpu, fromEl, toEl, pc);
        second.exceptionReturn(cpu, fromEl, toEl, pc);
    }
}
