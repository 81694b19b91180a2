package chancery.reading.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import chancery.casefile.CaseFile;
import chancery.document.Certainty;
import chancery.document.Document;
import chancery.document.Form;
import chancery.document.Mark;
import chancery.document.MarkKind;
import chancery.document.Place;
import chancery.reading.found.FoundAct;
import chancery.reading.found.Passage;
import chancery.reading.found.ReadDocument;
import chancery.reading.found.Unread;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorrespondenceTest {
    private static final Path FOLDER = Path.of("src/core/src/test/resources/reading/letters");

    private static ReadDocument letter;
    private static List<ReadDocument> index;

    @TempDir
    Path folder;

    @BeforeAll
    static void read() throws IOException, XMLStreamException {
        letter = file("letter").get(0);
        index = file("cmif");
    }

    // ---- acts

    @Test
    void each_action_is_an_act_and_a_letter_was_sent_to_who_received_it() {
        assertThat(letter.acts())
                .extracting(act -> act.act().word(), FoundAct::by, FoundAct::to, FoundAct::date, FoundAct::qualifier)
                .containsExactly(
                        tuple(
                                "dispatch",
                                List.of("Anna Adler", "Emil Ernst"),
                                List.of("Boris Brandt", "Brandt & Sons"),
                                "1810-05-01",
                                null),
                        tuple("forward", List.of("Posthof Neustadt"), List.of(), "1810-05-02/1810-05-04", null),
                        tuple("forward", List.of("Carl Conrad"), List.of(), "1810-05-05/..", "redirected"),
                        tuple("dispatch", List.of("Thurn"), List.of(), "1810-05-01/1810-05-09", "transmitted"),
                        tuple("receive", List.of("Boris Brandt", "Brandt & Sons"), List.of(), "../1810-05-10", null));
        assertThat(letter.kind()).isEqualTo("letter");
        assertThat(letter.unread()).isEmpty();
        assertThat(letter.sentences()).isEqualTo(5);
    }

    @Test
    void what_the_edition_is_not_sure_of_is_presumed_and_says_why() {
        assertThat(letter.acts())
                .extracting(FoundAct::presumed, FoundAct::because)
                .containsExactly(
                        tuple(
                                true,
                                "the edition gives “Emil Ernst” as of medium certainty; the edition gives “Brandt &"
                                        + " Sons” as of certainty 0.7"),
                        tuple(false, null),
                        tuple(true, "the edition gives the date as of low certainty"),
                        tuple(false, null),
                        tuple(true, "the edition gives “Brandt & Sons” as of certainty 0.7"));
    }

    @Test
    void certainty_given_within_a_name_or_to_the_whole_action_counts() throws XMLStreamException {
        ReadDocument within = correspDesc(
                "<correspAction type='sent' cert='high'><persName>Eva <surname cert='low'>Eich</surname></persName>"
                        + "</correspAction>");

        assertThat(within.acts())
                .extracting(FoundAct::because)
                .containsExactly(
                        "the edition gives it as of high certainty; the edition gives “Eva Eich” as of low certainty");
        assertThat(within.dossier().marks().get(0).preferred().certainty()).isEqualTo(Certainty.POSSIBLE);
    }

    @Test
    void a_clock_time_stands_apart_from_its_day_and_whole_in_the_case_file() {
        assertThat(index.get(2).acts().get(0).date()).isEqualTo("1921-07-01");
        assertThat(index.get(2).acts().get(0).time()).isEqualTo("09:30");
        assertThat(index.get(2).dossier().marks().get(0).date().edtf()).isEqualTo("1921-07-01T09:30:00");
    }

    @Test
    void a_span_between_two_clock_times_is_kept_whole() throws XMLStreamException {
        ReadDocument spanning = correspDesc(
                "<correspAction type='sent'><date from='1921-07-01T09:30' to='1921-07-02T10:00'/></correspAction>");

        assertThat(spanning.acts().get(0).date()).isEqualTo("1921-07-01T09:30/1921-07-02T10:00");
        assertThat(spanning.acts().get(0).time()).isNull();
    }

    @Test
    void where_nobody_received_it_the_letter_was_sent_to_the_place() {
        assertThat(index.get(2).acts().get(0).to()).containsExactly("Haifa");
    }

    @Test
    void a_date_may_be_bounded_from_two_sources_but_not_twice_on_one_side() throws XMLStreamException {
        ReadDocument bounded = correspDesc(
                "<correspAction type='sent'><date from='1810' notAfter='1812'/></correspAction>"
                        + "<correspAction type='received'><date from='1810' notBefore='1809'>1810</date></correspAction>"
                        + "<correspAction type='forwarded'><date to='1811' notAfter='1812'>1811</date></correspAction>");

        assertThat(bounded.acts()).extracting(FoundAct::date).containsExactly("1810/1812", "1810/..", "../1811");
        assertThat(bounded.unread())
                .containsExactly(
                        new Unread(
                                "1810",
                                new Place("correspDesc[1]/correspAction[2]", 0, 4),
                                "the date is given twice over; 1810/.. was taken"),
                        new Unread(
                                "1811",
                                new Place("correspDesc[1]/correspAction[3]", 0, 4),
                                "the date is given twice over; ../1811 was taken"));
    }

    // ---- places and words

    @Test
    void an_act_has_its_place_in_the_folded_text_of_its_action() {
        FoundAct sent = letter.acts().get(0);

        assertThat(sent.place()).isEqualTo(new Place("adler-1810-05-01/correspAction[1]", 0, 41));
        assertThat(sent.reading()).isEqualTo("Anna Adler Emil Ernst Alt Dorf 1 May 1810");
        assertThat(letter.passages().get(1))
                .isEqualTo(new Passage("adler-1810-05-01/correspAction[1]", "sent", sent.reading()));
    }

    @Test
    void an_action_without_words_reads_as_its_date() {
        FoundAct sent = index.get(2).acts().get(0);

        assertThat(sent.reading()).isEqualTo("date 1921-07-01T09:30:00");
        assertThat(sent.place()).isEqualTo(new Place("אב/correspAction[1]", 0, 0));
    }

    @Test
    void names_are_kept_letter_by_letter_whatever_way_they_run() {
        assertThat(index.get(0).acts())
                .extracting(FoundAct::by, FoundAct::reading)
                .containsExactly(
                        tuple(List.of("دانا כהן"), "دانا כהן חיפה"), tuple(List.of("José Muñoz"), "José Muñoz"));
    }

    @Test
    void notes_are_shown_and_belong_to_no_name_and_what_precedes_the_letter_is_passed_over() {
        assertThat(letter.passages())
                .extracting(Passage::element, Passage::title, Passage::text)
                .containsExactly(
                        tuple("adler-1810-05-01/note[1]", "note", "Written in another hand."),
                        tuple("adler-1810-05-01/correspAction[1]", "sent", "Anna Adler Emil Ernst Alt Dorf 1 May 1810"),
                        tuple("adler-1810-05-01/correspAction[2]", "forwarded", "Posthof Neustadt"),
                        tuple("adler-1810-05-01/correspAction[3]", "redirected", "Carl Conrad"),
                        tuple("adler-1810-05-01/correspAction[4]", "transmitted", "Thurn"),
                        tuple(
                                "adler-1810-05-01/correspAction[5]",
                                "received",
                                "Boris Brandt Brandt & Sons Neustadt by the tenth"),
                        tuple("n1", "note", "The cover is lost."),
                        tuple("adler-1810-05-01/text[1]", "dateline", "Altdorf, 1 May 1810"),
                        tuple("adler-1810-05-01/text[2]", "text", "Dear Boris,"),
                        tuple("adler-1810-05-01/text/note[1]", "note", "Dora."),
                        tuple("adler-1810-05-01/text[3]", "text", "The cousin is well."),
                        tuple("adler-1810-05-01/text[4]", "text", "Roses are red, violets blue."),
                        tuple("adler-1810-05-01/text[5]", "text", "A. A."));
    }

    @Test
    void whatever_the_id_a_place_reads_as_it_was_written() throws XMLStreamException {
        for (String id : List.of("a:b", "a b", "x".repeat(300))) {
            Place place = description("<correspDesc xml:id='" + id + "'><correspAction type='sent'><persName>Eva"
                            + "</persName></correspAction></correspDesc>")
                    .acts()
                    .get(0)
                    .place();

            assertThat(Place.parse(place.written())).isEqualTo(place);
        }
    }

    // ---- nothing is dropped

    @Test
    void what_was_not_understood_is_listed_with_its_place() {
        String at = "2/correspAction[";
        assertThat(index.get(1).unread())
                .containsExactly(
                        new Unread("Nobody Known", new Place(at + "1]", 0, 12), "the action has no type"),
                        new Unread("Greta Groll", new Place(at + "2]", 0, 11), "its type \"dictated\" is not known"),
                        new Unread(
                                "persName ref=\"https://example.org/p2\"",
                                new Place(at + "3]", 0, 0),
                                "the name has no words"),
                        new Unread(
                                "on the first of May",
                                new Place(at + "3]", 0, 19),
                                "\"--05-01\" is not an EDTF date; write for example 1955-01-17, 1955-01, 195X, 1955~ or"
                                        + " 1955-01/1955-03"),
                        new Unread("3 May", new Place(at + "3]", 26, 31), "it is a further date; the first was taken"),
                        new Unread(
                                "in summer",
                                new Place(at + "4]", 0, 9),
                                "the date has no when, from, to, notBefore or notAfter"),
                        new Unread(
                                "June",
                                new Place(at + "4]", 10, 14),
                                "the date is given twice over; 1921-06-01 was taken"),
                        new Unread("77", new Place(at + "4]", 15, 17), "it is neither a name nor a place nor a date"));
        assertThat(index.get(1).acts()).extracting(FoundAct::date).containsExactly("1921-05-02", "1921-06-01");
        assertThat(index.get(1).sentences()).isEqualTo(10);
    }

    @Test
    void an_action_that_says_nothing_and_prose_are_listed_too() {
        assertThat(index.get(2).unread())
                .containsExactly(
                        new Unread(
                                "correspAction type=\"forwarded\"",
                                new Place("אב/correspAction[3]", 0, 0),
                                "the action says neither who nor when"),
                        new Unread(
                                "It went by way of Jaffa.",
                                new Place("אב", 0, 24),
                                "it is told in prose; only correspAction elements are read"));
    }

    @Test
    void words_outside_of_any_element_are_listed() throws XMLStreamException {
        ReadDocument loose =
                correspDesc("<correspAction type='sent'><persName>Eva</persName> presumably <date/></correspAction>");

        assertThat(loose.unread())
                .extracting(Unread::sentence, unread -> unread.place().written(), Unread::because)
                .containsExactly(
                        tuple(
                                "presumably",
                                "correspDesc[1]/correspAction[1]:4-14",
                                "it is neither a name nor a place nor a date"),
                        tuple(
                                "date",
                                "correspDesc[1]/correspAction[1]:14-14",
                                "the date has no when, from, to, notBefore or notAfter"));
    }

    // ---- the case file

    @Test
    void the_case_file_is_one_letter_with_a_mark_for_each_act() {
        assertThat(letter.dossier().documents())
                .extracting(document -> document.id().value(), Document::form)
                .containsExactly(tuple("letter", Form.LETTER));
        assertThat(letter.dossier().title())
                .isEqualTo("Letter from Anna Adler, Emil Ernst to Boris Brandt, Brandt & Sons, 1810-05-01");
        assertThat(letter.dossier().procedure()).isNull();
        assertThat(letter.dossier().marks())
                .extracting(
                        mark -> mark.id().value(),
                        Mark::kind,
                        mark -> mark.preferred().certainty())
                .containsExactly(
                        tuple("dispatch", MarkKind.HEADING, Certainty.PROBABLE),
                        tuple("forward", MarkKind.HEADING, Certainty.CERTAIN),
                        tuple("forward-2", MarkKind.HEADING, Certainty.POSSIBLE),
                        tuple("dispatch-2", MarkKind.HEADING, Certainty.CERTAIN),
                        tuple("receive", MarkKind.HEADING, Certainty.PROBABLE));
    }

    @Test
    void a_written_case_file_reads_as_the_same_marks() throws IOException {
        for (ReadDocument read : List.of(letter, index.get(0), index.get(1), index.get(2))) {
            Path file = folder.resolve(read.dossier().id() + ".yaml");
            Files.writeString(file, CaseFile.write(read.dossier()));

            assertThat(places(CaseFile.read(file).marks()))
                    .isEqualTo(places(read.dossier().marks()));
        }
    }

    private static Map<String, Place> places(List<Mark> marks) {
        return marks.stream().collect(Collectors.toMap(mark -> mark.id().value(), Mark::place));
    }

    @Test
    void the_case_id_is_legal_and_ids_in_another_script_stay_apart() {
        assertThat(index)
                .extracting(read -> read.dossier().id().value())
                .containsExactly("cmif-1", "cmif-2", "cmif-u5d0u5d1");
        assertThat(index).extracting(ReadDocument::id).containsExactly("1", "2", "אב");
    }

    @Test
    void a_very_long_id_is_cut() throws XMLStreamException {
        ReadDocument named = description("<correspDesc xml:id='" + "é".repeat(300) + "'/>");

        assertThat(named.dossier().id().value()).isEqualTo("source-" + "e".repeat(93));
        assertThat(named.acts()).isEmpty();
    }

    // ---- small words

    private static List<ReadDocument> file(String name) throws IOException, XMLStreamException {
        List<ReadDocument> letters = new ArrayList<>();
        try (InputStream in = Files.newInputStream(FOLDER.resolve(name + ".xml"))) {
            XMLStreamReader xml = new WstxInputFactory().createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamReader.START_ELEMENT) {
                    continue;
                }
                if (xml.getLocalName().equals("correspDesc")) {
                    letters.add(Correspondence.read(
                            xml,
                            name,
                            "correspDesc[" + (letters.size() + 1) + "]",
                            new References(FOLDER.resolve(name + ".xml")),
                            key -> key));
                } else if (xml.getLocalName().equals("text")) {
                    ReadDocument last = letters.remove(letters.size() - 1);
                    letters.add(Correspondence.withText(last, Correspondence.text(xml, last.id())));
                }
            }
        }
        return letters;
    }

    private static ReadDocument correspDesc(String content) throws XMLStreamException {
        return description("<correspDesc>" + content + "</correspDesc>");
    }

    private static ReadDocument description(String tei) throws XMLStreamException {
        XMLStreamReader xml = new WstxInputFactory().createXMLStreamReader(new StringReader(tei));
        xml.nextTag();
        ReadDocument read =
                Correspondence.read(xml, "source", "correspDesc[1]", new References(Path.of("source.xml")), key -> key);
        assertThat(xml.isEndElement()).isTrue();
        assertThat(xml.getLocalName()).isEqualTo("correspDesc");
        return read;
    }
}
