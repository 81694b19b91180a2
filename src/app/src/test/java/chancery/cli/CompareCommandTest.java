package chancery.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import chancery.cli.shared.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompareCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    // ---- two ----

    @Test
    void the_first_line_is_the_verdict() {
        assertThat(run("compare", "su-1955-83M", "su-1955-584dv")).isEqualTo(ExitCode.DONE);

        assertThat(lines().get(0))
                .matches("Distance \\d+: \\d+ steps in both, \\d+ steps only in A, (no|\\d+) steps? only in B");
    }

    @Test
    void a_constructed_case_says_so() {
        run("compare", "su-1955-83M", "uk-1921-put-by");

        assertThat(lines()).anyMatch(line -> line.startsWith("    Constructed: "));
    }

    @Test
    void both_sides_stand_in_aligned_columns_and_a_dash_where_one_has_nothing() {
        run("compare", "su-1955-83M", "su-1955-584dv");

        int column = line("     A ").indexOf("B");
        assertThat(line("10 = Register note at the CC").substring(column)).startsWith("Register note at the CC");
        assertThat(line("12 < Certify true copy").substring(column)).startsWith("–");
    }

    @ParameterizedTest
    @CsvSource({
        "su-1955-83M su-1955-584dv",
        "su-1955-83M us-1955-v02-285",
        "processes/soviet-cc processes/us-telegram-out",
        "processes/undescribed",
        "su-1955-83M su-1955-584dv --readings all"
    })
    void everything_can_be_read_in_80_columns(String cases) {
        List<String> words = new ArrayList<>(List.of("compare"));
        words.addAll(List.of(cases.split(" ")));

        run(words.toArray(String[]::new));

        assertThat(lines()).isNotEmpty().allMatch(line -> line.codePointCount(0, line.length()) <= 80);
    }

    @Test
    void every_difference_is_said_in_a_sentence_that_can_be_traced() {
        run("compare", "su-1955-83M", "su-1955-584dv");

        int said = lines().indexOf("What differs, the most important first");
        assertThat(said).isPositive();
        assertThat(lines().subList(said + 1, said + 4))
                .containsExactly(
                        " 1. “Sign the covering note” falls to Minister's secretariat in su-1955-83M, to",
                        "    Foreign Ministry department in su-1955-584dv, as “Sign as department head”.",
                        "    (row 7; A: signature-molotov, signature-suslov; B: signature; cost 1)");
        assertThat(out.toString()).contains("Left out of A: 28 steps only foreseen.");
    }

    @Test
    void the_sentences_are_said_in_another_language() {
        assertThat(run("compare", "su-1955-83M", "su-1955-584dv", "--language", "ru"))
                .isEqualTo(ExitCode.DONE);

        assertThat(out.toString()).contains("Только в su-1955-83M есть шаг «Make a copy»");
    }

    @Test
    void a_case_compared_with_itself_differs_in_nothing() throws IOException {
        assertThat(run("compare", "su-1955-83M", "su-1955-83M", "--json")).isEqualTo(ExitCode.DONE);

        JsonNode comparison = json();
        assertThat(comparison.get("cost").intValue()).isZero();
        assertThat(comparison.get("counts").get("onlyLeft").intValue()).isZero();
        assertThat(comparison.get("rows").size())
                .isEqualTo(comparison.get("counts").get("same").intValue());
        assertThat(comparison.get("differences")).isEmpty();
        assertThat(err.toString()).contains("Both are su-1955-83M.");
    }

    @Test
    void documents_without_a_common_act_are_said_to_have_none() {
        assertThat(run("compare", "su-1956-P49-69", "us-1955-v02-065")).isEqualTo(ExitCode.DONE);

        assertThat(lines()).contains("The two have no act in common.");
    }

    @Test
    void what_the_competing_readings_change_is_told_apart() {
        assertThat(run("compare", "su-1955-83M", "su-1955-584dv", "--readings", "all"))
                .isEqualTo(ExitCode.DONE);

        assertThat(lines())
                .contains(
                        "  preferred / preferred: distance 20",
                        "Whatever is read",
                        "Only if it is read kuznetsov-secretariat / preferred");
        assertThat(lines().indexOf("  su-1955-83M alone has “Certify true copy” (Minister's secretariat,"))
                .isBetween(
                        lines().indexOf("Whatever is read"),
                        lines().indexOf("Only if it is read kuznetsov-secretariat / preferred"));
    }

    @Test
    void the_readings_of_one_case_are_compared_with_each_other() throws IOException {
        assertThat(run("compare", "su-1955-83M", "--readings", "all", "--json")).isEqualTo(ExitCode.DONE);

        assertThat(json().get("right").get("reading").textValue()).isEqualTo("kuznetsov-secretariat");
        assertThat(json().get("differences").toString()).contains("su-1955-83M [kuznetsov-secretariat]");
    }

    @Test
    void json_has_the_form_of_its_schema() throws IOException {
        run("compare", "su-1955-83M", "su-1955-584dv", "--json");

        assertThat(faults("comparison")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"su-1955-83M, su-1955-584dv", "su-1955-83M, us-1955-v02-285"})
    void the_comparisons_printed_in_the_docs_are_those_that_the_program_prints(String one, String other)
            throws IOException {
        run("compare", one, other);

        String printed = out.toString()
                .lines()
                .takeWhile(line -> !line.startsWith("Cite as:"))
                .collect(joining("\n"));
        assertThat(Files.readString(Path.of("src/docs/comparing.md")))
                .contains("$ compare " + one + " " + other + "\n" + printed.strip() + "\n```\n");
    }

    // ---- more ----

    @Test
    void more_documents_are_collated_in_columns() throws IOException {
        assertThat(run("compare", "processes/soviet-cc")).isEqualTo(ExitCode.DONE);
        assertThat(lines().get(0)).matches("6 documents, \\d+ columns, \\d+ of them in more than half");
        assertThat(lines()).anyMatch(line -> line.matches("\\* approve +CC Politburo +[●○◌· ]+"));

        out.getBuffer().setLength(0);
        run("compare", "processes/soviet-cc", "--json");
        assertThat(faults("collation")).isEmpty();
        assertThat(json().get("documents")).hasSize(6);
        assertThat(json().get("merges")).hasSize(5);
    }

    @Test
    void any_number_of_threads_gives_the_same_bytes() {
        run("compare", "processes/us-telegram-out", "--json", "--threads", "1");
        String one = out.toString();
        out.getBuffer().setLength(0);
        run("compare", "processes/us-telegram-out", "--json", "--threads", "2");

        assertThat(out).hasToString(one);
    }

    @Test
    void a_document_named_twice_is_collated_once() throws IOException {
        run("compare", "processes/soviet-cc", "su-1955-83M", "--json");

        assertThat(json().get("documents")).hasSize(6);
        assertThat(err.toString()).contains("/su-1955-83M.yaml is named twice; it is taken once.");
    }

    @Test
    void bare_paths_are_collated_beside_others_and_documents_without_acts_left_out() throws IOException {
        Files.writeString(folder.resolve("silent.yaml"), SILENT);

        run("compare", "processes/soviet-cc", "processes/undescribed", folder.toString(), "--json");

        assertThat(json().get("documents")).hasSize(8);
        assertThat(faults("collation")).isEmpty();
        assertThat(err.toString()).contains("Left out: silent");
        out.getBuffer().setLength(0);
        assertThat(run("compare", folder.toString(), "su-1955-83M")).isEqualTo(ExitCode.NO);
        assertThat(out.toString()).contains("cannot be compared");
    }

    /** A paper of which no mark attests an act. */
    private static final String SILENT = """
            case: silent
            title: Silent
            documents:
              - {id: note, form: Note, title: Note}
            """;

    // ---- bad input ----

    @Test
    void one_document_is_not_enough() {
        assertThat(run("compare", "su-1955-83M")).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(err.toString())
                .contains("\"compare\" needs two documents or more")
                .contains("su-1955-83M alone");
    }

    @Test
    void costs_that_are_no_metric_are_said_to_be_and_still_taken() throws IOException {
        Path costs = Files.writeString(
                folder.resolve("costs.yaml"),
                "other-office: 9\nother-act: 3\nalone: {evidenced: 4, inferred: 3, presumed: 2, possible: 1}\n");

        assertThat(run("compare", "su-1955-83M", "su-1955-584dv", "--costs", costs.toString()))
                .isEqualTo(ExitCode.DONE);

        assertThat(err.toString()).contains("are no metric: other-office is more than twice other-act");
        assertThat(lines().get(0)).startsWith("Distance ").doesNotStartWith("Distance 20:");
    }

    @ParameterizedTest
    @CsvSource({
        "--threads, 0, give at least 1",
        "--language, de, add the file comparison/sentences_de.properties",
        "--language, ../ru, is no language code",
        "--costs, nowhere.yaml, nowhere.yaml",
        "--html, nowhere/page.html, there is no such folder",
        "--html, pom.xml, the file exists already",
        "--html, src, this is a folder",
        "--html, /proc/page.html, the file cannot be written",
    })
    void bad_options_are_refused_in_a_sentence(String option, String value, String complaint) {
        assertThat(run("compare", "su-1955-83M", "su-1955-584dv", option, value))
                .isEqualTo(ExitCode.BAD_INPUT);

        assertThat(err.toString()).contains(complaint).doesNotContain("\tat ");
    }

    @Test
    void two_files_of_one_case_id_are_refused() throws IOException {
        Path other = Files.writeString(
                folder.resolve("other.yaml"),
                Files.readString(Path.of("processes/soviet-cc/cases/su-1955-83M.yaml")) + "\n# edited\n");

        assertThat(run("compare", "su-1955-83M", other.toString())).isEqualTo(ExitCode.BAD_INPUT);

        assertThat(err.toString()).contains("other.yaml").contains("su-1955-83M.yaml");
    }

    @Test
    void an_empty_folder_and_an_empty_name_are_refused() {
        assertThat(run("compare", folder.toString())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("here is no case file");
        assertThat(run("compare", "", "su-1955-83M")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).contains("A CASE is empty");
    }

    @Test
    void no_document_that_can_be_compared_is_an_answer() throws IOException {
        Path silent = Files.writeString(folder.resolve("silent.yaml"), SILENT);
        Path other = Files.writeString(folder.resolve("other.yaml"), SILENT.replace("case: silent", "case: other"));
        assertThat(run("compare", silent.toString(), other.toString(), "--json"))
                .isEqualTo(ExitCode.NO);
        assertThat(run("compare", "su-1956-1364dv", silent.toString(), other.toString()))
                .isEqualTo(ExitCode.NO);
        assertThat(err.toString()).doesNotContain("Exception");
    }

    // ---- readings ----

    @Test
    void a_competing_reading_is_taken_for_the_case_that_has_it() throws IOException {
        assertThat(run("compare", "su-1955-83M", "su-1955-584dv", "--reading", "kuznetsov-secretariat", "--json"))
                .isEqualTo(ExitCode.DONE);

        assertThat(json().get("left").get("reading").textValue()).isEqualTo("kuznetsov-secretariat");
        assertThat(json().get("right").get("reading").textValue()).isEqualTo("preferred");
    }

    @Test
    void a_reading_that_neither_case_has_is_refused() {
        assertThat(run("compare", "su-1955-83M", "su-1955-584dv", "--reading", "kuznetsov-secretary"))
                .isEqualTo(ExitCode.BAD_INPUT);

        assertThat(err.toString())
                .contains("None of these cases has a reading \"kuznetsov-secretary\"")
                .contains("kuznetsov-secretariat");
    }

    @Test
    void a_case_without_acts_is_not_compared_and_one_that_its_procedure_does_not_describe_is_by_its_acts()
            throws IOException {
        Path foreign = folder.resolve("su-1955-foreign.yaml");
        Files.writeString(foreign, """
                case: su-1955-foreign
                title: A paper that went by bag
                procedure: soviet-cc
                documents:
                  - {id: note, form: Note, title: Covering note}
                marks:
                  - {id: bag, on: note, kind: stamp, reading: By bag, attests: pouch}
                """);

        assertThat(run("compare", "su-1955-83M", foreign.toString(), "--json")).isEqualTo(ExitCode.DONE);
        assertThat(json().get("right").get("procedure").isNull()).isTrue();
        assertThat(faults("comparison")).isEmpty();

        Path silent = Files.writeString(folder.resolve("silent.yaml"), SILENT);
        out.getBuffer().setLength(0);
        assertThat(run("compare", "su-1955-83M", silent.toString())).isEqualTo(ExitCode.NO);
        assertThat(out.toString())
                .startsWith("su-1955-83M and silent cannot be compared:")
                .contains("no mark of it attests an act");

        out.getBuffer().setLength(0);
        assertThat(run("compare", "su-1955-83M", silent.toString(), "--json")).isEqualTo(ExitCode.NO);
        assertThat(json().get("result").textValue()).isEqualTo("not described");
        assertThat(faults("comparison")).isEmpty();
    }

    private int run(String... args) {
        return Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }

    private String line(String start) {
        return lines().stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No line begins with \"" + start + "\" in:\n" + out));
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out.toString());
    }

    private List<?> faults(String form) throws IOException {
        try (InputStream schema = getClass().getResourceAsStream("/schema/" + form + ".schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema)
                    .validate(out.toString(), InputFormat.JSON);
        }
    }
}
