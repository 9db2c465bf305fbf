package splitvisor.benchmarks.reproduce;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import splitvisor.benchmarks.papers.Reproduction;
import splitvisor.benchmarks.papers.Result;
import splitvisor.benchmarks.report.Mark;

/// The page `docs/tables/reproduction.md`: every published number about KVM on Arm beside ours.
final class ErrorsPage {

    private static final String WHY = """

            ## Where it misses, and why

            - *I/O User* is still too cheap, most so where the switch is cheap. The VMM does QEMU's work around an exit,
              counted in QEMU's own machine code (`VmmPath`); it touches far more code and data than a world switch
              does, and our caches always hit. The factor on its instructions is the one that the hypercall gave.
            - *IPI without a VGIC*: three exits to QEMU and a kick. The paths to the GIC's registers are those of 2022's
              QEMU with a VM like 2013's. It misses what *I/O User* misses, three times.
            - *I/O Kernel* under VHE: what is left of the hypercall is so little that the host kernel's path, counted on
              Linux 6.1, decides; the factor on its instructions comes from the hypercall alone.
            - *I/O Latency In*: our signal finds the guest running. A guest that is idle, whose PE must be woken and its
              vCPU scheduled and loaded (`io_latency_in_idle`), has it sooner under linux-4.0, as nothing has to be
              saved first: that is not what is missing.
            - *EL2 Config*, *EL2 Virtual Memory* and *Timer Regs*: some ten cycles to two hundred. The published rows of
              the first two are equal, which suggests that the measurement itself is a good part of them.
            - *EOI*: two accesses at most. The costs of the virtual machine's own view of the GIC are taken from the
              hypervisor's view, GICH, which the fit is about.
            - *Applications* know one kind of exit, and not how many processors there are. IPIs are not what is missing:
              without a VGIC apache and memcached lose as much on one processor, where there are none; hackbench and
              mysql lose more on two.
              {applications}
            """;

    private ErrorsPage() {}

    static String of(List<PaperFiles> papers) {
        StringBuilder page = new StringBuilder("""
                # The papers' numbers, and ours

                Generated from `splitvisor reproduce`; a test keeps it fresh. *Calibrated*: the cost profile was fitted
                to this number, so agreement proves nothing. *Predicted*: computed from costs set elsewhere; the error
                is the result. *Quoted*: the machine has no number of its own, for the reason given. †: from a text that
                quotes the paper; ‡: not yet checked against the paper's text.

                How large an error may be is not read off the errors: each recipe is also followed with every other
                choice of as many cells that the rules allow; choices that make no profile, or set a cost to zero, are
                dropped, and a recipe that errs more than the median of the others fails the build (`ValidationTest`).
                No mean error may grow (`OrderingsTest`), and this page must be fresh. A mean error is one over
                experiments: numbers that one run answers count once.
                """);
        for (PaperFiles files : papers) {
            Reproduction reproduction = files.reproduction();
            page.append(summary(files));
            page.append("""

                    | table | row | column | published | ours | error | mark |
                    |---|---|---|---:|---:|---:|---|
                    """);
            for (Result result : reproduction.results()) {
                boolean own = result.table().column(result.cell().column()).host() != null;
                if (own || result.table().id().equals(Applications.TABLE)) {
                    page.append(line(result));
                }
            }
        }
        return page.append(why(papers.getFirst())).toString();
    }

    private static String summary(PaperFiles files) {
        Reproduction reproduction = files.reproduction();
        Stream<String> cautions =
                Stream.concat(reproduction.paper().caveats().stream(), Caution.of(reproduction).stream());
        return "\n## %s, on `%s`\n\nMean absolute error of the predicted cycles: %s.\n%s\n\n%s\n%s".formatted(
                reproduction.paper().name(),
                reproduction.profile().name(),
                reproduction.meanAbsoluteError()
                        .map(e -> Numbers.percent(e).substring(1) + " of " + reproduction.predictedInWords())
                        .orElse("no cell is predicted"),
                files.baselines().verdict(),
                Choices.sentence(files.validation()),
                cautions.collect(Collectors.joining("\n- ", "\n- ", "\n")));
    }

    /// @param asplos the paper with applications
    private static String why(PaperFiles asplos) {
        String columns = String.join("\n  - ", asplos.applications().verdicts());
        String verdict = asplos.applications().verdict().replace("\n", "\n  ");
        return WHY.replace("{applications}", verdict + "\n  - " + columns);
    }

    private static String line(Result result) {
        String sign = switch (result.cell().confidence()) {
            case PRIMARY -> "";
            case SECONDARY -> "†";
            case UNVERIFIED -> "‡";
        };
        String table = result.table().title().replaceFirst(":.*", "").toLowerCase(Locale.ROOT);
        return "| %s | %s | %s | %s%s | %s | %s | %s |\n".formatted(
                table,
                result.cell().row(),
                result.cell().column(),
                Numbers.cycles(result.cell().value()),
                sign,
                result.ours() == null ? "" : Numbers.cycles(result.ours()),
                result.ours() == null || result.mark() == Mark.COUNTED ? "" : Numbers.percent(result.error()),
                result.ours() == null ? "quoted: " + result.how() : result.mark().label());
    }
}
