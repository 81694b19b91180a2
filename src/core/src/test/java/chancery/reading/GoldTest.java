package chancery.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chancery.reading.form.MarksFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The acts of the annotated documents, scored by the scorer that lies beside the annotations. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldTest {
    private Path shared;
    private int sentences;
    private int unread;
    private int setAside;
    private final List<String> acts = new ArrayList<>();

    @BeforeAll
    void read() {
        String folder = System.getProperty("shared", "");
        assumeTrue(
                !folder.isEmpty(),
                "Skipped: the volumes and their annotations are not part of the project; name their folder with -Dshared=FOLDER");
        shared = Path.of(folder);
        ReadSource source =
                new ReadSource(List.of(MarksFile.read(Path.of("processes/us-telegram-out/marks.yaml"))), false);
        for (String volume : List.of("frus1955-57v02.xml", "frus1955-57v14.xml")) {
            source.read(shared.resolve("corpora").resolve(volume), document -> {
                acts.add(ReadingJson.acts(document));
                sentences += document.sentences();
                unread += document.unread().size();
                setAside += document.setAside().size();
            });
        }
    }

    @Test
    void the_acts_agree_with_the_annotations(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(isOnPath("python3"), "Skipped: the scorer needs python3 on the path");
        Path read = Files.write(folder.resolve("acts.jsonl"), acts);
        Path gold = shared.resolve("gold");
        Process scorer = new ProcessBuilder(
                        "python3",
                        gold.resolve("score.py").toString(),
                        gold.resolve("dev.gold.jsonl").toString(),
                        read.toString(),
                        "--json")
                .redirectErrorStream(true)
                .start();
        String told = new String(scorer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(scorer.waitFor()).as(told).isZero();
        JsonNode levels = new ObjectMapper().readTree(told).path("levels");

        assertThat(levels.path("act").path("f1").asDouble()).isGreaterThanOrEqualTo(0.95);
        assertThat(levels.path("act,by").path("f1").asDouble()).isGreaterThanOrEqualTo(0.93);
        assertThat(levels.path("act,by,for,to,date").path("f1").asDouble()).isGreaterThanOrEqualTo(0.88);
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Understood: at least one act, or something that did not happen, came of the sentence. */
    @Test
    void of_the_sentences_that_name_an_act_more_than_95_in_100_are_understood() {
        assertThat(sentences).isGreaterThan(1_000);
        assertThat(100.0 * (sentences - unread - setAside) / sentences).isGreaterThan(95);
    }
}
