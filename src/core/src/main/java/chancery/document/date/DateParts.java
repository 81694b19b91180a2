package chancery.document.date;

import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A year, a month of it or a day, in figures or in words: {@code 1755-02-17}, {@code 17 February 1755},
 * {@code February 17, 1755}, {@code 1755 February 17}, {@code 17.02.1755}, {@code 17.II.1755},
 * {@code 17 февраля 1755 г.}
 *
 * <p>A year told twice, {@code 11 February 1675/6}, is the later one, on a day between 1 January and 24 March, when the
 * year that had begun on Lady Day, 25 March, was not over yet: C. R. Cheney, <i>A Handbook of Dates</i>, on the
 * beginning of the year. A year of two figures is no year here, since nothing says its century.
 *
 * @param year the later one, if it is told twice
 * @param month as told, {@code null} if it is not
 * @param day as told, {@code null} if it is not
 * @param dual whether the year is told twice
 */
record DateParts(
        int year, @Nullable Integer month, @Nullable Integer day, boolean dual) {
    private static final String YEAR = "(?<year>\\d{4})(?:/(?<next>\\d{1,4}))?";
    private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
    private static final String MONTH = "(?<month>\\p{L}{1,9})\\.?";
    private static final String YEAR_WORD = "(?: ?г\\.?| года)?";
    private static final List<Pattern> FORMS = Stream.of(
                    YEAR + "(?:-(?<month>\\d{2})(?:-(?<day>\\d{2}))?)?",
                    "(?:" + DAY + "\\.?(?: of)? )?" + MONTH + ",? " + YEAR + YEAR_WORD,
                    MONTH + " " + DAY + ",? " + YEAR,
                    YEAR + ",? " + MONTH + "(?: " + DAY + ")?",
                    "(?<day>\\d{1,2})\\. ?(?<month>\\d{1,2}|[ivx]{1,4})\\. ?" + YEAR + YEAR_WORD)
            .map(Pattern::compile)
            .toList();

    /** Reads the parts; empty if the text has none of the forms. Whether there is such a day, the calendar says. */
    static Optional<DateParts> read(String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        return FORMS.stream()
                .map(form -> form.matcher(folded))
                .filter(Matcher::matches)
                .flatMap(parts -> of(parts).stream())
                .findFirst();
    }

    private static Optional<DateParts> of(Matcher parts) {
        Integer month = month(parts.group("month"));
        if (month == null && parts.group("month") != null) {
            return Optional.empty();
        }
        String day = parts.group("day");
        Integer number = day == null ? null : Integer.valueOf(day);
        int year = Integer.parseInt(parts.group("year"));
        String next = parts.group("next");
        if (next == null) {
            return Optional.of(new DateParts(year, month, number, false));
        }
        boolean follows = String.format(Locale.ROOT, "%04d", year + 1).endsWith(next);
        return follows ? Optional.of(new DateParts(year + 1, month, number, true)) : Optional.empty();
    }

    private static @Nullable Integer month(@Nullable String told) {
        if (told == null) {
            return null;
        }
        if (Character.isDigit(told.charAt(0))) {
            return Integer.valueOf(told);
        }
        int named = Math.max(MonthNames.month(told), MonthNames.roman(told));
        return named == 0 ? null : named;
    }

    /** In EDTF, as if of its calendar: {@code 1755-02}. */
    String edtf() {
        return String.format(Locale.ROOT, "%04d", year)
                + (month == null ? "" : String.format(Locale.ROOT, "-%02d", month))
                + (day == null ? "" : String.format(Locale.ROOT, "-%02d", day));
    }

    DateParts in(Month other) {
        return new DateParts(year, other.getValue(), day, dual);
    }

    DateParts inYear(int other) {
        return new DateParts(other, month, day, dual);
    }
}
