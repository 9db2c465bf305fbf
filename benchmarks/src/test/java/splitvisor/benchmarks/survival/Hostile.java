package splitvisor.benchmarks.survival;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.SplittableRandom;
import splitvisor.cpu.isa.A64;
import splitvisor.cpu.isa.Assembler;
import splitvisor.cpu.sysreg.SysOp;
import splitvisor.cpu.sysreg.SysReg;

/// Guests that mean no good, one kind per row, each made from a seed. They skip what is undefined and begin again when
/// they get lost, so that much of what they hold is executed.
enum Hostile {
    /// Words of any bits.
    WORDS {
        @Override
        int word(SplittableRandom random) {
            return random.nextInt();
        }
    },

    /// Instructions that exist, with any operands.
    INSTRUCTIONS {
        @Override
        int word(SplittableRandom random) {
            return instruction(random);
        }
    },

    /// Any value into any register that exists, and a few that do not; and any maintenance.
    REGISTERS {
        @Override
        int word(SplittableRandom random) {
            return switch (random.nextInt(8)) {
                case 0 -> MSR | random.nextInt(1 << 15) << 5 | random.nextInt(32);
                case 1 -> system(SysOp.values()[random.nextInt(SysOp.values().length)].encoding(), random);
                case 2 -> MRS | encoding(SysReg.values()[random.nextInt(SysReg.values().length)]) << 5
                        | random.nextInt(32);
                case 3 -> movz(random);
                default -> MSR | encoding(SysReg.values()[random.nextInt(SysReg.values().length)]) << 5
                        | random.nextInt(32);
            };
        }
    },

    /// The MMU is on, and stores go into its tables; so do TLBI and changes of the translation registers.
    TABLES {
        @Override
        int word(SplittableRandom random) {
            return switch (random.nextInt(8)) {
                case 0 -> system((random.nextBoolean() ? SysOp.TLBI_VMALLE1 : SysOp.TLBI_VAE1).encoding(), random);
                case 1 -> MSR | encoding(TRANSLATION[random.nextInt(TRANSLATION.length)]) << 5 | random.nextInt(32);
                case 2 -> movz(random);
                case 3 -> instruction(random);
                default -> STR_IMM | random.nextInt(512) << 10 | TABLE_REGISTER << 5 | random.nextInt(32);
            };
        }
    },

    /// Hypercalls, with functions that exist and that do not, and any arguments.
    PSCI {
        @Override
        int word(SplittableRandom random) {
            return switch (random.nextInt(8)) {
                case 0, 1 -> random.nextBoolean() ? 0xd400_0002 : 0xd400_0003; // HVC, SMC
                case 2 -> 0x5280_0000 | random.nextInt(16) << 5; // MOV W0, #function
                case 3 -> 0x72b0_8000; // MOVK W0, #0x8400, LSL #16
                case 4 -> 0x72b8_8000; // MOVK W0, #0xc400, LSL #16
                case 5 -> random.nextInt(4) == 0 ? 0x72b0_0000 : 0xd503_205f; // MOVK W0, #0x8000, LSL #16; WFE
                case 6 -> movz(random) & ~0x1f | 1 + random.nextInt(3);
                default -> random.nextInt(64) == 0 ? 0xd503_207f : instruction(random); // WFI
            };
        }
    },

    /// Loads and stores of any size all over the devices, KVM's and the VMM's, and over the holes between them.
    DEVICES {
        @Override
        int word(SplittableRandom random) {
            return switch (random.nextInt(8)) {
                case 0 -> 0xd2a0_0000 | random.nextInt(0x0c00) << 5 | TABLE_REGISTER; // MOVZ X20, #high, LSL #16
                case 1 -> 0xf280_0000 | random.nextInt(0x2_0000) >> 1 << 5 | TABLE_REGISTER; // MOVK X20, #low
                case 4 -> 0xf280_0000 | VIRTIO[random.nextInt(VIRTIO.length)] << 5 | TABLE_REGISTER;
                case 2 -> 0xd2a0_0000 | DEVICE_PAGES[random.nextInt(DEVICE_PAGES.length)] << 5 | TABLE_REGISTER;
                case 3 -> movz(random);
                case 5 -> access(2, random.nextInt(32), VIRTIO_REGISTER + random.nextInt(2), random);
                default -> {
                    int offset = random.nextInt(64) == 0 ? random.nextInt(4096) : random.nextInt(64);
                    yield access(random.nextInt(4), offset, TABLE_REGISTER, random);
                }
            };
        }
    },

    /// Interrupts of all kinds, sent, timed, masked, acknowledged and ended in no order.
    INTERRUPTS {
        @Override
        int word(SplittableRandom random) {
            return switch (random.nextInt(8)) {
                case 0, 1 -> MSR | encoding(GIC_AND_TIMERS[random.nextInt(GIC_AND_TIMERS.length)]) << 5
                        | random.nextInt(32);
                case 2 -> MRS | encoding(GIC_AND_TIMERS[random.nextInt(GIC_AND_TIMERS.length)]) << 5
                        | random.nextInt(20);
                case 3 -> random.nextInt(4) == 0 ? 0xd503_42df : 0xd503_42ff; // MSR DAIFSet, #2; MSR DAIFClr, #2
                case 4 -> random.nextInt(4) == 0 ? 0xd503_205f : movz(random); // WFE
                case 5 -> 0xd2a0_0000 | DEVICE_PAGES[random.nextInt(4)] << 5 | TABLE_REGISTER;
                case 6 -> random.nextInt(128) == 0 ? 0xd503_207f : movz(random); // WFI
                default -> 0xb900_0000 | (random.nextInt(8) << 5 | random.nextInt(4)) << 10 | TABLE_REGISTER << 5
                        | random.nextInt(20);
            };
        }
    },

    /// Nothing at all, for ever, with everything masked.
    SPINNING {
        @Override
        int word(SplittableRandom random) {
            return random.nextInt(16) == 0 ? 0x1400_0000 : 0xd503_4fdf; // B ., MSR DAIFSet, #15
        }
    };

    /// Guest memory of one, from the start of RAM.
    static final long RAM = 0x1_0000;

    private static final int MSR = 0xd510_0000;
    private static final int MRS = 0xd530_0000;
    private static final int SYS = 0xd508_0000;
    private static final int STR_IMM = 0xf900_0000;
    private static final int TABLE_REGISTER = 20;

    /// It and the next one lead to the disk's and the console's registers.
    private static final int VIRTIO_REGISTER = 25;
    private static final int WORDS_IN_BODY = 2048;
    private static final SysReg[] GIC_AND_TIMERS = {
        SysReg.ICC_PMR_EL1, SysReg.ICC_IGRPEN1_EL1, SysReg.ICC_IGRPEN0_EL1, SysReg.ICC_CTLR_EL1, SysReg.ICC_SGI1R_EL1,
        SysReg.ICC_SGI1R_EL1, SysReg.ICC_IAR1_EL1, SysReg.ICC_EOIR1_EL1, SysReg.ICC_DIR_EL1, SysReg.ICC_HPPIR1_EL1,
        SysReg.ICC_BPR1_EL1, SysReg.ICC_AP1R0_EL1, SysReg.CNTV_TVAL_EL0, SysReg.CNTV_CTL_EL0, SysReg.CNTV_CVAL_EL0,
        SysReg.CNTP_TVAL_EL0, SysReg.CNTP_CTL_EL0
    };
    private static final int[] VIRTIO = {0x3e00, 0x3c00}; // the console and the disk
    private static final int[] DEVICE_PAGES = {0x0800, 0x0801, 0x080a, 0x080b, 0x0900, 0x0901, 0x0a00};
    private static final SysReg[] TRANSLATION = {
        SysReg.TTBR0_EL1, SysReg.TTBR1_EL1, SysReg.TCR_EL1, SysReg.MAIR_EL1, SysReg.SCTLR_EL1, SysReg.VBAR_EL1
    };

    /// Vectors that skip an instruction or, when PC has left the program, go back into it at a place that the time
    /// chooses; then identity tables and the MMU on, then the body, for ever.
    private static final String FRAME = """
            start:  ldr     x0, =0xc4000003         // CPU_ON, if there is another
                    mov     x1, #1
                    adr     x2, mine
                    hvc     #0
            mine:   adr     x0, vectors
                    msr     vbar_el1, x0
                    ldr     x1, =0x4000c000
                    mov     x2, #%d
                    str     x2, [x1]                // devices
                    ldr     x2, =0x40000705
                    str     x2, [x1, #8]            // the guest
                    mov     x20, x1
                    ldr     x25, =0x0a003c00
                    ldr     x26, =0x0a003e00
                    ldr     x2, =0xff00
                    msr     mair_el1, x2
                    ldr     x2, =0x0000000280803519
                    msr     tcr_el1, x2
                    msr     ttbr0_el1, x1
                    isb
                    mrs     x2, sctlr_el1
                    mov     x3, #%d
                    orr     x2, x2, x3
                    msr     sctlr_el1, x2
                    isb
                    b       body
                    .ltorg
            skip:   mrs     x29, elr_el1
                    add     x29, x29, #4
                    adr     x30, body
                    sub     x28, x29, x30
                    lsr     x28, x28, #13
                    cbz     x28, 1f
                    mrs     x29, cntvct_el0
                    and     x29, x29, #0x7ff
                    add     x29, x30, x29, lsl #2
            1:      msr     elr_el1, x29
                    mrs     x28, cntvct_el0
                    eret
            irq:    mrs     x28, icc_iar1_el1
                    msr     icc_eoir1_el1, x28
                    eret
                    .balign 0x800
            vectors:
            %s
            body:
            """;

    abstract int word(SplittableRandom random);

    /// The program of the given seed, for the start of RAM.
    byte[] image(long base, long seed) {
        SplittableRandom random = new SplittableRandom(seed * 31 + ordinal());
        String vectors = "b skip\n.space 124\nb irq\n.space 124\nb irq\n.space 124\nb skip\n.space 124\n".repeat(4);
        boolean mmu = this == TABLES || random.nextInt(8) != 0;
        int devices = this == DEVICES || random.nextInt(8) == 0 ? 0x401 : 0;
        byte[] frame = Assembler.assemble(FRAME.formatted(devices, mmu ? 1 : 0, vectors), base).bytes();
        byte[] image = Arrays.copyOf(frame, frame.length + 4 * WORDS_IN_BODY + 4);
        ByteBuffer body = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN).position(frame.length);
        for (int i = 0; i < WORDS_IN_BODY; i++) {
            body.putInt(word(random));
        }
        body.putInt(0x1400_0000 | -WORDS_IN_BODY & 0x3ff_ffff); // B body
        return image;
    }

    private static int instruction(SplittableRandom random) {
        A64 row = A64.values()[1 + random.nextInt(A64.values().length - 1)];
        return row.pattern() == null
                ? random.nextInt()
                : random.nextInt() & ~row.pattern().cube().mask() | row.pattern().cube().value();
    }

    private static int encoding(SysReg reg) {
        return reg.encoding() & 0x7fff;
    }

    private static int system(int encoding, SplittableRandom random) {
        return SYS | (encoding & 0x3fff) << 5 | random.nextInt(32);
    }

    /// A load or store of 1 << `log2` bytes at `offset` times as many; one in four of XZR: zero where a size is meant.
    private static int access(int log2, int offset, int base, SplittableRandom random) {
        int value = random.nextInt(4) == 0 ? 31 : random.nextInt(20);
        return 0x3900_0000 | log2 << 30 | random.nextInt(2) << 22 | offset << 10 | base << 5 | value;
    }

    /// MOVZ or MOVN of 16 bits anywhere into any of X0 to X24.
    private static int movz(SplittableRandom random) {
        int base = random.nextBoolean() ? 0xd280_0000 : 0x9280_0000;
        return base | random.nextInt(4) << 21 | random.nextInt(1 << 16) << 5 | random.nextInt(25);
    }
}
