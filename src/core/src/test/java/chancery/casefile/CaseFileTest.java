package chancery.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chancery.document.date.HistoricalDate;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad case files are refused with file, line, what was found and what was expected. */
class CaseFileTest {
    private static final String GOOD = """
            case: good
            title: A small case
            procedure: soviet-cc
            documents:
              - id: note
                form: Note
                title: The note
            marks:
              - id: signature
                on: note
                kind: signature
                reading: V. Molotov
                date: 1955-01-17
                attests: sign
              - id: number
                on: note
                kind: registry-number
                reading: 83/M
                attests: register
                direction: outgoing
                number: 83/M
            expect:
              - steps: {Task_SignNote: evidenced}
            """;

    @TempDir
    private Path folder;

    @Test
    void a_good_case_file_is_read() throws IOException {
        Dossier dossier = CaseFile.read(file(GOOD));
        assertThat(dossier.marks()).hasSize(2);
        assertThat(dossier.hash()).isEqualTo(YamlFile.sha256(GOOD.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest(name = "{0} instead of {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "form: Nota | form: Note | 6 | \"form\" is \"Nota\"; did you mean \"Note\"? Known here: Note, Memorandum",
                "attests: signd | attests: sign | 14 | \"attests\" is \"signd\"; did you mean \"sign\"?",
                "attests: blow | attests: sign | 14 | \"attests\" is \"blow\"; expected one of: assign, request",
                "on: nota | on: note | 10 | \"on\" names document \"nota\", which the case does not have; did you mean \"note\"?",
                "date: 1955-02-30 | date: 1955-01-17 | 13 | \"date\" of \"signature\": \"1955-02-30\" is no day of the calendar",
                "date: 17.1.1955 | date: 1955-01-17 | 13 | \"date\" of \"signature\": \"17.1.1955\" is not an EDTF date; write for example",
                "kind: smear | kind: signature | 11 | \"kind\" is \"smear\"; expected one of: stamp, registry-number",
                "direction: sideways | direction: outgoing | 20 | \"direction\" is \"sideways\"; expected one of: incoming",
                "case: -good | case: good | 1 | \"case\": \"-good\" is no case id: up to 100 letters",
                "titel: A small case | title: A small case | 1 | \"title\" is missing; every entry of this kind has one.",
                "reading: [V., Molotov] | reading: V. Molotov | 12 | \"reading\" is a list; write a single text.",
                "colour: red | date: 1955-01-17 | 13 | unknown key \"colour\"; expected one of: about, after, agents",
                "before: gone | date: 1955-01-17 | 9 | mark \"signature\" is dated by mark \"gone\", which the case does not have; name a mark of this case.",
                "certainty: probable | date: 1955-01-17 | 13 | certainty \"probable\" is given without a reason; say why under \"because\".",
                "copies: {number: many} | date: 1955-01-17 | 13 | \"number\": \"many\" is not a whole number",
            })
    void a_wrong_word_is_refused(String wrong, String right, int line, String message) throws IOException {
        refused(file(GOOD.replaceFirst(right, wrong)), line, message);
    }

    @Test
    void broken_yaml_is_refused() throws IOException {
        refused(
                file(GOOD.replace("title: A small case", "title: \"A small case")),
                2,
                "this is not YAML: while scanning a quoted scalar, found unexpected end of stream; "
                        + "check indentation and quotes.");
        refused(
                file(GOOD.replace("  - id: note", "\t- id: note")),
                5,
                "this is not YAML: ",
                "check indentation and quotes.");
    }

    @Test
    void an_id_that_stands_twice_is_refused() throws IOException {
        refused(
                file(GOOD.replace("- id: number", "- id: signature")),
                15,
                "mark \"signature\" stands here twice; give each its own id.");
        refused(
                file(GOOD.replace("marks:", "  - {id: note, form: Note, title: Again}\nmarks:")),
                8,
                "document \"note\" stands here twice; give each its own id.");
    }

    @Test
    void a_key_that_stands_twice_is_refused() throws IOException {
        refused(
                file(GOOD.replace("    date: 1955-01-17", "    kind: visa")),
                13,
                "\"kind\" stands here twice; keep one of the two.");
    }

    @Test
    void marks_before_and_after_each_other_in_a_circle_are_refused() throws IOException {
        refused(
                file(GOOD.replace("attests: sign", "before: number")
                        .replace("number: 83/M", "before: signature")
                        .replace("    attests: register\n    direction: outgoing\n", "")),
                9,
                "the marks [number, signature] stand before and after each other in a circle; "
                        + "take out one \"before\" or \"after\".");
        refused(
                file(GOOD.replace("date: 1955-01-17", "after: signature")),
                9,
                "the marks [signature] stand before and after each other in a circle; ");
    }

    @Test
    void particulars_of_an_act_without_the_act_are_refused() throws IOException {
        refused(
                file(GOOD.replace("    attests: register\n", "")),
                19,
                "\"direction\" stands without \"attests\"; name the act, or leave it out.");
    }

    @Test
    void what_is_empty_is_refused_where_it_stands() throws IOException {
        refused(
                file(GOOD.replace("attests: sign", "before:\n      - number\n      - \"\"")),
                16,
                "an entry of \"before\" is empty; write a text there, or take it out.");
        refused(
                file(GOOD.replace("attests: sign", "after: [~]")),
                14,
                "an entry of \"after\" is empty; write a text there, or take it out.");
        refused(
                file(GOOD.replace("title: A small case", "\"\": A small case")),
                2,
                "a key is empty; write a word before the colon.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "date: \"[1955-01-17, 1955-01-19]\" | [1955-01-17, 1955-01-19]",
                "date: \"{1955-01-17, 1955-01-19}\" | {1955-01-17, 1955-01-19}",
                "date: 1955-01-?17 | 1955-01-?17",
                "date: ?1955-01-17 | ?1955-01-17",
                "date: ~1955 | ~1955",
                "date: \"%1955\" | %1955",
                "date: -004X | -004X",
                "date: -0044 | -0044",
                "{calendar: french-republican, written: 18 brumaire an VIII} | 1799-11-09",
                "{calendar: byzantine, written: 6983-09-01} | 1474-09-10",
                "{calendar: julian, written: 11 February 1675/6} | 1676-02-21",
                "{calendar: chinese, written: 光緒二十六年閏八月} | [1900-09-24..1900-10-22]",
            })
    void a_date_is_read_as_it_is_written_and_survives_being_written_again(String keys, String edtf) throws IOException {
        String lines = keys.replaceFirst("^\\{calendar: ([^,]+), (.*)}$", "calendar: $1\n    $2");
        Dossier dossier = CaseFile.read(file(GOOD.replace("date: 1955-01-17", lines)));
        Dossier again = CaseFile.read(file(CaseFile.write(dossier)));

        for (Dossier each : List.of(dossier, again)) {
            assertThat(each.marks().get(0).date()).isEqualTo(HistoricalDate.parse(edtf));
        }
        assertThat(again.marks().get(0).written())
                .isEqualTo(dossier.marks().get(0).written());
    }

    @Test
    void a_date_and_the_date_on_the_paper_must_agree() throws IOException {
        String written = "date: 1799-11-10\n    calendar: french-republican\n    written: 18 brumaire an VIII";
        refused(
                file(GOOD.replace("date: 1955-01-17", written)),
                15,
                "\"written\" of \"signature\" is 18 brumaire an VIII (French republican), which is 1799-11-09, but"
                        + " \"date\" is 1799-11-10; correct one of the two, or leave out \"date\".");
    }

    @Test
    void a_list_that_is_left_empty_is_none() throws IOException {
        Dossier dossier = CaseFile.read(file(GOOD.replace("attests: sign", "before: \"\"")));

        assertThat(dossier.marks().get(0).before()).isEmpty();
    }

    @Test
    void competing_readings_need_one_that_is_preferred_and_ids_of_their_own() throws IOException {
        String two = """
                    readings:
                      - {id: one, because: so, attests: sign}
                      - {id: two, because: so, attests: see}
                """;
        String competing = GOOD.replace("    attests: sign\n", two);
        refused(file(competing), 14, "not exactly one reading is preferred; set \"preferred: true\" on one.");
        refused(
                file(competing.replace("{id: two,", "{id: one, preferred: true,")),
                14,
                "reading \"one\" stands here twice; give each its own id.");
    }

    @Test
    void an_expectation_of_what_the_case_does_not_have_is_refused() throws IOException {
        refused(
                file(GOOD.replace("  - steps:", "  - reading: other\n    steps:")),
                23,
                "\"expect\" speaks of reading \"other\", which no mark has; expected one of: preferred.");
        refused(
                file(GOOD + "    unexplained: [signatur]\n"),
                23,
                "\"expect\" names mark \"signatur\", which the case does not have; did you mean \"signature\"?");
    }

    @Test
    void a_file_without_documents_is_refused() throws IOException {
        refused(
                file("case: good\ntitle: Good\nprocedure: soviet-cc\ndocuments: []\n"),
                4,
                "the case has no documents; list at least one.");
    }

    @Test
    void an_empty_file_is_refused() throws IOException {
        refused(file(""), 1, "the file is empty; begin with \"case: <id>\".");
        refused(file("# nothing but a comment\n"), 1, "the file is empty; begin with \"case: <id>\".");
    }

    @Test
    void a_file_that_is_no_mapping_is_refused() throws IOException {
        refused(file("- case: good\n"), 1, "the file is a list; write it as keys and values.");
    }

    @Test
    void a_file_that_is_missing_is_refused() {
        Path missing = folder.resolve("missing.yaml");
        assertThatThrownBy(() -> CaseFile.read(missing))
                .hasMessage(missing + ": there is no such file; check the name.");
    }

    @Test
    void a_file_of_100_megabytes_is_refused_unread() throws IOException {
        Path huge = folder.resolve("huge.yaml");
        try (RandomAccessFile sparse = new RandomAccessFile(huge.toFile(), "rw")) {
            sparse.setLength(100_000_000);
        }
        assertThatThrownBy(() -> CaseFile.read(huge))
                .isInstanceOf(InvalidInput.class)
                .hasMessage(huge + ": the file is larger than 1000000 bytes; a case file holds one dossier: split it.");
    }

    @Test
    void aliases_are_refused_before_they_multiply() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 20; i++) {
            String alias = "*a" + (i - 1);
            bomb.append("a" + i + ": &a" + i + " [")
                    .append((alias + ", ").repeat(9))
                    .append(alias)
                    .append("]\n");
        }
        refused(file(bomb.toString()), 2, "the file uses the alias *a0; write out what it stands for.");
    }

    @Test
    void deep_nesting_is_refused() throws IOException {
        refused(
                file("case: good\ntitle: " + "[".repeat(50_000) + "]".repeat(50_000) + "\n"),
                2,
                "the file is nested more than 30 levels deep; no key needs that.");
    }

    @Test
    void thirty_levels_are_read_and_one_more_is_refused() {
        YamlFile.of("deep", nested(30));

        assertThatThrownBy(() -> YamlFile.of("deep", nested(31)))
                .hasMessage("deep:1: the file is nested more than 30 levels deep; no key needs that.");
    }

    private static byte[] nested(int levels) {
        return ("{key: ".repeat(levels) + "text" + "}".repeat(levels)).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_file_that_is_not_utf_8_is_refused_with_the_line_where_it_begins() throws IOException {
        Path file = folder.resolve("bad.yaml");
        Files.write(file, GOOD.replace("V. Molotov", "В. Молотов").getBytes("windows-1251"));
        refused(file, 12, "the file is not UTF-8 from this line on; save it as UTF-8.");
        byte[] cut = "case: good\ntitle: М".getBytes(StandardCharsets.UTF_8);
        Files.write(file, java.util.Arrays.copyOf(cut, cut.length - 1));
        refused(file, 2, "the file is not UTF-8 from this line on; save it as UTF-8.");
    }

    @Test
    void a_character_that_yaml_does_not_know_is_refused() throws IOException {
        refused(
                file(GOOD.replace("V. Molotov", "V.\u0007Molotov")),
                12,
                "the file has the character U+0007, which YAML does not know; take it out.");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("bad.yaml"), text);
    }

    private static void refused(Path file, int line, String... parts) {
        assertThatThrownBy(() -> CaseFile.read(file)).isInstanceOfSatisfying(InvalidInput.class, refused -> {
            assertThat(refused).hasMessageStartingWith(file + ":" + line + ": " + parts[0]);
            assertThat(refused.getMessage()).contains(parts);
        });
    }
}
