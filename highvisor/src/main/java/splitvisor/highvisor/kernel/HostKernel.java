package splitvisor.highvisor.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntConsumer;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.hosted.HostedTexts;
import splitvisor.cpu.hosted.HostedVector;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.HostConfiguration;
import splitvisor.highvisor.hyp.HostLayout;
import splitvisor.highvisor.hyp.HypCalls;
import splitvisor.highvisor.hyp.PerCpu;
import splitvisor.highvisor.kvm.Kvm;

/// The host kernel: boots where the configuration puts it, runs processes at EL0, and holds KVM. It
/// names only EL1's registers; at EL2 with E2H these reach EL2's, and the kernel cannot tell.
public final class HostKernel {

    private static final long GIGABYTE = 1L << 30;
    private static final long BLOCK = 0x705; // AF, inner shareable, MAIR index 1, valid block
    private static final long UXN = 1L << 54;
    private static final long TABLE = 3;
    private static final long MAIR = 0xff00; // index 0 Device-nGnRnE, index 1 Normal write-back
    // 48-bit addresses in both halves, 4 KiB granule, write-back walks, inner shareable, 16-bit ASID.
    private static final long TCR =
            1L << 36 | 5L << 32 | 2L << 30 | 3L << 28 | 1L << 26 | 1L << 24 | 16L << 16
                    | 3 << 12 | 1 << 10 | 1 << 8 | 16;
    // Linux's INIT_SCTLR_EL1_MMU_ON without SPAN: M, C, SA, SA0, SED, I, DZE, UCT, nTWE, IESB, UCI, and
    // LSMAOE, nTLSMD, EIS, TSCXT, EOS, which are RES1 here.
    private static final long SCTLR_MMU_ON =
            1 | 1 << 2 | 1 << 3 | 1 << 4 | 1 << 8 | 1 << 12 | 1 << 14 | 1 << 15 | 1 << 18 | 1 << 21 | 1 << 26
                    | 0x3050_0800L;
    private static final long CPACR_FPEN = 3 << 20;
    private static final long MDSCR_TDCC = 1 << 12;

    private final HostedCpu cpu;
    private final HostLayout layout;
    private final HypCalls hyp;
    private final KernelMemory memory;
    private final Scheduler scheduler;
    private final Syscalls syscalls;
    private final StringBuilder console = new StringBuilder();
    private IntConsumer terminal = c -> console.append((char) c);
    private final List<String> log = new ArrayList<>();
    private long nextAsid = 1;

    /// Boots a host on a PE in its reset state and leaves it ready to start processes.
    public HostKernel(HostedCpu cpu, HostConfiguration configuration) {
        this.cpu = cpu;
        layout = new HostLayout(cpu.cpu().memory.ramBase());
        HostedTexts texts = cpu.cpu().hosted;
        Vectors vectors = new Vectors(cpu, this::syscall);
        texts.register(layout.kernelText(), vectors);
        texts.register(layout.userText(), (HostedVector.Handler) Vectors::notAVectorTable);
        cpu.cpu().pc = layout.kernelText() + HostedTexts.ENTRY;
        hyp = configuration.boot(cpu, layout);
        memory = new KernelMemory(cpu, layout);
        scheduler = new Scheduler(cpu);
        vectors.serve(scheduler);
        enableMmu();
        initCpu();
        syscalls = new Syscalls(cpu, this, new Kvm(cpu, this));
    }

    /// Starts a process that runs `program` at EL0. It begins when [#run] gets to it.
    public void spawn(UserProgram program) {
        long root = memory.allocate(1);
        PageTables tables = new PageTables(cpu, memory, root, 0);
        AddressSpace mm = new AddressSpace(tables, nextAsid++, layout.userText());
        long struct = memory.allocate(1);
        long stack = memory.allocate(1);
        scheduler.add(new Task(program.name(), struct, stack, mm, () -> execute(program)));
    }

    /// Runs until every process has ended.
    public void run() {
        scheduler.run();
    }

    /// What processes have written to their console.
    public String console() {
        return console.toString();
    }

    public KernelMemory memory() {
        return memory;
    }

    public Scheduler scheduler() {
        return scheduler;
    }

    public HypCalls hyp() {
        return hyp;
    }

    /// Adds a line to the kernel's log. Linux: printk().
    public void log(String line) {
        log.add(line);
    }

    /// The kernel's log.
    public List<String> log() {
        return Collections.unmodifiableList(log);
    }

    /// Sends what processes write to their console, byte by byte, to `output` instead of [#console].
    public void connectConsole(IntConsumer output) {
        terminal = output;
    }

    void writeConsole(char c) {
        terminal.accept(c);
    }

    /// One linear map of RAM, used as the identity map too while the switch is thrown. KVM: head.S,
    /// __primary_switch.
    private void enableMmu() {
        long root = memory.allocate(1);
        long level1 = memory.allocate(1);
        long ram = layout.ramBase() & -GIGABYTE;
        cpu.str(level1 | TABLE, root);
        cpu.str(ram | BLOCK | UXN, level1 + 8 * (ram / GIGABYTE));
        cpu.msr(SysReg.MAIR_EL1, MAIR);
        cpu.msr(SysReg.TCR_EL1, TCR);
        cpu.msr(SysReg.TTBR0_EL1, root);
        cpu.msr(SysReg.TTBR1_EL1, root);
        cpu.isb();
        cpu.msr(SysReg.SCTLR_EL1, SCTLR_MMU_ON);
        cpu.isb();
        cpu.branch(HostLayout.kernelVa(layout.kernelText()) + HostedTexts.ENTRY);
    }

    private void initCpu() {
        long perCpu = HostLayout.kernelVa(memory.allocate((PerCpu.SIZE + HostLayout.PAGE - 1) / HostLayout.PAGE));
        cpu.msr(SysReg.VBAR_EL1, HostLayout.kernelVa(layout.kernelText()));
        cpu.perCpuRegister(hyp.perCpuRegister());
        cpu.msr(hyp.perCpuRegister(), perCpu);
        cpu.msr(SysReg.CPACR_EL1, CPACR_FPEN);
        cpu.msr(SysReg.MDSCR_EL1, MDSCR_TDCC);
        cpu.msr(SysReg.CONTEXTIDR_EL1, 0);
        cpu.isb();
        hyp.init(perCpu);
    }

    /// The life of a process, from the kernel's first return to user space to its exit.
    private void execute(UserProgram program) {
        Vectors.startUser(cpu, AddressSpace.TEXT + HostedTexts.ENTRY);
        UserCpu user = new UserCpu(cpu);
        try {
            program.run(user);
            user.exit();
        } catch (Syscalls.TaskExit exit) {
            // The kernel has taken the CPU back for good; the scheduler goes on from here.
        }
    }

    private long syscall(long number, long[] arguments) {
        return syscalls.call(number, arguments);
    }
}
