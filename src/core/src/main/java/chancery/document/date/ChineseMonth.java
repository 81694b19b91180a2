package chancery.document.date;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.JulianFields;
import java.util.Optional;

/**
 * A month of the Chinese calendar of the Qing, 1644 to 1911.
 *
 * <p>ICU computes new moons and solar terms by modern astronomy; where the almanac of the time had it otherwise,
 * {@link AlmanacDifferences} goes before. Worked examples of new years: 19 February 1776, 11 February 1793, 31 January
 * 1900, 30 January 1911.
 *
 * @param year the Gregorian year in which its Chinese year begins
 * @param number from 1 to 12
 * @param leap whether it is the leap month that follows the month of that number
 */
record ChineseMonth(int year, int number, boolean leap) {
    /** What ICU adds to the Gregorian year in which a Chinese year begins. */
    private static final int EXTENDED = 2637;

    /** Its first day; empty if the year has no such month. */
    Optional<LocalDate> begins() {
        return AlmanacDifferences.begins(this, ChineseMonth::computed);
    }

    private static Optional<LocalDate> computed(ChineseMonth month) {
        Calendar calendar = new ChineseCalendar(TimeZone.getTimeZone("Asia/Shanghai"), ULocale.ROOT);
        calendar.clear();
        calendar.set(Calendar.EXTENDED_YEAR, month.year + EXTENDED);
        calendar.set(Calendar.MONTH, month.number - 1);
        calendar.set(Calendar.IS_LEAP_MONTH, month.leap ? 1 : 0);
        calendar.set(Calendar.DAY_OF_MONTH, 1);
        LocalDate day = LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, calendar.get(Calendar.JULIAN_DAY));
        return Optional.of(day).filter(found -> read(calendar).equals(month)); // ICU goes on where there is none
    }

    private static ChineseMonth read(Calendar calendar) {
        return new ChineseMonth(
                calendar.get(Calendar.EXTENDED_YEAR) - EXTENDED,
                calendar.get(Calendar.MONTH) + 1,
                calendar.get(Calendar.IS_LEAP_MONTH) == 1);
    }

    /** How many days it has: 29 or 30. */
    int length() {
        return (int)
                ChronoUnit.DAYS.between(begins().orElseThrow(), next().begins().orElseThrow());
    }

    private ChineseMonth next() {
        ChineseMonth repeated = new ChineseMonth(year, number, true);
        if (!leap && repeated.begins().isPresent()) {
            return repeated;
        }
        return number == 12 ? new ChineseMonth(year + 1, 1, false) : new ChineseMonth(year, number + 1, false);
    }
}
