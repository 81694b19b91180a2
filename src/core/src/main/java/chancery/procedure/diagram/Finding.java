package chancery.procedure.diagram;

import chancery.casefile.InvalidInput;
import chancery.office.Words;

/**
 * Something that a check of diagrams, decision tables or case files found.
 *
 * @param line from 1; 0 when the whole file is meant
 * @param complaint what was found; what to do
 */
public record Finding(String file, int line, Severity severity, String complaint) {

    /** How much it matters. */
    public enum Severity {
        /** It will not work, or not as drawn. */
        ERROR,
        /** It works, but somebody should look at it. */
        WARNING,
        /** Good to know. */
        NOTE
    }

    public static Finding of(InvalidInput refused, String file) {
        return new Finding(refused.file().orElse(file), refused.line(), Severity.ERROR, refused.complaint());
    }

    /** The finding as a line: {@code file:line: severity: what was found; what to do}. */
    public String text() {
        return file + ":" + Math.max(1, line) + ": " + Words.of(severity) + ": " + complaint;
    }
}
