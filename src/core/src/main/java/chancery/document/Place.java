package chancery.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where in its source a mark was read: characters {@code from} (inclusive, from 0) to {@code to} (exclusive), counted in
 * UTF-16 units.
 *
 * @param element the TEI element, by its {@code xml:id} and, for one without, the names that lead to it, such as
 *     {@code d10fn1} or {@code d10/dateline}; offsets then count in its text with white space folded and its notes left
 *     out. {@code null} in a plain transcription, where they count in the file as it is
 */
public record Place(@Nullable String element, int from, int to) {
    private static final int LONGEST_ID = 150;
    private static final Pattern WRITTEN =
            Pattern.compile("(?:(?<element>[^\\s:]{1,200}):)?(?<from>\\d{1,9})-(?<to>\\d{1,9})");

    public Place {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("the place " + from + "-" + to + " ends before it begins");
        }
    }

    /**
     * Reads a place as case files write it: {@code d10fn1:54-78}, or {@code 54-78} in a plain transcription.
     *
     * @throws IllegalArgumentException saying what is wrong with the text
     */
    public static Place parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no place in a source; write for example 54-78 or d10fn1:54-78");
        }
        return new Place(
                written.group("element"),
                Integer.parseInt(written.group("from")),
                Integer.parseInt(written.group("to")));
    }

    /** The id of an element as places hold it: nothing that parts it from the offsets, and room for the way within it. */
    public static String element(String id) {
        String held = id.isEmpty() ? "_" : id;
        return held.substring(0, Math.min(held.length(), LONGEST_ID)).replaceAll("[\\s:]", "_");
    }

    /** As case files write it. */
    public String written() {
        return (element == null ? "" : element + ":") + from + "-" + to;
    }
}
