package splitvisor.cpu.isa;

import java.util.List;

/// Vectors for the rows that no oracle can be asked about one by one, because they branch, or need more than EL0: made
/// by hand from the Arm ARM.
///
/// @param row the instruction
/// @param example it, in a state, with its effect
/// @param rule what the Arm ARM says
record HandMadeVectors(A64 row, Example example, String rule) {

    private static final String TABLE = """
            B | b . + 0x7fffffc | | pc=134217724 | B: to PC + SignExtend(imm26:'00')
            BL | bl . + 8 | | x30=10008404 pc=8 | BL: X30 is PC + 4
            B_COND | b.eq . - 0x100000 | nzcv=4 | pc=-1048576 | ConditionHolds, C1.2.4
            CBZ | cbz w1, . + 0xffffc | x1=ffffffff00000000 | pc=1048572 | CBZ: of the low half when sf is 0
            CBNZ | cbnz x1, . - 4 | x1=100000000 | pc=-4 | CBNZ: of all bits when sf is 1
            TBZ | tbz x1, #63, . + 0x7ffc | x1=7fffffffffffffff | pc=32764 | TBZ: the bit is b5:b40
            TBNZ | tbnz x1, #32, . - 0x8000 | x1=100000000 | pc=-32768 | TBNZ: the bit is b5:b40
            BR | br x1 | x1=W+8500 | pc=256 | BR: to Xn
            BLR | blr x30 | x30=W+8500 | x30=10008404 pc=256 | BLR: Xn is read before X30 is written
            RET | ret x1 | x1=W+8500 x30=W+8600 | pc=256 | RET: to Xn, X30 unless given
            UDF | udf #1 | | ec=0 | UDF: permanently UNDEFINED
            SVC | svc #1 | | ec=15 | AArch64.CallSupervisor
            HVC | hvc #1 | | ec=16 | AArch64.CallHypervisor
            SMC | smc #1 | | ec=0 | SMC: UNDEFINED without EL3
            BRK | brk #1 | | ec=3c | AArch64.SoftwareBreakpoint
            HLT | hlt #1 | | ec=0 | HLT: UNDEFINED when halting is not allowed
            ERET | msr elr_el2, x1; msr spsr_el2, x2; eret | x1=W+8500 x2=80000209 | nzcv=8 pc=256 | ExceptionReturn
            MSR_IMM | msr daifset, #15; mrs x0, daif | | x0=3c0 | MSR (immediate): DAIFSet
            HINT | sevl; wfe; yield; csdb | | - | HINT: no effect but SendEventLocal and an event consumed
            CLREX | ldxr x0, [x1]; clrex; stxr w2, x0, [x1] | x1=W+0 | x2=1 | ClearExclusiveLocal
            DSB | dsb sy | | - | DataSynchronizationBarrier: order only
            DMB | dmb ish | | - | DataMemoryBarrier: order only
            ISB | isb | | - | InstructionSynchronizationBarrier: order only
            SYS | dc zva, x1 | x1=W+8 m0=1 m8=2 m40=3 | m0=0 m8=0 | DC ZVA: the naturally aligned block of 64 bytes
            SYSL | sysl x0, #3, c7, c4, #1 | | ec=0 | SYSL: no such instruction is allocated in Armv8.2
            MSR | msr tpidr_el2, x1; mrs x0, tpidr_el2 | x1=12 | x0=12 | TPIDR_EL2
            MRS | mrs x0, sp_el0; mrs x1, currentel | | x1=8 | CurrentEL, C5.2
            """;

    static List<HandMadeVectors> all() {
        return TABLE.lines().map(HandMadeVectors::parse).toList();
    }

    private static HandMadeVectors parse(String line) {
        String[] parts = line.split("\\|");
        Example example = new Example(parts[1].trim(), parts[2].trim(), parts[3].trim());
        return new HandMadeVectors(A64.valueOf(parts[0].trim()), example, parts[4].trim());
    }

    /// Whether the example executes the row.
    boolean executesIt() {
        int[] words = Assembler.assemble(example.assembly().replace(';', '\n'), OracleState.PC).words();
        for (int word : words) {
            if (Decoder.decode(word) == row.ordinal()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return row + ": " + example;
    }
}
