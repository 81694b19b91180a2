package chancery.reading.routing;

import chancery.casefile.YamlMap;
import chancery.office.Act;
import chancery.reading.routing.RoutingWords.Verb;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sentence and what it must give, so that the words are tested where they are written.
 *
 * @param act which of its acts is meant
 * @param date EDTF; an example is read as of the year of its own date
 */
record RoutingExample(
        String text,
        Act act,
        List<String> by,
        List<String> onBehalfOf,
        List<String> to,
        @Nullable String date,
        @Nullable String qualifier,
        int line) {
    boolean isGivenBy(Clause clause) {
        boolean dated = date == null
                || clause.days().stream()
                        .anyMatch(day -> day.near(LocalDate.parse(date)).equals(LocalDate.parse(date)));
        return clause.act() == act
                && clause.by().equals(by)
                && clause.onBehalfOf().equals(onBehalfOf)
                && clause.to().equals(to)
                && Objects.equals(clause.qualifier(), qualifier)
                && dated;
    }

    static RoutingExample read(YamlMap map, Verb verb) {
        RoutingExample example = new RoutingExample(
                map.text("text"),
                verb.act(),
                map.texts("by"),
                map.texts("for"),
                map.texts("to"),
                map.optional("date").orElse(null),
                map.optional("qualifier").orElse(null),
                map.line());
        map.done();
        return example;
    }
}
