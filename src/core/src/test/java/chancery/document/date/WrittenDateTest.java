package chancery.document.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
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
        "CHINESE, Shunzhi 18-07L-01, 1661-08-25",
        // as the papers themselves have it
        "GREGORIAN, 17 February 1755, 1755-02-17",
        "JULIAN, 17 Feb. 1755, 1755-02-28",
        "JULIAN, 25 октября 1917 г., 1917-11-07",
        "JULIAN, 25.X.1917, 1917-11-07",
        "JULIAN, 11 February 1675/6, 1676-02-21",
        "JULIAN, 11 February 1699/1700, 1700-02-21",
        "JULIAN, 29 February 1699/1700, 1700-03-11", // a leap day of the Julian year only
        "JULIAN, 24 March 1675/76, 1676-04-03",
        "CHINESE, 光緒 26-08L-07, 1900-09-30",
        "CHINESE, 光緒26年閏8月7日, 1900-09-30",
        "CHINESE, 光緒二十六年閏八月初七, 1900-09-30",
        "CHINESE, 光绪廿六年闰八月初七日, 1900-09-30",
        "CHINESE, 大清乾隆五十八年八月初十日, 1793-09-14",
        "CHINESE, 宣統三年八月十九日, 1911-10-10",
        "CHINESE, 光緒元年正月初一, 1875-02-06",
        "CHINESE, 宣統3年臘月25日, 1912-02-12",
        "FRENCH_REPUBLICAN, 1er vendémiaire an I, 1792-09-22",
        "FRENCH_REPUBLICAN, 9 thermidor an II, 1794-07-27", // the fall of Robespierre
        "FRENCH_REPUBLICAN, 9 thermidor II, 1794-07-27",
        "FRENCH_REPUBLICAN, 6e jour complémentaire an III, 1795-09-22",
        "FRENCH_REPUBLICAN, 1 vendémiaire an IV, 1795-09-23",
        "FRENCH_REPUBLICAN, 13 Vendemiaire year 4, 1795-10-05",
        "FRENCH_REPUBLICAN, le 18 brumaire de l'an VIII, 1799-11-09",
        "FRENCH_REPUBLICAN, 11 frimaire an XIII, 1804-12-02", // the coronation
        "FRENCH_REPUBLICAN, 11 frimaire an XIV, 1805-12-02", // Austerlitz
        "FRENCH_REPUBLICAN, 10 nivôse an XIV, 1805-12-31",
        "BYZANTINE, 6983-09-01, 1474-09-10",
        "BYZANTINE, 6961-05-29, 1453-06-07", // the fall of Constantinople
        "BYZANTINE, 29 May 6961, 1453-06-07",
        "BYZANTINE, 31 December 7208, 1700-01-10" // the last day of that calendar in Russia
    })
    void a_day_is_the_same_day_in_every_calendar(WrittenCalendar calendar, String written, String day) {
        assertThat(WrittenDate.parse(calendar, written).date().edtf()).isEqualTo(day);
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            GREGORIAN         | February 1900                     | [1900-02-01..1900-02-28]
            JULIAN            | 1900-02                           | [1900-02-13..1900-03-13]
            JULIAN            | March 1675/6                      | [1676-03-11..1676-04-03]
            JULIAN            | 1675/6                            | [1676-01-11..1676-04-03]
            CHINESE           | 光緒26年閏8月                     | [1900-09-24..1900-10-22]
            CHINESE           | 光緒26年                          | [1900-01-31..1901-02-18]
            FRENCH_REPUBLICAN | brumaire an VIII                  | [1799-10-23..1799-11-21]
            FRENCH_REPUBLICAN | an III                            | [1794-09-22..1795-09-22]
            FRENCH_REPUBLICAN | nivôse an XIV                     | [1805-12-22..1805-12-31]
            FRENCH_REPUBLICAN | jours complémentaires an II       | [1794-09-17..1794-09-21]
            BYZANTINE         | 6983 year of the world, September | [1474-09-10..1474-10-09]
            BYZANTINE         | 6983                              | [1474-09-10..1475-09-09]
            """)
    void a_month_or_year_is_one_of_its_days(WrittenCalendar calendar, String written, String edtf) {
        assertThat(WrittenDate.parse(calendar, written).date().edtf()).isEqualTo(edtf);
    }

    @Test
    void the_days_of_the_republic_follow_each_other_without_gap() {
        LocalDate next = LocalDate.of(1792, 9, 22);
        List<String> months = List.of(
                "vendémiaire",
                "brumaire",
                "frimaire",
                "nivôse",
                "pluviôse",
                "ventôse",
                "germinal",
                "floréal",
                "prairial",
                "messidor",
                "thermidor",
                "fructidor",
                "complémentaire");
        for (int year = 1; year <= 14; year++) {
            for (String month : months) {
                int length =
                        !month.equals("complémentaire") ? 30 : List.of(3, 7, 11).contains(year) ? 6 : 5;
                for (int day = 1; day <= length && next.getYear() < 1806; day++) {
                    String written = day + " " + month + " an " + year;
                    assertThat(WrittenDate.parse(WrittenCalendar.FRENCH_REPUBLICAN, written)
                                    .date()
                                    .earliest())
                            .as(written)
                            .isEqualTo(next);
                    next = next.plusDays(1);
                }
            }
        }
        assertThat(next).isEqualTo("1806-01-01");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            GREGORIAN | 1900-02-29          | that month has the days 01 to 28
            JULIAN    | 1900-02-30          | that month has the days 01 to 29
            JULIAN    | 1900-13-01          | a year has the months 01 to 12
            JULIAN    | 17 Ventose 1755     | year, month and day, such as 1755-02-17
            JULIAN    | 18.01.55            | year, month and day, such as 1755-02-17
            JULIAN    | 6983-09-01          | year, month and day, such as 1755-02-17
            JULIAN    | 11 February 1675/7  | year, month and day, such as 1755-02-17
            JULIAN    | 25 March 1675/6     | tells its year twice, as only the days from 1 January to 24 March have it
            GREGORIAN | 11 February 1675/6  | year, month and day, such as 1755-02-17 or 17 February 1755
            CHINESE   | 光緒35年正月初一    | Guangxu has no year 35; it has the years 1 to 34
            CHINESE   | 光緒26年閏7月7日    | 光緒 26 has no leap month 7; that of the year is 08L
            CHINESE   | 萬曆10年正月初一    | the Qing has no reign era "萬曆"
            CHINESE   | 光緒26年閏8月30日   | that month has the days 01 to 29
            FRENCH_REPUBLICAN | 31 brumaire an VIII              | that month has the days 01 to 30
            FRENCH_REPUBLICAN | 6e jour complémentaire an II     | that month has the days 01 to 5
            FRENCH_REPUBLICAN | 11 nivôse an XIV                 | it ended with 10 nivôse XIV
            FRENCH_REPUBLICAN | 18 floréal an 79                 | it has the years I to XIV
            FRENCH_REPUBLICAN | 18 May 1799                      | such as 18 brumaire an VIII
            BYZANTINE | 1474-09-10          | is no year of the world that a paper can bear; expected 5509 to 7508
            BYZANTINE | 6983-13-01          | a year has the months 01 to 12
            BYZANTINE | 6983-09-31          | that month has the days 01 to 30
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
                            int length = named.length();
                            for (int day = 0; day < length; day++) {
                                assertThat(days.add(first.plusDays(day)))
                                        .as(named.toString())
                                        .isTrue();
                            }
                        });
                    }
                }
            }
        }
        LocalDate first = WrittenDate.parse(WrittenCalendar.CHINESE, "Shunzhi 1-01-01")
                .date()
                .earliest();
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
        assertThat(WrittenDate.parse(WrittenCalendar.FRENCH_REPUBLICAN, "18 brumaire an VIII")
                        .told())
                .isEqualTo("18 brumaire an VIII (French republican)");
        assertThat(WrittenDate.parse(WrittenCalendar.BYZANTINE, "6983-09-17").told())
                .isEqualTo("17 Sep 6983 (Byzantine)");
    }
}
