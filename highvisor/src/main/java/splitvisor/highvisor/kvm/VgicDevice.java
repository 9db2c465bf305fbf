package splitvisor.highvisor.kvm;

import splitvisor.highvisor.kvm.vgic.VgicFrame;

/// A register frame of the interrupt controller on the VM's bus.
record VgicDevice(VgicFrame frame) implements IoBus.Device {

    @Override
    public long read(Vcpu vcpu, long offset, int log2) {
        return frame.read(vcpu, (int) offset, log2);
    }

    @Override
    public void write(Vcpu vcpu, long offset, int log2, long value) {
        frame.write(vcpu, (int) offset, log2, value);
    }
}
