package splitvisor.highvisor.kernel;

import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntConsumer;
import splitvisor.cpu.hosted.Coroutine;
import splitvisor.cpu.hosted.HostedCpu;
import splitvisor.cpu.hosted.HostedTexts;
import splitvisor.cpu.hosted.HostedVector;
import splitvisor.cpu.hosted.PstateField;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.highvisor.hyp.Generation;
import splitvisor.highvisor.hyp.HostConfiguration;
import splitvisor.highvisor.hyp.HostLayout;
import splitvisor.highvisor.hyp.HypCalls;
import splitvisor.highvisor.hyp.PerCpu;
import splitvisor.highvisor.kernel.irq.GicV2Chip;
import splitvisor.highvisor.kernel.irq.GicV3Chip;
import splitvisor.highvisor.kernel.irq.Interrupts;
import splitvisor.highvisor.kvm.Kvm;

/// The host kernel: boots where the configuration puts it, runs processes at EL0, and holds KVM. It
/// names only EL1's registers; at EL2 with E2H these reach EL2's, and the kernel cannot tell.
public final class HostKernel {

    private static final long GIGABYTE = 1L << 30;
    private static final long BLOCK = 0x705; // AF, inner shareable, MAIR index 1, valid block
    private static final long DEVICE_BLOCK = 1L << 53 | 0x401; // PXN, AF, MAIR index 0, valid block
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
    private static final int ALL = 0xf;

    // PSCI (Arm DEN 0022), by SMC.
    private static final long PSCI_CPU_ON = 0xc400_0003L;
    private static final long PSCI_SYSTEM_OFF = 0x8400_0008L;

    private final HostedCpu cpu;
    private final HostConfiguration configuration;
    private final HostLayout layout;
    private final int cpus;
    private final int gic;
    private final HypCalls hyp;
    private final KernelMemory memory;
    private final Interrupts interrupts;
    private final HrTimers timers;
    private final Scheduler scheduler;
    private final Syscalls syscalls;
    private final Kvm kvm;
    private final Coroutine[] swappers;
    private final List<UserProgram> initial = new ArrayList<>();
    private final StringBuilder console = new StringBuilder();
    private IntConsumer terminal = c -> console.append((char) c);
    private final List<String> log = new ArrayList<>();
    private long root;
    private int online;
    private long nextAsid = 1;

    /// A host for a machine with `cpus` PEs and a GIC of the given version, 2 or 3. It boots when the machine starts
    /// to run.
    public HostKernel(
            HostedCpu cpu, HostConfiguration configuration, Generation generation, int cpus, int gic) {
        this.cpu = cpu;
        this.configuration = configuration;
        this.cpus = cpus;
        this.gic = gic;
        layout = new HostLayout(cpu.cpu().memory.ramBase());
        memory = new KernelMemory(cpu, layout);
        interrupts = new Interrupts(cpu, gic == 3 ? new GicV3Chip(cpu) : new GicV2Chip(cpu));
        timers = new HrTimers(cpu, cpus);
        scheduler = new Scheduler(cpu, interrupts, timers);
        HostedTexts texts = cpu.cpu().hosted;
        texts.register(layout.kernelText(), new Vectors(cpu, this::syscall, interrupts, scheduler));
        texts.register(layout.userText(), (HostedVector.Handler) Vectors::notAVectorTable);
        hyp = configuration.attach(cpu, layout, generation, gic);
        kvm = new Kvm(cpu, this);
        syscalls = new Syscalls(cpu, this, kvm);
        cpu.cpu().pc = layout.kernelText() + HostedTexts.ENTRY;
        swappers = new Coroutine[cpus];
        swappers[0] = cpu.stack("swapper/0", this::startKernel);
        cpu.startsWith(0, swappers[0]);
    }

    /// Adds a process that is started at the end of the boot and runs `program` at EL0.
    public void spawn(UserProgram program) {
        initial.add(program);
    }

    /// What processes have written to their console.
    public String console() {
        return console.toString();
    }

    /// How many PEs there are.
    public int cpus() {
        return cpus;
    }

    public KernelMemory memory() {
        return memory;
    }

    public Scheduler scheduler() {
        return scheduler;
    }

    public Interrupts interrupts() {
        return interrupts;
    }

    public HrTimers timers() {
        return timers;
    }

    /// The version of the host's interrupt controller, 2 or 3.
    public int gicVersion() {
        return gic;
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

    /// Puts a file into the host's file system, where processes can open it.
    public void addFile(String path, SeekableByteChannel contents) {
        syscalls.files().put(path, contents);
    }

    void writeConsole(char c) {
        terminal.accept(c);
    }

    /// Linux: start_kernel(), on the first PE.
    private void startKernel() {
        configuration.startCpu(cpu, layout);
        root = memory.allocate(1);
        mapKernel();
        enableMmu();
        interrupts.request(Interrupts.IPI_RESCHEDULE, scheduler::rescheduleInterrupt);
        interrupts.request(hyp.hostTimerInterrupt(), timers::interrupt);
        kvm.requestInterrupts();
        interrupts.chip().initDistributor();
        startCpu();
        for (int pe = 1; pe < cpus; pe++) {
            bringUp(pe);
        }
        initial.forEach(this::start);
        idle();
    }

    /// Linux: secondary_start_kernel().
    private void startSecondary() {
        configuration.startCpu(cpu, layout);
        enableMmu();
        startCpu();
        scheduler.reschedule(0); // it waits for this
        idle();
    }

    /// The rest of an idle task's life: with the last process the machine is switched off.
    private void idle() {
        scheduler.idle();
        cpu.mov(0, PSCI_SYSTEM_OFF);
        cpu.smc(0);
    }

    /// Linux: cpu_up(), psci_cpu_on().
    private void bringUp(int pe) {
        swappers[pe] = cpu.stack("swapper/" + pe, this::startSecondary);
        cpu.startsWith(pe, swappers[pe]);
        cpu.mov(0, PSCI_CPU_ON);
        cpu.mov(1, pe);
        cpu.mov(2, layout.kernelText() + HostedTexts.ENTRY);
        cpu.mov(3, 0);
        cpu.smc(0);
        while (online <= pe) {
            cpu.msr(PstateField.DAIF_SET, ALL);
            cpu.wfi();
            cpu.msr(PstateField.DAIF_CLR, ALL);
        }
    }

    /// One linear map of RAM, used as the identity map too while the switch is thrown, and the devices below it.
    private void mapKernel() {
        long level1 = memory.allocate(1);
        long ram = layout.ramBase() & -GIGABYTE;
        cpu.str(level1 | TABLE, root);
        cpu.str(DEVICE_BLOCK | UXN, level1);
        cpu.str(ram | BLOCK | UXN, level1 + 8 * (ram / GIGABYTE));
    }

    /// KVM: head.S, __primary_switch.
    private void enableMmu() {
        cpu.msr(SysReg.MAIR_EL1, MAIR);
        cpu.msr(SysReg.TCR_EL1, TCR);
        cpu.msr(SysReg.TTBR0_EL1, root);
        cpu.msr(SysReg.TTBR1_EL1, root);
        cpu.isb();
        cpu.msr(SysReg.SCTLR_EL1, SCTLR_MMU_ON);
        cpu.isb();
        cpu.branch(HostLayout.kernelVa(layout.kernelText()) + HostedTexts.ENTRY);
    }

    /// What each PE needs, with its idle task last: then it can take interrupts.
    private void startCpu() {
        long perCpu = HostLayout.kernelVa(memory.allocate((PerCpu.SIZE + HostLayout.PAGE - 1) / HostLayout.PAGE));
        cpu.msr(SysReg.VBAR_EL1, HostLayout.kernelVa(layout.kernelText()));
        cpu.perCpuRegister(hyp.perCpuRegister());
        cpu.msr(hyp.perCpuRegister(), perCpu);
        cpu.msr(SysReg.CPACR_EL1, CPACR_FPEN);
        cpu.msr(SysReg.MDSCR_EL1, MDSCR_TDCC);
        cpu.msr(SysReg.CONTEXTIDR_EL1, 0);
        cpu.msr(SysReg.OSLAR_EL1, 0); // set at reset; no debug exception before. Linux: clear_os_lock()
        cpu.isb();
        hyp.init(perCpu);
        int pe = cpu.index();
        Task idle = new Task("swapper/" + pe, memory.allocate(1), memory.allocate(1), null, swappers[pe]);
        scheduler.addCpu(idle);
        cpu.msr(SysReg.SP_EL0, idle.current());
        interrupts.chip().initCpu();
        interrupts.enableOnThisCpu();
        online++;
        cpu.msr(PstateField.DAIF_CLR, ALL);
    }

    private void start(UserProgram program) {
        PageTables tables = new PageTables(cpu, memory, memory.allocate(1), 0);
        AddressSpace mm = new AddressSpace(tables, nextAsid++, layout.userText());
        startThread(program, mm);
    }

    /// Linux: clone(). The number stands for the address of the thread's code.
    long cloneThread(int number) {
        AddressSpace mm = scheduler.current().mm();
        startThread(mm.text().get(number), mm);
        return 0;
    }

    private void startThread(UserProgram program, AddressSpace mm) {
        long struct = memory.allocate(1);
        long frames = memory.allocate(1);
        Coroutine stack = cpu.stack(program.name(), () -> execute(program, mm));
        scheduler.add(new Task(program.name(), struct, frames, mm, stack));
    }

    /// Starts a thread that runs in the kernel only, and for ever. Linux: kthread_run().
    public Task startKernelThread(String name, Runnable body) {
        Coroutine stack = cpu.stack(name, () -> {
            cpu.branch(HostLayout.kernelVa(layout.kernelText()) + HostedTexts.ENTRY);
            cpu.msr(PstateField.DAIF_CLR, ALL);
            body.run();
        });
        Task task = new Task(name, memory.allocate(1), memory.allocate(1), null, stack);
        scheduler.addKernelThread(task);
        return task;
    }

    /// The life of a thread, from the kernel's first return to user space to its exit.
    private void execute(UserProgram program, AddressSpace mm) {
        cpu.branch(HostLayout.kernelVa(layout.kernelText()) + HostedTexts.ENTRY);
        UserCpu user = new UserCpu(cpu, mm.text());
        try {
            Vectors.startUser(cpu, AddressSpace.TEXT + HostedTexts.ENTRY);
            program.run(user);
            user.exit();
        } catch (Syscalls.TaskExit exit) {
            // The kernel has taken the CPU back for good.
        }
        scheduler.exit();
    }

    private long syscall(long number, long[] arguments) {
        return syscalls.call(number, arguments);
    }
}
