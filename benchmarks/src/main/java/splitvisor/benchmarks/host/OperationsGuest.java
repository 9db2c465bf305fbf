package splitvisor.benchmarks.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import splitvisor.cpu.isa.Assembler;
import splitvisor.cpu.isa.MachineCode;
import splitvisor.highvisor.user.Vmm;

/// The guest program of all operations, assembled from `guests/operations.s`.
public final class OperationsGuest {

    private static final String SOURCE = "/splitvisor/benchmarks/guests/operations.s";
    private static final long RAM = 2 << 20;
    private static final long PAGE = 4096;

    private final MachineCode code;

    public OperationsGuest() {
        code = Assembler.assemble(source(), Vmm.IMAGE);
    }

    /// Where the measured part of an operation begins, in the guest's address space.
    public long begin(Operation operation) {
        return code.symbol(operation.label() + "_begin");
    }

    /// The first instruction after the measured part.
    public long end(Operation operation) {
        return code.symbol(operation.label() + "_end");
    }

    /// A VMM whose guest does the operation `iterations` times. An operation of two VMs needs two of these
    /// on one host; they have no GIC but the doorbell.
    public Vmm vmm(Operation operation, int number, long iterations) {
        boolean doorbell = operation.vms() > 1;
        long[] arguments = {code.symbol(operation.label()), iterations};
        String name = operation.label() + "-" + number;
        return new Vmm(new Vmm.Options(name, code.bytes(), ram(operation, iterations), arguments, !doorbell, doorbell));
    }

    /// Enough for the image, and for a fresh page in each iteration where the operation needs one.
    private long ram(Operation operation, long iterations) {
        long fresh = code.symbol("FRESH_PAGES") - Vmm.RAM;
        return operation == Operation.STAGE2_FAULT ? Math.max(RAM, fresh + iterations * PAGE) : RAM;
    }

    private static String source() {
        try (InputStream in = OperationsGuest.class.getResourceAsStream(SOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
