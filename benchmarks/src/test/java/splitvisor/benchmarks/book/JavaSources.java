package splitvisor.benchmarks.book;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/// The sources of the modules, from which the book quotes: members of classes, found by the JDK's own parser, so that a
/// brace in a string or a method of the same name in another class misleads nobody.
final class JavaSources {

    private static final List<String> MODULES = List.of("cpu-model", "highvisor", "lowvisor", "vhe-host", "benchmarks");

    /// Where the top-level classes of each name are, main and test.
    private final Map<String, List<Path>> files = new TreeMap<>();
    private final Map<Path, Parsed> parsed = new TreeMap<>();
    private final Set<String> words = new HashSet<>();

    private record Parsed(CompilationUnitTree unit, SourcePositions positions, String text) {}

    JavaSources() {
        for (String module : MODULES) {
            Path sources = Path.of("..", module, "src");
            try (Stream<Path> all = Files.walk(sources)) {
                all.filter(file -> file.toString().endsWith(".java")).sorted().forEach(file -> {
                    String name = file.getFileName().toString().replace(".java", "");
                    files.computeIfAbsent(name, _ -> new ArrayList<>()).add(file);
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// Whether there is such a class, or such a member of one: `Class`, `Class.member`.
    boolean has(String name) {
        String[] parts = name.split("\\.");
        return files.getOrDefault(parts[0], List.of()).stream()
                .anyMatch(file -> parts.length == 1 || !find(file, parts[1]).isEmpty());
    }

    /// Whether a word stands anywhere in the sources of the modules themselves, comments included.
    boolean mentions(String word) {
        if (words.isEmpty()) {
            for (Path file : files.values().stream().flatMap(List::stream).toList()) {
                if (file.toString().contains("/main/")) {
                    words.addAll(List.of(read(file).split("\\W+")));
                }
            }
        }
        return words.contains(word);
    }

    /// The text of `Class.member` with its doc comment, indented as if it stood alone. A member is a method (all of
    /// that name), a field, an enum constant or a nested type. A class whose name is not unique is `package/Class`.
    String quote(String name) throws Unquotable {
        String[] parts = name.split("\\.");
        if (parts.length != 2) {
            throw new Unquotable("'%s' is not of the form Class.member".formatted(name));
        }
        Path file = file(parts[0]);
        List<Tree> found = find(file, parts[1]);
        if (found.isEmpty()) {
            throw new Unquotable("class %s has no member %s".formatted(parts[0], parts[1]));
        }
        List<String> quoted = new ArrayList<>();
        for (Tree tree : found) {
            quoted.add(text(file, tree));
        }
        return String.join("\n", quoted);
    }

    /// The lines of a method, its doc comment aside.
    long lines(String name) throws Unquotable {
        return quote(name).lines().filter(line -> !line.startsWith("///") && !line.startsWith("@Override")).count();
    }

    private Path file(String className) throws Unquotable {
        String simple = className.substring(className.indexOf('/') + 1);
        List<Path> candidates = files.getOrDefault(simple, List.of()).stream()
                .filter(file -> file.toString().endsWith("/" + className + ".java"))
                .toList();
        if (candidates.size() != 1) {
            String found = candidates.isEmpty() ? "there is no class " : "there are several classes ";
            throw new Unquotable(found + className);
        }
        return candidates.getFirst();
    }

    private List<Tree> find(Path file, String member) {
        List<Tree> found = new ArrayList<>();
        for (Tree type : parse(file).unit().getTypeDecls()) {
            if (type instanceof ClassTree top) {
                top.getMembers().stream().filter(tree -> member.equals(nameOf(tree))).forEach(found::add);
            }
        }
        return found;
    }

    private static String nameOf(Tree tree) {
        return switch (tree) {
            case MethodTree method -> method.getName().toString();
            case VariableTree variable -> variable.getName().toString();
            case ClassTree nested -> nested.getSimpleName().toString();
            default -> null;
        };
    }

    /// From the first line of the doc comment to the last line of the member.
    private String text(Path file, Tree tree) {
        Parsed source = parse(file);
        String text = source.text();
        int start = text.lastIndexOf('\n', (int) source.positions().getStartPosition(source.unit(), tree)) + 1;
        int end = text.indexOf('\n', (int) source.positions().getEndPosition(source.unit(), tree) - 1);
        int above = text.lastIndexOf('\n', start - 2) + 1;
        while (above < start && text.substring(above, start).strip().startsWith("///")) {
            start = above;
            above = text.lastIndexOf('\n', start - 2) + 1;
        }
        return text.substring(start, end).stripIndent().stripTrailing() + "\n";
    }

    private Parsed parse(Path path) {
        return parsed.computeIfAbsent(path, file -> {
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            try (var manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
                JavacTask task = (JavacTask)
                        compiler.getTask(null, manager, null, List.of(), null, manager.getJavaFileObjects(file));
                CompilationUnitTree unit = task.parse().iterator().next();
                return new Parsed(unit, Trees.instance(task).getSourcePositions(), read(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
