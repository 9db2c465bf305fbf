package splitvisor.cpu.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.Profiles;
import splitvisor.cpu.SynchronousException;
import splitvisor.cpu.hosted.HostedTexts;
import splitvisor.cpu.memory.PhysicalMemory;
import splitvisor.cpu.observe.ExceptionRecord;
import splitvisor.cpu.observe.Observer;
import splitvisor.cpu.oracle.TrapMatrix.Access;
import splitvisor.cpu.oracle.TrapMatrix.Config;
import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.Mdcr;
import splitvisor.cpu.sysreg.RegisterUnit;
import splitvisor.cpu.sysreg.SysReg;
import splitvisor.cpu.sysreg.Unit;

/// Replays [TrapMatrix]: every register, read and written, every system instruction, with all controls set at random at
/// once, so that the order in which they are asked shows.
class TrapMatrixTest {

    private static final long RAM = 0x4000_0000L;

    /// Where QEMU 7.2 does not do what the Arm ARM says, or has less; `sysreg-traps.arm.log` has the rules.
    private record Deviation(String reason, BiPredicate<Config, Access> concerns) {}

    private static final List<Deviation> DEVIATIONS =
            List.of(
                    new Deviation(
                            "debug registers that QEMU lacks",
                            (c, a) -> a.name().matches("DBGDTR.*|OSDTR.*|OSECCR.*|DBGPRCR.*|DBGCLAIM.*|DBGAUTH.*")),
                    new Deviation("EL2's names for EL1's registers", (c, a) -> a.name().matches(".*_EL[10]2")),
                    new Deviation(
                            "ISS of MSR (immediate)", (c, a) -> a.name().startsWith("DAIF") && a.kind() == 'x'),
                    new Deviation(
                            "HCR_EL2.TIDCP",
                            (c, a) -> a.name().equals("S3_3_C11_C0_3") && has(c, SysReg.HCR_EL2, Hcr.TIDCP)),
                    new Deviation(
                            "MDCR_EL2.TPMCR",
                            (c, a) -> a.name().equals("PMCR_EL0") && has(c, SysReg.MDCR_EL2, Mdcr.TPMCR)),
                    new Deviation(
                            "MDCR_EL2.TPM at EL0",
                            (c, a) -> a.name().startsWith("PM") && c.el() == 0 && has(c, SysReg.MDCR_EL2, Mdcr.TPM)),
                    new Deviation(
                            "MDSCR_EL1.TDCC",
                            (c, a) -> a.name().equals("MDCCSR_EL0") && has(c, SysReg.MDSCR_EL1, 1 << 12)),
                    new Deviation(
                            "CNTPCT_EL0 at EL0 without E2H",
                            (c, a) -> a.name().equals("CNTPCT_EL0")
                                    && c.el() == 0
                                    && !has(c, SysReg.HCR_EL2, Hcr.E2H)));

    private final PhysicalMemory memory = new PhysicalMemory(RAM, 0x10000);
    private final Cpu cpu = new Cpu(0, memory, new HostedTexts(), Profiles.flat(1, 1));

    private final Map<Integer, Long> code = new HashMap<>();
    private ExceptionRecord taken;

    @Test
    void everyAccessGoesWhereTheRecordingSaysUnderEveryCombinationOfControls() throws IOException {
        cpu.units[Unit.GIC.ordinal()] = new Registers();
        cpu.interpreter.stopAtRefused(false);
        TrapMatrix matrix = TrapMatrix.read();
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (Config config : matrix.configs()) {
            for (int i = 0; i < matrix.accesses().size(); i++) {
                Access access = matrix.accesses().get(i);
                if (DEVIATIONS.stream().noneMatch(d -> d.concerns.test(config, access))) {
                    char outcome = outcome(config, access);
                    compared++;
                    if (outcome != config.outcomes().charAt(i)) {
                        wrong.add("%s %c in %s: %c, recorded %c".formatted(
                                access.name(), access.kind(), config.name(), outcome, config.outcomes().charAt(i)));
                    }
                }
            }
        }
        assertEquals(List.of(), wrong.subList(0, Math.min(20, wrong.size())));
        assertEquals(140_551, compared);
    }

    private char outcome(Config config, Access access) {
        cpu.registers.reset();
        for (SysReg control : TrapMatrix.CONTROLS) {
            cpu.sys[control.ordinal()] = config.value(control);
        }
        cpu.el = config.el();
        cpu.spSel = config.el() > 0;
        cpu.daif = 0xf;
        cpu.regimeChanged();
        if (access.kind() == 'x') {
            return execute(access);
        }
        try {
            switch (access.kind()) {
                case 'r' -> cpu.registers.read(access.encoding(), 0);
                case 'w' -> cpu.registers.write(access.encoding(), 0, 0);
                default -> cpu.registers.sys(access.encoding(), 0, RAM + 0x1000);
            }
            return '.';
        } catch (SynchronousException e) {
            return letter(access, e.target == 2 ? 2 : cpu.exceptions.defaultTarget(), e.ec, e.iss);
        }
    }

    private char execute(Access access) {
        cpu.sys[SysReg.VBAR_EL1.ordinal()] = RAM + 0x8000;
        cpu.sys[SysReg.VBAR_EL2.ordinal()] = RAM + 0x8000;
        cpu.pc = code.computeIfAbsent(access.word(), this::place);
        cpu.next = cpu.pc;
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
        return taken == null
                ? '.'
                : letter(access, taken.toEl(), Ec.of(taken.esr()), (int) taken.esr() & 0x1ff_ffff);
    }

    private long place(int word) {
        long pa = RAM + 0x2000 + 8L * code.size();
        memory.writeRam(pa, 2, word & 0xffff_ffffL);
        return pa;
    }

    private static char letter(Access access, int el, int ec, int iss) {
        char letter = switch (ec) {
            case Ec.UNKNOWN -> iss == 0 ? 'u' : '?';
            case Ec.SYS64 -> iss == access.iss() ? 't' : '?';
            case Ec.FP_ASIMD -> iss == 0x1e0_0000 ? 'f' : '?';
            case Ec.SVC64 -> 's';
            case Ec.HVC64 -> 'h';
            case Ec.BRK64 -> 'b';
            default -> '?';
        };
        return el == 2 ? Character.toUpperCase(letter) : letter;
    }

    private static boolean has(Config config, SysReg control, long bit) {
        return (config.value(control) & bit) != 0;
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
