package splitvisor.benchmarks.trace;

import java.io.PrintWriter;
import java.io.StringWriter;
import splitvisor.benchmarks.Failure;
import splitvisor.benchmarks.compare.GuestSource;
import splitvisor.benchmarks.host.Host;
import splitvisor.benchmarks.host.Operation;
import splitvisor.benchmarks.host.OperationsGuest;
import splitvisor.benchmarks.host.Run;
import splitvisor.benchmarks.host.TextTrace;
import splitvisor.benchmarks.kvm.KvmTrace;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.observe.Observer;

/// One steady iteration of an operation in one host, in every form: the same one as in `docs/traces`.
///
/// @param host the name of the host
/// @param recording its steps
/// @param text the text of `docs/traces`
/// @param tracepoints what KVM's tracepoints say, as ftrace prints it
public record OperationTrace(String host, Recording recording, String text, String tracepoints) {

    private static final int ITERATION = 4;
    private static final int ITERATIONS = 6;
    private static final long MAX_INSTRUCTIONS = 100_000_000;

    /// Runs the operation on a machine of the given shape.
    public static OperationTrace of(Operation operation, String host, CostProfile profile, Host.Shape shape)
            throws Failure {
        OperationsGuest guest = new OperationsGuest(GuestSource.builtIn(), shape.gic());
        Recorder recorder = Recorder.ofIteration(host, profile, guest.window(operation), ITERATION);
        TextTrace text = new TextTrace(guest.window(operation), ITERATION);
        StringWriter events = new StringWriter();
        KvmTrace tracepoints = KvmTrace.to(new PrintWriter(events), profile.coreHz(), recorder::covers);
        Observer all = Observer.both(recorder, Observer.both(text, tracepoints.observer()));
        new Run(guest, operation, host, profile, MAX_INSTRUCTIONS, shape).execute(ITERATIONS, all);
        tracepoints.close();
        return new OperationTrace(host, recorder.recording(), text.text(), events.toString());
    }
}
