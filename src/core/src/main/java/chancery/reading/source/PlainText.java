package chancery.reading.source;

import chancery.casefile.InvalidInput;
import chancery.casefile.TextFile;
import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A plain transcription, in UTF-8 or in an encoding that its bytes show (ICU's detection of character sets). */
public final class PlainText {
    /** Largest file that is read, in bytes. */
    public static final int MAX_BYTES = 5_000_000;

    /** From this confidence on, of 100, a guess at an encoding counts. */
    private static final int SURE = 30;

    private PlainText() {}

    /**
     * Reads a file.
     *
     * @throws InvalidInput if it is missing, too large, empty or no text
     */
    public static SourceText read(Path file) {
        String name = file.toString();
        byte[] bytes = TextFile.bytes(file, MAX_BYTES, "a transcription holds one paper with its enclosures: split it");
        if (bytes.length == 0) {
            throw InvalidInput.at(name, 0, "the file is empty", "give it its text");
        }
        Charset charset = charset(name, bytes);
        boolean unicode = charset.equals(StandardCharsets.UTF_8);
        String text = unicode
                ? TextFile.text(name, bytes)
                : new String(bytes, charset).replaceFirst("^\ufeff", "").replaceAll("\r\n?", "\n");
        return new SourceText(
                name,
                SourceFile.stem(file),
                checked(name, text),
                List.of(),
                unicode ? List.of() : List.of("read as " + charset.name() + ", since its bytes look so"),
                SourceFile.sha256(file));
    }

    private static Charset charset(String name, byte[] bytes) {
        Optional<Charset> wide = wide(bytes);
        if (wide.isPresent()) {
            return wide.get();
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException other) {
            CharsetMatch match = new CharsetDetector().setText(bytes).detect();
            if (match == null || match.getConfidence() < SURE || !Charset.isSupported(match.getName())) {
                throw InvalidInput.at(
                        name, 0, "the file is not UTF-8, and in what encoding it is does not show", "save it as UTF-8");
            }
            return Charset.forName(match.getName());
        }
    }

    /** UTF-16, by its mark, or because nearly every second byte is one that no other text has. */
    private static Optional<Charset> wide(byte[] bytes) {
        if (bytes.length > 1 && (bytes[0] & 0xff) + (bytes[1] & 0xff) == 0xfe + 0xff) {
            return Optional.of(StandardCharsets.UTF_16);
        }
        int[] low = new int[2];
        for (int at = 0; at < bytes.length; at++) {
            low[at % 2] += bytes[at] >= 0 && bytes[at] < '\t' ? 1 : 0;
        }
        boolean found = bytes.length > 8 && (low[0] + low[1]) * 5 > bytes.length * 2;
        return found
                ? Optional.of(low[0] > low[1] ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE)
                : Optional.empty();
    }

    private static String checked(String name, String text) {
        if (text.isBlank()) {
            throw InvalidInput.at(name, 0, "the file holds blanks only", "give it its text");
        }
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) < ' ' && "\t\n\r\f".indexOf(text.charAt(at)) < 0) {
                throw InvalidInput.at(
                        name,
                        TextFile.lineAt(text, at),
                        String.format("the file has the character U+%04X, so it is no text", (int) text.charAt(at)),
                        "save the transcription as plain text in UTF-8");
            }
        }
        // the line ends of mainframes and of Unicode, which a reader of YAML would otherwise see in a mark
        return text.replace('\u0085', '\n').replace('\u2028', '\n').replace('\u2029', '\n');
    }
}
