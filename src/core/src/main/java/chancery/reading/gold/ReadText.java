package chancery.reading.gold;

import chancery.document.Place;
import chancery.reading.found.Passage;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The text of a paper as one, however many passages it has.
 *
 * @param begins where each passage begins in it, by its element
 */
record ReadText(String text, Map<@Nullable String, Integer> begins) {
    /** The text of a plain transcription. */
    static ReadText of(String text) {
        return of(List.of(new Passage(null, "text", text)));
    }

    /** Passages that follow each other, a blank line between them. */
    static ReadText of(List<Passage> passages) {
        StringBuilder text = new StringBuilder();
        Map<@Nullable String, Integer> begins = new LinkedHashMap<>();
        for (Passage passage : passages) {
            begins.putIfAbsent(passage.element(), text.length());
            text.append(passage.text()).append("\n\n");
        }
        return new ReadText(text.toString(), begins);
    }

    /** The characters of a place that are no white space; none if there is no such place. */
    BitSet at(@Nullable Place place) {
        Integer begin = place == null ? null : begins.get(place.element());
        return place == null || begin == null ? new BitSet() : characters(begin + place.from(), begin + place.to());
    }

    /** The characters from one to another that are no white space. */
    BitSet characters(int from, int to) {
        BitSet characters = new BitSet();
        for (int at = from; at < Math.min(to, text.length()); at++) {
            characters.set(at, !Character.isWhitespace(text.charAt(at)));
        }
        return characters;
    }
}
