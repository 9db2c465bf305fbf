package splitvisor.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import splitvisor.cpu.hosted.HostedTexts;
import splitvisor.cpu.memory.PhysicalMemory;
import splitvisor.cpu.observe.ExceptionRecord.Kind;
import splitvisor.cpu.sysreg.Disr;
import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.SysReg;

/// Routing and masking of interrupts and SErrors, ISR_EL1 and ESB.
class InterruptsTest {

    /// Arm ARM D1.3.6.3, without EL3: HCR_EL2.{TGE,E2H,IMO}, then per EL0, EL1, EL2 the target and whether PSTATE
    /// masks (`B`), does not (`A`), or the interrupt waits (`C`); `-` cannot be.
    private static final List<String> ROUTES =
            List.of(
                    "000 1B 1B 1C",
                    "010 1B 1B 1C",
                    "001 2A 2A 2B",
                    "011 2A 2A 2B",
                    "100 2A - 2B",
                    "101 2A - 2B",
                    "110 2B - 2B",
                    "111 2B - 2B");

    private final Cpu cpu =
            new Cpu(0, new PhysicalMemory(0x4000_0000L, 0x1000), new HostedTexts(), Profiles.flat(1, 1));

    @BeforeEach
    void vectors() {
        set(SysReg.VBAR_EL1, 0x4000_0800L);
        set(SysReg.VBAR_EL2, 0x4000_0000L);
    }

    @Test
    void physicalInterruptsAreRoutedAndMaskedAsTheTableSays() {
        for (String row : ROUTES) {
            String[] cell = row.split(" ");
            for (int el = 0; el < 3; el++) {
                for (Kind kind : List.of(Kind.IRQ, Kind.FIQ, Kind.SERROR)) {
                    if (!cell[el + 1].equals("-")) {
                        check(row, cell[el + 1], cell[0], el, kind);
                    }
                }
            }
        }
    }

    private void check(String row, String cell, String bits, int el, Kind kind) {
        long route = kind == Kind.IRQ ? Hcr.IMO : kind == Kind.FIQ ? Hcr.FMO : Hcr.AMO;
        long hcr = (bits.charAt(0) == '1' ? Hcr.TGE : 0)
                | (bits.charAt(1) == '1' ? Hcr.E2H : 0)
                | (bits.charAt(2) == '1' ? route : 0);
        int mask = kind == Kind.IRQ ? 2 : kind == Kind.FIQ ? 1 : 4;
        String where = "%s: %s at EL%d".formatted(row, kind, el);
        enter(el, hcr, mask);
        pend(kind);
        assertEquals(cell.endsWith("A") ? kind : null, cpu.exceptions.pending(), where + ", masked");
        enter(el, hcr, 0xf & ~mask);
        assertEquals(cell.endsWith("C") ? null : kind, cpu.exceptions.pending(), where);
        if (!cell.endsWith("C")) {
            cpu.exceptions.takeInterrupt(kind);
            assertEquals(cell.charAt(0) - '0', cpu.el, where);
        }
        cpu.interruptLines(false, false, false, false);
        cpu.serror = false;
    }

    @Test
    void virtualInterruptsNeedTheirRoutingBitAndAGuest() {
        cpu.interruptLines(false, false, true, true);
        enter(1, Hcr.IMO, 0);
        assertEquals(Kind.VIRQ, cpu.exceptions.pending());
        enter(1, Hcr.FMO, 0);
        assertEquals(Kind.VFIQ, cpu.exceptions.pending());
        enter(1, 0, 0);
        assertNull(cpu.exceptions.pending());
        enter(1, Hcr.IMO | Hcr.FMO, 3);
        assertNull(cpu.exceptions.pending());
        enter(2, Hcr.IMO | Hcr.FMO, 0);
        assertNull(cpu.exceptions.pending());
        enter(0, Hcr.TGE | Hcr.IMO | Hcr.FMO, 0);
        assertNull(cpu.exceptions.pending());
        enter(0, Hcr.IMO, 0);
        cpu.exceptions.takeInterrupt(cpu.exceptions.pending());
        assertEquals(1, cpu.el);
        assertEquals(0x4000_0800L + 0x480, cpu.pc);
    }

    @Test
    void virtualSErrorCarriesTheSyndromeEl2GaveItAndIsTakenOnce() {
        set(SysReg.VSESR_EL2, Disr.IDS | 0x1234);
        enter(1, Hcr.AMO | Hcr.VSE, 0);
        assertEquals(Kind.VSERROR, cpu.exceptions.pending());
        cpu.exceptions.takeInterrupt(Kind.VSERROR);
        assertEquals(0x2fL << 26 | 1 << 25 | Disr.IDS | 0x1234, get(SysReg.ESR_EL1));
        assertEquals(0, get(SysReg.HCR_EL2) & Hcr.VSE);
        cpu.daif = 0;
        assertNull(cpu.exceptions.pending());
    }

    @Test
    void esbDefersAMaskedSErrorToDisr() {
        cpu.serrorSyndrome = 0x11;
        cpu.serror = true;
        enter(1, 0, 4);
        cpu.exceptions.synchronizeErrors();
        assertFalse(cpu.serror);
        assertEquals(Disr.A | 0x11, read(SysReg.DISR_EL1));
    }

    @Test
    void esbLeavesAnSErrorThatIsTakenAnyway() {
        cpu.serror = true;
        enter(1, Hcr.AMO, 4);
        cpu.exceptions.synchronizeErrors();
        assertTrue(cpu.serror);
        assertEquals(Kind.SERROR, cpu.exceptions.pending());
    }

    @Test
    void esbInAGuestDefersTheVirtualSErrorToVdisrWhichItSeesAsDisr() {
        set(SysReg.VSESR_EL2, 0x77);
        enter(1, Hcr.AMO | Hcr.VSE, 4);
        cpu.exceptions.synchronizeErrors();
        assertEquals(0, get(SysReg.HCR_EL2) & Hcr.VSE);
        assertEquals(Disr.A | 0x77, get(SysReg.VDISR_EL2));
        assertEquals(Disr.A | 0x77, read(SysReg.DISR_EL1));
        assertEquals(0, get(SysReg.DISR_EL1));
    }

    @Test
    void isrShowsPhysicalInterruptsToEl2AndVirtualOnesToTheGuest() {
        cpu.interruptLines(true, false, false, true);
        enter(2, Hcr.IMO | Hcr.FMO | Hcr.VI, 0xf);
        assertEquals(0x80, read(SysReg.ISR_EL1)); // the physical IRQ
        enter(1, Hcr.IMO | Hcr.FMO, 0xf);
        assertEquals(0x40, read(SysReg.ISR_EL1)); // the virtual FIQ
        enter(1, Hcr.IMO | Hcr.FMO | Hcr.VI, 0xf);
        assertEquals(0xc0, read(SysReg.ISR_EL1));
        enter(1, 0, 0xf);
        assertEquals(0x80, read(SysReg.ISR_EL1));
        cpu.serror = true;
        assertEquals(0x180, read(SysReg.ISR_EL1));
    }

    private void pend(Kind kind) {
        cpu.interruptLines(kind == Kind.IRQ, kind == Kind.FIQ, false, false);
        cpu.serror = kind == Kind.SERROR;
    }

    private void enter(int el, long hcr, int daif) {
        set(SysReg.HCR_EL2, hcr | Hcr.RW);
        cpu.el = el;
        cpu.spSel = el > 0;
        cpu.daif = daif;
        cpu.regimeChanged();
    }

    private long read(SysReg register) {
        return cpu.registers.read(register.encoding(), 0);
    }

    private long get(SysReg register) {
        return cpu.sys[register.ordinal()];
    }

    private void set(SysReg register, long value) {
        cpu.sys[register.ordinal()] = value;
    }
}
