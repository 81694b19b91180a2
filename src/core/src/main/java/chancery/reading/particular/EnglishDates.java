package chancery.reading.particular;

import chancery.document.date.MonthNames;
import chancery.reading.text.Tokens;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days and clock times as English prose writes them: {@code January 29}, {@code 29 January 1955}, {@code Jan. 29, 1955},
 * {@code 7:33 p.m.}, {@code 6.30 a. m.}, {@code noon}, {@code midnight}.
 */
public final class EnglishDates {
    /** A clock time of universal time: {@code 1131Z}. */
    private static final Pattern ZULU = Pattern.compile("(?:[01]\\d|2[0-3])[0-5]\\dz");

    private static final Map<String, Integer> MONTHS = months();
    private static final int WORD = 9;

    private EnglishDates() {}

    /**
     * A day.
     *
     * @param year as printed; {@code null} if the prose leaves it out
     * @param end the token behind it
     */
    public record Day(int month, int day, @Nullable Integer year, int end) {
        /** Without its year it is the one nearest to a day of the document. */
        public LocalDate near(LocalDate document) {
            if (year != null) {
                return LocalDate.of(year, month, day);
            }
            LocalDate nearest = inYear(document.getYear());
            for (int other : new int[] {document.getYear() - 1, document.getYear() + 1}) {
                LocalDate candidate = inYear(other);
                if (distance(candidate, document) < distance(nearest, document)) {
                    nearest = candidate;
                }
            }
            return nearest;
        }

        private LocalDate inYear(int year) {
            return MonthDay.of(month, day).atYear(year);
        }

        private static long distance(LocalDate a, LocalDate b) {
            return Math.abs(a.toEpochDay() - b.toEpochDay());
        }
    }

    /**
     * A clock time, or an interval of two.
     *
     * @param clock {@code HH:mm}, midnight as {@code 24:00}; or two of them, parted by a slash
     * @param end the token behind it
     */
    public record Time(String clock, int end) {}

    /** The day that begins at a token. */
    public static Optional<Day> day(Tokens tokens, int at) {
        if (at >= tokens.size()) {
            return Optional.empty();
        }
        Integer month = month(tokens, at);
        Integer number = number(tokens, at, 2);
        if (month != null) {
            int next = skipStop(tokens, at + 1);
            Integer day = number(tokens, next, 2);
            return day == null ? Optional.empty() : withYear(month, day, tokens, next + 1);
        }
        Integer monthAfter = number == null ? null : month(tokens, at + 1);
        return monthAfter == null || number == null
                ? Optional.empty()
                : withYear(monthAfter, number, tokens, skipStop(tokens, at + 2));
    }

    /** A day of which only the number stands at a token, in the month and year of another. */
    public static Optional<Day> ofSameMonth(Day other, Tokens tokens, int at) {
        Integer number = number(tokens, at, 2);
        return number == null ? Optional.empty() : checked(other.month(), number, other.year(), at + 1);
    }

    private static Optional<Day> withYear(int month, int day, Tokens tokens, int end) {
        int comma = tokens.is(end, ",") ? end + 1 : end;
        Integer year = number(tokens, comma, 4);
        return year == null || year < 1000 ? checked(month, day, null, end) : checked(month, day, year, comma + 1);
    }

    private static Optional<Day> checked(int month, int day, @Nullable Integer year, int end) {
        try {
            MonthDay.of(month, day);
            if (year != null) {
                LocalDate.of(year, month, day);
            }
            return Optional.of(new Day(month, day, year, end));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    /** The time that begins at a token. */
    public static Optional<Time> time(Tokens tokens, int at) {
        if (at >= tokens.size()) {
            return Optional.empty();
        }
        char first = tokens.text().charAt(tokens.start(at));
        if (!Character.isDigit(first) && "nNmM".indexOf(first) < 0) {
            return Optional.empty();
        }
        String word = tokens.folded(at);
        if (word.equals("noon")) {
            return Optional.of(new Time("12:00", at + 1));
        }
        if (word.equals("midnight")) {
            return Optional.of(new Time("24:00", at + 1));
        }
        if (ZULU.matcher(word).matches()) {
            return Optional.of(new Time(word.substring(0, 2) + ":" + word.substring(2, 4) + "Z", at + 1));
        }
        if (!Character.isDigit(first) || at + 1 >= tokens.size()) {
            return Optional.empty();
        }
        boolean spaced = tokens.is(at + 2, ".") && tokens.is(at + 3, "m");
        Boolean half = half(tokens.folded(at + 1) + (spaced ? ".m" : ""));
        if (half == null) {
            return Optional.empty();
        }
        int dash = word.indexOf('-');
        String last = clock(dash < 0 ? word : word.substring(dash + 1), half);
        String begin = dash < 0 ? null : clock(word.substring(0, dash), half);
        if (begin != null && last != null && begin.compareTo(last) > 0) {
            begin = clock(word.substring(0, dash), false);
        }
        // 1955-5:18 p.m.: a year that a scan has joined to the time
        if (last == null || dash >= 0 && begin == null && dash != 4) {
            return Optional.empty();
        }
        int end = spaced ? at + 4 : at + 2;
        if (end < tokens.size()
                && tokens.is(end, ".")
                && (spaced || tokens.folded(at + 1).length() == 3)) {
            end++;
        }
        return Optional.of(new Time(begin == null ? last : begin + "/" + last, end));
    }

    private static @Nullable Boolean half(String word) {
        return switch (word) {
            case "a.m.", "a.m", "am" -> false;
            case "p.m.", "p.m", "pm" -> true;
            default -> null;
        };
    }

    private static @Nullable String clock(String printed, boolean afternoon) {
        int colon = Math.max(printed.indexOf(':'), printed.indexOf('.'));
        String hours = colon < 0 ? printed : printed.substring(0, colon);
        String minutes = colon < 0 ? "00" : printed.substring(colon + 1);
        if (!isNumber(hours, 2) || !isNumber(minutes, 2)) {
            return null;
        }
        int hour = Integer.parseInt(hours);
        int minute = Integer.parseInt(minutes);
        if (hour < 1 || hour > 12 || minute > 59) {
            return null;
        }
        return String.format(Locale.ROOT, "%02d:%02d", hour % 12 + (afternoon ? 12 : 0), minute);
    }

    /** Whether a word is the name of a month, or short for one. */
    public static boolean isMonth(Tokens tokens, int at) {
        return month(tokens, at) != null;
    }

    private static @Nullable Integer month(Tokens tokens, int at) {
        if (at >= tokens.size() || tokens.end(at) - tokens.start(at) > WORD) {
            return null;
        }
        return Character.isUpperCase(tokens.text().charAt(tokens.start(at))) ? MONTHS.get(tokens.folded(at)) : null;
    }

    private static int skipStop(Tokens tokens, int at) {
        return tokens.is(at, ".") ? at + 1 : at;
    }

    private static @Nullable Integer number(Tokens tokens, int at, int digits) {
        if (at >= tokens.size() || tokens.end(at) - tokens.start(at) > digits) {
            return null;
        }
        String word = tokens.at(at);
        return isNumber(word, digits) ? Integer.valueOf(word) : null;
    }

    private static boolean isNumber(String word, int digits) {
        if (word.isEmpty() || word.length() > digits) {
            return false;
        }
        return word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (String name : MonthNames.ENGLISH) {
            months.put(name, MonthNames.month(name));
            months.put(name.substring(0, 3), MonthNames.month(name));
        }
        months.put("sept", 9);
        return months;
    }
}
