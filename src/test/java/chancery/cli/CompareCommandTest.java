package chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void the_first_line_is_the_verdict() {
        assertThat(run("compare", "su-1955-83M", "su-1955-584dv")).isEqualTo(Main.DONE);

        assertThat(lines().get(0))
                .matches("Both: \\d+ steps \\(\\w+ evidenced in both\\)"
                        + "(, \\d+ acts? in different steps \\(\\w+ evidenced in both\\))?"
                        + "; only su-1955-83M: (no|\\d+) steps?; only su-1955-584dv: (no|\\d+) steps?");
    }

    @Test
    void a_constructed_case_says_so() {
        run("compare", "su-1955-83M", "uk-1921-put-by");

        assertThat(lines()).anyMatch(line -> line.startsWith("  uk-1921-put-by: Constructed: "));
    }

    @Test
    void both_sides_stand_in_aligned_columns_and_a_dash_where_one_has_nothing() {
        run("compare", "su-1955-83M", "su-1955-584dv");

        int column = line("   su-1955-83M").indexOf("su-1955-584dv");
        assertThat(line("=  Register note at the CC").substring(column)).startsWith("Register note at the CC");
        assertThat(line("<  Certify true copy").substring(column)).startsWith("–");
        assertThat(lines()).allMatch(line -> line.length() <= 160);
    }

    @Test
    void what_only_one_side_has_is_listed_with_its_status_and_what_is_left_out_is_said() {
        run("compare", "su-1955-83M", "su-1955-584dv");

        int only = lines().indexOf("Only su-1955-83M:");
        assertThat(only).isPositive();
        assertThat(lines().subList(only, lines().size()))
                .anyMatch(line -> line.matches(" {2}Certify true copy +evidenced"));
        assertThat(out.toString()).contains("Left out: steps that are not evidenced but only foreseen (");
    }

    @Test
    void a_case_compared_with_itself_differs_in_nothing() throws IOException {
        assertThat(run("compare", "su-1955-83M", "su-1955-83M", "--json")).isEqualTo(Main.DONE);

        JsonNode comparison = json();
        assertThat(comparison.get("cost").intValue()).isZero();
        assertThat(comparison.get("counts").get("onlyLeft").intValue()).isZero();
        assertThat(comparison.get("rows").size())
                .isEqualTo(comparison.get("counts").get("sameStep").intValue());
    }

    @Test
    void json_has_the_form_of_its_schema() throws IOException {
        run("compare", "su-1955-83M", "su-1955-584dv", "--json");

        assertThat(faults()).isEmpty();
    }

    @Test
    void a_competing_reading_is_taken_for_the_case_that_has_it() throws IOException {
        assertThat(run("compare", "su-1955-83M", "su-1955-584dv", "--reading", "kuznetsov-secretariat", "--json"))
                .isEqualTo(Main.DONE);

        assertThat(json().get("left").get("reading").textValue()).isEqualTo("kuznetsov-secretariat");
        assertThat(json().get("right").get("reading").textValue()).isEqualTo("preferred");
    }

    @Test
    void a_reading_that_neither_case_has_is_refused() {
        assertThat(run("compare", "su-1955-83M", "su-1955-584dv", "--reading", "kuznetsov-secretary"))
                .isEqualTo(Main.BAD_INPUT);

        assertThat(err.toString())
                .contains("Neither su-1955-83M nor su-1955-584dv has a reading \"kuznetsov-secretary\"")
                .contains("kuznetsov-secretariat");
    }

    @Test
    void a_case_that_its_procedure_does_not_describe_is_not_compared() throws IOException {
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

        assertThat(run("compare", "su-1955-83M", foreign.toString())).isEqualTo(Main.NO);
        assertThat(out.toString())
                .startsWith("su-1955-83M and su-1955-foreign cannot be compared:")
                .contains("soviet-cc does not describe this document");

        out.getBuffer().setLength(0);
        assertThat(run("compare", "su-1955-83M", foreign.toString(), "--json")).isEqualTo(Main.NO);
        assertThat(json().get("result").textValue()).isEqualTo("not described");
        assertThat(faults()).isEmpty();
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

    private List<?> faults() throws IOException {
        try (InputStream schema = getClass().getResourceAsStream("/schema/comparison.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema)
                    .validate(out.toString(), InputFormat.JSON);
        }
    }
}
