// Executes every access of tables.h in every configuration of it and prints, per configuration, one character per
// access: see TrapMatrix for the alphabet. tables.h is written by TrapMatrixRecorder.

typedef unsigned long u64;
typedef unsigned int u32;

struct access {
    u32 word;   // the instruction, with Rt = 0
    u32 kind;   // 0 MRS or MSR, 1 SYS, 2 another instruction
    u32 iss;    // ISS of its trap as exception class 0x18
};

struct config {
    u64 el, hcr, sctlr1, sctlr2, cpacr, cptr, cnthctl, cntkctl, pmuserenr, mdscr, mdcr, ich;
};

#include "tables.h"

extern u64 run(u32 *code, u64 spsr, u64 x0);
extern u32 stub[];
extern u64 result;
extern char el1_vectors[];
static char scratch[256] __attribute__((aligned(64)));

#define WRITE(reg, value) __asm__ volatile("msr " #reg ", %0" ::"r"((u64)(value)))
#define READ(reg) ({ u64 v_; __asm__ volatile("mrs %0, " #reg : "=r"(v_)); v_; })
#define ISB() __asm__ volatile("isb")

static void print(char c) {
    *(volatile u32 *)0x09000000 = c;
}

static void patch(u32 instruction, u32 way_out) {
    stub[0] = instruction;
    stub[1] = way_out;
    __asm__ volatile("dc cvau, %0\n dsb sy\n ic ivau, %0\n dsb sy\n isb" ::"r"(stub) : "memory");
}

static void quiet(void) {
    WRITE(hcr_el2, 1UL << 31);
    ISB();
}

static void enter(const struct config *c) {
    quiet();
    WRITE(vbar_el1, el1_vectors);
    WRITE(sctlr_el1, c->sctlr1);
    WRITE(sctlr_el2, c->sctlr2);
    WRITE(cpacr_el1, c->cpacr);
    WRITE(cntkctl_el1, c->cntkctl);
    WRITE(pmuserenr_el0, c->pmuserenr);
    WRITE(mdscr_el1, c->mdscr);
    WRITE(mdcr_el2, c->mdcr);
    WRITE(S3_4_C12_C11_0, c->ich);      // ICH_HCR_EL2
    WRITE(S3_4_C12_C9_5, 15);           // ICC_SRE_EL2
    WRITE(S3_0_C4_C6_0, 0);             // ICC_PMR_EL1
    WRITE(S3_0_C12_C12_6, 0);           // ICC_IGRPEN0_EL1
    WRITE(S3_0_C12_C12_7, 0);           // ICC_IGRPEN1_EL1
    WRITE(cntp_ctl_el0, 0);
    WRITE(cntv_ctl_el0, 0);
    WRITE(cnthp_ctl_el2, 0);
    WRITE(dbgbcr0_el1, 0);
    WRITE(dbgwcr0_el1, 0);
    WRITE(csselr_el1, 0);
    WRITE(vtcr_el2, 1UL << 31);
    WRITE(sp_el0, scratch + 128);
    WRITE(sp_el1, scratch + 128);
    WRITE(hcr_el2, c->hcr);
    ISB();
    WRITE(cptr_el2, c->cptr);
    WRITE(cnthctl_el2, c->cnthctl);
    ISB();
}

// The character for a syndrome at an EL: upper case for EL2.
static char letter(int el, u64 esr, u32 iss) {
    u32 ec = esr >> 26 & 63, got = esr & 0x1ffffff;
    char c = ec == 0x00 && got == 0 ? 'u'
           : ec == 0x18 && got == iss ? 't'
           : ec == 0x07 && got == 0x1e00000 ? 'f'
           : ec == 0x15 ? 's'
           : ec == 0x16 ? 'h'
           : ec == 0x3c ? 'b' : '?';
    return el == 2 && c != '?' ? c - 32 : c;
}

static char probe(const struct config *c, const struct access *a) {
    u32 way_out = c->el == 2 ? 0xd65f03c0 : c->el == 1 ? 0xd4000aa2 : 0xd4000aa1; // ret, hvc #0x55, svc #0x55
    u64 spsr = c->el == 2 ? 0 : c->el == 1 ? 0x3c5 : 0x3c0;
    u64 operand = a->kind == 1 ? (u64)scratch + 64 : 0;
    int is_read = a->kind == 0 && (a->word >> 21 & 1);
    if (c->el == 2 && a->kind == 0 && !is_read) { // EL2 writes back what it reads
        enter(c);
        patch(a->word | 1u << 21, way_out);
        result = 0;
        run(stub, 0, 0);
        quiet();
        operand = result;
    }
    patch(a->word, way_out);
    enter(c);
    u64 esr = run(stub, spsr, operand);
    quiet();
    u32 ec = esr >> 26 & 63;
    int el = 2;
    if (esr == ~0UL) {
        return '.';
    }
    if (ec == 0x16 && (esr & 0xfff0) == 0x100) {
        el = 1;
        esr = READ(esr_el1);
        ec = esr >> 26 & 63;
    }
    if ((ec == 0x16 || ec == 0x15) && (esr & 0xffff) == 0x55) {
        return '.';
    }
    return letter(el, esr, a->iss);
}

int main(void) {
    WRITE(oslar_el1, 0);
    for (int i = 0; i < CONFIGS; i++) {
        for (int k = 0; k < ACCESSES; k++) {
            print(probe(&configs[i], &accesses[k]));
        }
        print('\n');
    }
    return 0;
}
