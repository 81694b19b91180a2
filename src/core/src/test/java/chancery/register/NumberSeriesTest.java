package chancery.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chancery.office.Direction;
import chancery.office.OfficeId;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberSeriesTest {
    @ParameterizedTest
    @CsvSource({
        "'', /M, 83/M, 83",
        "'', /dv, 584/dv, 584",
        "'', s, 0404s, 404",
        "0, s, 0404s, 404",
        "'', -gs, 5925-gs, 5925",
        "'', '', 12126, 12126",
        "P49/, '', P49/69, 69",
        "27/, '', 27/449, 449",
    })
    void a_number_is_read_from_its_text(String prefix, String suffix, String text, long value) {
        assertThat(series(prefix, suffix).valueOf(text)).contains(value);
    }

    @ParameterizedTest
    @CsvSource({
        "'', /M, 83/m",
        "'', /M, /M",
        "'', '', 367vn",
        "'', '', P49/69",
        "P, '', P49/69",
        "0, s, 404s",
        "'', '', 9999999999999999999",
        "'', '', ٣",
    })
    void what_is_written_otherwise_is_no_number_of_the_series(String prefix, String suffix, String text) {
        assertThat(series(prefix, suffix).valueOf(text)).isEmpty();
    }

    @Test
    void what_a_series_writes_it_reads() {
        Random random = new Random(83);
        for (String prefix : List.of("", "P", "P49/", "0", "A-00")) {
            for (String suffix : List.of("", "/M", "-gs", "vn", ".s")) {
                NumberSeries series = series(prefix, suffix);
                long number = random.nextLong(1, 1_000_000);
                assertThat(series.valueOf(series.text(number))).contains(number);
            }
        }
    }

    @Test
    void series_overlap_exactly_if_they_share_a_text() {
        List<String> prefixes = List.of("", "0", "P", "P1-", "P-", "1/", "27/");
        List<String> suffixes = List.of("", "s", "-", "/449", "-1", "-1s", "/1");
        for (String prefix : prefixes) {
            for (String suffix : suffixes) {
                NumberSeries one = series(prefix, suffix);
                for (String otherPrefix : prefixes) {
                    for (String otherSuffix : suffixes) {
                        NumberSeries other = series(otherPrefix, otherSuffix);
                        assertThat(one.overlaps(other))
                                .as("%s and %s", one.text(1), other.text(1))
                                .isEqualTo(shareAText(one, other))
                                .isEqualTo(other.overlaps(one));
                    }
                }
            }
        }
    }

    /** Tries the numbers that occur in prefixes and suffixes, with and without leading zeros. */
    private static boolean shareAText(NumberSeries one, NumberSeries other) {
        return List.of("1", "27", "449", "01", "001", "11").stream()
                .map(digits -> one.prefix() + digits + one.suffix())
                .anyMatch(text -> other.valueOf(text).isPresent());
    }

    @Test
    void series_of_different_offices_directions_or_times_do_not_overlap() {
        NumberSeries fifties = series("", "/M", day(1950), day(1960));

        assertThat(fifties.overlaps(series("", "/M", day(1959), null))).isTrue();
        assertThat(fifties.overlaps(series("", "/M", day(1960), null))).isFalse();
        assertThat(series("", "/M", day(1960), null).overlaps(fifties)).isFalse();
        assertThat(fifties.overlaps(of("elsewhere", Direction.OUTGOING))).isFalse();
        assertThat(fifties.overlaps(of("ministry", Direction.INCOMING))).isFalse();
        assertThat(fifties.overlaps(of("ministry", Direction.OUTGOING))).isTrue();
    }

    @Test
    void digits_beside_the_number_are_refused() {
        assertThatThrownBy(() -> series("P1", "")).hasMessageContaining("\"P1\" ends in a digit");
        assertThatThrownBy(() -> series("", "1s")).hasMessageContaining("\"1s\" begins with a digit");
    }

    @Test
    void the_period_of_a_yearly_series_is_the_year_where_it_is_known() {
        NumberSeries yearly = series("", "");

        assertThat(yearly.periodOf(day(1955), day(1955).plusMonths(3))).isEqualTo(Period.of(1955));
        assertThat(yearly.periodOf(day(1955), day(1956))).isEqualTo(Period.UNDATED);
        assertThat(yearly.periodOf(null, day(1956))).isEqualTo(Period.UNDATED);
    }

    @Test
    void items_decided_at_a_sitting_bear_roman_numerals() {
        assertThat(series("P28/", "").text(4, Numeral.of("Roman").orElseThrow()))
                .isEqualTo("P28/IV");
        assertThat(Numeral.ROMAN.written(1949)).isEqualTo("MCMXLIX");
        assertThatThrownBy(() -> Numeral.ROMAN.written(4000)).hasMessageContaining("4000");
    }

    private static LocalDate day(int year) {
        return LocalDate.of(year, 1, 1);
    }

    private static NumberSeries of(String office, Direction direction) {
        return new NumberSeries(
                new SeriesId("s"), new OfficeId(office), direction, "", "/M", Reset.YEARLY, 1, null, null, false, "");
    }

    private static NumberSeries series(String prefix, String suffix) {
        return series(prefix, suffix, null, null);
    }

    private static NumberSeries series(
            String prefix, String suffix, @Nullable LocalDate from, @Nullable LocalDate until) {
        return new NumberSeries(
                new SeriesId("s"),
                new OfficeId("ministry"),
                Direction.OUTGOING,
                prefix,
                suffix,
                Reset.YEARLY,
                1,
                from,
                until,
                false,
                "assumed");
    }
}
