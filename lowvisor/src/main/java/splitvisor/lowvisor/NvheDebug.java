package splitvisor.lowvisor;

import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.hyp.HypPath;

/// The host's profiling buffers. The machine has no SPE or TRBE, so what is left of these steps is their checks.
/// KVM: hyp/nvhe/debug-sr.c.
final class NvheDebug {

    private final HostedCpu cpu;

    NvheDebug(HostedCpu cpu) {
        this.cpu = cpu;
    }

    void saveHostBuffers() {
        cpu.path(HypPath.DEBUG_SAVE_HOST_BUFFERS);
    }

    void restoreHostBuffers() {
        cpu.path(HypPath.DEBUG_RESTORE_HOST_BUFFERS);
    }
}
