package chancery.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import chancery.casefile.CaseFile;
import chancery.casefile.InvalidInput;
import chancery.casefile.YamlFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused of a source of any kind, with its line and what to do. */
class ReadSourceTest {
    private static final String TEI = "<TEI xmlns='http://www.tei-c.org/ns/1.0'>\n%s</TEI>";
    private static final String DOCUMENT = "<text><div type='document' xml:id='d1'>\n%s</div></text>";
    private static final String LETTER =
            "<teiHeader><correspDesc key='1'>\n<correspAction type='sent'>%s</correspAction></correspDesc></teiHeader>";
    private static final ReadSource SOURCE = new ReadSource(
            List.of(
                    MarksFile.read(Path.of("processes/us-state/marks.yaml")),
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

    static Stream<Arguments> a_file_of_another_format_is_refused_with_what_it_is_and_what_to_do() {
        String russian = "Товарищу Маленкову Г.М.\nПредставляю на утверждение проект постановления.\n";
        return Stream.of(
                arguments(raw("%PDF-1.7\n%\u00e2\u00e3"), "the file is a PDF; take its text out"),
                arguments(raw("PK\u0003\u0004[Content_Types].xml"), "a Word file (DOCX); save its text"),
                arguments(raw("PK\u0003\u0004mimetypeapplication/vnd.oasis.opendocument.text"), "(ODT); save its text"),
                arguments(raw("PK\u0003\u0004letters/"), "a ZIP archive; unpack it"),
                arguments(raw("\u001f\u008b\b\0"), "compressed with gzip; unpack it"),
                arguments(raw("{\\rtf1\\ansi Note}"), "an RTF file; save its text"),
                arguments(raw("\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF"), "a JPEG image; transcribe"),
                arguments(raw("\u0089PNG\r\n"), "a PNG image; transcribe"),
                arguments(raw("II*\0\b\0\0\0"), "a TIFF image; transcribe"),
                arguments(
                        russian.getBytes(Charset.forName("windows-1251")), "Russian in WINDOWS-1251; save it as UTF-8"),
                arguments(russian.getBytes(Charset.forName("KOI8-R")), "Russian in KOI8-R; save it as UTF-8"),
                arguments(russian.getBytes(Charset.forName("IBM866")), "Russian in CP866; save it as UTF-8"),
                arguments(russian.getBytes(UTF_16), "text in UTF-16; save it as UTF-8"),
                arguments(russian.getBytes(UTF_16LE), "text in UTF-16; save it as UTF-8"),
                arguments("Top Secret. To Comrade M.".getBytes(UTF_16BE), "text in UTF-16; save it as UTF-8"),
                arguments(raw(""), "the file is empty; name a file"),
                arguments(raw(" \t\r\n\n "), "nothing but white space; name a file"),
                arguments(
                        raw("{ \"@context\": \"http://iiif.io/api/presentation/3/context.json\" }"),
                        "a IIIF manifest, which points to images; transcribe"),
                arguments(raw("[ {\"case\": 1} ]"), "JSON; name a TEI file"),
                arguments(
                        raw("<?xml version='1.0'?>\n<PcGts xmlns='http://schema.primaresearch.org'/>"),
                        "PAGE XML; take"),
                arguments(raw("<!-- <TEI> --><alto:alto xmlns:alto='http://a'/>"), "ALTO XML; take the text"),
                arguments(raw("<!DOCTYPE ead PUBLIC '+//ISBN' 'ead.dtd'>\n<ead/>"), "EAD, which describes holdings"),
                arguments(
                        raw("<mets:mets xmlns:mets='http://www.loc.gov/METS/'/>"), "METS, which points to other files"),
                arguments(raw("\u00ef\u00bb\u00bf<!doctype html>\n<HTML lang=ru><br>"), "HTML; save its text"));
    }

    @ParameterizedTest
    @MethodSource
    void a_file_of_another_format_is_refused_with_what_it_is_and_what_to_do(byte[] bytes, String told)
            throws IOException {
        Path file = Files.write(folder.resolve("paper.txt"), bytes);

        assertThatThrownBy(() -> SOURCE.read(file, document -> {}))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith(file + ": the file ")
                .hasMessageContaining(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[Stamp:] Special folder",
                "He speaks of <html> and of a {\"key\"}",
                "The café was closed",
                "Записка о {мерах}",
            })
    void a_paper_that_only_speaks_of_such_things_is_read(String text) throws IOException {
        List<ReadDocument> read = new ArrayList<>();
        SOURCE.read(Files.writeString(folder.resolve("paper.txt"), text), read::add);

        assertThat(read).hasSize(1);
    }

    @Test
    void old_macintosh_line_ends_change_nothing_of_what_is_read() throws IOException {
        String unix = Files.readString(Path.of("src/core/src/test/resources/reading/note-31M.txt"));
        List<ReadDocument> read = new ArrayList<>();
        for (String text : List.of(unix, unix.replace('\n', '\r'))) {
            SOURCE.read(Files.writeString(folder.resolve("note-31M.txt"), text), read::add);
        }

        assertThat(read.get(0).dossier().marks()).isNotEmpty();
        assertThat(CaseFile.write(read.get(1).dossier()))
                .isEqualTo(CaseFile.write(read.get(0).dossier()));
    }

    @Test
    void old_macintosh_line_ends_are_counted_as_lines() throws IOException {
        Path text = Files.writeString(folder.resolve("paper.txt"), "Secret\r\rTo M.\0\r");
        Path yaml = Files.writeString(folder.resolve("case.yaml"), "case: a\rtitle: b\rtitle: c\r");
        Path xml = Files.write(
                folder.resolve("made.xml"), raw("<TEI\rxmlns='http://www.tei-c.org/ns/1.0'>\r\n\r\u00e9 </TEI>"));

        assertThatThrownBy(() -> SOURCE.read(text, document -> {})).hasMessageStartingWith(text + ":3: ");
        assertThatThrownBy(() -> YamlFile.read(yaml)).hasMessageStartingWith(yaml + ":3: ");
        assertThatThrownBy(() -> SOURCE.read(xml, document -> {})).hasMessageStartingWith(xml + ":4: ");
        assertThatThrownBy(() -> YamlFile.of("a.yaml", raw("case: a\rtitle: ]\r")))
                .hasMessageStartingWith("a.yaml:2: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<text><div type='document' xml:id='d1'/></text>",
                "<text><div type='document' xml:id='d1'><head/></div></text>",
                "<text><div type='document' xml:id='d1'><head>7. \u00ad</head></div></text>",
                "<text><div type='document' xml:id='№ 1: a/b'><head>1. A Paper\u0085\u007f</head></div></text>",
                "<text><div type='document' xml:id=''><head>1. A Paper</head></div></text>",
                "<text><div type='document' xml:id='d1'><head>1. A Paper<note type='source' xml:id='a: b'>Source: , 1. Secret."
                        + " Received at 2 p.m.</note></head></div></text>",
                "<teiHeader><correspDesc key='::'><correspAction type='sent'><persName>A</persName></correspAction>"
                        + "</correspDesc></teiHeader>",
            })
    void what_is_written_of_odd_sources_can_be_read_again(String content) throws IOException {
        for (ReadDocument document : read(content)) {
            Path file = folder.resolve(document.dossier().id() + ".yaml");
            Files.writeString(file, CaseFile.write(document.dossier()));

            assertThat(CaseFile.read(file).marks())
                    .hasSameSizeAs(document.dossier().marks());
        }
    }

    private static byte[] raw(String bytes) {
        return bytes.getBytes(ISO_8859_1);
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
                "%PDF-1.7 and so on | a PDF",
                "PK\u0003\u0004word/document.xml | a packed file",
                "{\\rtf1 text} | RTF",
                "\u0089PNG and so on | a picture",
                "\u00ff\u00d8\u00ff\u00e0 JFIF | a picture",
                "\u00d0\u00cf\u0011\u00e0 | a document of Word before 2007",
                "{ \"@context\": \"http://iiif.io/api/presentation/3/context.json\" } | JSON",
                "<?xml version='1.0'?><!-- made --><PcGts xmlns='http://schema.primaresearch.org'/> | PAGE XML",
                "<alto xmlns='http://www.loc.gov/standards/alto/ns-v4#'/> | ALTO XML",
                "<?xml version='1.0'?> <ead xmlns='urn:isbn:1-931666-22-9'/> | an EAD finding aid",
                "<mets:mets xmlns:mets='http://www.loc.gov/METS/'/> | a METS file",
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
    @CsvSource({
        "UTF-16, text in UTF-16",
        "UTF-16LE, text in UTF-16",
        "windows-1251, it looks like WINDOWS-1251",
        "KOI8-R, it looks like KOI8-R"
    })
    void a_text_in_another_encoding_is_told_with_how_to_convert_it(String encoding, String told) throws IOException {
        String text = "В ЦК КПСС. Представляю проект указаний послу о положении в стране.";
        Path file = Files.write(folder.resolve("note.txt"), text.getBytes(encoding));

        assertThatThrownBy(() -> SOURCE.read(file, document -> {}))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(told)
                .hasMessageContaining(
                        "iconv -f " + encoding.replace("UTF-16LE", "UTF-16").toUpperCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest
    @CsvSource({"'', the file is empty", "' \n\t ', the file holds blanks only"})
    void a_file_without_text_is_refused(String content, String told) throws IOException {
        Path file = Files.writeString(folder.resolve("note.txt"), content);

        assertThatThrownBy(() -> SOURCE.read(file, document -> {})).hasMessageContaining(told);
    }

    @Test
    void lines_may_end_as_on_old_macintosh_computers() throws IOException {
        String unix = Files.readString(Path.of("src/core/src/test/resources/reading/note-31M.txt"));
        List<ReadDocument> read = new ArrayList<>();
        SOURCE.read(Files.writeString(folder.resolve("unix.txt"), unix), read::add);
        SOURCE.read(
                Files.writeString(
                        folder.resolve("mac.txt"), unix.replace("\r", "").replace('\n', '\r')),
                read::add);

        assertThat(read.get(1).dossier().marks())
                .isNotEmpty()
                .isEqualTo(read.get(0).dossier().marks());
    }
}
