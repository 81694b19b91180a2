package chancery.cli.shared;

import chancery.casefile.InvalidInput;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that a command writes; one that exists is left alone. */
public final class NewFile {
    private static final String EXISTS = "the file exists already";

    private NewFile() {}

    /**
     * Writes it.
     *
     * @param otherwise what to do if it cannot be written
     * @throws InvalidInput if it exists or cannot be written
     */
    public static void write(Path file, String text, String otherwise) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException exists) {
            throw InvalidInput.at(file.toString(), 0, EXISTS, otherwise);
        } catch (IOException refused) {
            throw InvalidInput.at(file.toString(), 0, "the file cannot be written (" + refused + ")", otherwise);
        }
    }

    /** Refuses one that cannot be written, before anything is worked out for it. */
    public static void check(Path file, String otherwise) {
        if (file.toString().isBlank() || Files.isDirectory(file)) {
            throw InvalidInput.at("\"" + file + "\"", 0, "this is a folder", "name a file in it");
        }
        if (Files.exists(file)) {
            throw InvalidInput.at(file.toString(), 0, EXISTS, otherwise);
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw InvalidInput.at(String.valueOf(folder), 0, "there is no such folder", "make it, or " + otherwise);
        }
    }
}
