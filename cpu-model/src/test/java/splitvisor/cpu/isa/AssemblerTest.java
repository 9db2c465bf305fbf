package splitvisor.cpu.isa;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AssemblerTest {

    private static final long BASE = 0x4008_0000L;

    /// The image as objdump would list it, one instruction per line.
    private static String listing(String source) {
        int[] words = Assembler.assemble(source, BASE).words();
        return IntStream.range(0, words.length)
                .mapToObj(i -> Disassembler.disassemble(words[i], BASE + 4L * i))
                .collect(Collectors.joining("\n"));
    }

    private static byte[] bytes(String source) {
        return Assembler.assemble(source, BASE).bytes();
    }

    private static void assertError(String expected, String source) {
        AssemblyException e = assertThrows(AssemblyException.class, () -> Assembler.assemble(source, BASE));
        assertEquals(expected, e.getMessage());
    }

    @Test
    void branchesReachLabelsBehindAndAhead() {
        assertEquals("""
                b 0x40080008
                cbz x1, 0x40080000
                b.ne 0x40080004""", listing("""
                start:  b end
                middle: cbz x1, start
                end:    b.ne middle
                """));
    }

    @Test
    void everyByteKnowsItsLine() {
        MachineCode code = Assembler.assemble("""
                        .macro twice
                        nop
                        nop
                        .endm
                start:  ldr x0, =0x123456789
                        twice
                table:  .byte 1, 2
                        .byte 3
                """, BASE);
        long[] offsets = {0, 4, 8, 12, 13, 14};
        assertArrayEquals(
                new int[] {5, 2, 3, 7, 7, 8}, Arrays.stream(offsets).mapToInt(at -> code.line(BASE + at)).toArray());
        assertEquals(0, code.line(BASE - 1));
        assertEquals(0, code.line(BASE + code.bytes().length));
    }

    @Test
    void numericLabelsMeanTheNearestInTheirDirection() {
        assertEquals("""
                b 0x40080004
                b 0x40080004
                b 0x4008000c
                b 0x40080008""", listing("""
                1:  b 1f
                1:  b 1b
                2:  b 1f
                1:  b 2b
                """));
    }

    @Test
    void adrpAndLo12MakeAnAddress() {
        assertEquals("""
                adrp x0, 0x40080000
                add x0, x0, #0xc
                ldr x1, [x0, #16]
                nop""", listing("""
                adrp x0, data
                add x0, x0, :lo12:data
                ldr x1, [x0, #:lo12:data + 4]
                data: nop
                """));
    }

    @Test
    void moveWideTakesPartsOfAValue() {
        assertEquals("""
                mov x0, #0x12340000
                movk x0, #0x5678""", listing("""
                .equ VALUE, 0x12345678
                movz x0, #:abs_g1:VALUE, lsl #16
                movk x0, #:abs_g0_nc:VALUE
                """));
    }

    @Test
    void literalsGoToThePoolOnceEach() {
        MachineCode code = Assembler.assemble("""
                ldr x0, =0x123489abcdef
                ldr x1, =here
                here: ldr x2, =0x123489abcdef
                ret
                """, BASE);
        assertEquals("ldr x0, 0x40080010", Disassembler.disassemble(code.words()[0], BASE));
        assertEquals("ldr x1, 0x40080018", Disassembler.disassemble(code.words()[1], BASE + 4));
        assertEquals("ldr x2, 0x40080010", Disassembler.disassemble(code.words()[2], BASE + 8));
        assertArrayEquals(
                bytes(".quad 0x123489abcdef, 0x40080008"),
                Arrays.copyOfRange(code.bytes(), 16, 32));
    }

    @Test
    void poolHoldsWordsBeforeDoublewordsAndStandsWhereLtorgSays() {
        assertArrayEquals(
                bytes("""
                ldr w0, . + 12
                ldr x1, . + 12
                b . + 16
                .word 7
                .quad 9
                nop
                """),
                bytes("""
                ldr w0, =7
                ldr x1, =9
                b after
                .ltorg
                after: nop
                """));
    }

    @Test
    void dataDirectivesAreLittleEndian() {
        assertArrayEquals(
                new byte[] {1, 2, -1, 4, 3, 8, 7, 6, 5, 1, 0, 0, 0, 0, 0, 0, -128, 'h', 'i', '\n', 'o', 'k', 0},
                bytes("""
                .byte 1, 2, -1
                .hword 0x0304
                .word 0x05060708
                .quad 0x8000000000000001
                .ascii "hi\\n"
                .asciz "ok"
                """));
    }

    @Test
    void floatingPointDataIsIeee754() {
        assertArrayEquals(
                bytes(".word 0x3f800000, 0xc0200000; .quad 0x3fb999999999999a"),
                bytes(".float 1, -2.5; .double 0.1"));
    }

    @Test
    void aLabelMayHaveTheNameOfARegister() {
        assertEquals("b 0x40080004\nadd v0.16b, v1.16b, v2.16b", listing("b d1\nd1: add v0.16b, v1.16b, v2.16b"));
    }

    @Test
    void alignmentPadsCodeWithNopsAndDataWithZeros() {
        assertEquals("nop\nnop\nnop\nnop\nret", listing("nop\n.align 4\nret"));
        assertArrayEquals(
                new byte[] {1, 0, 0, 0, 2, 9, 9, 9, 3},
                bytes(".data\n.byte 1\n.balign 4\n.byte 2\n.balign 4, 9\n.byte 3"));
    }

    @Test
    void spaceFillAndOrgReserveBytes() {
        assertArrayEquals(
                new byte[] {0, 0, 5, 5, 1, 2, 1, 2, 0, 0, 0, 0, 7},
                bytes(".space 2\n.skip 2, 5\n.fill 2, 2, 0x0201\n.org 12\n.byte 7"));
    }

    @Test
    void sectionsFollowOneAnother() {
        MachineCode code = Assembler.assemble("""
                ldr x0, =counter
                .data
                counter: .quad 1
                .text
                ret
                """, BASE);
        assertEquals(BASE + 16, code.symbol("counter"));
        assertEquals(24, code.bytes().length);
        assertEquals(1, code.bytes()[16]);
    }

    @Test
    void symbolsMayBeSetUsedBeforeAndGivenFromOutside() {
        MachineCode code = Assembler.assemble("""
                .equ SIZE, LAST - FIRST
                FIRST: mov x0, #SIZE
                step = 2
                mov x1, #step + UART
                LAST:
                """, 0, Map.of("UART", 0x100L));
        assertEquals("mov x0, #0x8", Disassembler.disassemble(code.words()[0], 0));
        assertEquals("mov x1, #0x102", Disassembler.disassemble(code.words()[1], 0));
    }

    @Test
    void expressionsHaveThePrecedenceOfGnuAs() {
        assertArrayEquals(
                bytes(".quad 7, 10, 0xf0, -1, 65, 3, 1"),
                bytes(".quad 1 + 2 * 3, (2|1)+7, ~0xf & 0xff, 2 == 2, 'A', 17 >> 2 & 3 | 3, !0"));
    }

    @Test
    void commentsAndSeparatorsAreNotInstructions() {
        assertEquals("nop\nnop\nwfi", listing("""
                # a line of comment, don't read on /* or "
                nop; nop // two on a line
                /* three
                   lines */
                wfi /* .asciz "not a string" */
                """));
    }

    @Test
    void macrosTakeArgumentsAndDefaults() {
        assertEquals("""
                mov x3, #0x5
                str x3, [sp, #8]
                mov x4, #0x5
                str x4, [sp]""", listing("""
                .macro put reg, offset=0
                mov \\reg, #5
                str \\reg, [sp, #\\offset]
                .endm
                put x3, 8
                put x4
                """));
    }

    @Test
    void blocksRepeatAndDepend() {
        assertEquals("nop\nnop\nnop\nmov x0, x1\nmov x2, x1\nwfe", listing("""
                .rept 3
                nop
                .endr
                .irp reg, x0, x2
                mov \\reg, x1
                .endr
                .if 1 - 1
                wfi
                .else
                wfe
                .endif
                """));
    }

    @Test
    void registersHaveAliases() {
        assertEquals("mov x29, x30\nadd x7, x7, x7", listing("mov fp, lr\nvcpu .req x7\nadd vcpu, vcpu, vcpu"));
    }

    @Test
    void errorsSayWhatAndWhere() {
        assertError("line 2, column 6: unknown instruction 'frob'", "nop\n     frob x0");
        assertError("line 1, column 13: expected an X register, found 'w2'", "and x0, x1, w2");
        assertError("line 1, column 15: missing extension", "add x0, x1, w2");
        assertError("line 1, column 10: immediate 70000 is not in 0 to 65535", "movz x0, #70000");
        assertError("line 1, column 13: immediate 0x123 is not a rotated run of ones", "and x0, x1, #0x123");
        assertError("line 3, column 3: symbol 'nowhere' is not defined", "nop\nnop\nb nowhere");
        assertError("line 2, column 1: symbol 'a' is already defined", "a: nop\na: nop");
        assertError("line 1, column 9: no system register is called 'sctlr_el9'", "mrs x0, sctlr_el9");
        assertError("line 1, column 12: expected ']', found the end of the line", "ldr x0, [x1");
        assertError("line 1, column 1: unknown directive '.frob'", ".frob 1");
        assertError("line 1, column 7: 256 does not fit 1 byte", ".byte 256");
        assertError("line 1, column 12: string without end", ".ascii \"abc");
        assertError("line 1, column 1: .rept without .endr", ".rept 2\nnop");
        assertError("line 1, column 6: unexpected ', x1'", "br x3, x1");
        assertError("line 1, column 1: .endif without .if", ".endif");
        assertError("line 2, column 4: .if without .endif", ".if 1\nnop");
        assertError("line 1, column 12: division by zero", ".quad 4 + 1 / 0");
    }

    @Test
    void errorsInMacrosAreWhereTheMacroSaysIt() {
        assertError(
                "line 2, column 9: expected an X register or sp, found '5'",
                ".macro bad\nadd x0, 5, x2\n.endm\nbad");
    }

    @Test
    void targetsOutOfReachAreErrors() {
        assertError(
                "line 1, column 13: target is 32768 bytes away, out of reach of ±32768",
                "tbz x0, #1, far\n.space 32764\nfar: nop");
    }
}
