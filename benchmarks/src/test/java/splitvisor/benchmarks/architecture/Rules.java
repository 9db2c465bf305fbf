package splitvisor.benchmarks.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import splitvisor.cpu.Cpu;
import splitvisor.cpu.SynchronousException;
import splitvisor.cpu.sysreg.SysReg;

/// What the design says about who may use what, as rules over class files.
final class Rules {

    static final DescribedPredicate<JavaClass> CPU = resideInAPackage("splitvisor.cpu..");
    static final DescribedPredicate<JavaClass> HYP = resideInAPackage("splitvisor.highvisor.hyp..");
    static final DescribedPredicate<JavaClass> HOST_KERNEL = resideInAPackage("splitvisor.highvisor..")
            .and(DescribedPredicate.not(HYP))
            .as("the rest of highvisor");
    static final DescribedPredicate<JavaClass> LOWVISOR = resideInAPackage("splitvisor.lowvisor..");
    static final DescribedPredicate<JavaClass> VHE = resideInAPackage("splitvisor.vhe..");
    static final DescribedPredicate<JavaClass> BENCHMARKS = resideInAPackage("splitvisor.benchmarks..");
    static final DescribedPredicate<JavaClass> KVM =
            resideInAnyPackage("splitvisor.highvisor..", "splitvisor.lowvisor..", "splitvisor.vhe..").as("KVM");
    static final DescribedPredicate<JavaClass> SIMULATED = CPU.or(KVM).as("what runs in simulated time");

    private Rules() {}

    /// The dependency table: what each part must not use.
    static List<ArchRule> dependencies() {
        return List.of(
                never(CPU, HYP.or(HOST_KERNEL).or(LOWVISOR).or(VHE).or(BENCHMARKS)),
                never(HYP, HOST_KERNEL.or(LOWVISOR).or(VHE).or(BENCHMARKS)),
                never(HOST_KERNEL, LOWVISOR.or(VHE).or(BENCHMARKS)),
                never(LOWVISOR, HOST_KERNEL.or(VHE).or(BENCHMARKS)),
                never(VHE, LOWVISOR.or(BENCHMARKS)));
    }

    private static ArchRule never(DescribedPredicate<JavaClass> user, DescribedPredicate<JavaClass> used) {
        return noClasses().that(user).should().dependOnClassesThat(used).allowEmptyShould(true);
    }

    /// The host kernel does not know where it runs: it names no EL2 register, directly or as an alias.
    static ArchRule namesNoEl2Register(DescribedPredicate<JavaClass> who) {
        DescribedPredicate<JavaAccess<?>> el2 = describe("an EL2 register", access -> {
            HasName target = access.getTarget();
            boolean constant = access instanceof JavaFieldAccess && target.getName().matches(".*_EL(2|12|02)");
            boolean name = Set.of("el12", "valueOf").contains(target.getName());
            return access.getTargetOwner().isAssignableTo(SysReg.class) && (constant || name);
        });
        return noClasses().that(who).should().accessTargetWhere(el2).allowEmptyShould(true);
    }

    /// The machine observes; the hypervisor does not confess.
    static ArchRule doesNotConfess(DescribedPredicate<JavaClass> who) {
        DescribedPredicate<JavaAccess<?>> books = describe("the books of a Cpu", access ->
                access.getTargetOwner().isEquivalentTo(Cpu.class)
                        && Set.of("ledger", "observer").contains(access.getTarget().getName()));
        return noClasses()
                .that(who)
                .should()
                .dependOnClassesThat(resideInAnyPackage("splitvisor.cpu.cost..", "splitvisor.cpu.observe.."))
                .orShould()
                .accessTargetWhere(books)
                .allowEmptyShould(true);
    }

    /// Simulated time only: no clock, no chance.
    static ArchRule isDeterministic(DescribedPredicate<JavaClass> who) {
        Set<String> generators =
                Set.of("java.util.Random", "java.util.concurrent.ThreadLocalRandom", "java.util.UUID");
        Set<String> calls = Set.of(
                "java.lang.System.nanoTime",
                "java.lang.System.currentTimeMillis",
                "java.lang.System.getenv",
                "java.lang.System.identityHashCode",
                "java.lang.Math.random");
        DescribedPredicate<JavaAccess<?>> real = describe("a clock or a source of chance", access -> {
            String owner = access.getTargetOwner().getName();
            String name = access.getTarget().getName();
            return generators.contains(owner)
                    || calls.contains(owner + "." + name)
                    || owner.startsWith("java.time.") && name.equals("now");
        });
        return noClasses().that(who).should().accessTargetWhere(real).allowEmptyShould(true);
    }

    /// A fault ends in an engine or in hosted software's operations, and is not used to steer anything else.
    static ArchRule catchesNoFault(DescribedPredicate<JavaClass> who) {
        return noClasses().that(who).should(new ArchCondition<>("catch a SynchronousException") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                for (JavaCodeUnit unit : item.getCodeUnits()) {
                    boolean caught = unit.getTryCatchBlocks().stream()
                            .flatMap(block -> block.getCaughtThrowables().stream())
                            .anyMatch(thrown -> thrown.isEquivalentTo(SynchronousException.class));
                    events.add(new SimpleConditionEvent(unit, caught, unit.getFullName() + " catches a fault"));
                }
            }
        }).allowEmptyShould(true);
    }
}
