package chancery.reading.particular;

import chancery.document.date.MonthNames;
import chancery.reading.text.Tokens;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A day in a text.
 *
 * @param day the day that it is
 * @param end the token behind it
 */
public record PrintedDate(LocalDate day, int end) {
    private static final Pattern FIGURES = Pattern.compile("[./]");

    /** Papers of this kind are of the twentieth century; a year of two digits is one of it. */
    private static final int CENTURY = 1900;

    /** The date that begins with a token. */
    public static Optional<PrintedDate> at(Tokens tokens, int from, int limit) {
        if (from >= limit) {
            return Optional.empty();
        }
        String[] figures = FIGURES.split(tokens.at(from), 4);
        if (figures.length == 3) {
            return date(digits(figures[0], 2), monthInFigures(figures[1]), year(figures[2]), from + 1)
                    .map(date -> date.withYearWord(tokens, limit));
        }
        int month = MonthNames.month(tokens.folded(from));
        if (month > 0) {
            int day = afterStop(tokens, from + 1, limit);
            int year = afterStop(tokens, day + 1, limit);
            return year >= limit
                    ? Optional.empty()
                    : date(ordinal(tokens.at(day)), month, year(tokens.at(year)), year + 1);
        }
        int day = afterQuote(tokens, from, limit);
        int named = afterStop(tokens, afterQuote(tokens, day + 1, limit), limit);
        int year = afterStop(tokens, named + 1, limit);
        return year >= limit
                ? Optional.empty()
                : date(ordinal(tokens.at(day)), MonthNames.month(tokens.folded(named)), year(tokens.at(year)), year + 1)
                        .map(date -> date.withYearWord(tokens, limit));
    }

    /** A whole number of at most so many digits; -1 if it is none. */
    public static int digits(String word, int most) {
        return word.isEmpty() || word.length() > most || !word.chars().allMatch(c -> c >= '0' && c <= '9')
                ? -1
                : Integer.parseInt(word);
    }

    /** Behind {@code г.} or {@code года}, which say that a year was written. */
    private PrintedDate withYearWord(Tokens tokens, int limit) {
        if (end < limit && tokens.is(end, "года")) {
            return new PrintedDate(day, end + 1);
        }
        if (end < limit && tokens.is(end, "г")) {
            return new PrintedDate(day, end + 1 < limit && tokens.is(end + 1, ".") ? end + 2 : end + 1);
        }
        return this;
    }

    private static int afterQuote(Tokens tokens, int at, int limit) {
        boolean quote = at < limit && "«»\"“”".contains(tokens.at(at));
        return quote ? at + 1 : at;
    }

    private static int afterStop(Tokens tokens, int at, int limit) {
        return at < limit && (tokens.is(at, ".") || tokens.is(at, ",")) ? at + 1 : at;
    }

    /** {@code 14}, {@code 14th}. */
    private static int ordinal(String word) {
        return digits(word.matches("\\d{1,2}(?:st|nd|rd|th)") ? word.substring(0, word.length() - 2) : word, 2);
    }

    private static int year(String word) {
        int year = digits(word, 4);
        return word.length() == 4 ? year : word.length() == 2 && year >= 0 ? CENTURY + year : -1;
    }

    private static int monthInFigures(String word) {
        int roman = MonthNames.roman(word.toLowerCase(Locale.ROOT));
        return roman > 0 ? roman : digits(word, 2);
    }

    private static Optional<PrintedDate> date(int day, int month, int year, int end) {
        if (day < 1 || month < 1 || year < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PrintedDate(LocalDate.of(year, month, day), end));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
