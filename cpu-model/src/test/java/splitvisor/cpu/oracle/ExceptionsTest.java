package splitvisor.cpu.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import splitvisor.cpu.Ec;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.Mdcr;
import splitvisor.cpu.sysreg.Mdscr;
import splitvisor.cpu.sysreg.Sctlr;
import splitvisor.cpu.sysreg.SysReg;

/// Replays `exceptions`: what each event in each context leads to.
class ExceptionsTest {

    private static final int NOP = ExceptionContext.NOP;
    private static final int SVC1 = 0xd4000021;
    private static final int ERET = 0xd69f03e0;

    private static final Map<String, int[]> PROGRAMS =
            Map.ofEntries(
                    Map.entry("hvc1234", words(0xd4024682)),
                    Map.entry("hvc0", words(0xd4000002)),
                    Map.entry("hvc9", words(0xd4000122)),
                    Map.entry("svcffff", words(0xd41fffe1)),
                    Map.entry("svc0", words(0xd4000001)),
                    Map.entry("svc1", words(SVC1)),
                    Map.entry("smc7", words(0xd40000e3)),
                    Map.entry("hlt", words(0xd4400000)),
                    Map.entry("udf0", words(0)),
                    Map.entry("udf_unalloc", words(1 << 16)),
                    Map.entry("nop_udf", words(NOP, NOP, 0)),
                    Map.entry("brk0", words(0xd4200000)),
                    Map.entry("brkf000", words(0xd43e0000)),
                    Map.entry("eret_lo", words(ERET)),
                    Map.entry("msr_far3", words(0xd51e6000)),
                    Map.entry("mrs_id_el2", words(0xd5380400)),
                    Map.entry("br_misalign", words(0xd61f0040)),
                    Map.entry("blr_misalign", words(0xd63f0040)),
                    Map.entry("ret_misalign", words(0xd65f0040)),
                    Map.entry("al_ldr", words(0xf8401020)),
                    Map.entry("al_ldrb", words(0x39400420)),
                    Map.entry("al_ldrh", words(0x78401020)),
                    Map.entry("al_str", words(0xf8007020)),
                    Map.entry("al_ldxrh", words(0x91000422, 0x485f7c40)),
                    Map.entry("al_ldp", words(0x91001022, 0xa9401043)),
                    Map.entry("al_ldrq", words(0x91002022, 0x3dc00040)),
                    Map.entry("da_read", words(0xf9400060)),
                    Map.entry("da_write", words(0xf9009060)),
                    Map.entry("da_ldp", words(0xa9411060)),
                    Map.entry("da_prfm", words(0xf9800060)),
                    Map.entry("sp_mis_add", words(0x910023ff, 0xd10023ff)),
                    Map.entry("sp_mis_ldr", words(0x910023ff, 0xf94003e0)),
                    Map.entry("al_stxr", words(0x91000422, 0xc8057c40)),
                    Map.entry("wfi", words(0xd503207f)),
                    Map.entry("dczva", words(0xd50b7421)),
                    Map.entry("msr_spsel", words(0xd50041bf)),
                    Map.entry("mrs_daif", words(0xd53b4220)),
                    Map.entry("il", words(NOP)),
                    Map.entry("nops", words(NOP, NOP, NOP)));

    private final ExceptionContext context = new ExceptionContext();

    @Test
    void everyRecordedEventHasTheRecordedOutcome() {
        assertEquals(148, replayAll("exceptions.sample.log"));
    }

    @Test
    void whereQemuDeviatesTheArmArmHolds() {
        assertEquals(12, replayAll("exceptions.arm.log"));
    }

    private int replayAll(String log) {
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (SampleLog.Line line : SampleLog.read(log)) {
            String outcome = replay(line.id());
            compared++;
            if (!outcome.equals(line.outcome())) {
                wrong.add("%s: %s, recorded %s".formatted(line.id(), outcome, line.outcome()));
            }
        }
        assertEquals("", String.join("\n", wrong));
        return compared;
    }

    private String replay(String id) {
        String[] part = id.split("\\.", -1);
        return switch (part[0].replaceAll("\\d$", "")) {
            case "flags" -> flags(part[1], part[0].charAt(5) - '0');
            case "pan" -> pan(part[1].equals("SPAN1"), part[2].equals("PAN1"), part[3]);
            case "il" -> illegal(part[1]);
            case "step" -> step(part[1].equals("SS1"), part[2].equals("TDE1"), part[3]);
            case "virt" -> virtual(part);
            case "vse" -> virtualSError(part[1], part[2].equals("AMO1"), part[3].equals("A1"));
            case "isr" -> status(part[1].equals("MO1"), part[2]);
            default -> part[1].equals("eret") ? eret(part) : event(part[0], part[1], part.length > 2 ? part[2] : "");
        };
    }

    private String event(String place, String event, String change) {
        context.enter(place);
        change(change);
        String name = event.contains("misalign") ? event.substring(0, event.length() - 1) : event;
        int misaligned = name.equals(event) ? 0 : event.charAt(event.length() - 1) - '0';
        int[] program = PROGRAMS.get(name);
        if (program == null) {
            throw new AssertionError("unknown event " + event);
        }
        int[] words = java.util.Arrays.copyOf(program, 0x80 / 4);
        java.util.Arrays.fill(words, program.length, words.length, ExceptionContext.SVC);
        ExceptionRecord record = context.run(misaligned, words);
        boolean closing = record.esr() == (0x15L << 26 | 1 << 25) && !event.startsWith("svc");
        if (closing) {
            return "done EL%d V=%03x SPSR=%08x"
                    .formatted(record.toEl(), record.vector() & 0x7ff, context.spsr(record));
        }
        return context.describe(record, misaligned > 0);
    }

    private void change(String change) {
        SysReg sctlr = context.sctlr();
        switch (change) {
            case "", "el0" -> {}
            case "A" -> context.or(sctlr, Sctlr.A);
            case "SA" -> context.or(sctlr, Sctlr.SA | Sctlr.SA0);
            case "HCD" -> context.or(SysReg.HCR_EL2, Hcr.HCD);
            case "TSC" -> context.or(SysReg.HCR_EL2, Hcr.TSC);
            case "TWI" -> context.or(SysReg.HCR_EL2, Hcr.TWI);
            case "nTWI" -> context.clear(sctlr, Sctlr.NTWI);
            case "nDZE" -> context.clear(sctlr, Sctlr.DZE);
            case "nUMA" -> context.clear(sctlr, Sctlr.UMA);
            default -> throw new AssertionError("unknown change " + change);
        }
        context.cpu.regimeChanged();
    }

    private String flags(String place, int pattern) {
        context.enter(place);
        context.cpu.nzcv = List.of(1, 2, 4, 8, 15).get(pattern);
        context.cpu.daif = List.of(0, 1, 2, 4, 8).get(pattern);
        return context.describe(context.run(0, SVC1), false);
    }

    private String pan(boolean span, boolean pan, String place) {
        context.enter(place);
        for (SysReg sctlr : List.of(SysReg.SCTLR_EL1, SysReg.SCTLR_EL2)) {
            context.clear(sctlr, Sctlr.SPAN);
            context.or(sctlr, span ? Sctlr.SPAN : 0);
        }
        context.cpu.pan = pan;
        context.cpu.regimeChanged();
        return context.describe(context.run(0, SVC1), false);
    }

    private String illegal(String place) {
        context.enter(place);
        context.cpu.il = true;
        return context.describe(context.run(0, NOP), false);
    }

    /// `<context>.eret[.variant].<SPSR[11:0]>`: the return goes to offset 0x20, where SVC follows a NOP.
    private String eret(String[] part) {
        context.enter(part[0]);
        boolean plain = part.length == 3;
        long spsr = Long.parseLong(part[part.length - 1], 16) | (plain ? 0x5000_0000L : 0);
        if (part[2].equals("IL")) {
            spsr |= 1 << 20;
        }
        int[] words = {ERET, NOP, NOP, NOP, NOP, NOP, NOP, NOP, NOP, 0xd4002461};
        boolean el2 = context.cpu.el == 2;
        context.set(el2 ? SysReg.SPSR_EL2 : SysReg.SPSR_EL1, spsr);
        context.set(el2 ? SysReg.ELR_EL2 : SysReg.ELR_EL1, context.base(words) + 0x20);
        return context.describe(context.run(0, words), false);
    }

    private String step(boolean ss, boolean tde, String place) {
        context.enter(place);
        context.set(SysReg.MDSCR_EL1, Mdscr.SS | Mdscr.KDE);
        context.set(SysReg.OSLSR_EL1, 8);
        context.or(SysReg.MDCR_EL2, tde ? Mdcr.TDE : 0);
        context.cpu.daif = 7;
        context.cpu.ss = ss;
        return context.describe(context.run(0, PROGRAMS.get("nops")), false);
    }

    /// `virt.<context>.[noMO.]<pending>.<masked>`.
    private String virtual(String[] part) {
        boolean routed = !part[2].equals("noMO");
        String pending = part[part.length - 2];
        context.enter(part[1]);
        context.or(
                SysReg.HCR_EL2,
                (routed ? Hcr.AMO | Hcr.IMO | Hcr.FMO : 0)
                        | (pending.contains("VI") ? Hcr.VI : 0)
                        | (pending.contains("VF") ? Hcr.VF : 0));
        context.cpu.daif = Map.of("open", 0, "I", 2, "F", 1).get(part[part.length - 1]);
        ExceptionRecord record = context.run(0, NOP, NOP, SVC1);
        String ec = record.esr() == 0 ? "" : " EC=%02x".formatted(Ec.of(record.esr()));
        return "EL%d V=%03x%s SPSR=%08x ELR=+%x PS=%x"
                .formatted(
                        record.toEl(),
                        record.vector() & 0x7ff,
                        ec,
                        context.spsr(record),
                        context.elrOffset(record),
                        context.cpu.daif);
    }

    private String virtualSError(String place, boolean routed, boolean masked) {
        context.enter(place);
        context.or(SysReg.HCR_EL2, (routed ? Hcr.AMO : 0) | Hcr.VSE);
        context.cpu.daif = masked ? 0xf : 0xb;
        ExceptionRecord record = context.run(0, NOP, SVC1);
        return "EL%d V=%03x EC=%02x ELR=+%x SPSR=%08x VSE=%d"
                .formatted(
                        record.toEl(),
                        record.vector() & 0x7ff,
                        Ec.of(record.esr()),
                        context.elrOffset(record),
                        context.spsr(record),
                        (context.get(SysReg.HCR_EL2) & Hcr.VSE) != 0 ? 1 : 0);
    }

    /// `isr.MO<n>.<pending>`: VSE, or V and the bits VF (1) and VI (2).
    private String status(boolean routed, String pending) {
        context.enter("el1h");
        long bits = pending.equals("VSE") ? Hcr.VSE : (long) (pending.charAt(1) - '0') << 6;
        context.or(SysReg.HCR_EL2, (routed ? Hcr.AMO | Hcr.IMO | Hcr.FMO : 0) | bits);
        return "%x".formatted(context.cpu.registers.read(SysReg.ISR_EL1.encoding(), 0));
    }

    private static int[] words(int... words) {
        return words;
    }
}
