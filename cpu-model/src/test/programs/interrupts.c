// Interrupts between four PEs, the distributor's registers as far as QEMU and the specification agree, PSCI's answers.

#include "board.h"

#define PES 4
#define SPI 40

static volatile int taken[PES], up, deactivates;
static volatile u32 last[PES];

void handle(struct frame *frame, u64 vector)
{
    u32 interrupt;

    if ((vector & 3) != 1)
        give_up(frame, vector);
    interrupt = acknowledge();
    last[pe()] = interrupt;
    if (deactivates)
        write32(own_interrupts() + 0x380, 1u << (interrupt & 31)); // its priority stays
    else
        end(interrupt);
    __atomic_add_fetch(&taken[pe()], 1, __ATOMIC_SEQ_CST);
}

void secondary_main(u64 context)
{
    gic_init();
    write32(own_interrupts() + 0x100, 0xffff);
    unmask();
    __atomic_add_fetch(&up, 1, __ATOMIC_SEQ_CST);
    for (;;)
        asm volatile("wfi");
}

// SGI `intid` to the PEs in `targets`; what everybody got, after a while.
static void result(const char *text)
{
    for (int i = 0; i < 20000; i++)
        asm volatile("yield");
    say(text);
    say("\n");
    for (int i = 0; i < PES; i++) {
        show(" taken", taken[i]);
        show("  last", last[i]);
        taken[i] = last[i] = 0;
    }
}

static void send(const char *text, int intid, u32 targets)
{
    DSB();
    if (has_gicv3()) {
        MSR(S3_0_C12_C11_5, (u64)intid << 24 | targets);
        ISB();
    } else {
        write32(GICD + 0xf00, targets << 16 | intid);
    }
    result(text);
}

static void software_interrupts(void)
{
    send("to itself", 1, 1);
    send("to the others", 2, 0xe);
    send("to all", 3, 0xf);
    if (has_gicv3()) {
        MSR(S3_0_C12_C11_5, 1UL << 40 | 4 << 24); // IRM
        ISB();
        result("to all but itself");
    } else {
        write32(GICD + 0xf00, 1 << 24 | 4);
        result("to all but itself");
        write32(GICD + 0xf00, 2 << 24 | 5);
        result("to itself, by filter");
    }
    deactivates = 1;
    send("deactivated, not ended", 6, 1);
    deactivates = 0;
    mask();
    end(6);
    unmask();
    send("ended", 7, 1);
}

static void shared_interrupt(void)
{
    write32(GICD + 0x400 + SPI, 0xa0a0a0a0);
    if (has_gicv3()) {
        asm volatile("str xzr, [%0]" : : "r"(GICD + 0x6000 + 8 * SPI) : "memory");
        write32(GICD + 0x84, ~0u);
    } else {
        write8(GICD + 0x800 + SPI, 2);
    }
    write32(GICD + 0x104, 1 << (SPI & 31));
    write32(GICD + 0x204, 1 << (SPI & 31));
    result("an SPI by software");
    show("own target", read8(GICD + 0x800));
    write8(GICD + 0x421, 0xf0);
    show("priority by byte", read32(GICD + 0x420));
    show("nothing pending", has_gicv3() ? MRS(S3_0_C12_C12_2) : read32(GICC + 0x18));
    show("running", has_gicv3() ? MRS(S3_0_C12_C11_3) : read32(GICC + 0x14));
    show("spurious", acknowledge());
}

static void firmware(void)
{
    show("PSCI_VERSION", psci(0x84000000, 0, 0, 0));
    show("AFFINITY_INFO", psci(0xc4000004, 1, 0, 0));
    show("of nobody", psci(0xc4000004, 9, 0, 0));
    show("CPU_ON again", psci(0xc4000003, 1, (u64)secondary, 1));
    show("of nobody", psci(0xc4000003, 77, (u64)secondary, 1));
    show("MIGRATE_INFO_TYPE", psci(0x84000006, 0, 0, 0));
    show("PSCI_FEATURES of CPU_ON", psci(0x8400000a, 0xc4000003, 0, 0));
    show("of nothing", psci(0x8400000a, 0xc4000099, 0, 0));
    show("a hypervisor's call", psci(0x4b000000, 0, 0, 0));
    show("nobody's call", psci(0xdeadbeef, 0, 0, 0));
    show("empty transport", read32(0x0a000008));
}

void main(void)
{
    gic_init();
    write32(own_interrupts() + 0x100, 0xffff);
    for (u64 i = 1; i < PES; i++) {
        show("CPU_ON", psci(0xc4000003, i, (u64)secondary, i));
        while (up < i)
            ;
    }
    unmask();
    software_interrupts();
    shared_interrupt();
    mask();
    firmware();
}
