package chancery.casefile;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Input that cannot be accepted. The message says file and line, what was found, what was expected and what to do.
 */
public final class InvalidInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String file;
    private final int line;
    private final String complaint;

    public InvalidInput(String message) {
        this(null, 0, message);
    }

    private InvalidInput(@Nullable String file, int line, String complaint) {
        super(place(file, line) + complaint);
        this.file = file;
        this.line = line;
        this.complaint = complaint;
    }

    private static String place(@Nullable String file, int line) {
        if (file == null) {
            return "";
        }
        return (line > 0 ? file + ":" + line : file) + ": ";
    }

    /**
     * Input refused at a place.
     *
     * @param line from 1; 0 when the whole file is meant
     * @param found what is there, quoting the offending word
     * @param expected what should be there, or what to do
     */
    public static InvalidInput at(String file, int line, String found, String expected) {
        return new InvalidInput(file, line, found + "; " + expected + ".");
    }

    /** Input refused at a place, with a complaint that says by itself what was found and what was expected. */
    public static InvalidInput at(String file, int line, String complaint) {
        return new InvalidInput(file, line, complaint);
    }

    /** The file that is refused, if it is a file. */
    public Optional<String> file() {
        return Optional.ofNullable(file);
    }

    /** The line, from 1; 0 when the whole file is meant. */
    public int line() {
        return line;
    }

    /** The message without file and line. */
    public String complaint() {
        return complaint;
    }
}
