package splitvisor.benchmarks.lab;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.hosted.CodePath;
import splitvisor.cpu.observe.Observer;

/// The last line of the submission that was seen executing: what goes wrong in the host's own code, it has prepared.
final class LastLine implements Observer {

    private final Inspection inspection;
    private String line = "";

    LastLine(Inspection inspection) {
        this.inspection = inspection;
    }

    @Override
    public void path(Cpu cpu, CodePath path) {
        String now = inspection.theirLine();
        line = now.isEmpty() ? line : now;
    }

    String line() {
        return line;
    }
}
