package splitvisor.benchmarks.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Refuses class files that name anything a hypervisor has no use for: a submission can reach the machine through
/// its instructions, and nothing else — no files, processes, threads, reflection, or the examination itself.
///
/// What a class can do is in its constant pool: without the name of a class or a method there it cannot use it, and
/// reflection, which could find one otherwise, is not among the names it may have.
final class Vetting {

    private static final List<String> PACKAGES =
            List.of("splitvisor.highvisor.", "splitvisor.lowvisor.", "splitvisor.vhe.", "splitvisor.cpu.hosted.",
                    "splitvisor.cpu.sysreg.", "java.util.function.");

    private static final Set<String> CLASSES =
            Set.of("splitvisor.cpu.Ec", "splitvisor.cpu.El", "splitvisor.cpu.timer.GenericTimers",
                    "java.lang.Object", "java.lang.Record", "java.lang.Enum", "java.lang.String",
                    "java.lang.StringBuilder", "java.lang.CharSequence", "java.lang.Comparable", "java.lang.Iterable",
                    "java.lang.Runnable", "java.lang.Math", "java.lang.Number", "java.lang.Boolean", "java.lang.Byte",
                    "java.lang.Character", "java.lang.Short", "java.lang.Integer", "java.lang.Long",
                    "java.lang.Throwable", "java.lang.Exception", "java.lang.RuntimeException",
                    "java.lang.IllegalStateException", "java.lang.IllegalArgumentException",
                    "java.lang.UnsupportedOperationException", "java.lang.IndexOutOfBoundsException",
                    "java.lang.Error", "java.lang.AssertionError", "java.lang.MatchException",
                    "java.lang.NoSuchFieldError", "java.lang.Class", "java.lang.Override",
                    "java.lang.FunctionalInterface",
                    "java.lang.invoke.LambdaMetafactory", "java.lang.invoke.StringConcatFactory",
                    "java.lang.invoke.MethodHandles", "java.lang.invoke.MethodHandles$Lookup",
                    "java.lang.runtime.ObjectMethods", "java.lang.runtime.SwitchBootstraps",
                    "java.util.stream.Collector", "java.util.stream.Collectors", "java.util.stream.Stream");

    private static final Set<String> COLLECTIONS =
            Set.of("ArrayDeque", "ArrayList", "Arrays", "BitSet", "Collection", "Collections", "Comparator", "Deque",
                    "EnumMap", "EnumSet", "HashMap", "HashSet", "Iterator", "LinkedHashMap", "LinkedHashSet",
                    "LinkedList", "List", "Map", "Map$Entry", "NoSuchElementException", "Objects", "Optional", "Queue",
                    "Set", "TreeMap", "TreeSet");

    /// Methods of the classes above that lead out all the same.
    private static final Set<String> METHODS =
            Set.of("java.lang.Class.desiredAssertionStatus", "java.lang.Class.getSimpleName",
                    "java.lang.Class.getName", "java.lang.invoke.LambdaMetafactory.metafactory",
                    "java.lang.invoke.StringConcatFactory.makeConcatWithConstants",
                    "java.lang.runtime.ObjectMethods.bootstrap", "java.lang.runtime.SwitchBootstraps.typeSwitch",
                    "java.lang.runtime.SwitchBootstraps.enumSwitch");

    private static final String DEFINES = "it defines %s, which is not this lab's to define";
    private static final String RULE = "A host's code reaches the machine by its instructions, and nothing else.";

    private final Lab lab;
    private final Set<String> own = new TreeSet<>();
    private final Set<String> refused = new TreeSet<>();

    private Vetting(Lab lab) {
        this.lab = lab;
    }

    /// The names of the classes under `classes`.
    static Set<String> names(Path classes) {
        Set<String> names = new TreeSet<>();
        for (Path file : classFiles(classes)) {
            String name = classes.relativize(file).toString().replace(file.getFileSystem().getSeparator(), ".");
            names.add(name.substring(0, name.length() - ".class".length()));
        }
        return names;
    }

    /// What is refused of the class files under `classes`.
    static List<Finding> vet(Lab lab, Path classes) {
        Vetting vetting = new Vetting(lab);
        vetting.own.addAll(names(classes));
        vetting.own.forEach(vetting::place);
        lab.replaced().stream()
                .filter(name -> !vetting.own.contains(name)) // else the host's own class would be examined
                .forEach(name -> vetting.refused.add("it does not define %s".formatted(name)));
        for (Path file : classFiles(classes)) {
            try {
                vetting.vet(ClassFile.of().parse(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return vetting.refused.stream().map(what -> Finding.of(what, RULE)).toList();
    }

    /// The files that are to stand for classes of the host which are not this lab's. Looked at before the compiler
    /// does: it would find fault with whoever uses such a class.
    static List<Finding> foreign(Lab lab, Set<String> files) {
        List<Finding> foreign = new ArrayList<>();
        for (String name : lab.replaced()) {
            for (String file : files) {
                String known = Lab.packageOf(name) + "." + file.replaceFirst("\\.java$", "");
                if (Lab.file(known).equals(file) && !lab.files().contains(file) && isHosts(known)) {
                    foreign.add(new Finding(DEFINES.formatted(known), RULE, file, "", List.of()));
                }
            }
        }
        return foreign.stream().distinct().toList();
    }

    private static boolean isHosts(String name) {
        return Vetting.class.getResource("/" + name.replace('.', '/') + ".class") != null;
    }

    /// A class may be one that the lab replaces, be nested in one, or be new to a package of the lab's.
    private void place(String name) {
        String outermost = name.split("\\$", 2)[0];
        boolean inPackage = lab.isAtHomeIn(Lab.packageOf(outermost));
        if (!inPackage || isHosts(outermost) && !lab.replaced().contains(outermost)) {
            refused.add(DEFINES.formatted(name));
        }
    }

    private void vet(ClassModel model) {
        String where = model.thisClass().asInternalName().replace('/', '.');
        for (PoolEntry entry : model.constantPool()) {
            switch (entry) {
                case ClassEntry named -> check(where, className(named), null);
                case MemberRefEntry member ->
                    check(where, className(member.owner()), member.name().stringValue());
                default -> {}
            }
        }
        model.methods().stream()
                .filter(method -> method.flags().has(java.lang.reflect.AccessFlag.NATIVE))
                .forEach(method -> refused.add("%s has a native method".formatted(where)));
    }

    private void check(String where, String name, String member) {
        if (name.isEmpty() || own.contains(name)) {
            return;
        }
        String simple = name.startsWith("java.util.") ? name.substring("java.util.".length()) : "";
        boolean known = PACKAGES.stream().anyMatch(name::startsWith) || CLASSES.contains(name)
                || COLLECTIONS.contains(simple);
        if (!known) {
            refused.add("%s names %s".formatted(where, name));
        } else if (member != null && isLimited(name) && !METHODS.contains(name + "." + member)) {
            refused.add("%s calls %s.%s".formatted(where, name, member));
        }
    }

    private static boolean isLimited(String name) {
        return name.equals("java.lang.Class") || name.startsWith("java.lang.invoke.")
                || name.startsWith("java.lang.runtime.");
    }

    /// The class behind an entry, of an array's elements; empty for an array of primitives.
    private static String className(ClassEntry entry) {
        String name = entry.asInternalName();
        if (name.startsWith("[")) {
            int at = name.indexOf('L');
            name = at < 0 ? "" : name.substring(at + 1, name.length() - 1);
        }
        return name.replace('/', '.');
    }

    private static List<Path> classFiles(Path classes) {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(classes)) {
            walk.filter(file -> file.toString().endsWith(".class")).sorted().forEach(files::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
