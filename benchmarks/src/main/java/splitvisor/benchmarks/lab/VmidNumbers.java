package splitvisor.benchmarks.lab;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Asks `Vmids` for more VMIDs than there are. A machine with so many VMs would need half a gigabyte for the roots of
/// their tables alone, so there are none: the class is called as `Kvm` calls it.
final class VmidNumbers {

    private static final String CLASS = "splitvisor.highvisor.kvm.Vmids";
    private static final int LAST = 0xffff;
    private static final int SHOWN = 4;
    private static final String RULE =
            "VTTBR_EL2.VMID has 16 bits, and 0 is the host's: 65,535 VMs at a time have one each, and the next gets an "
                    + "error. Two with the same would share what the TLB caches. Arm ARM: VTTBR_EL2; "
                    + "KVM: vmid.c, new_vmid().";

    private final Inspection inspection;
    private final Map<Integer, Integer> owners = new HashMap<>();
    private final Deque<String> last = new ArrayDeque<>();

    VmidNumbers(Inspection inspection) {
        this.inspection = inspection;
    }

    void check() {
        try {
            Class<?> vmids = Class.forName(CLASS);
            Constructor<?> constructor = vmids.getDeclaredConstructor();
            Method allocate = vmids.getDeclaredMethod("allocate");
            constructor.setAccessible(true);
            allocate.setAccessible(true);
            check(constructor.newInstance(), allocate);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException thrown ? thrown : new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void check(Object vmids, Method allocate) throws ReflectiveOperationException {
        for (int vm = 1; vm <= LAST; vm++) {
            int vmid = next(vmids, allocate, vm);
            if (vmid < 0) {
                found("VM %d gets no VMID, and only %d are in use".formatted(vm, vm - 1));
                return;
            } else if (vmid == 0 || vmid > LAST) {
                found("VM %d gets VMID %d".formatted(vm, vmid));
                return;
            }
            Integer owner = owners.putIfAbsent(vmid, vm);
            if (owner != null) {
                found("VM %d gets VMID %d, which VM %d has".formatted(vm, vmid, owner));
                return;
            }
        }
        int more = next(vmids, allocate, LAST + 1);
        if (more >= 0) {
            found("VM %d gets VMID %d, when all that fit are in use".formatted(LAST + 1, more));
        }
    }

    private int next(Object vmids, Method allocate, int vm) throws ReflectiveOperationException {
        int vmid = (int) allocate.invoke(vmids);
        last.addLast("VM %d: allocate() returns %d".formatted(vm, vmid));
        if (last.size() > SHOWN) {
            last.removeFirst();
        }
        return vmid;
    }

    private void found(String what) {
        inspection.found(what, RULE, "Vmids.java", List.copyOf(last));
    }
}
