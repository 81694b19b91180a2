package chancery.document.date;

import static java.time.format.TextStyle.SHORT;
import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.time.Month;
import java.time.chrono.ChronoLocalDate;
import java.time.chrono.Chronology;
import java.time.chrono.IsoChronology;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.threeten.extra.chrono.JulianChronology;

/**
 * A day, month or year as the paper writes it, in the calendar of the paper.
 *
 * <p>Examples: Gregorian {@code 1755-02-28}; Julian {@code 1755-02-17}, the year beginning on 1 January, or with both
 * years {@code 11 February 1675/6}; Chinese {@code Qianlong 41-03-07}, reign year, month and day, with
 * {@code Guangxu 26-08L-07} in a leap month; French republican {@code 18 brumaire an VIII}; Byzantine
 * {@code 6983-09-17}, year of the world.
 *
 * <p>Chinese dates are those of the Qing (Shunzhi 1 to Xuantong 3). Before 1645 its office still used the calendar of the
 * Ming, and the courts of the Southern Ming had one of their own until 1683: of those years a date may be a day or a
 * month off.
 *
 * <p>The Byzantine year of the world 6983 began on 1 September 1474 of the Julian calendar: V. Grumel, <i>La
 * chronologie</i>. Scribes in Russia who began the year in March, most before 1492, may be a year off.
 *
 * @param calendar in which it is written
 * @param text as written
 * @param date the Gregorian day that it is, or one of the days of the month or year
 */
public record WrittenDate(WrittenCalendar calendar, String text, HistoricalDate date) {
    private static final Pattern PLAIN = Pattern.compile("(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})");
    private static final Pattern ERA = Pattern.compile(
            ",? ?(?:in )?(?:the )?(?:year of the world|от сотворения мира)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final int LAST_YEAR = 2999;

    /** The last day of March that is still of the old year where the year begins on Lady Day, the 25th. */
    private static final int EVE = 24;

    /** What the year of the world is ahead of the year of our era from January to August; from September by one more. */
    private static final int SINCE_CREATION = 5508;

    private static final int LAST_OF_THE_WORLD = 7508;

    /**
     * Reads a date as a calendar writes it.
     *
     * @throws IllegalArgumentException saying what is wrong with the text
     */
    public static WrittenDate parse(WrittenCalendar calendar, String text) {
        Days days = days(calendar, text)
                .orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" is no " + calendar.word()
                        + " date as it is written here; write " + calendar.form()));
        return new WrittenDate(calendar, text, HistoricalDate.parse(days.edtf()));
    }

    /** The days of a date; empty if it has not the form that the calendar asks for. */
    static Optional<Days> days(WrittenCalendar calendar, String text) {
        return switch (calendar) {
            case GREGORIAN ->
                DateParts.read(text)
                        .filter(parts -> !parts.dual() && parts.year() <= LAST_YEAR)
                        .map(parts -> days(IsoChronology.INSTANCE, parts, calendar, text));
            case JULIAN ->
                DateParts.read(text)
                        .filter(parts -> parts.year() <= LAST_YEAR)
                        .map(parts -> days(JulianChronology.INSTANCE, parts, calendar, text));
            case CHINESE -> ReignDate.read(text);
            case FRENCH_REPUBLICAN -> RepublicanDate.read(text);
            case BYZANTINE ->
                DateParts.read(ERA.matcher(text).replaceFirst("").strip())
                        .filter(parts -> !parts.dual())
                        .map(parts -> byzantine(parts, text));
        };
    }

    private static Days days(Chronology chronology, DateParts parts, WrittenCalendar calendar, String text) {
        int year = parts.year();
        Integer month = parts.month();
        if (month != null && (month < 1 || month > 12)) {
            throw new IllegalArgumentException("\"" + text + "\" is no day of the " + calendar.word()
                    + " calendar; a year has the months 01 to 12: check the month");
        }
        ChronoLocalDate first = chronology.date(year, month == null ? 1 : month, 1);
        ChronoLocalDate last = chronology.date(year, month == null ? 12 : month, 1);
        last = last.plus(last.lengthOfMonth() - 1L, DAYS);
        Integer day = parts.day();
        if (day != null) {
            calendar.refuseDayBeyond(first.lengthOfMonth(), day, text);
            first = first.plus(day - 1L, DAYS);
            last = first;
        }
        ChronoLocalDate eve = chronology.date(year, 3, EVE);
        if (parts.dual() && first.isAfter(eve)) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" tells its year twice, as only the days from 1 January to " + EVE
                            + " March have it: write the year once, or check the month");
        }
        return new Days(LocalDate.from(first), LocalDate.from(parts.dual() && last.isAfter(eve) ? eve : last));
    }

    private static Days byzantine(DateParts parts, String text) {
        int year = parts.year();
        if (year <= SINCE_CREATION || year > LAST_OF_THE_WORLD) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no year of the world that a paper can bear; expected " + (SINCE_CREATION + 1)
                            + " to " + LAST_OF_THE_WORLD + ": check the year, or the calendar");
        }
        Integer month = parts.month();
        if (month == null) {
            return byzantine(parts.in(Month.SEPTEMBER), text).hull(byzantine(parts.in(Month.AUGUST), text));
        }
        boolean begun = month >= Month.SEPTEMBER.getValue();
        DateParts ofOurEra = parts.inYear(year - SINCE_CREATION - (begun ? 1 : 0));
        return days(JulianChronology.INSTANCE, ofOurEra, WrittenCalendar.BYZANTINE, text);
    }

    /** Whether a text says that its year is one of the world. */
    static boolean isOfTheWorld(String text) {
        return ERA.matcher(text).find();
    }

    /** Whether a date allows for this one. */
    public boolean fits(HistoricalDate other) {
        return other.overlaps(date);
    }

    /** The date as the paper has it: {@code 17 Feb 1755 (Julian)}. */
    public String told() {
        Matcher plain = PLAIN.matcher(text);
        String words = plain.matches()
                ? Integer.parseInt(plain.group("day")) + " "
                        + Month.of(Integer.parseInt(plain.group("month"))).getDisplayName(SHORT, Locale.ENGLISH) + " "
                        + Integer.parseInt(plain.group("year"))
                : text;
        return words + " (" + calendar.word() + ")";
    }
}
