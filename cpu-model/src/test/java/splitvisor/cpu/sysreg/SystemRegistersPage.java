package splitvisor.cpu.sysreg;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.Profiles;
import splitvisor.cpu.SynchronousException;
import splitvisor.cpu.hosted.HostedTexts;
import splitvisor.cpu.memory.PhysicalMemory;
import splitvisor.cpu.observe.Observer;

/// The page `docs/tables/system-registers.md`: what every register name and system instruction does in every
/// regime. The outcomes are what a PE does when asked; the controls are the facts of the rows.
final class SystemRegistersPage {

    private static final String HEAD =
            """
            # System registers and system instructions

            Generated from `SysReg` and `SysOp` and from what the machine does when asked; a test keeps it fresh. It
            answers: what happens when software at this EL uses this name?

            - `r`, `w`, `rw`: the access is done (MRS, MSR). `→ X`: it reaches X instead of the register named. `·`:
              UNDEFINED. `T`: trapped to EL2 although all controls are open.
            - Columns: *EL0*, *EL1*, *EL2* with HCR_EL2.E2H = 0 (a guest's EL1 and EL0 see the same with E2H = 1,
              TGE = 0); *EL2 host* is EL2 with E2H = 1; *EL0 host* is EL0 with E2H = 1 and TGE = 1. All controls are
              open.
            - *EL0 needs*: any one of the bits named (none of them where `not` stands), else the access is trapped
              to EL1, or to EL2 under HCR_EL2.TGE, as exception class 0x18. A host's EL0 is controlled by the EL2
              counterpart of the register: SCTLR_EL2, CNTHCTL_EL2.
            - *Trapped to EL2 by*: any of the bits being 1 (`!`: being 0) traps EL1's access and EL0's, as exception
              class 0x18, `r` and `w` where only reads or writes are. A host's EL0 is not trapped, but by MDCR_EL2.
              Under HCR_EL2.TGE the bits TDA, TDE, TDOSA and TDRA count as 1. Bits for E2H = 1 stand in parentheses
              where they differ.
            - What EL0 needs is asked before what EL2 traps, and UNDEFINED comes before both. `FP`: needs the FP and
              SIMD registers, CPACR_EL1.FPEN and then CPTR_EL2, exception class 0x07. *(bit: reaches X)*: with the
              bit, EL1's access reaches X.
            - The encoding is op0, op1, CRn, CRm, op2. Encodings that no row has are UNDEFINED; those with CRn 11
              and 15 are left to implementations, and HCR_EL2.TIDCP traps them from EL1 and EL0 all the same.
            """;

    private static final String ABSENT =
            """

            ## Not here

            | registers | reason |
            |---|---|
            | `AP*KEY*_EL1` | FEAT_PAuth is not implemented |
            | `ZCR_ELx`, `SMCR_ELx`, `TPIDR2_EL0`, … | FEAT_SVE and FEAT_SME are not implemented |
            | `DACR32_EL2`, `IFSR32_EL2`, `FPEXC32_EL2`, `DBGVCR32_EL2`, `SPSR_abt` … | AArch32 is not implemented |
            | names of EL3 (op1 = 6, 7) | EL3 is not implemented |
            | `SP_EL2` by name | only EL3 can reach it |
            | `HFG*_EL2`, `HDFG*_EL2` | FEAT_FGT is not implemented |
            | `VNCR_EL2`, `VSTTBR_EL2` | FEAT_NV2 and Secure EL2 are not implemented |
            | `CNTPOFF_EL2`, `CNTPCTSS_EL0`, `CNTVCTSS_EL0` | FEAT_ECV is not implemented |
            | `MPAM*`, `PMS*`, `TRB*`, `TRFCR_ELx`, `AM*_EL0` | FEAT_MPAM, SPE, TRBE, TRF and AMU are not implemented |
            | `RNDR*`, `GCR_EL1`, `TFSR*`, `SCXTNUM*` | FEAT_RNG, MTE and CSV2_2 are not implemented |
            | `DIT`, `SSBS`, `TCO`, `ALLINT` | PSTATE has no such fields here |
            | `DLR_EL0`, `DSPSR_EL0` | exist in Debug state only |
            | `RMR_EL2` | a reset by software goes through PSCI |
            | `ICC_AP0R1_EL1` … , `ICH_LR4_EL2` … | 5 priority bits and 4 list registers are implemented |
            | `TLBI *OS`, `TLBI R*`, `DC CVADP`, `CFP RCTX` …, `AT S1E1A` | features of Armv8.4 and later |
            """;

    private static final String UNDEFINED = "·";
    private static final String TRAPPED = "T";

    /// A column: the regime, entered with every control open.
    private record Column(String title, int el, long hcr) {}

    private static final List<Column> COLUMNS =
            List.of(
                    new Column("EL0", 0, 0),
                    new Column("EL0 host", 0, Hcr.E2H | Hcr.TGE),
                    new Column("EL1", 1, 0),
                    new Column("EL2", 2, 0),
                    new Column("EL2 host", 2, Hcr.E2H));

    private final Cpu cpu =
            new Cpu(0, new PhysicalMemory(0x4000_0000L, 0x1000), new HostedTexts(), Profiles.flat(1, 1));
    private String reached;

    SystemRegistersPage() {
        cpu.units[Unit.GIC.ordinal()] = new Storage(cpu);
        cpu.observer =
                new Observer() {
                    @Override
                    public void sysRegRead(Cpu at, int encoding, SysReg register, long value) {
                        reached = register.name();
                    }

                    @Override
                    public void sysRegWrite(Cpu at, int encoding, SysReg register, long before, long after) {
                        reached = register.name();
                    }
                };
    }

    String text() {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("\n## Registers\n\n");
        tableHead(page, "register");
        for (SysReg row : SysReg.values()) {
            if (!row.spec.behindIcc && row.spec.minimumEl() < 3) {
                line(page, row.name(), row.spec, row.encoding());
            }
        }
        page.append("\n## Names for EL1's registers at EL2\n\nThey are UNDEFINED without E2H and below EL2.\n\n");
        tableHead(page, "name");
        for (SysReg row : SysReg.values()) {
            if (row.e2h() != null) {
                line(page, row.el12().assemblyName(), Spec.at(3, 5, 0, 0, 0), row.el12().encoding());
            }
        }
        page.append("\n## System instructions\n\n`x`: it is executed.\n\n");
        tableHead(page, "instruction");
        for (SysOp op : SysOp.values()) {
            if (op.spec.minimumEl() < 3) {
                line(page, op.assembly().toUpperCase(java.util.Locale.ROOT), op.spec, op.encoding());
            }
        }
        return page.append(ABSENT).toString();
    }

    private static void tableHead(StringBuilder page, String first) {
        page.append("| ").append(first).append(" | encoding |");
        COLUMNS.forEach(c -> page.append(' ').append(c.title).append(" |"));
        page.append(" EL0 needs | trapped to EL2 by |\n|---|---|").append("---|".repeat(COLUMNS.size() + 2));
        page.append('\n');
    }

    private void line(StringBuilder page, String name, Spec spec, int encoding) {
        page.append("| `%s` | %d %d %d %d %d |"
                .formatted(
                        name,
                        encoding >> 14,
                        encoding >> 11 & 7,
                        encoding >> 7 & 15,
                        encoding >> 3 & 15,
                        encoding & 7));
        COLUMNS.forEach(c -> page.append(' ').append(outcome(c, encoding)).append(" |"));
        page.append(' ').append(needs(spec)).append(" | ").append(traps(spec)).append(" |\n");
    }

    private String outcome(Column column, int encoding) {
        if (encoding >> 14 == 1) {
            String outcome = tried(column, () -> cpu.registers.sys(encoding, 0, 0x4000_0000L));
            return outcome.isEmpty() ? "x" : outcome;
        }
        String read = tried(column, () -> cpu.registers.read(encoding, 0));
        String written = tried(column, () -> cpu.registers.write(encoding, 0, 0));
        if (read.equals(written)) {
            return read.equals(UNDEFINED) || read.equals(TRAPPED) ? read : "rw" + beside(encoding, read);
        }
        return written.equals(UNDEFINED)
                ? read.equals(TRAPPED) ? TRAPPED : "r" + beside(encoding, read)
                : written.equals(TRAPPED) ? TRAPPED : "w" + beside(encoding, written);
    }

    private static String beside(int encoding, String reached) {
        return reached.equals(SysReg.nameOf(encoding)) ? "" : " → " + reached;
    }

    /// What the access reached (nothing, for an instruction), [#UNDEFINED] or [#TRAPPED].
    private String tried(Column column, Runnable access) {
        cpu.registers.reset();
        set(SysReg.SCTLR_EL1, -1);
        set(SysReg.SCTLR_EL2, Sctlr.UCI | Sctlr.UCT | Sctlr.DZE | Sctlr.UMA);
        clear(SysReg.SCTLR_EL1, Sctlr.M);
        set(SysReg.CPACR_EL1, Cptr.FPEN);
        set(SysReg.CPTR_EL2, (column.hcr & Hcr.E2H) != 0 ? Cptr.FPEN : Cptr.RES1);
        set(SysReg.CNTKCTL_EL1, 0x3ff);
        set(SysReg.CNTHCTL_EL2, 0xfff);
        set(SysReg.PMUSERENR_EL0, 0xf);
        set(SysReg.HCR_EL2, Hcr.RW | column.hcr);
        if ((column.hcr & Hcr.TGE) == 0) {
            clear(SysReg.MDCR_EL2, Mdcr.DEBUG_TRAPS);
        }
        cpu.el = column.el;
        cpu.spSel = true;
        cpu.regimeChanged();
        reached = "";
        try {
            access.run();
            return reached;
        } catch (SynchronousException e) {
            return e.ec == 0 ? UNDEFINED : TRAPPED;
        }
    }

    private void set(SysReg register, long value) {
        cpu.sys[register.ordinal()] = value;
    }

    private void clear(SysReg register, long bits) {
        cpu.sys[register.ordinal()] &= ~bits;
    }

    private static String needs(Spec spec) {
        return spec.enables.stream()
                .map(e -> direction(e.reads(), e.writes()) + (e.whenClear() ? "not " : "")
                        + ControlBits.of(e.control(), e.bits(), false))
                .collect(Collectors.joining("; "));
    }

    private static String traps(Spec spec) {
        List<String> all = new ArrayList<>();
        Consumer<Trap> add = t -> {
            String bits = (t.whenClear() ? "!" : "") + ControlBits.of(t.control(), t.bits(), false);
            String other = t.bits() == t.bitsE2h() ? "" : " (!" + ControlBits.of(t.control(), t.bitsE2h(), true) + ")";
            all.add(direction(t.reads(), t.writes()) + bits + other);
        };
        spec.traps.forEach(add);
        if (spec.fp) {
            all.add("FP");
        }
        if (spec.virtualBits != 0) {
            String bits = ControlBits.of(SysReg.HCR_EL2, spec.virtualBits, false);
            all.add("(%s: reaches %s)".formatted(bits, spec.virtualRegister));
        }
        return String.join("; ", all);
    }

    private static String direction(boolean reads, boolean writes) {
        return reads && writes ? "" : reads ? "r: " : "w: ";
    }
}
