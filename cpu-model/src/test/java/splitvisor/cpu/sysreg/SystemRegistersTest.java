package splitvisor.cpu.sysreg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.Profiles;
import splitvisor.cpu.SynchronousException;
import splitvisor.cpu.cost.CostGroup;
import splitvisor.cpu.cost.Event;
import splitvisor.cpu.cost.World;
import splitvisor.cpu.hosted.HostedTexts;
import splitvisor.cpu.memory.PhysicalMemory;
import splitvisor.cpu.observe.Observer;

class SystemRegistersTest {

    private final Cpu cpu =
            new Cpu(0, new PhysicalMemory(0x4000_0000L, 0x1000), new HostedTexts(), Profiles.flat(1, 1));

    @Test
    void hostAtEl1TouchingAnEl2RegisterIsUndefined() {
        at(1, 0);
        assertUndefined(() -> read(SysReg.HCR_EL2));
        assertUndefined(() -> write(SysReg.TTBR0_EL2, 0x1000));
        assertUndefined(() -> write(SysReg.VTTBR_EL2, 0x1000));
    }

    @Test
    void writeToSctlrEl1AtEl2WithE2hLandsInSctlrEl2() {
        at(2, Hcr.E2H);
        long before = stored(SysReg.SCTLR_EL1);
        write(SysReg.SCTLR_EL1, Sctlr.EL2_RESET | Sctlr.M);
        assertEquals(Sctlr.EL2_RESET | Sctlr.M, stored(SysReg.SCTLR_EL2));
        assertEquals(before, stored(SysReg.SCTLR_EL1));
        assertEquals(Sctlr.EL2_RESET | Sctlr.M, read(SysReg.SCTLR_EL1));
    }

    @Test
    void writeToSctlrEl1AtEl2WithoutE2hLandsInSctlrEl1() {
        at(2, 0);
        write(SysReg.SCTLR_EL1, Sctlr.EL1_RESET | Sctlr.M);
        assertEquals(Sctlr.EL1_RESET | Sctlr.M, stored(SysReg.SCTLR_EL1));
    }

    @Test
    void everyRedirectedNameReachesItsEl2RegisterWithE2hAndEl12ReachesEl1s() {
        for (SysReg row : SysReg.values()) {
            if (row.e2h() == null || row.spec.unit != null || row.spec.mask == 0) {
                continue;
            }
            long el1 = 0x0000_0030_0000_0300L & row.spec.mask | row.spec.res1;
            long el2 = 0x0000_0030_0000_0100L & row.e2h().spec.mask | row.e2h().spec.res1;
            at(2, Hcr.E2H);
            write(row.el12(), el1);
            write(row, el2);
            assertEquals(el2, stored(row.e2h()), row.name());
            assertEquals(el1, stored(row), row.name());
            assertEquals(el2, read(row), row.name());
            assertEquals(el1, read(row.el12()), row.name());
            at(2, 0);
            assertEquals(el1, read(row), row.name());
        }
    }

    @Test
    void el12NamesAreUndefinedWithoutE2hAndBelowEl2() {
        for (SysReg row : SysReg.values()) {
            if (row.e2h() != null) {
                for (int el = 0; el < 3; el++) {
                    at(el, 0);
                    assertUndefined(() -> read(row.el12()));
                    assertUndefined(() -> write(row.el12(), 0));
                }
                at(1, Hcr.E2H);
                assertUndefined(() -> read(row.el12()));
                at(0, Hcr.E2H | Hcr.TGE);
                assertUndefined(() -> read(row.el12()));
            }
        }
    }

    @Test
    void trappedWriteTellsEl2WhichRegisterAndWhichGeneralRegister() {
        at(1, Hcr.TVM);
        SynchronousException e =
                assertThrows(
                        SynchronousException.class,
                        () -> cpu.registers.write(SysReg.FAR_EL1.encoding(), 9, 0));
        assertEquals(Ec.SYS64, e.ec);
        assertEquals(0x301920 & ~(31 << 5) | 9 << 5, e.iss);
        assertEquals(2, e.target);
    }

    @Test
    void trapBitsDoNotTouchEl2Itself() {
        at(2, Hcr.TVM | Hcr.TRVM | Hcr.TID3 | Hcr.TACR);
        write(SysReg.FAR_EL1, 5);
        assertEquals(5, read(SysReg.FAR_EL1));
        assertEquals(0, read(SysReg.ACTLR_EL1));
    }

    @Test
    void guestReadsTheIdentityThatEl2GaveIt() {
        at(2, 0);
        write(SysReg.VPIDR_EL2, 0x1234);
        write(SysReg.VMPIDR_EL2, 0x8000_0005L);
        at(1, 0);
        assertEquals(0x1234, read(SysReg.MIDR_EL1));
        assertEquals(0x8000_0005L, read(SysReg.MPIDR_EL1));
        at(2, 0);
        assertEquals(IdValues.MIDR, read(SysReg.MIDR_EL1));
    }

    @Test
    void registersOfAnAbsentGicv3AreUndefined() {
        at(2, 0);
        assertUndefined(() -> read(SysReg.ICC_PMR_EL1));
        assertUndefined(() -> read(SysReg.ICH_HCR_EL2));
        assertEquals(0, read(SysReg.ID_AA64PFR0_EL1) & IdValues.PFR0_GIC);
        cpu.units[Unit.GIC.ordinal()] = new Storage(cpu);
        assertEquals(0, read(SysReg.ICH_HCR_EL2));
        assertEquals(IdValues.PFR0_GIC, read(SysReg.ID_AA64PFR0_EL1) & IdValues.PFR0_GIC);
    }

    @Test
    void guestsGicNamesReachTheVirtualInterface() {
        cpu.units[Unit.GIC.ordinal()] = new Storage(cpu);
        at(1, Hcr.IMO);
        write(SysReg.ICC_PMR_EL1, 0xf0);
        write(SysReg.ICC_BPR0_EL1, 3);
        assertEquals(0xf0, stored(SysReg.ICV_PMR_EL1));
        assertEquals(0, stored(SysReg.ICC_PMR_EL1));
        assertEquals(3, stored(SysReg.ICC_BPR0_EL1)); // Group 0 is FMO's
        at(2, Hcr.IMO);
        assertEquals(0, read(SysReg.ICC_PMR_EL1));
    }

    @Test
    void accessIsCountedOnceByTheGroupOfTheRegisterReached() {
        at(2, Hcr.E2H);
        var before = cpu.ledger.snapshot();
        read(SysReg.TTBR0_EL1); // is TTBR0_EL2
        write(SysReg.TTBR0_EL1.el12(), 0);
        assertUndefined(() -> read(SysReg.SP_EL2));
        var done = cpu.ledger.snapshot().since(before);
        assertEquals(1, done.reads(World.HOST_EL2, CostGroup.EL2_CONFIG));
        assertEquals(0, done.reads(World.HOST_EL2, CostGroup.EL1_SYSTEM));
        assertEquals(1, done.writes(World.HOST_EL2, CostGroup.EL1_SYSTEM));
        assertEquals(0, done.reads(World.HOST_EL2, CostGroup.THREAD));
    }

    @Test
    void observerSeesTheNameUsedAndTheRegisterReached() {
        at(2, Hcr.E2H);
        List<String> seen = new ArrayList<>();
        cpu.observer =
                new Observer() {
                    @Override
                    public void sysRegRead(Cpu at, int encoding, SysReg reached, long value) {
                        seen.add("%s %s %x".formatted(SysReg.nameOf(encoding), reached, value));
                    }

                    @Override
                    public void sysRegWrite(Cpu at, int encoding, SysReg reached, long before, long after) {
                        seen.add("%s %s %x>%x".formatted(SysReg.nameOf(encoding), reached, before, after));
                    }

                    @Override
                    public void operation(Cpu at, String assembly) {
                        seen.add(assembly);
                    }
                };
        write(SysReg.ESR_EL1, 0x1_5600_0000L);
        read(SysReg.ESR_EL1);
        write(SysReg.ESR_EL1.el12(), 7);
        cpu.registers.writeImmediate(3, 6, 2);
        cpu.registers.sys(SysOp.TLBI_VMALLE1IS.encoding(), 31, 0);
        assertEquals(
                List.of(
                        "ESR_EL1 ESR_EL2 0>56000000",
                        "ESR_EL1 ESR_EL2 56000000",
                        "ESR_EL12 ESR_EL1 0>7",
                        "msr daifset, #2",
                        "tlbi vmalle1is"),
                seen);
    }

    @Test
    void systemInstructionsAreCountedByKind() {
        at(2, 0);
        var before = cpu.ledger.snapshot();
        cpu.registers.sys(SysOp.TLBI_ALLE1.encoding(), 31, 0);
        cpu.registers.sys(SysOp.IC_IVAU.encoding(), 0, 0x4000_0000L);
        cpu.registers.sys(SysOp.AT_S1E2R.encoding(), 0, 0x4000_0000L);
        var done = cpu.ledger.snapshot().since(before);
        assertEquals(1, done.of(Event.TLBI));
        assertEquals(1, done.of(Event.CACHE_MAINTENANCE));
        assertEquals(1, done.of(Event.ADDRESS_TRANSLATION));
    }

    @Test
    void immediateFormsSetAndClearPstate() {
        at(1, 0);
        cpu.daif = 0;
        cpu.registers.writeImmediate(3, 6, 0xa);
        assertEquals(0xa, cpu.daif);
        cpu.registers.writeImmediate(3, 7, 2);
        assertEquals(8, cpu.daif);
        cpu.registers.writeImmediate(0, 4, 1);
        assertTrue(cpu.pan);
        cpu.registers.writeImmediate(0, 5, 0);
        assertFalse(cpu.spSel);
        assertUndefined(() -> read(SysReg.SP_EL0));
        assertUndefined(() -> cpu.registers.writeImmediate(3, 2, 1)); // DIT is not implemented
    }

    @Test
    void trappedImmediateHasOp1AndOp2InTheirPlaces() {
        at(0, 0);
        SynchronousException e =
                assertThrows(SynchronousException.class, () -> cpu.registers.writeImmediate(3, 6, 5));
        assertEquals(Ec.SYS64, e.ec);
        assertEquals(6 << 17 | 3 << 14 | 4 << 10 | 31 << 5 | 5 << 1, e.iss);
    }

    @Test
    void tidcpTrapsTheImplementationDefinedEncodings() {
        at(1, Hcr.TIDCP);
        SynchronousException e =
                assertThrows(
                        SynchronousException.class, () -> cpu.registers.read(Spec.encode(3, 0, 15, 1, 4), 3));
        assertEquals(Ec.SYS64, e.ec);
        assertEquals(0x300000 | 4 << 17 | 15 << 10 | 3 << 5 | 1 << 1 | 1, e.iss);
        assertEquals(2, e.target);
        at(1, 0);
        assertUndefined(() -> cpu.registers.read(Spec.encode(3, 0, 15, 1, 4), 3));
        at(2, Hcr.TIDCP);
        assertUndefined(() -> cpu.registers.read(Spec.encode(3, 0, 15, 1, 4), 3));
    }

    @Test
    void sctlrEl2IsThatOfItsLayoutWithoutE2hAfterReset() {
        cpu.registers.reset();
        assertEquals(0x30c5_0830L, cpu.sys[SysReg.SCTLR_EL2.ordinal()]);
    }

    @Test
    void resetLeavesUnknownRegistersToTheCaller() {
        cpu.registers.reset(-1);
        assertEquals(-1, stored(SysReg.TTBR0_EL1));
        assertEquals(0xffff_ffffL, stored(SysReg.ESR_EL1));
        assertEquals(Hcr.RW, stored(SysReg.HCR_EL2));
        assertEquals(Sctlr.EL2_RESET, stored(SysReg.SCTLR_EL2));
    }

    private void at(int el, long hcr) {
        cpu.el = el;
        cpu.spSel = true;
        cpu.sys[SysReg.HCR_EL2.ordinal()] = hcr | Hcr.RW;
        cpu.regimeChanged();
    }

    private long stored(SysReg register) {
        return cpu.sys[register.ordinal()];
    }

    private long read(RegisterName name) {
        return cpu.registers.read(name.encoding(), 0);
    }

    private void write(RegisterName name, long value) {
        cpu.registers.write(name.encoding(), 0, value);
    }

    private static void assertUndefined(org.junit.jupiter.api.function.Executable access) {
        SynchronousException e = assertThrows(SynchronousException.class, access);
        assertEquals(Ec.UNKNOWN, e.ec);
        assertEquals(0, e.iss);
        assertEquals(1, e.target);
    }
}
