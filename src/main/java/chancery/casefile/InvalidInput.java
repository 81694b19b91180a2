package chancery.casefile;

/**
 * Input that cannot be accepted. The message says file and line, what was found, what was expected and what to do.
 */
public final class InvalidInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidInput(String message) {
        super(message);
    }

    /**
     * Input refused at a place.
     *
     * @param line from 1; 0 when the whole file is meant
     * @param found what is there, quoting the offending word
     * @param expected what should be there, or what to do
     */
    public static InvalidInput at(String file, int line, String found, String expected) {
        return new InvalidInput((line > 0 ? file + ":" + line : file) + ": " + found + "; " + expected + ".");
    }
}
