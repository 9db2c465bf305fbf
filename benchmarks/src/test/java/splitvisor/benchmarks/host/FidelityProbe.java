package splitvisor.benchmarks.host;

import java.util.*;
import splitvisor.cpu.cost.CostProfile;

class FidelityProbe {
    public static void main(String[] a) throws Exception {
        Map<String, Operation> ops = new LinkedHashMap<>();
        ops.put("hvc", Operation.HYP_CALL); ops.put("idreg", Operation.ID_REGISTER); ops.put("gicd", Operation.MMIO_READ_VGIC); ops.put("mmio", Operation.MMIO_READ_USER); ops.put("s2f", Operation.STAGE2_FAULT);
        for (String host : List.of("split", "vhe")) for (var e : ops.entrySet()) {
            OperationsGuest g = new OperationsGuest();
            SwitchRecorder r = new SwitchRecorder(g.begin(e.getValue()), g.end(e.getValue()), 4);
            Run.of(e.getValue(), host, CostProfile.builtIn("gicv3-server"), 6, r);
            var l = LinuxRun.of(e.getKey(), host);
            var d = Difference.between(l.switchOperations(), r.operations());
            System.out.println(host + " " + e.getKey() + " linux " + l.switchOperations().size() + " ours " + r.operations().size() + " distance " + d.size());
            for (var x : d) System.out.println("   " + x);
        }
    }
}
