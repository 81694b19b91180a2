package chancery.comparison.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chancery.comparison.alignment.ClusterDocuments.Merge;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClusterDocumentsTest {

    @Test
    void the_worked_example_of_the_documentation_holds() {
        List<Merge> merges = ClusterDocuments.merges(DistanceMatrix.of(new int[][] {{}, {2}, {6, 8}}));

        assertThat(merges).extracting(Merge::height).containsExactly(2.0, 7.0);
        assertThat(merges.get(1))
                .extracting(Merge::left, Merge::right, Merge::documents)
                .containsExactly(2, 3, 3);
    }

    @Test
    void one_document_is_no_tree_and_none_is_none() {
        assertThat(ClusterDocuments.merges(DistanceMatrix.of(new int[][] {{}}))).isEmpty();
        assertThat(ClusterDocuments.merges(DistanceMatrix.of(new int[][] {}))).isEmpty();
    }

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    /** Distances so large that none are equal: then there is one clustering, and the textbook's search finds it too. */
    @ParameterizedTest
    @MethodSource("seeds")
    void without_ties_the_merges_are_those_of_the_plain_search_for_the_nearest_pair(long seed) {
        Random random = new Random(seed);
        int size = 2 + random.nextInt(12);
        int[][] distances = new int[size][];
        for (int row = 0; row < size; row++) {
            distances[row] = random.ints(row, 1, 1_000_000).toArray();
        }
        DistanceMatrix matrix = DistanceMatrix.of(distances);

        List<Double> heights =
                ClusterDocuments.merges(matrix).stream().map(Merge::height).toList();

        List<Double> plain = plain(matrix);
        assertThat(heights).hasSameSizeAs(plain);
        for (int merge = 0; merge < heights.size(); merge++) {
            assertThat(heights.get(merge)).isCloseTo(plain.get(merge), within(1e-6));
        }
    }

    private static List<Double> plain(DistanceMatrix distances) {
        List<List<Integer>> clusters = new ArrayList<>();
        for (int document = 0; document < distances.size(); document++) {
            clusters.add(List.of(document));
        }
        List<Double> heights = new ArrayList<>();
        while (clusters.size() > 1) {
            int[] nearest = {0, 1};
            for (int one = 0; one < clusters.size(); one++) {
                for (int other = one + 1; other < clusters.size(); other++) {
                    if (mean(clusters.get(one), clusters.get(other), distances)
                            < mean(clusters.get(nearest[0]), clusters.get(nearest[1]), distances)) {
                        nearest = new int[] {one, other};
                    }
                }
            }
            List<Integer> other = clusters.remove(nearest[1]);
            List<Integer> one = clusters.remove(nearest[0]);
            heights.add(mean(one, other, distances));
            List<Integer> merged = new ArrayList<>(one);
            merged.addAll(other);
            clusters.add(merged);
        }
        return heights;
    }

    private static double mean(List<Integer> one, List<Integer> other, DistanceMatrix distances) {
        return one.stream()
                .flatMap(left -> other.stream().map(right -> distances.between(left, right)))
                .mapToInt(Integer::intValue)
                .average()
                .orElseThrow();
    }
}
