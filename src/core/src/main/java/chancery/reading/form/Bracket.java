package chancery.reading.form;

import chancery.reading.particular.PrintedDate;
import chancery.reading.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A bracket in which a transcriber put a stamp or handwriting, over one line or several.
 *
 * <p>One that never closes ends: handwriting at the next blank line; a stamp at the blank line after its date, or before
 * ordinary text, which is a line of more than {@value #SHORT_LINE} words.
 *
 * @param from the opening bracket
 * @param inner its first token behind what announces it
 * @param innerEnd the token behind its last
 * @param to the token behind the closing bracket
 */
record Bracket(boolean stamp, int from, int inner, int innerEnd, int to, boolean closed) {
    private static final int MAX_WORDS = 150;
    private static final int SHORT_LINE = 12;

    /** The brackets of a text, in order. */
    static List<Bracket> in(Tokens tokens, MarksFile marks) {
        List<Bracket> found = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            Optional<Bracket> bracket = at(tokens, at, marks);
            bracket.ifPresent(found::add);
            at = bracket.map(Bracket::to).orElse(at + 1);
        }
        return found;
    }

    private static Optional<Bracket> at(Tokens tokens, int from, MarksFile marks) {
        boolean stamp = announced(tokens, from, marks.stampWords());
        if (!stamp && !announced(tokens, from, marks.handWords())) {
            return Optional.empty();
        }
        int limit = Math.min(tokens.size(), from + MAX_WORDS);
        int inner = from + 2;
        for (int at = inner; at < Math.min(limit, from + 8) && !tokens.beginsLine(at); at++) {
            if (tokens.is(at, ":")) {
                inner = at + 1;
                break;
            }
        }
        int depth = 1;
        for (int at = from + 1; at < limit && !begins(tokens, at, marks); at++) {
            depth += tokens.is(at, "[") ? 1 : tokens.is(at, "]") ? -1 : 0;
            if (depth == 0) {
                return Optional.of(new Bracket(stamp, from, Math.min(inner, at), at, at + 1, true));
            }
            if (tokens.afterBlankLine(at) && lineLength(tokens, at) > SHORT_LINE) {
                break;
            }
        }
        int end = endOfUnclosed(tokens, inner, limit, stamp, marks);
        return Optional.of(new Bracket(stamp, from, Math.min(inner, end), end, end, false));
    }

    private static int endOfUnclosed(Tokens tokens, int inner, int limit, boolean stamp, MarksFile marks) {
        boolean dated = false;
        for (int at = inner; at < limit; at++) {
            if (begins(tokens, at, marks)) {
                return at;
            }
            if (tokens.afterBlankLine(at) && at > inner && (!stamp || dated || lineLength(tokens, at) > SHORT_LINE)) {
                return at;
            }
            dated |= PrintedDate.at(tokens, at, limit).isPresent();
        }
        return limit;
    }

    private static boolean begins(Tokens tokens, int at, MarksFile marks) {
        return announced(tokens, at, marks.stampWords()) || announced(tokens, at, marks.handWords());
    }

    private static boolean announced(Tokens tokens, int at, Set<String> words) {
        return tokens.is(at, "[") && at + 1 < tokens.size() && words.contains(tokens.folded(at + 1));
    }

    private static int lineLength(Tokens tokens, int from) {
        int end = from + 1;
        while (end < Math.min(tokens.size(), from + SHORT_LINE + 1) && !tokens.beginsLine(end)) {
            end++;
        }
        return end - from;
    }
}
