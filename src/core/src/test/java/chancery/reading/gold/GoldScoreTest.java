package chancery.reading.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule by which names and marks are held to be the same. */
class GoldScoreTest {
    @ParameterizedTest
    @CsvSource({
        "Петров, Петрову",
        "CC CPSU, CPSU CC",
        "P. Orlov, /P. ORLOV/",
        "В. Колобова, Колобова В. А.",
        "Госплан СССР (Клюев), Клюеву",
        "Kats, Cde. Kats",
        "10-й отдел, 10-й отдел",
    })
    void a_name_is_the_same_however_it_is_inflected_or_ordered(String gold, String read) {
        assertThat(GoldScore.sameName(gold, read)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Петров, Сидоров",
        "General Department, Scandinavian Department",
        "10-й отдел, Скандинавский отдел",
        "P. Orlov, P. Zimin",
    })
    void another_name_is_not(String gold, String read) {
        assertThat(GoldScore.sameName(gold, read)).isFalse();
    }

    @Test
    void as_many_are_paired_as_can_be() {
        List<String> ones = List.of("ab", "a");
        List<String> others = List.of("a", "b");

        assertThat(GoldScore.pairs(ones, others, String::contains)).isEqualTo(2);
        assertThat(GoldScore.pairs(ones, List.of("a"), String::contains)).isEqualTo(1);
    }
}
