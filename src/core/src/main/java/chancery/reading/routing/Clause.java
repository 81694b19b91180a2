package chancery.reading.routing;

import chancery.office.Act;
import chancery.reading.particular.EnglishDates;
import chancery.reading.routing.RoutingWords.Noun;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One act as a sentence tells it.
 *
 * @param about what it is told of
 * @param through by way of whom it went
 * @param days the days named for it, in order
 * @param time the clock time named for it
 * @param qualifier its manner
 * @param group the day and hour group of the telegram that carried it, such as {@code 222043Z}
 * @param covered whether it went under a covering note
 * @param daysLater how many days after that of the paper, where it says "that day" or "the following day"
 * @param presumed whether the sentence says "apparently" or the like
 * @param from its first token
 * @param end the token behind its last
 */
public record Clause(
        Act act,
        Noun about,
        List<String> by,
        List<String> onBehalfOf,
        List<String> to,
        List<String> through,
        List<EnglishDates.Day> days,
        EnglishDates.@Nullable Time time,
        @Nullable String qualifier,
        @Nullable String group,
        boolean covered,
        @Nullable Integer daysLater,
        boolean presumed,
        int from,
        int end) {
    public Clause {
        by = List.copyOf(by);
        onBehalfOf = List.copyOf(onBehalfOf);
        to = List.copyOf(to);
        through = List.copyOf(through);
        days = List.copyOf(days);
    }

    /** In short, for messages: {@code draft by Adams, Brown}. */
    String told() {
        return act.word()
                + (by.isEmpty() ? "" : " by " + String.join(", ", by))
                + (onBehalfOf.isEmpty() ? "" : " for " + String.join(", ", onBehalfOf))
                + (to.isEmpty() ? "" : " to " + String.join(", ", to))
                + (qualifier == null ? "" : ", " + qualifier);
    }

    /** The same, presumed. */
    public Clause asPresumed() {
        return with(by, true);
    }

    /** The same, done by others. */
    Clause by(List<String> others) {
        return with(others, presumed);
    }

    private Clause with(List<String> agents, boolean nowPresumed) {
        return new Clause(
                act,
                about,
                agents,
                onBehalfOf,
                to,
                through,
                days,
                time,
                qualifier,
                group,
                covered,
                daysLater,
                nowPresumed,
                from,
                end);
    }
}
