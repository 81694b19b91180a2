package chancery.reading.routing;

import chancery.reading.text.Phrases.Hit;
import chancery.reading.text.Tokens;

/** Destinations that are not named one by one: {@code the other NATO capitals}, {@code 13 posts in Europe}. */
final class GroupNames {
    /** How many words may stand before what the group consists of. */
    private static final int BEFORE = 6;

    private final RoutingWords words;

    GroupNames(RoutingWords words) {
        this.words = words;
    }

    /** The token behind the group that begins at a token; -1 if none does. */
    int end(Tokens tokens, int from, int to) {
        for (int at = from; at < Math.min(to, from + BEFORE); at++) {
            Hit<String> group = words.groups().at(tokens, at, to);
            if (group != null) {
                return area(tokens, group.end(), to);
            }
            String word = tokens.at(at);
            boolean counted =
                    Character.isLetterOrDigit(word.charAt(0)) && words.verbs().at(tokens, at, to) == null;
            boolean parts = tokens.is(at, "and") && (tokens.is(at + 1, "the") || tokens.is(at + 1, "to"));
            if (!counted || parts || FunctionWords.PREPOSITIONS.contains(tokens.folded(at))) {
                return -1;
            }
        }
        return -1;
    }

    /** Behind where the group is: {@code in Europe and Asia}, {@code worldwide}. */
    private static int area(Tokens tokens, int from, int to) {
        if (tokens.is(from, "worldwide")) {
            return from + 1;
        }
        if (!tokens.is(from, "in")) {
            return from;
        }
        int at = from + 1;
        while (at < to
                && (AgentNames.isCapital(tokens, at)
                        || tokens.is(at, "the")
                        || (tokens.is(at, "and") || tokens.is(at, ",")) && AgentNames.isCapital(tokens, at + 1))) {
            at++;
        }
        return at > from + 1 ? at : from;
    }
}
