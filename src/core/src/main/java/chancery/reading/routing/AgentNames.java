package chancery.reading.routing;

import chancery.reading.particular.EnglishDates;
import chancery.reading.text.Phrases;
import chancery.reading.text.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads who is named: a person with or without title, an office, a place, or several of them enumerated. {@code A, B, and
 * the Assistant Secretary of State for Near Eastern, South Asian, and African Affairs C} are three. Names are kept as
 * printed; behind a long title {@code [C]} says what the printed form stands for.
 */
public final class AgentNames {
    private static final Set<String> PARTICLES = Set.of("de", "von", "van", "la", "al", "el", "ben", "bin", "du", "&");
    private static final Set<String> ABBREVIATED =
            Set.of("mr", "mrs", "dr", "gen", "col", "adm", "sen", "messrs", "amb", "lt", "capt");

    /** Words at which the name of an office ends, so that a person's name may follow. */
    private static final Set<String> ENDS = Set.of(
            "affairs",
            "state",
            "defense",
            "navy",
            "army",
            "treasury",
            "force",
            "agency",
            "staff",
            "operations",
            "council",
            "president",
            "division",
            "bureau");

    /** Words that are no names, capital or not. */
    private static final Set<String> FUNCTION = Set.of(
            "as",
            "the",
            "a",
            "an",
            "this",
            "these",
            "it",
            "its",
            "also",
            "at",
            "in",
            "on",
            "for",
            "with",
            "by",
            "from",
            "to",
            "according",
            "both",
            "later",
            "although",
            "no",
            "and",
            "but",
            "he",
            "she",
            "they",
            "his",
            "her",
            "their",
            "another",
            "attached",
            "source",
            "that",
            "there",
            "when",
            "while",
            "after",
            "before",
            "during",
            "see",
            "document",
            "telegram",
            "note",
            "notes",
            "copies",
            "copy",
            "text",
            "top",
            "i",
            "you",
            "we",
            "please");

    /** Words that tie the parts of an office's name. */
    private static final Set<String> TIES = Set.of("of", "to", "for", "in", "at");

    /** A body that is named by its letters is no part of what the others are called by. */
    private static final Pattern ACRONYM = Pattern.compile("\\p{Lu}{2,}");

    /** {@code Director of S/S}: an office within one that is called by its letters. */
    private static final Pattern LETTERS = Pattern.compile(" of [\\p{Lu}/]+$");

    private final RoutingWords words;

    AgentNames(RoutingWords words) {
        this.words = words;
    }

    /**
     * Names found.
     *
     * @param end the token behind the last
     */
    record Found(List<String> names, int end) {
        public Found {
            names = List.copyOf(names);
        }

        String last() {
            return names.get(names.size() - 1);
        }
    }

    /** The enumeration that begins at a token; {@code null} if no name does. A name that a verb follows begins anew. */
    @Nullable
    Found list(Tokens tokens, int from, int to) {
        return list(tokens, from, to, false);
    }

    /**
     * The enumeration that begins at a token; {@code null} if no name does.
     *
     * @param subject whether it may be the subject of a verb that follows
     */
    @Nullable
    Found list(Tokens tokens, int from, int to, boolean subject) {
        int end = one(tokens, from, to);
        if (end < 0) {
            return null;
        }
        List<String> names = new ArrayList<>();
        int at = from;
        @Nullable String shared = null;
        while (true) {
            int start = afterFiller(tokens, article(tokens, at, to), to);
            String printed = tokens.between(start, end);
            Phrases.Hit<String> plural = words.plurals().at(tokens, start, end);
            if (plural != null && plural.end() < end) {
                shared = plural.value().isEmpty() ? null : plural.value();
                printed = plural.value() + tokens.between(plural.end(), end);
            } else if (shared != null
                    && !printed.endsWith("Staff")
                    && !printed.endsWith("Agency")
                    && !ACRONYM.matcher(printed).matches()) {
                printed = shared + tokens.between(at, end);
            }
            names.add(withAlias(NameParts.withoutRank(printed)));
            end = afterApposition(tokens, start, end, to);
            int next = afterSeparator(tokens, end, to);
            int nextEnd = next < 0 ? -1 : one(tokens, next, to);
            if (nextEnd < 0 || !subject && words.verbs().at(tokens, nextEnd, to) != null) {
                return new Found(names, end);
            }
            at = next;
            end = nextEnd;
        }
    }

    /** Behind the comma or "and" that may part two names; -1 if there is neither. */
    private static int afterSeparator(Tokens tokens, int at, int to) {
        int next = at;
        while (next < to && (tokens.is(next, ",") || tokens.is(next, "and") || tokens.is(next, "or"))) {
            next++;
        }
        if (tokens.is(next, "as") && tokens.is(next + 1, "well") && tokens.is(next + 2, "as")) {
            next += 3;
        }
        if (next > at && tokens.is(next, "to") && next + 1 < to) {
            return -1;
        }
        return next == at || next >= to ? -1 : next;
    }

    /** The token behind the single name that begins at a token; -1 if none does. */
    int one(Tokens tokens, int from, int to) {
        int at = article(tokens, from, to);
        if (at < to && tokens.is(at, "[")) {
            return NameParts.closing(tokens, at, to);
        }
        at = afterFiller(tokens, at, to);
        if (at >= to
                || !isCapital(tokens, at)
                || FUNCTION.contains(tokens.folded(at))
                || EnglishDates.isMonth(tokens, at) && isDay(tokens, at)) {
            return -1;
        }
        if (words.verbs().at(tokens, at, to) != null) {
            return -1;
        }
        int start = at;
        boolean office = false;
        boolean connected = false;
        while (at < to) {
            if (isCapital(tokens, at)) {
                if (isPossessive(tokens, at) || isDay(tokens, at) && EnglishDates.isMonth(tokens, at)) {
                    return isPossessive(tokens, at) ? -1 : at;
                }
                if (at > start && words.verbs().at(tokens, at, to) != null) {
                    break;
                }
                office |= words.offices().contains(tokens.folded(at));
                at++;
                continue;
            }
            if (tokens.is(at, ".") && ABBREVIATED.contains(tokens.folded(at - 1)) && at + 1 < to) {
                at++;
                continue;
            }
            int next = connected(tokens, at, to, office);
            if (next > 0) {
                connected = true;
                at = next;
                continue;
            }
            int affairs = connected ? NameParts.affairs(tokens, at, to) : -1;
            if (affairs > 0) {
                at = affairs;
                continue;
            }
            if (tokens.is(at, ",")
                    && NameParts.BARE.contains(tokens.folded(start))
                    && at - start == 2
                    && NameParts.endsWithName(tokens, at + 1, to)) {
                at++;
                continue;
            }
            if (tokens.is(at, ",")
                    && at + 1 < to
                    && NameParts.isBare(tokens, start, at)
                    && isCapital(tokens, article(tokens, at + 1, to))) {
                at = article(tokens, at + 1, to);
                continue;
            }
            if (tokens.is(at, ",") && at + 1 < to && NameParts.RANKS.contains(tokens.folded(at + 1))) {
                at += tokens.is(at + 1, "jr") && tokens.is(at + 2, ".") && at + 2 < to ? 3 : 2;
                continue;
            }
            break;
        }
        return parenthesis(tokens, at, to);
    }

    /** Behind a word that ties the parts of an office's name, if one stands here; else -1. */
    private int connected(Tokens tokens, int at, int to, boolean office) {
        String word = tokens.folded(at);
        if (PARTICLES.contains(word)) {
            return at + 1 < to && isCapital(tokens, at + 1) ? at + 1 : -1;
        }
        boolean behindOffice = words.offices().contains(tokens.folded(at - 1)) || tokens.is(at - 1, "general");
        boolean ties = office
                && switch (word) {
                    case "of" -> true;
                    case "for" -> behindOffice || ENDS.contains(tokens.folded(at - 1));
                    case "in", "at" -> behindOffice;
                    case "on" -> tokens.is(at - 1, "president") || behindOffice;
                    case "to" ->
                        isPostedTo(tokens, at)
                                || tokens.is(at + 1, "the")
                                        && (tokens.folded(at - 1).startsWith("assistant")
                                                || tokens.folded(at - 1).startsWith("adviser")
                                                || tokens.folded(at - 1).startsWith("representative")
                                                || tokens.folded(at - 1).startsWith("officer"));
                    default -> false;
                };
        if (!ties) {
            return -1;
        }
        int next = article(tokens, at + 1, to);
        boolean named = next < to
                && isCapital(tokens, next)
                && !isPossessive(tokens, next)
                && !(EnglishDates.isMonth(tokens, next) && isDay(tokens, next));
        return named ? next : -1;
    }

    /** {@code Mission to NATO}: a mission or delegation to a body that is named by its letters, or to the United Nations. */
    private static boolean isPostedTo(Tokens tokens, int at) {
        int body = article(tokens, at + 1, tokens.size());
        return (tokens.is(at - 1, "mission") || tokens.is(at - 1, "delegation"))
                && body < tokens.size()
                && (ACRONYM.matcher(tokens.at(body)).matches() || tokens.is(body, "united"));
    }

    /** Behind a short parenthesis that belongs to a name, such as {@code (Tokyo)}. */
    private static int parenthesis(Tokens tokens, int at, int to) {
        if (!tokens.is(at, "(") || at + 1 >= to || !isCapital(tokens, at + 1) || tokens.is(at + 1, "ibid")) {
            return at;
        }
        int end = NameParts.closing(tokens, at, to);
        boolean plain = end > 0 && end - at <= 7;
        for (int inner = at; plain && inner < end; inner++) {
            plain = !tokens.is(inner, ",") || tokens.is(inner + 1, "jr.");
        }
        return plain ? end : at;
    }

    /** Behind what only says who a person is: {@code John W. Hanes, Special Assistant to the Secretary,}. */
    private int afterApposition(Tokens tokens, int start, int end, int to) {
        boolean person = !words.offices().contains(tokens.folded(start))
                && !tokens.between(start, end).contains(" of ")
                && !words.offices().contains(tokens.folded(end - 1));
        if (!person || !tokens.is(end, ",") || end + 1 >= to || !isCapital(tokens, end + 1)) {
            return end;
        }
        int next = one(tokens, end + 1, to);
        if (next < 0 || !words.offices().contains(tokens.folded(end + 1))) {
            return end;
        }
        String said = tokens.between(end + 1, next);
        boolean tied = Arrays.stream(said.split(" ")).anyMatch(TIES::contains);
        boolean office = said.endsWith(")")
                || said.contains(" at ")
                || tied
                        && ENDS.stream()
                                .anyMatch(last -> said.toLowerCase(Locale.ROOT).endsWith(last)
                                        || LETTERS.matcher(said).find()
                                        || said.endsWith("Secretariat")
                                        || said.endsWith("Secretary")
                                        || said.endsWith("Office")
                                        || said.endsWith("Chairman"));
        return office ? next : end;
    }

    /** A long title with a name behind it says the name too. */
    private String withAlias(String printed) {
        if (printed.indexOf('(') >= 0
                || !printed.contains(" of ") && !printed.contains(" for ") && !printed.contains(" to ")) {
            return printed;
        }
        String[] parts = printed.split(" ");
        for (int at = parts.length - 2; at > 0; at--) {
            if (ENDS.contains(parts[at].toLowerCase(Locale.ROOT)) && Character.isUpperCase(parts[at + 1].charAt(0))) {
                return printed + " [" + String.join(" ", List.of(parts).subList(at + 1, parts.length)) + "]";
            }
        }
        return printed;
    }

    /** Behind words such as {@code intelligence organizations of the}, which are no part of the name. */
    private int afterFiller(Tokens tokens, int at, int to) {
        Phrases.Hit<String> filler = words.fillers().at(tokens, at, to);
        return filler == null ? at : article(tokens, filler.end(), to);
    }

    private static int article(Tokens tokens, int at, int to) {
        return at < to && (tokens.is(at, "the") || tokens.is(at, "both")) ? at + 1 : at;
    }

    private static boolean isDay(Tokens tokens, int month) {
        return EnglishDates.day(tokens, month).isPresent();
    }

    public static boolean isPossessive(Tokens tokens, int at) {
        String word = tokens.folded(at);
        int end = tokens.end(at);
        return word.endsWith("'s")
                || end < tokens.text().length() && isApostrophe(tokens.text().charAt(end));
    }

    private static boolean isApostrophe(char c) {
        return c == '’' || c == '\'';
    }

    public static boolean isCapital(Tokens tokens, int at) {
        return at < tokens.size() && Character.isUpperCase(tokens.text().charAt(tokens.start(at)));
    }
}
