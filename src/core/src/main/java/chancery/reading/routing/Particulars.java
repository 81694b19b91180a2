package chancery.reading.routing;

import static chancery.reading.routing.FunctionWords.ADVERBS;
import static chancery.reading.routing.FunctionWords.COVERS;
import static chancery.reading.routing.FunctionWords.MODAL;
import static chancery.reading.routing.FunctionWords.NEAR;
import static chancery.reading.routing.FunctionWords.PASSIVE;

import chancery.office.Act;
import chancery.reading.particular.EnglishDates;
import chancery.reading.particular.EnglishDates.Day;
import chancery.reading.particular.EnglishDates.Time;
import chancery.reading.routing.AgentNames.Found;
import chancery.reading.routing.NounPhrases.NounPhrase;
import chancery.reading.routing.RoutingWords.Noun;
import chancery.reading.routing.RoutingWords.Verb;
import chancery.reading.text.Phrases.Hit;
import chancery.reading.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows verbs: who, for whom, where to, when, how. */
final class Particulars {
    private final RoutingWords words;
    private final Tokens tokens;
    private final AgentNames names;
    private final NounPhrases nouns;

    /** What was told, once for each manner. */
    final List<Arguments> arguments = new ArrayList<>();

    private final Verb verb;
    private final int from;
    private final int to;
    int end;

    @Nullable
    Noun object;

    @Nullable
    Act endorsed;

    List<String> endorsedBy = List.of();
    /** The last day that the sentence named. */
    @Nullable
    Day lastDay;

    List<String> lastNames = List.of();

    /** Reads what follows a verb, from a token to the end of its clause. */
    public Particulars(
            RoutingWords words,
            Tokens tokens,
            AgentNames names,
            NounPhrases nouns,
            @Nullable Day lastDay,
            Verb verb,
            int from,
            int to) {
        this.words = words;
        this.tokens = tokens;
        this.names = names;
        this.nouns = nouns;
        this.lastDay = lastDay;
        this.verb = verb;
        this.from = from;
        this.to = to;
        arguments.add(new Arguments());
        int at = from;
        while (at < to) {
            int next = one(at);
            if (next < 0) {
                break;
            }
            at = next;
        }
        // a day or a time may reach beyond a clause that a bracket without its other half cuts short
        end = Math.min(Math.max(at, from), tokens.size());
    }

    private Arguments last() {
        return arguments.get(arguments.size() - 1);
    }

    /** One particular; the token behind it, or -1 where the clause ends. */
    private int one(int at) {
        String word = tokens.folded(at);
        if (word.equals(";")
                || PASSIVE.contains(word)
                || word.equals("not")
                || word.equals("who")
                || word.equals("whom")
                || word.equals("which")
                || word.equals("indicating")
                || word.equals("but")
                || word.equals("(") && words.verbs().at(tokens, at + 1, to) != null) {
            return -1;
        }
        if (word.equals(",") || word.equals("and")) {
            return joined(at);
        }
        if (words.verbs().at(tokens, at, to) != null && !nouns.isAdjective(at, at + 1, to)) {
            return -1;
        }
        Hit<String> manner = words.qualifiers().at(tokens, at, to);
        if (manner != null) {
            return qualify(manner, at);
        }
        Hit<String> speed = words.precedence().at(tokens, at, to);
        if (speed != null) {
            boolean attention = !last().to.isEmpty()
                    && (tokens.is(speed.end(), "for")
                            || speed.value().equals("eyes only") && names.one(tokens, speed.end(), to) > 0);
            return attention ? attention(tokens.is(speed.end(), "for") ? speed.end() + 1 : speed.end()) : speed.end();
        }
        Day day = EnglishDates.day(tokens, word.equals("on") ? at + 1 : at).orElse(null);
        if (day != null) {
            return dated(day);
        }
        Time time = EnglishDates.time(tokens, word.equals("at") || word.equals("by") ? at + 1 : at)
                .orElse(null);
        if (time != null) {
            last().time = time;
            return time.end();
        }
        if (word.equals("as")) {
            return afterAs(at);
        }
        if (word.equals("with") || word.equals("under")) {
            int covered = cover(at);
            if (covered > 0) {
                return covered;
            }
        }
        if (word.equals("in")
                && (tokens.is(at + 1, "telegram") || tokens.is(at + 1, "telegrams") || tokens.is(at + 1, "circular"))) {
            return telegram(at);
        }
        if (word.equals("from") && last().group != null) {
            return named(at, last().by);
        }
        if (verb.by().contains(word)) {
            boolean asked = verb.act() == Act.CLEAR && word.equals("by") && last().with;
            if (word.equals("by") && last().inOffice) {
                // cleared in S/S by A: the office is only where he sits
                last().by.clear();
            }
            int next = named(at, asked ? new ArrayList<>() : last().by);
            if (next > 0) {
                last().with |= word.equals("with");
                last().inOffice = word.equals("in");
                return next;
            }
        }
        if (verb.through().contains(word)) {
            int next = named(at, last().through);
            if (next > 0) {
                return next;
            }
        }
        if (verb.to().contains(word)) {
            int next = named(at, last().to);
            if (next > 0) {
                return next;
            }
        }
        if (word.equals("for")) {
            if (!last().to.isEmpty()) {
                return attention(at + 1);
            }
            int next = named(at, last().onBehalfOf);
            return next > 0 ? next : at + 1;
        }
        if (word.equals("between")) {
            return between(at);
        }
        if (word.equals("of") || word.equals("dated")) {
            Day written = EnglishDates.day(tokens, at + 1).orElse(null);
            if (written != null) {
                return dated(written);
            }
        }
        if (object == null) {
            NounPhrase phrase = nouns.at(at, to);
            if (phrase != null && last().by.isEmpty() && last().to.isEmpty()) {
                object = phrase.about();
                return phrase.end();
            }
            Act act = endorsed(tokens, at);
            if (act != null) {
                endorsed = act;
                Found of = tokens.is(at + 1, "of") ? names.list(tokens, at + 2, to) : null;
                endorsedBy = of == null ? List.of() : of.names();
                return of == null ? at + 1 : of.end();
            }
        }
        int relative = relativeDay(at);
        if (relative > 0) {
            return relative;
        }
        return skip(at);
    }

    /** {@code that day}, {@code the same day}, {@code the following day}: told from the day of the paper. */
    private int relativeDay(int at) {
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
        last().daysLater = later;
        return next + 2;
    }

    private int dated(Day day) {
        last().days.add(day);
        lastDay = day;
        return day.end();
    }

    /** {@code between January 29 and February 1}, {@code between 5:05 p.m. and 9:15 p.m.} */
    private int between(int at) {
        Day first = EnglishDates.day(tokens, at + 1).orElse(null);
        Day second = first == null || !tokens.is(first.end(), "and")
                ? null
                : EnglishDates.day(tokens, first.end() + 1).orElse(null);
        if (first != null && second != null) {
            last().days.add(first);
            last().interval = true;
            return dated(second);
        }
        Time start = EnglishDates.time(tokens, at + 1).orElse(null);
        Time end = start == null || !tokens.is(start.end(), "and")
                ? null
                : EnglishDates.time(tokens, start.end() + 1).orElse(null);
        if (start != null && end != null) {
            last().time = new Time(start.clock() + "/" + end.clock(), end.end());
            return end.end();
        }
        return at + 1;
    }

    /** What is neither a particular nor the end of the clause is passed over, a prepositional phrase whole. */
    private int skip(int at) {
        if (tokens.is(at, "“")) {
            int next = at + 1;
            while (next < to && !tokens.is(next, "”")) {
                next++;
            }
            return next + 1;
        }
        if (tokens.is(at, "(")) {
            int next = at + 1;
            while (next < to && !tokens.is(next, ")")) {
                next++;
            }
            return next + 1;
        }
        if (MODAL.contains(tokens.folded(at))
                || tokens.is(at, "stating")
                || tokens.is(at, "that")
                || tokens.is(at, "except")) {
            return tokens.is(at, "except") ? afterExcept(at) : -1;
        }
        if (tokens.is(at, "at")
                || tokens.is(at, "of")
                || tokens.is(at, "to")
                || tokens.is(at, "from")
                || tokens.is(at, "in")
                || tokens.is(at, "on")
                || tokens.is(at, "by")) {
            Found found = names.list(tokens, at + 1, to);
            return found != null ? found.end() : at + 1;
        }
        return at + 1;
    }

    private int afterExcept(int at) {
        int next = at + 1;
        while (next < to && !tokens.is(next, ",") && !tokens.is(next, ";")) {
            next++;
        }
        return next;
    }

    /** Behind a comma or "and": another particular of the same verb, or the end of the clause. */
    private int joined(int at) {
        int next = at;
        while (next < to && (tokens.is(next, ",") || tokens.is(next, "and") || ADVERBS.contains(tokens.folded(next)))) {
            next++;
        }
        if (next >= to) {
            return to;
        }
        String word = tokens.folded(next);
        boolean same = verb.by().contains(word)
                || verb.to().contains(word)
                || verb.through().contains(word)
                || word.equals("on") && EnglishDates.day(tokens, next + 1).isPresent()
                || EnglishDates.day(tokens, next).isPresent()
                || word.equals("at") && EnglishDates.time(tokens, next + 1).isPresent()
                || words.qualifiers().at(tokens, next, to) != null
                || words.precedence().at(tokens, next, to) != null
                || word.equals("except")
                || word.equals("dated") && EnglishDates.day(tokens, next + 1).isPresent();
        NounPhrase more = same ? null : nouns.at(next, to);
        if (more != null
                && object != null
                && (tokens.is(next, "its") || tokens.is(next, "their"))
                && words.verbs().at(tokens, more.end(), to) == null) {
            return more.end();
        }
        if (tokens.is(next, "its") && object != null) {
            return next + 2;
        }
        if (!same && !last().days.isEmpty() && Character.isDigit(word.charAt(0)) && word.length() <= 2) {
            Day before = last().days.get(last().days.size() - 1);
            last().days.add(new Day(before.month(), Integer.parseInt(word), before.year(), next + 1));
            return next + 1;
        }
        return same ? next : -1;
    }

    private int qualify(Hit<String> manner, int at) {
        boolean leads = verb.by().contains(tokens.folded(Math.min(manner.end(), tokens.size() - 1)));
        if (verb.act() == Act.DRAFT && manner.value().startsWith("with ")) {
            int next = leads ? named(manner.end(), new ArrayList<>()) : -1;
            return next > 0 ? next : manner.end();
        }
        last().ofLastVerb = last().by.isEmpty() && last().to.isEmpty();
        if (leads && !last().by.isEmpty()) {
            arguments.add(new Arguments());
        }
        last().qualifier = manner.value();
        return manner.end();
    }

    private int named(int at, List<String> into) {
        // a parenthesis that a scan made of a letter
        int next = tokens.is(at + 1, "(") && !closes(at + 2) ? at + 2 : at + 1;
        Hit<String> speed = words.precedence().at(tokens, next, to);
        while (speed != null) {
            next = speed.end();
            speed = words.precedence().at(tokens, next, to);
        }
        next = afterOwner(next);
        Found found = names.list(tokens, next, to);
        if (found == null) {
            return -1;
        }
        into.addAll(found.names());
        lastNames = found.names();
        return found.end();
    }

    private boolean closes(int at) {
        for (int next = at; next < Math.min(to, at + NEAR); next++) {
            if (tokens.is(next, ")")) {
                return true;
            }
        }
        return false;
    }

    /** Behind {@code the President's personal secretary,}: the name that follows. */
    private int afterOwner(int at) {
        int next = tokens.is(at, "the") ? at + 1 : at;
        while (next < to && AgentNames.isCapital(tokens, next) && !AgentNames.isPossessive(tokens, next)) {
            next++;
        }
        if (next >= to || !AgentNames.isPossessive(tokens, next)) {
            return at;
        }
        next++;
        while (next < to && Character.isLowerCase(tokens.at(next).charAt(0))) {
            next++;
        }
        return tokens.is(next, ",") ? next + 1 : at;
    }

    /** {@code to Paris for the Secretary}: to whose attention. */
    private int attention(int at) {
        Found found = names.list(tokens, at, to);
        if (found == null) {
            return at;
        }
        int last = last().to.size() - 1;
        if (last().to.get(last).indexOf('(') < 0) {
            last().to.set(last, last().to.get(last) + " (" + String.join(", ", found.names()) + ")");
        }
        return found.end();
    }

    /** {@code as telegram 382 to New York}: what the paper was called, which is no destination. */
    private int afterAs(int at) {
        int next = at + 1;
        if (tokens.is(at + 2, "enclosure") || tokens.is(at + 2, "attachment")) {
            last().covered = true;
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
    private int cover(int at) {
        int next = at + 1;
        int noun = -1;
        while (next < Math.min(to, at + 6)) {
            if (COVERS.contains(tokens.folded(next))) {
                noun = next;
                break;
            }
            next++;
        }
        if (noun < 0 || tokens.folded(from - 1).equals("filed") && !tokens.is(noun - 1, "covering")) {
            return -1;
        }
        last().covered = true;
        next = noun + 1;
        while (next < to) {
            String word = tokens.folded(next);
            Day day = EnglishDates.day(tokens, next).orElse(null);
            if (day != null) {
                last().days.add(day);
                next = day.end();
            } else if (word.equals("from") || word.equals("by")) {
                Found found = names.list(tokens, next + 1, to);
                if (found == null) {
                    return next + 1;
                }
                last().by.addAll(found.names());
                lastNames = found.names();
                next = found.end();
            } else if (word.equals("to") && names.one(tokens, next + 1, to) > 0) {
                Found found = names.list(tokens, next + 1, to);
                if (found != null) {
                    last().to.addAll(found.names());
                    next = found.end();
                }
            } else if (word.equals("of")
                    || word.equals("dated")
                    || word.equals("the")
                    || word.equals("date")
                    || word.equals("that")) {
                if (word.equals("date") && last().days.isEmpty() && lastDay != null) {
                    last().days.add(lastDay);
                }
                next++;
            } else if (word.equals("and") && !last().days.isEmpty() && isSmallNumber(next + 1)) {
                next = joined(next);
            } else {
                return next;
            }
        }
        return next;
    }

    private boolean isSmallNumber(int at) {
        return at < to
                && Character.isDigit(tokens.at(at).charAt(0))
                && tokens.at(at).length() <= 2;
    }

    /** {@code in telegram 222043Z from CNO to Chief MAAG}: the telegram that carried it. */
    private int telegram(int at) {
        int next = at + 1;
        while (next < to && !tokens.is(next, "from") && !tokens.is(next, "to") && !tokens.is(next, ".")) {
            String word = tokens.at(next);
            if (last().group == null && Character.isDigit(word.charAt(0))) {
                last().group = word;
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
        if (last().group == null) {
            last().group = "";
        }
        return next;
    }

    static @Nullable Act endorsed(Tokens tokens, int at) {
        return switch (tokens.folded(at)) {
            case "approval" -> Act.APPROVE;
            case "concurrence", "concurrences", "clearance" -> Act.CLEAR;
            default -> null;
        };
    }
}
