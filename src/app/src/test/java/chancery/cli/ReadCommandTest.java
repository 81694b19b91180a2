package chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.casefile.CaseFile;
import chancery.casefile.Dossier;
import chancery.cli.shared.ExitCode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadCommandTest {
    private static final String VOLUME = "src/core/src/test/resources/reading/volume.xml";
    private static final String DOCUMENT = """
            <div type="document" xml:id="%s"><head>1. Telegram From the Embassy in Ruritania to the Department of State\
            <note type="source" xml:id="%sfn1">Source: Files, 1. Secret. Received at 2 p.m.</note></head>\
            <dateline>Rome, May 3, 1955.</dateline></div>
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void a_volume_becomes_case_files_that_have_paths() throws IOException {
        assertThat(run("read", VOLUME, "-o", cases())).isEqualTo(ExitCode.DONE);

        assertThat(written())
                .containsExactly(
                        "volume-d1.yaml", "volume-d2.yaml", "volume-d3.yaml", "volume-d5.yaml", "volume-d6.yaml");
        assertThat(out.toString()).contains("5 documents, 22 acts;").contains("1 editorial notes passed over");
        Dossier dossier = CaseFile.read(folder.resolve("cases/volume-d1.yaml"));
        assertThat(dossier.marks()).hasSize(11);
        assertThat(dossier.marks().get(1).place().written()).isEqualTo("d1fn1:95-121");
        out.getBuffer().setLength(0);
        assertThat(run("path", cases(), "--summary")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString())
                .startsWith("5 documents")
                .containsPattern("us-telegram-out +\\d")
                .contains("draft > clear > approve > sign > dispatch > repeat > pouch");
    }

    @Test
    void reading_the_same_again_changes_nothing_and_another_text_is_not_overwritten() throws IOException {
        run("read", VOLUME, "-o", cases());
        Path file = folder.resolve("cases/volume-d2.yaml");
        byte[] first = Files.readAllBytes(file);

        assertThat(run("read", VOLUME, "-o", cases())).isEqualTo(ExitCode.DONE);
        assertThat(file).hasBinaryContent(first);
        Files.writeString(file, "case: mine\n");
        assertThat(run("read", VOLUME, "-o", cases())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains(file + ": the file exists already and differs");
        assertThat(file).hasContent("case: mine");
    }

    @Test
    void json_has_the_form_of_its_schema() throws IOException {
        assertThat(run("read", VOLUME, "--json")).isEqualTo(ExitCode.DONE);
        lines().forEach(line -> assertThat(faults("read", line)).isEmpty());
        assertThat(lines()).hasSize(5);
        out.getBuffer().setLength(0);

        assertThat(run("read", VOLUME, "--json", "--acts")).isEqualTo(ExitCode.DONE);
        lines().forEach(line -> assertThat(faults("acts", line)).isEmpty());
        assertThat(lines().get(1)).contains("\"act\":\"receive\",\"by\":[\"Department of State\"]");
        out.getBuffer().setLength(0);
        run("path", "su-1955-83M", "us-1955-v02-012", "--summary", "--json");
        assertThat(faults("path-summary", out.toString())).isEmpty();
    }

    @Test
    void a_transcription_is_read_too() {
        assertThat(run("read", "src/core/src/test/resources/reading/note-31M.txt", "--json"))
                .isEqualTo(ExitCode.DONE);

        assertThat(faults("read", out.toString())).isEmpty();
    }

    @Test
    void on_annotated_papers_precision_and_recall_are_told_by_kind() {
        String gold = "src/core/src/test/resources/gold/transcriptions";
        assertThat(run("read", gold + "/41-note-to-the-cc.txt", "-o", cases(), "--gold", gold))
                .isEqualTo(ExitCode.DONE);

        assertThat(out.toString())
                .contains("Measured on 1 annotated paper:")
                .containsPattern("kind +annotated +read +recall +precision")
                .containsPattern("all marks +\\d+ +\\d+ +[01]\\.\\d{3} +[01]\\.\\d{3}");
        assertThat(run("read", gold + "/41-note-to-the-cc.txt", "-o", cases(), "--gold", "nowhere"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("nowhere: there is no such folder");
    }

    @Test
    void corrections_replace_what_was_only_read_and_those_of_another_case_are_said_to_be_unused() throws IOException {
        Path paper = Files.writeString(folder.resolve("note.txt"), "SECRET\n\nWe request approval.\n");
        Path said = Files.writeString(folder.resolve("note.corrections.json"), """
                {"case": "note", "by": "A. Leser",
                 "marks": [{"verdict": "add", "place": "0-6", "text": "SECRET", "kind": "stamp"}]}""");
        Path other =
                Files.writeString(folder.resolve("other.corrections.json"), "{\"case\": \"other\", \"by\": \"B\"}");
        run("read", paper.toString(), "-o", cases());

        assertThat(run(
                        "read",
                        paper.toString(),
                        "-o",
                        cases(),
                        "--corrections",
                        said.toString(),
                        "--corrections",
                        other.toString()))
                .isEqualTo(ExitCode.DONE);
        assertThat(CaseFile.read(folder.resolve("cases/note.yaml")).marks())
                .anyMatch(mark -> "A. Leser".equals(mark.preferred().holder()));
        assertThat(err.toString()).contains(other + ": not used, since no document of case other was read");

        Files.writeString(said, Files.readString(said).replace("SECRET", "SACRED"));
        assertThat(run("read", paper.toString(), "-o", cases(), "--corrections", said.toString()))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString())
                .contains(said + ":2: at 0-6 stands \"SECRET\", not \"SACRED\"; the corrections are of");
    }

    @Test
    void one_document_without_an_id_is_left_out_and_the_rest_of_the_volume_is_read() throws IOException {
        String volume = Files.readString(Path.of(VOLUME));
        Path file = Files.writeString(
                folder.resolve("volume.xml"),
                volume.replaceFirst("<div type=\"document\"", "<div type=\"document\"/>\n<div type=\"document\""));

        assertThat(run("read", file.toString(), "--json")).isEqualTo(ExitCode.BAD_INPUT);
        long documents = out.toString().lines().count();
        String told = err.toString();
        assertThat(run("read", VOLUME, "--json")).isEqualTo(ExitCode.DONE);

        assertThat(out.toString().lines().count()).isEqualTo(2 * documents);
        assertThat(told).startsWith("Left out: " + file + ":").contains("has no xml:id; give it one");
    }

    @Test
    void one_bad_file_of_several_is_left_out_and_the_rest_is_read() throws IOException {
        Path pdf = Files.writeString(folder.resolve("scan.pdf"), "%PDF-1.4");
        Path torn = Files.writeString(
                folder.resolve("torn.xml"), Files.readString(Path.of(VOLUME)).replace("</TEI>", ""));
        Path cases = folder.resolve("cases");

        assertThat(run(
                        "read",
                        pdf.toString(),
                        torn.toString(),
                        "src/core/src/test/resources/reading/note-31M.txt",
                        "-o",
                        cases.toString()))
                .isEqualTo(ExitCode.BAD_INPUT);

        assertThat(err.toString().lines().toList())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("Left out: " + pdf + ": the PDF is damaged ("))
                .anyMatch(line -> line.startsWith("Left out: " + torn + ":"));
        assertThat(cases.resolve("note-31M.yaml")).exists();
        assertThat(cases.toFile().list()).hasSizeGreaterThan(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<TEI><text/> | 1: the root element is \"TEI\" without namespace; expected TEI of",
                "<TEI xmlns='http://www.tei-c.org/ns/1.0'>~<text></TEI> | 2: this cannot be read as XML:",
                "<!DOCTYPE TEI SYSTEM 'http://localhost:1/tei.dtd'>~<TEI xmlns='http://www.tei-c.org/ns/1.0'/>"
                        + " | 1: the file has a document type declaration",
                "<!DOCTYPE TEI [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>~<TEI xmlns='http://www.tei-c.org/ns/1.0'>&b;</TEI>"
                        + " | 1: the file has a document type declaration",
                "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text>&b;</text></TEI> | 1: this cannot be read as XML:",
                "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text/></TEI> | the file holds neither a document",
            })
    void what_is_no_volume_is_refused_with_its_line_and_nothing_fetched(String xml, String because) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.xml"), xml.replace('~', '\n'));

        assertThat(run("read", file.toString(), "--json")).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(err.toString()).startsWith(file + ":").contains(because);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void two_documents_with_one_id_are_refused_naming_both_lines_and_the_first_is_kept() throws IOException {
        Path file = volume(DOCUMENT.formatted("d1", "d1") + DOCUMENT.formatted("d1", "d1"));

        assertThat(run("read", file.toString(), "-o", cases())).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(err.toString()).contains("document \"d1\" stands on line 2 and again on line 3");
        assertThat(written()).containsExactly("made-d1.yaml");
        assertThat(CaseFile.read(folder.resolve("cases/made-d1.yaml")).marks()).hasSize(3);
    }

    @Test
    void what_stands_before_a_break_in_the_file_is_written_whole() throws IOException {
        Path file = volume(DOCUMENT.formatted("d1", "d1") + "<div type='document' xml:id='d2'><head>2. Tele");

        assertThat(run("read", file.toString(), "-o", cases())).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(written()).containsExactly("made-d1.yaml");
        assertThat(CaseFile.read(folder.resolve("cases/made-d1.yaml")).marks()).hasSize(3);
        assertThat(out.toString()).contains("1 document, 2 acts");
    }

    @Test
    void a_wrong_encoding_is_refused() throws IOException {
        Path file = Files.write(
                folder.resolve("latin.xml"),
                ("<TEI xmlns='http://www.tei-c.org/ns/1.0'>\n<text>" + DOCUMENT.formatted("d1", "d1")
                                + "é</text></TEI>")
                        .getBytes(StandardCharsets.ISO_8859_1));

        assertThat(run("read", file.toString(), "--json")).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(err.toString()).startsWith(file + ":3: the file is not UTF-8 from this line on");
    }

    @Test
    void elements_deeper_than_any_edition_needs_are_refused() throws IOException {
        Path file = volume("<p>".repeat(10_000));

        assertThat(run("read", file.toString(), "--json")).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(err.toString()).startsWith(file + ":2:").contains("Depth limit (200)");
    }

    @Test
    void a_document_without_any_mark_is_read_and_says_so() throws IOException {
        Path file = volume("<div type='document' xml:id='d1'><head>1. A Paper</head></div>");

        assertThat(run("read", file.toString(), "-o", cases())).isEqualTo(ExitCode.DONE);

        assertThat(out.toString())
                .containsPattern("made-d1 +paper +0 +0 +0")
                .contains("no sentence names an act; in 1 of them no mark was found");
    }

    @Test
    void two_letters_of_one_key_are_both_read() throws IOException {
        String letter =
                "<correspDesc key='7'><correspAction type='sent'><persName>Adams</persName></correspAction></correspDesc>\n";
        Path file = Files.writeString(
                folder.resolve("index.xml"),
                "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader>\n" + letter + letter + "</teiHeader></TEI>");

        assertThat(run("read", file.toString(), "-o", cases())).isEqualTo(ExitCode.DONE);

        assertThat(written()).containsExactly("index-7-2.yaml", "index-7.yaml");
    }

    @Test
    void a_review_page_shows_what_was_set_aside_and_why() throws IOException {
        assertThat(run("read", VOLUME, "--review", "-o", cases())).isEqualTo(ExitCode.DONE);

        assertThat(Files.readString(folder.resolve("cases/volume-d3.html")))
                .contains("Set aside (1)", "a similar letter was sent to Lake", "speaks of another paper");
    }

    @Test
    void a_folder_is_refused_with_a_word_on_what_to_name() {
        assertThat(run("read", folder.toString(), "-o", cases())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains(folder + ": this is a folder; name its files");
    }

    @Test
    void one_line_without_end_and_ten_thousand_lines_are_read() throws IOException {
        Path line =
                Files.writeString(folder.resolve("line.txt"), "The paper lay on the table of a room. ".repeat(8_000));
        Path lines = Files.writeString(
                folder.resolve("lines.txt"), "No. 7/B\nSigned J. Smith\nReceived 3 March 1951\n".repeat(3_400));

        assertThat(run("read", line.toString(), lines.toString(), "-o", cases()))
                .isEqualTo(ExitCode.DONE);
        assertThat(written()).containsExactly("line.yaml", "lines.yaml");
    }

    @Test
    void acts_without_json_and_a_missing_file_are_refused() {
        assertThat(run("read", VOLUME, "--acts")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("add \"--json\"");
        assertThat(run("read", "nowhere.xml", "--json")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("nowhere.xml: there is no such file");
    }

    private Path volume(String documents) throws IOException {
        return Files.writeString(
                folder.resolve("made.xml"),
                "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body>\n" + documents + "</body></text></TEI>");
    }

    private String cases() {
        return folder.resolve("cases").toString();
    }

    private List<String> written() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cases"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }

    private static List<String> faults(String schema, String json) {
        try (InputStream in = ReadCommandTest.class.getResourceAsStream("/schema/" + schema + ".schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in)
                    .validate(json, InputFormat.JSON)
                    .stream()
                    .map(Object::toString)
                    .toList();
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private int run(String... args) {
        return Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
