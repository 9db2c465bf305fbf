package splitvisor.benchmarks.trace;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;

/// JSON in which `<`, `>` and `&` are written as numbers, so that HTML around it stays HTML.
final class NoMarkup extends CharacterEscapes {

    private static final int[] ESCAPES = escapes();

    private static int[] escapes() {
        int[] escapes = standardAsciiEscapesForJSON();
        for (char c : "<>&".toCharArray()) {
            escapes[c] = ESCAPE_STANDARD;
        }
        return escapes;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return ESCAPES.clone();
    }

    @Override
    public SerializableString getEscapeSequence(int c) {
        return null;
    }
}
