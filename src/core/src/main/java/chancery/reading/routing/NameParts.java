package chancery.reading.routing;

import chancery.reading.text.Tokens;
import java.util.Locale;
import java.util.Set;

/** What stands within and behind names: ranks, bare titles, what goes on to {@code Affairs}, brackets. */
final class NameParts {
    /** The services and ranks that stand behind a name. */
    static final Set<String> RANKS = Set.of("usaf", "usn", "usmc", "usa", "ret.", "jr.", "jr", "sr.", "ii", "iii");

    /** Words that need more to be an office: {@code Chief, MAAG Formosa}. */
    static final Set<String> BARE = Set.of("chief", "commander", "director", "chairman", "president");

    private static final int AFFAIRS_WITHIN = 14;

    private NameParts() {}

    /** Behind "Affairs", when what stands here goes on to it: {@code , South Asian, and African Affairs}; else -1. */
    static int affairs(Tokens tokens, int at, int to) {
        if (!tokens.is(at, ",") && !tokens.is(at, "and")) {
            return -1;
        }
        for (int next = at; next < Math.min(to, at + AFFAIRS_WITHIN); next++) {
            if (tokens.is(next, "affairs")) {
                return next + 1;
            }
            if (!tokens.is(next, ",") && !tokens.is(next, "and") && !AgentNames.isCapital(tokens, next)) {
                return -1;
            }
            if (next > at
                    && (tokens.is(next, "secretary") || tokens.is(next, "assistant") || tokens.is(next, "deputy"))) {
                return -1;
            }
        }
        return -1;
    }

    /** Behind the bracket that closes the one that stands here; -1 if none does. */
    static int closing(Tokens tokens, int at, int to) {
        String closing = tokens.is(at, "[") ? "]" : ")";
        for (int next = at + 1; next < to; next++) {
            if (tokens.is(next, closing)) {
                return next + 1;
            }
        }
        return -1;
    }

    /** {@code Carey A. Randall, USMC} without the service he belongs to. */
    static String withoutRank(String printed) {
        int comma = printed.lastIndexOf(", ");
        boolean rank = comma > 0
                && RANKS.contains(printed.substring(comma + 2).toLowerCase(Locale.ROOT))
                && !printed.endsWith("r.");
        return rank ? printed.substring(0, comma) : printed;
    }

    /** Whether a capital word is the last of the clause: {@code Chief MAAG, Formosa.} */
    static boolean endsWithName(Tokens tokens, int at, int to) {
        return AgentNames.isCapital(tokens, at) && (at + 1 >= to || tokens.is(at + 1, ".") || tokens.is(at + 1, ";"));
    }

    /** Whether a stretch is all made of words that need more to be an office. */
    static boolean isBare(Tokens tokens, int start, int end) {
        boolean bare = true;
        for (int at = start; at < end; at++) {
            bare &= BARE.contains(tokens.folded(at)) || tokens.is(at, "in");
        }
        return bare;
    }
}
