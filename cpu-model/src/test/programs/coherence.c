// Code that is written and executed in turns, and eight PEs that PSCI turns on and off.

#include "board.h"

#define PES 8
#define TARGET 7
#define CPU_OFF 0x84000002
#define CPU_ON 0xc4000003
#define AFFINITY_INFO 0xc4000004

static volatile int up, go, done;
static volatile long answers[PES];
static u32 code[1024] __attribute__((aligned(4096)));

void handle(struct frame *frame, u64 vector) { give_up(frame, vector); }

static long turn_on(u64 which) { return psci(CPU_ON, which, (u64)secondary, which); }

// PEs 1 to 6 try to turn on the last one at once, and go off.
void secondary_main(u64 self)
{
    __atomic_add_fetch(&up, 1, __ATOMIC_SEQ_CST);
    while (self == TARGET)
        asm volatile("wfi");
    while (!go)
        asm volatile("wfe");
    answers[self] = turn_on(TARGET);
    __atomic_add_fetch(&done, 1, __ATOMIC_SEQ_CST);
    psci(CPU_OFF, 0, 0, 0);
}

static void rewritten_code(void)
{
    int wrong = 0;

    for (u64 i = 0; i < 200; i++) {
        code[0] = 0xd2800000 | i << 5; // mov x0, #i
        code[1] = 0xd65f03c0;          // ret
        asm volatile("dc cvau, %0\ndsb ish\nic ivau, %0\ndsb ish\nisb" : : "r"(code) : "memory");
        wrong += ((u64(*)(void))code)() != i;
    }
    show("old code executed", wrong);
}

void main(void)
{
    int on = 0, refused = 0;

    rewritten_code();
    for (u64 i = 1; i < TARGET; i++) {
        show("on", turn_on(i));
        while (up < i)
            ;
    }
    go = 1;
    DSB();
    asm volatile("sev");
    answers[0] = turn_on(TARGET);
    while (done < TARGET - 1)
        ;
    for (int i = 0; i < TARGET; i++) {
        on += answers[i] == 0;
        refused += answers[i] == -4 || answers[i] == -5; // ALREADY_ON, ON_PENDING
    }
    show("turned on", on);
    show("refused", refused);
    while (up < TARGET)
        ;
    for (u64 i = 1; i < TARGET; i++)
        while (psci(AFFINITY_INFO, i, 0, 0) != 1)
            ;
    show("the last one's state", psci(AFFINITY_INFO, TARGET, 0, 0));
    show("on again", turn_on(2));
    while (psci(AFFINITY_INFO, 2, 0, 0) != 1)
        ;
    say("and off\n");
}
