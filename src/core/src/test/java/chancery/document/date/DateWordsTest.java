package chancery.document.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateWordsTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            1755                                     | 1755
            17 February 1755                         | 1755-02-17
            17th of February, 1755                   | 1755-02-17
            17 Feb. 1755                             | 1755-02-17
            17 FEBRUARY 1755                         | 1755-02-17
            February 17, 1755                        | 1755-02-17
            Sept. 3rd, 1755                          | 1755-09-03
            1755 February 17                         | 1755-02-17
            1755, February                           | 1755-02
            February 1755                            | 1755-02
            17 февраля 1755 г.                       | 1755-02-17
            17 II 1755                               | 1755-02-17
            18.01.1955                               | 1955-01-18
            18.1.1955                                | 1955-01-18
            18.I.1955                                | 1955-01-18
            18. XII. 1955                            | 1955-12-18
            18.01.55                                 | XX55-01-18
            18.I.55                                  | XX55-01-18
            29.02.56                                 | XX56-02-29
            c. 1955                                  | 1955~
            c.1955                                   | 1955~
            ca. 1955                                 | 1955~
            ca 17 February 1755                      | 1755-02-17~
            circa 1955                               | 1955~
            Circa January 1955                       | 1955-01~
            1955?                                    | 1955?
            1955 ?                                   | 1955?
            [1955]                                   | 1955
            [1955?]                                  | 1955?
            [ca. 1955?]                              | 1955%
            after 1955                               | [1955..]
            before 1955                              | [..1955]
            After 17 February 1755                   | [1755-02-17..]
            [before 1955?]                           | [..1955?]
            11 February 1675/6                       | 1676-02-21
            11.2.1675/6                              | 1676-02-21
            February 11, 1675/76                     | 1676-02-21
            1675/6                                   | [1676-01-11..1676-04-03]
            after ca. 1955                           | [1955~..]
            before 1675/6                            | [..1676-04-03]
            c. February 1675/6                       | [1676-02-11~..1676-03-10~]
            光緒26年閏8月7日                         | 1900-09-30
            光緒２６年閏８月７日                     | 1900-09-30
            光緒 26 年 閏 8 月 7 日                  | 1900-09-30
            光绪二十六年闰八月初七                   | 1900-09-30
            乾隆六十年正月                           | [1795-01-21..1795-02-18]
            18 brumaire an VIII                      | 1799-11-09
            18 Brumaire, year 8                      | 1799-11-09
            9 thermidor II                           | 1794-07-27
            c. 9 thermidor an II                     | 1794-07-27~
            3rd complementary day, year 2            | 1794-09-19
            6983 year of the world, September        | [1474-09-10..1474-10-09]
            17 September in the year of the world 6983 | 1474-09-26
            """)
    void words_say_a_date_in_edtf(String words, String edtf) {
        assertThat(DateWords.read(words).map(HistoricalDate::edtf).orElse(null)).isEqualTo(edtf);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "?",
                "[]",
                "undated",
                "c. undated",
                "31 April 1955",
                "30.02.1955",
                "29.02.55",
                "17 Foo 1755",
                "17 February",
                "Jan. 17",
                "17/02/1755",
                "1675/8",
                "11 June 1675/6",
                "光緒35年",
                "光緒26年閏7月7日",
                "萬曆10年",
                "31 brumaire an VIII",
                "18 brumaire an XV",
                "year 8",
                "1474 year of the world",
                "after",
                "between 1955 and 1957"
            })
    void what_is_no_date_or_no_day_of_its_calendar_is_not_read(String words) {
        assertThat(DateWords.read(words)).isEmpty();
    }

    @Test
    void whatever_is_written_nothing_is_thrown() {
        List<String> seeds = List.of(
                "11 February 1675/6",
                "[ca. 18.I.1955?]",
                "光緒二十六年閏八月初七",
                "18 brumaire an VIII",
                "6983 year of the world, September",
                "17 февраля 1755 г.");
        String letters = "0123456789 .,/?[]aivxцгдл年月十初閏元廿½²Ⅷ\\u0000";
        Random random = new Random(1582);
        for (int trial = 0; trial < 20_000; trial++) {
            StringBuilder text = new StringBuilder(seeds.get(random.nextInt(seeds.size())));
            for (int change = 1 + random.nextInt(4); change > 0; change--) {
                text.setCharAt(random.nextInt(text.length()), letters.charAt(random.nextInt(letters.length())));
            }
            assertThat(DateWords.read(text.toString())).as(text.toString()).isNotNull();
        }
    }
}
