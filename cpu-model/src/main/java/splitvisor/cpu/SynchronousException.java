package splitvisor.cpu;

/// A synchronous exception on its way from the operation that met it to
/// [Exceptions#takeSynchronous]. One per PE, allocated once and without a stack trace, so that a
/// fault costs no allocation. It is thrown through semantic methods and caught by an engine or by
/// [splitvisor.cpu.hosted.HostedCpu], nowhere else.
public final class SynchronousException extends RuntimeException {

    /// Exception class, ESR_ELx.EC. For aborts the "lower EL" class is stored; the entry code makes
    /// it the "same EL" class when the exception does not change level.
    public int ec;

    /// ISS, ESR_ELx[24:0].
    public int iss;

    /// ESR_ELx.IL; false only for the exception classes that the Arm ARM lists under IL.
    public boolean il;

    /// Whether FAR_ELx is written, and with what.
    public boolean farValid;
    public long far;

    /// Whether HPFAR_EL2 is written, and with which IPA.
    public boolean ipaValid;
    public long ipa;

    /// 2 when the exception is routed to EL2 by the control that raised it (a trap, a stage-2
    /// abort); 1 for the default target: EL1, or EL2 when taken from EL2 or from EL0 under
    /// HCR_EL2.TGE.
    public int target;

    /// True when the preferred return address is the next instruction (SVC, HVC), false when it is
    /// the instruction itself.
    public boolean returnsToNext;

    SynchronousException() {
        super(null, null, false, false);
    }

    SynchronousException set(int ec, int iss, int target, boolean returnsToNext) {
        this.ec = ec;
        this.iss = iss;
        this.il = true;
        this.farValid = false;
        this.ipaValid = false;
        this.target = target;
        this.returnsToNext = returnsToNext;
        return this;
    }

    /// Adds the faulting virtual address.
    public SynchronousException at(long va) {
        far = va;
        farValid = true;
        return this;
    }

    /// Adds the faulting intermediate physical address.
    public SynchronousException atIpa(long address) {
        ipa = address;
        ipaValid = true;
        return this;
    }
}
