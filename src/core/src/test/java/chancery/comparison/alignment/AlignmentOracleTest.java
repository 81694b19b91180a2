package chancery.comparison.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our alignments against exact costs of public logs that an independent tool worked out. */
class AlignmentOracleTest {
    private Path shared;

    @BeforeEach
    void needs_the_shared_folder() {
        shared = Oracle.folder();
    }

    @ParameterizedTest(name = "{1} of {0}")
    @CsvSource({
        "running-example.xes,    model_hand, align_hand_cases.csv",
        "running-example.xes,    model_im02, align_im02_cases.csv",
        "roadtraffic100.xes,     model_hand, align_hand_cases.csv",
        "roadtraffic100.xes,     model_im02, align_im02_cases.csv",
        "receipt.xes.gz,         model_hand, align_hand_cases.csv",
        "receipt.xes.gz,         model_im02, align_im02_cases.csv",
    })
    void costs_and_fitness_of_every_case_are_the_oracles(String log, String model, String figures) throws IOException {
        Path oracle = shared.resolve("oracle").resolve(log.replaceFirst("\\..*", ""));
        Map<String, List<String>> traces = XesTraces.read(shared.resolve("logs").resolve(log));
        MarkingGraph net = PnmlNet.read(oracle.resolve(model + ".pnml"));
        List<String[]> expected = Oracle.rows(oracle.resolve(figures));

        long began = System.nanoTime();
        int shortest = align(List.of(), net).cost();
        Map<List<String>, Alignment> byVariant = new HashMap<>();
        traces.values().forEach(trace -> byVariant.computeIfAbsent(trace, unseen -> align(unseen, net)));
        System.out.printf(
                "%s to %s: %d cases, %d variants, %.3f s%n",
                log, model, traces.size(), byVariant.size(), (System.nanoTime() - began) / 1e9);

        assertThat(expected).hasSameSizeAs(traces.keySet());
        for (String[] row : expected) {
            List<String> trace = traces.get(row[0]);
            Alignment alignment = byVariant.get(trace);
            assertThat(alignment.cost()).as("cost of case %s", row[0]).isEqualTo(Integer.parseInt(row[1]));
            assertThat(alignment.fitness(trace.size() + shortest))
                    .as("fitness of case %s", row[0])
                    .isCloseTo(Double.parseDouble(row[2]), within(1e-12));
        }
    }

    @ParameterizedTest
    @CsvSource({"running-example", "roadtraffic100", "receipt"})
    void distances_of_every_two_variants_are_the_oracles(String log) throws IOException {
        Path oracle = shared.resolve("oracle").resolve(log);
        List<MarkingGraph> variants = Oracle.rows(oracle.resolve("variants.csv")).stream()
                .map(row -> MarkingGraph.ofSequence(List.of(row[3].split("\\|"))))
                .toList();
        List<String[]> pairs = Oracle.rows(oracle.resolve("edit_pairs.csv.gz"));

        assertThat(pairs).hasSize(variants.size() * (variants.size() - 1) / 2);
        for (String[] row : pairs) {
            Alignment alignment = AlignNets.align(
                            variants.get(Integer.parseInt(row[0])),
                            variants.get(Integer.parseInt(row[1])),
                            MoveCosts.unit())
                    .orElseThrow();
            assertThat(alignment.cost())
                    .as("distance of variants %s and %s", row[0], row[1])
                    .isEqualTo(Integer.parseInt(row[3]));
        }
    }

    private static Alignment align(List<String> trace, MarkingGraph net) {
        return AlignNets.align(MarkingGraph.ofSequence(trace), net, MoveCosts.unit())
                .orElseThrow();
    }
}
