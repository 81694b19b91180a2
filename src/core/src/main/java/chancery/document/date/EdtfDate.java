package chancery.document.date;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One date of EDTF without a clock: a year, a month, a part of a year or a day, with masked digits and qualifiers in any
 * of its parts.
 *
 * <p>A mask stands for every day that fits it, and the earliest and the latest of them bound it: {@code 19XX-02-29} lies
 * between 1904-02-29 and 1996-02-29. At most ten thousand years are tried.
 *
 * <p>A qualifier to the right of a part applies to it and to all parts to its left; one to the left of a part to that
 * part only (EDTF, level 2, "Qualification").
 *
 * @param year four digits, perhaps masked, perhaps after a minus
 * @param month two digits, perhaps masked, or the code of a part of a year
 * @param day two digits, perhaps masked
 */
record EdtfDate(
        String year, @Nullable String month, @Nullable String day) {
    private static final Pattern LONG_YEAR = Pattern.compile("Y(?<year>-?\\d{5,9})(?<doubt>[?~%]?)");
    private static final Pattern COUNTED_YEAR = Pattern.compile("Y?-?\\d+(E\\d+|S\\d+|E\\d+S\\d+)[?~%]?");
    private static final Pattern PARTS = Pattern.compile("(?<beforeYear>[?~%]?)(?<year>-?[\\dX]{4})(?<afterYear>[?~%]?)"
            + "(?:-(?<beforeMonth>[?~%]?)(?<month>[\\dX]{2})(?<afterMonth>[?~%]?)"
            + "(?:-(?<beforeDay>[?~%]?)(?<day>[\\dX]{2})(?<afterDay>[?~%]?))?)?");

    private static final String UNKNOWN_YEAR = "XXXX";

    /**
     * Reads a date.
     *
     * @return empty if it has not the form of one
     * @throws IllegalArgumentException if it has, but no day fits it
     */
    static Optional<Extent> read(String text) {
        Matcher longYear = LONG_YEAR.matcher(text);
        if (longYear.matches()) {
            Days days = wholeYear(Integer.parseInt(longYear.group("year")));
            return Optional.of(new Extent(days, longYear.group("doubt").isEmpty() ? days : Days.ANY));
        }
        if (COUNTED_YEAR.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + text
                    + "\" is a year with an exponent or significant digits, which are not read here;"
                    + " write it out, such as Y-170000000, or as a span, such as 19XX or [1945..1955]");
        }
        Matcher parts = PARTS.matcher(text);
        return parts.matches() ? Optional.of(extent(text, parts)) : Optional.empty();
    }

    private static Extent extent(String text, Matcher parts) {
        EdtfDate whole = new EdtfDate(parts.group("year"), parts.group("month"), parts.group("day"));
        Days stated = whole.days()
                .orElseThrow(() -> new IllegalArgumentException("\"" + text
                        + "\" is no day of the calendar; check its month (01 to 12; 21 to 41 for parts of a year, which"
                        + " have no days) and its day"));
        Days sure = whole.without(parts).flatMap(EdtfDate::days).orElse(Days.ANY);
        return new Extent(stated, sure.hull(stated)); // a winter goes on after its year
    }

    /** What stands before the first part in doubt; empty if the year is. */
    private Optional<EdtfDate> without(Matcher doubts) {
        if (isAny(doubts, "beforeYear", "afterYear", "afterMonth", "afterDay")) {
            return Optional.empty();
        }
        if (isAny(doubts, "beforeMonth")) {
            return Optional.of(new EdtfDate(year, null, null));
        }
        return Optional.of(isAny(doubts, "beforeDay") ? new EdtfDate(year, month, null) : this);
    }

    private static boolean isAny(Matcher doubts, String... groups) {
        for (String group : groups) {
            String doubt = doubts.group(group);
            if (doubt != null && !doubt.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** The days between which it lies, open where the year is unknown; empty if no day fits. */
    private Optional<Days> days() {
        if (year.equals("-0000")) {
            throw new IllegalArgumentException(
                    "there is no year -0000; write 0000 for the year before 0001, and -0001 for the one before that");
        }
        Optional<Days> hull =
                first(years(false)).flatMap(begin -> first(years(true)).map(begin::hull));
        if (year.equals(UNKNOWN_YEAR)) {
            return hull.map(any -> Days.ANY);
        }
        return year.endsWith(UNKNOWN_YEAR) ? hull.map(any -> new Days(null, any.last())) : hull;
    }

    private Optional<Days> first(IntStream years) {
        return years.mapToObj(this::inYear).flatMap(Optional::stream).findFirst();
    }

    /** The years that fit the mask, in order of time or against it; with a minus none is 0. */
    private IntStream years(boolean backwards) {
        return year.startsWith("-")
                ? fitting(year.substring(1), !backwards).map(number -> -number).filter(number -> number < 0)
                : fitting(year, backwards);
    }

    private Optional<Days> inYear(int number) {
        if (month == null) {
            return Optional.of(wholeYear(number));
        }
        if (day == null && month.matches("[2-4]\\d")) {
            return SubYearGrouping.days(number, Integer.parseInt(month));
        }
        return fitting(month, false)
                .filter(each -> each >= 1 && each <= 12)
                .mapToObj(each -> inMonth(YearMonth.of(number, each)))
                .flatMap(Optional::stream)
                .reduce(Days::hull);
    }

    private Optional<Days> inMonth(YearMonth whole) {
        if (day == null) {
            return Optional.of(new Days(whole.atDay(1), whole.atEndOfMonth()));
        }
        return fitting(day, false)
                .filter(whole::isValidDay)
                .mapToObj(whole::atDay)
                .map(Days::of)
                .reduce(Days::hull);
    }

    private static Days wholeYear(int year) {
        return new Days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** The numbers that fit a mask, the smallest first, or the largest. */
    private static IntStream fitting(String mask, boolean backwards) {
        int masked = mask.indexOf('X');
        return masked < 0
                ? IntStream.of(Integer.parseInt(mask))
                : IntStream.rangeClosed(0, 9)
                        .map(digit -> backwards ? 9 - digit : digit)
                        .mapToObj(digit -> mask.substring(0, masked) + digit + mask.substring(masked + 1))
                        .flatMapToInt(narrower -> fitting(narrower, backwards));
    }
}
