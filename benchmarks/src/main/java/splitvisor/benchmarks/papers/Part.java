package splitvisor.benchmarks.papers;

import java.util.Arrays;
import java.util.List;
import splitvisor.cpu.cost.CostGroup;
import splitvisor.cpu.cost.CostProfile;
import splitvisor.cpu.cost.Counts;
import splitvisor.cpu.cost.Event;
import splitvisor.cpu.cost.World;

/// Which part of an operation a published number is about.
public sealed interface Part {

    /// How a row names [Registers]: this, the step, a colon, and the expression.
    String REGISTERS = "registers of ";

    /// The label of the registers that are in no class of a published table.
    String OTHERS = "others";

    /// All of it, in cycles.
    record Whole() implements Part {}

    /// One entry to EL2 and nothing else.
    record Trap() implements Part {}

    /// What EL2 saves (reads) or restores (writes) of a class of registers: `GP`, `FP`, a [CostGroup], or `OTHERS`. A
    /// move is its instruction and what the profile adds for it. All classes together are what `compare` lists.
    record Moves(String registers, boolean save) implements Part {

        /// The class as tables name it.
        public String label() {
            return switch (registers) {
                case "GP", "FP" -> registers + " Regs";
                case "OTHERS" -> OTHERS;
                default -> CostGroup.valueOf(registers).label();
            };
        }

        private long[] times(long[] atEl2) {
            List<String> keys = CostProfile.keys();
            long[] only = new long[keys.size()];
            for (String cost : costs(registers, save)) {
                int i = keys.indexOf(cost);
                only[i] = atEl2[i];
            }
            only[Event.INSTRUCTION.ordinal()] = Arrays.stream(only).sum();
            return only;
        }
    }

    /// How often an event happens, not what it costs.
    record Occurrences(Event event, List<World> worlds) implements Part {}

    /// How many registers a step of the switch moves, of those whose move (`mrs SP_EL0`) matches a regular expression.
    record Registers(String step, String moves) implements Part {}

    /// The part that a row and a column of a table name.
    static Part of(String name, String direction) {
        return switch (name) {
            case null -> new Whole();
            case String moves when moves.startsWith(REGISTERS) -> {
                String[] words = moves.substring(REGISTERS.length()).split(": ", 2);
                yield new Registers(words[0], words[1]);
            }
            case "trap" -> new Trap();
            case "el2Entries" -> new Occurrences(Event.EXCEPTION_TO_EL2, List.of(World.values()));
            case "el2Returns" -> new Occurrences(Event.ERET, List.of(World.HYP_EL2, World.HOST_EL2));
            default -> new Moves(name, direction.equals("save"));
        };
    }

    /// How often the part of `total` charges each cost, `total` being the sum of `iterations`.
    default long[] timesPerCost(Counts total, long iterations) {
        return switch (this) {
            case Whole _ -> total.perCost(World.values());
            case Trap _ -> {
                long[] one = new long[CostProfile.keys().size()];
                one[Event.EXCEPTION_TO_EL2.ordinal()] = iterations;
                yield one;
            }
            case Moves moves -> moves.times(total.perCost(World.HYP_EL2, World.HOST_EL2));
            case Registers _ -> throw new IllegalArgumentException("not charged but counted by name");
            case Occurrences o -> {
                long[] only = new long[CostProfile.keys().size()];
                only[o.event.ordinal()] = o.worlds.stream().mapToLong(w -> total.of(w, o.event)).sum();
                yield only;
            }
        };
    }

    /// The costs that belong to a class of registers, in one direction.
    static List<String> costs(String registers, boolean save) {
        return switch (registers) {
            case "GP" -> List.of(save ? "events.storePairGp" : "events.loadPairGp");
            case "FP" -> List.of(save ? "events.storePairFp" : "events.loadPairFp", register("FP_CONTROL", save));
            // A GICv2's interface is in memory, and EL2 has no other device.
            case "VGIC" -> List.of(register("VGIC", save), save ? "events.deviceRead" : "events.deviceWrite");
            case "EL1_SYSTEM" -> List.of(register("EL1_SYSTEM", save), register("THREAD", save));
            case "OTHERS" -> List.of(register("DEBUG", save), register("SYNDROME", save), register("GIC_CPU", save));
            default -> List.of(register(CostGroup.valueOf(registers).name(), save));
        };
    }

    private static String register(String group, boolean save) {
        return (save ? "sysregRead." : "sysregWrite.") + group;
    }
}
