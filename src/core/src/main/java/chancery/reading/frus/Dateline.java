package chancery.reading.frus;

import chancery.reading.found.Passage;
import chancery.reading.frus.FrusDocument.TeiDate;
import chancery.reading.particular.Clocks;
import chancery.reading.particular.EnglishDates;
import chancery.reading.particular.EnglishDates.Day;
import chancery.reading.routing.Clause;
import chancery.reading.text.Tokens;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When and where a document was made, as its dateline, or else its heading, has it printed.
 *
 * @param day {@code null} if none is known
 * @param near a day near that of the document, if one is known
 * @param time the clock of its place
 * @param zone that of its place
 */
record Dateline(
        @Nullable LocalDate day,
        @Nullable LocalDate near,
        @Nullable String time,
        @Nullable ZoneId zone) {
    /** @param before the day of the document before it, which is near that of one without a day */
    static Dateline of(FrusDocument document, Clocks clocks, @Nullable LocalDate before) {
        List<Tokens> printed = printed(document);
        String line = document.dateline() == null ? "" : document.dateline().text();
        LocalDate day = day(document, printed);
        return new Dateline(
                day,
                day == null ? before : day,
                time(printed),
                clocks.zoneOf(line).orElse(null));
    }

    private static @Nullable LocalDate day(FrusDocument document, List<Tokens> printed) {
        for (Tokens tokens : printed) {
            for (int at = 0; at < tokens.size(); at++) {
                Optional<Day> found = EnglishDates.day(tokens, at);
                if (found.isPresent() && found.get().year() != null) {
                    return found.get().near(LocalDate.EPOCH);
                }
            }
        }
        String first = document.from();
        if (first != null) {
            return first(new TeiDate(first, null, null)).orElse(null);
        }
        return document.dates().stream()
                .map(Dateline::first)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    /** Where a day is printed: the dateline, or else the heading of a conversation. */
    private static List<Tokens> printed(FrusDocument document) {
        Tokens head = Tokens.of(document.head().text());
        Passage dateline = document.dateline();
        return dateline == null ? List.of(head) : List.of(Tokens.of(dateline.text()), head);
    }

    private static @Nullable String time(List<Tokens> printed) {
        for (Tokens tokens : printed) {
            for (int at = 0; at < tokens.size(); at++) {
                Optional<EnglishDates.Time> found = EnglishDates.time(tokens, at);
                if (found.isPresent()) {
                    return found.get().clock();
                }
            }
        }
        return null;
    }

    private static Optional<LocalDate> first(TeiDate date) {
        String first = date.when() == null ? date.from() : date.when();
        if (first == null || first.length() < 10) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(first.substring(0, 10)));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    /** The days that a clause names, by that of the document where they leave out the year or more. */
    List<String> dates(Clause clause) {
        String group = clause.group();
        if (group != null && group.length() >= 6 && group.endsWith("Z") && day != null) {
            return List.of(ofGroup(group, day).toString());
        }
        Integer later = clause.daysLater();
        if (later != null && day != null && clause.days().isEmpty()) {
            return List.of(day.plusDays(later).toString());
        }
        return clause.days().stream()
                .filter(each -> each.year() != null || near != null)
                .map(each -> each.near(near == null ? LocalDate.EPOCH : near).toString())
                .toList();
    }

    /** A group such as {@code 222043Z} gives the day of the month. */
    private static LocalDate ofGroup(String group, LocalDate near) {
        try {
            int of = Integer.parseInt(group.substring(0, 2));
            LocalDate same = near.withDayOfMonth(of);
            return Math.abs(same.toEpochDay() - near.toEpochDay()) <= 15
                    ? same
                    : same.isAfter(near) ? same.minusMonths(1) : same.plusMonths(1);
        } catch (NumberFormatException | DateTimeException none) {
            return near;
        }
    }
}
