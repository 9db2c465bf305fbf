package splitvisor.vhe;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.hyp.HypPath;

/// Debug state. The guests of this model use no debug registers, so what is left of these steps is
/// their checks. KVM: hyp/vhe/debug-sr.c.
final class VheDebug {

    private final HostedCpu cpu;

    VheDebug(HostedCpu cpu) {
        this.cpu = cpu;
    }

    void switchToGuest() {
        cpu.path(HypPath.DEBUG_SWITCH_TO_GUEST);
    }

    void switchToHost() {
        cpu.path(HypPath.DEBUG_SWITCH_TO_HOST);
    }
}
