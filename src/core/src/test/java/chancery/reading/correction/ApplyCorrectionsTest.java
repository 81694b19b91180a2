package chancery.reading.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import chancery.casefile.CaseFile;
import chancery.casefile.CaseId;
import chancery.casefile.InvalidInput;
import chancery.document.Certainty;
import chancery.document.Mark;
import chancery.document.MarkId;
import chancery.document.MarkKind;
import chancery.document.Place;
import chancery.office.Act;
import chancery.procedure.Holdings;
import chancery.reading.ReadSource;
import chancery.reading.form.MarksFile;
import chancery.reading.found.ReadDocument;
import chancery.reading.found.ReadZone;
import chancery.reading.zone.ZoneKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What corrections make of a case, and which are refused. */
class ApplyCorrectionsTest {
    private static final String NOTE = """
            SECRET

            MINISTRY OF FOREIGN AFFAIRS
            No. 612/dv
            14 March 1958

            CC CPSU

            We request approval.

            /P. Orlov/

            Burnt on 19 March 1958 by Rogov
            """;
    private static final String PAGES = "src/core/src/test/resources/reading";

    private static List<MarksFile> marks;

    @TempDir
    private Path folder;

    @BeforeAll
    static void words() {
        marks = Holdings.in(Path.of("bpmn"), Path.of("processes")).wordings().stream()
                .map(MarksFile::parse)
                .toList();
    }

    @Test
    void a_corrected_mark_says_who_corrected_it_when_and_why_and_keeps_what_was_read() throws IOException {
        ReadDocument now = corrected("""
                {"verdict": "correct", "mark": "signature", "text": "/P. Orlov/", "kind": "initials",
                 "attests": "initial", "agents": ["Orlov"], "certainty": "probable", "because": "it is short", "keep": true}""");
        Mark mark = mark(now, "signature");

        assertThat(mark.kind()).isEqualTo(MarkKind.INITIALS);
        assertThat(mark.preferred().holder()).isEqualTo("A. Leser");
        assertThat(mark.preferred().because()).isEqualTo("corrected on 2026-03-14: it is short");
        assertThat(mark.preferred().certainty()).isEqualTo(Certainty.PROBABLE);
        assertThat(mark.readings()).hasSize(2);
        assertThat(mark.readings().get(1).holder()).isEqualTo("the reader");
        assertThat(mark.readings().get(1).because()).contains("taken for: signature");
        assertThat(mark.readings().get(1).attests().orElseThrow().act()).isEqualTo(Act.SIGN);
        assertThat(now.acts()).anyMatch(act -> act.act() == Act.INITIAL).noneMatch(act -> act.act() == Act.SIGN);
        Path written = Files.writeString(folder.resolve("note.yaml"), CaseFile.write(now.dossier()));
        assertThat(CaseFile.read(written).mark(mark.id()).orElseThrow().readings())
                .isEqualTo(mark.readings());
    }

    @Test
    void one_correction_without_a_competing_reading_still_says_who_holds_it() throws IOException {
        ReadDocument now = corrected("""
                {"verdict": "accept", "mark": "signature", "text": "/P. Orlov/"}""");
        Path written = Files.writeString(folder.resolve("note.yaml"), CaseFile.write(now.dossier()));

        assertThat(CaseFile.read(written)
                        .mark(mark(now, "signature").id())
                        .orElseThrow()
                        .preferred()
                        .holder())
                .isEqualTo("A. Leser");
    }

    @Test
    void a_rejected_mark_is_gone_and_an_added_one_stands_in_its_place_in_the_text() throws IOException {
        int from = NOTE.indexOf("14 March");
        ReadDocument now = corrected("""
                {"verdict": "reject", "mark": "signature", "text": "/P. Orlov/"},
                {"verdict": "add", "place": "%d-%d", "text": "14 March 1958", "kind": "heading"}""".formatted(from, from + 13));

        assertThat(now.dossier().marks()).noneMatch(mark -> mark.kind() == MarkKind.SIGNATURE);
        List<Integer> begins =
                now.dossier().marks().stream().map(mark -> mark.place().from()).toList();
        assertThat(begins).isSorted().contains(from);
    }

    @Test
    void a_corrected_zone_is_read_anew() throws IOException {
        int from = NOTE.indexOf("CC CPSU");
        String zone = """
                {"places": ["%d-%d"], "text": "CC CPSU", "kind": "other"}""".formatted(from, from + 7);
        Corrections corrections = corrections("", zone);
        ReadDocument read = read(corrections.zoneKinds());
        ReadDocument now = ApplyCorrections.ofZones(read, corrections);

        assertThat(read(Map.of()).dossier().marks())
                .anyMatch(mark -> mark.reading().equals("CC CPSU"));
        assertThat(now.dossier().marks()).noneMatch(mark -> mark.reading().equals("CC CPSU"));
        assertThat(now.zones())
                .filteredOn(each -> each.places().get(0).from() == from)
                .extracting(ReadZone::kind, ReadZone::because)
                .containsExactly(tuple("other", "corrected by A. Leser on 2026-03-14"));
    }

    @Test
    void marks_on_pages_are_corrected_where_they_stand_on_their_page() throws IOException {
        List<ReadDocument> read = new ArrayList<>();
        Path page;
        try (var files = Files.walk(Path.of(PAGES))) {
            page = files.filter(file -> file.toString().endsWith(".xml"))
                    .filter(ApplyCorrectionsTest::isPage)
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
        new ReadSource(marks, true).read(page, read::add);
        ReadDocument document = read.get(0);
        Mark mark = document.dossier().marks().get(0);
        assertThat(mark.place().element()).isNotNull();
        Corrections corrections = read(
                document.dossier().id().value(),
                """
                {"verdict": "correct", "mark": "%s", "place": "%s", "text": "%s", "kind": "annotation"}""".formatted(mark.id(), mark.place().written(), mark.reading()),
                "");

        Mark now = ApplyCorrections.to(document, corrections).dossier().marks().get(0);
        assertThat(now.kind()).isEqualTo(MarkKind.ANNOTATION);
        assertThat(now.place()).isEqualTo(mark.place());
    }

    private static boolean isPage(Path file) {
        try {
            return Files.readString(file).contains("<PcGts");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"verdict\": \"accept\", \"mark\": \"signatur\", \"text\": \"x\"} | the case has no mark \"signatur\"; did you mean \"signature\"?",
                "{\"verdict\": \"accept\", \"mark\": \"signature\", \"text\": \"/X/\"} | mark \"signature\" reads \"/P. Orlov/\", not \"/X/\"",
                "{\"verdict\": \"add\", \"place\": \"0-6\", \"text\": \"PUBLIC\", \"kind\": \"stamp\"} | at 0-6 stands \"SECRET\", not \"PUBLIC\"",
                "{\"verdict\": \"add\", \"place\": \"0-6\", \"text\": \"SECRET\", \"kind\": \"stamp\", \"on\": \"annex\"} | \"on\" names document \"annex\"",
                "{\"verdict\": \"add\", \"place\": \"0-6\", \"text\": \"SECRET\", \"kind\": \"stamp\", \"attests\": \"sing\"} | \"attests\" is \"sing\"; expected one of",
                "{\"verdict\": \"add\", \"place\": \"0-6\", \"text\": \"SECRET\", \"kind\": \"smear\"} | \"kind\" is \"smear\"",
                "{\"verdict\": \"add\", \"place\": \"0-6\", \"text\": \"SECRET\", \"kind\": \"stamp\", \"agents\": [\"X\"]} | \"agents\" stands without \"attests\"",
                "{\"verdict\": \"add\", \"place\": \"0-6\", \"text\": \"SECRET\", \"kind\": \"stamp\", \"certainty\": \"possible\"} | is given without a reason",
                "{\"verdict\": \"add\", \"text\": \"SECRET\", \"kind\": \"stamp\"} | \"place\" is missing",
                "{\"verdict\": \"change\", \"mark\": \"signature\", \"text\": \"x\"} | \"verdict\" is \"change\"",
                "{\"verdict\": \"accept\", \"mark\": \"signature\", \"text\": \"/P. Orlov/\", \"colour\": \"red\"} | unknown key \"colour\"",
            })
    void what_does_not_fit_is_refused_with_its_line(String mark, String complaint) throws IOException {
        assertThatThrownBy(() -> corrected(mark))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(complaint)
                .hasMessageContaining("note.corrections.json:3: ");
    }

    @Test
    void two_files_of_one_case_are_refused() throws IOException {
        corrections("", "");
        Files.copy(folder.resolve("note.corrections.json"), folder.resolve("again.corrections.json"));

        assertThatThrownBy(() -> CorrectionsFile.in(List.of(folder)))
                .hasMessageContaining("the case \"note\" is corrected in")
                .hasMessageContaining("keep the later one");
    }

    private ReadDocument corrected(String mark) throws IOException {
        return ApplyCorrections.to(read(Map.of()), corrections(mark, ""));
    }

    private ReadDocument read(Map<Place, ZoneKind> zones) throws IOException {
        List<ReadDocument> read = new ArrayList<>();
        new ReadSource(marks, true, id -> zones).read(Files.writeString(folder.resolve("note.txt"), NOTE), read::add);
        assertThat(read.get(0).dossier().id()).isEqualTo(new CaseId("note"));
        return read.get(0);
    }

    private Corrections corrections(String marks, String zones) throws IOException {
        return read("note", marks, zones);
    }

    private Corrections read(String id, String marks, String zones) throws IOException {
        String json = """
                {"case": "%s", "by": "A. Leser", "on": "2026-03-14",
                 "marks": [
                %s], "zones": [%s]}
                """.formatted(id, marks, zones);
        return CorrectionsFile.read(Files.writeString(folder.resolve("note.corrections.json"), json));
    }

    private static Mark mark(ReadDocument document, String id) {
        return document.dossier().mark(new MarkId(id)).orElseThrow();
    }
}
