package splitvisor.cpu.oracle;

import java.util.Map;
import java.util.function.BiConsumer;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.sysreg.Cnthctl;
import splitvisor.cpu.sysreg.Cptr;
import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.Ich;
import splitvisor.cpu.sysreg.Mdcr;
import splitvisor.cpu.sysreg.Pmuserenr;
import splitvisor.cpu.sysreg.Sctlr;
import splitvisor.cpu.sysreg.SysReg;

/// The contexts of `sysreg-traps`: puts a PE into the state that a configuration's name describes. A name is a
/// base context (`el1`, `el0open`, `vh0`, …) and what is changed in it: control bits of HCR_EL2, or of the
/// register that a prefix names.
final class TrapContext {

    private static final long USER_CONTROLS =
            Sctlr.UCI | Sctlr.UCT | Sctlr.DZE | Sctlr.NTWI | Sctlr.NTWE | Sctlr.UMA;
    private static final long EL0_COUNTERS =
            Cnthctl.EL0PCTEN | Cnthctl.EL0VCTEN | Cnthctl.EL0PTEN | Cnthctl.EL0VTEN;
    private static final long ALL_HCR_TRAPS =
            Hcr.TVM | Hcr.TRVM | Hcr.TID0 | Hcr.TID1 | Hcr.TID2 | Hcr.TID3 | Hcr.TIDCP | Hcr.TACR | Hcr.TSW
                    | Hcr.TPCP | Hcr.TPU | Hcr.TTLB | Hcr.TDZ | Hcr.TSC | Hcr.TWI | Hcr.TWE | Hcr.TLOR | Hcr.TERR;

    private static final Map<String, Long> HCR =
            Map.ofEntries(
                    Map.entry("TVM", Hcr.TVM),
                    Map.entry("TRVM", Hcr.TRVM),
                    Map.entry("TID1", Hcr.TID1),
                    Map.entry("TID2", Hcr.TID2),
                    Map.entry("TID3", Hcr.TID3),
                    Map.entry("TACR", Hcr.TACR),
                    Map.entry("TSW", Hcr.TSW),
                    Map.entry("TPCP", Hcr.TPCP),
                    Map.entry("TPU", Hcr.TPU),
                    Map.entry("TTLB", Hcr.TTLB),
                    Map.entry("TDZ", Hcr.TDZ),
                    // The recorded program sets TID3 in this configuration, as its lines show.
                    Map.entry("HCD", Hcr.HCD | Hcr.TID3),
                    Map.entry("TIDCP", Hcr.TIDCP),
                    Map.entry("TERR", Hcr.TERR),
                    Map.entry("TLOR", Hcr.TLOR),
                    Map.entry("TWI", Hcr.TWI),
                    Map.entry("TWE", Hcr.TWE),
                    Map.entry("TSC", Hcr.TSC),
                    Map.entry("AMO", Hcr.AMO),
                    Map.entry("IMO", Hcr.IMO),
                    Map.entry("FMO", Hcr.FMO),
                    Map.entry("TGE", Hcr.TGE),
                    Map.entry("noAPK", 0L));

    private final Cpu cpu;
    private final Map<String, BiConsumer<TrapContext, String>> prefixes =
            Map.of(
                    "CPTR", TrapContext::cptr,
                    "MDCR", TrapContext::mdcr,
                    "ICH", TrapContext::ich,
                    "CNTHCTL", TrapContext::cnthctl,
                    "PMU", TrapContext::pmu,
                    "SRE", (context, bit) -> context.clear(SysReg.ICC_SRE_EL2, Ich.SRE_ENABLE));

    private TrapContext(Cpu cpu) {
        this.cpu = cpu;
    }

    static void enter(Cpu cpu, String configuration) {
        new TrapContext(cpu).enter(configuration);
    }

    private void enter(String configuration) {
        String[] parts = configuration.split("\\.", 2);
        String base = parts[0];
        cpu.registers.reset();
        cpu.daif = 0xf;
        cpu.spSel = true;
        set(SysReg.HCR_EL2, Hcr.RW);
        open();
        String change = parts.length > 1 ? parts[1] : "";
        switch (base) {
            case "el1" -> cpu.el = 1;
            case "el0open" -> cpu.el = 0;
            case "el0shut", "el0" -> {
                cpu.el = 0;
                shut();
            }
            case "el2" -> cpu.el = 2;
            case "el2h" -> enterHost(2, 0);
            case "vg1" -> enterHost(1, 0);
            case "vg0" -> enterHost(0, 0);
            case "vh0" -> {
                enterHost(0, Hcr.TGE);
                if (!change.equals("open") && !change.equals("TIDs_ignored")) {
                    shut();
                }
            }
            case "tge0" -> {
                cpu.el = 0;
                or(SysReg.HCR_EL2, Hcr.TGE);
            }
            default -> throw new AssertionError("unknown context " + base);
        }
        if (!change.isEmpty()) {
            change(change);
        }
        cpu.regimeChanged();
    }

    private void enterHost(int el, long more) {
        cpu.el = el;
        or(SysReg.HCR_EL2, Hcr.E2H | more);
        set(SysReg.CPTR_EL2, Cptr.FPEN);
        set(SysReg.CNTHCTL_EL2, Cnthctl.E2H_EL1PCTEN | Cnthctl.E2H_EL1PTEN | EL0_COUNTERS);
        or(SysReg.SCTLR_EL2, USER_CONTROLS);
    }

    /// Everything EL0 may be allowed, allowed.
    private void open() {
        or(SysReg.SCTLR_EL1, USER_CONTROLS);
        set(SysReg.CPACR_EL1, Cptr.FPEN);
        set(SysReg.CNTKCTL_EL1, EL0_COUNTERS);
        set(SysReg.PMUSERENR_EL0, 0xf);
        set(SysReg.CNTHCTL_EL2, Cnthctl.EL1PCTEN | Cnthctl.EL1PCEN);
    }

    /// The opposite, in the registers of the kernel in charge.
    private void shut() {
        boolean host = (get(SysReg.HCR_EL2) & Hcr.E2H) != 0;
        clear(host ? SysReg.SCTLR_EL2 : SysReg.SCTLR_EL1, USER_CONTROLS);
        clear(host ? SysReg.CPTR_EL2 : SysReg.CPACR_EL1, Cptr.FPEN);
        clear(host ? SysReg.CNTHCTL_EL2 : SysReg.CNTKCTL_EL1, EL0_COUNTERS);
        set(SysReg.PMUSERENR_EL0, 0);
    }

    private void change(String change) {
        String[] parts = change.split("\\.", 2);
        if (prefixes.containsKey(parts[0])) {
            String[] bits = parts[1].split("\\+");
            prefixes.get(parts[0]).accept(this, bits[0]);
            if (bits.length > 1) {
                hcr(bits[1]);
            }
        } else {
            for (String part : change.split("[.+]")) {
                apply(part);
            }
        }
    }

    private void apply(String part) {
        boolean host = (get(SysReg.HCR_EL2) & Hcr.E2H) != 0;
        SysReg sctlr = host ? SysReg.SCTLR_EL2 : SysReg.SCTLR_EL1;
        SysReg counters = host ? SysReg.CNTHCTL_EL2 : SysReg.CNTKCTL_EL1;
        SysReg fp = host ? SysReg.CPTR_EL2 : SysReg.CPACR_EL1;
        switch (part) {
            case "open", "shut", "all", "sctlr1open" -> {}
            case "UCI" -> or(sctlr, Sctlr.UCI);
            case "UCT" -> or(sctlr, Sctlr.UCT);
            case "DZE" -> or(sctlr, Sctlr.DZE);
            case "UMA" -> or(sctlr, Sctlr.UMA);
            case "nTW" -> clear(sctlr, Sctlr.NTWI | Sctlr.NTWE);
            case "FPEN0", "FPEN1", "FPEN2", "FPEN3" -> fpen(fp, part);
            case "EL0PCTEN" -> or(counters, Cnthctl.EL0PCTEN);
            case "EL0VCTEN" -> or(counters, Cnthctl.EL0VCTEN);
            case "EL0VTEN" -> or(counters, Cnthctl.EL0VTEN);
            case "EL0PTEN" -> or(counters, Cnthctl.EL0PTEN);
            case "CPACR0" -> set(SysReg.CPACR_EL1, 0);
            case "TFP", "TCPAC" -> cptr(part);
            case "TPM" -> mdcr(part);
            case "CNTHCTL0" -> set(SysReg.CNTHCTL_EL2, 0);
            case "TIDs_ignored" -> or(SysReg.HCR_EL2, ALL_HCR_TRAPS);
            case "alltraps" -> allTraps();
            default -> hcr(part);
        }
    }

    private void allTraps() {
        or(SysReg.HCR_EL2, ALL_HCR_TRAPS);
        or(SysReg.CPTR_EL2, Cptr.TCPAC);
        or(SysReg.MDCR_EL2, Mdcr.TPM | Mdcr.TPMCR | Mdcr.TDE | Mdcr.TDA | Mdcr.TDOSA | Mdcr.TDRA);
        set(SysReg.CNTHCTL_EL2, 0);
        set(SysReg.ICH_HCR_EL2, Ich.TC | Ich.TALL0 | Ich.TALL1 | Ich.TDIR);
    }

    private void hcr(String names) {
        for (String name : names.split("_")) {
            Long bits = HCR.get(name);
            if (bits == null) {
                throw new AssertionError("unknown control " + name);
            }
            or(SysReg.HCR_EL2, bits);
        }
    }

    private void cptr(String bit) {
        if (bit.startsWith("FPEN")) {
            fpen(SysReg.CPTR_EL2, bit);
        } else {
            or(SysReg.CPTR_EL2, bit.equals("TFP") ? Cptr.TFP : Cptr.TCPAC);
        }
    }

    private void fpen(SysReg control, String value) {
        clear(control, Cptr.FPEN);
        or(control, (long) (value.charAt(4) - '0') << Cptr.FPEN_SHIFT);
    }

    private void mdcr(String bit) {
        or(SysReg.MDCR_EL2, switch (bit) {
            case "TPM" -> Mdcr.TPM;
            case "TPMCR" -> Mdcr.TPMCR;
            case "TDA" -> Mdcr.TDA;
            case "TDOSA" -> Mdcr.TDOSA;
            case "TDRA" -> Mdcr.TDRA;
            case "TDE" -> Mdcr.TDE;
            default -> throw new AssertionError("unknown control MDCR." + bit);
        });
    }

    private void ich(String bit) {
        set(SysReg.ICH_HCR_EL2, switch (bit) {
            case "TC" -> Ich.TC;
            case "TALL0" -> Ich.TALL0;
            case "TALL1" -> Ich.TALL1;
            case "TDIR" -> Ich.TDIR;
            default -> throw new AssertionError("unknown control ICH." + bit);
        });
    }

    private void cnthctl(String bit) {
        boolean e2h = (get(SysReg.HCR_EL2) & Hcr.E2H) != 0;
        switch (bit) {
            case "noEL1PCTEN" -> clear(SysReg.CNTHCTL_EL2, e2h ? Cnthctl.E2H_EL1PCTEN : Cnthctl.EL1PCTEN);
            case "noEL1PCEN" -> clear(SysReg.CNTHCTL_EL2, Cnthctl.EL1PCEN);
            case "noEL1PTEN" -> clear(SysReg.CNTHCTL_EL2, Cnthctl.E2H_EL1PTEN);
            case "none" -> set(SysReg.CNTHCTL_EL2, 0);
            case "oldbits" -> set(SysReg.CNTHCTL_EL2, Cnthctl.EL1PCTEN | Cnthctl.EL1PCEN);
            default -> throw new AssertionError("unknown control CNTHCTL." + bit);
        }
    }

    private void pmu(String bit) {
        set(SysReg.PMUSERENR_EL0, switch (bit) {
            case "EN" -> Pmuserenr.EN;
            case "SW" -> Pmuserenr.SW;
            case "CR" -> Pmuserenr.CR;
            case "ER" -> Pmuserenr.ER;
            default -> throw new AssertionError("unknown control PMU." + bit);
        });
    }

    private long get(SysReg register) {
        return cpu.sys[register.ordinal()];
    }

    private void set(SysReg register, long value) {
        cpu.sys[register.ordinal()] = value;
    }

    private void or(SysReg register, long bits) {
        cpu.sys[register.ordinal()] |= bits;
    }

    private void clear(SysReg register, long bits) {
        cpu.sys[register.ordinal()] &= ~bits;
    }
}
