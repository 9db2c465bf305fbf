package splitvisor.highvisor.user;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import splitvisor.cpu.board.VirtMap;
import splitvisor.cpu.gic.Gic;
import splitvisor.cpu.gic.InterruptLine;
import splitvisor.cpu.virtio.VirtioBlock;
import splitvisor.cpu.virtio.VirtioConsole;
import splitvisor.highvisor.kernel.UserCpu;
import splitvisor.highvisor.kernel.UserProgram;
import splitvisor.highvisor.kvm.Kvm;
import splitvisor.highvisor.kvm.KvmRun;
import splitvisor.highvisor.user.device.Console;
import splitvisor.highvisor.user.device.GuestRam;
import splitvisor.highvisor.user.device.KernelFile;
import splitvisor.highvisor.user.device.UserGic;
import splitvisor.highvisor.user.device.VirtBoard;

/// A small virtual machine monitor: one VM with a thread for each vCPU, its memory, and the devices of [VirtBoard]. It
/// runs at EL0 and reaches KVM by ioctl only.
public final class Vmm implements UserProgram {

    /// What the VM is made of.
    ///
    /// @param name the process's name
    /// @param memory what guest memory holds, by guest physical address, doubleword-aligned
    /// @param entry where the guest begins, at EL1 with the MMU off
    /// @param ramSize guest memory from [#RAM], in bytes
    /// @param arguments X0 and following at entry
    /// @param vcpus how many vCPUs it has; all but the first wait for PSCI CPU_ON
    /// @param gic version of the interrupt controller that the kernel emulates, 2 or 3; 0: none; [#GICV2_IN_VMM]
    /// @param signals which of the kernel's signalling devices it has
    /// @param drives files of the host that are virtio block devices, the first behind the last transport
    /// @param virtioConsole whether there is a virtio console beside the UART, on the same output
    /// @param input whether the UART receives what the host's console receives
    public record Options(
            String name,
            Map<Long, byte[]> memory,
            long entry,
            long ramSize,
            long[] arguments,
            int vcpus,
            int gic,
            Signals signals,
            List<String> drives,
            boolean virtioConsole,
            boolean input) {

        /// A VM with a GIC that begins at the start of its only image.
        public static Options of(String name, byte[] image, long ramSize, long... arguments) {
            return of(name, Map.of(IMAGE, image), IMAGE, ramSize, arguments);
        }

        /// The same with any contents of memory.
        public static Options of(
                String name, Map<Long, byte[]> memory, long entry, long ramSize, long... arguments) {
            return new Options(
                    name, memory, entry, ramSize, arguments, 1, 3, Signals.NONE, List.of(), false, false);
        }

        /// The same with such a signalling device.
        public Options withSignals(Signals device) {
            return new Options(
                    name, memory, entry, ramSize, arguments, vcpus, gic, device, drives, virtioConsole, input);
        }

        /// The same with another version of the GIC.
        public Options withGic(int version) {
            return new Options(
                    name, memory, entry, ramSize, arguments, vcpus, version, signals, drives, virtioConsole, input);
        }

        /// The same with `count` vCPUs.
        public Options withVcpus(int count) {
            return new Options(
                    name, memory, entry, ramSize, arguments, count, gic, signals, drives, virtioConsole, input);
        }

        /// The same with these files as disks.
        public Options withDrives(List<String> files) {
            return new Options(
                    name, memory, entry, ramSize, arguments, vcpus, gic, signals, files, virtioConsole, input);
        }

        /// The same with a virtio console.
        public Options withVirtioConsole() {
            return new Options(name, memory, entry, ramSize, arguments, vcpus, gic, signals, drives, true, input);
        }

        /// The same with the host's console as input.
        public Options withInput() {
            return new Options(
                    name, memory, entry, ramSize, arguments, vcpus, gic, signals, drives, virtioConsole, true);
        }
    }

    /// The kernel's signalling devices, of which a VM may have one.
    public enum Signals {
        NONE(0),
        /// A wire to the next VM that is on it.
        WIRE(Kvm.DEVICE_WIRE),
        /// A device whose other half is a thread of the host kernel's, as vhost's are.
        BACKEND(Kvm.DEVICE_BACKEND);

        private final long device;

        Signals(long device) {
            this.device = device;
        }
    }

    /// How the guest ended.
    public enum Outcome {
        RUNNING,
        POWERED_OFF,
        RESET,
        NOT_EMULATED
    }

    /// A GICv2 that this VMM emulates.
    public static final int GICV2_IN_VMM = -2;

    /// Where guest memory starts, as on QEMU's `virt`.
    public static final long RAM = VirtMap.RAM_BASE;

    /// Where a raw image lies.
    public static final long IMAGE = RAM + 0x8_0000;

    private static final int CORE_PC = 32;
    private static final long CHARACTER_TIME = 86_806; // nanoseconds: 10 bits at 115,200 baud

    private final Options options;
    private Outcome outcome = Outcome.RUNNING;
    private KvmClient client;
    private UserCpu cpu;
    private VirtBoard board;
    private UserGic gic;
    private Mutex mutex;
    private long roomWord;
    private long roomMade;
    private boolean inputWaits;

    public Vmm(Options options) {
        this.options = options;
    }

    @Override
    public String name() {
        return options.name;
    }

    /// How the guest ended; RUNNING until it has.
    public Outcome outcome() {
        return outcome;
    }

    @Override
    public void run(UserCpu userCpu) {
        cpu = userCpu;
        client = new KvmClient(options.name, cpu);
        long vm = client.createVm();
        GuestRam memory = createMemory(vm);
        long[] vcpus = new long[options.vcpus];
        for (int i = 0; i < vcpus.length; i++) {
            vcpus[i] = client.createVcpu(vm, i);
        }
        createKernelDevices(vm);
        createBoard(vm, memory);
        client.setReg(vcpus[0], CORE_PC, options.entry);
        for (int n = 0; n < options.arguments.length; n++) {
            client.setReg(vcpus[0], n, options.arguments[n]);
        }
        if (vcpus.length == 1 && !options.input) {
            runVcpu(cpu, 0, vcpus[0]);
        } else {
            long page = client.mmap(KvmClient.PAGE);
            mutex = new Mutex(cpu, page);
            roomWord = page + 8;
            startThreads(vcpus);
            runVcpu(cpu, 0, vcpus[0]);
            cpu.exitGroup();
        }
    }

    /// A thread other than the first. When it has done its part the process ends.
    private record Part(String name, Consumer<UserCpu> body) implements UserProgram {

        @Override
        public void run(UserCpu thread) {
            body.accept(thread);
            thread.exitGroup();
        }
    }

    private void startThreads(long[] vcpus) {
        for (int i = 1; i < vcpus.length; i++) {
            long vcpu = vcpus[i];
            client.initPoweredOff(vcpu);
            int index = i;
            cpu.startThread(new Part("%s/%d".formatted(options.name, i), thread -> runVcpu(thread, index, vcpu)));
        }
        if (options.input) {
            cpu.startThread(new Part(options.name + "/input", this::readInput));
        }
    }

    /// What is typed goes to the UART, for ever, at the pace of a line: a guest that empties its receiver before it
    /// listens would otherwise find it full again at once, and never hear of it.
    private void readInput(UserCpu thread) {
        KvmClient reader = new KvmClient(options.name, thread);
        while (true) {
            int character = reader.getc();
            mutex.lock();
            while (!board.hasRoom()) {
                awaitRoom(reader);
            }
            board.receive(character);
            mutex.unlock();
            reader.sleep(CHARACTER_TIME);
        }
    }

    /// Until a vCPU has read from the UART, without the mutex, and then some.
    private void awaitRoom(KvmClient reader) {
        inputWaits = true;
        long turn = roomMade;
        mutex.unlock();
        reader.awaitChange(roomWord, turn);
        reader.sleep(10 * CHARACTER_TIME);
        mutex.lock();
    }

    /// Runs a vCPU until the guest has ended; devices serve one vCPU at a time.
    private void runVcpu(UserCpu thread, int index, long vcpu) {
        long run = new KvmClient(options.name, thread).mmap(KvmClient.PAGE, vcpu);
        while (outcome == Outcome.RUNNING) {
            thread.path(VmmPath.RUN_LOOP);
            thread.ioctl(vcpu, Kvm.RUN, 0);
            if (mutex != null) {
                mutex.lock();
            }
            handleExit(index, run);
            if (mutex != null) {
                mutex.unlock();
            }
        }
    }

    private GuestRam createMemory(long vm) {
        long memory = client.mmap(options.ramSize);
        options.memory.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(piece -> copy(piece.getValue(), memory + piece.getKey() - RAM));
        client.setMemoryRegion(vm, RAM, options.ramSize, memory);
        return new GuestRam(cpu, RAM, options.ramSize, memory);
    }

    private void copy(byte[] bytes, long to) {
        ByteBuffer padded = ByteBuffer.wrap(Arrays.copyOf(bytes, (bytes.length + 7) & -8));
        padded.order(ByteOrder.LITTLE_ENDIAN);
        while (padded.hasRemaining()) {
            cpu.store(to + padded.position(), 3, padded.getLong());
        }
    }

    private void createKernelDevices(long vm) {
        if (options.gic > 0) {
            long vgic = client.createDevice(vm, options.gic == 2 ? Kvm.DEVICE_VGIC_V2 : Kvm.DEVICE_VGIC_V3);
            client.setIrqs(vgic, Gic.END);
        }
        if (options.signals != Signals.NONE) {
            client.createDevice(vm, options.signals.device);
        }
    }

    private void createBoard(long vm, GuestRam memory) {
        Console console = new Console(client::putc);
        if (options.gic == GICV2_IN_VMM) {
            gic = new UserGic(options.vcpus, (vcpu, level) -> client.setInput(vm, vcpu, level), cpu::path);
        }
        IntFunction<InterruptLine> spis = gic != null ? gic::spi : spi -> line(vm, VirtMap.FIRST_SPI + spi);
        board = new VirtBoard(memory, spis, console, client::seconds);
        for (String path : options.drives) {
            board.attach(disk(path));
        }
        if (options.virtioConsole) {
            board.attach(new VirtioConsole(console));
        }
    }

    /// An SPI of the VM. KVM hears of it when its level changes.
    private InterruptLine line(long vm, int intid) {
        boolean[] level = new boolean[1];
        return asserted -> {
            if (asserted != level[0]) {
                level[0] = asserted;
                client.setInterrupt(vm, intid, asserted);
            }
        };
    }

    private VirtioBlock disk(String path) {
        long fd = client.open(path);
        if (fd < 0) {
            throw new IllegalStateException("%s: the host has no file %s".formatted(options.name, path));
        }
        GuestRam buffer = new GuestRam(cpu, 0, KvmClient.PAGE, client.mmap(KvmClient.PAGE));
        try {
            return new VirtioBlock(new KernelFile(cpu, fd, client.fileSize(fd), buffer), false);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void handleExit(int vcpu, long run) {
        switch ((int) cpu.load(run + KvmRun.EXIT_REASON, 2)) {
            case KvmRun.EXIT_MMIO -> emulateMmio(vcpu, run);
            case KvmRun.EXIT_INTR -> {} // a signal, which the kernel deals with
            case KvmRun.EXIT_SYSTEM_EVENT ->
                    outcome =
                            cpu.load(run + KvmRun.SYSTEM_EVENT_TYPE, 2) == KvmRun.SYSTEM_EVENT_SHUTDOWN
                                    ? Outcome.POWERED_OFF
                                    : Outcome.RESET;
            default -> outcome = Outcome.NOT_EMULATED;
        }
    }

    private void emulateMmio(int vcpu, long run) {
        long address = cpu.load(run + KvmRun.MMIO_PHYS_ADDR, 3);
        long access = cpu.load(run + KvmRun.MMIO_LEN, 3); // and MMIO_IS_WRITE behind it
        int log2 = Integer.numberOfTrailingZeros((int) access);
        boolean write = (access >>> 32 & 0xff) != 0;
        long value = write ? cpu.load(run + KvmRun.MMIO_DATA, 3) : 0;
        boolean toGic = gic != null && gic.covers(address);
        if (!toGic) {
            cpu.path(VmmPath.DEVICE);
        }
        if (write && toGic) {
            gic.write(vcpu, address, log2, value);
        } else if (write) {
            board.write(address, log2, value);
        } else {
            cpu.store(run + KvmRun.MMIO_DATA, 3, toGic ? gic.read(vcpu, address, log2) : board.read(address, log2));
        }
        if (inputWaits && board.hasRoom()) {
            inputWaits = false;
            client.change(roomWord, ++roomMade);
        }
    }
}
