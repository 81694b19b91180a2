package chancery.reading.frus;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.document.Mark;
import chancery.document.MarkKind;
import chancery.office.Direction;
import chancery.reading.ReadSource;
import chancery.reading.form.MarksFile;
import chancery.reading.found.ReadDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The encodings and habits of volumes of other decades, each by a document that is made up. */
class OlderVolumesTest {
    private static final List<MarksFile> WORDS =
            List.of(MarksFile.read(Path.of("processes/words/frus-source-notes.yaml")));

    private static final String TEI = """
            <TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0"><text><body>
            %s</body></text></TEI>""";

    @TempDir
    private Path folder;

    @Test
    void a_paper_of_the_sixties_goes_from_one_person_to_another_under_its_number() throws IOException {
        ReadDocument read = read("""
                <note type="source" rend="inline">No. 78.</note>
                <head><persName type="from">Mr. Fox</persName> to <persName type="to">Mr. Gray</persName></head>
                <opener><seg rendition="#left">No. 411.]</seg>
                <dateline><placeName>Strelsau</placeName>, <date when="1864-02-05">February 5, 1864</date>. (Received March
                2.)</dateline></opener><p>Sir: I have the honor to inclose, as before, a statement of the pilots.</p>
                <closer><signed>ADAM FOX.</signed></closer>
                <postscript><p>Hon. Ben Gray, Secretary of State.</p></postscript>""");

        assertThat(told(read))
                .containsExactly(
                        "sign [ADAM FOX]",
                        "dispatch [Mr. Fox] to [Mr. Gray] 1864-02-05",
                        "enclose []",
                        "receive [Mr. Gray] 1864-03-02");
        assertThat(read.archivalReference()).isNull();
        Mark number = read.dossier().marks().stream()
                .filter(mark -> mark.kind() == MarkKind.REGISTRY_NUMBER)
                .findFirst()
                .orElseThrow();
        assertThat(number.preferred().attests().orElseThrow().direction()).isEqualTo(Direction.OUTGOING);
        assertThat(number.preferred().attests().orElseThrow().number().text()).isEqualTo("411");
    }

    @Test
    void what_stands_in_brackets_in_an_old_heading_is_no_part_of_the_addressee() throws IOException {
        ReadDocument read = read("""
                <head>Mr. Fox to Mr. Gray. [Extract.]</head><opener><seg>[Telegram.]</seg><dateline><date
                when="1897-02-05">February 5, 1897</date></dateline></opener><p>All is quiet.</p>""");

        assertThat(told(read)).containsExactly("dispatch [Mr. Fox] to [Mr. Gray] 1897-02-05");
        assertThat(read.kind()).isEqualTo("telegram");
    }

    @Test
    void the_receipt_beside_the_dateline_is_the_addressee_s() throws IOException {
        ReadDocument read = read("""
                <note type="source" rend="inline">File No. 861.51/140</note>
                <head>The Ambassador in Ruritania (Fox) to the Secretary of State</head>
                <opener><seg>[Telegram]</seg></opener><opener><dateline><placeName>Strelsau</placeName>, <date
                when="1917-04-29T20:00:00">April 29, 1917, 8 p. m.</date><lb/>[Received April 30, 6.30 a. m.]</dateline></opener>
                <p>1236. All is quiet.</p>""");

        assertThat(told(read))
                .containsExactly(
                        "dispatch [Ambassador in Ruritania (Fox)] to [Secretary of State] 1917-04-29 20:00",
                        "receive [Secretary of State] 1917-04-30 06:30");
    }

    @Test
    void a_telegram_s_own_line_tells_where_it_went() throws IOException {
        ReadDocument read = read("""
                <head>The Consul at Zenda (Fox) to the Secretary of State</head>
                <note type="source">123.45/6–748: Telegram</note>
                <dateline>Zenda, June 7, 1948—10 a. m.</dateline><p>12. For Gray from Brown. All is quiet.</p>
                <p>Sent Department 12; repeated Hentzau 4, Strelsau as 9 for Clark, pouched Tarlenheim. Department please pass Paris.</p>
                """);

        assertThat(told(read))
                .containsExactly(
                        "request [] to [Department]",
                        "draft [Brown]",
                        "dispatch [Consul at Zenda (Fox)] to [Secretary of State] 1948-06-07 10:00",
                        "repeat [Consul at Zenda (Fox)] to [Hentzau, Strelsau (Clark)]",
                        "pouch [Consul at Zenda (Fox)] to [Tarlenheim]");
    }

    @Test
    void of_the_notes_of_the_text_those_are_read_that_speak_of_the_paper() throws IOException {
        String notes = "<p>Quiet.<note>See May 3.</note><note>Drafted the treaty, of course, was by Fox.</note>"
                + "<note>Not printed.</note><note>This telegram was repeated to Zenda.</note>"
                + "<note>This memorandum was approved by Gray.</note></p>";
        ReadDocument read = read("""
                <head>1. Telegram From the Consulate in Zenda to the Department of State<note type="source">Source: Department
                of State, Central Files, 123.45/6–755. Secret.</note></head>
                <dateline>Zenda, June 7, 1955.</dateline>""" + notes);

        assertThat(told(read))
                .containsExactly(
                        "dispatch [Consulate in Zenda] to [Department of State] 1955-06-07",
                        "repeat [Consulate in Zenda] to [Zenda]");
    }

    @Test
    void a_source_note_that_is_not_called_one_is_one_by_its_first_word() throws IOException {
        ReadDocument ofHead = read("""
                <head>1. Memorandum From Fox to Gray<note>Source: Board, Files, Box 2. Secret. Drafted by Brown.</note></head>
                """);
        ReadDocument ofText = read("""
                <head>1. Memorandum From Fox to Gray</head><p>[Source: Board, Files, Box 2. Secret. Drafted by Brown.]</p>""");

        assertThat(ofHead.classification()).isEqualTo("Secret");
        assertThat(told(ofHead)).contains("draft [Brown]");
        assertThat(told(ofText)).containsExactlyElementsOf(told(ofHead));
    }

    @Test
    void a_memorandum_that_only_a_list_addresses_goes_from_its_signer() throws IOException {
        ReadDocument read = read("""
                <head>1. National Security Action Memorandum No. 9</head><dateline>Washington, June 7, 1962.</dateline>
                <list type="to"><head>TO</head><item>The Secretary of State</item><item>The Chairman of the Board</item></list>
                <p>The board is to meet.</p><closer><signed>Adam Fox</signed></closer>""");

        assertThat(told(read))
                .containsExactly(
                        "sign [Adam Fox]",
                        "dispatch [Adam Fox] to [Secretary of State, Chairman of the Board] 1962-06-07");
    }

    @Test
    void a_signature_is_for_whom_the_line_above_it_names() throws IOException {
        String head = "<head>The Secretary of State to the Consul at Zenda</head><p>Sir: All is quiet.</p>";

        assertThat(told(read(head + "<closer>For the Secretary of State:<lb/><signed>Adam Fox</signed></closer>")))
                .contains("sign [Adam Fox] for [Secretary of State]");
        assertThat(told(read(head + "<p>For the Secretary of State:</p><closer><signed>Adam Fox</signed></closer>")))
                .contains("sign [Adam Fox] for [Secretary of State]");
    }

    @Test
    void how_it_was_sent_is_told_of_the_sending_that_the_heading_proves() throws IOException {
        ReadDocument read = read("""
                <head>1. Memorandum From Fox to Gray<note type="source">Source: Board, Files, Box 2. Secret. Sent for action.
                </note></head><dateline>Washington, June 7, 1970.</dateline>""");

        assertThat(told(read)).containsExactly("submit [Fox] to [Gray] 1970-06-07 ~for action");
        assertThat(read.unread()).isEmpty();
    }

    @Test
    void a_circular_goes_to_those_whom_its_note_names() throws IOException {
        ReadDocument read = read("""
                <head>1. Circular Telegram From the Department of State to Certain Diplomatic Missions<note type="source">Source:
                Department of State, Files, Box 2. Secret. Sent to Zenda, Hentzau, and Strelsau.</note></head>
                <dateline>Washington, June 7, 1970.</dateline>""");

        assertThat(told(read))
                .containsExactly("dispatch [Department of State] to [Zenda, Hentzau, Strelsau] 1970-06-07");
        assertThat(read.unread()).isEmpty();
    }

    @Test
    void an_undated_document_is_of_about_the_day_of_the_one_before_it() throws IOException {
        List<ReadDocument> read = documents("""
                <div type="document" xml:id="d1"><head>1. Letter From Fox to Gray</head><dateline>Zenda, June 7, 1971.</dateline></div>
                <div type="document" xml:id="d2"><head>2. Paper Prepared by Fox<note type="source">Source: Board, Files, Box 2.
                Secret. Approved by Gray on June 9.</note></head></div>""");

        assertThat(told(read.get(1))).contains("approve [Gray] 1971-06-09");
    }

    @Test
    void todays_encoding_gives_the_day_in_an_attribute() throws IOException {
        ReadDocument read = documents("""
                <div type="document" subtype="historical-document" xml:id="d1"
                frus:doc-dateTime-min="1972-03-04T00:00:00-05:00"><head>1. Letter From Fox to Gray</head></div>""").get(0);

        assertThat(told(read)).containsExactly("dispatch [Fox] to [Gray] 1972-03-04");
    }

    @Test
    void the_numbers_and_places_of_other_headings_are_no_part_of_whom_they_name() throws IOException {
        ReadDocument numbered = read("""
                <head>No. 286<lb/>The Ambassador in Ruritania (Fox) to the Department of State</head><dateline>Strelsau, June 7,
                1954.</dateline>""");
        ReadDocument placed = read("""
                <head>4. Memorandum From Adam Fox of the River Staff to the Chairman of the Board (Gray), Washington, June 7,
                1970</head>""");
        ReadDocument many = read("""
                <head>5. Memorandum From Adam Fox to Secretary of State Gray, Attorney General Brown, and the Director of the
                Board (Clark)</head>""");

        assertThat(told(numbered))
                .containsExactly("dispatch [Ambassador in Ruritania (Fox)] to [Department of State] 1954-06-07");
        assertThat(told(placed))
                .containsExactly("submit [Adam Fox of the River Staff] to [Chairman of the Board (Gray)] 1970-06-07");
        assertThat(told(many))
                .containsExactly(
                        "submit [Adam Fox] to [Secretary of State Gray, Attorney General Brown, Director of the Board (Clark)]");
    }

    @Test
    void what_goes_up_for_approval_is_submitted_and_what_goes_down_forwarded() throws IOException {
        String note =
                "<head>1. Paper Prepared by Fox<note type=\"source\">Source: Board, Files, Box 2. Secret. It was sent to %s "
                        + "for approval by %s.</note></head>";

        assertThat(told(read(note.formatted("the President", "the Secretary of State"))))
                .contains("submit [Secretary of State] to [President] ~for approval");
        assertThat(told(read(
                        "<head>1. Letter From Fox to Gray<note type=\"source\">Source: Board, Files, Box 2. Secret. "
                                + "Forwarded to the Secretary of State for approval by the President.</note></head>")))
                .contains("forward [President] to [Secretary of State] ~for approval");
    }

    @Test
    void one_document_that_cannot_be_read_keeps_none_behind_it_from_being_read() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.xml"), TEI.formatted("""
                <div type="document" xml:id="d1"><head>1. Letter From Fox to Gray</head><dateline><date when="1955-02-31">February 31,
                1955</date></dateline></div>
                <div type="document"><head>2. Letter From Fox to Gray</head></div>
                <div type="document" xml:id="d3"></div>
                <div type="document" xml:id="d4"><head/><dateline><date when="soon"/></dateline><signed/><closer><closer/></closer></div>
                <div type="document" xml:id="d5"><head>5. Letter From Fox to Gray</head><div type="document" xml:id="d6"><head>6.
                Letter From Gray to Fox</head></div></div>
                <div type="document" xml:id="d7"><head>7. Letter From Fox to Gray</head><dateline>Zenda, June 7, 1955.</dateline></div>
                """));
        List<ReadDocument> read = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();

        new ReadSource(WORDS, false).read(file, read::add, why -> leftOut.add(String.valueOf(why.getMessage())));

        assertThat(read).extracting(ReadDocument::id).containsExactly("d1", "d3", "d4", "d5", "d7");
        assertThat(leftOut).singleElement().asString().contains("no xml:id");
        assertThat(told(read.get(4))).containsExactly("dispatch [Fox] to [Gray] 1955-06-07");
    }

    private ReadDocument read(String document) throws IOException {
        List<ReadDocument> read = documents("<div type=\"document\" xml:id=\"d1\">" + document + "</div>");
        assertThat(read).hasSize(1);
        return read.get(0);
    }

    private List<ReadDocument> documents(String documents) throws IOException {
        Path file = Files.writeString(folder.resolve("volume.xml"), TEI.formatted(documents));
        List<ReadDocument> read = new ArrayList<>();
        new ReadSource(WORDS, false).read(file, read::add);
        List<ReadDocument> withText = new ArrayList<>();
        new ReadSource(WORDS, true).read(file, withText::add);
        assertThat(withText)
                .extracting(ReadDocument::acts)
                .isEqualTo(read.stream().map(ReadDocument::acts).toList());
        return read;
    }

    private static List<String> told(ReadDocument document) {
        return document.acts().stream()
                .map(act -> act.act().word() + " " + act.by()
                        + (act.onBehalfOf().isEmpty() ? "" : " for " + act.onBehalfOf())
                        + (act.to().isEmpty() ? "" : " to " + act.to())
                        + (act.date() == null ? "" : " " + act.date())
                        + (act.time() == null ? "" : " " + act.time())
                        + (act.qualifier() == null ? "" : " ~" + act.qualifier()))
                .toList();
    }
}
