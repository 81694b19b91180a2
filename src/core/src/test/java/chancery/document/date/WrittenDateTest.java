package chancery.document.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked examples of the calendars; dates of history that books give in both. */
class WrittenDateTest {
    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "GREGORIAN, 1755-02-28, 1755-02-28",
        "JULIAN, 1582-10-05, 1582-10-15", // the day that Spain and the papal states left out
        "JULIAN, 1752-09-03, 1752-09-14", // the day that Britain left out
        "JULIAN, 1900-02-29, 1900-03-13", // a leap day that the Gregorian year has not
        "JULIAN, 1917-10-25, 1917-11-07", // the October revolution
        "CHINESE, Qianlong 58-08-10, 1793-09-14", // Macartney is received
        "CHINESE, Daoguang 22-07-24, 1842-08-29", // the treaty of Nanking
        "CHINESE, Guangxu 26-07-20, 1900-08-14", // Peking is taken
        "CHINESE, Guangxu 26-08L-01, 1900-09-24", // in a leap month
        "CHINESE, Xuantong 03-08-19, 1911-10-10", // the rising of Wuchang
        "CHINESE, Xuantong 3-12-25, 1912-02-12", // the last edict
        "CHINESE, Qianlong 60-01-01, 1795-01-21", // the almanac, not the computed moon
        "CHINESE, Shunzhi 18-07L-01, 1661-08-25"
    })
    void a_day_is_the_same_day_in_every_calendar(WrittenCalendar calendar, String written, LocalDate day) {
        assertThat(WrittenDate.parse(calendar, written).day()).isEqualTo(day);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            GREGORIAN | 1900-02-29          | that month has the days 01 to 28
            JULIAN    | 1900-02-30          | that month has the days 01 to 29
            JULIAN    | 1900-13-01          | a year has the months 01 to 12
            JULIAN    | 17 Feb 1755         | year, month and day, such as 1755-02-17
            CHINESE   | Qianlong 61-01-01   | Qianlong has no year 61; it has the years 1 to 60
            CHINESE   | Wanli 10-01-01      | expected one of: Shunzhi, Kangxi
            CHINESE   | Qianlong 41-13-01   | Qianlong 41 has no month 13
            CHINESE   | Qianlong 41-03L-07  | Qianlong 41 has no leap month 3; that year has none
            CHINESE   | Guangxu 26-07L-07   | that of the year is 08L
            CHINESE   | Qianlong 58-08-31   | that month has the days 01 to
            CHINESE   | Qianlong 60-12L-01  | Qianlong 60 has no leap month 12; that of the year is 02L
            CHINESE   | 1776-03-07          | reign era, year, month and day
            """)
    void a_day_that_does_not_exist_is_refused(WrittenCalendar calendar, String written, String because) {
        assertThatThrownBy(() -> WrittenDate.parse(calendar, written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(because);
    }

    @Test
    void the_months_of_the_qing_follow_each_other_without_gap() {
        Set<LocalDate> days = new HashSet<>();
        for (ReignEra era : ReignEra.values()) {
            int last = era == ReignEra.XUANTONG ? 3 : ReignEra.values()[era.ordinal() + 1].begins(1) - era.begins(1);
            for (int year = 1; year <= last; year++) {
                int begins = era.begins(year);
                for (int month = 1; month <= 12; month++) {
                    for (boolean leap : new boolean[] {false, true}) {
                        ChineseMonth named = new ChineseMonth(begins, month, leap);
                        named.begins().ifPresent(first -> {
                            assertThat(named.length()).as(named.toString()).isBetween(29, 30);
                            for (int day = 0; day < named.length(); day++) {
                                assertThat(days.add(first.plusDays(day)))
                                        .as(named.toString())
                                        .isTrue();
                            }
                        });
                    }
                }
            }
        }
        LocalDate first =
                WrittenDate.parse(WrittenCalendar.CHINESE, "Shunzhi 1-01-01").day();
        LocalDate end = LocalDate.of(1912, 2, 18); // the new year after the last
        assertThat(days).hasSize((int) ChronoUnit.DAYS.between(first, end));
        assertThat(days).allMatch(day -> !day.isBefore(first) && day.isBefore(end));
    }

    @Test
    void it_is_told_as_the_paper_has_it() {
        assertThat(WrittenDate.parse(WrittenCalendar.JULIAN, "1755-02-17").told())
                .isEqualTo("17 Feb 1755 (Julian)");
        assertThat(WrittenDate.parse(WrittenCalendar.CHINESE, "Qianlong 41-03-07")
                        .told())
                .isEqualTo("Qianlong 41-03-07 (Chinese)");
    }
}
