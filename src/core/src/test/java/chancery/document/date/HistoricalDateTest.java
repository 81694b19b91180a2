package chancery.document.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Examples from the specification of EDTF (Library of Congress, 2019), and laws over random dates. */
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
        // level 2: a part in doubt
        "2004-06~-11, 2004-06-11, 2004-06-11",
        "2004?-06-11, 2004-06-11, 2004-06-11",
        "?2004-06-~11, 2004-06-11, 2004-06-11",
        "2004-%06-11, 2004-06-11, 2004-06-11",
        "Y170000002?, +170000002-01-01, +170000002-12-31",
        // masked digits anywhere
        "156X-12-25, 1560-12-25, 1569-12-25",
        "15XX-12-25, 1500-12-25, 1599-12-25",
        "1XXX-XX, 1000-01-01, 1999-12-31",
        "1XXX-12, 1000-12-01, 1999-12-31",
        "1X55, 1055-01-01, 1955-12-31",
        "1984-1X, 1984-10-01, 1984-12-31",
        "1984-0X, 1984-01-01, 1984-09-30",
        "1984-X1, 1984-01-01, 1984-11-30",
        "1955-01-1X, 1955-01-10, 1955-01-19",
        "1955-XX-31, 1955-01-31, 1955-12-31",
        "1955-XX-3X, 1955-01-30, 1955-12-31",
        "1955-XX-12, 1955-01-12, 1955-12-12",
        "195X-XX, 1950-01-01, 1959-12-31",
        "195X-21, 1950-03-01, 1959-05-31",
        "19XX-02-29, 1904-02-29, 1996-02-29",
        "XXX5-02, 0005-02-01, 9995-02-28",
        // years before the first
        "0000, 0000-01-01, 0000-12-31",
        "-004X, -0049-01-01, -0040-12-31",
        "-004X-03-15, -0049-03-15, -0040-03-15",
        "-000X, -0009-01-01, -0001-12-31",
        "-0044/-0031, -0044-01-01, -0031-12-31",
        // parts of a year
        "2001-25, 2001-03-01, 2001-05-31",
        "2001-26, 2001-06-01, 2001-08-31",
        "2001-27, 2001-09-01, 2001-11-30",
        "2003-28, 2003-12-01, 2004-02-29",
        "2001-29, 2001-09-01, 2001-11-30",
        "2003-30, 2003-12-01, 2004-02-29",
        "2001-31, 2001-03-01, 2001-05-31",
        "2001-32, 2001-06-01, 2001-08-31",
        "2001-33, 2001-01-01, 2001-03-31",
        "2001-34, 2001-04-01, 2001-06-30",
        "2001-35, 2001-07-01, 2001-09-30",
        "2001-36, 2001-10-01, 2001-12-31",
        "2001-37, 2001-01-01, 2001-04-30",
        "2001-38, 2001-05-01, 2001-08-31",
        "2001-39, 2001-09-01, 2001-12-31",
        "2001-40, 2001-01-01, 2001-06-30",
        "2001-41, 2001-07-01, 2001-12-31",
        "2001-21/2001-23, 2001-03-01, 2001-11-30",
        // intervals of such dates
        "2004-06-~01/2004-06-~20, 2004-06-01, 2004-06-20",
        "2004-06-XX/2004-07-03, 2004-06-01, 2004-07-03",
        // a clock may stand at both ends (ISO 8601)
        "1921-07-01T09:30/1921-07-02T10:00, 1921-07-01, 1921-07-02",
        "1955-01-14T12:00+14:00, 1955-01-13, 1955-01-14",
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

    @ParameterizedTest(name = "{0} is {1} to {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "[1667,1668,1670..1672] | 1667-01-01 | 1672-12-31",
                "[1955-01-17, 1955-01-19] | 1955-01-17 | 1955-01-19",
                "[1955-01-19, 1955-01-17] | 1955-01-17 | 1955-01-19",
                "[1955-01-17..1955-01-20] | 1955-01-17 | 1955-01-20",
                "[1955] | 1955-01-01 | 1955-12-31",
                "[1955?] | 1955-01-01 | 1955-12-31",
                "[..1760-12-03] | | 1760-12-03",
                "[1760-12..] | 1760-12-01 |",
                "[1760-01,1760-02,1760-12..] | 1760-01-01 |",
                "[1667,1760-12] | 1667-01-01 | 1760-12-31",
                "[-0044, 195X-XX-17] | -0044-01-01 | 1959-12-17",
                "[1955-33, XXXX-12] | |",
                "{1667,1668,1670..1672} | 1667-01-01 | 1672-12-31",
                "{1960,1961-12} | 1960-01-01 | 1961-12-31",
                "{..1984} | | 1984-12-31",
                "XXXX-12-XX | |",
                "XXXX-12-25 | |",
                "XXXX-02-29 | |",
                "-XXXX-12 | | -0001-12-31",
            })
    void a_set_lies_between_its_first_day_and_its_last(String edtf, LocalDate earliest, LocalDate latest) {
        assertThat(HistoricalDate.parse(edtf).earliest()).isEqualTo(earliest);
        assertThat(HistoricalDate.parse(edtf).latest()).isEqualTo(latest);
    }

    @ParameterizedTest(name = "{0} binds to {1} to {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1955-01-17? | |",
                "1955-01~ | |",
                "1955% | |",
                "?1955 | |",
                "?1955-01-17 | |",
                "1955?-01-17 | |",
                "1955-01?-17 | |",
                "1955-01~-17 | |",
                "1955-?01-17 | 1955-01-01 | 1955-12-31",
                "1955-?01-~17 | 1955-01-01 | 1955-12-31",
                "1955-%01 | 1955-01-01 | 1955-12-31",
                "1955-01-?17 | 1955-01-01 | 1955-01-31",
                "195X-?12 | 1950-01-01 | 1959-12-31",
                "1955-XX-?17 | 1955-01-01 | 1955-12-31",
                "1955-?24 | 1955-01-01 | 1956-02-29",
                "XXXX-12-?17 | |",
                "Y17000~ | |",
                "1955~/1957-03 | | 1957-03-31",
                "1955-02/1957-03-~05 | 1955-02-01 | 1957-03-31",
                "1955-02-?07/1957? | 1955-02-01 |",
                "1955-02-?07/.. | 1955-02-01 |",
                "[1955-01-17, 1955-02-?07] | 1955-01-17 | 1955-02-28",
                "[1955-01-17, 1955-02-07?] | |",
                "{1955-01-?17..1955-02} | 1955-01-01 | 1955-02-28",
            })
    void what_is_in_doubt_binds_as_far_as_it_is_sure(String edtf, LocalDate from, LocalDate until) {
        HistoricalDate date = HistoricalDate.parse(edtf);
        assertThat(date.isDoubtful()).isTrue();
        assertThat(date.surelyFrom()).isEqualTo(from);
        assertThat(date.surelyUntil()).isEqualTo(until);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1955-01-17", "195X", "1955/..", "../1955", "[1955, 1957]", "1955-21", "1955-01-14T01:00+08:00"})
    void what_is_not_in_doubt_binds_to_all_that_it_states(String edtf) {
        HistoricalDate date = HistoricalDate.parse(edtf);
        assertThat(date.isDoubtful()).isFalse();
        assertThat(date.surelyFrom()).isEqualTo(date.earliest());
        assertThat(date.surelyUntil()).isEqualTo(date.latest());
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "1955-01-17, 1955-01-18, true",
        "1955-01-?17, 1955-01-18, false",
        "1955-01-?17, 1955-02-01, true",
        "1955-01-17, 1955-02-01?, false",
        "1955-?01-17, 1955-12-31, false",
        "1955-?01-17, 1956, true",
        "1955?, 1999, false",
    })
    void it_is_surely_before_another_only_by_the_days_that_bind(String one, String other, boolean before) {
        assertThat(HistoricalDate.parse(one).isBefore(HistoricalDate.parse(other)))
                .isTrue();
        assertThat(HistoricalDate.parse(one).surelyBefore(HistoricalDate.parse(other)))
                .isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            -0000                       | there is no year -0000; write 0000 for the year before 0001
            -0000-01                    | there is no year -0000
            [1955, -0000]               | there is no year -0000
            XXXX                        | says nothing; leave it out
            XXXX-XX-XX                  | says nothing; leave it out
            XXXX?                       | says nothing; leave it out
            Y-17E7                      | a year with an exponent or significant digits, which are not read here
            1950S2                      | a year with an exponent or significant digits, which are not read here
            Y3388E2S3                   | a year with an exponent or significant digits, which are not read here
            []                          | has an empty member; write a date there, or take the comma out
            [1955,]                     | has an empty member
            [1955,,1956]                | has an empty member
            [..]                        | has neither beginning nor end; leave it out
            [1955, ..1957]              | a member without beginning or end between others
            [1955.., 1957]              | a member without beginning or end between others
            [1957..1955]                | has the member "1957..1955", which ends before it begins; turn it round
            [1955-23..1955-21]          | which ends before it begins
            [1955-01-17T10:00, 1956]    | has the clock time "1955-01-17T10:00" in it; write days
            [1955/1957]                 | "1955/1957" is not an EDTF date
            [[1955]]                    | "[1955]" is not an EDTF date
            [1955-04-31]                | "1955-04-31" is no day of the calendar
            1955-23/1955-21             | ends before it begins
            1955-04-31/1956             | "1955-04-31" is no day of the calendar
            XXXX-12/..                  | has neither beginning nor end; leave it out
            1955-01-17T10:00:00+14:30   | is more than 14:00 off universal time
            1955-01-17T10:00:00-15:00   | is more than 14:00 off universal time
            1955-01-17T10:00:00+19:00   | is no moment of the calendar
            1955-02-30T10:00            | is no moment of the calendar
            17 February 1755            | 1955-01/1955-03; this may be 1755-02-17
            c. 1955                     | 1955-01/1955-03; this may be 1955~
            """)
    void what_edtf_refuses_is_refused_with_what_to_do(String edtf, String because) {
        assertThatThrownBy(() -> HistoricalDate.parse(edtf))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(because);
    }

    @Test
    void a_set_has_at_most_a_hundred_members() {
        String most = String.join(",", Collections.nCopies(100, "1955"));
        assertThat(HistoricalDate.parse("[" + most + "]").latest()).isEqualTo("1955-12-31");
        assertThatThrownBy(() -> HistoricalDate.parse("[" + most + ",1956]"))
                .hasMessageContaining("has 101 members; write at most 100");
        assertThatThrownBy(() -> HistoricalDate.parse("1".repeat(5000)))
                .hasMessageContaining("the date has 5000 characters; write at most 4000");
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
                "1955-42",
                "1955-2X",
                "1955-21-01",
                "1955-1X-32",
                "195X-02-30",
                "19X1-02-29",
                "XXXX-02-30",
                "XXXX-13"
            })
    void a_day_that_no_calendar_has_is_refused_with_its_text(String edtf) {
        assertThatThrownBy(() -> HistoricalDate.parse(edtf))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("\"" + edtf + "\" is no day of the calendar; check its month");
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
                "1955-??01",
                "1955-01-17?-",
                "Y1955",
                "Y17000-05",
                "1x55",
                "XXX",
                "+1955",
                "19 55",
                "1955 ",
                "[1955",
                "1955]",
                "[1955}",
                "1955..1957",
                "1985-04-12T23:20:30?",
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
                .hasMessage("\"1955-01-17T25:00:00\" is no moment of the calendar; check day, clock and offset");
    }

    @Test
    void an_interval_that_ends_before_it_begins_is_refused() {
        assertThatThrownBy(() -> HistoricalDate.parse("1955-03/1955-01"))
                .hasMessage("the interval \"1955-03/1955-01\" ends before it begins; turn it round");
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

    @Test
    void whatever_is_written_is_a_date_or_refused_and_what_binds_contains_what_is_stated() {
        List<String> seeds = List.of(
                "1955-01-17",
                "195X-XX-1X",
                "?1955-~01-%17",
                "[1955-01-17, 1955-02..1956]",
                "{..1955}",
                "-004X/1955?",
                "1985-04-12T23:20:30+04:30",
                "Y-170000002",
                "1955-24",
                "XXXX-12-XX",
                "17 February 1755",
                "[c. 1955?]",
                "光緒二十六年閏八月初七",
                "18 brumaire an VIII",
                "11 February 1675/6",
                "6983 year of the world, September");
        String letters = "0123456789X-?~%./,[]{}TYESZ+: 年月十初閏aivrc";
        Random random = new Random(8601);
        int read = 0;
        for (int trial = 0; trial < 20_000; trial++) {
            StringBuilder text = new StringBuilder(seeds.get(random.nextInt(seeds.size())));
            for (int change = random.nextInt(4); change > 0 && text.length() > 0; change--) {
                int at = random.nextInt(text.length());
                char letter = letters.charAt(random.nextInt(letters.length()));
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, letter);
                    case 1 -> text.insert(at, letter);
                    default -> text.deleteCharAt(at);
                }
            }
            HistoricalDate date;
            try {
                date = HistoricalDate.parse(text.toString());
            } catch (IllegalArgumentException refused) {
                assertThat(refused.getClass()).as(text.toString()).isEqualTo(IllegalArgumentException.class);
                assertThat(refused).as(text.toString()).hasMessageContaining("; ");
                continue;
            }
            read++;
            assertContains(date.edtf(), date.earliest(), date.latest());
            assertContains(date.edtf(), date.surelyFrom(), date.earliest());
            assertContains(date.edtf(), date.latest(), date.surelyUntil());
            if (!date.isDoubtful()) {
                assertThat(date.surelyFrom()).as(date.edtf()).isEqualTo(date.earliest());
                assertThat(date.surelyUntil()).as(date.edtf()).isEqualTo(date.latest());
            }
        }
        assertThat(read).isGreaterThan(2_500);
    }

    private static void assertContains(String edtf, @Nullable LocalDate earlier, @Nullable LocalDate later) {
        if (earlier != null && later != null) {
            assertThat(earlier).as(edtf).isBeforeOrEqualTo(later);
        }
    }

    @Test
    void a_mask_is_bounded_by_the_days_that_fit_it() {
        Random random = new Random(29);
        for (int trial = 0; trial < 100; trial++) {
            LocalDate day = LocalDate.ofYearDay(1000 + random.nextInt(2000), 1 + random.nextInt(365));
            StringBuilder mask = new StringBuilder(day.toString());
            for (int at = 2; at < mask.length(); at++) {
                if (mask.charAt(at) != '-' && random.nextBoolean()) {
                    mask.setCharAt(at, 'X');
                }
            }
            Predicate<String> fits =
                    Pattern.compile(mask.toString().replace("X", "\\d")).asMatchPredicate();
            LocalDate century = LocalDate.of(day.getYear() / 100 * 100, 1, 1);
            List<LocalDate> fitting = century.datesUntil(century.plusYears(100))
                    .filter(each -> fits.test(each.toString()))
                    .toList();
            HistoricalDate date = HistoricalDate.parse(mask.toString());
            assertThat(date.earliest()).as(date.edtf()).isEqualTo(fitting.get(0));
            assertThat(date.latest()).as(date.edtf()).isEqualTo(fitting.get(fitting.size() - 1));
        }
    }

    private static String random(Random random) {
        return switch (random.nextInt(12)) {
            case 3 -> "[" + single(random) + ", " + single(random) + "]";
            case 4 -> "{" + single(random) + "}";
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
        return switch (random.nextInt(11)) {
            case 7 -> String.format("%sX-%02d", written.substring(0, 3), month);
            case 8 -> String.format("%s-%s%02d", written, doubt, 21 + random.nextInt(21));
            case 9 -> String.format("%s-%sXX-%02d", written, doubt, 1 + random.nextInt(31));
            case 10 -> "-" + String.format("%04d", 1 + random.nextInt(9000)).substring(0, 3) + "X" + doubt;
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
