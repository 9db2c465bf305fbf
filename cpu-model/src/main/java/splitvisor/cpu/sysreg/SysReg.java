package splitvisor.cpu.sysreg;

import static splitvisor.cpu.cost.CostGroup.DEBUG;
import static splitvisor.cpu.cost.CostGroup.EL1_SYSTEM;
import static splitvisor.cpu.cost.CostGroup.EL2_CONFIG;
import static splitvisor.cpu.cost.CostGroup.EL2_VIRTUAL_MEMORY;
import static splitvisor.cpu.cost.CostGroup.FP_CONTROL;
import static splitvisor.cpu.cost.CostGroup.GIC_CPU;
import static splitvisor.cpu.cost.CostGroup.SYNDROME;
import static splitvisor.cpu.cost.CostGroup.THREAD;
import static splitvisor.cpu.cost.CostGroup.TIMER;
import static splitvisor.cpu.cost.CostGroup.VGIC;
import static splitvisor.cpu.sysreg.Effect.REGIME;
import static splitvisor.cpu.sysreg.Effect.TRANSLATION;
import static splitvisor.cpu.sysreg.Feature.ERROR_RECORDS;
import static splitvisor.cpu.sysreg.Feature.GICV3;
import static splitvisor.cpu.sysreg.Feature.LOR;
import static splitvisor.cpu.sysreg.Feature.PMUV3;
import static splitvisor.cpu.sysreg.Feature.RAS;
import static splitvisor.cpu.sysreg.Feature.VHE;
import static splitvisor.cpu.sysreg.SaveClass.COMMON;
import static splitvisor.cpu.sysreg.SaveClass.EL2_RETURN;
import static splitvisor.cpu.sysreg.SaveClass.USER;
import static splitvisor.cpu.sysreg.Spec.at;
import static splitvisor.cpu.sysreg.Unit.GIC;
import static splitvisor.cpu.sysreg.Unit.INTERRUPT;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import splitvisor.cpu.cost.CostGroup;

/// Every system register the machine knows, one entry each. No other file may state an encoding, a
/// reset value, a trap bit or an alias. The facts of a row may be given in any order; [Spec] names them.
///
/// Registers of EL2 precede the EL1 registers that refer to them. Within a [SaveClass] the order is the
/// order in which KVM moves the registers. Arm ARM chapter D19 describes each register.
public enum SysReg implements RegisterName {
    // spotless:off
    // EL2: the controls that other rows refer to.
    HCR_EL2           (at(3, 4,  1,  1, 0).mask(Hcr.BITS).res1(Hcr.RW).reset(Hcr.RW).then(REGIME).vncr(0x078)
                        .cost(EL2_CONFIG)),
    CPTR_EL2          (at(3, 4,  1,  1, 2).mask(Cptr.EL2_BITS).reset(Cptr.RES1).then(Effect.FP).cost(EL2_CONFIG)),
    MDCR_EL2          (at(3, 4,  1,  1, 1).mask(Mdcr.BITS).reset(Mdcr.RESET).then(Effect.DEBUG).cost(EL2_CONFIG)),
    HSTR_EL2          (at(3, 4,  1,  1, 3).mask(0xbfef).reset(0).vncr(0x080).cost(EL2_CONFIG)),
    CNTHCTL_EL2       (at(3, 4, 14,  1, 0).mask(0xfff).reset(Cnthctl.RESET).then(Effect.TIMER).cost(TIMER)),
    ICH_HCR_EL2       (at(3, 4, 12, 11, 0).feature(GICV3).reset(0).unit(GIC).vncr(0x4c0).cost(VGIC)),
    ICC_SRE_EL2       (at(3, 4, 12,  9, 5).feature(GICV3).mask(0xf).res1(7).reset(0xf).cost(GIC_CPU)),

    // EL2: what EL1 names reach under E2H.
    SCTLR_EL2         (at(3, 4,  1,  0, 0).mask(Sctlr.EL2_RES1 | Sctlr.EL2_BITS).res1(Sctlr.EL2_RES1)
                        .reset(Sctlr.EL2_RESET).then(TRANSLATION).cost(EL2_CONFIG)),
    TTBR0_EL2         (at(3, 4,  2,  0, 0).then(TRANSLATION).cost(EL2_CONFIG)),
    TTBR1_EL2         (at(3, 4,  2,  0, 1).feature(VHE).then(TRANSLATION).cost(EL2_CONFIG)),
    TCR_EL2           (at(3, 4,  2,  0, 2).mask(Tcr.BITS).then(TRANSLATION).cost(EL2_CONFIG)),
    ELR_EL2           (at(3, 4,  4,  0, 1).save(EL2_RETURN).cost(SYNDROME)),
    SPSR_EL2          (at(3, 4,  4,  0, 0).mask(Spsr.BITS).save(EL2_RETURN).cost(SYNDROME)),
    VDISR_EL2         (at(3, 4, 12,  1, 1).feature(RAS).mask(Disr.BITS).vncr(0x500).save(EL2_RETURN).cost(SYNDROME)),
    AFSR0_EL2         (at(3, 4,  5,  1, 0).mask(0).cost(SYNDROME)),
    AFSR1_EL2         (at(3, 4,  5,  1, 1).mask(0).cost(SYNDROME)),
    ESR_EL2           (at(3, 4,  5,  2, 0).mask(0xffff_ffffL).cost(SYNDROME)),
    FAR_EL2           (at(3, 4,  6,  0, 0).cost(SYNDROME)),
    MAIR_EL2          (at(3, 4, 10,  2, 0).then(TRANSLATION).cost(EL2_CONFIG)),
    AMAIR_EL2         (at(3, 4, 10,  3, 0).mask(0).cost(EL2_CONFIG)),
    VBAR_EL2          (at(3, 4, 12,  0, 0).mask(-0x800L).cost(EL2_CONFIG)),
    CONTEXTIDR_EL2    (at(3, 4, 13,  0, 1).feature(VHE).mask(0xffff_ffffL).cost(EL2_CONFIG)),
    CNTHP_TVAL_EL2    (at(3, 4, 14,  2, 0).mask(0xffff_ffffL).unit(Unit.TIMER).cost(TIMER)),
    CNTHP_CTL_EL2     (at(3, 4, 14,  2, 1).mask(3).reset(0).unit(Unit.TIMER).cost(TIMER)),
    CNTHP_CVAL_EL2    (at(3, 4, 14,  2, 2).then(Effect.TIMER).cost(TIMER)),
    CNTHV_TVAL_EL2    (at(3, 4, 14,  3, 0).feature(VHE).mask(0xffff_ffffL).unit(Unit.TIMER).cost(TIMER)),
    CNTHV_CTL_EL2     (at(3, 4, 14,  3, 1).feature(VHE).mask(3).reset(0).unit(Unit.TIMER).cost(TIMER)),
    CNTHV_CVAL_EL2    (at(3, 4, 14,  3, 2).feature(VHE).then(Effect.TIMER).cost(TIMER)),

    // EL2: the rest.
    ACTLR_EL2         (at(3, 4,  1,  0, 1).mask(0).cost(EL2_CONFIG)),
    HACR_EL2          (at(3, 4,  1,  1, 7).mask(0).cost(EL2_CONFIG)),
    VPIDR_EL2         (at(3, 4,  0,  0, 0).mask(0xffff_ffffL).reset(IdValues.MIDR).vncr(0x088).cost(EL2_CONFIG)),
    VMPIDR_EL2        (at(3, 4,  0,  0, 5).vncr(0x050).cost(EL2_CONFIG)),
    VTTBR_EL2         (at(3, 4,  2,  1, 0).then(TRANSLATION).vncr(0x020).cost(EL2_VIRTUAL_MEMORY)),
    VTCR_EL2          (at(3, 4,  2,  1, 2).mask(0x800f_ffffL).res1(0x8000_0000L).reset(0x8000_0000L).then(TRANSLATION)
                        .vncr(0x040).cost(EL2_VIRTUAL_MEMORY)),
    HPFAR_EL2         (at(3, 4,  6,  0, 4).mask(0xff_ffff_fff0L).cost(SYNDROME)),
    VSESR_EL2         (at(3, 4,  5,  2, 3).feature(RAS).mask(0x1ff_ffff).vncr(0x508).cost(SYNDROME)),
    RVBAR_EL2         (at(3, 4, 12,  0, 1).readOnly().unit(Unit.ID).cost(CostGroup.ID)),
    TPIDR_EL2         (at(3, 4, 13,  0, 2).vncr(0x090).cost(THREAD)),
    SP_EL2            (at(3, 6,  4,  1, 0).cost(THREAD)),
    CNTVOFF_EL2       (at(3, 4, 14,  0, 3).then(Effect.TIMER).vncr(0x060).cost(TIMER)),

    // GICv3: the hypervisor's side.
    ICH_AP0R0_EL2     (at(3, 4, 12,  8, 0).feature(GICV3).mask(0xffff_ffffL).unit(GIC).vncr(0x480)
                        .cost(VGIC)),
    ICH_AP1R0_EL2     (at(3, 4, 12,  9, 0).feature(GICV3).mask(0xffff_ffffL).unit(GIC).vncr(0x4a0)
                        .cost(VGIC)),
    ICH_VTR_EL2       (at(3, 4, 12, 11, 1).feature(GICV3).readOnly().unit(GIC).cost(VGIC)),
    ICH_MISR_EL2      (at(3, 4, 12, 11, 2).feature(GICV3).readOnly().unit(GIC).cost(VGIC)),
    ICH_EISR_EL2      (at(3, 4, 12, 11, 3).feature(GICV3).readOnly().unit(GIC).cost(VGIC)),
    ICH_ELRSR_EL2     (at(3, 4, 12, 11, 5).feature(GICV3).readOnly().unit(GIC).cost(VGIC)),
    ICH_VMCR_EL2      (at(3, 4, 12, 11, 7).feature(GICV3).unit(GIC).vncr(0x4c8).cost(VGIC)),
    ICH_LR0_EL2       (at(3, 4, 12, 12, 0).feature(GICV3).reset(0).unit(GIC).vncr(0x400).cost(VGIC)),
    ICH_LR1_EL2       (at(3, 4, 12, 12, 1).feature(GICV3).reset(0).unit(GIC).vncr(0x408).cost(VGIC)),
    ICH_LR2_EL2       (at(3, 4, 12, 12, 2).feature(GICV3).reset(0).unit(GIC).vncr(0x410).cost(VGIC)),
    ICH_LR3_EL2       (at(3, 4, 12, 12, 3).feature(GICV3).reset(0).unit(GIC).vncr(0x418).cost(VGIC)),

    // EL1: moved by a world switch, in KVM's order.
    CSSELR_EL1        (at(3, 2,  0,  0, 0).mask(0xf).reset(0).trap(HCR_EL2, Hcr.TID2).save(SaveClass.EL1)
                        .cost(EL1_SYSTEM)),
    SCTLR_EL1         (at(3, 0,  1,  0, 0).mask(Sctlr.EL1_RES1 | Sctlr.EL1_BITS).res1(Sctlr.EL1_RES1)
                        .reset(Sctlr.EL1_RESET).e2h(SCTLR_EL2).trapRead(HCR_EL2, Hcr.TRVM).trapWrite(HCR_EL2, Hcr.TVM)
                        .then(TRANSLATION).vncr(0x110).save(SaveClass.EL1).cost(EL1_SYSTEM)),
    CPACR_EL1         (at(3, 0,  1,  0, 2).mask(Cptr.FPEN).reset(0).e2h(CPTR_EL2).trap(CPTR_EL2, Cptr.TCPAC)
                        .then(Effect.FP).vncr(0x100).save(SaveClass.EL1).cost(EL1_SYSTEM)),
    TTBR0_EL1         (at(3, 0,  2,  0, 0).e2h(TTBR0_EL2).trapRead(HCR_EL2, Hcr.TRVM).trapWrite(HCR_EL2, Hcr.TVM)
                        .then(TRANSLATION).vncr(0x200).save(SaveClass.EL1).cost(EL1_SYSTEM)),
    TTBR1_EL1         (at(3, 0,  2,  0, 1).e2h(TTBR1_EL2).trapRead(HCR_EL2, Hcr.TRVM).trapWrite(HCR_EL2, Hcr.TVM)
                        .then(TRANSLATION).vncr(0x210).save(SaveClass.EL1).cost(EL1_SYSTEM)),
    TCR_EL1           (at(3, 0,  2,  0, 2).mask(Tcr.BITS).e2h(TCR_EL2).trapRead(HCR_EL2, Hcr.TRVM)
                        .trapWrite(HCR_EL2, Hcr.TVM).then(TRANSLATION).vncr(0x120).save(SaveClass.EL1)
                        .cost(EL1_SYSTEM)),
    ESR_EL1           (at(3, 0,  5,  2, 0).mask(0xffff_ffffL).e2h(ESR_EL2).trapRead(HCR_EL2, Hcr.TRVM)
                        .trapWrite(HCR_EL2, Hcr.TVM).vncr(0x138).save(SaveClass.EL1).cost(EL1_SYSTEM)),
    AFSR0_EL1         (at(3, 0,  5,  1, 0).mask(0).e2h(AFSR0_EL2).trapRead(HCR_EL2, Hcr.TRVM)
                        .trapWrite(HCR_EL2, Hcr.TVM).vncr(0x128).save(SaveClass.EL1).cost(EL1_SYSTEM)),
    AFSR1_EL1         (at(3, 0,  5,  1, 1).mask(0).e2h(AFSR1_EL2).trapRead(HCR_EL2, Hcr.TRVM)
                        .trapWrite(HCR_EL2, Hcr.TVM).vncr(0x130).save(SaveClass.EL1).cost(EL1_SYSTEM)),
    FAR_EL1           (at(3, 0,  6,  0, 0).e2h(FAR_EL2).trapRead(HCR_EL2, Hcr.TRVM).trapWrite(HCR_EL2, Hcr.TVM)
                        .vncr(0x220).save(SaveClass.EL1).cost(EL1_SYSTEM)),
    MAIR_EL1          (at(3, 0, 10,  2, 0).e2h(MAIR_EL2).trapRead(HCR_EL2, Hcr.TRVM).trapWrite(HCR_EL2, Hcr.TVM)
                        .then(TRANSLATION).vncr(0x140).save(SaveClass.EL1).cost(EL1_SYSTEM)),
    VBAR_EL1          (at(3, 0, 12,  0, 0).mask(-0x800L).e2h(VBAR_EL2).vncr(0x250).save(SaveClass.EL1)
                        .cost(EL1_SYSTEM)),
    CONTEXTIDR_EL1    (at(3, 0, 13,  0, 1).mask(0xffff_ffffL).e2h(CONTEXTIDR_EL2).trapRead(HCR_EL2, Hcr.TRVM)
                        .trapWrite(HCR_EL2, Hcr.TVM).vncr(0x108).save(SaveClass.EL1).cost(EL1_SYSTEM)),
    AMAIR_EL1         (at(3, 0, 10,  3, 0).mask(0).e2h(AMAIR_EL2).trapRead(HCR_EL2, Hcr.TRVM)
                        .trapWrite(HCR_EL2, Hcr.TVM).vncr(0x148).save(SaveClass.EL1).cost(EL1_SYSTEM)),
    CNTKCTL_EL1       (at(3, 0, 14,  1, 0).mask(0x3ff).reset(0).e2h(CNTHCTL_EL2).then(Effect.TIMER).save(SaveClass.EL1)
                        .cost(EL1_SYSTEM)),
    PAR_EL1           (at(3, 0,  7,  4, 0).save(SaveClass.EL1).cost(EL1_SYSTEM)),
    TPIDR_EL1         (at(3, 0, 13,  0, 4).save(SaveClass.EL1).cost(EL1_SYSTEM)),
    SP_EL1            (at(3, 4,  4,  1, 0).vncr(0x240).save(SaveClass.EL1).cost(EL1_SYSTEM)),
    ELR_EL1           (at(3, 0,  4,  0, 1).e2h(ELR_EL2).vncr(0x230).save(SaveClass.EL1).cost(EL1_SYSTEM)),
    SPSR_EL1          (at(3, 0,  4,  0, 0).mask(Spsr.BITS).e2h(SPSR_EL2).vncr(0x160).save(SaveClass.EL1)
                        .cost(EL1_SYSTEM)),

    // Moved by a world switch, other classes.
    MDSCR_EL1         (at(2, 0,  0,  2, 2).mask(Mdscr.BITS).reset(0).trap(MDCR_EL2, Mdcr.TDE | Mdcr.TDA)
                        .then(Effect.DEBUG).vncr(0x158).save(COMMON).cost(DEBUG)),
    TPIDR_EL0         (at(3, 3, 13,  0, 2).save(USER).cost(THREAD)),
    TPIDRRO_EL0       (at(3, 3, 13,  0, 3).writeFrom(1).save(USER).cost(THREAD)),

    // EL1 and EL0: general.
    SP_EL0            (at(3, 0,  4,  1, 0).needsSpSel().cost(THREAD)),
    ACTLR_EL1         (at(3, 0,  1,  0, 1).mask(0).trap(HCR_EL2, Hcr.TACR).vncr(0x118).cost(EL1_SYSTEM)),
    ISR_EL1           (at(3, 0, 12,  1, 0).readOnly().unit(INTERRUPT)),
    DISR_EL1          (at(3, 0, 12,  1, 1).feature(RAS).mask(Disr.BITS).reset(0).virtual(Hcr.AMO, VDISR_EL2)
                        .cost(SYNDROME)),
    FPCR              (at(3, 3,  4,  4, 0).mask(0x07f8_0000L).reset(0).fp().cost(FP_CONTROL)),
    FPSR              (at(3, 3,  4,  4, 1).mask(0x0800_009fL).fp().cost(FP_CONTROL)),

    // PSTATE as registers.
    NZCV              (at(3, 3,  4,  2, 0).mask(0xf000_0000L).unit(Unit.PSTATE).cost(CostGroup.PSTATE)),
    DAIF              (at(3, 3,  4,  2, 1).mask(0x3c0).el0Needs(SCTLR_EL1, Sctlr.UMA).unit(Unit.PSTATE)
                        .cost(CostGroup.PSTATE)),
    SPSel             (at(3, 0,  4,  2, 0).mask(1).unit(Unit.PSTATE).cost(CostGroup.PSTATE)),
    CurrentEL         (at(3, 0,  4,  2, 2).readOnly().unit(Unit.PSTATE).cost(CostGroup.PSTATE)),
    PAN               (at(3, 0,  4,  2, 3).feature(Feature.PAN).mask(1L << 22).unit(Unit.PSTATE)
                        .cost(CostGroup.PSTATE)),
    UAO               (at(3, 0,  4,  2, 4).feature(Feature.UAO).mask(1L << 23).unit(Unit.PSTATE)
                        .cost(CostGroup.PSTATE)),

    // Identification.
    MIDR_EL1          (at(3, 0,  0,  0, 0).readOnly().reset(IdValues.MIDR).el1Reads(VPIDR_EL2).cost(CostGroup.ID)),
    MPIDR_EL1         (at(3, 0,  0,  0, 5).readOnly().el1Reads(VMPIDR_EL2).cost(CostGroup.ID)),
    REVIDR_EL1        (at(3, 0,  0,  0, 6).readOnly().reset(0).trap(HCR_EL2, Hcr.TID1).cost(CostGroup.ID)),
    AIDR_EL1          (at(3, 1,  0,  0, 7).readOnly().reset(0).trap(HCR_EL2, Hcr.TID1).cost(CostGroup.ID)),
    CTR_EL0           (at(3, 3,  0,  0, 1).readOnly().reset(IdValues.CTR).el0Needs(SCTLR_EL1, Sctlr.UCT)
                        .trap(HCR_EL2, Hcr.TID2).cost(CostGroup.ID)),
    CCSIDR_EL1        (at(3, 1,  0,  0, 0).readOnly().trap(HCR_EL2, Hcr.TID2).unit(Unit.ID).cost(CostGroup.ID)),
    CLIDR_EL1         (at(3, 1,  0,  0, 1).readOnly().reset(IdValues.CLIDR).trap(HCR_EL2, Hcr.TID2)
                        .cost(CostGroup.ID)),
    DCZID_EL0         (at(3, 3,  0,  0, 7).readOnly().unit(Unit.ID).cost(CostGroup.ID)),
    ID_PFR0_EL1       (at(3, 0,  0,  1, 0).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    ID_PFR1_EL1       (at(3, 0,  0,  1, 1).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    ID_DFR0_EL1       (at(3, 0,  0,  1, 2).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    ID_AFR0_EL1       (at(3, 0,  0,  1, 3).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    ID_MMFR0_EL1      (at(3, 0,  0,  1, 4).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    ID_MMFR1_EL1      (at(3, 0,  0,  1, 5).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    ID_MMFR2_EL1      (at(3, 0,  0,  1, 6).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    ID_MMFR3_EL1      (at(3, 0,  0,  1, 7).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    ID_ISAR0_EL1      (at(3, 0,  0,  2, 0).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    ID_ISAR1_EL1      (at(3, 0,  0,  2, 1).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    ID_ISAR2_EL1      (at(3, 0,  0,  2, 2).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    ID_ISAR3_EL1      (at(3, 0,  0,  2, 3).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    ID_ISAR4_EL1      (at(3, 0,  0,  2, 4).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    ID_ISAR5_EL1      (at(3, 0,  0,  2, 5).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    ID_MMFR4_EL1      (at(3, 0,  0,  2, 6).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    ID_ISAR6_EL1      (at(3, 0,  0,  2, 7).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    MVFR0_EL1         (at(3, 0,  0,  3, 0).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    MVFR1_EL1         (at(3, 0,  0,  3, 1).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    MVFR2_EL1         (at(3, 0,  0,  3, 2).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    S3_0_C0_C3_3      (at(3, 0,  0,  3, 3).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    ID_PFR2_EL1       (at(3, 0,  0,  3, 4).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    ID_DFR1_EL1       (at(3, 0,  0,  3, 5).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    ID_MMFR5_EL1      (at(3, 0,  0,  3, 6).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    S3_0_C0_C3_7      (at(3, 0,  0,  3, 7).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    ID_AA64PFR0_EL1   (at(3, 0,  0,  4, 0).readOnly().trap(HCR_EL2, Hcr.TID3).unit(Unit.ID).cost(CostGroup.ID)),
    ID_AA64PFR1_EL1   (at(3, 0,  0,  4, 1).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    S3_0_C0_C4_2      (at(3, 0,  0,  4, 2).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    S3_0_C0_C4_3      (at(3, 0,  0,  4, 3).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    ID_AA64ZFR0_EL1   (at(3, 0,  0,  4, 4).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    ID_AA64SMFR0_EL1  (at(3, 0,  0,  4, 5).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    S3_0_C0_C4_6      (at(3, 0,  0,  4, 6).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    S3_0_C0_C4_7      (at(3, 0,  0,  4, 7).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    ID_AA64DFR0_EL1   (at(3, 0,  0,  5, 0).readOnly().reset(IdValues.DFR0).trap(HCR_EL2, Hcr.TID3)
                        .cost(CostGroup.ID)),
    ID_AA64DFR1_EL1   (at(3, 0,  0,  5, 1).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    S3_0_C0_C5_2      (at(3, 0,  0,  5, 2).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    S3_0_C0_C5_3      (at(3, 0,  0,  5, 3).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    ID_AA64AFR0_EL1   (at(3, 0,  0,  5, 4).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    ID_AA64AFR1_EL1   (at(3, 0,  0,  5, 5).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    S3_0_C0_C5_6      (at(3, 0,  0,  5, 6).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    S3_0_C0_C5_7      (at(3, 0,  0,  5, 7).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    ID_AA64ISAR0_EL1  (at(3, 0,  0,  6, 0).readOnly().reset(IdValues.ISAR0).trap(HCR_EL2, Hcr.TID3)
                        .cost(CostGroup.ID)),
    ID_AA64ISAR1_EL1  (at(3, 0,  0,  6, 1).readOnly().reset(IdValues.ISAR1).trap(HCR_EL2, Hcr.TID3)
                        .cost(CostGroup.ID)),
    ID_AA64ISAR2_EL1  (at(3, 0,  0,  6, 2).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    S3_0_C0_C6_3      (at(3, 0,  0,  6, 3).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    S3_0_C0_C6_4      (at(3, 0,  0,  6, 4).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    S3_0_C0_C6_5      (at(3, 0,  0,  6, 5).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    S3_0_C0_C6_6      (at(3, 0,  0,  6, 6).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    S3_0_C0_C6_7      (at(3, 0,  0,  6, 7).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    ID_AA64MMFR0_EL1  (at(3, 0,  0,  7, 0).readOnly().reset(IdValues.MMFR0).trap(HCR_EL2, Hcr.TID3)
                        .cost(CostGroup.ID)),
    ID_AA64MMFR1_EL1  (at(3, 0,  0,  7, 1).readOnly().reset(IdValues.MMFR1).trap(HCR_EL2, Hcr.TID3)
                        .cost(CostGroup.ID)),
    ID_AA64MMFR2_EL1  (at(3, 0,  0,  7, 2).readOnly().reset(IdValues.MMFR2).trap(HCR_EL2, Hcr.TID3)
                        .cost(CostGroup.ID)),
    ID_AA64MMFR3_EL1  (at(3, 0,  0,  7, 3).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    ID_AA64MMFR4_EL1  (at(3, 0,  0,  7, 4).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    S3_0_C0_C7_5      (at(3, 0,  0,  7, 5).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    S3_0_C0_C7_6      (at(3, 0,  0,  7, 6).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),
    S3_0_C0_C7_7      (at(3, 0,  0,  7, 7).readOnly().reset(0).trap(HCR_EL2, Hcr.TID3).cost(CostGroup.ID)),

    // Limited-ordering regions.
    LORSA_EL1         (at(3, 0, 10,  4, 0).feature(LOR).mask(0xffff_ffff_0001L).trap(HCR_EL2, Hcr.TLOR)),
    LOREA_EL1         (at(3, 0, 10,  4, 1).feature(LOR).mask(0xffff_ffff_0000L).trap(HCR_EL2, Hcr.TLOR)),
    LORN_EL1          (at(3, 0, 10,  4, 2).feature(LOR).mask(0xff).trap(HCR_EL2, Hcr.TLOR)),
    LORC_EL1          (at(3, 0, 10,  4, 3).feature(LOR).mask(0x3fd).reset(0).trap(HCR_EL2, Hcr.TLOR)),
    LORID_EL1         (at(3, 0, 10,  4, 7).feature(LOR).readOnly().reset(IdValues.LORID).trap(HCR_EL2, Hcr.TLOR)),

    // Error records. There are none (NUM = 0), and the registers that select and hold one are UNDEFINED then.
    ERRIDR_EL1        (at(3, 0,  5,  3, 0).feature(RAS).readOnly().reset(0).trap(HCR_EL2, Hcr.TERR)),
    ERRSELR_EL1       (at(3, 0,  5,  3, 1).feature(ERROR_RECORDS).mask(0).trap(HCR_EL2, Hcr.TERR)),
    ERXFR_EL1         (at(3, 0,  5,  4, 0).feature(ERROR_RECORDS).readOnly().reset(0).trap(HCR_EL2, Hcr.TERR)),
    ERXCTLR_EL1       (at(3, 0,  5,  4, 1).feature(ERROR_RECORDS).mask(0).trap(HCR_EL2, Hcr.TERR)),
    ERXSTATUS_EL1     (at(3, 0,  5,  4, 2).feature(ERROR_RECORDS).mask(0).trap(HCR_EL2, Hcr.TERR)),
    ERXADDR_EL1       (at(3, 0,  5,  4, 3).feature(ERROR_RECORDS).mask(0).trap(HCR_EL2, Hcr.TERR)),
    ERXMISC0_EL1      (at(3, 0,  5,  5, 0).feature(ERROR_RECORDS).mask(0).trap(HCR_EL2, Hcr.TERR)),
    ERXMISC1_EL1      (at(3, 0,  5,  5, 1).feature(ERROR_RECORDS).mask(0).trap(HCR_EL2, Hcr.TERR)),

    // Generic timers.
    CNTFRQ_EL0        (at(3, 3, 14,  0, 0).writeFrom(2).mask(0xffff_ffffL)
                        .el0NeedsToRead(CNTKCTL_EL1, Cnthctl.EL0PCTEN | Cnthctl.EL0VCTEN).cost(TIMER)),
    CNTPCT_EL0        (at(3, 3, 14,  0, 1).readOnly().el0Needs(CNTKCTL_EL1, Cnthctl.EL0PCTEN)
                        .trapUnless(CNTHCTL_EL2, Cnthctl.EL1PCTEN, Cnthctl.E2H_EL1PCTEN).unit(Unit.TIMER)
                        .cost(TIMER)),
    CNTVCT_EL0        (at(3, 3, 14,  0, 2).readOnly().el0Needs(CNTKCTL_EL1, Cnthctl.EL0VCTEN).unit(Unit.TIMER)
                        .cost(TIMER)),
    CNTP_TVAL_EL0     (at(3, 3, 14,  2, 0).mask(0xffff_ffffL).e2h(CNTHP_TVAL_EL2)
                        .el0Needs(CNTKCTL_EL1, Cnthctl.EL0PTEN)
                        .trapUnless(CNTHCTL_EL2, Cnthctl.EL1PCEN, Cnthctl.E2H_EL1PTEN).unit(Unit.TIMER).cost(TIMER)),
    CNTP_CTL_EL0      (at(3, 3, 14,  2, 1).mask(3).reset(0).e2h(CNTHP_CTL_EL2).el0Needs(CNTKCTL_EL1, Cnthctl.EL0PTEN)
                        .trapUnless(CNTHCTL_EL2, Cnthctl.EL1PCEN, Cnthctl.E2H_EL1PTEN).unit(Unit.TIMER).vncr(0x180)
                        .cost(TIMER)),
    CNTP_CVAL_EL0     (at(3, 3, 14,  2, 2).e2h(CNTHP_CVAL_EL2).el0Needs(CNTKCTL_EL1, Cnthctl.EL0PTEN)
                        .trapUnless(CNTHCTL_EL2, Cnthctl.EL1PCEN, Cnthctl.E2H_EL1PTEN).then(Effect.TIMER).vncr(0x178)
                        .cost(TIMER)),
    CNTV_TVAL_EL0     (at(3, 3, 14,  3, 0).mask(0xffff_ffffL).e2h(CNTHV_TVAL_EL2)
                        .el0Needs(CNTKCTL_EL1, Cnthctl.EL0VTEN).unit(Unit.TIMER).cost(TIMER)),
    CNTV_CTL_EL0      (at(3, 3, 14,  3, 1).mask(3).reset(0).e2h(CNTHV_CTL_EL2).el0Needs(CNTKCTL_EL1, Cnthctl.EL0VTEN)
                        .unit(Unit.TIMER).vncr(0x170).cost(TIMER)),
    CNTV_CVAL_EL0     (at(3, 3, 14,  3, 2).e2h(CNTHV_CVAL_EL2).el0Needs(CNTKCTL_EL1, Cnthctl.EL0VTEN).then(Effect.TIMER)
                        .vncr(0x168).cost(TIMER)),

    // GICv3 virtual CPU interface: what ICC_ names reach at EL1 when HCR_EL2.{IMO,FMO} say so.
    ICV_PMR_EL1       (at(3, 0,  4,  6, 0).behindIcc().feature(GICV3).mask(0xff).unit(GIC).cost(GIC_CPU)),
    ICV_IAR0_EL1      (at(3, 0, 12,  8, 0).behindIcc().feature(GICV3).readOnly().unit(GIC).cost(GIC_CPU)),
    ICV_EOIR0_EL1     (at(3, 0, 12,  8, 1).behindIcc().feature(GICV3).writeOnly().unit(GIC).cost(GIC_CPU)),
    ICV_HPPIR0_EL1    (at(3, 0, 12,  8, 2).behindIcc().feature(GICV3).readOnly().unit(GIC).cost(GIC_CPU)),
    ICV_BPR0_EL1      (at(3, 0, 12,  8, 3).behindIcc().feature(GICV3).mask(7).unit(GIC).cost(GIC_CPU)),
    ICV_AP0R0_EL1     (at(3, 0, 12,  8, 4).behindIcc().feature(GICV3).mask(0xffff_ffffL).unit(GIC).cost(GIC_CPU)),
    ICV_AP1R0_EL1     (at(3, 0, 12,  9, 0).behindIcc().feature(GICV3).mask(0xffff_ffffL).unit(GIC).cost(GIC_CPU)),
    ICV_DIR_EL1       (at(3, 0, 12, 11, 1).behindIcc().feature(GICV3).writeOnly().unit(GIC).cost(GIC_CPU)),
    ICV_RPR_EL1       (at(3, 0, 12, 11, 3).behindIcc().feature(GICV3).readOnly().unit(GIC).cost(GIC_CPU)),
    ICV_IAR1_EL1      (at(3, 0, 12, 12, 0).behindIcc().feature(GICV3).readOnly().unit(GIC).cost(GIC_CPU)),
    ICV_EOIR1_EL1     (at(3, 0, 12, 12, 1).behindIcc().feature(GICV3).writeOnly().unit(GIC).cost(GIC_CPU)),
    ICV_HPPIR1_EL1    (at(3, 0, 12, 12, 2).behindIcc().feature(GICV3).readOnly().unit(GIC).cost(GIC_CPU)),
    ICV_BPR1_EL1      (at(3, 0, 12, 12, 3).behindIcc().feature(GICV3).mask(7).unit(GIC).cost(GIC_CPU)),
    ICV_CTLR_EL1      (at(3, 0, 12, 12, 4).behindIcc().feature(GICV3).unit(GIC).cost(GIC_CPU)),
    ICV_IGRPEN0_EL1   (at(3, 0, 12, 12, 6).behindIcc().feature(GICV3).mask(1).unit(GIC).cost(GIC_CPU)),
    ICV_IGRPEN1_EL1   (at(3, 0, 12, 12, 7).behindIcc().feature(GICV3).mask(1).unit(GIC).cost(GIC_CPU)),

    // GICv3 CPU interface.
    ICC_PMR_EL1       (at(3, 0,  4,  6, 0).feature(GICV3).mask(0xff).trap(ICH_HCR_EL2, Ich.TC)
                        .virtual(Hcr.IMO | Hcr.FMO, ICV_PMR_EL1).unit(GIC).cost(GIC_CPU)),
    ICC_IAR0_EL1      (at(3, 0, 12,  8, 0).feature(GICV3).readOnly().trap(ICH_HCR_EL2, Ich.TALL0)
                        .virtual(Hcr.FMO, ICV_IAR0_EL1).unit(GIC).cost(GIC_CPU)),
    ICC_EOIR0_EL1     (at(3, 0, 12,  8, 1).feature(GICV3).writeOnly().trap(ICH_HCR_EL2, Ich.TALL0)
                        .virtual(Hcr.FMO, ICV_EOIR0_EL1).unit(GIC).cost(GIC_CPU)),
    ICC_HPPIR0_EL1    (at(3, 0, 12,  8, 2).feature(GICV3).readOnly().trap(ICH_HCR_EL2, Ich.TALL0)
                        .virtual(Hcr.FMO, ICV_HPPIR0_EL1).unit(GIC).cost(GIC_CPU)),
    ICC_BPR0_EL1      (at(3, 0, 12,  8, 3).feature(GICV3).mask(7).trap(ICH_HCR_EL2, Ich.TALL0)
                        .virtual(Hcr.FMO, ICV_BPR0_EL1).unit(GIC).cost(GIC_CPU)),
    ICC_AP0R0_EL1     (at(3, 0, 12,  8, 4).feature(GICV3).mask(0xffff_ffffL).trap(ICH_HCR_EL2, Ich.TALL0)
                        .virtual(Hcr.FMO, ICV_AP0R0_EL1).unit(GIC).cost(GIC_CPU)),
    ICC_AP1R0_EL1     (at(3, 0, 12,  9, 0).feature(GICV3).mask(0xffff_ffffL).trap(ICH_HCR_EL2, Ich.TALL1)
                        .virtual(Hcr.IMO, ICV_AP1R0_EL1).unit(GIC).cost(GIC_CPU)),
    ICC_DIR_EL1       (at(3, 0, 12, 11, 1).feature(GICV3).writeOnly().trap(ICH_HCR_EL2, Ich.TC | Ich.TDIR)
                        .virtual(Hcr.IMO | Hcr.FMO, ICV_DIR_EL1).unit(GIC).cost(GIC_CPU)),
    ICC_RPR_EL1       (at(3, 0, 12, 11, 3).feature(GICV3).readOnly().trap(ICH_HCR_EL2, Ich.TC)
                        .virtual(Hcr.IMO | Hcr.FMO, ICV_RPR_EL1).unit(GIC).cost(GIC_CPU)),
    ICC_SGI1R_EL1     (at(3, 0, 12, 11, 5).feature(GICV3).writeOnly().trap(ICH_HCR_EL2, Ich.TC)
                        .trap(HCR_EL2, Hcr.IMO | Hcr.FMO).unit(GIC).cost(GIC_CPU)),
    ICC_ASGI1R_EL1    (at(3, 0, 12, 11, 6).feature(GICV3).writeOnly().trap(ICH_HCR_EL2, Ich.TC)
                        .trap(HCR_EL2, Hcr.IMO | Hcr.FMO).unit(GIC).cost(GIC_CPU)),
    ICC_SGI0R_EL1     (at(3, 0, 12, 11, 7).feature(GICV3).writeOnly().trap(ICH_HCR_EL2, Ich.TC)
                        .trap(HCR_EL2, Hcr.IMO | Hcr.FMO).unit(GIC).cost(GIC_CPU)),
    ICC_IAR1_EL1      (at(3, 0, 12, 12, 0).feature(GICV3).readOnly().trap(ICH_HCR_EL2, Ich.TALL1)
                        .virtual(Hcr.IMO, ICV_IAR1_EL1).unit(GIC).cost(GIC_CPU)),
    ICC_EOIR1_EL1     (at(3, 0, 12, 12, 1).feature(GICV3).writeOnly().trap(ICH_HCR_EL2, Ich.TALL1)
                        .virtual(Hcr.IMO, ICV_EOIR1_EL1).unit(GIC).cost(GIC_CPU)),
    ICC_HPPIR1_EL1    (at(3, 0, 12, 12, 2).feature(GICV3).readOnly().trap(ICH_HCR_EL2, Ich.TALL1)
                        .virtual(Hcr.IMO, ICV_HPPIR1_EL1).unit(GIC).cost(GIC_CPU)),
    ICC_BPR1_EL1      (at(3, 0, 12, 12, 3).feature(GICV3).mask(7).trap(ICH_HCR_EL2, Ich.TALL1)
                        .virtual(Hcr.IMO, ICV_BPR1_EL1).unit(GIC).cost(GIC_CPU)),
    ICC_CTLR_EL1      (at(3, 0, 12, 12, 4).feature(GICV3).trap(ICH_HCR_EL2, Ich.TC)
                        .virtual(Hcr.IMO | Hcr.FMO, ICV_CTLR_EL1).unit(GIC).cost(GIC_CPU)),
    ICC_SRE_EL1       (at(3, 0, 12, 12, 5).feature(GICV3).mask(7).res1(7).reset(7)
                        .trapUnless(ICC_SRE_EL2, Ich.SRE_ENABLE).cost(GIC_CPU)),
    ICC_IGRPEN0_EL1   (at(3, 0, 12, 12, 6).feature(GICV3).mask(1).trap(ICH_HCR_EL2, Ich.TALL0)
                        .virtual(Hcr.FMO, ICV_IGRPEN0_EL1).unit(GIC).cost(GIC_CPU)),
    ICC_IGRPEN1_EL1   (at(3, 0, 12, 12, 7).feature(GICV3).mask(1).trap(ICH_HCR_EL2, Ich.TALL1)
                        .virtual(Hcr.IMO, ICV_IGRPEN1_EL1).unit(GIC).cost(GIC_CPU)),

    // Debug.
    MDCCINT_EL1       (at(2, 0,  0,  2, 0).mask(0x6000_0000L).reset(0).trap(MDCR_EL2, Mdcr.TDE | Mdcr.TDA)
                        .cost(DEBUG)),
    MDCCSR_EL0        (at(2, 3,  0,  1, 0).readOnly().reset(0).el0NeedsClear(MDSCR_EL1, Mdscr.TDCC)
                        .trap(MDCR_EL2, Mdcr.TDE | Mdcr.TDA).cost(DEBUG)),
    DBGDTR_EL0        (at(2, 3,  0,  4, 0).mask(0).el0NeedsClear(MDSCR_EL1, Mdscr.TDCC)
                        .trap(MDCR_EL2, Mdcr.TDE | Mdcr.TDA).cost(DEBUG)),
    DBGDTRRX_EL0      (at(2, 3,  0,  5, 0).writtenAs("DBGDTRTX_EL0").mask(0).el0NeedsClear(MDSCR_EL1, Mdscr.TDCC)
                        .trap(MDCR_EL2, Mdcr.TDE | Mdcr.TDA).cost(DEBUG)),
    OSDTRRX_EL1       (at(2, 0,  0,  0, 2).mask(0xffff_ffffL).trap(MDCR_EL2, Mdcr.TDE | Mdcr.TDA).cost(DEBUG)),
    OSDTRTX_EL1       (at(2, 0,  0,  3, 2).mask(0xffff_ffffL).trap(MDCR_EL2, Mdcr.TDE | Mdcr.TDA).cost(DEBUG)),
    OSECCR_EL1        (at(2, 0,  0,  6, 2).mask(0).trap(MDCR_EL2, Mdcr.TDE | Mdcr.TDA).cost(DEBUG)),
    DBGBVR0_EL1       (at(2, 0,  0,  0, 4).mask(-4L).trap(MDCR_EL2, Mdcr.TDE | Mdcr.TDA).then(Effect.DEBUG)
                        .cost(DEBUG)),
    DBGBCR0_EL1       (at(2, 0,  0,  0, 5).mask(0xff_e1e7).res1(0x1e0).reset(0x1e0)
                        .trap(MDCR_EL2, Mdcr.TDE | Mdcr.TDA).then(Effect.DEBUG).cost(DEBUG)),
    DBGBVR1_EL1       (at(2, 0,  0,  1, 4).mask(-4L).trap(MDCR_EL2, Mdcr.TDE | Mdcr.TDA).then(Effect.DEBUG)
                        .cost(DEBUG)),
    DBGBCR1_EL1       (at(2, 0,  0,  1, 5).mask(0xff_e1e7).res1(0x1e0).reset(0x1e0)
                        .trap(MDCR_EL2, Mdcr.TDE | Mdcr.TDA).then(Effect.DEBUG).cost(DEBUG)),
    DBGBVR2_EL1       (at(2, 0,  0,  2, 4).mask(-4L).trap(MDCR_EL2, Mdcr.TDE | Mdcr.TDA).then(Effect.DEBUG)
                        .cost(DEBUG)),
    DBGBCR2_EL1       (at(2, 0,  0,  2, 5).mask(0xff_e1e7).res1(0x1e0).reset(0x1e0)
                        .trap(MDCR_EL2, Mdcr.TDE | Mdcr.TDA).then(Effect.DEBUG).cost(DEBUG)),
    DBGBVR3_EL1       (at(2, 0,  0,  3, 4).mask(-4L).trap(MDCR_EL2, Mdcr.TDE | Mdcr.TDA).then(Effect.DEBUG)
                        .cost(DEBUG)),
    DBGBCR3_EL1       (at(2, 0,  0,  3, 5).mask(0xff_e1e7).res1(0x1e0).reset(0x1e0)
                        .trap(MDCR_EL2, Mdcr.TDE | Mdcr.TDA).then(Effect.DEBUG).cost(DEBUG)),
    // The last two breakpoints compare contexts as well: all bits of their values count.
    DBGBVR4_EL1       (at(2, 0,  0,  4, 4).trap(MDCR_EL2, Mdcr.TDE | Mdcr.TDA).then(Effect.DEBUG).cost(DEBUG)),
    DBGBCR4_EL1       (at(2, 0,  0,  4, 5).mask(0xff_e1e7).res1(0x1e0).reset(0x1e0)
                        .trap(MDCR_EL2, Mdcr.TDE | Mdcr.TDA).then(Effect.DEBUG).cost(DEBUG)),
    DBGBVR5_EL1       (at(2, 0,  0,  5, 4).trap(MDCR_EL2, Mdcr.TDE | Mdcr.TDA).then(Effect.DEBUG).cost(DEBUG)),
    DBGBCR5_EL1       (at(2, 0,  0,  5, 5).mask(0xff_e1e7).res1(0x1e0).reset(0x1e0)
                        .trap(MDCR_EL2, Mdcr.TDE | Mdcr.TDA).then(Effect.DEBUG).cost(DEBUG)),
    DBGWVR0_EL1       (at(2, 0,  0,  0, 6).mask(-4L).trap(MDCR_EL2, Mdcr.TDE | Mdcr.TDA).then(Effect.DEBUG)
                        .cost(DEBUG)),
    DBGWCR0_EL1       (at(2, 0,  0,  0, 7).mask(0x1f1f_ffffL).reset(0).trap(MDCR_EL2, Mdcr.TDE | Mdcr.TDA)
                        .then(Effect.DEBUG).cost(DEBUG)),
    DBGWVR1_EL1       (at(2, 0,  0,  1, 6).mask(-4L).trap(MDCR_EL2, Mdcr.TDE | Mdcr.TDA).then(Effect.DEBUG)
                        .cost(DEBUG)),
    DBGWCR1_EL1       (at(2, 0,  0,  1, 7).mask(0x1f1f_ffffL).reset(0).trap(MDCR_EL2, Mdcr.TDE | Mdcr.TDA)
                        .then(Effect.DEBUG).cost(DEBUG)),
    DBGWVR2_EL1       (at(2, 0,  0,  2, 6).mask(-4L).trap(MDCR_EL2, Mdcr.TDE | Mdcr.TDA).then(Effect.DEBUG)
                        .cost(DEBUG)),
    DBGWCR2_EL1       (at(2, 0,  0,  2, 7).mask(0x1f1f_ffffL).reset(0).trap(MDCR_EL2, Mdcr.TDE | Mdcr.TDA)
                        .then(Effect.DEBUG).cost(DEBUG)),
    DBGWVR3_EL1       (at(2, 0,  0,  3, 6).mask(-4L).trap(MDCR_EL2, Mdcr.TDE | Mdcr.TDA).then(Effect.DEBUG)
                        .cost(DEBUG)),
    DBGWCR3_EL1       (at(2, 0,  0,  3, 7).mask(0x1f1f_ffffL).reset(0).trap(MDCR_EL2, Mdcr.TDE | Mdcr.TDA)
                        .then(Effect.DEBUG).cost(DEBUG)),
    MDRAR_EL1         (at(2, 0,  1,  0, 0).readOnly().reset(0).trap(MDCR_EL2, Mdcr.TDE | Mdcr.TDRA).cost(DEBUG)),
    OSLAR_EL1         (at(2, 0,  1,  0, 4).writeOnly().trap(MDCR_EL2, Mdcr.TDE | Mdcr.TDOSA).unit(Unit.DEBUG)
                        .cost(CostGroup.DEBUG)),
    OSLSR_EL1         (at(2, 0,  1,  1, 4).readOnly().reset(0xa).trap(MDCR_EL2, Mdcr.TDE | Mdcr.TDOSA).cost(DEBUG)),
    OSDLR_EL1         (at(2, 0,  1,  3, 4).mask(1).reset(0).trap(MDCR_EL2, Mdcr.TDE | Mdcr.TDOSA).then(Effect.DEBUG)
                        .cost(DEBUG)),
    DBGPRCR_EL1       (at(2, 0,  1,  4, 4).mask(1).trap(MDCR_EL2, Mdcr.TDE | Mdcr.TDOSA).cost(DEBUG)),
    DBGCLAIMSET_EL1   (at(2, 0,  7,  8, 6).mask(0xff).trap(MDCR_EL2, Mdcr.TDE | Mdcr.TDA).unit(Unit.DEBUG)
                        .cost(CostGroup.DEBUG)),
    DBGCLAIMCLR_EL1   (at(2, 0,  7,  9, 6).mask(0xff).reset(0).trap(MDCR_EL2, Mdcr.TDE | Mdcr.TDA).unit(Unit.DEBUG)
                        .cost(CostGroup.DEBUG)),
    DBGAUTHSTATUS_EL1 (at(2, 0,  7, 14, 6).readOnly().reset(0).trap(MDCR_EL2, Mdcr.TDE | Mdcr.TDA).cost(DEBUG)),

    // Performance monitors.
    PMUSERENR_EL0     (at(3, 3,  9, 14, 0).feature(PMUV3).writeFrom(1).mask(0xf).reset(0).trap(MDCR_EL2, Mdcr.TPM)
                        .cost(DEBUG)),
    PMCR_EL0          (at(3, 3,  9, 12, 0).feature(PMUV3).el0Needs(PMUSERENR_EL0, Pmuserenr.EN)
                        .trap(MDCR_EL2, Mdcr.TPM | Mdcr.TPMCR).unit(Unit.PMU).cost(DEBUG)),
    PMCNTENSET_EL0    (at(3, 3,  9, 12, 1).feature(PMUV3).mask(0x8000_003fL).el0Needs(PMUSERENR_EL0, Pmuserenr.EN)
                        .trap(MDCR_EL2, Mdcr.TPM).unit(Unit.PMU).cost(DEBUG)),
    PMCNTENCLR_EL0    (at(3, 3,  9, 12, 2).feature(PMUV3).mask(0x8000_003fL).el0Needs(PMUSERENR_EL0, Pmuserenr.EN)
                        .trap(MDCR_EL2, Mdcr.TPM).unit(Unit.PMU).cost(DEBUG)),
    PMOVSCLR_EL0      (at(3, 3,  9, 12, 3).feature(PMUV3).mask(0x8000_003fL).el0Needs(PMUSERENR_EL0, Pmuserenr.EN)
                        .trap(MDCR_EL2, Mdcr.TPM).unit(Unit.PMU).cost(DEBUG)),
    PMSWINC_EL0       (at(3, 3,  9, 12, 4).feature(PMUV3).writeOnly().mask(0x3f)
                        .el0Needs(PMUSERENR_EL0, Pmuserenr.EN | Pmuserenr.SW).trap(MDCR_EL2, Mdcr.TPM).unit(Unit.PMU)
                        .cost(DEBUG)),
    PMSELR_EL0        (at(3, 3,  9, 12, 5).feature(PMUV3).mask(0x1f)
                        .el0Needs(PMUSERENR_EL0, Pmuserenr.EN | Pmuserenr.ER).trap(MDCR_EL2, Mdcr.TPM).unit(Unit.PMU)
                        .cost(DEBUG)),
    PMCEID0_EL0       (at(3, 3,  9, 12, 6).feature(PMUV3).readOnly().el0Needs(PMUSERENR_EL0, Pmuserenr.EN)
                        .trap(MDCR_EL2, Mdcr.TPM).unit(Unit.PMU).cost(DEBUG)),
    PMCEID1_EL0       (at(3, 3,  9, 12, 7).feature(PMUV3).readOnly().el0Needs(PMUSERENR_EL0, Pmuserenr.EN)
                        .trap(MDCR_EL2, Mdcr.TPM).unit(Unit.PMU).cost(DEBUG)),
    PMCCNTR_EL0       (at(3, 3,  9, 13, 0).feature(PMUV3).el0NeedsToRead(PMUSERENR_EL0, Pmuserenr.EN | Pmuserenr.CR)
                        .el0NeedsToWrite(PMUSERENR_EL0, Pmuserenr.EN).trap(MDCR_EL2, Mdcr.TPM).unit(Unit.PMU)
                        .cost(DEBUG)),
    PMXEVTYPER_EL0    (at(3, 3,  9, 13, 1).feature(PMUV3).mask(0xfc00_ffffL).el0Needs(PMUSERENR_EL0, Pmuserenr.EN)
                        .trap(MDCR_EL2, Mdcr.TPM).unit(Unit.PMU).cost(DEBUG)),
    PMXEVCNTR_EL0     (at(3, 3,  9, 13, 2).feature(PMUV3).mask(0xffff_ffffL)
                        .el0NeedsToRead(PMUSERENR_EL0, Pmuserenr.EN | Pmuserenr.ER)
                        .el0NeedsToWrite(PMUSERENR_EL0, Pmuserenr.EN).trap(MDCR_EL2, Mdcr.TPM).unit(Unit.PMU)
                        .cost(DEBUG)),
    PMOVSSET_EL0      (at(3, 3,  9, 14, 3).feature(PMUV3).mask(0x8000_003fL).el0Needs(PMUSERENR_EL0, Pmuserenr.EN)
                        .trap(MDCR_EL2, Mdcr.TPM).unit(Unit.PMU).cost(DEBUG)),
    PMINTENSET_EL1    (at(3, 0,  9, 14, 1).feature(PMUV3).mask(0x8000_003fL).trap(MDCR_EL2, Mdcr.TPM).unit(Unit.PMU)
                        .cost(DEBUG)),
    PMINTENCLR_EL1    (at(3, 0,  9, 14, 2).feature(PMUV3).mask(0x8000_003fL).trap(MDCR_EL2, Mdcr.TPM).unit(Unit.PMU)
                        .cost(DEBUG)),
    PMEVCNTR0_EL0     (at(3, 3, 14,  8, 0).feature(PMUV3).mask(0xffff_ffffL)
                        .el0NeedsToRead(PMUSERENR_EL0, Pmuserenr.EN | Pmuserenr.ER)
                        .el0NeedsToWrite(PMUSERENR_EL0, Pmuserenr.EN).trap(MDCR_EL2, Mdcr.TPM).unit(Unit.PMU)
                        .cost(DEBUG)),
    PMEVCNTR1_EL0     (at(3, 3, 14,  8, 1).feature(PMUV3).mask(0xffff_ffffL)
                        .el0NeedsToRead(PMUSERENR_EL0, Pmuserenr.EN | Pmuserenr.ER)
                        .el0NeedsToWrite(PMUSERENR_EL0, Pmuserenr.EN).trap(MDCR_EL2, Mdcr.TPM).unit(Unit.PMU)
                        .cost(DEBUG)),
    PMEVCNTR2_EL0     (at(3, 3, 14,  8, 2).feature(PMUV3).mask(0xffff_ffffL)
                        .el0NeedsToRead(PMUSERENR_EL0, Pmuserenr.EN | Pmuserenr.ER)
                        .el0NeedsToWrite(PMUSERENR_EL0, Pmuserenr.EN).trap(MDCR_EL2, Mdcr.TPM).unit(Unit.PMU)
                        .cost(DEBUG)),
    PMEVCNTR3_EL0     (at(3, 3, 14,  8, 3).feature(PMUV3).mask(0xffff_ffffL)
                        .el0NeedsToRead(PMUSERENR_EL0, Pmuserenr.EN | Pmuserenr.ER)
                        .el0NeedsToWrite(PMUSERENR_EL0, Pmuserenr.EN).trap(MDCR_EL2, Mdcr.TPM).unit(Unit.PMU)
                        .cost(DEBUG)),
    PMEVCNTR4_EL0     (at(3, 3, 14,  8, 4).feature(PMUV3).mask(0xffff_ffffL)
                        .el0NeedsToRead(PMUSERENR_EL0, Pmuserenr.EN | Pmuserenr.ER)
                        .el0NeedsToWrite(PMUSERENR_EL0, Pmuserenr.EN).trap(MDCR_EL2, Mdcr.TPM).unit(Unit.PMU)
                        .cost(DEBUG)),
    PMEVCNTR5_EL0     (at(3, 3, 14,  8, 5).feature(PMUV3).mask(0xffff_ffffL)
                        .el0NeedsToRead(PMUSERENR_EL0, Pmuserenr.EN | Pmuserenr.ER)
                        .el0NeedsToWrite(PMUSERENR_EL0, Pmuserenr.EN).trap(MDCR_EL2, Mdcr.TPM).unit(Unit.PMU)
                        .cost(DEBUG)),
    PMEVTYPER0_EL0    (at(3, 3, 14, 12, 0).feature(PMUV3).mask(0xfc00_ffffL).el0Needs(PMUSERENR_EL0, Pmuserenr.EN)
                        .trap(MDCR_EL2, Mdcr.TPM).unit(Unit.PMU).cost(DEBUG)),
    PMEVTYPER1_EL0    (at(3, 3, 14, 12, 1).feature(PMUV3).mask(0xfc00_ffffL).el0Needs(PMUSERENR_EL0, Pmuserenr.EN)
                        .trap(MDCR_EL2, Mdcr.TPM).unit(Unit.PMU).cost(DEBUG)),
    PMEVTYPER2_EL0    (at(3, 3, 14, 12, 2).feature(PMUV3).mask(0xfc00_ffffL).el0Needs(PMUSERENR_EL0, Pmuserenr.EN)
                        .trap(MDCR_EL2, Mdcr.TPM).unit(Unit.PMU).cost(DEBUG)),
    PMEVTYPER3_EL0    (at(3, 3, 14, 12, 3).feature(PMUV3).mask(0xfc00_ffffL).el0Needs(PMUSERENR_EL0, Pmuserenr.EN)
                        .trap(MDCR_EL2, Mdcr.TPM).unit(Unit.PMU).cost(DEBUG)),
    PMEVTYPER4_EL0    (at(3, 3, 14, 12, 4).feature(PMUV3).mask(0xfc00_ffffL).el0Needs(PMUSERENR_EL0, Pmuserenr.EN)
                        .trap(MDCR_EL2, Mdcr.TPM).unit(Unit.PMU).cost(DEBUG)),
    PMEVTYPER5_EL0    (at(3, 3, 14, 12, 5).feature(PMUV3).mask(0xfc00_ffffL).el0Needs(PMUSERENR_EL0, Pmuserenr.EN)
                        .trap(MDCR_EL2, Mdcr.TPM).unit(Unit.PMU).cost(DEBUG)),
    PMCCFILTR_EL0     (at(3, 3, 14, 15, 7).feature(PMUV3).mask(0xfc00_0000L).el0Needs(PMUSERENR_EL0, Pmuserenr.EN)
                        .trap(MDCR_EL2, Mdcr.TPM).unit(Unit.PMU).cost(DEBUG));
    // spotless:on

    private static final int ENCODINGS = 1 << 16;
    private static final SysReg[] ROWS = values();
    private static final Map<String, RegisterName> BY_NAME = new HashMap<>();
    private static final RegisterName[] BY_ENCODING = new RegisterName[ENCODINGS];
    private static final List<List<SysReg>> BY_SAVE_CLASS =
            Arrays.stream(SaveClass.values())
                    .map(c -> Arrays.stream(ROWS).filter(r -> r.spec.saveClass == c).toList())
                    .toList();

    final Spec spec;
    private final RegisterName el12;

    SysReg(Spec spec) {
        this.spec = spec.checkedFor(name());
        this.el12 = spec.e2h == null ? null : new Alias(aliasName(name()), spec.encoding & ~(7 << 11) | 5 << 11);
    }

    static {
        for (SysReg row : ROWS) {
            if (!row.spec.behindIcc) {
                enter(row);
            }
            if (row.el12 != null) {
                enter(row.el12);
            }
            if (row.spec.writeName != null) {
                BY_NAME.put(row.spec.writeName, row);
            }
        }
    }

    /// A second name: the `_EL12` or `_EL02` form.
    private record Alias(String assemblyName, int encoding) implements RegisterName {}

    @Override
    public int encoding() {
        return spec.encoding;
    }

    @Override
    public String assemblyName() {
        return name();
    }

    /// The `_EL12` (or, for timers, `_EL02`) name of this register: the same encoding with op1 = 5.
    public RegisterName el12() {
        if (el12 == null) {
            throw new IllegalArgumentException(name() + " is not redirected by HCR_EL2.E2H");
        }
        return el12;
    }

    /// The register that this name reaches at EL2 with HCR_EL2.E2H, or null when it is not redirected.
    public SysReg e2h() {
        return spec.e2h;
    }

    /// The part of a world switch that moves it, or null.
    public SaveClass saveClass() {
        return spec.saveClass;
    }

    /// What moving it costs and where a breakdown counts it.
    public CostGroup costGroup() {
        return spec.costGroup == null ? CostGroup.OTHER : spec.costGroup;
    }

    /// The feature without which it does not exist, or null.
    public Feature feature() {
        return spec.feature;
    }

    /// Its offset in the page at VNCR_EL2 (FEAT_NV2), or -1.
    public int vncrOffset() {
        return spec.vncr;
    }

    /// The registers of a class, in KVM's order.
    public static List<SysReg> of(SaveClass saveClass) {
        return BY_SAVE_CLASS.get(saveClass.ordinal());
    }

    /// The register with the given name in assembly, aliases included, in any case; or null.
    public static RegisterName named(String name) {
        RegisterName exact = BY_NAME.get(name);
        return exact != null ? exact : BY_NAME.get(name.toUpperCase(java.util.Locale.ROOT));
    }

    /// The name of an encoding in assembly; the generic `S3_0_C1_C0_0` form when the machine knows none.
    public static String nameOf(int encoding) {
        RegisterName known = BY_ENCODING[encoding & 0xffff];
        return known != null
                ? known.assemblyName()
                : "S%d_%d_C%d_C%d_%d"
                        .formatted(
                                encoding >>> 14 & 3,
                                encoding >>> 11 & 7,
                                encoding >>> 7 & 15,
                                encoding >>> 3 & 15,
                                encoding & 7);
    }

    private static void enter(RegisterName name) {
        int encoding = name.encoding();
        if (BY_ENCODING[encoding] != null) {
            throw new IllegalStateException(
                    "%s and %s have the same encoding"
                            .formatted(BY_ENCODING[encoding].assemblyName(), name.assemblyName()));
        }
        BY_ENCODING[encoding] = name;
        BY_NAME.put(name.assemblyName(), name);
        BY_NAME.put(name.assemblyName().toUpperCase(java.util.Locale.ROOT), name);
    }

    private static String aliasName(String name) {
        return name + "2"; // SCTLR_EL1 is SCTLR_EL12, CNTP_CTL_EL0 is CNTP_CTL_EL02
    }
}
