package splitvisor.cpu.mmu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import splitvisor.cpu.isa.Assembler;

class InstructionSyndromeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ldrb w2, [x1]            | 0 | 0 | 2  | 0 | 0
            ldrh w3, [x1, #2]        | 1 | 0 | 3  | 0 | 0
            ldr w4, [x1, #4]         | 2 | 0 | 4  | 0 | 0
            ldr x5, [x1, #8]         | 3 | 0 | 5  | 1 | 0
            ldr xzr, [x1]            | 3 | 0 | 31 | 1 | 0
            ldrsb w6, [x1]           | 0 | 1 | 6  | 0 | 0
            ldrsb x6, [x1]           | 0 | 1 | 6  | 1 | 0
            ldrsh w7, [x1]           | 1 | 1 | 7  | 0 | 0
            ldrsh x7, [x1]           | 1 | 1 | 7  | 1 | 0
            ldrsw x8, [x1]           | 2 | 1 | 8  | 1 | 0
            strb w9, [x1]            | 0 | 0 | 9  | 0 | 0
            strh w10, [x1]           | 1 | 0 | 10 | 0 | 0
            str w11, [x1]            | 2 | 0 | 11 | 0 | 0
            str x12, [x1]            | 3 | 0 | 12 | 1 | 0
            ldur w13, [x1, #-3]      | 2 | 0 | 13 | 0 | 0
            ldursh x14, [x1, #-1]    | 1 | 1 | 14 | 1 | 0
            stur x15, [x1, #-8]      | 3 | 0 | 15 | 1 | 0
            ldr w16, [x1, x2]        | 2 | 0 | 16 | 0 | 0
            ldrsb w17, [x1, w2, uxtw]| 0 | 1 | 17 | 0 | 0
            str x18, [x1, x2, lsl #3]| 3 | 0 | 18 | 1 | 0
            ldtr x19, [x1]           | 3 | 0 | 19 | 1 | 0
            ldtrsw x20, [x1]         | 2 | 1 | 20 | 1 | 0
            sttrb w21, [x1]          | 0 | 0 | 21 | 0 | 0
            ldr w22, .               | 2 | 0 | 22 | 0 | 0
            ldr x23, .               | 3 | 0 | 23 | 1 | 0
            ldrsw x24, .             | 2 | 1 | 24 | 1 | 0
            ldar w25, [x1]           | 2 | 0 | 25 | 0 | 1
            ldarb w26, [x1]          | 0 | 0 | 26 | 0 | 1
            stlr x27, [x1]           | 3 | 0 | 27 | 1 | 1
            stlrh w28, [x1]          | 1 | 0 | 28 | 0 | 1
            ldlar x29, [x1]          | 3 | 0 | 29 | 1 | 1
            stllr w30, [x1]          | 2 | 0 | 30 | 0 | 1
            """)
    void loadsAndStoresOfOneRegisterDescribeThemselves(String source, int sas, int sse, int srt, int sf, int ar) {
        assertEquals(1 << 24 | sas << 22 | sse << 21 | srt << 16 | sf << 15 | ar << 14, syndrome(source), source);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ldr x2, [x1], #8
            ldr x2, [x1, #8]!
            strb w2, [x1], #1
            ldrsw x2, [x1, #4]!
            ldp x2, x3, [x1]
            stp w2, w3, [x1, #8]
            ldp x2, x3, [x1], #16
            ldpsw x2, x3, [x1]
            ldxr w2, [x1]
            ldaxr x2, [x1]
            stxr w3, x2, [x1]
            stlxrb w3, w2, [x1]
            ldxp x2, x3, [x1]
            ldadd x2, x3, [x1]
            swpal w2, w3, [x1]
            ldclrb w2, w3, [x1]
            cas x2, x3, [x1]
            caspal x2, x3, x4, x5, [x1]
            dc zva, x1
            dc ivac, x1
            add x2, x1, x3
            """)
    void writeBackPairsExclusivesAndAtomicsHaveNoSyndrome(String source) {
        assertEquals(0, syndrome(source), source);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0x88dffdf8 | 0x88d7f9f8 | ldar w24, [x15]
            0x489f7c61 | 0x48807c61 | stllrh w1, [x3]
            0xf8bfc041 | 0xf8a0c041 | ldapr x1, [x2]
            """)
    void fieldsThatShouldBeOnesDoNotMatter(String usual, String other, String source) {
        assertEquals(syndrome(source), InstructionSyndrome.of(Long.decode(usual).intValue()));
        assertEquals(syndrome(source), InstructionSyndrome.of(Long.decode(other).intValue()));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "0xbd400020", // ldr s0, [x1]
        "0x3dc00020", // ldr q0, [x1]
        "0xfc400420", // ldr d0, [x1], #0
        "0x3ce26820", // ldr q0, [x1, x2]
        "0x1c000000", // ldr s0, .
        "0x0c407020", // ld1 {v0.8b}, [x1]
    })
    void vectorLoadsHaveNone(String word) {
        assertEquals(0, InstructionSyndrome.of(Long.decode(word).intValue()));
    }

    private static int syndrome(String source) {
        byte[] code = Assembler.assemble(source + "\n", 0x4000_0000L, java.util.Map.of()).bytes();
        int word = code[0] & 0xff | (code[1] & 0xff) << 8 | (code[2] & 0xff) << 16 | code[3] << 24;
        return InstructionSyndrome.of(word);
    }
}
