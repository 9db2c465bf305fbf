package splitvisor.cpu.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.Profiles;
import splitvisor.cpu.SynchronousException;
import splitvisor.cpu.hosted.HostedTexts;
import splitvisor.cpu.memory.PhysicalMemory;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.cpu.observe.Observer;
import splitvisor.cpu.sysreg.RegisterName;
import splitvisor.cpu.sysreg.RegisterUnit;
import splitvisor.cpu.sysreg.SysOp;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.cpu.sysreg.Unit;

/// Replays `sysreg-traps`: every recorded access in its context, with the outcome compared word by word.
class SysRegTrapsTest {

    private static final long RAM = 0x4000_0000L;

    private static final Pattern GENERIC = Pattern.compile("S(\\d)_(\\d)_C(\\d+)_C(\\d+)_(\\d)");

    /// Encodings in bits [20:5] of registers that the machine does not have.
    private static final Map<String, Integer> ABSENT =
            Map.of(
                    "SCTLR_EL3", encoding(3, 6, 1, 0, 0),
                    "APGAKEYHI_EL1", encoding(3, 0, 2, 3, 1),
                    "APIAKEYLO_EL1", encoding(3, 0, 2, 1, 0),
                    "TLBI_RVAE1IS", encoding(1, 0, 8, 2, 1),
                    "TLBI_VMALLE1OS", encoding(1, 0, 8, 1, 0));

    private static final Map<String, Integer> INSTRUCTIONS =
            Map.ofEntries(
                    Map.entry("BRK3", 0xd4200060),
                    Map.entry("DAIFClr0", 0xd50340ff),
                    Map.entry("DAIFSet5", 0xd50345df),
                    Map.entry("DCPS1", 0xd4a00001),
                    Map.entry("FMOV_D0_D1", 0x1e604020),
                    Map.entry("HLT4", 0xd4400080),
                    Map.entry("HVC6", 0xd40000c2),
                    Map.entry("LDR_Q0", 0x3dc00000),
                    Map.entry("PAN0", 0xd500409f),
                    Map.entry("SMC5", 0xd40000a3),
                    Map.entry("SPSel1", 0xd50041bf),
                    Map.entry("SVC9", 0xd4000121),
                    Map.entry("UDF", 0x00000000),
                    Map.entry("WFE", 0xd503205f),
                    Map.entry("WFI", 0xd503207f),
                    Map.entry("XPACI", 0xdac143e0));

    /// Words of an id that mark what this machine does not have, with the feature's name.
    private static final Map<String, String> FEATURES_ABSENT =
            Map.of(
                    "APGAKEYHI_EL1", "FEAT_PAuth",
                    "APIAKEYLO_EL1", "FEAT_PAuth",
                    "XPACI", "FEAT_PAuth",
                    "TLBI_RVAE1IS", "FEAT_TLBIRANGE",
                    "TLBI_VMALLE1OS", "FEAT_TLBIOS");

    private final PhysicalMemory memory = new PhysicalMemory(RAM, 0x10000);
    private final Cpu cpu = new Cpu(0, memory, new HostedTexts(), Profiles.flat(1, 1));
    private final Map<Integer, Long> code = new HashMap<>();
    private ExceptionRecord taken;

    @Test
    void everyRecordedAccessHasTheRecordedOutcome() {
        assertEquals(1037, replayAll("sysreg-traps.sample.log"));
    }

    @Test
    void whereQemuDeviatesTheArmArmHolds() {
        assertEquals(26, replayAll("sysreg-traps.arm.log"));
    }

    private int replayAll(String log) {
        cpu.units[Unit.GIC.ordinal()] = new Registers();
        cpu.interpreter.stopAtRefused(false);
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (SampleLog.Line line : SampleLog.read(log)) {
            if (line.id().startsWith("total") || line.id().endsWith(".rest") || isOfAbsentFeature(line)) {
                continue;
            }
            String outcome = replay(line);
            compared++;
            if (!outcome.equals(line.outcome())) {
                wrong.add("%s: %s, recorded %s".formatted(line.id(), outcome, line.outcome()));
            }
        }
        assertEquals(List.of(), wrong);
        return compared;
    }

    /// FEAT_IDST reports EL0's reads of identification registers as EC 0x18 to EL1; without it, and so here,
    /// they are UNDEFINED. The other features are named in the table. Lines that such an id shares with a
    /// machine without the feature (the access is UNDEFINED in both) are compared.
    private static boolean isOfAbsentFeature(SampleLog.Line line) {
        String register = register(line.id());
        boolean idst = line.id().contains("0") && line.outcome().contains("EC=18")
                && SysReg.named(register) instanceof SysReg r && (r.encoding() >>> 11 & 7) < 3
                && isAtEl0(line.id()) || register.startsWith("ID_RSVD") && isAtEl0(line.id());
        return idst || FEATURES_ABSENT.containsKey(register) && !line.outcome().contains("EC=00");
    }

    private static boolean isAtEl0(String id) {
        return Set.of("el0open", "el0shut", "el0", "vg0", "vh0", "tge0").contains(id.substring(0, id.indexOf('.')));
    }

    private String replay(SampleLog.Line line) {
        String id = line.id();
        int dot = id.lastIndexOf('.');
        String register = register(id);
        String configuration = id.substring(0, id.lastIndexOf('.', dot - 1));
        cpu.event = false;
        TrapContext.enter(cpu, configuration);
        cpu.sys[SysReg.VBAR_EL1.ordinal()] = RAM + 0x2000;
        cpu.sys[SysReg.VBAR_EL2.ordinal()] = RAM + 0x2000;
        char direction = id.charAt(dot + 1);
        if (direction == 'x') {
            return execute(INSTRUCTIONS.get(register));
        }
        try {
            access(register, direction == 'r', rt(line.outcome()));
            return "ok";
        } catch (SynchronousException e) {
            return exception(e.target == 2 ? 2 : cpu.exceptions.defaultTarget(), e.ec, e.iss);
        }
    }

    private void access(String name, boolean read, int rt) {
        Integer encoding = encoding(name);
        if ((encoding >>> 14 & 3) == 1) {
            cpu.registers.sys(encoding, rt, RAM + 0x1000);
        } else if (read) {
            cpu.registers.read(encoding, rt);
        } else {
            cpu.registers.write(encoding, rt, 0);
        }
    }

    private static int encoding(String name) {
        RegisterName known = SysReg.named(name);
        if (known != null) {
            return known.encoding();
        }
        SysOp op = SysOp.named(name.replace('_', ' '));
        if (op != null) {
            return op.encoding();
        }
        Matcher generic = GENERIC.matcher(name);
        if (generic.matches()) {
            int[] n = IntStream.rangeClosed(1, 5).map(i -> Integer.parseInt(generic.group(i))).toArray();
            return encoding(n[0], n[1], n[2], n[3], n[4]);
        }
        String[] parts = name.split("_");
        if (name.startsWith("UNALLOC_") || name.startsWith("ID_RSVD_")) {
            int first = name.startsWith("ID") ? 2 : 1;
            int[] n = new int[5];
            for (int i = 0; i < 5; i++) {
                n[i] = Integer.parseInt(parts[first + i]);
            }
            return encoding(n[0], n[1], n[2], n[3], n[4]);
        }
        return ABSENT.get(name);
    }

    private static int encoding(int op0, int op1, int crn, int crm, int op2) {
        return op0 << 14 | op1 << 11 | crn << 7 | crm << 3 | op2;
    }

    /// Which general register the recorded program used; it only shows in the syndrome.
    private static int rt(String outcome) {
        int iss = outcome.indexOf("EC=18 ISS=");
        return iss < 0 ? 0 : Integer.parseInt(outcome.substring(iss + 10), 16) >>> 5 & 31;
    }

    private String execute(int word) {
        cpu.x[0] = RAM + 0x1000;
        cpu.pc = code.computeIfAbsent(word, this::place);
        cpu.next = cpu.pc;
        cpu.waiting = false;
        taken = null;
        cpu.observer =
                new Observer() {
                    @Override
                    public void exceptionTaken(Cpu at, ExceptionRecord record) {
                        taken = record;
                    }
                };
        cpu.interpreter.run(1);
        cpu.observer = null;
        if (taken == null) {
            return "ok";
        }
        int iss = (int) taken.esr() & 0x1ff_ffff;
        return exception(taken.toEl(), Ec.of(taken.esr()), iss);
    }

    private long place(int word) {
        long pa = RAM + 8L * code.size();
        memory.writeRam(pa, 2, word & 0xffff_ffffL);
        return pa;
    }

    private static String exception(int el, int ec, int iss) {
        return "exc EL%d EC=%02x ISS=%07x".formatted(el, ec, iss);
    }

    private static String register(String id) {
        String[] parts = id.split("\\.");
        return parts[parts.length - 2].replace("o:", "");
    }

    /// A GIC CPU interface that only keeps what is written.
    private final class Registers implements RegisterUnit {
        @Override
        public long read(SysReg register) {
            return cpu.sys[register.ordinal()];
        }

        @Override
        public void write(SysReg register, long value) {
            cpu.sys[register.ordinal()] = value;
        }
    }
}
