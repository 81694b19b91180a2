package chancery.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chancery.casefile.InvalidInput;
import chancery.procedure.diagram.Finding;
import chancery.procedure.diagram.Finding.Severity;
import chancery.procedure.diagram.LintDecisionTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintTest {
    private static final Holdings HOLDINGS = Holdings.in(Path.of("bpmn"), Path.of("processes"));
    private static final Fixture TABLE = Fixture.of("lint/answer.dmn");
    private static final Path CASE = Path.of("processes/soviet-cc/cases/su-1955-83M.yaml");

    @TempDir
    private Path folder;

    @Test
    void the_holdings_have_no_errors_and_no_warnings() {
        Lint lint = new Lint(HOLDINGS);
        assertThat(lint.check(lint.everything()))
                .filteredOn(finding -> finding.severity() != Severity.NOTE)
                .isEmpty();
    }

    @Test
    void a_file_of_another_kind_is_refused() {
        Path other = Path.of("pom.xml");
        assertThatThrownBy(() -> new Lint(HOLDINGS).check(List.of(other)))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("pom.xml: this is no file to check; name .bpmn, .dmn and .yaml files.");
    }

    @Test
    void a_good_table_has_no_findings() {
        assertThat(check(TABLE)).isEmpty();
    }

    @Test
    void a_decision_is_called_like_its_file() {
        assertThat(LintDecisionTable.check("reply.dmn", TABLE.bytes(), Set.of("answer")))
                .singleElement()
                .extracting(Finding::text)
                .isEqualTo(
                        "reply.dmn:3: error: the decision is called \"answer\" and its file \"reply.dmn\"; call both alike.");
    }

    @Test
    void a_table_with_several_answers_is_refused() {
        assertThat(check(TABLE.with("UNIQUE", "COLLECT")))
                .singleElement()
                .extracting(Finding::text)
                .isEqualTo("answer.dmn:3: error: the table has hit policy COLLECT; "
                        + "a table that is read backwards gives one answer: UNIQUE, FIRST or ANY.");
    }

    @Test
    void two_rules_of_the_same_input_are_refused() {
        assertThat(check(TABLE.with("<text>\"two\"</text>", "<text>\"one\"</text>")))
                .extracting(Finding::complaint)
                .containsExactly(
                        "two rules of decision \"answer\" have the input \"one\"; keep one of them.",
                        "no rule of decision \"answer\" answers the input \"two\"; "
                                + "add one, or take the value out of inputValues.");
    }

    @Test
    void a_table_says_which_values_its_input_may_have() {
        assertThat(check(TABLE.without(
                        "<inputValues id=\"InputValues_Question\"><text>\"one\",\"two\"</text></inputValues>")))
                .singleElement()
                .extracting(Finding::text)
                .isEqualTo("answer.dmn:3: error: decision \"answer\" does not say which values its input may have; "
                        + "list them in inputValues, so that a gap can be seen.");
    }

    @Test
    void a_gap_is_refused_and_so_is_a_value_that_the_input_does_not_have() {
        assertThat(check(TABLE.with("\"one\",\"two\"", "\"one\",\"three\"")))
                .extracting(Finding::complaint)
                .containsExactly(
                        "no rule of decision \"answer\" answers the input \"three\"; "
                                + "add one, or take the value out of inputValues.",
                        "a rule of decision \"answer\" asks for the input \"two\", which is not among its inputValues; "
                                + "add the value, or correct the rule.");
    }

    @Test
    void a_rule_for_anything_overlaps_the_others_unless_the_first_one_counts() {
        Fixture anything = TABLE.with("<text>\"two\"</text>", "<text>-</text>");
        assertThat(check(anything))
                .singleElement()
                .extracting(Finding::complaint)
                .isEqualTo("the rule for anything (-) of decision \"answer\" overlaps the others; "
                        + "set hitPolicy=\"FIRST\", or take it out.");
        assertThat(check(anything.with("UNIQUE", "FIRST"))).isEmpty();
    }

    @Test
    void a_decision_that_no_diagram_asks_is_a_warning() {
        assertThat(LintDecisionTable.check("answer.dmn", TABLE.bytes(), Set.of()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.complaint()).startsWith("no diagram asks decision \"answer\"; ");
                });
    }

    @Test
    void a_table_that_cannot_be_read_backwards_is_an_error_with_its_line() {
        Fixture bad = TABLE.with("<text>\"one\"</text>", "<text>> 3</text>");
        assertThat(check(bad))
                .singleElement()
                .extracting(Finding::text)
                .asString()
                .startsWith("answer.dmn:" + bad.lineOf("Rule_One") + ": error: rule \"Rule_One\" has the entry > 3; ");
        assertThat(check(TABLE.without("<text>question</text>")))
                .singleElement()
                .extracting(Finding::severity)
                .isEqualTo(Severity.ERROR);
        assertThat(check(TABLE.without("name=\"reply\" ")))
                .singleElement()
                .extracting(Finding::complaint)
                .asString()
                .startsWith("output \"Output_Reply\" has no name; ");
    }

    @Test
    void a_case_is_called_like_its_file() throws IOException {
        assertThat(lint("other.yaml", Files.readString(CASE)))
                .singleElement()
                .extracting(Finding::complaint)
                .asString()
                .startsWith("the case is called \"su-1955-83M\" and its file \"other.yaml\"; ");
    }

    @Test
    void a_case_that_does_not_fit_its_procedure_is_an_error_with_its_line() throws IOException {
        assertThat(lint("su-1955-83M.yaml", Files.readString(CASE).replace("entry: Start_Assignment", "entry: Start")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.line()).isEqualTo(5);
                    assertThat(finding.complaint()).startsWith("\"Start\" is no entry point of procedure soviet-cc; ");
                });
    }

    @Test
    void an_expected_status_that_is_none_is_an_error() throws IOException {
        assertThat(lint(
                        "su-1955-83M.yaml",
                        Files.readString(CASE).replace("Task_Type: presumed", "Task_Type: presumd")))
                .singleElement()
                .extracting(Finding::complaint)
                .asString()
                .startsWith("\"expect\" holds step \"Task_Type\" for \"presumd\"; did you mean \"presumed\"?");
    }

    @Test
    void a_constructed_case_says_so_in_its_title() throws IOException {
        String made = """
                case: made
                title: A letter
                procedure: soviet-cc
                constructed: true
                documents:
                  - {id: note, form: Note, title: Note}
                marks:
                  - {id: heading, on: note, kind: heading, reading: Note}
                expect:
                  - unexplained: []
                """;
        assertThat(lint("made.yaml", made))
                .singleElement()
                .extracting(Finding::complaint)
                .asString()
                .startsWith("the case is constructed, and its title does not say so; ");
        assertThat(lint("made.yaml", made.replace("A letter", "\"Constructed: a letter\"")))
                .isEmpty();
        assertThat(lint(
                        "made.yaml",
                        made.replace("A letter", "\"Constructed: a letter\"").replace("true", "false")))
                .anySatisfy(finding -> assertThat(finding.complaint()).contains("and the case is not constructed; "));
    }

    @Test
    void a_case_file_of_poor_practice_is_warned_of() throws IOException {
        String poor = """
                case: poor
                title: Poor
                procedure: soviet-cc
                documents:
                  - {id: note, form: Note, title: Note}
                  - {id: other, form: Note, title: Other, state: lost}
                marks:
                  - {id: signature, on: note, kind: signature, reading: Molotov}
                """;
        assertThat(lint("poor.yaml", poor))
                .extracting(Finding::text)
                .satisfiesExactly(
                        text -> assertThat(text)
                                .contains("poor.yaml:1: warning: document \"note\" has no archival reference; "),
                        text -> assertThat(text)
                                .contains("poor.yaml:1: warning: document \"other\" bears no mark, and no mark"),
                        text -> assertThat(text)
                                .contains(
                                        "poor.yaml:8: warning: mark \"signature\" is a signature that attests no act; "),
                        text -> assertThat(text).contains("poor.yaml:1: warning: nothing is expected of the path; "));
    }

    @Test
    void a_witness_whose_place_is_not_known_is_only_noted() throws IOException {
        String known = """
                case: known
                title: Known
                procedure: soviet-cc
                documents:
                  - {id: note, form: Note, title: Note, witness: {description: As published}}
                marks:
                  - {id: heading, on: note, kind: heading, reading: Note}
                expect:
                  - unexplained: []
                """;
        assertThat(lint("known.yaml", known))
                .extracting(Finding::text)
                .singleElement()
                .asString()
                .contains("known.yaml:1: note: the witness of document \"note\" has no archival reference; ");
    }

    private List<Finding> lint(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        return new Lint(HOLDINGS).check(List.of(file));
    }

    private static List<Finding> check(Fixture table) {
        return LintDecisionTable.check("answer.dmn", table.bytes(), Set.of("answer"));
    }
}
