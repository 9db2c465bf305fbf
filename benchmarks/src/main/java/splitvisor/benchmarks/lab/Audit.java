package splitvisor.benchmarks.lab;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.observe.Observer;

/// An observer that knows rules, and reports where they are broken. The transcript is one line ahead of it: what
/// breaks a rule is already its last line.
abstract class Audit implements Observer {

    private static final int IRQ = 2;

    private Inspection inspection;
    private Transcript transcript;
    private LastLine lastLine;

    /// Takes part in a run.
    final void attend(Inspection its, Transcript itsTranscript, LastLine itsLastLine) {
        inspection = its;
        transcript = itsTranscript;
        lastLine = itsLastLine;
    }

    /// The last line of the submission that was executing, also when it has returned since.
    protected final String lastLine() {
        return lastLine.line();
    }

    protected final Transcript transcript() {
        return transcript;
    }

    protected final Inspection inspection() {
        return inspection;
    }

    protected final void found(Cpu cpu, String what, String rule) {
        inspection.found(cpu, transcript, what, rule);
    }

    /// Whether no interrupt can be taken where it would go to the level that runs: PSTATE.I is 1.
    protected static boolean masksInterrupts(Cpu cpu) {
        return (cpu.daif & IRQ) != 0;
    }

    /// Called when the run has ended in order.
    protected void ended(Cpu cpu) {}

    /// Called when it has not: a limit was reached, or every PE waits for ever.
    protected void stopped(Cpu cpu) {}
}
