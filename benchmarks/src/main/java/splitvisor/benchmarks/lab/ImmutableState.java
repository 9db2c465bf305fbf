package splitvisor.benchmarks.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Finds the fields of a submission in which it could remember something: what a switch keeps, it keeps in memory,
/// where that costs something.
///
/// A field may be final, and of a type whose objects cannot change: a primitive, a string, an enum, a class of the
/// submission's, whose fields are looked at as well, or a class that the host's own class has a field of. A collection
/// is fine if it is a constant, made by `List.of` and the like, of elements that cannot change.
final class ImmutableState {

    private static final String RULE =
            "What a switch remembers from exit to exit is in memory, in a context or a vCPU's area: an object of "
                    + "Java's would cost nothing. Fields are final, of primitives, strings, enums, the starter's "
                    + "types and classes of your own; collections are static, made by List.of, Set.of or Map.of.";
    private static final Set<Class<?>> VALUES =
            Set.of(String.class, Boolean.class, Byte.class, Character.class, Short.class, Integer.class, Long.class);
    private static final Set<Class<?>> BASES = Set.of(Object.class, Record.class, Enum.class);
    private static final String UNMODIFIABLE = "java.util.ImmutableCollections$";

    private final Set<String> own;
    private final Set<String> hosts;

    private ImmutableState(Set<String> own, Set<String> hosts) {
        this.own = own;
        this.hosts = hosts;
    }

    /// Reports each field that can change.
    ///
    /// @param replaced the host's classes that the submission has in its own version
    static void check(Inspection inspection, List<String> replaced) {
        Set<String> hosts = new TreeSet<>();
        replaced.forEach(name -> hosts.addAll(fieldTypes(name)));
        ImmutableState state = new ImmutableState(inspection.classes(), hosts);
        for (String name : inspection.classes()) {
            for (Field field : declaredFields(name)) {
                if (!state.isConstant(field)) {
                    inspection.found("%s.%s can change".formatted(name, field.getName()), RULE);
                }
            }
        }
    }

    private static Field[] declaredFields(String name) {
        try {
            return Class.forName(name).getDeclaredFields();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The types of the fields that the host's own class of that name has: the loader's last, behind the submission's.
    private static Set<String> fieldTypes(String name) {
        Set<String> types = new TreeSet<>();
        try {
            List<URL> found = Collections.list(
                    ImmutableState.class.getClassLoader().getResources(name.replace('.', '/') + ".class"));
            try (InputStream in = Universe.open(found.getLast())) {
                ClassFile.of().parse(in.readAllBytes()).fields().forEach(
                        field -> types.add(field.fieldTypeSymbol().descriptorString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return types;
    }

    private boolean isConstant(Field field) {
        Class<?> type = field.getType();
        if (!Modifier.isFinal(field.getModifiers())) {
            return false;
        }
        if (hosts.contains(type.descriptorString()) || isValue(type)) {
            return true;
        }
        boolean compilers = field.isSynthetic(); // such as its table for a switch over an enum
        return Modifier.isStatic(field.getModifiers()) && (compilers || isUnchanging(valueOf(field)));
    }

    /// A type of which no object ever changes. An interface is none: nobody knows what stands behind it.
    private boolean isValue(Class<?> type) {
        return type.isPrimitive() || VALUES.contains(type) || type.isEnum() || isOwn(type);
    }

    /// A class of the submission's that inherits from no other: what it inherited could change.
    private boolean isOwn(Class<?> type) {
        boolean known = own.contains(type.getName()) && !type.isInterface();
        return known && (BASES.contains(type.getSuperclass()) || isOwn(type.getSuperclass()));
    }

    private static Object valueOf(Field field) {
        try {
            field.setAccessible(true);
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isUnchanging(Object value) {
        if (value == null || isValue(value.getClass())
                || value instanceof Enum<?> constant && isValue(constant.getDeclaringClass())) {
            return true;
        }
        if (!value.getClass().getName().startsWith(UNMODIFIABLE)) {
            return false;
        }
        return switch (value) {
            case Collection<?> elements -> elements.stream().allMatch(this::isUnchanging);
            case Map<?, ?> map -> isUnchanging(List.copyOf(map.keySet())) && isUnchanging(List.copyOf(map.values()));
            default -> false;
        };
    }
}
