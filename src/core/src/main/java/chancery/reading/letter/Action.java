package chancery.reading.letter;

import chancery.document.Place;
import chancery.document.date.HistoricalDate;
import chancery.office.Act;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An action that was understood.
 *
 * @param words what a mark of it reads
 * @param refs the identifiers of those agents that have one, by name
 */
record Action(
        Type type,
        String words,
        Place place,
        List<String> agents,
        Map<String, String> refs,
        List<String> places,
        @Nullable HistoricalDate date,
        List<Doubt> doubts) {
    /** What happened to the letter, as {@code correspAction/@type} has it. */
    enum Type {
        SENT(Act.DISPATCH, null),
        RECEIVED(Act.RECEIVE, null),
        FORWARDED(Act.FORWARD, null),
        REDIRECTED(Act.FORWARD, "redirected"),
        TRANSMITTED(Act.DISPATCH, "transmitted");

        final Act act;
        final @Nullable String qualifier;

        Type(Act act, @Nullable String qualifier) {
            this.act = act;
            this.qualifier = qualifier;
        }

        static Optional<Type> of(@Nullable String word) {
            return Stream.of(values())
                    .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst();
        }
    }
}
