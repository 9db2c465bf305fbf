package splitvisor.benchmarks.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import splitvisor.cpu.board.BootException;

/// Why a file could not be read or written, in a few words for the user.
final class Reason {

    private Reason() {}

    /// The message of a machine that does not start, with the reason of the file that could not be read, if it is that.
    static String of(BootException e) {
        String what = e.getMessage();
        return e.getCause() instanceof IOException cause ? what + ": " + of(cause) : what;
    }

    static String of(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "no such file or directory";
            case FileAlreadyExistsException _ -> "a file has this name";
            case NotDirectoryException _ -> "not a directory";
            case AccessDeniedException _ -> "permission denied";
            case CharacterCodingException _ -> "it is not UTF-8 text";
            case FileSystemException f when f.getReason() != null -> phrase(f.getReason());
            default -> e.getMessage() == null ? "I/O error" : phrase(e.getMessage());
        };
    }

    private static String phrase(String sentence) {
        int end = Math.min(1, sentence.length());
        return sentence.substring(0, end).toLowerCase(Locale.ROOT) + sentence.substring(end);
    }
}
