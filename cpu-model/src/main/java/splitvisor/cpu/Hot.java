package splitvisor.cpu;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// On the path of most instructions: HotSpot must be able to inline it into its callers, so its
/// bytecode stays below FreqInlineSize, 325 bytes. HotPathBudgetTest reads the class files.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Hot {}
