package chancery.reading.zone;

import chancery.document.MarkKind;
import chancery.reading.particular.PrintedNumber;
import chancery.reading.text.Tokens;
import chancery.reading.zone.ZoneWords.Cue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A line of nothing but secrecy, precedence, number of the copy and state: {@code Секретно. Экз. № 3}. */
public final class SecrecyLine {
    private static final Set<String> BETWEEN =
            Set.of(".", ",", ";", "-", "–", "—", "/", "!", "(", ")", "[", "]", "*", ":", "_");

    private SecrecyLine() {}

    /**
     * One of its words.
     *
     * @param copy the number of the copy; {@code null} if it is none
     */
    public record Item(
            MarkKind kind, int from, int to, @Nullable Integer copy) {}

    static boolean covers(Tokens tokens, int from, int to, ZoneWords words) {
        return !items(tokens, from, to, words).isEmpty();
    }

    /** What stands on a line; nothing if something else stands there too. */
    public static List<Item> items(Tokens tokens, int from, int to, ZoneWords words) {
        List<Item> items = new ArrayList<>();
        int at = from;
        while (at < to) {
            Item item = item(tokens, at, to, words, items);
            if (item != null) {
                items.add(item);
                at = item.to();
            } else if (!items.isEmpty() && PrintedNumber.afterSign(tokens, at, to) > at) {
                at = PrintedNumber.afterSign(tokens, at, to);
            } else if (BETWEEN.contains(tokens.at(at))) {
                at++;
            } else {
                return List.of();
            }
        }
        return items;
    }

    private static @Nullable Item item(Tokens tokens, int at, int to, ZoneWords words, List<Item> before) {
        Item copy = copy(tokens, at, to, words, before);
        if (copy != null) {
            return copy;
        }
        int secrecy = Math.max(words.at(Cue.SECRECY, tokens, at, to), behindStrokes(tokens, at, words));
        int precedence = words.at(Cue.PRECEDENCE, tokens, at, to);
        int state = words.at(Cue.STATE, tokens, at, to);
        int enciphered = words.at(Cue.ENCIPHERED, tokens, at, to);
        int longest = Math.max(Math.max(secrecy, enciphered), Math.max(precedence, state));
        if (longest == at) {
            return null;
        }
        return new Item(
                longest == secrecy
                        ? MarkKind.CLASSIFICATION
                        : longest == enciphered
                                ? MarkKind.CIPHER_HEADER
                                : longest == precedence ? MarkKind.PRECEDENCE : MarkKind.HEADING,
                at,
                longest,
                null);
    }

    /** {@code SECRET/NODIS}: one word that is several, of which each is one of secrecy. */
    private static int behindStrokes(Tokens tokens, int at, ZoneWords words) {
        String word = tokens.at(at);
        boolean each = word.indexOf('/') > 0
                && Arrays.stream(word.split("/", -1)).allMatch(part -> {
                    Tokens alone = Tokens.of(part);
                    return alone.size() > 0 && words.at(Cue.SECRECY, alone, 0, alone.size()) == alone.size();
                });
        return each ? at + 1 : at;
    }

    /** {@code Copy No. 2}, {@code 4. Ausfertigung}, {@code 12. von 20 Ausfertigungen}, or {@code No. 6} behind the secrecy. */
    private static @Nullable Item copy(Tokens tokens, int at, int to, ZoneWords words, List<Item> before) {
        int behind = words.at(Cue.COPY, tokens, at, to);
        boolean beside = behind == at
                && !before.isEmpty()
                && before.get(before.size() - 1).kind() == MarkKind.CLASSIFICATION;
        if (behind > at || beside) {
            int figure = PrintedNumber.afterSign(tokens, behind, to);
            boolean signed = figure > behind;
            var count = PrintedNumber.count(tokens, figure, to);
            if (count.isPresent() && (behind > at || signed)) {
                int end = figure + 1;
                if (end + 1 < to && (tokens.is(end, "of") || tokens.is(end, "из") || tokens.is(end, "von"))) {
                    end = PrintedNumber.count(tokens, end + 1, to).isPresent() ? end + 2 : end;
                    end = words.at(Cue.COPY, tokens, end, to);
                }
                return new Item(MarkKind.COPY_NUMBER, at, end, count.get());
            }
        }
        var ordinal = PrintedNumber.count(tokens, at, to);
        if (ordinal.isPresent()) {
            int next = at + 1 < to && tokens.is(at + 1, ".") ? at + 2 : at + 1;
            if (next + 1 < to && tokens.is(next, "von")) {
                next += 2;
            }
            int end = words.at(Cue.COPY, tokens, next, to);
            if (end > next) {
                return new Item(MarkKind.COPY_NUMBER, at, end, ordinal.get());
            }
        }
        return null;
    }
}
