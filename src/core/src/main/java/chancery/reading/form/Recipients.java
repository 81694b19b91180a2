package chancery.reading.form;

import chancery.document.Copies;
import chancery.reading.particular.PrintedDate;
import chancery.reading.particular.PrintedNumber;
import chancery.reading.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A distribution list in a text: recipients parted by commas, or one to a line, each with the number of its copy before
 * it ({@code 1 – Cde. Petrov}) or the number of its copies behind it ({@code Petrov (2)}).
 *
 * @param end the token behind it
 */
record Recipients(List<Copies.Recipient> list, int end) {
    private static final Set<String> PLAIN =
            Set.of("file", "files", "addressee", "archive", "дело", "адресату", "архив");
    private static final Set<String> LEADING = Set.of("to", "the", "в");
    private static final Set<String> COPIES = Set.of("copy", "copies", "экз");
    private static final int MAX_LISTED = 60;

    Recipients {
        list = List.copyOf(list);
    }

    /** The list that begins with a token; empty if none does. */
    static Recipients at(Tokens tokens, int from, int limit) {
        List<Copies.Recipient> found = new ArrayList<>();
        int at = from;
        int end = from;
        while (at < limit && found.size() < MAX_LISTED) {
            int name = afterOrdinals(tokens, at, limit);
            boolean unannounced = end > from && tokens.afterBlankLine(at) && name == at;
            int behind = unannounced ? name : endOfName(tokens, name, limit);
            if (behind == name) {
                break;
            }
            Counted counted = count(tokens, behind, limit);
            int next = afterSeparator(tokens, counted.end(), limit);
            boolean parted = next > counted.end() || next == limit || tokens.beginsLine(next);
            if (!parted) {
                break;
            }
            int copies = Math.max(counted.copies(), ordinals(tokens, at, name));
            found.add(new Copies.Recipient(name(tokens, name, behind), copies));
            end = counted.end();
            at = next;
        }
        return new Recipients(found, end);
    }

    private record Counted(int copies, int end) {}

    private static String name(Tokens tokens, int from, int to) {
        int begin = afterLeading(tokens, from, to - 1);
        List<String> names = Names.in(tokens, new FormPattern.Span(begin, to));
        return names.isEmpty() ? tokens.between(begin, to) : names.get(0);
    }

    private static int afterLeading(Tokens tokens, int from, int limit) {
        int at = from;
        while (at < limit && LEADING.contains(tokens.folded(at))) {
            at++;
        }
        return at;
    }

    private static int endOfName(Tokens tokens, int from, int limit) {
        int at = afterLeading(tokens, from, limit);
        if (at < limit && PLAIN.contains(tokens.folded(at))) {
            return at + 1;
        }
        int[] ends = Names.ends(tokens, at, limit);
        return ends.length == 0 ? from : ends[ends.length - 1];
    }

    /** {@code 1 –}, {@code 1.}, {@code 1)}, {@code 1, 2 –}. */
    private static int afterOrdinals(Tokens tokens, int from, int limit) {
        int at = from;
        while (at + 1 < limit
                && PrintedDate.digits(tokens.at(at), 2) > 0
                && (tokens.is(at + 1, ",") || isRange(tokens, at + 1, limit))) {
            at += 2;
        }
        boolean ordinal =
                at + 1 < limit && PrintedDate.digits(tokens.at(at), 2) > 0 && "-–—.)".contains(tokens.at(at + 1));
        return ordinal ? at + 2 : from;
    }

    /** The dash of {@code 3 - 4 -}. */
    private static boolean isRange(Tokens tokens, int dash, int limit) {
        return "-–—".contains(tokens.at(dash)) && dash + 1 < limit && PrintedDate.digits(tokens.at(dash + 1), 2) > 0;
    }

    /** How many copies are numbered before a name. */
    private static int ordinals(Tokens tokens, int from, int to) {
        return (int) IntStream.range(from, to)
                .filter(at -> PrintedDate.digits(tokens.at(at), 2) > 0)
                .count();
    }

    /** {@code (2)}, {@code - 2}, {@code 2 copies}; otherwise one. */
    private static Counted count(Tokens tokens, int from, int limit) {
        boolean bracket = from < limit && tokens.is(from, "(");
        boolean dash = from < limit && "-–—".contains(tokens.at(from));
        int at = bracket || dash ? from + 1 : from;
        Optional<Integer> copies =
                at < limit && !tokens.beginsLine(at) ? PrintedNumber.count(tokens, at, limit) : Optional.empty();
        if (copies.isEmpty()) {
            return new Counted(1, from);
        }
        at++;
        if (at < limit && COPIES.contains(tokens.folded(at))) {
            at += at + 1 < limit && tokens.is(at + 1, ".") ? 2 : 1;
        }
        return new Counted(copies.get(), bracket && at < limit && tokens.is(at, ")") ? at + 1 : at);
    }

    private static int afterSeparator(Tokens tokens, int from, int limit) {
        int at = from;
        while (at < limit && (tokens.is(at, ",") || tokens.is(at, ";") || tokens.is(at, "and") || tokens.is(at, "и"))) {
            at++;
        }
        return at;
    }
}
