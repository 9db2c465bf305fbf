package splitvisor.benchmarks.lab;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.sysreg.SysReg;

/// Holds that EL2 gives each level its registers back, and what a trapped MRS was to fill.
final class LevelsRegistersAudit extends LevelsAudit {

    private static final SysReg[] STACKS = {SysReg.SP_EL0, SysReg.SP_EL1};

    private final boolean filled;
    private int reads;

    /// @param filled whether to look at what a trapped MRS fills, or at all that it does not
    LevelsRegistersAudit(boolean filled) {
        super(true);
        this.filled = filled;
    }

    @Override
    protected void returned(Cpu cpu, long pc) {
        if (filled) {
            checkFilled(cpu);
            return;
        } else if (isCall(Ec.HVC64, LevelsHostAudit.RUN_USER)) {
            return; // what EL0 begins with is nobody's
        }
        for (int n = 0; n < 31; n++) {
            if (n != target() && cpu.x[n] != before(n)) {
                tell(cpu, "X%d was %#x at %s and is %#x after it".formatted(
                        n, before(n), program().name(trap().elr()), cpu.x[n]),
                        "General-purpose registers exist once: what EL2 uses it saves before and restores after.");
            }
        }
        for (SysReg stack : STACKS) {
            if (cpu.sys[stack.ordinal()] != before(stack)) {
                tell(cpu, "%s was %#x and is %#x now".formatted(
                        stack.assemblyName(), before(stack), cpu.sys[stack.ordinal()]),
                        "EL2 has a stack pointer of its own: SP_EL2. Arm ARM D1.2.2.");
            }
        }
    }

    @Override
    protected void finished(Cpu cpu) {
        if (filled && reads == 0) {
            tell(cpu, "no MRS has trapped", "HCR_EL2.TID3 traps the guest's reads of ID group 3. Arm ARM D19.2.48.");
        }
    }

    private void checkFilled(Cpu cpu) {
        int rt = target();
        reads += rt < 0 ? 0 : 1;
        if (rt >= 0 && cpu.x[rt] != 0) {
            tell(cpu, "MRS X%d: it is %#x afterwards".formatted(rt, cpu.x[rt]),
                    "ESR_EL2.ISS says which register a trapped MRS was to fill: Rt, in bits 9 to 5. Arm ARM D17.2.37.");
        }
    }

    /// The register that the trapped instruction was to fill, or -1.
    private int target() {
        boolean read = ec() == Ec.SYS64 && (trap().esr() & 1) != 0;
        int rt = (int) trap().esr() >>> 5 & 31;
        return read && rt != 31 ? rt : -1;
    }
}
