package splitvisor.lowvisor;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.hyp.HypPath;

/// Debug and profiling state. The guests of this model use no debug registers and the machine has no
/// SPE or TRBE, so what is left of these steps is their checks. KVM: hyp/nvhe/debug-sr.c.
final class NvheDebug {

    private final HostedCpu cpu;

    NvheDebug(HostedCpu cpu) {
        this.cpu = cpu;
    }

    void saveHostBuffers() {
        cpu.path(HypPath.DEBUG_SAVE_HOST_BUFFERS);
    }

    void switchToGuest() {
        cpu.path(HypPath.DEBUG_SWITCH_TO_GUEST);
    }

    void switchToHost() {
        cpu.path(HypPath.DEBUG_SWITCH_TO_HOST);
    }

    void restoreHostBuffers() {
        cpu.path(HypPath.DEBUG_RESTORE_HOST_BUFFERS);
    }
}
