// The performance monitors, but for the events that QEMU 7.2 does not have.

#include "board.h"

#define CYCLES 0x11
#define CHAIN 0x1e
#define AT_EL2 (is_host() ? 1u << 27 : 0) // NSH
#define CYCLE_COUNTER (1u << 31)

static volatile u64 overflows;
static volatile u32 taken, last;

void handle(struct frame *frame, u64 vector)
{
    if ((vector & 3) != 1)
        give_up(frame, vector);
    last = acknowledge();
    taken++;
    overflows = MRS(pmovsclr_el0);
    MSR(pmovsclr_el0, overflows);
    ISB();
    end(last);
}

void secondary_main(u64 context) {}

// So many rounds of two instructions.
static void loop(u64 rounds)
{
    asm volatile("isb\n1: subs %0, %0, #1\nb.ne 1b\nisb" : "+r"(rounds) : : "cc");
}

static void increments(int times, u64 counters)
{
    for (int i = 0; i < times; i++)
        MSR(pmswinc_el0, counters);
    ISB();
}

// Everything off and zero; then two counters with their events, and the first values.
static void prepare(u64 event0, u64 event1, u64 value0, u64 value1)
{
    MSR(pmcntenclr_el0, ~0u);
    MSR(pmintenclr_el1, ~0u);
    MSR(pmovsclr_el0, ~0u);
    MSR(pmcr_el0, 0x46); // LC, C, P: zero
    MSR(pmccfiltr_el0, AT_EL2);
    MSR(pmevtyper0_el0, event0 | AT_EL2);
    MSR(pmevtyper1_el0, event1 | AT_EL2);
    MSR(pmevcntr0_el0, value0);
    MSR(pmevcntr1_el0, value1);
    MSR(pmcr_el0, 0x41);
    ISB();
}

static void result(const char *text)
{
    say(text);
    say("\n");
    show(" 0:", MRS(pmevcntr0_el0));
    show(" 1:", MRS(pmevcntr1_el0));
    show(" overflows", MRS(pmovsset_el0));
    show(" interrupts", taken);
    taken = 0;
}

static void cycles(void)
{
    u64 before, backwards = 0;

    prepare(0, 0, 0, 0);
    MSR(pmcntenset_el0, CYCLE_COUNTER);
    ISB();
    before = MRS(pmccntr_el0);
    loop(1000);
    show("cycles pass", MRS(pmccntr_el0) - before >= 1000);
    for (int i = 0; i < 100; i++) {
        u64 first = MRS(pmccntr_el0), second = MRS(pmccntr_el0);
        backwards += second <= first;
    }
    show("backwards", backwards);
    MSR(pmcr_el0, 0x40);
    ISB();
    before = MRS(pmccntr_el0);
    loop(100);
    show("stopped", MRS(pmccntr_el0) - before);
}

static void software_increments(void)
{
    prepare(0, 0, 0xfffffff0, 0);
    increments(100, 1);
    result("increments, disabled");
    MSR(pmcntenset_el0, 3);
    increments(100, 3);
    result("increments");
    prepare(0, CHAIN, 0xfffffff0, 1);
    MSR(pmcntenset_el0, 3);
    increments(100, 1);
    show("increments, chained, low", MRS(pmevcntr0_el0)); // QEMU 7.2 leaves the high half alone
}

static void interrupts(void)
{
    enable_ppi(23, 1);
    unmask();
    prepare(0, 0, 0xfffffff0, 0);
    MSR(pmcntenset_el0, 3);
    increments(100, 1);
    result("no interrupt unless enabled");
    MSR(pmovsclr_el0, ~0u);
    MSR(pmintenset_el1, 1 | CYCLE_COUNTER);
    MSR(pmevcntr0_el0, 0xfffffff0);
    increments(100, 1);
    loop(100);
    result("an interrupt");
    show(" number", last);
    show(" overflows", overflows);
    MSR(pmovsset_el0, CYCLE_COUNTER);
    loop(10);
    result("by PMOVSSET");
    show(" overflows", overflows);
    MSR(pmccntr_el0, -16L);
    MSR(pmcntenset_el0, CYCLE_COUNTER);
    loop(100);
    result("by cycles");
    show(" overflows", overflows);
    mask();
}

static void registers(void)
{
    show("counters", MRS(pmcr_el0) >> 11 & 31);
    MSR(pmcntenset_el0, 0x80000005);
    show("set", MRS(pmcntenset_el0));
    MSR(pmcntenclr_el0, 4);
    show("cleared", MRS(pmcntenclr_el0));
    MSR(pmselr_el0, 3);
    ISB();
    MSR(pmxevtyper_el0, CYCLES);
    MSR(pmxevcntr_el0, 77);
    ISB();
    show("type 3", MRS(pmevtyper3_el0));
    show("counter 3", MRS(pmevcntr3_el0));
    MSR(pmccfiltr_el0, 1u << 30);
    MSR(pmselr_el0, 31);
    ISB();
    show("filter", MRS(pmxevtyper_el0));
}

void main(void)
{
    gic_init();
    registers();
    cycles();
    software_increments();
    interrupts();
}
