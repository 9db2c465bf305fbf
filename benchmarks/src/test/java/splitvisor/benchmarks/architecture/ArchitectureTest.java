package splitvisor.benchmarks.architecture;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import splitvisor.benchmarks.architecture.culprits.Culprit;

class ArchitectureTest {

    private static final JavaClasses PROJECT =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("splitvisor");
    private static final JavaClasses CULPRITS = new ClassFileImporter().importPackagesOf(Culprit.class);

    static Stream<ArchRule> dependencies() {
        return Rules.dependencies().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void dependencies(ArchRule rule) {
        rule.check(PROJECT);
    }

    @Test
    void theHostKernelDoesNotKnowWhereItRuns() {
        Rules.namesNoEl2Register(Rules.HOST_KERNEL).check(PROJECT);
    }

    @Test
    void theMachineObservesTheHypervisorDoesNotConfess() {
        Rules.doesNotConfess(Rules.KVM).check(PROJECT);
    }

    @Test
    void theSameInputsGiveTheSameBytes() {
        Rules.isDeterministic(Rules.SIMULATED).check(PROJECT);
    }

    @Test
    void faultsAreNoControlFlow() {
        DescribedPredicate<JavaClass> allowed = JavaClass.Predicates.resideInAnyPackage(
                "splitvisor.cpu.engine..", "splitvisor.cpu.hosted..");
        Rules.catchesNoFault(DescribedPredicate.not(allowed)).check(PROJECT);
    }

    @Test
    void everyModuleIsSeen() {
        for (String part : new String[] {"cpu", "highvisor", "benchmarks"}) {
            assertTrue(PROJECT.stream().anyMatch(c -> c.getPackageName().startsWith("splitvisor." + part)), part);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NamesEl2, el2",
        "NamesEl2InASwitch, el2",
        "NamesAnAlias, el2",
        "NamesByString, el2",
        "Counts, confess",
        "Watches, confess",
        "ReadsTheClock, chance",
        "CatchesAFault, fault",
    })
    void everyRuleCatchesItsCulprit(String culprit, String rule) {
        assertTrue(breaks(rule, culprit));
        assertFalse(breaks(rule, "Innocent"));
    }

    private static boolean breaks(String rule, String culprit) {
        Function<DescribedPredicate<JavaClass>, ArchRule> rules =
                switch (rule) {
                    case "el2" -> Rules::namesNoEl2Register;
                    case "confess" -> Rules::doesNotConfess;
                    case "chance" -> Rules::isDeterministic;
                    default -> Rules::catchesNoFault;
                };
        DescribedPredicate<JavaClass> it = DescribedPredicate.describe(culprit, c -> c.getName().contains(culprit));
        return rules.apply(it).evaluate(CULPRITS).hasViolation();
    }
}
