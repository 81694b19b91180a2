package chancery.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that is written aside and moved into place, so that nobody ever meets half of it. */
public record AtomicFile(Path file) {
    /** Writes it for everybody to read. */
    public void write(String text) throws IOException {
        write(text, "rw-r--r--");
    }

    /** Writes it for the owner alone to read, where the system can say so. */
    public void writePrivate(String text) throws IOException {
        write(text, "rw-------");
    }

    private void write(String text, String permissions) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path aside = Files.createTempFile(folder, "." + file.getFileName(), ".new", attributes(permissions));
        try {
            Files.writeString(aside, text, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private FileAttribute<?>[] attributes(String permissions) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
