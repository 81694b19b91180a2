package chancery.document;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where in its source a mark was read: characters {@code from} (inclusive, from 0) to {@code to} (exclusive), counted in
 * UTF-16 units.
 *
 * @param element the TEI element, by its {@code xml:id} and, for one without, the names that lead to it, such as
 *     {@code d10fn1} or {@code d10/dateline}; offsets then count in its text with white space folded and its notes left
 *     out. Of a paper that pictures show, the page by its picture, and offsets count in its lines. {@code null} in a
 *     plain transcription, where they count in the file as it is
 * @param box where on the picture of its page, if the source says so
 */
public record Place(
        @Nullable String element,
        int from,
        int to,
        @Nullable Box box) {
    private static final int LONGEST_ID = 150;
    private static final Pattern WRITTEN =
            Pattern.compile("(?:(?<element>[^\\s:]{1,200}):)?(?<from>\\d{1,9})-(?<to>\\d{1,9})"
                    + "(?:@(?<x>\\d{1,6}),(?<y>\\d{1,6}),(?<w>\\d{1,6}),(?<h>\\d{1,6}))?");

    /**
     * A rectangle on a picture, as IIIF and media fragments ({@code xywh}) have it: in pixels from the upper left corner,
     * of a PDF in points.
     */
    public record Box(int x, int y, int width, int height) {
        /** The smallest that holds both. */
        public Box and(Box other) {
            int left = Math.min(x, other.x);
            int top = Math.min(y, other.y);
            return new Box(
                    left,
                    top,
                    Math.max(x + width, other.x + other.width) - left,
                    Math.max(y + height, other.y + other.height) - top);
        }
    }

    /** A place of which no picture is known. */
    public Place(@Nullable String element, int from, int to) {
        this(element, from, to, null);
    }

    public Place {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("the place " + from + "-" + to + " ends before it begins");
        }
    }

    /**
     * Reads a place as case files write it: {@code d10fn1:54-78}, {@code 54-78} in a plain transcription, and
     * {@code p3.jpg:54-78@120,340,800,60} where a picture shows it.
     *
     * @throws IllegalArgumentException saying what is wrong with the text
     */
    public static Place parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no place in a source; write for example 54-78, d10fn1:54-78 or "
                            + "p3.jpg:54-78@120,340,800,60");
        }
        return new Place(
                written.group("element"),
                Integer.parseInt(written.group("from")),
                Integer.parseInt(written.group("to")),
                Optional.ofNullable(written.group("x"))
                        .map(x -> new Box(
                                Integer.parseInt(x),
                                Integer.parseInt(written.group("y")),
                                Integer.parseInt(written.group("w")),
                                Integer.parseInt(written.group("h"))))
                        .orElse(null));
    }

    /** Whether another begins in this one. */
    public boolean holds(Place other) {
        return Objects.equals(element, other.element) && from <= other.from && other.from < to;
    }

    /** The id of an element as places hold it: nothing that parts it from the offsets, and room for the way within it. */
    public static String element(String id) {
        String held = id.isEmpty() ? "_" : id;
        return held.substring(0, Math.min(held.length(), LONGEST_ID)).replaceAll("[\\s:]", "_");
    }

    /** As case files write it. */
    public String written() {
        return (element == null ? "" : element + ":")
                + from
                + "-"
                + to
                + (box == null ? "" : "@" + box.x + "," + box.y + "," + box.width + "," + box.height);
    }
}
