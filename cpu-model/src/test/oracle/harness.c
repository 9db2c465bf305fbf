// Executes single A64 instructions for OracleRecorder: reads vectors from stdin, writes the state after
// each to stdout. Built for aarch64 Linux and run under qemu-aarch64, or on a PE.

#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <ucontext.h>

#define WINDOW 0x10000000UL // where loads and stores go: 256 bytes in the middle of four pages
#define CODE 0x10008000UL   // the page of the template

struct state {
    uint64_t x[31], sp, nzcv, fpcr, fpsr, pad, v[64];
};

struct vector {
    uint64_t insn, signal;
    struct state state;
    uint64_t memory[32];
};

extern char template[], template_end[], slot[], after[], state[];
static volatile int caught;

static void on_signal(int number, siginfo_t *info, void *context)
{
    caught = number;
    ((ucontext_t *)context)->uc_mcontext.pc = CODE + (after - template);
}

int main(void)
{
    static char stack[65536];
    stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
    struct sigaction action = {.sa_sigaction = on_signal, .sa_flags = SA_SIGINFO | SA_ONSTACK};
    struct vector v;
    int rwx = PROT_READ | PROT_WRITE | PROT_EXEC;

    mmap((void *)WINDOW, 0x10000, rwx, MAP_FIXED | MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    sigaltstack(&alternate, NULL);
    sigaction(SIGILL, &action, NULL);
    sigaction(SIGBUS, &action, NULL);
    sigaction(SIGSEGV, &action, NULL);
    memcpy((void *)CODE, template, template_end - template);
    while (fread(&v, sizeof v, 1, stdin) == 1) {
        char *code = (char *)CODE;
        memcpy((void *)WINDOW, v.memory, sizeof v.memory);
        memcpy(code + (slot - template), &v.insn, 4);
        memcpy(code + (state - template), &v.state, sizeof v.state);
        __builtin___clear_cache(code, code + 0x1000);
        caught = 0;
        ((void (*)(void))code)();
        v.signal = caught;
        memcpy(&v.state, code + (state - template), sizeof v.state);
        memcpy(v.memory, (void *)WINDOW, sizeof v.memory);
        fwrite(&v, sizeof v, 1, stdout);
    }
    return 0;
}
