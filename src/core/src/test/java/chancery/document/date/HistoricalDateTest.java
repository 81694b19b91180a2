package chancery.document.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Examples of levels 0 and 1 from the specification of EDTF (Library of Congress, 2019), and laws over random dates. */
class HistoricalDateTest {

    @ParameterizedTest(name = "{0} is {1} to {2}")
    @CsvSource({
        // level 0
        "1985-04-12, 1985-04-12, 1985-04-12",
        "1985-04, 1985-04-01, 1985-04-30",
        "1985, 1985-01-01, 1985-12-31",
        "1985-04-12T23:20:30, 1985-04-12, 1985-04-12",
        "1985-04-12T23:20:30Z, 1985-04-12, 1985-04-12",
        "1985-04-12T23:20:30-04, 1985-04-12, 1985-04-13",
        "1985-04-12T23:20:30+04:30, 1985-04-12, 1985-04-12",
        // a clock that stops at the minute (ISO 8601)
        "1950-10-14T03:15, 1950-10-14, 1950-10-14",
        "1950-10-14T23:20Z, 1950-10-14, 1950-10-14",
        // the day of the place, or the universal one
        "1955-01-14T01:00+08:00, 1955-01-13, 1955-01-14",
        "1955-01-13T21:00-05:00, 1955-01-13, 1955-01-14",
        "1964/2008, 1964-01-01, 2008-12-31",
        "2004-06/2006-08, 2004-06-01, 2006-08-31",
        "2004-02-01/2005-02-08, 2004-02-01, 2005-02-08",
        "2004-02-01/2005-02, 2004-02-01, 2005-02-28",
        "2005/2006-02, 2005-01-01, 2006-02-28",
        // level 1: long years, negative years
        "Y170000002, +170000002-01-01, +170000002-12-31",
        "Y-170000002, -170000002-01-01, -170000002-12-31",
        "-1985, -1985-01-01, -1985-12-31",
        "-0044-03-15, -0044-03-15, -0044-03-15",
        // seasons
        "2001-21, 2001-03-01, 2001-05-31",
        "2001-22, 2001-06-01, 2001-08-31",
        "2001-23, 2001-09-01, 2001-11-30",
        "2003-24, 2003-12-01, 2004-02-29",
        // doubt does not widen
        "1984?, 1984-01-01, 1984-12-31",
        "2004-06~, 2004-06-01, 2004-06-30",
        "2004-06-11%, 2004-06-11, 2004-06-11",
        // unspecified digits from the right
        "201X, 2010-01-01, 2019-12-31",
        "20XX, 2000-01-01, 2099-12-31",
        "2004-XX, 2004-01-01, 2004-12-31",
        "1985-04-XX, 1985-04-01, 1985-04-30",
        "1985-XX-XX, 1985-01-01, 1985-12-31",
        "1984~/2004-06, 1984-01-01, 2004-06-30",
        "1984-06-02?/2004-08-08~, 1984-06-02, 2004-08-08",
        // leap days
        "2000-02, 2000-02-01, 2000-02-29",
        "1900-02, 1900-02-01, 1900-02-28",
        "2004-02-29, 2004-02-29, 2004-02-29",
    })
    void a_date_says_between_which_days_it_lies(String edtf, LocalDate earliest, LocalDate latest) {
        HistoricalDate date = HistoricalDate.parse(edtf);
        assertThat(date.edtf()).isEqualTo(edtf);
        assertThat(date.earliest()).isEqualTo(earliest);
        assertThat(date.latest()).isEqualTo(latest);
    }

    @Test
    void clocks_of_one_day_order_nothing() {
        HistoricalDate sent = HistoricalDate.parse("1950-10-14T03:15");
        HistoricalDate received = HistoricalDate.parse("1950-10-14T06:36");
        assertThat(sent.isBefore(received)).isFalse();
        assertThat(sent.overlaps(received)).isTrue();
        assertThat(received.isBefore(HistoricalDate.parse("1950-10-15T00:05"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1985-04-12/..", "1985-04-12/"})
    void an_interval_without_end_is_open_to_the_future(String edtf) {
        assertThat(HistoricalDate.parse(edtf).earliest()).isEqualTo("1985-04-12");
        assertThat(HistoricalDate.parse(edtf).latest()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../1985-04", "/1985-04"})
    void an_interval_without_beginning_is_open_to_the_past(String edtf) {
        assertThat(HistoricalDate.parse(edtf).earliest()).isNull();
        assertThat(HistoricalDate.parse(edtf).latest()).isEqualTo("1985-04-30");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1955-02-29",
                "1900-02-29",
                "1955-04-31",
                "1955-13",
                "1955-00",
                "1955-01-00",
                "1955-20",
                "1955-25",
                "1955-21-01",
                "1955-XX-12",
                "195X-05"
            })
    void a_day_that_no_calendar_has_is_refused_with_its_text(String edtf) {
        assertThatThrownBy(() -> HistoricalDate.parse(edtf))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"" + edtf + "\" is no day of the calendar");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "17 January 1955",
                "1955-1-17",
                "1955/01/17/1",
                "55",
                "19555",
                "1955-01-17-03",
                "1955-01-17??",
                "?1955",
                "Y1955",
                "Y17000-05",
                "1X55",
                "١٩٥٥"
            })
    void what_is_no_edtf_is_refused_with_its_text_and_examples(String text) {
        assertThatThrownBy(() -> HistoricalDate.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + text + "\" is not an EDTF date; write for example 1955-01-17");
    }

    @Test
    void a_clock_time_that_does_not_exist_is_refused() {
        assertThatThrownBy(() -> HistoricalDate.parse("1955-01-17T25:00:00"))
                .hasMessage("\"1955-01-17T25:00:00\" is no moment of the calendar");
    }

    @Test
    void an_interval_that_ends_before_it_begins_is_refused() {
        assertThatThrownBy(() -> HistoricalDate.parse("1955-03/1955-01"))
                .hasMessage("the interval \"1955-03/1955-01\" ends before it begins");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "../..", "/..", "../"})
    void an_interval_without_any_end_is_refused(String edtf) {
        assertThatThrownBy(() -> HistoricalDate.parse(edtf))
                .hasMessage("the interval \"" + edtf + "\" has neither beginning nor end; leave it out");
    }

    @Test
    void a_date_is_before_another_only_if_no_day_is_common() {
        HistoricalDate january = HistoricalDate.parse("1955-01");
        assertThat(january.isBefore(HistoricalDate.parse("1955-02-01"))).isTrue();
        assertThat(january.isBefore(HistoricalDate.parse("1955-01-31"))).isFalse();
        assertThat(january.isBefore(HistoricalDate.parse("1955-02/.."))).isTrue();
        assertThat(january.isBefore(HistoricalDate.parse("../1955-02"))).isFalse();
        assertThat(january.overlaps(HistoricalDate.parse("195X"))).isTrue();
        assertThat(january.overlaps(HistoricalDate.parse("1954"))).isFalse();
    }

    @Test
    void no_random_date_begins_after_its_end_and_before_is_a_strict_order() {
        Random random = new Random(1955);
        List<HistoricalDate> dates = random.ints(400)
                .mapToObj(seed -> HistoricalDate.parse(random(new Random(seed))))
                .toList();
        for (HistoricalDate a : dates) {
            if (a.earliest() != null && a.latest() != null) {
                assertThat(a.earliest()).as(a.edtf()).isBeforeOrEqualTo(a.latest());
            }
            assertThat(a.isBefore(a)).as(a.edtf()).isFalse();
            for (HistoricalDate b : dates) {
                assertThat(a.isBefore(b) && b.isBefore(a)).isFalse();
                assertThat(a.overlaps(b)).isEqualTo(b.overlaps(a));
                for (HistoricalDate c : dates.subList(0, 40)) {
                    assertThat(!(a.isBefore(b) && b.isBefore(c)) || a.isBefore(c))
                            .isTrue();
                }
            }
        }
    }

    private static String random(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> single(random) + "/..";
            case 1 -> "../" + single(random);
            case 2 -> {
                int year = 1000 + random.nextInt(900);
                yield year + "-0" + (1 + random.nextInt(9)) + "/" + (year + 1 + random.nextInt(90));
            }
            default -> single(random);
        };
    }

    private static String single(Random random) {
        int year = random.nextInt(10_000);
        String written = String.format("%04d", year);
        String doubt = List.of("", "", "?", "~", "%").get(random.nextInt(5));
        int month = 1 + random.nextInt(12);
        return switch (random.nextInt(7)) {
            case 0 -> written + doubt;
            case 1 -> written.substring(0, 3) + "X";
            case 2 -> written.substring(0, 2) + "XX";
            case 3 -> written + "-2" + (1 + random.nextInt(4));
            case 4 -> String.format("%s-%02d-XX", written, month);
            case 5 -> "Y" + (random.nextBoolean() ? "-" : "") + (10_000 + random.nextInt(90_000));
            default ->
                String.format(
                        "%s-%02d-%02d%s",
                        written,
                        month,
                        1 + random.nextInt(YearMonth.of(year, month).lengthOfMonth()),
                        doubt);
        };
    }
}
