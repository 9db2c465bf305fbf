// The timers that EL1's names lead to: the EL1 physical and virtual one, or a VHE host's EL2 physical one. (QEMU 7.2
// connects the EL2 virtual timer to no interrupt.)

#include "board.h"

static volatile u32 taken, last;

void handle(struct frame *frame, u64 vector)
{
    u32 interrupt;

    if ((vector & 3) != 1)
        give_up(frame, vector);
    interrupt = acknowledge();
    last = interrupt;
    taken++;
    if (interrupt == 27)
        MSR(cntv_ctl_el0, 3);
    else
        MSR(cntp_ctl_el0, 3);
    ISB();
    end(interrupt);
}

void secondary_main(u64 context) {}

// ISTATUS of a timer that is disabled is UNKNOWN.
static u64 known(u64 control) { return control & (control & 1 ? 7 : 3); }

static u32 pending(int intid) { return read32(own_interrupts() + 0x200) >> intid & 1; }

static u32 active(int intid) { return read32(own_interrupts() + 0x300) >> intid & 1; }

static void take(void)
{
    unmask();
    mask();
    show(" taken", taken);
    taken = 0;
}

#define TIMER(name) \
    static void name##_state(int intid) \
    { \
        ISB(); \
        show(" CTL", known(MRS(name##_ctl_el0))); \
        show(" pending", pending(intid)); \
        show(" active", active(intid)); \
    } \
    static void name(int intid) \
    { \
        u64 start; \
        say(#name "\n"); \
        enable_ppi(intid, 1); \
        MSR(name##_ctl_el0, 0); \
        name##_state(intid); \
        MSR(name##_cval_el0, 0); \
        MSR(name##_ctl_el0, 1); \
        name##_state(intid); \
        MSR(name##_ctl_el0, 3); \
        name##_state(intid); \
        MSR(name##_ctl_el0, 1); \
        enable_ppi(intid, 0); \
        name##_state(intid); \
        take(); \
        enable_ppi(intid, 1); \
        take(); \
        name##_state(intid); \
        MSR(name##_ctl_el0, 1); \
        MSR(name##_cval_el0, ~0UL); \
        name##_state(intid); \
        MSR(name##_tval_el0, -1); \
        name##_state(intid); \
        MSR(name##_tval_el0, 0x7fffffff); \
        name##_state(intid); \
        MSR(name##_tval_el0, 0x80000000); \
        name##_state(intid); \
        start = MRS(cntpct_el0); \
        MSR(name##_tval_el0, 10000); \
        while (!taken) { \
            asm volatile("wfi"); \
            unmask(); \
            mask(); \
        } \
        show(" woken by", last); \
        show(" too early", MRS(cntpct_el0) - start < 10000); \
        taken = 0; \
        MSR(name##_ctl_el0, 0); \
        enable_ppi(intid, 0); \
    }

TIMER(cntp)
TIMER(cntv)

void main(void)
{
    gic_init();
    cntp(is_host() ? 26 : 30);
    if (!is_host())
        cntv(27);
}
