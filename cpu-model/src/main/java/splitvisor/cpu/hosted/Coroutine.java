package splitvisor.cpu.hosted;

import java.util.concurrent.locks.LockSupport;

/// A stack of its own for hosted software, run by strict hand-off: [#resume] runs it until it calls
/// [#yield] or ends, and only one stack of a machine moves at a time. Implemented by virtual threads,
/// whose hand-off is cheap when the caller is one too; see [#runMain].
public final class Coroutine {

    private static final ScopedValue<Coroutine> CURRENT = ScopedValue.newInstance();

    private final Thread thread;
    private volatile Thread resumer;
    private volatile boolean running;
    private volatile boolean done;
    private volatile boolean cancelled;
    private Throwable failure;

    /// A stack that will execute `body` when first resumed.
    public Coroutine(String name, Runnable body) {
        thread =
                Thread.ofVirtual()
                        .name(name)
                        .unstarted(() -> ScopedValue.where(CURRENT, this).run(() -> execute(body)));
    }

    /// Runs `main` on a virtual thread and waits for it, passing on what it throws.
    public static void runMain(Runnable main) {
        Coroutine coroutine = new Coroutine("machine", main);
        coroutine.resume();
        if (!coroutine.done) {
            throw new IllegalStateException("the main stack of a machine cannot yield");
        }
    }

    /// Lets this stack run until it yields or ends. What it throws is thrown here.
    public void resume() {
        if (done) {
            throw new IllegalStateException("coroutine '%s' has ended".formatted(thread.getName()));
        }
        resumer = Thread.currentThread();
        running = true;
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        } else {
            LockSupport.unpark(thread);
        }
        while (running) {
            LockSupport.park(this);
        }
        if (failure != null) {
            Throwable thrown = failure;
            failure = null;
            throw Coroutine.<RuntimeException>sneaky(thrown);
        }
    }

    /// Called on a coroutine's own stack: goes back to the stack that resumed it.
    public static void yield() {
        Coroutine self = CURRENT.get();
        self.running = false;
        LockSupport.unpark(self.resumer);
        while (!self.running) {
            LockSupport.park(self);
        }
        if (self.cancelled) {
            throw new Cancellation();
        }
    }

    /// Ends a stack that nobody will resume again, so that nothing of it stays behind: it unwinds from
    /// where it yielded.
    public void cancel() {
        cancelled = true;
        if (done || thread.getState() == Thread.State.NEW) {
            done = true;
        } else {
            resume();
        }
    }

    /// Whether the body has ended.
    public boolean isDone() {
        return done;
    }

    private void execute(Runnable body) {
        try {
            body.run();
        } catch (Cancellation c) {
            // The stack is unwound, as was asked.
        } catch (Throwable t) {
            failure = t;
        } finally {
            done = true;
            running = false;
            LockSupport.unpark(resumer);
        }
    }

    private static final class Cancellation extends RuntimeException {
        Cancellation() {
            super(null, null, false, false);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T sneaky(Throwable t) throws T {
        throw (T) t;
    }
}
