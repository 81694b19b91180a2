package chancery.reading.particular;

import chancery.reading.text.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A registry number in a text.
 *
 * @param text the number as written, without its sign
 * @param end the token behind it
 */
public record PrintedNumber(String text, int end) {
    private static final Set<String> SIGNS = Set.of("no", "nos", "nº", "n°", "№", "№№", "n", "nr", "number", "#");
    private static final List<String> WORDS =
            List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    /** The number that begins with a token, its sign before it if there is one. */
    public static Optional<PrintedNumber> at(Tokens tokens, int from, int limit) {
        int at = afterSign(tokens, from, limit);
        if (at >= limit) {
            return Optional.empty();
        }
        String word = withoutSign(tokens.at(at));
        if (isItem(tokens.folded(at)) && at + 1 < limit && isNumber(tokens.at(at + 1))) {
            return Optional.of(new PrintedNumber(word + " " + tokens.at(at + 1), at + 2));
        }
        if (!isNumber(word)) {
            return Optional.empty();
        }
        int end = at + 1;
        if (isSuffix(tokens, end, limit) && word.chars().allMatch(Character::isDigit)) {
            return Optional.of(new PrintedNumber(word + " " + tokens.at(end), end + 1));
        }
        if (end + 2 < limit && tokens.is(end, "[") && tokens.is(end + 1, "illegible") && tokens.is(end + 2, "]")) {
            return Optional.of(new PrintedNumber(word + "[illegible]", end + 3));
        }
        return Optional.of(new PrintedNumber(word, end));
    }

    /** The token behind the sign of a number, or the same token if there is none. */
    public static int afterSign(Tokens tokens, int from, int limit) {
        if (from >= limit || !SIGNS.contains(tokens.folded(from))) {
            return from;
        }
        int end = from + 1;
        return end < limit && (tokens.is(end, ".") || tokens.is(end, "°")) ? end + 1 : end;
    }

    /** The count that a token is, if it is one. */
    public static Optional<Integer> count(Tokens tokens, int at, int limit) {
        if (at >= limit) {
            return Optional.empty();
        }
        String word = withoutSign(tokens.folded(at));
        if (!word.isEmpty() && word.length() <= 4 && word.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(Integer.valueOf(word));
        }
        return Optional.of(WORDS.indexOf(word) + 1).filter(count -> count > 0);
    }

    /** Up to three small letters that end the line of the number: {@code 1904 gs}. */
    private static boolean isSuffix(Tokens tokens, int at, int limit) {
        return at < limit
                && !tokens.beginsLine(at)
                && tokens.at(at).matches("\\p{Ll}{1,3}")
                && (at + 1 == limit || tokens.beginsLine(at + 1));
    }

    /** The letter of a protocol item that stands apart: {@code P 49/69}. */
    private static boolean isItem(String word) {
        return word.equals("p") || word.equals("п");
    }

    private static boolean isNumber(String word) {
        return word.chars().anyMatch(Character::isDigit)
                && word.chars().allMatch(c -> Character.isLetterOrDigit(c) || "/-–_".indexOf(c) >= 0);
    }

    /** A sign that no blank parts from its number: {@code №83/М}, {@code No.94}. */
    private static String withoutSign(String word) {
        int from = 0;
        while (from < word.length() && !Character.isDigit(word.charAt(from)) && from < 3) {
            from++;
        }
        String sign = word.substring(0, from).replace(".", "").toLowerCase(java.util.Locale.ROOT);
        return SIGNS.contains(sign) ? word.substring(from) : word;
    }
}
