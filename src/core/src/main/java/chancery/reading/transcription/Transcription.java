package chancery.reading.transcription;

import chancery.casefile.InvalidInput;
import chancery.casefile.TextFile;
import chancery.reading.form.MarksFile;
import chancery.reading.form.ReadZones;
import chancery.reading.form.Together;
import chancery.reading.form.Vocabulary;
import chancery.reading.found.ReadDocument;
import chancery.reading.text.Tokens;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads plain transcriptions: a paper with its stamps, its head, text and foot, and then its enclosures, each with a
 * heading of its own.
 *
 * <p>A page is divided into zones, and each is read by what may stand there, in the words of the language that most of its
 * little words are of. What a procedure words in its own way is read by its {@code marks.yaml}. Neither says of which
 * procedure the paper is: that follows from the marks.
 */
public final class Transcription {
    /** Largest file that is read, in bytes. */
    public static final int MAX_BYTES = 5_000_000;

    private final List<MarksFile> marks;

    /** A reader that knows the wordings of some procedures, at least one. */
    public Transcription(List<MarksFile> marks) {
        if (marks.isEmpty()) {
            throw new IllegalArgumentException("A transcription is read by at least one marks file.");
        }
        this.marks = List.copyOf(marks);
    }

    /**
     * Reads a file. A text without any mark gives a document without marks that says so under {@code negative}.
     *
     * @throws InvalidInput if it is missing, too large, not UTF-8 or no text
     */
    public ReadDocument read(Path file) {
        String name = file.toString();
        byte[] bytes = TextFile.bytes(file, MAX_BYTES, "a transcription holds one paper with its enclosures: split it");
        return read(name, text(name, bytes), bytes);
    }

    private ReadDocument read(String name, String text, byte[] bytes) {
        Tokens tokens = Tokens.of(text);
        ReadZones.Page page = ReadZones.of(tokens, Vocabulary.of(tokens, marks));
        return new BindMarks(tokens, Together.of(tokens, marks, page), page.zones(), name, bytes).document();
    }

    private static String text(String name, byte[] bytes) {
        String text = TextFile.text(name, bytes);
        if (text.isBlank()) {
            throw InvalidInput.at(
                    name,
                    0,
                    bytes.length == 0 ? "the file is empty" : "the file holds blanks only",
                    "give it its text");
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
