package splitvisor.cpu.gic;

/// A wire from a device to the interrupt controller. The device says the level whenever it may have
/// changed; saying the same level again has no effect.
@FunctionalInterface
public interface InterruptLine {

    void set(boolean asserted);
}
