package splitvisor.cpu.isa;

import static splitvisor.cpu.isa.Fields.field;
import static splitvisor.cpu.isa.Fields.rd;

import splitvisor.cpu.Cpu;
import splitvisor.cpu.Ec;
import splitvisor.cpu.cost.Event;
import splitvisor.cpu.sysreg.Hcr;
import splitvisor.cpu.sysreg.SysReg;

/// Exception generation, hints, barriers and system instructions (Arm ARM C4.1.93): the meaning of the
/// rows of [Chapter#SYSTEM].
public final class SystemInstructions {

    private static final long MDCR_EL2_TDE = 1L << 8;
    private static final String[] BARRIER_OPTIONS = {
        "#0", "oshld", "oshst", "osh", "#4", "nshld", "nshst", "nsh",
        "#8", "ishld", "ishst", "ish", "#12", "ld", "st", "sy",
    };

    private SystemInstructions() {}

    // ---- Exceptions

    public static void UDF(Cpu cpu, int insn) {
        throw cpu.undefined();
    }

    public static void SVC(Cpu cpu, int insn) {
        throw cpu.call(Ec.SVC64, imm16(insn), 1);
    }

    /// UNDEFINED at EL0; without EL3, HCR_EL2.HCD disables it at EL1 and EL2.
    public static void HVC(Cpu cpu, int insn) {
        if (cpu.el == 0 || hcr(cpu, Hcr.HCD)) {
            throw cpu.undefined();
        }
        observe(cpu, "hvc #%#x", imm16(insn));
        if (cpu.firmware != null && cpu.firmware.hvc(cpu, imm16(insn))) {
            firmwareCall(cpu, Ec.HVC64, insn);
            return;
        }
        throw cpu.call(Ec.HVC64, imm16(insn), 2);
    }

    /// AArch64.CheckForSMCUndefOrTrap: the trap's return address is the SMC itself.
    public static void SMC(Cpu cpu, int insn) {
        if (cpu.el == 1 && hcr(cpu, Hcr.TSC)) {
            throw cpu.trap(Ec.SMC64, imm16(insn), 2);
        }
        if (cpu.el == 0 || cpu.firmware == null || !cpu.firmware.smc(cpu, imm16(insn))) {
            throw cpu.undefined();
        }
        observe(cpu, "smc #%#x", imm16(insn));
        firmwareCall(cpu, Ec.SMC64, insn);
    }

    private static void firmwareCall(Cpu cpu, int ec, int insn) {
        if (cpu.observer != null) {
            cpu.observer.firmwareCall(cpu, ec, imm16(insn));
        }
    }

    /// AArch64.SoftwareBreakpoint: to EL2 when that debugs the levels below it.
    public static void BRK(Cpu cpu, int insn) {
        boolean debuggedFromEl2 = (cpu.sys[SysReg.MDCR_EL2.ordinal()] & MDCR_EL2_TDE) != 0;
        throw cpu.trap(Ec.BRK64, imm16(insn), debuggedFromEl2 ? 2 : 1);
    }

    /// Halting debug is never enabled here.
    public static void HLT(Cpu cpu, int insn) {
        throw cpu.undefined();
    }

    public static void ERET(Cpu cpu, int insn) {
        if (cpu.el == 0) {
            throw cpu.undefined();
        }
        observe(cpu, "eret", 0);
        cpu.exceptions.eret();
    }

    private static int imm16(int insn) {
        return field(insn, 5, 16);
    }

    // ---- Hints

    /// By CRm:op2. Those that are not listed are NOPs, whatever they are on PEs that have the feature.
    public static void HINT(Cpu cpu, int insn) {
        switch (field(insn, 5, 7)) {
            case 1 -> giveWay(cpu);
            case 2 -> waitForEvent(cpu);
            case 3 -> waitForInterrupt(cpu);
            case 4 -> sendEvent(cpu);
            case 5 -> cpu.event = true; // SEVL
            case 16 -> cpu.exceptions.synchronizeErrors(); // ESB
            default -> {}
        }
    }

    /// YIELD does nothing but tell the time line that others should come to their turn.
    private static void giveWay(Cpu cpu) {
        if (cpu.timeLine != null) {
            cpu.timeLine.yielded();
        }
    }

    /// WFE falls through, untrapped, when the event register is set; it clears it then. That another PE
    /// wrote where this one's exclusives monitor is counts as an event, before the WFE or during it.
    private static void waitForEvent(Cpu cpu) {
        if (cpu.monitor.isMarked()) {
            cpu.monitor.watch(cpu.mmu.probe(cpu.monitor.va()));
        }
        if (cpu.event || cpu.monitor.isLost(cpu.memory)) {
            cpu.event = false;
            return;
        }
        WaitTraps.check(cpu, true);
        cpu.waitingForEvent = true;
        suspend(cpu);
    }

    /// WFI falls through, untrapped, when an interrupt is pending, masked or not.
    private static void waitForInterrupt(Cpu cpu) {
        cpu.waitingForEvent = false;
        if (!cpu.wakes()) {
            WaitTraps.check(cpu, false);
            suspend(cpu);
        }
    }

    private static void suspend(Cpu cpu) {
        cpu.waiting = true;
        cpu.attention = true;
    }

    private static void sendEvent(Cpu cpu) {
        for (Cpu peer : cpu.peers) {
            peer.signalEvent();
        }
    }

    // ---- Barriers. PEs take turns and accesses complete at once: a barrier only costs.

    public static void CLREX(Cpu cpu, int insn) {
        cpu.monitor.clear();
    }

    public static void DSB(Cpu cpu, int insn) {
        cpu.ledger.count(Event.DSB);
        if (cpu.observer != null) {
            cpu.observer.operation(cpu, "dsb " + BARRIER_OPTIONS[field(insn, 8, 4)]);
        }
    }

    public static void DMB(Cpu cpu, int insn) {
        cpu.ledger.count(Event.DMB);
        if (cpu.observer != null) {
            cpu.observer.operation(cpu, "dmb " + BARRIER_OPTIONS[field(insn, 8, 4)]);
        }
    }

    public static void ISB(Cpu cpu, int insn) {
        cpu.ledger.count(Event.ISB);
        observe(cpu, "isb", 0);
    }

    // ---- System registers and operations: the encoding is op0:op1:CRn:CRm:op2, bits [20:5]

    public static void MSR_IMM(Cpu cpu, int insn) {
        cpu.registers.writeImmediate(field(insn, 16, 3), field(insn, 5, 3), field(insn, 8, 4));
    }

    public static void MSR(Cpu cpu, int insn) {
        cpu.registers.write(field(insn, 5, 16), rd(insn), cpu.x[rd(insn)]);
    }

    public static void MRS(Cpu cpu, int insn) {
        cpu.set(rd(insn), cpu.registers.read(field(insn, 5, 16), rd(insn)));
    }

    public static void SYS(Cpu cpu, int insn) {
        cpu.registers.sys(field(insn, 5, 16), rd(insn), cpu.x[rd(insn)]);
    }

    /// No SYSL operation is defined on this machine; the register side decides between trap and UNDEFINED.
    public static void SYSL(Cpu cpu, int insn) {
        cpu.set(rd(insn), cpu.registers.read(field(insn, 5, 16), rd(insn)));
    }

    private static boolean hcr(Cpu cpu, long bit) {
        return (cpu.sys[SysReg.HCR_EL2.ordinal()] & bit) != 0;
    }

    private static void observe(Cpu cpu, String assembly, int operand) {
        if (cpu.observer != null) {
            cpu.observer.operation(cpu, assembly.formatted(operand));
        }
    }
}
