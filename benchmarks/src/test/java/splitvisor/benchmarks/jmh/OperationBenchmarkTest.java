package splitvisor.benchmarks.jmh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import splitvisor.benchmarks.host.Host;
import splitvisor.benchmarks.host.HostComparison;
import splitvisor.benchmarks.host.Operation;
import splitvisor.cpu.cost.CostProfile;

class OperationBenchmarkTest {

    @Test
    void everyOperationIsABenchmarkUnderItsName() {
        List<String> methods = Arrays.stream(OperationBenchmark.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .map(Method::getName)
                .toList();
        assertEquals(new TreeSet<>(Operation.labels()), new TreeSet<>(methods));
    }

    @Test
    void everyHostIsAParameter() throws NoSuchFieldException {
        Param hosts = OperationBenchmark.class.getDeclaredField("host").getAnnotation(Param.class);
        assertEquals(Host.names(), List.of(hosts.value()));
    }

    @Test
    void theMachineIsAParameterWithTheUsualOneAsDefault() throws NoSuchFieldException {
        Param profile = OperationBenchmark.class.getDeclaredField("profile").getAnnotation(Param.class);
        assertEquals(List.of(CostProfile.BUILT_IN.getFirst()), List.of(profile.value()));
        Param gic = OperationBenchmark.class.getDeclaredField("gic").getAnnotation(Param.class);
        assertEquals(List.of(OperationBenchmark.OWN_GIC), List.of(gic.value()));
    }

    @Test
    void everyGenerationIsAParameter() throws NoSuchFieldException {
        Param generations = OperationBenchmark.class.getDeclaredField("generation").getAnnotation(Param.class);
        assertEquals(new HostComparison().generations(), List.of(generations.value()));
    }
}
