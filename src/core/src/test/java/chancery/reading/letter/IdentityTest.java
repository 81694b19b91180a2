package chancery.reading.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import chancery.document.Attestation;
import chancery.document.Certainty;
import chancery.document.Doubt;
import chancery.document.Edition;
import chancery.document.Locality;
import chancery.document.Mark;
import chancery.document.Related;
import chancery.office.Agent;
import chancery.reading.ReadSource;
import chancery.reading.found.ReadDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who, where and when, as an edition identifies and doubts it, and what it names beside a letter. */
class IdentityTest {
    private static final String GND = "https://d-nb.info/gnd/118500001 https://viaf.org/viaf/1";
    private static final String LISTS = """
            <standOff><listPerson>
              <person xml:id="p12"><persName><forename>Anna</forename><surname>Adler</surname></persName>
                <idno type="GND">118500001</idno><idno type="VIAF">https://viaf.org/viaf/1</idno></person>
              <person xml:id="p13" sameAs="#p12"/>
              <person xml:id="p14" corresp="#p15"/><person xml:id="p15" corresp="#p14"><persName>Round</persName></person>
              </listPerson>
              <listOrg><org xml:id="o1"><orgName ref="https://example.org/o1">Post</orgName></org></listOrg>
              <listPlace><place xml:id="g1"><placeName>Altdorf</placeName><idno type="geonames">77</idno></place></listPlace>
            </standOff>""";

    @TempDir
    private Path folder;

    // ---- references

    @Test
    void references_lead_into_lists_before_and_behind_the_letter() throws IOException {
        String letter = sent("<persName ref='#p12'>A. A.</persName><persName ref='#p13'/><orgName corresp='#o1'/>"
                + "<placeName ref='#g1'>Alt Dorf</placeName>");

        for (String content : List.of(header(letter) + LISTS, LISTS + header(letter))) {
            Attestation sent = attested(read("letters.xml", content));
            assertThat(sent.agents())
                    .extracting(Agent::name, Agent::ref, Agent::body)
                    .containsExactly(
                            tuple("A. A.", GND, false),
                            tuple("Anna Adler", GND, false),
                            tuple("Post", "https://example.org/o1", true));
            assertThat(sent.places()).containsExactly(new Locality("Alt Dorf", "https://www.geonames.org/77"));
        }
    }

    @Test
    void entries_that_refer_to_each_other_end_nowhere_and_keep_their_reference() throws IOException {
        assertThat(attested(read("letters.xml", header(sent("<persName ref='#p14'/>")) + LISTS))
                        .agents())
                .containsExactly(new Agent("Round", null, null, null, "#p14"));
    }

    @Test
    void a_list_in_another_file_of_the_folder_is_read_and_one_outside_of_it_is_not() throws IOException {
        write("persons.xml", LISTS);
        write("../outside.xml", LISTS);

        List<ReadDocument> letters = read(
                "letters.xml",
                header(sent("<persName ref='persons.xml#p12'>A. A.</persName>")
                        + sent("<persName ref='../outside.xml#p12'>A. A.</persName>")
                        + sent("<persName ref='persons.xml#p99'>B. B.</persName>")
                        + sent("<persName ref='persons.xml#p98'>C. C.</persName>")));

        assertThat(letters)
                .extracting(letter -> attested(List.of(letter)).agents().get(0).ref(), ReadDocument::remarks)
                .containsExactly(
                        tuple(GND, List.of()),
                        tuple(
                                "../outside.xml#p12",
                                List.of(
                                        "“../outside.xml” is not in the folder of letters.xml; references to it are kept"
                                                + " as they are")),
                        tuple(
                                "persons.xml#p99",
                                List.of(
                                        "“persons.xml#p99” leads to no entry of persons.xml; it is kept as it is, and so"
                                                + " are others that do so")),
                        tuple("persons.xml#p98", List.of()));
        Files.delete(folder.resolve("../outside.xml"));
    }

    @Test
    void two_of_one_name_keep_their_own_identifiers_and_a_key_is_one_where_there_is_no_reference() throws IOException {
        assertThat(attested(read(
                                "letters.xml",
                                header(sent("<persName ref='https://example.org/1'>Hans</persName>"
                                        + "<persName ref='https://example.org/2'>Hans</persName>"
                                        + "<persName key='118500001'>Eva</persName>"
                                        + "<persName>Unknown</persName>"))))
                        .agents())
                .extracting(Agent::ref)
                .containsExactly("https://example.org/1", "https://example.org/2", "118500001");
    }

    @Test
    void where_the_letter_is_edited_is_kept() throws IOException {
        ReadDocument letter = read(
                        "letters.xml",
                        "<teiHeader><sourceDesc><bibl type='print' xml:id='e1'>Letters of A.</bibl></sourceDesc>"
                                + "<correspDesc key='12' ref='https://example.org/12' source='#e1'>"
                                + "<correspAction type='sent'><persName>A</persName></correspAction></correspDesc>"
                                + "</teiHeader>")
                .get(0);

        assertThat(letter.dossier().documents().get(0).edition())
                .isEqualTo(new Edition("12", "https://example.org/12", "Letters of A.", "print", "e1"));
    }

    // ---- certainty, dates

    @Test
    void certainty_and_ground_of_each_part_are_kept_and_told() throws IOException {
        Mark mark = read(
                        "letters.xml",
                        header(sent(
                                "<persName evidence='conjecture'>Eva</persName><placeName cert='low'>Ulm</placeName>"
                                        + "<date when='1810' evidence='internal'/>")))
                .get(0)
                .dossier()
                .marks()
                .get(0);

        assertThat(mark.doubts())
                .containsExactly(
                        new Doubt(Doubt.Part.AGENT, "Eva", null, "conjecture"),
                        new Doubt(Doubt.Part.PLACE, "Ulm", "low", null),
                        new Doubt(Doubt.Part.DATE, null, null, "internal"));
        assertThat(mark.preferred().certainty()).isEqualTo(Certainty.POSSIBLE);
        assertThat(mark.preferred().because())
                .isEqualTo("the edition gives “Eva” by conjecture; the edition gives “Ulm” as of low certainty;"
                        + " the edition gives the date by internal evidence");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1877?] | 1877? | true",
                "[vor dem 3. Mai 1877] | [..1877-05-03] | true",
                "um 1880 | 1880~ | false",
                "Montag, 5. März 1877 | 1877-03-05 | false",
                "vermutlich Jänner 1809 | 1809-01? | false",
                "zwischen 1877 und 1879 | 1877/1879 | false",
                "après le 2 août 1810 | [1810-08-02..] | false",
                "3. [Mai 1877] | 1877-05-03 | false",
                "[ca. 3 May 1877] | 1877-05-03~ | true",
            })
    void editors_words_date_a_letter_where_no_attribute_does(String words, String edtf, boolean supplied)
            throws IOException {
        Mark mark = read("letters.xml", header(sent("<date>" + words + "</date>")))
                .get(0)
                .dossier()
                .marks()
                .get(0);

        assertThat(mark.date().edtf()).isEqualTo(edtf);
        assertThat(mark.doubts().isEmpty()).isNotEqualTo(supplied);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "when='1877-02-01' | [Februar 1877?] | 1877-02-01? | conjecture",
                "notBefore='1891-08-16' notAfter='1891-08-17' | [16. 8. 1891 – 17. 8. 1891?] | 1891-08-16?/1891-08-17? | conjecture",
                "when='1880' | um 1880 | 1880~ | ''",
                "when='1921-07-01T09:30:00' | perhaps at nine? | 1921-07-01T09:30:00 | ''",
            })
    void words_leave_doubt_in_attributes_that_say_none(String attributes, String words, String edtf, String evidence)
            throws IOException {
        Mark mark = read("letters.xml", header(sent("<date " + attributes + ">" + words + "</date>")))
                .get(0)
                .dossier()
                .marks()
                .get(0);

        assertThat(mark.date().edtf()).isEqualTo(edtf);
        assertThat(mark.doubts())
                .isEqualTo(evidence.isEmpty() ? List.of() : List.of(new Doubt(Doubt.Part.DATE, null, null, evidence)));
    }

    @Test
    void where_the_edition_says_how_sure_the_date_is_its_words_say_no_more() throws IOException {
        Mark mark = read("letters.xml", header(sent("<date when='1880' cert='high'>um 1880?</date>")))
                .get(0)
                .dossier()
                .marks()
                .get(0);

        assertThat(mark.date().edtf()).isEqualTo("1880");
    }

    @Test
    void words_without_a_year_are_listed_as_unread() throws IOException {
        ReadDocument letter = read("letters.xml", header(sent("<persName>A</persName><date>[vor dem 3. Mai]</date>")))
                .get(0);

        assertThat(letter.dossier().marks().get(0).date()).isNull();
        assertThat(letter.unread()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "when='1755-02-28' calendar='#julian' | 17 February 1755 | 1755-02-28 | 17 Feb",
                "when-custom='1755-02-17' datingMethod='#julian' | in February | 1755-02-28 | 17 Feb",
                "calendar='#cal2' | 18 brumaire an VIII | 1799-11-09 | 18 brumaire",
                "when-custom='6983-09-17' datingMethod='#byzantine' | '' | 1474-09-26 | 17 Sep",
            })
    void a_date_in_another_calendar_is_kept_as_written(String attributes, String words, String edtf, String told)
            throws IOException {
        Mark mark = read(
                        "letters.xml",
                        header(sent("<date " + attributes + ">" + words + "</date>"))
                                + "<calendarDesc><calendar xml:id='cal2'>The Republican calendar</calendar></calendarDesc>")
                .get(0)
                .dossier()
                .marks()
                .get(0);

        assertThat(mark.date().edtf()).isEqualTo(edtf);
        assertThat(mark.dated().orElseThrow()).contains(told);
    }

    @Test
    void a_day_that_is_not_the_one_of_the_other_calendar_is_taken_and_said() throws IOException {
        ReadDocument letter = read(
                        "letters.xml",
                        header(sent("<date when='1755-02-17' calendar='#julian'>17 February 1755</date>")))
                .get(0);

        assertThat(letter.acts().get(0).date()).isEqualTo("1755-02-17");
        assertThat(letter.unread().get(0).because())
                .isEqualTo("17 February 1755 (Julian) is 1755-02-28; 1755-02-17, which is given too, was taken");
    }

    // ---- context

    @Test
    void what_stands_beside_a_letter_is_kept_with_its_kind() throws IOException {
        String context =
                "<note>In haste. <ref type='cmif:mentionsPerson' target='https://example.org/3'>Carl</ref></note>"
                        + "<correspContext><ref type='prev' target='#l1'>the first</ref>"
                        + "<ref type='withinCollection' subtype='next_letter' target='L3'/>"
                        + "<ref type='replyTo' target='#l0'/><ref type='answered_by' target='#l9'/>"
                        + "<ptr type='belongsTo' target='#set'/><p>Another went astray.</p></correspContext>";

        assertThat(read(
                                "letters.xml",
                                header(sent("<persName>A</persName>")
                                        .replace("</correspDesc>", context + "</correspDesc>")))
                        .get(0)
                        .dossier()
                        .context())
                .containsExactly(
                        new Related(Related.Kind.PREVIOUS, null, "#l1", "the first"),
                        new Related(Related.Kind.NEXT, "withinCollection next_letter", "L3", null),
                        new Related(Related.Kind.ANSWERS, null, "#l0", null),
                        new Related(Related.Kind.ANSWERED_BY, "answered_by", "#l9", null),
                        new Related(Related.Kind.BELONGS_TO, null, "#set", null),
                        new Related(Related.Kind.OTHER, null, null, "Another went astray."),
                        new Related(Related.Kind.NOTE, null, null, "In haste. Carl"),
                        new Related(Related.Kind.NOTE, "cmif:mentionsPerson", "https://example.org/3", "Carl"));
    }

    // ---- small words

    private static String sent(String parts) {
        return "<correspDesc><correspAction type='sent'>" + parts + "</correspAction></correspDesc>";
    }

    private static String header(String letters) {
        return "<teiHeader><profileDesc>" + letters + "</profileDesc></teiHeader>";
    }

    private static Attestation attested(List<ReadDocument> letters) {
        return letters.get(0).dossier().marks().get(0).preferred().attests().orElseThrow();
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(
                folder.resolve(name), "<TEI xmlns='http://www.tei-c.org/ns/1.0'>" + content + "</TEI>");
    }

    private List<ReadDocument> read(String name, String content) throws IOException {
        List<ReadDocument> letters = new ArrayList<>();
        new ReadSource(List.of(), false).read(write(name, content), letters::add);
        return letters;
    }
}
