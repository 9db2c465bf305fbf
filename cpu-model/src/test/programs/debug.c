// Self-hosted debug of the same EL: breakpoints, watchpoints, software step, BRK. The handler keeps what happened and
// disarms what caught.

#include "board.h"

#define ENABLE 1
#define WHOLE_WORD (15 << 5)
#define LOADS (1 << 3)
#define STORES (2 << 3)
#define MDE (1 << 15)
#define KDE (1 << 13)
#define SS 1
#define PSTATE_SS (1 << 21)

enum { BREAKPOINT = 0x31, STEP = 0x33, WATCHPOINT = 0x35, BRK = 0x3c };

extern char first[], second[], third[], stepped[], stepped_end[];

static volatile u64 syndromes[64], places[64];
static volatile int hits;
static volatile u64 words[8] __attribute__((aligned(64)));

void secondary_main(u64 context) {}

void handle(struct frame *frame, u64 vector)
{
    int class = exception_class();

    syndromes[hits] = MRS(esr_el1);
    places[hits] = frame->pc - (u64)first;
    if (class == BREAKPOINT && frame->pc == (u64)third) {
        MSR(dbgbcr1_el1, 0);
    } else if (class == BREAKPOINT) {
        MSR(dbgbcr0_el1, 0);
    } else if (class == WATCHPOINT) {
        places[hits] = MRS(far_el1) - (u64)words;
        MSR(dbgwcr0_el1, 0);
    } else if (class == STEP) {
        places[hits] = frame->pc - (u64)stepped;
        if (frame->pc < (u64)stepped_end)
            frame->pstate |= PSTATE_SS;
        else
            MSR(mdscr_el1, 0);
    } else if (class == BRK) {
        frame->pc += 4;
    } else {
        give_up(frame, vector);
    }
    ISB();
    hits++;
}

static void result(const char *text)
{
    show(text, hits);
    for (int i = 0; i < hits; i++) {
        show(" ESR", syndromes[i]);
        show("  at", places[i]);
    }
    hits = 0;
}

static __attribute__((noinline)) void code(void)
{
    asm volatile(".global first, second, third\nfirst: nop\nsecond: nop\nnop\nthird: nop" : : : "memory");
}

static void nothing_armed(void)
{
    MSR(mdscr_el1, 0);
    MSR(dbgbcr0_el1, 0);
    MSR(dbgbcr1_el1, 0);
    MSR(dbgwcr0_el1, 0);
    ISB();
}

// Where a breakpoint or watchpoint looks, in HMC, SSC and PMC (PAC): here; nowhere else.
static u32 this_el(void) { return is_host() ? 1 << 13 | 3 << 1 : 1 << 1; }

static void armed(const char *text, char *at, u32 where, u64 controls)
{
    MSR(dbgbvr0_el1, at);
    MSR(dbgbcr0_el1, ENABLE | WHOLE_WORD | where);
    MSR(mdscr_el1, controls);
    ISB();
    code();
    result(text);
    nothing_armed();
}

static void breakpoints(void)
{
    code();
    result("none");
    MSR(dbgbvr1_el1, third);
    MSR(dbgbcr1_el1, ENABLE | WHOLE_WORD | this_el());
    armed("two", first, this_el(), MDE | KDE);
    armed("without MDE", first, this_el(), KDE);
    armed("without KDE", first, this_el(), MDE);
    armed("of EL0", second, 2 << 1, MDE | KDE);
    armed("of EL1", second, 1 << 1, MDE | KDE);
    asm volatile("msr daifset, #8");
    armed("masked", second, this_el(), MDE | KDE);
    asm volatile("msr daifclr, #8");
}

#define WATCHED(text, access, ...) \
    do { \
        MSR(dbgwcr0_el1, control); \
        ISB(); \
        asm volatile(access : : "r"(&words[1]), ##__VA_ARGS__ : "memory", "x2", "x3"); \
        result(text); \
    } while (0)

static void accesses(u64 control)
{
    MSR(mdscr_el1, MDE | KDE);
    WATCHED("store", "str x2, [%0]");
    WATCHED("load", "ldr x2, [%0]");
    WATCHED("store of byte 3", "strb w2, [%0, #3]");
    WATCHED("pair stored before and on it", "stp x2, x3, [%0, #-8]");
    WATCHED("pair loaded", "ldp x2, x3, [%0]");
    WATCHED("exclusives", "ldxr x2, [%0]\nstxr w3, x2, [%0]");
    WATCHED("atomic", ".arch_extension lse\nldadd x2, x3, [%0]");
    WATCHED("maintenance, prefetch", "dc civac, %0\ndc cvac, %0\nic ivau, %0\nprfm pldl1keep, [%0]");
    WATCHED("next doubleword", "str x2, [%0, #8]");
    nothing_armed();
}

static void watchpoints(void)
{
    MSR(dbgwvr0_el1, &words[1]);
    for (int kind = LOADS; kind <= (LOADS | STORES); kind += LOADS)
        for (int size = 1; size <= 8; size *= 2) {
            show("watched", kind << 4 | size);
            accesses(ENABLE | kind | ((1 << size) - 1) << 5 | this_el());
        }
    MSR(dbgwvr0_el1, words);
    show("a range of 32 bytes", 0);
    accesses(ENABLE | LOADS | STORES | 0xff << 5 | 5 << 24 | this_el());
}

static void step(void)
{
    u64 pstate = MRS(CurrentEL) | 1 | 0x1c0 | PSTATE_SS;

    asm volatile("msr daifset, #8");
    MSR(mdscr_el1, SS | KDE);
    ISB();
    asm volatile(".global stepped, stepped_end\n"
                 "adr x2, stepped\nmsr elr_el1, x2\nmsr spsr_el1, %0\neret\n"
                 "stepped: nop\nmov x3, #3\n1: subs x3, x3, #1\nb.ne 1b\nmrs x2, daif\nnop\n"
                 "stepped_end: nop"
                 : : "r"(pstate) : "memory", "cc", "x2", "x3");
    result("steps");
    nothing_armed();
}

void main(void)
{
    MSR(oslar_el1, 0);
    MSR(osdlr_el1, 0);
    if (is_host())
        MSR(mdcr_el2, MRS(mdcr_el2) | 1 << 8); // TDE: EL2 debugs itself
    nothing_armed();
    asm volatile("msr daifclr, #8");
    show("OS lock", MRS(oslsr_el1) >> 1 & 1);
    breakpoints();
    watchpoints();
    step();
    asm volatile("brk #5");
    result("BRK");
}
