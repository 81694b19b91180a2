package chancery.reading.routing;

import static chancery.reading.routing.FunctionWords.ADVERBS;
import static chancery.reading.routing.FunctionWords.MODAL;
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
    private final int to;
    private final DayPhrases days;
    private final NamePhrases named;
    private final Transmittal transmittal;

    int end;

    @Nullable
    Noun object;

    @Nullable
    Act endorsed;

    List<String> endorsedBy = List.of();

    /** Reads what follows a verb, from a token to the end of its clause. */
    Particulars(
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
        this.verb = verb;
        this.to = to;
        this.days = new DayPhrases(tokens, lastDay);
        this.named = new NamePhrases(words, tokens, names, to);
        this.transmittal = new Transmittal(tokens, names, days, named, from, to);
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

    /** The last day that the sentence named. */
    @Nullable
    Day lastDay() {
        return days.last;
    }

    List<String> lastNames() {
        return named.last;
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
        if (word.equals("(")) {
            int behind = inDraft(at);
            if (behind > 0) {
                return behind;
            }
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
            return attention
                    ? named.attention(tokens.is(speed.end(), "for") ? speed.end() + 1 : speed.end(), last().to)
                    : speed.end();
        }
        Day day = EnglishDates.day(tokens, word.equals("on") ? at + 1 : at).orElse(null);
        if (day != null) {
            return days.dated(day, last());
        }
        Time time = EnglishDates.time(tokens, word.equals("at") || word.equals("by") ? at + 1 : at)
                .orElse(null);
        if (time != null) {
            last().time = time;
            return time.end();
        }
        if (word.equals("as") && tokens.is(at + 1, "correct")) {
            endorsed = Act.AUTHENTICATE;
            return at + 2;
        }
        if (word.equals("as")) {
            return transmittal.as(at, isRepetition(), last());
        }
        if (word.equals("with") || word.equals("under")) {
            int covered = transmittal.cover(at, last());
            if (covered > 0) {
                return covered;
            }
        }
        if (word.equals("in")
                && (tokens.is(at + 1, "telegram") || tokens.is(at + 1, "telegrams") || tokens.is(at + 1, "circular"))) {
            return isRepetition() ? transmittal.in(at) : transmittal.telegram(at, last());
        }
        if (word.equals("from") && last().group != null) {
            return named.behind(at, last().by);
        }
        if (verb.by().contains(word)) {
            if (last().closed) {
                arguments.add(new Arguments());
            }
            boolean asked = verb.act() == Act.CLEAR && word.equals("by") && last().with;
            if (word.equals("by") && last().inOffice) {
                // cleared in S/S by A: the office is only where he sits
                last().by.clear();
            }
            // cleared by A in S/S and B: the office is only where A sits
            boolean sits = word.equals("in") && !last().by.isEmpty() && AgentNames.isCapital(tokens, at - 1);
            List<String> found = new ArrayList<>();
            int next = named.behind(at, asked || sits ? found : last().by);
            if (next > 0 && sits) {
                last().by.addAll(found.subList(1, found.size()));
                return next;
            }
            if (next > 0) {
                last().with |= word.equals("with");
                last().inOffice = word.equals("in");
                return next;
            }
        }
        if (verb.through().contains(word)) {
            int next = named.behind(at, last().through);
            if (next > 0) {
                return next;
            }
        }
        if (verb.to().contains(word)) {
            int next = named.behind(at, last().to);
            if (next > 0) {
                return next;
            }
        }
        if (word.equals("for")) {
            if (!last().to.isEmpty()) {
                return named.attention(at + 1, last().to);
            }
            int next = named.behind(at, last().onBehalfOf);
            return next > 0 ? next : at + 1;
        }
        if (word.equals("between")) {
            return days.between(at, last());
        }
        if (word.equals("of") || word.equals("dated")) {
            Day written = EnglishDates.day(tokens, at + 1).orElse(null);
            if (written != null) {
                return days.dated(written, last());
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
        int relative = days.relative(at, last());
        if (relative > 0) {
            return relative;
        }
        return skip(at);
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
        if (isRepetition() && isNumbered(next)) {
            return next + 1;
        }
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
        return same ? next : days.further(next, last());
    }

    /** {@code cleared by A and B (in draft)}: the manner is that of the name before it alone. */
    private int inDraft(int at) {
        Hit<String> manner = words.qualifiers().at(tokens, at + 1, to);
        if (manner == null || !tokens.is(manner.end(), ")") || last().by.isEmpty()) {
            return -1;
        }
        if (last().by.size() > 1) {
            String name = last().by.remove(last().by.size() - 1);
            arguments.add(new Arguments());
            last().by.add(name);
        }
        last().qualifier = manner.value();
        last().closed = true;
        return manner.end() + 1;
    }

    private boolean isRepetition() {
        return verb.act() == Act.REPEAT || verb.act() == Act.POUCH;
    }

    /** {@code 78 to Zenda, 12 to Hentzau, and as 5 to Strelsau}: the number under which it went to the next. */
    private boolean isNumbered(int at) {
        boolean number = Character.isDigit(tokens.at(at).charAt(0)) && tokens.is(at + 1, "to");
        return number && !last().to.isEmpty() || tokens.is(at, "as") && tokens.is(at + 2, "to");
    }

    private int qualify(Hit<String> manner, int at) {
        int comma = tokens.is(manner.end(), ",") ? manner.end() + 1 : manner.end();
        boolean leads = verb.by().contains(tokens.folded(Math.min(comma, tokens.size() - 1)));
        if (verb.act() == Act.DRAFT && manner.value().startsWith("with ")) {
            int next = leads ? named.behind(manner.end(), new ArrayList<>()) : -1;
            return next > 0 ? next : manner.end();
        }
        last().ofLastVerb = last().by.isEmpty() && last().to.isEmpty();
        if (leads && !last().by.isEmpty()) {
            arguments.add(new Arguments());
        }
        last().qualifier = manner.value();
        return manner.end();
    }

    static @Nullable Act endorsed(Tokens tokens, int at) {
        return switch (tokens.folded(at)) {
            case "approval" -> Act.APPROVE;
            case "approve" -> tokens.is(at + 1, "option") ? Act.APPROVE : null;
            case "disapprove" -> tokens.is(at + 1, "option") ? Act.REJECT : null;
            case "concurrence", "concurrences", "clearance" -> Act.CLEAR;
            default -> null;
        };
    }
}
