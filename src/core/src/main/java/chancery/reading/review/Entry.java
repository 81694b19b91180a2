package chancery.reading.review;

import chancery.document.Mark;
import chancery.document.Place;
import chancery.office.Words;
import chancery.reading.found.Passage;
import chancery.reading.found.ReadDocument;
import chancery.reading.found.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mark, or an unread sentence, with its number.
 *
 * @param key its number in ids and links: {@code 3}, or {@code u1} for an unread sentence
 * @param place {@code null} if it has none in the passages
 */
record Entry(String key, Look look, String name, @Nullable Place place) {
    String label() {
        return key.toUpperCase(Locale.ROOT) + look.sign;
    }

    /** The marks of a document, in order, and then its unread sentences. */
    static List<Entry> of(ReadDocument document) {
        List<Entry> entries = new ArrayList<>();
        for (Mark mark : document.dossier().marks()) {
            String key = String.valueOf(entries.size() + 1);
            Look look = Look.of(mark);
            entries.add(new Entry(
                    key, look, "Mark " + key + ", " + name(mark) + ", " + look.word, shown(document, mark.place())));
        }
        int sentence = 1;
        for (Unread unread : document.unread()) {
            entries.add(new Entry(
                    "u" + sentence, Look.UNREAD, "Unread sentence " + sentence, shown(document, unread.place())));
            sentence++;
        }
        return entries;
    }

    /** What a mark is called: by its act, or else its kind. */
    static String name(Mark mark) {
        return mark.preferred()
                .attests()
                .map(attestation -> attestation.act().word())
                .orElseGet(() -> Words.of(mark.kind()));
    }

    private static @Nullable Place shown(ReadDocument document, @Nullable Place place) {
        return place == null || passage(document, place) == null ? null : place;
    }

    /** The passage in which a place stands, if there is one. */
    static @Nullable Passage passage(ReadDocument document, Place place) {
        return document.passages().stream()
                .filter(passage -> Objects.equals(passage.element(), place.element())
                        && place.to() <= passage.text().length())
                .findFirst()
                .orElse(null);
    }

    /** The words at a place, white space folded; empty if it stands in no passage. */
    static String words(ReadDocument document, Place place) {
        Passage passage = passage(document, place);
        return passage == null
                ? ""
                : passage.text()
                        .substring(place.from(), place.to())
                        .replaceAll("\\s+", " ")
                        .strip();
    }
}
