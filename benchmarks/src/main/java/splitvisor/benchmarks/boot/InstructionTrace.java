package splitvisor.benchmarks.boot;

import java.io.PrintWriter;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.isa.Disassembler;
import splitvisor.cpu.observe.Observer;

/// One line per instruction: PE, exception level, address, word, disassembly.
public final class InstructionTrace implements Observer {

    private final PrintWriter out;

    public InstructionTrace(PrintWriter out) {
        this.out = out;
    }

    @Override
    public boolean wantsInstructions() {
        return true;
    }

    @Override
    public void instruction(Cpu cpu, long pc, int word) {
        String text = Disassembler.disassemble(word, pc);
        out.print("%d EL%d %016x %08x %s\n".formatted(cpu.index, cpu.el, pc, word, text));
    }
}
