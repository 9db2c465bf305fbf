package splitvisor.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The speed that the machine's class files promise: HotSpot does not compile a method of more than 8,000 bytes, and
/// the meaning of an instruction allocates nothing.
class HotPathBudgetTest {

    private static final int HUGE_METHOD_LIMIT = 8_000;

    /// FreqInlineSize: a larger method is not inlined, however often it is called.
    private static final int INLINED = 325;

    /// DesiredMethodLimit is 8,000 bytes for a method and all that is inlined into it; this much of it is the loop's.
    private static final int LOOP = 2_500;

    /// The static methods `NAME(Cpu, int)` of the chapters in `isa`.
    private static final String INSTRUCTION = "splitvisor/cpu/isa/.*\\.[A-Z0-9_]+\\(Lsplitvisor/cpu/Cpu;I\\)V";

    private static final Path CLASSES = Path.of("target", "classes");

    private static List<ClassModel> machine() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.filter(file -> file.toString().endsWith(".class")).map(HotPathBudgetTest::parse).toList();
        }
    }

    private static ClassModel parse(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, CodeAttribute> methods(String prefix) throws IOException {
        Map<String, CodeAttribute> methods = new TreeMap<>();
        for (ClassModel type : machine()) {
            String owner = type.thisClass().asInternalName();
            for (MethodModel method : type.methods()) {
                String name = owner + "." + method.methodName() + method.methodType();
                if (owner.startsWith(prefix)) {
                    method.findAttribute(Attributes.code()).ifPresent(code -> methods.put(name, code));
                }
            }
        }
        return methods;
    }

    @Test
    void noMethodOfTheMachineIsTooLargeToBeCompiled() throws IOException {
        Map<String, CodeAttribute> methods = methods("splitvisor/cpu/");
        methods.keySet().removeIf(name -> name.contains(".<clinit>"));
        assertTrue(methods.size() > 100, "found " + methods.size());
        methods.values().removeIf(code -> code.codeLength() <= HUGE_METHOD_LIMIT);
        assertEquals(List.of(), List.copyOf(methods.keySet()));
    }

    @Test
    void loopOfTheInterpreterLeavesRoomForWhatIsInlinedIntoIt() throws IOException {
        Map<String, CodeAttribute> methods = methods("splitvisor/cpu/engine/Dispatch");
        methods.keySet().removeIf(name -> !name.contains("Dispatch.execute("));
        assertEquals(1, methods.size());
        methods.values().forEach(code -> assertTrue(code.codeLength() <= LOOP, code.codeLength() + " bytes"));
    }

    @Test
    void hotMethodsAndInstructionsCanBeInlined() throws IOException {
        Map<String, CodeAttribute> methods = methods("splitvisor/cpu/");
        methods.entrySet().removeIf(entry -> !isHot(entry.getValue()) && !entry.getKey().matches(INSTRUCTION));
        assertTrue(methods.keySet().stream().anyMatch(name -> name.startsWith("splitvisor/cpu/mmu/Mmu.load(")));
        methods.values().removeIf(code -> code.codeLength() <= INLINED);
        assertEquals(List.of(), List.copyOf(methods.keySet()));
    }

    private static boolean isHot(CodeAttribute code) {
        return code.parent().orElseThrow().findAttribute(Attributes.runtimeInvisibleAnnotations()).stream()
                .flatMap(found -> found.annotations().stream())
                .anyMatch(found -> found.className().equalsString("Lsplitvisor/cpu/Hot;"));
    }

    @Test
    void noInstructionAllocates() throws IOException {
        Map<String, CodeAttribute> instructions = methods("splitvisor/cpu/isa/");
        instructions.keySet().removeIf(name -> !name.matches(INSTRUCTION));
        assertTrue(instructions.size() > 100, "found " + instructions.size());
        List<String> allocating = new ArrayList<>();
        instructions.forEach((name, code) -> {
            for (var element : code) {
                if (element instanceof CodeElement e && allocates(e)) {
                    allocating.add(name + ": " + e);
                }
            }
        });
        assertEquals(List.of(), allocating);
    }

    private static boolean allocates(CodeElement element) {
        return switch (element) {
            case NewObjectInstruction _,
                    NewPrimitiveArrayInstruction _,
                    NewReferenceArrayInstruction _,
                    NewMultiArrayInstruction _ -> true;
            case InvokeDynamicInstruction dynamic -> // all but text, which only an observer is told
                !dynamic.bootstrapMethod().owner().displayName().equals("StringConcatFactory");
            case InvokeInstruction call ->
                call.name().equalsString("valueOf") && call.owner().asInternalName().startsWith("java/lang/")
                        || call.owner().asInternalName().startsWith("java/util/stream/");
            default -> false;
        };
    }
}
