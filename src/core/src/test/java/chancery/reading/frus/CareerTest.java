package chancery.reading.frus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CareerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Envoy to Ruritania | 1955-01-01 | Envoy to Ruritania",
                "Envoy to Ruritania until March 1955 | 1955-02-28 | Envoy to Ruritania",
                "Envoy to Ruritania, until March 5, 1955. | 1955-03-04 | Envoy to Ruritania",
                "Envoy to Ruritania through 1955 | 1955-12-31 | Envoy to Ruritania",
                "Envoy to Ruritania from March 1955 | 1955-03-31 | Envoy to Ruritania",
                "Envoy to Ruritania since March 5, 1955 | 1955-03-05 | Envoy to Ruritania",
                "Envoy to Ruritania after March 5, 1955 | 1955-03-06 | Envoy to Ruritania",
                "Envoy to Ruritania, March–August 1955 | 1955-07-31 | Envoy to Ruritania",
                "Envoy to Ruritania, March 4, 1955–August 6, 1956 | 1956-08-06 | Envoy to Ruritania",
                "Envoy to Ruritania from March 4 to August 6, 1955 | 1955-03-04 | Envoy to Ruritania",
                "USN, Chief of the Harbour from 1954 | 1955-01-01 | Chief of the Harbour",
                "Envoy until March 1955; thereafter Consul in Zenda | 1955-04-01 | Consul in Zenda",
                "Envoy until March 1955; thereafter, Consul in Zenda | 1955-04-01 | Consul in Zenda",
                "Envoy until March 5, 1955; thereafter Consul until 1957; Clerk from 1957 | 1955-03-06 | Consul",
                "Envoy until March 1955, and again from May 1956 | 1955-02-01 | Envoy",
                "Envoy until March 1955, and again from May 1956 | 1956-06-01 | Envoy",
                "Envoy from March 1954; Consul from March 1955 | 1955-02-28 | Envoy",
                "Envoy from March 1954; Consul from March 1955 | 1955-03-31 | Consul",
            })
    void a_post_is_told_on_a_day_on_which_it_was_surely_held(String career, LocalDate day, String post) {
        assertThat(Career.of(career).postOn(day)).contains(post);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Envoy to Ruritania until March 1955 | 1955-03-01",
                "Envoy to Ruritania until March 5, 1955 | 1955-03-05",
                "Envoy to Ruritania from March 1955 | 1955-03-30",
                "Envoy to Ruritania after March 5, 1955 | 1955-03-05",
                "Envoy to Ruritania, March–August 1955 | 1955-08-02",
                "Envoy to Ruritania, March–August 1955 | 1955-03-30",
                "Envoy to Ruritania, 1955 | 1955-06-01",
                "Envoy to Ruritania until early 1955 | 1954-06-01",
                "Envoy to Ruritania until February 30, 1955 | 1954-06-01",
                "former Envoy to Ruritania | 1955-06-01",
                "merchant | 1955-06-01",
                "Envoy; Consul | 1955-06-01",
                "Envoy; Consul from 1957 | 1955-06-01",
                "Envoy from 1953; Member of the Board from 1953 | 1955-06-01",
                "Envoy from March 1954; Consul from March 1955 | 1955-03-01",
                "Envoy from March 1954; Consul until March 1956 | 1953-03-01",
                "Envoy until March 1955; thereafter Consul | 1955-03-31",
                "thereafter Consul | 1955-03-31",
                "Deputy Director of the Mint until March 1955; thereafter Director | 1955-06-01",
            })
    void on_other_days_none_is(String career, LocalDate day) {
        assertThat(Career.of(career).postOn(day)).isEmpty();
    }
}
