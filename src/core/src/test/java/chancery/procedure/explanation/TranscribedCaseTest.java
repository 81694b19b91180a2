package chancery.procedure.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import chancery.casefile.CaseFile;
import chancery.casefile.Dossier;
import chancery.document.Attestation;
import chancery.document.Mark;
import chancery.document.Place;
import chancery.document.Reading;
import chancery.document.ReadingId;
import chancery.office.Agent;
import chancery.procedure.Holdings;
import chancery.reading.form.MarksFile;
import chancery.reading.found.ReadDocument;
import chancery.reading.source.PlainText;
import chancery.reading.transcription.Transcription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The transcription of the first document, read, against the case that was written of it by hand.
 *
 * <p>They differ in three readings. By hand a clause was shortened, where the dots stand; the end of an editorial bracket
 * was left out, in handwriting whose own bracket never closes; and headings that attest nothing were not made marks: to
 * whom the note and the instruction go, the day under the signatures, the titles of the enclosures.
 */
class TranscribedCaseTest {
    private static final Map<String, String> WRITTEN_OUT = Map.of(
            "we are sending a memo … from Cdes. Kuznetsov, Stepanov, Fedorenko, and Suzdalev",
            "we are sending a memo about the situation in the DPRK from Cdes. Kuznetsov, Stepanov, Fedorenko, and Suzdalev",
            "Mao Zedong [[the remainder is illegible",
            "Mao Zedong [[the remainder is illegible]]");
    private static final Set<String> NOT_BY_HAND =
            Set.of("unnumbered", "addressee", "addressee-2", "dateline", "heading");

    private final Holdings holdings = Holdings.in(Path.of("bpmn"), Path.of("processes"));
    private final Dossier byHand = CaseFile.read(Path.of("processes/soviet-cc/cases/su-1955-83M.yaml"));
    private Path source;
    private ReadDocument read;

    @BeforeEach
    void needs_the_shared_folder() {
        String folder = System.getProperty("shared", "");
        assumeFalse(
                folder.isEmpty(),
                "Skipped: the transcription of the first document is not part of the project; name its folder with"
                        + " -Dshared=FOLDER");
        source = Path.of(folder, "documents", "memo-83M-1955-01-17.txt");
        read = new Transcription(holdings.wordings().stream()
                        .map(MarksFile::parse)
                        .filter(MarksFile::isForTranscriptions)
                        .toList())
                .read(PlainText.read(source));
    }

    @Test
    void its_marks_are_those_written_by_hand() {
        assertThat(read.dossier().procedure()).isNull();
        assertThat(read.dossier().marks())
                .filteredOn(mark -> !NOT_BY_HAND.contains(mark.id().value()))
                .map(Told::of)
                .containsExactlyInAnyOrderElementsOf(
                        byHand.marks().stream().map(Told::of).toList());
    }

    @Test
    void its_documents_are_those_written_by_hand() {
        assertThat(read.dossier().documents())
                .map(document -> document.id() + " " + document.form() + " " + document.state())
                .containsExactlyInAnyOrderElementsOf(byHand.documents().stream()
                        .map(document -> document.id() + " " + document.form() + " " + document.state())
                        .toList());
        assertThat(read.dossier().documents().get(0).enclosures())
                .containsExactlyInAnyOrderElementsOf(byHand.documents().get(0).enclosures());
        assertThat(Objects.requireNonNull(read.dossier().documents().get(0).witness())
                        .reference())
                .isEqualTo(Objects.requireNonNull(byHand.documents().get(0).witness())
                        .reference());
    }

    @Test
    void every_mark_stands_where_its_place_says() throws IOException {
        String text = Files.readString(source);

        assertThat(read.dossier().marks()).hasSize(20).allSatisfy(mark -> {
            Place place = Objects.requireNonNull(mark.place());
            assertThat(text.substring(place.from(), place.to()).replaceAll("\\s+", " "))
                    .isEqualTo(mark.reading());
        });
    }

    @Test
    void its_path_is_the_same_under_either_reading() {
        assertThat(read.dossier().readings()).isEqualTo(byHand.readings());
        for (ReadingId reading : byHand.readings()) {
            assertThat(path(read.dossier(), reading)).isEqualTo(path(byHand, reading));
        }
    }

    @Test
    void its_only_unread_sentence_names_an_act_of_others() {
        assertThat(read.unread())
                .map(sentence -> sentence.place().written() + " " + sentence.because())
                .containsExactly("3817-3909 not understood: adopted");
        assertThat(read.sentences()).isEqualTo(12);
    }

    private Map<String, String> path(Dossier dossier, ReadingId reading) {
        Map<String, String> standings = new TreeMap<>();
        chancery.path.Path path = new ChooseProcedure(holdings.proceduresOf(dossier))
                .explain(dossier, reading)
                .path();
        path.steps().forEach(step -> standings.put(step.key().toString(), step.standing()));
        standings.put("waits at", path.waitsAt().toString());
        standings.put("unexplained", path.unexplained().toString());
        return standings;
    }

    private record Told(
            String on,
            String kind,
            String layer,
            String reading,
            @Nullable String date,
            List<String> means) {
        static Told of(Mark mark) {
            return new Told(
                    mark.on().value(),
                    mark.kind().name(),
                    mark.layer().name(),
                    WRITTEN_OUT.getOrDefault(mark.reading(), mark.reading()),
                    mark.date() == null ? null : mark.date().edtf(),
                    mark.readings().stream().map(Told::means).toList());
        }

        private static String means(Reading reading) {
            return reading.id() + " " + reading.preferred() + " " + reading.certainty() + " " + reading.holder() + ": "
                    + reading.attests().map(Told::attests).orElse("nothing");
        }

        private static String attests(Attestation attested) {
            return attested.act() + " " + attested.direction() + " " + attested.office() + " " + attested.number()
                    + " about " + attested.about() + " by "
                    + attested.agents().stream().map(Agent::name).collect(Collectors.joining(", "));
        }
    }
}
