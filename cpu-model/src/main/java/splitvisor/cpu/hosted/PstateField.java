package splitvisor.cpu.hosted;

/// The PSTATE fields that MSR (immediate) writes, with the op1 and op2 that select each (Arm ARM
/// C6.2.229).
public enum PstateField {
    DAIF_SET(3, 6),
    DAIF_CLR(3, 7),
    SP_SEL(0, 5),
    PAN(0, 4),
    UAO(0, 3);

    private final int op1;
    private final int op2;

    PstateField(int op1, int op2) {
        this.op1 = op1;
        this.op2 = op2;
    }

    int op1() {
        return op1;
    }

    int op2() {
        return op2;
    }
}
