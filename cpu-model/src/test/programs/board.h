// What the programs share: system registers by name, the console, both GICs, exceptions.

typedef unsigned char u8;
typedef unsigned int u32;
typedef unsigned long u64;

#define MRS(name) ({ u64 v_; asm volatile("mrs %0, " #name : "=r"(v_) : : "memory"); v_; })
#define MSR(name, value) \
    do { \
        u64 v_ = (u64)(value); \
        asm volatile("msr " #name ", %x0" : : "rZ"(v_) : "memory"); \
    } while (0)
#define ISB() asm volatile("isb" : : : "memory")
#define DSB() asm volatile("dsb sy" : : : "memory")

#define UART 0x09000000UL
#define GICD 0x08000000UL
#define GICC 0x08010000UL
#define GICR 0x080a0000UL

// All general registers of what was interrupted.
struct frame {
    u64 x[31], pc, pstate;
};

u64 psci(u64 function, u64 a, u64 b, u64 c);
void secondary(void);

// Supplied by the program.
void main(void);
void handle(struct frame *frame, u64 vector);
void secondary_main(u64 context);

static inline u32 read32(u64 pa)
{
    u32 value;
    asm volatile("ldr %w0, [%1]" : "=r"(value) : "r"(pa) : "memory");
    return value;
}

static inline void write32(u64 pa, u32 value)
{
    asm volatile("str %w0, [%1]" : : "rZ"(value), "r"(pa) : "memory");
}

static inline u8 read8(u64 pa)
{
    u8 value;
    asm volatile("ldrb %w0, [%1]" : "=r"(value) : "r"(pa) : "memory");
    return value;
}

static inline void write8(u64 pa, u8 value)
{
    asm volatile("strb %w0, [%1]" : : "rZ"(value), "r"(pa) : "memory");
}

static inline void say(const char *text)
{
    while (*text)
        write32(UART, *text++);
}

// A text and a number, in a line.
static inline void show(const char *text, u64 value)
{
    int shift = 60;

    say(text);
    write32(UART, ' ');
    while (shift > 0 && value >> shift == 0)
        shift -= 4;
    for (; shift >= 0; shift -= 4)
        write32(UART, "0123456789abcdef"[value >> shift & 15]);
    write32(UART, '\n');
}

static inline int pe(void) { return MRS(mpidr_el1) & 0xff; }

static inline int is_host(void) { return MRS(CurrentEL) >> 2 == 2; }

static inline int has_gicv3(void) { return MRS(id_aa64pfr0_el1) >> 24 & 15; }

static inline int exception_class(void) { return MRS(esr_el1) >> 26; }

// For what nobody expects.
static inline void give_up(struct frame *frame, u64 vector)
{
    show("unexpected: vector", vector);
    show("ESR", MRS(esr_el1));
    show("ELR", frame->pc);
    psci(0x84000008, 0, 0, 0);
}

static inline u64 own_redistributor(void) { return GICR + pe() * 0x20000UL; }

// Where this PE's SGIs and PPIs are configured.
static inline u64 own_interrupts(void) { return has_gicv3() ? own_redistributor() + 0x10000 : GICD; }

// This PE's interface on, its SGIs and PPIs in Group 1 with priority 0xa0, PPIs disabled.
static inline void gic_init(void)
{
    if (has_gicv3()) {
        MSR(S3_0_C12_C12_5, 7); // ICC_SRE_EL1
        ISB();
        write32(GICD, 3);
        write32(own_redistributor() + 0x14, 0);
        write32(own_interrupts() + 0x80, ~0u);
        MSR(S3_0_C4_C6_0, 0xf0); // ICC_PMR_EL1
        MSR(S3_0_C12_C12_7, 1);  // ICC_IGRPEN1_EL1
        ISB();
    } else {
        write32(GICD, 1);
        write32(GICC + 4, 0xf0);
        write32(GICC, 1);
    }
    write32(own_interrupts() + 0x180, 0xffff0000);
    for (int i = 0; i < 32; i += 4)
        write32(own_interrupts() + 0x400 + i, 0xa0a0a0a0);
}

static inline void enable_ppi(int intid, int enable)
{
    write32(own_interrupts() + (enable ? 0x100 : 0x180), 1u << intid);
    DSB();
}

static inline u32 acknowledge(void) { return has_gicv3() ? MRS(S3_0_C12_C12_0) : read32(GICC + 0xc); }

static inline void end(u32 interrupt)
{
    if (has_gicv3())
        MSR(S3_0_C12_C12_1, interrupt);
    else
        write32(GICC + 0x10, interrupt);
    ISB();
}

static inline void unmask(void)
{
    asm volatile("msr daifclr, #2" : : : "memory");
    ISB();
}

static inline void mask(void) { asm volatile("msr daifset, #2" : : : "memory"); }
