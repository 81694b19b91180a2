package chancery.reading.frus;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.document.Mark;
import chancery.reading.found.FoundAct;
import chancery.reading.found.Passage;
import chancery.reading.frus.FrusReader.Account;
import chancery.reading.routing.UsStateWords;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FrusReaderTest {
    private static final Path VOLUME = Path.of("src/core/src/test/resources/reading/volume.xml");
    private static final Map<String, FrusDocument> DOCUMENTS = new LinkedHashMap<>();
    private static final Map<String, Account> ACCOUNTS = new LinkedHashMap<>();

    @BeforeAll
    static void read() throws IOException, XMLStreamException {
        FrusReader reader = new FrusReader(UsStateWords.WORDS);
        try (InputStream in = Files.newInputStream(VOLUME)) {
            XMLStreamReader xml = new WstxInputFactory().createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT && FrusVolume.isDocument(xml)) {
                    FrusVolume volume = new FrusVolume(xml, false);
                    FrusDocument document = volume.document(String.valueOf(volume.id()));
                    DOCUMENTS.put(document.id(), document);
                    ACCOUNTS.put(document.id(), reader.read(document));
                }
            }
        }
    }

    @Test
    void an_outgoing_telegram_tells_its_whole_path() {
        assertThat(told("d1"))
                .containsExactly(
                        "draft [Adams, Brown]",
                        "clear [EUR, Clark]",
                        "clear [Office of the Legal Adviser] ~in draft",
                        "approve [Dawson]",
                        "sign [Dawson] for [Ellis]",
                        "dispatch [Department of State] to [Embassy in Ruritania] 1955-06-07 19:05",
                        "repeat [Department of State] to [Rome]",
                        "repeat [Department of State] to [Paris (Ambassador)] ~for information",
                        "pouch [Department of State] to [Bonn]",
                        "see [Secretary] 1955-06-06");
    }

    @Test
    void classification_captions_and_reference_stand_apart() {
        SourceNote note = ACCOUNTS.get("d1").note();

        assertThat(note.reference()).isEqualTo("Department of State, Central Files, 123.45/6–755");
        assertThat(note.classification()).isEqualTo("Secret");
        assertThat(note.captions()).containsExactly("Niact", "Limited Distribution");
    }

    @Test
    void a_printed_name_on_a_telegram_is_a_signature_only_presumably() {
        FoundAct sign = act("d2", "sign");

        assertThat(sign.presumed()).isTrue();
        assertThat(sign.because()).isEqualTo("a printed name on a telegram may be a formula");
    }

    @Test
    void a_receipt_without_a_day_is_of_the_day_of_sending_where_the_clocks_allow_it() {
        FoundAct receive = act("d2", "receive");

        assertThat(receive.by()).containsExactly("Department of State");
        assertThat(receive.date()).isEqualTo("1955-06-08?");
        assertThat(receive.time()).isEqualTo("02:12");
        assertThat(receive.because())
                .isEqualTo(
                        "no day is given; that of sending, which the clocks allow: 15:00 Asia/Taipei (+09:00) is 02:00"
                                + " America/New_York (-04:00)");
    }

    @Test
    void a_letter_that_was_not_sent_was_not_dispatched() {
        Account letter = ACCOUNTS.get("d3");

        assertThat(letter.negatives()).extracting(FrusReader.Negative::says).containsExactly("not sent");
        assertThat(told("d3")).containsExactly("amend [Secretary Irving]", "sign [George Gray]", "initial [Gray]");
        assertThat(act("d3", "sign").because()).isEqualTo("the name is typed or stamped on a copy");
    }

    @Test
    void an_editorial_note_tells_no_act() {
        assertThat(ACCOUNTS.get("d4").heading().isEditorial()).isTrue();
        assertThat(ACCOUNTS.get("d4").acts()).isEmpty();
    }

    @Test
    void where_the_source_note_holds_only_a_file_number_the_first_footnotes_are_read_and_say_so() {
        assertThat(told("d5")).containsExactly("consider [] 1955-07-01 10:00/11:15", "draft [Moore] 1955-07-02");
        assertThat(act("d5", "draft").place().element()).isEqualTo("d5fn2");
    }

    @Test
    void an_older_volume_says_in_its_file_number_what_a_paper_is() {
        assertThat(ACCOUNTS.get("d6").heading().kind()).isEqualTo("telegram");
        assertThat(told("d6"))
                .containsExactly(
                        "clear [Adams]",
                        "sign [Fox]",
                        "dispatch [Ambassador in Ruritania (Fox)] to [Department of State] 1954-03-27 16:00",
                        "repeat [Ambassador in Ruritania (Fox)] to [Rome] ~for information");
    }

    @Test
    void what_hangs_on_an_attachment_is_not_the_document_s_own() {
        FrusDocument document = DOCUMENTS.get("d5");

        assertThat(document.attachments()).extracting(Passage::text).containsExactly("[Enclosure]");
        assertThat(document.dateline()).isNull();
        assertThat(document.signed()).isEmpty();
    }

    @Test
    void each_mark_of_the_case_file_stands_where_it_says() {
        FrusDocument document = DOCUMENTS.get("d1");
        String note = document.notes().get(0).passage().text();

        List<Mark> marks = FrusDossier.of(
                        "volume", UsStateWords.WORDS, new VolumeLists("volume"), document, ACCOUNTS.get("d1"))
                .marks();

        assertThat(marks).hasSize(11);
        assertThat(marks)
                .filteredOn(mark -> mark.place().element().equals("d1fn1"))
                .hasSize(10)
                .allSatisfy(mark -> assertThat(
                                note.substring(mark.place().from(), mark.place().to()))
                        .isEqualTo(mark.reading()));
    }

    private static FoundAct act(String document, String act) {
        return ACCOUNTS.get(document).acts().stream()
                .filter(found -> found.act().word().equals(act))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> told(String document) {
        return ACCOUNTS.get(document).acts().stream()
                .map(act -> act.act().word() + " " + act.by()
                        + (act.onBehalfOf().isEmpty() ? "" : " for " + act.onBehalfOf())
                        + (act.to().isEmpty() ? "" : " to " + act.to())
                        + (act.date() == null ? "" : " " + act.date())
                        + (act.time() == null ? "" : " " + act.time())
                        + (act.qualifier() == null ? "" : " ~" + act.qualifier()))
                .toList();
    }
}
