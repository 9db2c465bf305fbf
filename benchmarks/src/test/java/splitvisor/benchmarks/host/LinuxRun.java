package splitvisor.benchmarks.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// One operation as Linux 6.1 executed it (`linux-6.1.json`, which names its source): the system
/// operations of the code that the switch is made of.
final class LinuxRun {

    /// The functions of a VHE kernel that belong to the switch; in split mode all of EL2 does.
    private static final Set<String> VHE_SWITCH =
            Set.of(
                    "__bp_harden_hyp_vecs",
                    "el1_sync",
                    "el1_trap",
                    "__guest_exit",
                    "__get_fault_info",
                    "__kvm_vcpu_run_vhe",
                    "sysreg_save_guest_state_vhe",
                    "__deactivate_traps",
                    "sysreg_restore_host_state_vhe",
                    "__kvm_vcpu_run",
                    "kvm_arm_vcpu_enter_exit",
                    "sysreg_save_host_state_vhe",
                    "__activate_traps",
                    "sysreg_restore_guest_state_vhe",
                    "__guest_enter",
                    "deactivate_traps_vhe_put",
                    "kvm_vcpu_put_sysregs_vhe",
                    "__kvm_timer_set_cntvoff",
                    "__vgic_v3_read_vmcr",
                    "__vgic_v3_write_vmcr",
                    "__vgic_v3_save_aprs",
                    "__vgic_v3_restore_aprs",
                    "__vgic_v3_deactivate_traps",
                    "__vgic_v3_activate_traps",
                    "__vgic_v3_save_state",
                    "__vgic_v3_restore_state",
                    "__gic_v3_get_lr",
                    "__gic_v3_set_lr",
                    "kvm_vcpu_load_sysregs_vhe",
                    "activate_traps_vhe_load",
                    // kvm_call_hyp()'s ISB stands in its callers:
                    "set_cntvoff",
                    "vgic_v3_vmcr_sync",
                    "vgic_v3_put",
                    "vgic_v3_load");

    private final JsonNode node;
    private final boolean vhe;

    private LinuxRun(JsonNode node, boolean vhe) {
        this.node = node;
        this.vhe = vhe;
    }

    /// The operation under Linux's name for it, `hvc`, in the host that corresponds to ours.
    static LinuxRun of(String operation, String host) {
        try (InputStream in = LinuxRun.class.getResourceAsStream("/splitvisor/benchmarks/linux/linux-6.1.json")) {
            JsonNode runs = new ObjectMapper().readTree(in).get("runs");
            return new LinuxRun(runs.get(host).get(operation), host.equals("vhe"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What the switch's code executed, in order: `R sctlr_el1`, `W hcr_el2`, `isb`, `eret` …
    List<String> switchOperations() {
        List<String> operations = new ArrayList<>();
        for (JsonNode group : node.get("systemOps")) {
            String world = group.get(0).textValue();
            String symbol = group.get(1).textValue();
            boolean counts = vhe
                    ? world.equals("host_kernel_EL2") && VHE_SWITCH.contains(symbol)
                    : world.equals("hyp_EL2");
            for (int i = 2; counts && i < group.size(); i++) {
                operations.add(group.get(i).textValue());
            }
        }
        return operations;
    }

    /// What one function executed, each time it ran.
    List<List<String>> function(String symbol) {
        List<List<String>> runs = new ArrayList<>();
        for (JsonNode group : node.get("systemOps")) {
            if (group.get(1).textValue().equals(symbol)) {
                List<String> operations = new ArrayList<>();
                for (int i = 2; i < group.size(); i++) {
                    operations.add(group.get(i).textValue());
                }
                runs.add(operations);
            }
        }
        return runs;
    }

    /// Exceptions taken, as `EL1->EL2`.
    int exceptions(String fromTo) {
        return node.get("exceptionsTaken").path(fromTo).intValue();
    }

    /// Exception returns that left EL2.
    int returnsFromEl2() {
        JsonNode returns = node.get("exceptionReturns");
        return returns.path("EL2->EL1").intValue() + returns.path("EL2->EL0").intValue();
    }

    int totalInstructions() {
        return node.get("totalInstructions").intValue();
    }
}
