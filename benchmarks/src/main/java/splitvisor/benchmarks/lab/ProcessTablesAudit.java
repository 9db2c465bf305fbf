package splitvisor.benchmarks.lab;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.hosted.CodePath;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.cpu.sysreg.SysReg;

/// Holds that the host's processes find their memory: knows their tables, and why an access of theirs is a fault.
class ProcessTablesAudit extends SwitchAudit {

    private static final long TABLE = 0x0000_ffff_ffff_f000L;
    private static final int FROM_PROCESS = 0;
    private static final int TRACE_LINES = 8;
    private static final String INDEX =
            "A walk takes nine bits of the address at each level, from bit 47 down to bit 12 at level 3, where the "
                    + "entry names the page. Arm ARM D8.2.7.";
    private static final String LINK =
            "Where the way to a page lacks a table one is made, and the entry above gets its address: the next walk "
                    + "finds it there. Arm ARM D8.3.1.";
    private static final String ATTRIBUTES =
            "A page's descriptor has the attributes that mapPage was given: without AF the first access is a fault. "
                    + "Arm ARM D8.3.1, D8.5.";

    private TablesInMemory tables;
    private final Set<String> broken = new HashSet<>();
    private boolean told;
    private long mark;
    private String where = "";

    /// The process's tables, or null before it has run.
    protected final TablesInMemory processTables() {
        return tables;
    }

    @Override
    public void path(Cpu cpu, CodePath path) {
        super.path(cpu, path);
        String line = phase() == Phase.HOST ? inspection().theirLine() : "";
        where = line.isEmpty() ? where : line;
    }

    /// From now on the trace is of interest.
    protected final void mark() {
        mark = transcript().mark() - 1;
        where = "";
    }

    /// Reports a rule that the submission has broken, once.
    protected final void report(Cpu cpu, String what, String rule) {
        if (broken.add(rule)) {
            List<String> trace = transcript().since(mark, Transcript::leavesHost, TRACE_LINES);
            inspection().found(cpu, trace, where, what, rule);
        }
    }

    @Override
    public void exceptionTaken(Cpu cpu, ExceptionRecord taken) {
        if (phase() == Phase.HOST && taken.fromEl() == FROM_PROCESS) {
            SysReg reg = cpu.e2h ? SysReg.TTBR0_EL2 : SysReg.TTBR0_EL1;
            tables = new TablesInMemory(cpu.memory, value(cpu, reg) & TABLE, 0);
            int ec = Ec.of(taken.esr());
            if ((ec == Ec.DABT_LOW || ec == Ec.IABT_LOW) && !told) {
                told = true; // nothing comes of it but more of the same
                TablesInMemory.End end = tables.walk(taken.far());
                report(cpu, "a process cannot reach its page at %#x: %s".formatted(
                        taken.far(), end.isPage() ? "its descriptor, %#x, lacks attributes".formatted(end.descriptor())
                                : end.problem()), end.isPage() ? ATTRIBUTES : end.level() == 3 ? INDEX : LINK);
            }
        }
        super.exceptionTaken(cpu, taken);
    }
}
