package chancery.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chancery.casefile.CaseFile;
import chancery.casefile.InvalidInput;
import chancery.reading.form.MarksFile;
import chancery.reading.found.ReadDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused of a source of any kind, with its line and what to do. */
class ReadSourceTest {
    private static final String TEI = "<TEI xmlns='http://www.tei-c.org/ns/1.0'>\n%s</TEI>";
    private static final String DOCUMENT = "<text><div type='document' xml:id='d1'>\n%s</div></text>";
    private static final String LETTER =
            "<teiHeader><correspDesc key='1'>\n<correspAction type='sent'>%s</correspAction></correspDesc></teiHeader>";
    private static final ReadSource SOURCE = new ReadSource(
            List.of(
                    MarksFile.read(Path.of("processes/words/frus-source-notes.yaml")),
                    MarksFile.read(Path.of("processes/soviet-cc/marks.yaml"))),
            true);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<head>1. A Paper&nbsp;</head>",
                "<dateline>Rome, May 3&eacute;</dateline>",
                "<signed>Fox &copy;</signed>",
                "<note type='source'>Source: &dash; Files</note>",
                "<p>The text &nbsp; of it</p>",
                "<list><item>&bull; one</item></list>",
                "<attachment>&nbsp;</attachment>",
            })
    void an_entity_that_nobody_declared_is_refused_wherever_it_stands_in_a_document(String part) throws IOException {
        refused(DOCUMENT.formatted(part), 3, "Undeclared general entity", "write the character itself.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<persName>Anna&nbsp;Holm</persName>",
                "<date when='1891'>March&nbsp;6</date>",
                "&nbsp;",
                "<note>see &sect; 4</note>",
            })
    void an_entity_that_nobody_declared_is_refused_wherever_it_stands_in_a_letter(String part) throws IOException {
        refused(LETTER.formatted(part), 3, "Undeclared general entity", "write the character itself.");
        refused("<teiHeader/><text><p>\n" + "&nbsp;</p></text>", 3, "Undeclared general entity", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0001", "&#1;", "&#xD800;", "&#xFFFFFF;", "a & b", "a < b", "]]>"})
    void a_character_that_xml_does_not_know_is_refused_in_document_letter_and_text(String character)
            throws IOException {
        refused(DOCUMENT.formatted("<head>1. A Paper " + character + "</head>"), 3, "this cannot be read as XML", "");
        refused(DOCUMENT.formatted("<p>" + character + "</p>"), 3, "this cannot be read as XML", "");
        refused(LETTER.formatted("<persName>" + character + "</persName>"), 3, "this cannot be read as XML", "");
        refused("<text><p>\n" + character + "</p></text>", 3, "this cannot be read as XML", "");
    }

    @Test
    void a_code_that_is_no_character_at_all_is_refused_with_its_line() throws IOException {
        refused(DOCUMENT.formatted("<head>1. A Paper \ufffe</head>"), 3, "is not UTF-8", "save it as UTF-8.");
    }

    @Test
    void marked_sections_are_read_as_the_text_they_are() throws IOException {
        ReadDocument document = read(DOCUMENT.formatted("<head>1. <![CDATA[A Paper & more]]></head>"))
                .get(0);

        assertThat(document.dossier().title()).isEqualTo("A Paper & more");
    }

    private void refused(String content, int line, String found, String todo) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith(folder.resolve("made.xml") + ":" + line + ": ")
                .hasMessageContaining(found)
                .hasMessageEndingWith(todo);
    }

    private List<ReadDocument> read(String content) throws IOException {
        List<ReadDocument> read = new ArrayList<>();
        SOURCE.read(Files.writeString(folder.resolve("made.xml"), TEI.formatted(content)), read::add);
        return read;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\\rtf1 text} | RTF",
                "\u0089PNG and so on | a picture",
                "\u00ff\u00d8\u00ff\u00e0 JFIF | a picture",
                "\u00d0\u00cf\u0011\u00e0 | a document of Word before 2007",
                "<!DOCTYPE html><html><body/></html> | a web page",
                "<html><body/></html> | a web page",
            })
    void a_format_that_is_not_read_is_told_by_what_it_holds_and_what_to_do(String content, String called)
            throws IOException {
        Path file = Files.write(folder.resolve("note.txt"), content.getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> SOURCE.read(file, document -> {}))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith(file + ": this is " + called)
                .hasMessageContaining(", which is not read; ");
    }

    @ParameterizedTest
    @CsvSource({"'', the file is empty", "' \n\t ', the file holds blanks only"})
    void a_file_without_text_is_refused(String content, String told) throws IOException {
        Path file = Files.writeString(folder.resolve("note.txt"), content);

        assertThatThrownBy(() -> SOURCE.read(file, document -> {})).hasMessageContaining(told);
    }

    @ParameterizedTest
    @ValueSource(chars = {'\r', '\u0085', '\u2028', '\u2029'})
    void lines_may_end_as_on_other_computers(char end) throws IOException {
        String unix = Files.readString(Path.of("src/core/src/test/resources/reading/note-31M.txt"));
        List<ReadDocument> read = new ArrayList<>();
        SOURCE.read(Files.writeString(folder.resolve("unix.txt"), unix), read::add);
        SOURCE.read(
                Files.writeString(
                        folder.resolve("other.txt"), unix.replace("\r", "").replace('\n', end)),
                read::add);

        assertThat(read.get(1).dossier().marks())
                .isNotEmpty()
                .isEqualTo(read.get(0).dossier().marks());
    }

    @Test
    void a_key_that_stands_several_times_loses_no_letter() throws IOException {
        String letter = "<correspDesc key=\"17\"><correspAction type=\"sent\">"
                + "<persName ref=\"https://example.org/a\">A</persName></correspAction></correspDesc>";
        Path file = Files.writeString(
                folder.resolve("keys.xml"),
                "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><profileDesc>" + letter.repeat(3)
                        + letter.replace("17", "17-2") + "</profileDesc></teiHeader></TEI>");
        List<ReadDocument> read = new ArrayList<>();

        SOURCE.read(file, read::add);

        assertThat(read).extracting(ReadDocument::id).containsExactly("17", "17-2", "17-3", "17-2-2");
        assertThat(read.get(1).dossier().documents().get(0).witness().description())
                .isEqualTo("Described in keys, letter 17-2, whose key 17 is not its own");
        assertThat(CaseFile.write(read.get(0).dossier())).contains("ref: https://example.org/a");
    }
}
