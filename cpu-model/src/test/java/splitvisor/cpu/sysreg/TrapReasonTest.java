package splitvisor.cpu.sysreg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.Profiles;
import splitvisor.cpu.SynchronousException;
import splitvisor.cpu.hosted.HostedTexts;
import splitvisor.cpu.memory.PhysicalMemory;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.cpu.observe.Observer;

class TrapReasonTest {

    private final Cpu cpu =
            new Cpu(0, new PhysicalMemory(0x4000_0000L, 0x1000), new HostedTexts(), Profiles.flat(1, 1));
    private String reason = "not asked";

    TrapReasonTest() {
        cpu.units[Unit.GIC.ordinal()] = new Storage(cpu);
        cpu.observer = new Observer() {
            @Override
            public void exceptionTaken(Cpu at, ExceptionRecord taken) {
                reason = TrapReason.of(at, taken);
            }
        };
    }

    private void at(int el, long hcr) {
        cpu.registers.reset();
        cpu.sys[SysReg.HCR_EL2.ordinal()] = Hcr.RW | hcr;
        cpu.sys[SysReg.CNTHCTL_EL2.ordinal()] = 0xfff;
        cpu.sys[SysReg.ICC_SRE_EL2.ordinal()] = 0xf;
        cpu.sys[SysReg.CPACR_EL1.ordinal()] = Cptr.FPEN;
        cpu.sys[SysReg.CPTR_EL2.ordinal()] = Cptr.RES1 | Cptr.FPEN;
        cpu.el = el;
        cpu.spSel = true;
        cpu.regimeChanged();
    }

    /// The reason of the exception that an access raises; null when there is none.
    private String tried(Runnable access) {
        reason = null;
        try {
            access.run();
        } catch (SynchronousException e) {
            cpu.exceptions.takeSynchronous(e);
        }
        return reason;
    }

    @Test
    void everyTrapOfEveryRowIsNamedWhenItAloneIsArmed() {
        int named = 0;
        for (long hcr : new long[] {0, Hcr.E2H}) {
            for (SysReg row : SysReg.values()) {
                for (Trap trap : row.spec.traps) {
                    boolean read = trap.reads() && row.spec.readable;
                    if (row.spec.behindIcc || row.spec.minimumEl() > 1 || row.spec.feature == Feature.ERROR_RECORDS
                            || !read && !(trap.writes() && row.spec.writable)) {
                        continue;
                    }
                    at(1, hcr);
                    long bits = hcr != 0 ? trap.bitsE2h() : trap.bits();
                    cpu.sys[trap.control().ordinal()] ^= trap.whenClear() ? bits : 0;
                    cpu.sys[trap.control().ordinal()] |= trap.whenClear() ? 0 : bits;
                    cpu.regimeChanged();
                    String found = tried(read ? () -> cpu.registers.read(row.encoding(), 0)
                            : () -> cpu.registers.write(row.encoding(), 0, 0));
                    String expected = (trap.whenClear() ? "!" : "") + ControlBits.of(trap.control(), bits, hcr != 0);
                    assertEquals(expected, found, row::name);
                    named++;
                }
            }
        }
        assertTrue(named > 300, "only " + named);
    }

    @Test
    void whatEl0MayNotUseIsNamedAfterItsKernelsControl() {
        at(0, 0);
        assertEquals("!SCTLR_EL1.UCT", tried(() -> cpu.registers.read(SysReg.CTR_EL0.encoding(), 0)));
    }

    @Test
    void anEncodingOfNobodysIsTidcps() {
        at(1, Hcr.TIDCP);
        assertEquals("HCR_EL2.TIDCP", tried(() -> cpu.registers.read(Spec.encode(3, 1, 15, 0, 0), 0)));
    }

    @Test
    void whatIsNoAccessIsNamedByItsClass() {
        at(1, 0);
        assertEquals("HCR_EL2.TWI", tried(() -> {
            throw cpu.trap(Ec.WFX, 0, 2);
        }));
        at(1, 0);
        assertEquals("HCR_EL2.TSC", tried(() -> {
            throw cpu.trap(Ec.SMC64, 0, 2);
        }));
        at(1, 0);
        assertNull(tried(() -> {
            throw cpu.call(Ec.HVC64, 0, 2);
        }));
        at(0, Hcr.E2H | Hcr.TGE);
        assertEquals("HCR_EL2.TGE", tried(() -> {
            throw cpu.call(Ec.SVC64, 0, 1);
        }));
    }
}
