package chancery.reading.letter;

import static chancery.reading.letter.TeiText.attribute;

import java.util.Optional;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The bounds that a {@code date} gives; {@code null} what it does not say.
 *
 * @param custom the date in a calendar of its own, {@code @when-custom}
 * @param calendar what {@code @datingMethod} or {@code @calendar} says
 */
record DateBounds(
        @Nullable String when,
        @Nullable String first,
        @Nullable String last,
        @Nullable String notBefore,
        @Nullable String notAfter,
        @Nullable String custom,
        @Nullable String calendar) {
    static DateBounds of(XMLStreamReader xml) {
        String method = attribute(xml, null, "datingMethod");
        return new DateBounds(
                attribute(xml, null, "when"),
                attribute(xml, null, "from"),
                attribute(xml, null, "to"),
                attribute(xml, null, "notBefore"),
                attribute(xml, null, "notAfter"),
                attribute(xml, null, "when-custom"),
                method == null ? attribute(xml, null, "calendar") : method);
    }

    /** Whether it gives a day and a span, of which only one can be meant. */
    boolean isTwofold() {
        return when != null && (first != null || last != null || notBefore != null || notAfter != null)
                || first != null && notBefore != null
                || last != null && notAfter != null;
    }

    Optional<String> edtf() {
        String from = first == null ? notBefore : first;
        String to = last == null ? notAfter : last;
        if (when != null) {
            return Optional.of(when);
        }
        return from == null && to == null
                ? Optional.empty()
                : Optional.of((from == null ? ".." : from) + "/" + (to == null ? ".." : to));
    }
}
