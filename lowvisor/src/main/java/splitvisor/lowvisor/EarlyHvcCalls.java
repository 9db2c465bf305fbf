package splitvisor.lowvisor;

import java.util.List;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.highvisor.hyp.Generation;

/// The host's half of the border in Linux 4.0: the world switch moves all that later kernels ask for piece by
/// piece.
final class EarlyHvcCalls extends HvcCalls {

    EarlyHvcCalls(HostedCpu cpu, HypStub stub) {
        super(cpu, stub);
    }

    @Override
    public List<GuestTimer> directTimers() {
        return List.of();
    }

    @Override
    public List<GuestTimer> switchedTimers() {
        return List.of(GuestTimer.VIRTUAL);
    }

    @Override
    public Generation generation() {
        return Generation.LINUX_4_0;
    }
}
