package chancery.reading.routing;

import static chancery.reading.routing.FunctionWords.NEAR;

import chancery.reading.routing.AgentNames.Found;
import chancery.reading.text.Phrases.Hit;
import chancery.reading.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/** Names behind a preposition, as a clause says who did it, to whom and for whose attention. */
final class NamePhrases {
    private final RoutingWords words;
    private final Tokens tokens;
    private final AgentNames names;
    private final GroupNames groups;
    private final int to;

    /** The names that the clause named last. */
    List<String> last = List.of();

    /** @param to the token behind the clause */
    NamePhrases(RoutingWords words, Tokens tokens, AgentNames names, int to) {
        this.words = words;
        this.tokens = tokens;
        this.names = names;
        this.groups = new GroupNames(words);
        this.to = to;
    }

    /** Adds the names behind a preposition; the token behind them, or -1 if there are none. */
    int behind(int at, List<String> into) {
        // a parenthesis that a scan made of a letter
        int next = tokens.is(at + 1, "(") && !closes(at + 2) ? at + 2 : at + 1;
        Hit<String> speed = words.precedence().at(tokens, next, to);
        while (speed != null) {
            next = speed.end();
            speed = words.precedence().at(tokens, next, to);
        }
        int colon = afterFollowing(next);
        if (colon > 0) {
            return each(colon, into);
        }
        int end = groups.end(tokens, next, to);
        if (end > 0) {
            into.add(tokens.between(tokens.is(next, "the") ? next + 1 : next, end));
            return further(end, into);
        }
        next = afterRole(afterOwner(next));
        Found found = names.list(tokens, next, to);
        if (found == null) {
            return -1;
        }
        into.addAll(found.names());
        last = found.names();
        boolean goesOn = tokens.is(found.end(), ",") || tokens.is(found.end(), "and");
        boolean group = goesOn && groups.end(tokens, found.end() + 1, to) > 0;
        return group ? behind(found.end(), into) : found.end();
    }

    /** Behind the names that go on an enumeration which began with a group: {@code the other posts and Zenda}. */
    private int further(int at, List<String> into) {
        int next = at;
        while (next < to && (tokens.is(next, ",") || tokens.is(next, "and") || tokens.is(next, "to"))) {
            next++;
        }
        if (next == at || next >= to || words.verbs().at(tokens, next, to) != null) {
            return at;
        }
        int end = behind(next - 1, into);
        return end < 0 ? at : end;
    }

    private boolean closes(int at) {
        for (int next = at; next < Math.min(to, at + NEAR); next++) {
            if (tokens.is(next, ")")) {
                return true;
            }
        }
        return false;
    }

    /** Behind {@code the following officials:}; -1 if that does not stand here. */
    private int afterFollowing(int at) {
        if (!tokens.is(at, "the") || !tokens.is(at + 1, "following")) {
            return -1;
        }
        for (int next = at + 2; next < Math.min(to, at + NEAR); next++) {
            if (tokens.is(next, ":")) {
                return next + 1;
            }
        }
        return -1;
    }

    /** Names that semicolons part, each perhaps with its office. */
    private int each(int from, List<String> into) {
        List<String> all = new ArrayList<>();
        int at = from;
        Found found = names.list(tokens, at, to);
        while (found != null) {
            boolean parted = all.isEmpty() && !tokens.is(found.end(), ";");
            all.addAll(parted ? found.names() : found.names().subList(0, 1));
            at = found.end();
            while (at < to && !parted && !tokens.is(at, ";")) {
                at++;
            }
            int next = tokens.is(at + 1, "and") ? at + 2 : at + 1;
            found = tokens.is(at, ";") ? names.list(tokens, next, to) : null;
        }
        into.addAll(all);
        last = all.isEmpty() ? last : all;
        return all.isEmpty() ? -1 : at;
    }

    /** Behind {@code the interpreter,}: the name that follows. */
    private int afterRole(int at) {
        if (!tokens.is(at, "the") && !tokens.is(at, "his")) {
            return at;
        }
        int next = at + 1;
        while (next < Math.min(to, at + NEAR)
                && Character.isLowerCase(tokens.at(next).charAt(0))) {
            next++;
        }
        boolean role = next > at + 1 && tokens.is(next, ",") && AgentNames.isCapital(tokens, next + 1);
        return role ? next + 1 : at;
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
    int attention(int at, List<String> addressees) {
        Found found = names.list(tokens, at, to);
        if (found == null) {
            return at;
        }
        int addressee = addressees.size() - 1;
        // to Geneva for Brown, Rome, and Bonn: behind a comma the enumeration of addressees goes on
        boolean goesOn = found.names().size() > 1 && tokens.is(names.one(tokens, at, to), ",");
        List<String> meant = goesOn ? found.names().subList(0, 1) : found.names();
        if (addressees.get(addressee).indexOf('(') < 0) {
            addressees.set(addressee, addressees.get(addressee) + " (" + String.join(", ", meant) + ")");
        }
        addressees.addAll(found.names().subList(meant.size(), found.names().size()));
        return found.end();
    }
}
