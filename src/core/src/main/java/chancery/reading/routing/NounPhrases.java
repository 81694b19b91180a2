package chancery.reading.routing;

import static chancery.reading.routing.FunctionWords.DEFINITE;
import static chancery.reading.routing.FunctionWords.NEAR;
import static chancery.reading.routing.FunctionWords.PASSIVE;

import chancery.reading.particular.EnglishDates;
import chancery.reading.routing.RoutingWords.Noun;
import chancery.reading.text.Phrases.Hit;
import chancery.reading.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * What the nouns of a sentence are about: this paper, a copy of it, a mark on it, or another paper. {@code The
 * memorandum} is this one, {@code a memorandum} another, {@code the President's message} another unless that is what the
 * paper is.
 */
final class NounPhrases {
    private final RoutingWords words;
    private final Tokens tokens;

    NounPhrases(RoutingWords words, Tokens tokens) {
        this.words = words;
        this.tokens = tokens;
    }

    /**
     * A noun phrase.
     *
     * @param end the token behind it
     */
    record NounPhrase(Noun about, int end) {}

    /** What the first noun of a stretch says; a paper behind "a" is another one. */
    @Nullable
    Noun first(int from, int to) {
        for (int at = from; at < to; at++) {
            Noun noun = noun(at, to);
            if (noun != null) {
                boolean indefinite = noun == Noun.THIS && !definiteBefore(at, from);
                return indefinite ? Noun.OTHER : noun;
            }
        }
        return null;
    }

    private boolean definiteBefore(int noun, int from) {
        if (tokens.is(noun, "it") || tokens.is(noun - 1, "source")) {
            return true;
        }
        for (int at = noun - 1; at >= Math.max(from, noun - 4); at--) {
            if (DEFINITE.contains(tokens.folded(at))) {
                return !tokens.is(noun + 1, "of") && !AgentNames.isPossessive(tokens, noun - 1);
            }
            if (words.nouns().at(tokens, at, noun) != null) {
                return false;
            }
        }
        return false;
    }

    @Nullable
    Noun noun(int at, int to) {
        Hit<Noun> hit = words.nouns().at(tokens, at, to);
        return hit == null ? null : hit.value();
    }

    @Nullable
    Noun lastWithin(int from, int to) {
        for (int at = to; at >= Math.max(0, from); at--) {
            Noun noun = noun(at, tokens.size());
            if (noun != null) {
                return noun;
            }
        }
        return null;
    }

    /** A participle before a noun: {@code the revised draft}, {@code a signed original}. */
    boolean isAdjective(int at, int end, int to) {
        boolean before = at > 0
                && end == at + 1
                && (DEFINITE.contains(tokens.folded(at - 1)) && !tokens.is(at - 1, "it")
                        || tokens.is(at - 1, "a")
                        || tokens.is(at - 1, "an")
                        || AgentNames.isPossessive(tokens, at - 1) && !AgentNames.isCapital(tokens, at));
        return before && !tokens.is(end, "by") && end < to && !tokens.is(end, ",");
    }

    /** The noun phrase that begins at a token; {@code null} if none does. */
    @Nullable
    NounPhrase at(int at, int to) {
        Hit<Noun> here = words.nouns().at(tokens, at, to);
        if (here != null && (here.value() == Noun.COPY || tokens.is(at, "it"))) {
            return new NounPhrase(here.value(), here.value() == Noun.COPY ? afterOf(here.end(), to) : here.end());
        }
        String first = tokens.folded(at);
        boolean definite = DEFINITE.contains(first);
        boolean indefinite = first.equals("a")
                || first.equals("an")
                || first.equals("another")
                || first.equals("separate")
                || first.equals("his")
                || first.equals("her")
                || first.equals("their")
                || AgentNames.isPossessive(tokens, at);
        if (!definite && !indefinite && here == null) {
            return null;
        }
        boolean other = indefinite;
        boolean possessive = false;
        for (int next = at; next < Math.min(to, at + NEAR); next++) {
            if (next > at
                    && (words.verbs().at(tokens, next, to) != null && !isAdjective(next, next + 1, to)
                            || PASSIVE.contains(tokens.folded(next))
                            || tokens.is(next, ",")
                            || tokens.is(next, ";"))) {
                return null;
            }
            possessive |= AgentNames.isPossessive(tokens, next);
            Hit<Noun> hit = words.nouns().at(tokens, next, to);
            if (hit != null) {
                if (hit.value() == Noun.OTHER) {
                    other = true;
                    continue;
                }
                if (hit.value() != Noun.THIS) {
                    return new NounPhrase(hit.value(), hit.value() == Noun.COPY ? afterOf(hit.end(), to) : hit.end());
                }
                Hit<Noun> longer = words.nouns().at(tokens, hit.end(), to);
                int end = longer == null ? hit.end() : longer.end();
                if (longer != null && longer.value() == Noun.NOTE) {
                    return new NounPhrase(Noun.NOTE, end);
                }
                boolean identified = tokens.is(end, "of") && end + 1 < to && EnglishDates.isMonth(tokens, end + 1);
                boolean ofOther = other || identified;
                return new NounPhrase(ofOther && !(possessive && isOwnForm(hit)) ? Noun.OTHER : Noun.THIS, end);
            }
        }
        return null;
    }

    /** Behind {@code of this memorandum and its enclosure}, which says only what it is a copy of. */
    private int afterOf(int at, int to) {
        if (!tokens.is(at, "of")) {
            return at;
        }
        NounPhrase of = at(at + 1, to);
        int end = of == null ? at : of.end();
        return tokens.is(end, "and") && tokens.is(end + 1, "its") ? Math.min(to, end + 3) : end;
    }

    private boolean isOwnForm(Hit<Noun> hit) {
        return tokens.is(hit.end() - 1, "message") || tokens.is(hit.end() - 1, "letter");
    }
}
