package splitvisor.benchmarks.host;

import splitvisor.benchmarks.ExitCode;
import splitvisor.benchmarks.Failure;
import splitvisor.benchmarks.compare.GuestSource;
import splitvisor.cpu.hosted.CodePath;
import splitvisor.cpu.isa.Assembler;
import splitvisor.cpu.isa.AssemblyException;
import splitvisor.cpu.isa.MachineCode;
import splitvisor.highvisor.user.Vmm;

/// A guest program of operations, assembled: `guests/operations.s`, or one with the same labels.
public final class OperationsGuest {

    private static final long RAM = 2 << 20;
    private static final long PAGE = 4096;

    private final String name;
    private final int gic;
    private final MachineCode code;

    /// A guest for a machine with a GICv3.
    public OperationsGuest(GuestSource source) throws Failure {
        this(source, 3);
    }

    /// Assembles a guest; an error in the source is the user's. On a GICv2 an operation that has a variant for it,
    /// named `…_gicv2`, is that variant.
    public OperationsGuest(GuestSource source, int gic) throws Failure {
        name = source.name();
        this.gic = gic;
        try {
            code = Assembler.assemble(source.text(), Vmm.IMAGE);
        } catch (AssemblyException e) {
            throw new Failure(ExitCode.UNREADABLE, "%s: %s".formatted(name, e.getMessage()));
        }
        if (code.bytes().length > RAM - (Vmm.IMAGE - Vmm.RAM)) {
            throw new Failure(ExitCode.UNREADABLE, "%s: the image does not fit into guest memory".formatted(name));
        }
    }

    /// Where the measured part of an operation begins.
    public Point begin(Operation operation) throws Failure {
        CodePath path = operation.beginsIn();
        return path != null ? new Point.Host(path) : new Point.Guest(variant(operation.label(), "_begin"));
    }

    /// Where the measured part ends: at the first instruction after it, when that is the guest's.
    public Point end(Operation operation) throws Failure {
        CodePath path = operation.endsIn();
        return path != null ? new Point.Host(path) : new Point.Guest(variant(operation.label(), "_end"));
    }

    /// The measured part; with two VMs an iteration is two of them, there and back.
    public Window window(Operation operation) throws Failure {
        return new Window(begin(operation), end(operation), operation.vms());
    }

    /// A VMM whose guest does the operation `iterations` times. An operation of two VMs needs two of these
    /// on one host.
    public Vmm vmm(Operation operation, int number, long iterations) throws Failure {
        Vmm.Options options =
                Vmm.Options.of(
                        operation.label() + "-" + number,
                        code.bytes(),
                        ram(operation, iterations),
                        variant(operation.loop(), ""),
                        iterations);
        int controller = operation.userGic() ? Vmm.GICV2_IN_VMM : gic;
        return new Vmm(options.withGic(controller).withVcpus(operation.vcpus()).withSignals(operation.signals()));
    }

    /// How much more than a small guest has.
    long extraRam(Operation operation, long iterations) throws Failure {
        return ram(operation, iterations) - RAM;
    }

    /// Enough for the image, and for a fresh page in each iteration where the operation needs one.
    private long ram(Operation operation, long iterations) throws Failure {
        return operation == Operation.STAGE2_FAULT
                ? Math.max(RAM, symbol("FRESH_PAGES") - Vmm.RAM + iterations * PAGE)
                : RAM;
    }

    /// The label for this machine's GIC.
    private long variant(String label, String suffix) throws Failure {
        String gicv2 = label + "_gicv2" + suffix;
        return symbol(gic == 2 && code.symbols().containsKey(gicv2) ? gicv2 : label + suffix);
    }

    private long symbol(String label) throws Failure {
        Long value = code.symbols().get(label);
        if (value == null) {
            throw new Failure(
                    ExitCode.UNREADABLE, "%s: no label '%s'; see guests/operations.s".formatted(name, label));
        }
        return value;
    }
}
