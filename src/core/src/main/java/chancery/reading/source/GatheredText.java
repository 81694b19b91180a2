package chancery.reading.source;

import chancery.casefile.InvalidInput;
import chancery.document.Place;
import chancery.document.Place.Box;
import chancery.reading.source.SourceText.Line;
import chancery.reading.zone.ZoneKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A text that is put together line by line, region by region, page by page. */
final class GatheredText {
    /** The longest text that is read, in characters. */
    static final int LONGEST = 5_000_000;

    private final String name;
    private final StringBuilder text = new StringBuilder();
    private final List<Line> lines = new ArrayList<>();
    private final Set<String> pages = new HashSet<>();
    private String page = "page";
    private int region;

    /** @param name the file, for messages */
    GatheredText(String name) {
        this.name = name;
    }

    /** A page begins; its name is made fit for places, and differs from those before. */
    void page(String called) {
        String wanted = Place.element(called.replaceFirst(".*[/\\\\]", ""));
        page = wanted;
        for (int number = 2; !pages.add(page); number++) {
            page = wanted + "-" + number;
        }
        region();
    }

    /** A region begins: a blank line parts it from the one before. */
    void region() {
        region++;
        int length = text.length();
        if (length > 1 && text.charAt(length - 2) != '\n') {
            text.append('\n');
        }
    }

    /**
     * A line.
     *
     * @throws InvalidInput if the text grows too long
     */
    void line(String words, @Nullable Box box, @Nullable ZoneKind kind) {
        String plain = printable(words).stripTrailing();
        if (plain.isBlank()) {
            return;
        }
        if (text.length() + plain.length() > LONGEST) {
            throw InvalidInput.at(
                    name, 0, "the text is longer than " + LONGEST + " characters", "a paper has one file: split it");
        }
        if (!lines.isEmpty() && lines.get(lines.size() - 1).kind() != kind) {
            region++;
        }
        int indent = plain.length() - plain.stripLeading().length();
        lines.add(new Line(text.length() + indent, text.length() + plain.length(), page, box, region, kind));
        text.append(plain).append('\n');
    }

    /** White space other than blanks and tabs is a blank, what no text may hold a replacement character. */
    private static String printable(String words) {
        StringBuilder plain = new StringBuilder(words.length());
        for (int at = 0; at < words.length(); at++) {
            char c = words.charAt(at);
            plain.append(c == '\t' || c >= ' ' && c < '\ufffe' ? c : Character.isWhitespace(c) ? ' ' : '\ufffd');
        }
        return plain.toString();
    }

    /** How much there is. */
    record Mark(int characters, int lines) {}

    Mark mark() {
        return new Mark(text.length(), lines.size());
    }

    /** Takes back what was gathered since. */
    void backTo(Mark mark) {
        text.setLength(mark.characters());
        lines.subList(mark.lines(), lines.size()).clear();
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** What was gathered. */
    SourceText take(String id, List<String> remarks, String sha256) {
        return new SourceText(name, id, text.toString(), lines, remarks, sha256);
    }
}
