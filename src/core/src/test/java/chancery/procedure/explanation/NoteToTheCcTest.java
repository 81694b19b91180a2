package chancery.procedure.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import chancery.casefile.Dossier;
import chancery.document.Copies;
import chancery.document.Mark;
import chancery.document.MarkKind;
import chancery.office.Act;
import chancery.office.Agent;
import chancery.procedure.Holdings;
import chancery.reading.form.MarksFile;
import chancery.reading.found.ReadDocument;
import chancery.reading.source.PlainText;
import chancery.reading.transcription.Transcription;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A note to the CC as it is published, with letterhead, stamp, two signatures beside each other, an order and a list. */
class NoteToTheCcTest {
    private final Holdings holdings = Holdings.in(Path.of("bpmn"), Path.of("processes"));
    private ReadDocument read;

    @BeforeEach
    void read() {
        read = new Transcription(holdings.wordings().stream()
                        .map(MarksFile::parse)
                        .filter(MarksFile::isForTranscriptions)
                        .toList())
                .read(PlainText.read(Path.of("src/core/src/test/resources/reading/note-to-the-cc.txt")));
    }

    @Test
    void its_zones_are_told() {
        assertThat(read.zones())
                .extracting(zone -> zone.kind())
                .containsExactly(
                        "secrecy",
                        "secrecy",
                        "letterhead",
                        "dateline",
                        "registration",
                        "stamp",
                        "addressee",
                        "body",
                        "enclosure",
                        "signature",
                        "signature",
                        "note",
                        "distribution",
                        "typist");
    }

    @Test
    void its_numbers_are_outgoing_and_incoming_by_their_zones() {
        assertThat(read.dossier().marks())
                .filteredOn(mark -> act(mark) == Act.REGISTER)
                .extracting(
                        mark -> String.valueOf(
                                mark.preferred().attests().orElseThrow().direction()),
                        mark -> Objects.requireNonNull(
                                        mark.preferred().attests().orElseThrow().number())
                                .text(),
                        mark -> Objects.requireNonNull(mark.date()).edtf())
                .containsExactly(tuple("OUTGOING", "455/dv", "1957-10-02"), tuple("INCOMING", "2781 ts", "1957-10-04"));
    }

    @Test
    void its_addressee_is_the_central_committee() {
        assertThat(read.dossier().marks())
                .filteredOn(mark -> mark.kind() == MarkKind.HEADING && mark.copies() != null)
                .extracting(mark -> Objects.requireNonNull(mark.copies()).distribution())
                .containsExactly(List.of(new Copies.Recipient("CC CPSU", 1)));
    }

    @Test
    void two_sign_beside_each_other() {
        assertThat(agents(MarkKind.SIGNATURE)).containsExactly("B. Rybakov", "L. Strelnikov");
    }

    @Test
    void an_order_is_given_to_two() {
        assertThat(agents(MarkKind.DISPOSITION)).containsExactly("S. Hentzau");
        assertThat(read.dossier().marks())
                .filteredOn(mark -> mark.kind() == MarkKind.DISPOSITION)
                .extracting(
                        mark -> Objects.requireNonNull(mark.copies()).distribution(),
                        mark -> Objects.requireNonNull(mark.date()).edtf())
                .containsExactly(tuple(
                        List.of(new Copies.Recipient("Lvov", 1), new Copies.Recipient("Orlova", 1)), "1957-10-05"));
    }

    @Test
    void four_copies_are_listed_and_the_typists_figure_is_no_sum() {
        Copies copies = read.dossier().marks().stream()
                .filter(mark -> mark.kind() == MarkKind.DISTRIBUTION_LIST)
                .map(mark -> Objects.requireNonNull(mark.copies()))
                .findFirst()
                .orElseThrow();

        assertThat(copies)
                .isEqualTo(new Copies(
                        null,
                        null,
                        List.of(
                                new Copies.Recipient("CC CPSU", 1),
                                new Copies.Recipient("Deputy Minister", 1),
                                new Copies.Recipient("file", 2))));
        assertThat(read.dossier().marks())
                .filteredOn(mark -> mark.kind() == MarkKind.TYPIST_MARK)
                .extracting(Mark::reading)
                .containsExactly("kr 17");
    }

    @Test
    void it_goes_the_way_to_the_central_committee() {
        assertThat(new ChooseProcedure(holdings.proceduresOf(read.dossier()))
                        .explain(read.dossier(), Dossier.PREFERRED)
                        .path()
                        .procedure())
                .isEqualTo("soviet-cc");
    }

    private List<String> agents(MarkKind kind) {
        return read.dossier().marks().stream()
                .filter(mark -> mark.kind() == kind)
                .flatMap(mark -> mark.preferred().attests().stream())
                .flatMap(attests -> attests.agents().stream())
                .map(Agent::name)
                .toList();
    }

    private static Act act(Mark mark) {
        return mark.preferred().attests().map(attests -> attests.act()).orElse(Act.SEE);
    }
}
