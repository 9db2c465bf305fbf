package splitvisor.cpu.isa;

import org.junit.jupiter.api.Test;
import splitvisor.cpu.Generated;

class InstructionsPageTest {

    @Test
    void pageIsWhatTheTableSays() throws Exception {
        Generated.check(InstructionsPage.PAGE, InstructionsPage.content());
    }
}
