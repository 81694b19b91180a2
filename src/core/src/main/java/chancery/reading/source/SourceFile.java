package chancery.reading.source;

import chancery.casefile.InvalidInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What is said of a file whatever its format. */
final class SourceFile {
    private SourceFile() {}

    /** Its name without ending. */
    static String stem(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("(?<=.)\\.[^.]+$", "");
    }

    /** The SHA-256 of its bytes in lower case hexadecimal digits. */
    static String sha256(Path file) {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of()
                    .formatHex(((DigestInputStream) in).getMessageDigest().digest());
        } catch (IOException broken) {
            throw InvalidInput.at(
                    file.toString(), 0, "the file cannot be read (" + broken.getMessage() + ")", "check the file");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Why a file of pictures gives nothing. */
    static InvalidInput withoutText(Path file) {
        return InvalidInput.at(
                file.toString(),
                0,
                "its pages hold pictures and no text, so that it needs text recognition first",
                "Transkribus and eScriptorium write PAGE or ALTO XML, Tesseract writes ALTO; read that");
    }
}
