package chancery.reading.frus;

import chancery.reading.found.Passage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a document while it is read, paragraph by paragraph. The first and last paragraphs, and one that
 * speaks of an enclosure, are always kept, since they tell of the paper itself; the others only where the text is wanted.
 */
final class BodyText {
    private static final int FIRST = 2;
    private static final int LAST = 3;

    /** How many characters are kept to see how the text opens. */
    private static final int OPENING = 40;

    private final boolean whole;
    private final List<Passage> all = new ArrayList<>();
    private final List<Passage> first = new ArrayList<>();
    private final Deque<Passage> last = new ArrayDeque<>();
    private @Nullable Passage enclosing;
    private String opening = "";
    private int count;

    /** @param whole whether all of the text is kept */
    BodyText(boolean whole) {
        this.whole = whole;
    }

    void clear() {
        all.clear();
        first.clear();
        last.clear();
        enclosing = null;
        opening = "";
        count = 0;
    }

    /**
     * Adds a paragraph.
     *
     * @param of the document, as places hold it
     * @param isProse whether the text may begin with it
     */
    void add(String of, String words, boolean isProse) {
        if (words.isEmpty()) {
            return;
        }
        if (isProse && (opening.isEmpty() || isNumber(opening))) {
            String begun = (opening + " " + words).strip();
            opening = begun.substring(0, Math.min(begun.length(), OPENING));
        }
        Passage passage = new Passage(of + "/text[" + ++count + "]", "text", words);
        if (whole) {
            all.add(passage);
        }
        if (first.size() < FIRST) {
            first.add(passage);
            return;
        }
        last.add(passage);
        if (last.size() > LAST) {
            Passage between = last.remove();
            if (enclosing == null && isEnclosing(between.text())) {
                enclosing = between;
            }
        }
    }

    private static boolean isEnclosing(String words) {
        return words.contains("ttached") || words.contains("nclosed") || words.contains("herewith");
    }

    /** A number that stands before the text is not yet how it begins. */
    private static boolean isNumber(String opening) {
        return opening.matches("No\\. ?[\\d–-]+\\S*");
    }

    /** How the text begins, such as {@code Dear Mr. Brown:}. */
    String opening() {
        return opening;
    }

    /** All paragraphs, if they were kept. */
    List<Passage> all() {
        return all;
    }

    /** The first and the last paragraphs, and between them the first that may speak of an enclosure. */
    List<Passage> edges() {
        List<Passage> edges = new ArrayList<>(first);
        if (enclosing != null) {
            edges.add(enclosing);
        }
        edges.addAll(last);
        return edges;
    }
}
