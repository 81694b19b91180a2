package chancery.reading;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.reading.form.MarksFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        shared = VolumeScorer.shared();
        ReadSource source =
                new ReadSource(List.of(MarksFile.read(Path.of("processes/words/frus-source-notes.yaml"))), false);
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
        VolumeScorer.Levels f1 = VolumeScorer.score(shared.resolve("gold/dev.gold.jsonl"), acts, folder);

        assertThat(f1.acts()).isGreaterThanOrEqualTo(0.97);
        assertThat(f1.withAgents()).isGreaterThanOrEqualTo(0.96);
        assertThat(f1.all()).isGreaterThanOrEqualTo(0.94);
    }

    /** Understood: at least one act, or something that did not happen, came of the sentence. */
    @Test
    void of_the_sentences_that_name_an_act_more_than_95_in_100_are_understood() {
        assertThat(sentences).isGreaterThan(1_000);
        assertThat(100.0 * (sentences - unread - setAside) / sentences).isGreaterThan(95);
    }
}
