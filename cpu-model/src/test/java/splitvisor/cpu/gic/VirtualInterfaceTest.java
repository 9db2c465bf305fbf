package splitvisor.cpu.gic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static splitvisor.cpu.sysreg.SysReg.ICC_CTLR_EL1;
import static splitvisor.cpu.sysreg.SysReg.ICC_EOIR1_EL1;
import static splitvisor.cpu.sysreg.SysReg.ICC_IAR1_EL1;
import static splitvisor.cpu.sysreg.SysReg.ICH_AP1R0_EL2;
import static splitvisor.cpu.sysreg.SysReg.ICH_EISR_EL2;
import static splitvisor.cpu.sysreg.SysReg.ICH_ELRSR_EL2;
import static splitvisor.cpu.sysreg.SysReg.ICH_HCR_EL2;
import static splitvisor.cpu.sysreg.SysReg.ICH_LR0_EL2;
import static splitvisor.cpu.sysreg.SysReg.ICH_LR1_EL2;
import static splitvisor.cpu.sysreg.SysReg.ICH_LR2_EL2;
import static splitvisor.cpu.sysreg.SysReg.ICH_LR3_EL2;
import static splitvisor.cpu.sysreg.SysReg.ICH_MISR_EL2;
import static splitvisor.cpu.sysreg.SysReg.ICH_VMCR_EL2;
import static splitvisor.cpu.sysreg.SysReg.ICH_VTR_EL2;
import static splitvisor.cpu.sysreg.SysReg.ICV_AP1R0_EL1;
import static splitvisor.cpu.sysreg.SysReg.ICV_BPR1_EL1;
import static splitvisor.cpu.sysreg.SysReg.ICV_CTLR_EL1;
import static splitvisor.cpu.sysreg.SysReg.ICV_DIR_EL1;
import static splitvisor.cpu.sysreg.SysReg.ICV_EOIR0_EL1;
import static splitvisor.cpu.sysreg.SysReg.ICV_EOIR1_EL1;
import static splitvisor.cpu.sysreg.SysReg.ICV_HPPIR1_EL1;
import static splitvisor.cpu.sysreg.SysReg.ICV_IAR0_EL1;
import static splitvisor.cpu.sysreg.SysReg.ICV_IAR1_EL1;
import static splitvisor.cpu.sysreg.SysReg.ICV_IGRPEN1_EL1;
import static splitvisor.cpu.sysreg.SysReg.ICV_PMR_EL1;
import static splitvisor.cpu.sysreg.SysReg.ICV_RPR_EL1;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// List registers and what hypervisor and guest see of them (GIC specification, chapter 5).
class VirtualInterfaceTest {

    private static final long PENDING = 1L << 62;
    private static final long ACTIVE = 1L << 63;
    private static final long HW = 1L << 61;
    private static final long GROUP1 = 1L << 60;
    private static final long EOI = 1L << 41;
    private static final long BOTH_GROUPS = 0xff4c_0003L; // VPMR 0xf8, VBPR0 2, VBPR1 3, VENG1, VENG0

    private final Rig rig = new Rig(3);

    @BeforeEach
    void enable() {
        rig.ich(ICH_HCR_EL2, 1);
        rig.ich(ICH_VMCR_EL2, BOTH_GROUPS);
    }

    @Test
    void vtrSaysFourListRegistersAndFivePriorityBits() {
        assertEquals(0x90b8_0003L, rig.ich(ICH_VTR_EL2));
    }

    @Test
    void virtualInterruptGoesFromPendingThroughActiveToInvalid() {
        rig.ich(ICH_LR0_EL2, lr(PENDING | GROUP1, 0xa0, 27));
        assertEquals("virq", rig.lines());
        assertEquals(27, rig.icv(ICV_HPPIR1_EL1));
        assertEquals(1023, rig.icv(ICV_IAR0_EL1));
        assertEquals(27, rig.icv(ICV_IAR1_EL1));
        assertEquals("", rig.lines());
        assertEquals(lr(ACTIVE | GROUP1, 0xa0, 27), rig.ich(ICH_LR0_EL2));
        assertEquals(0xa0, rig.icv(ICV_RPR_EL1));
        assertEquals(1 << 20, rig.ich(ICH_AP1R0_EL2));
        assertEquals(1 << 20, rig.icv(ICV_AP1R0_EL1));
        assertEquals(0b1110, rig.ich(ICH_ELRSR_EL2));
        rig.icv(ICV_EOIR1_EL1, 27);
        assertEquals(lr(GROUP1, 0xa0, 27), rig.ich(ICH_LR0_EL2));
        assertEquals(0b1111, rig.ich(ICH_ELRSR_EL2));
        assertEquals(0xff, rig.icv(ICV_RPR_EL1));
    }

    @Test
    void groupZeroIsAVirtualFiq() {
        rig.ich(ICH_LR2_EL2, lr(PENDING, 0, 30));
        assertEquals("vfiq", rig.lines());
        assertEquals(30, rig.icv(ICV_IAR0_EL1));
        rig.icv(ICV_EOIR1_EL1, 30); // drops the priority, but is not the group's
        assertEquals(lr(ACTIVE, 0, 30), rig.ich(ICH_LR2_EL2));
    }

    @Test
    void highestPriorityListRegisterWinsAndPreempts() {
        rig.ich(ICH_LR0_EL2, lr(PENDING | GROUP1, 0xa0, 40));
        rig.ich(ICH_LR1_EL2, lr(PENDING | GROUP1, 0x80, 41));
        assertEquals(41, rig.icv(ICV_IAR1_EL1));
        assertEquals("", rig.lines());
        rig.ich(ICH_LR2_EL2, lr(PENDING | GROUP1, 0x40, 42));
        assertEquals("virq", rig.lines());
        assertEquals(42, rig.icv(ICV_IAR1_EL1));
        rig.icv(ICV_EOIR1_EL1, 42);
        assertEquals("", rig.lines());
        rig.icv(ICV_EOIR1_EL1, 41);
        assertEquals(40, rig.icv(ICV_IAR1_EL1));
    }

    @Test
    void pendingAndActiveIsNotSignalledAgainUntilItEnds() {
        rig.ich(ICH_LR0_EL2, lr(PENDING | GROUP1, 0xa0, 40));
        rig.icv(ICV_IAR1_EL1);
        rig.ich(ICH_LR0_EL2, lr(PENDING | ACTIVE | GROUP1, 0xa0, 40));
        assertEquals("", rig.lines());
        rig.icv(ICV_EOIR1_EL1, 40);
        assertEquals(lr(PENDING | GROUP1, 0xa0, 40), rig.ich(ICH_LR0_EL2));
        assertEquals("virq", rig.lines());
    }

    @Test
    void guestMaskAndGroupEnableHoldInterruptsBack() {
        rig.ich(ICH_LR0_EL2, lr(PENDING | GROUP1, 0xa0, 40));
        rig.icv(ICV_PMR_EL1, 0xa0);
        assertEquals("", rig.lines());
        rig.icv(ICV_PMR_EL1, 0xff);
        rig.icv(ICV_IGRPEN1_EL1, 0);
        assertEquals("", rig.lines());
        rig.icv(ICV_IGRPEN1_EL1, 1);
        rig.ich(ICH_HCR_EL2, 0);
        assertEquals("", rig.lines());
    }

    @Test
    void endOfAHardwareInterruptDeactivatesThePhysicalOne() {
        rig.open();
        rig.configure(48, 1, 0xa0);
        rig.pend(48);
        rig.icc(ICC_CTLR_EL1, 2); // the hypervisor drops the priority and leaves it active
        assertEquals(48, rig.icc(ICC_IAR1_EL1));
        rig.icc(ICC_EOIR1_EL1, 48);
        rig.ich(ICH_LR0_EL2, lr(PENDING | GROUP1 | HW | 48L << 32, 0xa0, 34));
        assertEquals(34, rig.icv(ICV_IAR1_EL1));
        assertTrue(rig.active(48));
        rig.icv(ICV_EOIR1_EL1, 34);
        assertFalse(rig.active(48));
    }

    @Test
    void guestWithEoiModeDeactivatesByDir() {
        rig.icv(ICV_CTLR_EL1, 2);
        rig.ich(ICH_LR0_EL2, lr(PENDING | GROUP1, 0xa0, 40));
        rig.icv(ICV_IAR1_EL1);
        rig.icv(ICV_EOIR1_EL1, 40);
        assertEquals(lr(ACTIVE | GROUP1, 0xa0, 40), rig.ich(ICH_LR0_EL2));
        assertEquals(0xff, rig.icv(ICV_RPR_EL1));
        rig.icv(ICV_DIR_EL1, 40);
        assertEquals(lr(GROUP1, 0xa0, 40), rig.ich(ICH_LR0_EL2));
        rig.icv(ICV_DIR_EL1, 99);
        assertEquals(1L << 27 | 1, rig.ich(ICH_HCR_EL2)); // EOICount: no list register holds it
    }

    @Test
    void endOfAnUnlistedInterruptIsCounted() {
        rig.ich(ICH_AP1R0_EL2, 1 << 20); // active, and its list register was given to another
        rig.icv(ICV_EOIR1_EL1, 55);
        assertEquals(1L << 27 | 1, rig.ich(ICH_HCR_EL2));
        assertEquals(0, rig.ich(ICH_AP1R0_EL2));
        rig.icv(ICV_EOIR1_EL1, 55); // nothing is active: ignored
        assertEquals(1L << 27 | 1, rig.ich(ICH_HCR_EL2));
        rig.icv(ICV_EOIR0_EL1, 1023);
        assertEquals(1L << 27 | 1, rig.ich(ICH_HCR_EL2));
    }

    @Test
    void endedListRegisterThatAskedForItShowsInEisrAndIsNotFree() {
        rig.ich(ICH_LR1_EL2, lr(PENDING | GROUP1 | EOI, 0xa0, 40));
        assertEquals(0, rig.ich(ICH_EISR_EL2));
        rig.icv(ICV_IAR1_EL1);
        assertFalse(maintenance());
        rig.icv(ICV_EOIR1_EL1, 40);
        assertEquals(0b0010, rig.ich(ICH_EISR_EL2));
        assertEquals(0b1101, rig.ich(ICH_ELRSR_EL2));
        assertEquals(1, rig.ich(ICH_MISR_EL2));
        assertTrue(maintenance());
        rig.ich(ICH_LR1_EL2, 0);
        assertFalse(maintenance());
    }

    @Test
    void eachMaintenanceConditionHasItsEnable() {
        long pending = lr(PENDING | GROUP1, 0xa0, 40);
        long active = lr(ACTIVE | GROUP1, 0xa0, 41);
        // ICH_HCR without En, VMCR, LR0, LR1, the MISR expected.
        long[][] cases = {
            {0x00, BOTH_GROUPS, 0, 0, 0x00},
            {0x02, BOTH_GROUPS, 0, 0, 0x02}, // U: none or one list register in use
            {0x02, BOTH_GROUPS, pending, 0, 0x02},
            {0x02, BOTH_GROUPS, pending, active, 0x00},
            {0x04, BOTH_GROUPS, 0, 0, 0x00}, // LRENP
            {0x0800_0004, BOTH_GROUPS, 0, 0, 0x04},
            {0x0800_0000, BOTH_GROUPS, 0, 0, 0x00},
            {0x08, BOTH_GROUPS, active, 0, 0x08}, // NP: none pending
            {0x08, BOTH_GROUPS, pending, 0, 0x00},
            {0x08, BOTH_GROUPS, active | PENDING, 0, 0x08},
            {0xf0, BOTH_GROUPS, 0, 0, 0x50}, // VGrp0E, VGrp1E
            {0xf0, BOTH_GROUPS & ~1, 0, 0, 0x60},
            {0xf0, BOTH_GROUPS & ~2, 0, 0, 0x90},
            {0xf0, BOTH_GROUPS & ~3, 0, 0, 0xa0},
        };
        for (long[] test : cases) {
            rig.ich(ICH_VMCR_EL2, test[1]);
            rig.ich(ICH_LR0_EL2, test[2]);
            rig.ich(ICH_LR1_EL2, test[3]);
            rig.ich(ICH_HCR_EL2, test[0]);
            assertEquals(test[4], rig.ich(ICH_MISR_EL2), java.util.Arrays.toString(test));
            assertFalse(maintenance());
            rig.ich(ICH_HCR_EL2, test[0] | 1);
            assertEquals(test[4] != 0, maintenance(), java.util.Arrays.toString(test));
        }
    }

    @Test
    void vmcrIsTheGuestsControlsAndEnforcesTheirLimits() {
        rig.icv(ICV_PMR_EL1, 0x88);
        rig.icv(ICV_BPR1_EL1, 5);
        rig.icv(ICV_CTLR_EL1, 3);
        rig.icv(ICV_IGRPEN1_EL1, 0);
        // VPMR, VBPR0 2, VBPR1 5, VEOIM, VCBPR, VFIQEN (RES1), VENG0.
        assertEquals(0x8854_0219L, rig.ich(ICH_VMCR_EL2));
        rig.ich(ICH_VMCR_EL2, 0);
        assertEquals(0x004c_0008L, rig.ich(ICH_VMCR_EL2));
        rig.ich(ICH_VMCR_EL2, -1);
        assertEquals(0xf8fc_021bL, rig.ich(ICH_VMCR_EL2));
        assertEquals(0x8c03, rig.icv(ICV_CTLR_EL1));
    }

    @Test
    void listRegisterKeepsOnlyItsDefinedBits() {
        rig.ich(ICH_HCR_EL2, 0);
        rig.ich(ICH_LR3_EL2, -1);
        assertEquals(0xf0f8_1fff_ffff_ffffL, rig.ich(ICH_LR3_EL2));
    }

    private boolean maintenance() {
        return (rig.read(Rig.SGI_BASE + 0x200) >>> 25 & 1) != 0;
    }

    private static long lr(long flags, int priority, int vintid) {
        return flags | (long) priority << 48 | vintid;
    }
}
