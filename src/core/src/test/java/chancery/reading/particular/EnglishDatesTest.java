package chancery.reading.particular;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.reading.text.Tokens;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnglishDatesTest {
    private static final LocalDate NEAR = LocalDate.of(1955, 1, 20);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "January 29, 1955 | 1955-01-29",
                "29 January 1955 | 1955-01-29",
                "Jan. 29, 1955 | 1955-01-29",
                "Sept 20 | 1954-09-20",
                "December 30 | 1954-12-30",
                "February 1 | 1955-02-01",
            })
    void a_day_without_its_year_is_the_one_nearest_to_the_document(String text, LocalDate day) {
        assertThat(EnglishDates.day(Tokens.of(text), 0).orElseThrow().near(NEAR))
                .isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"May not", "32 January 1955", "February 30", "March", "1955"})
    void what_is_no_day_is_none(String text) {
        assertThat(EnglishDates.day(Tokens.of(text), 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7:33 p.m. | 19:33",
                "12:15 a.m. | 00:15",
                "noon | 12:00",
                "midnight | 24:00",
                "9–10:05 a.m. | 09:00/10:05",
                "11:30–1 p.m. | 11:30/13:00",
                "1955-5:18 p.m. | 17:18",
            })
    void a_clock_time_is_told_in_twenty_four_hours(String text, String clock) {
        assertThat(EnglishDates.time(Tokens.of(text), 0).orElseThrow().clock()).isEqualTo(clock);
    }

    @Test
    void thirteen_o_clock_in_the_afternoon_is_no_time() {
        assertThat(EnglishDates.time(Tokens.of("13:05 p.m."), 0)).isEmpty();
    }
}
