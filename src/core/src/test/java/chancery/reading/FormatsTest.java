package chancery.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import chancery.casefile.CaseFile;
import chancery.casefile.Dossier;
import chancery.casefile.InvalidInput;
import chancery.document.Mark;
import chancery.document.MarkKind;
import chancery.document.Place;
import chancery.office.Act;
import chancery.procedure.Holdings;
import chancery.reading.form.MarksFile;
import chancery.reading.found.ReadDocument;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Papers in the formats that people have. The letter was written in LibreOffice 7.4 and saved as DOCX, ODT and PDF, and a
 * picture of it recognised by Tesseract 5.3 as ALTO; the pages in PAGE XML are built as Transkribus and eScriptorium
 * export them.
 */
class FormatsTest {
    private static final Path MADE = Path.of("src/core/src/test/resources/reading/formats");
    private static final ReadSource SOURCE = new ReadSource(
            Holdings.in(Path.of("bpmn"), Path.of("processes")).wordings().stream()
                    .map(MarksFile::parse)
                    .toList(),
            true);

    @TempDir
    private Path folder;

    private final List<RuntimeException> leftOut = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"letter.docx", "letter.odt", "letter.pdf", "letter.alto.xml"})
    void a_letter_is_read_the_same_in_whatever_format_it_lies(String name) {
        ReadDocument letter = only(MADE.resolve(name));

        assertThat(letter.dossier().marks().stream()
                        .map(mark -> mark.kind() + " " + mark.reading().replaceAll("\\s+", " ")))
                .contains(
                        "COPY_NUMBER Copy No. 3",
                        "CLASSIFICATION SECRET",
                        "HEADING To the Ministry of Fisheries",
                        "SIGNATURE (Signed) P. R. Hallam",
                        "DISTRIBUTION_LIST Copies to: Admiralty; Board of Trade");
    }

    @Test
    void marks_of_a_pdf_and_of_recognised_pages_lie_on_their_page() {
        assertThat(place(only(MADE.resolve("letter.pdf")), MarkKind.SIGNATURE))
                .isEqualTo("page-1:403-424@56,311,106,8");
        assertThat(place(only(MADE.resolve("letter.alto.xml")), MarkKind.SIGNATURE))
                .startsWith("scan-1.png:")
                .endsWith("@159,863,293,30");
    }

    @Test
    void regions_of_a_page_are_its_zones_in_reading_order() throws IOException {
        ReadDocument page = only(MADE.resolve("letter.page.xml"));

        assertThat(page.zones())
                .filteredOn(zone -> zone.because().equals("the source says so"))
                .extracting(zone -> zone.kind())
                .containsExactly("letterhead", "signature", "note");
        assertThat(page.passages().get(0).element()).isEqualTo("0001_HB_14.jpg");
        assertThat(page.passages().get(0).text())
                .startsWith("HARBOUR BOARD\n\nThe buoys")
                .contains("W. Ormsby\n")
                .doesNotContain("0rmsby", "not read twice");
        assertThat(place(page, MarkKind.SIGNATURE)).endsWith("@1000,1200,500,60");
        assertThat(written(page).marks())
                .extracting(Mark::place)
                .isEqualTo(page.dossier().marks().stream().map(Mark::place).toList());
    }

    @Test
    void a_mets_file_says_in_which_order_its_pages_stand() {
        ReadDocument paper = only(MADE.resolve("mets/mets.xml"));

        assertThat(paper.passages())
                .extracting(passage -> passage.element())
                .containsExactly("0002.png", "0001_HB_14.jpg");
        assertThat(paper.dossier().marks().get(0).kind()).isEqualTo(MarkKind.RECEIPT_STAMP);
        assertThat(paper.dossier().marks().get(0).dated()).contains("1932-03-15");
    }

    @Test
    void each_folder_of_an_archive_is_a_paper_and_a_broken_page_is_left_out() throws IOException {
        String page = Files.readString(MADE.resolve("letter.page.xml"));
        Path zip = zip(Map.of(
                "export/buoys/page/0001.xml",
                page,
                "export/buoys/page/0002.xml",
                page.substring(0, 2_500),
                "export/buoys/page/0003.xml",
                page.replace("0001_HB", "0003_HB"),
                "export/bells/page/0001.xml",
                page,
                "export/log.txt",
                "nothing"));

        List<ReadDocument> papers = read(zip);

        assertThat(papers).extracting(ReadDocument::id).containsExactly("made-bells", "made-buoys");
        assertThat(papers.get(1).passages())
                .extracting(passage -> passage.element())
                .containsExactly("0001_HB_14.jpg", "0003_HB_14.jpg");
        assertThat(leftOut)
                .singleElement()
                .satisfies(because -> assertThat(because)
                        .hasMessageStartingWith(zip + "!export/buoys/page/0002.xml:")
                        .hasMessageContaining("cannot be read as XML"));
    }

    @Test
    void annotations_of_a_manifest_are_its_text() {
        ReadDocument third = only(MADE.resolve("manifest3.json"));
        ReadDocument second = only(MADE.resolve("manifest2.json"));

        assertThat(place(third, MarkKind.CLASSIFICATION)).isEqualTo("p1:0-6@700,90,200,40");
        assertThat(third.passages().get(0).text())
                .isEqualTo("SECRET\nThe buoys of the entrance have been laid anew & burn.\nW. Ormsby\nHarbour Master");
        assertThat(third.remarks()).containsExactly("1 lists of annotations lie elsewhere and were not read");
        assertThat(place(second, MarkKind.CLASSIFICATION)).isEqualTo("p1:0-10@10,20,300,40");
    }

    @Test
    void a_finding_aid_lists_documents_by_reference_and_title() throws IOException {
        List<ReadDocument> items = read(MADE.resolve("list.ead.xml"));

        assertThat(items)
                .extracting(
                        item -> item.dossier().id().value(),
                        item -> item.dossier().title(),
                        item -> item.archivalReference())
                .containsExactly(
                        tuple("list.ead-HB-1-14", "Report of the harbour master on buoys, 14 March 1932", "HB 1/14"),
                        tuple("list.ead-HB-1-15", "Letter on a bell", "HB 1/15"),
                        tuple("list.ead-item-3", "A chart without number", null));
        assertThat(items.get(0)
                        .dossier()
                        .documents()
                        .get(0)
                        .witness()
                        .reference()
                        .cited())
                .isEqualTo("Archive of the Harbour Board, reference HB 1/14");
        assertThat(written(items.get(0)).title()).startsWith("Report of the harbour master");
    }

    @Test
    void elements_of_a_plain_edition_are_zones() {
        ReadDocument letter = only(MADE.resolve("plain.tei.xml"));

        assertThat(letter.dossier().marks())
                .extracting(mark -> mark.preferred()
                        .attests()
                        .map(attested -> attested.act())
                        .orElse(null))
                .contains(Act.RECEIVE, Act.SIGN);
        assertThat(letter.passages().stream().map(passage -> passage.text()).collect(Collectors.joining()))
                .contains("layd anew, and")
                .doesNotContain("In the spring");
        assertThat(letter.zones()).extracting(zone -> zone.kind()).contains("stamp", "dateline", "salutation", "note");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-16, UTF-16",
        "UTF-16LE, UTF-16LE",
        "windows-1251, windows-1251",
        "KOI8-R, KOI8-R",
        "GB18030, GB18030"
    })
    void a_text_is_read_in_the_encoding_that_its_bytes_show(String encoding, String told) throws IOException {
        String text = encoding.startsWith("GB")
                ? "外交部致駐英國公使電。此件已於三月十四日收到,即請查照辦理。\n".repeat(3)
                : "Секретно\n\nВ ЦК КПСС\n\nПредставляю проект указаний послу о положении в стране.\n\nА. Громов\n";

        ReadDocument read = only(Files.write(folder.resolve("note.txt"), text.getBytes(Charset.forName(encoding))));

        assertThat(read.passages().get(0).text()).isEqualTo(text);
        assertThat(read.remarks()).containsExactly("read as " + told + ", since its bytes look so");
        assertThat(read.dossier().documents().get(0).witness().description())
                .endsWith(read.remarks().get(0));
    }

    // ---- bad input

    @Test
    void a_pdf_without_text_or_with_a_password_or_damaged_is_refused() throws IOException {
        Path empty = folder.resolve("pictures.pdf");
        Path locked = folder.resolve("locked.pdf");
        try (PDDocument pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.save(empty.toFile());
            pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            pdf.save(locked.toFile());
        }
        Path damaged = Files.writeString(folder.resolve("damaged.pdf"), "%PDF-1.7\nand nothing more");

        refused(empty, "needs text recognition first", "Transkribus and eScriptorium write PAGE or ALTO XML");
        refused(locked, "the PDF is encrypted", "save it without a password");
        refused(damaged, "the PDF is damaged", "print or save it anew");
    }

    @Test
    void an_archive_of_too_many_or_too_large_files_is_refused() throws IOException {
        Path many = folder.resolve("many.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(many))) {
            for (int at = 0; at <= 10_000; at++) {
                zip.putNextEntry(new ZipEntry("page/" + at + ".xml"));
            }
        }
        Path bomb = folder.resolve("bomb.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry("page/1.xml"));
            zip.write("<PcGts><Page>".getBytes(StandardCharsets.UTF_8));
            blanks(zip, 60_000_000);
        }

        refused(many, "the archive holds 10001 files, more than 10000", "split it");
        assertThatThrownBy(() -> read(bomb)).isInstanceOf(InvalidInput.class);
        assertThat(leftOut)
                .singleElement()
                .satisfies(because ->
                        assertThat(because).hasMessageContaining("\"page/1.xml\" unpacks to more than 50000000 bytes"));
    }

    private static void blanks(OutputStream out, int count) throws IOException {
        byte[] some = " ".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < count; at += some.length) {
            out.write(some);
        }
    }

    @Test
    void a_mets_file_leads_nowhere_outside_of_its_folder() throws IOException {
        String mets = Files.readString(MADE.resolve("mets/mets.xml")).replace("page/0002.xml", "../../letter.page.xml");
        Path file = Files.writeString(folder.resolve("mets.xml"), mets);

        assertThatThrownBy(() -> read(file)).hasMessageContaining("needs text recognition first");
        assertThat(leftOut.get(0)).hasMessageContaining("\"../../letter.page.xml\" lies outside of the folder");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\": \"Manifest\", \"items\": [] } | the JSON holds no canvas",
                "{\"type\": \"Manifest\", \"items\": [ | this is no JSON",
                "<mets xmlns='http://www.loc.gov/METS/'/> | needs text recognition first",
                "<alto xmlns='http://www.loc.gov/standards/alto/ns-v4#'/> | needs text recognition first",
                "<PcGts><Page> | this cannot be read as XML",
                "<ead xmlns='urn:isbn:1-931666-22-9'/> | the finding aid lists no component",
                "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text/></TEI> | neither a document",
            })
    void a_file_that_gives_no_text_is_refused(String content, String told) throws IOException {
        refused(Files.writeString(folder.resolve("note"), content), told, "");
    }

    @Test
    void a_damaged_office_document_is_refused() throws IOException {
        Path file = zip(Map.of("word/document.xml", "<w:document>", "[Content_Types].xml", "<Types/>"));

        refused(file, "the document is damaged or encrypted", "save it anew without a password");
        refused(zip(Map.of("notes.txt", "nothing")), "no page with text in PAGE or ALTO XML", "unpack it");
    }

    private void refused(Path file, String found, String todo) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(found)
                .hasMessageContaining(todo);
    }

    private Path zip(Map<String, String> entries) throws IOException {
        Path file = folder.resolve("made.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private List<ReadDocument> read(Path file) {
        List<ReadDocument> read = new ArrayList<>();
        SOURCE.read(file, read::add, leftOut::add);
        return read;
    }

    private ReadDocument only(Path file) {
        List<ReadDocument> read = read(file);
        assertThat(read).hasSize(1);
        return read.get(0);
    }

    private Dossier written(ReadDocument document) throws IOException {
        return CaseFile.read(Files.writeString(folder.resolve("case.yaml"), CaseFile.write(document.dossier())));
    }

    private static String place(ReadDocument document, MarkKind kind) {
        return document.dossier().marks().stream()
                .filter(mark -> mark.kind() == kind)
                .map(Mark::place)
                .map(Place::written)
                .findFirst()
                .orElse("none");
    }
}
