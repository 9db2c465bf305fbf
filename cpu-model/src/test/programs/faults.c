// One instruction each that does not get through, at this EL with the MMU off, with the MMU on, and at EL0. Left out is
// where QEMU 7.2 and the Arm ARM differ: alignment of Device memory, faults of cache maintenance, ISV.

#include "board.h"

#define HOLE 0x90000000UL   // behind RAM
#define UNMAPPED 0x7fe00000 // blocks of 2 MiB that main() maps so
#define READ_ONLY 0x7fc00000
#define NEVER_EXECUTED 0x7fa00000
#define NOT_ACCESSED 0x7f800000
#define USER 0x7f600000     // the program, for EL0

#define BLOCK 0x701UL
#define RAM 0x40000000UL
#define IMAGE 0x40000000UL

static volatile u64 syndrome, address, vector_taken, count;
static u64 level1[512] __attribute__((aligned(4096))), level2[512] __attribute__((aligned(4096)));
static u8 user_stack[4096] __attribute__((aligned(16)));

// What the handler does after the first exception.
static volatile enum { SKIP, RETURN, LEAVE_EL0 } then;

void secondary_main(u64 context) {}

// Keeps the first exception. EL0 comes back by SVC #99.
void handle(struct frame *frame, u64 vector)
{
    u64 esr = MRS(esr_el1);
    int class = esr >> 26;

    if (count++ == 0) {
        syndrome = class == 0x25 ? esr & ~0x1ffc000UL : esr; // ISV is not for stage 1
        address = class == 0x20 || class == 0x21 || class == 0x22 || class == 0x24 || class == 0x25 ? MRS(far_el1) : 0;
        vector_taken = vector;
    }
    if (then == RETURN) {
        frame->pc = frame->x[30];
    } else if (then == LEAVE_EL0 && class == 0x15 && (esr & 0xffff) == 99) {
        frame->pstate = 0x3c0 | MRS(CurrentEL) | 1;
        frame->pc = frame->x[20];
    } else if (class != 0x15) {
        frame->pc += 4;
    }
}

static void result(const char *text)
{
    say(text);
    say("\n");
    show(" exceptions", count);
    if (count) {
        show(" vector", vector_taken);
        show(" ESR", syndrome);
        show(" FAR", address);
    }
    count = 0;
}

#define AT_X0(pa, instructions) \
    do { \
        then = SKIP; \
        asm volatile("mov x0, %0\n" instructions : : "r"((u64)(pa)) : "memory", "x0", "x1", "x2"); \
        result(instructions " at " #pa); \
    } while (0)
#define TRY(instructions) \
    do { \
        then = SKIP; \
        asm volatile(instructions : : : "memory", "x0", "x1", "x2", "x3", "x4"); \
        result(instructions); \
    } while (0)

static void fetch(const char *text, u64 from)
{
    then = RETURN;
    ((void (*)(void))from)();
    result(text);
}

static void without_mmu(void)
{
    TRY("svc #123");
    TRY("udf #0");
    TRY(".inst 0xffffffff");
    TRY("mrs x0, S3_0_C15_C0_0");
    TRY("mrs x0, S3_7_C1_C2_3");
    TRY(".inst 0xd5180000 // msr midr_el1, x0");
    TRY("brk #0xbeef");
    TRY("hlt #3");
    TRY(".inst 0xd503233f // paciasp is a NOP");
    TRY(".inst 0xdac143e0 // xpaci is not");
    TRY(".inst 0x04a0e3e0 // SVE");
    TRY("mov x3, sp\nsub x4, sp, #8\nmov sp, x4\nldr x0, [sp]\nmov sp, x3");
    AT_X0(HOLE, "ldr x1, [x0]");
    AT_X0(HOLE, "strb w1, [x0]");
    AT_X0(HOLE, "ldp x1, x2, [x0]");
    fetch("fetch from a hole", HOLE);
    fetch("fetch, misaligned", (u64)level1 + 1);
}

static void map(void)
{
    level1[0] = 0x60000000000405; // Device, not to be executed
    level1[1] = (u64)level2 | 3;
    level1[2] = 0x80000000 | BLOCK;
    for (u64 i = 0; i < 512; i++)
        level2[i] = (RAM + (i << 21)) | BLOCK;
    level2[(UNMAPPED - RAM) >> 21] = 0;
    level2[(READ_ONLY - RAM) >> 21] |= 1 << 7;
    level2[(NEVER_EXECUTED - RAM) >> 21] |= 1UL << 53 | 1UL << 54;
    level2[(NOT_ACCESSED - RAM) >> 21] &= ~0x400UL;
    level2[(USER - RAM) >> 21] = IMAGE | BLOCK | 1 << 6;
    MSR(mair_el1, 0xff);
    MSR(tcr_el1, 0x500803519);
    MSR(ttbr0_el1, level1);
    ISB();
    asm volatile("tlbi vmalle1is\nic iallu\ndsb sy\nisb");
    MSR(sctlr_el1, MRS(sctlr_el1) | 0x1005);
    ISB();
}

static void with_mmu(void)
{
    AT_X0(UNMAPPED, "ldr x1, [x0]");
    AT_X0(UNMAPPED, "ldxr x1, [x0]");
    AT_X0(UNMAPPED, "stxr w2, x1, [x0]");
    AT_X0(UNMAPPED, "dc zva, x0");
    AT_X0(UNMAPPED, "prfm pldl1keep, [x0]");
    AT_X0(UNMAPPED, ".arch_extension lse\nldadd x2, x1, [x0]");
    AT_X0(READ_ONLY, "str x1, [x0]");
    AT_X0(NOT_ACCESSED, "ldr x1, [x0]");
    AT_X0(0xc0000000, "ldr x1, [x0]");
    AT_X0(0x8000000000, "ldr x1, [x0]");
    AT_X0(0xffff000000000000, "ldr x1, [x0]");
    AT_X0(HOLE, "ldr x1, [x0]");
    AT_X0(UNMAPPED, "at s1e1r, x0\nisb");
    show(" PAR", MRS(par_el1));
    AT_X0(READ_ONLY, "at s1e1w, x0\nisb");
    show(" PAR", MRS(par_el1));
    AT_X0(IMAGE, "at s1e0r, x0\nisb");
    show(" PAR", MRS(par_el1));
    fetch("fetch from nowhere", UNMAPPED);
    fetch("fetch from what is not to be executed", NEVER_EXECUTED);
    fetch("fetch from a device", UART);
    fetch("fetch from a hole", HOLE);
    fetch("fetch from EL0's page", USER + 0x1000);
}

static void enter_el0(const char *text, u64 code)
{
    u64 alias = USER - IMAGE;

    then = LEAVE_EL0;
    asm volatile("mov x21, sp\nmov x22, x29\nadr x20, 1f\nmsr sp_el0, %1\nmsr elr_el1, %0\n"
                 "mov x0, #0x3c0\nmsr spsr_el1, x0\neret\n1: mov sp, x21\nmov x29, x22"
                 : : "r"(code + alias), "r"((u64)user_stack + sizeof user_stack + alias)
                 : "memory", "cc", "x0", "x1", "x2", "x3", "x20", "x21", "x22", "x30");
    result(text);
}

#define AT_EL0(instructions) \
    do { \
        u64 code_; \
        asm volatile("adr %0, 1f\nb 2f\n1: " instructions "\nsvc #99\n.ltorg\n2:" : "=r"(code_)); \
        enter_el0("EL0: " instructions, code_); \
    } while (0)

static void unprivileged(void)
{
    AT_EL0("svc #5");
    AT_EL0("udf #0");
    AT_EL0("mrs x0, sctlr_el1");
    AT_EL0("mrs x0, midr_el1");
    AT_EL0("mrs x0, currentel");
    AT_EL0("mrs x0, ctr_el0");
    AT_EL0("mrs x0, daif");
    AT_EL0("mrs x0, cntvct_el0");
    AT_EL0("mrs x0, cntp_ctl_el0");
    AT_EL0("mrs x0, pmccntr_el0");
    AT_EL0("mov x0, sp\ndc cvau, x0");
    AT_EL0("sub x0, sp, #64\ndc zva, x0");
    AT_EL0("sevl\nwfe");
    AT_EL0("hvc #0");
    AT_EL0("smc #0");
    AT_EL0("brk #1");
    AT_EL0("hlt #1");
    AT_EL0("eret");
    AT_EL0("tlbi vmalle1");
    AT_EL0("at s1e1r, x0");
    AT_EL0("dc isw, x0");
    AT_EL0("sub x0, sp, #63\nldr x1, [x0]");
    AT_EL0("ldr x0, =0x40080000\nldr x1, [x0]");
    AT_EL0("ldr x0, =0x09000000\nldr w1, [x0]");
}

static void floating_point(void)
{
    MSR(cpacr_el1, 1 << 20);
    ISB();
    AT_EL0(".arch_extension fp\nfmov d0, #1.0");
    TRY(".arch_extension fp\nfmov d0, #1.0");
    MSR(cpacr_el1, 0);
    ISB();
    TRY(".arch_extension fp\nldr q0, [sp]");
    TRY("mrs x0, fpcr");
    MSR(cpacr_el1, 3 << 20);
    ISB();
    TRY("mrs x0, fpcr");
}

void main(void)
{
    without_mmu();
    map();
    with_mmu();
    unprivileged();
    floating_point();
}
