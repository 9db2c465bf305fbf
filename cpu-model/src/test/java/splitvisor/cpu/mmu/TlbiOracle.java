package splitvisor.cpu.mmu;

import static splitvisor.cpu.mmu.OracleRig.LEAF;
import static splitvisor.cpu.mmu.OracleRig.STAGE2_LEAF;
import static splitvisor.cpu.mmu.OracleRig.VA;
import static splitvisor.cpu.mmu.OracleRig.page;

import java.util.Locale;
import splitvisor.cpu.Ec;
import splitvisor.cpu.SynchronousException;
import splitvisor.cpu.sysreg.SysOp;
import splitvisor.cpu.sysreg.SysReg;

/// The probes `tlbi.<kind>`: the words read before and after tables change and maintenance is done.
final class TlbiOracle {

    private static final long HIGH = 0xffff_0000_0000_2000L;
    private static final long OTHER = VA + 0x1000;

    private final OracleRig scene;
    private final Rig rig;
    private final StringBuilder words = new StringBuilder();

    TlbiOracle(OracleRig scene) {
        this.scene = scene;
        this.rig = scene.rig;
    }

    String probe(String[] parts) {
        switch (parts[1]) {
            case "bbm" -> breakBeforeMake(operation(parts[2]), parts[3].equals("nG") ? Rig.NG : 0);
            case "af0to1_no_tlbi" -> accessFlag();
            case "asidA1" -> asid(Integer.parseInt(parts[2]));
            case "vmid" -> vmid(Integer.parseInt(parts[3]));
            case "B2" -> el2(operation(parts[2]));
            case "C" -> bothRanges(operation(parts[2]));
            case "guest" -> guest(operation(parts[2]));
            default -> throw new IllegalArgumentException(parts[1]);
        }
        return words.toString().strip();
    }

    private static SysOp operation(String name) {
        return SysOp.valueOf("TLBI_" + name.toUpperCase(Locale.ROOT));
    }

    private void breakBeforeMake(SysOp op, long nonGlobal) {
        Tables tables = scene.stage1();
        tables.set(VA, 3, page(1) | LEAF | nonGlobal);
        tables.set(OTHER, 3, page(2) | LEAF | nonGlobal);
        rig.set(SysReg.TTBR0_EL1, tables.root() | 5L << 48);
        read(VA);
        tables.set(VA, 3, 0);
        invalidate(op, 5L << 48, VA);
        read(VA);
        tables.set(VA, 3, page(3) | LEAF | nonGlobal);
        read(VA);
        read(OTHER);
    }

    /// An entry that faulted is not cached: setting the access flag needs no TLBI.
    private void accessFlag() {
        Tables tables = scene.stage1();
        tables.set(VA, 3, page(1) | 3);
        read(VA);
        tables.or(VA, 3, Rig.AF);
        read(VA);
    }

    /// Two tables under two ASIDs in TTBR1 (TCR_EL1.A1), used in turn: the n-th word read.
    private void asid(int n) {
        Tables[] tables = new Tables[2];
        for (int i = 0; i < 2; i++) {
            tables[i] = Tables.stage1(rig.memory, OracleRig.STAGE1 + i * 0x1_0000, Granule.KB4, 16);
            tables[i].set(VA, 3, page(1 + i) | LEAF | Rig.NG);
        }
        rig.set(SysReg.TCR_EL1, OracleRig.SIZE_40 << 32 | 2L << 30 | 1 << 22 | 16 << 16 | 16);
        rig.set(SysReg.SCTLR_EL1, 1);
        for (int i = 0; i <= n; i++) {
            words.setLength(0);
            rig.set(SysReg.TTBR1_EL1, tables[0].root() | (1L + i % 2) << 48);
            rig.set(SysReg.TTBR0_EL1, tables[i % 2].root());
            read(VA);
        }
    }

    /// Two VMs that map the same IPA to pages a and b, used in turn: the n-th word read.
    private void vmid(int n) {
        Tables first = scene.stage2();
        Tables second = new Tables(rig.memory, first.end(), Granule.KB4, 1, 1);
        first.set(page(1), 3, page(0xa) | STAGE2_LEAF);
        second.set(page(1), 3, page(0xb) | STAGE2_LEAF);
        for (int i = 0; i <= n; i++) {
            words.setLength(0);
            rig.set(SysReg.VTTBR_EL2, (i % 2 == 0 ? first.root() : second.root()) | (1L + i % 2) << 48);
            read(page(1));
        }
    }

    private void el2(SysOp op) {
        scene.regime = "B2";
        scene.enter();
        Tables tables = scene.stage1();
        tables.set(VA, 3, page(1) | LEAF);
        read(VA);
        tables.set(VA, 3, page(4) | LEAF);
        invalidate(op, 0, VA);
        read(VA);
    }

    private void bothRanges(SysOp op) {
        scene.regime = "C2";
        scene.enter();
        Tables lower = scene.stage1();
        Tables upper = Tables.stage1(rig.memory, lower.end() + 0x1_0000, Granule.KB4, 16);
        rig.set(SysReg.TTBR1_EL2, upper.root());
        lower.set(VA, 3, page(1) | LEAF);
        upper.set(HIGH, 3, page(2) | LEAF);
        read(VA);
        read(HIGH);
        lower.set(VA, 3, page(5) | LEAF);
        upper.set(HIGH, 3, page(6) | LEAF);
        invalidate(op, 0, VA);
        invalidate(op, 0, HIGH);
        read(VA);
        read(HIGH);
    }

    /// A guest changes its own table under stage 2, and says with SVC that it got to the end.
    private void guest(SysOp op) {
        Tables stage1 = scene.stage1();
        scene.stage2();
        stage1.set(VA, 3, page(1) | LEAF);
        read(VA);
        stage1.set(VA, 3, page(2) | LEAF);
        invalidate(op, 0, VA);
        read(VA);
        rig.cpu.exceptions.takeSynchronous(rig.cpu.call(Ec.SVC64, 0, 1));
        words.insert(0, "EL%d EC=%x ".formatted(rig.cpu.el, Ec.of(rig.get(SysReg.ESR_EL1))));
    }

    /// At EL1, or at EL2 for what exists only there.
    private void invalidate(SysOp op, long asid, long address) {
        boolean hypervisor = op.name().matches("TLBI_(VMALLS12|ALLE|IPAS2|VAE2|VALE2).*");
        if (hypervisor && rig.cpu.el < 2) {
            rig.at(2, false, false);
        }
        rig.cpu.mmu.tlbi(op, asid | address << 8 >>> 20);
        scene.enter();
    }

    private void read(long va) {
        try {
            words.append("%08x ".formatted((int) rig.cpu.mmu.load(va, 2)));
        } catch (SynchronousException e) {
            rig.cpu.exceptions.takeSynchronous(e);
            long esr = rig.get(rig.cpu.el == 2 ? SysReg.ESR_EL2 : SysReg.ESR_EL1);
            words.append("e%x00%02x%02x ".formatted(rig.cpu.el, Ec.of(esr), esr & 0x3f));
            scene.enter();
        }
    }
}
