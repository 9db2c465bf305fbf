package splitvisor.benchmarks.lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import splitvisor.benchmarks.host.HcrNames;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.SysReg;

/// Holds that HCR_EL2 traps what was asked for, while the guest has its EL1.
final class LevelsControlAudit extends LevelsAudit {

    private static final String ASKED =
            "EL2 wants WFI, ID group 3, writes of the virtual memory controls and SMC: HCR_EL2.{TWI, TID3, TVM, TSC}. "
                    + "Each has a bit, and every other trap costs the guest for nothing. Arm ARM D19.2.48.";

    /// The bits that make something trap that was asked for, and what.
    private static final Map<Long, String> WANTED = new LinkedHashMap<>();

    static {
        WANTED.put(Hcr.TWI, "TWI is clear: the guest's WFI stops the machine");
        WANTED.put(Hcr.TID3, "TID3 is clear: the guest reads the machine's ID registers");
        WANTED.put(Hcr.TVM, "TVM is clear: the guest writes TTBR0_EL1, and nobody knows");
        WANTED.put(Hcr.TSC, "TSC is clear: the guest's SMC reaches the firmware");
    }

    LevelsControlAudit() {
        super(false);
    }

    @Override
    protected void entered(Cpu cpu, long pc) {
        check(cpu);
    }

    @Override
    protected void returned(Cpu cpu, long pc) {
        if (cpu.el == 1) {
            check(cpu);
        }
    }

    private void check(Cpu cpu) {
        long hcr = cpu.sys[SysReg.HCR_EL2.ordinal()];
        List<String> wrong = new ArrayList<>();
        WANTED.forEach((bit, what) -> {
            if ((hcr & bit) == 0) {
                wrong.add(what);
            }
        });
        long extra = hcr & ~WANTED.keySet().stream().reduce(Hcr.RW, (a, b) -> a | b);
        if (extra != 0) {
            wrong.add("nobody asked for " + HcrNames.of(extra));
        }
        if (!wrong.isEmpty()) {
            tell(cpu, "HCR_EL2 is %#x as EL1 goes on: %s".formatted(hcr, String.join("; ", wrong)), ASKED);
        }
    }
}
