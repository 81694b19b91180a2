package chancery.reading;

import static chancery.reading.gold.GoldScore.Level.MARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chancery.document.Mark;
import chancery.procedure.Holdings;
import chancery.reading.form.MarksFile;
import chancery.reading.gold.GoldFigures;
import chancery.reading.gold.GoldPaper;
import chancery.reading.gold.GoldTally;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How much of the annotated papers is read, printed and held to what it was when it was last measured. Raise a floor when
 * the figure has risen.
 */
class TranscriptionGoldTest {
    private static final Path GOLD = Path.of("src/core/src/test/resources/gold");

    @Test
    void every_annotated_reading_stands_in_its_paper() {
        assertThat(GoldPaper.in(GOLD.resolve("transcriptions")))
                .hasSize(41)
                .noneMatch(paper -> paper.marks().isEmpty());
        assertThat(GoldPaper.in(GOLD.resolve("second"))).hasSize(25);
        assertThat(GoldPaper.in(GOLD.resolve("second/held-out"))).hasSize(25);
    }

    @ParameterizedTest
    @CsvSource({"transcriptions, 0.88, 0.92", "second, 0.79, 0.85"})
    void the_transcriptions_are_read_as_well_as_before(String set, double recall, double precision) {
        GoldFigures marks = measured(set, GOLD.resolve(set));

        assertThat(marks.recall(MARK)).isGreaterThanOrEqualTo(recall);
        assertThat(marks.precision(MARK)).isGreaterThanOrEqualTo(precision);
    }

    @Test
    void the_transcriptions_held_out_are_read_as_well_as_before() {
        assumeTrue(System.getProperty("heldout") != null, "Skipped: held out; -Dheldout measures them");
        GoldFigures marks = measured("held out", GOLD.resolve("second/held-out"));

        assertThat(marks.recall(MARK)).isGreaterThanOrEqualTo(0.61);
        assertThat(marks.precision(MARK)).isGreaterThanOrEqualTo(0.76);
    }

    @Test
    void the_documents_of_six_volumes_are_read_as_well_as_before(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path corpora = VolumeScorer.shared().resolve("corpora");
        List<String> acts = new ArrayList<>();
        try (Stream<Path> volumes = Files.list(corpora)) {
            for (Path packed : volumes.filter(file -> file.toString().endsWith(".xml.gz"))
                    .sorted()
                    .toList()) {
                reader().read(
                                unpacked(packed, folder),
                                document -> acts.add(ReadingJson.actsWithText(document)),
                                leftOut -> {});
            }
        }
        VolumeScorer.Levels f1 = VolumeScorer.score(GOLD.resolve("volumes.gold.jsonl"), acts, folder);
        System.out.printf(
                Locale.ROOT,
                "volumes: F1 of acts %.3f, with agents %.3f, with all particulars %.3f%n",
                f1.acts(),
                f1.withAgents(),
                f1.all());

        assertThat(f1.acts()).isGreaterThanOrEqualTo(0.96);
        assertThat(f1.withAgents()).isGreaterThanOrEqualTo(0.955);
        assertThat(f1.all()).isGreaterThanOrEqualTo(0.95);
    }

    private static GoldFigures measured(String set, Path folder) {
        GoldTally tally = new GoldTally();
        for (GoldPaper paper : GoldPaper.in(folder)) {
            List<Mark> read = new ArrayList<>();
            reader().read(
                            paper.path(),
                            document -> read.addAll(document.dossier().marks()));
            tally.add(paper, read);
        }
        System.out.printf(
                "%s, %d papers (recall, precision)%n", set, GoldPaper.in(folder).size());
        tally.rows().forEach((what, figures) -> System.out.println("  " + what + ": " + figures.told()));
        return tally.marks();
    }

    private static ReadSource reader() {
        return new ReadSource(
                Holdings.in(Path.of("bpmn"), Path.of("processes")).wordings().stream()
                        .map(MarksFile::parse)
                        .toList(),
                false);
    }

    private static Path unpacked(Path packed, Path folder) throws IOException {
        Path volume = folder.resolve(packed.getFileName().toString().replaceAll("\\.gz$", ""));
        try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
            Files.copy(in, volume);
        }
        return volume;
    }
}
