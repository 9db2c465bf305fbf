package splitvisor.cpu.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.Profiles;
import splitvisor.cpu.board.Machine;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.cpu.observe.Observer;
import splitvisor.cpu.sysreg.Cnthctl;
import splitvisor.cpu.sysreg.Cptr;
import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.SysReg;

/// Replays `e2h-redirect`: which physical register each name reaches, with and without HCR_EL2.E2H and TGE.
class E2hRedirectTest {

    private static final long RAM = 0x4000_0000L;
    private static final Pattern REDIRECT =
            Pattern.compile("E2H(\\d)(T?)\\.w\\.(\\w+)>E2H(\\d)(T?)\\.r\\.(\\w+)");

    /// What a case writes: first into one register and into the other, then by the name under test.
    private record Markers(SysReg one, SysReg other, long first, long second, long third) {
        long mask() {
            return first | second | third;
        }
    }

    private static final List<Markers> MARKERS =
            List.of(
                    new Markers(SysReg.SCTLR_EL1, SysReg.SCTLR_EL2, 0x1000, 0x4, 0x1008),
                    new Markers(SysReg.CPACR_EL1, SysReg.CPTR_EL2, 0x100000, 0x200000, 0x300000),
                    new Markers(SysReg.TTBR0_EL1, SysReg.TTBR0_EL2, 0x41111000, 0x42222000, 0x43333000),
                    new Markers(SysReg.TTBR1_EL1, SysReg.TTBR1_EL2, 0x44444000, 0x45555000, 0x46666000),
                    new Markers(SysReg.TCR_EL1, SysReg.TCR_EL2, 0x1119, 0x2a1a, 0x331b),
                    new Markers(SysReg.ESR_EL1, SysReg.ESR_EL2, 0x56000123L, 0x92000045L, 0x82000006L),
                    new Markers(
                            SysReg.FAR_EL1, SysReg.FAR_EL2, 0x1111222233334444L, 0xffff888877776666L, 0xaaaabbbbccccL),
                    new Markers(SysReg.MAIR_EL1, SysReg.MAIR_EL2, 0x44ff, 0xff4400, 0xff440000L),
                    new Markers(SysReg.VBAR_EL1, SysReg.VBAR_EL2, 0x40000800, 0x40001000, 0x40001800),
                    new Markers(SysReg.CONTEXTIDR_EL1, SysReg.CONTEXTIDR_EL2, 0x11, 0x22, 0x33445566),
                    new Markers(SysReg.SPSR_EL1, SysReg.SPSR_EL2, 0x100003c5, 0x20000289, 0x800000c4L),
                    new Markers(SysReg.ELR_EL1, SysReg.ELR_EL2, 0x1234567890L, 0xffff000012345678L, 0x4000),
                    new Markers(SysReg.CNTKCTL_EL1, SysReg.CNTHCTL_EL2, 0x13, 0x52, 0xa1),
                    new Markers(SysReg.CNTP_CTL_EL0, SysReg.CNTHP_CTL_EL2, 2, 3, 1),
                    new Markers(SysReg.CNTV_CTL_EL0, SysReg.CNTHV_CTL_EL2, 2, 3, 1),
                    new Markers(
                            SysReg.CNTP_CVAL_EL0,
                            SysReg.CNTHP_CVAL_EL2,
                            0x7111111111111111L,
                            0x7222222222222222L,
                            0x7333333333333333L),
                    new Markers(
                            SysReg.CNTV_CVAL_EL0,
                            SysReg.CNTHV_CVAL_EL2,
                            0x7444444444444444L,
                            0x7555555555555555L,
                            0x7666666666666666L),
                    new Markers(SysReg.TPIDR_EL1, SysReg.TPIDR_EL2, 0x1010, 0x2020, 0x3030),
                    new Markers(SysReg.SP_EL0, SysReg.SP_EL1, 0x1010, 0x2020, 0x3030),
                    new Markers(SysReg.TPIDR_EL0, SysReg.TPIDRRO_EL0, 0x8010, 0x8020, 0x8030));

    private static final Map<String, Integer> EL0_INSTRUCTIONS =
            Map.of("svc", 0xd4000001, "brk", 0xd4200000, "udf", 0, "hvc", 0xd4000002);

    private final Cpu cpu =
            new Machine(Profiles.flat(1_000_000_000, 1_000_000_000), 0x10000,
                            Machine.Options.onePe(OutputStream.nullOutputStream()))
                    .cpu();

    @Test
    void everyNameReachesTheRecordedRegister() {
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (SampleLog.Line line : SampleLog.read("e2h-redirect.sample.log")) {
            String outcome = replay(line.id());
            compared++;
            if (!outcome.equals(line.outcome())) {
                wrong.add("%s: %s, recorded %s".formatted(line.id(), outcome, line.outcome()));
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(150, compared);
    }

    private String replay(String id) {
        cpu.registers.reset();
        cpu.timers.changed();
        String[] part = id.split("\\.");
        return switch (part[0]) {
            case "CPTR" -> layoutOfCptr(part[2], part[3]);
            case "CNTHCTL" -> layoutOfCnthctl(part[2]);
            case "CNTVOFF" -> offset(part[1], part.length > 2 ? part[2] + part[3] : "");
            case "TIMER" -> part[1].equals("el0") ? timerFromEl0(part[2]) : timer(part[1], part[3]);
            case "ROUTE" -> route(part[1], part[2], part[3]);
            default -> redirect(id);
        };
    }

    private String redirect(String id) {
        Matcher m = REDIRECT.matcher(id);
        if (!m.matches()) {
            throw new AssertionError(id);
        }
        Markers markers = markers(m.group(3));
        el2(false, false);
        write(markers.one().name(), markers.first());
        write(markers.other().name(), markers.second());
        el2(m.group(1).equals("1"), m.group(2).equals("T"));
        write(m.group(3), markers.third());
        el2(m.group(4).equals("1"), m.group(5).equals("T"));
        return "%x".formatted(read(m.group(6)) & markers.mask());
    }

    private static Markers markers(String name) {
        String own = name.replace("_EL12", "_EL1").replace("_EL02", "_EL0");
        return MARKERS.stream()
                .filter(m -> m.one().name().equals(own) || m.other().name().equals(own))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no markers for " + name));
    }

    private String layoutOfCptr(String fpen, String via) {
        el2(true, false);
        long value = Cptr.TCPAC | (long) (fpen.charAt(4) - '0') << Cptr.FPEN_SHIFT;
        write("CPTR_EL2", 0);
        write(via.equals("viaCPTR") ? "CPTR_EL2" : "CPACR_EL1", value);
        return "%x".formatted(read("CPTR_EL2"));
    }

    private String layoutOfCnthctl(String bit) {
        el2(true, false);
        write("CNTKCTL_EL12", 0xa1);
        write("CNTKCTL_EL1", 1L << Integer.parseInt(bit.substring(3)));
        long byFirst = read("CNTKCTL_EL1");
        write("CNTHCTL_EL2", byFirst);
        return "viaKCTL %x viaHCTL %x EL12 %x".formatted(byFirst, read("CNTHCTL_EL2"), read("CNTKCTL_EL12"));
    }

    private String offset(String context, String bits) {
        el2(false, false);
        write("CNTVOFF_EL2", 1L << 40);
        switch (context) {
            case "el2" -> el2(bits.contains("E2H1"), bits.contains("TGE1"));
            case "vg0" -> {
                write("CNTKCTL_EL1", Cnthctl.EL0VCTEN | Cnthctl.EL0PCTEN);
                enter(0, Hcr.E2H);
            }
            default -> throw new AssertionError(context);
        }
        String seen = read("CNTVCT_EL0") < 0 ? "applied" : "zero";
        return context.equals("el2") ? seen : "EC=15 " + seen;
    }

    private String timer(String bits, String name) {
        el2(bits.startsWith("E2H1"), bits.endsWith("T"));
        arm(name, 0);
        return controls();
    }

    /// The recorded program's comparator lies in the future here, as ISTATUS shows.
    private String timerFromEl0(String name) {
        el2(false, false);
        write("CNTKCTL_EL1", Cnthctl.EL0VTEN | Cnthctl.EL0PTEN);
        enter(0, 0);
        arm(name, Long.MAX_VALUE);
        return "EL1 EC=15 " + controls();
    }

    /// Programs a timer by name, `CNTV_EL0` or `CNTHP_EL2`, with its interrupt masked.
    private void arm(String name, long compare) {
        int end = name.indexOf('_');
        write(name.substring(0, end) + "_CVAL" + name.substring(end), compare);
        write(name.substring(0, end) + "_CTL" + name.substring(end), 3);
    }

    private String controls() {
        el2(false, false);
        return "P=%x V=%x HP=%x HV=%x"
                .formatted(
                        read("CNTP_CTL_EL0"), read("CNTV_CTL_EL0"), read("CNTHP_CTL_EL2"), read("CNTHV_CTL_EL2"));
    }

    private String route(String e2h, String tge, String instruction) {
        cpu.sys[SysReg.VBAR_EL1.ordinal()] = 0;
        cpu.sys[SysReg.VBAR_EL2.ordinal()] = 0;
        enter(0, (e2h.endsWith("1") ? Hcr.E2H : 0) | (tge.endsWith("1") ? Hcr.TGE : 0));
        List<ExceptionRecord> taken = new ArrayList<>();
        cpu.observer =
                new Observer() {
                    @Override
                    public void exceptionTaken(Cpu at, ExceptionRecord record) {
                        taken.add(record);
                    }
                };
        int word = EL0_INSTRUCTIONS.get(instruction);
        long pa = RAM + 8L * List.of("svc", "brk", "udf", "hvc").indexOf(instruction);
        cpu.memory.writeRam(pa, 2, word & 0xffff_ffffL);
        cpu.pc = pa;
        cpu.next = pa;
        cpu.interpreter.run(1);
        cpu.observer = null;
        ExceptionRecord record = taken.getFirst();
        return "EL%d V=%03x EC=%02x".formatted(record.toEl(), record.vector() & 0x7ff, Ec.of(record.esr()));
    }

    private void el2(boolean e2h, boolean tge) {
        enter(2, (e2h ? Hcr.E2H : 0) | (tge ? Hcr.TGE : 0));
    }

    private void enter(int el, long hcr) {
        cpu.el = el;
        cpu.spSel = true;
        cpu.sys[SysReg.HCR_EL2.ordinal()] = hcr | Hcr.RW;
        cpu.regimeChanged();
    }

    private long read(String name) {
        return cpu.registers.read(SysReg.named(name).encoding(), 0);
    }

    private void write(String name, long value) {
        cpu.registers.write(SysReg.named(name).encoding(), 0, value);
    }
}
