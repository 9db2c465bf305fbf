package splitvisor.benchmarks.lab;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import splitvisor.cpu.isa.Assembler;
import splitvisor.cpu.isa.AssemblyException;

/// Compiles a submission's Java with the JDK's compiler, against the hosts as they are; and sees whether its assembly
/// assembles.
final class Compilation {

    private static final int MOST_ERRORS = 5;
    private static final String RULE = "The files are Java 25, in the packages of the classes that they replace.";

    private static final String HELPERS =
            "Each .java file beside the lab's files is compiled with them, for classes of your own in the same "
                    + "packages: take out of the folder what does not belong to the solution.";

    private Compilation() {}

    /// Writes class files under `classes`; returns what is wrong, which is nothing if it compiles.
    static List<Finding> compile(Lab lab, Map<String, String> files, String classPath, Path classes) {
        List<JavaFileObject> sources = new ArrayList<>();
        files.forEach((name, text) -> {
            if (name.endsWith(".java")) {
                sources.add(new Source(name, text));
            }
        });
        if (sources.isEmpty()) {
            return List.of();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options =
                List.of("-d", classes.toString(), "-classpath", classPath, "-proc:none", "-implicit:none", "-g");
        boolean compiled = compiler.getTask(null, null, diagnostics, options, null, sources).call();
        if (compiled) {
            return List.of();
        }
        List<Finding> errors = diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .limit(MOST_ERRORS)
                .map(diagnostic -> finding(lab, diagnostic))
                .toList();
        return errors.isEmpty() ? List.of(Finding.of("it does not compile: the compiler gives up", RULE)) : errors;
    }

    /// What is wrong with a submission's assembly, a file each.
    static List<Finding> assemble(Map<String, String> files) {
        List<Finding> wrong = new ArrayList<>();
        files.forEach((name, text) -> {
            if (name.endsWith(".s")) {
                try {
                    Assembler.assemble(text, LevelsProgram.IMAGE);
                } catch (AssemblyException e) {
                    wrong.add(new Finding("it does not assemble: " + e.reason(), "The file is A64, in GNU's syntax.",
                            name + ":" + e.line(), "", List.of()));
                }
            }
        });
        return wrong;
    }

    private static Finding finding(Lab lab, Diagnostic<? extends JavaFileObject> diagnostic) {
        String message = diagnostic.getMessage(Locale.ROOT).strip().replaceAll("\\s*\\R\\s*", "; ");
        JavaFileObject source = diagnostic.getSource();
        String where = source == null ? "" : source.getName() + ":" + diagnostic.getLineNumber();
        boolean helper = source != null && !lab.files().contains(source.getName());
        String subject = helper ? source.getName() + " is no file of the lab's, and" : "it";
        return new Finding(subject + " does not compile: " + message, helper ? HELPERS : RULE, where, "", List.of());
    }

    /// A source text with its file's name.
    private static final class Source extends SimpleJavaFileObject {

        private final String name;
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name.replaceAll("[^A-Za-z0-9._$-]", "_")), Kind.SOURCE);
            this.name = name;
            this.text = text;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
