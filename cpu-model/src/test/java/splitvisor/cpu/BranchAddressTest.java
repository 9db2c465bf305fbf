package splitvisor.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import splitvisor.cpu.hosted.HostedTexts;
import splitvisor.cpu.memory.PhysicalMemory;
import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.SysReg;

class BranchAddressTest {

    private static final long LOW = 0x5a00_0000_4000_0000L;
    private static final long HIGH = 0x5aff_0000_4000_0000L | 1L << 55;

    private final Cpu cpu =
            new Cpu(0, new PhysicalMemory(0x4000_0000L, 0x1000), new HostedTexts(), Profiles.flat(1, 1));

    @Test
    void tagsStayWhereTheTopByteCounts() {
        assertEquals(LOW, BranchAddress.of(cpu, 0, LOW));
        assertEquals(HIGH, BranchAddress.of(cpu, 1, HIGH));
        assertEquals(LOW, BranchAddress.of(cpu, 2, LOW));
    }

    @Test
    void el1And0ExtendBit55InTheRangeThatIgnoresTheTopByte() {
        cpu.sys[SysReg.TCR_EL1.ordinal()] = 1L << 37;
        assertEquals(0x4000_0000L, BranchAddress.of(cpu, 0, LOW));
        assertEquals(HIGH, BranchAddress.of(cpu, 1, HIGH));
        cpu.sys[SysReg.TCR_EL1.ordinal()] = 1L << 38;
        assertEquals(LOW, BranchAddress.of(cpu, 0, LOW));
        assertEquals(0xffff_0000_4000_0000L, BranchAddress.of(cpu, 1, HIGH));
    }

    @Test
    void el2ClearsTheTopByteUnlessItHosts() {
        cpu.sys[SysReg.TCR_EL2.ordinal()] = 1L << 20;
        assertEquals(0x4000_0000L, BranchAddress.of(cpu, 2, LOW));
        assertEquals(HIGH & -1L >>> 8, BranchAddress.of(cpu, 2, HIGH));
        cpu.sys[SysReg.HCR_EL2.ordinal()] |= Hcr.E2H | Hcr.TGE;
        cpu.regimeChanged();
        assertEquals(LOW, BranchAddress.of(cpu, 2, LOW));
        cpu.sys[SysReg.TCR_EL2.ordinal()] = 1L << 38;
        assertEquals(0xffff_0000_4000_0000L, BranchAddress.of(cpu, 2, HIGH));
        assertEquals(0xffff_0000_4000_0000L, BranchAddress.of(cpu, 0, HIGH));
    }
}
