package chancery.reading.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chancery.reading.form.FormPattern.Match;
import chancery.reading.form.FormPattern.Span;
import chancery.reading.particular.PrintedDate;
import chancery.reading.particular.PrintedNumber;
import chancery.reading.particular.PrintedReference;
import chancery.reading.particular.PrintedTime;
import chancery.reading.text.Tokens;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms of words: what they find, and that none takes long. */
class FormPatternTest {
    @Test
    void words_match_whatever_their_case() {
        assertThat(found("in accordance with", "In Accordance WITH orders")).contains("In Accordance WITH");
        assertThat(found("секретно", "СЕКРЕТНО")).contains("СЕКРЕТНО");
        assertThat(found("in accordance with", "In accordance to")).isEmpty();
    }

    @Test
    void a_composed_and_a_decomposed_letter_are_the_same() {
        assertThat(found("\u0439од", "\u0438\u0306од")).contains("\u0438\u0306од");
        assertThat(found("резолюция\u0439", "резолюция\u0438\u0306")).isPresent();
    }

    @Test
    void marks_that_only_direct_writing_stand_in_no_way() {
        assertThat(found("top secret", "\u200fTop\u200f \u200eSecret\u200f")).contains("Top\u200f \u200eSecret");
    }

    @Test
    void a_full_stop_of_the_pattern_may_be_missing() {
        assertThat(found("вх. {number}", "Вх. № 12вн")).contains("Вх. № 12вн");
        assertThat(found("вх. {number}", "вх № 12вн")).contains("вх № 12вн");
    }

    @Test
    void of_alternatives_the_longest_match_is_taken() {
        assertThat(found("(draft|draft of a) [long] (note|note verbale)", "draft of a note verbale today"))
                .contains("draft of a note verbale");
    }

    @Test
    void a_text_is_as_short_as_the_rest_allows_and_at_the_end_takes_all() {
        assertThat(slot("a memo {text} from {by}", "a memo on fish and nets from Petrov", "text"))
                .contains("on fish and nets");
        assertThat(slot("certified : {text}", "Certified: [illegible signature]", "text"))
                .contains("[illegible signature]");
    }

    @Test
    void what_must_follow_is_no_part_of_the_match() {
        assertThat(found("a memo {text} > from", "a memo on fish from Petrov")).contains("a memo on fish");
        assertThat(found("a memo {text} > from", "a memo on fish by Petrov")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Cdes. Petrov, Sidorov and Orlov. They | Petrov;Sidorov;Orlov
            Cdes. Petrov, Sidorov, and Orlov went | Petrov;Sidorov;Orlov
            тт. Петров, Сидоров и Орлов           | Петров;Сидоров;Орлов
            [[Sid]]orov wrote                     | [[Sid]]orov
            N.T. Petrov, CC General Department    | N.T. Petrov;CC General Department
            """)
    void agents_are_enumerated(String text, String names) {
        Match match = FormPattern.compile("{by}").match(Tokens.of(text), 0).orElseThrow();

        assertThat(Names.in(Tokens.of(text), match.slots().get("by"))).containsExactly(names.split(";"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            17 January 1955 at   | 17 January 1955     | 1955-01-17
            7 Feb. 1955          | 7 Feb. 1955         | 1955-02-07
            17.I.55              | 17.I.55             | 1955-01-17
            17.01.1955           | 17.01.1955          | 1955-01-17
            17 января 1955 г.    | 17 января 1955 г.   | 1955-01-17
            «3» мая 1956 года    | «3» мая 1956 года   | 1956-05-03
            October 5, 1950      | October 5, 1950     | 1950-10-05
            """)
    void dates_are_read_as_printed(String text, String printed, String day) {
        Tokens tokens = Tokens.of(text);

        assertThat(found("{date}", text)).contains(printed);
        assertThat(PrintedDate.at(tokens, 0, tokens.size()).orElseThrow().day()).hasToString(day);
    }

    @ParameterizedTest
    @CsvSource({"31 February 1955", "17.13.1955", "17 Januray 1955", "January 1955"})
    void what_is_no_day_is_no_date(String text) {
        assertThat(found("{date}", text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            03:15, today        | 03:15
            3.15                | 03:15
            3 hours 15 minutes  | 03:15
            3 час. 15 мин.      | 03:15
            """)
    void times_are_read_as_printed(String text, String clock) {
        Tokens tokens = Tokens.of(text);

        assertThat(PrintedTime.at(tokens, 0, tokens.size()).orElseThrow().clock())
                .isEqualTo(clock);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Nº 83/M             | 83/M
            № 367вн             | 367вн
            №83/М               | 83/М
            No. 27/449          | 27/449
            0404s               | 0404s
            584/dv of           | 584/dv
            P78/168             | P78/168
            P 49/69             | P 49/69
            5925-gs             | 5925-gs
            600428/sh.          | 600428/sh
            01089[illegible]    | 01089[illegible]
            """)
    void registry_numbers_keep_prefix_and_suffix(String text, String number) {
        Tokens tokens = Tokens.of(text);

        assertThat(PrintedNumber.at(tokens, 0, tokens.size()).orElseThrow().text())
                .isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AVPRF F. 0102 Op. 11 P. 65 D. 45            | AVPRF, fond 0102, opis 11, papka 65, delo 45
            APRF f.45 op.1 d.335 l.3                    | APRF, fond 45, opis 1, delo 335, list 3
            RGANI, fond 5, opis 28, delo 314, list 12   | RGANI, fond 5, opis 28, delo 314, list 12
            АВПРФ. Ф. 0102. Оп. 11. П. 65. Д. 45. Л. 3  | АВПРФ, fond 0102, opis 11, papka 65, delo 45, list 3
            APRF, f. 3, op. 65, d. 827, ll. 121-122     | APRF, fond 3, opis 65, delo 827, list 121-122
            """)
    void archival_references_are_read_in_their_variants(String text, String cited) {
        Tokens tokens = Tokens.of(text);

        assertThat(PrintedReference.at(tokens, 0, tokens.size())
                        .orElseThrow()
                        .reference()
                        .cited())
                .isEqualTo(cited);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            (a|b                 ~ character 1: the bracket is never closed
            a) b                 ~ character 2: ")" closes nothing
            a | b                ~ character 3: "|" stands outside of brackets
            a (b|)               ~ character 6: no words stand here
            a [b)                ~ character 5: ")" stands where "]" is expected
            {by                  ~ character 1: the slot is never closed
            a {whom} b           ~ character 3: there is no slot "whom"
            ((((((((((a))))))))) ~ character 10: brackets stand more than 8 deep
            """)
    void a_broken_pattern_is_refused_and_says_where(String words, String why) {
        assertThatThrownBy(() -> FormPattern.compile(words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("pattern \"" + words + "\", ")
                .hasMessageContaining(why);
    }

    @Test
    void a_pattern_of_more_than_a_thousand_characters_is_refused() {
        assertThatThrownBy(() -> FormPattern.compile("a ".repeat(501)))
                .hasMessage("the pattern has 1002 characters; at most 1000 are read: write several patterns");
    }

    @Test
    void steps_grow_with_states_and_text_whatever_the_pattern() {
        // ways through this pattern: more than 40^20 times 2^40
        String greedy = "{text} [a] ([a] a|[a] [a] a) ".repeat(20) + "b";
        FormPattern pattern = FormPattern.compile(greedy);
        long once = steps(pattern, 1_000);
        long twice = steps(pattern, 2_000);

        assertThat(once).isLessThan(20L * 12 * Slot.MAX_WORDS * 1_000);
        assertThat(twice).isBetween(once, once * 2 + once / 5);
    }

    private static long steps(FormPattern pattern, int words) {
        Tokens tokens = Tokens.of("a ".repeat(words));
        FormPattern.Scan scan = pattern.over(tokens, 0, tokens.size(), end -> true);
        assertThat(scan.next(0)).isEmpty();
        return scan.steps();
    }

    private static Optional<String> found(String words, String text) {
        Tokens tokens = Tokens.of(text);
        return FormPattern.compile(words).match(tokens, 0).map(match -> tokens.between(match.from(), match.end()));
    }

    private static Optional<String> slot(String words, String text, String name) {
        Tokens tokens = Tokens.of(text);
        return FormPattern.compile(words).match(tokens, 0).map(match -> {
            Span span = match.slots().get(name);
            return tokens.between(span.from(), span.to());
        });
    }
}
