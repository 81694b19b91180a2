package chancery.procedure.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.casefile.CaseFile;
import chancery.casefile.Dossier;
import chancery.path.Branch;
import chancery.path.Path;
import chancery.path.Step;
import chancery.procedure.Holdings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was done last, what is open, and which possible steps belong together. */
class StandingOfPathTest {
    private static final Holdings HOLDINGS =
            Holdings.in(java.nio.file.Path.of("bpmn"), java.nio.file.Path.of("processes"));

    @Test
    void a_step_that_was_done_is_not_open_but_the_decision_behind_it_is() {
        Path path = path("us-telegram-out/cases/us-1955-v14-307.yaml");

        assertThat(path.doneLast()).extracting(Step::label).containsExactly("Repeat to other posts");
        assertThat(path.open())
                .containsExactly("\"Receive at the post\"", "\"Pouched to others?\" after \"Repeat to other posts\"");
        assertThat(path.headline())
                .endsWith("done last: \"Repeat to other posts\";"
                        + " open: \"Receive at the post\", \"Pouched to others?\" after \"Repeat to other posts\"");
    }

    @Test
    void a_step_that_nothing_shows_is_open_itself() {
        Path path = path("soviet-cc/cases/su-1955-83M.yaml");

        assertThat(path.doneLast())
                .extracting(Step::label)
                .containsExactly("Register note at the CC", "Certify true copy");
        assertThat(path.open()).containsExactly("\"Put the question for decision\"", "\"Register the copy\"");
    }

    @Test
    void a_decision_in_the_middle_is_open_though_later_steps_are_evidenced() {
        Path path = path("soviet-cc/cases/su-1950-P78-168.yaml");

        assertThat(path.doneLast()).extracting(Step::label).containsExactly("Send the extracts");
        assertThat(path.open()).containsExactly("\"Who writes to the CC?\" after \"Enclose drafts with the note\"");
    }

    @Test
    void possible_steps_of_one_way_are_one_branch() {
        List<Branch> first = Example.procedure()
                .starts("early", "late")
                .ends("end")
                .choices("merge")
                .tasks("draft", "type", "clear", "sign")
                .flow("early > draft > type > clear > merge > sign > end")
                .flow("late > merge")
                .mark("a", "attests: sign")
                .path()
                .branches();
        List<Branch> between = path("soviet-cc/cases/su-1950-P78-168.yaml").branches();

        assertThat(first).singleElement().satisfies(branch -> {
            assertThat(branch.steps()).hasSize(3);
            assertThat(branch.position()).isEqualTo(Branch.Position.FIRST);
            assertThat(branch.span()).isEqualTo("\"draft\" to \"clear\"");
        });
        assertThat(between)
                .extracting(Branch::span)
                .containsExactly(
                        "\"Visa of the department head\" to \"Give outgoing number\"",
                        "\"Agree text within the department\" to \"Give department's number\"");
        assertThat(between).extracting(Branch::position).containsOnly(Branch.Position.BETWEEN);
    }

    static List<java.nio.file.Path> cases() {
        return HOLDINGS.caseFiles();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void what_is_open_is_never_called_done_and_branches_hold_each_possible_step_once(java.nio.file.Path file) {
        Dossier dossier = CaseFile.read(file);
        for (var reading : dossier.readings()) {
            Path path = new ChooseProcedure(HOLDINGS.proceduresOf(dossier))
                    .explain(dossier, reading)
                    .path();
            List<Step> possible = path.taken()
                    .filter(step -> step.status() == chancery.path.EvidenceStatus.POSSIBLE)
                    .toList();

            assertThat(path.branches().stream().flatMap(branch -> branch.steps().stream()))
                    .containsExactlyInAnyOrderElementsOf(possible);
            path.doneLast().forEach(step -> assertThat(path.open()).doesNotContain("\"" + step.label() + "\""));
        }
    }

    private static Path path(String file) {
        Dossier dossier = CaseFile.read(java.nio.file.Path.of("processes").resolve(file));
        return new ExplainMarks(HOLDINGS.procedureOf(dossier))
                .explain(dossier, Dossier.PREFERRED)
                .path();
    }
}
