package chancery.document.date;

import static java.time.format.TextStyle.SHORT;

import java.time.LocalDate;
import java.time.Month;
import java.time.chrono.ChronoLocalDate;
import java.time.chrono.Chronology;
import java.time.chrono.IsoChronology;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.threeten.extra.chrono.JulianChronology;

/**
 * A day as the paper writes it, in the calendar of the paper.
 *
 * <p>Examples: Gregorian {@code 1755-02-28}; Julian {@code 1755-02-17}, the year beginning on 1 January; Chinese
 * {@code Qianlong 41-03-07}, reign year, month and day, with {@code Guangxu 26-08L-07} in a leap month.
 *
 * <p>Chinese dates are those of the Qing (Shunzhi 1 to Xuantong 3). Before 1645 its office still used the calendar of the
 * Ming, and the courts of the Southern Ming had one of their own until 1683: of those years a date may be a day or a
 * month off.
 *
 * @param calendar in which it is written
 * @param text as written
 * @param day the Gregorian day that it is
 */
public record WrittenDate(WrittenCalendar calendar, String text, LocalDate day) {
    private static final Pattern PLAIN = Pattern.compile("(?<year>[0-2]\\d{3})-(?<month>\\d{2})-(?<day>\\d{2})");
    private static final Pattern REIGN =
            Pattern.compile("(?<era>\\p{L}+) (?<year>\\d{1,2})-(?<month>\\d{2})(?<leap>L?)-(?<day>\\d{2})");

    /**
     * Reads a day as a calendar writes it.
     *
     * @throws IllegalArgumentException saying what is wrong with the text
     */
    public static WrittenDate parse(WrittenCalendar calendar, String text) {
        LocalDate day = switch (calendar) {
            case GREGORIAN -> plain(IsoChronology.INSTANCE, calendar, text);
            case JULIAN -> plain(JulianChronology.INSTANCE, calendar, text);
            case CHINESE -> chinese(text);
        };
        return new WrittenDate(calendar, text, day);
    }

    private static LocalDate plain(Chronology chronology, WrittenCalendar calendar, String text) {
        Matcher parts = matched(PLAIN, calendar, text, "year, month and day, such as 1755-02-17");
        int month = number(parts, "month");
        int day = number(parts, "day");
        if (month < 1 || month > 12) {
            throw new IllegalArgumentException("\"" + text + "\" is no day of the " + calendar.word()
                    + " calendar; a year has the months 01 to 12: check the month");
        }
        ChronoLocalDate first = chronology.date(number(parts, "year"), month, 1);
        refuseDayBeyond(first.lengthOfMonth(), day, text, calendar);
        return LocalDate.from(first).plusDays(day - 1L);
    }

    private static LocalDate chinese(String text) {
        WrittenCalendar calendar = WrittenCalendar.CHINESE;
        Matcher parts = matched(
                REIGN,
                calendar,
                text,
                "reign era, year, month and day, such as Qianlong 41-03-07, in a leap month Guangxu 26-08L-07");
        String name = parts.group("era");
        ReignEra era = ReignEra.of(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the Qing has no reign era \"" + name + "\"; expected one of: " + ReignEra.names()));
        int year = number(parts, "year");
        int begins = era.begins(year);
        ChineseMonth month = new ChineseMonth(
                begins, number(parts, "month"), !parts.group("leap").isEmpty());
        LocalDate first = firstDay(month, name + " " + year);
        int day = number(parts, "day");
        refuseDayBeyond(month.length(), day, text, calendar);
        return first.plusDays(day - 1L);
    }

    private static LocalDate firstDay(ChineseMonth month, String year) {
        if (month.number() < 1 || month.number() > 12) {
            throw new IllegalArgumentException(
                    year + " has no month " + month.number() + "; a year has the months 01 to 12: check the month");
        }
        return month.begins()
                .orElseThrow(() -> new IllegalArgumentException(year + " has no leap month " + month.number() + "; "
                        + leapMonths(month.year()) + ": check year and month"));
    }

    private static String leapMonths(int year) {
        String found = IntStream.rangeClosed(1, 12)
                .filter(month -> new ChineseMonth(year, month, true).begins().isPresent())
                .mapToObj(month -> String.format("%02dL", month))
                .collect(Collectors.joining());
        return found.isEmpty() ? "that year has none" : "that of the year is " + found;
    }

    private static Matcher matched(Pattern form, WrittenCalendar calendar, String text, String expected) {
        Matcher parts = form.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no " + calendar.word() + " date as it is written here; write " + expected);
        }
        return parts;
    }

    private static int number(Matcher parts, String group) {
        return Integer.parseInt(parts.group(group));
    }

    private static void refuseDayBeyond(int length, int day, String text, WrittenCalendar calendar) {
        if (day < 1 || day > length) {
            throw new IllegalArgumentException("\"" + text + "\" is no day of the " + calendar.word()
                    + " calendar; that month has the days 01 to " + length + ": check the day");
        }
    }

    /** The day in EDTF. */
    public HistoricalDate date() {
        return HistoricalDate.parse(day.toString());
    }

    /** Whether a date allows for this day. */
    public boolean fits(HistoricalDate date) {
        return date.overlaps(date());
    }

    /** The date as the paper has it: {@code 17 Feb 1755 (Julian)}. */
    public String told() {
        Matcher plain = PLAIN.matcher(text);
        String words = plain.matches()
                ? number(plain, "day") + " " + Month.of(number(plain, "month")).getDisplayName(SHORT, Locale.ENGLISH)
                        + " " + number(plain, "year")
                : text;
        return words + " (" + calendar.word() + ")";
    }
}
