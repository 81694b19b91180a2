package chancery.comparison.alignment;

import static chancery.comparison.PathBuilder.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chancery.comparison.PathBuilder;
import chancery.office.Act;
import chancery.path.Path;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our distances and clusters of the variants of public logs against those that an independent tool worked out. */
class DistanceOracleTest {
    /** One act at offices that are named like the events: then a substitution costs what another office does. */
    private static final StepCosts LEVENSHTEIN = new StepCosts(1, 1, 1, 1, 1, 1);

    private static final StepCosts INSERTIONS_AND_DELETIONS = new StepCosts(2, 2, 1, 1, 1, 1);

    private java.nio.file.Path shared;

    @BeforeEach
    void needs_the_shared_folder() {
        shared = Oracle.folder();
    }

    @ParameterizedTest
    @ValueSource(strings = {"running-example", "roadtraffic100", "receipt"})
    void distances_of_every_two_variants_are_the_oracles(String log) throws IOException {
        List<OrderedPath> variants = variants(log);
        AlignPaths levenshtein = new AlignPaths(variants, LEVENSHTEIN);
        AlignPaths insertions = new AlignPaths(variants, INSERTIONS_AND_DELETIONS);
        List<String[]> pairs = Oracle.rows(shared.resolve("oracle").resolve(log).resolve("edit_pairs.csv.gz"));

        assertThat(pairs).hasSize(variants.size() * (variants.size() - 1) / 2);
        for (String[] pair : pairs) {
            int one = Integer.parseInt(pair[0]);
            int other = Integer.parseInt(pair[1]);
            assertThat(levenshtein.distance(one, other))
                    .as("variants %d and %d", one, other)
                    .hasValue(Integer.parseInt(pair[2]));
            assertThat(insertions.distance(one, other))
                    .as("variants %d and %d", one, other)
                    .hasValue(Integer.parseInt(pair[3]));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"running-example", "roadtraffic100", "receipt"})
    void heights_of_the_clusters_are_the_oracles(String log) throws IOException {
        List<OrderedPath> variants = variants(log);
        DistanceMatrix distances =
                DistanceMatrix.of(new AlignPaths(variants, LEVENSHTEIN), variants.size(), 2, done -> {});
        List<ClusterDocuments.Merge> merges = ClusterDocuments.merges(distances);
        List<String[]> expected =
                Oracle.rows(shared.resolve("oracle").resolve(log).resolve("cluster_average_linkage_levenshtein.csv"));

        assertThat(merges).hasSameSizeAs(expected);
        for (int merge = 0; merge < merges.size(); merge++) {
            assertThat(merges.get(merge).height())
                    .as("merge %d", merge)
                    .isCloseTo(Double.parseDouble(expected.get(merge)[2]), within(1e-9));
            assertThat(merges.get(merge).documents()).as("merge %d", merge).isEqualTo((int)
                    Double.parseDouble(expected.get(merge)[3]));
        }
    }

    private List<OrderedPath> variants(String log) throws IOException {
        return Oracle.rows(shared.resolve("oracle").resolve(log).resolve("variants.csv")).stream()
                .map(row -> OrderedPath.of(variant(row[0], row[3].split("\\|"))))
                .toList();
    }

    private static Path variant(String name, String... events) {
        PathBuilder path = path(name);
        for (int event = 0; event < events.length; event++) {
            path.does(Act.REGISTER, "step-" + event).at(events[event]);
        }
        return path.path();
    }
}
