package chancery.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.comparison.alignment.StepCosts;
import chancery.path.Path;
import chancery.procedure.Holdings;
import chancery.procedure.explanation.ChooseProcedure;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every two of the cases that come along, under every reading, are compared and told apart. */
class EveryTwoCasesTest {
    private static final StepCosts COSTS = StepCosts.standard();
    private static final List<Path> PATHS = paths();

    private static List<Path> paths() {
        Holdings holdings = Holdings.in(java.nio.file.Path.of("bpmn"), java.nio.file.Path.of("processes"));
        return holdings.dossiers(List.of()).stream()
                .flatMap(dossier -> {
                    ChooseProcedure explain = new ChooseProcedure(holdings.proceduresOf(dossier));
                    return dossier.readings().stream()
                            .map(reading -> explain.explain(dossier, reading).path());
                })
                .filter(path -> path.result() == Path.Result.DESCRIBED)
                .toList();
    }

    static IntStream lefts() {
        return IntStream.range(0, PATHS.size());
    }

    @ParameterizedTest
    @MethodSource("lefts")
    void what_differs_is_said_and_sums_up_to_the_distance(int left) {
        for (Path right : PATHS) {
            Comparison comparison =
                    new ComparePaths(COSTS).compare(PATHS.get(left), right).orElseThrow();
            List<Difference> differences = FindDifferences.of(comparison, COSTS, Weights.standard());

            assertThat(differences.stream().mapToInt(Difference::cost).sum()).isEqualTo(comparison.cost());
            for (Sentences sentences : List.of(Sentences.inEnglish(), Sentences.in("ru"))) {
                assertThat(differences)
                        .allSatisfy(difference -> assertThat(sentences.of(difference, comparison))
                                .endsWith(".")
                                .doesNotContain("{", "}", "null"));
            }
            assertThat(differences)
                    .allSatisfy(difference -> assertThat(difference.rows())
                            .isNotEmpty()
                            .isSorted()
                            .allMatch(row -> row < comparison.rows().size()));
        }
    }
}
