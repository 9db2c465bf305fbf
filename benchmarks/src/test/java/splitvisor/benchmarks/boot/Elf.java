package splitvisor.benchmarks.boot;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import splitvisor.cpu.isa.Assembler;

/// ELF files of assembly sources, for tests.
final class Elf {

    private static final long LOAD = 0x4008_0000L;
    private static final int CODE = 0x1000;

    private Elf() {}

    /// An ELF file with one segment, entered at its start.
    static byte[] of(String source) {
        byte[] code = Assembler.assemble(source, LOAD).bytes();
        ByteBuffer file = ByteBuffer.allocate(CODE + code.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}).position(16);
        file.putShort((short) 2).putShort((short) 183).putInt(1).putLong(LOAD).putLong(64).putLong(0);
        file.putInt(0).putShort((short) 64).putShort((short) 56).putShort((short) 1).putShort((short) 64);
        file.putShort((short) 0).putShort((short) 0);
        file.putInt(1).putInt(5).putLong(CODE).putLong(LOAD).putLong(LOAD);
        file.putLong(code.length).putLong(code.length).putLong(CODE);
        file.position(CODE).put(code);
        return file.array();
    }
}
