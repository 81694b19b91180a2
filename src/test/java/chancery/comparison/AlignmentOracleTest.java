package chancery.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our alignments against exact costs of public logs that an independent tool worked out. */
class AlignmentOracleTest {
    private Path shared;

    @BeforeEach
    void needs_the_shared_folder() {
        String folder = System.getProperty("shared", "");
        assumeFalse(
                folder.isEmpty(),
                "Skipped: the logs and the oracle's figures are not part of the project; name their folder with -Dshared=FOLDER");
        shared = Path.of(folder);
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
        List<String[]> expected = rows(oracle.resolve(figures));

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
        List<MarkingGraph> variants = rows(oracle.resolve("variants.csv")).stream()
                .map(row -> MarkingGraph.ofSequence(List.of(row[3].split("\\|"))))
                .toList();
        List<String[]> pairs = rows(oracle.resolve("edit_pairs.csv.gz"));

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

    /** The rows of a CSV file below its head; the fourth column may hold commas. */
    private static List<String[]> rows(Path file) throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(file);
                BufferedReader text = new BufferedReader(new InputStreamReader(
                        file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes,
                        StandardCharsets.UTF_8))) {
            text.readLine();
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                rows.add(line.split(",", 4));
            }
        }
        return rows;
    }
}
