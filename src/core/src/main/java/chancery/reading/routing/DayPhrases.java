package chancery.reading.routing;

import chancery.reading.particular.EnglishDates;
import chancery.reading.particular.EnglishDates.Day;
import chancery.reading.particular.EnglishDates.Time;
import chancery.reading.text.Tokens;
import org.jspecify.annotations.Nullable;

/** Days and spans of days or hours as a clause names them. */
final class DayPhrases {
    private final Tokens tokens;

    /** The last day that the sentence named. */
    @Nullable
    Day last;

    DayPhrases(Tokens tokens, @Nullable Day last) {
        this.tokens = tokens;
        this.last = last;
    }

    /** Adds a day; the token behind it. */
    int dated(Day day, Arguments arguments) {
        arguments.days.add(day);
        last = day;
        return day.end();
    }

    /** {@code that day}, {@code the same day}, {@code the following day}: told from the day of the paper. */
    int relative(int at, Arguments arguments) {
        int next = tokens.is(at, "the") ? at + 1 : at;
        if (!tokens.is(next + 1, "day") && !tokens.is(next + 1, "evening") && !tokens.is(next + 1, "afternoon")) {
            return -1;
        }
        Integer later = switch (tokens.folded(next)) {
            case "that", "same" -> Integer.valueOf(0);
            case "following", "next" -> Integer.valueOf(1);
            case "previous", "preceding" -> Integer.valueOf(-1);
            default -> null;
        };
        if (later == null) {
            return -1;
        }
        arguments.daysLater = later;
        return next + 2;
    }

    /** {@code between January 29 and February 1}, {@code between 5:05 p.m. and 9:15 p.m.} */
    int between(int at, Arguments arguments) {
        Day first = EnglishDates.day(tokens, at + 1).orElse(null);
        Day second = first == null || !tokens.is(first.end(), "and")
                ? null
                : EnglishDates.day(tokens, first.end() + 1).orElse(null);
        if (first != null && second != null) {
            arguments.days.add(first);
            return dated(second, arguments);
        }
        Time start = EnglishDates.time(tokens, at + 1).orElse(null);
        Time end = start == null || !tokens.is(start.end(), "and")
                ? null
                : EnglishDates.time(tokens, start.end() + 1).orElse(null);
        if (start != null && end != null) {
            arguments.time = new Time(start.clock() + "/" + end.clock(), end.end());
            return end.end();
        }
        return at + 1;
    }

    /** The 22 of {@code January 21 and 22}, or of {@code January 21 and 22 February}; -1 if no day is meant. */
    int further(int at, Arguments arguments) {
        if (arguments.days.isEmpty() || EnglishDates.isMonth(tokens, at)) {
            return -1;
        }
        Day before = arguments.days.get(arguments.days.size() - 1);
        Day day = EnglishDates.day(tokens, at)
                .or(() -> EnglishDates.ofSameMonth(before, tokens, at))
                .orElse(null);
        if (day == null) {
            return -1;
        }
        arguments.days.add(day);
        return day.end();
    }
}
