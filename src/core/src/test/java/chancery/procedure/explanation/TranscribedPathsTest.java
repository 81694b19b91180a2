package chancery.procedure.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.casefile.Dossier;
import chancery.path.Path.Result;
import chancery.procedure.Holdings;
import chancery.reading.form.MarksFile;
import chancery.reading.source.PlainText;
import chancery.reading.transcription.Transcription;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a transcription to a path: which marks are explained, and where the paper waits. */
class TranscribedPathsTest {
    private final Holdings holdings = Holdings.in(Path.of("bpmn"), Path.of("processes"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            note-31M          | soviet-cc       | 11 | Task_PutQuestion        |
            zapiska-31M       | soviet-cc       | 10 | Task_PutQuestion        |
            extract-P61-4     | soviet-cc       | 3  | Task_PrepareInstruction |
            telegram-700111sh | soviet-incoming | 9  | Task_Read               |
            journal-61        | soviet-incoming | 7  | Task_Read               | delivered
            """)
    void the_marks_of_a_transcription_are_explained_but_what_its_text_tells_of_others(
            String paper, String procedure, int marks, String waitsAt, @Nullable String told) {
        List<MarksFile> files = holdings.wordings().stream()
                .map(MarksFile::parse)
                .filter(MarksFile::isForTranscriptions)
                .toList();
        Dossier dossier = new Transcription(files)
                .read(PlainText.read(Path.of("src/core/src/test/resources/reading", paper + ".txt")))
                .dossier();

        chancery.path.Path path = new ChooseProcedure(holdings.proceduresOf(dossier))
                .explain(dossier, Dossier.PREFERRED)
                .path();

        assertThat(path.procedure()).isEqualTo(procedure);
        assertThat(path.result()).isEqualTo(Result.DESCRIBED);
        assertThat(path.unexplained())
                .extracting(mark -> mark.mark().value())
                .containsExactlyElementsOf(told == null ? List.of() : List.of(told));
        assertThat(path.explained()).isEqualTo(marks);
        assertThat(path.waitsAt()).extracting("value").contains(waitsAt);
    }
}
