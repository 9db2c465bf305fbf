package splitvisor.benchmarks.architecture.culprits;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.SynchronousException;
import splitvisor.cpu.cost.Event;
import splitvisor.cpu.sysreg.RegisterName;
import splitvisor.cpu.sysreg.SysReg;

/// Classes that break one rule each, so that no rule can pass by accident.
public final class Culprit {

    private Culprit() {}

    static final class NamesEl2 {
        SysReg name() {
            return SysReg.VBAR_EL2;
        }
    }

    static final class NamesAnAlias {
        RegisterName name() {
            return SysReg.SCTLR_EL1.el12();
        }
    }

    static final class NamesByString {
        SysReg name(String name) {
            return SysReg.valueOf(name);
        }
    }

    static final class Counts {
        void confess(Cpu cpu) {
            cpu.ledger.count(Event.ISB);
        }
    }

    static final class Watches {
        boolean confess(Cpu cpu) {
            return cpu.observer == null;
        }
    }

    static final class ReadsTheClock {
        long time() {
            return System.nanoTime();
        }
    }

    static final class CatchesAFault {
        boolean try_(Runnable r) {
            try {
                r.run();
                return true;
            } catch (SynchronousException e) {
                return false;
            }
        }
    }

    static final class Innocent {
        SysReg name() {
            return SysReg.VBAR_EL1;
        }
    }
}
