package chancery.document.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as historians write it: EDTF (ISO 8601-2:2019, annex A), levels 0 and 1, intervals included, and what it says
 * in days.
 *
 * <p>Examples: {@code 1955-01-17}, {@code 1955-01}, {@code 195X}, {@code 1955~}, {@code 1955-21} (spring),
 * {@code 1955-01-17/1955-02}, {@code ../1955}. Qualifiers ({@code ?}, {@code ~}, {@code %}) mark doubt; they do not
 * widen the days. The calendar is the proleptic Gregorian one; seasons are those of the northern hemisphere, winter
 * beginning in December of its year.
 *
 * <p>A clock time may stop at the minute, {@code 1950-10-14T03:15}: ISO 8601 allows it where EDTF does not, and seconds
 * that nobody wrote down would be invented. It is kept as written and says no more than its day: two clocks may stand
 * at different places, so they order nothing; the order within a day is stated between marks. With an offset from
 * universal time the day may be that of the place or the universal one, so that a telegram of one in the morning at
 * Taipei may come in at Washington on the day before.
 *
 * @param edtf as written
 * @param earliest first day it may be, {@code null} if open
 * @param latest last day it may be, {@code null} if open
 */
public record HistoricalDate(
        String edtf, @Nullable LocalDate earliest, @Nullable LocalDate latest) {
    private static final Pattern DATE = Pattern.compile(
            "(?:(?<long>Y-?\\d{5,9})|(?<year>-?\\d{4}|\\d{3}X|\\d{2}XX)(?:-(?<month>\\d{2}|XX)(?:-(?<day>\\d{2}|XX))?)?)[?~%]?");
    private static final Pattern CLOCK = Pattern.compile("T\\d{2}:\\d{2}(:\\d{2})?(?<zone>Z|[+-]\\d{2}(:\\d{2})?)?$");

    /**
     * Reads EDTF.
     *
     * @throws IllegalArgumentException saying what is wrong with the text
     */
    public static HistoricalDate parse(String edtf) {
        int slash = edtf.indexOf('/');
        if (edtf.matches("(\\.\\.)?/(\\.\\.)?")) {
            throw new IllegalArgumentException(
                    "the interval \"" + edtf + "\" has neither beginning nor end; leave it out");
        }
        if (slash < 0) {
            Span span = single(edtf, edtf);
            return new HistoricalDate(edtf, span.first(), span.last());
        }
        Span from = end(edtf.substring(0, slash), edtf);
        Span to = end(edtf.substring(slash + 1), edtf);
        if (from.first() != null && to.last() != null && to.last().isBefore(from.first())) {
            throw new IllegalArgumentException("the interval \"" + edtf + "\" ends before it begins");
        }
        return new HistoricalDate(edtf, from.first(), to.last());
    }

    /** Whether both may be one and the same day. */
    public boolean overlaps(HistoricalDate other) {
        return !isBefore(other) && !other.isBefore(this);
    }

    /** Whether this certainly lies before the other. */
    public boolean isBefore(HistoricalDate other) {
        return latest != null && other.earliest != null && latest.isBefore(other.earliest);
    }

    /** Whether part of it is marked as uncertain or approximate. */
    public boolean isDoubtful() {
        return edtf.matches("(?s).*[?~%].*");
    }

    /** The first day by which it binds; {@code null} if open or doubtful. */
    public @Nullable LocalDate surelyFrom() {
        return isDoubtful() ? null : earliest;
    }

    /** The last day by which it binds; {@code null} if open or doubtful. */
    public @Nullable LocalDate surelyUntil() {
        return isDoubtful() ? null : latest;
    }

    /** Whether this lies before the other, and neither leaves a doubt of it. */
    public boolean surelyBefore(HistoricalDate other) {
        LocalDate until = surelyUntil();
        LocalDate from = other.surelyFrom();
        return until != null && from != null && until.isBefore(from);
    }

    private record Span(@Nullable LocalDate first, @Nullable LocalDate last) {}

    /** One end of an interval: a date, open ({@code ..}) or unknown (empty). */
    private static Span end(String text, String whole) {
        return text.isEmpty() || text.equals("..") ? new Span(null, null) : single(text, whole);
    }

    private static Span single(String text, String whole) {
        Matcher clock = CLOCK.matcher(text);
        if (clock.find()) {
            return ofClock(text, clock.group("zone") != null, whole);
        }
        Matcher date = DATE.matcher(text);
        if (!date.matches()) {
            throw new IllegalArgumentException("\"" + whole
                    + "\" is not an EDTF date; write for example 1955-01-17, 1955-01, 195X, 1955~ or 1955-01/1955-03");
        }
        try {
            return date.group("long") != null
                    ? ofYear(date.group("long"))
                    : ofParts(date.group("year"), date.group("month"), date.group("day"));
        } catch (DateTimeException impossible) {
            throw new IllegalArgumentException("\"" + whole + "\" is no day of the calendar", impossible);
        }
    }

    private static Span ofClock(String text, boolean zoned, String whole) {
        try {
            if (!zoned) {
                LocalDate day = LocalDateTime.parse(text).toLocalDate();
                return new Span(day, day);
            }
            OffsetDateTime moment = OffsetDateTime.parse(text.replaceFirst("([+-]\\d{2})$", "$1:00"));
            LocalDate there = moment.toLocalDate();
            LocalDate universal = moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate();
            return there.isBefore(universal) ? new Span(there, universal) : new Span(universal, there);
        } catch (DateTimeException impossible) {
            throw new IllegalArgumentException("\"" + whole + "\" is no moment of the calendar", impossible);
        }
    }

    /** A year of five digits or more, after the letter Y; it has no months. */
    private static Span ofYear(String year) {
        int number = Integer.parseInt(year.substring(1));
        return new Span(LocalDate.of(number, 1, 1), LocalDate.of(number, 12, 31));
    }

    private static Span ofParts(String year, @Nullable String month, @Nullable String day) {
        int firstYear = Integer.parseInt(year.replace('X', '0'));
        int lastYear = Integer.parseInt(year.replace('X', '9'));
        if (month == null || month.equals("XX")) {
            if (day != null && !day.equals("XX")) {
                throw new DateTimeException("a day needs its month");
            }
            return new Span(LocalDate.of(firstYear, 1, 1), LocalDate.of(lastYear, 12, 31));
        }
        if (firstYear != lastYear) {
            throw new DateTimeException("a month needs its year");
        }
        int number = Integer.parseInt(month);
        if (number >= 21 && number <= 24 && day == null) {
            YearMonth begins = YearMonth.of(firstYear, 3 * (number - 20));
            return new Span(begins.atDay(1), begins.plusMonths(2).atEndOfMonth());
        }
        YearMonth whole = YearMonth.of(firstYear, number);
        if (day == null || day.equals("XX")) {
            return new Span(whole.atDay(1), whole.atEndOfMonth());
        }
        LocalDate exact = whole.atDay(Integer.parseInt(day));
        return new Span(exact, exact);
    }
}
