package chancery.comparison;

import static chancery.comparison.PathBuilder.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chancery.casefile.InvalidInput;
import chancery.comparison.alignment.StepCosts;
import chancery.office.Act;
import chancery.office.Way;
import chancery.path.EvidenceStatus;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SentencesTest {
    private static final Sentences RUSSIAN = Sentences.in("ru");

    @Test
    void the_second_language_has_the_same_keys_as_the_first() {
        assertThat(bundle("ru").keySet()).isEqualTo(bundle("").keySet());
        assertThat(ResourceBundle.getBundle("comparison.sentences", Locale.forLanguageTag("ru"))
                        .getLocale())
                .isEqualTo(Locale.forLanguageTag("ru"));
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                "comparison.sentences",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void every_act_has_its_word(Act act) {
        assertThat(bundle("").containsKey("act." + act.word())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1, 1 раз", "2, 2 раза", "5, 5 раз", "21, 21 раз"})
    void russian_counts_as_russian_does(int rounds, String words) {
        PathBuilder often = path("b");
        for (int round = 1; round <= rounds; round++) {
            often.does(Act.TYPE, round == 1 ? "type" : "type#" + round);
        }
        PathBuilder more = path("a");
        for (int round = 1; round <= rounds + 1; round++) {
            more.does(Act.TYPE, round == 1 ? "type" : "type#" + round);
        }
        Comparison comparison = new ComparePaths(StepCosts.standard())
                .compare(more.path(), often.path())
                .orElseThrow();

        assertThat(RUSSIAN.of(
                        FindDifferences.of(comparison, StepCosts.standard(), Weights.standard())
                                .get(0),
                        comparison))
                .contains(words + " в b");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "open",
            value = {
                "3, 3, 3 days, 3 дня",
                "1, 1, 1 day, 1 день",
                "0, 5, 0 to 5 days, от 0 до 5 дней",
                "2, open, at least 2 days, не менее 2 дней",
                "0, open, for an unknown time, неизвестно сколько",
            })
    void days_are_told_as_far_as_they_are_known(int least, Integer most, String english, String russian) {
        assertThat(Sentences.inEnglish().days(new DayCount(least, most))).isEqualTo(english);
        assertThat(RUSSIAN.days(new DayCount(least, most))).isEqualTo(russian);
    }

    @Test
    void a_sentence_is_said_in_russian() {
        Comparison comparison = new ComparePaths(StepCosts.standard())
                .compare(
                        path("a").does(Act.CONSIDER).decidedBy(Way.POLL).path(),
                        path("b")
                                .does(Act.CONSIDER)
                                .decidedBy(Way.SITTING)
                                .held(EvidenceStatus.PRESUMED)
                                .path())
                .orElseThrow();

        assertThat(FindDifferences.of(comparison, StepCosts.standard(), Weights.standard()).stream()
                        .map(difference -> RUSSIAN.of(difference, comparison)))
                .containsExactly(
                        "Решения искали опросом в a («consider») и на заседании в b («consider»).",
                        "Шаг «consider»: засвидетельствован в a и только предположен в b.");
    }

    @Test
    void texts_of_a_case_are_not_taken_for_patterns() {
        Comparison comparison = new ComparePaths(StepCosts.standard())
                .compare(
                        path("a").does(Act.DRAFT, "it's {a} '{b}'").path(),
                        path("b").path())
                .orElseThrow();

        assertThat(Sentences.inEnglish()
                        .of(
                                FindDifferences.of(comparison, StepCosts.standard(), Weights.standard())
                                        .get(0),
                                comparison))
                .startsWith("a alone has “it's {a} '{b}'”");
    }

    @ParameterizedTest
    @CsvSource({"de", "xx", "../ru", "russian"})
    void a_language_without_a_file_is_refused(String language) {
        assertThatThrownBy(() -> Sentences.in(language))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("take en or ru");
    }
}
