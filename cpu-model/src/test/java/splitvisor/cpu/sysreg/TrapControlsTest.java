package splitvisor.cpu.sysreg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.Profiles;
import splitvisor.cpu.SynchronousException;
import splitvisor.cpu.hosted.HostedTexts;
import splitvisor.cpu.memory.PhysicalMemory;

/// Which accesses each control traps to EL2, typed by hand from the descriptions of the control registers (Arm ARM
/// D19.2, D19.3, D19.12; GICv3 specification 12.4), against what the machine does: every register and system
/// instruction, read and written, in every regime, under every control alone.
class TrapControlsTest {

    private static final String VM =
            "SCTLR_EL1|TTBR[01]_EL1|TCR_EL1|ESR_EL1|FAR_EL1|AFSR[01]_EL1|A?MAIR_EL1|CONTEXTIDR_EL1";
    private static final String DEBUG =
            "MDSCR_EL1|MDCCINT_EL1|MDCCSR_EL0|DBGDTR.*|OSDTR.*|OSECCR_EL1|DBG[BW][VC]R._EL1|DBGCLAIM.*|DBGAUTH.*";
    private static final String OS = "OSLAR_EL1|OSLSR_EL1|OSDLR_EL1|DBGPRCR_EL1";
    private static final String GROUP_0 = "ICC_(IAR0|EOIR0|HPPIR0|BPR0|AP0R0|IGRPEN0)_EL1";
    private static final String GROUP_1 = "ICC_(IAR1|EOIR1|HPPIR1|BPR1|AP1R0|IGRPEN1)_EL1";
    private static final String SGI = "ICC_A?SGI[01]R_EL1";

    /// One control: setting (or, for `clear`, clearing) `bits` traps what `names` matches, in the given directions.
    private record Control(SysReg register, long bits, boolean clear, String directions, String names) {
        static Control set(SysReg register, long bits, String directions, String names) {
            return new Control(register, bits, false, directions, names);
        }
    }

    private static final List<Control> CONTROLS =
            List.of(
                    Control.set(SysReg.HCR_EL2, Hcr.TVM, "w", VM),
                    Control.set(SysReg.HCR_EL2, Hcr.TRVM, "r", VM),
                    Control.set(SysReg.HCR_EL2, Hcr.TID0, "rw", "-"),
                    Control.set(SysReg.HCR_EL2, Hcr.TID1, "r", "REVIDR_EL1|AIDR_EL1"),
                    Control.set(SysReg.HCR_EL2, Hcr.TID2, "rw", "CTR_EL0|CCSIDR_EL1|CLIDR_EL1|CSSELR_EL1"),
                    Control.set(SysReg.HCR_EL2, Hcr.TID3, "r", "ID_.*|MVFR._EL1|S3_0_C0_C[1-7]_."),
                    Control.set(SysReg.HCR_EL2, Hcr.TACR, "rw", "ACTLR_EL1"),
                    Control.set(SysReg.HCR_EL2, Hcr.TLOR, "rw", "LOR.*"),
                    Control.set(SysReg.HCR_EL2, Hcr.TERR, "rw", "ERRIDR_EL1"),
                    Control.set(SysReg.HCR_EL2, Hcr.TSW, "x", "dc (isw|csw|cisw)"),
                    Control.set(SysReg.HCR_EL2, Hcr.TPCP, "x", "dc (ivac|cvac|civac|cvap)"),
                    Control.set(SysReg.HCR_EL2, Hcr.TPU, "x", "ic .*|dc cvau"),
                    Control.set(
                            SysReg.HCR_EL2, Hcr.TTLB, "x", "tlbi (vmalle1|vae1|aside1|vaae1|vale1|vaale1)(is)?"),
                    Control.set(SysReg.HCR_EL2, Hcr.TDZ, "x", "dc zva"),
                    Control.set(SysReg.HCR_EL2, Hcr.TSC, "rwx", "-"),
                    Control.set(SysReg.HCR_EL2, Hcr.IMO, "w", SGI),
                    Control.set(SysReg.HCR_EL2, Hcr.FMO, "w", SGI),
                    Control.set(SysReg.HCR_EL2, Hcr.AMO, "rw", "-"),
                    Control.set(SysReg.HCR_EL2, Hcr.FB | 3 * Hcr.BSU_IS | Hcr.PTW | Hcr.CD | Hcr.ID, "rwx", "-"),
                    Control.set(SysReg.HSTR_EL2, 0xffff, "rwx", "-"), // of AArch32 alone
                    Control.set(SysReg.CPTR_EL2, Cptr.TCPAC, "rw", "CPACR_EL1"),
                    Control.set(SysReg.MDCR_EL2, Mdcr.TPM, "rw", "PM.*"),
                    Control.set(SysReg.MDCR_EL2, Mdcr.TPMCR, "rw", "PMCR_EL0"),
                    Control.set(SysReg.MDCR_EL2, Mdcr.TDA, "rw", DEBUG),
                    Control.set(SysReg.MDCR_EL2, Mdcr.TDOSA, "rw", OS),
                    Control.set(SysReg.MDCR_EL2, Mdcr.TDRA, "rw", "MDRAR_EL1"),
                    Control.set(SysReg.MDCR_EL2, Mdcr.TDE, "rw", DEBUG + "|MDRAR_EL1|" + OS),
                    Control.set(
                            SysReg.ICH_HCR_EL2, Ich.TC, "rw", SGI + "|ICC_(CTLR|DIR|PMR|RPR)_EL1"),
                    Control.set(SysReg.ICH_HCR_EL2, Ich.TALL0, "rw", GROUP_0),
                    Control.set(SysReg.ICH_HCR_EL2, Ich.TALL1, "rw", GROUP_1),
                    Control.set(SysReg.ICH_HCR_EL2, Ich.TDIR, "w", "ICC_DIR_EL1"),
                    new Control(SysReg.ICC_SRE_EL2, Ich.SRE_ENABLE, true, "rw", "ICC_SRE_EL1"),
                    new Control(SysReg.CNTHCTL_EL2, Cnthctl.EL1PCTEN, true, "r", "CNTPCT_EL0"),
                    new Control(SysReg.CNTHCTL_EL2, Cnthctl.EL1PCEN, true, "rw", "CNTP_.*_EL0"));

    /// The same two controls where they are with E2H, and what is at their old places there.
    private static final List<Control> WITH_E2H =
            List.of(
                    new Control(SysReg.CNTHCTL_EL2, Cnthctl.E2H_EL1PCTEN, true, "r", "CNTPCT_EL0"),
                    new Control(SysReg.CNTHCTL_EL2, Cnthctl.E2H_EL1PTEN, true, "rw", "CNTP_.*_EL0"));

    private record Regime(int el, long hcr) {}

    private static final List<Regime> REGIMES =
            List.of(
                    new Regime(0, 0),
                    new Regime(0, Hcr.E2H),
                    new Regime(0, Hcr.TGE),
                    new Regime(0, Hcr.E2H | Hcr.TGE),
                    new Regime(1, 0),
                    new Regime(1, Hcr.E2H),
                    new Regime(2, 0),
                    new Regime(2, Hcr.E2H),
                    new Regime(2, Hcr.E2H | Hcr.TGE));

    private final Cpu cpu =
            new Cpu(0, new PhysicalMemory(0x4000_0000L, 0x1000), new HostedTexts(), Profiles.flat(1, 1));
    private final List<String> wrong = new ArrayList<>();
    private int trapped;

    @Test
    void everyControlTrapsExactlyWhatTheArmArmLists() {
        cpu.units[Unit.GIC.ordinal()] = new Storage(cpu);
        for (Regime regime : REGIMES) {
            boolean e2h = (regime.hcr & Hcr.E2H) != 0;
            for (Control control : CONTROLS) {
                boolean timer = control.register == SysReg.CNTHCTL_EL2;
                check(regime, e2h && timer ? new Control(control.register, control.bits, true, "", "-") : control);
            }
            if (e2h) {
                WITH_E2H.forEach(control -> check(regime, control));
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(972, trapped);
    }

    private void check(Regime regime, Control control) {
        for (SysReg row : SysReg.values()) {
            if (!row.spec.behindIcc) {
                check(regime, control, row.name(), "r", () -> cpu.registers.read(row.encoding(), 0));
                check(regime, control, row.name(), "w", () -> cpu.registers.write(row.encoding(), 0, 0));
            }
        }
        for (SysOp op : SysOp.values()) {
            check(regime, control, op.assembly(), "x", () -> cpu.registers.sys(op.encoding(), 0, 0x4000_0000L));
        }
    }

    private void check(Regime regime, Control control, String name, String direction, Runnable access) {
        open(regime);
        String open = outcome(access);
        open(regime);
        int register = control.register.ordinal();
        cpu.sys[register] = control.clear ? cpu.sys[register] & ~control.bits : cpu.sys[register] | control.bits;
        cpu.regimeChanged();
        String outcome = outcome(access);
        boolean guest = regime.el < 2 && !(regime.el == 0 && regime.hcr == (Hcr.E2H | Hcr.TGE));
        boolean reaches = guest || regime.el == 0 && control.register == SysReg.MDCR_EL2;
        boolean listed = control.directions.contains(direction) && name.matches(control.names);
        boolean undefined = open.startsWith("UNDEFINED");
        String expected = listed && reaches && !undefined ? "trap to EL2" : open;
        trapped += expected.equals(open) ? 0 : 1;
        if (!undefined && isKernelsOwnControl(regime, control, name)) {
            expected = "trap to EL1";
        }
        if (!outcome.equals(expected)) {
            String where = "EL%d, HCR %x, %s %x".formatted(regime.el, regime.hcr, control.register, control.bits);
            wrong.add("%s %s at %s: %s, expected %s".formatted(name, direction, where, outcome, expected));
        }
    }

    /// For a host's EL0 the low bits of CNTHCTL_EL2 are what CNTKCTL_EL1's are elsewhere: EL0PCTEN and EL0VCTEN.
    private static boolean isKernelsOwnControl(Regime regime, Control control, String name) {
        boolean hostEl0 = regime.el == 0 && regime.hcr == (Hcr.E2H | Hcr.TGE);
        return hostEl0 && control.register == SysReg.CNTHCTL_EL2
                && (control.bits == Cnthctl.EL0PCTEN && name.equals("CNTPCT_EL0")
                        || control.bits == Cnthctl.EL0VCTEN && name.equals("CNTVCT_EL0"));
    }

    private void open(Regime regime) {
        cpu.registers.reset();
        set(SysReg.SCTLR_EL1, Sctlr.UCI | Sctlr.UCT | Sctlr.DZE | Sctlr.UMA);
        set(SysReg.SCTLR_EL2, Sctlr.UCI | Sctlr.UCT | Sctlr.DZE | Sctlr.UMA);
        set(SysReg.CPACR_EL1, Cptr.FPEN);
        set(SysReg.CPTR_EL2, (regime.hcr & Hcr.E2H) != 0 ? Cptr.FPEN : Cptr.RES1);
        set(SysReg.CNTKCTL_EL1, 0x3ff);
        set(SysReg.CNTHCTL_EL2, 0xfff);
        set(SysReg.PMUSERENR_EL0, 0xf);
        set(SysReg.HCR_EL2, Hcr.RW | regime.hcr);
        cpu.el = regime.el;
        cpu.spSel = true;
        cpu.daif = 0xf;
        cpu.regimeChanged();
    }

    private void set(SysReg register, long value) {
        cpu.sys[register.ordinal()] = value;
    }

    private static final Set<Integer> TRAPS = Set.of(Ec.SYS64, Ec.FP_ASIMD);

    private static String outcome(Runnable access) {
        try {
            access.run();
            return "done";
        } catch (SynchronousException e) {
            return e.ec == Ec.UNKNOWN ? "UNDEFINED" : TRAPS.contains(e.ec) ? "trap to EL" + e.target : "fault";
        }
    }
}
