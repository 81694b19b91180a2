package chancery.reading.letter;

import chancery.document.Doubt;
import chancery.document.Locality;
import chancery.document.Place;
import chancery.document.date.HistoricalDate;
import chancery.document.date.WrittenDate;
import chancery.office.Act;
import chancery.office.Agent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An action that was understood.
 *
 * @param words what a mark of it reads
 * @param written its date in another calendar, as the paper has it
 */
record Action(
        Type type,
        String words,
        Place place,
        List<Agent> agents,
        List<Locality> places,
        @Nullable HistoricalDate date,
        @Nullable WrittenDate written,
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

    /** The names of its agents. */
    List<String> names() {
        return agents.stream().map(Agent::name).toList();
    }

    /** Doubts in words; {@code null} if there are none. */
    static @Nullable String because(List<Doubt> doubts) {
        return doubts.isEmpty() ? null : doubts.stream().map(Doubt::told).collect(Collectors.joining("; "));
    }
}
