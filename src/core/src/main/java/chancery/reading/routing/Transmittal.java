package chancery.reading.routing;

import static chancery.reading.routing.FunctionWords.COVERS;
import static chancery.reading.routing.FunctionWords.NEAR;

import chancery.reading.particular.EnglishDates;
import chancery.reading.particular.EnglishDates.Day;
import chancery.reading.routing.AgentNames.Found;
import chancery.reading.text.Tokens;
import org.jspecify.annotations.Nullable;

/** How a paper went: as an enclosure, under a covering note, in a telegram. */
final class Transmittal {
    private final Tokens tokens;
    private final AgentNames names;
    private final DayPhrases days;
    private final NamePhrases named;
    private final int from;
    private final int to;

    /**
     * @param from the token behind the verb
     * @param to the token behind the clause
     */
    Transmittal(Tokens tokens, AgentNames names, DayPhrases days, NamePhrases named, int from, int to) {
        this.tokens = tokens;
        this.names = names;
        this.days = days;
        this.named = named;
        this.from = from;
        this.to = to;
    }

    /**
     * {@code as telegram 382 to New York}: what the paper was called, which is no destination.
     *
     * @param leads whether "to" leads to a destination all the same: {@code repeated as 382 to New York}
     */
    int as(int at, boolean leads, Arguments arguments) {
        int next = at + 1;
        int destination = leads ? in(at) : to;
        if (destination < to) {
            return destination;
        }
        if (tokens.is(at + 2, "enclosure") || tokens.is(at + 2, "attachment")) {
            arguments.covered = true;
            while (next < Math.min(to, at + NEAR + 1)) {
                if (COVERS.contains(tokens.folded(next))) {
                    return next + 1;
                }
                next++;
            }
            return at + 3;
        }
        while (next < to
                && !tokens.is(next, ",")
                && !tokens.is(next, ";")
                && !tokens.is(next, "and")
                && !tokens.is(next, "by")
                && !tokens.is(next, "on")
                && !tokens.is(next, "for")
                && !tokens.is(next, "which")) {
            next++;
        }
        return next;
    }

    /** {@code with a covering note of January 20 from B}: who sent it on, and when. */
    int cover(int at, Arguments arguments) {
        int next = at + 1;
        int noun = -1;
        while (next < Math.min(to, at + 6)) {
            if (COVERS.contains(tokens.folded(next))) {
                noun = next;
                break;
            }
            next++;
        }
        Day before = noun < 0 ? null : dayWithin(at + 1, noun);
        if (noun < 0 || tokens.folded(from - 1).equals("filed") && !tokens.is(noun - 1, "covering")) {
            return -1;
        }
        arguments.covered = true;
        if (before != null) {
            arguments.days.add(before);
        }
        next = noun + 1;
        while (next < to) {
            String word = tokens.folded(next);
            Day day = EnglishDates.day(tokens, next).orElse(null);
            if (day != null) {
                arguments.days.add(day);
                next = day.end();
            } else if (word.equals("from") || word.equals("by")) {
                Found found = names.list(tokens, next + 1, to);
                if (found == null) {
                    return next + 1;
                }
                arguments.by.addAll(found.names());
                named.last = found.names();
                next = found.end();
            } else if (word.equals("to") && names.one(tokens, next + 1, to) > 0) {
                Found found = names.list(tokens, next + 1, to);
                if (found != null) {
                    arguments.to.addAll(found.names());
                    next = found.end();
                }
            } else if (word.equals("of")
                    || word.equals("dated")
                    || word.equals("the")
                    || word.equals("date")
                    || word.equals("that")) {
                if (word.equals("date") && arguments.days.isEmpty() && days.last != null) {
                    arguments.days.add(days.last);
                }
                next++;
            } else {
                int further = word.equals("and") && next + 1 < to ? days.further(next + 1, arguments) : -1;
                if (further < 0) {
                    return next;
                }
                next = further;
            }
        }
        return next;
    }

    /** {@code a June 2 covering memorandum}: the day before what covers. */
    private @Nullable Day dayWithin(int from, int noun) {
        for (int at = from; at < noun; at++) {
            Day day = EnglishDates.day(tokens, at).orElse(null);
            if (day != null) {
                return day;
            }
        }
        return null;
    }

    /** {@code in telegram 183, March 4, noon,}: what a repetition was called, up to where it leads. */
    int in(int at) {
        int next = at + 1;
        while (next < to && !tokens.is(next, ";") && !tokens.is(next, "to")) {
            next++;
        }
        return next;
    }

    /** {@code in telegram 222043Z from CNO to Chief MAAG}: the telegram that carried it. */
    int telegram(int at, Arguments arguments) {
        int next = at + 1;
        while (next < to && !tokens.is(next, "from") && !tokens.is(next, "to") && !tokens.is(next, ".")) {
            String word = tokens.at(next);
            if (arguments.group == null && Character.isDigit(word.charAt(0))) {
                arguments.group = word;
            }
            if (tokens.is(next, ";")
                    || tokens.is(next, ",")
                            && !Character.isDigit(tokens.at(Math.min(next + 1, tokens.size() - 1))
                                    .charAt(0))
                            && !tokens.is(next + 1, "and")) {
                return next;
            }
            next++;
        }
        if (arguments.group == null) {
            arguments.group = "";
        }
        return next;
    }
}
