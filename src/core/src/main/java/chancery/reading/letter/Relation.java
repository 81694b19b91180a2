package chancery.reading.letter;

import static chancery.reading.letter.TeiText.attribute;

import chancery.document.Related;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** A {@code ref} or {@code ptr}, and what its type says of what it leads to. */
record Relation(
        @Nullable String type,
        @Nullable String subtype,
        @Nullable String target) {
    static boolean isOne(XMLStreamReader xml) {
        return xml.getLocalName().equals("ref") || xml.getLocalName().equals("ptr");
    }

    static Relation of(XMLStreamReader xml) {
        return new Relation(
                attribute(xml, null, "type"), attribute(xml, null, "subtype"), attribute(xml, null, "target"));
    }

    /**
     * What is related; empty if it says neither what nor where.
     *
     * @param otherwise what it is if its type does not say
     */
    Optional<Related> related(Related.Kind otherwise, String text) {
        if (target == null && text.isEmpty()) {
            return Optional.empty();
        }
        Related.Kind kind = kind().orElse(otherwise);
        String called = type == null ? subtype : subtype == null ? type : type + " " + subtype;
        boolean usual = called != null && called.equals(kind.word());
        return Optional.of(new Related(kind, usual ? null : called, target, text.isEmpty() ? null : text));
    }

    private Optional<Related.Kind> kind() {
        Optional<Related.Kind> usual = Stream.of(Related.Kind.values())
                .filter(kind -> kind.word() != null && kind.word().equals(type) && subtype == null)
                .findFirst();
        return usual.or(() -> meant(Stream.of(type, subtype)
                .map(word -> word == null ? "" : word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""))
                .reduce("", String::concat)));
    }

    /** The kind that a word of a project means, such as {@code previous_letter}. */
    private static Optional<Related.Kind> meant(String word) {
        if (word.matches(".*(answered|replied|reply|answer)(by|from).*")) {
            return Optional.of(Related.Kind.ANSWERED_BY);
        }
        if (word.matches(".*(repl[yi]|answer|inresponse).*")) {
            return Optional.of(Related.Kind.ANSWERS);
        }
        if (word.contains("prev")) {
            return Optional.of(Related.Kind.PREVIOUS);
        }
        if (word.contains("next")) {
            return Optional.of(Related.Kind.NEXT);
        }
        return word.contains("belongs") ? Optional.of(Related.Kind.BELONGS_TO) : Optional.empty();
    }
}
