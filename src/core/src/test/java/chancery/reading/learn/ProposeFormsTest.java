package chancery.reading.learn;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.casefile.YamlFile;
import chancery.procedure.Holdings;
import chancery.reading.correction.CorrectionsFile;
import chancery.reading.form.MarksFile;
import chancery.reading.gold.GoldScore.Level;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms of words from corrections. */
class ProposeFormsTest {
    private static List<MarksFile> marks;

    @TempDir
    private Path folder;

    @BeforeAll
    static void words() {
        marks = Holdings.in(Path.of("bpmn"), Path.of("processes")).wordings().stream()
                .map(MarksFile::parse)
                .toList();
    }

    @Test
    void what_the_correction_tells_becomes_slots_and_the_form_reads_its_example() throws IOException {
        ProposeForms propose = propose("""
                {"verdict": "add", "place": "0-47", "text": "Weeded on 19 March 1958 by the clerk, see No. 77/k", "kind": "annotation",
                 "attests": "destroy", "date": "1958-03-19", "number": "77/k",
                 "form": "Weeded on 19 March 1958 by the clerk, see No. 77/k"}""");

        assertThat(propose.refused()).isEmpty();
        assertThat(propose.proposals()).singleElement().satisfies(form -> {
            assertThat(form.yaml()).contains("weeded on {date} by the clerk [,] see {number}");
            assertThat(form.missing()).isEmpty();
            assertThat(form.language()).isEqualTo("en");
        });
        String file = Proposal.file(propose.proposals());
        MarksFile loaded = MarksFile.read(YamlFile.of("learned", file.getBytes(StandardCharsets.UTF_8)));
        assertThat(loaded.forms()).hasSize(1);
    }

    @Test
    void russian_words_give_a_form_of_the_russian_language() throws IOException {
        ProposeForms propose = propose("""
                {"verdict": "add", "place": "0-37", "text": "Изъято из описи 19 марта 1958 г.", "kind": "annotation",
                 "attests": "withdraw", "date": "1958-03-19", "form": "Изъято из описи 19 марта 1958 г."}""");

        assertThat(propose.proposals()).singleElement().satisfies(form -> {
            assertThat(form.language()).isEqualTo("ru");
            assertThat(form.yaml()).contains("изъято из описи {date}");
        });
    }

    @Test
    void a_clause_is_read_within_its_sentence() throws IOException {
        ProposeForms propose = propose("""
                {"verdict": "add", "place": "12-60", "text": "the draft was burnt with the others by the clerk", "kind": "clause",
                 "attests": "destroy",
                 "form": "In the week that followed the draft was burnt with the others by the clerk, since nobody asked for it."}""");

        assertThat(propose.refused()).isEmpty();
        assertThat(propose.proposals())
                .singleElement()
                .satisfies(form -> assertThat(form.yaml())
                        .contains("in: sentence")
                        .contains("the draft was burnt with the others by the clerk"));
    }

    @Test
    void a_mark_without_words_of_its_own_gives_none() throws IOException {
        ProposeForms propose = propose("""
                {"verdict": "add", "place": "0-13", "text": "19 March 1958", "kind": "heading", "date": "1958-03-19",
                 "form": "19 March 1958"}""");

        assertThat(propose.proposals()).isEmpty();
        assertThat(propose.refused()).singleElement().asString().contains("has no words of its own");
    }

    @Test
    void what_is_gained_changed_and_lost_is_told_and_measured() throws IOException {
        Path texts = Files.createDirectory(folder.resolve("texts"));
        Files.writeString(texts.resolve("one.txt"), """
                MINISTRY OF FOREIGN AFFAIRS

                We request approval of the draft.

                /P. Orlov/

                Weeded on 19 March 1958 by the clerk
                """);
        Files.writeString(texts.resolve("one.gold.yaml"), """
                paper: one
                group: none
                form: Paper
                marks:
                  - {kind: annotation, reading: Weeded on 19 March 1958 by the clerk, act: destroy}
                """);
        TryForms tried = new TryForms(texts, marks);
        ProposeForms propose = propose("""
                {"verdict": "add", "place": "0-36", "text": "Weeded on 19 March 1958 by the clerk", "kind": "annotation",
                 "attests": "destroy", "date": "1958-03-19", "form": "Weeded on 19 March 1958 by the clerk"}""");
        Effect effect = tried.with(List.of(propose.proposals().get(0).words()));

        assertThat(tried.papers()).isEqualTo(1);
        assertThat(effect.gained().size() + effect.changed().size()).isEqualTo(1);
        assertThat(effect.lost()).isEmpty();
        assertThat(effect.gained().toString() + effect.changed()).contains("annotation, destroy, 1958-03-19");
        assertThat(effect.measured().papers()).isEqualTo(1);
        assertThat(effect.measured().marks().recall(Level.ACT)).isEqualTo(1);
        assertThat(tried.measured().marks().recall(Level.ACT)).isZero();
    }

    private ProposeForms propose(String mark) throws IOException {
        Path file = Files.writeString(folder.resolve("x.corrections.json"), """
                {"case": "x", "by": "A. Leser", "marks": [%s]}""".formatted(mark));
        ProposeForms propose = new ProposeForms(marks);
        propose.add(CorrectionsFile.read(file));
        return propose;
    }
}
